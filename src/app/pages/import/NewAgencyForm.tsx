import { useId, useState, type FormEvent, type ReactNode } from 'react'
import { levelNames, type Agency, type AgencyLevel } from '../../../agencies.ts'
import type { AgencyRow } from '../../../dataset/tables.ts'
import { newAgencyRow, proposeSystem } from '../../import/newAgency.ts'
import { useAtlas } from '../../AtlasContext.ts'

const levels = Object.keys(levelNames) as readonly AgencyLevel[]

/** An agency that the dataset lacks: what it is called, where it is, what it does. */
export function NewAgencyForm({
  name: proposed,
  agencies,
  add,
  close,
}: {
  readonly name: string
  readonly agencies: readonly Agency[]
  readonly add: (row: AgencyRow) => void
  readonly close: () => void
}) {
  const { words, lang } = useAtlas()
  const [name, setName] = useState(proposed)
  const [shortName, setShortName] = useState('')
  const [regionCode, setRegionCode] = useState('')
  const [level, setLevel] = useState<AgencyLevel | ''>('')
  const [system, setSystem] = useState(() => proposeSystem(proposed, agencies))
  const [supervisor, setSupervisor] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const regions = [
    ...new Map(
      agencies.flatMap(({ regionCode: code, regionName }) => (code === null ? [] : [[code, regionName ?? code] as const])),
    ).entries(),
  ]
  const systems = [...new Set(agencies.map((agency) => agency.system))]
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() === '' || level === '' || system.trim() === '') setSaid(words.import.agencyLacks)
    else if (agencies.some((agency) => agency.name === name.trim())) setSaid(words.import.agencyExists(name.trim()))
    else add(newAgencyRow({ name, shortName, regionCode, level, system, supervisor }))
  }
  return (
    <form className="newagency" aria-label={words.import.newAgency} onSubmit={submit} noValidate>
      <Line name={words.import.newName}>
        {(id) => (
          <input
            id={id}
            className="field"
            value={name}
            autoFocus
            required
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Line>
      <Line name={words.import.newShortName}>
        {(id) => (
          <input id={id} className="field" value={shortName} maxLength={60} onChange={(event) => setShortName(event.target.value)} />
        )}
      </Line>
      <Line name={words.agency.level}>
        {(id) => (
          <select id={id} className="field" value={level} required onChange={(event) => setLevel(event.target.value as AgencyLevel)}>
            <option value="">{words.import.choose}</option>
            {levels.map((one) => (
              <option key={one} value={one}>
                {levelNames[one][lang]}
              </option>
            ))}
          </select>
        )}
      </Line>
      <Line name={words.agency.region}>
        {(id) => (
          <select id={id} className="field" value={regionCode} onChange={(event) => setRegionCode(event.target.value)}>
            <option value="">{words.import.noRegion}</option>
            {regions.map(([code, region]) => (
              <option key={code} value={code}>
                {region} {code}
              </option>
            ))}
          </select>
        )}
      </Line>
      <Line name={words.agency.system}>
        {(id) => (
          <>
            <input
              id={id}
              className="field"
              value={system}
              required
              maxLength={20}
              list={`${id}-known`}
              onChange={(event) => setSystem(event.target.value)}
            />
            <datalist id={`${id}-known`}>
              {systems.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </datalist>
          </>
        )}
      </Line>
      <Line name={words.agency.supervisor}>
        {(id) => (
          <select id={id} className="field" value={supervisor} onChange={(event) => setSupervisor(event.target.value)}>
            <option value="">{words.import.noSupervisor}</option>
            {agencies.slice(0, 2000).map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Line>
      {said === null ? null : (
        <p className="note" role="alert">
          {said}
        </p>
      )}
      <div className="dropactions">
        <button type="submit" className="btn main">
          {words.import.addAgency}
        </button>
        <button type="button" className="btn" onClick={close}>
          {words.import.cancel}
        </button>
      </div>
    </form>
  )
}

function Line({ name, children }: { readonly name: string; readonly children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="idfield">
      <label className="idname" htmlFor={id}>
        {name}
      </label>
      {children(id)}
    </div>
  )
}
