import type { FigureState } from '../forms/states.ts'
import type { Palette } from './palette.ts'

/** A shape of ECharts' custom series, as far as it is used here. */
export interface MarkShape {
  readonly type: 'rect' | 'line' | 'circle' | 'text' | 'polyline'
  readonly shape?: Readonly<Record<string, unknown>>
  readonly style?: Readonly<Record<string, unknown>>
  readonly silent?: boolean
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * The texture of a missing figure, drawn into a box: hatching where we do not know, flat grey where nothing could be there,
 * dotted where we do not have the report. The same family as the cells of the tables.
 */
export function drawState(state: FigureState, box: Box, palette: Palette): MarkShape[] {
  const outline = (style: Readonly<Record<string, unknown>>): MarkShape => ({
    type: 'rect',
    shape: { x: box.x, y: box.y, width: box.width, height: box.height },
    style: { fill: 'none', stroke: palette.stateHatch, lineWidth: 1, ...style },
  })
  const ink = { stroke: palette.stateInk, lineWidth: 1 }
  switch (state) {
    case 'blank':
      return [outline({}), ...diagonals(box, ink)]
    case 'unreadable':
      return [outline({ stroke: palette.stateInk }), ...diagonals(box, ink), ...diagonals(box, ink, true)]
    case 'not_reported':
      return [outline({}), ...stripes(box, ink, 'across')]
    case 'row_missing':
      return [outline({}), ...stripes(box, ink, 'down')]
    case 'not_in_form':
      return [outline({ fill: palette.stateNone, stroke: palette.stateNone }), dot(box, palette)]
    case 'not_loaded':
      return [outline({ stroke: palette.stateInk, lineDash: [1.5, 2] })]
    case 'not_applicable':
      return [outline({}), line(box.x + box.width * 0.35, box.y + box.height - 2, box.x + box.width * 0.65, box.y + 2, ink)]
    default:
      return [outline({}), line(box.x + 3, box.y + box.height / 2, box.x + box.width - 3, box.y + box.height / 2, ink)]
  }
}

const line = (x1: number, y1: number, x2: number, y2: number, style: Readonly<Record<string, unknown>>): MarkShape => ({
  type: 'line',
  shape: { x1, y1, x2, y2 },
  style,
})

const dot = (box: Box, palette: Palette): MarkShape => ({
  type: 'circle',
  shape: { cx: box.x + box.width / 2, cy: box.y + box.height / 2, r: 1.5 },
  style: { fill: palette.stateInk },
})

/** Lines at 45°, cut at the box's edges. */
function diagonals({ x, y, width, height }: Box, style: Readonly<Record<string, unknown>>, mirrored = false): MarkShape[] {
  const step = 5
  const count = Math.floor((width + height) / step)
  return Array.from({ length: count }, (_, i) => {
    const along = (i + 0.5) * step
    const left = Math.max(0, along - height)
    const right = Math.min(along, width)
    const [x1, x2] = mirrored ? [width - left, width - right] : [left, right]
    return line(x + x1, y + Math.min(along, height), x + x2, y + Math.max(0, along - width), style)
  })
}

function stripes({ x, y, width, height }: Box, style: Readonly<Record<string, unknown>>, way: 'across' | 'down'): MarkShape[] {
  const step = 4
  const length = way === 'across' ? height : width
  return Array.from({ length: Math.max(1, Math.floor((length - 1) / step)) }, (_, i) => {
    const at = (i + 1) * step - 1
    return way === 'across' ? line(x, y + at, x + width, y + at, style) : line(x + at, y, x + at, y + height, style)
  })
}
