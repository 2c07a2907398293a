import { sql } from '../engine/sql.ts'
import { readText, refuseUnknown } from './params.ts'
import type { Question } from './question.ts'
import { figureColumns, readFigure, type ReportFigure } from './reportFigure.ts'

/** One report in printed order: its tables cell by cell, then what its prose says. */
export const readReport: Question<{ report: string }, ReportFigure> = {
  name: 'readReport',
  about: { zh: '一份年报里的所有数字，按所印顺序', en: 'Every figure of one report, in printed order' },
  paramsAbout: { report: 'id of a report' },
  readParams(raw) {
    refuseUnknown(raw, ['report'])
    return { report: readText(raw, 'report') }
  },
  // Agency and year come from the small table of reports, so that a large dataset reads only the part of the cells that holds them.
  sql: ({ report }) => sql`
    SELECT ${figureColumns}
    FROM d.cells AS cells
    WHERE cells.report_id = ${report}
      AND cells.agency_id = (SELECT agency_id FROM d.reports WHERE report_id = ${report})
      AND cells.year = (SELECT year FROM d.reports WHERE report_id = ${report})
    ORDER BY cells.position`,
  row: readFigure,
  async fromFiles({ report }, files) {
    const reports = (await files.readJson('api/reports.json')) as readonly { readonly report: string }[]
    if (!reports.some((entry) => entry.report === report)) return []
    const published = (await files.readJson(`api/reports/${report}.json`)) as { readonly figures: ReportFigure[] }
    return published.figures
  },
}
