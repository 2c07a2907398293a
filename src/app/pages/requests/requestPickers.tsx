import { groundMixes, proportions } from '../../../indicators/requestFlow.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import type { GatheredReader } from '../../../questions/gatheredValues.ts'
import { requestsWords } from '../../../text/requestsWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { ChoicePicker } from '../../pickers/ChoicePicker.tsx'
import { useRows } from './useRequestView.ts'

/** Requests of everybody, or of one type of applicant. */
export function ApplicantPicker() {
  const { dataset, selection, lang, change } = useAtlas()
  const said = requestsWords[lang]
  return (
    <ChoicePicker
      name={said.pickApplicant}
      value={selection.applicant ?? 'total'}
      choices={[...dataset.catalogue.applicants]
        .sort((a, b) => Number(b.id === 'total') - Number(a.id === 'total'))
        .map(({ id, name }) => ({ id, name: id === 'total' ? said.allApplicants : name[lang] }))}
      choose={(id) => change({ applicant: id === 'total' ? null : id })}
    />
  )
}

/** A bar per year, or a bar per body. */
function RowsPicker({ read }: { readonly read: GatheredReader }) {
  const { lang, change } = useAtlas()
  const said = requestsWords[lang]
  const rows = useRows(read)
  return (
    <ChoicePicker
      name={said.pickRows}
      value={rows}
      choices={[
        { id: 'years', name: said.rowsYears },
        { id: 'bodies', name: said.rowsBodies },
      ]}
      choose={(id) => change({ chart: id === 'years' ? 'trend' : 'bar' })}
    />
  )
}

/** Shares, or counts on one scale; left alone, what most rows are large enough for. */
function PerPicker() {
  const { selection, lang, change } = useAtlas()
  const said = requestsWords[lang]
  const chosen = selection.per === 'share' || selection.per === 'count' ? selection.per : 'fitting'
  return (
    <ChoicePicker
      name={said.pickPer}
      value={chosen}
      choices={[
        { id: 'fitting', name: said.perFitting },
        { id: 'share', name: said.perShare },
        { id: 'count', name: said.perCount },
      ]}
      choose={(id) => change({ per: id === 'fitting' ? null : id })}
    />
  )
}

/** How the figures below are drawn, which group of outcomes shows its grounds, and which rate is listed: the last two are indicators of the address. */
export function FigurePickers({
  rate,
  group,
  read,
}: {
  readonly rate: Indicator | null
  readonly group: Indicator | null
  readonly read: GatheredReader
}) {
  const { dataset, lang, change } = useAtlas()
  const said = requestsWords[lang]
  const rates = proportions(dataset.catalogue)
  const groups = groundMixes(dataset.catalogue).map((one) => one.group)
  const choose = (kept: Indicator | null, id: string): void => change({ indicators: [id, ...(kept ? [kept.id] : [])] })
  const nameOf = (indicator: Indicator): string => (indicator.shortName ?? indicator.name)[lang]
  return (
    <div className="requestbar">
      <RowsPicker read={read} />
      <PerPicker />
      {group ? (
        <ChoicePicker
          name={said.pickGrounds}
          value={group.id}
          choices={groups.map((one) => ({ id: one.id, name: nameOf(one) }))}
          choose={(id) => choose(rate, id)}
        />
      ) : null}
      {rate ? (
        <ChoicePicker
          name={said.pickRate}
          value={rate.id}
          choices={rates.map((one) => ({ id: one.id, name: nameOf(one) }))}
          choose={(id) => choose(group, id)}
        />
      ) : null}
    </div>
  )
}
