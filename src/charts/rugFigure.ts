import type { Agency } from '../agencies.ts'
import { isOfTables } from '../forms/states.ts'
import { segmentsOf } from '../indicators/comparability.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { compareWordsIn } from '../text/compareWords.ts'
import { formatYears } from '../text/numbers.ts'
import type { ChartContext } from './chartContext.ts'
import type { Compared } from './comparison.ts'
import type { Figure } from './figure.ts'
import { countReports, saySource, sayWhat } from './figureHead.ts'
import { countNOfN, printNOfN } from './nOfN.ts'
import { sayNotThere } from './notThere.ts'
import { cellOfRug, isNotThere, leaveEmpty, rangeOf, tableOfRug } from './rug.ts'

/** One indicator, bodies × years: every place with its number or the reason why there is none. Its cells are drawn as a table. */
export function figureOfRug({ rows: all, context, reading }: Compared): Figure {
  const { words, lang, catalogue, indicator, agencies, years } = context
  const rows = linesOfRug(all, context).flatMap((line) => line.cells.filter((cell) => !isNotThere(cell)))
  // A figure of the prose may stand in a cell; its place still has no table figure, and is counted so.
  const tables = all.filter(isOfTables)
  const title = titleOfYears(tables, context)
  const reports = countReports(rows)
  return {
    chart: 'rug',
    question: 'compareAgencies',
    title,
    subtitle: sayWhat(context, formatYears(years)),
    n: printNOfN(countNOfN(tables), catalogue, lang, words),
    drawing: null,
    table: tableOfRug(rows, { catalogue, agencies, lang, words, caption: title }),
    rows,
    ...(reading.base === null ? {} : { indicators: [context.indicator] }),
    notes: [...(indicator.kind === 'derived' ? [] : [compareWordsIn(lang).matrix.note]), ...[sayNotThere(all, context) ?? []].flat()],
    source: saySource(reports, words),
  }
}

/** The figures of each body, a cell for each year; one of a year in which the body did not exist is `isNotThere`. */
export function linesOfRug(
  rows: readonly ComparedValue[],
  { agencies, indicator, years: [from, to] }: ChartContext,
): { readonly agency: Agency; readonly cells: readonly ComparedValue[] }[] {
  const byAgency = new Map<string, ComparedValue[]>()
  for (const row of rows) {
    const known = byAgency.get(row.agency)
    if (known) known.push(row)
    else byAgency.set(row.agency, [row])
  }
  return agencies.map((agency) => {
    const own = byAgency.get(agency.id) ?? []
    const cells = Array.from(
      { length: to - from + 1 },
      (_, i) => cellOfRug(own, indicator.id, agency.id, from + i) ?? leaveEmpty(indicator.id, agency.id, from + i),
    )
    return { agency, cells }
  })
}

/** A range only where every number may be set beside every other one. */
function titleOfYears(cells: readonly ComparedValue[], { indicator, lang, agencies }: ChartContext): string {
  const { matrix } = compareWordsIn(lang)
  const range = rangeOf(cells, indicator, lang)
  const have = cells.filter((cell) => cell.value !== null).length
  if (have === 0) return matrix.titleNone
  if (range === null) return matrix.title(have, cells.length)
  if (range.allZero) return matrix.titleZero(range.count)
  const told = cells.filter((cell) => cell.value !== null)
  const isOneScope = new Set(told.map((cell) => cell.scope)).size <= 1
  const isOneRun =
    agencies.length > 0 &&
    segmentsOf(
      indicator,
      [...told].sort((a, b) => a.year - b.year),
    ).length <= 1
  return isOneScope && isOneRun ? matrix.titleRange(have, cells.length, range.low, range.high) : matrix.titleApart(have, cells.length)
}
