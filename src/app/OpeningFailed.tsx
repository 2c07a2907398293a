import type { Lang } from '../text/label.ts'
import { releaseWords } from '../text/releaseWords.ts'
import { wordsIn } from '../text/words.ts'
import { Mark } from './Rail.tsx'
import { useReplaced } from './release.ts'

/** The page when the data cannot be had: a sentence and one thing to do, never blank. */
export function OpeningFailed({ lang, retry }: { readonly lang: Lang; readonly retry: () => void }) {
  const words = wordsIn(lang)
  const replaced = useReplaced()
  return (
    <main className="opening">
      <h1>
        <Mark /> {words.appName} {words.appSubtitle}
      </h1>
      <p role="alert">{replaced ? releaseWords[lang].replaced : words.state.dataFailed}</p>
      <button type="button" className="btn main" onClick={replaced ? () => window.location.reload() : retry}>
        {replaced ? releaseWords[lang].reload : words.state.retry}
      </button>
    </main>
  )
}
