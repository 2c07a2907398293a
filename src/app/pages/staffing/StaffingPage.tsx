import { useAtlas } from '../../AtlasContext.ts'

export function StaffingPage() {
  const { words } = useAtlas()
  return (
    <main id="content">
      <div className="pagehead">
        <h1>{words.pages.staffing}</h1>
      </div>
    </main>
  )
}
