import type { ChartContext } from './chartContext.ts'
import { printValue } from './figureText.ts'
import type { RankedEntry } from './rankedBarsList.ts'
import type { RankingView } from './rankingView.ts'

/** Where groups have a middle of their own: the lines of the list that it holds for, without a break, and the value. */
export function spansOf(entries: readonly RankedEntry[], { held }: RankingView): { first: number; last: number; readonly value: number }[] {
  if (held?.kind !== 'median' || held.line !== null) return []
  const spans: { first: number; last: number; value: number }[] = []
  entries.forEach((entry, index) => {
    const value = entry.kind === 'bar' ? held.byAgency.get(entry.row.agency)?.value : undefined
    if (value === undefined || value === null) return
    const span = spans.at(-1)
    if (span?.last === index - 1 && span.value === value) span.last = index
    else spans.push({ first: index, last: index, value })
  })
  return spans
}

/** The middle of each group as a line behind its bars. */
export function spanSeries(
  spans: readonly { readonly first: number; readonly last: number; readonly value: number }[],
  context: ChartContext,
  rowHeight: number,
): Readonly<Record<string, unknown>> {
  const half = rowHeight / 2
  return {
    id: 'middles',
    type: 'custom',
    xAxisIndex: 0,
    yAxisIndex: 0,
    silent: true,
    z: 1,
    data: spans.map(({ value, first }) => [value, first]),
    renderItem: (params: { dataIndex: number }, api: { coord(at: readonly number[]): number[] }) => {
      const span = spans[params.dataIndex]
      if (!span) return null
      const [x = NaN, top = NaN] = api.coord([span.value, span.first])
      const [, bottom = NaN] = api.coord([span.value, span.last])
      return {
        type: 'line',
        shape: { x1: x, y1: top - half, x2: x, y2: bottom + half },
        style: { stroke: context.palette.ink, lineWidth: 1 },
      }
    },
  }
}

/** Where each bar has a benchmark of its own: the line of the list that it stands on, and the value. */
export function ticksOf(entries: readonly RankedEntry[], { held }: RankingView): { readonly index: number; readonly value: number }[] {
  if (held === null || held.line !== null || held.kind === 'median') return []
  return entries.flatMap((entry, index) => {
    const against = entry.kind === 'bar' ? held.byAgency.get(entry.row.agency) : undefined
    return against === undefined || against.value === null ? [] : [{ index, value: against.value }]
  })
}

/** A tick on each bar where its benchmark is, and the bar's value behind both of them, so that neither hides the other. */
export function tickSeries(
  ticks: readonly { readonly index: number; readonly value: number }[],
  entries: readonly RankedEntry[],
  context: ChartContext,
  rowHeight: number,
): Readonly<Record<string, unknown>> {
  const { palette, indicator, lang, words } = context
  const half = rowHeight * 0.42
  return {
    id: 'held',
    type: 'custom',
    xAxisIndex: 0,
    yAxisIndex: 0,
    silent: true,
    z: 4,
    data: entries.flatMap((entry, index) => (entry.kind === 'bar' ? [[entry.row.value, index]] : [])),
    renderItem: (_: unknown, api: { value(i: number): number; coord(at: readonly number[]): number[] }) => {
      const entry = entries[api.value(1)]
      if (entry?.kind !== 'bar') return null
      const tick = ticks.find(({ index }) => index === api.value(1))?.value
      const [x = NaN, y = NaN] = api.coord([Math.max(api.value(0), tick ?? -Infinity), api.value(1)])
      const [at = NaN] = api.coord([tick ?? 0, api.value(1)])
      const stroke = (color: string, lineWidth: number) => ({
        type: 'line',
        shape: { x1: at, y1: y - half, x2: at, y2: y + half },
        style: { stroke: color, lineWidth },
      })
      return {
        type: 'group',
        children: [
          ...(tick === undefined ? [] : [stroke(palette.surface, 5), stroke(palette.ink, 2)]),
          {
            type: 'text',
            style: {
              text: printValue(entry.row, indicator, lang, words) ?? '',
              x: x + 6,
              y,
              verticalAlign: 'middle',
              fill: palette.ink,
              fontSize: palette.label,
              fontFamily: palette.font,
              fontWeight: context.focus.includes(entry.row.agency) ? 'bold' : 'normal',
            },
          },
        ],
      }
    },
  }
}
