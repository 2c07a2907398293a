import { useAtlas } from '../AtlasContext.ts'
import { ChoicePicker } from './ChoicePicker.tsx'

/** Which year a list takes: one of the years that tables may give figures of, or each body's latest report. */
export function TableYearPicker({ at, years }: { readonly at: number | 'latest'; readonly years: readonly number[] }) {
  const { words, change } = useAtlas()
  const offered = typeof at === 'number' && !years.includes(at) ? [at, ...years] : years
  return (
    <ChoicePicker
      name={words.compare.at}
      value={String(at)}
      choices={[
        { id: 'latest', name: words.compare.atLatest },
        ...[...offered].sort((a, b) => b - a).map((year) => ({ id: String(year), name: words.compare.atYear(year) })),
      ]}
      choose={(id) => change({ at: id === 'latest' ? 'latest' : Number(id) })}
    />
  )
}
