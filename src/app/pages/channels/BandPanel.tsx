import { useMemo } from 'react'
import type { BandContext } from '../../../charts/channelBandChart.ts'
import { figureOfBands, outsideOf, sayOutside } from '../../../charts/channelBandFigure.ts'
import type { ChannelBand } from '../../../charts/channelBands.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { channelsWords } from '../../../text/channelsWords.ts'
import { FigurePanel } from '../../FigurePanel.tsx'
import { Link } from '../../Link.tsx'
import { FindingLinks } from './FindingLinks.tsx'

/** Each total between its largest channel and all of them; what stands outside leads to its finding. */
export function BandPanel({
  bands,
  parts,
  context,
}: {
  readonly bands: readonly ChannelBand[]
  /** The channels that the bounds are of. */
  readonly parts: readonly ComparedValue[]
  readonly context: BandContext
}) {
  const { words, indicators } = context
  const figure = useMemo(() => figureOfBands(bands, parts, context), [bands, parts, context])
  return (
    <FigurePanel
      figure={figure}
      embed={{ figure: 'channel-band' }}
      legend={<BandLegend bands={bands} context={context} />}
      linked={new Map([[sayOutside(bands, context), <OutsideLinks key="outside" bands={bands} context={context} />]])}
      actions={
        indicators.reuse ? <Link to={{ page: 'methods', indicators: [indicators.reuse.id] }}>{words.panel.definition}</Link> : undefined
      }
    />
  )
}

function OutsideLinks({ bands, context }: { readonly bands: readonly ChannelBand[]; readonly context: BandContext }) {
  const { indicators, lang, agencies } = context
  const outside = outsideOf(bands)
  return (
    <FindingLinks
      title={channelsWords[lang].outsideTitle(outside.length)}
      places={outside}
      agencies={agencies}
      isAbout={(ids) => ids.has(indicators.total?.id ?? null) && indicators.channels.some(({ id }) => ids.has(id))}
    />
  )
}

function BandLegend({ bands, context: { lang } }: { readonly bands: readonly ChannelBand[]; readonly context: BandContext }) {
  const own = channelsWords[lang]
  return (
    <div className="legend">
      <span>
        <i className="bandmark" />
        {own.bandLegend}
      </span>
      <span>
        <i className="tickmark" />
        {own.tickLegend}
      </span>
      {bands.some((band) => band.kind === 'band' && band.sum === null) ? (
        <span>
          <i className="cell blank" />
          {own.openLegend}
        </span>
      ) : null}
    </div>
  )
}
