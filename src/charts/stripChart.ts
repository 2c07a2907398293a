import type { EChartsOption } from 'echarts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { distributionWords } from '../text/distributionWords.ts'
import { formatNumber } from '../text/numbers.ts'
import { scaleFromZero, type ValueScale } from './valueScale.ts'
import type { ChartContext, ChartPoint, ChartTable } from './chartContext.ts'
import { drawText, type DrawnShape } from './drawnShape.ts'
import { nameForm, nameState, printAmount, printAxis, printNumber, printRow, printUnit, printValue } from './figureText.ts'
import { countNOfN } from './nOfN.ts'
import { symbols } from './palette.ts'
import { spreadAlong } from './placeLabels.ts'
import {
  type OptionPart,
  drawFacts,
  drawLine,
  drawOnSheet,
  flowFacts,
  nameBody,
  sheetGrid,
  stopOfFact,
  type Fact,
  type PlacedFact,
} from './sheet.ts'
import { enoughForBox, type StripRow } from './stripRows.ts'
import { stackMarks } from './swarm.ts'
import { estimateWidth, fitText } from './textWidth.ts'

const left = 14
const right = 18

/** Where a row stands, in px of the drawing. */
interface RowPlace {
  readonly row: StripRow
  readonly facts: readonly PlacedFact[]
  readonly top: number
  /** The middle line of the marks. */
  readonly middle: number
  readonly reach: number
  readonly size: number
  readonly marks: readonly { readonly row: ComparedValue; readonly x: number; readonly y: number | null }[]
  readonly labels: readonly NameLabel[]
  readonly bottom: number
}

interface NameLabel {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly to: { readonly x: number; readonly y: number }
}

/** Rows on one axis. */
interface Section {
  readonly scale: ValueScale
  readonly rows: readonly RowPlace[]
  readonly top: number
  readonly bottom: number
  readonly hasMarks: boolean
}

interface Layout {
  readonly sections: readonly Section[]
  readonly height: number
}

/** How many px the drawing needs at this width. */
export const heightOfStrip = (rows: readonly StripRow[], context: ChartContext): number => layOut(rows, context).height

function layOut(rows: readonly StripRow[], context: ChartContext): Layout {
  const sections: Section[] = []
  let top = 2
  for (const key of new Set(rows.map((row) => row.section))) {
    const section = placeSection(
      rows.filter((row) => row.section === key),
      top,
      context,
    )
    sections.push(section)
    top = section.bottom + Math.round(context.palette.small * (section.hasMarks ? 3 : 1))
  }
  return { sections, height: Math.ceil(Math.max(top - context.palette.small * 0.6, context.palette.small * 2)) }
}

function placeSection(rows: readonly StripRow[], top: number, context: ChartContext): Section {
  const { indicator, palette } = context
  const values = rows.flatMap((row) => row.values.flatMap(({ value }) => (value === null ? [] : [value])))
  const scale = scaleFromZero(values, indicator)
  const places: RowPlace[] = []
  let next = top
  for (const row of rows) {
    const place = placeRow(row, next, scale, context)
    places.push(place)
    next = place.bottom + Math.round(palette.small * 0.9)
  }
  return { scale, rows: places, top, bottom: places.at(-1)?.bottom ?? top, hasMarks: values.length > 0 }
}

/** Where a value stands, in px from the left. */
const placeOf = (value: number, { min, max }: ValueScale, width: number): number =>
  left + ((width - left - right) * (value - min)) / (max - min)

function placeRow(row: StripRow, top: number, scale: ValueScale, context: ChartContext): RowPlace {
  const { width, palette, focus } = context
  const facts = flowFacts(factsOf(row, context), 0, top, width - 4, palette)
  const xs = row.values.map(({ value }) => placeOf(value ?? NaN, scale, width))
  const swarm = stackMarks(xs)
  const reach = row.values.length === 0 ? 0 : Math.max(swarm.reach, palette.small)
  const chosen = row.values.flatMap((value, i) =>
    focus.includes(value.agency) ? [{ value, x: xs[i] ?? NaN, offset: swarm.offsets[i] ?? 0 }] : [],
  )
  const lanes = chooseLanes(chosen, context)
  const lane = Math.round(palette.label * 1.35) + 8
  const middle = top + facts.height + 4 + (lanes.above.length > 0 ? lane : 0) + reach
  const labelsAt = (labels: readonly LaneLabel[], y: number): NameLabel[] =>
    labels.map(({ text, at, mark }) => ({ text, x: at, y, to: { x: mark.x, y: middle + mark.offset } }))
  return {
    row,
    facts: facts.placed,
    top,
    middle,
    reach,
    size: swarm.size,
    marks: row.values.map((value, i) => {
      const offset = swarm.offsets[i] ?? null
      return { row: value, x: xs[i] ?? NaN, y: offset === null ? null : middle + offset }
    }),
    labels: [
      ...labelsAt(lanes.above, middle - reach - lane + palette.label * 0.7),
      ...labelsAt(lanes.below, middle + reach + lane - palette.label * 0.7),
    ],
    bottom: row.values.length === 0 ? top + facts.height : middle + reach + (lanes.below.length > 0 ? lane : 4),
  }
}

