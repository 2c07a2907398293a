import { formatNumber } from '../text/numbers.ts'
import type { FlowGap, FlowNode, RequestFlow } from './flowFigures.ts'
import type { RequestContext } from './requestContext.ts'
import { printAmount, totalOf } from './requestSums.ts'
import { estimateWidth } from './textWidth.ts'

/** A row of the form on the drawing: its bar around the middle `y`, and its label. */
export interface PlacedNode {
  readonly node: FlowNode
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly label: {
    readonly name: string
    readonly number: string
    readonly x: number
    readonly y: number
    readonly align: 'left' | 'right'
    /** Px it may take before it is cut; null where it surely fits. */
    readonly room: number | null
  }
}

/** What flows from one bar to another; without thickness a thin line, dashed where nobody knows (`isTold` false). */
export interface Ribbon {
  readonly from: { readonly x: number; readonly y: number }
  readonly to: { readonly x: number; readonly y: number }
  readonly thickness: number
  readonly outcome: number | null
  readonly isTold: boolean
}

/** A difference as a box with its sentence. */
export interface PlacedGap {
  readonly gap: FlowGap
  readonly x: number
  readonly y: number
  readonly height: number
  readonly text: string
  readonly room: number
}

export interface FlowLayout {
  readonly height: number
  readonly nodes: readonly PlacedNode[]
  readonly ribbons: readonly Ribbon[]
  readonly gaps: readonly PlacedGap[]
  /** Width of the box of a number that is not known. */
  readonly hatch: number
}

const barWidth = 12
const hatchWidth = 24
/** Px for everything received, at the usual type size. */
const fullThickness = 200

/** Places the flow: side by side where there is room, else as a list with indented rows. */
export function layOutFlow(flow: RequestFlow, context: RequestContext): FlowLayout {
  return layOutColumns(flow, context) ?? layOutList(flow, context)
}

const nameOf = (node: FlowNode, { lang }: RequestContext): string => (node.indicator.shortName ?? node.indicator.name)[lang]
const labelOf = (node: FlowNode, context: RequestContext): string => `${nameOf(node, context)} ${printAmount(node.amount, context)}`

/** The longest label among some nodes; figures are bold, so a little wider. */
const widest = (nodes: readonly FlowNode[], context: RequestContext): number =>
  Math.max(0, ...nodes.map((node) => estimateWidth(labelOf(node, context), context.palette.label) * 1.04)) + 12

/** How much further than its bar the texture of a number that is not known reaches. */
const hatchBeside = ({ amount }: FlowNode): number => (amount.missing.length > 0 ? hatchWidth - barWidth : 0)

function tellGap(gap: FlowGap, { said, lang }: RequestContext): string {
  if (gap.difference === 0) return gap.kind === 'balance' ? said.gapBalanceEven(gap.bodies.length) : said.gapPartsEven(gap.bodies.length)
  const size = formatNumber(Math.abs(gap.difference), lang)
  const text = gap.kind === 'balance' ? said.gapBalance(size) : said.gapParts(size)
  return gap.bodies.length > 1 ? `${text}${said.inBodies(gap.bodies.length)}` : text
}

/** Thickness of a number: nothing for 0 and for what is not known, never thinner than can be seen. */
function thicknessBy(flow: RequestFlow, { palette }: RequestContext): (node: FlowNode) => number {
  const sumOf = (kinds: readonly FlowNode['kind'][]): number =>
    flow.nodes.reduce((sum, node) => (kinds.includes(node.kind) ? sum + node.amount.known : sum), 0)
  const most = Math.max(sumOf(['in']), sumOf(['total', 'out']), sumOf(['part', 'out']))
  const scale = most === 0 ? 0 : (fullThickness * (palette.label / 13)) / most
  return ({ amount }) => (amount.known > 0 ? Math.max(2, amount.known * scale) : 0)
}

