import type { EChartsOption } from 'echarts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { distributionWords } from '../text/distributionWords.ts'
import { formatNumber } from '../text/numbers.ts'
import { printDifference } from './benchmark.ts'
import type { ChartContext, ChartPoint, ChartTable } from './chartContext.ts'
import { drawMissing, drawText, type Box, type DrawnShape } from './drawnShape.ts'
import { nameForm, nameState, printAmount, printAxis, printRow, printUnit, printValue } from './figureText.ts'
import { countNOfN } from './nOfN.ts'
import { dashes, symbols } from './palette.ts'
import { doOverlap, spreadAlong } from './placeLabels.ts'
import {
  drawFacts,
  drawLine,
  drawOnSheet,
  flowFacts,
  nameBody,
  sheetGrid,
  stopOfFact,
  type Fact,
  type OptionPart,
  type PlacedFact,
} from './sheet.ts'
import { countChanges, isDrawn, type SlopeBody } from './slopePairs.ts'
import { estimateWidth } from './textWidth.ts'
import { drawKey, keyHeight, needsKey } from './trendKey.ts'
import { scaleFromZero, type ValueScale } from './valueScale.ts'

type Years = readonly [from: number, to: number]
type Side = 'first' | 'last'

interface EndLabel {
  readonly text: string
  readonly x: number
  readonly y: number
  /** Of the mark that it names. */
  readonly mark: { readonly x: number; readonly y: number }
  readonly side: Side
  readonly chosen: boolean
}

interface Layout {
  readonly scale: ValueScale
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly labels: readonly EndLabel[]
  readonly facts: readonly PlacedFact[]
  readonly height: number
}

/** How many bodies with too few cases are written out below the lines. */
const mostListed = 6

/** How many px the drawing needs at this width. */
export const heightOfSlope = (bodies: readonly SlopeBody[], context: ChartContext): number => layOut(bodies, context).height

function layOut(bodies: readonly SlopeBody[], context: ChartContext): Layout {
  const { palette, width, indicator } = context
  const values = bodies.flatMap(({ first, last }) =>
    [first, last].flatMap((row) => (row.value !== null && isDrawn(row, indicator) ? [row.value] : [])),
  )
  const scale = scaleFromZero(values, indicator)
  const marked = bodies.filter(({ kind }) => kind !== 'small' && kind !== 'none').length
  const plot = values.length === 0 ? 0 : Math.min(440, Math.max(150, marked * palette.label * 1.35))
  const top = palette.small * 2.4 + keyHeight(context)
  const bottom = top + plot
  const left = roomFor('first', bodies, context) + axisRoom(context)
  const right = roomFor('last', bodies, context)
  const place = { scale, left, right, top, bottom }
  const facts = flowFacts(factsOf(bodies, context), 0, bottom + palette.small * 1.4, width - 4, palette)
  return {
    ...place,
    labels: (['first', 'last'] as const).flatMap((side) => placeEndLabels(bodies, side, place, context)),
    facts: facts.placed,
    height: Math.ceil(bottom + palette.small * 1.4 + facts.height + 4),
  }
}

/** The numbers of the axis stand at the very left where there is room for them. */
const axisRoom = ({ width, palette }: ChartContext): number => (width < 520 ? 0 : palette.small * 3.4)

/** At the right ends: name and figure. At the left ends too where there is room, else the figure alone; no name is cut. */
function labelOf(body: SlopeBody, side: Side, context: ChartContext): string {
  const { indicator, lang, words, width } = context
  const value = printValue(body[side], indicator, lang, words) ?? ''
  const name = nameBody(body.agency, context)
  const needsName = side === 'last' || width >= 520 || !isDrawn(body.last, indicator)
  const full = side === 'first' ? (needsName ? `${name} ${value}` : value) : `${value} ${name}`
  const isKeyed = needsKey(context) && context.focus.includes(body.agency)
  const fits = width >= 520 || estimateWidth(full, context.palette.label) + marginOf(context) <= width * mostOf(side, context)
  return isKeyed || !fits ? value : full
}

/** Between a mark and its words, and what bold words are wider in large type. */
const marginOf = ({ palette }: ChartContext): number => (palette.label > 16 ? 16 + palette.label * 0.5 : 16)

/** The widest that the words of a side may be, as a share of the drawing. */
const mostOf = (side: Side, { width }: ChartContext): number => (width < 520 ? (side === 'first' ? 0.28 : 0.42) : 0.34)

