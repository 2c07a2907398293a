import { useMemo } from 'react'
import type { BandContext } from '../../../charts/channelBandChart.ts'
import { seriesOfChannel } from '../../../charts/channelMixChart.ts'
import { figureOfChannelMix } from '../../../charts/channelMixFigure.ts'
import type { ChannelMix } from '../../../charts/channelMixes.ts'
import type { FigureState } from '../../../forms/states.ts'
import { channelsWords } from '../../../text/channelsWords.ts'
import { FigurePanel } from '../../FigurePanel.tsx'
import { Link } from '../../Link.tsx'
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
  const { words, indicators } = context
  const figure = useMemo(() => figureOfChannelMix(mixes, inYear, context), [mixes, inYear, context])
  return (
    <FigurePanel
      figure={figure}
      embed={{ figure: 'channel-mix' }}
      legend={<MixLegend mixes={mixes} context={context} />}
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
