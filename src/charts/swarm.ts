/** Where marks of one row stand beside the middle line, in px; null for a mark that is counted in the “+ n” of its pile. */
export interface Swarm {
  readonly offsets: readonly (number | null)[]
  /** Room that one mark takes, in px. */
  readonly size: number
  /** From the middle line to the outermost edge. */
  readonly reach: number
}

/** Heights that a pile may have before its marks get smaller, and the smallest mark. */
const sizes = [9, 7, 5] as const
const mostReach = 90

/**
 * Stacks marks beside a line so that none covers another and each keeps its place along the line. The same places always give
 * the same picture: marks are set from left to right, each on the free level nearest to the middle.
 */
export function stackMarks(places: readonly number[]): Swarm {
  for (const size of sizes) {
    const levels = levelsOf(places, size)
    const reach = (Math.max(0, ...levels.map(Math.abs)) + 0.5) * size
    if (reach <= mostReach || size === sizes.at(-1)) return fold(levels, size)
  }
  return { offsets: [], size: sizes[0], reach: 0 }
}

/** 0, 1, −1, 2, −2 …: the level of each place. */
function levelsOf(places: readonly number[], size: number): number[] {
  const order = places.map((_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b)
  const lastOn: number[] = []
  const levels = places.map(() => 0)
  for (const i of order) {
    const x = places[i] ?? 0
    let nth = 0
    while (x - (lastOn[nth] ?? -Infinity) < size) nth += 1
    lastOn[nth] = x
    levels[i] = nth % 2 === 1 ? (nth + 1) / 2 : -nth / 2
  }
  return levels
}

function fold(levels: readonly number[], size: number): Swarm {
  const most = Math.floor(mostReach / size)
  const offsets = levels.map((level) => (Math.abs(level) > most ? null : -level * size))
  const reach = (Math.max(0, ...offsets.map((offset) => Math.abs(offset ?? 0))) / size + 0.5) * size
  return { offsets, size, reach }
}
