import type { EChartsOption } from 'echarts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { compareWordsIn } from '../text/compareWords.ts'
import { formatNumber } from '../text/numbers.ts'
import { nameColumn, printDifference, type Held } from './benchmark.ts'
import type { ChartContext, ChartPoint, ChartTable } from './chartContext.ts'
import { nameForm, nameState, printAxis, printNumber, printRow, printUnit, printValue } from './figureText.ts'
import { nameAxis, styleValueAxis } from './listAxes.ts'
import { countNOfN } from './nOfN.ts'
import { decalOf } from './palette.ts'
import type { RankedGroup, Ranking } from './ranking.ts'
import { plainRanking, sectionNames, sectionsOf, type RankedSection, type RankingView } from './rankingView.ts'
import { drawState } from './stateMark.ts'
import { estimateWidth, fitText, startOfLine } from './textWidth.ts'

/** A line of the list: a body with its bar, a heading over a group, a body without one, or how many were left out. */
type Entry = BodyEntry<'bar'> | BodyEntry<'small'> | BodyEntry<'missing'> | TextEntry<'heading'> | TextEntry<'omitted'>
interface BodyEntry<Kind> {
  readonly kind: Kind
  readonly key: string
  readonly row: ComparedValue
}
interface TextEntry<Kind> {
  readonly kind: Kind
  readonly key: string
  readonly text: string
}

const rowHeight = 22
const mostBars = 40
const mostBarsBeside = 20
const mostMissing = 12
const stripFrom = 5

/** How many px the drawing needs. */
export function heightOfRankedBars(ranking: Ranking, context: ChartContext, view: RankingView = plainRanking): number {
  const lines = entriesOf(ranking, context, view).length
  return topOf(ranking, context) + Math.max(1, lines) * rowHeightOf(context) + bottomOf(context)
}

const rowHeightOf = ({ palette }: ChartContext): number => Math.round((rowHeight * palette.label) / 13)
const bottomOf = ({ palette }: ChartContext): number => palette.small * 2
const topOf = (ranking: Ranking, context: ChartContext): number => (stripGroup(ranking) ? context.palette.small * 4.5 : 6)

/** The one group whose spread is drawn above the bars: only where all stand on one scale and are enough to be a spread. */
const stripGroup = (ranking: Ranking): RankedGroup | undefined =>
  ranking.groups.length === 1 && (ranking.groups[0]?.rows.length ?? NaN) >= stripFrom ? ranking.groups[0] : undefined

/**
 * Ranked bars from zero, one colour for the chosen bodies and grey for the rest, the spread above; what they are held against is one
 * line behind, or a tick on each bar. A body without a figure stands at the end with the texture of its reason and never has a bar.
 */
export function rankedBarsChart(ranking: Ranking, context: ChartContext, view: RankingView = plainRanking): EChartsOption {
  const { palette, lang } = context
  const entries = entriesOf(ranking, context, view)
  const ticks = ticksOf(entries, view)
  const line = view.held?.line ?? null
  const spans = spansOf(entries, view)
  const strip = stripGroup(ranking)
  const left = Math.min(
    context.width * 0.42,
    Math.max(...entries.map((entry) => estimateWidth(labelOf(entry, context), palette.label)), 24) + 14,
  )
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
  const scale = { min: least, max: roundUp(most, context.indicator.kind !== 'derived') }
  const headings = new Set(entries.filter((entry) => entry.kind === 'heading').map((entry) => entry.key))
  const chosen = new Set(context.focus)
  const names = nameAxis(entries, (entry) => labelOf(entry, context), left - 10, palette)
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
        splitNumber: context.width < 520 ? 3 : 5,
        ...(most <= 5 && context.indicator.kind !== 'derived' ? { minInterval: 1 } : {}),
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
      ...(spans.length > 0 ? [spanSeries(spans, context)] : []),
      ...(ticks.length > 0 ? [tickSeries(ticks, entries, context)] : []),
      ...(strip ? spreadSeries(strip, context) : []),
    ],
    ...(strip?.quartiles ? { graphic: spreadWords(strip.quartiles, scale, left, right, context) } : {}),
  }
  // ECharts' option type is wider and narrower than what it takes in places (renderItem, null data).
  return option as EChartsOption
}

