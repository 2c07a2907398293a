import { nameState } from '../../charts/figureText.ts'
import type { Finding, FindingCell } from '../../checks/outcome.ts'
import { applicants } from '../../forms/applicants.ts'
import { useAtlas } from '../AtlasContext.ts'
import { Link } from '../Link.tsx'
import { nameCell } from '../ReportSheets.tsx'
import { addressOfCell, nameFindingCell, rowOf } from './findingNames.ts'

interface CellsOfRow {
  readonly key: string
  readonly year: number | undefined
  readonly cells: readonly FindingCell[]
}

/** The cells of a finding as the report prints them, in the order and under the headings of the form; each leads to its place. */
export function FindingCells({ finding }: { readonly finding: Finding }) {
  const { words, lang } = useAtlas()
  const placed = finding.cells.filter(({ cell }) => cell !== null)
  const quoted = finding.cells.filter(({ cell }) => cell === null)
  const columns = applicants.filter(({ id }) => placed.some((cell) => cell.applicant === id))
  const rows = gatherRows(placed)
  if (finding.cells.length === 0) return null
  return (
    <div className="body scroll excerpt" tabIndex={0} role="region" aria-label={words.checks.cellsTitle}>
      {rows.length === 0 ? null : (
        <table className="ex">
          <caption className="visually-hidden">{words.checks.cellsTitle}</caption>
          <thead>
            <tr>
              <th scope="col" className="exrow">
                {words.checks.label}
              </th>
              {columns.length <= 1 ? (
                <th scope="col">{columns[0]?.name[lang] ?? words.checks.printedValue}</th>
              ) : (
                columns.map(({ id, name }) => (
                  <th scope="col" key={id}>
                    {name[lang]}
                  </th>
                ))
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, year, cells }) => (
              <tr key={key}>
                <th scope="row" className="exrow">
                  <RowName cell={cells[0]} finding={finding} year={year} />
                </th>
                {columns.length <= 1 ? (
                  <CellOfFinding finding={finding} cell={cells[0]} />
                ) : (
                  columns.map(({ id }) => <CellOfFinding key={id} finding={finding} cell={cells.find((cell) => cell.applicant === id)} />)
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {quoted.map((cell) => (
        <Quote key={`${cell.indicator ?? ''} ${cell.printed ?? ''}`} finding={finding} cell={cell} />
      ))}
    </div>
  )
}

function gatherRows(cells: readonly FindingCell[]): readonly CellsOfRow[] {
  const rows = new Map<string, FindingCell[]>()
  for (const cell of cells) {
    const key = `${cell.year ?? ''} ${cell.cell ?? ''}`
    rows.set(key, [...(rows.get(key) ?? []), cell])
  }
  return [...rows].map(([key, own]) => ({ key, year: own[0]?.year, cells: own }))
}

function RowName({
  cell,
  finding,
  year,
}: {
  readonly cell: FindingCell | undefined
  readonly finding: Finding
  readonly year: number | undefined
}) {
  const { dataset, lang } = useAtlas()
  const report = useReportOfCell(finding, cell)
  if (!cell) return null
  const row = rowOf(cell, report?.form ?? finding.form, dataset.catalogue)
  return (
    <>
      {year === undefined ? null : <span className="exyear">{year}</span>}
      {row ? nameCell(row, null) : nameFindingCell(cell, finding.form, dataset.catalogue, lang)}
    </>
  )
}

/** The report that a cell stands in: the finding's own, or that of the agency's year before. */
function useReportOfCell(finding: Finding, cell: FindingCell | undefined): { readonly report: string; readonly form: string } | null {
  const { dataset, reportById } = useAtlas()
  if (cell?.year === undefined) return reportById(finding.report) ?? null
  const versions = dataset.reports.filter(({ agency, year }) => agency === finding.agency && year === cell.year)
  return versions.reduce<(typeof versions)[number] | null>((last, one) => (last === null || one.version > last.version ? one : last), null)
}

function CellOfFinding({ finding, cell }: { readonly finding: Finding; readonly cell: FindingCell | undefined }) {
  const { dataset, words, lang } = useAtlas()
  const report = useReportOfCell(finding, cell)
  if (!cell) return <td className="exnone">–</td>
  const row = rowOf(cell, report?.form ?? finding.form, dataset.catalogue)
  const address = addressOfCell(cell, row)
  const state = nameState(dataset.catalogue, cell.state, lang)
  const shown = cell.printed === null || cell.printed === '' ? <span className="exstate">{state}</span> : cell.printed
  const label = words.checks.openCell(
    row ? nameCell(row, cell.applicant) : (cell.cell ?? ''),
    cell.printed === null || cell.printed === '' ? state : cell.printed,
  )
  return (
    <td className={finding.outcome === 'fails' ? 'hit' : 'asked'} title={state}>
      {report && address !== null ? (
        <Link to={{ page: 'report', report: report.report, cell: address }}>
          <span className="visually-hidden">{label}</span>
          <span aria-hidden="true">{shown}</span>
        </Link>
      ) : (
        shown
      )}
    </td>
  )
}

/** Words of the prose that a finding names. */
function Quote({ finding, cell }: { readonly finding: Finding; readonly cell: FindingCell }) {
  const { dataset, words, lang } = useAtlas()
  const name = cell.indicator === null ? null : nameFindingCell(cell, finding.form, dataset.catalogue, lang)
  return (
    <p className="quote">
      <small>
        {[cell.year === undefined ? null : String(cell.year), words.checks.inProse, name].filter((part) => part !== null).join(' · ')}
      </small>
      <span className="printed">{cell.printed ?? words.checks.notPrinted}</span>
    </p>
  )
}
