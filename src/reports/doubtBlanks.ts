import type { GridCell } from './document.ts'
import { isLabelPiece } from './labels.ts'
import type { PlacedCell } from './placement.ts'
import { foldPrinted } from './readNumber.ts'
import type { TableLine } from './tableLine.ts'
import { isEmpty, isScrap, isWords } from './tableLine.ts'

type Extent = readonly [left: number, right: number]

/**
 * Where only positions tell cells, a cell of two lines prints nothing on the line of its row: what stands above or below, on a line
 * that is no row, may be its own. There a blank is uncertain, and so are the digits of a cell with digits right above and below.
 * `lines`: those that the cells were placed from, in their order; headings are passed over.
 */
export function doubtBlanks(
  cells: readonly PlacedCell[],
  lines: readonly TableLine[],
  isHeading: (line: TableLine) => boolean,
): readonly PlacedCell[] {
  // A group has no figures: those beside its label belong to a row above or below.
  const rows = new Set(cells.filter(({ row }) => row.type !== 'group').map(({ line }) => line))
  const extents = columnsOf(cells)
  return cells.map((cell) => {
    if (cell.uncertain || cell.row.type === 'group' || cell.line.cells.some(({ column }) => column !== null)) return cell
    const above = piecesFrom(lines, cell.line, -1, rows, isHeading)
    const below = piecesFrom(lines, cell.line, 1, rows, isHeading)
    const own = extents.get(keyOf(cell)) ?? []
    const all = [...extents.values()].flat()
    const text = cell.cell?.text.trim() ?? ''
    // A row without any cell of its own may have all of them beside a part of its label.
    const columns = text !== '' && cell.cell?.extent !== undefined ? [cell.cell.extent] : own.length === 0 || cell.alone ? all : own
    const isDoubtful =
      text === ''
        ? meets([...above, ...below], columns)
        : isDigits(text) &&
          [above, below].every((pieces) =>
            meets(
              pieces.filter((piece) => isDigits(piece.text)),
              columns,
            ),
          )
    return isDoubtful ? { ...cell, uncertain: true } : cell
  })
}

const keyOf = ({ line, row, applicant }: PlacedCell): string =>
  `${String(line.where.table)}/${applicant ?? (row.table === 4 ? row.path : '')}`

/** Where the filled cells of each column stand. */
function columnsOf(cells: readonly PlacedCell[]): ReadonlyMap<string, readonly Extent[]> {
  const columns = new Map<string, readonly Extent[]>()
  for (const placed of cells) {
    const extent = placed.cell?.extent
    if (extent === undefined || placed.cell === null || isEmpty(placed.cell)) continue
    columns.set(keyOf(placed), [...(columns.get(keyOf(placed)) ?? []), extent])
  }
  return columns
}

const meets = (pieces: readonly GridCell[], columns: readonly Extent[]): boolean =>
  pieces.some(({ extent }) => extent !== undefined && columns.some(([left, right]) => extent[0] < right && extent[1] > left))

const isDigits = (text: string): boolean => /^[\d.,]+$/.test(foldPrinted(text).trim())

/** A row that the form does not have: a label of its own in front of its figures. */
const isLocalRow = ({ cells: [first, ...rest] }: TableLine): boolean =>
  first !== undefined && isWords(first) && !isLabelPiece(first.text) && rest.some(({ text }) => isDigits(text))

/** What stands between a row and the next one above or below, in the same table. */
function piecesFrom(
  lines: readonly TableLine[],
  line: TableLine,
  step: 1 | -1,
  rows: ReadonlySet<TableLine>,
  isHeading: (line: TableLine) => boolean,
): readonly GridCell[] {
  const pieces: GridCell[] = []
  for (let at = lines.indexOf(line) + step; at >= 0; at += step) {
    const other = lines[at]
    if (other === undefined || other.grid !== line.grid || rows.has(other)) break
    if (!isHeading(other) && !isLocalRow(other))
      pieces.push(...other.cells.filter((cell) => !isEmpty(cell) && !isScrap(cell) && !isLabelPiece(cell.text)))
  }
  return pieces
}
