import { useMemo, useState } from 'react'
import { mergersByBody } from '../../../agencies/peers.ts'
import { holdAgainst } from '../../../charts/benchmark.ts'
import type { ChartContext } from '../../../charts/chartContext.ts'
import { chooseChart, findFacts, pairedRows, type ChartChoice } from '../../../charts/chooseChart.ts'
import { divideByBase } from '../../../charts/perBase.ts'
import { pickYear, rankValues } from '../../../charts/ranking.ts'
import type { RankingView } from '../../../charts/rankingView.ts'
import { chooseTableYear } from '../../../charts/tableYear.ts'
import { indicatorById } from '../../../indicators/catalogue.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import { readIndicatorAs, type Reading } from '../../../indicators/readings.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { indicatorComparison } from '../../../questions/defaultAnswers.ts'
import { compareWordsIn } from '../../../text/compareWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { BlanksPicker, EvidencePicker, FilterBar } from '../../FilterBar.tsx'
import { AnswerFailed, Waiting } from '../../Matrix.tsx'
import { AgencyPicker } from '../../pickers/AgencyPicker.tsx'
import { IndicatorPicker } from '../../pickers/IndicatorPicker.tsx'
import { YearPicker } from '../../pickers/YearPicker.tsx'
import { useAfterPaint } from '../../useAfterPaint.ts'
import { useAnswer } from '../../useAnswer.ts'
import { ChartChooser } from './ChartChooser.tsx'
import { ComparedFigures, chooseFocus, type Compared } from './ComparedFigures.tsx'
import { ViewSettings } from './ViewSettings.tsx'
import './compare.css'

/** One or two indicators over many bodies: the chart that the selection calls for, the order of one year, and who has no number. */
export function ComparePage() {
  const { dataset, selection, chosenAgencies, words, lang, announce } = useAtlas()
  const { catalogue } = dataset
  const { reading, second } = useReading()
  const answer = useAnswer(compareAgencies, askFor(reading, second, selection))
  const compared = useKept(useCompared(answer.waiting ? undefined : answer.rows, reading, second))
  const loaded = compared?.reports ?? 0
  useAfterPaint(answer.rows, () => announce(words.state.filtered(chosenAgencies.length, loaded)))
  const choice = compared?.choice ?? null
  const refused = selection.per !== null && selection.per !== reading.kind && selection.per !== 'count'
  const texts = compareWordsIn(lang)
  return (
    <>
      <FilterBar result={words.bar.result(loaded, chosenAgencies.length * (selection.years[1] - selection.years[0] + 1))}>
        <IndicatorPicker />
        <AgencyPicker />
        <YearPicker />
        <EvidencePicker />
        <BlanksPicker />
      </FilterBar>
      <main id="content" aria-busy={answer.waiting}>
        <div className="pagehead">
          <h1>{words.compare.title}</h1>
          <p>
            {reading.shown.name[lang]}
            {second ? ` × ${second.name[lang]}` : ''}
            {choice ? ` · ${choice.why[lang]}${words.sentenceEnd}` : ''}
          </p>
        </div>
        <div className="viewbar">
          {choice ? <ChartChooser choice={choice} /> : null}
          <ViewSettings reading={reading} indicator={indicatorById(catalogue, selection.indicators[0] ?? '')} at={compared?.at ?? null} />
        </div>
        {refused ? <p className="refused">{texts.per.refused(texts.per.names[selection.per ?? 'count'])}</p> : null}
        {answer.error ? <AnswerFailed retry={answer.retry} keptRows={answer.rows !== undefined} /> : null}
        {compared ? <ComparedFigures compared={compared} /> : answer.error ? null : <Waiting reports={dataset.reports.length} />}
      </main>
    </>
  )
}

