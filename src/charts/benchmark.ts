import { isOfTables } from '../forms/states.ts'
import { segmentsOf } from '../indicators/comparability.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { compareWordsIn } from '../text/compareWords.ts'
import type { Lang } from '../text/label.ts'
import { formatNumber } from '../text/numbers.ts'
import type { ChartContext } from './chartContext.ts'
import { isTooSmall, nameState, printAmount, printUnit } from './figureText.ts'
import { quartilesOf, type RankedGroup, type Ranking } from './ranking.ts'

/** What a ranking is held against: nothing, a group's middle, the group of its supervisor, its own year before, a number. */
export type BenchmarkKind = 'none' | 'median' | 'supervisor' | 'before' | number

/** What one body is held against, or why it cannot be. */
export type Held =
  { readonly value: number; readonly have: number | null; readonly of: number | null } | { readonly value: null; readonly reason: string }

/** A benchmark over a ranking: what each ranked body is held against. */
export interface HeldAgainst {
  readonly kind: BenchmarkKind
  /** The one value that all are held against; null where each has its own. */
  readonly line: number | null
  /** How many bodies the one median is of; null where there is no single one. */
  readonly of: number | null
  readonly byAgency: ReadonlyMap<string, Held>
}

type BenchmarkContext = Pick<ChartContext, 'agencies' | 'indicator' | 'catalogue' | 'lang' | 'mergers'>

/**
 * Holds each ranked body against the benchmark. `rows` are those of the span and, for the year before, of one year more. A median
 * is taken inside a comparable group only, the year before only where the forms and the scope let the two be compared.
 */
export function holdAgainst(
  kind: BenchmarkKind,
  ranking: Ranking,
  rows: readonly ComparedValue[],
  context: BenchmarkContext,
): HeldAgainst | null {
  if (kind === 'none') return null
  const ranked = ranking.groups.flatMap((group) => group.rows)
  if (typeof kind === 'number') {
    const held: Held = { value: kind, have: null, of: null }
    return { kind, line: kind, of: null, byAgency: new Map(ranked.map((row) => [row.agency, held])) }
  }
  if (kind === 'before') return { kind, line: null, of: null, byAgency: holdAgainstBefore(ranked, rows, context) }
  if (kind === 'supervisor') return { kind, line: null, of: null, byAgency: holdAgainstSiblings(ranking, context) }
  const [only, ...others] = ranking.groups
  const middle = others.length === 0 ? (only?.quartiles?.median ?? null) : null
  return { kind, line: middle, of: middle === null ? null : (only?.rows.length ?? null), byAgency: holdAgainstMedians(ranking, context) }
}

const rowsOf = ({ groups, tooSmall, missing }: Ranking): ComparedValue[] => [
  ...groups.flatMap((group) => group.rows),
  ...tooSmall,
  ...missing,
]
const countBodies = (ranking: Ranking): number => rowsOf(ranking).length

function holdAgainstMedians(ranking: Ranking, { lang }: BenchmarkContext): Map<string, Held> {
  return new Map(
    ranking.groups.flatMap((group) => {
      const middle = group.quartiles?.median
      const held: Held =
        middle === undefined
          ? { value: null, reason: compareWordsIn(lang).bench.tooFewInGroup }
          : { value: middle, have: group.rows.length, of: ranking.groups.length > 1 ? group.rows.length : countBodies(ranking) }
      return group.rows.map((row): [string, Held] => [row.agency, held])
    }),
  )
}

/** The median of the bodies of the selection under the same supervisor, itself among them, inside a comparable group. */
function holdAgainstSiblings(ranking: Ranking, { agencies, lang }: BenchmarkContext): Map<string, Held> {
  const supervisorOf = new Map(agencies.map((agency) => [agency.id, agency.supervisorId]))
  const words = compareWordsIn(lang).bench
  const countUnder = (supervisor: string): number => rowsOf(ranking).filter((row) => supervisorOf.get(row.agency) === supervisor).length
  const held = (group: RankedGroup, row: ComparedValue): Held => {
    const supervisor = supervisorOf.get(row.agency)
    if (supervisor === undefined || supervisor === null) return { value: null, reason: words.noSupervisor }
    const values = group.rows.flatMap((other) =>
      supervisorOf.get(other.agency) === supervisor && other.value !== null ? [other.value] : [],
    )
    const middle = quartilesOf(values)?.median
    if (middle === undefined) return { value: null, reason: words.tooFew(values.length) }
    return { value: middle, have: values.length, of: countUnder(supervisor) }
  }
  return new Map(ranking.groups.flatMap((group) => group.rows.map((row): [string, Held] => [row.agency, held(group, row)])))
}

