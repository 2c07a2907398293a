import { drawSeries, drawUnknown, type DrawnShape } from '../../charts/drawnShape.ts'
import { kindColor, kindTexture } from '../../charts/kindColors.ts'
import type { Palette } from '../../charts/palette.ts'

/** A sign of a legend: outlines in a box of this size, px. */
export interface LegendMark {
  readonly width: number
  readonly height: number
  readonly paths: readonly { readonly d: string; readonly fill: string; readonly stroke: string }[]
}

/** A sign with its words; without a sign they are a remark, or the head of those that follow. */
export interface LegendEntry {
  readonly text: string
  readonly mark: LegendMark | null
}

const box = { x: 1, y: 1, width: 22, height: 10 }

/** What a series, or a piece that is not known, looks like in a drawing. */
export const markSeries = (series: number | 'unknown', palette: Palette): LegendMark =>
  markOf(series === 'unknown' ? drawUnknown([box], palette) : drawSeries([box], series, palette))

/** What a kind looks like in the bars of a mix of requests. */
export const markKind = (place: number, palette: Palette): LegendMark => ({
  width: 24,
  height: 12,
  paths: [
    { d: `M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}Z`, fill: kindColor(place, palette), stroke: 'none' },
    ...markOf(kindTexture(place, box, palette)).paths,
  ],
})

/** A span between two ends. */
export const markBand = ({ series: [color = 'none'] }: Palette): LegendMark => ({
  width: 24,
  height: 12,
  paths: [{ d: 'M1.5 2.5h21v7h-21Z', fill: 'none', stroke: color }],
})

/** A short upright line. */
export const markTick = ({ ink }: Palette): LegendMark => ({
  width: 24,
  height: 12,
  paths: [{ d: 'M11 1h2v10h-2Z', fill: ink, stroke: 'none' }],
})

const markOf = (shapes: readonly DrawnShape[]): LegendMark => ({
  width: 24,
  height: 12,
  paths: shapes.map(({ shape, style }) => ({
    d: textOf(shape?.['pathData']) ?? '',
    fill: textOf(style?.['fill']) ?? 'none',
    stroke: textOf(style?.['stroke']) ?? 'none',
  })),
})

const textOf = (given: unknown): string | null => (typeof given === 'string' ? given : null)
