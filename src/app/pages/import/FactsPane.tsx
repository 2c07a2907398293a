import { useState } from 'react'
import type { Agency } from '../../../agencies.ts'
import type { ParsedReport, Place } from '../../../reports/figure.ts'
import { applyDraft, findLacks, type IdentityDraft } from '../../import/identityDraft.ts'
import type { QueueRow } from '../../import/queueRows.ts'
import type { SourceIndex } from '../../import/sourceIndex.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { useAccepting } from './acceptReports.ts'
import { AcceptedLinks } from './AcceptedLinks.tsx'
import { IdentityForm } from './IdentityForm.tsx'
import type { Chosen } from './ReviewContext.ts'
import { useCorrecting, type Correcting } from './useCorrecting.ts'
import { useGrowing } from './useGrowing.ts'
import { VersionNotice } from './VersionNotice.tsx'

/** What a person has to say: whose report it is, whether it may be taken; and what is to be looked at first. */
export function FactsPane({
  row,
  rows,
  parsed,
  draft,
  agencies,
  index,
  chosen,
  choose,
}: {
  readonly row: QueueRow
  readonly rows: readonly QueueRow[]
  readonly parsed: ParsedReport
  readonly draft: IdentityDraft
  readonly agencies: readonly Agency[]
  readonly index: SourceIndex
  readonly chosen: Chosen
  readonly choose: (item: string, place: Place | null, said: string) => void
}) {
  const { words, lang } = useAtlas()
  const isOpen = row.outcome === 'read' || row.outcome === 'problems'
  return (
    <section className="panel pane factspane" data-pane="facts">
      <div className="panebody" tabIndex={0} role="region" aria-label={words.import.panes.facts}>
        {row.outcome === 'accepted' || row.outcome === 'kept' ? <AcceptedLinks row={row} rows={rows} parsed={parsed} /> : null}
        {row.outcome === 'same' ? <p className="note">{words.import.sameAs(row.sameAs ?? '')}</p> : null}
        {isOpen ? <OpenFacts row={row} parsed={parsed} draft={draft} agencies={agencies} /> : null}
        <Findings
          title={parsed.problems.length === 0 ? words.import.noProblems : words.import.problemsTitle(parsed.problems.length)}
          help={parsed.problems.length === 0 ? '' : words.import.problemKeys}
          kind="problem"
          items={parsed.problems.map(({ message, where }) => ({ text: message[lang], where }))}
          index={index}
          chosen={chosen}
          choose={choose}
        />
        <Findings
          title={parsed.unplaced.length === 0 ? words.import.noUnplaced : words.import.unplacedTitle(parsed.unplaced.length)}
          help={parsed.unplaced.length === 0 ? '' : words.import.unplacedHelp}
          kind="unplaced"
          items={parsed.unplaced.map(({ text, where, kind }) => ({ text, where, tag: words.import.unplacedKinds[kind] }))}
          index={index}
          chosen={chosen}
          choose={choose}
        />
      </div>
    </section>
  )
}

/** A report that is still to be confirmed. */
function OpenFacts({
  row,
  parsed,
  draft,
  agencies,
}: {
  readonly row: QueueRow
  readonly parsed: ParsedReport
  readonly draft: IdentityDraft
  readonly agencies: readonly Agency[]
}) {
  const { words } = useAtlas()
  const accepting = useAccepting()
  const correcting = useCorrecting(row.id, parsed, draft, agencies)
  const agency = agencies.find(({ id }) => id === draft.agencyId)
  const lacks = findLacks(draft, parsed)
  const [first] = lacks
  const accept = (): void => {
    if (lacks.length > 0) return
    void accepting.accept([{ id: row.id, parsed: applyDraft(draft, parsed, agency?.name ?? ''), newAgency: draft.newAgency }])
  }
  return (
    <>
      <IdentityForm parsed={parsed} draft={draft} agencies={agencies} correcting={correcting} />
      <VersionNotice parsed={parsed} draft={draft} />
      <div className="acceptbox">
        <ConfirmLine draft={draft} agency={agency ?? null} correcting={correcting} />
        <button
          type="button"
          className="btn main"
          aria-disabled={first !== undefined || accepting.working}
          aria-describedby="accept-why"
          onClick={accept}
        >
          {words.import.acceptOne}
        </button>
        <p id="accept-why" className="sub" role="status">
          {accepting.working
            ? words.import.accepting(1)
            : correcting.working
              ? words.import.rereading
              : first === undefined
                ? words.import.readyToAccept
                : words.import.lacks[first]}
        </p>
        {accepting.said === null ? null : (
          <p className="note" role="alert">
            {accepting.said}
          </p>
        )}
      </div>
    </>
  )
}

