import type { ReactNode } from 'react'
import type { ComparisonChart } from '../../../charts/chooseChart.ts'
import type { Compared } from '../../../charts/comparison.ts'
import { AfterFirst } from '../../AfterFirst.tsx'
import { MissingPanel } from './MissingPanel.tsx'
import { MultiplesPanel } from './MultiplesPanel.tsx'
import { RankingPanel } from './RankingPanel.tsx'
import { RugPanel } from './RugPanel.tsx'
import { ScatterPanel } from './ScatterPanel.tsx'
import { SlopePanel } from './SlopePanel.tsx'
import { StripPanel } from './StripPanel.tsx'
import { TrendPanel } from './TrendPanel.tsx'

/** The chosen chart, wide; the order of one year, or the years, beside it; who has no number below. */
export function ComparedFigures({ compared }: { readonly compared: Compared }) {
  const { ranking, context, choice } = compared
  const { shown } = choice
  const ranked = <RankingPanel compared={compared} isShort={shown !== 'bar' && shown !== 'multiples' && shown !== 'rug'} />
  const missing = <MissingPanel ranking={ranking} context={context} />
  if (shown !== 'bar') {
    const isWide = shown === 'multiples' || shown === 'rug'
    return (
      <div className="grid">
        <div className={isWide ? 'c8 stack' : 'c7 stack'}>
          {drawChart(shown, compared)}
          <AfterFirst>{shown === 'rug' ? null : missing}</AfterFirst>
        </div>
        <div className={isWide ? 'c4 stack' : 'c5 stack'}>
          <AfterFirst>
            {ranked}
            {shown === 'rug' ? missing : null}
          </AfterFirst>
        </div>
      </div>
    )
  }
  const [from, to] = context.years
  // A short list leaves room below it; a long one beside it.
  const { groups, tooSmall, missing: without } = ranking
  const isShort = from !== to && groups.reduce((sum, group) => sum + group.rows.length, tooSmall.length) + Math.min(without.length, 12) < 24
  const offers = (chart: ComparisonChart): boolean => choice.offers.some((offer) => offer.chart === chart && offer.fits)
  // One group has its spread over its bars.
  const withSpread = !isShort && groups.length > 1 && compared.view.by === 'none' && offers('strip')
  const beside = offers('trend') ? 'trend' : 'rug'
  return (
    <div className="grid">
      <div className={from === to ? 'c8 stack' : 'c7 stack'}>
        {ranked}
        <AfterFirst>{isShort || withSpread ? missing : null}</AfterFirst>
      </div>
      <div className={from === to ? 'c4 stack' : 'c5 stack'}>
        <AfterFirst>
          {from === to ? null : drawChart(beside, compared)}
          {withSpread ? drawChart('strip', compared) : null}
          {isShort || withSpread ? null : missing}
        </AfterFirst>
      </div>
    </div>
  )
}

function drawChart(chart: Exclude<ComparisonChart, 'bar'>, compared: Compared): ReactNode {
  switch (chart) {
    case 'strip':
      return <StripPanel compared={compared} />
    case 'trend':
      return <TrendPanel compared={compared} />
    case 'multiples':
      return <MultiplesPanel compared={compared} />
    case 'slope':
      return <SlopePanel compared={compared} />
    case 'scatter':
      return compared.second ? <ScatterPanel compared={compared} second={compared.second} /> : null
    case 'rug':
      return <RugPanel compared={compared} />
  }
}
