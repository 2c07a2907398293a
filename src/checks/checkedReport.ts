import type { ApplicantId, FormId } from '../forms/form.ts'
import type { EvidenceGrade, Qualifier, Scope, ValueState } from '../forms/states.ts'
import type { TableWords } from '../reports/readWords.ts'
import type { Statement } from '../reports/statement.ts'

/** A printed cell or a figure of the prose, as a check sees it. */
export interface CheckedFigure {
  readonly indicator: string | null
  readonly applicant: ApplicantId | null
  readonly cell: string | null
  readonly column: string | null
  readonly printed: string
  readonly value: number | null
  readonly state: ValueState
  readonly evidence: EvidenceGrade
  readonly qualifier: Qualifier | null
}

/** Whose report it is: level and system as the dataset has them, `deadline` (MM-DD) only where a local date is known. */
export interface CheckedAgency {
  readonly id: string
  readonly name: string
  readonly level: string
  readonly system: string
  readonly deadline: string | null
}

/** A report with all that a check may look at. What is unknown is null, and then the outcome is `cannotTell`. */
export interface CheckedReport {
  /** Report id, or the file. */
  readonly report: string
  readonly agency: CheckedAgency | null
  readonly year: number | null
  readonly form: FormId | null
  readonly scope: Scope | null
  /** `YYYY-MM-DD`. */
  readonly period_start: string | null
  readonly period_end: string | null
  readonly published_on: string | null
  /** When its first version was published: one put right later is not late by it. Null where that version, or its day, is not known. */
  readonly first_published_on: string | null
  readonly title: string | null
  /** How many versions of it are there. */
  readonly versions: number
  readonly figures: readonly CheckedFigure[]
  /** Numbers of the form's tables that are there: `1`, or `2`, `3`, `4`. */
  readonly tables: readonly string[]
  /** Rows of the tables that were not placed; null where nobody knows (the dataset does not keep them). */
  readonly rowsLeft: number | null
  /** Paragraphs of the report as printed; null where only its figures are kept. */
  readonly prose: readonly string[] | null
  /** Lines of tables as printed, with the row of the form; null where only figures are kept. */
  readonly rows: readonly TableWords[] | null
  /** What the numbers of its sentences are to each other; null where only figures are kept. */
  readonly statements: readonly Statement[] | null
  /** The agency's report on the year before, of the same scope; null when there is none. */
  readonly before: CheckedReport | null
  /** Why the year before cannot be looked at although it may be there. */
  readonly noBefore: 'report_not_loaded' | 'identity_changed' | 'scope_differs' | null
  /** There is none: a place for a report of a body that existed that year. `declared`: the list of that year is said to be complete. */
  readonly absent?: 'declared' | 'undeclared'
}

/** The key of a figure of the tables: the total, where an indicator has applicants and none is named. */
export const figureKey = (indicator: string, applicant: ApplicantId | null): string =>
  applicant === null || applicant === 'total' ? indicator : `${indicator}@${applicant}`

/** The tables that figures stand in, by the first number of their paths. */
export const tablesOf = (figures: readonly Pick<CheckedFigure, 'cell'>[]): readonly string[] => [
  ...new Set(figures.flatMap(({ cell }) => (cell === null ? [] : [cell.split('.')[0] ?? cell]))),
]
