import { useCallback, useMemo } from 'react'
import {
  describeFunnel,
  funnelChart,
  heightOfFunnel,
  makeFunnel,
  pointsOfFunnel,
  sizeOfGroup,
  tableOfFunnel,
  type Funnel,
} from '../../../charts/funnelChart.ts'
import type { RateContext } from '../../../charts/intervalChart.ts'
import { pickYear } from '../../../charts/ranking.ts'
import { fewestForFunnel, listRates } from '../../../charts/rates.ts'
import { nameAgency, type RequestContext } from '../../../charts/requestContext.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import type { GatheredReader } from '../../../questions/gatheredValues.ts'
import { gatherFigures } from '../../../questions/gatherFigures.ts'
import { formatShare } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { notesOf, Subtitle } from '../../FigurePanel.tsx'
import { Link } from '../../Link.tsx'
import { ChartPanel } from '../../Panel.tsx'

/** One rate against its size, around the common rate of the group; for a group too small, the sentence why there is none. */
export function FunnelPanel({
  read,
  rate,
  at,
  context: shared,
}: {
  readonly read: GatheredReader
  readonly rate: Indicator
  readonly at: number | 'latest'
  readonly context: RequestContext
}) {
  const context: RateContext = useMemo(() => ({ ...shared, indicator: rate, withYear: at === 'latest' }), [shared, rate, at])
  const main = useMemo(() => listRates(pickYear(read(rate), at), rate).main, [read, rate, at])
  const funnel = useMemo(() => makeFunnel(main, context), [main, context])
  if (shared.agencies.length < 2) return null
  if (funnel) return <DrawnFunnel funnel={funnel} at={at} context={context} />
  const { said, words, lang } = context
  return (
    <section className="panel" aria-label={said.funnelTitleFew(sizeOfGroup(main), fewestForFunnel)}>
      <div className="panelhead">
        <h2>{said.funnelTitleFew(sizeOfGroup(main), fewestForFunnel)}</h2>
        <p className="sub">
          {rate.name[lang]} · {at === 'latest' ? words.compare.atLatest : words.compare.yearIn(String(at))}
        </p>
      </div>
      <div className="body empty">
        <p>{said.funnelFew(sizeOfGroup(main), fewestForFunnel)}</p>
      </div>
    </section>
  )
}

function DrawnFunnel({ funnel, at, context }: { readonly funnel: Funnel; readonly at: number | 'latest'; readonly context: RateContext }) {
  const { change } = useAtlas()
  const { said, words, lang, indicator, agencies } = context
  const draw = useCallback((width: number) => funnelChart(funnel, { ...context, width }), [funnel, context])
  const points = useMemo(() => pointsOfFunnel(funnel, context), [funnel, context])
  const when = at === 'latest' ? words.compare.latest : words.compare.yearIn(String(at))
  const name = (indicator.shortName ?? indicator.name)[lang]
  const outside = funnel.marks.filter(({ place }) => place === 'outside')
  const small = funnel.marks.filter(({ place }) => place === 'small').length
  const assessed = funnel.marks.length - small
  const title =
    outside.length === 0
      ? said.funnelTitleIn(when, assessed, name, formatShare(funnel.pooled, lang))
      : said.funnelTitleOut(
          when,
          outside.length,
          assessed,
          name,
          outside.slice(0, 4).map(({ rate }) => nameAgency(rate.row.agency, context)),
        )
  return (
    <ChartPanel
      title={title}
      subtitle={
        <Subtitle
          parts={[indicator.name[lang], words.compare.agenciesOf(agencies.length), at === 'latest' ? words.compare.atLatest : when]}
          n={said.funnelHave(assessed, agencies.length)}
        />
      }
      chart="funnel"
      question={gatherFigures.name}
      table={tableOfFunnel(funnel, title, context)}
      draw={draw}
      height={heightOfFunnel(context)}
      points={points}
      description={describeFunnel(funnel, context)}
      onOpen={(point) => {
        if (point.report !== null) change({ page: 'report', report: point.report, cell: null })
      }}
      source={words.panel.source(funnel.marks.length)}
      note={notesOf([said.funnelNote, small > 0 && indicator.minSize !== undefined ? said.funnelGrey(small, indicator.minSize) : null])}
      actions={<Link to={{ page: 'methods', indicators: [indicator.id] }}>{words.panel.definition}</Link>}
    />
  )
}
