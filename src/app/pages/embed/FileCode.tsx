import { useEffect, useMemo, useState } from 'react'
import type { ShownFigure } from '../../../embed/figures/askedFigure.ts'
import { safeFileName } from '../../../exports/safeFileName.ts'
import type { PageFigure } from '../../../selection/pageFigures.ts'
import { embedBuilderWordsIn } from '../../../text/embedBuilderWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { CopyBox } from './CopyBox.tsx'
import type { EmbeddedView } from './drawEmbedded.ts'
import type { EmbedChoices } from './embedChoices.ts'
import { Explained } from './Explained.tsx'
import { fetchEmbedRuntime, makeFile, type EmbedRuntime, type HandedOut } from './makeEmbeds.ts'
import { directives, fileSnippet } from './snippets.ts'
import { useSavedHtml } from './useSavedHtml.ts'

/** The file of its own: saved, with the line that shows it in a page and what a policy must name. */
export function FileCode({
  view,
  choices,
  handed,
  shown,
  height,
}: {
  readonly view: EmbeddedView
  readonly choices: EmbedChoices
  readonly handed: HandedOut
  readonly shown: ShownFigure
  readonly height: number
}) {
  const { lang } = useAtlas()
  const { code, out, file: words, oldServer } = embedBuilderWordsIn(lang)
  const { runtime, retry } = useEmbedRuntime(view.selection.figure)
  const { figure } = shown
  const { saved, save } = useSavedHtml()
  const made = useMemo(
    () => (runtime === null || runtime instanceof Error ? null : makeFile(view, shown, choices, handed, runtime)),
    [runtime, view, choices, handed, shown],
  )
  if (runtime instanceof Error)
    return (
      <div className="empty" role="alert">
        <p>{oldServer}</p>
        <button type="button" className="btn" onClick={retry}>
          {code.tryAgain}
        </button>
      </div>
    )
  if (made === null) return <p role="status">{code.making}</p>
  const name = safeFileName(out.fileName(figure.title), 'html')
  const bytes = new TextEncoder().encode(made.html)
  return (
    <>
      <div className="embed-savefile">
        <button type="button" className="btn main" onClick={() => save(name, bytes)}>
          {code.save}
        </button>
        <span>{name}</span>
        <small>{code.size(Math.ceil(bytes.length / 1000))}</small>
      </div>
      {saved === '' ? null : <p className="embed-hint">{saved}</p>}
      <CopyBox name={code.fileFrame} text={fileSnippet(name, { title: figure.title, height })} rows={3} />
      <CopyBox name={code.policy} text={directives.file(made)} rows={3} />
      <Explained
        facts={[
          [code.where, words.where],
          [code.needs, words.needs],
          [code.offline, words.offline],
          [code.fresh, words.fresh],
        ]}
      />
    </>
  )
}

/** What draws embeds, fetched when it is needed; null until it is there. */
function useEmbedRuntime(figure: PageFigure | null): { readonly runtime: EmbedRuntime | Error | null; readonly retry: () => void } {
  const [runtime, setRuntime] = useState<EmbedRuntime | Error | null>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    let wanted = true
    fetchEmbedRuntime(document.baseURI, figure).then(
      (fetched) => wanted && setRuntime(fetched),
      (error: unknown) => {
        console.warn('the script of embeds could not be had', error)
        if (wanted) setRuntime(error instanceof Error ? error : new Error(String(error)))
      },
    )
    return () => {
      wanted = false
    }
  }, [tries, figure])
  const retry = (): void => {
    setRuntime(null)
    setTries(tries + 1)
  }
  return { runtime, retry }
}
