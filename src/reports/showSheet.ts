import { isUnit, isValueText } from './labels.ts'
import type { Merge, Sheet } from './readSheet.ts'

/** A row of a sheet as it shows; every row has its cells at the same columns. */
export interface SheetRow {
  /** In the sheet, from 1. */
  readonly row: number
  /** The last column of the sheet for which the file has a cell in this row, be it empty or a part of a merged one. */
  readonly end: number
  readonly cells: readonly SheetCell[]
}

export interface SheetCell {
  readonly text: string
  /** Among the columns that are kept, from 0. */
  readonly column: number
  readonly span: number
  /** In the sheet, from 1. */
  readonly sheetColumn: number
}

/**
 * The rows and columns that show and hold something, merged cells as one; how many rows and columns with content are hidden.
 * Null when the rows and columns between the outermost cells make more cells than `most`.
 */
export function showSheet(
  sheet: Sheet,
  most: number,
): { readonly rows: readonly SheetRow[]; readonly hiddenRows: number; readonly hiddenColumns: number } | null {
  const all = [...sheet.rows.keys()].sort((a, b) => a - b)
  const steps: Steps = { left: most }
  const merges = sheet.merges.flatMap((merge) => showMerge(sheet, merge, steps))
  const merged = spreadMerges(merges, all, steps)
  if (steps.left < 0) return null
  const textAt = (row: number, column: number): string => {
    const merge = merged.get(row)?.find(({ left, right }) => column >= left && column <= right)
    if (merge === undefined) return sheet.rows.get(row)?.get(column) ?? ''
    return merge.shownTop === row && merge.shownLeft === column ? merge.text : ''
  }
  const shown = [...new Set([...all, ...merges.filter(({ text }) => text !== '').map(({ shownTop }) => shownTop)])]
    .filter((row) => !sheet.isHiddenRow(row))
    .sort((a, b) => a - b)
  const filled = shown.map((row) => ({ row, columns: filledColumns(sheet, row, merged.get(row) ?? [], textAt) }))
  const rows = filled.filter(({ columns }) => columns.length > 0)
  const kept = keepColumns(new Set(rows.flatMap(({ columns }) => columns)), sheet)
  if (kept.length * rows.length > most) return null
  const endOf = (row: number): number => Math.max(sheet.ends.get(row) ?? 0, ...(merged.get(row) ?? []).map(({ right }) => right))
  return {
    rows: rows.map(({ row }) => ({ row, end: endOf(row), cells: cellsOf(row, kept, merged.get(row) ?? [], textAt) })),
    hiddenRows: all.filter((row) => sheet.isHiddenRow(row)).length,
    hiddenColumns: countHiddenColumns(sheet),
  }
}

/** A merged cell, and where its text shows: its first row and column that are not hidden. */
interface ShownMerge extends Merge {
  readonly shownTop: number
  readonly shownLeft: number
  readonly text: string
}

function showMerge(sheet: Sheet, merge: Merge, steps: Steps): readonly ShownMerge[] {
  const shownTop = firstShown(merge.top, merge.bottom, sheet.isHiddenRow, steps)
  const shownLeft = firstShown(merge.left, merge.right, sheet.isHiddenColumn, steps)
  if (shownTop === null || shownLeft === null) return []
  return [{ ...merge, shownTop, shownLeft, text: sheet.rows.get(merge.top)?.get(merge.left) ?? '' }]
}

/** Looks taken at rows and columns of merged cells: a hostile file makes billions of them necessary. */
interface Steps {
  left: number
}

function firstShown(from: number, to: number, isHidden: (at: number) => boolean, steps: Steps): number | null {
  for (let at = from; at <= to && steps.left >= 0; at += 1) {
    steps.left -= 1
    if (!isHidden(at)) return at
  }
  return null
}

/** The merges of each row that holds something. */
function spreadMerges(merges: readonly ShownMerge[], rows: readonly number[], steps: Steps): ReadonlyMap<number, readonly ShownMerge[]> {
  const merged = new Map<number, ShownMerge[]>()
  const known = new Set(rows)
  const add = (row: number, merge: ShownMerge): void => {
    const others = merged.get(row)
    if (others === undefined) merged.set(row, [merge])
    else others.push(merge)
  }
  for (const merge of merges) {
    for (let at = firstAtLeast(rows, merge.top); at < rows.length && steps.left >= 0; at += 1) {
      const row = rows[at]
      if (row === undefined || row > merge.bottom) break
      steps.left -= 1
      add(row, merge)
    }
    if (!known.has(merge.shownTop)) add(merge.shownTop, merge)
  }
  return merged
}

function firstAtLeast(rows: readonly number[], row: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle] ?? Infinity) < row) low = middle + 1
    else high = middle
  }
  return low
}

