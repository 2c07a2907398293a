import { useMemo } from 'react'
import type { ApplicantId } from '../../../forms/form.ts'
import { indicatorById } from '../../../indicators/catalogue.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import { dataWords } from '../../../text/dataWords.ts'
import { formatNumber } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { BlanksPicker, EvidencePicker, FilterBar } from '../../FilterBar.tsx'
import { AnswerFailed, Waiting } from '../../Matrix.tsx'
import { AgencyPicker } from '../../pickers/AgencyPicker.tsx'
import { ChoicePicker } from '../../pickers/ChoicePicker.tsx'
import { IndicatorPicker } from '../../pickers/IndicatorPicker.tsx'
import { YearPicker } from '../../pickers/YearPicker.tsx'
import { markFirstChart } from '../../readiness.ts'
import { useAfterPaint } from '../../useAfterPaint.ts'
import { useAnswer } from '../../useAnswer.ts'
import { WhileAsking } from '../../WhileAsking.tsx'
import { AboutSection } from './AboutSection.tsx'
import { ApiSection } from './ApiSection.tsx'
import { CiteSection } from './CiteSection.tsx'
import { DictionarySection } from './DictionarySection.tsx'
import { FilesSection } from './FilesSection.tsx'
import { IndicatorsSection } from './IndicatorsSection.tsx'
import { RowsSection } from './RowsSection.tsx'
import { useIsPublished } from './usePublished.ts'
import './data.css'

/** The dataset itself: what it is, how to cite it, its files, the rows of one indicator, the static API, the dictionary. */
export function DataPage() {
  const { dataset, selection, chosenAgencies, words, lang, announce } = useAtlas()
  const said = dataWords[lang]
  const isPublished = useIsPublished()
  const indicator = indicatorById(dataset.catalogue, selection.indicators[0] ?? '')
  const answer = useAnswer(compareAgencies, {
    indicators: [indicator.id],
    agencies: selection.agencies,
    years: selection.years,
    applicant: indicator.byApplicant ? (selection.applicant as ApplicantId | null) : null,
    prose: selection.prose,
    blanksAsZero: selection.blanksAsZero,
  })
  const rows = useMemo(() => {
    const place = new Map(chosenAgencies.map(({ id }, at) => [id, at]))
    const placeOf = (agency: string): number => place.get(agency) ?? place.size
    return answer.rows ? [...answer.rows].sort((a, b) => placeOf(a.agency) - placeOf(b.agency) || a.year - b.year) : undefined
  }, [answer.rows, chosenAgencies])
  const print = (n: number): string => formatNumber(n, lang)
  const result = rows ? said.result(print(rows.length), print(rows.filter(({ value }) => value !== null).length)) : ''
  useAfterPaint(rows, () => {
    markFirstChart()
    announce(result)
  })
  const { agencies, reports } = dataset.manifest.counts
  return (
    <>
      <FilterBar result={result}>
        <IndicatorPicker offerAll />
        <AgencyPicker />
        <YearPicker />
        {indicator.byApplicant ? <ApplicantPicker /> : null}
        <EvidencePicker />
        {selection.blanksAsZero ? <BlanksPicker /> : null}
      </FilterBar>
      <main id="content">
        <div className="pagehead">
          <h1>{words.pages.data}</h1>
          <p>{said.about(print(agencies), print(reports))}</p>
        </div>
        <div className="grid datapage">
          <AboutSection />
          <CiteSection />
          <FilesSection />
          {isPublished ? <IndicatorsSection chosen={indicator} /> : null}
          <div className="c12">
            {answer.error ? <AnswerFailed retry={answer.retry} keptRows={rows !== undefined} /> : null}
            <WhileAsking waiting={answer.waiting && answer.error === null}>
              {rows ? <RowsSection indicator={indicator} rows={rows} /> : answer.error ? null : <Waiting reports={reports} />}
            </WhileAsking>
          </div>
          {isPublished ? <ApiSection indicator={indicator} /> : null}
          <DictionarySection />
        </div>
      </main>
    </>
  )
}

function ApplicantPicker() {
  const { dataset, selection, lang, change } = useAtlas()
  const said = dataWords[lang]
  const types = dataset.catalogue.applicants.filter(({ id }) => id !== 'total')
  return (
    <ChoicePicker
      name={said.pickApplicant}
      value={selection.applicant ?? 'total'}
      choices={[{ id: 'total', name: said.allApplicants }, ...types.map(({ id, name }) => ({ id: id as string, name: name[lang] }))]}
      choose={(id) => change({ applicant: id === 'total' ? null : id })}
    />
  )
}
