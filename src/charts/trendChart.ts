import type { EChartsOption } from 'echarts'
import type { TableFormId } from '../forms/form.ts'
import { isOfProse, isOfTables } from '../forms/states.ts'
import { tableForms } from '../indicators/catalogue.ts'
import { segmentsOf, stepBetween } from '../indicators/comparability.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { formatNumber } from '../text/numbers.ts'
import type { ChartContext, ChartPoint, ChartTable } from './chartContext.ts'
import { isTooSmall, nameForm, nameState, printAmount, printAxis, printNumber, printRow, printUnit, printValue } from './figureText.ts'
import { countNOfN } from './nOfN.ts'
import { dashes, symbols } from './palette.ts'
import { spreadAlong } from './placeLabels.ts'
import { drawState } from './stateMark.ts'
import { estimateWidth, fitText } from './textWidth.ts'
import { keyHeight, drawKey, needsKey } from './trendKey.ts'
import { medianSeries, pointsOfMedians, rowsOfMedians, type MedianYear } from './trendMedian.ts'
import { comparedWords } from '../text/comparedWords.ts'

/** A place on the year axis where the form changed and the indicator did not survive it, or survived with a note. */
export interface FormChange {
  /** Last year on the old form, first year on the new one. */
  readonly between: readonly [from: number, to: number]
  readonly forms: readonly [from: TableFormId, to: TableFormId]
  /** False: lines stop here. True: they run on, with the note. */
  readonly joins: boolean
  readonly why: string
}

/** The first report year that each later form was meant for. */
const firstYear: Readonly<Record<'y2019' | 'y2021', number>> = { y2019: 2019, y2021: 2021 }

/** The changes of form inside the span that matter to this indicator; identical steps are not listed. */
export function formChangesOf({ indicator, years: [from, to], lang }: ChartContext): FormChange[] {
  return (['y2019', 'y2021'] as const).flatMap((form): FormChange[] => {
    const year = firstYear[form]
    const before = tableForms[tableForms.indexOf(form) - 1]
    if (before === undefined || year <= from || year > to) return []
    const step = stepBetween(indicator, before, form)
    if (step.class === 'identical' || !(asksFor(indicator, before) || asksFor(indicator, form))) return []
    return [{ between: [year - 1, year], forms: [before, form], joins: step.class === 'caveat', why: step.why[lang] }]
  })
}

/** Has this form such a row, or the rows that the figure is computed from? A change between two that lack it ends no line. */
const asksFor = (indicator: ChartContext['indicator'], form: TableFormId): boolean =>
  indicator.cell[form] !== undefined || indicator.from[form] !== undefined

/** Does a line run over this change of form? Only then does its note concern the drawing. */
export function isCrossed(change: FormChange, rows: readonly ComparedValue[], context: ChartContext): boolean {
  return context.agencies.some((agency) =>
    runsOf(
      rows.filter((row) => row.agency === agency.id),
      context,
    ).some((run) => run.some((row) => row.year <= change.between[0]) && run.some((row) => row.year >= change.between[1])),
  )
}

/** Runs of one agency's table figures that may share a line: a gap in the years, a break between forms or another scope ends a run. */
export function runsOf(
  rows: readonly ComparedValue[],
  { indicator, mergers }: Pick<ChartContext, 'indicator' | 'mergers'>,
): ComparedValue[][] {
  const ordered = rows.filter(isTableFigure).sort((a, b) => a.year - b.year)
  return segmentsOf(indicator, ordered).flatMap((segment) => splitAtGaps(segment.rows, mergers))
}

function splitAtGaps(rows: readonly ComparedValue[], mergers: ChartContext['mergers']): ComparedValue[][] {
  const runs: ComparedValue[][] = []
  for (const row of rows) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    const isJoined = mergers?.get(row.agency)?.includes(row.year) !== true
    if (run && last && row.year === last.year + 1 && isJoined) run.push(row)
    else runs.push([row])
  }
  return runs
}

