import { useAtlas } from '../../AtlasContext.ts'

export function ChannelsPage() {
  const { words } = useAtlas()
  return (
    <main id="content">
      <div className="pagehead">
        <h1>{words.pages.channels}</h1>
      </div>
    </main>
  )
}
