import { drawPath, hatchPath, type Box, type DrawnShape } from './drawnShape.ts'
import type { Palette } from './palette.ts'

/** Six hues, and two greys for a seventh and an eighth kind: what touches is kept apart by textures, lines and labels too. */
export function kindColor(place: number, palette: Palette): string {
  const colors = [...palette.series.slice(0, 6), palette.rest, palette.ink2]
  return colors[place % colors.length] ?? palette.rest
}

const textures = [['rising', 8], ['upright', 5], ['level', 5], ['falling', 8], null, ['upright', 9], ['rising', 4], ['level', 8]] as const // prettier-ignore

/** The thin lines of a kind over its bar, in the background's colour; none where the bar is too small for them. */
export function kindTexture(place: number, box: Box, palette: Palette): readonly DrawnShape[] {
  const texture = textures[place % textures.length]
  if (!texture || box.width < 7 || box.height < 7) return []
  return drawPath(hatchPath(box, texture[1], texture[0]), { stroke: palette.surface, fill: 'none', lineWidth: 1 })
}
