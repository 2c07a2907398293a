import { useAtlas } from '../AtlasContext.ts'
import { formatYears } from '../../text/numbers.ts'
import { FilterButton } from './FilterButton.tsx'

/** Chooses the first and the last year; each year says how many reports it has. */
export function YearPicker() {
  const { dataset, selection, start, words, change } = useAtlas()
  const [first, last] = start.years
  const [from, to] = selection.years
  const low = Math.min(first, from)
  const years = Array.from({ length: Math.max(last, to) - low + 1 }, (_, i) => low + i)
  const countOf = (year: number): number => dataset.reports.filter((report) => report.year === year).length
  const field = (label: string, value: number, allowed: readonly number[], choose: (year: number) => void) => (
    <label className="yearfield">
      {label}
      <select value={value} onChange={(event) => choose(Number(event.target.value))} className="field">
        {allowed.map((year) => (
          <option key={year} value={year}>
            {words.pick.yearReports(year, countOf(year))}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <FilterButton name={words.bar.years} value={formatYears(selection.years)}>
      {(close) => (
        <div className="yearpick">
          {field(words.pick.from, from, years, (year) => change({ years: [year, Math.max(year, to)], at: null }))}
          {field(words.pick.to, to, years, (year) => change({ years: [Math.min(from, year), year], at: null }))}
          <button type="button" className="btn" onClick={close}>
            {words.pick.apply}
          </button>
        </div>
      )}
    </FilterButton>
  )
}
