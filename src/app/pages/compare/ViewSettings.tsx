import { useState } from 'react'
import type { Indicator } from '../../../indicators/indicator.ts'
import { findCount, listReadings, listVariants, type Reading, type ReadingKind } from '../../../indicators/readings.ts'
import { compareWordsIn } from '../../../text/compareWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { ChoicePicker } from '../../pickers/ChoicePicker.tsx'
import { SecondIndicatorPicker } from '../../pickers/IndicatorPicker.tsx'
import { SameBodiesPicker } from '../../pickers/SameBodiesPicker.tsx'
import { TableYearPicker } from '../../pickers/TableYearPicker.tsx'

/** How the indicator is read, and how the list is laid out. Each setting is offered only where it changes something. */
export function ViewSettings({
  reading,
  indicator,
  at,
}: {
  readonly reading: Reading
  readonly indicator: Indicator
  /** The year of the order; null before the first answer. */
  readonly at: number | 'latest' | null
}) {
  const { selection } = useAtlas()
  const [from, to] = selection.years
  return (
    <div className="settings">
      <SecondIndicatorPicker />
      <VariantPicker indicator={indicator} />
      <ReadingPicker reading={reading} indicator={indicator} />
      <ApplicantPicker reading={reading} />
      {at === null || from === to ? null : <TableYearPicker at={at} years={Array.from({ length: to - from + 1 }, (_, i) => from + i)} />}
      <BenchmarkPicker unit={reading.shown} />
      <OrderPicker />
      <GroupPicker />
      {from === to ? null : <SameBodiesPicker />}
    </div>
  )
}

/** Other readings of the same measure (口径); each is an indicator of its own. */
function VariantPicker({ indicator }: { readonly indicator: Indicator }) {
  const { dataset, selection, lang, change } = useAtlas()
  const variants = listVariants(dataset.catalogue, indicator)
  if (variants.length === 0) return null
  return (
    <ChoicePicker
      name={compareWordsIn(lang).variant.name}
      value={indicator.id}
      choices={variants.map(({ id, name }) => ({ id, name: name[lang] }))}
      choose={(id) => change({ indicators: [id, ...selection.indicators.slice(1).filter((other) => other !== id)] })}
    />
  )
}

function ReadingPicker({ reading, indicator }: { readonly reading: Reading; readonly indicator: Indicator }) {
  const { dataset, selection, lang, change } = useAtlas()
  const { per } = compareWordsIn(lang)
  const kinds = selection.indicators.length > 1 ? [] : listReadings(dataset.catalogue, indicator, selection.applicant)
  if (kinds.length < 2) return null
  const choose = (kind: ReadingKind): void => {
    const count = kind === 'count' ? findCount(dataset.catalogue, indicator) : undefined
    if (count) change({ indicators: [count.indicator.id], per: null, ...(count.applicant === null ? {} : { applicant: count.applicant }) })
    else change({ per: kind === 'count' || (kind === 'share' && kinds[0] === 'share') ? null : kind })
  }
  return (
    <ChoicePicker
      name={per.name}
      value={reading.kind}
      choices={kinds.map((kind) => ({ id: kind, name: per.names[kind] }))}
      choose={choose}
    />
  )
}

function ApplicantPicker({ reading }: { readonly reading: Reading }) {
  const { dataset, lang, change } = useAtlas()
  if (!reading.asked.byApplicant) return null
  const { applicant } = compareWordsIn(lang)
  return (
    <ChoicePicker
      name={applicant.name}
      value={reading.applicant ?? 'total'}
      choices={[
        { id: 'total', name: applicant.total },
        ...dataset.catalogue.applicants.filter(({ id }) => id !== 'total').map(({ id, name }) => ({ id, name: name[lang] })),
      ]}
      choose={(id) => change({ applicant: id === 'total' ? null : id })}
    />
  )
}

function BenchmarkPicker({ unit }: { readonly unit: Indicator }) {
  const { selection, lang, change } = useAtlas()
  const { bench } = compareWordsIn(lang)
  const chosen = selection.bench ?? 'median'
  return (
    <>
      <ChoicePicker
        name={bench.name}
        value={typeof chosen === 'number' ? 'number' : chosen}
        choices={(['none', 'median', 'supervisor', 'before', 'number'] as const).map((id) => ({ id, name: bench.names[id] }))}
        choose={(id) => change({ bench: id === 'median' ? null : id === 'number' ? 0 : id })}
      />
      {typeof chosen === 'number' ? <GivenValue key={chosen} value={chosen} unit={unit} /> : null}
    </>
  )
}

/** The value that a ranking is held against, in the unit that is shown: percent for shares. */
function GivenValue({ value, unit }: { readonly value: number; readonly unit: Indicator }) {
  const { lang, change } = useAtlas()
  const { bench } = compareWordsIn(lang)
  const factor = unit.format === 'percent' ? 100 : 1
  const [typed, setTyped] = useState(String(Math.round(value * factor * 1e4) / 1e4))
  const take = (): void => {
    const given = Number(typed)
    if (typed.trim() !== '' && Number.isFinite(given) && given / factor !== value)
      change({ bench: Math.round((given / factor) * 1e4) / 1e4 })
  }
  return (
    <label className="given">
      {bench.field}
      {bench.unit(unit.format === 'percent' ? '%' : unit.unitName[lang])}
      <input
        className="field"
        type="text"
        inputMode="decimal"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take()
        }}
      />
    </label>
  )
}

function OrderPicker() {
  const { selection, lang, change } = useAtlas()
  const { sort } = compareWordsIn(lang)
  return (
    <ChoicePicker
      name={sort.name}
      value={selection.sort ?? 'value'}
      choices={(['value', 'lowest', 'list'] as const).map((id) => ({ id, name: sort.names[id] }))}
      choose={(id) => change({ sort: id === 'value' ? null : id })}
    />
  )
}

function GroupPicker() {
  const { selection, lang, change } = useAtlas()
  const { by } = compareWordsIn(lang)
  return (
    <ChoicePicker
      name={by.name}
      value={selection.by ?? 'none'}
      choices={(['none', 'level', 'supervisor', 'system', 'region'] as const).map((id) => ({ id, name: by.names[id] }))}
      choose={(id) => change({ by: id === 'none' ? null : id })}
    />
  )
}
