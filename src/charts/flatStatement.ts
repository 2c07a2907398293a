import { mayJoin } from '../indicators/comparability.ts'
import { tableForms } from '../indicators/catalogue.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import type { ChartContext } from './chartContext.ts'
import { stateGroup } from './groupStatement.ts'
import { countNOfN, type NOfN } from './nOfN.ts'
import { pickYear } from './ranking.ts'

/** How many bodies report nothing, how many something, and for how many that is another number than the year before: ids, to be listed. */
export interface FlatStatement {
  readonly indicator: Indicator
  /** Bodies whose figures may stand beside each other. */
  readonly have: readonly string[]
  readonly zero: readonly string[]
  readonly some: readonly string[]
  /** Of `compared`: another number than the year before. */
  readonly changed: readonly string[]
  /** Bodies with a number in the year before, too, that may be compared. */
  readonly compared: readonly string[]
  readonly n: NOfN
  readonly missing: readonly ComparedValue[]
  /** Bodies with a number that counts another way. */
  readonly apart: readonly string[]
}

/** What may be said of one indicator where most figures are nothing. `rows`: every year of it, tables and reasons. */
export function stateFlat(
  rows: readonly ComparedValue[],
  indicator: Indicator,
  at: number | 'latest',
  mergers?: ChartContext['mergers'],
): FlatStatement {
  const own = rows.filter((row) => row.indicator === indicator.id)
  const picked = pickYear(own, at)
  const { counted, missing, apart } = stateGroup(picked, indicator)
  const numbers = own.filter((row) => row.value !== null && row.evidence === 'A')
  const earlier = new Map(numbers.map((row) => [`${row.agency} ${row.year}`, row]))
  const pairs = counted.flatMap((row) => {
    const before = earlier.get(`${row.agency} ${row.year - 1}`)
    const isMerged = mergers?.get(row.agency)?.includes(row.year) === true
    return before && !isMerged && mayHold(before, row, indicator) ? [{ agency: row.agency, changed: before.value !== row.value }] : []
  })
  const idsOf = (isMeant: (row: ComparedValue) => boolean): string[] => counted.filter(isMeant).map(({ agency }) => agency)
  return {
    indicator,
    have: idsOf(() => true),
    zero: idsOf(({ value }) => value === 0),
    some: idsOf(({ value }) => value !== 0),
    changed: pairs.filter(({ changed }) => changed).map(({ agency }) => agency),
    compared: pairs.map(({ agency }) => agency),
    n: { ...countNOfN(picked), have: counted.length },
    missing,
    apart: apart.map(({ agency }) => agency),
  }
}

function mayHold(before: ComparedValue, after: ComparedValue, indicator: Indicator): boolean {
  const [from, to] = [before, after].map((row) => tableForms.find((form) => form === row.form))
  return from !== undefined && to !== undefined && before.scope === after.scope && mayJoin(indicator, from, to)
}

/**
 * Statements of counts, the flattest first; those that few bodies have a number of come after the others, and indicators that nobody has
 * a number of are left out.
 */
export function stateAllFlat(
  rows: readonly ComparedValue[],
  indicators: readonly Indicator[],
  at: number | 'latest',
  mergers?: ChartContext['mergers'],
): readonly FlatStatement[] {
  const flatness = ({ zero, have }: FlatStatement): number => zero.length / have.length
  const stated = indicators
    .filter((indicator) => indicator.kind !== 'derived')
    .map((indicator) => stateFlat(rows, indicator, at, mergers))
    .filter(({ have }) => have.length > 0)
  const most = Math.max(0, ...stated.map(({ have }) => have.length))
  const isFew = ({ have }: FlatStatement): number => (have.length * 2 < most ? 1 : 0)
  return [...stated].sort((a, b) => isFew(a) - isFew(b) || flatness(b) - flatness(a) || b.have.length - a.have.length)
}
