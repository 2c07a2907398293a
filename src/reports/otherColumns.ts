import type { Figure, Place, Unplaced } from './figure.ts'
import { compactLabel, isLabelPiece, isUnit, isValueText, isWholeLabel } from './labels.ts'
import type { TableLine } from './tableLine.ts'
import { isEmpty, isWords, printsNumber } from './tableLine.ts'

type Cell = TableLine['cells'][number]

const keyOf = (place: Place): string => JSON.stringify([place.page, place.paragraph, place.table, place.row, place.column, place.start])
const rowKeyOf = ({ page, table, row }: Place): string => JSON.stringify([page, table, row])

/**
 * Numbers in placed rows that stand in no column of the form (last year's figures, changes, remarks), a line for each row: with its
 * label and, where the reader knows columns, the heading over each. `left`: lines that are listed as a whole anyway.
 */
export function listOtherColumns(lines: readonly TableLine[], figures: readonly Figure[], left: readonly TableLine[]): readonly Unplaced[] {
  const placed = new Set(figures.map(({ where }) => keyOf(where)))
  const rows = new Map<string, Figure[]>()
  for (const figure of figures) rows.set(rowKeyOf(figure.where), [...(rows.get(rowKeyOf(figure.where)) ?? []), figure])
  const listed = new Set(left.flatMap(({ cells, where }) => [where, ...cells.map((cell) => cell.where)]).map(rowKeyOf))
  return lines.flatMap((line): readonly Unplaced[] => {
    const own = line.cells.flatMap(({ where }) => rows.get(rowKeyOf(where)) ?? [])
    if (own.length === 0 || listed.has(rowKeyOf(line.where)) || own.some((figure) => standsWhole(figure, line))) return []
    const others = findOthers(line, placed)
    if (others.length === 0) return []
    const said = others.map((cell) => [headingOver(cell, line), cell.text.trim()].filter((text) => text !== '').join(' '))
    return [{ kind: 'row', text: [labelOf(line, placed), ...said].filter((text) => text !== '').join(' '), where: line.where }]
  })
}

/** A row whose figures are not certain is printed as a whole in each of them. */
const standsWhole = ({ state, printed }: Figure, { cells }: TableLine): boolean =>
  state === 'unreadable' && cells.every((cell) => isEmpty(cell) || printed.includes(cell.text.replace(/\s*\n\s*/g, '')))

function findOthers(line: TableLine, placed: ReadonlySet<string>): readonly Cell[] {
  const { cells } = line
  const isPlaced = (cell: Cell | undefined): boolean => cell !== undefined && placed.has(keyOf(cell.where))
  const first = cells.findIndex(isPlaced)
  const label = cells.findIndex((cell) => isWords(cell) && !isUnit(cell.text))
  return cells.filter((cell, at) => {
    if (isPlaced(cell) || isEmpty(cell) || !printsNumber(cell.text) || at <= label) return false
    if (isWords(cell)) return first >= 0 && at > first && !isLabel(cell.text)
    return isValueText(cell.text) && !repeatsPlaced(line, at, isPlaced)
  })
}

const isLabel = (text: string): boolean => isWholeLabel(text) || isLabelPiece(text)

/** Some programs print a merged cell again in every place that it takes, and its heading, too. */
function repeatsPlaced(line: TableLine, at: number, isPlaced: (cell: Cell | undefined) => boolean): boolean {
  const { cells } = line
  const own = cells[at]
  const isSame = (index: number): boolean => {
    const other = cells[index]
    return own !== undefined && other !== undefined && other.text === own.text && headingOver(other, line) === headingOver(own, line)
  }
  const reaches = (step: 1 | -1): boolean => {
    for (let other = at + step; isSame(other); other += step) if (isPlaced(cells[other])) return true
    return false
  }
  return reaches(-1) || reaches(1)
}

/** The words in front of the figures, as printed. */
function labelOf({ cells }: TableLine, placed: ReadonlySet<string>): string {
  const first = cells.findIndex(({ where }) => placed.has(keyOf(where)))
  const words = cells.slice(0, first < 0 ? undefined : first).filter((cell) => isWords(cell) && !isUnit(cell.text))
  return [...new Set(words.map(({ text }) => text.replace(/\s*\n\s*/g, '').trim()))].join(' ')
}

/** The nearest words above in the same column, where columns are known; `''` else. */
function headingOver({ column }: Cell, { grid, where }: TableLine): string {
  if (column === null) return ''
  const end = grid.rows.findIndex((row) => row.where === where || rowKeyOf(row.where) === rowKeyOf(where))
  const above = grid.rows
    .slice(0, Math.max(0, end))
    .map(({ cells }) => cells.find((cell) => cell.column !== null && cell.column <= column && column < cell.column + cell.span))
    .filter((cell) => cell !== undefined && isWords(cell))
    .at(-1)
  return above !== undefined && compactLabel(above.text).length <= 20 ? above.text.replace(/\s+/g, '') : ''
}
