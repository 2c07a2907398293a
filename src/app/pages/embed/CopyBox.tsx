import { useId, useRef, useState, type ReactNode } from 'react'
import { embedBuilderWordsIn } from '../../../text/embedBuilderWords.ts'
import { punctuation } from '../../../text/punctuation.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { copyText } from '../../copyText.ts'

/** Text to be carried elsewhere: copied, or, on plain HTTP where there is no clipboard, selected to be copied by hand. */
export function CopyBox({
  name,
  text,
  rows,
  children,
}: {
  readonly name: string
  readonly text: string
  /** Lines that are seen at once. */
  readonly rows: number
  readonly children?: ReactNode
}) {
  const { lang, announce } = useAtlas()
  const { code } = embedBuilderWordsIn(lang)
  const [done, setDone] = useState<{ readonly text: string; readonly copied: boolean } | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const id = useId()
  const copy = async (): Promise<void> => {
    const copied = await copyText(text)
    setDone({ text, copied })
    announce(copied ? code.copied : code.byHand)
    if (!copied) {
      field.current?.focus()
      field.current?.select()
    }
  }
  const said = done?.text === text ? done : null
  return (
    <div className="embed-copybox">
      <div className="embed-copyhead">
        <label htmlFor={id}>{name}</label>
        {children}
        <button type="button" className="btn" onClick={() => void copy()} aria-label={`${code.copy}${punctuation[lang].colon}${name}`}>
          {said?.copied ? code.copied : code.copy}
        </button>
      </div>
      <textarea id={id} ref={field} className="field embed-code" readOnly rows={rows} spellCheck={false} value={text} dir="ltr" />
      {said && !said.copied ? <p className="embed-byhandsaid">{code.byHand}</p> : null}
    </div>
  )
}
