import type { Indicator } from '../indicators/indicator.ts'
import { distributionWords } from '../text/distributionWords.ts'
import { formatRate } from '../text/numbers.ts'
import { punctuation } from '../text/punctuation.ts'
import type { Compared } from './comparison.ts'
import type { Figure } from './figure.ts'
import { contextAt, countReports, saySource, sayYear } from './figureHead.ts'
import {
  describeScatter,
  heightOfScatter,
  pointsOfScatter,
  printPairs,
  scatterChart,
  tableOfScatter,
  titleOfScatter,
  type ScatterContext,
} from './scatterChart.ts'
import { scatterPairsOf, spearmanOf, type ScatterBody } from './scatterPairs.ts'

/** Two indicators of the same reports against each other, a mark for each body. */
export function figureOfScatter({ both, at, context: plain }: Compared, second: Indicator): Figure {
  const { words, lang, indicator, agencies } = plain
  const context: ScatterContext = { ...contextAt(plain, at), second }
  const bodies = scatterPairsOf(both, at, [indicator, second], agencies)
  const rows = bodies.flatMap(({ x, y }) => [x, y])
  const reports = countReports(rows)
  const title = titleOfScatter(bodies, at, context)
  return {
    chart: 'scatter',
    question: 'compareAgencies',
    title,
    subtitle: [`${indicator.name[lang]} × ${second.name[lang]}`, sayYear(at, words), words.evidence.letter('A', words.evidence.A)],
    n: printPairs(bodies, context),
    drawing: {
      draw: (width) => scatterChart(bodies, { ...context, width }),
      height: (width) => heightOfScatter(bodies, { ...context, width }),
      points: (width) => pointsOfScatter(bodies, { ...context, width }),
      description: describeScatter(bodies, context),
    },
    table: tableOfScatter(bodies, title, context),
    rows,
    notes: notesOnScatter(bodies, context),
    source: saySource(reports, words),
  }
}

/** What sizes and rings mean, who is not drawn with the others, and how far both orders agree. */
function notesOnScatter(bodies: readonly ScatterBody[], { indicator, second, lang, agencies }: ScatterContext): string[] {
  const say = distributionWords[lang].scatter
  const of = (kind: ScatterBody['kind']): readonly ScatterBody[] => bodies.filter((body) => body.kind === kind)
  const apart = of('apart').map(({ agency }) => agencies.find(({ id }) => id === agency)?.shortName ?? agency)
  const size = Math.max(...[indicator, second].map((one) => (one.kind === 'derived' ? (one.minSize ?? 0) : 0)))
  const shown = [...of('drawn'), ...of('small')]
  const places = new Set(shown.map(({ x, y }) => `${x.value} ${y.value}`)).size
  const found = spearmanOf(bodies)
  const howToRead = [
    shown.length === 0 ? say.empty : say.sameReport,
    ...(shown.some(({ n }) => n !== null) ? [say.sizeNote] : []),
    ...(of('small').length > 0 ? [say.smallNote(of('small').length, size)] : []),
    ...(places < shown.length ? [say.samePlaceNote] : []),
  ].join(punctuation[lang].gap)
  return [
    found === null ? null : say.rho(formatRate(found.rho, lang), found.n),
    apart.length > 0 ? say.apartNote(apart.length, apart.slice(0, 3)) : null,
    howToRead,
  ].filter((note) => note !== null)
}
