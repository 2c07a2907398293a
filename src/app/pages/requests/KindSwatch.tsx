import { kindColor, kindDecalLines } from '../../../charts/kindColors.ts'
import { useAtlas } from '../../AtlasContext.ts'

const box = { x: 0, y: 0, width: 18, height: 12 }

/** What a kind looks like in the bars, for the legend. */
export function KindSwatch({ place }: { readonly place: number }) {
  const { palette } = useAtlas()
  return (
    <svg width={box.width} height={box.height} aria-hidden="true">
      <rect {...box} fill={kindColor(place, palette)} />
      {kindDecalLines(place, box, palette).map((line, index) => (
        <line
          key={index}
          x1={Number(line.shape?.x1)}
          y1={Number(line.shape?.y1)}
          x2={Number(line.shape?.x2)}
          y2={Number(line.shape?.y2)}
          stroke={palette.surface}
        />
      ))}
    </svg>
  )
}
