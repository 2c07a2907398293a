import { useState } from 'react'
import { Autocomplete, Header, Input, ListBox, ListBoxItem, ListBoxSection, SearchField } from 'react-aria-components'
import { indicatorById } from '../../indicators/catalogue.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { countValues } from '../../questions/countValues.ts'
import { compareWordsIn } from '../../text/compareWords.ts'
import { useAtlas } from '../AtlasContext.ts'
import { useAnswer } from '../useAnswer.ts'
import { FilterButton } from './FilterButton.tsx'

/** Chooses an indicator. Only those that have a number somewhere are offered, with how many reports have one. */
export function IndicatorPicker({ offerAll = false }: { readonly offerAll?: boolean }) {
  const { dataset, selection, words, lang, change } = useAtlas()
  const indicator = indicatorById(dataset.catalogue, selection.indicators[0] ?? '')
  return (
    <FilterButton name={words.bar.indicator} value={indicator.name[lang]} wide>
      {(close) => (
        <IndicatorList
          offerAll={offerAll}
          choose={(id) => {
            const others = selection.indicators.slice(1).filter((other) => other !== id)
            change({ indicators: offerAll ? [id] : [id, ...others], at: null, per: null })
            close()
          }}
        />
      )}
    </FilterButton>
  )
}

/** Adds a second indicator beside the first, changes it, or takes it away. */
export function SecondIndicatorPicker() {
  const { dataset, selection, lang, change } = useAtlas()
  const [first = '', second] = selection.indicators
  const { second: texts } = compareWordsIn(lang)
  return (
    <FilterButton name={texts.name} value={second === undefined ? texts.none : indicatorById(dataset.catalogue, second).name[lang]} wide>
      {(close) => (
        <>
          {second === undefined ? null : (
            <button
              type="button"
              className="btn quiet"
              onClick={() => {
                change({ indicators: [first], chart: null })
                close()
              }}
            >
              {texts.remove}
            </button>
          )}
          <IndicatorList
            offerAll={false}
            place={1}
            choose={(id) => {
              change({ indicators: [first, id], chart: null, per: null })
              close()
            }}
          />
        </>
      )}
    </FilterButton>
  )
}

function IndicatorList({
  offerAll,
  place = 0,
  choose,
}: {
  readonly offerAll: boolean
  /** Which of the chosen indicators the list is for; the other one is not offered again. */
  readonly place?: 0 | 1
  readonly choose: (id: string) => void
}) {
  const { dataset, selection, words, lang } = useAtlas()
  const [typed, setTyped] = useState('')
  const { rows } = useAnswer(countValues, {})
  const counts = new Map((rows ?? []).map((row) => [row.indicator, row]))
  const hasData = (indicator: Indicator): boolean => {
    const count = counts.get(indicator.id)
    if (place === 1 && indicator.id === selection.indicators[0]) return false
    return offerAll || indicator.id === selection.indicators[place] || (count !== undefined && count.withValue + count.withProse > 0)
  }
  const found = dataset.catalogue.indicators.filter((indicator) => hasData(indicator) && matchesIndicator(indicator, typed))
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={words.pick.searchIndicators} autoFocus className="search">
        <Input placeholder={words.pick.searchIndicators} className="field" />
      </SearchField>
      <ListBox
        aria-label={words.bar.indicator}
        className="options"
        escapeKeyBehavior="none"
        selectionMode="single"
        selectedKeys={selection.indicators.slice(place, place + 1)}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : [...keys]
          if (id !== undefined) choose(String(id))
        }}
        renderEmptyState={() => <p className="nomatch">{words.pick.noMatch(typed)}</p>}
      >
        {dataset.catalogue.themes
          .filter((theme) => found.some((indicator) => indicator.theme === theme.id))
          .map((theme) => (
            <ListBoxSection key={theme.id} id={`theme-${theme.id}`}>
              <Header className="optionhead">{theme.name[lang]}</Header>
              {found
                .filter((indicator) => indicator.theme === theme.id)
                .map((indicator) => {
                  const count = counts.get(indicator.id)
                  return (
                    <ListBoxItem key={indicator.id} id={indicator.id} textValue={indicator.name[lang]} className="option">
                      <span className="tick" aria-hidden="true" />
                      <span className="optionname">{indicator.name[lang]}</span>
                      <small>
                        {count ? words.pick.withValue(count.withValue) : ''}
                        {count && count.withProse > 0 ? ` · ${words.pick.withProse(count.withProse)}` : ''}
                      </small>
                    </ListBoxItem>
                  )
                })}
            </ListBoxSection>
          ))}
      </ListBox>
      <p className="pickhelp">{words.pick.indicatorsHelp}</p>
    </Autocomplete>
  )
}

/** Does what was typed occur in a name or in the id? Width, case and spaces do not count. */
export function matchesIndicator(indicator: Indicator, typed: string): boolean {
  const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
  const wanted = fold(typed)
  return wanted === '' || [indicator.name.zh, indicator.name.en, indicator.id].some((name) => fold(name).includes(wanted))
}
