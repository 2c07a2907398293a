import type { EChartsOption } from 'echarts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { distributionWords } from '../text/distributionWords.ts'
import { formatNumber } from '../text/numbers.ts'
import type { ChartContext, ChartPoint, ChartTable } from './chartContext.ts'
import { drawText, type Box, type DrawnShape } from './drawnShape.ts'
import { nameForm, nameState, printAmount, printAxis, printNumber, printRow, printUnit, printValue } from './figureText.ts'
import { countNOfN } from './nOfN.ts'
import { symbols } from './palette.ts'
import { placeBeside } from './placeLabels.ts'
import { spearmanOf, type ScatterBody } from './scatterPairs.ts'
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
import { estimateWidth } from './textWidth.ts'
import { scaleFromZero, type ValueScale } from './valueScale.ts'

/** What a scatter must know besides its bodies: the context's indicator lies along the x axis, `second` along the y axis. */
export interface ScatterContext extends ChartContext {
  readonly second: Indicator
}

interface Mark {
  readonly body: ScatterBody
  readonly x: number
  readonly y: number
  readonly size: number
}

interface Layout {
  readonly x: ValueScale
  readonly y: ValueScale
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly marks: readonly Mark[]
  readonly facts: readonly PlacedFact[]
  readonly height: number
}

/** How many px the drawing needs at this width. */
export const heightOfScatter = (bodies: readonly ScatterBody[], context: ScatterContext): number => layOut(bodies, context).height

const onPlot = ({ kind }: ScatterBody): boolean => kind === 'drawn' || kind === 'small'

function layOut(bodies: readonly ScatterBody[], context: ScatterContext): Layout {
  const { palette, width, indicator, second, lang } = context
  const plotted = bodies.filter(onPlot)
  const valuesOf = (axis: 'x' | 'y'): number[] => plotted.flatMap((body) => (body[axis].value === null ? [] : [body[axis].value]))
  const x = scaleFromZero(valuesOf('x'), indicator)
  const y = scaleFromZero(valuesOf('y'), second)
  const left =
    Math.max(...[y.min, y.max, y.max - y.interval].map((value) => estimateWidth(printAxis(value, second, lang), palette.small))) + 14
  const right = 20
  const top = palette.small * 2.2
  const bottom =
    top +
    (plotted.length === 0
      ? 0
      : new Set(valuesOf('y')).size === 1
        ? 110
        : Math.round(Math.min(400, Math.max(palette.small > 16 ? 320 : 220, width * 0.6))))
  const most = Math.max(1, ...plotted.map(({ n }) => n ?? 0))
  const facts = flowFacts(factsOf(bodies, context), 0, bottom + palette.small * (plotted.length === 0 ? 0.4 : 4), width - 4, palette)
  return {
    x,
    y,
    left,
    right,
    top,
    bottom,
    marks: plotted.map((body) => ({
      body,
      x: left + ((width - left - right) * ((body.x.value ?? NaN) - x.min)) / (x.max - x.min),
      y: bottom - ((bottom - top) * ((body.y.value ?? NaN) - y.min)) / (y.max - y.min),
      size: body.n === null ? 9 : 6 + 16 * Math.sqrt(body.n / most),
    })),
    facts: facts.placed,
    height: Math.ceil(bottom + palette.small * (plotted.length === 0 ? 0.4 : 4) + facts.height + 2),
  }
}

const shortNameOf = (indicator: Indicator, { lang }: ChartContext): string => (indicator.shortName ?? indicator.name)[lang]

/** The bodies without both figures, by which side is missing. */
function missingSides(bodies: readonly ScatterBody[], context: ScatterContext) {
  const say = distributionWords[context.lang].scatter
  const missing = bodies.filter(({ kind }) => kind === 'missing')
  const sides = [
    {
      name: shortNameOf(context.indicator, context),
      rows: missing.filter(({ x, y }) => x.value === null && y.value !== null).map(({ x }) => x),
    },
    {
      name: shortNameOf(context.second, context),
      rows: missing.filter(({ x, y }) => x.value !== null && y.value === null).map(({ y }) => y),
    },
    { name: null, rows: missing.filter(({ x, y }) => x.value === null && y.value === null).map(({ x }) => x) },
  ]
  return sides
    .filter(({ rows }) => rows.length > 0)
    .map(({ name, rows }) => ({ text: name === null ? say.bothMissing(rows.length) : say.oneMissing(name, rows.length), rows }))
}

