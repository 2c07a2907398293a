import type { GridCell } from './document.ts'
import { isEmpty } from './tableLine.ts'

/**
 * The cells of one row, in the order that the form asks; null for a cell that is not printed at all.
 * `certain: false`: there are figures, but which stands where is not certain.
 */
export type Assignment = { readonly certain: true; readonly cells: readonly (GridCell | null)[] } | { readonly certain: false; readonly found: number }

/** Where the figures of a table stand, learnt from the rows in which every cell is filled. */
export interface Columns {
  /** First and last column of the figures, where the reader knows columns and all full rows agree. */
  readonly window: readonly [first: number, last: number] | null
  /** Empty cells to the right of the figures in every full row; null when they differ or no row is full. */
  readonly trailing: number | null
  /** Empty cells between label and figures, in the full row that has fewest. */
  readonly leading: number | null
  /** Edges of each column of figures, where only positions are known. */
  readonly extents: readonly (readonly [left: number, right: number])[] | null
  /** All rows have as many columns. */
  readonly rectangular: boolean
  /** Some rows have more or fewer cells right of their label than the form asks for. */
  readonly padded: boolean
  /** Empty cells at the end of lines were cut off, while those inside were kept. */
  readonly trimmed: boolean
}

const filledOf = (cells: readonly GridCell[]): readonly GridCell[] => cells.filter((cell) => !isEmpty(cell))

/** Are there exactly `count` filled cells, side by side? Gives where they start. */
function fullRun(cells: readonly GridCell[], count: number): number | null {
  const start = cells.findIndex((cell) => !isEmpty(cell))
  const run = cells.slice(start, start + count)
  return start >= 0 && filledOf(cells).length === count && run.length === count && run.every((cell) => !isEmpty(cell)) ? start : null
}

/** Learns the columns of a table from its rows: the cells right of the label, and the whole width of each row. */
export function learnColumns(rows: readonly { readonly rest: readonly GridCell[]; readonly cells: readonly GridCell[] }[], count: number): Columns {
  const full = rows.flatMap(({ rest }) => {
    const start = fullRun(rest, count)
    return start === null ? [] : [{ rest, start, run: rest.slice(start, start + count) }]
  })
  const windows = new Set(full.map(({ run }) => `${String(run[0]?.column)}-${String(run.at(-1)?.column)}`))
  const trailing = new Set(full.map(({ rest, start }) => rest.length - start - count))
  const [first] = full
  const known = rows.every(({ cells }) => cells.every(({ column }) => column !== null))
  const runStart = first?.run[0]?.column ?? null
  const runEnd = first?.run.at(-1)?.column ?? null
  const rectangular = known && new Set(rows.map(({ cells }) => widthOf(cells))).size === 1
  const learnt: readonly [number, number] | null = known && windows.size === 1 && runStart !== null && runEnd !== null ? [runStart, runEnd] : null
  return {
    window: learnt ?? (rectangular && full.length === 0 ? afterLabels(rows, count) : null),
    trailing: trailing.size === 1 ? ([...trailing][0] ?? null) : null,
    leading: full.length === 0 ? null : Math.min(...full.map(({ start }) => start)),
    extents: known ? null : learnExtents(full.map(({ run }) => run), count),
    rectangular,
    padded: rows.some(({ rest }) => rest.length !== count),
    trimmed: known && rows.every(({ rest }) => rest.slice(-1).every((cell) => !isEmpty(cell))) && rows.some(({ rest }) => rest.some(isEmpty)),
  }
}

/** Nothing is known of the columns. */
export const unknownColumns: Columns = { window: null, trailing: null, leading: null, extents: null, rectangular: false, padded: false, trimmed: false }

const widthOf = (cells: readonly GridCell[]): number => cells.reduce((width, { span }) => width + span, 0)

/** Where no row is full: the columns right of the label that reaches farthest, if they are as many as the form asks. */
function afterLabels(rows: readonly { readonly rest: readonly GridCell[]; readonly cells: readonly GridCell[] }[], count: number): readonly [number, number] | null {
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

/** Puts the cells right of a label onto the `count` cells of the form, or says that it cannot be done with certainty. */
export function assignCells(rest: readonly GridCell[], count: number, columns: Columns): Assignment {
  const filled = filledOf(rest)
  if (filled.length === 0) return { certain: true, cells: Array.from({ length: count }, (_, at) => (rest.length === count ? (rest[at] ?? null) : null)) }
  // One figure printed across several columns belongs to none of them for certain.
  if (count > 1 && filled.some(({ span }) => span > 1)) return { certain: false, found: filled.length }
  const start = fullRun(rest, count)
  if (start !== null) return { certain: true, cells: rest.slice(start, start + count) }
  if (filled.length > count) return { certain: false, found: filled.length }
  if (rest.some(({ column }) => column === null)) return assignByExtent(filled, count, columns)
  return assignByColumn(rest, count, columns) ?? assignByCount(rest, count, columns) ?? { certain: false, found: filled.length }
}

function assignByExtent(filled: readonly GridCell[], count: number, { extents }: Columns): Assignment {
  const uncertain: Assignment = { certain: false, found: filled.length }
  if (extents === null) return uncertain
  const cells: (GridCell | null)[] = Array.from({ length: count }, () => null)
  for (const cell of filled) {
    const hits = extents.flatMap(([left, right], at) => (cell.extent !== undefined && cell.extent[0] <= right && cell.extent[1] >= left ? [at] : []))
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

/** By counting from the label: exact when there are as many cells as the form asks, or when the padding is known from full rows. */
function assignByCount(rest: readonly GridCell[], count: number, { trailing, leading, padded, trimmed }: Columns): Assignment | null {
  // Padding in front and an end cut off would make the same count; only a figure beside the label excludes that.
  const sure = !padded || (rest[0] !== undefined && !isEmpty(rest[0]))
  if (rest.length === count && sure && (trailing ?? 0) === 0) return { certain: true, cells: rest }
  if (rest.length > count && trailing !== null) {
    const padding = rest.length - count - trailing
    const cells = rest.slice(padding, padding + count)
    const outside = [...rest.slice(0, Math.max(padding, 0)), ...rest.slice(padding + count)]
    return padding >= 0 && outside.every(isEmpty) ? { certain: true, cells } : null
  }
  // Cut line ends: what is there counts from the left, if no full row has padding there.
  if (rest.length < count && trimmed && leading === 0) return { certain: true, cells: [...rest, ...Array.from({ length: count - rest.length }, () => null)] }
  return null
}