function roomFor(side: Side, bodies: readonly SlopeBody[], context: ChartContext): number {
  const texts = bodies.filter((body) => isDrawn(body[side], context.indicator)).map((body) => labelOf(body, side, context))
  const widest = Math.max(0, ...texts.map((text) => estimateWidth(text, context.palette.label)))
  return Math.min(widest + marginOf(context), context.width * mostOf(side, context)) + (texts.length === 0 ? 30 : 0)
}

type Frame = Pick<Layout, 'scale' | 'left' | 'right' | 'top' | 'bottom'>

const yOf = (value: number, { scale, top, bottom }: Frame): number =>
  bottom - ((bottom - top) * (value - scale.min)) / (scale.max - scale.min)

/** Names at one side: every body where all fit, else the chosen ones, and of the others those whose place is free. */
function placeEndLabels(bodies: readonly SlopeBody[], side: Side, frame: Frame, context: ChartContext): EndLabel[] {
  const { palette, focus, indicator, width } = context
  const size = Math.round(palette.label * 1.3)
  const all = bodies
    .filter((body) => isDrawn(body[side], indicator))
    .map((body) => ({
      text: labelOf(body, side, context),
      at: yOf(body[side].value ?? NaN, frame),
      chosen: focus.includes(body.agency),
      size,
    }))
    .sort((a, b) => a.at - b.at)
  const x = side === 'first' ? frame.left : width - frame.right
  const put = (label: (typeof all)[number], y: number): EndLabel => ({
    text: label.text,
    x: x + (side === 'first' ? -12 : 12),
    y,
    mark: { x, y: label.at },
    side,
    chosen: label.chosen,
  })
  const spread = spreadAlong(all, frame.top - size / 2, frame.bottom + size / 2)
  if (spread) return all.map((label, i) => put(label, spread[i] ?? label.at))
  const chosen = all.filter((label) => label.chosen)
  const ys = spreadAlong(chosen, frame.top - size / 2, frame.bottom + size / 2) ?? chosen.map(({ at }) => at)
  const placed = chosen.map((label, i) => put(label, ys[i] ?? label.at))
  for (const label of all) {
    if (!label.chosen && placed.every((other) => Math.abs(other.y - label.at) >= size)) placed.push(put(label, label.at))
  }
  return placed
}

/** What stands below the lines: bodies with too few cases in words, and how many have no figure in either year, with the reasons. */
function factsOf(bodies: readonly SlopeBody[], context: ChartContext): Fact[] {
  const { indicator, catalogue, lang, words, focus } = context
  const say = distributionWords[lang].slope
  const small = bodies
    .filter(({ kind }) => kind === 'small')
    .sort((a, b) => Number(focus.includes(b.agency)) - Number(focus.includes(a.agency)))
  const none = bodies.filter(({ kind }) => kind === 'none')
  const text = (row: ComparedValue): string => printRow(row, indicator, catalogue, lang, words)
  const reasons = countNOfN(none.map(({ last }) => last)).reasons
  return [
    ...(small.length > 0 ? [{ text: say.listTitle(indicator.minSize ?? 0), bold: true }] : []),
    ...small.slice(0, mostListed).map((body) => ({
      text: say.line(nameBody(body.agency, context), text(body.first), text(body.last)),
      rows: [body.first, body.last],
    })),
    ...(small.length > mostListed
      ? [{ text: say.listMore(small.length - mostListed), rows: small.slice(mostListed).flatMap(({ first, last }) => [first, last]) }]
      : []),
    ...(none.length > 0 ? [{ text: say.none(none.length), bold: true }] : []),
    ...reasons.map(({ state, count }) => ({
      text: words.nOfN.reason(nameState(catalogue, state, lang), count),
      state,
      rows: none.filter(({ last }) => last.state === state).flatMap(({ first, last }) => [first, last]),
    })),
  ]
}

/**
 * Two years side by side, a line where a body's two figures may be compared. Where they count differently there are two marks and
 * no line; a body with one year is a mark with the reason of the other year beside it; rates over too few cases are written out.
 */
