import { useRef, useState } from 'react'
import { pickerWords, type PickerWords } from '../../text/pickerWords.ts'
import { useAtlas } from '../AtlasContext.ts'
import { saveFile } from '../pages/import/saveFile.ts'
import { readAgencySets, writeAgencySets, type ReadSet, type ReadSets } from './agencySets.ts'

/** Ids beyond this many are counted, not named. */
const mostNamed = 8

/** Sets of agencies kept in a file: nothing of them is kept by the browser, and in the address only what is chosen. */
export function AgencySets({
  chosen,
  choose,
}: {
  readonly chosen: ReadonlySet<string>
  readonly choose: (ids: readonly string[]) => void
}) {
  const { dataset, lang } = useAtlas()
  const own = pickerWords(lang)
  const chooser = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const [read, setRead] = useState<ReadSets | null>(null)
  const save = (): void => {
    const agencies = dataset.agencies.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
    const text = writeAgencySets([{ name: name.trim() || own.setDefaultName(agencies.length), agencies }], dataset.manifest.id)
    saveFile(`${own.setFile}-${dataset.manifest.id}-${agencies.length}.json`, 'application/json', new TextEncoder().encode(text))
  }
  const take = async (file: File): Promise<void> => {
    setRead(readAgencySets(await file.text(), new Set(dataset.agencies.map(({ id }) => id))))
  }
  return (
    <details className="agencysets">
      <summary>{own.setsTitle}</summary>
      <div className="setline">
        <input
          className="field"
          aria-label={own.setName}
          placeholder={own.setName}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="button" className="btn" disabled={chosen.size === 0} onClick={save}>
          {own.setSave}
        </button>
        <button type="button" className="btn" onClick={() => chooser.current?.click()}>
          {own.setRead}
        </button>
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          hidden
          data-take="agencysets"
          aria-label={own.setRead}
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) void take(file)
            event.target.value = ''
          }}
        />
      </div>
      {chosen.size === 0 && read === null ? <p>{own.setSaveNone}</p> : null}
      <div role="status">{read === null ? null : <SetsRead read={read} choose={choose} />}</div>
    </details>
  )
}

function SetsRead({ read, choose }: { readonly read: ReadSets; readonly choose: (ids: readonly string[]) => void }) {
  const { dataset, lang } = useAtlas()
  const own = pickerWords(lang)
  if ('problem' in read) return <p>{own.setProblems[read.problem]}</p>
  return (
    <>
      <p>{own.setsRead(read.sets.length)}</p>
      <ul className="setlist">
        {read.sets.map((set, i) => (
          <li key={i}>
            {set.agencies.length === 0 ? null : (
              <button type="button" className="linklike" onClick={() => choose(set.agencies)}>
                {own.setEntry(set.name, set.agencies.length)}
              </button>
            )}
            {set.unknown.length === 0 ? null : <p>{sayUnknown(set, own)}</p>}
          </li>
        ))}
      </ul>
      {read.refused === 0 ? null : <p>{own.setRefused(read.refused)}</p>}
      {read.dataset === null || read.dataset === dataset.manifest.id ? null : <p>{own.setOtherData(read.dataset)}</p>}
    </>
  )
}

const sayUnknown = ({ name, agencies, unknown }: ReadSet, own: PickerWords): string =>
  agencies.length === 0 ? own.setEmpty(name) : own.setUnknown(name, unknown.slice(0, mostNamed), Math.max(0, unknown.length - mostNamed))