/** The name of a row; its parts each by themselves where it is too long for one line. */
function nameFacts(name: string, width: number, size: number): Fact[] {
  if (name === '') return []
  const parts = estimateWidth(name, size) * 1.15 > width ? name.split(' · ') : [name]
  return parts.map((text) => ({ text, bold: true }))
}

/** What is said of a row above its marks: its name, n of N, median, middle half, and why others have no mark. */
function factsOf(row: StripRow, { catalogue, indicator, lang, words, width, palette }: ChartContext): Fact[] {
  const say = distributionWords[lang].strip
  const number = (value: number): string => printNumber(value, indicator, lang)
  const all = [...row.values, ...row.tooSmall, ...row.missing]
  const n = countNOfN(all)
  const { quartiles } = row
  return [
    ...nameFacts(row.name, width, palette.small),
    { text: say.have(n.have, n.of) },
    ...(quartiles
      ? [
          {
            text:
              row.tooSmall.length > 0 ? say.medianOf(row.values.length, number(quartiles.median)) : say.median(number(quartiles.median)),
            bold: row.name === '',
          },
          { text: say.middle(number(quartiles.lower), number(quartiles.upper)) },
        ]
      : row.values.length > 0
        ? [{ text: say.fewForBox(enoughForBox) }]
        : []),
    ...(row.tooSmall.length > 0
      ? [{ text: say.tooSmall(row.tooSmall.length, indicator.minSize ?? 0), state: 'undefined' as const, rows: row.tooSmall }]
      : []),
    ...n.reasons.map(({ state, count }) => ({
      text: words.nOfN.reason(nameState(catalogue, state, lang), count),
      state,
      rows: row.missing.filter((missing) => missing.state === state),
    })),
  ]
}

interface LaneLabel {
  readonly text: string
  readonly at: number
  readonly mark: { readonly x: number; readonly offset: number }
}

/** Names in one line above the marks where they fit, else every second one below; cut where even that is too narrow. */
function chooseLanes(
  chosen: readonly { readonly value: ComparedValue; readonly x: number; readonly offset: number }[],
  context: ChartContext,
): { readonly above: readonly LaneLabel[]; readonly below: readonly LaneLabel[] } {
  const ordered = [...chosen].sort((a, b) => a.x - b.x)
  const one = placeLane(ordered, context, Infinity)
  if (one) return { above: one, below: [] }
  const high = ordered.filter((_, i) => i % 2 === 0)
  const low = ordered.filter((_, i) => i % 2 === 1)
  const most = (context.width - 8) / Math.max(1, high.length)
  const place = (lane: typeof ordered): LaneLabel[] => placeLane(lane, context, Infinity) ?? placeLane(lane, context, most) ?? []
  return { above: place(high), below: place(low) }
}

function placeLane(
  marks: readonly { readonly value: ComparedValue; readonly x: number; readonly offset: number }[],
  context: ChartContext,
  most: number,
): LaneLabel[] | null {
  const texts = marks.map(({ value }) => fitText(labelOf(value, context), context.palette.label, most - 10))
  const at = spreadAlong(
    marks.map(({ x }, i) => ({ at: x, size: Math.min(most, widthOfLabel(texts[i] ?? '', context) + 10) })),
    2,
    context.width - 2,
  )
  return at && marks.map(({ x, offset }, i) => ({ text: texts[i] ?? '', at: at[i] ?? x, mark: { x, offset } }))
}

const widthOfLabel = (text: string, { palette }: ChartContext): number => estimateWidth(text, palette.label) * 1.04

