import { useId, useState, type ReactNode, type RefObject } from 'react'
import { charts, type Selection } from '../../selection.ts'
import { panelLinkWordsIn } from '../../text/panelLinkWords.ts'
import { useAtlas } from '../AtlasContext.ts'
import { Link } from '../Link.tsx'
import type { OpenDownloads, OpenedPart } from './OpenDownloads.tsx'
import type { PanelFile } from './panelFile.ts'
import './files.css'

/** What can be done with a figure, as plain links in the foot of its panel: files of it, its citation, its embed, and what its page adds. */
export function PanelDownloads({
  file,
  figure,
  embed = null,
  children,
}: {
  readonly file: PanelFile
  readonly figure: RefObject<HTMLElement | null>
  /** What makes it the figure that is embedded; null: nothing but the chart of a comparison. */
  readonly embed?: Partial<Selection> | null
  readonly children: ReactNode
}) {
  const { lang, selection, announce } = useAtlas()
  const [open, setOpen] = useState<OpenedPart | null>(null)
  const [Opened, setOpened] = useState<typeof OpenDownloads | null>(null)
  const id = useId()
  const own = panelLinkWordsIn(lang)
  const chart = selection.page === 'compare' ? charts.find((known) => known === file.chart) : undefined
  const embedded = embed ?? (chart ? { chart } : null)
  const toggle = (part: OpenedPart): void => {
    setOpen(open === part ? null : part)
    if (Opened) return
    import('./OpenDownloads.tsx')
      .then((loaded) => setOpened(() => loaded.OpenDownloads))
      .catch((error: unknown) => {
        console.warn('what makes the files could not be fetched', error)
        setOpen(null)
        announce(own.failed)
      })
  }
  const button = (part: OpenedPart, name: string, about: string): ReactNode => (
    <button
      type="button"
      className="linklike"
      aria-label={about}
      aria-expanded={open === part}
      aria-controls={id}
      onClick={() => toggle(part)}
    >
      {name}
    </button>
  )
  return (
    <>
      <span className="act">
        {button('files', own.open, own.openOf(file.title))}
        {button('citation', own.cite, own.citeOf(file.title))}
        {embedded ? <Link to={{ page: 'embed', ...embedded }}>{own.embed}</Link> : null}
        {children}
      </span>
      <div id={id} className="files" hidden={open === null || Opened === null}>
        {open !== null && Opened !== null ? <Opened key={open} part={open} file={file} figure={figure} /> : null}
      </div>
    </>
  )
}
