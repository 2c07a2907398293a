import { isOfTables } from '../forms/states.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { distributionWords } from '../text/distributionWords.ts'
import { formatYears } from '../text/numbers.ts'
import type { Compared } from './comparison.ts'
import type { Figure } from './figure.ts'
import { countReports, saySource, sayWhat } from './figureHead.ts'
import { isTooSmall } from './figureText.ts'
import {
  describeMultiples,
  heightOfMultiples,
  mostPanels,
  multiplesChart,
  pointsOfMultiples,
  tableOfMultiples,
  titleOfMultiples,
  type MultiplesContext,
} from './multiplesChart.ts'
import { countNOfN, printNOfN } from './nOfN.ts'
import { sayNotThere } from './notThere.ts'
import { formChangesOf } from './trendChart.ts'

/** A small chart of lines for each body, on one axis or each on its own. */
export function figureOfMultiples({ rows, context: plain, view, reading }: Compared, ownAxes: boolean): Figure {
  const { words, lang, catalogue, years } = plain
  const context: MultiplesContext = { ...plain, ownAxes, order: view.order }
  const title = titleOfMultiples(rows, context)
  const reports = countReports(rows)
  const say = distributionWords[lang].multiples
  return {
    chart: 'multiples',
    question: 'compareAgencies',
    title,
    subtitle: [...sayWhat(context, formatYears(years)), say.orders[context.order], ownAxes ? say.ownAxes : say.sharedAxis],
    n: printNOfN(countNOfN(rows.filter(isOfTables)), catalogue, lang, words),
    drawing: {
      draw: (width) => multiplesChart(rows, { ...context, width }),
      height: (width) => heightOfMultiples(rows, { ...context, width }),
      points: (width) => pointsOfMultiples(rows, { ...context, width }),
      description: describeMultiples(rows, context),
    },
    table: tableOfMultiples(rows, title, context),
    rows,
    ...(reading.base === null ? {} : { indicators: [context.indicator] }),
    states: statesOfMultiples(rows),
    notes: notesOnMultiples(rows, context),
    source: saySource(reports, words),
  }
}

/** Each reason why a year has no number, once: the textures below the lines. */
const statesOfMultiples = (rows: readonly ComparedValue[]): ComparedValue['state'][] => [
  ...new Set(rows.flatMap((row) => (isOfTables(row) && row.value === null ? [row.state] : []))),
]

function notesOnMultiples(rows: readonly ComparedValue[], context: MultiplesContext): string[] {
  const { lang, indicator, agencies } = context
  const say = distributionWords[lang].multiples
  const tables = rows.filter(isOfTables)
  const scopes = new Set(tables.flatMap((row) => (row.value === null || row.scope === null ? [] : [row.scope])))
  return [
    ...formChangesOf(context)
      .filter((change) => !change.joins)
      .map((change) => say.breakNote(change.between.join('/'), change.why)),
    tables.some((row) => row.value === null) ? say.gapNote : null,
    indicator.minSize !== undefined && tables.some((row) => isTooSmall(row, indicator)) ? say.smallNote(indicator.minSize) : null,
    scopes.size > 1 ? say.scopesNote : null,
    agencies.length > mostPanels ? say.more(agencies.length - mostPanels) : null,
    rows.length > tables.length ? say.proseNote : null,
    sayNotThere(rows, context),
  ].filter((note) => note !== null)
}
