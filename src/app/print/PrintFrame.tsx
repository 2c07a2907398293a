import { useState } from 'react'
import { formatDate } from '../../text/numbers.ts'
import { printWordsIn } from '../../text/printWords.ts'
import { useAtlas } from '../AtlasContext.ts'
import { saySelection } from './saySelection.ts'

/** Addresses up to this length stand at the foot of every page; longer ones on the first page alone. */
const longestAtFoot = 190

/** What is said on paper alone: above the page what it shows, below every sheet where it is from. On the screen it is not there. */
export function PrintHead() {
  const atlas = useAtlas()
  const { dataset, lang, words, selection } = atlas
  const [today] = useState(readToday)
  const own = printWordsIn(lang)
  const { manifest } = dataset
  const address = useOwnAddress()
  return (
    <header className="printhead" aria-hidden="true">
      <p className="printkind">
        <b>{words.pages[selection.page]}</b>
        <span>
          {words.appName} {words.appSubtitle}
        </span>
      </p>
      <p>
        {manifest.synthetic ? <b className="tag syn">{own.synthetic}</b> : null}
        {own.dataset(manifest.title[lang])} · {own.printed(formatDate(today, lang))}
      </p>
      <p>
        {saySelection(atlas).map(([name, value]) => (
          <span key={name} className="printpart">
            {name}
            {own.colon}
            <b>{value}</b>
          </span>
        ))}
      </p>
      {address.length > longestAtFoot ? (
        <p className="printaddress">
          {own.address}
          {own.colon}
          {address}
        </p>
      ) : null}
    </header>
  )
}

/** Repeated at the foot of every sheet: address with the data's fingerprint, hash, date. */
export function PrintFoot() {
  const { dataset, lang, words, selection } = useAtlas()
  const [today] = useState(readToday)
  const own = printWordsIn(lang)
  const { manifest } = dataset
  const address = useOwnAddress()
  return (
    <>
      <div className="printspace" aria-hidden="true" />
      <footer className="printfoot" aria-hidden="true">
        <p>
          {words.appName} · {words.pages[selection.page]} · {own.dataset(manifest.title[lang])}
          {manifest.synthetic ? ` · ${own.synthetic}` : ''} · {own.hash(manifest.dataSha256.slice(0, 16))} ·{' '}
          {own.printed(formatDate(today, lang))}
        </p>
        <p className="printaddress">{address.length > longestAtFoot ? own.addressAbove : address}</p>
      </footer>
    </>
  )
}

/** The whole address of what is printed, with the fingerprint of its data. */
function useOwnAddress(): string {
  const { addressOf, dataset } = useAtlas()
  return new URL(addressOf({ of: dataset.manifest.dataSha256.slice(0, 8) }), window.location.href).href
}

/** The day on this computer's calendar, `YYYY-MM-DD`. */
function readToday(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