/** What stands below the plot: who is missing, by which side is missing and why. */
function factsOf(bodies: readonly ScatterBody[], context: ScatterContext): Fact[] {
  const { catalogue, lang, words } = context
  return missingSides(bodies, context).flatMap(({ text, rows }) => [
    { text: distributionWords[lang].scatter.heading(text), bold: true },
    ...countNOfN(rows).reasons.map(({ state, count }) => ({
      text: words.nOfN.reason(nameState(catalogue, state, lang), count),
      state,
      rows: rows.filter((row) => row.state === state),
    })),
  ])
}

/**
 * Two indicators, one mark per body, both out of the same report and both axes from zero. A rate over too few cases is a hollow
 * grey mark; marks of rates are sized by the cases behind them; a body without both figures is counted below with the reason.
 */
export function scatterChart(bodies: readonly ScatterBody[], context: ScatterContext): EChartsOption {
  const { palette, width, focus, indicator, second } = context
  const layout = layOut(bodies, context)
  const { left, right, top, bottom, marks } = layout
  const sheet = sheetGrid(1, width, layout.height)
  const isShown = marks.length > 0
  const option = {
    animation: false,
    aria: { enabled: true, label: { enabled: false } },
    textStyle: { fontFamily: palette.font },
    grid: [{ left, right, top, height: Math.max(1, bottom - top), outerBoundsMode: 'none' }, sheet.grid],
    xAxis: [{ gridIndex: 0, ...axisOf(layout.x, indicator, isShown, context) }, sheet.xAxis],
    yAxis: [{ gridIndex: 0, ...axisOf(layout.y, second, isShown, context) }, sheet.yAxis],
    series: [
      markSeries(
        'small',
        marks.filter(({ body }) => body.kind === 'small'),
        () => ({
          color: 'transparent',
          borderColor: palette.rest,
          borderWidth: 1.2,
        }),
      ),
      markSeries(
        'rest',
        marks.filter(({ body }) => body.kind === 'drawn' && !focus.includes(body.agency)),
        () => ({
          color: palette.rest,
          borderColor: palette.surface,
          borderWidth: 1,
        }),
      ),
      {
        ...markSeries(
          'chosen',
          marks.filter(({ body }) => body.kind === 'drawn' && focus.includes(body.agency)),
          ({ body }) => ({
            color: palette.series[focus.indexOf(body.agency)],
            borderColor: focus.indexOf(body.agency) < 4 ? palette.surface : palette.series[focus.indexOf(body.agency)],
            borderWidth: 1,
          }),
          ({ body }) => symbols[focus.indexOf(body.agency)],
        ),
        z: 3,
      },
      drawOnSheet(
        'words',
        1,
        isShown
          ? [...drawAxisNames(layout, context), ...drawNames(layout, context), ...drawFacts(layout.facts, palette)]
          : drawFacts(layout.facts, palette),
        4,
      ),
    ],
  }
  // ECharts' option type is wider and narrower than what it takes in places (renderItem).
  return option as EChartsOption
}

const axisOf = (scale: ValueScale, indicator: Indicator, show: boolean, { palette, lang }: ChartContext): OptionPart => ({
  type: 'value',
  show,
  ...scale,
  axisLine: { show: true, onZero: false, lineStyle: { color: palette.axis } },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: palette.grid } },
  axisLabel: {
    color: palette.ink3,
    fontSize: palette.small,
    hideOverlap: true,
    // In large type the last number would stand out of the drawing.
    alignMaxLabel: palette.small > 16 ? 'right' : null,
    formatter: (value: number) => printAxis(value, indicator, lang),
  },
})

/** The largest first, so that none hides a smaller one. */
const markSeries = (
  id: string,
  marks: readonly Mark[],
  styleOf: (mark: Mark) => OptionPart,
  symbolOf: (mark: Mark) => string | undefined = () => 'circle',
): OptionPart => ({
  id,
  type: 'scatter',
  xAxisIndex: 0,
  yAxisIndex: 0,
  z: 2,
  cursor: 'pointer',
  data: [...marks]
    .sort((a, b) => b.size - a.size)
    .map((mark) => ({
      value: [mark.body.x.value, mark.body.y.value],
      symbol: symbolOf(mark),
      symbolSize: mark.size,
      itemStyle: styleOf(mark),
    })),
})

