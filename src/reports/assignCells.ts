import type { GridCell } from './document.ts'
import { foldPrinted, readNumber } from './readNumber.ts'
import { edgeOf, isEmpty } from './tableLine.ts'

/**
 * The cells of one row, in the order that the form asks; null for a cell that is not printed at all.
 * `certain: false`: there are figures, but which stands where is not certain.
 */
export type Assignment =
  | {
      readonly certain: true
      readonly cells: readonly (GridCell | null)[]
      /** A sum of the form told which cells they are. */
      readonly settledBy?: 'identity'
    }
  | { readonly certain: false; readonly found: number }

/** Where the figures of a table stand, learnt from the rows in which every cell is filled. */
export interface Columns {
  /** First and last column of the figures, where the reader knows columns and all full rows agree. */
  readonly window: readonly [first: number, last: number] | null
  /** Where the figures start right of the label in full rows of one shape (width of the row, cells right of the label): each start and how many rows. */
  readonly shapes: ReadonlyMap<string, ReadonlyMap<number, number>>
  /** Full rows in all. */
  readonly full: number
  /** The width that most rows have; null when there is none. */
  readonly width: number | null
  /** Edges of each column of figures, where only positions are known. */
  readonly extents: readonly (readonly [left: number, right: number])[] | null
  /** All rows have as many columns. */
  readonly rectangular: boolean
  /** Some rows have more or fewer cells right of their label than the form asks for. */
  readonly padded: boolean
}

const filledOf = (cells: readonly GridCell[]): readonly GridCell[] => cells.filter((cell) => !isEmpty(cell))

/** Are there exactly `count` filled cells, side by side? Gives where they start. */
function fullRun(cells: readonly GridCell[], count: number): number | null {
  const start = cells.findIndex((cell) => !isEmpty(cell))
  const run = cells.slice(start, start + count)
  return start >= 0 && filledOf(cells).length === count && run.length === count && run.every((cell) => !isEmpty(cell)) ? start : null
}

/** Learns the columns of a table from its rows: the cells right of the label, and the whole width of each row. */
export function learnColumns(
  rows: readonly { readonly rest: readonly GridCell[]; readonly cells: readonly GridCell[] }[],
  count: number,
): Columns {
  const full = rows.flatMap(({ rest, cells }) => {
    const start = fullRun(rest, count)
    return start === null ? [] : [{ rest, cells, start, run: rest.slice(start, start + count) }]
  })
  const windows = new Set(full.map(({ run }) => `${String(run[0]?.column)}-${String(run.at(-1)?.column)}`))
  const shapes = new Map<string, Map<number, number>>()
  for (const { rest, cells, start } of full) {
    const shape = shapes.get(shapeOf(cells, rest)) ?? new Map<number, number>()
    shapes.set(shapeOf(cells, rest), shape.set(start, (shape.get(start) ?? 0) + 1))
  }
  const [first] = full
  const known = rows.every(({ cells }) => cells.every(({ column }) => column !== null))
  const runStart = first?.run[0]?.column ?? null
  const runEnd = first?.run.at(-1)?.column ?? null
  const rectangular = known && new Set(rows.map(({ cells }) => widthOf(cells))).size === 1
  const learnt: readonly [number, number] | null =
    known && windows.size === 1 && runStart !== null && runEnd !== null ? [runStart, runEnd] : null
  return {
    window: learnt ?? (rectangular && full.length === 0 ? afterLabels(rows, count) : null),
    shapes,
    full: full.length,
    width: usualWidth(rows.map(({ cells }) => widthOf(cells))),
    extents: known
      ? null
      : learnExtents(
          full.map(({ run }) => run),
          count,
        ),
    rectangular,
    padded: rows.some(({ rest }) => rest.length !== count),
  }
}

/** Nothing is known of the columns. */
export const unknownColumns: Columns = {
  window: null,
  shapes: new Map(),
  full: 0,
  width: null,
  extents: null,
  rectangular: false,
  padded: false,
}

const shapeOf = (cells: readonly GridCell[], rest: readonly GridCell[]): string => `${widthOf(cells)}/${rest.length}`

const widthOf = (cells: readonly GridCell[]): number => cells.reduce((width, { span }) => width + span, 0)

/** Where no row is full: the columns right of the label that reaches farthest, if they are as many as the form asks. */
function afterLabels(
  rows: readonly { readonly rest: readonly GridCell[]; readonly cells: readonly GridCell[] }[],
  count: number,
): readonly [number, number] | null {
  const start = Math.max(...rows.map(({ rest }) => rest[0]?.column ?? 0))
  const end = widthOf(rows[0]?.cells ?? [])
  return end - start === count ? [start, end - 1] : null
}

