import type { EChartsOption } from 'echarts'
import { formatNumber } from '../text/numbers.ts'
import type { ChartPoint, ChartTable } from './chartContext.ts'
import { nameForm, nameState } from './figureText.ts'
import type { FlowGap, FlowNode, RequestFlow } from './flowFigures.ts'
import { layOutFlow, type FlowLayout, type PlacedGap, type PlacedNode, type Ribbon } from './flowLayout.ts'
import { kindColor, kindTexture } from './kindColors.ts'
import { cutDescription, nameAgency, type RequestContext } from './requestContext.ts'
import { printAmount, totalOf } from './requestSums.ts'
import { drawState } from './stateMark.ts'
import { estimateWidth, shrinkText } from './textWidth.ts'

/** How many px the drawing needs. */
export const heightOfFlow = (flow: RequestFlow, context: RequestContext): number => layOutFlow(flow, context).height

/**
 * From what was received over the outcomes to their grounds, and what was carried over. The thickness is the number of requests;
 * every row of the form stands there with its number, zeros too. A number that is not known is hatched and has no thickness;
 * where a total and its parts differ the difference stands beside them as a dashed box.
 */
export function flowChart(flow: RequestFlow, context: RequestContext): EChartsOption {
  const layout = layOutFlow(flow, context)
  const option = {
    animation: false,
    textStyle: { fontFamily: context.palette.font },
    grid: [{ left: 0, right: 0, top: 0, bottom: 0 }],
    xAxis: [{ type: 'value', min: 0, max: context.width, show: false }],
    yAxis: [{ type: 'value', min: 0, max: layout.height, inverse: true, show: false }],
    series: [
      {
        id: 'flow',
        type: 'custom',
        cursor: 'pointer',
        data: [[0, 0]],
        renderItem: () => ({ type: 'group', children: drawFlow(layout, context) }),
      },
    ],
  }
  // ECharts' option type does not know the shapes that renderItem may give.
  return option as EChartsOption
}

type Shape = object

const drawFlow = (layout: FlowLayout, context: RequestContext): Shape[] => [
  ...layout.ribbons.map((ribbon) => drawRibbon(ribbon, context)),
  ...layout.nodes.flatMap((placed) => drawNode(placed, layout, context)),
  ...layout.gaps.flatMap((placed) => drawGap(placed, context)),
]

/** A band between two bars; a thin line where nothing flows, so that the form's structure stays to be seen. */
function drawRibbon({ from, to, thickness, outcome, isTold }: Ribbon, { palette }: RequestContext): Shape {
  const middle = (from.x + to.x) / 2
  if (thickness === 0) {
    return {
      type: 'bezierCurve',
      silent: true,
      shape: { x1: from.x, y1: from.y, x2: to.x, y2: to.y, cpx1: middle, cpy1: from.y, cpx2: middle, cpy2: to.y },
      style: { stroke: palette.grid, lineWidth: 1, fill: 'none', ...(isTold ? {} : { stroke: palette.stateInk, lineDash: [3, 3] }) },
    }
  }
  const [a, b] = [from.y - thickness / 2, to.y - thickness / 2]
  const pathData =
    `M${from.x} ${a}C${middle} ${a} ${middle} ${b} ${to.x} ${b}L${to.x} ${b + thickness}` +
    `C${middle} ${b + thickness} ${middle} ${a + thickness} ${from.x} ${a + thickness}Z`
  return {
    type: 'path',
    silent: true,
    shape: { pathData },
    style: { fill: outcome === null ? palette.rest : kindColor(outcome, palette), opacity: 0.28 },
  }
}

function drawNode({ node, x, y, width, height, label }: PlacedNode, layout: FlowLayout, context: RequestContext): Shape[] {
  const { palette } = context
  const total = totalOf(node.amount)
  const color = node.outcome === null ? palette.ink2 : kindColor(node.outcome, palette)
  const top = y - height / 2
  const bar: Shape[] =
    node.amount.have === 0
      ? []
      : [
          { type: 'rect', shape: { x, y: top, width, height: Math.max(1, height) }, style: { fill: total === 0 ? palette.axis : color } },
          ...(node.outcome === null ? [] : kindTexture(node.outcome, { x, y: top, width, height }, palette)),
        ]
  const [gap] = node.amount.missing
  const side = Math.round(palette.small * 1.1)
  const hatch: Shape[] = gap
    ? [
        ...drawState(
          gap.state,
          {
            x,
            y: node.amount.have === 0 ? y - side / 2 : y + height / 2 + 2,
            width: layout.hatch,
            height: node.amount.have === 0 ? side : side / 2,
          },
          palette,
        ),
      ]
    : []
  return [...bar, ...hatch, drawLabel(label, total === 0 ? palette.ink3 : palette.ink, context)]
}

/** Where there is too little room the name is smaller, and then cut; never the number behind it. */
function drawLabel(label: PlacedNode['label'], fill: string, { palette }: RequestContext): Shape {
  const number = estimateWidth(`  ${label.number}`, palette.label) * 1.04
  const { text: name, fontSize } =
    label.room === null ? { text: label.name, fontSize: palette.label } : shrinkText(label.name, palette.label, label.room - number)
  return {
    type: 'text',
    style: {
      x: label.x,
      y: label.y,
      align: label.align,
      verticalAlign: 'middle',
      text: `${name} {n|${label.number}}`,
      rich: {
        n: {
          fontWeight: 'bold',
          fontSize: palette.label,
          fontFamily: palette.font,
          fill,
          textBorderColor: palette.surface,
          textBorderWidth: 3,
        },
      },
      fill,
      fontSize,
      fontFamily: palette.font,
      textBorderColor: palette.surface,
      textBorderWidth: 3,
    },
  }
}

