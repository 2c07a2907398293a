import type { ReactNode } from 'react'
import { nameState } from '../charts/figureText.ts'
import type { PrintedFigure, PrintedLine } from '../charts/printedReport.ts'
import type { Form, FormRow } from '../forms/form.ts'
import { useAtlas } from './AtlasContext.ts'
import { StateCell } from './StateCell.tsx'

type TableNumber = FormRow['table']

/** Draws one printed figure in its place; `applicant` is the column of table three. */
type DrawCell = (row: FormRow, figure: PrintedFigure, applicant: string | null) => ReactNode

/** The tables that a form has, in order. */
export const tablesOf = (form: Form): readonly TableNumber[] =>
  ([1, 2, 3, 4] as const).filter((table) => form.rows.some((row) => row.table === table))

/** The statutory tables of a report as the form prints them, each figure drawn by `renderCell`. */
export function ReportSheets({
  tables,
  lines,
  renderCell,
}: {
  readonly tables: readonly TableNumber[]
  readonly lines: readonly PrintedLine[]
  readonly renderCell: DrawCell
}) {
  return (
    <div className="sheets">
      {tables.map((table) => (
        <Sheet key={table} table={table} lines={lines.filter((line) => line.row.table === table)} renderCell={renderCell} />
      ))}
    </div>
  )
}

/** What a cell is called where its row and column are not seen. */
export const nameCell = (row: FormRow, applicant: string | null): string =>
  [row.caption, row.label, row.column === row.label ? null : row.column, applicant]
    .filter((part) => part !== undefined && part !== null)
    .join(' ')

/** What is seen of a figure. */
type Face = Pick<PrintedFigure, 'state' | 'printed'>

/** The characters of a figure that are shown as printed; null where its state is drawn instead. */
export const printedText = ({ state, printed }: Face): string | null =>
  state === 'value' || state === 'zero' || state === 'text' ? printed : null

/** A figure as the report prints it, or the texture of its state. Its words are the caller's. */
export function PrintedFace({ figure }: { readonly figure: Face }) {
  const shown = printedText(figure)
  if (shown !== null)
    return (
      <span className="printed" aria-hidden="true">
        {shown}
      </span>
    )
  if (figure.state === 'header_value')
    return (
      <span className="printed boxed" aria-hidden="true">
        [{figure.printed}]
      </span>
    )
  return (
    <span className={`cell ${stateClasses[figure.state]}`} aria-hidden="true">
      {figure.printed === '' ? '' : <b>{figure.printed}</b>}
    </span>
  )
}

/** The class that draws the texture of a state. */
export const stateClasses: Readonly<Record<PrintedFigure['state'], string>> = {
  blank: 'blank',
  dash: 'dash',
  not_applicable: 'na',
  unreadable: 'unread',
  text: 'text',
  header_value: 'head',
  value: '',
  zero: 'zero',
}

function Sheet({
  table,
  lines,
  renderCell,
}: {
  readonly table: TableNumber
  readonly lines: readonly PrintedLine[]
  readonly renderCell: DrawCell
}) {
  const { words } = useAtlas()
  if (table === 1) return <OneColumnSheet lines={lines} renderCell={renderCell} />
  if (table === 3) return <ApplicantSheet lines={lines} renderCell={renderCell} title={words.report.part3} />
  return <CaptionSheet lines={lines} renderCell={renderCell} title={table === 2 ? words.report.part2 : words.report.part4} />
}