/** The span of each column over all full rows; null when two columns overlap, so that positions prove nothing. */
function learnExtents(runs: readonly (readonly GridCell[])[], count: number): readonly (readonly [number, number])[] | null {
  if (runs.length < 2 || runs.some((run) => run.some(({ extent }) => extent === undefined))) return null
  const extents = Array.from({ length: count }, (_, at): readonly [number, number] => {
    const cells = runs.map((run) => run[at]?.extent ?? [0, 0])
    return [Math.min(...cells.map(([left]) => left)), Math.max(...cells.map(([, right]) => right))]
  })
  return extents.every(([left], at) => at === 0 || left > (extents[at - 1]?.[1] ?? Infinity)) ? extents : null
}

/** Puts the cells right of a label onto the `count` cells of the form, or says that it cannot be done with certainty. `cells`: the whole row; `mostPadding`: how many empty cells the label may have right of it. */
export function assignCells(
  rest: readonly GridCell[],
  count: number,
  columns: Columns,
  cells: readonly GridCell[],
  mostPadding = 0,
): Assignment {
  const filled = filledOf(rest)
  const uncertain: Assignment = { certain: false, found: filled.length }
  if (filled.length === 0)
    return { certain: true, cells: Array.from({ length: count }, (_, at) => (rest.length === count ? (rest[at] ?? null) : null)) }
  // One figure printed across several columns belongs to none of them for certain.
  if (filled.length > count || (count > 1 && filled.some(({ span }) => span > 1))) return uncertain
  // Without columns, two heaps of digits may be one number or two cells.
  if (count > 1 && filled.some(({ column, text }) => column === null && /\d\s+\d/.test(foldPrinted(text)))) return uncertain
  if (count > 1 && filled.some((_, at) => isHalfNumber(filled, at))) return uncertain
  const start = fullRun(rest, count)
  if (start !== null) {
    if (isOffColumns(rest.slice(start, start + count), columns)) return uncertain
    const padding = start <= mostPadding && rest.length === start + count
    const proven = rest.length === count || padding || hasShape(rest, cells, start, columns)
    return proven ? { certain: true, cells: rest.slice(start, start + count) } : (assignByColumn(rest, count, columns) ?? uncertain)
  }
  if (rest.some(({ column }) => column === null)) return assignByExtent(filled, count, columns)
  return assignByColumn(rest, count, columns) ?? assignByCount(rest, count, columns, cells) ?? uncertain
}

/**
 * Under a heading with known columns every figure stands below its name: for rows that end where the heading ends, so that no cell
 * was lost or added. Null where that is not so, or a figure stands elsewhere, or the label reaches under a name: then the columns
 * are counted otherwise than those of the heading, as after a page break. `at`: the columns of the names; `edge`: where the heading ends.
 */
export function assignUnder(at: readonly number[], edge: number, rest: readonly GridCell[], cells: readonly GridCell[]): Assignment | null {
  if (edgeOf(cells) !== edge) return null
  const isUnder = ({ column, span }: GridCell): boolean => at.some((name) => column !== null && column <= name && name < column + span)
  if (cells.some((cell) => !isEmpty(cell) && !rest.includes(cell) && isUnder(cell))) return null
  const below = at.map((column) => rest.find((cell) => cell.column === column) ?? null)
  const isBelow = rest.every((cell) => isEmpty(cell) || (below.includes(cell) && cell.span === 1))
  return isBelow ? { certain: true, cells: below } : null
}

/**
 * Where the cells of a row of applicants stand, when their sum tells: a row that starts or ends with cells of its label or with blanks,
 * and a row with a cell printed twice. One of all ways must add up to the last cell, and no other may.
 */
export function assignBySum(rest: readonly GridCell[], count: number, { full }: Columns): Assignment | null {
  if (rest.some(({ span }) => span > 1)) return null
  const windows = Array.from({ length: Math.max(0, rest.length - count + 1) }, (_, start) => ({
    cells: rest.slice(start, start + count),
    outside: [...rest.slice(0, start), ...rest.slice(start + count)],
  }))
  // Where no row is full, a column of figures may be missing altogether.
  const known = full >= 2 && rest.every(({ column }) => column !== null)
  const ways = known ? windows.filter(({ outside }) => outside.every(isEmpty)).map(({ cells }) => cells) : []
  const adding = [...ways, ...withoutTwins(filledOf(rest), count)].filter(addsUp)
  const [first] = adding
  const texts = new Set(adding.map((cells) => cells.map(({ text }) => text).join('|')))
  return first !== undefined && texts.size === 1 ? { certain: true, cells: first, settledBy: 'identity' } : null
}

/** One cell too many, and two neighbours with the same text: each way to leave one of them out. */
function withoutTwins(filled: readonly GridCell[], count: number): readonly (readonly GridCell[])[] {
  if (filled.length !== count + 1) return []
  return filled.flatMap((cell, at) => (cell.text === filled[at + 1]?.text ? [filled.filter((_, index) => index !== at)] : []))
}

