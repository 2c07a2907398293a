import { groupWords } from '../../text/groupWords.ts'
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