const isTableFigure = (row: ComparedValue): boolean => row.value !== null && (row.evidence === 'A' || row.evidence === null)

/** How many px the drawing needs: the plot, and a line for each coloured agency that misses a year. */
export function heightOfTrend(rows: readonly ComparedValue[], context: ChartContext): number {
  return topOf(rows, context) + plotHeight(rows, context) + footHeight(context) + gapsOf(rows, context).length * stripHeight(context)
}

/** Changes of the forms that are marked: where lines stop, and what a line crosses. */
function changesIn(rows: readonly ComparedValue[], context: ChartContext): readonly FormChange[] {
  const drawn = rows.filter((row) => row.value !== null && !isTooSmall(row, context.indicator))
  return formChangesOf(context).filter((change) => !change.joins || isCrossed(change, drawn, context))
}

/** The key, and above the plot the words of a break of the forms; room for a name where there is none. */
const topOf = (rows: readonly ComparedValue[], context: ChartContext): number =>
  context.palette.small * (changesIn(rows, context).length > 0 ? 3.4 : 2) + keyHeight(context)

/** A plot of nothing but zeros, or of a single number, needs no height; large type needs more. */
const plotHeight = (rows: readonly ComparedValue[], { palette }: ChartContext): number =>
  Math.round(
    (new Set(rows.flatMap((row) => (row.value === null ? [] : [row.value]))).size > 1 ? 230 : 90) * Math.max(1, palette.small / 18),
  )

/** Beside a line of gaps stands its name; above it, where there is no room beside. */
const stripHeight = (context: ChartContext): number => Math.round(context.palette.small * (needsKey(context) ? 2.7 : 1.5))

/** Years that are set close begin further down, so that the first one does not meet the axis' 0. */
const isTight = ({ palette, years: [from, to], width }: ChartContext): boolean =>
  (width * 0.62) / (to - from + 1) < estimateWidth('2018', palette.small)
const footHeight = (context: ChartContext): number => context.palette.small * (isTight(context) ? 2.5 : 2)

/** No number, or a rate over too few cases to be told as one. */
const isNotDrawn = (row: ComparedValue, indicator: ChartContext['indicator']): boolean => row.value === null || isTooSmall(row, indicator)

/** Coloured agencies with years that have no number, in order: what the strip below the years shows. */
function gapsOf(rows: readonly ComparedValue[], { focus, indicator }: ChartContext): { agency: string; missing: ComparedValue[] }[] {
  return focus.flatMap((agency) => {
    const ofAgency = rows.filter((row) => row.agency === agency)
    const missing = ofAgency.filter((row) => isOfTables(row) && isNotDrawn(row, indicator))
    return missing.length > 0 ? [{ agency, missing }] : []
  })
}

/**
 * Lines over years. A missing year is a gap with its reason below the axis, never a zero; a line stops where the forms stop
 * being comparable; figures of the prose are hollow marks that no line touches.
 */
