import type { ApplicantId, FormId } from '../forms/form.ts'
import type { FigureState } from '../forms/states.ts'
import type { Label } from '../text/label.ts'
import type { Passage } from './copiedText.ts'
import type { Severity } from './severity.ts'

/** Why a rule can be neither confirmed nor refuted. */
export type CannotTellReason =
  | 'blank'
  | 'not_applicable'
  | 'text'
  | 'unreadable'
  | 'row_missing'
  | 'table_missing'
  | 'approximate'
  | 'report_not_loaded'
  | 'identity_changed'
  | 'scope_differs'
  | 'several_versions'
  | 'form_uncertain'
  | 'mapping_uncertain'
  | 'base_not_stated'
  | 'unit_unknown'
  | 'level_unknown'
  | 'date_unknown'
  | 'too_few_peers'
  | 'too_small'
  | 'series_break'

/**
 * What became of one instance of a check. `left` and `right` are the two sides with the numbers put in, null where a part is unknown.
 * `blankAsZero` on `holds`: it holds because blanks under a total of 0 were read as 0, for this check only. `wouldHold` on
 * `cannotTell`: it would hold with blanks as 0.
 */
export type Outcome =
  | { readonly status: 'holds'; readonly left: number | null; readonly right: number | null; readonly blankAsZero: boolean }
  | { readonly status: 'fails'; readonly left: number | null; readonly right: number | null }
  | {
      readonly status: 'cannotTell'
      readonly left: number | null
      readonly right: number | null
      readonly reason: CannotTellReason
      readonly wouldHold: boolean
    }

/** A cell that a finding names, as `ogi check` prints it. */
export interface FindingCell {
  readonly indicator: string | null
  readonly applicant: ApplicantId | null
  readonly cell: string | null
  readonly column: string | null
  readonly printed: string | null
  readonly value: number | null
  readonly state: FigureState
  /** The year of its report, where that is not the finding's own. */
  readonly year?: number
}

/** Instances of one check in one report that fail, or that cannot be told. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly outcome: 'fails' | 'cannotTell'
  readonly reason: CannotTellReason | null
  /** Report id, or the file. */
  readonly report: string
  readonly agency: string | null
  readonly year: number | null
  readonly form: FormId | null
  readonly cells: readonly FindingCell[]
  /** Of the first instance. */
  readonly left: number | null
  readonly right: number | null
  readonly message: Label
  /** What may have happened; offered, never applied. */
  readonly hints: readonly Label[]
  /** The one cell that alone explains this and the other sums that do not add up, and what it would have to print. */
  readonly explainedBy: { readonly cell: FindingCell; readonly wouldBe: number } | null
  readonly fingerprint: string
  /** Of copied text: what both reports print, side by side. */
  readonly passages?: readonly Passage[]
}
