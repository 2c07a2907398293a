import type { ApplicantId, FormId } from '../forms/form.ts'
import type { EvidenceGrade, Qualifier, Scope, ValueState } from '../forms/states.ts'
import type { Label } from '../text/label.ts'

/** Where something stands in the file; null where unknown. `start` and `end` are characters of the paragraph. All count from 1, `start` from 0. */
export interface Place {
  readonly page: number | null
  readonly paragraph: number | null
  readonly table: number | null
  readonly row: number | null
  readonly column: number | null
  readonly start: number | null
  readonly end: number | null
}

/** One printed cell, or one figure from the prose: as in the contract of `ogi parse`. */
export interface Figure {
  /** Null only for a header row or group label that prints something. */
  readonly indicator: string | null
  readonly applicant: ApplicantId | null
  /** A number for `value` and `zero`, else null. Money in the indicator's unit. */
  readonly value: number | null
  readonly state: ValueState
  readonly evidence: EvidenceGrade
  /** The characters as printed; for prose the number or negation with its unit, never more than a few words. */
  readonly printed: string
  readonly qualifier: Qualifier | null
  /** Path in the form; null for prose. */
  readonly cell: string | null
  /** Printed column heading in table three; else null. */
  readonly column: string | null
  /** What chose between two ways to read the printed digits, or two places of them: a sum that the form prints. A problem says so, too. */
  readonly settledBy?: 'identity'
  readonly where: Place
}

/** A table row or number-bearing sentence that did not become a figure: nothing read is ever lost. */
export interface Unplaced {
  readonly kind: 'row' | 'sentence'
  readonly text: string
  readonly where: Place
}

/** Expected trouble, said in one sentence: what happened, what was kept, one thing to do. */
export interface Problem {
  /** `form.refused`, `number.unreadable`, `file.scanned`, `agency.unknown` … stable ids. */
  readonly code: string
  readonly message: Label
  readonly where: Place | null
}

/** What the title, the period sentence, the signature and the tables say about the report itself. */
export interface ReportIdentity {
  /** Official name as recognised, null when none was found. */
  readonly agency: string | null
  readonly agency_id: string | null
  readonly year: number | null
  /** Null when the file could not be read, or when its tables carry the marks of two forms. */
  readonly form: FormId | null
  readonly scope: Scope | null
  /** `YYYY-MM-DD`. */
  readonly period_start: string | null
  readonly period_end: string | null
  readonly published_on: string | null
  readonly title: string | null
}

/** How sure a recognition is. An agency that is `unsure` has no id; any other value that is `unsure` is null or a proposal to confirm. */
export type Confidence = 'certain' | 'likely' | 'unsure'

/** How sure one part of the identity is, and why, in one sentence. */
export interface Recognition {
  readonly confidence: Confidence
  readonly reason: Label
}

/** A known agency that the report may belong to. */
export interface AgencyCandidate {
  readonly agency_id: string
  readonly name: string
  readonly reason: Label
}

/** What the identity rests on, for a person to confirm or correct. */
export interface Recognised {
  /** The candidates hold the chosen agency first, where one was chosen; at most eight. */
  readonly agency: Recognition & { readonly candidates: readonly AgencyCandidate[] }
  readonly year: Recognition
  readonly form: Recognition
  readonly published_on: Recognition
  readonly scope: Recognition
}

/** One file, read: an element of the array that `ogi parse --json` prints. */
export interface ParsedReport {
  readonly file: string
  readonly sha256: string
  readonly report: ReportIdentity
  readonly recognised: Recognised
  readonly figures: readonly Figure[]
  readonly unplaced: readonly Unplaced[]
  readonly problems: readonly Problem[]
}
