import { isOfTables } from '../forms/states.ts'
import { tellFormulas } from '../indicators/formulaWords.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { endingWords } from '../text/endingWords.ts'
import type { Lang } from '../text/label.ts'
import { formatYears } from '../text/numbers.ts'
import { punctuation } from '../text/punctuation.ts'
import type { ChartContext } from './chartContext.ts'
import type { Figure } from './figure.ts'
import { countReports, saySource } from './figureHead.ts'
import { nameUnit } from './figureText.ts'
import { countLater, type LaterFigures } from './laterFigures.ts'
import { countNOfN, printNOfN } from './nOfN.ts'
import { describeTrend, formChangesOf, heightOfTrend, pointsOfTrend, tableOfTrend, trendChart } from './trendChart.ts'

/** An indicator over the years whose rows end with a form. `rows`: its tables and prose, of every body and year. */
export function figureOfEndingTrend(rows: readonly ComparedValue[], context: ChartContext): Figure {
  const { catalogue, indicator, lang, words, agencies, years } = context
  const later = countLater(rows, years)
  const title = titleOfEnding(later, context)
  const formula = tellFormulas(indicator, catalogue, years, lang)
  return {
    chart: 'trend',
    question: 'compareAgencies',
    title,
    subtitle: [indicator.name[lang], words.compare.agenciesOf(agencies.length), formatYears(years), nameUnit(indicator, lang)].filter(
      Boolean,
    ),
    n: printNOfN(countNOfN(rows.filter(isOfTables)), catalogue, lang, words),
    drawing: {
      draw: (width) => trendChart(rows, { ...context, width }),
      height: (width) => heightOfTrend(rows, { ...context, width }),
      points: pointsOfTrend(rows, context),
      description: describeTrend(rows, context),
    },
    table: tableOfTrend(rows, title, context),
    rows,
    notes: [
      sayAnswer(answerWhether(later, context), lang),
      ...formChangesOf(context)
        .filter(({ forms }) => forms.some((form) => indicator.from[form] !== undefined))
        .map(({ between, why }) => words.compare.breakNote(between[0], between[1], why)),
      ...(formula === null ? [] : [words.compare.formulaLine(formula)]),
    ],
    source: saySource(countReports(rows), words),
  }
}

const nameOf = ({ indicator, lang }: ChartContext): string => (indicator.shortName ?? indicator.name)[lang]

function titleOfEnding({ last, later }: LaterFigures, context: ChartContext): string {
  const own = endingWords[context.lang]
  if (last === null) return own.trendTitleNone(nameOf(context))
  return later === null ? own.trendTitleWithin(nameOf(context)) : own.trendTitleEnds(nameOf(context), last.year)
}

/** Whether one may say that it rose or fell. */
interface Answer {
  /** The answer; empty where the years are on one form, or where there is nothing to compare. */
  readonly head: string
  /** What there is on each side. */
  readonly body: string
}

/** The answer as one text. */
export const sayAnswer = ({ head, body }: Answer, lang: Lang): string => (head === '' ? body : head + punctuation[lang].gap + body)

/** May one say that it rose or fell? In plain words. */
export function answerWhether({ last, later }: LaterFigures, context: ChartContext): Answer {
  const own = endingWords[context.lang]
  if (last === null) return { head: '', body: own.noTables }
  if (later === null) return { head: '', body: own.answerWithin }
  const sentences = [
    own.answerTables(last.year, last.have, last.of),
    own.answerProse(formatYears(later.years), later.prose, later.of, later.loaded),
    own.answerWhy,
  ]
  return { head: own.answerTitle(nameOf(context), last.year), body: sentences.join(punctuation[context.lang].gap) }
}

/** The bodies in colour: those the reader chose; all, where they are few; else the three with the highest last table figures. */
export function chooseEndingFocus(
  rows: readonly ComparedValue[],
  { focus, agencies }: Pick<ChartContext, 'focus' | 'agencies'>,
): readonly string[] {
  const known = focus.filter((id) => agencies.some((agency) => agency.id === id))
  if (known.length > 0) return known
  if (agencies.length <= 6) return agencies.map(({ id }) => id)
  const numbers = rows.filter((row) => row.value !== null && row.evidence === 'A')
  const last = numbers.reduce((year, row) => Math.max(year, row.year), -Infinity)
  const highest = numbers.filter((row) => row.year === last).sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))
  return highest.slice(0, 3).map(({ agency }) => agency)
}
