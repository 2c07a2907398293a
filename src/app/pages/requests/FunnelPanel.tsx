import { useMemo } from 'react'
import { makeFunnel, sizeOfGroup, type Funnel } from '../../../charts/funnelChart.ts'
import { figureOfFunnel } from '../../../charts/funnelFigure.ts'
import type { RateContext } from '../../../charts/intervalChart.ts'
import { pickYear } from '../../../charts/ranking.ts'
import { fewestForFunnel, listRates } from '../../../charts/rates.ts'
import type { RequestContext } from '../../../charts/requestContext.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import type { GatheredReader } from '../../../questions/gatheredValues.ts'
import { FigurePanel } from '../../FigurePanel.tsx'
import { Link } from '../../Link.tsx'

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
  const figure = useMemo(() => figureOfFunnel(funnel, at, context), [funnel, at, context])
  const { words, indicator } = context
  return (
    <FigurePanel
      figure={figure}
      embed={{ figure: 'funnel', indicators: [indicator.id] }}
      actions={<Link to={{ page: 'methods', indicators: [indicator.id] }}>{words.panel.definition}</Link>}
    />
  )
}
