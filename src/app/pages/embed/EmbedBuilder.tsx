import { useId, useMemo, useState } from 'react'
import { fingerprintOf } from '../../../dataset/dataVersion.ts'
import { embedHeights } from '../../../embed/embedParts.ts'
import { embedBuilderWordsIn } from '../../../text/embedBuilderWords.ts'
import type { AbsentFigure, ShownFigure } from '../../../embed/figures/askedFigure.ts'
import { pageOfFigure } from '../../../selection/pageFigures.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { useLocalData } from '../../local/localData.ts'
import { countOwn, publishedOf, type OwnCount } from './countOwn.ts'
import { figureOfView, type EmbeddedView } from './drawEmbedded.ts'
import { mayHandOut, printEmbedQuery, type EmbedChoices } from './embedChoices.ts'
import { FileCode } from './FileCode.tsx'
import { FragmentCode } from './FragmentCode.tsx'
import { KindChoice } from './KindChoice.tsx'
import { LiveCode } from './LiveCode.tsx'
import { LookSettings } from './LookSettings.tsx'
import { makeFragment, type HandedOut } from './makeEmbeds.ts'
import { Preview } from './Preview.tsx'

/** Rows of a table that a page still takes; more of them are only to be had live. */
const mostRows = 5000

/** The choices, what they come to, and the code that puts it elsewhere. */
export function EmbedBuilder({ view }: { readonly view: EmbeddedView }) {
  const { selection, start } = useAtlas()
  const [choices, setChoices] = useState<EmbedChoices>(() => ({
    kind: 'fragment',
    lang: selection.lang,
    theme: 'auto',
    title: true,
    controls: true,
    height: null,
    column: 640,
    colours: { accent: '', surface: '', ink: '' },
    withLocal: false,
  }))
  const choose = (patch: Partial<EmbedChoices>): void => setChoices((before) => ({ ...before, ...patch }))
  const own = useOwnCount(view)
  const isLocal = own.reports + own.bodies > 0
  const handedView = useMemo(() => (isLocal ? view : underPublishedName(view)), [isLocal, view])
  const fullView = useFullView(choices.lang)
  const query = printEmbedQuery(selection, start, choices)
  const handed = useMemo<HandedOut>(() => ({ fullView: isLocal ? null : fullView, query, isLocal }), [isLocal, fullView, query])
  const drawn = useMemo(() => figureOfView(view, choices), [view, choices])
  if ('absent' in drawn) return <NoFigure absent={drawn.absent} />
  return <MadeFigure view={handedView} shown={drawn} choices={choices} choose={choose} own={own} handed={handed} fullView={fullView} />
}

/** Why there is nothing to embed. */
function NoFigure({ absent: { title, said } }: AbsentFigure) {
  return (
    <section className="panel" aria-label={title === '' ? said : title}>
      {title === '' ? null : (
        <div className="panelhead">
          <h2>{title}</h2>
        </div>
      )}
      <div className="body empty">
        <p>{said}</p>
      </div>
    </section>
  )
}

/** A figure that can be embedded: how it is placed and looks, its code, and what it comes to. */
function MadeFigure({
  view,
  shown,
  choices,
  choose,
  own,
  handed,
  fullView,
}: {
  readonly view: EmbeddedView
  readonly shown: ShownFigure
  readonly choices: EmbedChoices
  readonly choose: (patch: Partial<EmbedChoices>) => void
  readonly own: OwnCount
  readonly handed: HandedOut
  readonly fullView: string
}) {
  const { lang } = useAtlas()
  const [told, setTold] = useState<number>(embedHeights.usual)
  const { figure } = shown
  const { isLocal, query } = handed
  const isHeld = !mayHandOut(choices, isLocal)
  const rows = figure.table.rows.length
  const isTooLarge = rows > mostRows && choices.kind !== 'live'
  const isMade = !isHeld && !isTooLarge && (choices.kind === 'fragment' || isLocal)
  const fragment = useMemo(() => (isMade ? makeFragment(view, shown, choices, handed) : null), [isMade, view, shown, choices, handed])
  const height = choices.height ?? told
  const { kind } = choices
  const words = embedBuilderWordsIn(lang)
  return (
    <>
      <KindChoice kind={kind} choose={(chosen) => choose({ kind: chosen })} />
      <div className="grid embedgrid">
        <div className="c5 stack">
          {isLocal && kind !== 'live' ? (
            <LocalChoice own={own} isIn={choices.withLocal} choose={(withLocal) => choose({ withLocal })} />
          ) : null}
          <LookSettings choices={choices} choose={choose} />
          <section className="panel" aria-labelledby="embed-code">
            <div className="panelhead">
              <h2 id="embed-code">{words.code.title}</h2>
            </div>
            <div className="body embed-codes">
              {kind === 'live' && isHeld ? <p>{words.live.local}</p> : null}
              {kind === 'live' && !isHeld ? <LiveCode figure={figure} query={query} fullView={fullView} height={height} /> : null}
              {kind === 'file' && !isHeld && !isTooLarge ? (
                <FileCode view={view} choices={choices} handed={handed} shown={shown} height={height} />
              ) : null}
              {kind === 'fragment' && fragment !== null ? <FragmentCode fragment={fragment} title={figure.title} /> : null}
              {kind !== 'live' && isHeld ? <p>{words.local.off}</p> : null}
              {isTooLarge && !isHeld ? <p>{words.code.tooLarge(rows, mostRows)}</p> : null}
            </div>
          </section>
        </div>
        <div className="c7 stack">
          {isHeld || isTooLarge ? null : <Preview choices={choices} fragment={fragment} hasLocal={isLocal} tellHeight={setTold} />}
        </div>
      </div>
    </>
  )
}

/** The full view as an absolute address that says which data it was made on. */
function useFullView(lang: EmbedChoices['lang']): string {
  const { addressOf, dataset, selection } = useAtlas()
  const of = fingerprintOf(publishedOf(dataset).manifest).slice(0, 8)
  return new URL(addressOf({ page: pageOfFigure(selection.figure), theme: 'auto', lang, of, was: null }), document.baseURI).href
}

/** A view of published data alone is said to be of the version that everybody has. */
const underPublishedName = (view: EmbeddedView): EmbeddedView => ({
  ...view,
  dataset: { ...view.dataset, manifest: publishedOf(view.dataset).manifest },
})

/** What of the view was read or added on this machine, or belongs to a package that was opened on it. */
function useOwnCount(view: EmbeddedView): OwnCount {
  const { packages } = useLocalData()
  const isPackage = packages.some(({ id }) => id === view.dataset.manifest.id)
  return useMemo(() => countOwn(view, isPackage), [view, isPackage])
}

function LocalChoice({ own, isIn, choose }: { readonly own: OwnCount; readonly isIn: boolean; readonly choose: (isIn: boolean) => void }) {
  const { lang } = useAtlas()
  const { local } = embedBuilderWordsIn(lang)
  const id = useId()
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panelhead">
        <h2 id={id}>{local.title}</h2>
        <p className="sub">{local.about(own.reports, own.bodies)}</p>
      </div>
      <div className="body">
        <label className="check">
          <input type="checkbox" checked={isIn} onChange={({ target }) => choose(target.checked)} /> {local.allow}
        </label>
      </div>
    </section>
  )
}