export function slopeChart(bodies: readonly SlopeBody[], years: Years, context: ChartContext): EChartsOption {
  const { palette, width, focus } = context
  const layout = layOut(bodies, context)
  const { left, right, top, bottom, scale } = layout
  const sheet = sheetGrid(1, width, layout.height)
  const drawn = bodies.filter(({ kind }) => kind === 'pair' || kind === 'apart' || kind === 'one')
  const ordered = [...drawn].sort((a, b) => Number(focus.includes(a.agency)) - Number(focus.includes(b.agency)))
  const option = {
    animation: false,
    aria: { enabled: true, label: { enabled: false } },
    textStyle: { fontFamily: palette.font },
    grid: [{ left, right, top, height: Math.max(1, bottom - top), outerBoundsMode: 'none' }, sheet.grid],
    xAxis: [{ gridIndex: 0, type: 'value', min: years[0], max: years[1], show: false }, sheet.xAxis],
    yAxis: [{ gridIndex: 0, type: 'value', ...scale, show: false }, sheet.yAxis],
    series: [
      drawOnSheet('frame', 1, drawn.length === 0 ? [] : drawFrame(bodies, years, layout, context), 0),
      ...ordered.flatMap((body) => bodySeries(body, years, context)),
      drawOnSheet(
        'words',
        1,
        [
          ...drawStubs(drawn, layout, context),
          ...layout.labels.flatMap((label) => drawLabel(label, context)),
          ...drawFacts(layout.facts, palette),
        ],
        4,
      ),
    ],
    ...(needsKey(context) ? { graphic: drawKey(false, context) } : {}),
  }
  // ECharts' option type is wider and narrower than what it takes in places (renderItem).
  return option as EChartsOption
}

/** The two years as upright lines with their names, the round steps of the axis, and the mark of a break where all are broken. */
function drawFrame(bodies: readonly SlopeBody[], [from, to]: Years, frame: Layout, context: ChartContext): DrawnShape[] {
  const { palette, width, indicator, lang } = context
  const say = distributionWords[lang].slope
  const { left, right, top, bottom, scale } = frame
  const [x1, x2] = [left, width - right]
  const steps = Array.from({ length: Math.round((scale.max - scale.min) / scale.interval) + 1 }, (_, i) => scale.min + i * scale.interval)
  const isBroken = bodies.some(({ kind }) => kind === 'apart') && !bodies.some(({ kind }) => kind === 'pair')
  const middle = (x1 + x2) / 2
  return [
    ...steps.flatMap((value) => {
      const y = yOf(value, frame)
      return [
        drawLine(x1, y, x2, y, value === 0 ? palette.axis : palette.grid),
        ...(axisRoom(context) > 0 ? [drawText(printAxis(value, indicator, lang), 0, y, palette, { fill: palette.ink3 })] : []),
      ]
    }),
    drawLine(x1, top, x1, bottom, palette.axis),
    drawLine(x2, top, x2, bottom, palette.axis),
    drawText(say.yearColumn(from), x1, keyHeight(context) + palette.small * 0.8, palette, {
      align: 'center',
      fontWeight: 'bold',
      fill: palette.ink,
    }),
    drawText(say.yearColumn(to), x2, keyHeight(context) + palette.small * 0.8, palette, {
      align: 'center',
      fontWeight: 'bold',
      fill: palette.ink,
    }),
    ...(isBroken
      ? [
          {
            type: 'polyline' as const,
            shape: {
              points: [
                [middle, bottom],
                [middle, top + 12],
                [middle + 5, top + 9],
                [middle - 5, top + 4],
                [middle + 5, top - 1],
                [middle, top - 4],
                [middle, top - 10],
              ],
            },
            style: { stroke: palette.ink, fill: 'none', lineWidth: 1.2 },
          },
          drawText(say.break, middle - 8, keyHeight(context) + palette.small * 0.8, palette, {
            align: 'right',
            fontWeight: 'bold',
            fill: palette.ink,
          }),
        ]
      : []),
  ]
}

function bodySeries(body: SlopeBody, [from, to]: Years, { palette, focus, indicator }: ChartContext): OptionPart[] {
  const place = focus.indexOf(body.agency)
  const color = place < 0 ? palette.rest : palette.series[place]
  const marks = [
    ...(isDrawn(body.first, indicator) ? [[from, body.first.value]] : []),
    ...(isDrawn(body.last, indicator) ? [[to, body.last.value]] : []),
  ]
  return [
    {
      id: `${body.kind === 'pair' ? 'line' : 'marks'}-${body.agency}`,
      type: body.kind === 'pair' ? 'line' : 'scatter',
      xAxisIndex: 0,
      yAxisIndex: 0,
      z: place < 0 ? 2 : 3,
      cursor: 'pointer',
      data: marks,
      symbol: place < 0 ? 'circle' : symbols[place],
      symbolSize: place < 0 ? 5 : 8,
      itemStyle: { color, borderColor: color },
      ...(body.kind === 'pair'
        ? {
            connectNulls: false,
            showAllSymbol: true,
            lineStyle: { color, width: place < 0 ? 1 : 2.2, type: place < 0 ? 'solid' : dashes[place] },
          }
        : {}),
    },
  ]
}

