import { drawText, type Box, type DrawnShape } from './drawnShape.ts'
import type { Palette } from './palette.ts'
import { estimateWidth } from './textWidth.ts'

/** An axis from 0 to a round end. */
export interface Scale {
  readonly most: number
  readonly step: number
}

/** The next round end above a number, in about four steps; 1 where all are 0. */
export function scaleTo(most: number, whole: boolean): Scale {
  if (most <= 0) return { most: 1, step: 1 }
  const power = 10 ** Math.floor(Math.log10(most / 4))
  const round = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= most / 4 - 1e-9) ?? 10) * power
  const step = whole ? Math.max(1, Math.ceil(round)) : round
  return { most: Math.ceil(most / step - 1e-9) * step, step }
}

/** Thin upright lines behind a plot, with their numbers below; every other number where they would touch. */
export function drawScale(scale: Scale, plot: Box, palette: Palette, print: (value: number) => string): readonly DrawnShape[] {
  const count = Math.round(scale.most / scale.step)
  const texts = Array.from({ length: count + 1 }, (_, i) => print(i * scale.step))
  const room = plot.width / Math.max(1, count)
  const every = Math.max(1, Math.ceil((Math.max(...texts.map((text) => estimateWidth(text, palette.small))) + 10) / Math.max(1, room)))
  return texts.flatMap((text, i): DrawnShape[] => {
    const x = plot.x + i * room
    const bottom = plot.y + plot.height
    return [
      {
        type: 'line',
        shape: { x1: x, x2: x, y1: plot.y, y2: bottom },
        style: { stroke: i === 0 ? palette.axis : palette.grid, lineWidth: 1 },
      },
      ...(i % every === 0 ? [drawText(text, x, bottom + palette.small, palette, { align: 'center', fill: palette.ink3 })] : []),
    ]
  })
}
