import { applicants } from '../forms/applicants.ts'
import { foldLabel } from '../forms/dialects.ts'
import type { Form, FormRow } from '../forms/form.ts'
import type { ApplicantColumns } from './applicantColumns.ts'
import { goesByNames, headingsOver, isApplicantHeading } from './applicantColumns.ts'
import type { Assignment, Columns } from './assignCells.ts'
import { assignBySum, assignCells, assignUnder, learnColumns } from './assignCells.ts'
import type { GridCell } from './document.ts'
import { doubtBlanks } from './doubtBlanks.ts'
import { indexLabels, isLabelPiece } from './labels.ts'
import type { LabelMatch } from './labels.ts'
import type { MatchedRow, Reading } from './matchRows.ts'
import { isMatched, matchRows } from './matchRows.ts'
import type { Problem } from './figure.ts'
import type { PlacedCell, Placement } from './placement.ts'
import { columnsMissing } from './problems.ts'
import type { TableLine } from './tableLine.ts'
import { edgeOf, isEmpty, isScrap, joinFigures } from './tableLine.ts'

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
  const layoutOf = learnLayouts(lines, confirmed)
  const cells: PlacedCell[] = []
  const left: TableLine[] = []
  const narrow = new Set<ApplicantColumns>()
  for (const [at, reading] of readings.entries()) {
    const match = matches[at]
    if (!isMatched(reading) || match === null || match === undefined) {
      if (!reading.line.cells.every((cell) => isEmpty(cell) || isLabelPiece(cell.text) || isScrap(cell))) left.push(reading.line)
      continue
    }
    // A group label without figures is what the form prints.
    if (match.row.type === 'group' && reading.rest.every(isEmpty)) continue
    const layout = layoutOf(reading)
    if (layout.heading !== null && layout.heading.order !== 'unknown' && layout.asked.length < applicants.length) narrow.add(layout.heading)
    cells.push(...placeRow(reading, match, layout))
  }
  return { cells: doubtBlanks(cells, body, isApplicantHeading), left, several: null, problems: [...narrow].map(sayMissing) }
}

const sayMissing = ({ asked, line }: ApplicantColumns): Problem =>
  columnsMissing(
    applicants.filter(({ id }) => !asked.some((column) => column.id === id)).map(({ name }) => name),
    line.where,
  )

/** How the figures of a row stand: whose they are, under which heading, and where full rows of the same grid have theirs. */
interface Layout {
  readonly asked: readonly Applicant[]
  readonly heading: ApplicantColumns | null
  readonly columns: Columns
  /** The figures go by the names above them or not at all: by their number alone they would come under others. */
  readonly byNames: boolean
}

type Applicant = (typeof applicants)[number]

/**
 * The layout of each row. A heading of six applicants is believed where its rows have six figures; where they have seven, it is the
 * heading that lost a name.
 */
function learnLayouts(lines: readonly TableLine[], rows: readonly MatchedRow[]): (row: MatchedRow) => Layout {
  const over = headingsOver(lines)
  const widths = new Map<ApplicantColumns | null, Set<number>>()
  for (const { line, rest } of rows) {
    const heading = over(line)
    const known = widths.get(heading) ?? new Set<number>()
    widths.set(heading, known.add(rest.filter((cell) => !isEmpty(cell)).length))
  }
  const layouts = new Map<ApplicantColumns | null, Map<TableLine['grid'], Layout>>()
  return ({ line }) => {
    const heading = over(line)
    const byGrid = layouts.get(heading) ?? new Map<TableLine['grid'], Layout>()
    layouts.set(heading, byGrid)
    const known = byGrid.get(line.grid)
    if (known !== undefined) return known
    const has = (filled: number): boolean => widths.get(heading)?.has(filled) === true
    const isNarrow =
      heading !== null &&
      !has(applicants.length) &&
      ((namesEnds(heading) && (has(heading.asked.length) || endWithHeading(heading, rows, over))) ||
        (hasNoTotal(heading) && rows.every(({ line }) => line.grid === heading.line.grid) && endWithHeading(heading, rows, over)))
    const byNames = heading !== null && goesByNames(heading)
    const asked = isNarrow || (byNames && heading.order !== 'unknown') ? heading.asked : applicants
    const same = rows.filter((other) => other.line.grid === line.grid && over(other.line) === heading)
    const columns = learnColumns(
      same.map(({ rest, line: { cells } }) => ({ rest, cells })),
      asked.length,
    )
    const isWhole = heading !== null && heading.asked.length === asked.length && !misfits(heading, same)
    const layout = { asked, heading: isWhole || byNames ? heading : null, columns, byNames }
    byGrid.set(line.grid, layout)
    return layout
  }
}

