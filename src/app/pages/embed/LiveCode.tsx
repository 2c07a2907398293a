import type { Figure } from '../../../charts/figure.ts'
import { embedBuilderWordsIn } from '../../../text/embedBuilderWords.ts'
import { punctuation } from '../../../text/punctuation.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { CopyBox } from './CopyBox.tsx'
import { Explained } from './Explained.tsx'
import { componentSnippet, directives, frameSnippet } from './snippets.ts'

/** A frame or a component that reads this site whenever the page is opened. */
export function LiveCode({
  figure,
  query,
  fullView,
  height,
}: {
  readonly figure: Figure
  readonly query: string
  readonly fullView: string
  readonly height: number
}) {
  const { lang, dataset } = useAtlas()
  const { code, live: words, out } = embedBuilderWordsIn(lang)
  const address = (file: string): string => new URL(file, document.baseURI).href
  const { origin } = window.location
  const parts = { title: figure.title, height, open: out.open, fullView }
  return (
    <>
      <CopyBox name={code.frame} text={frameSnippet(address(`embed.html${query}`), parts)} rows={4} />
      <CopyBox name={`${code.policy} · ${code.frame}`} text={directives.frame(origin)} rows={1} />
      <CopyBox name={code.component} text={componentSnippet(address('ogi-chart.js'), query, parts)} rows={4} />
      <CopyBox name={`${code.policy} · ${code.component}`} text={directives.component(origin)} rows={3} />
      <Explained
        facts={[
          [code.where, `${words.where}${punctuation[lang].gap}${code.componentAbout}`],
          [code.needs, `${words.needsFrame}${punctuation[lang].gap}${words.needsComponent}`],
          [code.offline, words.offline],
          [code.sizeOf, words.size],
          [code.fresh, dataset.manifest.synthetic ? `${words.fresh}${punctuation[lang].gap}${words.synthetic}` : words.fresh],
        ]}
      />
    </>
  )
}