/** Name and figure; with the year where figures are of several years. */
function labelOf(row: ComparedValue, context: ChartContext): string {
  const { indicator, lang, words } = context
  return `${nameWithYear(row, context)} ${printValue(row, indicator, lang, words) ?? ''}`
}

const nameWithYear = (row: ComparedValue, context: ChartContext): string =>
  context.years[0] === context.years[1] || row.report === null
    ? nameBody(row.agency, context)
    : `${nameBody(row.agency, context)} ${row.year}`

/**
 * Every body as one mark at its figure, stacked where figures are alike, the middle half as a box and the median as a tick; rows
 * that may not be compared are apart, each with its own. A body without a figure is never a mark: it is counted with its reason.
 */
export function stripChart(rows: readonly StripRow[], context: ChartContext): EChartsOption {
  const { palette, width } = context
  const { sections, height } = layOut(rows, context)
  const sheet = sheetGrid(sections.length, width, height)
  const places = sections.flatMap((section) => section.rows)
  const option = {
    animation: false,
    aria: { enabled: true, label: { enabled: false } },
    textStyle: { fontFamily: palette.font },
    grid: [...sections.map(({ top, bottom }) => ({ left, right, top, height: bottom - top, outerBoundsMode: 'none' })), sheet.grid],
    xAxis: [...sections.map((section, index) => valueAxis(section, index, context)), sheet.xAxis],
    yAxis: [
      ...sections.map(({ top, bottom }, gridIndex) => ({ gridIndex, type: 'value', min: top, max: bottom, inverse: true, show: false })),
      sheet.yAxis,
    ],
    series: [
      drawOnSheet(
        'boxes',
        sections.length,
        sections.flatMap(({ rows: ofSection, scale }) => ofSection.flatMap((place) => drawBox(place, scale, context))),
        1,
      ),
      ...sections.flatMap((section, index) => markSeries(section, index, context)),
      drawOnSheet(
        'words',
        sections.length,
        places.flatMap((place) => drawWords(place, context)),
        4,
      ),
    ],
  }
  // ECharts' option type is wider and narrower than what it takes in places (renderItem).
  return option as EChartsOption
}

const valueAxis = ({ scale, hasMarks }: Section, gridIndex: number, { palette, lang, indicator }: ChartContext) => ({
  gridIndex,
  type: 'value',
  show: hasMarks,
  ...scale,
  axisLine: { show: true, onZero: false, lineStyle: { color: palette.axis } },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: palette.grid } },
  axisLabel: {
    color: palette.ink3,
    fontSize: palette.small,
    hideOverlap: true,
    // In large type the first and last numbers would stand out of the drawing.
    alignMinLabel: palette.small > 16 ? 'left' : null,
    alignMaxLabel: palette.small > 16 ? 'right' : null,
    formatter: (value: number) => printAxis(value, indicator, lang),
  },
})

function markSeries({ rows }: Section, grid: number, { palette, focus }: ChartContext): OptionPart[] {
  const drawn = rows.flatMap((place) =>
    place.marks.flatMap(({ row, y }) => (y === null ? [] : [{ row, y, size: place.size, chosen: focus.indexOf(row.agency) }])),
  )
  const axes = { xAxisIndex: grid, yAxisIndex: grid, type: 'scatter', cursor: 'pointer' }
  return [
    {
      id: `rest-${grid}`,
      ...axes,
      z: 2,
      symbol: 'circle',
      data: drawn.filter(({ chosen }) => chosen < 0).map(({ row, y, size }) => ({ value: [row.value, y], symbolSize: size - 1 })),
      itemStyle: { color: palette.surface, borderColor: palette.rest, borderWidth: 1.2 },
    },
    {
      id: `chosen-${grid}`,
      ...axes,
      z: 3,
      data: drawn
        .filter(({ chosen }) => chosen >= 0)
        .map(({ row, y, size, chosen }) => ({
          value: [row.value, y],
          symbol: symbols[chosen],
          symbolSize: size + 1,
          itemStyle: { color: palette.series[chosen] },
        })),
    },
  ]
}

