import type { Qualifier } from '../forms/states.ts'

/** A number of a sentence. `value` is null when it cannot be read with certainty. */
export interface SaidNumber {
  /** The number with its unit and the few words that it stands with. */
  readonly printed: string
  readonly value: number | null
  readonly qualifier: Qualifier | null
  /** `%` for a share or a change. */
  readonly unit: string
  /** Half a unit of its last digit where it is rounded; 0 for a count. */
  readonly tolerance: number
  /** What it counts, where the claim reader knows it. */
  readonly indicator: string | null
}

/**
 * What the numbers of one sentence are to each other. `at` names its place in the report. `clear` is false where the sentence may also be
 * read otherwise: then nothing follows from numbers that do not fit.
 */
export type Statement =
  /** 64 件，包括 40 件、18 件、6 件 (`all`) or 其中 40 件、18 件 (`some`). */
  | {
      readonly kind: 'parts'
      readonly at: string
      readonly list: 'all' | 'some'
      readonly clear: boolean
      /** The parts may hold the same thing twice, as channels do. */
      readonly overlap: boolean
      readonly whole: SaidNumber
      /** Other numbers of the sentence that may be meant as the whole. */
      readonly otherWholes: readonly SaidNumber[]
      /** Empty where words stand in place of numbers. */
      readonly parts: readonly SaidNumber[]
    }
  /** 36 件，占 45 件的 80%. Null where the sentence does not say of what. */
  | {
      readonly kind: 'share'
      readonly at: string
      readonly clear: boolean
      readonly share: SaidNumber
      readonly part: SaidNumber | null
      readonly base: SaidNumber | null
    }
  /** 125 件，比上年的 100 件增长 25%. A decline has a change below 0; `before` is null where only this year's number is said. */
  | {
      readonly kind: 'growth'
      readonly at: string
      readonly clear: boolean
      readonly change: SaidNumber
      readonly now: SaidNumber | null
      readonly before: SaidNumber | null
    }
