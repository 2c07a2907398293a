import type { ParsedReport } from '../../../reports/figure.ts'
import { useEffect, useRef } from 'react'
import { nextToReview, type QueueRow } from '../../import/queueRows.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { Link } from '../../Link.tsx'
import { importQueue } from './queueOfPage.ts'

/** A report that is in the data: where to see it, and what comes next. */
export function AcceptedLinks({
  row,
  rows,
  parsed,
}: {
  readonly row: QueueRow
  readonly rows: readonly QueueRow[]
  readonly parsed: ParsedReport
}) {
  const { words, dataset } = useAtlas()
  const held = dataset.reports.find(({ source_sha256 }) => source_sha256 === parsed.sha256)
  const next = nextToReview(rows, row.id)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // What was pressed to take the report is gone.
    if (document.activeElement === document.body) title.current?.focus()
  }, [])
  return (
    <section className="identity" aria-label={words.import.outcomes[row.outcome]}>
      <h2 tabIndex={-1} ref={title}>
        {row.outcome === 'kept' ? words.import.keptTitleOne : words.import.acceptedTitle}
      </h2>
      <p className="sub">{row.outcome === 'kept' ? words.import.keptAlready : words.import.acceptedText}</p>
      {held ? (
        <ul className="acceptedlinks">
          <li>
            <Link to={{ page: 'report', report: held.report, cell: null }}>{words.import.seeReport}</Link>
          </li>
          <li>
            <Link to={{ page: 'agency', agencies: [held.agency] }}>{words.import.seeAgency}</Link>
          </li>
          <li>
            <Link to={{ page: 'compare', agencies: null, years: [held.year, held.year], at: null }}>{words.import.seeCompare}</Link>
          </li>
        </ul>
      ) : null}
      {next ? (
        <button type="button" className="btn main" onClick={() => importQueue.review(next.id)}>
          {words.import.nextOpen}
        </button>
      ) : (
        <button type="button" className="btn" onClick={() => importQueue.review(null)}>
          {words.import.backToList}
        </button>
      )}
    </section>
  )
}
