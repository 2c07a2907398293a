import { printNumber } from './figureText.ts'
import type { ChartContext } from './chartContext.ts'
import type { RankedGroup, Ranking } from './ranking.ts'
import { estimateWidth } from './textWidth.ts'

const stripFrom = 5

/** The one group whose spread is drawn above the bars: only where all stand on one scale and are enough to be a spread. */
export const findSpread = (ranking: Ranking): RankedGroup | undefined =>
  ranking.groups.length === 1 && (ranking.groups[0]?.rows.length ?? NaN) >= stripFrom ? ranking.groups[0] : undefined

/** The spread of a group over the bars: the middle half as a box, the median as a line, each body as a ring. */
export function spreadSeries(group: RankedGroup, { palette, focus }: ChartContext): Readonly<Record<string, unknown>>[] {
  const quartiles = group.quartiles
  const axes = { xAxisIndex: 1, yAxisIndex: 1, silent: true }
  const box = quartiles
    ? [
        {
          id: 'spread-box',
          type: 'custom',
          ...axes,
          data: [[quartiles.lower, 0]],
          renderItem: (_: unknown, api: { coord(at: readonly number[]): number[] }) => {
            const [x1 = NaN, y = NaN] = api.coord([quartiles.lower, 0])
            const [x2 = NaN] = api.coord([quartiles.upper, 0])
            const [xm = NaN] = api.coord([quartiles.median, 0])
            return {
              type: 'group',
              children: [
                {
                  type: 'rect',
                  shape: { x: x1, y: y - 9, width: Math.max(1, x2 - x1), height: 18 },
                  style: { fill: palette.band, stroke: palette.axis, lineWidth: 1 },
                },
                { type: 'line', shape: { x1: xm, y1: y - 12, x2: xm, y2: y + 12 }, style: { stroke: palette.ink, lineWidth: 2 } },
              ],
            }
          },
        },
      ]
    : []
  return [
    ...box,
    {
      id: 'spread-rest',
      type: 'scatter',
      ...axes,
      symbol: 'circle',
      symbolSize: 7,
      data: group.rows.filter((row) => !focus.includes(row.agency)).map((row) => [row.value, 0]),
      itemStyle: { color: 'none', borderColor: palette.rest, borderWidth: 1.2 },
    },
    {
      id: 'spread-chosen',
      type: 'scatter',
      ...axes,
      symbol: 'circle',
      symbolSize: 9,
      data: group.rows
        .filter((row) => focus.includes(row.agency))
        .map((row) => ({ value: [row.value, 0], itemStyle: { color: palette.series[focus.indexOf(row.agency)] } })),
      itemStyle: { borderColor: palette.surface, borderWidth: 1 },
    },
  ]
}

/** The spread in words: its median and its middle half. */
export function spreadWords(
  quartiles: NonNullable<RankedGroup['quartiles']>,
  scale: { readonly min: number; readonly max: number },
  left: number,
  right: number,
  { palette, width, words, indicator, lang }: ChartContext,
) {
  const place = (value: number): number => left + ((width - left - right) * (value - scale.min)) / (scale.max - scale.min)
  const number = (value: number): string => printNumber(value, indicator, lang)
  const median = `${words.compare.median} ${number(quartiles.median)}`
  const middle = words.compare.middleHalf(number(quartiles.lower), number(quartiles.upper))
  const start = Math.min(place(quartiles.median) + 4, width - estimateWidth(median, palette.small) - 4)
  const gap = start + estimateWidth(median, palette.small) + 14
  const fits = gap + estimateWidth(middle, palette.small) < width
  const style = { fontSize: palette.small, fontFamily: palette.font }
  return [
    { type: 'text', silent: true, left: start, top: 0, style: { ...style, text: median, fill: palette.ink } },
    ...(fits ? [{ type: 'text', silent: true, left: gap, top: 0, style: { ...style, text: middle, fill: palette.ink3 } }] : []),
    {
      type: 'text',
      silent: true,
      left: Math.max(0, left - 10 - estimateWidth(words.compare.distribution, palette.small)),
      top: palette.small * 2.1,
      style: { ...style, text: words.compare.distribution, fill: palette.ink3 },
    },
  ]
}
