import { useSyncExternalStore } from 'react'
import type { ChartPoint } from '../charts/chartContext.ts'
import { markedAgency, watchMarked } from './marked.ts'
import './marked.css'

/** Where the agency that is pointed at stands in a drawing: a ring on each of its marks, a frame around its line of a list. */
export function MarkedPoints({
  points,
  placeOf,
  width,
}: {
  readonly points: readonly (readonly ChartPoint[])[]
  readonly placeOf: (point: ChartPoint) => { readonly x: number; readonly y: number } | null
  readonly width: number
}) {
  const marked = useSyncExternalStore(watchMarked, markedAgency)
  if (marked === null) return null
  return points.flatMap((series, i) =>
    series.flatMap((point, j) => {
      const place = point.agency === marked.agency ? placeOf(point) : null
      if (!place) return []
      const isLine = typeof point.y === 'string'
      return (
        <span
          key={`${i}-${j}`}
          className={isLine ? 'markline' : 'markring'}
          aria-hidden="true"
          style={isLine ? { left: 0, width, top: place.y } : { left: place.x, top: place.y }}
        />
      )
    }),
  )
}
