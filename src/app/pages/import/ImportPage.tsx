import { useEffect, useMemo } from 'react'
import { isReviewable } from '../../import/importQueue.ts'
import { listRows } from '../../import/queueRows.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { markFirstChart } from '../../readiness.ts'
import { useAfterPaint } from '../../useAfterPaint.ts'
import { ImportList } from './ImportList.tsx'
import { importQueue, useImportQueue, useKnownAgencies } from './queueOfPage.ts'
import { Review } from './Review.tsx'
import './import.css'

/** Reports from files: read on this computer, looked at, confirmed, and then among the data of every page. */
export function ImportPage() {
  const { dataset } = useAtlas()
  const queue = useImportQueue()
  const agencies = useKnownAgencies(queue)
  useEffect(() => importQueue.knowAgencies(agencies), [agencies])
  const rows = useMemo(() => listRows(queue.items, dataset.reports), [queue.items, dataset.reports])
  const reviewed = rows.find(({ id, item }) => id === queue.reviewing && isReviewable(item))
  useAfterPaint(true, markFirstChart)
  return reviewed ? (
    <Review key={reviewed.id} row={reviewed} rows={rows} agencies={agencies} />
  ) : (
    <ImportList rows={rows} agencies={agencies} />
  )
}
