import { comparedWords } from '../text/comparedWords.ts'
import type { ChartContext } from './chartContext.ts'
import { nameBody } from './sheet.ts'
import { dashes } from './palette.ts'
import { estimateWidth, fitText } from './textWidth.ts'

/** The widest name beside the lines, as a share of the drawing; where one is wider, the names stand over the lines as a key. */
const widestBeside = 0.32

/** Have the names of the bodies in colour no room beside their lines? */
export const needsKey = (context: ChartContext): boolean =>
  context.focus.some((id) => estimateWidth(nameBody(id, context), context.palette.label) + 16 > context.width * widestBeside) &&
  context.width < 520

const rowHeight = ({ palette }: ChartContext): number => Math.round(palette.label * 1.45)

/** Px that the key takes; none where names stand beside their lines. */
export const keyHeight = (context: ChartContext): number => (needsKey(context) ? context.focus.length * rowHeight(context) : 0)

/** Each body in colour with its dash and symbol, one below the other; and the strokes of the medians where there are any. */
export function drawKey(hasMedian: boolean, context: ChartContext): Readonly<Record<string, unknown>>[] {
  if (!needsKey(context)) return []
  const { palette, focus, width, lang } = context
  const length = palette.label * 2.2
  const text = (value: string, left: number, y: number, style: Readonly<Record<string, unknown>>) => ({
    type: 'text',
    silent: true,
    x: left,
    y,
    style: { text: value, verticalAlign: 'middle', fontSize: palette.label, fontFamily: palette.font, ...style },
  })
  const median = comparedWords[lang].median
  const medianLeft = width - estimateWidth(median, palette.small) - 4
  const middleOf = (place: number): number => (place + 0.5) * rowHeight(context)
  return [
    ...focus.flatMap((id, place) => {
      const y = middleOf(place)
      const stroke = { stroke: palette.series[place], lineWidth: 2.2, lineDash: dashes[place] === 'solid' ? undefined : dashes[place] }
      return [
        { type: 'line', silent: true, shape: { x1: 0, y1: y, x2: length, y2: y }, style: stroke },
        ...drawSymbol(place, length / 2, y, context),
        text(fitText(nameBody(id, context), palette.label, width - length - 12), length + 8, y, { fill: palette.ink, fontWeight: 'bold' }),
      ]
    }),
    ...(hasMedian
      ? [
          {
            type: 'line',
            silent: true,
            shape: {
              x1: medianLeft - 18,
              y1: keyHeight(context) + palette.small,
              x2: medianLeft - 6,
              y2: keyHeight(context) + palette.small,
            },
            style: { stroke: palette.ink2, lineWidth: 2 },
          },
          text(median, medianLeft, keyHeight(context) + palette.small, { fill: palette.ink2, fontSize: palette.small }),
        ]
      : []),
  ]
}

/** The symbol of a series as its line carries it. */
function drawSymbol(place: number, x: number, y: number, { palette }: ChartContext): Readonly<Record<string, unknown>>[] {
  const r = palette.label * 0.3
  const color = palette.series[place]
  const filled = { fill: color }
  const hollow = { fill: palette.surface, stroke: color, lineWidth: 1.6 }
  const polygon = (points: readonly (readonly [number, number])[]) => ({ type: 'polygon', silent: true, shape: { points }, style: filled })
  const square = { x: x - r, y: y - r, width: 2 * r, height: 2 * r }
  switch (place) {
    case 1:
      return [
        polygon([
          [x, y - r],
          [x + r, y + r],
          [x - r, y + r],
        ]),
      ]
    case 2:
      return [{ type: 'rect', silent: true, shape: square, style: filled }]
    case 3:
      return [
        polygon([
          [x, y - r],
          [x + r, y],
          [x, y + r],
          [x - r, y],
        ]),
      ]
    case 4:
      return [{ type: 'circle', silent: true, shape: { cx: x, cy: y, r }, style: hollow }]
    case 5:
      return [{ type: 'rect', silent: true, shape: square, style: hollow }]
    default:
      return [{ type: 'circle', silent: true, shape: { cx: x, cy: y, r }, style: filled }]
  }
}
