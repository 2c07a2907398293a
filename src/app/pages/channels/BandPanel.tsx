import { useCallback, useMemo } from 'react'
import type { ChannelBand } from '../../../charts/channelBands.ts'
import {
  channelBandChart,
  countBands,
  describeBands,
  heightOfBands,
  pointsOfBands,
  tableOfBands,
  titleOfBands,
  type BandContext,
} from '../../../charts/channelBandChart.ts'
import { printNOfN } from '../../../charts/nOfN.ts'
import { tellFormulas } from '../../../indicators/formulaWords.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { channelsWords } from '../../../text/channelsWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { notesOf, Subtitle } from '../../FigurePanel.tsx'
import { Link } from '../../Link.tsx'
import { ChartPanel } from '../../Panel.tsx'
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
  const { change, selection } = useAtlas()
  const { catalogue, lang, words, indicators, per, at } = context
  const own = channelsWords[lang]
  const when = own.when(at)
  const title = titleOfBands(bands, when, context)
  const draw = useCallback((width: number) => channelBandChart(bands, { ...context, width }), [bands, context])
  const points = useMemo(() => pointsOfBands(bands, context), [bands, context])
  const reports = bands.filter((band) => band.report !== null).length
  const outside = bands.filter((band) => band.standing === 'below' || band.standing === 'above')
  const formula = indicators.reuse ? tellFormulas(indicators.reuse, catalogue, at === 'latest' ? selection.years : [at, at], lang) : null
  return (
    <ChartPanel
      title={title}
      subtitle={
        <Subtitle
          parts={[
            (indicators.reuse?.name ?? indicators.total?.name ?? { zh: '', en: '' })[lang],
            words.compare.agenciesOf(bands.length),
            when,
            per === 'share' ? own.bandAxisMultiple : own.bandAxisCount,
          ]}
          n={printNOfN(countBands(bands), catalogue, lang, words)}
        />
      }
      chart="band"
      question={compareAgencies.name}
      table={tableOfBands(bands, title, context)}
      rows={[...parts, ...bands.flatMap(({ total, reuse }) => [total, reuse])]}
      draw={draw}
      height={heightOfBands(bands, context)}
      points={points}
      description={describeBands(bands, when, context)}
      onOpen={(point) => {
        if (point.report !== null) change({ page: 'report', report: point.report, cell: null })
      }}
      source={reports > 0 ? words.panel.source(reports) : words.panel.noSource}
      legend={<BandLegend bands={bands} context={context} />}
      note={
        <>
          <FindingLinks
            title={own.outsideTitle(outside.length)}
            places={outside}
            agencies={context.agencies}
            isAbout={(ids) => ids.has(indicators.total?.id ?? null) && indicators.channels.some(({ id }) => ids.has(id))}
          />
          {notesOf([own.bandNote, formula === null ? null : words.compare.formulaLine(formula)])}
        </>
      }
      actions={
        indicators.reuse ? <Link to={{ page: 'methods', indicators: [indicators.reuse.id] }}>{words.panel.definition}</Link> : undefined
      }
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