/** Null where the labels leave no room for what flows between them. */
function layOutColumns(flow: RequestFlow, context: RequestContext): FlowLayout | null {
  const { palette, width } = context
  const of = (kind: FlowNode['kind']): FlowNode[] => flow.nodes.filter((node) => node.kind === kind)
  const [ins, parts, grounds] = [of('in'), of('part'), of('ground')]
  const xIn = widest(ins, context)
  const beside = Math.max(0, ...grounds.map(hatchBeside))
  const xGround = width - Math.max(widest(grounds, context) + 10 + beside, palette.label * 9) - barWidth
  const room = xGround - xIn
  const xTotal = xIn + Math.max(room * 0.24, widest(of('total'), context) * 0.5)
  const xPart = xIn + room * 0.78
  if (xPart - xTotal < widest(parts, context) + 70 * (palette.label / 13)) return null

  const rowHeight = Math.round(palette.label * 1.5)
  const thickness = thicknessBy(flow, context)
  const slotOf = (node: FlowNode): number => Math.max(rowHeight, thickness(node) + 5)
  const placed: PlacedNode[] = []
  const ribbons: Ribbon[] = []
  const gaps: PlacedGap[] = []
  const place = (node: FlowNode, x: number, y: number, height: number, label: PlacedNode['label']): PlacedNode => {
    const one = { node, x, y, width: barWidth, height, label }
    placed.push(one)
    return one
  }
  const text = (node: FlowNode, x: number, y: number, align: 'left' | 'right', free: number | null = null): PlacedNode['label'] => ({
    name: nameOf(node, context),
    number: printAmount(node.amount, context),
    x: align === 'left' ? x + hatchBeside(node) : x,
    y,
    align,
    room: free,
  })
  const placeGap = (gap: FlowGap, x: number, y: number, free: number): void => {
    gaps.push({ gap, x, y, height: Math.min(rowHeight, 14), text: tellGap(gap, context), room: free })
  }
  const gapOf = (kind: FlowGap['kind'], key: string | undefined): FlowGap | undefined =>
    flow.gaps.find((gap) => gap.kind === kind && gap.of === key)

  const top = rowHeight * 0.5
  let y = top
  const placedParts = parts.map((part) => {
    const own = grounds.filter((ground) => ground.parent === part.key)
    const start = y
    const placedGrounds = own.map((ground) => {
      const slot = slotOf(ground)
      const middle = y + slot / 2
      y += slot
      return place(
        ground,
        xGround,
        middle,
        thickness(ground),
        text(ground, xGround + barWidth + 6, middle, 'left', width - xGround - barWidth - 8 - hatchBeside(ground)),
      )
    })
    const gap = gapOf('parts', part.key)
    if (gap) {
      placeGap(gap, xGround, y + rowHeight / 2, width - xGround - 20)
      y += rowHeight * 1.2
    }
    if (own.length === 0) y += slotOf(part)
    const middle = (start + y) / 2
    const stack = placedGrounds.reduce((sum, ground) => sum + ground.height, 0)
    const height = Math.max(thickness(part), stack)
    y += own.length > 0 ? rowHeight * 0.4 : 2
    const one = place(part, xPart, middle, height, text(part, xPart - 6, middle, 'right'))
    let offset = middle - stack / 2
    for (const ground of placedGrounds) {
      const from = { x: xPart + barWidth, y: ground.height === 0 ? middle : offset + ground.height / 2 }
      ribbons.push({ from, to: { x: xGround, y: ground.y }, thickness: ground.height, outcome: part.outcome, isTold: isTold(ground.node) })
      offset += ground.height
    }
    return one
  })
  const total = of('total')[0]
  const partsGap = gapOf('parts', total?.key)
  if (partsGap) {
    placeGap(partsGap, xPart, y + rowHeight / 2, width - xPart - 20)
    y += rowHeight * 1.3
  }
  const stack = placedParts.reduce((sum, part) => sum + part.height, 0)
  const middle = (top + y) / 2
  const totalHeight = total ? Math.max(thickness(total), stack) : 0
  if (total)
    place(
      total,
      xTotal,
      middle,
      totalHeight,
      text(total, xTotal, Math.max(rowHeight * 0.6, middle - Math.max(totalHeight / 2, 2) - rowHeight * 0.6), 'left'),
    )
  let offset = middle - stack / 2
  for (const part of placedParts) {
    const from = { x: xTotal + barWidth, y: part.height === 0 ? middle : offset + part.height / 2 }
    ribbons.push({ from, to: { x: xPart, y: part.y }, thickness: part.height, outcome: part.node.outcome, isTold: isTold(part.node) })
    offset += part.height
  }
  y += rowHeight * 0.3
  const out = of('out')[0]
  const placedOut: PlacedNode[] = []
  if (out) {
    const slot = slotOf(out)
    const at = y + slot / 2
    placedOut.push(place(out, xTotal, at, thickness(out), text(out, xTotal + barWidth + 6, at, 'left')))
    y += slot
  }
  const balance = flow.gaps.find((gap) => gap.kind === 'balance')
  if (balance) {
    placeGap(balance, xTotal, y + rowHeight / 2 + 4, width - xTotal - 20)
    y += rowHeight * 1.4
  }
  const placedIns = placeIns(ins, middle, slotOf, (node, at) => place(node, xIn, at, thickness(node), text(node, xIn - 6, at, 'right')))
  ribbons.push(
    ...joinIns(placedIns, total ? { x: xTotal, y: middle, height: thickness(total), node: total } : null, placedOut[0] ?? null, xIn),
  )
  return {
    height: Math.ceil(y + rowHeight * 0.3),
    nodes: placed.sort((a, b) => flow.nodes.indexOf(a.node) - flow.nodes.indexOf(b.node)),
    ribbons,
    gaps,
    hatch: hatchWidth,
  }
}

const isTold = (node: FlowNode): boolean => totalOf(node.amount) !== null

/** The figures of what came in, around the middle of what became of them. */
function placeIns(
  ins: readonly FlowNode[],
  middle: number,
  slotOf: (node: FlowNode) => number,
  placeOne: (node: FlowNode, y: number) => PlacedNode,
): PlacedNode[] {
  let y = middle - ins.reduce((sum, node) => sum + slotOf(node), 0) / 2
  return ins.map((node) => {
    const slot = slotOf(node)
    y += slot
    return placeOne(node, y - slot / 2)
  })
}