function drawAxisNames({ left, right, bottom }: Layout, context: ScatterContext): DrawnShape[] {
  const { palette, width, indicator, second, lang } = context
  // Rather the short name whole than the long one cut.
  const name = (of: Indicator): string => {
    const unit = of.format === 'percent' ? '%' : printUnit(of, lang).trim()
    const names = [of.name[lang], shortNameOf(of, context)]
    const texts = [...(unit === '' ? [] : names.map((text) => `${text} (${unit})`)), ...names]
    return texts.find((text) => estimateWidth(`↑ ${text}`, palette.small) <= width - left - 4) ?? shortNameOf(of, context)
  }
  const cut = { overflow: 'truncate', width: width - 24, fill: palette.ink }
  return [
    drawText(`↑ ${name(second)}`, Math.max(2, left - 20), palette.small * 0.8, palette, cut),
    drawText(`${name(indicator)} →`, width - right, bottom + palette.small * 2.7, palette, { ...cut, align: 'right' }),
  ]
}

/** Names of the chosen bodies and of those furthest out, and how many stand at one place; none on another. */
function drawNames(layout: Layout, context: ScatterContext): DrawnShape[] {
  const { palette, width, focus, lang, words } = context
  const { marks, left, right, top, bottom } = layout
  const outer = furthest(marks)
  const wanted = placesOf(marks).flatMap((there) => {
    const chosen = there.filter(({ body }) => focus.includes(body.agency))
    const named = [...chosen, ...there.filter((mark) => outer.includes(mark) && !chosen.includes(mark))]
    const mark = chosen[0] ?? there[0]
    if (!mark || (named.length === 0 && there.length === 1)) return []
    const names = words.list(named.map(({ body }) => nameWithYear(body, context)))
    const count = there.length > named.length ? distributionWords[lang].scatter.together(names, there.length) : names
    return [{ mark, text: count, chosen: chosen.length > 0, near: named.length === 0 }]
  })
  wanted.sort((a, b) => Number(a.near) - Number(b.near) || Number(b.chosen) - Number(a.chosen))
  const boxes = placeBeside(
    wanted.map(({ mark, text, chosen, near }) => ({
      near,
      x: mark.x,
      y: mark.y,
      radius: mark.size / 2,
      width: estimateWidth(text, chosen ? palette.label : palette.small) + 4,
      height: (chosen ? palette.label : palette.small) * 1.25,
    })),
    marks.map(({ x, y, size }) => ({ x: x - size / 2, y: y - size / 2, width: size, height: size })),
    { x: left + 2, y: top - palette.small * 0.8, width: width - left - right + 16, height: bottom - top + palette.small * 0.6 },
  )
  return wanted.flatMap(({ mark, text, chosen }, i) => {
    const box = boxes[i]
    if (!box) return []
    return [
      ...drawLeader(mark, box, palette.ink3),
      drawText(text, box.x + box.width / 2, box.y + box.height / 2, palette, {
        align: 'center',
        stroke: palette.surface,
        lineWidth: 3,
        ...(chosen ? { fill: palette.ink, fontWeight: 'bold', fontSize: palette.label } : {}),
      }),
    ]
  })
}

/** A thin line from a mark to its name, where the name had to stand away from it. */
function drawLeader({ x, y, size }: Mark, box: Box, stroke: string): DrawnShape[] {
  const toX = Math.min(Math.max(x, box.x), box.x + box.width)
  const toY = Math.min(Math.max(y, box.y), box.y + box.height)
  const distance = Math.hypot(toX - x, toY - y)
  if (distance < size / 2 + 9) return []
  const share = size / 2 / distance
  return [drawLine(x + (toX - x) * share, y + (toY - y) * share, toX, toY, stroke)]
}

const placeKey = ({ body }: Mark): string => `${body.x.value} ${body.y.value}`

/** The marks by the place that they stand at. */
function placesOf(marks: readonly Mark[]): Mark[][] {
  const places = new Map<string, Mark[]>()
  for (const mark of marks) places.set(placeKey(mark), [...(places.get(placeKey(mark)) ?? []), mark])
  return [...places.values()]
}