export function trendChart(
  rows: readonly ComparedValue[],
  context: ChartContext,
  medians: readonly (readonly MedianYear[])[] = [],
): EChartsOption {
  const { palette, years, focus, lang, indicator, agencies } = context
  const [from, to] = years
  const gaps = gapsOf(rows, context)
  const strip = gaps.length * stripHeight(context)
  const drawn = rows.filter((row) => row.value !== null && !isTooSmall(row, indicator))
  const values = drawn.flatMap((row) => (row.value === null ? [] : [row.value]))
  const most = Math.max(0, ...values)
  const least = Math.min(0, ...values)
  const names = new Map(agencies.map((agency) => [agency.id, agency.shortName]))
  const hasKey = needsKey(context)
  const right = hasKey
    ? 14
    : Math.min(context.width * 0.32, Math.max(40, ...focus.map((id) => estimateWidth(names.get(id) ?? id, palette.label))) + 16)
  const left = Math.max(30, estimateWidth(printNumber(most, indicator, lang), palette.small) + 14)
  const top = topOf(rows, context)
  const changes = changesIn(rows, context)
  const rest = agencies.filter((agency) => !focus.includes(agency.id)).map((agency) => agency.id)
  const last = Math.max(from, ...drawn.map((row) => row.year))
  const perYear = (context.width - left - right) / (to - from + 1)
  // Where all lines stop at a break their names stand beyond its mark.
  const isStop = (year: number): boolean => changes.some(({ between, joins }) => between[0] === year && !joins)
  // The last year has its name, and as many before it as have room.
  const every = Math.max(1, Math.ceil((estimateWidth('2018', palette.small) * 1.1 + 4) / perYear))
  const isNamed = (year: number): boolean => Number.isInteger(year) && year >= from && year <= to && (to - year) % every === 0
  const end: LineEnd = { year: last, distance: isStop(last) ? perYear / 2 + 6 : 6, perYear, isStop }
  const xAxis = { type: 'value', min: from - 0.5, max: to + 0.5, interval: 0.5, axisTick: { show: false }, splitLine: { show: false } }
  const series = [
    ...rest.flatMap((id) => lineSeries(drawn, id, null, end, context)),
    ...medianSeries(medians, context),
    ...focus.flatMap((id, place) => lineSeries(drawn, id, place, end, context)),
    ...focus.flatMap((id, place) => proseSeries(drawn, id, place, context)),
    ...gaps.map(({ agency, missing }, line) => ({
      id: `gap-${agency}`,
      type: 'custom',
      xAxisIndex: 1,
      yAxisIndex: 1,
      cursor: 'pointer',
      data: missing.map((row) => [row.year, line]),
      renderItem: (params: { dataIndex: number }, api: { value(i: number): number; coord(at: readonly number[]): number[] }) => {
        const row = missing[params.dataIndex]
        const [x, y] = api.coord([api.value(0), api.value(1)])
        if (!row || x === undefined || y === undefined) return null
        const width = Math.min(18, (context.width - left - right) / (to - from + 1) - 2)
        const height = palette.small * 0.85
        const middle = y + (hasKey ? palette.small * 0.6 : 0)
        return {
          type: 'group',
          children: drawState(
            row.value === null ? row.state : 'undefined',
            { x: x - width / 2, y: middle - height / 2, width, height },
            palette,
          ),
        }
      },
    })),
  ]
  const option = {
    animation: false,
    aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
    textStyle: { fontFamily: palette.font },
    grid: [
      { left, right, top, bottom: footHeight(context) + strip },
      { left, right, bottom: palette.small * 0.4, height: Math.max(1, strip) },
    ],
    xAxis: [
      {
        gridIndex: 0,
        ...xAxis,
        axisLine: { lineStyle: { color: palette.axis } },
        axisLabel: {
          color: palette.ink2,
          fontSize: palette.small,
          margin: isTight(context) ? palette.small * 1.1 : Math.max(8, palette.small * 0.6),
          formatter: (value: number) => (isNamed(value) ? String(value) : ''),
        },
      },
      { gridIndex: 1, ...xAxis, show: false },
    ],
    yAxis: [
      {
        gridIndex: 0,
        type: 'value',
        min: least,
        max: most === 0 && least === 0 ? 1 : null,
        // A low plot has room for fewer numbers where type is large.
        splitNumber: Math.min(4, Math.max(1, Math.floor(plotHeight(rows, context) / (palette.small * 1.4)))),
        ...(most <= 5 && indicator.kind !== 'derived' ? { minInterval: 1 } : {}),
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { lineStyle: { color: palette.grid } },
        axisLabel: {
          color: palette.ink3,
          fontSize: palette.small,
          hideOverlap: true,
          formatter: (value: number) => (most === 0 && value !== 0 ? '' : printAxis(value, indicator, lang)),
        },
      },
      { gridIndex: 1, type: 'value', min: -0.5, max: Math.max(0.5, gaps.length - 0.5), inverse: true, show: false },
    ],
    series: [
      ...series,
      ...changeSeries(changes, context, keyHeight(context)),
      ...(hasKey ? [] : nameSeries(drawn, medians.flat(), end, context)),
    ],
    graphic: [
      ...drawKey(medians.length > 0, context),
      ...gaps.map(({ agency }, line) => ({
        type: 'text',
        silent: true,
        left: hasKey ? left : context.width - right + 8,
        bottom: palette.small * 0.4 + (gaps.length - 1 - line) * stripHeight(context) + (hasKey ? palette.small * 1.4 : 2),
        style: {
          text: names.get(agency) ?? agency,
          fill: palette.ink3,
          fontSize: palette.small,
          fontFamily: palette.font,
          width: hasKey ? context.width - left : right - 10,
          overflow: 'truncate',
        },
      })),
    ],
  }
  // ECharts' option type is wider and narrower than what it takes in places (renderItem, null limits).
  return option as EChartsOption
}

