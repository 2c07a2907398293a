import { useCallback, useMemo } from 'react'
import { sayChange, sayContribution } from '../../../charts/contribution.ts'
import {
  contributionChart,
  describeContribution,
  heightOfContribution,
  pointsOfContribution,
  tableOfContribution,
  type ContributionContext,
} from '../../../charts/contributionChart.ts'
import { listFigures } from '../../../questions/listFigures.ts'
import { agencyWordsIn } from '../../../text/agencyWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { ChartPanel, Panel } from '../../Panel.tsx'
import type { AgencyView } from './useAgencyView.ts'
import { useContributions, type Changed } from './useContributions.ts'

/** What changed between the year shown and the report before it: totals with their parts. Nothing where there is one report only. */
export function ContributionPanel({ view }: { readonly view: AgencyView }) {
  const changed = useContributions(view)
  return changed === null ? null : <Changes view={view} {...changed} />
}

function Changes({ view: { agency }, contributions, between, report }: Changed & { readonly view: AgencyView }) {
  const { dataset, lang, words, palette, change } = useAtlas()
  const own = agencyWordsIn(lang).contribution
  const context: ContributionContext = useMemo(
    () => ({ catalogue: dataset.catalogue, lang, words, palette, width: 640, agency, between, report }),
    [dataset, lang, words, palette, agency, between, report],
  )
  const draw = useCallback((width: number) => contributionChart(contributions, { ...context, width }), [contributions, context])
  const points = useMemo(() => pointsOfContribution(contributions, context), [contributions, context])
  const sentences = contributions.map((contribution) => sayContribution(contribution, between, dataset.catalogue, lang))
  const caveats = [...new Map(contributions.flatMap(({ caveats }) => caveats).map((why) => [why.zh, why[lang]])).values()]
  const whole = contributions.filter(({ result }) => result.status === 'whole').length
  const title = contributions.flatMap((contribution) => sayChange(contribution, between, lang) ?? [])[0] ?? own.title
  const height = heightOfContribution(contributions, context)
  const panel = {
    title,
    subtitle: (
      <>
        {own.sub(agency.shortName, ...between)} · <b>{own.have(whole, contributions.length)}</b>
      </>
    ),
    chart: 'contribution',
    question: listFigures.name,
    table: tableOfContribution(contributions, title, context),
    source: words.panel.source(2),
    note: (
      <>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {caveats.map((why) => (
          <p key={why}>{own.caveat(why)}</p>
        ))}
      </>
    ),
  }
  if (height === 0) return <Panel {...panel}>{() => <p className="hint">{whole > 0 ? own.noneChanged : own.none(...between)}</p>}</Panel>
  return (
    <ChartPanel
      {...panel}
      draw={draw}
      height={height}
      points={points}
      description={describeContribution(contributions, context)}
      onOpen={() => {
        if (report !== null) change({ page: 'report', report, cell: null })
      }}
    />
  )
}