function drawBox({ row, middle, reach }: RowPlace, scale: ValueScale, { palette, width }: ChartContext): DrawnShape[] {
  if (!row.quartiles) return []
  const { lower, median, upper } = row.quartiles
  const xOf = (value: number): number => placeOf(value, scale, width)
  const x = xOf(lower)
  return [
    {
      type: 'rect',
      shape: { x: x - 0.5, y: middle - reach - 1, width: Math.max(1, xOf(upper) - x) + 1, height: reach * 2 + 2 },
      style: { fill: palette.band, stroke: palette.axis, lineWidth: 1 },
    },
    drawLine(xOf(median), middle - reach - 4, xOf(median), middle + reach + 4, palette.ink, 2),
  ]
}

function drawWords({ row, facts, labels, marks, middle, reach, size }: RowPlace, { palette, lang }: ChartContext): DrawnShape[] {
  const folded = marks.filter(({ y }) => y === null)
  return [
    ...drawFacts(facts, palette),
    ...labels.flatMap(({ text, x, y, to }) => {
      const above = y < to.y
      const edge = y + (above ? 1 : -1) * palette.label * 0.65
      return [
        drawLine(x, edge, to.x, to.y + (above ? -size / 2 : size / 2), palette.ink3),
        drawText(text, x, y, palette, { align: 'center', fontWeight: 'bold', fill: palette.ink, fontSize: palette.label }),
      ]
    }),
    ...(folded.length > 0 && row.values.length > 0
      ? [
          drawText(
            distributionWords[lang].strip.folded(folded.length),
            (folded[0]?.x ?? 0) + size,
            middle - reach + palette.small / 2,
            palette,
          ),
        ]
      : []),
  ]
}

/** The stops of the keyboard: a list per row, highest first, then those without a mark, at the words that count them. */
export function pointsOfStrip(rows: readonly StripRow[], context: ChartContext): ChartPoint[][] {
  const { indicator, catalogue, lang, words } = context
  const { sections } = layOut(rows, context)
  return sections.flatMap((section, grid) =>
    section.rows.map((place) => {
      const textOf = (row: ComparedValue): string =>
        words.join([
          ...(place.row.name === '' ? [] : [place.row.name]),
          nameBody(row.agency, context),
          words.compare.yearIn(String(row.year)),
          printRow(row, indicator, catalogue, lang, words),
        ])
      const stop = (row: ComparedValue) => ({ agency: row.agency, year: row.year, report: row.report, text: textOf(row) })
      return [
        ...place.marks.map(({ row, y }) => ({ ...stop(row), grid, x: row.value ?? NaN, y: y ?? place.middle - place.reach })),
        ...place.facts.flatMap((fact) =>
          (fact.rows ?? []).map((row) => {
            const [x, y] = stopOfFact(fact)
            return { ...stop(row), grid: sections.length, x, y }
          }),
        ),
      ]
    }),
  )
}

/** The same rows as a table: every body with its group, and under each group its median and middle half. */
export function tableOfStrip(rows: readonly StripRow[], caption: string, context: ChartContext): ChartTable {
  const { catalogue, indicator, lang, words } = context
  const say = distributionWords[lang].strip
  const unit = printUnit(indicator, lang).trim()
  const sized = indicator.kind === 'derived'
  const named = rows.some((row) => row.name !== '')
  const bodies = rows.flatMap((group) =>
    [...group.values, ...group.tooSmall, ...group.missing].map((row) => ({
      key: row.agency,
      report: row.report,
      cells: [
        nameBody(row.agency, context),
        ...(named ? [group.name] : []),
        String(row.year),
        printValue(row, indicator, lang, words) ?? nameState(catalogue, row.state, lang),
        ...(sized ? [row.n === null ? nameState(catalogue, row.state, lang) : formatNumber(row.n, lang)] : []),
        nameState(catalogue, row.state, lang),
        nameForm(catalogue, row.form, lang) || nameState(catalogue, row.state, lang),
      ],
    })),
  )
  const summary = (group: StripRow, label: string, value: number) => ({
    key: `${group.key} ${label}`,
    report: null,
    cells: [
      label,
      ...(named ? [group.name] : []),
      '–',
      printNumber(value, indicator, lang),
      ...(sized ? ['–'] : []),
      say.have(group.values.length, group.values.length + group.tooSmall.length + group.missing.length),
      '–',
    ],
  })
  return {
    caption,
    columns: [
      { name: words.bar.agencies, numeric: false },
      ...(named ? [{ name: say.groupColumn, numeric: false }] : []),
      { name: words.compare.year, numeric: true },
      { name: unit === '' ? words.compare.value : `${words.compare.value} (${unit})`, numeric: true },
      ...(sized ? [{ name: words.compare.nColumn, numeric: true }] : []),
      { name: words.compare.stateColumn, numeric: false },
      { name: words.compare.formColumn, numeric: false },
    ],
    rows: [
      ...bodies,
      ...rows.flatMap((group) =>
        group.quartiles
          ? [
              summary(group, say.lowerRow, group.quartiles.lower),
              summary(group, say.medianRow, group.quartiles.median),
              summary(group, say.upperRow, group.quartiles.upper),
            ]
          : [],
      ),
    ],
  }
}

