import type { ChartPoint } from '../charts/chartContext.ts'

/** Stops of a drawing, a list per series. */
export type Stops = readonly (readonly ChartPoint[])[]

/** Where a stop is in those lists. */
export type StopAt = readonly [series: number, index: number]

/** A place in px inside of a drawing. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** What a drawing must be able to say: where values of its axes stand. */
interface Placing {
  convertToPixel(finder: { readonly xAxisIndex: number; readonly yAxisIndex: number }, value: [number, number]): number | number[]
}

/** Where a stop stands in a drawing; null where the drawing has no such place. */
export function placeOfPoint(drawing: Placing | null, point: ChartPoint): Place | null {
  const place = drawing?.convertToPixel({ xAxisIndex: point.grid, yAxisIndex: point.grid }, [point.x, point.y] as [number, number])
  const [x, y] = Array.isArray(place) ? place : []
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y) ? { x, y } : null
}

/** The stop that a key leads to from another one, null at first; null when the key leads nowhere. */
export function stepByKey(key: string, points: Stops, at: StopAt | null): StopAt | null {
  const [series, index] = at ?? [0, -1]
  const last = (points[series]?.length ?? 0) - 1
  const isOneLine = points.length <= 1
  switch (key) {
    case 'ArrowRight':
      return [series, Math.min(index + 1, last)]
    case 'ArrowLeft':
      return [series, Math.max(index - 1, 0)]
    case 'ArrowDown':
      return isOneLine ? [series, Math.min(index + 1, last)] : [Math.min(series + 1, points.length - 1), Math.max(index, 0)]
    case 'ArrowUp':
      return isOneLine ? [series, Math.max(index - 1, 0)] : [Math.max(series - 1, 0), Math.max(index, 0)]
    case 'Home':
      return [series, 0]
    case 'End':
      return [series, last]
    default:
      return null
  }
}

/** The stop that a place in a drawing means: on a list of bars the whole line counts, in a column its width, on a plot the distance. */
export function findNearStop(
  points: Stops,
  placeOf: (point: ChartPoint) => Place | null,
  { x, y }: Place,
): { readonly at: StopAt; readonly point: ChartPoint } | null {
  let best: { readonly distance: number; readonly at: StopAt; readonly point: ChartPoint } | null = null
  for (const [series, ofSeries] of points.entries()) {
    for (const [index, point] of ofSeries.entries()) {
      const place = placeOf(point)
      if (!place) continue
      const isLine = typeof point.y === 'string'
      const edge = point.halfWidth === undefined || typeof point.x === 'string' ? null : placeOf({ ...point, x: point.x + point.halfWidth })
      const across = edge ? Math.max(0, Math.abs(place.x - x) - Math.abs(edge.x - place.x)) : Math.abs(place.x - x)
      const distance = isLine ? Math.abs(place.y - y) : Math.hypot(across, place.y - y)
      if (distance < (best?.distance ?? (isLine || edge ? 11 : 18))) best = { distance, at: [series, index], point }
    }
  }
  return best
}
