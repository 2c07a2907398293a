import { distributionWords } from '../text/distributionWords.ts'
import type { Compared } from './comparison.ts'
import type { ChartContext } from './chartContext.ts'
import type { Figure } from './figure.ts'
import { contextAt, saySource, sayWhat, sayYear } from './figureHead.ts'
import { countNOfN, printNOfN } from './nOfN.ts'
import { sayNotThere } from './notThere.ts'
import { describeStrip, heightOfStrip, pointsOfStrip, stripChart, tableOfStrip, titleOfStrip } from './stripChart.ts'
import { stripRowsOf, type StripRow } from './stripRows.ts'

/** How the bodies are spread in one year, or in each one's latest report: a mark for each, in the groups of the settings. */
export function figureOfStrip({ rows: all, at, context: plain, view: { by, all: everyBody }, reading }: Compared): Figure {
  const { words, lang, catalogue } = plain
  const context = contextAt(plain, at)
  const strips = stripRowsOf(all, at, by, context, everyBody)
  const rows = strips.flatMap((strip) => [...strip.values, ...strip.tooSmall, ...strip.missing])
  const reports = rows.filter((row) => row.report !== null).length
  const title = titleOfStrip(strips, at, context)
  return {
    chart: 'strip',
    question: 'compareAgencies',
    title,
    subtitle: [...sayWhat(context, sayYear(at, words)), words.evidence.letter('A', words.evidence.A)],
    n: printNOfN(countNOfN(rows), catalogue, lang, words),
    drawing: {
      draw: (width) => stripChart(strips, { ...context, width }),
      height: (width) => heightOfStrip(strips, { ...context, width }),
      points: (width) => pointsOfStrip(strips, { ...context, width }),
      description: describeStrip(strips, context),
    },
    table: tableOfStrip(strips, title, context),
    rows,
    ...(reading.base === null ? {} : { indicators: [context.indicator] }),
    notes: [...notesOnStrip(strips, by === 'none', context), ...(at === 'latest' ? [] : [sayNotThere(all, context) ?? []].flat())],
    source: saySource(reports, words),
  }
}

function notesOnStrip(strips: readonly StripRow[], isOneRow: boolean, { words, lang, indicator }: ChartContext): string[] {
  const say = distributionWords[lang].strip
  const sections = new Set(strips.filter((strip) => strip.values.length > 0).map((strip) => strip.section)).size
  return [
    isOneRow ? say.single : say.grouped,
    sections > 1 ? say.apart : null,
    strips.some((strip) => strip.tooSmall.length > 0) && indicator.minSize !== undefined
      ? words.compare.tooSmallTitle(indicator.minSize) + words.sentenceEnd
      : null,
  ].filter((note) => note !== null)
}