/**
 * Beside marks without a partner: the texture of the reason why the other year has no figure, towards that year. Chosen bodies
 * first; where two would cover each other the second is a tick alone.
 */
function drawStubs(bodies: readonly SlopeBody[], frame: Layout, { palette, width, indicator, focus }: ChartContext): DrawnShape[] {
  const taken: Box[] = []
  const alone = bodies
    .filter(({ kind }) => kind === 'one')
    .sort((a, b) => Number(focus.includes(b.agency)) - Number(focus.includes(a.agency)))
  return alone.flatMap((body) => {
    const isFirst = isDrawn(body.first, indicator)
    const [own, other] = isFirst ? [body.first, body.last] : [body.last, body.first]
    const y = yOf(own.value ?? NaN, frame)
    const x = isFirst ? frame.left : width - frame.right
    const box = { x: isFirst ? x + 14 : x - 30, y: y - 5, width: 16, height: 10 }
    const tick = drawLine(x + (isFirst ? 5 : -5), y, x + (isFirst ? 13 : -13), y, palette.rest)
    if (taken.some((before) => doOverlap(before, box))) return [tick]
    taken.push(box)
    return [tick, ...drawMissing(other.value === null ? other.state : 'undefined', box, palette)]
  })
}

function drawLabel({ text, x, y, mark, side, chosen }: EndLabel, { palette, width }: ChartContext): DrawnShape[] {
  const room = (side === 'first' ? x : width - x) - 2
  return [
    ...(Math.abs(mark.y - y) > 3
      ? [drawLine(mark.x + (side === 'first' ? -5 : 5), mark.y, x + (side === 'first' ? 2 : -2), y, palette.rest)]
      : []),
    drawText(text, x, y, palette, {
      align: side === 'first' ? 'right' : 'left',
      fill: chosen ? palette.ink : palette.ink2,
      fontWeight: chosen ? 'bold' : 'normal',
      fontSize: chosen ? palette.label : palette.small,
      width: room,
      overflow: 'truncate',
    }),
  ]
}

/** The stops of the keyboard: a body after another, the highest of the later year first, each with its two years. */
export function pointsOfSlope(bodies: readonly SlopeBody[], context: ChartContext): ChartPoint[][] {
  const { indicator, catalogue, lang, words } = context
  const say = distributionWords[lang].slope
  const { facts } = layOut(bodies, context)
  return orderBodies(bodies, context).map((body) =>
    (['first', 'last'] as const).map((side) => {
      const row = body[side]
      const other = body[side === 'first' ? 'last' : 'first']
      const fact = facts.find((candidate) => candidate.rows?.includes(row))
      const place = fact
        ? { grid: 1, x: stopOfFact(fact)[0], y: stopOfFact(fact)[1] }
        : { grid: 0, x: row.year, y: (isDrawn(row, indicator) ? row : other).value ?? NaN }
      return {
        agency: row.agency,
        year: row.year,
        report: row.report,
        text: words.join([
          nameBody(row.agency, context),
          words.compare.yearIn(String(row.year)),
          printRow(row, indicator, catalogue, lang, words),
          ...(body.kind === 'apart' ? [say.noLine] : []),
        ]),
        ...place,
      }
    }),
  )
}

function orderBodies(bodies: readonly SlopeBody[], { indicator }: ChartContext): SlopeBody[] {
  const height = (body: SlopeBody): number =>
    (isDrawn(body.last, indicator) ? body.last.value : isDrawn(body.first, indicator) ? body.first.value : null) ?? -Infinity
  return bodies
    .map((body, i) => ({ body, i }))
    .sort((a, b) => (height(a.body) === height(b.body) ? a.i - b.i : height(b.body) - height(a.body)))
    .map(({ body }) => body)
}

