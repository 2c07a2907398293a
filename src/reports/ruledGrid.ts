import type { PdfRule, PdfText } from './pdfLibrary.ts'
import { unitsOf } from './pdfLibrary.ts'

/** A table told by its ruling lines: its box, and its rows of cells. */
export interface RuledGrid {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly rows: readonly (readonly RuledCell[])[]
}

export interface RuledCell {
  readonly column: number
  readonly span: number
  /** Lines of the cell with `\n` between; empty where a merged cell from above reaches down. */
  readonly text: string
}

/** How far apart two lines may be and still be one: rules are drawn with some thickness, often twice. */
const near = 3

/** Finds the ruled tables of a page and the texts in their cells; gives the texts outside of them back. */
export function findRuledGrids(
  rules: readonly PdfRule[],
  texts: readonly PdfText[],
): { readonly grids: readonly RuledGrid[]; readonly outside: readonly PdfText[] } {
  const frames = joinRules(rules)
    .map(frameOf)
    .filter((frame) => frame !== null)
  // A frame inside another's cell (a box around a seal, a nested border) is no table of its own.
  const outer = frames.filter((frame) => !frames.some((other) => other !== frame && contains(other, frame)))
  const pieces = texts.flatMap((text) => splitAtWalls(text, outer))
  const isIn = (frame: Frame, { left, right, baseline, size }: PdfText): boolean => {
    const [x, y] = [(left + right) / 2, baseline - size * 0.35]
    return x > frame.left - near && x < frame.right + near && y > frame.top - near && y < frame.bottom + near
  }
  return {
    grids: outer.map((frame) =>
      fillFrame(
        frame,
        pieces.filter((piece) => isIn(frame, piece)),
      ),
    ),
    outside: pieces.filter((piece) => !outer.some((frame) => isIn(frame, piece))),
  }
}

interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly across: readonly PdfRule[]
  readonly down: readonly PdfRule[]
}

const contains = (outer: Frame, inner: Frame): boolean =>
  outer.left <= inner.left + near &&
  outer.right >= inner.right - near &&
  outer.top <= inner.top + near &&
  outer.bottom >= inner.bottom - near &&
  (outer.right - outer.left) * (outer.bottom - outer.top) > (inner.right - inner.left) * (inner.bottom - inner.top)

/** More lines than any page of tables has. */
const mostLines = 4000

/** Pieces of one line made one, then lines that meet gathered: each heap is a table. */
function joinRules(rules: readonly PdfRule[]): readonly (readonly PdfRule[])[] {
  const lines = [
    ...mergeLines(rules.filter(({ direction }) => direction === 'across')),
    ...mergeLines(rules.filter(({ direction }) => direction === 'down')),
  ]
  // A drawing of so many lines is a chart or a map.
  if (lines.length > mostLines) return []
  const heaps: PdfRule[][] = []
  for (const line of lines) {
    const met = heaps.filter((heap) => heap.some((other) => meet(line, other)))
    const joined = [line, ...met.flat()]
    for (const heap of met) heaps.splice(heaps.indexOf(heap), 1)
    heaps.push(joined)
  }
  return heaps
}

function mergeLines(lines: readonly PdfRule[]): readonly PdfRule[] {
  const heaps: PdfRule[][] = []
  let last = -Infinity
  for (const line of [...lines].sort((a, b) => a.at - b.at)) {
    if (line.at - last > 1.5) heaps.push([])
    heaps.at(-1)?.push(line)
    last = line.at
  }
  return heaps.flatMap(mergeHeap)
}

/** Pieces on one line, those that touch made one. */
function mergeHeap(pieces: readonly PdfRule[]): readonly PdfRule[] {
  const merged: PdfRule[] = []
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last !== undefined && piece.from <= last.to + near) merged[merged.length - 1] = { ...last, to: Math.max(last.to, piece.to) }
    else merged.push(piece)
  }
  return merged
}

function meet(one: PdfRule, other: PdfRule): boolean {
  if (one.direction === other.direction)
    return Math.abs(one.at - other.at) <= near && one.from <= other.to + near && other.from <= one.to + near
  return one.at >= other.from - near && one.at <= other.to + near && other.at >= one.from - near && other.at <= one.to + near
}

