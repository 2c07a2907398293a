import { mergersByBody } from '../../agencies/peers.ts'
import type { BandContext } from '../../charts/channelBandChart.ts'
import { figureOfBands } from '../../charts/channelBandFigure.ts'
import { bandsOf, type ChannelBand } from '../../charts/channelBands.ts'
import { seriesOfChannel } from '../../charts/channelMixChart.ts'
import { figureOfChannelMix } from '../../charts/channelMixFigure.ts'
import { channelIndicatorsOf, type ChannelIndicators, type ChannelMix } from '../../charts/channelMixes.ts'
import { chooseChannel, listCompared, readChannels } from '../../charts/channelView.ts'
import { chooseEndingFocus, figureOfEndingTrend } from '../../charts/endingTrendFigure.ts'
import { isStacked, figureOfStaff } from '../../charts/staffFigure.ts'
import type { StaffContext } from '../../charts/staffChart.ts'
import { linesOf, listStaff, staffIndicatorsOf, type StaffList } from '../../charts/staffRows.ts'
import { chooseTableYear } from '../../charts/tableYear.ts'
import type { FigureState } from '../../forms/states.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { compareAgencies, type Comparison } from '../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../questions/comparedValue.ts'
import { channelsWords } from '../../text/channelsWords.ts'
import { staffingWords } from '../../text/staffingWords.ts'
import { asFigure, contextOf, showFigure, type AskFigure, type FigureLook, type FigureView, type ShownFigure } from './askedFigure.ts'
import { markBand, markSeries, markTick, type LegendEntry } from './legendEntry.ts'

/** What the pages about channels and staff ask: these indicators over the span, tables and prose. */
const compare = (indicators: readonly string[], { selection }: FigureView): Comparison => ({
  indicators,
  agencies: selection.agencies,
  years: selection.years,
  applicant: null,
  prose: true,
  blanksAsZero: selection.blanksAsZero,
})

/** The answer about channels, read as the page reads it. */
function readView(rows: readonly ComparedValue[], indicators: ChannelIndicators, view: FigureView, look: FigureLook) {
  const { selection, agencies } = view
  const { per, sort, ownAxes, at: chosenAt, years } = selection
  const read = readChannels(rows, indicators, { chosenAt, years, agencies: agencies.length })
  const context: BandContext = {
    ...contextOf(view, look),
    indicators,
    at: read.at,
    per: per === 'count' ? 'count' : 'share',
    order: sort ?? 'value',
    ownScales: ownAxes,
  }
  return { ...read, context }
}

const asksChannels =
  (draw: (rows: readonly ComparedValue[], indicators: ChannelIndicators, view: FigureView, look: FigureLook) => ShownFigure): AskFigure =>
  (view) => {
    const indicators = channelIndicatorsOf(view.dataset.catalogue)
    if (indicators.channels.length === 0) return null
    const ids = listCompared(indicators)
    const carried = view.dataset.catalogue.indicators.filter(({ id }) => ids.includes(id))
    return asFigure(compareAgencies, compare(ids, view), carried, (rows, look) => draw(rows, indicators, view, look))
  }

const askMix = asksChannels((rows, indicators, view, look) => {
  const { mixes, inYear, context } = readView(rows, indicators, view, look)
  const unnamed = mixes.filter((mix) => mix.known === null && mix.prose.length === 0)
  return showFigure(figureOfChannelMix(mixes, inYear, context), {
    legend: legendOfMix(mixes, context),
    states: [...(mixes.some((mix) => mix.sum === 0) ? (['zero'] as const) : []), ...unnamed.map((mix): FigureState => mix.state)],
    indicator: (indicators.total ?? indicators.channels[0])?.id ?? '',
  })
})

/** What occurs in the drawing, and no more. */
function legendOfMix(mixes: readonly ChannelMix[], { indicators, lang, per, palette, words }: BandContext): readonly LegendEntry[] {
  const own = channelsWords[lang]
  const few = per === 'share' && mixes.some((mix) => mix.sum !== null && mix.sum > 0 && mix.sum < indicators.minSize)
  const grades = new Set(mixes.flatMap((mix) => (mix.known === null ? mix.prose.flatMap((claim) => claim.evidence ?? []) : [])))
  return [
    ...indicators.channels.map((channel) => ({
      text: (channel.shortName ?? channel.name)[lang],
      mark: markSeries(seriesOfChannel(channel), palette),
    })),
    ...(mixes.some((mix) => mix.known !== null && mix.sum === null)
      ? [{ text: own.hatchLegend, mark: markSeries('unknown', palette) }]
      : []),
    ...(few ? [{ text: own.fewLegend(indicators.minSize), mark: null }] : []),
    ...[...grades].sort().map((grade) => ({ text: words.evidence.letter(grade, words.evidence[grade]), mark: null })),
  ]
}