/** One look at what the report will stand under: agency, year, whose figures. */
function ConfirmLine({
  draft,
  agency,
  correcting,
}: {
  readonly draft: IdentityDraft
  readonly agency: Agency | null
  readonly correcting: Correcting
}) {
  const { words, lang, dataset } = useAtlas()
  const scope = dataset.catalogue.scopes.find(({ id }) => id === draft.scope)
  const text = agency && draft.year !== null && scope ? words.import.confirmIdentity(agency.name, draft.year, scope.name[lang]) : null
  return (
    <label className="confirmline">
      <input
        type="checkbox"
        checked={draft.confirmed}
        disabled={text === null || correcting.working}
        onChange={(event) => correcting.change({ confirmed: event.target.checked })}
      />
      <span>{text ?? words.import.confirmIncomplete}</span>
    </label>
  )
}

const step = 60

/** Problems, or texts that were not placed: each leads to its place where that is known. */
function Findings({
  title,
  help,
  kind,
  items,
  index,
  chosen,
  choose,
}: {
  readonly title: string
  readonly help: string
  readonly kind: 'problem' | 'unplaced'
  readonly items: readonly { readonly text: string; readonly where: Place | null; readonly tag?: string }[]
  readonly index: SourceIndex
  readonly chosen: Chosen
  readonly choose: (item: string, place: Place | null, said: string) => void
}) {
  const { words } = useAtlas()
  const { shown, more } = useGrowing(items.length, step)
  const [folded, setFolded] = useState(false)
  const id = `${kind}-title`
  return (
    <section className="findings" aria-labelledby={id}>
      <div className="findingshead">
        <h2 id={id}>{title}</h2>
        {items.length === 0 ? null : (
          <button
            type="button"
            className="linklike"
            aria-expanded={!folded}
            aria-controls={`${kind}-list`}
            onClick={() => setFolded(!folded)}
          >
            {folded ? words.import.unfold : words.import.fold}
          </button>
        )}
      </div>
      {help === '' || folded ? null : <p className="sub">{help}</p>}
      <ol id={`${kind}-list`} hidden={folded}>
        {items.slice(0, shown).map(({ text, where, tag }, at) => {
          const key = `${kind}-${at}`
          const content = (
            <>
              {tag === undefined ? null : <b className="tag">{tag}</b>}
              <span className={kind === 'unplaced' ? 'printed' : undefined}>{text}</span>
            </>
          )
          return (
            <li key={key}>
              {index.locate(where) === null ? (
                <p className="finding">{content}</p>
              ) : (
                <button
                  type="button"
                  className={chosen.item === key ? 'finding chosen' : 'finding'}
                  aria-current={chosen.item === key ? 'true' : undefined}
                  onClick={() => choose(key, where, words.import.shownInSource(text))}
                >
                  {content}
                </button>
              )}
            </li>
          )
        })}
      </ol>
      {shown < items.length && !folded ? (
        <button type="button" className="linklike" onClick={more}>
          {words.import.showMore(Math.min(step, items.length - shown))}
        </button>
      ) : null}
    </section>
  )
}
