import type { Allowance, FlowCell, FlowRow, FlowTable } from './flow.ts'
import { spend } from './flow.ts'

/** A cell in its place. Merged cells have their content in the first row they reach, and are empty in the others. */
export interface PlacedCell {
  readonly cell: FlowCell
  /** From 0, among the columns in which some cell of the table begins. */
  readonly column: number
  readonly span: number
  readonly covered: boolean
}

/** As web browsers bound it. */
const widest = 1_000

interface Spot {
  readonly cell: FlowCell
  readonly from: number
  readonly to: number
  readonly covered: boolean
}

interface Reaching {
  readonly cell: FlowCell
  readonly from: number
  readonly to: number
  /** The first row that it does not reach. */
  readonly until: number
}

/**
 * The rows of a table with the column of every cell: cells that reach down push those below to the right, as in a browser. Columns in
 * which no cell begins are none, so a heading over a hundred columns is as wide as the table.
 * @throws {TooMuch} when cells, those that reach down counted in each row, are more than allowed.
 */
export function gridFromSpans(table: FlowTable, allowance: Allowance): readonly (readonly PlacedCell[])[] {
  const rows = table.rows.some(({ cells }) => cells.some(({ column }) => column !== undefined))
    ? table.rows.map(({ cells }) => spotsAsSaid(cells, allowance))
    : spotsBySpans(table.rows, allowance)
  const starts = [...new Set(rows.flatMap((spots) => spots.map(({ from }) => from)))].sort((a, b) => a - b)
  const rank = new Map(starts.map((start, at) => [start, at]))
  return rows.map((spots) =>
    spots.map(({ cell, from, to, covered }): PlacedCell => {
      const column = rank.get(from) ?? 0
      return { cell, column, span: Math.max(1, countBelow(starts, to) - column), covered }
    }),
  )
}

/** How many of the sorted starts are below a column. */
function countBelow(starts: readonly number[], column: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? Infinity) < column) low = middle + 1
    else high = middle
  }
  return low
}

const widthOf = ({ across }: FlowCell): number => Math.min(Math.max(1, across), widest)

function spotsAsSaid(cells: readonly FlowCell[], allowance: Allowance): readonly Spot[] {
  spend(allowance, cells.length)
  let next = 0
  return cells.map((cell) => {
    const from = cell.column ?? next
    next = from + widthOf(cell)
    return { cell, from, to: next, covered: cell.covered === true }
  })
}

function spotsBySpans(rows: readonly FlowRow[], allowance: Allowance): readonly (readonly Spot[])[] {
  const ends = groupEnds(rows)
  let reaching: readonly Reaching[] = []
  return rows.map(({ cells }, row) => {
    const above = row > 0 && rows[row - 1]?.group !== rows[row]?.group ? [] : reaching.filter(({ until }) => until > row)
    spend(allowance, cells.length + above.length)
    const spots: Spot[] = []
    const begun: Reaching[] = []
    let column = 0
    let next = 0
    for (const cell of cells) {
      for (let other = above[next]; other !== undefined && other.from <= column; other = above[next]) {
        column = Math.max(column, other.to)
        next += 1
      }
      const from = column
      column += widthOf(cell)
      spots.push({ cell, from, to: column, covered: false })
      const until = cell.down === 0 ? (ends[row] ?? row + 1) : Math.min(row + cell.down, ends[row] ?? row + 1)
      if (until > row + 1) begun.push({ cell, from, to: column, until })
    }
    reaching = [...above, ...begun].sort((a, b) => a.from - b.from)
    // Where two cells would lie over one another, the one that begins in this row shows.
    const starts = new Set(spots.map(({ from }) => from))
    const covered = above.filter(({ from }) => !starts.has(from)).map(({ cell, from, to }): Spot => ({ cell, from, to, covered: true }))
    return [...spots, ...covered].sort((a, b) => a.from - b.from)
  })
}

/** For each row, the first row after its group. */
function groupEnds(rows: readonly FlowRow[]): readonly number[] {
  const ends: number[] = Array.from({ length: rows.length }, () => rows.length)
  for (let at = rows.length - 2; at >= 0; at -= 1)
    ends[at] = rows[at]?.group === rows[at + 1]?.group ? (ends[at + 1] ?? rows.length) : at + 1
  return ends
}
