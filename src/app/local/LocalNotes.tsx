import { useAtlas } from '../AtlasContext.ts'
import { Link } from '../Link.tsx'
import { useLocalData } from './localData.ts'

/** Says on every page that it shows more than what was published, and what is wrong with the rest. */
export function LocalNotes() {
  const { dataset, words, lang, selection } = useAtlas()
  const { reports, packages, keptIn, working, trouble } = useLocalData()
  const shown = dataset.reports.filter((report) => report.local).length
  const notes = [
    reports.length > shown && working ? words.local.merging(reports.length - shown) : null,
    // The import page says it in its own place.
    keptIn === 'memory' && selection.page !== 'import' && reports.length + packages.length > 0 ? words.local.inMemory : null,
  ].filter((note) => note !== null)
  return (
    <>
      {shown > 0 ? (
        <p className="localnote">
          <span className="tag">{words.local.mark}</span> <Link to={{ page: 'import' }}>{words.local.includes(shown)}</Link>
        </p>
      ) : null}
      {notes.map((note) => (
        <div className="notice" role="status" key={note}>
          <span>{note}</span>
        </div>
      ))}
      {trouble ? (
        <div className="notice" role="alert">
          <span>{trouble.said[lang]}</span>
        </div>
      ) : null}
    </>
  )
}

/** Beside a report that is kept only on this machine. */
export function LocalMark() {
  const { words } = useAtlas()
  return (
    <span className="tag local" title={words.local.markAbout}>
      {words.local.mark}
    </span>
  )
}
