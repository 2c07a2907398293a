import type { EChartsOption } from 'echarts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import type { ChartContext, ChartPoint, ChartTable } from './chartContext.ts'
import { nameState, printAmount, printAxis, printNumber, printShort, printUnit } from './figureText.ts'
import { mainReason, runsOfGroup, type GroupYear } from './groupStatement.ts'
import { drawState, type MarkShape } from './stateMark.ts'
import { estimateWidth } from './textWidth.ts'
import { formChangesOf, type FormChange } from './trendChart.ts'
import type { GroupWords } from '../text/groupWords.ts'

/** What the drawing must know besides its years. */
export interface GroupContext extends ChartContext {
  readonly groupWords: GroupWords
}

/** Px of the two plots: higher where type is larger, so that their axes' numbers keep their room. */
const plotOf = ({ palette }: GroupContext): { readonly sum: number; readonly median: number } => ({
  sum: Math.round((118 * palette.small) / 12),
  median: Math.round((84 * palette.small) / 12),
})

const yearsHeight = ({ palette }: GroupContext): number => palette.small * 3.4
const topHeight = ({ palette }: GroupContext): number => palette.small * 3
const titleHeight = ({ palette }: GroupContext): number => palette.small * 2.6

const addsUp = ({ indicator }: GroupContext): boolean => indicator.kind !== 'derived'

/** Sums as columns, the median below them, the years with their n of N at the foot. A rate has no sum. */
export function heightOfGroupTrend(context: GroupContext): number {
  const plot = plotOf(context)
  const sums = addsUp(context) ? plot.sum + titleHeight(context) : 0
  return topHeight(context) + sums + plot.median + yearsHeight(context)
}

/**
 * A group over years: its sum as columns, its median as marks. A line joins two medians only where the same bodies were counted on
 * forms that may be compared; columns never claim to be joined, and say under each year of how many bodies they are. The part of a sum
 * that one body alone holds, where that is more than half, is drawn apart.
 */
export function groupTrendChart(years: readonly GroupYear[], context: GroupContext): EChartsOption {
  const { palette, lang, indicator } = context
  const plot = plotOf(context)
  const [from, to] = context.years
  const sums = years.flatMap(({ sum }) => (sum === null ? [] : [sum]))
  const medians = years.flatMap(({ median }) => (median === null ? [] : [median]))
  const widest = Math.max(0, ...sums, ...medians)
  const left = Math.max(34, estimateWidth(printNumber(widest, indicator, lang), palette.small) + 14)
  const right = 12
  const perYear = (context.width - left - right) / (to - from + 1)
  const top = topHeight(context)
  const medianTop = top + (addsUp(context) ? plot.sum + titleHeight(context) : 0)
  const xAxis = (grid: number, isFoot: boolean) => ({
    gridIndex: grid,
    type: 'category',
    data: years.map(({ year }) => String(year)),
    axisTick: { show: false },
    splitLine: { show: false },
    axisLine: { lineStyle: { color: palette.axis } },
    axisLabel: {
      show: isFoot,
      color: palette.ink2,
      fontSize: palette.small,
      lineHeight: palette.small * 1.35,
      interval: 0,
      formatter: (value: string) => labelYear(Number(value), years, perYear, context),
    },
  })
  const yAxis = (grid: number, values: readonly number[], parts: number) => ({
    gridIndex: grid,
    type: 'value',
    min: Math.min(0, ...values),
    max: values.some((value) => value !== 0) ? null : 1,
    splitNumber: parts,
    ...(Math.max(0, ...values) <= 5 && addsUp(context) ? { minInterval: 1 } : {}),
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: palette.grid } },
    axisLabel: {
      color: palette.ink3,
      fontSize: palette.small,
      formatter: (value: number) => (values.some((one) => one !== 0) || value === 0 ? printAxis(value, indicator, lang) : ''),
    },
  })
  const grids = [...(addsUp(context) ? [{ left, right, top, height: plot.sum }] : []), { left, right, top: medianTop, height: plot.median }]
  const medianGrid = grids.length - 1
  const option = {
    animation: false,
    aria: { enabled: true, label: { enabled: false }, decal: { show: years.some(({ holder }) => holder !== null) } },
    textStyle: { fontFamily: palette.font },
    grid: grids,
    xAxis: grids.map((_, grid) => xAxis(grid, grid === medianGrid)),
    yAxis: [...(addsUp(context) ? [yAxis(0, sums, 3)] : []), yAxis(medianGrid, medians, 2)],
    series: [
      ...(addsUp(context) ? sumSeries(years, perYear, context) : []),
      ...medianSeries(years, medianGrid, context),
      gapSeries(years, { left, perYear, ground: medianTop + plot.median, grid: medianGrid }, context),
      ...stopsOf(years, context).map((change) =>
        breakSeries(change, { x: left + (change.between[1] - from) * perYear, top, bottom: medianTop + plot.median }, context),
      ),
    ],
    graphic: [
      ...(addsUp(context) ? [plotTitle(context.groupWords.sum, top - palette.small * 1.5, context)] : []),
      plotTitle(context.groupWords.median, medianTop - palette.small * 1.5, context),
    ],
  }
  // ECharts' option type is wider and narrower than what it takes in places (renderItem, null limits).
  return option as EChartsOption
}