/** Where groups have a middle of their own: the lines of the list that it holds for, without a break, and the value. */
function spansOf(entries: readonly Entry[], { held }: RankingView): { first: number; last: number; readonly value: number }[] {
  if (held?.kind !== 'median' || held.line !== null) return []
  const spans: { first: number; last: number; value: number }[] = []
  entries.forEach((entry, index) => {
    const value = entry.kind === 'bar' ? held.byAgency.get(entry.row.agency)?.value : undefined
    if (value === undefined || value === null) return
    const span = spans.at(-1)
    if (span?.last === index - 1 && span.value === value) span.last = index
    else spans.push({ first: index, last: index, value })
  })
  return spans
}

/** The middle of each group as a line behind its bars. */
function spanSeries(
  spans: readonly { readonly first: number; readonly last: number; readonly value: number }[],
  context: ChartContext,
): Readonly<Record<string, unknown>> {
  const half = rowHeightOf(context) / 2
  return {
    id: 'middles',
    type: 'custom',
    xAxisIndex: 0,
    yAxisIndex: 0,
    silent: true,
    z: 1,
    data: spans.map(({ value, first }) => [value, first]),
    renderItem: (params: { dataIndex: number }, api: { coord(at: readonly number[]): number[] }) => {
      const span = spans[params.dataIndex]
      if (!span) return null
      const [x = NaN, top = NaN] = api.coord([span.value, span.first])
      const [, bottom = NaN] = api.coord([span.value, span.last])
      return {
        type: 'line',
        shape: { x1: x, y1: top - half, x2: x, y2: bottom + half },
        style: { stroke: context.palette.ink, lineWidth: 1 },
      }
    },
  }
}

/** Where each bar has a benchmark of its own: the line of the list that it stands on, and the value. */
function ticksOf(entries: readonly Entry[], { held }: RankingView): { readonly index: number; readonly value: number }[] {
  if (held === null || held.line !== null || held.kind === 'median') return []
  return entries.flatMap((entry, index) => {
    const against = entry.kind === 'bar' ? held.byAgency.get(entry.row.agency) : undefined
    return against === undefined || against.value === null ? [] : [{ index, value: against.value }]
  })
}

/** A tick on each bar where its benchmark is, and the bar's value behind both of them, so that neither hides the other. */
function tickSeries(
  ticks: readonly { readonly index: number; readonly value: number }[],
  entries: readonly Entry[],
  context: ChartContext,
): Readonly<Record<string, unknown>> {
  const { palette, indicator, lang, words } = context
  const half = rowHeightOf(context) * 0.42
  return {
    id: 'held',
    type: 'custom',
    xAxisIndex: 0,
    yAxisIndex: 0,
    silent: true,
    z: 4,
    data: entries.flatMap((entry, index) => (entry.kind === 'bar' ? [[entry.row.value, index]] : [])),
    renderItem: (_: unknown, api: { value(i: number): number; coord(at: readonly number[]): number[] }) => {
      const entry = entries[api.value(1)]
      if (entry?.kind !== 'bar') return null
      const tick = ticks.find(({ index }) => index === api.value(1))?.value
      const [x = NaN, y = NaN] = api.coord([Math.max(api.value(0), tick ?? -Infinity), api.value(1)])
      const [at = NaN] = api.coord([tick ?? 0, api.value(1)])
      const stroke = (color: string, lineWidth: number) => ({
        type: 'line',
        shape: { x1: at, y1: y - half, x2: at, y2: y + half },
        style: { stroke: color, lineWidth },
      })
      return {
        type: 'group',
        children: [
          ...(tick === undefined ? [] : [stroke(palette.surface, 5), stroke(palette.ink, 2)]),
          {
            type: 'text',
            style: {
              text: printValue(entry.row, indicator, lang, words) ?? '',
              x: x + 6,
              y,
              verticalAlign: 'middle',
              fill: palette.ink,
              fontSize: palette.label,
              fontFamily: palette.font,
              fontWeight: context.focus.includes(entry.row.agency) ? 'bold' : 'normal',
            },
          },
        ],
      }
    },
  }
}

