import type { EChartsOption } from 'echarts'
import type { Agency } from '../agencies.ts'
import { isOfProse, isOfTables, type Scope } from '../forms/states.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { distributionWords } from '../text/distributionWords.ts'
import type { ChartContext, ChartPoint, ChartTable } from './chartContext.ts'
import { drawMissing, drawText, type DrawnShape } from './drawnShape.ts'
import { isTooSmall, nameState, printAmount, printAxis, printRow, printUnit, printValue } from './figureText.ts'
import { countNOfN } from './nOfN.ts'
import { dashes } from './palette.ts'
import { drawLine, drawOnSheet, nameBody, sheetGrid } from './sheet.ts'
import { countChanges, slopePairsOf } from './slopePairs.ts'
import { estimateWidth } from './textWidth.ts'
import { formChangesOf, runsOf, tableOfTrend } from './trendChart.ts'
import { scaleFromZero, type ValueScale } from './valueScale.ts'

/** How small charts are arranged. */
export interface MultiplesContext extends ChartContext {
  /** Each panel on an axis of its own, rather than all on one. */
  readonly ownAxes: boolean
  /** By the last figure, highest or lowest first, or as agencies are listed. */
  readonly order: 'value' | 'lowest' | 'list'
}

/** The most panels; the table has the others. */
export const mostPanels = 60

interface Panel {
  readonly agency: string
  /** Every row of the body, in year order; prose rows beside. */
  readonly rows: readonly ComparedValue[]
  readonly scale: ValueScale
  /** Upper left corner of the plot, in px. */
  readonly x: number
  readonly y: number
  /** Of the plot. */
  readonly height: number
  readonly isFirstOfLine: boolean
}

interface Layout {
  readonly panels: readonly Panel[]
  readonly headings: readonly { readonly text: string; readonly y: number }[]
  readonly plotWidth: number
  readonly height: number
}

/** Bodies whose panels may stand on one axis. */
interface PanelSection {
  /** Null: no figure of theirs may be drawn. */
  readonly scope: Scope | null
  readonly agencies: readonly Agency[]
}

/** The bodies in the order of their panels, own figures apart from those of whole governments; those without a figure last. */
export function orderPanels(rows: readonly ComparedValue[], { agencies, indicator, order, focus }: MultiplesContext): PanelSection[] {
  const lastOf = new Map<string, ComparedValue>()
  for (const row of rows) {
    const before = lastOf.get(row.agency)
    if (isOfTables(row) && !isNotDrawn(row, indicator) && (before === undefined || before.year < row.year)) lastOf.set(row.agency, row)
  }
  const valueOf = ({ id }: Agency): number => lastOf.get(id)?.value ?? -Infinity
  const scopeOf = ({ id }: Agency): Scope | null => {
    const last = lastOf.get(id)
    return last ? (last.scope ?? 'own') : null
  }
  const kept = keepMost(agencies, focus)
  const direction = order === 'lowest' ? -1 : 1
  return (['own', 'office', 'aggregate', null] as const).flatMap((scope) => {
    const here = kept.filter((agency) => scopeOf(agency) === scope)
    if (here.length === 0) return []
    const ordered =
      order === 'list' ? here : [...here].sort((a, b) => direction * (valueOf(a) === valueOf(b) ? 0 : valueOf(b) - valueOf(a)))
    return [{ scope, agencies: ordered }]
  })
}

function keepMost(agencies: readonly Agency[], focus: readonly string[]): readonly Agency[] {
  if (agencies.length <= mostPanels) return agencies
  const rest = agencies.filter(({ id }) => !focus.includes(id)).slice(0, mostPanels - focus.length)
  return agencies.filter((agency) => focus.includes(agency.id) || rest.includes(agency))
}

/** How many px the drawing needs at this width. */
export const heightOfMultiples = (rows: readonly ComparedValue[], context: MultiplesContext): number => layOut(rows, context).height

