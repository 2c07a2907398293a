import { useRef, type ChangeEvent } from 'react'
import { useAtlas } from '../../AtlasContext.ts'
import { filesOfList } from '../../import/chosenFiles.ts'
import type { Taking } from './takeFiles.ts'

/** Where files come in: a place to drop them, and two buttons that do the same. */
export function DropZone({ taking, isEmpty }: { readonly taking: Taking; readonly isEmpty: boolean }) {
  const { words } = useAtlas()
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const takeChosen = (event: ChangeEvent<HTMLInputElement>): void => {
    const chosen = filesOfList(event.target.files ?? [])
    // The same file may be chosen again.
    event.target.value = ''
    if (chosen.length > 0) void taking.takeFiles({ files: chosen, unread: [] })
  }
  return (
    <section className={`dropzone${taking.isOver ? ' over' : ''}${isEmpty ? '' : ' small'}`} aria-label={words.import.dropLabel}>
      <p className="droptitle">{words.import.dropHere}</p>
      <div className="dropactions">
        <button type="button" className="btn main" onClick={() => files.current?.click()}>
          {words.import.chooseFiles}
        </button>
        <button type="button" className="btn" onClick={() => folder.current?.click()}>
          {words.import.chooseFolder}
        </button>
        <input ref={files} type="file" multiple hidden aria-label={words.import.chooseFiles} onChange={takeChosen} data-take="files" />
        <input
          // React's types know no attribute that opens a whole folder.
          ref={(input) => {
            folder.current = input
            input?.setAttribute('webkitdirectory', '')
          }}
          type="file"
          hidden
          aria-label={words.import.chooseFolder}
          onChange={takeChosen}
          data-take="folder"
        />
      </div>
      <p className="dropkinds">{words.import.kinds}</p>
      <p className="dropstays">{words.import.staysHere}</p>
      {taking.leftOut === null ? null : (
        <p className="dropleft" role="status">
          {taking.leftOut}
        </p>
      )}
    </section>
  )
}
