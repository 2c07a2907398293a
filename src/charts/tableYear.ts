import { isOfProse } from '../forms/states.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'

/**
 * The year of a list where the reader chose none: the last one in which the tables of at least half of the bodies give a number;
 * without such a year, each body's latest report.
 */
export function chooseTableYear(
  rows: readonly ComparedValue[],
  at: number | 'latest' | null,
  [from, to]: readonly [number, number],
  agencies: number,
): number | 'latest' {
  if (at === 'latest' || (at !== null && at >= from && at <= to)) return at
  const byYear = new Map<number, Set<string>>()
  for (const row of rows) {
    if (row.value === null || isOfProse(row)) continue
    byYear.set(row.year, (byYear.get(row.year) ?? new Set<string>()).add(row.agency))
  }
  const full = [...byYear].flatMap(([year, bodies]) => (bodies.size * 2 >= agencies ? [year] : []))
  return full.length > 0 ? Math.max(...full) : 'latest'
}