function addsUp(cells: readonly GridCell[]): boolean {
  const readings = cells.map(({ text }) => readNumber(text))
  const sizes = readings.map(({ state, value, qualifier, flags }) => {
    if (state === 'blank' || state === 'not_applicable') return 0
    return qualifier !== null || flags.length > 0 ? null : value
  })
  const total = sizes.at(-1) ?? null
  if (sizes.includes(null) || total === null || readings.at(-1)?.value === null) return false
  const isAllZero = readings.every(({ state }) => state === 'zero')
  return (total > 0 || isAllZero) && sizes.slice(0, -1).reduce((sum: number, size) => sum + (size ?? 0), 0) === total
}

/**
 * Two heaps of digits with one space between them may be one number, where the figures of the row stand farther apart; full-width
 * digits, which a PDF sets apart, in any row.
 */
function isHalfNumber(filled: readonly GridCell[], at: number): boolean {
  const [before, cell] = [filled[at - 1], filled[at]]
  if (before === undefined || cell === undefined || before.where.row !== cell.where.row) return false
  const gap = gapBetween(before, cell)
  const isDigits = [before, cell].every(({ text }) => /^[\d.,\uFF10-\uFF19]+$/.test(text))
  if (gap === null || gap > 1 || !isDigits) return false
  if ([before, cell].every(({ text }) => /^[\uFF10-\uFF19]+$/.test(text))) return true
  const gaps = filled.flatMap((one, index) => gapBetween(filled[index - 1], one) ?? [])
  return gaps.filter((other) => other >= 2).length * 2 >= gaps.length
}

const gapBetween = (before: GridCell | undefined, { extent }: GridCell): number | null =>
  before?.extent === undefined || extent === undefined ? null : extent[0] - before.extent[1]

/** Does a cell of a full row stand where another column is, and not where its own is? */
function isOffColumns(run: readonly GridCell[], { extents }: Columns): boolean {
  return run.some(({ extent }, at) => {
    if (extent === undefined || extents === null) return false
    const hits = extents.flatMap(([left, right], column) => (extent[0] <= right && extent[1] >= left ? [column] : []))
    return hits.length > 0 && !hits.includes(at)
  })
}

/** Padding around a full row is what other full rows have, too; else a cell was added or lost. Where hardly any row is full, the width of the row must be the usual one. */
function hasShape(rest: readonly GridCell[], cells: readonly GridCell[], start: number, { shapes, full, width }: Columns): boolean {
  if (full < 3) return width === null || width === widthOf(cells)
  return (shapes.get(shapeOf(cells, rest))?.get(start) ?? 0) > 1
}

function usualWidth(widths: readonly number[]): number | null {
  return widths.find((width) => widths.filter((other) => other === width).length > widths.length * 0.6) ?? null
}

function assignByExtent(filled: readonly GridCell[], count: number, { extents }: Columns): Assignment {
  const uncertain: Assignment = { certain: false, found: filled.length }
  if (extents === null) return uncertain
  const cells: (GridCell | null)[] = Array.from({ length: count }, () => null)
  for (const cell of filled) {
    const hits = extents.flatMap(([left, right], at) =>
      cell.extent !== undefined && cell.extent[0] <= right && cell.extent[1] >= left ? [at] : [],
    )
    const [hit] = hits
    if (hit === undefined || hits.length > 1 || cells[hit] !== null) return uncertain
    cells[hit] = cell
  }
  return { certain: true, cells }
}

function assignByColumn(rest: readonly GridCell[], count: number, { window, rectangular }: Columns): Assignment | null {
  if (window === null || !rectangular || window[1] - window[0] !== count - 1) return null
  if (rest.some((cell) => !isEmpty(cell) && ((cell.column ?? -1) < window[0] || (cell.column ?? -1) > window[1]))) return null
  return { certain: true, cells: Array.from({ length: count }, (_, at) => rest.find(({ column }) => column === window[0] + at) ?? null) }
}

/** By counting from the label: exact when there are as many cells as the form asks, or when full rows of the same shape show the padding. */
function assignByCount(
  rest: readonly GridCell[],
  count: number,
  { shapes, padded }: Columns,
  cells: readonly GridCell[],
): Assignment | null {
  const starts = [...(shapes.get(shapeOf(cells, rest)) ?? new Map<number, number>()).keys()]
  const [start] = starts
  if (start !== undefined) {
    const outside = [...rest.slice(0, start), ...rest.slice(start + count)]
    return starts.length === 1 && outside.every(isEmpty) ? { certain: true, cells: rest.slice(start, start + count) } : null
  }
  // Padding in front and an end cut off would make the same count; only a figure beside the label excludes that.
  const sure = !padded || (rest[0] !== undefined && !isEmpty(rest[0]))
  return rest.length === count && sure ? { certain: true, cells: rest } : null
}
