import type { EChartsOption } from 'echarts'
import { formatNumber, formatPercent, formatShare } from '../text/numbers.ts'
import type { ChartPoint, ChartTable } from './chartContext.ts'
import { isTooSmall } from './figureText.ts'
import type { RateContext } from './intervalChart.ts'
import { fewestForFunnel, type Rate, type RateGroup } from './rates.ts'
import { cutDescription, nameAgency } from './requestContext.ts'
import { estimateWidth } from './textWidth.ts'
import { funnelLimits, z95, z998 } from './wilson.ts'

export type FunnelPlace = 'inside' | 'between' | 'outside' | 'small'

/** A body in the funnel, and where it lies. */
export interface FunnelMark {
  readonly rate: Rate
  readonly place: FunnelPlace
}

/** Rates against their sizes, around the common rate of the group. */
export interface Funnel {
  readonly pooled: number
  /** Largest base first. */
  readonly marks: readonly FunnelMark[]
}

/** How many bodies of the group have a base: the funnel needs at least `fewestForFunnel`. */
export const sizeOfGroup = (group: RateGroup | null): number => (group === null ? 0 : group.rates.length + group.small.length)

/** Null for a group too small, or whose rates are no parts of a whole. A body with too few cases is never judged. */
export function makeFunnel(group: RateGroup | null, { indicator }: Pick<RateContext, 'indicator'>): Funnel | null {
  const pooled = group?.pooled?.value ?? null
  if (group === null || pooled === null || sizeOfGroup(group) < fewestForFunnel) return null
  const placeOf = (rate: Rate): FunnelPlace => {
    if (isTooSmall(rate.row, indicator)) return 'small'
    const isWithin = (z: number): boolean => {
      const [low, high] = funnelLimits(pooled, rate.size, z)
      return rate.value >= low && rate.value <= high
    }
    if (isWithin(z95)) return 'inside'
    return isWithin(z998) ? 'between' : 'outside'
  }
  const marks = [...group.rates, ...group.small].map((rate) => ({ rate, place: placeOf(rate) }))
  return { pooled, marks: marks.sort((a, b) => b.rate.size - a.rate.size) }
}

/** How many px the drawing needs. */
export const heightOfFunnel = ({ palette }: RateContext): number => Math.round(250 * (palette.label / 13)) + palette.small * 4

/** Bodies by size and rate, the limits as lines around the common rate; names only of those outside the wider limits. */
export function funnelChart(funnel: Funnel, context: RateContext): EChartsOption {
  const { palette, lang, said, indicator } = context
  const sizes = funnel.marks.map(({ rate }) => rate.size)
  const largest = Math.max(1, ...sizes)
  const smallest = Math.max(1, Math.min(...sizes, indicator.minSize ?? 1))
  const isWide = largest / smallest > 20
  const top = Math.min(1, Math.max(0.1, ...funnel.marks.map(({ rate }) => rate.value), limitAt(funnel, smallest, z998)[1]))
  const limits = [z95, z998].flatMap((z) => ([0, 1] as const).map((side) => limitSeries(funnel, z, side, smallest, largest, context)))
  const marksOf = (places: readonly FunnelPlace[]): FunnelMark[] => funnel.marks.filter(({ place }) => places.includes(place))
  const option = {
    animation: false,
    textStyle: { fontFamily: palette.font },
    grid: [{ left: palette.small * 3.6, right: 16, top: palette.small * 1.6 * linesOfWords(funnel, context), bottom: palette.small * 3.6 }],
    xAxis: [
      {
        type: isWide ? 'log' : 'value',
        min: isWide ? Math.max(1, smallest * 0.8) : 0,
        max: isWide ? largest * 1.25 : Math.ceil((largest * 1.1) / 10) * 10,
        name: said.funnelX,
        nameLocation: 'middle',
        nameGap: palette.small * 2,
        nameTextStyle: { color: palette.ink3, fontSize: palette.small },
        axisLine: { lineStyle: { color: palette.axis } },
        axisTick: { show: false },
        splitLine: { show: false },
        axisLabel: {
          color: palette.ink3,
          fontSize: palette.small,
          hideOverlap: true,
          showMinLabel: false,
          showMaxLabel: false,
          formatter: (value: number) => formatNumber(Math.round(value), lang),
        },
      },
    ],
    yAxis: [
      {
        type: 'value',
        min: 0,
        max: Math.ceil(top * 10) / 10,
        splitNumber: 4,
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { lineStyle: { color: palette.grid } },
        axisLabel: { color: palette.ink3, fontSize: palette.small, formatter: (value: number) => formatPercent(value, lang) },
      },
    ],
    series: [
      {
        id: 'pooled',
        type: 'line',
        silent: true,
        symbol: 'none',
        z: 1,
        data: [
          [smallest, funnel.pooled],
          [largest, funnel.pooled],
        ],
        lineStyle: { color: palette.ink, width: 1 },
      },
      ...limits,
      ...focusSeries(funnel, context),
      { ...scatter('small', marksOf(['small'])), symbolSize: 6, itemStyle: { color: 'none', borderColor: palette.rest, borderWidth: 1.2 } },
      { ...scatter('inside', marksOf(['inside', 'between'])), symbolSize: 8, itemStyle: { color: palette.rest } },
      {
        ...scatter('outside', marksOf(['outside'])),
        symbol: 'diamond',
        symbolSize: 12,
        itemStyle: { color: palette.series[0] },
        label: nameMarks(marksOf(['outside']), context),
        labelLayout: turnAtEdge(context),
      },
    ],
    graphic: funnelWords(funnel, context),
  }
  // ECharts' option type asks for more than it needs in labelLayout.
  return option as unknown as EChartsOption
}