/** The columns and rows that a heap of lines makes; null when it makes fewer than two cells. */
function frameOf(lines: readonly PdfRule[]): Frame | null {
  const across = lines.filter(({ direction }) => direction === 'across')
  const down = lines.filter(({ direction }) => direction === 'down')
  if (across.length === 0 || down.length === 0) return null
  // A table may be open at its sides: its lines then reach beyond the last wall.
  const xs = cluster([...down.map(({ at }) => at), ...across.flatMap(({ from, to }) => [from, to])])
  const ys = cluster([...across.map(({ at }) => at), ...down.flatMap(({ from, to }) => [from, to])])
  const [left, right, top, bottom] = [xs[0], xs.at(-1), ys[0], ys.at(-1)]
  if (left === undefined || right === undefined || top === undefined || bottom === undefined || (xs.length - 1) * (ys.length - 1) < 2)
    return null
  return { left, right, top, bottom, xs, ys, across, down }
}

function cluster(values: readonly number[]): readonly number[] {
  const clusters: { sum: number; count: number; last: number }[] = []
  for (const value of [...values].sort((a, b) => a - b)) {
    const last = clusters.at(-1)
    if (last !== undefined && value - last.last <= near) Object.assign(last, { sum: last.sum + value, count: last.count + 1, last: value })
    else clusters.push({ sum: value, count: 1, last: value })
  }
  return clusters.map(({ sum, count }) => sum / count)
}

/** Does a wall stand at `at`, over the middle of `from`–`to`? */
const hasWall = (walls: readonly PdfRule[], at: number, from: number, to: number): boolean => {
  const middle = (from + to) / 2
  return walls.some((wall) => Math.abs(wall.at - at) <= near + 1 && wall.from <= middle && wall.to >= middle)
}

/** Text that runs over a wall is two cells' text: shared out by the width of its characters. */
function splitAtWalls(text: PdfText, frames: readonly Frame[]): readonly PdfText[] {
  const y = text.baseline - text.size * 0.35
  const frame = frames.find(({ top, bottom, left, right }) => y > top && y < bottom && text.right > left && text.left < right)
  if (frame === undefined) return [text]
  const walls = frame.down
    .filter((wall) => wall.from <= y && wall.to >= y && wall.at > text.left + text.size * 0.3 && wall.at < text.right - text.size * 0.3)
    .map(({ at }) => at)
  if (walls.length === 0) return [text]
  const step = (text.right - text.left) / Math.max(unitsOf(text.text), 1)
  const pieces: { text: string; left: number; right: number }[] = []
  let x = text.left
  for (const char of text.text) {
    const next = x + unitsOf(char) * step
    const last = pieces.at(-1)
    const middle = (x + next) / 2
    if (last === undefined || walls.some((wall) => wall > (last.left + last.right) / 2 && wall < middle && wall >= last.right - step))
      pieces.push({ text: char, left: x, right: next })
    else Object.assign(last, { text: last.text + char, right: next })
    x = next
  }
  return pieces.filter((piece) => piece.text.trim() !== '').map((piece) => ({ ...text, ...piece, text: piece.text.trim() }))
}

function fillFrame(frame: Frame, texts: readonly PdfText[]): RuledGrid {
  const columns = frame.xs.length - 1
  const rows = frame.ys.length - 1
  const region = regionsOf(frame, columns, rows)
  const inside = new Map<number, PdfText[]>()
  for (const text of texts) {
    const column = slotOf(frame.xs, (text.left + text.right) / 2)
    const row = slotOf(frame.ys, text.baseline - text.size * 0.35)
    const id = region[row * columns + column] ?? 0
    inside.set(id, [...(inside.get(id) ?? []), text])
  }
  const { left, right, top, bottom } = frame
  return {
    left,
    right,
    top,
    bottom,
    rows: Array.from({ length: rows }, (_, row) => {
      const cells = cellsOf(row, columns, region, inside)
      const isFilled = inside.has(region[(row + 1) * columns - 1] ?? 0)
      return !isFilled && cells.length > 1 && endsOpen(frame, row, region) ? cells.slice(0, -1) : cells
    }),
  }
}

