import { foldLabel, wordingsOf } from '../forms/dialects.ts'
import type { Form, FormRow } from '../forms/form.ts'
import type { Assignment } from './assignCells.ts'
import { assignCells, learnColumns } from './assignCells.ts'
import type { GridCell } from './document.ts'
import { doubtBlanks } from './doubtBlanks.ts'
import type { LabelMatch } from './labels.ts'
import { indexLabels, isLabelPiece, isValueText, namesColumn } from './labels.ts'
import { unitIn } from './makeFigure.ts'
import type { MatchedRow, Reading } from './matchRows.ts'
import { isMatched, matchRows } from './matchRows.ts'
import type { PlacedCell, Placement } from './placement.ts'
import type { TableLine } from './tableLine.ts'
import { isEmpty, isScrap, isWords, joinFigures } from './tableLine.ts'

/** The heading over the rows of one clause: what each column of figures is, null where no column of the form is named. */
interface Heading {
  readonly line: TableLine
  readonly columns: readonly { readonly cell: GridCell; readonly rows: readonly FormRow[] }[]
}

/** Is this the heading of a clause in table two (信息内容 · 本年制发件数 · …)? */
export function isClauseHeading(line: TableLine, form: Form): boolean {
  return headingOf(line, clauseCells(form)) !== null
}

const clauseCells = (form: Form): readonly FormRow[] => form.rows.filter(({ table }) => table === 2)

/** The label of table two that a line starts with, if any. */
export function clauseLabel(line: TableLine, form: Form): string | null {
  const first = line.cells.find((cell) => !isEmpty(cell))
  const folded = foldLabel(first?.text ?? '')
  return clauseCells(form).find((row) => wordingsOf(row).includes(folded))?.label ?? null
}

function headingOf(line: TableLine, rows: readonly FormRow[]): Heading | null {
  if (line.cells.some((cell) => isValueText(cell.text))) return null
  const words = line.cells.filter(isWords)
  const isContent = (cell: GridCell): boolean => ['信息内容', '内容', '项目'].includes(foldLabel(cell.text))
  const columns = words
    .filter((cell) => !isContent(cell))
    .map((cell) => ({ cell, rows: rows.filter((row) => namesColumn(cell.text, row)) }))
  const named = columns.filter((column) => column.rows.length > 0).length
  return named > 0 && (words.some(isContent) || (named === words.length && isOneCell(line))) ? { line, columns } : null
}

/** One heading to a line; a row of several headings starts with 信息内容, or its beginning is lost. */
const isOneCell = ({ cells }: TableLine): boolean => cells.length === 1

/** Places table two (政府信息公开条例第二十条): each row under the heading of its clause. */
export function placeClauses(lines: readonly TableLine[], form: Form): Placement {
  const rows = clauseCells(form)
  const firsts = rows.filter((row) => row.path.endsWith('.1'))
  const body = joinFigures(
    lines.filter((line) => headingOf(line, rows) === null),
    12,
  )
  const readings = matchRows(body, indexLabels(firsts))
  const cells: PlacedCell[] = []
  const left: TableLine[] = []
  for (const reading of readings) {
    const match = isMatched(reading) ? reading.candidates[0] : undefined
    if (!isMatched(reading) || match === undefined) {
      if (!reading.line.cells.every((cell) => isEmpty(cell) || isLabelPiece(cell.text) || isScrap(cell))) left.push(reading.line)
      continue
    }
    const heading = headingAbove(reading.line, lines, rows)
    cells.push(...placeRow(reading, match, rows, heading, readings))
  }
  return { cells: doubtBlanks(cells, body, () => false), left, several: null }
}

/** The nearest heading above, unless another clause began in between. */
function headingAbove(line: TableLine, lines: readonly TableLine[], rows: readonly FormRow[]): Heading | null {
  const at = lines.findIndex(({ where, grid }) => grid === line.grid && where === line.where)
  for (let back = at - 1; back >= 0; back -= 1) {
    const above = lines[back]
    if (above === undefined) return null
    const heading = headingOf(above, rows)
    if (heading !== null) return wholeHeading(heading, lines, back, rows)
    if (above.cells.some(({ text }) => /第二十条/.test(foldLabel(text)))) return null
  }
  return null
}

