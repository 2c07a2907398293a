import { findHolder, findTurner, type Dominance } from '../indicators/dominance.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { isOfTables, type FigureState, type Scope } from '../forms/states.ts'
import type { TableFormId } from '../forms/form.ts'
import { mayJoin } from '../indicators/comparability.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import type { ChartContext } from './chartContext.ts'
import { countNOfN, type NOfN } from './nOfN.ts'
import { quartilesOf, rankValues } from './ranking.ts'

/** What a group of bodies reports together: never without how many of how many, and who is missing. */
export interface GroupFigure {
  /** The figures that are put together: one scope, on forms that may stand beside each other. In the order given. */
  readonly counted: readonly ComparedValue[]
  readonly scope: Scope | null
  readonly forms: readonly TableFormId[]
  /** Added up; null where there is nothing to add, and for rates and shares, which do not add. */
  readonly sum: number | null
  readonly median: number | null
  /** How many of all bodies are counted, and the reasons of those without a number. */
  readonly n: NOfN
  /** Bodies without a number, with their reason. */
  readonly missing: readonly ComparedValue[]
  /** Bodies with a number that may not be put together with the others: another scope or form, or a rate over too few. */
  readonly apart: readonly ComparedValue[]
  /** The one body that holds more than half of the sum. */
  readonly holder: Dominance | null
}

/** Puts the rows of one indicator together, one per body, of one year or of each body's latest report. */
export function stateGroup(rows: readonly ComparedValue[], indicator: Indicator): GroupFigure {
  const tables = rows.filter(isOfTables)
  const ranking = rankValues(tables, indicator)
  // Most bodies first; where two sets are equal, the agencies' own figures and the newest form.
  const [main] = [...ranking.groups].sort((a, b) => b.rows.length - a.rows.length)
  const inMain = new Set(main?.rows)
  const counted = tables.filter((row) => inMain.has(row))
  const values = counted.flatMap((row) => (row.value === null ? [] : [row.value]))
  const adds = indicator.kind !== 'derived' && values.length > 0
  return {
    counted,
    scope: main?.scope ?? null,
    forms: main?.forms ?? [],
    sum: adds ? addUp(values) : null,
    median: quartilesOf(values)?.median ?? values[0] ?? null,
    n: { ...countNOfN(tables), have: counted.length },
    missing: ranking.missing,
    apart: tables.filter((row) => row.value !== null && !inMain.has(row)),
    holder: adds ? findHolder(numbersOf(counted)) : null,
  }
}

/** Sums of amounts are rounded where a computer's fractions would show. */
const addUp = (values: readonly number[]): number => Math.round(values.reduce((sum, value) => sum + value, 0) * 1e6) / 1e6

const numbersOf = (rows: readonly ComparedValue[]): Map<string, number> =>
  new Map(rows.flatMap((row) => (row.value === null ? [] : [[row.agency, row.value] as const])))

/** A group's figure of one year, and whether it may be held against that of the year before. */
export interface GroupYear extends GroupFigure {
  readonly year: number
  /** Same bodies, same scope and forms that may be joined. Only then may a line run here, or a difference be told. */
  readonly joins: boolean
  /** Why not: nobody counted in one of the years, other bodies, or figures that may not be compared. Null on the first year. */
  readonly cut: 'nothing' | 'bodies' | 'form' | null
  /** The body without which the sum would have changed the other way, among those counted in both years. */
  readonly turner: Dominance | null
}

/**
 * The group year by year. Figures of different sets of bodies are never joined; a body that reports from this year on another one as
 * well (`mergers`) is not the same.
 */
export function stateGroupYears(
  rows: readonly ComparedValue[],
  [from, to]: readonly [from: number, to: number],
  indicator: Indicator,
  mergers?: ChartContext['mergers'],
): GroupYear[] {
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const figures = years.map((year) => ({
    year,
    ...stateGroup(
      rows.filter((row) => row.year === year),
      indicator,
    ),
  }))
  return figures.map((figure, place) => {
    const before = figures[place - 1]
    const grown = new Set(figure.counted.flatMap(({ agency }) => (mergers?.get(agency)?.includes(figure.year) ? [agency] : [])))
    const cut = before ? cutBetween(before, figure, indicator, grown) : null
    return {
      ...figure,
      joins: before !== undefined && cut === null,
      cut,
      turner:
        before && grown.size === 0 && mayCompare(before, figure, indicator)
          ? findTurner(numbersOf(before.counted), numbersOf(figure.counted))
          : null,
    }
  })
}

function cutBetween(before: GroupFigure, after: GroupFigure, indicator: Indicator, grown: ReadonlySet<string>): GroupYear['cut'] {
  if (before.counted.length === 0 || after.counted.length === 0) return 'nothing'
  if (!mayCompare(before, after, indicator)) return 'form'
  const ids = new Set(before.counted.map((row) => row.agency))
  const isSame = ids.size === after.counted.length && after.counted.every((row) => ids.has(row.agency) && !grown.has(row.agency))
  return isSame ? null : 'bodies'
}

function mayCompare(before: GroupFigure, after: GroupFigure, indicator: Indicator): boolean {
  const adds = indicator.kind !== 'derived'
  return (
    adds === (after.sum !== null) &&
    before.scope === after.scope &&
    before.forms.every((form) => after.forms.every((other) => mayJoin(indicator, form, other)))
  )
}

/** Runs of years that a line may join. */
export function runsOfGroup(years: readonly GroupYear[]): GroupYear[][] {
  const runs: GroupYear[][] = []
  for (const year of years) {
    if (year.counted.length === 0) continue
    const run = runs.at(-1)
    if (run && year.joins) run.push(year)
    else runs.push([year])
  }
  return runs
}

/** The reason that most bodies without a number have; null where none is missing. */
export function mainReason({ n }: GroupFigure): FigureState | null {
  const [most] = [...n.reasons].sort((a, b) => b.count - a.count)
  return most?.state ?? null
}