/** A heading that lost more than one name, or one at an end, may have lost it for its columns alone. */
const namesEnds = ({ asked }: ApplicantColumns): boolean =>
  asked.length === applicants.length - 1 && asked[0] === applicants[0] && asked.at(-1) === applicants.at(-1)

/** The six applicants and no total: believed only where every row ends with them. */
const hasNoTotal = ({ asked, at }: ApplicantColumns): boolean =>
  at !== null && asked.length === applicants.length - 1 && asked.every((applicant, index) => applicant === applicants[index])

/** Do the rows under a heading with known columns end where it ends? */
function endWithHeading(
  heading: ApplicantColumns,
  rows: readonly MatchedRow[],
  over: (line: TableLine) => ApplicantColumns | null,
): boolean {
  if (heading.at === null || heading.edge === null) return false
  return rows.every(({ line }) => over(line) !== heading || line.grid !== heading.line.grid || edgeOf(line.cells) === heading.edge)
}

/** Rows without a figure under the first or the last heading, in all of the grid, may be rows with one cell less. */
function misfits({ at }: ApplicantColumns, rows: readonly MatchedRow[]): boolean {
  if (at === null) return false
  return [at[0], at.at(-1)].some((column) => rows.every(({ line }) => !line.cells.some((cell) => cell.column === column && !isEmpty(cell))))
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

/** Two heaps of digits beside an empty cell, or the same ones in the next: two figures may have come into one cell. Full-width digits stand apart anyway. */
function mayShare(cells: readonly (GridCell | null)[], at: number): boolean {
  const isApart = (text: string): boolean => /\d\s+\d/.test(text)
  const [before, own, after] = [cells[at - 1]?.text, cells[at]?.text ?? '', cells[at + 1]?.text]
  if (isApart(own)) return [before, after].some((text) => text !== undefined && (text.trim() === '' || text === own))
  return own.trim() === '' && [before, after].some((text) => text !== undefined && isApart(text))
}

function placeRow(reading: MatchedRow, { row, official }: LabelMatch, layout: Layout): readonly PlacedCell[] {
  const { asked } = layout
  const assigned = layout.byNames ? assignByNames(reading, layout) : assignByForm(reading, layout, row)
  const alone = !reading.hasCells
  const settledBy = assigned.certain ? assigned.settledBy : undefined
  return asked.map((applicant, at): PlacedCell => {
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
      ...(settledBy === undefined ? {} : { settledBy }),
      ...(assigned.certain && mayShare(assigned.cells, at) ? { shared: true } : {}),
    }
  })
}

/** The figures of a row in the order of the form. */
function assignByForm({ rest, line }: MatchedRow, { asked, heading, columns }: Layout, row: FormRow): Assignment {
  // A label of the first or second level takes the columns of the levels below it, too.
  const padding = Math.max(0, 2 - row.level)
  const below =
    heading === null || heading.at === null || heading.edge === null ? null : assignUnder(heading.at, heading.edge, rest, line.cells)
  const plain = below ?? assignCells(rest, asked.length, columns, line.cells, padding)
  return plain.certain ? plain : (assignBySum(rest, asked.length, columns) ?? plain)
}

/** The figures of a row under the names of its heading, those of other columns left out; where no columns are known, only rows with seven figures for seven names. */
function assignByNames({ rest, line }: MatchedRow, { asked, heading, columns }: Layout): Assignment {
  const uncertain: Assignment = { certain: false, found: rest.filter((cell) => !isEmpty(cell)).length }
  if (uncertain.found === 0) return assignCells(rest, asked.length, columns, line.cells)
  if (heading === null || heading.order === 'unknown') return uncertain
  if (heading.at !== null && heading.edge !== null) {
    const own = rest.filter(({ column, span }) => span > 1 || !heading.strangers.some((stranger) => stranger.column === column))
    return assignUnder(heading.at, heading.edge, own, line.cells) ?? uncertain
  }
  const isWhole = asked.length === count && heading.strangers.length === 0
  return isWhole ? assignCells(rest, count, columns, line.cells) : uncertain
}
