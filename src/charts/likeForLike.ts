import { isOfTables } from '../forms/states.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { groupWords } from '../text/groupWords.ts'
import type { Lang } from '../text/label.ts'

/** A body that is left out of a like-for-like view, with the years in which it has no number. */
export interface LeftOut {
  readonly agency: string
  readonly years: readonly number[]
}

/** The rows of bodies that have a number in every year, and who falls out. */
export interface LikeForLike {
  readonly rows: readonly ComparedValue[]
  /** Ids of the bodies that stay, in the order of the rows. */
  readonly kept: readonly string[]
  readonly left: readonly LeftOut[]
  /** The years that were asked for: those in which anybody has a number. A form without the row takes nobody out. */
  readonly years: readonly number[]
}

/**
 * Keeps the rows of bodies with a number of the tables in every year of the span, of every indicator in `rows`. A year in which nobody
 * has a number of an indicator (its form does not ask) is not asked for; prose never fills a gap.
 */
export function keepSameBodies(rows: readonly ComparedValue[]): LikeForLike {
  const numbers = rows.filter((row) => isOfTables(row) && row.value !== null)
  const places = new Map(numbers.map((row) => [placeOf(row), row.year]))
  const had = new Set(numbers.map((row) => `${row.agency} ${placeOf(row)}`))
  const agencies = [...new Set(rows.map((row) => row.agency))]
  const left = agencies.flatMap((agency): LeftOut[] => {
    const years = [...places].flatMap(([place, year]) => (had.has(`${agency} ${place}`) ? [] : [year]))
    return years.length === 0 && places.size > 0 ? [] : [{ agency, years: inOrder(years) }]
  })
  const out = new Set(left.map(({ agency }) => agency))
  return {
    rows: rows.filter((row) => !out.has(row.agency)),
    kept: agencies.filter((agency) => !out.has(agency)),
    left,
    years: inOrder([...places.values()]),
  }
}

const placeOf = (row: ComparedValue): string => `${row.year} ${row.indicator} ${row.applicant ?? ''}`
const inOrder = (years: readonly number[]): number[] => [...new Set(years)].sort((a, b) => a - b)

/** What a like-for-like view must say in its subtitle: who stays, over which years, and how many fall out. */
export function saySameBodies({ kept, left, years }: Pick<LikeForLike, 'kept' | 'left' | 'years'>, lang: Lang): string {
  const words = groupWords[lang]
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined) return words.nobodyHas
  const span = first === last ? String(first) : `${first}–${last}`
  return kept.length === 0 ? words.keptNone(span) : words.kept(kept.length, span, left.length)
}