/**
 * Is the place at the end of a row no cell of it, because the lines do not close it: it runs on into the row above or below, or lacks
 * a wall that its neighbours have? Such a row has fewer cells than its heading, and nobody can tell which one is missing.
 */
function endsOpen({ xs, ys, right, across, down }: Frame, row: number, region: readonly number[]): boolean {
  const columns = xs.length - 1
  const last = region[(row + 1) * columns - 1]
  const height = region.filter((id, at) => id === last && (at + 1) % columns === 0).length
  const edge = (edges: readonly number[], at: number): number => edges[at] ?? 0
  const isWalled = (at: number): boolean => hasWall(down, right, edge(ys, at), edge(ys, at + 1))
  const isLined = (at: number, column: number): boolean => hasWall(across, edge(ys, at), edge(xs, column), edge(xs, column + 1))
  const lacksWall = !isWalled(row) && ys.slice(1).some((_, at) => isWalled(at))
  const lacksLine = [row, row + 1].some((at) => !isLined(at, columns - 1) && isLined(at, columns - 2))
  return height > 1 || lacksWall || lacksLine
}

function slotOf(edges: readonly number[], value: number): number {
  const at = edges.findIndex((edge, index) => index > 0 && value < edge)
  return Math.max(0, (at < 0 ? edges.length - 1 : at) - 1)
}

/** Which merged cell each slot belongs to: slots without a wall between them are one. */
function regionsOf(frame: Frame, columns: number, rows: number): readonly number[] {
  const parent = Array.from({ length: columns * rows }, (_, at) => at)
  const find = (at: number): number => (parent[at] === at ? at : find(parent[at] ?? at))
  const edge = (edges: readonly number[], at: number): number => edges[at] ?? 0
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column
      const [x0, x1, y0, y1] = [edge(frame.xs, column), edge(frame.xs, column + 1), edge(frame.ys, row), edge(frame.ys, row + 1)]
      if (column + 1 < columns && !hasWall(frame.down, x1, y0, y1)) parent[find(at + 1)] = find(at)
      if (row + 1 < rows && !hasWall(frame.across, y1, x0, x1)) parent[find(at + columns)] = find(at)
    }
  }
  return parent.map((_, at) => find(at))
}

function cellsOf(
  row: number,
  columns: number,
  region: readonly number[],
  inside: ReadonlyMap<number, readonly PdfText[]>,
): readonly RuledCell[] {
  const cells: RuledCell[] = []
  for (let column = 0; column < columns;) {
    const id = region[row * columns + column] ?? 0
    let span = 1
    while (column + span < columns && region[row * columns + column + span] === id) span += 1
    const first = region.indexOf(id)
    const isFirst = Math.floor(first / columns) === row && first % columns === column
    cells.push({ column, span, text: isFirst ? joinCell(inside.get(id) ?? []) : '' })
    column += span
  }
  return cells
}

/** The text of a cell: pieces of a line side by side, a space where digits stand apart, a line break between lines. */
export function joinCell(texts: readonly PdfText[]): string {
  return linesOfTexts(texts)
    .map((line) => line.map((text, at) => gapBefore(line[at - 1], text) + text.text).join(''))
    .join('\n')
}

function gapBefore(before: PdfText | undefined, text: PdfText): string {
  return before !== undefined && isApart(before.text, text, text.left - before.right) ? ' ' : ''
}

/** Does the page show a space in front of a piece? Between digits a narrow one is enough: two figures would become one. */
export function isApart(before: string, text: PdfText, gap: number): boolean {
  const isBetweenDigits = /\d$/.test(before) && /^\d/.test(text.text)
  return gap > text.size * (isBetweenDigits ? 0.1 : 0.25)
}

/** Texts gathered into lines from top to bottom, each from left to right. */
export function linesOfTexts(texts: readonly PdfText[]): readonly (readonly PdfText[])[] {
  const lines: PdfText[][] = []
  for (const text of [...texts].sort((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const line = lines.at(-1)
    const [first] = line ?? []
    if (line !== undefined && first !== undefined && text.baseline - first.baseline <= Math.min(text.size, first.size) * 0.5)
      line.push(text)
    else lines.push([text])
  }
  return lines.map((line) => line.sort((a, b) => a.left - b.left))
}
