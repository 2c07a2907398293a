import type { Agency } from '../agencies.ts'
import { isOfProse, isOfTables } from '../forms/states.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { pickYear, rankValues, type Ranking } from './ranking.ts'

/** The indicators of staffing, by their roles in the catalogue. */
export interface StaffIndicators {
  readonly total: Indicator
  /** Kinds of staff, in the order of the catalogue. */
  readonly parts: readonly Indicator[]
  /** Everything that the page can put in order, total first. */
  readonly all: readonly Indicator[]
}

/** What the catalogue says of staffing; null where it marks no total of staff. */
export function staffIndicatorsOf({ indicators }: Catalogue): StaffIndicators | null {
  const at = (...places: readonly string[]): Indicator[] =>
    indicators.filter(({ role }) => role?.staffing !== undefined && places.includes(role.staffing))
  const [total] = at('total')
  if (!total) return null
  const parts = at('part')
  return { total, parts, all: [total, ...parts, ...at('means', 'activity'), ...at('load', 'share')] }
}

/** One body in the list. */
export interface StaffLine {
  readonly row: ComparedValue
  /** Kinds of staff beside their total; empty for any other figure. */
  readonly parts: readonly ComparedValue[]
  /** Those kinds that have a number, together; null where none has. */
  readonly known: number | null
  readonly standing: 'adds' | 'differs' | 'cannotTell'
  /** What the prose says of the figure or of its parts. */
  readonly prose: readonly ComparedValue[]
}

/** Bodies in order of one figure. */
export interface StaffList {
  readonly ranking: Ranking
  /** Those that may stand in one order, each set by itself. */
  readonly groups: readonly (readonly StaffLine[])[]
  /** A share of too few people: told, not ranked. */
  readonly few: readonly StaffLine[]
  readonly missing: readonly StaffLine[]
}

/** Every body, in the order of the list. */
export const linesOf = (list: StaffList): readonly StaffLine[] => [...list.groups.flat(), ...list.few, ...list.missing]

export type StaffOrder = 'value' | 'lowest' | 'list'

/** Puts the bodies of one year (or of each one's latest report) in order; ties stay as bodies are listed. */
export function listStaff(
  rows: readonly ComparedValue[],
  indicator: Indicator,
  indicators: StaffIndicators,
  at: number | 'latest',
  order: StaffOrder,
  agencies: readonly Agency[],
): StaffList {
  const place = new Map(agencies.map((agency, index) => [agency.id, index]))
  const listed = (one: ComparedValue): number => place.get(one.agency) ?? Infinity
  const picked = pickYear(
    rows.filter((row) => row.indicator === indicator.id),
    at,
  ).sort((a, b) => listed(a) - listed(b))
  const ranking = rankValues(picked, indicator)
  const beside = indicator === indicators.total ? indicators.parts : []
  const lineOf = makeLine(rows, indicator, beside)
  return {
    ranking,
    groups: ranking.groups.map((group) => inOrder(group.rows, order, listed).map(lineOf)),
    few: ranking.tooSmall.map(lineOf),
    missing: ranking.missing.map(lineOf),
  }
}

function inOrder(rows: readonly ComparedValue[], order: StaffOrder, listed: (row: ComparedValue) => number): readonly ComparedValue[] {
  const byList = [...rows].sort((a, b) => listed(a) - listed(b))
  if (order === 'list') return byList
  const sizeOf = ({ value }: ComparedValue): number => value ?? NaN
  return byList.sort((a, b) => (order === 'lowest' ? sizeOf(a) - sizeOf(b) : sizeOf(b) - sizeOf(a)))
}

function makeLine(rows: readonly ComparedValue[], indicator: Indicator, parts: readonly Indicator[]): (row: ComparedValue) => StaffLine {
  const wanted = new Set([indicator, ...parts].map(({ id }) => id))
  const byPlace = new Map<string, ComparedValue[]>()
  for (const row of rows) {
    if (!wanted.has(row.indicator)) continue
    const key = `${row.agency} ${row.year}`
    byPlace.set(key, [...(byPlace.get(key) ?? []), row])
  }
  return (row) => {
    const here = byPlace.get(`${row.agency} ${row.year}`) ?? []
    const beside = parts.flatMap(({ id }) => here.find((other) => other.indicator === id && isOfTables(other)) ?? [])
    const numbers = beside.flatMap(({ value }) => (value === null ? [] : [value]))
    const known = numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number)
    const whole = parts.length > 0 && numbers.length === parts.length && row.value !== null
    const standing = !whole ? 'cannotTell' : known === row.value ? 'adds' : 'differs'
    return { row, parts: beside, known, standing, prose: here.filter((other) => isOfProse(other) && other.value !== null) }
  }
}

/** A load's two sides; null for figures that have none. The number of people is the size behind the rate. */
export const sidesOf = ({ value, n }: ComparedValue, indicator: Indicator): { readonly part: number; readonly staff: number } | null =>
  indicator.kind !== 'derived' || value === null || n === null ? null : { part: Math.round(value * n * 100) / 100, staff: n }