const isInFocus = ({ rate }: FunnelMark, { focus }: RateContext): boolean => focus.includes(rate.row.agency)

/** A ring and a name for the bodies that the reader put in colour; the others have theirs where they lie outside. */
function focusSeries(funnel: Funnel, context: RateContext): object[] {
  const marks = funnel.marks.filter((mark) => mark.place !== 'outside' && isInFocus(mark, context))
  if (marks.length === 0) return []
  return [
    {
      ...scatter('focus', marks),
      symbolSize: 12,
      z: 4,
      silent: true,
      itemStyle: { color: 'none', borderColor: context.palette.series[0], borderWidth: 2 },
      label: nameMarks(marks, context),
      labelLayout: turnAtEdge(context),
    },
  ]
}

/** The names of marks, beside them. */
const nameMarks = (marks: readonly FunnelMark[], context: RateContext) => ({
  show: true,
  position: 'right',
  distance: 4,
  color: context.palette.ink,
  fontWeight: 'bold',
  fontSize: context.palette.label,
  textBorderColor: context.palette.surface,
  textBorderWidth: 3,
  formatter: ({ dataIndex }: { dataIndex: number }) => nameAgency(marks[dataIndex]?.rate.row.agency ?? '', context),
})

/** A name that would run over the edge stands on the other side of its mark; one without room is left to the table. */
const turnAtEdge =
  ({ width }: RateContext) =>
  (params: { readonly rect: { readonly x: number }; readonly labelRect: { readonly width: number } }) =>
    params.rect.x + params.labelRect.width + 24 > width ? { align: 'right', dx: -24, hideOverlap: true } : { hideOverlap: true }

const limitAt = (funnel: Funnel, size: number, z: number): readonly [number, number] => funnelLimits(funnel.pooled, size, z)

const scatter = (id: string, marks: readonly FunnelMark[]) => ({
  id,
  type: 'scatter',
  cursor: 'pointer',
  symbol: 'circle',
  z: 3,
  data: marks.map(({ rate }) => [rate.size, rate.value]),
})

/** One limit as a line of straight pieces, close enough to look curved because it is. */
function limitSeries(funnel: Funnel, z: number, side: 0 | 1, smallest: number, largest: number, { palette }: RateContext) {
  const steps = 60
  return {
    id: `limit-${z}-${side}`,
    type: 'line',
    silent: true,
    symbol: 'none',
    z: 1,
    data: Array.from({ length: steps + 1 }, (_, i) => {
      const size = smallest * (largest / smallest) ** (i / steps)
      return [size, limitAt(funnel, size, z)[side]]
    }),
    lineStyle: { color: palette.ink3, width: 1, type: z === z95 ? [4, 3] : 'solid' },
  }
}

/** Names of the lines above the plot, on as many lines as they need. */
function placeWords(funnel: Funnel, { palette, said, lang, width }: RateContext) {
  const start = palette.small * 3.6
  let x = start
  let line = 0
  const items = [
    { text: said.pooled(formatShare(funnel.pooled, lang)), stroke: palette.ink, dash: null },
    { text: said.limit95, stroke: palette.ink3, dash: [4, 3] },
    { text: said.limit998, stroke: palette.ink3, dash: null },
  ]
  return items.map((item) => {
    const needed = estimateWidth(item.text, palette.small) + 24
    if (x > start && x + needed > width) {
      x = start
      line += 1
    }
    const at = x
    x += needed + 16
    return { ...item, at, line }
  })
}

