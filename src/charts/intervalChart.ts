import type { EChartsOption } from 'echarts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { formatNumber, formatPercent, formatShare } from '../text/numbers.ts'
import type { ChartPoint, ChartTable } from './chartContext.ts'
import { nameForm, nameState } from './figureText.ts'
import { nameAxis, styleValueAxis } from './listAxes.ts'
import type { Rate, RateGroup, RateList } from './rates.ts'
import { cutDescription, nameAgency, type RequestContext } from './requestContext.ts'
import { drawState } from './stateMark.ts'
import { estimateWidth, shrinkStyle, startOfLine } from './textWidth.ts'

/** What the list of one rate must know. `withYear`: each body stands with its latest report, so the year is part of its name. */
export interface RateContext extends RequestContext {
  readonly indicator: Indicator
  readonly withYear: boolean
}

type Entry = RateEntry<'rate'> | RateEntry<'small'> | TextEntry<'heading'> | TextEntry<'note'> | MissingEntry
interface RateEntry<Kind> {
  readonly kind: Kind
  readonly key: string
  readonly rate: Rate
}
interface TextEntry<Kind> {
  readonly kind: Kind
  readonly key: string
  readonly text: string
}
interface MissingEntry {
  readonly kind: 'missing'
  readonly key: string
  readonly row: ComparedValue
}

const most = { rates: 40, small: 12, missing: 4 }
/** The least width of the plot, in px. */
const leastPlot = 72

function entriesOf(list: RateList, context: RateContext): Entry[] {
  const { said } = context
  const entries = list.groups.flatMap((group): Entry[] => {
    const heading: Entry[] =
      list.groups.length > 1
        ? [{ kind: 'heading', key: `g-${nameRateGroup(list, group, context)}`, text: nameRateGroup(list, group, context) }]
        : []
    const [rates, small] = [keepFirst(group.rates, most.rates, context), keepFirst(group.small, most.small, context)]
    const left = group.rates.length - rates.length + (group.small.length - small.length)
    return [
      ...heading,
      ...rates.map((rate): Entry => ({ kind: 'rate', key: rate.row.agency, rate })),
      ...small.map((rate): Entry => ({ kind: 'small', key: rate.row.agency, rate })),
      ...(left > 0 ? [{ kind: 'note' as const, key: `more-${group.scope}-${group.forms.join('-')}`, text: said.moreRows(left) }] : []),
    ]
  })
  if (list.missing.length > most.missing) entries.push({ kind: 'note', key: 'missing', text: said.missingRow(list.missing.length, false) })
  else entries.push(...list.missing.map((row): Entry => ({ kind: 'missing', key: row.agency, row })))
  if (list.noBase.length > 0) entries.push({ kind: 'note', key: 'no-base', text: said.rateNoBase(list.noBase.length) })
  return entries
}

/** The first of a list, and those that the reader put in colour. */
const keepFirst = (rates: readonly Rate[], count: number, { focus }: RateContext): readonly Rate[] =>
  rates.filter(({ row }, place) => place < count || focus.includes(row.agency))

/** What sets a group apart: whose figures they are, and on which forms. */
export function nameRateGroup(list: RateList, group: RateGroup, { words, catalogue, lang }: RequestContext): string {
  const scopes = new Set(list.groups.map(({ scope }) => scope)).size > 1 ? [words.compare.scopes[group.scope]] : []
  const forms = list.groups.some((other) => other !== group && other.scope === group.scope)
  return [...scopes, ...(forms ? [words.list(group.forms.map((form) => nameForm(catalogue, form, lang)))] : [])].join(' · ')
}

const rowHeightOf = ({ palette }: RequestContext): number => Math.round((22 * palette.label) / 13)
/** Above the plot stands the name of the common rate, where there is one. */
const topOf = (list: RateList, { palette }: RequestContext): number => (list.groups.length > 1 ? 4 : Math.round(palette.small * 1.7))

/** How many px the drawing needs. */
export const heightOfIntervals = (list: RateList, context: RateContext): number =>
  topOf(list, context) + Math.max(1, entriesOf(list, context).length) * rowHeightOf(context) + context.palette.small * 2

