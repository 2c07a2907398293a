import { drawSeries, drawUnknown } from '../charts/drawnShape.ts'
import { useAtlas } from './AtlasContext.ts'

const box = { x: 1, y: 1, width: 22, height: 10 }

/** What a series, or a piece that is not known, looks like in a drawing: its colour with its texture, for legends. */
export function SeriesSwatch({ series }: { readonly series: number | 'unknown' }) {
  const { palette } = useAtlas()
  const shapes = series === 'unknown' ? drawUnknown([box], palette) : drawSeries([box], series, palette)
  return (
    <svg width="24" height="12" aria-hidden="true">
      {shapes.map((shape, index) => (
        <path
          key={index}
          d={String(shape.shape?.pathData)}
          fill={String(shape.style?.fill)}
          stroke={typeof shape.style?.stroke === 'string' ? shape.style.stroke : 'none'}
        />
      ))}
    </svg>
  )
}
