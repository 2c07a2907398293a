import { useRef, useState, type ReactNode, type RefObject } from 'react'
import { exportWordsIn } from '../../text/exportWords.ts'
import { useAtlas } from '../AtlasContext.ts'
import { saveFile } from '../pages/import/saveFile.ts'
import { useEngine } from '../useAnswer.ts'
import { canAskAll } from './canAskAll.ts'
import { countLocal } from './countLocal.ts'
import type { PanelFile } from './panelFile.ts'
import type { WantedFile } from './writePanel.ts'

/** Which of the links was followed. */
export type OpenedPart = 'files' | 'citation'

interface Said {
  readonly text: string
  /** What could not be copied, to be copied by hand. */
  readonly byHand?: string
}

/** The files of a figure, or its citation: a line for each kind, and what became of the last one. Writers are fetched when they are asked for. */
export function OpenDownloads({
  part,
  file,
  figure,
}: {
  readonly part: OpenedPart
  readonly file: PanelFile
  readonly figure: RefObject<HTMLElement | null>
}) {
  const atlas = useAtlas()
  const engine = useEngine()
  const own = exportWordsIn(atlas.lang)
  const { said, working, work } = useWork(figure, own)
  const save = (wanted: WantedFile): void =>
    work(async (element) => {
      const { writePanel } = await import('./writePanel.ts')
      const { name, type, bytes } = await writePanel(wanted, file, element, { atlas, engine })
      saveFile(name, type, bytes)
      return { text: own.saved(name) }
    })
  const copy = (kind: 'table' | 'citation'): void =>
    work(async (element) => {
      const { copyPanel, copyPlain, copyRich } = await import('./copyPanel.ts')
      const { table, citation } = copyPanel(file, element, atlas)
      const done = kind === 'table' ? await copyRich(table) : await copyPlain(citation)
      return done ? { text: own.copied[kind] } : { text: own.byHand, byHand: kind === 'table' ? table.tsv : citation }
    })
  const button = (name: string, group: string, onClick: () => void): ReactNode => (
    <button key={name} type="button" className="linklike" aria-label={own.about(name, group)} aria-disabled={working} onClick={onClick}>
      {name}
    </button>
  )
  const tables = (scope: 'shown' | 'all'): ReactNode =>
    (['csv', 'xlsx'] as const).map((kind) => button(own.kinds[kind], own.groups[scope], () => save({ kind, scope })))
  const local = countLocal(file, file.rows, atlas)
  const { groups, kinds } = own
  return (
    <>
      {local > 0 ? <p>{own.localBefore(local)}</p> : null}
      {part === 'files' ? (
        <>
          <Group name={groups.shown}>{tables('shown')}</Group>
          {canAskAll(file, atlas.dataset) ? <Group name={groups.all}>{tables('all')}</Group> : null}
          <Group name={groups.picture}>
            {(['svg', 'png'] as const).map((kind) => button(kinds[kind], groups.picture, () => save({ kind, scope: 'shown' })))}
          </Group>
          <Group name={groups.copy}>{button(kinds.table, groups.copy, () => copy('table'))}</Group>
        </>
      ) : (
        <Group name={groups.copy}>{button(kinds.citation, groups.copy, () => copy('citation'))}</Group>
      )}
      <p role="status">{said?.text}</p>
      {said?.byHand === undefined ? null : <ByHand text={said.byHand} name={own.byHand} />}
    </>
  )
}

function Group({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div role="group" aria-label={name}>
      <span aria-hidden="true">{name}</span>
      {children}
    </div>
  )
}

/** One task at a time, and what became of it. */
function useWork(figure: RefObject<HTMLElement | null>, own: ReturnType<typeof exportWordsIn>) {
  const [said, setSaid] = useState<Said | null>(null)
  const [working, setWorking] = useState(false)
  const busy = useRef(false)
  const work = (task: (element: HTMLElement) => Promise<Said>): void => {
    const element = figure.current
    if (!element || busy.current) return
    busy.current = true
    setWorking(true)
    setSaid({ text: own.working })
    task(element)
      .then(setSaid)
      .catch((error: unknown) => {
        console.warn('a file of a figure could not be made', error)
        setSaid({ text: own.failed })
      })
      .finally(() => {
        busy.current = false
        setWorking(false)
      })
  }
  return { said, working, work }
}

/** Where a page may not copy: the text, selected. */
function ByHand({ text, name }: { readonly text: string; readonly name: string }) {
  return (
    <textarea
      className="field code"
      readOnly
      rows={4}
      aria-label={name}
      value={text}
      autoFocus
      onFocus={(event) => event.target.select()}
    />
  )
}
