import type { MarkShape } from './stateMark.ts'
import { decalOf, type Palette } from './palette.ts'

/** Six hues, and two greys for a seventh and an eighth kind: what touches is kept apart by lines and labels too. */
export function kindColor(place: number, palette: Palette): string {
  const colors = [...palette.series.slice(0, 6), palette.rest, palette.ink2]
  return colors[place % colors.length] ?? palette.rest
}

/** The decal of a kind in a bar series. */
export const kindDecal = (place: number, palette: Palette): Readonly<Record<string, unknown>> => decalOf(place, palette)

/** The lines of a kind's decal on a bar that is drawn by hand, cut at its edges. */
export function kindDecalLines(
  place: number,
  { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  palette: Palette,
): MarkShape[] {
  const style = { stroke: palette.surface, lineWidth: 1 }
  const step = place % 2 === 0 ? 7 : 4
  return Array.from({ length: Math.max(0, Math.floor(height / step)) }, (_, i) => {
    const at = y + (i + 0.5) * step
    const slope = place % 3 === 0 ? width * 0.5 : place % 3 === 1 ? 0 : -width * 0.5
    return {
      type: 'line',
      silent: true,
      shape: {
        x1: x,
        y1: Math.min(y + height, Math.max(y, at + slope / 2)),
        x2: x + width,
        y2: Math.min(y + height, Math.max(y, at - slope / 2)),
      },
      style,
    }
  })
}