/** The last year with a number, to the right of which names have room, and how far they stand off. */
interface LineEnd {
  readonly year: number
  readonly distance: number
  readonly perYear: number
  /** Does the mark of a break stand after this year? */
  readonly isStop: (year: number) => boolean
}

/** One series per comparable run: nothing can join what is not in the same series. */
function lineSeries(rows: readonly ComparedValue[], agency: string, place: number | null, end: LineEnd, context: ChartContext) {
  const { palette, agencies } = context
  const runs = runsOf(
    rows.filter((row) => row.agency === agency),
    context,
  )
  const color = place === null ? palette.rest : palette.series[place]
  const name = agencies.find((candidate) => candidate.id === agency)?.shortName ?? agency
  return runs.map((run, index) => ({
    id: `line-${agency}-${index}`,
    type: 'line',
    xAxisIndex: 0,
    yAxisIndex: 0,
    connectNulls: false,
    cursor: 'pointer',
    data: run.map((row, at) => {
      const isEnd = !needsKey(context) && place !== null && index === runs.length - 1 && at === run.length - 1 && row.year !== end.year
      return isEnd ? { value: [row.year, row.value], label: labelAbove(name, row.year, end, context) } : [row.year, row.value]
    }),
    symbol: place === null ? 'circle' : symbols[place],
    // Many grey lines stay readable as lines; a run of one year is nothing but its mark.
    symbolSize: place !== null ? 8 : run.length > 1 && agencies.length > 12 ? 0 : 4,
    showAllSymbol: true,
    z: place === null ? 2 : 3,
    lineStyle: { color, width: place === null ? 1 : 2.2, type: place === null ? 'solid' : dashes[place] },
    itemStyle: { color, borderColor: color },
    // Pointed at, here or in another figure of the page: a grey line must be told from the others around it.
    emphasis: {
      lineStyle: { color: place === null ? palette.ink : color, width: 3 },
      itemStyle: { color: place === null ? palette.ink : color },
    },
    labelLayout: { hideOverlap: true },
  }))
}

/** The name above a line's last mark, where other lines run on; it ends with its line, or stands beyond, rather than cross the mark of a break. */
function labelAbove(name: string, year: number, end: LineEnd, { palette, years }: ChartContext) {
  const width = estimateWidth(name, palette.label)
  const crosses = end.isStop(year) && width > end.perYear - 8
  const hasRoom = width <= (year - years[0] + 0.5) * end.perYear
  return {
    show: true,
    ...(crosses && !hasRoom ? { position: 'right', distance: end.perYear / 2 + 6 } : { position: 'top', distance: 6 }),
    ...(crosses && hasRoom ? { align: 'right' } : {}),
    formatter: () => name,
    color: palette.ink,
    fontWeight: 'bold',
    fontSize: palette.label,
  }
}