/** The statistics table of 2014–2018: label, unit, number. */
function OneColumnSheet({ lines, renderCell }: { readonly lines: readonly PrintedLine[]; readonly renderCell: DrawCell }) {
  const { words, dataset, lang } = useAtlas()
  return (
    <table className="t sheet">
      <thead>
        <tr>
          <th scope="col">{words.report.columnIndicator}</th>
          <th scope="col" className="mid">
            {words.report.columnUnit}
          </th>
          <th scope="col" className="mid">
            {words.report.columnValue}
          </th>
          <th scope="col">{words.report.columnState}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ row, figures }) => {
          const figure = figures[0]
          const header = row.type === 'header'
          return (
            <tr key={row.path} className={header ? 'headrow' : undefined} id={`cell-${row.path}`}>
              <th scope="row" className={`label level${row.level}`}>
                {row.label}
              </th>
              <td className="mid unit">{row.unit}</td>
              <td className="mid">{figure ? renderCell(row, figure, null) : <MissingCell row={row} />}</td>
              <td className="statename">{stateOf(row, figure, header ? words.report.headerRow : null, dataset.catalogue, lang)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function stateOf(
  row: FormRow,
  figure: PrintedLine['figures'][number] | undefined,
  header: string | null,
  catalogue: Parameters<typeof nameState>[0],
  lang: 'zh' | 'en',
): string {
  if (figure && figure.state !== 'value' && figure.state !== 'zero') return nameState(catalogue, figure.state, lang)
  if (header !== null) return header
  return !figure && !row.variant ? nameState(catalogue, 'row_missing', lang) : ''
}

/** The name of an applicant over a narrow column. */
export const shortenHead = (name: string): string => name.replace(/ organisation$/, ' org.')

/** Table three: rows × seven applicant columns. */
function ApplicantSheet({
  lines,
  renderCell,
  title,
}: {
  readonly lines: readonly PrintedLine[]
  readonly renderCell: DrawCell
  readonly title: string
}) {
  const { dataset, lang, words } = useAtlas()
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={title}>
      <table className="t sheet seven">
        <caption>
          <span>{title}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.report.corner}</th>
            {dataset.catalogue.applicants.map((applicant) => (
              <th key={applicant.id} scope="col" className="mid" abbr={applicant.name[lang]}>
                {shortenHead(applicant.name[lang])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ row, figures }) => (
            <tr key={row.path} id={`cell-${row.path}`} className={row.type === 'group' ? 'headrow' : undefined}>
              <th scope="row" className={`label level${row.level}`}>
                {row.label}
              </th>
              {dataset.catalogue.applicants.map((applicant) => {
                const figure = figures.find((candidate) => candidate.applicant === applicant.id)
                return (
                  <td key={applicant.id} className="mid">
                    {figure ? renderCell(row, figure, applicant.id) : <MissingCell row={row} />}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Tables two and four: cells under captions or blocks, each with its row and column heading. */
function CaptionSheet({
  lines,
  renderCell,
  title,
}: {
  readonly lines: readonly PrintedLine[]
  readonly renderCell: DrawCell
  readonly title: string
}) {
  const captions = [...new Set(lines.map(({ row }) => row.caption ?? ''))]
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={title}>
      <table className="t sheet captions">
        <caption>
          <span>{title}</span>
        </caption>
        {captions.map((caption) => {
          const inside = lines.filter(({ row }) => (row.caption ?? '') === caption)
          const columns = [...new Set(inside.map(({ row }) => row.column ?? ''))]
          // Table four prints one row of numbers for each block, without a label of its own.
          const names = inside.every(({ row }) => row.table === 4) ? [caption] : [...new Set(inside.map(({ row }) => row.label))]
          return (
            <tbody key={caption}>
              <tr className="captionrow">
                <th scope="rowgroup">{caption}</th>
                {[0, 1, 2, 3, 4].map((place) => (
                  <td key={place} className="mid colname">
                    {columns[place] ?? ''}
                  </td>
                ))}
              </tr>
              {names.map((label) => (
                <tr key={label}>
                  <th scope="row" className="label level1">
                    {label === caption ? '' : label}
                  </th>
                  {[0, 1, 2, 3, 4].map((place) => {
                    const line = inside.find(
                      ({ row }) => (label === caption || row.label === label) && (row.column ?? '') === columns[place],
                    )
                    const figure = line?.figures[0]
                    return (
                      <td key={place} className="mid" id={line ? `cell-${line.row.path}` : undefined}>
                        {line && figure ? renderCell(line.row, figure, null) : line ? <MissingCell row={line.row} /> : null}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          )
        })}
      </table>
    </div>
  )
}

/** The place of a cell that the form asks for and the report does not print; headers and labels ask for nothing. */
function MissingCell({ row }: { readonly row: FormRow }) {
  const { dataset, lang } = useAtlas()
  if (row.indicator === null) return null
  return (
    <span className="missingcell">
      <StateCell value={null} state="row_missing" evidence={null} label={nameState(dataset.catalogue, 'row_missing', lang)} />
    </span>
  )
}