const linesOfWords = (funnel: Funnel, context: RateContext): number => 1 + Math.max(...placeWords(funnel, context).map(({ line }) => line))

/** What the lines are, above the plot. */
function funnelWords(funnel: Funnel, context: RateContext): object[] {
  const { palette } = context
  return placeWords(funnel, context).flatMap(({ text, stroke, dash, at, line }) => {
    const top = line * palette.small * 1.6
    return [
      {
        type: 'line',
        silent: true,
        shape: { x1: at, y1: top + palette.small * 0.6, x2: at + 20, y2: top + palette.small * 0.6 },
        style: { stroke, lineWidth: 1, ...(dash ? { lineDash: dash } : {}) },
      },
      {
        type: 'text',
        silent: true,
        left: at + 24,
        top,
        style: { text, fill: palette.ink2, fontSize: palette.small, fontFamily: palette.font },
      },
    ]
  })
}

/** The stops of the keyboard, largest base first. */
export function pointsOfFunnel(funnel: Funnel, context: RateContext): ChartPoint[][] {
  const { words, said } = context
  return [
    funnel.marks.map(({ rate, place }) => ({
      agency: rate.row.agency,
      year: rate.row.year,
      report: rate.row.report,
      text: words.join([nameAgency(rate.row.agency, context), tellMark(rate, place, context), said.places[place]]),
      grid: 0,
      x: rate.size,
      y: rate.value,
    })),
  ]
}

const tellMark = (rate: Rate, place: FunnelPlace, { said, lang, words }: RateContext): string => {
  const count = said.rateOf(formatNumber(rate.part, lang), formatNumber(rate.size, lang))
  return place === 'small' ? count : words.join([formatShare(rate.value, lang), count])
}

/** The same numbers as a table, with where each body lies and its limits. */
export function tableOfFunnel(funnel: Funnel, caption: string, context: RateContext): ChartTable {
  const { said, words, lang, indicator } = context
  return {
    caption,
    columns: [
      { name: words.bar.agencies, numeric: false },
      { name: words.compare.year, numeric: true },
      { name: said.rateSize, numeric: true },
      { name: said.ratePart, numeric: true },
      { name: (indicator.shortName ?? indicator.name)[lang], numeric: true },
      { name: said.limit998, numeric: true },
      { name: said.placeColumn, numeric: false },
    ],
    rows: funnel.marks.map(({ rate, place }) => {
      const [low, high] = limitAt(funnel, rate.size, z998)
      return {
        key: rate.row.agency,
        report: rate.row.report,
        cells: [
          nameAgency(rate.row.agency, context),
          String(rate.row.year),
          formatNumber(rate.size, lang),
          formatNumber(rate.part, lang),
          place === 'small' ? said.rateOf(formatNumber(rate.part, lang), formatNumber(rate.size, lang)) : formatShare(rate.value, lang),
          place === 'small' ? '–' : `${formatShare(low, lang)}–${formatShare(high, lang)}`,
          said.places[place],
        ],
      }
    }),
  }
}

/** What the funnel shows, in words, at most 300 characters; every number in it stands in the table or is the common rate. */
export function describeFunnel(funnel: Funnel, context: RateContext): string {
  const { said, words, lang, indicator } = context
  const outside = funnel.marks.filter(({ place }) => place === 'outside')
  const small = funnel.marks.filter(({ place }) => place === 'small').length
  return cutDescription(
    words.join([
      `${said.funnelKind}: ${indicator.name[lang]}`,
      said.gapBodies(funnel.marks.length),
      said.pooled(formatShare(funnel.pooled, lang)),
      ...(outside.length > 0
        ? [
            `${said.places.outside} ${words.list(outside.slice(0, 5).map(({ rate }) => `${nameAgency(rate.row.agency, context)} ${formatShare(rate.value, lang)}`))}`,
          ]
        : []),
      ...(small > 0 && indicator.minSize !== undefined ? [said.funnelGrey(small, indicator.minSize).replace(/[。.]$/, '')] : []),
    ]) + words.sentenceEnd,
  )
}