/** A dot per body with its interval, highest first; too few cases are written out as a count and never have a dot. */
export function intervalChart(list: RateList, context: RateContext): EChartsOption {
  const { palette, lang, width } = context
  const entries = entriesOf(list, context)
  const told = entries.flatMap((entry) => (entry.kind === 'rate' ? [entry.rate] : []))
  const names = Math.max(24, ...entries.map((entry) => estimateWidth(labelOf(entry, context), palette.label))) + 14
  const left = Math.min(Math.max(width * 0.4, Math.min(width * 0.54, width - leastPlot * 2.2)), names)
  const room = Math.max(width * 0.34, width - left - leastPlot)
  const widthOf = (tell: typeof tellEnd): number =>
    Math.max(30, ...told.map((rate) => estimateWidth(tell(rate, context), palette.small))) + 12
  const tell = widthOf(tellEnd) <= room ? tellEnd : tellShare
  const right = Math.min(room, widthOf(tell))
  const highest = Math.max(
    0.05,
    ...told.map((rate) => rate.interval?.[1] ?? rate.value),
    ...list.groups.flatMap((group) => group.pooled?.value ?? []),
  )
  const option = {
    animation: false,
    textStyle: { fontFamily: palette.font },
    grid: [{ left, right, top: topOf(list, context), bottom: palette.small * 2 }],
    xAxis: [
      {
        type: 'value',
        min: 0,
        max: told.length === 0 ? 1 : highest > 0.5 ? Math.ceil(highest * 10) / 10 : Math.ceil(highest * 20) / 20,
        splitNumber: width < 520 ? 2 : 5,
        ...styleValueAxis(palette, (value) => formatPercent(value, lang)),
      },
    ],
    yAxis: [
      nameAxis(
        entries,
        (entry) => labelOf(entry, context),
        left - 10,
        palette,
        (entry) => isInFocus(entry, context),
      ),
    ],
    series: [
      {
        id: 'rates',
        type: 'scatter',
        cursor: 'pointer',
        symbol: 'circle',
        symbolSize: 8,
        z: 3,
        itemStyle: { color: palette.series[0] },
        data: entries.flatMap((entry, index) => (entry.kind === 'rate' ? [[entry.rate.value, index]] : [])),
      },
      {
        id: 'intervals',
        type: 'custom',
        cursor: 'pointer',
        data: entries.map((_, index) => [0, index]),
        renderItem: (
          params: { dataIndex: number; coordSys: { y: number; height: number } },
          api: { coord(at: readonly number[]): number[] },
        ) => {
          const entry = entries[params.dataIndex]
          if (!entry) return null
          const place = (value: number): { x: number; y: number } => {
            const [x = NaN, y = NaN] = api.coord([value, params.dataIndex])
            return { x, y }
          }
          return { type: 'group', children: drawEntry(entry, place, tell, context) }
        },
      },
      ...pooledSeries(list, context),
    ],
  }
  // ECharts' option type does not know what renderItem may give.
  return option as EChartsOption
}

function drawEntry(
  entry: Entry,
  place: (value: number) => { readonly x: number; readonly y: number },
  tell: typeof tellEnd,
  context: RateContext,
): object[] {
  const { palette, catalogue, lang, width } = context
  const start = place(0)
  const text = (value: string, x: number, more: object = {}): object => ({
    type: 'text',
    style: {
      text: value,
      x,
      y: start.y,
      verticalAlign: 'middle',
      fill: palette.ink2,
      fontSize: palette.small,
      fontFamily: palette.font,
      textBorderColor: palette.surface,
      textBorderWidth: 3,
      ...more,
    },
  })
  const drawShrunk = (value: string, x: number, room: number, more: object = {}): object => {
    return text(value, x, { ...shrinkStyle(value, palette.small, room), ...more })
  }
  if (entry.kind === 'heading' || entry.kind === 'note') {
    const x = startOfLine(entry.text, palette.small, start.x + 4, width - 4)
    const look = entry.kind === 'heading' ? { fontWeight: 'bold' } : { fill: palette.ink3 }
    return [entry.kind === 'heading' ? text(entry.text, x, look) : drawShrunk(entry.text, x, width - 4 - x, look)]
  }
  if (entry.kind === 'small') return [text(tellSmall(entry.rate, context), start.x + 4)]
  if (entry.kind === 'missing') {
    const half = Math.round(palette.label * 0.5)
    return [
      ...drawState(entry.row.state, { x: start.x + 1, y: start.y - half, width: 26, height: half * 2 }, palette),
      drawShrunk(nameState(catalogue, entry.row.state, lang), start.x + 33, width - start.x - 37),
    ]
  }
  const end = text(tell(entry.rate, context), width - 4, { align: 'right', fill: palette.ink })
  if (entry.rate.interval === null) return [end]
  const [low, high] = entry.rate.interval.map((value) => place(value).x)
  const style = { stroke: palette.series[0], lineWidth: 1.6 }
  const line = (x1: number, y1: number, x2: number, y2: number): object => ({ type: 'line', shape: { x1, y1, x2, y2 }, style })
  const [a, b] = [low ?? start.x, high ?? start.x]
  return [line(a, start.y, b, start.y), line(a, start.y - 4, a, start.y + 4), line(b, start.y - 4, b, start.y + 4), end]
}