/** The changes of form at which figures stop being comparable, where the years on one side or the other have any. */
export function stopsOf(years: readonly GroupYear[], context: ChartContext): readonly FormChange[] {
  const stops = formChangesOf(context).filter((change) => !change.joins)
  return stops.filter((_, place) => {
    const from = stops[place - 1]?.between[1] ?? context.years[0]
    const to = stops[place + 1]?.between[0] ?? context.years[1]
    return years.some(({ year, counted }) => counted.length > 0 && year >= from && year <= to)
  })
}

/** The year and, under it, how many of how many are counted; thinned out where years stand close. */
function labelYear(value: number, years: readonly GroupYear[], perYear: number, { palette }: GroupContext): string {
  const year = years.find((one) => one.year === value)
  if (!year) return ''
  const text = `${year.n.have}/${year.n.of}`
  const room = estimateWidth(String(value).length > text.length ? String(value) : text, palette.small) + 6
  const every = Math.max(1, Math.ceil(room / perYear))
  const last = years.at(-1)?.year ?? value
  return (last - value) % every === 0 ? `${value}\n${text}` : ''
}

const plotTitle = (text: string, top: number, { palette }: GroupContext) => ({
  type: 'text',
  silent: true,
  left: 0,
  top: Math.max(0, top - palette.small * 0.2),
  style: { text, fill: palette.ink2, fontSize: palette.small, fontFamily: palette.font, fontWeight: 'bold' },
})

function sumSeries(years: readonly GroupYear[], perYear: number, { palette, indicator, lang }: GroupContext) {
  const base = { type: 'bar', clip: false, xAxisIndex: 0, yAxisIndex: 0, stack: 'sum', barMaxWidth: 34, barWidth: '62%', cursor: 'pointer' }
  const places = years.filter(({ sum }) => sum !== null)
  return [
    {
      ...base,
      id: 'sum',
      data: places.map(({ year, sum, holder }) => [String(year), holder === null ? sum : holder.without]),
      itemStyle: { color: palette.series[0], borderColor: palette.surface, borderWidth: 1 },
      label: { show: false },
    },
    {
      ...base,
      id: 'holder',
      data: places.map(({ year, holder }) => [String(year), holder === null ? 0 : holder.whole - holder.without]),
      itemStyle: { color: palette.series[1], borderColor: palette.surface, borderWidth: 1 },
      label: {
        show: perYear > 26,
        position: 'top',
        distance: 2,
        color: palette.ink,
        fontSize: palette.small,
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const sum = places[dataIndex]?.sum
          const text = sum === null || sum === undefined ? '' : printShort(sum, indicator, lang)
          return estimateWidth(text, palette.small) <= perYear ? text : ''
        },
      },
      labelLayout: { hideOverlap: true },
    },
  ]
}

function medianSeries(years: readonly GroupYear[], grid: number, { palette, indicator, lang }: GroupContext) {
  return runsOfGroup(years).map((run, place) => ({
    id: `median-${place}`,
    type: 'line',
    xAxisIndex: grid,
    yAxisIndex: grid,
    connectNulls: false,
    cursor: 'pointer',
    data: run.map(({ year, median }) => [String(year), median]),
    symbol: 'circle',
    symbolSize: 7,
    showAllSymbol: true,
    lineStyle: { color: palette.series[0], width: 2 },
    itemStyle: { color: palette.series[0], borderColor: palette.series[0] },
    label: {
      show: true,
      position: 'top',
      distance: 3,
      color: palette.ink2,
      fontSize: palette.small,
      formatter: ({ dataIndex }: { dataIndex: number }) => {
        const median = run[dataIndex]?.median
        return median === null || median === undefined ? '' : printNumber(median, indicator, lang)
      },
    },
    labelLayout: { hideOverlap: true },
  }))
}

