import { memo } from 'react'
import type { Agency } from '../../../agencies.ts'
import { nameForm } from '../../../charts/figureText.ts'
import type { QueueRow } from '../../import/queueRows.ts'
import { isReviewable } from '../../import/importQueue.ts'
import { formatNumber } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { importQueue } from './queueOfPage.ts'

/** One file of the queue: what it was recognised as, what it holds, how it came out, and what may be done with it. */
export const QueueLine = memo(function QueueLine({
  row,
  agency,
  index,
}: {
  readonly row: QueueRow
  readonly agency: Agency | null
  /** Among all rows, the head counted, from 1. */
  readonly index: number
}) {
  const { words, lang, dataset } = useAtlas()
  const { item, outcome } = row
  const isRead = isReviewable(item)
  const count = (number: number): string => (isRead ? formatNumber(number, lang) : '')
  return (
    <div role="row" aria-rowindex={index} className={`queueline ${outcome}`} id={`queue-${row.id}`}>
      <span role="rowheader" className="q-file">
        <bdi>{item.name}</bdi>
      </span>
      <span role="cell" className="q-agency">
        {agency ? (
          agency.name
        ) : row.agencyName === null ? (
          isRead ? (
            <i className="doubt">{words.import.noAgency}</i>
          ) : (
            ''
          )
        ) : (
          <UnlistedName name={row.agencyName} />
        )}
      </span>
      <span role="cell" className="q-year">
        {row.year ?? (isRead ? <i className="doubt">{words.import.noYear}</i> : '')}
      </span>
      <span role="cell" className="q-form">
        {isRead ? nameForm(dataset.catalogue, row.form, lang) || <i className="doubt">{words.import.noForm}</i> : ''}
      </span>
      <Count className="q-figures" name={words.import.columns.figures} text={count(row.figures)} />
      <Count className="q-unplaced" name={words.import.columns.unplaced} text={count(row.unplaced)} />
      <Count className="q-problems" name={words.import.columns.problems} text={count(row.problems)} />
      <span role="cell" className="q-outcome">
        <OutcomeWords row={row} />
      </span>
      <span role="cell" className="q-actions">
        <LineActions row={row} />
      </span>
    </div>
  )
})

function UnlistedName({ name }: { readonly name: string }) {
  const { words } = useAtlas()
  return (
    <>
      {name} <i className="doubt">{words.import.unlisted}</i>
    </>
  )
}

function Count({ className, name, text }: { readonly className: string; readonly name: string; readonly text: string }) {
  return (
    <span role="cell" className={`${className} num`}>
      {text === '' ? null : <small aria-hidden="true">{name} </small>}
      {text}
    </span>
  )
}

function OutcomeWords({ row }: { readonly row: QueueRow }) {
  const { words, lang } = useAtlas()
  if (row.outcome === 'reading') return <ReadingProgress row={row} />
  const isOpen = row.outcome === 'read' || row.outcome === 'problems'
  const detail =
    row.outcome === 'refused'
      ? (row.refusal?.message[lang] ?? words.import.failed)
      : row.outcome === 'same'
        ? words.import.sameAs(row.sameAs ?? '')
        : row.outcome === 'kept'
          ? words.import.keptShort
          : isOpen && row.figures === 0
            ? words.import.noFigures
            : (row.concern?.message[lang] ?? '')
  return (
    <>
      <b className="tag">{words.import.outcomes[row.outcome]}</b>
      {row.doubtless ? <span className="tag syn">{words.import.doubtless}</span> : null}
      {detail === '' ? null : <small>{detail}</small>}
    </>
  )
}

function ReadingProgress({ row }: { readonly row: QueueRow }) {
  const { words } = useAtlas()
  const { progress } = row
  const [at, of] =
    progress === null ? [null, null] : progress.count > 1 ? [progress.number, progress.count] : [progress.page, progress.pages]
  const text =
    progress === null || at === null || of === null
      ? words.import.outcomes.reading
      : progress.count > 1
        ? words.import.readingFile(at, of)
        : words.import.readingPage(at, of)
  return (
    <>
      <span className="readingtext">{text}</span>
      <progress aria-label={`${row.item.name} ${text}`} {...(at === null || of === null ? {} : { value: at, max: of })} />
    </>
  )
}

function LineActions({ row }: { readonly row: QueueRow }) {
  const { words } = useAtlas()
  const { id, outcome, item } = row
  const name = (action: string): string => `${action} ${item.name}`
  return (
    <>
      {isReviewable(item) ? (
        <button
          type="button"
          className="linklike"
          data-review={id}
          aria-label={name(words.import.review)}
          onClick={() => importQueue.review(id)}
        >
          {words.import.review}
        </button>
      ) : null}
      {outcome === 'cancelled' || (outcome === 'refused' && item.state.kind === 'failed') ? (
        <button type="button" className="linklike" aria-label={name(words.import.again)} onClick={() => importQueue.again([id])}>
          {words.import.again}
        </button>
      ) : null}
      {outcome === 'waiting' || outcome === 'reading' ? (
        <button type="button" className="linklike" aria-label={name(words.import.cancel)} onClick={() => importQueue.cancel([id])}>
          {words.import.cancel}
        </button>
      ) : (
        <button type="button" className="linklike" aria-label={name(words.import.remove)} onClick={() => importQueue.remove([id])}>
          {words.import.remove}
        </button>
      )}
    </>
  )
}