/** The end of the axis: the next round step above the highest bar; 1 where all are zero. */
function roundUp(most: number, whole: boolean): number {
  if (most <= 0) return 1
  const rough = most / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power
  const used = whole ? Math.max(1, step) : step
  return Math.ceil(most / used) * used
}

function drawNote(entry: Entry, x: number, y: number, context: ChartContext, headings: ReadonlySet<string>) {
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
  if (entry.kind === 'heading') {
    // A long one begins further left: there is no name beside it.
    const start = startOfLine(entry.text, palette.small, x + (headings.size > 0 ? 4 : 0), room)
    return [text(fitText(entry.text, palette.small, room - start), start, { fill: palette.ink2, fontWeight: 'bold' })]
  }
  if (entry.kind === 'omitted') return [text(fitText(entry.text, palette.small, room - x - 4), x + 4, { fill: palette.ink3 })]
  if (entry.kind === 'small') return [text(printRow(entry.row, indicator, catalogue, lang, words), x + 4)]
  const box = { x: x + 1, y: y - 7, width: 26, height: 14 }
  const name = nameState(catalogue, entry.row.state, lang)
  return [...drawState(entry.row.state, box, palette), text(fitText(name, palette.small, room - x - 33), x + 33)]
}

function spreadSeries(group: RankedGroup, { palette, focus }: ChartContext): Readonly<Record<string, unknown>>[] {
  const quartiles = group.quartiles
  const axes = { xAxisIndex: 1, yAxisIndex: 1, silent: true }
  const box = quartiles
    ? [
        {
          id: 'spread-box',
          type: 'custom',
          ...axes,
          data: [[quartiles.lower, 0]],
          renderItem: (_: unknown, api: { coord(at: readonly number[]): number[] }) => {
            const [x1 = NaN, y = NaN] = api.coord([quartiles.lower, 0])
            const [x2 = NaN] = api.coord([quartiles.upper, 0])
            const [xm = NaN] = api.coord([quartiles.median, 0])
            return {
              type: 'group',
              children: [
                {
                  type: 'rect',
                  shape: { x: x1, y: y - 9, width: Math.max(1, x2 - x1), height: 18 },
                  style: { fill: palette.band, stroke: palette.axis, lineWidth: 1 },
                },
                { type: 'line', shape: { x1: xm, y1: y - 12, x2: xm, y2: y + 12 }, style: { stroke: palette.ink, lineWidth: 2 } },
              ],
            }
          },
        },
      ]
    : []
  return [
    ...box,
    {
      id: 'spread-rest',
      type: 'scatter',
      ...axes,
      symbol: 'circle',
      symbolSize: 7,
      data: group.rows.filter((row) => !focus.includes(row.agency)).map((row) => [row.value, 0]),
      itemStyle: { color: 'none', borderColor: palette.rest, borderWidth: 1.2 },
    },
    {
      id: 'spread-chosen',
      type: 'scatter',
      ...axes,
      symbol: 'circle',
      symbolSize: 9,
      data: group.rows
        .filter((row) => focus.includes(row.agency))
        .map((row) => ({ value: [row.value, 0], itemStyle: { color: palette.series[focus.indexOf(row.agency)] } })),
      itemStyle: { borderColor: palette.surface, borderWidth: 1 },
    },
  ]
}

