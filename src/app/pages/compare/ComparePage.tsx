import { useMemo } from 'react'
import type { Agency } from '../../../agencies.ts'
import type { ChartContext, ChartPoint } from '../../../charts/chartContext.ts'
import { chooseYear, pickYear, rankValues, type Ranking } from '../../../charts/ranking.ts'
import { indicatorById } from '../../../indicators/catalogue.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { indicatorComparison } from '../../../questions/defaultAnswers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { BlanksPicker, EvidencePicker, FilterBar } from '../../FilterBar.tsx'
import { AnswerFailed, Waiting } from '../../Matrix.tsx'
import { AgencyPicker } from '../../pickers/AgencyPicker.tsx'
import { ChoicePicker } from '../../pickers/ChoicePicker.tsx'
import { IndicatorPicker } from '../../pickers/IndicatorPicker.tsx'
import { YearPicker } from '../../pickers/YearPicker.tsx'
import { useAfterPaint } from '../../useAfterPaint.ts'
import { useAnswer } from '../../useAnswer.ts'
import { MissingPanel } from './MissingPanel.tsx'
import { RankingPanel } from './RankingPanel.tsx'
import { TrendPanel } from './TrendPanel.tsx'

/** One indicator over many bodies: the order of one year (or of each body's latest report), and lines over the years. */
export function ComparePage() {
  const { dataset, selection, chosenAgencies, words, lang, announce } = useAtlas()
  const indicator = indicatorById(dataset.catalogue, selection.indicators[0] ?? '')
  const answer = useAnswer(compareAgencies, {
    ...indicatorComparison(indicator.id, selection.years, selection.prose),
    agencies: selection.agencies,
    blanksAsZero: selection.blanksAsZero,
  })
  const rows = answer.rows
  const loaded = new Set((rows ?? []).flatMap((row) => (row.report === null ? [] : [row.report]))).size
  useAfterPaint(answer.rows, () => announce(words.state.filtered(chosenAgencies.length, loaded)))
  const at = rows ? chooseYear(rows, selection.at, selection.years, chosenAgencies.length) : 'latest'
  return (
    <>
      <FilterBar result={words.bar.result(loaded, chosenAgencies.length * (selection.years[1] - selection.years[0] + 1))}>
        <IndicatorPicker />
        <AgencyPicker />
        <YearPicker />
        <AtPicker at={at} />
        <EvidencePicker />
        <BlanksPicker />
      </FilterBar>
      <main id="content">
        <div className="pagehead">
          <h1>{words.compare.title}</h1>
          <p>
            {indicator.name[lang]} · {at === 'latest' ? words.compare.aboutLatest : words.compare.aboutYear(String(at))}
          </p>
        </div>
        {answer.error ? <AnswerFailed retry={answer.retry} keptRows={rows !== undefined} /> : null}
        {rows ? (
          <Comparison rows={rows} indicator={indicator} at={at} />
        ) : answer.error ? null : (
          <Waiting reports={dataset.reports.length} />
        )}
      </main>
    </>
  )
}

function AtPicker({ at }: { readonly at: number | 'latest' }) {
  const { selection, words, change } = useAtlas()
  const [from, to] = selection.years
  if (from === to) return null
  const years = Array.from({ length: to - from + 1 }, (_, i) => to - i)
  return (
    <ChoicePicker
      name={words.compare.at}
      value={String(at)}
      choices={[
        { id: 'latest', name: words.compare.atLatest },
        ...years.map((year) => ({ id: String(year), name: words.compare.atYear(year) })),
      ]}
      choose={(id) => change({ at: id === 'latest' ? 'latest' : Number(id) })}
    />
  )
}

function Comparison({
  rows,
  indicator,
  at,
}: {
  readonly rows: readonly ComparedValue[]
  readonly indicator: Indicator
  readonly at: number | 'latest'
}) {
  const { dataset, selection, chosenAgencies, lang, words, palette, change } = useAtlas()
  const ranking = useMemo(() => rankValues(pickYear(rows, at), indicator), [rows, at, indicator])
  const focus = useMemo(() => chooseFocus(selection.focus, chosenAgencies, ranking), [selection.focus, chosenAgencies, ranking])
  const context: ChartContext = useMemo(
    () => ({
      catalogue: dataset.catalogue,
      indicator,
      agencies: chosenAgencies,
      focus,
      years: selection.years,
      lang,
      words,
      palette,
      width: 600,
    }),
    [dataset, indicator, chosenAgencies, focus, selection.years, lang, words, palette],
  )
  const openPoint = (point: ChartPoint): void => {
    if (point.report !== null) change({ page: 'report', report: point.report, cell: null })
  }
  return (
    <div className={selection.chart === 'trend' ? 'grid trendfirst' : 'grid'}>
      <div className="c7 stack">
        <RankingPanel ranking={ranking} rows={rows} at={at} context={context} openPoint={openPoint} />
        <MissingPanel ranking={ranking} context={context} />
      </div>
      <div className="c5 stack">
        <TrendPanel rows={rows} context={context} openPoint={openPoint} />
      </div>
    </div>
  )
}

/** The bodies in colour: those the reader chose; all, where they are few; else the three highest. */
function chooseFocus(chosen: readonly string[] | null, agencies: readonly Agency[], ranking: Ranking): readonly string[] {
  const known = (chosen ?? []).filter((id) => agencies.some((agency) => agency.id === id))
  if (known.length > 0) return known
  if (agencies.length <= 6) return agencies.map((agency) => agency.id)
  const ranked = ranking.groups.flatMap((group) => group.rows).sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))
  return ranked.slice(0, 3).map((row) => row.agency)
}
