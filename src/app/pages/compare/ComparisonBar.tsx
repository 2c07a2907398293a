import { useAtlas } from '../../AtlasContext.ts'
import { BlanksPicker, EvidencePicker, FilterBar } from '../../FilterBar.tsx'
import { AgencyPicker } from '../../pickers/AgencyPicker.tsx'
import { IndicatorPicker } from '../../pickers/IndicatorPicker.tsx'
import { YearPicker } from '../../pickers/YearPicker.tsx'

/** What is compared: indicator, bodies, years, and how prose and blanks count; with the number of reports that come of it; null until it is known. */
export function ComparisonBar({ loaded }: { readonly loaded: number | null }) {
  const { selection, chosenAgencies, words } = useAtlas()
  const [from, to] = selection.years
  return (
    <FilterBar result={loaded === null ? null : words.bar.result(loaded, chosenAgencies.length * (to - from + 1))}>
      <IndicatorPicker />
      <AgencyPicker />
      <YearPicker />
      <EvidencePicker />
      <BlanksPicker />
    </FilterBar>
  )
}
