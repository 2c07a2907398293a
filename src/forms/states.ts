import type { Label } from '../text/label.ts'

/** What a printed cell, or a sentence, says. Only `value` and `zero` carry a number. */
export type ValueState = 'value' | 'zero' | 'blank' | 'dash' | 'not_applicable' | 'text' | 'header_value' | 'unreadable'

/**
 * Why there is no figure at all. The first five are the catalogue's; `undefined` is for a derived measure
 * whose denominator is 0: neither 0 nor 100 %, and nothing is missing.
 */
export type AbsenceReason = 'not_in_form' | 'row_missing' | 'unplaced' | 'not_reported' | 'not_loaded' | 'undefined'

export type FigureState = ValueState | AbsenceReason

/** A table cell, B explicit number in prose, C approximate or derived, D zero or none in words. */
export type EvidenceGrade = 'A' | 'B' | 'C' | 'D'

/** Is it a figure of the tables, or none at all, rather than one told in the prose? */
export const isOfTables = ({ evidence }: { readonly evidence: EvidenceGrade | null }): boolean => evidence === null || evidence === 'A'

/** Is it told in the prose (grades B to D)? Such a figure stands beside those of the tables and is never joined to them. */
export const isOfProse = ({ evidence }: { readonly evidence: EvidenceGrade | null }): boolean => evidence !== null && evidence !== 'A'

/** At least, less than, about: only with grade C. */
export type Qualifier = '≥' | '<' | '~'

/** Whose figures: the agency's own, the government office's own, the whole government's. */
export type Scope = 'own' | 'office' | 'aggregate'

/** One state or reason, as the catalogue serialises it. */
export interface StateDefinition<Id extends string> {
  readonly id: Id
  readonly name: Label
  readonly meaning: Label
  /** What is printed for it. */
  readonly printed?: Label
  /** The grades it occurs with. */
  readonly evidence?: readonly EvidenceGrade[]
  /** Does it carry a number? */
  readonly number: boolean
  /** Does it count as missing in "n of N"? `dash`, `not_applicable`, `text`, `header_value` and `not_in_form` do not. */
  readonly missing: boolean
}