/** The marks furthest out to each side, where they stand there alone. */
function furthest(marks: readonly Mark[]): Mark[] {
  const drawn = marks.filter(({ body }) => body.kind === 'drawn')
  const ends = (['x', 'y'] as const).flatMap((axis) =>
    [Math.max, Math.min].flatMap((pick) => {
      const end = pick(...drawn.map((mark) => mark.body[axis].value ?? NaN))
      const there = drawn.filter((mark) => mark.body[axis].value === end)
      return there.length === 1 ? there : []
    }),
  )
  return [...new Set(ends)]
}

const nameWithYear = (body: ScatterBody, context: ChartContext): string =>
  context.years[0] === context.years[1] ? nameBody(body.agency, context) : `${nameBody(body.agency, context)} ${body.year}`

/** The stops of the keyboard: the marks by the first indicator, highest first, then those without a mark. */
export function pointsOfScatter(bodies: readonly ScatterBody[], context: ScatterContext): ChartPoint[][] {
  const { words, lang } = context
  const say = distributionWords[lang].scatter
  const { marks, facts } = layOut(bodies, context)
  const stop = (body: ScatterBody, more: readonly string[]) => ({
    agency: body.agency,
    year: body.year,
    report: body.x.report ?? body.y.report,
    text: words.join([nameBody(body.agency, context), words.compare.yearIn(String(body.year)), ...tellBoth(body, context), ...more]),
  })
  return [
    [
      ...[...marks]
        .sort((a, b) => (b.body.x.value ?? NaN) - (a.body.x.value ?? NaN) || (b.body.y.value ?? NaN) - (a.body.y.value ?? NaN))
        .map((mark) => {
          const together = marks.filter((other) => placeKey(other) === placeKey(mark)).length
          return {
            ...stop(mark.body, together > 1 ? [say.togetherText(together)] : []),
            grid: 0,
            x: mark.body.x.value ?? NaN,
            y: mark.body.y.value ?? NaN,
          }
        }),
      ...facts.flatMap((fact) => {
        const [x, y] = stopOfFact(fact)
        const there = (fact.rows ?? []).flatMap((row) => bodies.filter((body) => body.x === row || body.y === row))
        return there.map((body) => ({ ...stop(body, []), grid: 1, x, y }))
      }),
    ],
  ]
}

/** Both figures in words, each with the name of its indicator. */
function tellBoth({ x, y }: ScatterBody, context: ScatterContext): string[] {
  const { indicator, second, catalogue, lang, words } = context
  return [
    `${shortNameOf(indicator, context)} ${printRow(x, indicator, catalogue, lang, words)}`,
    `${shortNameOf(second, context)} ${printRow(y, second, catalogue, lang, words)}`,
  ]
}

/** The same rows as a table: every body with both figures, or with why one is missing. */
export function tableOfScatter(bodies: readonly ScatterBody[], caption: string, context: ScatterContext): ChartTable {
  const { indicator, second, catalogue, lang, words } = context
  const say = distributionWords[lang].scatter
  const both = [indicator, second] as const
  const header = (of: Indicator): string => `${of.name[lang]}${printUnit(of, lang) === '' ? '' : ` (${printUnit(of, lang).trim()})`}`
  const value = (row: ComparedValue, of: Indicator): string => printValue(row, of, lang, words) ?? nameState(catalogue, row.state, lang)
  const base = (row: ComparedValue): string => (row.n === null ? nameState(catalogue, row.state, lang) : formatNumber(row.n, lang))
  const status = { drawn: say.drawn, small: say.small, apart: say.apart, missing: say.missing } as const
  const order = ['drawn', 'small', 'apart', 'missing'] as const
  return {
    caption,
    columns: [
      { name: words.bar.agencies, numeric: false },
      { name: words.compare.year, numeric: true },
      ...both.flatMap((of) => [
        { name: header(of), numeric: true },
        ...(of.kind === 'derived' ? [{ name: say.nOf(shortNameOf(of, context)), numeric: true }] : []),
      ]),
      { name: say.statusColumn, numeric: false },
      { name: words.compare.formColumn, numeric: false },
    ],
    rows: order
      .flatMap((kind) => bodies.filter((body) => body.kind === kind))
      .map((body) => ({
        key: body.agency,
        report: body.x.report ?? body.y.report,
        cells: [
          nameBody(body.agency, context),
          String(body.year),
          ...[
            { row: body.x, of: indicator },
            { row: body.y, of: second },
          ].flatMap(({ row, of }) => [value(row, of), ...(of.kind === 'derived' ? [base(row)] : [])]),
          status[body.kind],
          nameForm(catalogue, body.x.form, lang) || nameState(catalogue, body.x.state, lang),
        ],
      })),
  }
}

