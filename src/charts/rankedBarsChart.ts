import type { EChartsOption } from 'echarts'
import type { ChartContext } from './chartContext.ts'
import { nameState, printAxis, printRow, printValue } from './figureText.ts'
import { nameAxis, styleValueAxis } from './listAxes.ts'
import { decalOf } from './palette.ts'
import { spansOf, spanSeries, ticksOf, tickSeries } from './rankedBarsHeld.ts'
import { layOutNames, listRanking, nameEntry, type RankedEntry } from './rankedBarsList.ts'
import { findSpread, spreadSeries, spreadWords } from './rankedBarsSpread.ts'
import type { Ranking } from './ranking.ts'
import { plainRanking, type RankingView } from './rankingView.ts'
import { drawState } from './stateMark.ts'
import { estimateWidth, fitText, startOfLine } from './textWidth.ts'

const rowHeight = 22

/** How many px the drawing needs. */
export function heightOfRankedBars(ranking: Ranking, context: ChartContext, view: RankingView = plainRanking): number {
  const lines = layOutNames(listRanking(ranking, context, view), context).entries.length
  return topOf(ranking, context) + Math.max(1, lines) * rowHeightOf(context) + bottomOf(context)
}

const rowHeightOf = ({ palette }: ChartContext): number => Math.round((rowHeight * palette.label) / 13)
const bottomOf = ({ palette }: ChartContext): number => palette.small * 2
const topOf = (ranking: Ranking, context: ChartContext): number => (findSpread(ranking) ? context.palette.small * 4.5 : 6)

/**
 * Ranked bars from zero, one colour for the chosen bodies and grey for the rest, the spread above; what they are held against is one
 * line behind, or a tick on each bar. A body without a figure stands at the end with the texture of its reason and never has a bar.
 */
export function rankedBarsChart(ranking: Ranking, context: ChartContext, view: RankingView = plainRanking): EChartsOption {
  const { palette, lang } = context
  const { entries, left, namesOver } = layOutNames(listRanking(ranking, context, view), context)
  const ticks = ticksOf(entries, view)
  const line = view.held?.line ?? null
  const spans = spansOf(entries, view)
  const strip = findSpread(ranking)
  const values = entries.flatMap((entry) =>
    entry.kind === 'bar' ? [printValue(entry.row, context.indicator, lang, context.words) ?? ''] : [],
  )
  const right = Math.min(context.width * 0.3, Math.max(64, ...values.map((text) => estimateWidth(text, palette.label) + 12)))
  const top = topOf(ranking, context)
  const drawn = [
    ...entries.flatMap((entry) => (entry.kind === 'bar' && entry.row.value !== null ? [entry.row.value] : [])),
    ...[...ticks, ...spans].map(({ value }) => value),
    ...(line === null ? [] : [line]),
  ]
  const most = Math.max(0, ...drawn)
  const least = Math.min(0, ...drawn)
  const scale = scaleBars(least, most, context.width - left - right, context)
  const headings = new Set(entries.filter((entry) => entry.kind === 'heading').map((entry) => entry.key))
  const chosen = new Set(context.focus)
  const names = nameAxis(entries, (entry) => (namesOver ? '' : nameEntry(entry, context)), left - 10, palette)
  const option = {
    animation: false,
    aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
    textStyle: { fontFamily: palette.font },
    grid: [
      { left, right, top, bottom: bottomOf(context) },
      ...(strip ? [{ left, right, top: palette.small * 1.6, height: palette.small * 2.1 }] : []),
    ],
    xAxis: [
      {
        gridIndex: 0,
        ...scale,
        ...styleValueAxis(palette, (value) => (most === 0 && value !== 0 ? '' : printAxis(value, context.indicator, lang))),
      },
      ...(strip ? [{ gridIndex: 1, ...scale, show: false }] : []),
    ],
    yAxis: [
      { gridIndex: 0, ...names, axisLabel: { ...names.axisLabel, rich: {} } },
      ...(strip ? [{ gridIndex: 1, type: 'category', data: ['strip'], show: false }] : []),
    ],
    series: [
      {
        id: 'bars',
        type: 'bar',
        xAxisIndex: 0,
        yAxisIndex: 0,
        barWidth: '66%',
        cursor: 'pointer',
        data: entries.map((entry) => {
          if (entry.kind !== 'bar') return null
          const series = context.focus.indexOf(entry.row.agency)
          return {
            value: entry.row.value,
            itemStyle:
              series < 0
                ? { color: palette.rest, decal: { symbol: 'none' } }
                : { color: palette.series[series], decal: decalOf(series, palette) },
            label: chosen.has(entry.row.agency) ? { fontWeight: 'bold' } : {},
          }
        }),
        label: {
          show: ticks.length === 0,
          position: 'right',
          distance: 3,
          color: palette.ink,
          fontSize: palette.label,
          backgroundColor: palette.surface,
          padding: [1, 2],
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const entry = entries[dataIndex]
            return entry?.kind === 'bar' ? (printValue(entry.row, context.indicator, lang, context.words) ?? '') : ''
          },
        },
        ...(line !== null
          ? {
              markLine: {
                silent: true,
                z: 1,
                symbol: 'none',
                data: [{ xAxis: line }],
                lineStyle: { color: palette.ink, type: 'solid', width: 1 },
                label: { show: false },
              },
            }
          : {}),
      },
      {
        id: 'notes',
        type: 'custom',
        xAxisIndex: 0,
        yAxisIndex: 0,
        cursor: 'pointer',
        data: entries.flatMap((entry, index) => (entry.kind === 'bar' ? [] : [[0, index]])),
        renderItem: (_: unknown, api: { value(i: number): number; coord(at: readonly number[]): number[] }) => {
          const entry = entries[api.value(1)]
          const [x, y] = api.coord([0, api.value(1)])
          if (!entry || x === undefined || y === undefined) return null
          return { type: 'group', children: drawNote(entry, x, y, context, headings) }
        },
      },
      ...(spans.length > 0 ? [spanSeries(spans, context, rowHeightOf(context))] : []),
      ...(ticks.length > 0 ? [tickSeries(ticks, entries, context, rowHeightOf(context))] : []),
      ...(strip ? spreadSeries(strip, context) : []),
    ],
    ...(strip?.quartiles ? { graphic: spreadWords(strip.quartiles, scale, left, right, context) } : {}),
  }
  // ECharts' option type is wider and narrower than what it takes in places (renderItem, null data).
  return option as EChartsOption
}

