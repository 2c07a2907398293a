import { useCallback, useMemo } from 'react'
import { countLater, type LaterFigures } from '../../../charts/channelAnswer.ts'
import type { BandContext } from '../../../charts/channelBandChart.ts'
import type { ChartContext } from '../../../charts/chartContext.ts'
import { countNOfN, printNOfN } from '../../../charts/nOfN.ts'
import { describeTrend, formChangesOf, heightOfTrend, pointsOfTrend, tableOfTrend, trendChart } from '../../../charts/trendChart.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { channelsWords } from '../../../text/channelsWords.ts'
import { formatYears } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { ChartPanel } from '../../Panel.tsx'
import { FocusChips, notesOf, PanelActions, Subtitle, unitOf } from '../compare/panelParts.tsx'

/** One channel over the years, and whether anything may be said of it after its rows end. */
export function ChannelTrendPanel({
  rows: every,
  channel,
  context: page,
}: {
  readonly rows: readonly ComparedValue[]
  readonly channel: Indicator
  readonly context: BandContext
}) {
  const { dataset, change } = useAtlas()
  const { catalogue, lang, words, agencies, years } = page
  const rows = useMemo(() => every.filter((row) => row.indicator === channel.id), [every, channel])
  const context: ChartContext = useMemo(() => ({ ...page, indicator: channel, focus: chooseFocus(rows, page) }), [page, channel, rows])
  const tables = rows.filter((row) => row.evidence === null || row.evidence === 'A')
  const name = (channel.shortName ?? channel.name)[lang]
  const answer = countLater(rows, years)
  const title = titleOf(answer, name, lang)
  const draw = useCallback((width: number) => trendChart(rows, { ...context, width }), [rows, context])
  const points = useMemo(() => pointsOfTrend(rows, context), [rows, context])
  const reports = new Set(rows.flatMap((row) => (row.report === null ? [] : [row.report]))).size
  return (
    <ChartPanel
      title={title}
      subtitle={
        <Subtitle
          parts={[channel.name[lang], words.compare.agenciesOf(agencies.length), formatYears(years), unitOf(channel, lang)]}
          n={printNOfN(countNOfN(tables), catalogue, lang, words)}
        />
      }
      chart="trend"
      question={compareAgencies.name}
      table={tableOfTrend(rows, title, context)}
      draw={draw}
      height={heightOfTrend(rows, context)}
      points={points}
      description={describeTrend(rows, context)}
      onOpen={(point) => {
        if (point.report !== null) change({ page: 'report', report: point.report, cell: null })
      }}
      source={reports > 0 ? words.panel.source(reports) : words.panel.noSource}
      legend={
        <>
          <ChannelChoice channel={channel} context={page} />
          <FocusChips context={context} />
        </>
      }
      note={notesOf([
        <Answer key="answer" answer={answer} name={name} context={page} />,
        ...formChangesOf(context)
          .filter(({ forms }) => forms.some((form) => channel.from[form] !== undefined))
          .map(({ between, why }) => words.compare.breakNote(between[0], between[1], why)),
      ])}
      actions={<PanelActions indicator={channel} dataset={dataset} title={title} />}
    />
  )
}

function titleOf({ last, later }: LaterFigures, name: string, lang: BandContext['lang']): string {
  const own = channelsWords[lang]
  if (last === null) return own.trendTitleNone(name)
  return later === null ? own.trendTitleWithin(name) : own.trendTitleEnds(name, last.year)
}

/** May one say that it rose or fell? In plain words, with what there is on each side. */
function Answer({
  answer: { last, later },
  name,
  context: { lang },
}: {
  readonly answer: LaterFigures
  readonly name: string
  readonly context: BandContext
}) {
  const own = channelsWords[lang]
  if (last === null) return own.noTables
  if (later === null) return own.answerWithin
  return (
    <>
      <b>{own.answerTitle(name, last.year)}</b> {own.answerTables(last.year, last.have, last.of)}
      {own.answerProse(formatYears(later.years), later.prose, later.of, later.loaded)}
      {own.answerWhy}
    </>
  )
}

/** Which channel the lines are of. */
function ChannelChoice({ channel, context: { indicators, lang } }: { readonly channel: Indicator; readonly context: BandContext }) {
  const { change } = useAtlas()
  return (
    <div className="channelchoice seg" role="group" aria-label={channelsWords[lang].channel}>
      {indicators.channels.map((choice) => (
        <button key={choice.id} type="button" aria-pressed={choice === channel} onClick={() => change({ indicators: [choice.id] })}>
          {(choice.shortName ?? choice.name)[lang]}
        </button>
      ))}
    </div>
  )
}

/** The bodies in colour: those the reader chose; all, where they are few; else the three with the highest last figures. */
function chooseFocus(rows: readonly ComparedValue[], { focus, agencies }: BandContext): readonly string[] {
  const known = focus.filter((id) => agencies.some((agency) => agency.id === id))
  if (known.length > 0) return known
  if (agencies.length <= 6) return agencies.map(({ id }) => id)
  const numbers = rows.filter((row) => row.value !== null && row.evidence === 'A')
  const last = numbers.reduce((year, row) => Math.max(year, row.year), -Infinity)
  return numbers
    .filter((row) => row.year === last)
    .sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))
    .slice(0, 3)
    .map(({ agency }) => agency)
}
