import { useState } from 'react'
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import { nameForm } from '../../charts/figureText.ts'
import type { ReportEntry } from '../../dataset/openDataset.ts'
import { useAtlas } from '../AtlasContext.ts'
import { LocalMark } from '../local/LocalNotes.tsx'
import { FilterButton } from './FilterButton.tsx'
import { matchesReport } from './matchesReport.ts'

/** Chooses one report, by the names of its agency or its year. */
export function ReportPicker({ report }: { readonly report: ReportEntry | null }) {
  const { words, agencyById } = useAtlas()
  const value = report === null ? '' : `${agencyById(report.agency)?.shortName ?? report.agency} ${report.year}`
  return (
    <FilterButton name={words.bar.report} value={value} wide>
      {(close) => <ReportList report={report} close={close} />}
    </FilterButton>
  )
}

function ReportList({ report, close }: { readonly report: ReportEntry | null; readonly close: () => void }) {
  const { dataset, words, lang, agencyById, change } = useAtlas()
  const [typed, setTyped] = useState('')
  const found = dataset.reports.filter((candidate) => matchesReport(candidate, typed, agencyById))
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={words.pick.searchAgencies} autoFocus className="search">
        <Input placeholder={words.pick.searchAgencies} className="field" />
      </SearchField>
      <ListBox
        aria-label={words.bar.report}
        className="options"
        escapeKeyBehavior="none"
        selectionMode="single"
        selectedKeys={report ? [report.report] : []}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : [...keys]
          if (id !== undefined) change({ report: String(id), cell: null })
          close()
        }}
        renderEmptyState={() => <p className="nomatch">{words.pick.noMatch(typed)}</p>}
      >
        {found.map((candidate) => (
          <ListBoxItem
            key={candidate.report}
            id={candidate.report}
            textValue={`${agencyById(candidate.agency)?.name ?? candidate.agency} ${candidate.year}`}
            className="option"
          >
            <span className="tick" aria-hidden="true" />
            <span className="optionname">
              {agencyById(candidate.agency)?.name ?? candidate.agency} {candidate.year}
            </span>
            {candidate.local ? <LocalMark /> : null}
            <small>{nameForm(dataset.catalogue, candidate.form, lang)}</small>
          </ListBoxItem>
        ))}
      </ListBox>
    </Autocomplete>
  )
}
