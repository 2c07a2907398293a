import { useEffect, useId, useRef } from 'react'
import { useAtlas } from '../../AtlasContext.ts'

/** Asks before something that cannot be taken back. Escape and the first button leave everything as it is. */
export function ConfirmDialog({
  title,
  text,
  action,
  confirm,
  close,
}: {
  readonly title: string
  readonly text: string
  readonly action: string
  readonly confirm: () => void
  readonly close: () => void
}) {
  const { words } = useAtlas()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby={titleId} onClose={close}>
      <h2 id={titleId}>{title}</h2>
      <p>{text}</p>
      <div className="confirmactions">
        <button type="button" className="btn" autoFocus onClick={() => dialog.current?.close()}>
          {words.import.keep}
        </button>
        <button
          type="button"
          className="btn main"
          onClick={() => {
            dialog.current?.close()
            confirm()
          }}
        >
          {action}
        </button>
      </div>
    </dialog>
  )
}