/** The common rate of the largest group, as a thin line behind the dots with its name above. */
function pooledSeries(list: RateList, { palette, said, lang }: RateContext): object[] {
  const pooled = list.main?.pooled
  if (!list.main || !pooled || list.groups.length !== 1 || list.main.rates.length < 2) return []
  return [
    {
      id: 'pooled',
      type: 'custom',
      silent: true,
      z: 1,
      data: [[pooled.value, 0]],
      renderItem: (
        params: { coordSys: { x: number; y: number; width: number; height: number } },
        api: { coord(at: readonly number[]): number[] },
      ) => {
        const [x = NaN] = api.coord([pooled.value, 0])
        const { coordSys } = params
        const text = said.pooled(formatShare(pooled.value, lang))
        const isRight = x + estimateWidth(text, palette.small) > coordSys.x + coordSys.width
        return {
          type: 'group',
          children: [
            {
              type: 'line',
              shape: { x1: x, y1: coordSys.y - 3, x2: x, y2: coordSys.y + coordSys.height },
              style: { stroke: palette.ink, lineWidth: 1 },
            },
            {
              type: 'text',
              style: {
                text,
                x: isRight ? x + 2 : x - 2,
                y: coordSys.y - 5,
                align: isRight ? 'right' : 'left',
                verticalAlign: 'bottom',
                fill: palette.ink2,
                fontSize: palette.small,
                fontFamily: palette.font,
              },
            },
          ],
        }
      },
    },
  ]
}

/** Did the reader put the body of this line in colour? */
const isInFocus = (entry: Entry, { focus }: RateContext): boolean =>
  (entry.kind === 'rate' || entry.kind === 'small') && focus.includes(entry.rate.row.agency)

function labelOf(entry: Entry, context: RateContext): string {
  if (entry.kind === 'heading' || entry.kind === 'note') return ''
  const row = entry.kind === 'missing' ? entry.row : entry.rate.row
  const name = nameAgency(row.agency, context)
  return context.withYear && row.report !== null ? `${name} ${row.year}` : name
}

const tellSmall = ({ part, size }: Rate, { said, lang }: RateContext): string =>
  said.rateOf(formatNumber(part, lang), formatNumber(size, lang))

/** Rate and size as they stand at the end of the row. */
const tellEnd = (rate: Rate, { lang }: RateContext): string =>
  `${formatShare(rate.value, lang)} · ${formatNumber(rate.part, lang)}/${formatNumber(rate.size, lang)}`

/** The rate alone, where there is no room for both numbers: they are in the tip and in the table. */
const tellShare = (rate: Rate, { lang }: RateContext): string => formatShare(rate.value, lang)

/** A rate in words: with its interval, or as a count where there are too few cases. */
function tellRate(rate: Rate, isSmall: boolean, context: RateContext): string {
  const { said, words, lang } = context
  if (isSmall) return tellSmall(rate, context)
  const interval = rate.interval ? [said.rateInterval(formatShare(rate.interval[0], lang), formatShare(rate.interval[1], lang))] : []
  return words.join([formatShare(rate.value, lang), tellSmall(rate, context), ...interval])
}