const askBands: AskFigure = (view) => {
  const { total, reuse } = channelIndicatorsOf(view.dataset.catalogue)
  return total && reuse ? askEveryBand(view) : null
}

const askEveryBand = asksChannels((rows, indicators, view, look) => {
  const { inYear, context } = readView(rows, indicators, view, look)
  const bands = bandsOf(inYear, rows, indicators, context.per)
  const parts = inYear.flatMap((mix) => mix.parts)
  return showFigure(figureOfBands(bands, parts, context), {
    legend: legendOfBands(bands, context),
    indicator: (indicators.reuse ?? indicators.total)?.id ?? '',
  })
})

function legendOfBands(bands: readonly ChannelBand[], { lang, palette }: BandContext): readonly LegendEntry[] {
  const own = channelsWords[lang]
  return [
    { text: own.bandLegend, mark: markBand(palette) },
    { text: own.tickLegend, mark: markTick(palette) },
    ...(bands.some((band) => band.kind === 'band' && band.sum === null)
      ? [{ text: own.openLegend, mark: markSeries('unknown', palette) }]
      : []),
  ]
}

const askChannelTrend = asksChannels((rows, indicators, view, look) => {
  const { inYear } = readView(rows, indicators, view, look)
  const channel = chooseChannel(view.selection.indicators, indicators, inYear)
  if (channel === undefined) throw new Error('the catalogue has no channel')
  return drawEnding(rows, channel, view, look)
})

/** An indicator over the years whose rows end with a form. */
function drawEnding(every: readonly ComparedValue[], indicator: Indicator, view: FigureView, look: FigureLook): ShownFigure {
  const rows = every.filter((row) => row.indicator === indicator.id)
  const page = contextOf(view, look)
  const context = { ...page, indicator, focus: chooseEndingFocus(rows, page), mergers: mergersByBody(view.dataset.agencies) }
  const legend = context.focus.map((id, series) => ({
    text: view.agencies.find((agency) => agency.id === id)?.shortName ?? id,
    mark: markSeries(series, look.palette),
  }))
  return showFigure(figureOfEndingTrend(rows, context), { legend, indicator: indicator.id })
}

const asksStaff =
  (draw: (rows: readonly ComparedValue[], indicator: Indicator, view: FigureView, look: FigureLook) => ShownFigure): AskFigure =>
  (view) => {
    const indicators = staffIndicatorsOf(view.dataset.catalogue)
    if (indicators === null) return null
    const indicator = indicators.all.find(({ id }) => view.selection.indicators.includes(id)) ?? indicators.total
    const asked = compare(
      indicators.all.map(({ id }) => id),
      view,
    )
    return asFigure(compareAgencies, asked, indicators.all, (rows, look) => draw(rows, indicator, view, look))
  }

const askStaff = asksStaff((rows, indicator, view, look) => {
  const { selection, agencies, dataset } = view
  const indicators = staffIndicatorsOf(dataset.catalogue)
  if (indicators === null) throw new Error('the catalogue has no total of staff')
  const ofTotal = rows.filter((row) => row.indicator === indicators.total.id)
  const at = chooseTableYear(ofTotal, selection.at, selection.years, agencies.length)
  const order = selection.sort ?? 'value'
  const list = listStaff(rows, indicator, indicators, at, order, agencies)
  const context: StaffContext = { ...contextOf(view, look), indicator, indicators, at }
  return showFigure(figureOfStaff(list, order, context), {
    legend: isStacked(context) ? legendOfStaff(list, context) : [],
    indicator: indicator.id,
  })
})

function legendOfStaff(list: StaffList, { indicators, lang, palette }: StaffContext): readonly LegendEntry[] {
  const own = staffingWords[lang]
  const isPartUnknown = linesOf(list).some(({ row, parts }) => row.value !== null && parts.some(({ value }) => value === null))
  return [
    ...indicators.parts.map((part, place) => ({ text: part.name[lang], mark: markSeries(place, palette) })),
    ...(isPartUnknown ? [{ text: own.unknownLegend, mark: markSeries('unknown', palette) }] : []),
    { text: own.wholeLegend, mark: markTick(palette) },
  ]
}

/** The figures about channels and staff, by their ids in the address. */
export const channelFigures = {
  'channel-mix': askMix,
  'channel-band': askBands,
  'channel-trend': askChannelTrend,
  staff: askStaff,
  'staff-trend': asksStaff(drawEnding),
} as const satisfies Readonly<Record<string, AskFigure>>
