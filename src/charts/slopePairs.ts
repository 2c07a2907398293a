import { isOfTables } from '../forms/states.ts'
import { segmentsOf } from '../indicators/comparability.ts'
import type { Indicator, Step } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import type { ChartContext } from './chartContext.ts'
import { isTooSmall } from './figureText.ts'

/**
 * One body in two years. `pair`: both figures may be compared; `apart`: both are there, but count differently; `one`: one year has
 * a figure; `small`: a rate over too few cases, and no other figure to draw; `none`: neither year has a figure.
 */
export type SlopeKind = 'pair' | 'apart' | 'one' | 'small' | 'none'

export interface SlopeBody {
  readonly agency: string
  readonly first: ComparedValue
  readonly last: ComparedValue
  readonly kind: SlopeKind
  /** Of `apart`: why there is no line. */
  readonly cut: Step | null
}

/** The first and the last year of a span; `at` takes the place of the last one where it is another year of the span. */
export function slopeYears([from, to]: readonly [number, number], at: number | 'latest' | null): readonly [number, number] {
  return typeof at === 'number' && at > from && at <= to ? [from, at] : [from, to]
}

/** Each body's figures of two years, with what may be done with them. Bodies without a row in both years are left out. */
export function slopePairsOf(
  rows: readonly ComparedValue[],
  [from, to]: readonly [number, number],
  { agencies, indicator, mergers }: Pick<ChartContext, 'agencies' | 'indicator' | 'mergers'>,
): SlopeBody[] {
  const tables = rows.filter((row) => isOfTables(row) && (row.year === from || row.year === to))
  return agencies.flatMap(({ id }) => {
    const first = tables.find((row) => row.agency === id && row.year === from)
    const last = tables.find((row) => row.agency === id && row.year === to)
    const merged = mergers?.get(id)?.some((year) => year > from && year <= to) === true
    return first && last ? [pairUp(id, first, last, indicator, merged)] : []
  })
}

const afterMerger: Step = {
  class: 'break',
  why: {
    zh: '其间有机关并入，后一年的数字包含并入的机关。',
    en: 'Another body was merged into it in between; the later figure counts that body as well.',
  },
}

function pairUp(agency: string, first: ComparedValue, last: ComparedValue, indicator: Indicator, merged: boolean): SlopeBody {
  const drawn = [first, last].filter((row) => isDrawn(row, indicator))
  if (drawn.length === 2) {
    const cut = segmentsOf(indicator, drawn)[1]?.cut ?? (merged ? afterMerger : null)
    return { agency, first, last, kind: cut === null ? 'pair' : 'apart', cut }
  }
  const isSmall = [first, last].some((row) => isTooSmall(row, indicator))
  return { agency, first, last, kind: drawn.length === 1 ? 'one' : isSmall ? 'small' : 'none', cut: null }
}

/** Has a figure that may be drawn: not missing, and no rate over too few cases. */
export const isDrawn = (row: ComparedValue, indicator: Indicator): boolean => row.value !== null && !isTooSmall(row, indicator)

/** How many of the comparable bodies are higher, lower or the same in the second year, and how many are not comparable. */
export function countChanges(bodies: readonly SlopeBody[]): {
  readonly rose: number
  readonly fell: number
  readonly stayed: number
  readonly notComparable: number
} {
  const changes = bodies
    .filter(({ kind }) => kind === 'pair')
    .map(({ first, last }) => Math.sign((last.value ?? NaN) - (first.value ?? NaN)))
  return {
    rose: changes.filter((change) => change > 0).length,
    fell: changes.filter((change) => change < 0).length,
    stayed: changes.filter((change) => change === 0).length,
    notComparable: bodies.length - changes.length,
  }
}
