import { kindColor, kindTexture } from '../../../charts/kindColors.ts'
import { useAtlas } from '../../AtlasContext.ts'

const box = { x: 0, y: 0, width: 20, height: 12 }

/** What a kind looks like in the bars, for the legend. */
export function KindSwatch({ place }: { readonly place: number }) {
  const { palette } = useAtlas()
  return (
    <svg width={box.width} height={box.height} aria-hidden="true">
      <rect {...box} fill={kindColor(place, palette)} />
      {kindTexture(place, box, palette).map((shape, index) => (
        <path key={index} d={String(shape.shape?.pathData)} stroke={palette.surface} fill="none" />
      ))}
    </svg>
  )
}