/** In a text with one cell to a line, the headings of a clause stand below each other. */
function wholeHeading(last: Heading, lines: readonly TableLine[], at: number, rows: readonly FormRow[]): Heading {
  const columns = [...last.columns]
  for (let back = at - 1; back >= 0; back -= 1) {
    const above = lines[back]
    const heading = above === undefined || above.grid !== last.line.grid || above.cells.length > 1 ? null : headingOf(above, rows)
    if (heading === null || last.line.cells.length > 1) break
    columns.unshift(...heading.columns)
  }
  return { line: last.line, columns }
}

/** In a table with columns, each cell stands below its heading; null where heading and row are not equally wide. */
function assignBelow(reading: MatchedRow, known: readonly { readonly cell: GridCell }[], heading: TableLine): Assignment | null {
  const { line, rest } = reading
  if ([...line.cells, ...heading.cells].some(({ column }) => column === null) || widthOf(line) !== widthOf(heading)) return null
  const cells = known.map(({ cell }) => rest.find(({ column }) => column === cell.column) ?? null)
  return rest.every((cell) => isEmpty(cell) || cells.includes(cell)) ? { certain: true, cells } : null
}

const widthOf = ({ cells }: TableLine): number => cells.reduce((width, { span }) => width + span, 0)

/** A program that prints a merged cell again in all its places does so with the heading and with the figure. */
function repeats(targets: readonly { readonly row: FormRow | null }[], assigned: Assignment, at: number): boolean {
  if (!assigned.certain || at === 0 || targets[at - 1]?.row !== targets[at]?.row) return false
  const text = assigned.cells[at]?.text ?? ''
  return text.trim() === '' || text === assigned.cells[at - 1]?.text
}

function placeRow(
  reading: MatchedRow,
  { row: first, official }: LabelMatch,
  rows: readonly FormRow[],
  heading: Heading | null,
  readings: readonly Reading[],
): readonly PlacedCell[] {
  const asked = rows.filter(({ path }) => path.startsWith(first.path.slice(0, -1)))
  const columns =
    heading === null ? null : heading.columns.map((column) => ({ ...column, row: column.rows.find((row) => asked.includes(row)) ?? null }))
  // A heading that names none of this row's columns is another clause's: then only the form's own order is left.
  const known = columns !== null && columns.some(({ row }) => row !== null) ? columns : null
  const count = known?.length ?? asked.length
  const same = readings.filter(isMatched).filter(({ line }) => line.grid === reading.line.grid)
  const learnt = learnColumns(
    same.filter(({ rest }) => rest.length === reading.rest.length).map(({ rest, line }) => ({ rest, cells: line.cells })),
    count,
  )
  // A heading that names fewer columns than the form may have lost one: then only an equal number of cells proves anything.
  const lost = known !== null && asked.some((row) => !known.some((column) => column.row === row))
  const fits = !lost || reading.rest.length === count
  const below = known === null || heading === null ? null : assignBelow(reading, known, heading.line)
  const assigned: Assignment =
    below ?? (fits ? assignCells(reading.rest, count, learnt, reading.line.cells) : { certain: false, found: reading.rest.length })
  const targets =
    known === null ? asked.map((row) => ({ row, heading: null })) : known.map(({ row, cell }) => ({ row, heading: cell.text }))
  return targets.flatMap(({ row, heading: text }, at): readonly PlacedCell[] => {
    if (row === null || repeats(targets, assigned, at)) return []
    const printedUnit = (text === null ? undefined : unitIn(text)) ?? unitIn(reading.label)
    return [
      {
        row,
        applicant: null,
        column: null,
        cell: assigned.certain ? (assigned.cells[at] ?? null) : null,
        where: reading.line.where,
        line: reading.line,
        official,
        alone: !reading.hasCells,
        uncertain: !assigned.certain || reading.uncertain,
        ...(printedUnit === undefined ? {} : { printedUnit }),
      },
    ]
  })
}