function layOut(rows: readonly ComparedValue[], context: MultiplesContext): Layout {
  const { palette, width, indicator, ownAxes, lang, words } = context
  const sections = orderPanels(rows, context)
  const byAgency = new Map<string, ComparedValue[]>()
  for (const row of rows) byAgency.set(row.agency, [...(byAgency.get(row.agency) ?? []), row])
  const scaleOf = (agencies: readonly Agency[]): ValueScale =>
    scaleFromZero(
      agencies.flatMap(({ id }) =>
        (byAgency.get(id) ?? []).flatMap((row) => (row.value === null || isNotDrawn(row, indicator) ? [] : [row.value])),
      ),
      indicator,
    )
  const scaled = sections.map(({ scope, agencies }) => {
    const shared = scaleOf(agencies)
    return { scope, panels: agencies.map((agency) => ({ agency: agency.id, scale: ownAxes ? scaleOf([agency]) : shared })) }
  })
  const labels = scaled.flatMap(({ panels }) =>
    panels.map(({ scale }) => estimateWidth(printAxis(scale.max, indicator, lang), palette.small)),
  )
  const axis = Math.max(0, ...labels) + 8
  // As many beside one another as fit; fewer where no group has so many, so that none stand narrow beside empty paper.
  const most = Math.max(3, ...scaled.map((section) => section.panels.length))
  const columns = Math.max(1, Math.min(most, Math.floor((width + 12) / (palette.small * 11 + 12))))
  const step = (width - (ownAxes ? 0 : axis)) / columns
  const plotHeight = Math.round(palette.small * 4.6)
  const [head, foot] = [Math.round(palette.small * 1.8), Math.round(palette.small * 2.6)]
  const panels: Panel[] = []
  const headings: { text: string; y: number }[] = []
  let top = 0
  for (const section of scaled) {
    if (scaled.length > 1) {
      const text = section.scope === null ? distributionWords[lang].multiples.noValue : words.compare.scopes[section.scope]
      headings.push({ text, y: top + palette.small })
      top += Math.round(palette.small * 1.9)
    }
    // A panel without a line has its years and the reasons alone.
    const height = section.scope === null ? 8 : plotHeight
    section.panels.forEach(({ agency, scale }, i) => {
      panels.push({
        agency,
        scale,
        rows: [...(byAgency.get(agency) ?? [])].sort((a, b) => a.year - b.year),
        x: axis + (i % columns) * step,
        y: top + Math.floor(i / columns) * (head + height + foot) + head,
        height,
        isFirstOfLine: i % columns === 0,
      })
    })
    top += Math.ceil(section.panels.length / columns) * (head + height + foot) + 4
  }
  return { panels, headings, plotWidth: step - (ownAxes ? axis : 0) - 14, height: Math.max(1, top) }
}

/**
 * One small chart of lines per body, all on one axis unless told. A year without a figure is a gap with its reason below the line; a
 * line stops at an upright mark where the forms stop being comparable.
 */
export function multiplesChart(rows: readonly ComparedValue[], context: MultiplesContext): EChartsOption {
  const { palette, width } = context
  const layout = layOut(rows, context)
  const sheet = sheetGrid(0, width, layout.height)
  const lines = layout.panels.flatMap((panel) => linesOf(panel, layout, context))
  const option = {
    animation: false,
    aria: { enabled: true, label: { enabled: false } },
    textStyle: { fontFamily: palette.font },
    grid: [sheet.grid],
    xAxis: [sheet.xAxis],
    yAxis: [sheet.yAxis],
    series: [
      drawOnSheet(
        'frames',
        0,
        [
          ...layout.headings.map(({ text, y }) => drawText(text, 0, y, palette, { fill: palette.ink, fontWeight: 'bold' })),
          ...layout.panels.flatMap((panel) => drawPanel(panel, layout, context)),
        ],
        0,
      ),
      // A grid and two axes for each panel would take many times as long to draw as all that is in them.
      {
        id: 'lines',
        type: 'custom',
        xAxisIndex: 0,
        yAxisIndex: 0,
        z: 2,
        cursor: 'pointer',
        data: lines.map(({ agency, evidence, marks, points }) => ({ value: points[0], agency, evidence, marks })),
        renderItem: ({ dataIndex }: { dataIndex: number }) => {
          const line = lines[dataIndex]
          return line ? { type: 'group', children: drawRun(line) } : null
        },
      },
    ],
  }
  // ECharts' option type is wider and narrower than what it takes in places (renderItem).
  return option as EChartsOption
}

