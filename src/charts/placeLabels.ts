import type { Box } from './drawnShape.ts'

/** A label on a line: where its middle should stand and how much room it takes. */
export interface LineLabel {
  readonly at: number
  readonly size: number
}

/**
 * Moves labels along a line as little as needed so that none lies on another and all stand between `from` and `to`.
 * They must be given in the order of `at`; the order stays. Null when they do not fit.
 */
export function spreadAlong(labels: readonly LineLabel[], from: number, to: number): readonly number[] | null {
  const [first] = labels
  const last = labels.at(-1)
  if (!first || !last) return []
  const offsets: number[] = []
  labels.forEach((label, i) => {
    const before = labels[i - 1]
    offsets.push(before ? (offsets[i - 1] ?? 0) + (before.size + label.size) / 2 : 0)
  })
  const lowest = from + first.size / 2
  const highest = to - last.size / 2 - (offsets.at(-1) ?? 0)
  if (highest < lowest) return null
  const moved = riseEvenly(labels.map((label, i) => label.at - (offsets[i] ?? 0)))
  return moved.map((at, i) => Math.min(highest, Math.max(lowest, at)) + (offsets[i] ?? 0))
}

/** The nearest numbers that never fall: those that would are replaced by the mean of their run. */
function riseEvenly(wanted: readonly number[]): number[] {
  const runs: { sum: number; count: number }[] = []
  for (const at of wanted) {
    let run = { sum: at, count: 1 }
    for (let before = runs.at(-1); before && before.sum / before.count > run.sum / run.count; before = runs.at(-1)) {
      run = { sum: run.sum + before.sum, count: run.count + before.count }
      runs.pop()
    }
    runs.push(run)
  }
  return runs.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
}

/** A mark that wants its name beside it. */
export interface MarkLabel {
  readonly x: number
  readonly y: number
  /** Of the mark itself. */
  readonly radius: number
  readonly width: number
  readonly height: number
  /** May not stand further off, and rather on a mark than nowhere. */
  readonly near: boolean
}

/** Which way from the mark, and how much of the name lies left of that place. */
const directions: readonly (readonly [x: number, y: number, before: number])[] = [
  [1, 0, 0],
  [-1, 0, 1],
  [0, -1, 0.5],
  [0, 1, 0.5],
  [0.7, -0.7, 0],
  [-0.7, -0.7, 1],
  [0.7, 0.7, 0],
  [-0.7, 0.7, 1],
  [0, -1, 0],
  [0, -1, 1],
]

/**
 * Finds a place beside each mark, in the order given, where its name covers no other name and, where that can be, no mark; inside
 * `bounds`, the nearest free place of eight directions. Null where there is none.
 */
export function placeBeside(labels: readonly MarkLabel[], marks: readonly Box[], bounds: Box): readonly (Box | null)[] {
  const names: Box[] = []
  return labels.map((label) => {
    const distances = label.near ? [2, 8, 16, 26, 40, 56] : [4, 14, 26, 40, 60, 84, 110]
    const places = distances.flatMap((distance) => directions.map((direction) => boxBeside(label, direction, distance)))
    const free = places.filter((box) => isInside(box, bounds) && names.every((other) => !doOverlap(box, other)))
    const found = free.find((box) => marks.every((other) => !doOverlap(box, other))) ?? free[0] ?? null
    if (found) names.push(found)
    return found
  })
}

function boxBeside({ x, y, radius, width, height }: MarkLabel, [dx, dy, before]: readonly [number, number, number], distance: number): Box {
  const away = radius + distance
  return { x: x + dx * away - width * before, y: y + dy * away - height * (dy < 0 ? 1 : dy > 0 ? 0 : 0.5), width, height }
}

const isInside = (box: Box, bounds: Box): boolean =>
  box.x >= bounds.x && box.y >= bounds.y && box.x + box.width <= bounds.x + bounds.width && box.y + box.height <= bounds.y + bounds.height

/** Do two rectangles share any area? */
export const doOverlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
