import type { Lang } from '../text/label.ts'
import { wordsIn } from '../text/words.ts'
import { Mark } from './Rail.tsx'

/** The page when the data cannot be had: a sentence and one thing to do, never blank. */
export function OpeningFailed({ lang, retry }: { readonly lang: Lang; readonly retry: () => void }) {
  const words = wordsIn(lang)
  return (
    <main className="opening" role="alert">
      <h1>
        <Mark /> {words.appName} {words.appSubtitle}
      </h1>
      <p>{words.state.dataFailed}</p>
      <button type="button" className="btn main" onClick={retry}>
        {words.state.retry}
      </button>
    </main>
  )
}
