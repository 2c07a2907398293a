import { useState } from 'react'
import { apiAddresses, indicatorFields, sizeField } from '../../../dataset/apiAddresses.ts'
import { listApiExamples } from '../../../dataset/apiExamples.ts'
import type { Manifest } from '../../../dataset/manifest.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import { dataWords } from '../../../text/dataWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { CopyBlock } from './CopyBlock.tsx'
import { Section } from './Section.tsx'
import { TableHead } from './TableHead.tsx'
import { usePublished } from './usePublished.ts'

/** Every address of the static API as it is where the page is served, the columns of an indicator file, and examples that can be pasted. */
export function ApiSection({ indicator }: { readonly indicator: Indicator }) {
  const { dataset, chosenAgencies, lang } = useAtlas()
  const said = dataWords[lang]
  const { manifest } = usePublished()
  const agency = chosenAgencies[0]?.id
  const report = dataset.reports.filter((one) => one.agency === agency && !one.local).at(-1)?.report
  const answer = manifest?.answers[0]
  const parts: Readonly<Record<string, string | undefined>> = {
    '<indicator>': indicator.id,
    '<agency>': agency,
    '<report>': report,
    '<question>/<key>': answer,
    'dataset.<hash>.duckdb': manifest?.dataFile,
    'earlier/<hash>': manifest?.earlier[0]?.folder,
  }
  /** The address of a pattern here; null where there is none to show. */
  const exampleOf = (pattern: string): string | null => {
    if (pattern === 'datasets.json') return new URL('datasets.json', document.baseURI).href
    let address = pattern
    for (const [part, value] of Object.entries(parts)) if (value !== undefined) address = address.replace(part, value)
    return address.includes('<') ? null : dataset.addressOf(address)
  }
  const base = new URL('.', document.baseURI).href
  const folder = dataset.addressOf('')
  return (
    <Section id="api" title={said.apiTitle} subtitle={said.apiSub} className="c12">
      <ul className="apinotes">
        <li>
          {said.apiFolder} <code>{folder}</code>
          {said.apiAbove} <code>{base}</code>
        </li>
        {said.apiNotes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <AddressTable exampleOf={exampleOf} base={base} folder={folder} />
      <h3>{said.fieldsTitle}</h3>
      <dl className="datafields">
        {[...indicatorFields, sizeField].map(({ name, about }) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{about[lang]}</dd>
          </div>
        ))}
      </dl>
      <h3>{said.examplesTitle}</h3>
      <p className="datanote">{said.examplesSub(indicator.name[lang])}</p>
      <Examples indicator={indicator} manifest={manifest} />
    </Section>
  )
}

/** Each address with what is there, and one that can be opened. */
function AddressTable({
  exampleOf,
  base,
  folder,
}: {
  readonly exampleOf: (pattern: string) => string | null
  readonly base: string
  readonly folder: string
}) {
  const { lang } = useAtlas()
  const said = dataWords[lang]
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={said.apiTitle}>
      <table className="t wrap apitable">
        <TableHead names={[said.address, said.what, said.example]} />
        <tbody>
          {apiAddresses.map(({ pattern, about }) => {
            const address = exampleOf(pattern)
            return (
              <tr key={pattern}>
                <th scope="row">
                  <code>{pattern}</code>
                </th>
                <td>{about[lang]}</td>
                <td>
                  {address === null ? (
                    '–'
                  ) : (
                    <a href={address} aria-label={said.exampleOf(address.slice(base.length))}>
                      {address.startsWith(folder) ? address.slice(folder.length) : address.slice(base.length)}
                    </a>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** The files of an indicator read in several languages, one of them at a time. */
function Examples({ indicator, manifest }: { readonly indicator: Indicator; readonly manifest: Manifest | null }) {
  const { dataset, lang } = useAtlas()
  const said = dataWords[lang]
  const [chosen, setChosen] = useState<string>('curl')
  const examples = listApiExamples({
    indicator,
    addressOf: (file) => dataset.addressOf(file),
    dataFile: manifest?.dataFile ?? 'dataset.duckdb',
  })
  // The name of the compiled file is known only where it is what is open.
  const offered = manifest === null ? examples.filter(({ id }) => id !== 'compiled') : examples
  const example = offered.find(({ id }) => id === chosen) ?? offered[0]
  return (
    <>
      <div className="exampletabs" role="group" aria-label={said.exampleChoice}>
        {offered.map(({ id, name }) => (
          <button key={id} type="button" className="btn" aria-pressed={id === example?.id} onClick={() => setChosen(id)}>
            {name[lang]}
          </button>
        ))}
      </div>
      {example ? (
        <div data-example={example.id}>
          {example.note ? <p className="datanote">{example.note[lang]}</p> : null}
          <CopyBlock name={example.name[lang]} label={said.exampleText(example.name[lang])} text={example.text} />
        </div>
      ) : null}
    </>
  )
}