/** What the strip shows, in words, at most 300 characters; every number in it stands in the table or counts its rows. */
export function describeStrip(rows: readonly StripRow[], context: ChartContext): string {
  const { words, indicator, lang, catalogue } = context
  const say = distributionWords[lang].strip
  const n = countNOfN(rows.flatMap((row) => [...row.values, ...row.tooSmall, ...row.missing]))
  const number = (value: number): string => printAmount(value, indicator, lang)
  const text =
    words.join([
      `${say.kind}: ${indicator.name[lang]}`,
      words.charts.valuesOf(n.have, n.of),
      ...rows.flatMap((row) =>
        row.quartiles
          ? [
              say.rowOf(
                row.name,
                `${say.median(number(row.quartiles.median))} ${say.middle(printNumber(row.quartiles.lower, indicator, lang), number(row.quartiles.upper))}`,
              ),
            ]
          : [],
      ),
      ...(n.reasons.length > 0
        ? [
            words.charts.missing(
              n.of - n.have,
              n.reasons.map(({ state, count }) => words.nOfN.reason(nameState(catalogue, state, lang), count)),
            ),
          ]
        : []),
    ]) + words.sentenceEnd
  return text.length <= 300 ? text : `${[...text].slice(0, 299).join('')}…`
}

/** The finding in one sentence: the median and the middle half of the largest row, or the medians of the groups. */
export function titleOfStrip(rows: readonly StripRow[], at: number | 'latest', context: ChartContext): string {
  const { words, indicator, lang } = context
  const say = distributionWords[lang].strip
  const when = at === 'latest' ? words.compare.latest : words.compare.yearIn(String(at))
  const number = (value: number): string => printAmount(value, indicator, lang)
  const values = rows.flatMap((row) => row.values)
  if (values.length === 0) {
    const small = rows.some((row) => row.tooSmall.length > 0)
    return small && indicator.minSize !== undefined ? words.compare.tooSmallTitle(indicator.minSize) : words.compare.rankTitleNone(when)
  }
  if (values.every(({ value }) => value === 0)) return words.compare.rankTitleZero(when, values.length)
  const boxed = rows.filter((row) => row.quartiles !== null)
  const [largest] = [...boxed].sort((a, b) => b.values.length - a.values.length)
  if (!largest?.quartiles) return titleOfFew(rows, when, context)
  const inSection = boxed.filter((row) => row.section === largest.section)
  if (inSection.length > 1) {
    const told = inSection.slice(0, 3)
    return say.titleGroups(
      when,
      told.map((row) => say.titleGroup(row.group, row.values.length, number(row.quartiles?.median ?? NaN))),
      boxed.length - told.length,
    )
  }
  const { lower, median, upper } = largest.quartiles
  const [low, middle, high] = [printNumber(lower, indicator, lang), number(median), number(upper)]
  return largest.name === ''
    ? say.titleMiddle(when, largest.values.length, middle, low, high)
    : say.titleRowMiddle(when, largest.name, largest.values.length, middle, low, high)
}

/** Too few for a middle half: from the lowest to the highest of the largest row. */
function titleOfFew(rows: readonly StripRow[], when: string, { words, indicator, lang }: ChartContext): string {
  const number = (value: number): string => printAmount(value, indicator, lang)
  const [largest] = [...rows].sort((a, b) => b.values.length - a.values.length)
  const values = (largest?.values ?? []).flatMap(({ value }) => (value === null ? [] : [value]))
  const low = Math.min(...values)
  const high = Math.max(...values)
  return low === high
    ? words.compare.rankTitleSame(when, values.length, number(high))
    : distributionWords[lang].strip.titleRange(when, values.length, number(low), number(high))
}
