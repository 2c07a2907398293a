import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Appearance } from '../../../charts/palette.ts'
import { embedHeights } from '../../../embed/embedParts.ts'
import { embedBuilderWordsIn } from '../../../text/embedBuilderWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { SegmentChoice } from '../../SegmentChoice.tsx'
import { printEmbedQuery, readColours, type EmbedChoices } from './embedChoices.ts'

type PreviewWidth = 'narrow' | 'full'

/** What the choices come to, in a narrow column and in a wide one. A frame tells how high it is; `tellHeight` hands that on. */
export function Preview({
  choices,
  fragment,
  hasLocal,
  tellHeight,
}: {
  readonly choices: EmbedChoices
  /** The figure as markup; null while there is none. */
  readonly fragment: string | null
  readonly hasLocal: boolean
  readonly tellHeight: (height: number) => void
}) {
  const { lang, selection, start } = useAtlas()
  const { preview, settings } = embedBuilderWordsIn(lang)
  const [chosenWidth, setWidth] = useState<PreviewWidth | null>(null)
  const { kind, theme } = choices
  const isStill = kind === 'fragment' || hasLocal
  // A picture is drawn for a column of its own; a frame shows best how narrow it may be.
  const width = chosenWidth ?? (isStill ? 'full' : 'narrow')
  return (
    <section className="panel" aria-labelledby="embed-preview">
      <div className="panelhead">
        <h2 id="embed-preview">{preview.title}</h2>
        <SegmentChoice
          name={preview.width}
          value={width}
          choices={(['narrow', 'full'] as const).map((id) => ({ id, name: preview[id] }))}
          choose={setWidth}
        />
      </div>
      <div className="body embed-previews" data-width={width}>
        {kind === 'file' ? <p className="embed-hint">{hasLocal ? preview.asStill : preview.asLive}</p> : null}
        {isStill ? (
          fragment === null ? null : (
            <Still markup={fragment} appearance={theme === 'auto' ? 'light' : theme} />
          )
        ) : (
          themesShown(choices).map((shown) => (
            <Live
              key={shown}
              query={printEmbedQuery(selection, start, { ...choices, theme: shown })}
              name={preview.frame(settings.themes[shown])}
              tellHeight={tellHeight}
            />
          ))
        )}
      </div>
    </section>
  )
}

/** Following the system, both sides of it; else the one that was chosen. */
function themesShown(choices: EmbedChoices): readonly EmbedChoices['theme'][] {
  const { surface, ink } = readColours(choices)
  return choices.theme === 'auto' && surface === null && ink === null ? ['light', 'dark'] : [choices.theme]
}

/** The markup itself, apart from the styles of this page. */
function Still({ markup, appearance }: { readonly markup: string; readonly appearance: Appearance }) {
  const host = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!host.current) return
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
    root.replaceChildren(...new DOMParser().parseFromString(markup, 'text/html').body.childNodes)
    // Nearly every site sets the margin of a figure itself; the browser's own would take 80 px of the column.
    if (root.firstElementChild instanceof HTMLElement) root.firstElementChild.style.margin = '0'
  }, [markup])
  return <div className={`embed-frame embed-still ${appearance}`} ref={host} />
}

function Live({
  query,
  name,
  tellHeight,
}: {
  readonly query: string
  readonly name: string
  readonly tellHeight: (height: number) => void
}) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState<number>(embedHeights.usual)
  const address = useMemo(() => new URL(`embed.html${query}`, document.baseURI).href, [query])
  useEffect(() => {
    const listen = ({ source, origin, data }: MessageEvent<unknown>): void => {
      if (source !== frame.current?.contentWindow || origin !== window.location.origin) return
      const told = heightIn(data)
      if (told === null) return
      setHeight(told)
      tellHeight(told)
    }
    window.addEventListener('message', listen)
    return () => window.removeEventListener('message', listen)
  }, [tellHeight])
  // The frame is a page of this site, as it is in a host; a sandbox that leaves it its origin would hold nothing back.
  // oxlint-disable-next-line react/iframe-missing-sandbox
  return <iframe className="embed-frame" ref={frame} src={address} title={name} height={height} />
}

/** The height that an embed tells its parent. */
function heightIn(data: unknown): number | null {
  if (typeof data !== 'object' || data === null || Reflect.get(data, 'ogi') !== 1 || Reflect.get(data, 'type') !== 'resize') return null
  const height: unknown = Reflect.get(data, 'height')
  return typeof height === 'number' && height > 0 && height < 10_000 ? Math.ceil(height) : null
}
