import { useMemo, type ReactNode } from 'react'
import { existsIn } from '../../agencies.ts'
import { chooseShownYear } from '../../charts/coverage.ts'
import { indicatorById, indicatorsOfTopic } from '../../indicators/catalogue.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { compareAgencies } from '../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../questions/comparedValue.ts'
import { coverReports, type CoveredReport } from '../../questions/coverReports.ts'
import { defaultComparison, overviewIndicators } from '../../questions/defaultAnswers.ts'
import { briefWordsIn } from '../../text/briefWords.ts'
import { formatYears } from '../../text/numbers.ts'
import { useAtlas } from '../AtlasContext.ts'
import { FindingsByKind } from '../checks/FindingsByKind.tsx'
import { BlanksPicker, EvidencePicker, FilterBar } from '../FilterBar.tsx'
import { Link } from '../Link.tsx'
import { AnswerFailed, Waiting } from '../Matrix.tsx'
import { AgencyPicker } from '../pickers/AgencyPicker.tsx'
import { YearPicker } from '../pickers/YearPicker.tsx'
import { markFirstChart } from '../readiness.ts'
import { useAnswer } from '../useAnswer.ts'
import { WhileAsking } from '../WhileAsking.tsx'
import { useAfterPaint } from '../useAfterPaint.ts'
import { CellsPanel } from './overview/CellsPanel.tsx'
import { CoveragePanel } from './overview/CoveragePanel.tsx'
import { FlatPanel } from './overview/FlatPanel.tsx'
import { GroupPanel } from './overview/GroupPanel.tsx'
import { Headlines } from './overview/Headlines.tsx'
import { ShownYearPicker } from './overview/overviewPickers.tsx'
import { RugPanel } from './overview/RugPanel.tsx'
import { useFilings } from './overview/useFilings.ts'
import './overview/overview.css'

/** First look: what is there, how full it is and filed when, the main figures of one year, and the bodies together over years. */
export function OverviewPage() {
  const { dataset, selection, chosenAgencies, words, lang, announce } = useAtlas()
  const { catalogue } = dataset
  const indicators = useMemo(() => overviewIndicators(catalogue).map((id) => indicatorById(catalogue, id)), [catalogue])
  const ofTopic = useMemo(() => indicatorsOfTopic(catalogue, selection.topic) ?? indicators, [catalogue, selection.topic, indicators])
  const { agencies, years } = selection
  const coverage = useAnswer(coverReports, { agencies, years })
  const at = useMemo(() => chooseShownYear(coverage.rows ?? [], selection.at, years), [coverage.rows, selection.at, years])
  const asked = { ...defaultComparison(catalogue, years, selection.prose), agencies, blanksAsZero: selection.blanksAsZero }
  const values = useAnswer(compareAgencies, asked)
  // Of a theme only the year shown; the main indicators are there already, and asking for them again is no second question.
  const rug = useAnswer(
    compareAgencies,
    selection.topic === null
      ? asked
      : { ...asked, indicators: ofTopic.map(({ id }) => id), years: at === 'latest' ? years : ([at, at] as const) },
  )
  const covered = coverage.rows ?? []
  const reports = covered.filter((row) => row.report !== null)
  useAfterPaint(coverage.rows !== undefined && values.rows !== undefined, markFirstChart)
  useAfterPaint(coverage.rows, () => announce(words.state.filtered(chosenAgencies.length, reports.length)))
  return (
    <>
      <FilterBar result={coverage.rows ? words.bar.result(reports.length, covered.length) : null}>
        <AgencyPicker />
        <YearPicker />
        <ShownYearPicker at={at} />
        <EvidencePicker />
        <BlanksPicker />
      </FilterBar>
      <main id="content">
        <div className="pagehead">
          <h1>{words.overview.title}</h1>
          <p>{words.overview.about(chosenAgencies.length, formatYears(years))}</p>
          <Link to={{ print: 'brief' }}>{briefWordsIn(lang).open}</Link>
        </div>
        {coverage.error ? <AnswerFailed retry={coverage.retry} keptRows={coverage.rows !== undefined} /> : null}
        {values.error ? <AnswerFailed retry={values.retry} keptRows={values.rows !== undefined} /> : null}
        <WhileAsking waiting={[coverage, values, rug].some((answer) => answer.waiting && answer.error === null)}>
          {coverage.rows && values.rows ? (
            <Panels
              covered={coverage.rows}
              values={values.rows}
              indicators={indicators}
              rug={
                rug.rows ? (
                  <RugPanel rows={rug.rows} indicators={ofTopic.concat(indicators)} at={at} />
                ) : rug.error ? (
                  <AnswerFailed retry={rug.retry} keptRows />
                ) : (
                  <Waiting reports={reports.length} />
                )
              }
              at={at}
            />
          ) : coverage.error || values.error ? null : (
            <Waiting reports={dataset.reports.length} />
          )}
        </WhileAsking>
      </main>
    </>
  )
}

function Panels({
  covered,
  values,
  indicators,
  rug,
  at,
}: {
  readonly covered: readonly CoveredReport[]
  readonly values: readonly ComparedValue[]
  readonly indicators: readonly Indicator[]
  readonly rug: ReactNode
  readonly at: number | 'latest'
}) {
  const { agencyById } = useAtlas()
  const filings = useFilings(covered)
  // A body that had ended, or had not begun, is no gap in what its group reports.
  const expected = useMemo(
    () =>
      values.filter((row) => {
        const agency = agencyById(row.agency)
        return row.report !== null || agency === undefined || existsIn(agency, row.year)
      }),
    [values, agencyById],
  )
  return (
    <>
      <Headlines filings={filings} values={expected} indicators={indicators} at={at} />
      <div className="grid overview">
        <div className="c5 stack">
          <CoveragePanel filings={filings} at={at} />
          <CellsPanel rows={covered} />
          <FindingsByKind />
        </div>
        <div className="c7 stack">
          {rug}
          <FlatPanel rows={expected} indicators={indicators} at={at} />
          <GroupPanel rows={expected} indicators={indicators} at={at} />
        </div>
      </div>
    </>
  )
}
