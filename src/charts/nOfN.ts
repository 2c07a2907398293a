import type { FigureState } from '../forms/states.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import type { Lang } from '../text/label.ts'
import type { Words } from '../text/zh.ts'
import { nameState } from './figureText.ts'

/** How many of the places asked have a number, and why the others have none. Goes with every aggregate. */
export interface NOfN {
  readonly have: number
  readonly of: number
  /** In the fixed order: what is missing first, then what is not there for a reason. */
  readonly reasons: readonly { readonly state: FigureState; readonly count: number }[]
}

/** The order in which reasons are said: missing ones first, then those that are no gap. Every state has its place, so none is lost. */
const rank: Readonly<Record<FigureState, number>> = {
  blank: 0,
  unreadable: 1,
  row_missing: 2,
  unplaced: 3,
  not_reported: 4,
  not_loaded: 5,
  not_applicable: 6,
  text: 7,
  header_value: 8,
  dash: 9,
  not_in_form: 10,
  undefined: 11,
  value: 12,
  zero: 13,
}
const order = (Object.keys(rank) as FigureState[]).sort((a, b) => rank[a] - rank[b])

/** Counts rows, one per place (agency × year × indicator). A blank that was counted as 0 has a number. */
export function countNOfN(rows: readonly { readonly value: number | null; readonly state: FigureState }[]): NOfN {
  return {
    have: rows.filter((row) => row.value !== null).length,
    of: rows.length,
    reasons: order
      .map((state) => ({ state, count: rows.filter((row) => row.value === null && row.state === state).length }))
      .filter(({ count }) => count > 0),
  }
}

/** `20/22 有数值，空白 1，未收录 1`. */
export function printNOfN({ have, of, reasons }: NOfN, catalogue: Catalogue, lang: Lang, words: Words): string {
  return words.join([
    words.nOfN.have(have, of),
    ...reasons.map(({ state, count }) => words.nOfN.reason(nameState(catalogue, state, lang), count)),
  ])
}
