import { useAtlas } from '../../AtlasContext.ts'
import { markFirstChart } from '../../readiness.ts'
import { useAfterPaint } from '../../useAfterPaint.ts'

/** To be filled. */
export function DataPage() {
  const { words } = useAtlas()
  useAfterPaint(true, markFirstChart)
  return (
    <main id="content">
      <div className="pagehead">
        <h1>{words.pages.data}</h1>
      </div>
    </main>
  )
}
