import { useMemo, useState } from 'react'
import type { CheckResult } from '../../../checks/runChecks.ts'
import type { Finding } from '../../../checks/outcome.ts'
import { everyFinding } from '../../../selection.ts'
import { briefWordsIn } from '../../../text/briefWords.ts'
import { formatYears } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { filterFindings, gatherFindings, orderFindings, outcomeOf } from '../../checks/chooseFindings.ts'
import { useVerdicts } from '../../checks/useVerdicts.ts'
import { FilterBar } from '../../FilterBar.tsx'
import { Link } from '../../Link.tsx'
import { Waiting } from '../../Matrix.tsx'
import { AgencyPicker } from '../../pickers/AgencyPicker.tsx'
import { YearPicker } from '../../pickers/YearPicker.tsx'
import { markFirstChart } from '../../readiness.ts'
import { useAfterPaint } from '../../useAfterPaint.ts'
import { useFindings } from '../../useFindings.ts'
import { FindingDetail } from './FindingDetail.tsx'
import { FindingList } from './FindingList.tsx'
import { OutcomeCounts } from './OutcomeCounts.tsx'
import { OutcomePicker, RulePicker, SeverityPicker, VerdictPicker } from './findingPickers.tsx'
import { OutputsPanel } from './OutputsPanel.tsx'
import { useIsWide } from './useIsWide.ts'
import { useOutputs, type Outputs } from './useOutputs.ts'
import { VerdictsPanel } from './VerdictsPanel.tsx'
import './checks.css'

/** What disagrees in the reports, as a list to work through: by rule, agency, year, weight, with what a person said of each. */
export function ChecksPage() {
  const { dataset, selection, chosenAgencies, words, lang, announce } = useAtlas()
  const { result, error, retry } = useFindings()
  const listed = useListedFindings(result)
  const outputs = useOutputs(result, listed)
  useAfterPaint(result ?? error, markFirstChart)
  useAfterPaint(result && listed, () => announce(words.checks.items(listed.length)))
  return (
    <>
      <FilterBar result={result ? words.checks.items(listed.length) : ''}>
        <AgencyPicker />
        <YearPicker />
        <OutcomePicker />
        <SeverityPicker />
        <RulePicker findings={result?.findings ?? []} />
        <VerdictPicker />
      </FilterBar>
      <main id="content">
        <div className="pagehead">
          <h1>{words.checks.title}</h1>
          <p>{words.checks.about(chosenAgencies.length, formatYears(selection.years))}</p>
          <Link to={{ print: 'brief' }}>{briefWordsIn(lang).open}</Link>
        </div>
        {error ? (
          <div className="empty" role="alert">
            <p>{words.checks.failed}</p>
            <button type="button" className="btn" onClick={retry}>
              {words.state.retry}
            </button>
          </div>
        ) : null}
        {result ? (
          <>
            <OutcomeCounts counts={result.counts} />
            {listed.length === 0 ? (
              <NoFindings holds={result.counts.holds} />
            ) : (
              <Worklist result={result} listed={listed} outputs={outputs} />
            )}
            <div className="grid checksfoot">
              <OutputsPanel outputs={outputs} count={listed.length} />
              <VerdictsPanel findings={result.findings} />
            </div>
          </>
        ) : error ? null : (
          <Waiting reports={dataset.reports.length} />
        )}
      </main>
    </>
  )
}

/**
 * The findings that the selection asks for, in order. Under a filter by verdict those stay that were listed when it was chosen: what is
 * handled goes grey and does not vanish under the hand.
 */
function useListedFindings(result: CheckResult | undefined): readonly Finding[] {
  const { dataset, selection } = useAtlas()
  const { records, ready } = useVerdicts()
  const { rule, severity, outcome, verdict, group, agencies, years } = selection
  const asked = JSON.stringify([ready, rule, severity, outcome, verdict, agencies, years, dataset.manifest.dataSha256])
  const [kept, setKept] = useState({ asked, records })
  if (kept.asked !== asked) setKept({ asked, records })
  const known = kept.records
  const order = useMemo(() => [...dataset.agencies].map(({ id }) => id), [dataset])
  const ordered = useMemo(() => orderFindings(result?.findings ?? [], order), [result, order])
  return useMemo(() => {
    const filters = { rule, severity, outcome, verdict, agencies, years }
    const found = filterFindings(ordered, filters, ({ fingerprint }) => known.get(fingerprint))
    return gatherFindings(found, group).flatMap(({ findings }) => findings)
  }, [ordered, rule, severity, outcome, verdict, group, agencies, years, known])
}

/** The list and, where there is room, the chosen finding beside it. */
function Worklist({
  result,
  listed,
  outputs,
}: {
  readonly result: CheckResult
  readonly listed: readonly Finding[]
  readonly outputs: Outputs
}) {
  const [chosen, setChosen] = useState<string | null>(null)
  const isWide = useIsWide()
  const first = listed[0]
  const shown = listed.find(({ fingerprint }) => fingerprint === chosen) ?? (isWide ? first : undefined)
  return (
    <div className="grid worklist">
      <FindingList findings={listed} chosen={shown} choose={setChosen} all={result.findings} inline={!isWide} outputs={outputs} />
      {isWide && shown ? (
        <div className="c5 sticky detailside">
          <FindingDetail key={shown.fingerprint} finding={shown} all={result.findings} outputs={outputs} />
        </div>
      ) : null}
    </div>
  )
}

function NoFindings({ holds }: { readonly holds: number }) {
  const { words, selection } = useAtlas()
  return (
    <section className="panel nofindings" aria-labelledby="nofindings">
      <div className="panelhead">
        <h2 id="nofindings">{words.checks.listNone}</h2>
      </div>
      <div className="body empty">
        <p>{words.checks.listNoneText(holds)}</p>
        {outcomeOf(selection) === 'all' && selection.rule === null ? null : (
          <Link to={{ ...everyFinding, outcome: 'all' }} className="btn">
            {words.checks.seeAll}
          </Link>
        )}
      </div>
    </section>
  )
}
