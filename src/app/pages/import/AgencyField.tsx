import { useMemo, useRef, useState, type ReactNode } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { matchesAgency, type Agency } from '../../../agencies.ts'
import type { AgencyRow } from '../../../dataset/tables.ts'
import type { ParsedReport } from '../../../reports/figure.ts'
import type { IdentityDraft } from '../../import/identityDraft.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { NewAgencyForm } from './NewAgencyForm.tsx'
import { useKeptFocus } from './useKeptFocus.ts'

/** As many agencies as a list offers; typing finds the others. */
const mostOffered = 60

interface Offer {
  readonly id: string
  readonly name: string
  readonly why: string
}

const newAgencyId = '+new'

/** Which agency a report is of: the likely ones first, each with its reason, then all others by search; or a new one. */
export function AgencyField({
  parsed,
  draft,
  agencies,
  change,
  note,
}: {
  readonly parsed: ParsedReport
  readonly draft: IdentityDraft
  readonly agencies: readonly Agency[]
  readonly change: (change: Partial<IdentityDraft>) => void
  readonly note: ReactNode
}) {
  const { words, lang } = useAtlas()
  const chosen = agencies.find(({ id }) => id === draft.agencyId)
  const [typed, setTyped] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const field = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  useKeptFocus(field, opener)
  const shown = typed ?? chosen?.name ?? ''
  const offers = useMemo(
    () => listOffers({ typed: typed ?? '', parsed, agencies, lang, words: { unlisted: words.import.newAgency } }),
    [typed, parsed, agencies, lang, words],
  )
  const pick = (id: string | null): void => {
    setTyped(null)
    if (id === newAgencyId) setAdding(true)
    else if (id !== null && id !== draft.agencyId) change({ agencyId: id, newAgency: null })
  }
  const add = (row: AgencyRow): void => {
    setAdding(false)
    change({ agencyId: row.agency_id, newAgency: row })
  }
  return (
    <div className="idfield agencyfield" ref={field}>
      <ComboBox
        className="combo"
        inputValue={shown}
        onInputChange={(text) => setTyped(text === chosen?.name ? null : text)}
        selectedKey={draft.agencyId}
        onSelectionChange={(key) => pick(key === null ? null : String(key))}
        items={offers}
        defaultFilter={() => true}
        menuTrigger="focus"
        allowsEmptyCollection
      >
        <Label className="idname">{words.import.agency}</Label>
        <div className="comborow">
          <Input className="field" placeholder={words.import.agencyPlaceholder} onBlur={() => setTyped(null)} />
          <Button className="btn combobutton" aria-label={words.import.showAgencies}>
            <svg width="10" height="6" viewBox="0 0 10 6" aria-hidden="true">
              <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.4" />
            </svg>
          </Button>
        </div>
        <Popover className="pop agencypop" offset={4}>
          <ListBox<Offer> className="options" renderEmptyState={() => <p className="nomatch">{words.pick.noMatch(shown)}</p>}>
            {({ id, name, why }) => (
              <ListBoxItem id={id} textValue={name} className="option offer">
                <span className="optionname">{name}</span>
                <small>{why}</small>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      <div className="idnote">{note}</div>
      {draft.newAgency ? <small className="sure">{words.import.agencyIsNew}</small> : null}
      {draft.agencyId === null && parsed.report.agency !== null && !parsed.recognised.agency.reason.zh.includes(parsed.report.agency) ? (
        <small className="sure">{words.import.printedName(parsed.report.agency)}</small>
      ) : null}
      {adding ? (
        <NewAgencyForm
          name={draft.newAgency?.name ?? parsed.report.agency ?? ''}
          agencies={agencies}
          add={add}
          close={() => setAdding(false)}
        />
      ) : (
        <button type="button" className="linklike" ref={opener} onClick={() => setAdding(true)}>
          {draft.agencyId === null && parsed.report.agency !== null
            ? words.import.addUnlisted(parsed.report.agency)
            : words.import.newAgency}
        </button>
      )}
    </div>
  )
}

/** Candidates with their reasons, then what matches the typed text, then the way to a new agency. */
function listOffers({
  typed,
  parsed,
  agencies,
  lang,
  words,
}: {
  readonly typed: string
  readonly parsed: ParsedReport
  readonly agencies: readonly Agency[]
  readonly lang: 'zh' | 'en'
  readonly words: { readonly unlisted: string }
}): readonly Offer[] {
  const { candidates } = parsed.recognised.agency
  const matching = agencies.filter((agency) => matchesAgency(agency, typed))
  const known = new Set(matching.map(({ id }) => id))
  const likely = candidates.filter(({ agency_id }) => known.has(agency_id))
  const others = matching.filter(({ id }) => !likely.some(({ agency_id }) => agency_id === id))
  return [
    ...likely.map(({ agency_id, name, reason }) => ({ id: agency_id, name, why: reason[lang] })),
    ...others.slice(0, mostOffered).map(({ id, name, regionName }) => ({ id, name, why: regionName ?? '' })),
    { id: newAgencyId, name: words.unlisted, why: '' },
  ]
}
