import { useMemo, useRef, type RefObject } from 'react'
import type { Agency } from '../../../agencies.ts'
import { orderRows, type Outcome, type QueueRow, type RowOrder } from '../../import/queueRows.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { useAccepting } from './acceptReports.ts'
import { importQueue } from './queueOfPage.ts'
import { QueueLine } from './QueueLine.tsx'
import { useGrowingOnScroll } from './useGrowing.ts'
import { useKeptFocus } from './useKeptFocus.ts'

const step = 50

/** The queue: one row for each file, and what may be done with many at once. */
export function QueuePanel({
  rows,
  filter,
  order,
  agencies,
}: {
  readonly rows: readonly QueueRow[]
  readonly filter: Outcome | 'all'
  readonly order: RowOrder
  readonly agencies: readonly Agency[]
}) {
  const { words } = useAtlas()
  const byId = useMemo(() => new Map(agencies.map((agency) => [agency.id, agency])), [agencies])
  const listed = useMemo(() => {
    const nameOf = (row: QueueRow): string => byId.get(row.agencyId ?? '')?.name ?? row.agencyName ?? '~'
    return orderRows(
      rows.filter(({ outcome }) => filter === 'all' || outcome === filter),
      order,
      nameOf,
    )
  }, [rows, filter, order, byId])
  const { shown, end, more } = useGrowingOnScroll(listed.length, step)
  const part = useRef<HTMLElement>(null)
  return (
    <section className="panel" aria-labelledby="queue-title" ref={part}>
      <QueueHead rows={rows} agencies={agencies} part={part} />
      <div
        className={shown > 2 * step ? 'queue long' : 'queue'}
        role="table"
        aria-labelledby="queue-title"
        aria-rowcount={listed.length + 1}
      >
        <div role="row" className="queueline queuehead">
          {(['file', 'agency', 'year', 'form', 'figures', 'unplaced', 'problems', 'outcome', 'actions'] as const).map((column) => (
            <span key={column} role="columnheader" className={`q-${column}`}>
              {words.import.columns[column]}
            </span>
          ))}
        </div>
        {listed.slice(0, shown).map((row, at) => (
          <QueueLine key={row.id} row={row} agency={byId.get(row.agencyId ?? '') ?? null} index={at + 2} />
        ))}
      </div>
      {shown < listed.length ? (
        <p className="queueend" ref={end as React.RefObject<HTMLParagraphElement | null>}>
          <button type="button" className="linklike" onClick={more}>
            {words.import.showMore(Math.min(step, listed.length - shown))}
          </button>
        </p>
      ) : null}
    </section>
  )
}

/** How it stands, and what may be done with all of them. */
function QueueHead({
  rows,
  agencies,
  part,
}: {
  readonly rows: readonly QueueRow[]
  readonly agencies: readonly Agency[]
  readonly part: RefObject<HTMLElement | null>
}) {
  const { words } = useAtlas()
  const accepting = useAccepting()
  const title = useRef<HTMLHeadingElement>(null)
  useKeptFocus(part, title)
  const doubtless = rows.filter((row) => row.doubtless)
  const underway = rows.filter(({ outcome }) => outcome === 'waiting' || outcome === 'reading').map(({ id }) => id)
  const open = rows.filter(({ outcome }) => outcome === 'read' || outcome === 'problems')
  const over = rows.filter(({ outcome }) => ['accepted', 'kept', 'same', 'refused', 'cancelled'].includes(outcome)).map(({ id }) => id)
  const added = agencies.some(({ id }) => id.startsWith('local-'))
  const unknown = added ? open.filter((row) => row.agencyId === null && row.item.draft === null).map(({ id }) => id) : []
  const acceptDoubtless = (): void => {
    const reports = doubtless.flatMap(({ id, item }) =>
      item.state.kind === 'done' ? [{ id, parsed: item.state.read.parsed, newAgency: null }] : [],
    )
    void accepting.accept(reports)
  }
  return (
    <div className="panelhead">
      <h2 id="queue-title" tabIndex={-1} ref={title}>
        {words.import.queueTitle(rows.length, open.length, underway.length)}
      </h2>
      <p className="sub">{words.import.doubtlessRule}</p>
      <div className="queueactions">
        {doubtless.length > 0 ? (
          <button type="button" className="btn main" disabled={accepting.working} onClick={acceptDoubtless}>
            {words.import.acceptDoubtless(doubtless.length)}
          </button>
        ) : null}
        {open.length > 0 ? (
          <button type="button" className="btn" onClick={() => importQueue.review(open[0]?.id ?? null)}>
            {words.import.reviewNext(open.length)}
          </button>
        ) : null}
        {unknown.length > 0 ? (
          <button type="button" className="btn" onClick={() => importQueue.again(unknown)}>
            {words.import.recogniseAgain(unknown.length)}
          </button>
        ) : null}
        {underway.length > 0 ? (
          <button type="button" className="btn" onClick={() => importQueue.cancel(underway)}>
            {words.import.cancelAll(underway.length)}
          </button>
        ) : null}
        {over.length > 0 ? (
          <button type="button" className="btn quiet" onClick={() => importQueue.remove(over)}>
            {words.import.clearDone(over.length)}
          </button>
        ) : null}
      </div>
      <p className="sub" role="status">
        {accepting.working ? words.import.accepting(accepting.taking) : null}
      </p>
      {accepting.said === null ? null : (
        <p className="note" role="alert">
          {accepting.said}
        </p>
      )}
    </div>
  )
}