/**
 * Received and carried in run together and part again, because no form says which of them was answered. On a form without
 * carried-over requests a dashed line stands instead: there the answers do not follow from what was received.
 */
function joinIns(
  ins: readonly PlacedNode[],
  total: { readonly x: number; readonly y: number; readonly height: number; readonly node: FlowNode } | null,
  out: PlacedNode | null,
  xIn: number,
): Ribbon[] {
  const [first] = ins
  if (!first || !total) return []
  if (out === null) {
    return [{ from: { x: xIn + barWidth, y: first.y }, to: { x: total.x, y: total.y }, thickness: 0, outcome: null, isTold: false }]
  }
  const pool = { x: (xIn + barWidth + total.x) / 2, y: total.y }
  const inflow = stackRibbons(
    ins.map((one) => ({ at: { x: xIn + barWidth, y: one.y }, height: one.height, node: one.node })),
    pool,
    (at, inPool) => ({ from: at, to: inPool }),
  )
  const outflow = stackRibbons(
    [
      { at: { x: total.x, y: total.y }, height: total.height, node: total.node },
      { at: { x: out.x, y: out.y }, height: out.height, node: out.node },
    ],
    pool,
    (at, inPool) => ({ from: inPool, to: at }),
  )
  return [...inflow, ...outflow]
}

function stackRibbons(
  ends: readonly { readonly at: Ribbon['from']; readonly height: number; readonly node: FlowNode }[],
  pool: Ribbon['from'],
  direct: (at: Ribbon['from'], inPool: Ribbon['from']) => Pick<Ribbon, 'from' | 'to'>,
): Ribbon[] {
  let offset = pool.y - ends.reduce((sum, end) => sum + end.height, 0) / 2
  return ends.map(({ at, height, node }) => {
    offset += height
    const inPool = { x: pool.x, y: height === 0 ? pool.y : offset - height / 2 }
    return { ...direct(at, inPool), thickness: height, outcome: null, isTold: isTold(node) }
  })
}

const indents: Readonly<Record<FlowNode['kind'], number>> = { in: 0, total: 0, part: 1, ground: 2, out: 0 }

/** A name in two lines where it does not fit beside its number in `room`, px, and has a space to break at. */
function breakName(node: FlowNode, room: number, context: RequestContext): string[] {
  const { palette } = context
  const name = nameOf(node, context)
  const parts = name.split(' ')
  if (parts.length === 1 || estimateWidth(labelOf(node, context), palette.label) * 1.04 + palette.label * 0.56 <= room) return [name]
  const half = Math.ceil(parts.length / 2)
  return [parts.slice(0, half).join(' '), parts.slice(half).join(' ')]
}

/** One row per figure on one common scale: its bar behind its label, or below it where the labels leave too little for bars. */
function layOutList(flow: RequestFlow, context: RequestContext): FlowLayout {
  const { palette, width } = context
  const most = Math.max(1, ...flow.nodes.map((node) => node.amount.known))
  const labels = Math.max(...flow.nodes.map((node) => widest([node], context) + indents[node.kind] * palette.label), 0) + 4
  const isBelow = labels > width * 0.75
  // Below a bar stands the texture of what is missing from it.
  const hasGaps = flow.nodes.some(({ amount }) => amount.missing.length > 0)
  const rowHeight = Math.round(palette.label * (isBelow ? (hasGaps ? 3.3 : 2.7) : 1.85))
  let y = 4
  const gaps: PlacedGap[] = []
  const nodes = flow.nodes.map((node): PlacedNode => {
    const indent = indents[node.kind] * palette.label
    const start = isBelow ? indent : labels
    const lines = isBelow ? breakName(node, width - indent - 6, context) : [nameOf(node, context)]
    // A name of two lines pushes what follows down by one.
    y += (lines.length - 1) * palette.label * 1.3
    const middle = isBelow ? y + palette.label * 0.75 : y + rowHeight / 2
    const bar = node.amount.known > 0 ? Math.max(2, ((width - start - 4) * node.amount.known) / most) : 1
    const one = {
      node,
      x: start,
      y: isBelow ? middle + palette.label * 1.2 : middle,
      width: bar,
      height: node.amount.known > 0 ? palette.label * 0.8 : palette.label * 0.6,
      label: {
        name: lines.join('\n'),
        number: printAmount(node.amount, context),
        x: indent,
        y: middle - ((lines.length - 1) * palette.label * 1.3) / 2,
        align: 'left' as const,
        room: lines.length > 1 ? null : (isBelow ? width : start) - indent - 6,
      },
    }
    y += rowHeight
    return one
  })
  for (const gap of flow.gaps) {
    gaps.push({ gap, x: 0, y: y + rowHeight / 2, height: Math.min(rowHeight, 14), text: tellGap(gap, context), room: width - 24 })
    y += rowHeight * 1.3
  }
  return { height: Math.ceil(y + 4), nodes, ribbons: [], gaps, hatch: hatchWidth }
}
