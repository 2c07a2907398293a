import { useMemo } from 'react'
import { bandsOf } from '../../../charts/channelBands.ts'
import type { BandContext } from '../../../charts/channelBandChart.ts'
import type { ChartContext } from '../../../charts/chartContext.ts'
import { channelIndicatorsOf, isAsked, type ChannelIndicators } from '../../../charts/channelMixes.ts'
import { chooseChannel, listCompared, readChannels, type ChannelView } from '../../../charts/channelView.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { channelsWords } from '../../../text/channelsWords.ts'
import { formatYears } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { AfterFirst } from '../../AfterFirst.tsx'
import { BlanksPicker, FilterBar } from '../../FilterBar.tsx'
import { AnswerFailed, Waiting } from '../../Matrix.tsx'
import { AgencyPicker } from '../../pickers/AgencyPicker.tsx'
import { OrderPicker } from '../../pickers/OrderPicker.tsx'
import { TableYearPicker } from '../../pickers/TableYearPicker.tsx'
import { YearPicker } from '../../pickers/YearPicker.tsx'
import { markFirstChart } from '../../readiness.ts'
import { SegmentChoice } from '../../SegmentChoice.tsx'
import { useAfterPaint } from '../../useAfterPaint.ts'
import { useAnswer } from '../../useAnswer.ts'
import { WhileAsking } from '../../WhileAsking.tsx'
import { BandPanel } from './BandPanel.tsx'
import { EndingTrendPanel } from './EndingTrendPanel.tsx'
import { MixPanel } from './MixPanel.tsx'
import './channels.css'

/** Through which channels bodies disclosed what: the mix by body and year, each total between its bounds, one channel over the years. */
export function ChannelsPage() {
  const { dataset, lang, words } = useAtlas()
  const indicators = useMemo(() => channelIndicatorsOf(dataset.catalogue), [dataset])
  const missing = indicators.channels.length === 0
  useAfterPaint(missing, markFirstChart)
  if (!missing) return <Channels indicators={indicators} />
  return (
    <main id="content">
      <div className="pagehead">
        <h1>{words.pages.channels}</h1>
      </div>
      <p className="empty">{channelsWords[lang].noChannels}</p>
    </main>
  )
}

function Channels({ indicators }: { readonly indicators: ChannelIndicators }) {
  const { dataset, selection, chosenAgencies, words, lang, announce } = useAtlas()
  const answer = useAnswer(compareAgencies, {
    indicators: listCompared(indicators),
    agencies: selection.agencies,
    years: selection.years,
    applicant: null,
    prose: true,
    blanksAsZero: selection.blanksAsZero,
  })
  const { rows } = answer
  const { years, at: chosenAt } = selection
  const view = useMemo(
    () => readChannels(rows ?? [], indicators, { chosenAt, years, agencies: chosenAgencies.length }),
    [rows, indicators, chosenAt, years, chosenAgencies.length],
  )
  const { mixes, at } = view
  const loaded = new Set((rows ?? []).flatMap((row) => (row.report === null ? [] : [row.report]))).size
  useAfterPaint(rows, () => announce(words.state.filtered(chosenAgencies.length, loaded)))
  const asked = [...new Set(mixes.filter(isAsked).map((mix) => mix.year))]
  return (
    <>
      <FilterBar result={rows ? words.bar.result(loaded, chosenAgencies.length * (selection.years[1] - selection.years[0] + 1)) : null}>
        <AgencyPicker />
        <YearPicker />
        <TableYearPicker at={at} years={asked} />
        <BlanksPicker />
      </FilterBar>
      <main id="content">
        <div className="pagehead">
          <h1>{words.pages.channels}</h1>
          <p>{channelsWords[lang].about(chosenAgencies.length, formatYears(selection.years))}</p>
        </div>
        <div className="pagechoices">
          <PerChoice />
          <ScaleChoice />
          <OrderPicker />
        </div>
        {answer.error ? <AnswerFailed retry={answer.retry} keptRows={rows !== undefined} /> : null}
        <WhileAsking waiting={answer.waiting && answer.error === null}>
          {rows ? (
            <ChannelPanels rows={rows} view={view} indicators={indicators} />
          ) : answer.error ? null : (
            <Waiting reports={dataset.reports.length} />
          )}
        </WhileAsking>
      </main>
    </>
  )
}

