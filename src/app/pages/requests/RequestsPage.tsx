import { useMemo } from 'react'
import { chooseRequestYear, pickGathered } from '../../../charts/requestView.ts'
import { askedBy, listRequestFigures } from '../../../indicators/requestFlow.ts'
import { requestGathering } from '../../../questions/defaultAnswers.ts'
import { readGathered } from '../../../questions/gatheredValues.ts'
import { gatherFigures, type GatheredFigures } from '../../../questions/gatherFigures.ts'
import { requestsWords } from '../../../text/requestsWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { BlanksPicker, FilterBar } from '../../FilterBar.tsx'
import { Link } from '../../Link.tsx'
import { AnswerFailed, Waiting } from '../../Matrix.tsx'
import { AgencyPicker } from '../../pickers/AgencyPicker.tsx'
import { TableYearPicker } from '../../pickers/TableYearPicker.tsx'
import { YearPicker } from '../../pickers/YearPicker.tsx'
import { markFirstChart } from '../../readiness.ts'
import { useAfterPaint } from '../../useAfterPaint.ts'
import { useAnswer } from '../../useAnswer.ts'
import { WhileAsking } from '../../WhileAsking.tsx'
import { ApplicantPicker } from './requestPickers.tsx'
import { RequestFigures } from './RequestFigures.tsx'
import './requests.css'

/** So many bodies at most are asked about at once, whoever is chosen. */
const mostAtOnce = 2000

/** What was asked of bodies, how it ended and what was carried over; who asked, what was contested, and rates with their sizes. */
export function RequestsPage() {
  const { dataset, words, lang } = useAtlas()
  const missing = askedBy(dataset.catalogue) === null
  useAfterPaint(missing, markFirstChart)
  if (!missing) return <Requests />
  return (
    <main id="content">
      <div className="pagehead">
        <h1>{words.pages.requests}</h1>
      </div>
      <p className="empty">{requestsWords[lang].noFlowRows}</p>
    </main>
  )
}

/** Who asked for figures of prose learns that these figures have none, and where they are. */
function TablesAlone() {
  const { dataset, lang } = useAtlas()
  const said = requestsWords[lang]
  const received = askedBy(dataset.catalogue)
  return (
    <p className="tablesalone">
      {said.tablesAlone}{' '}
      {received === null ? null : <Link to={{ page: 'compare', indicators: [received.id], prose: true }}>{said.toProse}</Link>}
    </p>
  )
}

function Requests() {
  const { dataset, selection, start, chosenAgencies, words, lang, announce } = useAtlas()
  const { catalogue } = dataset
  const { agencies, years, blanksAsZero } = selection
  const applicant = catalogue.applicants.find(({ id }) => id === selection.applicant && id !== 'total')?.id ?? null
  // Of a dataset that is not huge everything is asked at once: other bodies and other years then need no new answer.
  const everything = dataset.agencies.length <= mostAtOnce
  const [from, to] = everything ? [Math.min(start.years[0], years[0]), Math.max(start.years[1], years[1])] : years
  const asked = everything ? null : agencies
  const gathering = useMemo(
    () => ({ ...requestGathering(catalogue, [from, to], listRequestFigures(catalogue, applicant)), agencies: asked }),
    [catalogue, applicant, asked, from, to],
  )
  const answer = useAnswer(gatherFigures, gathering)
  // The numbers stand in the order of the figures asked: those of the question before must not be read in the order of this one.
  const answered = answer.waiting ? undefined : answer.rows
  const rows = useMemo(() => answered && pickGathered(answered, chosenAgencies, years), [answered, chosenAgencies, years])
  const read = useMemo(
    () => (rows ? readGathered(rows, gathering.figures, catalogue, { applicant, blanksAsZero }) : null),
    [rows, gathering, catalogue, applicant, blanksAsZero],
  )
  const loaded = new Set((rows ?? []).flatMap((row) => (row.report === null ? [] : [row.report]))).size
  useAfterPaint(rows, () => announce(words.state.filtered(chosenAgencies.length, loaded)))
  const at = chooseRequestYear(read, catalogue, { chosenAt: selection.at, years, agencies: chosenAgencies.length })
  return (
    <>
      <FilterBar result={rows ? words.bar.result(loaded, chosenAgencies.length * (years[1] - years[0] + 1)) : null}>
        <AgencyPicker />
        <YearPicker />
        <TableYearPicker at={at} years={yearsWithReports(rows ?? [])} />
        <ApplicantPicker />
        <BlanksPicker />
      </FilterBar>
      <main id="content">
        <div className="pagehead">
          <h1>{words.pages.requests}</h1>
          <p>{requestsWords[lang].about}</p>
        </div>
        {selection.prose ? <TablesAlone /> : null}
        {answer.error ? <AnswerFailed retry={answer.retry} keptRows={answer.rows !== undefined} /> : null}
        <WhileAsking waiting={answer.waiting && answer.error === null}>
          {read ? <RequestFigures read={read} at={at} /> : answer.error ? null : <Waiting reports={dataset.reports.length} />}
        </WhileAsking>
      </main>
    </>
  )
}

const yearsWithReports = (rows: readonly GatheredFigures[]): readonly number[] => [
  ...new Set(rows.flatMap((row) => (row.report === null ? [] : [row.year]))),
]
