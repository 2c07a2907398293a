import type { LikeForLike } from '../../charts/likeForLike.ts'
import { groupWords } from '../../text/groupWords.ts'
import type { Lang } from '../../text/label.ts'
import { useAtlas } from '../AtlasContext.ts'
import { ChoicePicker } from './ChoicePicker.tsx'

/** Every body with a number in a year, or like for like: only those with a number in every year. */
export function SameBodiesPicker() {
  const { lang, selection, change } = useAtlas()
  const words = groupWords[lang]
  return (
    <ChoicePicker
      name={words.bodies}
      value={selection.sameBodies ? 'same' : 'every'}
      choices={[
        { id: 'every', name: words.everyBody },
        { id: 'same', name: words.sameBodies },
      ]}
      choose={(id) => change({ sameBodies: id === 'same' })}
    />
  )
}

/** What a like-for-like view must say in its subtitle: who stays, over which years, and how many fall out. */
export function saySameBodies({ kept, left, years }: Pick<LikeForLike, 'kept' | 'left' | 'years'>, lang: Lang): string {
  const words = groupWords[lang]
  const [first, last] = [years[0], years.at(-1)]
  const span = first === undefined || last === undefined ? '' : first === last ? String(first) : `${first}–${last}`
  return kept.length === 0 ? words.keptNone(span) : words.kept(kept.length, span, left.length)
}