/** Shares, or counts on one scale. */
function PerChoice() {
  const { selection, lang, change } = useAtlas()
  const words = channelsWords[lang]
  return (
    <SegmentChoice
      name={words.per}
      value={selection.per === 'count' ? 'count' : 'share'}
      choices={[
        { id: 'share', name: words.perShare },
        { id: 'count', name: words.perCount },
      ]}
      choose={(id) => change({ per: id === 'count' ? 'count' : null })}
    />
  )
}

/** Counts on one scale, or each body's on its own. */
function ScaleChoice() {
  const { selection, lang, change } = useAtlas()
  const words = channelsWords[lang]
  if (selection.per !== 'count') return null
  return (
    <SegmentChoice
      name={words.scale}
      value={selection.ownAxes ? 'own' : 'one'}
      choices={[
        { id: 'one', name: words.scaleOne },
        { id: 'own', name: words.scaleOwn },
      ]}
      choose={(id) => change({ ownAxes: id === 'own' })}
    />
  )
}

function ChannelPanels({
  rows,
  view: { mixes, at, inYear },
  indicators,
}: {
  readonly rows: readonly ComparedValue[]
  readonly view: ChannelView
  readonly indicators: ChannelIndicators
}) {
  const { dataset, selection, chosenAgencies, lang, words, palette } = useAtlas()
  const plain: Omit<ChartContext, 'indicator'> = useMemo(
    () => ({
      catalogue: dataset.catalogue,
      agencies: chosenAgencies,
      focus: selection.focus ?? [],
      years: selection.years,
      lang,
      words,
      palette,
      width: 600,
    }),
    [dataset, chosenAgencies, selection.focus, selection.years, lang, words, palette],
  )
  const { per, sort, ownAxes } = selection
  const context: BandContext = useMemo(
    () => ({ ...plain, indicators, at, per: per === 'count' ? 'count' : 'share', order: sort ?? 'value', ownScales: ownAxes }),
    [plain, indicators, at, per, sort, ownAxes],
  )
  const bands = useMemo(() => bandsOf(inYear, rows, indicators, context.per), [inYear, rows, indicators, context.per])
  const channel = chooseChannel(selection.indicators, indicators, inYear)
  const choice = useMemo(() => (channel ? <ChannelChoice channel={channel} channels={indicators.channels} /> : null), [channel, indicators])
  const band =
    indicators.total && indicators.reuse ? <BandPanel bands={bands} parts={inYear.flatMap((mix) => mix.parts)} context={context} /> : null
  const isShort = chosenAgencies.length <= shortList
  return (
    <div className="grid">
      <div className="c7 stack">
        <MixPanel mixes={mixes} inYear={inYear} context={context} />
        <AfterFirst>{isShort ? band : null}</AfterFirst>
      </div>
      <div className="c5 stack">
        <AfterFirst>
          {channel ? <EndingTrendPanel embedAs="channel-trend" rows={rows} indicator={channel} context={plain} choice={choice} /> : null}
          {isShort ? null : band}
        </AfterFirst>
      </div>
    </div>
  )
}

/** So many lines leave room for another list below them. */
const shortList = 15

/** Which channel the lines are of. */
function ChannelChoice({ channel, channels }: { readonly channel: Indicator; readonly channels: readonly Indicator[] }) {
  const { lang, change } = useAtlas()
  return (
    <div className="channelchoice seg" role="group" aria-label={channelsWords[lang].channel}>
      {channels.map((choice) => (
        <button key={choice.id} type="button" aria-pressed={choice === channel} onClick={() => change({ indicators: [choice.id] })}>
          {(choice.shortName ?? choice.name)[lang]}
        </button>
      ))}
    </div>
  )
}