function filledColumns(
  sheet: Sheet,
  row: number,
  merges: readonly ShownMerge[],
  textAt: (row: number, column: number) => string,
): readonly number[] {
  const columns = [...(sheet.rows.get(row)?.keys() ?? []), ...merges.map(({ shownLeft }) => shownLeft)]
  return columns.filter((column) => !sheet.isHiddenColumn(column) && textAt(row, column) !== '')
}

/** Empty columns inside a table may be columns of it that nobody filled in; a wider gap holds nothing. */
const widestGap = 3

function keepColumns(filled: ReadonlySet<number>, sheet: Sheet): readonly number[] {
  const sorted = [...filled].sort((a, b) => a - b)
  return sorted.flatMap((column, at) => {
    const before = sorted[at - 1] ?? column
    const between = Array.from({ length: Math.min(column - before - 1, widestGap + 1) }, (_, step) => before + 1 + step)
    const empty = between.length > widestGap ? [] : between.filter((one) => one > 0 && !sheet.isHiddenColumn(one))
    return at === 0 ? [column] : [...empty, column]
  })
}

function cellsOf(
  row: number,
  kept: readonly number[],
  merges: readonly ShownMerge[],
  textAt: (row: number, column: number) => string,
): readonly SheetCell[] {
  const cells: SheetCell[] = []
  for (let at = 0; at < kept.length;) {
    const sheetColumn = kept[at] ?? 0
    const merge = merges.find(({ left, right }) => sheetColumn >= left && sheetColumn <= right)
    const last = merge?.right ?? sheetColumn
    let span = 1
    while ((kept[at + span] ?? Infinity) <= last) span += 1
    cells.push({ text: textOfCell(merge, row, sheetColumn, textAt), column: at, span, sheetColumn })
    at += span
  }
  return cells
}

/**
 * The rows of one table without the empty columns right of it. A row that lacks the cell at its end, which the file does not even hold
 * as an empty one, may have been moved to the left, or the headings above it name fewer columns: then it is as short as it is. Where its
 * label ends in the same column as those of other rows, and these are filled to the end, it has an empty cell there.
 */
export function cutTable(rows: readonly SheetRow[]): readonly SheetRow[] {
  const filled = rows.map(({ cells }) => cells.filter(({ text }) => text !== ''))
  // A title or a page number between two parts is merged as wide as somebody liked.
  const last = Math.max(...filled.flatMap((cells) => cells.map(({ column, span }) => (cells.length > 1 ? column + span - 1 : column))))
  const whole = rows.map((row) => ({ ...row, cells: row.cells.filter(({ column }) => column <= last) }))
  const ends = new Map<number, { full: number; all: number }>()
  for (const row of whole) {
    const end = ends.get(labelEnd(row)) ?? { full: 0, all: 0 }
    ends.set(labelEnd(row), { full: end.full + (row.cells.at(-1)?.text === '' ? 0 : 1), all: end.all + 1 })
  }
  return whole.map((row, at) => {
    const cells = row.cells.filter(({ sheetColumn }) => sheetColumn <= row.end)
    if (cells.length === row.cells.length) return row
    const { full, all } = ends.get(labelEnd(row)) ?? { full: 0, all: 0 }
    return full * 4 >= all && reachesEnd(whole.slice(0, at).reverse(), row) ? row : { ...row, cells }
  })
}

/** Do the headings nearest above a row reach as far as the table? Rows without headings above them are not held to any. */
function reachesEnd(above: readonly SheetRow[], row: SheetRow): boolean {
  const isHeading = (other: SheetRow): boolean => labelEnd(other) > labelEnd(row)
  const first = above.findIndex(isHeading)
  if (first < 0) return true
  const beyond = above.findIndex((other, at) => at > first && !isHeading(other))
  const headings = above.slice(first, beyond < 0 ? above.length : beyond)
  return headings.some(({ cells, end }) => end >= (cells.at(-1)?.sheetColumn ?? 0))
}

/** The last column with words that are neither a figure nor a unit. */
const labelEnd = ({ cells }: SheetRow): number =>
  Math.max(-1, ...cells.filter(({ text }) => text !== '' && !isValueText(text) && !isUnit(text)).map(({ column }) => column))

/** The first kept column of a merged cell need not be its first one. */
function textOfCell(merge: ShownMerge | undefined, row: number, column: number, textAt: (row: number, column: number) => string): string {
  if (merge === undefined) return textAt(row, column)
  return merge.shownTop === row ? merge.text : ''
}

function countHiddenColumns(sheet: Sheet): number {
  const columns = new Set<number>()
  for (const cells of sheet.rows.values()) for (const column of cells.keys()) if (sheet.isHiddenColumn(column)) columns.add(column)
  return columns.size
}
