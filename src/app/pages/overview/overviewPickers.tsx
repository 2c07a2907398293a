import type { Indicator } from '../../../indicators/indicator.ts'
import { agencyGroups, type AgencyGrouping } from '../../../selection.ts'
import { overviewWords } from '../../../text/overviewWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { ChoicePicker } from '../../pickers/ChoicePicker.tsx'

/** Which year the headline figures, the statements and the rug are of. */
export function ShownYearPicker({ at }: { readonly at: number | 'latest' }) {
  const { selection, words, lang, change } = useAtlas()
  const [from, to] = selection.years
  if (from === to) return null
  const years = Array.from({ length: to - from + 1 }, (_, i) => to - i)
  return (
    <ChoicePicker
      name={overviewWords[lang].at}
      value={String(at)}
      choices={[
        { id: 'latest', name: words.compare.atLatest },
        ...years.map((year) => ({ id: String(year), name: words.compare.atYear(year) })),
      ]}
      choose={(id) => change({ at: id === 'latest' ? 'latest' : Number(id) })}
    />
  )
}

/** Which indicators the rug shows: the main ones, or those of a theme. */
export function TopicPicker() {
  const { dataset, selection, lang, change } = useAtlas()
  const own = overviewWords[lang]
  return (
    <ChoicePicker
      name={own.topic}
      value={selection.topic ?? ''}
      choices={[{ id: '', name: own.mainTopic }, ...dataset.catalogue.themes.map((theme) => ({ id: theme.id, name: theme.name[lang] }))]}
      choose={(id) => change({ topic: id === '' ? null : id })}
    />
  )
}

/** What bodies are put together by. */
export function GroupingPicker({ by }: { readonly by: AgencyGrouping }) {
  const { lang, change } = useAtlas()
  const own = overviewWords[lang]
  return (
    <ChoicePicker
      name={own.by}
      value={by}
      choices={agencyGroups.map((id) => ({ id, name: own.byNames[id] }))}
      choose={(id) => change({ by: id })}
    />
  )
}

/** As listed, or by one of the indicators shown. */
export function OrderPicker({ indicators, sorted }: { readonly indicators: readonly Indicator[]; readonly sorted: Indicator | null }) {
  const { lang, selection, change } = useAtlas()
  const own = overviewWords[lang]
  return (
    <ChoicePicker
      name={own.sort}
      value={sorted?.id ?? ''}
      choices={[
        { id: '', name: own.sortList },
        ...indicators.map((indicator) => ({ id: indicator.id, name: own.sortBy((indicator.shortName ?? indicator.name)[lang]) })),
      ]}
      choose={(id) => change(id === '' ? { sort: null } : { sort: 'value', indicators: [id, ...selection.indicators.slice(1)] })}
    />
  )
}

/** Which of the main indicators the group is seen over years by. */
export function GroupIndicatorPicker({ indicators, shown }: { readonly indicators: readonly Indicator[]; readonly shown: Indicator }) {
  const { lang, selection, change } = useAtlas()
  return (
    <ChoicePicker
      name={overviewWords[lang].trendOf}
      value={shown.id}
      choices={indicators.map((indicator) => ({ id: indicator.id, name: (indicator.shortName ?? indicator.name)[lang] }))}
      choose={(id) => change({ indicators: [id, ...selection.indicators.slice(1).filter((other) => other !== id)] })}
    />
  )
}