/** The axis in round steps, from zero or below to above the highest bar; as many of them as their numbers have room, 0 to 1 where all are zero. */
function scaleBars(least: number, most: number, room: number, { palette, indicator, lang }: ChartContext) {
  const reach = Math.max(most, -least)
  if (reach <= 0) return { min: 0, max: 1, interval: 1 }
  const number = estimateWidth(printAxis(reach, indicator, lang), palette.small) * 1.25 + 8
  const steps = Math.max(1, Math.min(4, Math.floor(room / number)))
  const rough = reach / steps
  const power = 10 ** Math.floor(Math.log10(rough))
  const round = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power
  const interval = indicator.kind === 'derived' ? round : Math.max(1, Math.ceil(round))
  return {
    min: least < 0 ? Math.floor(least / interval) * interval : 0,
    max: most > 0 ? Math.ceil(most / interval) * interval : 0,
    interval,
  }
}

/** The name of a state whole; without what it says in brackets where there is no room for that. */
const fitName = (name: string, size: number, width: number): string =>
  fitText(estimateWidth(name, size) <= width ? name : name.replace(/\s*[(（][^)）]*[)）]$/u, ''), size, width)

function drawNote(entry: RankedEntry, x: number, y: number, context: ChartContext, headings: ReadonlySet<string>) {
  const { palette, catalogue, indicator, lang, words } = context
  const text = (value: string, at: number, style: Readonly<Record<string, unknown>> = {}) => ({
    type: 'text',
    style: {
      text: value,
      x: at,
      y,
      verticalAlign: 'middle',
      fill: palette.ink2,
      fontSize: palette.small,
      fontFamily: palette.font,
      ...style,
    },
  })
  const room = context.width - 4
  // A line behind the bars stops at words.
  const paper = { backgroundColor: palette.surface, padding: [1, 2] }
  if (entry.kind === 'name') {
    const name = nameEntry(entry, context)
    const weight = context.focus.includes(entry.row.agency) ? 'bold' : 'normal'
    const style = { ...paper, fill: palette.ink, fontSize: palette.label, fontWeight: weight }
    return [text(fitText(name, palette.label, room - x), x, style)]
  }
  if (entry.kind === 'heading') {
    // A long one begins further left: there is no name beside it.
    const start = startOfLine(entry.text, palette.small, x + (headings.size > 0 ? 4 : 0), room)
    return [text(fitText(entry.text, palette.small, room - start), start, { ...paper, fill: palette.ink2, fontWeight: 'bold' })]
  }
  if (entry.kind === 'omitted') return [text(fitText(entry.text, palette.small, room - x - 4), x + 4, { ...paper, fill: palette.ink3 })]
  if (entry.kind === 'small') return [text(printRow(entry.row, indicator, catalogue, lang, words), x + 4, paper)]
  const height = Math.round((palette.small * 14) / 12)
  const box = { x: x + 1, y: y - height / 2, width: Math.round(height * 1.86), height }
  const name = nameState(catalogue, entry.row.state, lang)
  const start = x + box.width + 7
  return [...drawState(entry.row.state, box, palette), text(fitName(name, palette.small, room - start), start, paper)]
}
