import { formatShare } from '../text/numbers.ts'
import type { Figure } from './figure.ts'
import { sayYear } from './figureHead.ts'
import { describeFunnel, funnelChart, heightOfFunnel, pointsOfFunnel, tableOfFunnel, type Funnel } from './funnelChart.ts'
import type { RateContext } from './intervalChart.ts'
import { nameAgency } from './requestContext.ts'

/** One rate against its size, around the common rate of the group. */
export function figureOfFunnel(funnel: Funnel, at: number | 'latest', context: RateContext): Figure {
  const { said, words, lang, indicator, agencies } = context
  const small = funnel.marks.filter(({ place }) => place === 'small').length
  const title = titleOfFunnel(funnel, at, context)
  return {
    chart: 'funnel',
    question: 'gatherFigures',
    title,
    subtitle: [indicator.name[lang], words.compare.agenciesOf(agencies.length), sayYear(at, words)],
    n: said.funnelHave(funnel.marks.length - small, agencies.length),
    drawing: {
      draw: (width) => funnelChart(funnel, { ...context, width }),
      height: heightOfFunnel(context),
      points: pointsOfFunnel(funnel, context),
      description: describeFunnel(funnel, context),
    },
    table: tableOfFunnel(funnel, title, context),
    rows: funnel.marks.map(({ rate }) => rate.row),
    notes: [said.funnelNote, ...(small > 0 && indicator.minSize !== undefined ? [said.funnelGrey(small, indicator.minSize)] : [])],
    source: words.panel.source(funnel.marks.length),
  }
}

/** How many stand outside of what chance alone would give, and the first of them by name. */
function titleOfFunnel({ marks, pooled }: Funnel, at: number | 'latest', context: RateContext): string {
  const { said, words, lang, indicator } = context
  const when = at === 'latest' ? words.compare.latest : words.compare.yearIn(String(at))
  const name = (indicator.shortName ?? indicator.name)[lang]
  const outside = marks.filter(({ place }) => place === 'outside')
  const assessed = marks.filter(({ place }) => place !== 'small').length
  if (outside.length === 0) return said.funnelTitleIn(when, assessed, name, formatShare(pooled, lang))
  const first = outside.slice(0, 4).map(({ rate }) => nameAgency(rate.row.agency, context))
  return said.funnelTitleOut(when, outside.length, assessed, name, first)
}
