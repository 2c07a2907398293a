import type { FigureState } from '../forms/states.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { isTooSmall } from './figureText.ts'
import { pickYear } from './ranking.ts'

/** How the figures of one indicator repeat: for data that are flat. */
export interface SameValues {
  readonly indicator: Indicator
  /** Every body asked. */
  readonly of: number
  /** The number that most bodies report, and who; null where no two report the same. */
  readonly same: { readonly value: number; readonly agencies: readonly string[] } | null
  /** All other numbers, and who. */
  readonly rest: { readonly low: number; readonly high: number; readonly agencies: readonly string[] } | null
  /** Without a number, by reason. */
  readonly missing: readonly { readonly state: FigureState; readonly agencies: readonly string[] }[]
}

/** What repeats among the bodies of one year, or of each one's latest report. Of two numbers reported equally often, the lower. */
export function findSameValues(rows: readonly ComparedValue[], indicator: Indicator, at: number | 'latest'): SameValues {
  const picked = pickYear(
    rows.filter((row) => row.indicator === indicator.id),
    at,
  )
  const told = picked.flatMap((row) => (row.value === null || isTooSmall(row, indicator) ? [] : [{ agency: row.agency, value: row.value }]))
  const counts = new Map<number, string[]>()
  for (const { agency, value } of told) counts.set(value, [...(counts.get(value) ?? []), agency])
  const [most] = [...counts].sort(([a, left], [b, right]) => right.length - left.length || a - b)
  const same = most && most[1].length > 1 ? { value: most[0], agencies: most[1] } : null
  const others = told.filter(({ value }) => value !== same?.value)
  const values = others.map(({ value }) => value)
  const states = [...new Set(picked.flatMap((row) => (row.value === null ? [row.state] : [])))]
  return {
    indicator,
    of: picked.length,
    same,
    rest:
      others.length === 0 ? null : { low: Math.min(...values), high: Math.max(...values), agencies: others.map(({ agency }) => agency) },
    missing: states.map((state) => ({
      state,
      agencies: picked.filter((row) => row.value === null && row.state === state).map(({ agency }) => agency),
    })),
  }
}

/** The flattest first: that of which most bodies report one number. */
export const flattestOf = (all: readonly SameValues[]): SameValues | null =>
  all.reduce<SameValues | null>(
    (best, one) => (one.same && one.same.agencies.length > (best?.same?.agencies.length ?? 1) ? one : best),
    null,
  )