/** Years in which nobody has a number: the texture of the reason that most of them have, on the ground line. */
function gapSeries(
  years: readonly GroupYear[],
  place: { readonly left: number; readonly perYear: number; readonly ground: number; readonly grid: number },
  { palette }: GroupContext,
) {
  const empty = years.filter(({ counted }) => counted.length === 0)
  return {
    id: 'gaps',
    type: 'custom',
    xAxisIndex: place.grid,
    yAxisIndex: place.grid,
    cursor: 'pointer',
    data: empty.map(({ year }) => [String(year), 0]),
    renderItem: (params: { dataIndex: number }) => {
      const year = empty[params.dataIndex]
      if (!year) return null
      const x = place.left + (years.indexOf(year) + 0.5) * place.perYear
      const width = Math.min(24, place.perYear - 4)
      const height = palette.small
      const children: MarkShape[] = drawState(
        mainReason(year) ?? 'not_loaded',
        { x: x - width / 2, y: place.ground - height - 3, width, height },
        palette,
      )
      return { type: 'group', children }
    },
  }
}

/** The mark of a break, through both plots. */
function breakSeries(
  change: FormChange,
  { x, top, bottom }: { readonly x: number; readonly top: number; readonly bottom: number },
  { palette, words, years }: GroupContext,
) {
  return {
    id: `change-${change.forms.join('-')}`,
    type: 'custom',
    xAxisIndex: 0,
    yAxisIndex: 0,
    silent: true,
    z: 1,
    data: [[String(years[0]), 0]],
    renderItem: () => {
      const knee = top - palette.small * 0.8
      return {
        type: 'group',
        children: [
          {
            type: 'polyline',
            shape: {
              points: [
                [x, bottom],
                [x, knee + 10],
                [x + 5, knee + 7],
                [x - 5, knee + 2],
                [x + 5, knee - 3],
                [x, knee - 6],
                [x, 2],
              ],
            },
            style: { stroke: palette.ink, fill: 'none', lineWidth: 1.2 },
          },
          {
            type: 'text',
            style: {
              text: words.compare.break,
              x: x - 5,
              y: 2,
              align: 'right',
              fill: palette.ink,
              fontWeight: 'bold',
              fontSize: palette.small,
              fontFamily: palette.font,
            },
          },
        ],
      }
    },
  }
}

/** The stops of the keyboard: the years for the sums, and again for the medians; years without a number with their reasons. */
export function pointsOfGroupTrend(years: readonly GroupYear[], context: GroupContext): ChartPoint[][] {
  const { words, groupWords, indicator, lang } = context
  const kinds = addsUp(context) ? (['sum', 'median'] as const) : (['median'] as const)
  return kinds.map((kind, grid) =>
    years.map((year) => {
      const value = year[kind]
      const name = groupWords[kind]
      const said = value === null ? groupWords.none : `${name} ${printAmount(value, indicator, lang)}`
      return {
        agency: '',
        year: year.year,
        report: null,
        text: words.join([words.compare.yearIn(String(year.year)), said, sayCounted(year, context), ...sayHolder(year, context)]),
        grid,
        x: String(year.year),
        // A year without a number has its mark on the ground line.
        y: value === null ? 0 : value,
      }
    }),
  )
}

/** `19/22 有数值，未收录 3`, and those whose figures count another way. */
export function sayCounted(
  { n, apart }: Pick<GroupYear, 'n' | 'apart'>,
  context: Pick<GroupContext, 'words' | 'groupWords' | 'catalogue' | 'lang'>,
): string {
  const { words, groupWords, catalogue, lang } = context
  return words.join([
    words.nOfN.have(n.have, n.of),
    ...n.reasons.map(({ state, count }) => words.nOfN.reason(nameState(catalogue, state, lang), count)),
    ...(apart.length > 0 ? [groupWords.apart(apart.length)] : []),
  ])
}

/** The body that holds more than half of a sum, with its part and what the sum is without it; nothing where none does. */
export function sayHolder({ holder }: Pick<GroupYear, 'holder'>, { agencies, groupWords, indicator, lang }: GroupContext): string[] {
  if (holder === null) return []
  const name = agencies.find(({ id }) => id === holder.body)?.shortName ?? holder.body
  const part = Math.round((100 * (holder.whole - holder.without)) / holder.whole)
  return [groupWords.holder(name, part, printAmount(holder.without, indicator, lang))]
}

