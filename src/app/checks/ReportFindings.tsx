import { reasonNames } from '../../checks/reasonNames.ts'
import type { Finding } from '../../checks/outcome.ts'
import type { ReportEntry } from '../../dataset/openDataset.ts'
import { everyFinding } from '../../selection.ts'
import { punctuation } from '../../text/punctuation.ts'
import { useAtlas } from '../AtlasContext.ts'
import { Link } from '../Link.tsx'
import { FindingEquations } from './FindingEquations.tsx'
import { addressOfCell, nameRule, rowOf, sayCells, sayFinding } from './findingNames.ts'
import { FindingNotes } from './FindingNotes.tsx'
import { OutcomeMark } from './Marks.tsx'
import type { CheckedHere } from './useReportFindings.ts'
import { useVerdicts } from './useVerdicts.ts'
import { VerdictWord } from './VerdictWord.tsx'
import { isHandled } from './verdicts.ts'

const idOf = (fingerprint: string): string => `finding-${fingerprint}`

/** Brings the line of a finding into view and the keyboard to it. */
export function focusFinding(fingerprint: string): void {
  const line = document.getElementById(idOf(fingerprint))
  line?.scrollIntoView({ block: 'center' })
  line?.focus({ preventScroll: true })
}

/** What the checks say of the report beside its table: what fails, with the sums, and why the rest cannot be told. */
export function ReportFindings({ report, checked }: { readonly report: ReportEntry; readonly checked: CheckedHere }) {
  const { words, lang } = useAtlas()
  const { records } = useVerdicts()
  const { findings, failing, retry } = checked
  if (findings === null && !failing) return null
  const fails = (findings ?? []).filter(({ outcome }) => outcome === 'fails')
  const untold = (findings ?? []).filter(({ outcome }) => outcome === 'cannotTell')
  const open = fails.filter(({ fingerprint }) => !isHandled(records.get(fingerprint))).length
  return (
    <section className="panel reportfindings" aria-labelledby="reportfindings-title">
      <div className="panelhead">
        <h2 id="reportfindings-title">{fails.length === 0 ? words.checks.reportNone : words.checks.reportTitle(fails.length, open)}</h2>
        {fails.length === 0 ? null : <p className="sub">{words.checks.reportSub}</p>}
      </div>
      {findings === null ? (
        <div className="body empty" role="alert">
          <p>{words.checks.failed}</p>
          <button type="button" className="btn" onClick={retry}>
            {words.state.retry}
          </button>
        </div>
      ) : null}
      <ul>
        {fails.map((finding) => (
          <ReportFinding key={finding.fingerprint} report={report} finding={finding} checked={checked} />
        ))}
      </ul>
      {untold.length === 0 ? null : (
        <details>
          <summary>{words.checks.reportCannotTell(untold.length)}</summary>
          <ul>
            {untold.map(({ fingerprint, rule, reason }) => (
              <li key={fingerprint}>
                <OutcomeMark outcome="cannotTell" /> {nameRule(rule, lang)}
                {reason === null ? '' : `${punctuation[lang].colon}${reasonNames[reason][lang]}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function ReportFinding({
  report,
  finding,
  checked,
}: {
  readonly report: ReportEntry
  readonly finding: Finding
  readonly checked: CheckedHere
}) {
  const { dataset, words, lang } = useAtlas()
  const { records } = useVerdicts()
  const record = records.get(finding.fingerprint)
  const isChosen = checked.chosen === finding.fingerprint
  const show = (): void => {
    checked.choose(isChosen ? null : finding.fingerprint)
    if (isChosen) return
    const cell = finding.cells.find(({ cell: path, year }) => path !== null && year === undefined)
    const path = cell && addressOfCell(cell, rowOf(cell, finding.form, dataset.catalogue))?.split('@')[0]
    // The table stands above on narrow screens: the reader stays at the sentence there.
    if (path && window.matchMedia('(min-width: 1024px)').matches)
      document.getElementById(`cell-${path}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <li>
      <button
        type="button"
        id={idOf(finding.fingerprint)}
        className={`reportfinding${isChosen ? ' on' : ''}${isHandled(record) ? ' done' : ''}`}
        aria-expanded={isChosen}
        onClick={show}
      >
        <OutcomeMark outcome="fails" />
        <span className="what">
          {sayFinding(finding, lang)}
          <small>
            {[words.checks.severities[finding.severity], sayCells(finding, dataset.catalogue, lang, words)]
              .filter((part) => part !== '')
              .join(' · ')}
          </small>
        </span>
        <small>
          <VerdictWord record={record} />
        </small>
      </button>
      {isChosen ? (
        <div className="findingmore">
          <FindingEquations finding={finding} />
          <FindingNotes finding={finding} />
          <p className="act">
            <CellLink finding={finding} />
            <Link
              to={{ page: 'checks', ...everyFinding, agencies: [report.agency], years: [report.year, report.year], rule: finding.rule }}
            >
              {words.checks.toChecks}
            </Link>
          </p>
        </div>
      ) : null}
    </li>
  )
}

/** Leads to the first cell of a finding in the table. */
function CellLink({ finding }: { readonly finding: Finding }) {
  const { dataset, words } = useAtlas()
  const cells = finding.cells.flatMap((cell) => {
    const row = cell.year === undefined ? rowOf(cell, finding.form, dataset.catalogue) : undefined
    const address = addressOfCell(cell, row)
    return row && address !== null ? [{ address, path: row.path, name: row.label }] : []
  })
  const [first] = cells
  if (!first) return null
  return (
    <a
      href={`#cell-${first.path}`}
      onClick={(event) => {
        event.preventDefault()
        const place = document.getElementById(`cell-${first.path}`)
        place?.scrollIntoView({ block: 'center' })
        const marked = [...(place?.querySelectorAll<HTMLElement>('.failing.open') ?? [])]
        ;(marked[0] ?? place?.querySelector<HTMLElement>('a'))?.focus({ preventScroll: true })
      }}
    >
      {words.checks.toCell(first.name)}
    </a>
  )
}