/** A run of figures that share a line, or one figure of the prose. */
interface Line {
  readonly agency: string
  readonly evidence: ComparedValue['evidence']
  /** Year and figure of each mark. */
  readonly marks: readonly (readonly [year: number, value: number])[]
  /** The same, in px. */
  readonly points: readonly (readonly [x: number, y: number])[]
  readonly color: string
  readonly width: number
  readonly dash: 'solid' | readonly number[]
}

function linesOf(panel: Panel, layout: Layout, context: MultiplesContext): Line[] {
  const { palette, focus, indicator } = context
  const place = focus.indexOf(panel.agency)
  const drawn = panel.rows.filter((row) => !isNotDrawn(row, indicator))
  const runs = [...runsOf(drawn, context), ...drawn.filter(isOfProse).map((row) => [row])]
  return runs.map((run) => {
    const marks = run.flatMap((row) => (row.value === null ? [] : [[row.year, row.value] as const]))
    return {
      agency: panel.agency,
      evidence: run[0]?.evidence ?? null,
      marks,
      points: marks.map(([year, value]) => [xOf(year, panel, layout, context), yOf(value, panel)] as const),
      color: (place < 0 ? palette.ink2 : palette.series[place]) ?? palette.ink2,
      width: place < 0 ? 1.4 : 2,
      dash: dashes[place] ?? 'solid',
    }
  })
}

const xOf = (year: number, { x }: Panel, { plotWidth }: Layout, { years: [from, to] }: MultiplesContext): number =>
  x + (plotWidth * (year - from + 0.5)) / (to - from + 1)

const yOf = (value: number, { y, scale, height }: Panel): number => y + height * (1 - (value - scale.min) / (scale.max - scale.min))

/** A line with its marks; a run of one year is a mark alone, a figure of the prose a ring. */
function drawRun({ points, evidence, color, width, dash }: Line): DrawnShape[] {
  const isRing = isOfProse({ evidence })
  const radius = points.length > 1 ? 1.6 : 2.6
  return [
    ...(points.length > 1
      ? [
          {
            type: 'polyline' as const,
            shape: { points },
            style: { stroke: color, fill: 'none', lineWidth: width, ...(dash === 'solid' ? {} : { lineDash: dash }) },
          },
        ]
      : []),
    ...points.map(([cx, cy]) => ({
      type: 'circle' as const,
      shape: { cx, cy, r: isRing ? 3 : radius },
      style: isRing ? { fill: 'none', stroke: color, lineWidth: 1.2 } : { fill: color },
    })),
  ]
}

/** Everything of a panel but its lines: name, axes, breaks, reasons of the gaps. */
function drawPanel(panel: Panel, layout: Layout, context: MultiplesContext): DrawnShape[] {
  const { palette, indicator, lang, ownAxes, years, focus } = context
  const { x, y, scale, agency } = panel
  const { plotWidth } = layout
  const bottom = y + panel.height
  const yearY = bottom + palette.small * 1.6
  const isEmpty = panel.rows.every((row) => isNotDrawn(row, indicator))
  return [
    drawText(nameBody(agency, context), x, y - palette.small * 0.95, palette, {
      width: plotWidth + 10,
      overflow: 'truncate',
      fill: palette.ink,
      fontWeight: focus.includes(agency) ? 'bold' : 'normal',
    }),
    ...(isEmpty ? [] : [drawLine(x, y, x + plotWidth, y, palette.grid)]),
    drawLine(x, bottom, x + plotWidth, bottom, palette.axis),
    ...((ownAxes || panel.isFirstOfLine) && !isEmpty
      ? [scale.max, scale.min].map((value) =>
          drawText(printAxis(value, indicator, lang), x - 5, value === scale.max ? y : bottom, palette, {
            align: 'right',
            fill: palette.ink3,
          }),
        )
      : []),
    drawText(String(years[0]), x, yearY, palette, { fill: palette.ink3 }),
    ...(years[0] === years[1] ? [] : [drawText(String(years[1]), x + plotWidth, yearY, palette, { align: 'right', fill: palette.ink3 })]),
    ...(isEmpty ? [] : drawBreaks(panel, layout, context)),
    ...drawGaps(panel, layout, context),
  ]
}