/** The same rows as a table: each body's two years, and what may be said of them. */
export function tableOfSlope(bodies: readonly SlopeBody[], years: Years, caption: string, context: ChartContext): ChartTable {
  const { indicator, catalogue, lang, words } = context
  const say = distributionWords[lang].slope
  const unit = printUnit(indicator, lang).trim()
  const sized = indicator.kind === 'derived'
  const withUnit = (name: string): string => (unit === '' ? name : `${name} (${unit})`)
  const value = (row: ComparedValue): string => printValue(row, indicator, lang, words) ?? nameState(catalogue, row.state, lang)
  const base = (row: ComparedValue): string => (row.n === null ? nameState(catalogue, row.state, lang) : formatNumber(row.n, lang))
  const form = (row: ComparedValue): string => nameForm(catalogue, row.form, lang) || nameState(catalogue, row.state, lang)
  return {
    caption,
    columns: [
      { name: words.bar.agencies, numeric: false },
      ...years.map((year) => ({ name: withUnit(say.yearColumn(year)), numeric: true })),
      { name: say.changeColumn, numeric: false },
      ...(sized ? years.map((year) => ({ name: say.nColumn(year), numeric: true })) : []),
      ...years.map((year) => ({ name: say.formColumn(year), numeric: false })),
    ],
    rows: orderBodies(bodies, context).map(({ agency, first, last, kind }) => ({
      key: agency,
      report: last.report ?? first.report,
      cells: [
        nameBody(agency, context),
        value(first),
        value(last),
        sayChange({ agency, first, last, kind, cut: null }, context),
        ...(sized ? [base(first), base(last)] : []),
        form(first),
        form(last),
      ],
    })),
  }
}

function sayChange({ first, last, kind }: SlopeBody, { lang, indicator }: ChartContext): string {
  const say = distributionWords[lang].slope
  if (kind === 'apart') return say.broken
  if (kind === 'one') return say.oneSide
  if (kind === 'small') return say.tooSmall
  if (kind === 'none') return say.neither
  return last.value === null || first.value === null ? say.neither : printDifference(last.value, first.value, indicator, lang)
}

/** How many of each kind, those that there are. */
function sayCounts(bodies: readonly SlopeBody[], { lang, indicator }: ChartContext): string[] {
  const say = distributionWords[lang].slope
  const of = (kind: SlopeBody['kind']): number => bodies.filter((body) => body.kind === kind).length
  return [
    ...(of('apart') > 0 ? [say.apart(of('apart'))] : []),
    ...(of('one') > 0 ? [say.oneOnly(of('one'))] : []),
    ...(of('small') > 0 ? [say.small(of('small'), indicator.minSize ?? 0)] : []),
    ...(of('none') > 0 ? [say.none(of('none'))] : []),
  ]
}

/** What the slope shows, in words, at most 300 characters; its numbers count rows of the table. */
export function describeSlope(bodies: readonly SlopeBody[], [from, to]: Years, context: ChartContext): string {
  const { words, lang, indicator } = context
  const say = distributionWords[lang].slope
  const { rose, fell, stayed } = countChanges(bodies)
  const n = countNOfN(bodies.flatMap(({ first, last }) => [first, last]))
  const text =
    words.join([
      `${say.kind}: ${indicator.name[lang]}`,
      `${from}–${to}`,
      words.charts.valuesOf(n.have, n.of),
      say.rose(rose),
      say.fell(fell),
      say.stayed(stayed),
      ...sayCounts(bodies, context),
    ]) + words.sentenceEnd
  return text.length <= 300 ? text : `${[...text].slice(0, 299).join('')}…`
}

/** The finding in one sentence: how many are higher, lower, the same, and how many may not be compared. */
export function titleOfSlope(bodies: readonly SlopeBody[], [from, to]: Years, context: ChartContext): string {
  const { lang, indicator } = context
  const say = distributionWords[lang].slope
  if (from === to) return say.titleOneYear
  const { rose, fell, stayed, notComparable } = countChanges(bodies)
  const [only] = bodies
  if (bodies.length === 1 && only?.kind === 'pair') {
    const number = (row: ComparedValue): string => printAmount(row.value ?? NaN, indicator, lang)
    return say.titleOne(nameBody(only.agency, context), from, number(only.first), to, number(only.last))
  }
  if (rose + fell + stayed === 0) {
    const isBroken = bodies.some(({ kind }) => kind === 'apart')
    return isBroken ? say.titleBreak(from, to) : say.titleNoPair(from, to)
  }
  return say.title(from, to, [
    ...(rose > 0 ? [say.rose(rose)] : []),
    ...(fell > 0 ? [say.fell(fell)] : []),
    ...(stayed > 0 ? [say.stayed(stayed)] : []),
    ...(notComparable > 0 ? [say.notComparable(notComparable)] : []),
  ])
}
