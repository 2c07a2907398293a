import { useState } from 'react'
import { levelNames, type Agency } from '../../agencies.ts'
import { agencyWordsIn } from '../../text/agencyWords.ts'
import { briefWordsIn } from '../../text/briefWords.ts'
import type { Lang } from '../../text/label.ts'
import type { Words } from '../../text/zh.ts'
import { useAtlas } from '../AtlasContext.ts'
import { BlanksPicker, EvidencePicker, FilterBar } from '../FilterBar.tsx'
import { Link } from '../Link.tsx'
import { AnswerFailed, Waiting } from '../Matrix.tsx'
import { AgencyPicker } from '../pickers/AgencyPicker.tsx'
import { ChoicePicker } from '../pickers/ChoicePicker.tsx'
import { YearPicker } from '../pickers/YearPicker.tsx'
import { markFirstChart } from '../readiness.ts'
import { useAfterPaint } from '../useAfterPaint.ts'
import { ContributionPanel } from './agency/ContributionPanel.tsx'
import { FindingsPanel, useOwnFindings } from './agency/FindingsPanel.tsx'
import { IndicatorPanel } from './agency/IndicatorPanel.tsx'
import { listNotices } from './agency/listNotices.ts'
import { MatrixPanel } from './agency/MatrixPanel.tsx'
import { judgeOwnReports } from './agency/ownReports.ts'
import { PeersPanel } from './agency/PeersPanel.tsx'
import { PrintSheet } from './agency/PrintSheet.tsx'
import { ProsePanel } from './agency/ProsePanel.tsx'
import { ReportsPanel } from './agency/ReportsPanel.tsx'
import { SpinePanel } from './agency/SpinePanel.tsx'
import { useAgencyAnswers, useAgencyView, usePeersView, type AgencyView } from './agency/useAgencyView.ts'
import './agency/agency.css'

/** One agency: among its peers, over the years, what its reports say and what the checks say of them; on paper, one page. */
export function AgencyPage() {
  const { dataset, chosenAgencies, words, announce } = useAtlas()
  const agency = chosenAgencies[0]
  const { figures, comparison } = useAgencyAnswers(agency)
  const view = useAgencyView(agency, figures.rows)
  const failed = figures.error ? figures : null
  useAfterPaint(view, markFirstChart)
  useAfterPaint(view, () => view && announce(words.state.filtered(1, view.loaded.length)))
  if (!agency) return null
  return (
    <div className="agencypage">
      <FilterBar result={view ? words.agency.reportsOf(view.loaded.length) : null}>
        <AgencyPicker single />
        <YearPicker />
        {view ? <ComparedYearPicker view={view} /> : null}
        <EvidencePicker />
        <BlanksPicker />
      </FilterBar>
      <main id="content">
        <AgencyHead agency={agency} />
        {failed ? <AnswerFailed retry={failed.retry} keptRows={view !== undefined} /> : null}
        {comparison.error ? <AnswerFailed retry={comparison.retry} keptRows={comparison.rows !== undefined || view !== undefined} /> : null}
        {view ? (
          <AgencyFigures view={view} comparison={comparison.rows} waiting={comparison.error === null} />
        ) : failed ? null : (
          <Waiting reports={dataset.reports.length} />
        )}
      </main>
    </div>
  )
}

function AgencyFigures({
  view,
  comparison,
  waiting,
}: {
  readonly view: AgencyView
  readonly comparison: ReturnType<typeof useAgencyAnswers>['comparison']['rows']
  readonly waiting: boolean
}) {
  const { dataset, lang } = useAtlas()
  const { agency } = view
  const among = usePeersView(view, comparison)
  const [painted, setPainted] = useState(false)
  useAfterPaint(true, () => setPainted(true))
  const { own: findings, failed } = useOwnFindings(agency.id, painted)
  const filings = judgeOwnReports(agency, view.covered, dataset.reports, lang)
  const claims = view.figures.filter((row) => row.evidence !== 'A' && row.indicator !== null)
  return (
    <>
      <div className="grid">
        <div className="c8 stack">
          {among ? <SpinePanel view={view} among={among} /> : waiting ? <Waiting reports={dataset.reports.length} /> : null}
          <ContributionPanel view={view} />
          <MatrixPanel view={view} />
        </div>
        <div className="c4 stack">
          {among ? <PeersPanel agency={agency} view={among} /> : null}
          <FindingsPanel agency={agency.id} own={findings} failed={failed} />
          <ReportsPanel view={view} filings={filings} />
          <IndicatorPanel view={view} />
          <ProsePanel claims={claims} />
        </div>
      </div>
      {painted && among ? <PrintSheet view={view} among={among} findings={findings} filings={filings} claims={claims} /> : null}
    </>
  )
}

/** The year that the agency is compared with its peers in: one with a report, its latest unless chosen. */
function ComparedYearPicker({ view }: { readonly view: AgencyView }) {
  const { lang, change } = useAtlas()
  const own = agencyWordsIn(lang)
  const years = [...new Set([...view.loaded, view.year])].sort((a, b) => b - a)
  return (
    <ChoicePicker
      name={own.at}
      value={String(view.year)}
      choices={years.map((year) => ({ id: String(year), name: own.atYear(year) }))}
      choose={(id) => change({ at: Number(id) === view.loaded.at(-1) ? null : Number(id) })}
    />
  )
}

function AgencyHead({ agency }: { readonly agency: Agency }) {
  const { dataset, words, lang, agencyById } = useAtlas()
  const successor = agency.successorId === null ? undefined : agencyById(agency.successorId)
  const notices = listNotices(agency, dataset.agencies, lang)
  return (
    <>
      <div className="pagehead">
        <h1>{agency.name}</h1>
        <p>{factsOf(agency, words, lang)}</p>
        <Link to={{ print: 'brief', agencies: [agency.id] }}>{briefWordsIn(lang).openOf}</Link>
        <button type="button" className="btn" onClick={() => window.print()}>
          {agencyWordsIn(lang).print}
        </button>
      </div>
      {notices.length === 0 ? null : (
        <ul className="agencynotices">
          {notices.map((notice) => (
            <li key={notice}>
              <Notice text={notice} successor={successor} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** A notice; where it ends with the name of the body that took this one in, that name leads there. */
function Notice({ text, successor }: { readonly text: string; readonly successor: Agency | undefined }) {
  if (!successor || !text.endsWith(successor.shortName)) return text
  return (
    <>
      {text.slice(0, -successor.shortName.length)}
      <Link to={{ agencies: [successor.id], peers: null }}>{successor.shortName}</Link>
    </>
  )
}

function factsOf(agency: Agency, words: Words, lang: Lang): string {
  // A former name stands in the notice of the renaming.
  const aliases = agency.aliases.filter((alias) => !agency.formerNames?.some(({ name }) => name === alias))
  return [
    `${words.agency.level} ${levelNames[agency.level][lang]}`,
    agency.regionName === null ? null : `${words.agency.region} ${agency.regionName}`,
    `${words.agency.system} ${agency.system}`,
    aliases.length === 0 ? null : `${words.agency.aliases} ${words.list(aliases.slice(0, 3))}`,
  ]
    .filter((fact) => fact !== null)
    .join(' · ')
}
