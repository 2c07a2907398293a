import type { Palette } from './palette.ts'

/** The look of the axis below a list of bodies: numbers on grid lines, without a line of its own. */
export const styleValueAxis = (palette: Palette, formatter: (value: number) => string) => ({
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: palette.grid } },
  axisLabel: { color: palette.ink3, fontSize: palette.small, hideOverlap: true, formatter },
})

/** The names beside a list, the first line on top; cut where they would be wider than `room`, px. `isMarked`: those in bold. */
export function nameAxis<Line extends { readonly key: string }>(
  lines: readonly Line[],
  nameOf: (line: Line) => string,
  room: number,
  palette: Palette,
  isMarked: (line: Line) => boolean = () => false,
) {
  const names = new Map(lines.map((line) => [line.key, nameOf(line)]))
  const marked = new Set(lines.flatMap((line) => (isMarked(line) ? [line.key] : [])))
  return {
    type: 'category',
    inverse: true,
    data: lines.map((line) => line.key),
    axisLine: { lineStyle: { color: palette.axis } },
    axisTick: { show: false },
    axisLabel: {
      interval: 0,
      color: palette.ink,
      fontSize: palette.label,
      width: room,
      overflow: 'truncate',
      ...(marked.size > 0 ? { rich: { marked: { color: palette.ink, fontSize: palette.label, fontWeight: 'bold' } } } : {}),
      formatter: (key: string) => {
        const name = names.get(key) ?? ''
        return marked.has(key) ? `{marked|${name}}` : name
      },
    },
  }
}