function spreadWords(
  quartiles: NonNullable<RankedGroup['quartiles']>,
  scale: { readonly min: number; readonly max: number },
  left: number,
  right: number,
  { palette, width, words, indicator, lang }: ChartContext,
) {
  const place = (value: number): number => left + ((width - left - right) * (value - scale.min)) / (scale.max - scale.min)
  const number = (value: number): string => printNumber(value, indicator, lang)
  const median = `${words.compare.median} ${number(quartiles.median)}`
  const middle = words.compare.middleHalf(number(quartiles.lower), number(quartiles.upper))
  const start = Math.min(place(quartiles.median) + 4, width - estimateWidth(median, palette.small) - 4)
  const gap = start + estimateWidth(median, palette.small) + 14
  const fits = gap + estimateWidth(middle, palette.small) < width
  const style = { fontSize: palette.small, fontFamily: palette.font }
  return [
    { type: 'text', silent: true, left: start, top: 0, style: { ...style, text: median, fill: palette.ink } },
    ...(fits ? [{ type: 'text', silent: true, left: gap, top: 0, style: { ...style, text: middle, fill: palette.ink3 } }] : []),
    {
      type: 'text',
      silent: true,
      left: Math.max(0, left - 10 - estimateWidth(words.compare.distribution, palette.small)),
      top: palette.small * 2.1,
      style: { ...style, text: words.compare.distribution, fill: palette.ink3 },
    },
  ]
}

/** The list in order: groups newest form first, their sections, then bodies with too few cases, then those without a figure. */
function entriesOf(ranking: Ranking, context: ChartContext, view: RankingView): Entry[] {
  const bars = ranking.groups.flatMap((group): Entry[] => {
    const key = `${group.scope}-${group.forms.join('-')}`
    const sections = sectionsOf(group, ranking, view, context)
    return [
      ...(ranking.groups.length > 1 ? [{ kind: 'heading' as const, key: `g-${key}`, text: nameGroup(ranking, group, context) }] : []),
      ...sections.flatMap((section): Entry[] => [
        ...(section.name === '' ? [] : [{ kind: 'heading' as const, key: `g-${key}-${section.id}`, text: nameSection(section, context) }]),
        ...shorten(section, group.rows.length, `${key}-${section.id}`, context, view),
      ]),
    ]
  })
  const small = ranking.tooSmall.map((row): Entry => ({ kind: 'small', key: `s-${row.agency}`, row }))
  const { minSize } = context.indicator
  const smallApart: Entry[] =
    bars.length > 0 && small.length > 0 && minSize !== undefined
      ? [{ kind: 'heading', key: 'g-small', text: compareWordsIn(context.lang).smallTitle(minSize) }]
      : []
  const apart: Entry[] =
    (ranking.groups.length > 1 || view.by !== 'none' || smallApart.length > 0) && ranking.missing.length > 0
      ? [{ kind: 'heading', key: 'g-missing', text: context.words.compare.withoutValue }]
      : []
  return [...bars, ...smallApart, ...small, ...apart, ...missingEntries(ranking.missing, context)]
}

/** Bodies without a figure; of many, the first ones, and how many more there are. */
function missingEntries(rows: readonly ComparedValue[], { lang }: ChartContext): Entry[] {
  const shown = rows.length > mostMissing ? rows.slice(0, mostMissing - 4) : rows
  const left = rows.length - shown.length
  return [
    ...shown.map((row): Entry => ({ kind: 'missing', key: `m-${row.agency}`, row })),
    ...(left > 0 ? [{ kind: 'omitted' as const, key: 'o-missing', text: compareWordsIn(lang).omittedMissing(left) }] : []),
  ]
}

/** A section's heading: its name, the middle of its values, how many of its bodies have one. */
function nameSection(section: RankedSection, { indicator, lang }: ChartContext): string {
  const median = section.median === null ? null : `${printNumber(section.median, indicator, lang)}${printUnit(indicator, lang)}`
  return compareWordsIn(lang).by.section(section.name, median, section.rows.length, section.of)
}

/** What sets a group apart from the others: its scope where scopes differ, its forms where forms differ. */
export function nameGroup(
  ranking: Ranking,
  group: RankedGroup,
  { catalogue, lang, words }: Pick<ChartContext, 'catalogue' | 'lang' | 'words'>,
): string {
  const scopesDiffer = new Set(ranking.groups.map((other) => other.scope)).size > 1
  const formsDiffer = ranking.groups.some((other) => other.scope === group.scope && other !== group)
  const scope = words.compare.scopes[group.scope]
  const forms = words.list(group.forms.map((form) => nameForm(catalogue, form, lang)))
  return [...(scopesDiffer ? [scope] : []), ...(formsDiffer ? [forms] : [])].join(' · ')
}