function holdAgainstBefore(
  ranked: readonly ComparedValue[],
  rows: readonly ComparedValue[],
  { indicator, catalogue, lang, mergers }: BenchmarkContext,
): Map<string, Held> {
  const at = new Map(rows.filter(isOfTables).map((row) => [`${row.agency} ${row.year}`, row]))
  return new Map(
    ranked.map((row): [string, Held] => {
      const before = at.get(`${row.agency} ${row.year - 1}`)
      if (before === undefined) return [row.agency, { value: null, reason: compareWordsIn(lang).bench.notAsked }]
      if (before.value === null) return [row.agency, { value: null, reason: nameState(catalogue, before.state, lang) }]
      if (isTooSmall(before, indicator)) return [row.agency, { value: null, reason: compareWordsIn(lang).bench.smallBase }]
      const cut = segmentsOf(indicator, [before, row]).at(-1)?.cut
      if (mergers?.get(row.agency)?.includes(row.year)) return [row.agency, { value: null, reason: compareWordsIn(lang).bench.merged }]
      if (cut) return [row.agency, { value: null, reason: cut.why[lang] }]
      return [row.agency, { value: before.value, have: null, of: null }]
    }),
  )
}

/** How a value stands to what it is held against: `higher by 12`, `lower by 3.2 points`, `the same`. Never better or worse. */
export function printDifference(value: number, held: number, indicator: Indicator, lang: Lang): string {
  const { bench } = compareWordsIn(lang)
  const [size, unit] = indicator.format === 'percent' ? [Math.abs(value - held) * 100, null] : [Math.abs(value - held), indicator]
  if (isNothing(size)) return bench.same
  // What differs is never called the same: below the usual precision the first digit that differs is told.
  const rounded = Math.round(size * precisionOf(indicator)) / precisionOf(indicator) || Number(size.toPrecision(1))
  const told = unit === null ? bench.points(formatNumber(rounded, lang)) : `${formatNumber(rounded, lang)}${printUnit(indicator, lang)}`
  return value > held ? bench.higher(told) : bench.lower(told)
}

/** Points of a percentage with one decimal, other rates with two, figures as printed. */
const precisionOf = (indicator: Indicator): number => (indicator.format === 'percent' ? 10 : indicator.kind === 'derived' ? 100 : 10_000)

/** Less than what a number is printed with at most; fractions of a computer are no difference. */
const isNothing = (size: number): boolean => size < 0.000_05

/** How many stand higher, lower and the same, of those that can be held against the benchmark. */
export interface HeldCount {
  readonly n: number
  readonly higher: number
  readonly lower: number
  readonly same: number
}

/** Counts the ranked bodies by how they stand to the benchmark, as their differences are told. */
export function countHeld(ranking: Ranking, held: HeldAgainst, indicator: Indicator): HeldCount {
  const signs = ranking.groups.flatMap((group) =>
    group.rows.flatMap((row) => {
      const against = held.byAgency.get(row.agency)?.value
      if (row.value === null || against === undefined || against === null) return []
      const size = Math.abs(row.value - against) * (indicator.format === 'percent' ? 100 : 1)
      return [isNothing(size) ? 0 : Math.sign(row.value - against)]
    }),
  )
  const count = (sign: number): number => signs.filter((one) => one === sign).length
  return { n: signs.length, higher: count(1), lower: count(-1), same: count(0) }
}

/** What the benchmark is, for the subtitle: one line with its value, or ticks and what they are. */
export function nameBenchmark(held: HeldAgainst, indicator: Indicator, lang: Lang): string {
  const { bench } = compareWordsIn(lang)
  const told = (value: number): string => printAmount(value, indicator, lang)
  if (typeof held.kind === 'number') return bench.number(told(held.kind))
  if (held.kind === 'supervisor') return bench.supervisor
  if (held.kind === 'before') return bench.before
  return held.line === null || held.of === null ? bench.medians : bench.median(told(held.line), held.of)
}

/** Why bodies cannot be held against the benchmark, each reason with how many; the most frequent first. */
export function listUnheld(held: HeldAgainst): readonly { readonly reason: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const one of held.byAgency.values()) {
    if (one.value !== null) continue
    const known = counts.get(one.reason)
    counts.set(one.reason, known === undefined ? 1 : known + 1)
  }
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count)
}

/** Everything about the benchmark's column that does not differ from row to row. */
export function nameColumn(kind: BenchmarkKind, lang: Lang): string {
  const { column } = compareWordsIn(lang).bench
  return typeof kind === 'number' ? column.number : kind === 'none' ? column.median : column[kind]
}
