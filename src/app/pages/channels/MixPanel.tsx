import { useCallback, useMemo } from 'react'
import type { BandContext } from '../../../charts/channelBandChart.ts'
import {
  changesOfMix,
  channelMixChart,
  countMixes,
  describeMix,
  heightOfMix,
  mostOf,
  pointsOfMix,
  seriesOfChannel,
  tableOfMix,
  titleOfMix,
} from '../../../charts/channelMixChart.ts'
import type { ChannelMix } from '../../../charts/channelMixes.ts'
import { printNOfN } from '../../../charts/nOfN.ts'
import type { FigureState } from '../../../forms/states.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import { channelsWords } from '../../../text/channelsWords.ts'
import { formatNumber, formatYears } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { notesOf, Subtitle } from '../../FigurePanel.tsx'
import { Link } from '../../Link.tsx'
import { ChartPanel } from '../../Panel.tsx'
import { SeriesSwatch } from '../../SeriesSwatch.tsx'
import { StateLegend } from '../../StateCell.tsx'

/** Bodies × years: what went through which channel. */
export function MixPanel({
  mixes,
  inYear,
  context,
}: {
  readonly mixes: readonly ChannelMix[]
  /** The mixes of the year that the title tells of. */
  readonly inYear: readonly ChannelMix[]
  readonly context: BandContext
}) {
  const { change } = useAtlas()
  const { catalogue, lang, words, indicators, per, years, agencies } = context
  const own = channelsWords[lang]
  const title = titleOfMix(inYear, own.when(context.at), context)
  const draw = useCallback((width: number) => channelMixChart(mixes, { ...context, width }), [mixes, context])
  const points = useMemo(() => pointsOfMix(mixes, context), [mixes, context])
  const reports = new Set(mixes.flatMap((mix) => (mix.known === null ? [] : [mix.report]))).size
  return (
    <ChartPanel
      title={title}
      subtitle={
        <Subtitle
          parts={[
            own.all,
            words.compare.agenciesOf(agencies.length),
            formatYears(years),
            per === 'share' ? own.mixShare : context.ownScales ? own.mixOwn : own.mixCount(formatNumber(mostOf(mixes), lang)),
          ]}
          n={own.complete(printNOfN(countMixes(mixes), catalogue, lang, words))}
        />
      }
      chart="mix"
      question={compareAgencies.name}
      table={tableOfMix(mixes, title, context)}
      draw={draw}
      height={heightOfMix(context)}
      points={points}
      description={describeMix(mixes, context)}
      onOpen={(point) => {
        if (point.report !== null) change({ page: 'report', report: point.report, cell: null })
      }}
      source={reports > 0 ? words.panel.source(reports) : words.panel.noSource}
      legend={<MixLegend mixes={mixes} context={context} />}
      note={notesOf([
        ...changesOfMix(context).map((change) => own.breakNote(change.between[0], change.between[1], change.why)),
        per === 'share' ? own.mixNote : null,
        mixes.some((mix) => mix.prose.length > 0) ? words.compare.proseNote : null,
      ])}
      actions={
        <Link to={{ page: 'methods', indicators: indicators.channels.slice(0, 1).map(({ id }) => id) }}>{words.panel.definition}</Link>
      }
    />
  )
}

/** What occurs in the drawing, and no more. */
function MixLegend({ mixes, context }: { readonly mixes: readonly ChannelMix[]; readonly context: BandContext }) {
  const { indicators, lang, per } = context
  const own = channelsWords[lang]
  const drawnAsState = mixes.filter((mix) => mix.known === null && mix.prose.length === 0)
  const states = [...new Set(drawnAsState.map((mix): FigureState => mix.state))]
  const zero = mixes.some((mix) => mix.sum === 0) ? (['zero'] as const) : []
  const few = per === 'share' && mixes.some((mix) => mix.sum !== null && mix.sum > 0 && mix.sum < indicators.minSize)
  const grades = [...new Set(mixes.flatMap((mix) => (mix.known === null ? mix.prose.flatMap((claim) => claim.evidence ?? []) : [])))].sort()
  return (
    <>
      <div className="legend">
        {indicators.channels.map((channel) => (
          <span key={channel.id}>
            <SeriesSwatch series={seriesOfChannel(channel)} />
            {(channel.shortName ?? channel.name)[lang]}
          </span>
        ))}
        {mixes.some((mix) => mix.known !== null && mix.sum === null) ? (
          <span>
            <SeriesSwatch series="unknown" />
            {own.hatchLegend}
          </span>
        ) : null}
        {few ? <span>{own.fewLegend(indicators.minSize)}</span> : null}
      </div>
      <StateLegend states={[...zero, ...states]} grades={grades} ramp={false} />
    </>
  )
}