/** Above 40 bodies (20 beside another figure): the top, the chosen, those around the median and the bottom; what is left out is said with its number. */
function shorten(section: RankedSection, inGroup: number, key: string, { focus, words }: ChartContext, view: RankingView): Entry[] {
  const entry = (row: ComparedValue): Entry => ({ kind: 'bar', key: `b-${row.agency}`, row })
  if (inGroup <= (view.isShort === true ? mostBarsBeside : mostBars)) return section.rows.map(entry)
  const byValue = [...section.rows].sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))
  const [top, around, bottom] = section.name !== '' ? [4, 1, 2] : view.isShort === true ? [8, 1, 3] : [14, 4, 8]
  const middle = Math.floor(byValue.length / 2)
  const kept = new Set(
    byValue
      .filter((row, index) => {
        const atAnEnd = index < top || index >= byValue.length - bottom
        return atAnEnd || Math.abs(index - middle) <= around || focus.includes(row.agency)
      })
      .map((row) => row.agency),
  )
  const result: Entry[] = []
  let left = 0
  const sayLeft = (): void => {
    if (left > 0) result.push({ kind: 'omitted', key: `o-${key}-${result.length}`, text: words.compare.omitted(left) })
    left = 0
  }
  for (const row of section.rows) {
    if (kept.has(row.agency)) {
      sayLeft()
      result.push(entry(row))
    } else left += 1
  }
  sayLeft()
  return result
}

function labelOf(entry: Entry, { agencies, years }: ChartContext): string {
  if (entry.kind === 'heading' || entry.kind === 'omitted') return ''
  const name = agencies.find((agency) => agency.id === entry.row.agency)?.shortName ?? entry.row.agency
  return years[0] === years[1] || entry.row.report === null ? name : `${name} ${entry.row.year}`
}

/** The stops of the keyboard, in the order of the list; bodies without a figure are stops too. */
export function pointsOfRanking(ranking: Ranking, context: ChartContext, view: RankingView = plainRanking): ChartPoint[][] {
  const { catalogue, indicator, lang, words, agencies } = context
  return [
    entriesOf(ranking, context, view).flatMap((entry): ChartPoint[] => {
      if (entry.kind === 'heading' || entry.kind === 'omitted') return []
      const { row } = entry
      const name = agencies.find((agency) => agency.id === row.agency)?.shortName ?? row.agency
      const against = entry.kind === 'bar' ? view.held?.byAgency.get(row.agency) : undefined
      const text = words.join([
        name,
        words.compare.yearIn(String(row.year)),
        printRow(row, indicator, catalogue, lang, words),
        ...(against && view.held && row.value !== null ? sayHeld(row.value, against, nameColumn(view.held.kind, lang), context) : []),
      ])
      return [
        {
          agency: row.agency,
          year: row.year,
          report: row.report,
          text,
          grid: 0,
          x: entry.kind === 'bar' ? (row.value ?? NaN) : 0,
          y: entry.key,
        },
      ]
    }),
  ]
}

/** How a value stands to its benchmark, as spoken. */
function sayHeld(value: number, against: Held, name: string, { indicator, lang }: ChartContext): string[] {
  return against.value === null ? [] : [compareWordsIn(lang).bench.than(name, printDifference(value, against.value, indicator, lang))]
}