function drawBreaks(panel: Panel, layout: Layout, context: MultiplesContext): DrawnShape[] {
  const { y } = panel
  return formChangesOf(context)
    .filter((change) => !change.joins)
    .map((change): DrawnShape => {
      const x = xOf(change.between[1] - 0.5, panel, layout, context)
      return {
        type: 'polyline',
        shape: {
          points: [
            [x, y + panel.height],
            [x, y + 8],
            [x + 3, y + 6],
            [x - 3, y + 2],
            [x, y],
            [x, y - 3],
          ],
        },
        style: { stroke: context.palette.ink2, fill: 'none', lineWidth: 1 },
      }
    })
}

/** Below the line, in their years: the textures of why there is no figure. Runs of the same reason are one box. */
function drawGaps(panel: Panel, layout: Layout, context: MultiplesContext): DrawnShape[] {
  const { palette, years, indicator } = context
  const step = layout.plotWidth / (years[1] - years[0] + 1)
  const runs: { from: number; to: number; state: ComparedValue['state'] }[] = []
  for (const row of panel.rows.filter((candidate) => isOfTables(candidate) && isNotDrawn(candidate, indicator))) {
    const state = row.value === null ? row.state : 'undefined'
    const run = runs.at(-1)
    if (run?.state === state && run.to === row.year - 1) run.to = row.year
    else runs.push({ from: row.year, to: row.year, state })
  }
  return runs.flatMap(({ from, to, state }) =>
    drawMissing(
      state,
      {
        x: xOf(from, panel, layout, context) - step / 2 + 1,
        y: panel.y + panel.height + 2,
        width: step * (to - from + 1) - 2,
        height: palette.small * 0.55,
      },
      palette,
    ),
  )
}

const isNotDrawn = (row: ComparedValue, indicator: ChartContext['indicator']): boolean => row.value === null || isTooSmall(row, indicator)

/** The stops of the keyboard: a panel after another, in each a stop per year, missing ones too. */
export function pointsOfMultiples(rows: readonly ComparedValue[], context: MultiplesContext): ChartPoint[][] {
  const { indicator, catalogue, lang, words, palette } = context
  const layout = layOut(rows, context)
  return layout.panels.map((panel) =>
    panel.rows.map((row) => ({
      agency: row.agency,
      year: row.year,
      report: row.report,
      text: words.join([
        nameBody(row.agency, context),
        words.compare.yearIn(String(row.year)),
        printRow(row, indicator, catalogue, lang, words),
      ]),
      grid: 0,
      x: xOf(row.year, panel, layout, context),
      y: isNotDrawn(row, indicator) ? panel.y + panel.height + 2 + palette.small * 0.3 : yOf(row.value ?? NaN, panel),
    })),
  )
}

/** The same rows as a table: every agency and year, in the order of the panels, each missing value as its reason. */
export function tableOfMultiples(rows: readonly ComparedValue[], caption: string, context: MultiplesContext): ChartTable {
  const shown = orderPanels(rows, context).flatMap(({ agencies }) => agencies)
  return tableOfTrend(rows, caption, { ...context, agencies: [...shown, ...context.agencies.filter((agency) => !shown.includes(agency))] })
}

