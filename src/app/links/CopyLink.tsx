import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { fingerprintOf } from '../../dataset/dataVersion.ts'
import { linkWords } from '../../text/linkWords.ts'
import { useAtlas } from '../AtlasContext.ts'
import { copyText } from '../copyText.ts'
import { useLocalData } from '../local/localData.ts'
import { makeLink, type MadeLink } from './makeLink.ts'
import { findShownFigures } from './shownFigures.ts'

/** Copies the address of what is shown, for somebody else. Where the page shows something of this machine, it says so first. */
export function CopyLink() {
  const { words, announce } = useAtlas()
  const make = useMakeLink()
  const [byHand, setByHand] = useState<string | null>(null)
  const [asked, setAsked] = useState<MadeLink | null>(null)
  const [copied, setCopied] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const closeAsked = (): void => {
    setAsked(null)
    button.current?.focus()
  }
  const copy = async ({ address }: MadeLink): Promise<void> => {
    const link = new URL(address, window.location.href).href
    if (asked !== null) closeAsked()
    // On plain HTTP there is no clipboard: the link is shown, selected, to be copied by hand.
    const done = await copyText(link)
    setCopied(done)
    setByHand(done ? null : link)
    announce(done ? words.bar.copied : words.bar.copyByHand)
  }
  const start = (): void => {
    const made = make()
    if (made.left.length > 0 || made.ownFigures > 0) setAsked(made)
    else void copy(made)
  }
  return (
    <>
      <button type="button" className="btn" ref={button} onClick={start} onBlur={() => setCopied(false)}>
        {copied ? words.bar.copied : words.bar.copyLink}
      </button>
      {asked === null ? null : <OwnAsked made={asked} copy={() => void copy(asked)} cancel={closeAsked} />}
      {byHand === null ? null : (
        <label className="byhand">
          {words.bar.copyByHand}
          <input
            className="field"
            readOnly
            value={byHand}
            autoFocus
            onFocus={(event) => event.target.select()}
            onBlur={() => setByHand(null)}
          />
        </label>
      )}
    </>
  )
}

/** Makes the link to what is shown at the moment of the click. */
function useMakeLink(): () => MadeLink {
  const client = useQueryClient()
  const { selection, start, dataset } = useAtlas()
  const local = useLocalData()
  return () => {
    const published = dataset.publishedUnder ?? (dataset.hasEveryFile ? dataset : null)
    const own = {
      agencies: new Set(local.agencies.map(({ id }) => id)),
      reports: new Set(dataset.reports.filter((report) => report.local).map(({ report }) => report)),
      isOwnDataset: published === null,
    }
    const figures = findShownFigures(client, dataset)
    const fingerprint = published ? fingerprintOf(published.manifest) : null
    return makeLink({ selection, start, own, figures, catalogue: dataset.catalogue, fingerprint })
  }
}

/** Says what of this machine the link leaves out, before it is copied. */
function OwnAsked({ made, copy, cancel }: { readonly made: MadeLink; readonly copy: () => void; readonly cancel: () => void }) {
  const { lang } = useAtlas()
  const words = linkWords[lang]
  const parts = made.left.map((part) => words.ownParts[part]).join(words.list)
  return (
    <div
      className="byhand ownasked"
      role="alertdialog"
      aria-label={words.ownTitle}
      aria-describedby="ownasked"
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel()
      }}
    >
      <p id="ownasked">
        <b>{words.ownTitle}</b> {made.left.length > 0 ? words.ownLeft(parts) : ''}
        {made.ownFigures > 0 ? words.ownFigures(made.ownFigures) : ''}
        {words.ownNever}
      </p>
      <button type="button" className="btn" autoFocus onClick={copy}>
        {words.copyAnyway}
      </button>
      <button type="button" className="btn" onClick={cancel}>
        {words.cancel}
      </button>
    </div>
  )
}
