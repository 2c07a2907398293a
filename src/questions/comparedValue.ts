import type { ApplicantId, FormId } from '../forms/form.ts'
import type { EvidenceGrade, FigureState, Qualifier, Scope } from '../forms/states.ts'

/**
 * One indicator of one agency in one year, with the reason when there is no number. There is always one row of grade A (or
 * without a grade, when there is no table figure) per agency, year and indicator; rows of grades B to D come beside it.
 */
export interface ComparedValue {
  readonly indicator: string
  readonly agency: string
  readonly year: number
  readonly applicant: ApplicantId | null
  /** In the indicator's unit; null with a reason in `state`. */
  readonly value: number | null
  readonly state: FigureState
  /** Null where nothing is there (`not_in_form`, `not_loaded` …). */
  readonly evidence: EvidenceGrade | null
  readonly qualifier: Qualifier | null
  /** Null for `not_loaded`. */
  readonly form: FormId | null
  readonly scope: Scope | null
  readonly report: string | null
  /** Derived measures: the size behind the rate (its denominator); else null. */
  readonly n: number | null
}
