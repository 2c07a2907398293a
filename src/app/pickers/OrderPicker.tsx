import { orders } from '../../selection.ts'
import { pickerWords } from '../../text/pickerWords.ts'
import { useAtlas } from '../AtlasContext.ts'
import { SegmentChoice } from '../SegmentChoice.tsx'

/** The order of a page's lists: highest first, lowest first, or as agencies are listed. */
export function OrderPicker() {
  const { selection, lang, change } = useAtlas()
  const words = pickerWords(lang)
  return (
    <SegmentChoice
      name={words.order}
      value={selection.sort ?? 'value'}
      choices={orders.map((id) => ({ id, name: words.orders[id] }))}
      choose={(id) => change({ sort: id === 'value' ? null : id })}
    />
  )
}