function drawGap({ x, y, height, text, room }: PlacedGap, { palette }: RequestContext): Shape[] {
  return [
    {
      type: 'rect',
      shape: { x, y: y - height / 2, width: 12, height },
      style: { fill: 'none', stroke: palette.ink, lineWidth: 1.2, lineDash: [3, 2] },
    },
    {
      type: 'text',
      style: {
        x: x + 18,
        y,
        verticalAlign: 'middle',
        text,
        fill: palette.ink,
        fontWeight: 'bold',
        fontSize: palette.small,
        fontFamily: palette.font,
        width: room,
        overflow: 'break',
        textBorderColor: palette.surface,
        textBorderWidth: 3,
      },
    },
  ]
}

/** The stops of the keyboard: what came in, each outcome with its grounds, what was carried over. */
export function pointsOfFlow(flow: RequestFlow, context: RequestContext): ChartPoint[][] {
  const { nodes } = layOutFlow(flow, context)
  const [only, ...others] = flow.addable.agencies
  const report = only !== undefined && others.length === 0 ? (nodes[0] ? reportOf(nodes[0].node) : null) : null
  return [
    nodes.map(({ node, x, y, width }) => ({
      agency: only !== undefined && others.length === 0 ? only : '',
      year: flow.year,
      report,
      text: context.words.join([
        node.indicator.name[context.lang],
        context.words.compare.yearIn(String(flow.year)),
        `${printAmount(node.amount, context)}${totalOf(node.amount) === null ? '' : ` ${node.indicator.unitName[context.lang]}`}`,
      ]),
      grid: 0,
      x: x + width / 2,
      y,
    })),
  ]
}

const reportOf = (node: FlowNode): string | null => node.amount.rows[0]?.report ?? null

/** The same numbers as a table: every row of the form, what is missing and who, and the differences. */
export function tableOfFlow(flow: RequestFlow, caption: string, context: RequestContext): ChartTable {
  const { said, words, lang, catalogue } = context
  const nameOf = (key: string): string => flow.nodes.find((node) => node.key === key)?.indicator.name[lang] ?? key
  return {
    caption,
    columns: [
      { name: said.rowColumn, numeric: false },
      { name: said.countColumn, numeric: true },
      { name: said.haveColumn, numeric: true },
      { name: said.missingColumn, numeric: false },
      { name: words.compare.formColumn, numeric: false },
    ],
    rows: [
      ...flow.nodes.map((node) => ({
        key: node.key,
        report: node.amount.of === 1 ? reportOf(node) : null,
        cells: [
          node.indicator.name[lang],
          printAmount(node.amount, context),
          `${node.amount.have}/${node.amount.of}`,
          node.amount.missing.length === 0
            ? '–'
            : words.list(node.amount.missing.map((row) => `${nameAgency(row.agency, context)} ${nameState(catalogue, row.state, lang)}`)),
          nameForm(catalogue, flow.shape?.form ?? null, lang),
        ],
      })),
      ...flow.gaps.map((gap) => ({
        key: `gap-${gap.kind}-${gap.of}`,
        report: gap.bodies.length === 1 ? (gap.bodies[0]?.report ?? null) : null,
        cells: [
          gap.kind === 'balance' ? said.balanceRow : said.partsRow(nameOf(gap.of)),
          formatNumber(gap.difference, lang),
          said.gapBodies(gap.bodies.length),
          words.list(gap.bodies.map((body) => `${nameAgency(body.agency, context)} ${formatNumber(body.difference, lang)}`)),
          nameForm(catalogue, flow.shape?.form ?? null, lang),
        ],
      })),
    ],
  }
}

/** What the flow shows, in words, at most 300 characters; every number in it stands in the table. */
export function describeFlow(flow: RequestFlow, context: RequestContext): string {
  const { said, words, lang } = context
  const tell = (node: FlowNode): string =>
    `${node.indicator.shortName?.[lang] ?? node.indicator.name[lang]} ${printAmount(node.amount, context)}`
  const first = flow.nodes.filter(({ kind }) => kind === 'in' || kind === 'total' || kind === 'out')
  const parts = flow.nodes.filter(({ kind, amount }) => kind === 'part' && amount.known > 0)
  const gaps = flow.gaps.map((gap: FlowGap) =>
    gap.kind === 'balance'
      ? said.gapBalance(formatNumber(Math.abs(gap.difference), lang))
      : said.gapParts(formatNumber(Math.abs(gap.difference), lang)),
  )
  const bodies = flow.addable.agencies.length
  const text =
    words.join([
      `${said.flowKind}: ${words.compare.yearIn(String(flow.year))}`,
      said.bodiesOf(bodies, bodies + flow.addable.left.length),
      ...(flow.nodes.length === 0 ? [words.state.noValues.replace(/[。.]$/, '')] : []),
      ...first.map(tell),
      ...parts.map(tell),
      ...gaps,
    ]) + words.sentenceEnd
  return cutDescription(text)
}