/** The names of lines that reach the last year with a number: to their right, moved apart where the lines end close to each other. */
function nameSeries(rows: readonly ComparedValue[], medians: readonly MedianYear[], end: LineEnd, context: ChartContext) {
  const { palette, agencies, focus, lang } = context
  const nameOf = (id: string): string => agencies.find((agency) => agency.id === id)?.shortName ?? id
  const ends = [
    ...focus.flatMap((id) =>
      rows.flatMap((row) =>
        row.agency === id && row.year === end.year && isTableFigure(row) && row.value !== null
          ? [{ value: row.value, name: nameOf(id), style: { fill: palette.ink, fontWeight: 'bold' } }]
          : [],
      ),
    ),
    ...medians.flatMap(({ year, median }) =>
      year === end.year ? [{ value: median, name: comparedWords[lang].median, style: { fill: palette.ink2, fontWeight: 'normal' } }] : [],
    ),
  ].sort((a, b) => b.value - a.value)
  if (ends.length === 0) return []
  return [
    {
      id: 'names',
      type: 'custom',
      xAxisIndex: 0,
      yAxisIndex: 0,
      silent: true,
      z: 5,
      data: [[end.year, ends[0]?.value]],
      renderItem: (params: { coordSys: { y: number; height: number } }, api: { coord(at: readonly number[]): number[] }) => {
        const size = palette.label * 1.2
        const marks = ends.map(({ value }) => api.coord([end.year, value]))
        const wanted = marks.map(([, y = NaN]) => ({ at: y, size }))
        const { y: top, height } = params.coordSys
        // Where the axis runs on beside the last mark, a name stands above it.
        const lowest = end.perYear / 2 > size * 2 ? top + height - 2 : top + height + size / 2
        const places = spreadAlong(wanted, top - size, lowest) ?? wanted.map(({ at }) => at)
        return {
          type: 'group',
          children: ends.map(({ name, style }, index) => {
            const x = (marks[index]?.[0] ?? NaN) + end.distance + 4
            return {
              type: 'text',
              style: {
                ...style,
                text: fitText(name, palette.label, context.width - x),
                x,
                y: places[index],
                verticalAlign: 'middle',
                backgroundColor: palette.surface,
                padding: [0, 2],
                fontSize: palette.label,
                fontFamily: palette.font,
              },
            }
          }),
        }
      },
    },
  ]
}

function proseSeries(rows: readonly ComparedValue[], agency: string, place: number, { palette, words }: ChartContext) {
  const ofAgency = rows.filter((row) => row.agency === agency && isOfProse(row))
  if (ofAgency.length === 0) return []
  // A figure of the table that stands at the same place would lie under the letter.
  const near = Math.max(...rows.flatMap((row) => (row.value === null ? [] : [Math.abs(row.value)]))) * 0.08
  const isOnTable = ({ year, value }: ComparedValue): boolean =>
    rows.some(
      (row) =>
        row.agency === agency &&
        row.year === year &&
        isTableFigure(row) &&
        value !== null &&
        row.value !== null &&
        Math.abs(row.value - value) <= near,
    )
  return [
    {
      id: `prose-${agency}`,
      type: 'scatter',
      xAxisIndex: 0,
      yAxisIndex: 0,
      cursor: 'pointer',
      symbol: 'circle',
      symbolSize: Math.max(14, Math.round(palette.small * 1.25)),
      z: 4,
      data: ofAgency.map((row) => ({
        value: [row.year, row.value],
        // The letter stands in the ring; what is said with it, above.
        label: { position: row.qualifier !== null || isOnTable(row) ? 'top' : 'inside' },
        itemStyle: {
          color: 'transparent',
          borderColor: palette.series[place],
          borderWidth: 1.6,
          borderType: row.evidence === 'B' ? 'solid' : row.evidence === 'C' ? 'dashed' : 'dotted',
        },
      })),
      label: {
        show: true,
        distance: 3,
        fontSize: Math.max(10, palette.small - 2),
        color: palette.ink2,
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const row = ofAgency[dataIndex]
          return row?.evidence ? `${row.qualifier ?? ''}${row.evidence}` : words.evidence.B
        },
      },
      labelLayout: { hideOverlap: true },
    },
  ]
}

