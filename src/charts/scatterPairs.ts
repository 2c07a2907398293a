import type { Agency } from '../agencies.ts'
import { isOfTables, type Scope } from '../forms/states.ts'
import { tableForms } from '../indicators/catalogue.ts'
import { mayJoin } from '../indicators/comparability.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { isTooSmall } from './figureText.ts'

/**
 * One body with two indicators of one report. `drawn`: both figures, comparable with the other marks; `small`: both, but a rate over
 * too few cases among them; `apart`: both, of another scope or on a form that counts differently; `missing`: not both.
 */
export interface ScatterBody {
  readonly agency: string
  readonly year: number
  readonly x: ComparedValue
  readonly y: ComparedValue
  readonly kind: 'drawn' | 'small' | 'apart' | 'missing'
  /** The smaller of the bases behind the rates; null where neither is a rate. */
  readonly n: number | null
}

interface Pair {
  readonly x: ComparedValue
  readonly y: ComparedValue
}

/**
 * Pairs of figures out of the same report: of the year `at`, or of each body's latest report that has both. A body without such a
 * report stands with its latest one, or with its last year.
 */
export function scatterPairsOf(
  rows: readonly ComparedValue[],
  at: number | 'latest',
  [first, second]: readonly [Indicator, Indicator],
  agencies: readonly Agency[],
): ScatterBody[] {
  const tables = rows.filter((row) => isOfTables(row) && (at === 'latest' || row.year === at))
  const ys = new Map(tables.filter((row) => row.indicator === second.id).map((row) => [`${row.agency} ${row.year}`, row]))
  const pairs = tables
    .filter((row) => row.indicator === first.id)
    .flatMap((x): Pair[] => {
      const y = ys.get(`${x.agency} ${x.year}`)
      return y ? [{ x, y }] : []
    })
  const picked = agencies.flatMap((agency) => pickPair(pairs.filter(({ x }) => x.agency === agency.id)))
  const together = findTogether(picked.filter(hasBoth), [first, second])
  return picked.map(({ x, y }) => {
    const sizes = [
      { row: x, indicator: first },
      { row: y, indicator: second },
    ].flatMap(({ row, indicator }) => (indicator.kind === 'derived' && row.n !== null ? [row.n] : []))
    return { agency: x.agency, year: x.year, x, y, kind: kindOf({ x, y }), n: sizes.length > 0 ? Math.min(...sizes) : null }
  })

  function kindOf(pair: Pair): ScatterBody['kind'] {
    if (!hasBoth(pair)) return 'missing'
    if (!together.has(placeOf(pair))) return 'apart'
    return isTooSmall(pair.x, first) || isTooSmall(pair.y, second) ? 'small' : 'drawn'
  }
}

const hasBoth = ({ x, y }: Pair): boolean => x.value !== null && y.value !== null && x.report !== null && x.report === y.report

function pickPair(ofBody: readonly Pair[]): Pair[] {
  const newestFirst = [...ofBody].sort((a, b) => b.x.year - a.x.year)
  const found = newestFirst.find(hasBoth) ?? newestFirst.find(({ x }) => x.report !== null) ?? newestFirst[0]
  return found ? [found] : []
}

/** What decides whether two pairs may be compared: whose figures they are and the form they stand on. */
const placeOf = ({ x }: Pair): string => `${scopeOf(x)} ${x.form ?? ''}`
const scopeOf = (row: ComparedValue): Scope => row.scope ?? 'own'

/** The places of the largest set of pairs of one scope, on forms between which both indicators may be compared; newer forms on a tie. */
function findTogether(pairs: readonly Pair[], indicators: readonly [Indicator, Indicator]): ReadonlySet<string> {
  const sets = (['own', 'office', 'aggregate'] as const).flatMap((scope) => {
    const forms = tableForms.filter((form) => pairs.some(({ x }) => scopeOf(x) === scope && x.form === form))
    const runs: (typeof forms)[] = []
    for (const form of forms) {
      const run = runs.at(-1)
      const before = run?.at(-1)
      if (run && before && indicators.every((indicator) => mayJoin(indicator, before, form))) run.push(form)
      else runs.push([form])
    }
    return runs.reverse().map((run) => new Set(run.map((form) => `${scope} ${form}`)))
  })
  const sizeOf = (set: ReadonlySet<string>): number => pairs.filter((pair) => set.has(placeOf(pair))).length
  const [largest] = [...sets].sort((a, b) => sizeOf(b) - sizeOf(a))
  return largest ?? new Set()
}

/** Below so many pairs the order says nothing. */
const enoughPairs = 10

/** How far both put the bodies in the same order: Spearman's ρ over mean ranks; null below ten pairs, or where one side is all the same. */
export function spearmanOf(bodies: readonly ScatterBody[]): { readonly rho: number; readonly n: number } | null {
  const drawn = bodies.filter(({ kind }) => kind === 'drawn')
  if (drawn.length < enoughPairs) return null
  const xs = rank(drawn.map(({ x }) => x.value ?? NaN))
  const ys = rank(drawn.map(({ y }) => y.value ?? NaN))
  const middle = (drawn.length + 1) / 2
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  const spread = (ranks: readonly number[]): number => sum(ranks.map((place) => (place - middle) ** 2))
  const scale = Math.sqrt(spread(xs) * spread(ys))
  return scale === 0 ? null : { rho: sum(xs.map((place, i) => (place - middle) * ((ys[i] ?? NaN) - middle))) / scale, n: drawn.length }
}

/** Places in order, from 1; equal values share the mean of theirs. */
const rank = (values: readonly number[]): number[] =>
  values.map((value) => values.filter((other) => other < value).length + (values.filter((other) => other === value).length + 1) / 2)
