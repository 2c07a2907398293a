import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Agency } from '../../../agencies.ts'
import { nameForm } from '../../../charts/figureText.ts'
import type { ReadReportFile } from '../../../reports/parseReport.ts'
import { draftOf } from '../../import/identityDraft.ts'
import type { QueueRow } from '../../import/queueRows.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { FactsPane } from './FactsPane.tsx'
import { FiguresPane } from './FiguresPane.tsx'
import { moveFocus } from './moveFocus.ts'
import { ReviewBar } from './ReviewBar.tsx'
import { ReviewProvider, type PaneName } from './ReviewContext.ts'
import { SourcePane } from './SourcePane.tsx'
import { useReviewState } from './useReviewState.ts'

/** One file that was read: its source, what was read from it, and what a person has to say to it. */
export function Review({
  row,
  rows,
  agencies,
}: {
  readonly row: QueueRow
  readonly rows: readonly QueueRow[]
  readonly agencies: readonly Agency[]
}) {
  const { state } = row.item
  if (state.kind !== 'done' || state.read.document === null) return null
  return <OpenReview row={row} rows={rows} agencies={agencies} read={state.read} />
}

const panes: readonly PaneName[] = ['facts', 'source', 'figures']

function OpenReview({
  row,
  rows,
  agencies,
  read,
}: {
  readonly row: QueueRow
  readonly rows: readonly QueueRow[]
  readonly agencies: readonly Agency[]
  readonly read: ReadReportFile
}) {
  const { words, lang, dataset, announce } = useAtlas()
  const { parsed } = read
  const draft = useMemo(() => row.item.draft ?? draftOf(parsed), [row.item.draft, parsed])
  const root = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  // The review takes the height of the window that notes over it leave.
  useLayoutEffect(() => {
    const box = root.current?.closest('.pagebox')
    box?.classList.add('reviewing')
    return () => box?.classList.remove('reviewing')
  }, [])
  const heading = useRef<HTMLHeadingElement>(null)
  const [pane, setPane] = useState<PaneName>('facts')
  const review = useReviewState({ read, draft, host, setPane })
  const agency = agencies.find(({ id }) => id === draft.agencyId)
  const title = words.import.reviewTitle(agency?.name ?? parsed.report.agency, draft.year)

  const opened = useRef({ title, announce })
  useEffect(() => {
    heading.current?.focus()
    opened.current.announce(opened.current.title)
    performance.mark('ogi:import-review')
    return () => {
      // Back in the list, the focus is where it was left.
      setTimeout(() => document.querySelector<HTMLElement>(`[data-review="${row.id}"]`)?.focus(), 0)
    }
  }, [row.id])

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const step = event.key === 'n' || event.key === 'N' ? 1 : event.key === 'p' || event.key === 'P' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      review.stepProblem(step)
    } else moveFocus(event)
  }
  return (
    <div className="review" ref={root}>
      <ReviewBar row={row} rows={rows} />
      <main id="content">
        <div className="pagehead">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          <p>
            <bdi>{row.item.name}</bdi> · {nameForm(dataset.catalogue, parsed.report.form, lang) || words.import.noForm} ·{' '}
            {words.import.reviewCounts(parsed.figures.length, parsed.unplaced.length, parsed.problems.length)}
          </p>
        </div>
        <div className="seg panetabs" role="group" aria-label={words.import.panes.label}>
          {panes.map((name) => (
            <button key={name} type="button" aria-pressed={pane === name} onClick={() => setPane(name)}>
              {words.import.panes[name]}
            </button>
          ))}
        </div>
        <ReviewProvider value={review.shared}>
          <div className={`panes show-${pane}`} ref={host} role="group" aria-label={words.import.panes.all} onKeyDown={onKeyDown}>
            <SourcePane read={read} index={review.index} chosen={review.shared.chosen} />
            <FiguresPane parsed={parsed} draft={draft} figures={review.shared.figures} index={review.index} />
            <FactsPane
              row={row}
              rows={rows}
              parsed={parsed}
              draft={draft}
              agencies={agencies}
              index={review.index}
              choose={review.chooseItem}
              chosen={review.shared.chosen}
            />
          </div>
        </ReviewProvider>
      </main>
    </div>
  )
}

/** Letters that are typed into a field are no commands. */
function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
}