/** The mark of a break: a thin ink line with a zigzag top, its word on the left, the forms on both sides. */
function changeSeries(changes: readonly FormChange[], { palette, words, catalogue, lang, years }: ChartContext, above: number) {
  return changes.map((change, index) => ({
    id: `change-${change.forms.join('-')}`,
    type: 'custom',
    xAxisIndex: 0,
    yAxisIndex: 0,
    silent: true,
    z: 1,
    data: [[change.between[1] - 0.5, 0]],
    renderItem: (params: { coordSys: { y: number; height: number } }, api: { coord(at: readonly number[]): number[] }) => {
      const [x = NaN] = api.coord([change.between[1] - 0.5, 0])
      const top = 2 + above
      const bottom = params.coordSys.y + params.coordSys.height
      const word = (text: string, at: number, align: 'left' | 'right' | 'center', style: Readonly<Record<string, unknown>>) => ({
        type: 'text',
        style: { text, x: at, y: top + palette.small * 0.1, align, fontSize: palette.small, fontFamily: palette.font, ...style },
      })
      const names = [nameForm(catalogue, change.forms[0], lang), nameForm(catalogue, change.forms[1], lang)] as const
      const room = (params.coordSys as { width?: number }).width ?? 0
      const next = changes[index + 1]
      const perYear = room / (years[1] - years[0] + 1)
      // A name stands only where it ends before the next break and its word.
      const until = ((next ? next.between[1] : years[1] + 1) - change.between[1]) * perYear
      const showForms =
        perYear > 34 && estimateWidth(names[1], palette.small) + (next ? estimateWidth(words.compare.break, palette.small) + 16 : 0) < until
      if (change.joins) {
        return {
          type: 'group',
          children: [word(`ⁿ ${words.compare.caveat}`, x, 'center', { fill: palette.ink3, y: params.coordSys.y - palette.small * 1.9 })],
        }
      }
      const mid = params.coordSys.y - palette.small * 1.1
      return {
        type: 'group',
        children: [
          {
            type: 'polyline',
            shape: {
              points: [
                [x, bottom],
                [x, mid + 10],
                [x + 5, mid + 7],
                [x - 5, mid + 2],
                [x + 5, mid - 3],
                [x, mid - 6],
                [x, top],
              ],
            },
            style: { stroke: palette.ink, fill: 'none', lineWidth: 1.2 },
          },
          word(words.compare.break, x - 5, 'right', { fill: palette.ink, fontWeight: 'bold' }),
          ...(showForms ? [word(names[1], x + 5, 'left', { fill: palette.ink3 })] : []),
          ...(showForms && index === 0 && x - 16 > estimateWidth(words.compare.break + names[0], palette.small)
            ? [word(names[0], x - 12 - estimateWidth(words.compare.break, palette.small), 'right', { fill: palette.ink3 })]
            : []),
        ],
      }
    },
  }))
}

/** The stops of the keyboard: one row per coloured agency (all, when none is coloured), one stop per year, missing ones too. */
export function pointsOfTrend(
  rows: readonly ComparedValue[],
  context: ChartContext,
  medians: readonly (readonly MedianYear[])[] = [],
): ChartPoint[][] {
  const { agencies, focus, years, words, indicator, catalogue, lang } = context
  const gaps = gapsOf(rows, context).map(({ agency }) => agency)
  const shown = focus.length > 0 ? agencies.filter((agency) => focus.includes(agency.id)) : agencies
  const ofBodies = shown.map((agency) =>
    rows
      .filter((row) => row.agency === agency.id && row.year >= years[0] && row.year <= years[1])
      .sort((a, b) => a.year - b.year)
      .map((row) => ({
        agency: agency.id,
        year: row.year,
        report: row.report,
        text: words.join([agency.shortName, words.compare.yearIn(String(row.year)), printRow(row, indicator, catalogue, lang, words)]),
        grid: isNotDrawn(row, indicator) && gaps.includes(agency.id) ? 1 : 0,
        x: row.year,
        y: !isNotDrawn(row, indicator) && row.value !== null ? row.value : gaps.includes(agency.id) ? gaps.indexOf(agency.id) : 0,
      })),
  )
  return medians.length === 0 ? ofBodies : [...ofBodies, pointsOfMedians(medians, context)]
}

