import { useState } from 'react'
import {
  Autocomplete,
  Button,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
  type Selection as Keys,
} from 'react-aria-components'
import { levelNames, matchesAgency, type Agency } from '../../agencies.ts'
import { useAtlas } from '../AtlasContext.ts'
import { FilterButton } from './FilterButton.tsx'

/** Chooses agencies: typed search by name, short name, alias and pinyin initials; grouped by region; all, none, invert. */
export function AgencyPicker({ single = false }: { readonly single?: boolean }) {
  const { dataset, selection, chosenAgencies, words, change } = useAtlas()
  const all = dataset.agencies
  const first = chosenAgencies[0]
  const value =
    single || selection.agencies !== null
      ? words.bar.someAgencies(first?.shortName ?? '', single ? 1 : chosenAgencies.length)
      : words.bar.allAgencies(all.length)
  const choose = (ids: readonly string[]): void => {
    const kept = all.filter((agency) => ids.includes(agency.id)).map((agency) => agency.id)
    change({
      agencies: kept.length === 0 || kept.length === all.length ? null : kept,
      focus: null,
      ...(single ? { report: null, cell: null } : {}),
    })
  }
  return (
    <FilterButton name={words.bar.agencies} value={value} wide>
      {(close) => (
        <AgencyList
          agencies={all}
          chosen={single ? chosenAgencies.map((agency) => agency.id) : (selection.agencies ?? [])}
          single={single}
          choose={choose}
          close={close}
        />
      )}
    </FilterButton>
  )
}

function AgencyList({
  agencies,
  chosen,
  single,
  choose,
  close,
}: {
  readonly agencies: readonly Agency[]
  readonly chosen: readonly string[]
  readonly single: boolean
  readonly choose: (ids: readonly string[]) => void
  readonly close: () => void
}) {
  const { dataset, words, lang } = useAtlas()
  const [typed, setTyped] = useState('')
  const found = agencies.filter((agency) => matchesAgency(agency, typed))
  const regions = [...new Set(found.map((agency) => agency.regionName ?? levelNames[agency.level][lang]))]
  const reportsOf = (id: string): number => dataset.reports.filter((report) => report.agency === id).length
  const onChange = (keys: Keys): void => {
    const ids = keys === 'all' ? agencies.map((agency) => agency.id) : [...keys].map(String)
    if (single) {
      if (ids.length === 0) return
      choose(ids)
      close()
      return
    }
    // Bodies that the search hides stay chosen.
    const hidden = chosen.filter((id) => !found.some((agency) => agency.id === id))
    choose([...hidden, ...ids])
  }
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={words.pick.searchAgencies} autoFocus className="search">
        <Input placeholder={words.pick.searchAgencies} className="field" />
      </SearchField>
      {single ? null : (
        <div className="pickactions">
          <Button className="btn quiet" onPress={() => choose(agencies.map((agency) => agency.id))}>
            {words.pick.all}
          </Button>
          <Button
            className="btn quiet"
            isDisabled={chosen.length === 0}
            onPress={() => choose(agencies.filter((agency) => !chosen.includes(agency.id)).map((agency) => agency.id))}
          >
            {words.pick.invert}
          </Button>
          <Button className="btn quiet pickdone" onPress={close}>
            {words.pick.apply}
          </Button>
        </div>
      )}
      <ListBox
        aria-label={words.bar.agencies}
        className="options"
        escapeKeyBehavior="none"
        selectionMode={single ? 'single' : 'multiple'}
        selectedKeys={single ? chosen.slice(0, 1) : chosen}
        onSelectionChange={onChange}
        renderEmptyState={() => <p className="nomatch">{words.pick.noMatch(typed)}</p>}
      >
        {regions.map((region) => (
          <ListBoxSection key={region} id={`region-${region}`}>
            <Header className="optionhead">{region}</Header>
            {found
              .filter((agency) => (agency.regionName ?? levelNames[agency.level][lang]) === region)
              .map((agency) => (
                <ListBoxItem key={agency.id} id={agency.id} textValue={agency.name} className="option">
                  <span className="tick" aria-hidden="true" />
                  <span className="optionname">{agency.name}</span>
                  <small>{words.pick.reports(reportsOf(agency.id))}</small>
                </ListBoxItem>
              ))}
          </ListBoxSection>
        ))}
      </ListBox>
      <p className="pickhelp">{words.pick.agenciesHelp}</p>
    </Autocomplete>
  )
}
