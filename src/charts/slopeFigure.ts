import { distributionWords } from '../text/distributionWords.ts'
import type { ChartContext } from './chartContext.ts'
import type { Compared } from './comparison.ts'
import type { Figure } from './figure.ts'
import { saySource, sayWhat } from './figureHead.ts'
import { countNOfN, printNOfN } from './nOfN.ts'
import { sayNotThere } from './notThere.ts'
import { sayMostChanged, sayOneForm } from './slopeNotes.ts'
import { describeSlope, heightOfSlope, pointsOfSlope, slopeChart, tableOfSlope, titleOfSlope } from './slopeChart.ts'
import { slopePairsOf, slopeYears, type SlopeBody } from './slopePairs.ts'

/** The first and the last year of the span side by side, joined only where they may be compared. */
export function figureOfSlope({ rows: all, context, chosenAt, reading }: Compared): Figure {
  const { words, lang, catalogue } = context
  const years = slopeYears(context.years, chosenAt)
  const bodies = slopePairsOf(all, years, context)
  const rows = [...new Set(bodies.flatMap(({ first, last }) => [first, last]))]
  const reports = rows.filter((row) => row.report !== null).length
  const title = titleOfSlope(bodies, years, context)
  return {
    chart: 'slope',
    question: 'compareAgencies',
    title,
    subtitle: [...sayWhat(context, distributionWords[lang].slope.years(years[0], years[1])), words.evidence.letter('A', words.evidence.A)],
    n: printNOfN(countNOfN(rows), catalogue, lang, words),
    drawing: {
      draw: (width) => slopeChart(bodies, years, { ...context, width }),
      height: (width) => heightOfSlope(bodies, { ...context, width }),
      points: (width) => pointsOfSlope(bodies, { ...context, width }),
      description: describeSlope(bodies, years, context),
    },
    table: tableOfSlope(bodies, years, title, context),
    rows,
    ...(reading.base === null ? {} : { indicators: [context.indicator] }),
    notes: [...notesOnSlope(bodies, years, context), ...[sayNotThere(all, context, years) ?? []].flat()],
    source: saySource(reports, words),
  }
}

/** Where there is no line and why, and that bodies of different scope are not compared with each other. */
function notesOnSlope(bodies: readonly SlopeBody[], [from, to]: readonly [number, number], context: ChartContext): string[] {
  const { lang, agencies } = context
  const say = distributionWords[lang].slope
  const apart = bodies.filter(({ kind }) => kind === 'apart')
  const reasons = [...new Set(apart.flatMap(({ cut }) => (cut ? [cut.why[lang]] : [])))]
  const nameOf = (id: string): string => agencies.find((agency) => agency.id === id)?.shortName ?? id
  const scopes = new Set(bodies.flatMap(({ first, last }) => [first, last].flatMap((row) => (row.scope === null ? [] : [row.scope]))))
  return [
    ...reasons.map((why) => {
      const names = apart.filter(({ cut }) => cut?.why[lang] === why).map(({ agency }) => nameOf(agency))
      return say.breakNote(names.slice(0, 3), names.length, why)
    }),
    sayMostChanged(bodies, context),
    sayOneForm(bodies, context),
    bodies.some(({ kind }) => kind === 'one') ? say.stubNote : null,
    bodies.length > 0 && bodies.every(({ kind }) => kind === 'none') ? say.noneHave(from, to) : null,
    from === to ? say.oneYear : null,
    scopes.size > 1 ? say.scopesNote : null,
  ].filter((note) => note !== null)
}
