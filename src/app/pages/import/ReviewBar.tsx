import { nextToReview, type QueueRow } from '../../import/queueRows.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { isReviewable } from '../../import/importQueue.ts'
import { importQueue } from './queueOfPage.ts'

/** The way back to the list, and to the files before and after. */
export function ReviewBar({ row, rows }: { readonly row: QueueRow; readonly rows: readonly QueueRow[] }) {
  const { words } = useAtlas()
  const readable = rows.filter(({ item }) => isReviewable(item))
  const at = readable.findIndex(({ id }) => id === row.id)
  const open = rows.filter(({ outcome }) => outcome === 'read' || outcome === 'problems').length
  const next = nextToReview(rows, row.id)
  const go = (to: QueueRow | null | undefined) => (to ? () => importQueue.review(to.id) : undefined)
  return (
    <div className="bar" role="region" aria-label={words.import.reviewBar} tabIndex={-1}>
      <button type="button" className="btn" onClick={() => importQueue.review(null)}>
        {words.import.backToList}
      </button>
      <span className="result">{words.import.reviewPlace(at + 1, readable.length, open)}</span>
      {readable.length < 2 ? null : (
        <>
          <button type="button" className="btn" disabled={!readable[at - 1]} onClick={go(readable[at - 1])}>
            {words.report.previous}
          </button>
          <button type="button" className="btn" disabled={!readable[at + 1]} onClick={go(readable[at + 1])}>
            {words.report.next}
          </button>
          <button type="button" className="btn" disabled={!next} onClick={go(next)}>
            {words.import.nextOpen}
          </button>
        </>
      )}
    </div>
  )
}