/** The stops of the keyboard, in the order of the list; bodies without a rate are stops too. */
export function pointsOfIntervals(list: RateList, context: RateContext): ChartPoint[][] {
  const { words, catalogue, lang } = context
  return [
    entriesOf(list, context).flatMap((entry): ChartPoint[] => {
      if (entry.kind === 'heading' || entry.kind === 'note') return []
      const row = entry.kind === 'missing' ? entry.row : entry.rate.row
      const told = entry.kind === 'missing' ? nameState(catalogue, row.state, lang) : tellRate(entry.rate, entry.kind === 'small', context)
      return [
        {
          agency: row.agency,
          year: row.year,
          report: row.report,
          text: words.join([nameAgency(row.agency, context), words.compare.yearIn(String(row.year)), told]),
          grid: 0,
          x: entry.kind === 'rate' ? entry.rate.value : 0,
          y: entry.key,
        },
      ]
    }),
  ]
}

/** The same numbers as a table: every body, with its limits, or why there is no rate. */
export function tableOfIntervals(list: RateList, caption: string, context: RateContext): ChartTable {
  const { said, words, lang, catalogue, indicator } = context
  const line = (row: ComparedValue, cells: readonly string[]): ChartTable['rows'][number] => ({
    key: row.agency,
    report: row.report,
    cells: [
      nameAgency(row.agency, context),
      String(row.year),
      ...cells,
      nameForm(catalogue, row.form, lang) || nameState(catalogue, row.state, lang),
    ],
  })
  const tellLimit = (rate: Rate, side: 0 | 1, isSmall: boolean): string => {
    if (isSmall) return '–'
    return rate.interval ? formatShare(rate.interval[side], lang) : said.rateNoInterval
  }
  const rateLine = (rate: Rate, isSmall: boolean): ChartTable['rows'][number] =>
    line(rate.row, [
      isSmall ? tellSmall(rate, context) : formatShare(rate.value, lang),
      formatNumber(rate.part, lang),
      formatNumber(rate.size, lang),
      tellLimit(rate, 0, isSmall),
      tellLimit(rate, 1, isSmall),
    ])
  return {
    caption,
    columns: [
      { name: words.bar.agencies, numeric: false },
      { name: words.compare.year, numeric: true },
      { name: (indicator.shortName ?? indicator.name)[lang], numeric: true },
      { name: said.ratePart, numeric: true },
      { name: said.rateSize, numeric: true },
      { name: said.rateLow, numeric: true },
      { name: said.rateHigh, numeric: true },
      { name: words.compare.formColumn, numeric: false },
    ],
    rows: [
      ...list.groups.flatMap((group) => [
        ...group.rates.map((rate) => rateLine(rate, false)),
        ...group.small.map((rate) => rateLine(rate, true)),
      ]),
      ...[...list.noBase, ...list.missing].map((row) => {
        const state = nameState(catalogue, row.state, lang)
        return line(row, [state, state, row.n === null ? state : formatNumber(row.n, lang), '–', '–'])
      }),
    ],
  }
}

/** What the list shows, in words, at most 300 characters; every number in it stands in the table. */
export function describeIntervals(list: RateList, context: RateContext): string {
  const { said, words, lang, indicator } = context
  const rates = list.groups.length === 1 ? (list.main?.rates ?? []) : []
  const all = list.groups.reduce((sum, group) => sum + group.rates.length + group.small.length, 0)
  const [top] = rates
  const last = rates.at(-1)
  const small = list.groups.reduce((sum, group) => sum + group.small.length, 0)
  const text =
    words.join([
      `${said.ratesKind}: ${indicator.name[lang]}`,
      words.charts.valuesOf(all, all + list.noBase.length + list.missing.length),
      ...(top && last && top !== last
        ? [
            words.charts.highest(formatShare(top.value, lang), nameAgency(top.row.agency, context)),
            words.charts.lowest(formatShare(last.value, lang), nameAgency(last.row.agency, context)),
          ]
        : []),
      ...(small > 0 && indicator.minSize !== undefined ? [said.rateSmallNote(indicator.minSize).replace(/[。.]$/, '')] : []),
    ]) + words.sentenceEnd
  return cutDescription(text)
}