/** The same years as a table, with who is missing by name. */
export function tableOfGroupTrend(years: readonly GroupYear[], caption: string, context: GroupContext): ChartTable {
  const { words, groupWords, indicator, lang } = context
  const unit = printUnit(indicator, lang).trim()
  const withUnit = (name: string): string => (unit === '' ? name : `${name} (${unit})`)
  const print = (value: number | null): string => (value === null ? groupWords.none : printNumber(value, indicator, lang))
  return {
    caption,
    columns: [
      { name: words.compare.year, numeric: true },
      ...(addsUp(context) ? [{ name: withUnit(groupWords.sum), numeric: true }] : []),
      { name: withUnit(groupWords.median), numeric: true },
      { name: groupWords.counted, numeric: true },
      { name: groupWords.of, numeric: true },
      { name: groupWords.sameAsBefore, numeric: false },
      { name: groupWords.missingColumn, numeric: false },
      { name: groupWords.apartColumn, numeric: false },
    ],
    rows: years.map((year) => ({
      key: String(year.year),
      report: null,
      cells: [
        String(year.year),
        ...(addsUp(context) ? [print(year.sum)] : []),
        print(year.median),
        String(year.n.have),
        String(year.n.of),
        year.joins ? groupWords.joins : year.cut === null ? '–' : groupWords.cuts[year.cut],
        listMissing(year.missing, context).join(groupWords.listSeparator) || '–',
        year.apart.map((row) => nameOf(row, context)).join(groupWords.listSeparator) || '–',
      ],
    })),
  }
}

const nameOf = (row: ComparedValue, { agencies }: Pick<GroupContext, 'agencies'>): string =>
  agencies.find(({ id }) => id === row.agency)?.shortName ?? row.agency

/** Who has no number, with the reason: `乙局（空白）`. */
export function listMissing(
  missing: readonly ComparedValue[],
  context: Pick<GroupContext, 'agencies' | 'catalogue' | 'lang' | 'groupWords'>,
): string[] {
  return missing.map((row) => context.groupWords.withReason(nameOf(row, context), nameState(context.catalogue, row.state, context.lang)))
}

/** What the group shows, in words, at most 300 characters; every number in it stands in the table. */
export function describeGroupTrend(years: readonly GroupYear[], context: GroupContext): string {
  const { words, groupWords, indicator, lang, agencies } = context
  const kind = addsUp(context) ? 'sum' : 'median'
  const told = years.filter((year) => year[kind] !== null).sort((a, b) => (b[kind] ?? NaN) - (a[kind] ?? NaN))
  const [top, bottom] = [told[0], told.at(-1)]
  const say = (year: GroupYear): string => printAmount(year[kind] ?? NaN, indicator, lang)
  const stops = stopsOf(years, context)
  const apartYears = years.filter(({ cut }) => cut === 'bodies').length
  const parts = [
    groupWords.kind(agencies.length, addsUp(context)),
    indicator.name[lang],
    groupWords.yearsWith(told.length, years.length),
    ...(top && bottom && top !== bottom
      ? [
          words.charts.highest(say(top), words.join([words.compare.yearIn(String(top.year)), words.nOfN.have(top.n.have, top.n.of)])),
          words.charts.lowest(
            say(bottom),
            words.join([words.compare.yearIn(String(bottom.year)), words.nOfN.have(bottom.n.have, bottom.n.of)]),
          ),
        ]
      : []),
    ...(stops.length > 0 ? [words.charts.breaks(stops.map((change) => change.between.join('/')))] : []),
    ...(apartYears > 0 ? [groupWords.otherBodies(apartYears)] : []),
  ]
  const text = words.join(parts) + words.sentenceEnd
  return text.length <= 300 ? text : `${[...text].slice(0, 299).join('')}…`
}

/**
 * What the years show, in one sentence: first against last only where one run of the same bodies joins them, else the last year by
 * itself. Null where there is nothing.
 */
export function titleOfGroupTrend(years: readonly GroupYear[], context: GroupContext): string | null {
  const { groupWords, indicator, lang } = context
  const kind = addsUp(context) ? 'sum' : 'median'
  const name = (indicator.shortName ?? indicator.name)[lang]
  const what = groupWords[kind]
  const say = (year: GroupYear): string => printAmount(year[kind] ?? NaN, indicator, lang)
  const run = runsOfGroup(years).at(-1)
  const [first, last] = [run?.[0], run?.at(-1)]
  if (!run || !first || !last) return null
  if (first !== last) return groupWords.titleRun(name, what, run.length > 1 ? last.n.have : 0, first.year, say(first), last.year, say(last))
  return groupWords.titleYear(name, what, last.year, say(last), last.n.have, last.n.of)
}
