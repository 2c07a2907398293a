import { drawState } from './stateMark.ts'
import type { FigureState } from '../forms/states.ts'
import type { Palette } from './palette.ts'

/** A shape of ECharts' custom series; many boxes of one look are one path, so that a full page stays quick. */
export interface DrawnShape {
  readonly type: 'rect' | 'line' | 'circle' | 'text' | 'polyline' | 'path'
  readonly shape?: Readonly<Record<string, unknown>>
  readonly style?: Readonly<Record<string, unknown>>
}

/** A rectangle in px. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const round = (value: number): number => Math.round(value * 10) / 10

/** The outlines of boxes as one path. */
export const boxesPath = (boxes: readonly Box[]): string =>
  boxes.map(({ x, y, width, height }) => `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}Z`).join('')

/** One path with a style; nothing where there is nothing to draw. */
export const drawPath = (pathData: string, style: Readonly<Record<string, unknown>>): readonly DrawnShape[] =>
  pathData === '' ? [] : [{ type: 'path', shape: { pathData }, style }]

type Direction = 'rising' | 'falling' | 'upright' | 'level'

/** Parallel lines over a box, cut at its edges. `rising` at 45° is the hatching of what is not known. */
export function hatchPath({ x, y, width, height }: Box, step: number, direction: Direction = 'rising'): string {
  if (direction === 'upright') {
    const count = Math.floor(width / step)
    return Array.from({ length: count }, (_, i) => `M${round(x + (i + 0.5) * step)} ${round(y)}v${round(height)}`).join('')
  }
  if (direction === 'level') {
    const count = Math.max(1, Math.floor(height / step))
    return Array.from({ length: count }, (_, i) => `M${round(x)} ${round(y + (height * (i + 1)) / (count + 1))}h${round(width)}`).join('')
  }
  const count = Math.floor((width + height) / step)
  return Array.from({ length: count }, (_, i) => {
    const along = (i + 0.5) * step
    const [left, right] = [Math.max(0, along - height), Math.min(along, width)]
    const [top, bottom] = [Math.max(0, along - width), Math.min(along, height)]
    return direction === 'rising'
      ? `M${round(x + left)} ${round(y + bottom)}L${round(x + right)} ${round(y + top)}`
      : `M${round(x + left)} ${round(y + height - bottom)}L${round(x + right)} ${round(y + height - top)}`
  }).join('')
}

/** The thin lines in the background's colour that keep series apart without colour; the sixth stays plain. */
const textures: readonly (readonly [Direction, number] | null)[] = [
  ['rising', 8],
  ['upright', 7],
  ['level', 5],
  ['falling', 8],
  null,
  ['upright', 9],
]

/** Boxes of one series: its colour, and its texture on those that are wide enough for one. */
export function drawSeries(boxes: readonly Box[], series: number, palette: Palette): readonly DrawnShape[] {
  const texture = textures[series % textures.length]
  const wide = boxes.filter((box) => box.width >= 9)
  return [
    ...drawPath(boxesPath(boxes), { fill: palette.series[series % palette.series.length] }),
    ...(texture
      ? drawPath(wide.map((box) => hatchPath(box, texture[1], texture[0])).join(''), {
          stroke: palette.surface,
          fill: 'none',
          lineWidth: 0.8,
        })
      : []),
  ]
}

/** Boxes of what is not known: hatched, outlined. */
export const drawUnknown = (boxes: readonly Box[], palette: Palette): readonly DrawnShape[] => [
  ...drawPath(boxesPath(boxes), { fill: palette.surface, stroke: palette.stateHatch, lineWidth: 0.8 }),
  ...drawPath(boxes.map((box) => hatchPath(box, 5)).join(''), { stroke: palette.stateHatch, fill: 'none', lineWidth: 1 }),
]

/** The texture of a missing figure in a box, on the background's colour. */
export const drawMissing = (state: FigureState, box: Box, palette: Palette): readonly DrawnShape[] => [
  { type: 'rect', shape: { ...box }, style: { fill: palette.surface } },
  ...drawState(state, box, palette),
]

/** The sign of a break: a thin ink line with a zigzag at its top, and its word on the left. */
export const drawBreak = (x: number, top: number, bottom: number, word: string, palette: Palette): readonly DrawnShape[] => [
  {
    type: 'polyline',
    shape: {
      points: [
        [x, bottom],
        [x, top + 22],
        [x + 5, top + 19],
        [x - 5, top + 14],
        [x + 5, top + 9],
        [x, top + 6],
        [x, top],
      ],
    },
    style: { stroke: palette.ink, fill: 'none', lineWidth: 1.2 },
  },
  drawText(word, x - 8, top + palette.small * 0.6, palette, { fill: palette.ink, fontWeight: 'bold', align: 'right' }),
]

/** A word at a place, in the small size, centred on the line. */
export const drawText = (
  text: string,
  x: number,
  y: number,
  palette: Palette,
  style: Readonly<Record<string, unknown>> = {},
): DrawnShape => ({
  type: 'text',
  style: { text, x, y, verticalAlign: 'middle', fill: palette.ink2, fontSize: palette.small, fontFamily: palette.font, ...style },
})

/** An option that is one drawing over an invisible grid whose axes are given; nothing of it is an axis of ECharts. */
export function drawingOption(
  grid: Readonly<Record<string, number>>,
  axes: { readonly x: readonly [number, number]; readonly y: readonly [number, number] },
  palette: Palette,
  draw: (box: Box) => readonly DrawnShape[],
) {
  return {
    animation: false,
    aria: { enabled: true, label: { enabled: false } },
    textStyle: { fontFamily: palette.font },
    grid: [grid],
    xAxis: [{ gridIndex: 0, type: 'value', min: axes.x[0], max: axes.x[1], show: false }],
    yAxis: [{ gridIndex: 0, type: 'value', min: axes.y[0], max: axes.y[1], inverse: true, show: false }],
    series: [
      {
        id: 'drawing',
        type: 'custom',
        xAxisIndex: 0,
        yAxisIndex: 0,
        cursor: 'pointer',
        clip: false,
        data: [[axes.x[0], axes.y[0]]],
        renderItem: (params: { readonly coordSys: Box }) => {
          const { x, y, width, height } = params.coordSys
          return { type: 'group', children: draw({ x, y, width, height }) }
        },
      },
    ],
  }
}
