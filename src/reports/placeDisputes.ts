import type { Form, FormRow } from '../forms/form.ts'
import type { Columns } from './assignCells.ts'
import { assignCells, unknownColumns } from './assignCells.ts'
import type { GridCell } from './document.ts'
import { compactLabel, isLabelPiece, isValueText, namesColumn } from './labels.ts'
import type { PlacedCell, Placement } from './placement.ts'
import type { TableLine } from './tableLine.ts'
import { hasNoWords, isEmpty, isWords } from './tableLine.ts'

const resultWords = ['结果维持', '结果纠正', '尚未审结']

/** Is this (part of) the heading of table four? */
export function isDisputeHeading(line: TableLine): boolean {
  const words = line.cells.filter(isWords).map(({ text }) => compactLabel(text))
  if (line.cells.some((cell) => isValueText(cell.text)) || words.some((word) => word.length > 20)) return false
  return (
    words.some(
      (word) => resultWords.some((result) => word.includes(result)) || word.startsWith('未经复议直接起诉') || word === '复议后起诉',
    ) ||
    (words.includes('行政复议') && words.includes('行政诉讼')) ||
    (words.length >= 5 && words.every(isHeadingWord))
  )
}

/**
 * Places table four: one row of 15 cells in three blocks of five, or, in local versions, a row to each block. An empty cell in
 * front is a blank of the first block, so nothing is shifted to the left.
 */
export function placeDisputes(lines: readonly TableLine[], form: Form): Placement {
  const rows = form.rows.filter(({ table }) => table === 4)
  const start = lines.findIndex(isDisputeHeading)
  const cells: PlacedCell[] = []
  const left: TableLine[] = []
  if (start < 0) return { cells, left, several: null }
  const heading = headingOf(lines.slice(start), rows)
  const body = lines.filter((line, at) => at >= start && !isHeadingLine(line))
  const byBlock = body.flatMap((line) => blockRow(line, rows))
  const plain = body.filter((line) => !byBlock.some((placed) => placed.line === line))
  cells.push(...byBlock)
  const rowsOfFigures = joinRows(plain, rows.length)
  const placed = rowsOfFigures.map((line) => ({ line, cells: placeRow(line, rows, heading) }))
  // What is left of a number cut at the end of its column stands below: then no cell of the row above is sure.
  const halves = rowsOfFigures.some(
    (line) => hasNoWords(line) && line.cells.some((cell) => !isEmpty(cell)) && line.cells.length < rows.length / 3,
  )
  for (const { line, cells: row } of placed) {
    if (row === null) left.push(line)
    else cells.push(...row.map((cell) => (halves ? { ...cell, uncertain: true } : cell)))
  }
  return { cells, left, several: null }
}

function isHeadingLine(line: TableLine): boolean {
  return (
    line.cells.some(isWords) &&
    line.cells.every((cell) => isEmpty(cell) || (isWords(cell) && (isLabelPiece(cell.text) || isHeadingWord(cell.text))))
  )
}

const headingText = '结果维持 结果纠正 其他结果 尚未审结 总计 合计 小计 行政复议 行政诉讼 未经复议直接起诉 复议后起诉'

/** A word of the heading, or what is left of one that was wrapped: 结果维 above 持. */
const isHeadingWord = (text: string): boolean => compactLabel(text) !== '' && headingText.includes(compactLabel(text))

/** The row of a heading that names all 15 columns, where there is one. */
function headingOf(lines: readonly TableLine[], rows: readonly FormRow[]): readonly GridCell[] | null {
  for (const line of lines) {
    const named = line.cells.filter(isWords)
    if (named.length === rows.length && rows.every((row, at) => namesColumn(named[at]?.text ?? '', row))) return named
  }
  return null
}

/** The figures may be broken over several lines; lines with all cells filled, or as many as the form asks together, are one row. */
function joinRows(lines: readonly TableLine[], count: number): readonly TableLine[] {
  const joined: TableLine[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    const fits =
      last !== undefined &&
      last.grid === line.grid &&
      hasNoWords(last) &&
      hasNoWords(line) &&
      last.cells.length + line.cells.length <= count &&
      (line.cells.length === 1 || line.cells.length % 5 === 0)
    if (fits && last.cells.length < count) joined[joined.length - 1] = { ...last, cells: [...last.cells, ...line.cells] }
    else joined.push(line)
  }
  return joined
}

/** 行政复议 · 5 figures: the local version with a row to each block. */
function blockRow(line: TableLine, rows: readonly FormRow[]): readonly PlacedCell[] {
  const words = line.cells.filter(isWords)
  const label = compactLabel(words.map(({ text }) => text).join(''))
  const block = rows.filter(({ caption }) => {
    const whole = compactLabel(caption ?? '')
    return label.length >= 4 && (whole === label || (whole.endsWith(label) && label !== '起诉'))
  })
  const rest = line.cells.slice(line.cells.reduce((last, cell, at) => (isWords(cell) ? at : last), -1) + 1)
  if (block.length !== 5 || !rest.some((cell) => isValueText(cell.text))) return []
  const assigned = assignCells(rest, block.length, unknownColumns, line.cells)
  return block.map((row, at) => place(line, row, assigned.certain ? (assigned.cells[at] ?? null) : null, !assigned.certain))
}

/** Null when the line is no row of figures. */
function placeRow(line: TableLine, rows: readonly FormRow[], heading: readonly GridCell[] | null): readonly PlacedCell[] | null {
  const lastWords = line.cells.reduce((last, cell, at) => (isWords(cell) && at < line.cells.length - rows.length ? at : last), -1)
  const rest = line.cells.slice(lastWords + 1)
  if (rest.some(isWords)) return null
  if (rest.every(isEmpty) && rest.length !== rows.length) return []
  const assigned = assignCells(rest, rows.length, columnsOf(heading, rest), line.cells)
  if (assigned.certain) return rows.map((row, at) => place(line, row, assigned.cells[at] ?? null, false))
  const counted = countFromLeft(rest, rows.length)
  return rows.map((row, at) => place(line, row, counted?.[at] ?? null, counted === null))
}

/**
 * A row that starts with empty cells has its beginning, so what follows counts from there. Whole blocks that are cut off at the end
 * of the line stay blank; a row that breaks off inside a block may have lost a cell anywhere.
 */
function countFromLeft(rest: readonly GridCell[], count: number): readonly GridCell[] | null {
  const [first] = rest
  return first !== undefined &&
    isEmpty(first) &&
    rest.length < count &&
    rest.length % 5 === 0 &&
    rest.every(({ column }) => column !== null)
    ? rest
    : null
}

function columnsOf(heading: readonly GridCell[] | null, rest: readonly GridCell[]): Columns {
  const [first] = heading ?? []
  const last = heading?.at(-1)
  if (first === undefined || last === undefined) return unknownColumns
  const known = rest.every(({ column }) => column !== null) && first.column !== null && last.column !== null
  const extents = (heading ?? []).flatMap(({ extent }) => (extent === undefined ? [] : [extent]))
  const apart = extents.every(([left], at) => at === 0 || left > (extents[at - 1]?.[1] ?? Infinity))
  return {
    ...unknownColumns,
    window: known ? [first.column ?? 0, last.column ?? 0] : null,
    rectangular: known && last.column === (rest.at(-1)?.column ?? null),
    extents: extents.length === heading?.length && apart ? extents : null,
  }
}

function place(line: TableLine, row: FormRow, cell: GridCell | null, uncertain: boolean): PlacedCell {
  return { row, applicant: null, column: null, cell, where: line.where, line, official: true, alone: false, uncertain }
}
