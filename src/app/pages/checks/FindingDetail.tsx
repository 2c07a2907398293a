import { checkById } from '../../../checks/allChecks.ts'
import type { Finding } from '../../../checks/outcome.ts'
import { readReport } from '../../../questions/readReport.ts'
import { everyFinding } from '../../../selection.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { FindingCells } from '../../checks/FindingCells.tsx'
import { FindingEquations } from '../../checks/FindingEquations.tsx'
import { addressOfCell, nameFindingCell, rowOf, sayFinding } from '../../checks/findingNames.ts'
import { FindingNotes } from '../../checks/FindingNotes.tsx'
import { OutcomeMark, SeverityMark } from '../../checks/Marks.tsx'
import { Link } from '../../Link.tsx'
import { useAnswer } from '../../useAnswer.ts'
import type { Outputs } from './useOutputs.ts'
import { VerdictForm } from './VerdictForm.tsx'

/** One finding: its cells as printed, both sides with their numbers, the sentence, what may help, and what a person says of it. */
export function FindingDetail({
  finding,
  all,
  outputs,
}: {
  readonly finding: Finding
  readonly all: readonly Finding[]
  readonly outputs: Outputs
}) {
  const { words, lang, agencyById } = useAtlas()
  const check = checkById(finding.rule)
  const agency = finding.agency === null ? words.checks.noAgency : (agencyById(finding.agency)?.shortName ?? finding.agency)
  return (
    <section className="panel findingdetail" aria-label={words.checks.detail}>
      <div className="panelhead">
        <h2>{words.checks.detailTitle(agency, finding.year ?? words.checks.noYear, sayFinding(finding, lang))}</h2>
        <p className="sub marks">
          <span>
            <OutcomeMark outcome={finding.outcome} /> {words.checks.outcomes[finding.outcome]}
          </span>
          <SeverityMark severity={finding.severity} />
          <span>{check ? words.checks.classes[check.class] : words.checks.unknownRule}</span>
        </p>
      </div>
      <FindingCells finding={finding} />
      <FindingEquations finding={finding} />
      <FindingNotes finding={finding} />
      <Place finding={finding} />
      <VerdictForm key={finding.fingerprint} finding={finding} all={all} />
      <DetailLinks finding={finding} all={all} outputs={outputs} />
    </section>
  )
}

/** Where the first cell stands in the file, as far as it is known. */
function Place({ finding }: { readonly finding: Finding }) {
  const { dataset, words, lang, reportById } = useAtlas()
  const { rows } = useAnswer(readReport, { report: finding.report })
  const known = finding.cells.flatMap((cell) => {
    if (cell.year !== undefined) return []
    const figure = rows?.find(
      (row) =>
        row.report === finding.report &&
        row.cell === cell.cell &&
        row.indicator === cell.indicator &&
        row.applicant === cell.applicant &&
        row.printed === cell.printed,
    )
    const { page = null, paragraph = null, row = null } = figure?.where ?? {}
    const parts = [
      page === null ? null : words.report.placePage(page),
      row === null ? (paragraph === null ? null : words.report.placeParagraph(paragraph)) : words.report.placeRow(row),
    ].filter((part) => part !== null)
    return parts.length === 0 ? [] : [words.checks.placeAt(nameFindingCell(cell, finding.form, dataset.catalogue, lang), words.join(parts))]
  })
  const [first] = known
  const source = reportById(finding.report)?.source_url
  if (first === undefined && !source) return null
  return (
    <p className="findingplace">
      {first === undefined ? null : (
        <>
          <span>{words.checks.place}</span> {first}{' '}
        </>
      )}
      {source ? (
        <a href={source} rel="noreferrer noopener" target="_blank">
          {words.report.source}
        </a>
      ) : null}
    </p>
  )
}

function DetailLinks({
  finding,
  all,
  outputs,
}: {
  readonly finding: Finding
  readonly all: readonly Finding[]
  readonly outputs: Outputs
}) {
  const { dataset, words, selection, reportById, agencyById } = useAtlas()
  const agency = finding.agency === null ? undefined : agencyById(finding.agency)
  const count = (isOne: (other: Finding) => boolean): number =>
    all.filter((other) => other.outcome === finding.outcome && isOne(other)).length
  const cell = finding.cells.find(({ cell: path, year }) => path !== null && year === undefined)
  const address = cell ? addressOfCell(cell, rowOf(cell, finding.form, dataset.catalogue)) : null
  const wide = { ...everyFinding, outcome: selection.outcome, group: selection.group }
  const sameRule = count((other) => other.rule === finding.rule)
  const sameReport = count((other) => other.report === finding.report)
  return (
    <div className="panelfoot">
      <span>{words.checks.reopens}</span>
      <span className="act">
        {sameRule > 1 ? <Link to={{ ...wide, agencies: null, rule: finding.rule }}>{words.checks.sameRule(sameRule)}</Link> : null}
        {sameReport > 1 && finding.agency !== null && finding.year !== null ? (
          <Link to={{ ...wide, agencies: [finding.agency], years: [finding.year, finding.year] }}>
            {words.checks.sameReport(sameReport)}
          </Link>
        ) : null}
        {reportById(finding.report) ? (
          <Link to={{ page: 'report', report: finding.report, cell: address }}>{words.checks.openReport}</Link>
        ) : null}
        {agency && finding.outcome === 'fails' ? (
          <button type="button" className="linklike" aria-disabled={outputs.working} onClick={() => outputs.save({ kind: 'slip', agency })}>
            {words.checks.outputs.slip}
          </button>
        ) : null}
      </span>
      {outputs.said?.kind === 'slip' ? <span className="outputsaid">{outputs.said.text}</span> : null}
    </div>
  )
}