/** The same rows as a table: every agency and year, each missing value as its reason. */
export function tableOfTrend(
  rows: readonly ComparedValue[],
  caption: string,
  context: ChartContext,
  medians: readonly (readonly MedianYear[])[] = [],
): ChartTable {
  const { agencies, catalogue, indicator, lang, words } = context
  const unit = printUnit(indicator, lang).trim()
  const sized = indicator.kind === 'derived'
  return {
    caption,
    columns: [
      { name: words.bar.agencies, numeric: false },
      { name: words.compare.year, numeric: true },
      { name: unit === '' ? words.compare.value : `${words.compare.value} (${unit})`, numeric: true },
      ...(sized ? [{ name: words.compare.nColumn, numeric: true }] : []),
      { name: words.compare.stateColumn, numeric: false },
      { name: words.compare.evidenceColumn, numeric: false },
      { name: words.compare.formColumn, numeric: false },
    ],
    rows: [
      ...agencies.flatMap((agency) =>
        rows
          .filter((row) => row.agency === agency.id)
          .map((row) => ({
            key: `${agency.id}-${row.year}-${row.evidence ?? ''}`,
            report: row.report,
            cells: [
              agency.shortName,
              String(row.year),
              printValue(row, indicator, lang, words) ?? nameState(catalogue, row.state, lang),
              ...(sized ? [row.n === null ? nameState(catalogue, row.state, lang) : formatNumber(row.n, lang)] : []),
              nameState(catalogue, row.state, lang),
              row.evidence === null ? '–' : words.evidence.letter(row.evidence, words.evidence[row.evidence]),
              nameForm(catalogue, row.form, lang) || nameState(catalogue, row.state, lang),
            ],
          })),
      ),
      ...rowsOfMedians(medians, context),
    ],
  }
}

/** What the lines show, in words, at most 300 characters; every number in it stands in the table. */
export function describeTrend(rows: readonly ComparedValue[], context: ChartContext): string {
  const { words, indicator, agencies, lang, catalogue } = context
  const nameOf = (id: string): string => agencies.find((agency) => agency.id === id)?.shortName ?? id
  const tables = rows.filter(isOfTables)
  const n = countNOfN(tables)
  const values = tables
    .filter((row) => row.value !== null && !isTooSmall(row, indicator))
    .sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))
  const top = values[0]
  const bottom = values.at(-1)
  const say = (row: ComparedValue): string => printAmount(row.value ?? NaN, indicator, lang)
  const where = (row: ComparedValue): string => words.join([nameOf(row.agency), words.compare.yearIn(String(row.year))])
  const stops = formChangesOf(context).filter((change) => !change.joins)
  const parts = [
    `${words.charts.lines}: ${words.charts.agencies(
      agencies.slice(0, 3).map((agency) => agency.shortName),
      agencies.length,
    )}`,
    indicator.name[lang],
    words.charts.valuesOf(n.have, n.of),
    ...(top && bottom && top.value !== bottom.value
      ? [words.charts.highest(say(top), where(top)), words.charts.lowest(say(bottom), where(bottom))]
      : []),
    ...(top && bottom && top.value === 0 && bottom.value === 0 ? [words.charts.allZero] : []),
    ...(stops.length > 0 ? [words.charts.breaks(stops.map((change) => change.between.join('/')))] : []),
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
