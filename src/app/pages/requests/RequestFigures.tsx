import { useMemo } from 'react'
import { disputeMixes, groundMixes, outcomeMixes, proportions, smallestBase } from '../../../indicators/requestFlow.ts'
import type { GatheredReader } from '../../../questions/gatheredValues.ts'
import { applicantSections, sectionsOf } from '../../../charts/requestView.ts'
import { AfterFirst } from '../../AfterFirst.tsx'
import { useAtlas } from '../../AtlasContext.ts'
import { FlowPanel } from './FlowPanel.tsx'
import { FunnelPanel } from './FunnelPanel.tsx'
import { FigurePickers } from './requestPickers.tsx'
import { RequestMixPanel } from './RequestMixPanel.tsx'
import { RatePanel } from './RatePanel.tsx'
import { ReceivedPanel } from './ReceivedPanel.tsx'
import { useRequestContext, useRows } from './useRequestView.ts'

/** The figures of the page, from one answer. */
export function RequestFigures({ read, at }: { readonly read: GatheredReader; readonly at: number | 'latest' }) {
  const { dataset, selection } = useAtlas()
  const { catalogue } = dataset
  const context = useRequestContext()
  const by = useRows(read)
  const rates = proportions(catalogue)
  const rate = rates.find(({ id }) => selection.indicators.includes(id)) ?? rates[0] ?? null
  const grounds = useMemo(() => groundMixes(catalogue), [catalogue])
  const ground = grounds.find(({ group }) => selection.indicators.includes(group.id)) ?? grounds[0] ?? null
  const outcomes = useMemo(() => sectionsOf(outcomeMixes(catalogue), read), [catalogue, read])
  const groundSections = useMemo(() => sectionsOf(ground?.mixes ?? [], read), [ground, read])
  const applicants = useMemo(() => applicantSections(catalogue, read), [catalogue, read])
  const disputes = useMemo(
    () => disputeMixes(catalogue).map(({ total, mixes }) => ({ total, sections: sectionsOf(mixes, read) })),
    [catalogue, read],
  )
  const minSize = smallestBase(catalogue)
  const shared = { by, at, minSize, context }
  const { said, lang } = context
  // Lists of bodies are long, and the rates beside them short: the funnel stands where there is room.
  const funnel = rate ? <FunnelPanel read={read} rate={rate} at={at} context={context} /> : null
  return (
    <div className="grid">
      <div className="c12 stack">
        <ReceivedPanel read={read} at={at} context={context} />
        <FlowPanel read={read} at={at} context={context} />
        <AfterFirst>
          <FigurePickers rate={rate} group={ground?.group ?? null} read={read} />
        </AfterFirst>
      </div>
      <AfterFirst>
        <div className="c7 stack">
          <RequestMixPanel sections={outcomes} embed={{ figure: 'outcomes' }} {...shared} />
          {rate ? <RatePanel read={read} rate={rate} at={at} context={context} /> : null}
          {by === 'bodies' ? funnel : null}
        </div>
        <div className="c5 stack">
          {ground ? (
            <RequestMixPanel
              sections={groundSections}
              embed={{ figure: 'grounds', indicators: [ground.group.id] }}
              about={said.groundsOf(ground.group.name[lang])}
              {...shared}
            />
          ) : null}
          <RequestMixPanel sections={applicants} embed={{ figure: 'applicants' }} about={said.applicantsAbout} {...shared} />
          {by === 'years' ? funnel : null}
        </div>
        {disputes.map(({ total, sections }) => (
          <div key={total.id} className="c6 stack">
            <RequestMixPanel
              sections={sections}
              embed={{ figure: 'disputes', indicators: [total.id] }}
              about={said.disputesAbout((total.shortName ?? total.name)[lang])}
              {...shared}
            />
          </div>
        ))}
      </AfterFirst>
    </div>
  )
}
