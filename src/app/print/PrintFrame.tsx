import { useEffect, useState } from 'react'
import { fingerprintOf } from '../../dataset/dataVersion.ts'
import { formatDate } from '../../text/numbers.ts'
import { printWordsIn } from '../../text/printWords.ts'
import { useAtlas, type Atlas } from '../AtlasContext.ts'
import { today } from '../today.ts'
import { saySelection } from './saySelection.ts'

/** Addresses up to this length stand at the foot of every page; longer ones on the first page alone. */
const longestAtFoot = 190

/** What is said on paper alone, above the page: what it shows, of which data, and where it is. */
export function PrintHead() {
  const atlas = useAtlas()
  const { dataset, lang, words, selection } = atlas
  const [day] = useState(today)
  const own = printWordsIn(lang)
  const { manifest } = dataset
  // The brief has a head of its own.
  if (selection.print !== null) return null
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
        {own.dataset(manifest.title[lang])} · {own.printed(formatDate(day, lang))}
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
      <p className="printaddress">
        {own.hash(fingerprintOf(manifest).slice(0, 16))} · {own.address}
        {own.colon}
        {printOwnAddress(atlas)}
      </p>
    </header>
  )
}

/** Says at the foot of every sheet where it is from: the margins of the page print this text (print.css). */
export function usePrintFoot({ addressOf, dataset, lang, words, selection }: Atlas): void {
  const { manifest } = dataset
  const address = printOwnAddress({ addressOf, dataset })
  const own = printWordsIn(lang)
  const parts = [
    `${words.appName} · ${selection.print === null ? words.pages[selection.page] : own.views[selection.print]}`,
    own.dataset(manifest.title[lang]),
    ...(manifest.synthetic ? [own.synthetic] : []),
    own.hash(fingerprintOf(manifest).slice(0, 16)),
    own.printed(formatDate(today(), lang)),
  ]
  const foot = `${parts.join(' · ')}\n${address.length > longestAtFoot ? own.addressAbove : address}`
  useEffect(() => document.documentElement.style.setProperty('--print-foot', quoteForCss(foot)), [foot])
}

/** A text as a string of CSS. */
const quoteForCss = (text: string): string => `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\A ')}"`

/** The whole address of what is printed, with the fingerprint of its data. */
function printOwnAddress({ addressOf, dataset }: Pick<Atlas, 'addressOf' | 'dataset'>): string {
  return new URL(addressOf({ of: fingerprintOf(dataset.manifest).slice(0, 8) }), window.location.href).href
}
