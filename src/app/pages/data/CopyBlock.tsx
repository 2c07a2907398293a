import { useRef, useState } from 'react'
import { dataWords } from '../../../text/dataWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { copyText } from '../../copyText.ts'

/** A text to be taken along. Where there is no clipboard, as on plain HTTP, the text is selected, to be copied by hand. */
export function CopyBlock({
  name,
  label,
  text,
  wrap = false,
}: {
  readonly name: string
  readonly label: string
  readonly text: string
  readonly wrap?: boolean
}) {
  const { lang, announce } = useAtlas()
  const said = dataWords[lang]
  const shown = useRef<HTMLPreElement>(null)
  const [done, setDone] = useState<{ readonly text: string; readonly said: string } | null>(null)
  const copy = async (): Promise<void> => {
    const outcome = (await copyText(text)) ? said.copied : said.selected
    if (outcome === said.selected && shown.current) {
      shown.current.focus()
      window.getSelection()?.selectAllChildren(shown.current)
    }
    setDone({ text, said: outcome })
    announce(outcome)
  }
  const shownSaid = done?.text === text ? done.said : said.copy
  return (
    <div className={wrap ? 'copyblock wraps' : 'copyblock'}>
      <p className="copyhead">
        <b>{name}</b>
        <button type="button" className="linklike" aria-label={said.copyOf(shownSaid, label)} onClick={() => void copy()}>
          {shownSaid}
        </button>
      </p>
      <pre ref={shown} tabIndex={0} role="region" aria-label={label}>
        {text}
      </pre>
    </div>
  )
}
