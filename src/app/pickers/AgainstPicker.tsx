import { useState } from 'react'
import { Autocomplete, Header, Input, ListBox, ListBoxItem, ListBoxSection, SearchField } from 'react-aria-components'
import { nameForm } from '../../charts/figureText.ts'
import type { ReportEntry } from '../../dataset/openDataset.ts'
import { pickerWords } from '../../text/pickerWords.ts'
import { useAtlas } from '../AtlasContext.ts'
import { FilterButton } from './FilterButton.tsx'
import { matchesReport } from './matchesReport.ts'

/** Chooses the report beside the open one: another year of its agency, or another agency's. */
export function AgainstPicker({ report, against }: { readonly report: ReportEntry; readonly against: ReportEntry | null }) {
  const { agencyById, lang } = useAtlas()
  const own = pickerWords(lang)
  const value = against === null ? own.againstNone : `${agencyById(against.agency)?.shortName ?? against.agency} ${against.year}`
  return (
    <FilterButton name={own.against} value={value} wide>
      {(close) => <AgainstList report={report} against={against} close={close} />}
    </FilterButton>
  )
}

const nothing = 'nothing-beside'

function AgainstList({
  report,
  against,
  close,
}: {
  readonly report: ReportEntry
  readonly against: ReportEntry | null
  readonly close: () => void
}) {
  const { dataset, words, lang, agencyById, change } = useAtlas()
  const own = pickerWords(lang)
  const [typed, setTyped] = useState('')
  const found = dataset.reports.filter((one) => one.report !== report.report && matchesReport(one, typed, agencyById))
  const groups = [
    { title: own.againstOwn, reports: found.filter((one) => one.agency === report.agency).sort((a, b) => b.year - a.year) },
    { title: own.againstSameForm, reports: found.filter((one) => one.agency !== report.agency && one.form === report.form) },
    { title: own.againstOtherForm, reports: found.filter((one) => one.agency !== report.agency && one.form !== report.form) },
  ].filter((group) => group.reports.length > 0)
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={words.pick.searchAgencies} autoFocus className="search">
        <Input placeholder={words.pick.searchAgencies} className="field" />
      </SearchField>
      <ListBox
        aria-label={own.against}
        className="options"
        escapeKeyBehavior="none"
        selectionMode="single"
        selectedKeys={[against?.report ?? nothing]}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : [...keys].map(String)
          if (id !== undefined) change({ report: report.report, against: id === nothing ? null : id })
          close()
        }}
        renderEmptyState={() => <p className="nomatch">{words.pick.noMatch(typed)}</p>}
      >
        {typed === '' ? (
          <ListBoxItem id={nothing} textValue={own.againstNone} className="option">
            <span className="tick" aria-hidden="true" />
            <span className="optionname">{own.againstNone}</span>
          </ListBoxItem>
        ) : null}
        {groups.map((group) => (
          <ListBoxSection key={group.title} id={`group-${group.title}`}>
            <Header className="optionhead">{group.title}</Header>
            {group.reports.map((one) => {
              const name = `${agencyById(one.agency)?.name ?? one.agency} ${one.year}`
              return (
                <ListBoxItem key={one.report} id={one.report} textValue={name} className="option">
                  <span className="tick" aria-hidden="true" />
                  <span className="optionname">{name}</span>
                  <small>{nameForm(dataset.catalogue, one.form, lang)}</small>
                </ListBoxItem>
              )
            })}
          </ListBoxSection>
        ))}
      </ListBox>
      <p className="pickhelp">{own.againstHelp}</p>
    </Autocomplete>
  )
}
