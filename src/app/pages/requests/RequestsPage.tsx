import { useAtlas } from '../../AtlasContext.ts'

export function RequestsPage() {
  const { words } = useAtlas()
  return (
    <main id="content">
      <div className="pagehead">
        <h1>{words.pages.requests}</h1>
      </div>
    </main>
  )
}
