import { useId, type ReactNode } from 'react'
import type { Agency } from '../../../agencies.ts'
import { nameForm } from '../../../charts/figureText.ts'
import type { Scope } from '../../../forms/states.ts'
import type { ParsedReport, Recognition } from '../../../reports/figure.ts'
import type { IdentityDraft } from '../../import/identityDraft.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { AgencyField } from './AgencyField.tsx'
import type { Correcting } from './useCorrecting.ts'

/** Whose report it is, on which year, for whom: what was recognised, how sure, and why; to be confirmed or corrected. */
export function IdentityForm({
  parsed,
  draft,
  agencies,
  correcting,
}: {
  readonly parsed: ParsedReport
  readonly draft: IdentityDraft
  readonly agencies: readonly Agency[]
  readonly correcting: Correcting
}) {
  const { words, lang, dataset } = useAtlas()
  const { recognised, report } = parsed
  const { change } = correcting
  return (
    <section className="identity" aria-labelledby="identity-title">
      <h2 id="identity-title">{words.import.identityTitle}</h2>
      <AgencyField
        parsed={parsed}
        draft={draft}
        agencies={agencies}
        change={change}
        note={<Sure about={recognised.agency} said={draft.agencyId !== report.agency_id} />}
      />
      <SelectField
        name={words.import.year}
        value={draft.year === null ? '' : String(draft.year)}
        options={years(draft.year).map((year) => ({ id: String(year), name: words.import.yearOption(year) }))}
        choose={(year) => change({ year: year === '' ? null : Number(year) })}
        note={<Sure about={recognised.year} said={draft.year !== report.year} />}
      />
      <SelectField
        name={words.import.scope}
        value={draft.scope ?? ''}
        options={dataset.catalogue.scopes.map(({ id, name }) => ({ id, name: name[lang] }))}
        choose={(id) => change({ scope: id === '' ? null : (id as Scope) })}
        note={<Sure about={recognised.scope} said={draft.scope !== report.scope} />}
      />
      <div className="idfield">
        <span className="idname">{words.import.form}</span>
        <span className="idvalue">{nameForm(dataset.catalogue, report.form, lang) || words.import.noForm}</span>
        <Sure about={recognised.form} said={false} />
      </div>
      <DateField
        name={words.import.publishedOn}
        value={draft.publishedOn}
        choose={(publishedOn) => change({ publishedOn })}
        note={<Sure about={recognised.published_on} said={draft.publishedOn !== report.published_on} />}
      />
      <DateField name={words.import.periodStart} value={draft.periodStart} choose={(periodStart) => change({ periodStart })} note={null} />
      <DateField name={words.import.periodEnd} value={draft.periodEnd} choose={(periodEnd) => change({ periodEnd })} note={null} />
    </section>
  )
}

/** Years that a report may be on, the latest first. */
function years(chosen: number | null): readonly number[] {
  const last = Math.max(new Date().getFullYear(), chosen ?? 2008)
  return Array.from({ length: last - 2008 + 1 }, (_, at) => last - at)
}

/** How sure the reader is and why; or that a person said so. */
export function Sure({ about, said }: { readonly about: Recognition; readonly said: boolean }) {
  const { words, lang } = useAtlas()
  if (said) return <small className="sure">{words.import.saidByPerson}</small>
  return (
    <small className="sure">
      <b className={`tag sure-${about.confidence}`}>{words.import.confidence[about.confidence]}</b> {about.reason[lang]}
    </small>
  )
}

function SelectField({
  name,
  value,
  options,
  choose,
  note,
}: {
  readonly name: string
  readonly value: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly choose: (id: string) => void
  readonly note: ReactNode
}) {
  const { words } = useAtlas()
  const [id, noteId] = [useId(), useId()]
  return (
    <div className="idfield">
      <label className="idname" htmlFor={id}>
        {name}
      </label>
      <select id={id} className="field" value={value} aria-describedby={noteId} onChange={(event) => choose(event.target.value)}>
        {value === '' ? <option value="">{words.import.choose}</option> : null}
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
      <div className="idnote" id={noteId}>
        {note}
      </div>
    </div>
  )
}

function DateField({
  name,
  value,
  choose,
  note,
}: {
  readonly name: string
  readonly value: string | null
  readonly choose: (day: string | null) => void
  readonly note: ReactNode
}) {
  const [id, noteId] = [useId(), useId()]
  return (
    <div className="idfield">
      <label className="idname" htmlFor={id}>
        {name}
      </label>
      <input
        id={id}
        type="date"
        className="field"
        min="2008-01-01"
        max="2099-12-31"
        value={value ?? ''}
        aria-describedby={noteId}
        onChange={(event) => choose(event.target.value === '' ? null : event.target.value)}
      />
      <div className="idnote" id={noteId}>
        {note}
      </div>
    </div>
  )
}
