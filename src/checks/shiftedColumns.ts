import { applicants } from '../forms/applicants.ts'
import type { ApplicantId } from '../forms/form.ts'
import { tableForms } from '../indicators/catalogue.ts'
import { checkById } from './allChecks.ts'
import { termsOf, type RuleAt, type Term } from './check.ts'
import type { CheckedReport } from './checkedReport.ts'
import { evaluateRule, type KnownFigure } from './evaluateRule.ts'
import { lookIn } from './lookIn.ts'

/** The columns of applicants, as the forms print them, without the total. */
const columns: readonly ApplicantId[] = applicants.flatMap(({ id }) => (id === 'total' ? [] : [id]))

/** A row whose figures would agree with the others if they stood one column further: 1 to the right, -1 to the left. */
export interface ShiftedRow {
  readonly indicator: string
  readonly by: 1 | -1
}

/**
 * The rows of a check by applicants of which each, moved by one column, would make every column hold. None where fewer than two columns
 * fail; no row of which a figure is unknown, or of which one that is not 0 would fall off.
 */
export function findShiftedRows(id: string, report: CheckedReport): readonly ShiftedRow[] {
  const check = checkById(id)
  const form = tableForms.find((one) => one === report.form)
  const rules = check && 'rules' in check && form !== undefined ? (check.rules[form] ?? []) : []
  const byColumn = rules.filter(({ place }) => columns.some((column) => column === place))
  if (byColumn.length !== columns.length) return []
  const { figureOf } = lookIn(report)
  if (byColumn.filter(({ rule }) => evaluateRule(rule, figureOf).status === 'fails').length < 2) return []
  const rows = [...new Set(byColumn.flatMap(({ rule }) => termsOf(rule).flatMap((term) => (term.before ? [] : [term.indicator]))))]
  return rows.flatMap((indicator) =>
    ([1, -1] as const).flatMap((by): ShiftedRow[] => (holdsMoved(byColumn, indicator, by, figureOf) ? [{ indicator, by }] : [])),
  )
}

function holdsMoved(rules: readonly RuleAt[], indicator: string, by: 1 | -1, figureOf: (term: Term) => KnownFigure): boolean {
  const own = columns.map((applicant) => figureOf({ indicator, applicant }))
  const falling = own[by === 1 ? own.length - 1 : 0]
  if (own.some(({ value }) => value === null) || falling?.value !== 0) return false
  const moved = (term: Term): KnownFigure => {
    const at = columns.findIndex((id) => id === term.applicant)
    if (term.before || term.indicator !== indicator || at < 0) return figureOf(term)
    // The column that becomes free holds what fell off on the other side: nothing.
    return own[at - by] ?? falling
  }
  return rules.every(({ rule }) => evaluateRule(rule, moved).status === 'holds')
}
