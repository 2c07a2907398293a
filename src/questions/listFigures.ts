import { sql } from '../engine/sql.ts'
import { readText, refuseUnknown } from './params.ts'
import type { Question } from './question.ts'
import { figureColumns, readFigure, type ReportFigure } from './reportFigure.ts'

/** Everything that an agency's reports say, year by year in printed order; of corrected reports the latest version. */
export const listFigures: Question<{ agency: string }, ReportFigure> = {
  name: 'listFigures',
  about: { zh: '一个机关历年年报里的所有数字', en: 'Every figure of one agency, over the years' },
  paramsAbout: { agency: 'id of an agency' },
  readParams(raw) {
    refuseUnknown(raw, ['agency'])
    return { agency: readText(raw, 'agency') }
  },
  sql: ({ agency }) => sql`
    SELECT ${figureColumns}
    FROM d.cells AS cells JOIN d.reports AS reports ON reports.report_id = cells.report_id AND reports.latest
    WHERE cells.agency_id = ${agency}
    ORDER BY cells.year, cells.position`,
  row: readFigure,
  async fromFiles({ agency }, files) {
    const agencies = (await files.readJson('api/agencies.json')) as readonly { readonly id: string }[]
    if (!agencies.some(({ id }) => id === agency)) return []
    const published = (await files.readJson(`api/agencies/${agency}.json`)) as { readonly figures: ReportFigure[] }
    return published.figures
  },
}
