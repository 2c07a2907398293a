import type { Lang } from '../text/label.ts'
import { releaseWords } from '../text/releaseWords.ts'
import { useReplaced } from './release.ts'

/** Says that another release was published since the page was opened; the reader loads it when it suits. The address keeps the view. */
export function NewRelease({ lang }: { readonly lang: Lang }) {
  const words = releaseWords[lang]
  if (!useReplaced()) return null
  return (
    <div className="notice" role="status">
      <span>{words.replaced}</span>
      <button type="button" className="btn" onClick={() => window.location.reload()}>
        {words.reload}
      </button>
    </div>
  )
}
