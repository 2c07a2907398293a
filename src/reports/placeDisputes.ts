import type { Form, FormRow } from '../forms/form.ts'
import type { Assignment, Columns } from './assignCells.ts'
import { assignCells, assignUnder, unknownColumns } from './assignCells.ts'
import type { Grid, GridCell } from './document.ts'
import { doubtBlanks } from './doubtBlanks.ts'
import { compactLabel, isLabelPiece, isValueText, namesColumn } from './labels.ts'
import type { PlacedCell, Placement } from './placement.ts'
import type { TableLine } from './tableLine.ts'
import { edgeOf, hasNoWords, isEmpty, isWords } from './tableLine.ts'

const resultWords = ['结果维持', '结果纠正', '尚未审结']

/** Is this (part of) the heading of table four? */
function isDisputeHeading(line: TableLine): boolean {
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

/** Does table four begin or go on here: with a part of its heading, or with a result and its figure in one row? */
export const startsDisputes = (line: TableLine): boolean => isDisputeHeading(line) || isResultRow(line)

const isResultRow = (line: TableLine): boolean =>
  line.cells.some(({ text }) => resultWords.includes(compactLabel(text))) && line.cells.some((cell) => isValueText(cell.text))

/**
 * Places table four: one row of 15 cells in three blocks of five, or, in local versions, a row to each block. An empty cell in
 * front is a blank of the first block, so nothing is shifted to the left.
 */
export function placeDisputes(lines: readonly TableLine[], form: Form, captions: ReadonlyMap<Grid, string> = new Map()): Placement {
  const rows = form.rows.filter(({ table }) => table === 4)
  const start = lines.findIndex(startsDisputes)
  const cells: PlacedCell[] = []
  const left: TableLine[] = []
  if (start < 0) return { cells, left, several: null }
  const heading = headingOf(lines.slice(start), rows)
  const body = lines.filter((line, at) => at >= start && !isHeadingLine(line))
  const byBlock = heading === null ? body.flatMap((line) => nameRow(line, lines, rows, captions.get(line.grid) ?? null)) : []
  const plain = body.filter((line) => !byBlock.some((placed) => placed.line === line))
  cells.push(...byBlock)
  const rowsOfFigures = joinRows(plain, rows.length)
  const placed = rowsOfFigures.map((line) => ({ line, cells: placeRow(line, rows, heading) }))
  // What is left of a number cut at the end of its column stands below: then no cell of the row above is sure.
  const halves = rowsOfFigures.some(
    (line) =>
      hasNoWords(line) &&
      line.cells.some((cell) => !isEmpty(cell)) &&
      line.cells.length < (line.cells.every(({ column }) => column === null) ? rows.length : rows.length / 3),
  )
  for (const { line, cells: row } of placed) {
    if (row === null) left.push(line)
    else cells.push(...row.map((cell) => (halves ? { ...cell, uncertain: true } : cell)))
  }
  // Lines that were joined are one row, and no pieces beside it.
  const whole = body.map((line) => placed.find((row) => row.line.where === line.where)?.line ?? line)
  return { cells: doubtBlanks(cells, whole, isDisputeHeading), left, several: null }
}

/** A row of a local version: by its block, or every figure by its own names. */
function nameRow(line: TableLine, lines: readonly TableLine[], rows: readonly FormRow[], caption: string | null): readonly PlacedCell[] {
  const above = lines.slice(0, lines.indexOf(line)).filter(({ grid }) => grid === line.grid)
  const byBlock = blockRow(
    line,
    rows,
    above
      .map((other) => other.cells.filter(isWords))
      .filter(namesFive)
      .at(-1) ?? null,
  )
  if (byBlock.length > 0) return byBlock
  return placeByNames(line, above, rows, caption) ?? []
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

/** 结果维持 · 结果纠正 · 其他结果 · 尚未审结 · 总计: the heading over rows of one block each. */
const namesFive = (words: readonly GridCell[]): boolean => words.length === 5 && words.every(({ text }) => isHeadingWord(text))

/** 行政复议 · 5 figures: the local version with a row to each block. Where only positions are known, the figures must stand below the heading. */
function blockRow(line: TableLine, rows: readonly FormRow[], heading: readonly GridCell[] | null): readonly PlacedCell[] {
  for (let end = 1; end < line.cells.length; end += 1) {
    const before = line.cells.slice(0, end)
    const rest = line.cells.slice(end)
    if (!before.some(isWords) || !before.every((cell) => isEmpty(cell) || isWords(cell))) continue
    const label = compactLabel(before.map(({ text }) => text).join(''))
    const block = rows.filter(({ caption }) => {
      const whole = compactLabel(caption ?? '')
      return label.length >= 4 && (whole === label || (whole.endsWith(label) && label !== '起诉'))
    })
    if (
      block.length !== 5 ||
      !(rest.some((cell) => isValueText(cell.text)) || (heading !== null && rest.length === 5 && rest.every(isEmpty))) ||
      rest.some((cell) => isWords(cell) && isHeadingWord(cell.text))
    )
      continue
    const columns = rest.every(({ column }) => column === null) ? columnsOf(heading, rest) : unknownColumns
    const assigned = assignCells(rest, block.length, columns, line.cells)
    return block.map((row, at) => place(line, row, assigned.certain ? (assigned.cells[at] ?? null) : null, !assigned.certain))
  }
  return []
}

/**
 * Local versions with other shapes, in a table with known columns: 15 rows below each other, results by blocks, a table to each block.
 * A figure is placed when the words above it and left of it name one block and one result. `captions`: the block that stands above a
 * table of its own. Null when a figure of the line has no name, or not one only.
 */
function placeByNames(
  line: TableLine,
  above: readonly TableLine[],
  rows: readonly FormRow[],
  caption: string | null,
): readonly PlacedCell[] | null {
  const figures = line.cells.filter((cell) => !isWords(cell) || (!isHeadingWord(cell.text) && blockOf(cell.text) === null))
  if (!figures.some((cell) => isValueText(cell.text)) || line.cells.some(({ column }) => column === null)) return null
  const all = figures.map((cell) => {
    const words = [...wordsLeftOf(cell, line, above), ...wordsAbove(cell, above)]
    const block = words.map(blockOf).find((path) => path !== null) ?? caption
    const results = words.flatMap(
      (word) =>
        rows.find(({ path, column }) => path.startsWith(`${String(block)}.`) && compactLabel(column ?? '') === compactLabel(word)) ?? [],
    )
    return { cell, row: block === null ? undefined : results[0] }
  })
  // An empty cell without a name belongs to the labels; one with a name is blank.
  const named = all.filter(({ cell, row }) => row !== undefined || !isEmpty(cell))
  const paths = new Set(named.map(({ row }) => row?.path))
  if (paths.has(undefined) || paths.size !== named.length) return null
  return named.flatMap(({ cell, row }) => (row === undefined ? [] : [place(line, row, cell, false)]))
}

const covers = ({ column, span }: GridCell, at: GridCell): boolean =>
  (column ?? -1) <= (at.column ?? -2) && (column ?? -1) + span > (at.column ?? -2)

/** From the nearest upwards. */
const wordsAbove = (cell: GridCell, above: readonly TableLine[]): readonly string[] =>
  [...above].reverse().flatMap(({ cells }) => cells.filter((other) => isWords(other) && covers(other, cell)).map(({ text }) => text))

/** In the row itself, and where a label reaches down from a row above, there. */
function wordsLeftOf(cell: GridCell, line: TableLine, above: readonly TableLine[]): readonly string[] {
  const left = (cells: readonly GridCell[]): readonly GridCell[] =>
    cells.filter((other) => isWords(other) && (other.column ?? 0) < (cell.column ?? 0))
  const own = left(line.cells)
  const firstFigure = line.cells.find((other) => isValueText(other.text))?.column ?? cell.column ?? 0
  const reaching = [...above]
    .reverse()
    .flatMap(({ cells }) => left(cells).filter(({ column }) => (column ?? 0) < firstFigure && !own.some((one) => one.column === column)))
  return [...own]
    .reverse()
    .concat(reaching)
    .map(({ text }) => text)
}

/** The block that a heading, a label or a caption names. */
export function blockOf(text: string): string | null {
  const plain = compactLabel(text)
  if (plain.length > 24) return null
  if (plain.includes('未经复议直接起诉')) return '4.2'
  if (plain.includes('复议后起诉')) return '4.3'
  return plain.includes('行政复议') && !plain.includes('诉讼') ? '4.1' : null
}

/** Null when the line is no row of figures. */
function placeRow(line: TableLine, rows: readonly FormRow[], heading: readonly GridCell[] | null): readonly PlacedCell[] | null {
  const lastWords = line.cells.reduce((last, cell, at) => (isWords(cell) && at < line.cells.length - rows.length ? at : last), -1)
  const rest = line.cells.slice(lastWords + 1)
  const below = assignBelowNames(heading, rest, line)
  // 无 or words in place of one figure leave the others where they are.
  const isWhole = below !== null || (rest.length === rows.length && rest.filter((cell) => isValueText(cell.text)).length * 2 > rows.length)
  if (rest.some(isWords) && !isWhole) return null
  if (rest.every(isEmpty) && rest.length !== rows.length) return []
  const assigned = below ?? assignCells(rest, rows.length, columnsOf(heading, rest), line.cells)
  if (assigned.certain) return rows.map((row, at) => place(line, row, assigned.cells[at] ?? null, false))
  const counted = countFromLeft(rest, rows.length)
  return rows.map((row, at) => place(line, row, counted?.[at] ?? null, counted === null))
}

/** In a table with columns, the figures stand below the fifteen names. */
function assignBelowNames(heading: readonly GridCell[] | null, rest: readonly GridCell[], line: TableLine): Assignment | null {
  const at = (heading ?? []).flatMap(({ column }) => (column === null ? [] : [column]))
  const edge = heading === null ? null : edgeOf(heading)
  const isFigures = rest.some((cell) => isValueText(cell.text))
  if (edge === null || !isFigures || at.some((column, index) => column <= (at[index - 1] ?? -1))) return null
  const all = assignUnder(at, edge, rest, line.cells)
  if (all !== null) return all
  // Empty columns may go on to the right of the last name.
  const beyond = line.cells.filter(({ column }) => (column ?? 0) >= edge)
  return beyond.every(isEmpty) && isEdgeOfGrid(line)
    ? assignUnder(
        at,
        edge,
        rest.filter((cell) => !beyond.includes(cell)),
        line.cells.filter((cell) => !beyond.includes(cell)),
      )
    : null
}

/** Do all rows of the grid end where this one ends? */
function isEdgeOfGrid({ grid, cells }: TableLine): boolean {
  const edge = edgeOf(cells)
  return grid.rows.every((row) => (edgeOf(row.cells) ?? Infinity) <= (edge ?? 0))
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