/** What the panels show, in words, at most 300 characters; every number in it stands in the table or counts its rows. */
export function describeMultiples(rows: readonly ComparedValue[], context: MultiplesContext): string {
  const { words, lang, indicator, catalogue, years, ownAxes, order } = context
  const say = distributionWords[lang].multiples
  const n = countNOfN(rows.filter(isOfTables))
  const panels = orderPanels(rows, context).flatMap(({ agencies }) => agencies)
  const stops = formChangesOf(context).filter((change) => !change.joins)
  const top = panels[0]
  const last = rows
    .filter((row) => row.agency === top?.id && isOfTables(row) && !isNotDrawn(row, indicator))
    .sort((a, b) => b.year - a.year)[0]
  const text =
    words.join([
      `${say.kind}: ${indicator.name[lang]}`,
      `${years[0]}–${years[1]}`,
      say.each(panels.length),
      ownAxes ? say.ownAxes : say.sharedAxis,
      say.orders[order],
      ...(top && last
        ? [
            `${top.shortName} ${words.compare.yearIn(String(last.year))} ${printValue(last, indicator, lang, words) ?? ''}${printUnit(indicator, lang)}`,
          ]
        : []),
      words.charts.valuesOf(n.have, n.of),
      ...(stops.length > 0 ? [words.charts.breaks(stops.map((change) => change.between.join('/')))] : []),
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

/**
 * The finding in one sentence: how many bodies are higher, lower or the same at the end of the last stretch of years that may be
 * compared, and how many cannot be told.
 */
export function titleOfMultiples(rows: readonly ComparedValue[], context: MultiplesContext): string {
  const { lang, indicator, agencies, years } = context
  const say = distributionWords[lang].multiples
  const told = rows.filter((row) => isOfTables(row) && !isNotDrawn(row, indicator))
  const numbers = told.flatMap((row) => (row.value === null ? [] : [row.value]))
  if (numbers.length === 0) return say.titleNone
  if (numbers.every((number) => number === 0)) return say.titleZero(numbers.length)
  const stretch = lastStretch(told, context)
  if (stretch !== null) {
    const bodies = slopePairsOf(rows, stretch, context)
    const { rose, fell, stayed, notComparable } = countChanges(bodies)
    const slope = distributionWords[lang].slope
    if (rose + fell + stayed > 0) {
      return say.title(stretch[0], stretch[1], [
        ...(rose > 0 ? [slope.rose(rose)] : []),
        ...(fell > 0 ? [slope.fell(fell)] : []),
        ...(stayed > 0 ? [slope.stayed(stayed)] : []),
        ...(notComparable > 0 ? [slope.notComparable(notComparable)] : []),
      ])
    }
  }
  if (agencies.every(({ id }) => told.filter((row) => row.agency === id).length <= 1)) return say.titleEach
  const isOneScope = new Set(told.map((row) => row.scope)).size <= 1
  const number = (value: number): string => printAmount(value, indicator, lang)
  const isOnePiece = isOneScope && formChangesOf(context).every((change) => change.joins)
  return isOnePiece && years[0] !== years[1]
    ? say.titleRange(numbers.length, number(Math.min(...numbers)), number(Math.max(...numbers)))
    : say.titleValues(agencies.length, numbers.length)
}

/** From the first year after the last break to the last year with figures; null where that is one year. */
function lastStretch(told: readonly ComparedValue[], context: MultiplesContext): readonly [from: number, to: number] | null {
  const { years } = context
  const withFigures = [...new Set(told.map((row) => row.year))].filter((year) => year >= years[0] && year <= years[1]).sort((a, b) => a - b)
  const to = withFigures.at(-1)
  if (to === undefined) return null
  const start = Math.max(
    years[0],
    ...formChangesOf(context)
      .filter((change) => !change.joins && change.between[1] <= to)
      .map((change) => change.between[1]),
  )
  const from = withFigures.find((year) => year >= start)
  return from === undefined || from === to ? null : [from, to]
}
