import { useMemo } from 'react'
import { listStaff, staffIndicatorsOf, type StaffIndicators } from '../../../charts/staffRows.ts'
import { nameItem, type StaffContext } from '../../../charts/staffChart.ts'
import { chooseTableYear } from '../../../charts/tableYear.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { formatYears } from '../../../text/numbers.ts'
import { staffingWords } from '../../../text/staffingWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { AfterFirst } from '../../AfterFirst.tsx'
import { BlanksPicker, FilterBar } from '../../FilterBar.tsx'
import { AnswerFailed, Waiting } from '../../Matrix.tsx'
import { AgencyPicker } from '../../pickers/AgencyPicker.tsx'
import { ChoicePicker } from '../../pickers/ChoicePicker.tsx'
import { OrderPicker } from '../../pickers/OrderPicker.tsx'
import { TableYearPicker } from '../../pickers/TableYearPicker.tsx'
import { YearPicker } from '../../pickers/YearPicker.tsx'
import { markFirstChart } from '../../readiness.ts'
import { useAfterPaint } from '../../useAfterPaint.ts'
import { useAnswer } from '../../useAnswer.ts'
import { WhileAsking } from '../../WhileAsking.tsx'
import { EndingTrendPanel } from '../channels/EndingTrendPanel.tsx'
import { SameValuesPanel } from './SameValuesPanel.tsx'
import { StaffMatrixPanel } from './StaffMatrixPanel.tsx'
import { StaffPanel } from './StaffPanel.tsx'
import '../channels/channels.css'
import './staffing.css'

/** Who works on disclosure, with what means: bodies in order of one figure, what repeats among them, all figures of a year, the years. */
export function StaffingPage() {
  const { dataset, lang, words } = useAtlas()
  const indicators = useMemo(() => staffIndicatorsOf(dataset.catalogue), [dataset])
  useAfterPaint(indicators === null, markFirstChart)
  if (indicators) return <Staffing indicators={indicators} />
  return (
    <main id="content">
      <div className="pagehead">
        <h1>{words.pages.staffing}</h1>
      </div>
      <p className="empty">{staffingWords[lang].noStaff}</p>
    </main>
  )
}

function Staffing({ indicators }: { readonly indicators: StaffIndicators }) {
  const { dataset, selection, chosenAgencies, words, lang, announce } = useAtlas()
  const answer = useAnswer(compareAgencies, {
    indicators: indicators.all.map(({ id }) => id),
    agencies: selection.agencies,
    years: selection.years,
    applicant: null,
    prose: true,
    blanksAsZero: selection.blanksAsZero,
  })
  const { rows } = answer
  const indicator = indicators.all.find(({ id }) => selection.indicators.includes(id)) ?? indicators.total
  const ofTotal = useMemo(() => (rows ?? []).filter((row) => row.indicator === indicators.total.id), [rows, indicators])
  const at = chooseTableYear(ofTotal, selection.at, selection.years, chosenAgencies.length)
  const asked = [...new Set(ofTotal.filter((row) => row.report !== null && row.state !== 'not_in_form').map((row) => row.year))]
  const loaded = new Set(ofTotal.flatMap((row) => (row.report === null ? [] : [row.report]))).size
  useAfterPaint(rows, () => announce(words.state.filtered(chosenAgencies.length, loaded)))
  return (
    <>
      <FilterBar result={rows ? words.bar.result(loaded, chosenAgencies.length * (selection.years[1] - selection.years[0] + 1)) : null}>
        <FigurePicker indicators={indicators} chosen={indicator.id} />
        <AgencyPicker />
        <YearPicker />
        <TableYearPicker at={at} years={asked} />
        <BlanksPicker />
      </FilterBar>
      <main id="content">
        <div className="pagehead">
          <h1>{words.pages.staffing}</h1>
          <p>{staffingWords[lang].about(chosenAgencies.length, formatYears(selection.years))}</p>
        </div>
        <div className="pagechoices">
          <OrderPicker />
        </div>
        {answer.error ? <AnswerFailed retry={answer.retry} keptRows={rows !== undefined} /> : null}
        <WhileAsking waiting={answer.waiting && answer.error === null}>
          {rows ? (
            <StaffPanels rows={rows} indicators={indicators} indicatorId={indicator.id} at={at} />
          ) : answer.error ? null : (
            <Waiting reports={dataset.reports.length} />
          )}
        </WhileAsking>
      </main>
    </>
  )
}

/** Which figure the list and the lines are of. */
function FigurePicker({ indicators, chosen }: { readonly indicators: StaffIndicators; readonly chosen: string }) {
  const { lang, change } = useAtlas()
  return (
    <ChoicePicker
      name={staffingWords[lang].which}
      value={chosen}
      choices={indicators.all.map((indicator) => ({ id: indicator.id, name: nameItem(indicator, { lang }) }))}
      choose={(id) => change({ indicators: [id] })}
    />
  )
}

function StaffPanels({
  rows,
  indicators,
  indicatorId,
  at,
}: {
  readonly rows: readonly ComparedValue[]
  readonly indicators: StaffIndicators
  readonly indicatorId: string
  readonly at: number | 'latest'
}) {
  const { dataset, selection, chosenAgencies, lang, words, palette } = useAtlas()
  const indicator = indicators.all.find(({ id }) => id === indicatorId) ?? indicators.total
  const context: StaffContext = useMemo(
    () => ({
      catalogue: dataset.catalogue,
      indicator,
      indicators,
      at,
      agencies: chosenAgencies,
      focus: selection.focus ?? [],
      years: selection.years,
      lang,
      words,
      palette,
      width: 600,
    }),
    [dataset, indicator, indicators, at, chosenAgencies, selection.focus, selection.years, lang, words, palette],
  )
  const order = selection.sort ?? 'value'
  const list = useMemo(
    () => listStaff(rows, indicator, indicators, at, order, chosenAgencies),
    [rows, indicator, indicators, at, order, chosenAgencies],
  )
  const lines = <EndingTrendPanel embedAs="staff-trend" rows={rows} indicator={indicator} context={context} />
  const isShort = chosenAgencies.length <= shortList
  return (
    <div className="grid">
      <div className="c7 stack">
        <StaffPanel list={list} order={order} context={context} />
      </div>
      <div className="c5 stack">
        <AfterFirst>
          <SameValuesPanel rows={rows} context={context} />
          {isShort ? null : lines}
        </AfterFirst>
      </div>
      <AfterFirst>
        {isShort ? <div className="c12 stack">{lines}</div> : null}
        <div className="c12">
          <StaffMatrixPanel rows={rows} list={list} context={context} />
        </div>
      </AfterFirst>
    </div>
  )
}

/** So few bodies need no more height than the list beside them: the lines take the whole width below. */
const shortList = 15
