import type { Random } from '../generatedReport.ts'
import type { PaperCell, PaperPart, PaperRow, PaperTable, Truth, WrittenReport } from './writtenReport.ts'

/** The report with each of its tables replaced by what `change` makes of it; several parts where a table was cut. */
export function changeTables(report: WrittenReport, change: (table: PaperTable) => PaperPart | readonly PaperPart[]): WrittenReport {
  return { ...report, parts: report.parts.flatMap((part) => (part.kind === 'table' ? change(part) : [part])) }
}

export function changeRows(report: WrittenReport, change: (row: PaperRow, table: PaperTable, at: number) => PaperRow | readonly PaperRow[]): WrittenReport {
  return changeTables(report, (table) => ({ ...table, rows: table.rows.flatMap((row, at) => change(row, table, at)) }))
}

export function changeCells(report: WrittenReport, change: (cell: PaperCell, row: PaperRow, table: PaperTable) => PaperCell): WrittenReport {
  return changeRows(report, (row, table) => ({ ...row, cells: row.cells.map((cell) => change(cell, row, table)) }))
}

/** How a figure is printed, and what it then must be read as, as far as that changes. */
export type Printing = { readonly text: string } & Partial<Pick<Truth, 'states' | 'value' | 'qualifier' | 'unsure'>>

/** Prints some figures of the form in another way; `print` gives null where the figure is not of the kind. Each figure is changed once. */
export function changeFigures(report: WrittenReport, random: Random, part: number, print: (value: number, cell: PaperCell & { readonly truth: Truth }) => Printing | null): WrittenReport {
  return changeCells(report, (cell) => {
    const { truth } = cell
    if (truth === undefined || truth.value === null || cell.changed === true || !random.chance(part)) return cell
    const printing = print(truth.value, { ...cell, truth })
    return printing === null ? cell : reprint(cell, truth, printing)
  })
}

function reprint(cell: PaperCell, truth: Truth, { text, ...changes }: Printing): PaperCell {
  const value = changes.value === undefined ? truth.value : changes.value
  const states: Truth['states'] = changes.states ?? [value === null ? 'blank' : value === 0 ? 'zero' : 'value']
  return { ...cell, text, changed: true, truth: { ...truth, ...changes, value, states } }
}

/** Prints labels and headings in other words. */
export function changeLabels(report: WrittenReport, change: (text: string, cell: PaperCell) => string): WrittenReport {
  return changeCells(report, (cell) => (cell.text !== '' && (cell.kind === 'label' || cell.kind === 'group' || cell.kind === 'heading') ? { ...cell, text: change(cell.text, cell) } : cell))
}

export const withUnsure = (cell: PaperCell): PaperCell => (cell.truth === undefined ? cell : { ...cell, truth: { ...cell.truth, unsure: true } })

export const unsureRow = (row: PaperRow): PaperRow => ({ ...row, cells: row.cells.map(withUnsure) })

/** The figure is there to be seen but belongs to nobody who reads the report: another body's, or a local row's. */
export const withoutTruth = ({ truth: _truth, row: _row, ...cell }: PaperCell): PaperCell => cell

/**
 * The rows of a table before and after a page break. What becomes of merged cells that reach over it: printed again, left as
 * an empty cell, or gone with all that they covered.
 */
export function cutRows(rows: readonly PaperRow[], at: number, merged: 'again' | 'empty' | 'gone'): readonly [readonly PaperRow[], readonly PaperRow[]] {
  const after = rows.slice(at)
  const [first] = after
  if (first === undefined) return [rows, []]
  if (merged === 'gone') return [rows.slice(0, at), dropCovered(after)]
  const starts = first.cells.map((cell, index): PaperCell => {
    if (!cell.covered) return cell
    const start = first.cells.slice(0, index).reduce((sum, { span }) => sum + span, 0)
    return { ...cell, covered: false, text: merged === 'again' ? textOver(rows, at, start) : '' }
  })
  return [rows.slice(0, at), [{ ...first, cells: starts }, ...after.slice(1)]]
}

/** Covered cells are left out as long as what covers them stands before the break. */
function dropCovered(rows: readonly PaperRow[]): readonly PaperRow[] {
  const open = new Set<number>()
  return rows.map((row, at) => {
    let column = 0
    const cells = row.cells.filter(({ covered, span }) => {
      const start = column
      column += span
      if (at === 0 && covered) open.add(start)
      if (!covered) open.delete(start)
      return !(covered && open.has(start))
    })
    return { ...row, cells }
  })
}

/** The text of the merged cell that covers this place from above. */
export function textOver(rows: readonly PaperRow[], at: number, start: number): string {
  for (const { cells } of rows.slice(0, at).reverse()) {
    let column = 0
    for (const cell of cells) {
      if (column === start && !cell.covered) return cell.text
      column += cell.span
    }
  }
  return ''
}
