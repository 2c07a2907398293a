import { isOfTables } from '../forms/states.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { comparedWords } from '../text/comparedWords.ts'
import type { ChartContext, ChartPoint, ChartTable } from './chartContext.ts'
import { nameForm, printAmount, printNumber } from './figureText.ts'
import { runsOfGroup, stateGroupYears, type GroupYear } from './groupStatement.ts'

/** A middle of fewer bodies says little. */
const fewest = 5

/** A year of the middle of the bodies in grey and in colour: their median, of how many. */
export interface MedianYear extends GroupYear {
  readonly median: number
}

/**
 * The median of the bodies year by year, where more are shown than are in colour: of one scope, on forms that may be compared, of at
 * least five. The years that a line may join come together.
 */
export function mediansOf(rows: readonly ComparedValue[], context: ChartContext): readonly (readonly MedianYear[])[] {
  const { agencies, focus, years, indicator, mergers } = context
  if (agencies.length <= focus.length) return []
  const told = stateGroupYears(rows.filter(isOfTables), years, indicator, mergers).filter(
    (year): year is MedianYear => year.median !== null && year.counted.length >= fewest,
  )
  const scopes = new Set(told.map(({ scope }) => scope))
  // Years in which most counted another scope would be another line.
  return scopes.size === 1 ? (runsOfGroup(told) as MedianYear[][]) : []
}

/** A quiet line behind the bodies in colour: a short stroke for each year, joined only where the same bodies are counted. */
export const medianSeries = (runs: readonly (readonly MedianYear[])[], { palette }: ChartContext) =>
  runs.map((run, place) => ({
    id: `median-${place}`,
    type: 'line',
    xAxisIndex: 0,
    yAxisIndex: 0,
    connectNulls: false,
    silent: true,
    z: 2,
    data: run.map(({ year, median }) => [year, median]),
    symbol: 'rect',
    symbolSize: [12, 2],
    showAllSymbol: true,
    lineStyle: { color: palette.ink2, width: 1, type: 'solid' },
    itemStyle: { color: palette.ink2, borderColor: palette.ink2, borderWidth: 0 },
  }))

/** The stops of the keyboard over the medians, one per year. */
export function pointsOfMedians(runs: readonly (readonly MedianYear[])[], { indicator, lang, words }: ChartContext): ChartPoint[] {
  return runs.flat().map(({ year, median, n }) => ({
    agency: '',
    year,
    report: null,
    text: words.join([
      words.compare.yearIn(String(year)),
      comparedWords[lang].medianPoint(printAmount(median, indicator, lang), n.have, n.of),
    ]),
    grid: 0,
    x: year,
    y: median,
  }))
}

/** The medians as rows of the table, each with of how many it is. */
export function rowsOfMedians(
  runs: readonly (readonly MedianYear[])[],
  { indicator, lang, catalogue, words }: ChartContext,
): ChartTable['rows'] {
  return runs.flat().map(({ year, median, n, forms }) => ({
    key: `median-${year}`,
    report: null,
    cells: [
      comparedWords[lang].medianRow(n.have, n.of),
      String(year),
      printNumber(median, indicator, lang),
      ...(indicator.kind === 'derived' ? ['–'] : []),
      '–',
      '–',
      words.list(forms.map((form) => nameForm(catalogue, form, lang))),
    ],
  }))
}

/** What the grey strokes are, and of how many; null without any. */
export function noteOnMedians(
  runs: readonly (readonly MedianYear[])[],
  rows: readonly ComparedValue[],
  context: ChartContext,
): string | null {
  const counts = runs.flat().map(({ n }) => n.have)
  if (counts.length === 0) return null
  const { lang, words } = context
  const scopes = new Set(rows.flatMap((row) => (row.value === null ? [] : [row.scope ?? 'own'])))
  const scope = runs[0]?.[0]?.scope ?? null
  const name = scopes.size > 1 && scope !== null ? words.compare.scopes[scope] : ''
  return comparedWords[lang].medianOf(name, Math.min(...counts), Math.max(...counts))
}