/** The same rows as a table: every body, also those that the drawing leaves out. */
export function tableOfRanking(ranking: Ranking, caption: string, context: ChartContext, view: RankingView = plainRanking): ChartTable {
  const { catalogue, indicator, lang, words, agencies } = context
  const unit = printUnit(indicator, lang).trim()
  const ranked = ranking.groups.flatMap((group) => sectionsOf(group, ranking, view, context).flatMap((section) => section.rows))
  const rows = [...ranked, ...ranking.tooSmall, ...ranking.missing]
  const sized = indicator.kind === 'derived'
  const { bench, by } = compareWordsIn(lang)
  const names = new Map(agencies.map((agency) => [agency.id, agency.shortName]))
  const sections = sectionNames(view, context)
  return {
    caption,
    columns: [
      { name: words.bar.agencies, numeric: false },
      { name: words.compare.year, numeric: true },
      { name: unit === '' ? words.compare.value : `${words.compare.value} (${unit})`, numeric: true },
      ...(view.held === null
        ? []
        : [
            { name: nameColumn(view.held.kind, lang), numeric: true },
            { name: bench.difference, numeric: true },
          ]),
      ...(view.by === 'none' ? [] : [{ name: by.name, numeric: false }]),
      ...(sized ? [{ name: words.compare.nColumn, numeric: true }] : []),
      { name: words.compare.stateColumn, numeric: false },
      { name: words.compare.formColumn, numeric: false },
    ],
    rows: rows.map((row) => ({
      key: row.agency,
      report: row.report,
      cells: [
        names.get(row.agency) ?? row.agency,
        String(row.year),
        printValue(row, indicator, lang, words) ?? nameState(catalogue, row.state, lang),
        ...(view.held === null ? [] : heldCells(row, view.held.byAgency.get(row.agency), context)),
        ...(view.by === 'none' ? [] : [sections.get(row.agency) ?? by.unknown]),
        ...(sized ? [row.n === null ? nameState(catalogue, row.state, lang) : formatNumber(row.n, lang)] : []),
        nameState(catalogue, row.state, lang),
        nameForm(catalogue, row.form, lang) || nameState(catalogue, row.state, lang),
      ],
    })),
  }
}

/** What a row is held against and by how much it differs, or why it is not. */
function heldCells(row: ComparedValue, against: Held | undefined, context: ChartContext): [held: string, difference: string] {
  const { indicator, lang, catalogue } = context
  const { bench } = compareWordsIn(lang)
  if (against === undefined || row.value === null) {
    return [row.value === null ? nameState(catalogue, row.state, lang) : bench.notRanked, bench.cannot]
  }
  if (against.value === null) return [against.reason, bench.cannot]
  const told = printNumber(against.value, indicator, lang)
  return [
    against.have === null || against.of === null ? told : bench.ofN(told, against.have, against.of),
    printDifference(row.value, against.value, indicator, lang),
  ]
}

/** What the bars show, in words, at most 300 characters; every number in it stands in the table. */
export function describeRanking(ranking: Ranking, context: ChartContext): string {
  const { words, indicator, agencies, lang, catalogue } = context
  const nameOf = (id: string): string => agencies.find((agency) => agency.id === id)?.shortName ?? id
  const rows = [...ranking.groups.flatMap((group) => group.rows), ...ranking.tooSmall, ...ranking.missing]
  const n = countNOfN(rows)
  const group = ranking.groups.length === 1 ? ranking.groups[0] : undefined
  const top = group?.rows[0]
  const bottom = group?.rows.at(-1)
  const say = (row: ComparedValue): string => `${printNumber(row.value ?? NaN, indicator, lang)}${printUnit(indicator, lang)}`
  const parts = [
    `${words.charts.bars}: ${indicator.name[lang]}`,
    words.charts.valuesOf(n.have, n.of),
    ...(top && bottom && top.value !== bottom.value
      ? [words.charts.highest(say(top), nameOf(top.agency)), words.charts.lowest(say(bottom), nameOf(bottom.agency))]
      : []),
    ...(top && bottom && top.value === 0 && bottom.value === 0 ? [words.charts.allZero] : []),
    ...(n.reasons.length > 0
      ? [
          words.charts.missing(
            n.of - n.have,
            n.reasons.map(({ state, count }) => words.nOfN.reason(nameState(catalogue, state, lang), count)),
          ),
        ]
      : []),
  ]
  const text = words.join(parts) + words.sentenceEnd
  return text.length <= 300 ? text : `${[...text].slice(0, 299).join('')}…`
}