/** How many bodies have both figures, and why the others have not. */
export function printPairs(bodies: readonly ScatterBody[], context: ScatterContext): string {
  const { words, lang } = context
  return words.join([
    distributionWords[lang].scatter.places(bodies.length, bodies.filter(({ kind }) => kind !== 'missing').length),
    ...missingSides(bodies, context).map(({ text }) => text),
  ])
}

/** What the scatter shows, in words, at most 300 characters; every number in it stands in the table or counts its rows. */
export function describeScatter(bodies: readonly ScatterBody[], context: ScatterContext): string {
  const { words, lang, indicator, second } = context
  const say = distributionWords[lang].scatter
  const drawn = bodies.filter(({ kind }) => kind === 'drawn')
  const small = bodies.filter(({ kind }) => kind === 'small')
  const found = spearmanOf(bodies)
  const text =
    words.join([
      `${say.kind}: ${indicator.name[lang]} × ${second.name[lang]}`,
      printPairs(bodies, context),
      ...(drawn.length > 0 ? [sayRange(drawn, 'x', indicator, context), sayRange(drawn, 'y', second, context)] : []),
      ...(small.length > 0 ? [`${say.small}: ${small.length}`] : []),
      ...(found ? [`Spearman ρ ${found.rho.toFixed(2)}`] : []),
    ]) + words.sentenceEnd
  return text.length <= 300 ? text : `${[...text].slice(0, 299).join('')}…`
}

/** The finding in one sentence: who is highest on each, or that all are alike, or that nobody has both. */
export function titleOfScatter(bodies: readonly ScatterBody[], at: number | 'latest', context: ScatterContext): string {
  const { words, lang, indicator, second } = context
  const say = distributionWords[lang].scatter
  const when = at === 'latest' ? words.compare.latest : words.compare.yearIn(String(at))
  const drawn = bodies.filter(({ kind }) => kind === 'drawn')
  const small = bodies.filter(({ kind }) => kind === 'small')
  const x = (row: ScatterBody): string => printAmount(row.x.value ?? NaN, indicator, lang)
  const y = (row: ScatterBody): string => printAmount(row.y.value ?? NaN, second, lang)
  const [one] = drawn
  if (!one) return small.length > 0 ? say.onlySmall(when, small.length) : say.noPair(when)
  if (drawn.length === 1)
    return say.onePair(
      when,
      nameBody(one.agency, context),
      `${shortNameOf(indicator, context)} ${x(one)}`,
      `${shortNameOf(second, context)} ${y(one)}`,
    )
  if (drawn.every((body) => body.x.value === 0 && body.y.value === 0)) return say.allZero(when, drawn.length)
  const [topX, topY] = [highestBy(drawn, 'x'), highestBy(drawn, 'y')]
  const names = [shortNameOf(indicator, context), shortNameOf(second, context)] as const
  if (topX && topX === topY)
    return say.highestBoth(when, drawn.length, nameBody(topX.agency, context), `${names[0]} ${x(topX)}`, `${names[1]} ${y(topX)}`)
  if (topX && topY)
    return say.highestEach(
      when,
      drawn.length,
      names[0],
      nameBody(topX.agency, context),
      x(topX),
      names[1],
      nameBody(topY.agency, context),
      y(topY),
    )
  return say.range(when, drawn.length, [sayRange(drawn, 'x', indicator, context), sayRange(drawn, 'y', second, context)])
}

function sayRange(drawn: readonly ScatterBody[], axis: 'x' | 'y', of: Indicator, context: ScatterContext): string {
  const { lang } = context
  const say = distributionWords[lang].scatter
  const values = drawn.map((body) => body[axis].value ?? NaN)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const withUnit = printAmount(high, of, lang)
  const name = shortNameOf(of, context)
  return low === high ? say.same(name, withUnit) : say.span(name, printNumber(low, of, lang), withUnit)
}

/** The one body with the highest figure; none where several share it. */
function highestBy(drawn: readonly ScatterBody[], axis: 'x' | 'y'): ScatterBody | null {
  const most = Math.max(...drawn.map((body) => body[axis].value ?? NaN))
  const [top, ...more] = drawn.filter((body) => body[axis].value === most)
  return top && more.length === 0 ? top : null
}
