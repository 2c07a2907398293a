import { useMemo, type ReactNode } from 'react'
import type { Agency } from '../../../agencies.ts'
import type { ChartContext, ChartPoint } from '../../../charts/chartContext.ts'
import type { ChartChoice, ComparisonChart } from '../../../charts/chooseChart.ts'
import type { Ranking } from '../../../charts/ranking.ts'
import type { RankingView } from '../../../charts/rankingView.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import type { Reading } from '../../../indicators/readings.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { MissingPanel } from './MissingPanel.tsx'
import { MultiplesPanel } from './MultiplesPanel.tsx'
import { RankingPanel } from './RankingPanel.tsx'
import { RugPanel } from './RugPanel.tsx'
import { ScatterPanel } from './ScatterPanel.tsx'
import { SlopePanel } from './SlopePanel.tsx'
import { StripPanel } from './StripPanel.tsx'
import { TrendPanel } from './TrendPanel.tsx'

/** What the figures of the page are drawn from: one answer, read as the selection says. */
export interface Compared {
  /** Rows of the first indicator, inside the span. */
  readonly rows: readonly ComparedValue[]
  /** Rows of both indicators. */
  readonly both: readonly ComparedValue[]
  readonly second: Indicator | null
  readonly ranking: Ranking
  readonly at: number | 'latest'
  readonly context: ChartContext
  readonly view: RankingView
  readonly reading: Reading
  readonly choice: ChartChoice
  /** Reports that the rows come from. */
  readonly reports: number
}

/** The chosen chart, wide; the order of one year, or the years, beside it; who has no number below. */
export function ComparedFigures({ compared }: { readonly compared: Compared }) {
  const { change } = useAtlas()
  const { rows, ranking, at, context, view, reading, choice } = compared
  const openPoint = (point: ChartPoint): void => {
    if (point.report !== null) change({ page: 'report', report: point.report, cell: null })
  }
  const { shown } = choice
  const isLow = shown !== 'bar' && shown !== 'multiples' && shown !== 'rug'
  const laidOut = useMemo(() => ({ ...view, isShort: isLow }), [view, isLow])
  const ranked = (
    <RankingPanel ranking={ranking} rows={rows} at={at} context={context} view={laidOut} reading={reading} openPoint={openPoint} />
  )
  const missing = <MissingPanel ranking={ranking} context={context} />
  if (shown !== 'bar') {
    const isWide = shown === 'multiples' || shown === 'rug'
    return (
      <div className="grid">
        <div className={isWide ? 'c8 stack' : 'c7 stack'}>
          {drawChart(shown, compared, openPoint)}
          {shown === 'rug' ? null : missing}
        </div>
        <div className={isWide ? 'c4 stack' : 'c5 stack'}>
          {ranked}
          {shown === 'rug' ? missing : null}
        </div>
      </div>
    )
  }
  const [from, to] = context.years
  // A short list leaves room below it; a long one beside it.
  const { groups, tooSmall, missing: without } = ranking
  const isShort = from !== to && groups.reduce((sum, group) => sum + group.rows.length, tooSmall.length) + Math.min(without.length, 12) < 24
  const beside = choice.offers.some((offer) => offer.chart === 'trend' && offer.fits) ? 'trend' : 'rug'
  return (
    <div className="grid">
      <div className={from === to ? 'c8 stack' : 'c7 stack'}>
        {ranked}
        {isShort ? missing : null}
      </div>
      <div className={from === to ? 'c4 stack' : 'c5 stack'}>
        {from === to ? null : drawChart(beside, compared, openPoint)}
        {isShort ? null : missing}
      </div>
    </div>
  )
}

function drawChart(chart: Exclude<ComparisonChart, 'bar'>, compared: Compared, openPoint: (point: ChartPoint) => void): ReactNode {
  const { rows, both, second, at, context, reading } = compared
  const shared = { rows, context, isPublished: reading.base === null, openPoint }
  switch (chart) {
    case 'strip':
      return <StripPanel {...shared} at={at} />
    case 'trend':
      return <TrendPanel {...shared} />
    case 'multiples':
      return <MultiplesPanel {...shared} />
    case 'slope':
      return <SlopePanel {...shared} />
    case 'scatter':
      return second ? <ScatterPanel rows={both} second={second} at={at} context={context} openPoint={openPoint} /> : null
    case 'rug':
      return <RugPanel rows={rows} context={context} isPublished={shared.isPublished} />
  }
}

/** The bodies in colour: those the reader chose; all, where they are few; else the three highest. */
export function chooseFocus(chosen: readonly string[] | null, agencies: readonly Agency[], ranking: Ranking): readonly string[] {
  const known = (chosen ?? []).filter((id) => agencies.some((agency) => agency.id === id))
  if (known.length > 0) return known
  if (agencies.length <= 6) return agencies.map((agency) => agency.id)
  const ranked = ranking.groups.flatMap((group) => group.rows).sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))
  return ranked.slice(0, 3).map((row) => row.agency)
}
