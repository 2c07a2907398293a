import type { ParsedReport, Recognised, Recognition } from '../../src/reports/figure.ts'
import type { ReadReportFile } from '../../src/reports/parseReport.ts'
import { nowhere } from '../../src/reports/problems.ts'

const sure = (confidence: Recognition['confidence']): Recognition => ({ confidence, reason: { zh: '试验', en: 'test' } })

/** A report on the 2019 form of 甲市科学技术局 with one figure, all of it certain. */
export function readReport(
  name: string,
  changes: {
    readonly sha256?: string
    readonly agency_id?: string | null
    readonly year?: number | null
    readonly recognised?: Partial<Recognised>
    readonly figures?: ParsedReport['figures']
    readonly problems?: ParsedReport['problems']
    readonly unplaced?: ParsedReport['unplaced']
  } = {},
): ReadReportFile {
  const { sha256 = `hash of ${name}`, agency_id = 'jia-kjj', year = 2020, recognised = {}, figures, problems = [], unplaced = [] } = changes
  return {
    parsed: {
      file: name,
      sha256,
      report: {
        agency: '甲市科学技术局',
        agency_id,
        year,
        form: 'y2019',
        scope: 'own',
        period_start: '2020-01-01',
        period_end: '2020-12-31',
        published_on: '2021-01-20',
        title: null,
      },
      recognised: {
        agency: { ...sure('certain'), candidates: [] },
        year: sure('certain'),
        form: sure('certain'),
        published_on: sure('certain'),
        scope: sure('likely'),
        ...recognised,
      },
      figures: figures ?? [figureAt({ table: 1, row: 1, column: 2 })],
      unplaced,
      problems,
    },
    document: { blocks: [] },
  }
}

/** A file that could not be read. */
export function refusedFile(name: string): ReadReportFile {
  const { parsed } = readReport(name, {
    figures: [],
    problems: [{ code: 'file.unsupported', message: { zh: '不能读取。', en: 'Cannot be read.' }, where: null }],
  })
  return { parsed: { ...parsed, report: { ...parsed.report, agency: null, agency_id: null, year: null, form: null } }, document: null }
}

/** A figure that prints 9 at a place. */
export function figureAt(
  place: Partial<ParsedReport['figures'][number]['where']>,
  state: 'value' | 'unreadable' = 'value',
): ParsedReport['figures'][number] {
  return {
    indicator: 'requests_new',
    applicant: 'total',
    value: state === 'value' ? 9 : null,
    state,
    evidence: 'A',
    printed: '9',
    qualifier: null,
    cell: '3.1',
    column: null,
    where: { ...nowhere, ...place },
  }
}
