import { applicants } from '../forms/applicants.ts'
import { applicantByHeading, foldLabel } from '../forms/dialects.ts'
import type { Form, FormRow } from '../forms/form.ts'
import { assignCells, learnColumns } from './assignCells.ts'
import type { GridCell } from './document.ts'
import { indexLabels, isLabelPiece, isValueText } from './labels.ts'
import type { LabelMatch } from './labels.ts'
import type { MatchedRow, Reading } from './matchRows.ts'
import { isMatched, matchRows } from './matchRows.ts'
import type { PlacedCell, Placement } from './placement.ts'
import type { TableLine } from './tableLine.ts'
import { isEmpty, isScrap, isWords, joinFigures } from './tableLine.ts'

/** Figures in a row of table three. */
const count = applicants.length

/** Places the rows of table three (申请人情况): the last seven cells of each row, whatever became of the group label on the left. */
export function placeRequests(lines: readonly TableLine[], form: Form): Placement {
  const rows = form.rows.filter(({ table }) => table === 3)
  const groups = rows.filter(({ type }) => type === 'group')
  const body = joinFigures(
    lines.filter((line) => !isApplicantHeading(line)),
    3 * count,
  )
  const readings = matchRows(body, indexLabels(rows), { groups, order: rows.filter(({ type }) => type !== 'group') })
  const order = new Map(rows.map((row, at) => [row.path, at]))
  const matches = readings.map((_, at) => confirm(readings, at, order))
  const confirmed = readings.filter(isMatched).filter((reading) => reading.hasCells && matches[readings.indexOf(reading)] !== null)
  const cells: PlacedCell[] = []
  const left: TableLine[] = []
  for (const [at, reading] of readings.entries()) {
    const match = matches[at]
    if (!isMatched(reading) || match === null || match === undefined) {
      if (!reading.line.cells.every((cell) => isEmpty(cell) || isLabelPiece(cell.text) || isScrap(cell))) left.push(reading.line)
      continue
    }
    const placed = placeRow(reading, match, columnsAround(confirmed, reading))
    // A group label without figures is what the form prints.
    if (match.row.type === 'group' && reading.rest.every(isEmpty)) continue
    cells.push(...placed)
  }
  return { cells, left, several: null }
}

/** 自然人 · 商业企业 · …, also as it is repeated after a page break. */
export function isApplicantHeading(line: TableLine): boolean {
  const words = line.cells.filter(isWords)
  const named = new Set(
    words.map(({ text }) => applicantByHeading(text)).filter((id) => id !== null && id !== 'total' && id !== 'org_other'),
  )
  return named.size >= 2 && !line.cells.some((cell) => isValueText(cell.text))
}

/**
 * Short labels (其他, 总计) are column headings, too: they name a row only where the row before belongs right above it, and
 * stand for a blank row only with their empty cells.
 */
function confirm(readings: readonly Reading[], at: number, order: ReadonlyMap<string, number>): LabelMatch | null {
  const reading = readings[at]
  if (reading === undefined || !isMatched(reading)) return null
  const [match] = reading.candidates
  if (match === undefined) return null
  const short = foldLabel(reading.label).length <= 3
  if (!short) return match
  if (reading.rest.every(isEmpty) && reading.rest.length < count) return null
  const before = readings.slice(0, at).filter(isMatched).at(-1)?.candidates[0]
  const place = order.get(match.row.path) ?? -1
  return before !== undefined && before.row.path.startsWith('3.3.') && (order.get(before.row.path) ?? Infinity) < place ? match : null
}

function columnsAround(confirmed: readonly MatchedRow[], { line }: MatchedRow) {
  const same = confirmed.filter((other) => other.line.grid === line.grid)
  return learnColumns(
    same.map((other) => ({ rest: other.rest, cells: other.line.cells })),
    count,
  )
}

function placeRow(reading: MatchedRow, { row, official }: LabelMatch, columns: ReturnType<typeof learnColumns>): readonly PlacedCell[] {
  // A label of the first or second level takes the columns of the levels below it, too.
  const assigned = assignCells(reading.rest, count, columns, reading.line.cells, Math.max(0, 2 - row.level))
  const alone = !reading.hasCells
  return applicants.map((applicant, at): PlacedCell => {
    const cell: GridCell | null = assigned.certain ? (assigned.cells[at] ?? null) : null
    return {
      row: row satisfies FormRow,
      applicant: applicant.id,
      column: applicant.name.zh,
      cell,
      where: reading.line.where,
      line: reading.line,
      official,
      alone,
      ...(reading.misprinted === true ? { misprinted: reading.label } : {}),
      uncertain: !assigned.certain || reading.uncertain,
    }
  })
}
