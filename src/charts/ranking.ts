import type { TableFormId } from '../forms/form.ts'
import { isOfTables, type Scope } from '../forms/states.ts'
import { tableForms } from '../indicators/catalogue.ts'
import { mayJoin } from '../indicators/comparability.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { isTooSmall } from './figureText.ts'

/** Values that may stand in one order, highest first, with what describes them as a group. */
export interface RankedGroup {
  /** Whose figures: an agency's own are never ranked among those of a whole government. */
  readonly scope: Scope
  /** The forms whose figures are comparable here, oldest first. */
  readonly forms: readonly TableFormId[]
  readonly rows: readonly ComparedValue[]
  readonly quartiles: Quartiles | null
}

export interface Quartiles {
  readonly lower: number
  readonly median: number
  readonly upper: number
}

/** Agencies in order of one indicator; those without a number, or with too few cases, stand apart and are never ranked. */
export interface Ranking {
  /** More than one where the rows are of different scope, or stand on forms that may not be compared: newest form first. */
  readonly groups: readonly RankedGroup[]
  readonly tooSmall: readonly ComparedValue[]
  readonly missing: readonly ComparedValue[]
}

/**
 * One row per agency: of the year `at`, or of its latest report. The latest report is one whose form asks for the indicator
 * where there is such a report, so that a figure of 2018 is not hidden by a later form without that row; its blank is kept.
 */
export function pickYear(rows: readonly ComparedValue[], at: number | 'latest'): ComparedValue[] {
  const tables = rows.filter(isOfTables)
  if (at !== 'latest') return tables.filter((row) => row.year === at)
  const byAgency = new Map<string, ComparedValue[]>()
  for (const row of tables) byAgency.set(row.agency, [...(byAgency.get(row.agency) ?? []), row])
  return [...byAgency.values()].flatMap((ofAgency) => {
    const newestFirst = [...ofAgency].sort((a, b) => b.year - a.year)
    const loaded = newestFirst.filter((row) => row.report !== null)
    const picked = loaded.find((row) => row.state !== 'not_in_form') ?? loaded[0] ?? newestFirst[0]
    return picked ? [picked] : []
  })
}

/** Puts one row per agency in order. Equal values keep the order of the rows given. */
export function rankValues(rows: readonly ComparedValue[], indicator: Indicator): Ranking {
  const withValue = rows.filter((row) => row.value !== null)
  const rankable = withValue.filter((row) => !isTooSmall(row, indicator))
  return {
    groups: groupForms(rankable, indicator).map(({ scope, forms }) => {
      const ranked = rankable
        .filter((row) => scopeOf(row) === scope && forms.some((form) => form === tableFormOf(row)))
        .sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))
      return { scope, forms, rows: ranked, quartiles: quartilesOf(ranked.flatMap((row) => (row.value === null ? [] : [row.value]))) }
    }),
    tooSmall: withValue.filter((row) => isTooSmall(row, indicator)),
    missing: rows.filter((row) => row.value === null),
  }
}

/** Forms that occur, in sets whose figures may stand beside each other; newest set first, an agency's own figures first. */
function groupForms(rows: readonly ComparedValue[], indicator: Indicator): { scope: Scope; forms: TableFormId[] }[] {
  const scopes = (['own', 'office', 'aggregate'] as const).filter((scope) => rows.some((row) => scopeOf(row) === scope))
  return scopes.flatMap((scope) => {
    const ofScope = rows.filter((row) => scopeOf(row) === scope)
    const groups: TableFormId[][] = []
    for (const form of tableForms.filter((candidate) => ofScope.some((row) => tableFormOf(row) === candidate))) {
      const last = groups.at(-1)
      const before = last?.at(-1)
      if (last && before && mayJoin(indicator, before, form)) last.push(form)
      else groups.push([form])
    }
    return groups.reverse().map((forms) => ({ scope, forms }))
  })
}

const scopeOf = (row: ComparedValue): Scope => row.scope ?? 'own'

/** The form of a table figure; null for a report without a table, which has none. */
const tableFormOf = (row: ComparedValue): TableFormId | null => tableForms.find((form) => form === row.form) ?? null

/** Median and middle half by linear interpolation; null below two values, where they say nothing. */
export function quartilesOf(values: readonly number[]): Quartiles | null {
  if (values.length < 2) return null
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number): number => {
    const place = (sorted.length - 1) * share
    const below = sorted[Math.floor(place)]
    const above = sorted[Math.ceil(place)]
    if (below === undefined || above === undefined) throw new RangeError('no values')
    return below + (above - below) * (place - Math.floor(place))
  }
  return { lower: at(0.25), median: at(0.5), upper: at(0.75) }
}