/** The indicator as the reader wants it read, and the second one beside it. */
function useReading(): { readonly reading: Reading; readonly second: Indicator | null } {
  const { dataset, selection } = useAtlas()
  const { indicators, applicant, per } = selection
  return useMemo(() => {
    const { catalogue } = dataset
    const [first = '', other] = indicators
    // A relation to a base is a matter of one indicator: beside a second one, both are shown as they are.
    const reading = readIndicatorAs(catalogue, indicatorById(catalogue, first), { applicant, per: other === undefined ? per : null })
    const beside = other === undefined ? null : readIndicatorAs(catalogue, indicatorById(catalogue, other), { applicant, per: null })
    return { reading, second: beside?.shown ?? null }
  }, [dataset, indicators, applicant, per])
}

/** The one question of the page; held against the year before, it asks one year more. */
function askFor(reading: Reading, second: Indicator | null, selection: ReturnType<typeof useAtlas>['selection']) {
  const [from, to] = selection.years
  const beside = [second, reading.base].flatMap((indicator) => (indicator ? [indicator.id] : []))
  return {
    ...indicatorComparison(reading.asked.id, selection.bench === 'before' ? ([from - 1, to] as const) : selection.years, selection.prose),
    indicators: [...new Set([reading.asked.id, ...beside])],
    agencies: selection.agencies,
    applicant: reading.applicant,
    blanksAsZero: selection.blanksAsZero,
  }
}

/** Everything that the figures of the page are drawn from. */
function useCompared(rows: readonly ComparedValue[] | undefined, reading: Reading, second: Indicator | null): Compared | null {
  const { dataset, selection, chosenAgencies, lang, words, palette } = useAtlas()
  const { years, focus, bench, sort, by, chart } = selection
  const chosenAt = selection.at
  const mergers = useMemo(() => mergersByBody(dataset.agencies), [dataset])
  return useMemo(() => {
    if (!rows) return null
    const { catalogue, agencies: all } = dataset
    const { shown } = reading
    const ofId = (id: string): ComparedValue[] => rows.filter((row) => row.indicator === id)
    const first = reading.base ? divideByBase(ofId(reading.asked.id), ofId(reading.base.id), shown) : ofId(reading.asked.id)
    const inSpan = (row: ComparedValue): boolean => row.year >= years[0] && row.year <= years[1]
    const own = first.filter(inSpan)
    const beside = second ? ofId(second.id).filter(inSpan) : null
    const at =
      years[0] === years[1] ? years[1] : chooseTableYear(beside ? pairedRows(own, beside) : own, chosenAt, years, chosenAgencies.length)
    const ranking = rankValues(pickYear(own, at), shown)
    const context: ChartContext = {
      catalogue: { ...catalogue, indicators: catalogue.indicators.map((indicator) => (indicator.id === shown.id ? shown : indicator)) },
      indicator: shown,
      agencies: chosenAgencies,
      focus: chooseFocus(focus, chosenAgencies, ranking),
      years,
      lang,
      words,
      palette,
      width: 600,
      mergers,
    }
    const view: RankingView = {
      order: sort ?? 'value',
      by: by ?? 'none',
      all,
      held: holdAgainst(bench ?? 'median', ranking, first, context),
    }
    const ranked = ranking.groups.reduce((sum, group) => sum + group.rows.length, 0)
    const facts = findFacts(own, beside, {
      indicator: shown,
      agencies: chosenAgencies.length,
      years,
      at,
      ordersOneYear: chosenAt !== null,
      ranked,
    })
    const choice: ChartChoice = chooseChart(facts, chart)
    const reports = new Set(own.flatMap((row) => (row.report === null ? [] : [row.report]))).size
    return { rows: own, both: beside ? [...own, ...beside] : own, second, ranking, at, context, view, reading, choice, reports }
  }, [rows, reading, second, dataset, chosenAgencies, years, focus, bench, sort, by, chart, chosenAt, lang, words, palette, mergers])
}

/** What was shown last stays, with its own selection, until the next answer has come; never that of another dataset. */
function useKept(compared: Compared | null): Compared | null {
  const { dataset } = useAtlas()
  const [kept, setKept] = useState({ dataset, compared })
  if (compared !== null && (compared !== kept.compared || dataset !== kept.dataset)) setKept({ dataset, compared })
  return compared ?? (kept.dataset === dataset ? kept.compared : null)
}
