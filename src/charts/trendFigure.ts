import { isOfProse, isOfTables } from '../forms/states.ts'
import { tellFormulas } from '../indicators/formulaWords.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { formatYears } from '../text/numbers.ts'
import type { ChartContext } from './chartContext.ts'
import type { Compared } from './comparison.ts'
import type { Figure } from './figure.ts'
import { countReports, saySource, sayWhat } from './figureHead.ts'
import { countNOfN, printNOfN } from './nOfN.ts'
import { sayNotThere } from './notThere.ts'
import {
  describeTrend,
  formChangesOf,
  heightOfTrend,
  isCrossed,
  pointsOfTrend,
  tableOfTrend,
  trendChart,
  type FormChange,
} from './trendChart.ts'
import { mediansOf, noteOnMedians } from './trendMedian.ts'
import { titleOfTrend } from './trendTitle.ts'

/** One indicator over the years: lines that stop where the forms stop being comparable. */
export function figureOfTrend(compared: Compared): Figure {
  const { rows, context } = compared
  const { words, lang, catalogue, indicator, years } = context
  const title = titleOfTrend(rows, context)
  const medians = mediansOf(rows, context)
  const formula = tellFormulas(indicator, compared.catalogue, years, lang)
  const reports = countReports(rows)
  return {
    chart: 'trend',
    question: 'compareAgencies',
    title,
    subtitle: [...sayWhat(context, formatYears(years)), formula === null ? '' : words.compare.formulaLine(formula)].filter(Boolean),
    n: printNOfN(countNOfN(tablesOf(rows)), catalogue, lang, words),
    drawing: {
      draw: (width) => trendChart(rows, { ...context, width }, medians),
      height: (width) => heightOfTrend(rows, { ...context, width }),
      points: pointsOfTrend(rows, context, medians),
      description: describeTrend(rows, context),
    },
    table: tableOfTrend(rows, title, context, medians),
    rows,
    ...(compared.reading.base === null ? {} : { indicators: [context.indicator] }),
    states: statesOfTrend(rows, context),
    notes: [...notesOnTrend(rows, context), ...[noteOnMedians(medians, rows, context) ?? []].flat()],
    source: saySource(reports, words),
  }
}

const tablesOf = (rows: readonly ComparedValue[]): ComparedValue[] => rows.filter(isOfTables)

/** The changes of forms that a reader must know of: every break, and the caveats that a line runs over. */
const changesShown = (rows: readonly ComparedValue[], context: ChartContext): FormChange[] =>
  formChangesOf(context).filter((change) => !change.joins || isCrossed(change, tablesOf(rows), context))

function notesOnTrend(rows: readonly ComparedValue[], context: ChartContext): string[] {
  const { words, lang } = context
  const composite = compositeBeside(rows, context)
  return [
    ...changesShown(rows, context).map(({ joins, between: [before, after], why }) =>
      joins ? words.compare.caveatNote(before, after, why) : words.compare.breakNote(before, after, why),
    ),
    ...(composite === null ? [] : [words.compare.seeComposite(composite.name[lang])]),
    ...(rows.some(isOfProse) ? [words.compare.proseNote] : []),
    ...[sayNotThere(rows, context) ?? []].flat(),
  ]
}

/** The indicator that can be followed over the break that is shown; null without a break, or without such an indicator. */
export function compositeBeside(rows: readonly ComparedValue[], context: ChartContext): Indicator | null {
  const { catalogue, indicator } = context
  if (indicator.joinedBy === undefined || changesShown(rows, context).every((change) => change.joins)) return null
  return catalogue.indicators.find((candidate) => candidate.id === indicator.joinedBy) ?? null
}

/** Why the bodies in colour have no number where they have none, each reason once: what the legend explains. */
const statesOfTrend = (rows: readonly ComparedValue[], { focus }: ChartContext): ComparedValue['state'][] => [
  ...new Set(tablesOf(rows).flatMap((row) => (row.value === null && focus.includes(row.agency) ? [row.state] : []))),
]
