import { tablesOf, type CheckedFigure, type CheckedReport } from '../../src/checks/checkedReport.ts'
import { applicants } from '../../src/forms/applicants.ts'
import type { ApplicantId, TableFormId } from '../../src/forms/form.ts'
import { formById } from '../../src/forms/forms.ts'
import type { ValueState } from '../../src/forms/states.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { nowhere } from '../../src/reports/problems.ts'
import { readClaims } from '../../src/reports/readClaims.ts'
import { readStatements } from '../../src/reports/readStatements.ts'

/** What a cell prints: a number, or a state without one. Names are `indicator` or `indicator@applicant`. */
export type Printed = number | Exclude<ValueState, 'value' | 'zero'> | 'row_missing'

const yearOf: Readonly<Record<TableFormId, number>> = { pre2019_table: 2017, y2019: 2020, y2021: 2023 }
const asks = new Set(ourCatalogue.indicators.filter(({ byApplicant }) => byApplicant).map(({ id }) => id))

/** A clean report in which every cell prints 0, with the cells given printing something else. */
export function makeReport(
  form: TableFormId,
  printed: Readonly<Record<string, Printed>> = {},
  more: Partial<CheckedReport> = {},
): CheckedReport {
  const year = yearOf[form]
  const figures = formById(form).rows.flatMap((row): CheckedFigure[] => {
    if (row.variant) return []
    if (row.indicator === null) return [{ ...cell(row.path, null, null), printed: '——', state: 'dash', value: null }]
    const columns: readonly (ApplicantId | null)[] = row.byApplicant
      ? applicants.map(({ id }) => id)
      : [asks.has(row.indicator) ? 'total' : null]
    return columns.flatMap((applicant) => {
      const name = applicant === null || (applicant === 'total' && !row.byApplicant) ? row.indicator : `${row.indicator ?? ''}@${applicant}`
      const what = printed[name ?? ''] ?? (applicant === 'total' ? printed[row.indicator ?? ''] : undefined)
      return what === 'row_missing' ? [] : [{ ...cell(row.path, row.indicator, applicant), ...say(what) }]
    })
  })
  return {
    report: `jia-${year}`,
    agency: { id: 'jia', name: '甲市科学技术局', level: 'prefecture', system: '科技', deadline: null },
    year,
    form,
    scope: 'own',
    period_start: `${year}-01-01`,
    period_end: `${year}-12-31`,
    published_on: `${year + 1}-01-20`,
    first_published_on: more.published_on === undefined ? `${year + 1}-01-20` : more.published_on,
    title: `甲市科学技术局${year}年政府信息公开工作年度报告`,
    versions: 1,
    figures,
    tables: tablesOf(figures),
    rowsLeft: 0,
    prose: null,
    rows: null,
    statements: null,
    before: null,
    noBefore: null,
    ...more,
  }
}

/** The report on the year before, on a form that may differ. */
export function makeReportBefore(form: TableFormId, year: number, printed: Readonly<Record<string, Printed>> = {}): CheckedReport {
  return { ...makeReport(form, printed), year: year - 1, report: `jia-${year - 1}` }
}

/** A report with one sentence of prose, and what its numbers count where that is said. */
export function makeSaying(text: string, form: TableFormId = 'y2021', more: Partial<CheckedReport> = {}): CheckedReport {
  const paragraph = { kind: 'paragraph' as const, text, where: { ...nowhere, paragraph: 1 } }
  const about = { agency: null, scope: null, form, tableBlocks: new Set<never>(), catalogue: ourCatalogue }
  const report = makeReport(form, {}, more)
  const { figures } = readClaims({ blocks: [paragraph] }, { ...about, year: report.year })
  return { ...report, prose: [text], statements: readStatements([paragraph], figures, report.year) }
}

/** A claim of the prose. */
export function makeClaim(indicator: string, value: number, more: Partial<CheckedFigure> = {}): CheckedFigure {
  return {
    ...cell(null, indicator, asks.has(indicator) ? 'total' : null),
    printed: String(value),
    value,
    state: value === 0 ? 'zero' : 'value',
    evidence: 'B',
    ...more,
  }
}

const cell = (path: string | null, indicator: string | null, applicant: ApplicantId | null): CheckedFigure => ({
  indicator,
  applicant,
  cell: path,
  column: null,
  printed: '0',
  value: 0,
  state: 'zero',
  evidence: 'A',
  qualifier: null,
})

function say(what: Exclude<Printed, 'row_missing'> | undefined): Pick<CheckedFigure, 'printed' | 'value' | 'state'> {
  if (what === undefined || what === 0) return { printed: '0', value: 0, state: 'zero' }
  if (typeof what === 'number') return { printed: String(what), value: what, state: 'value' }
  return { printed: what === 'blank' ? '' : what === 'not_applicable' ? '/' : '1O', value: null, state: what }
}
