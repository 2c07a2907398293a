/** So much of a group's total, held by one body, is said beside the total. */
export const dominantPart = 0.5

/** So much of itself a group's rate or growth may move when one body is left out. */
export const dominantMove = 0.25

/** Numbers of a group by body. */
export type GroupNumbers = ReadonlyMap<string, number>

/** One body without which a group's figure is another one. */
export interface Dominance {
  readonly body: string
  /** The figure of the group, and what it is without the body. */
  readonly whole: number
  readonly without: number
}

const totalOf = (numbers: GroupNumbers): number => [...numbers.values()].reduce((sum, number) => sum + number, 0)

/** The body that holds more than half of a total of several; null where none does. */
export function findHolder(numbers: GroupNumbers): Dominance | null {
  const whole = totalOf(numbers)
  if (numbers.size < 2 || whole <= 0) return null
  const [top] = [...numbers].sort((a, b) => b[1] - a[1])
  if (!top || top[1] <= whole * dominantPart) return null
  return { body: top[0], whole, without: whole - top[1] }
}

/**
 * The body without which the change of a group's total from one year to the next would turn its sign, the one that turns it furthest
 * where several would. Only bodies with a number in both years take part; null below three of them, where leaving one out says nothing.
 */
export function findTurner(before: GroupNumbers, after: GroupNumbers): Dominance | null {
  const changes = changesOf(before, after)
  if (changes.length < 3) return null
  const whole = changes.reduce((sum, [, change]) => sum + change, 0)
  const turned = changes
    .map(([body, change]) => ({ body, whole, without: whole - change }))
    .filter(({ without }) => whole * without < 0)
    .sort((a, b) => Math.abs(b.without) - Math.abs(a.without))
  return turned[0] ?? null
}

/** The body without which a group's growth differs by more than a quarter of itself; null where none does, or where nothing grew. */
export function findMover(before: GroupNumbers, after: GroupNumbers): Dominance | null {
  const changes = changesOf(before, after)
  if (changes.length < 3) return null
  const start = changes.reduce((sum, [body]) => sum + (before.get(body) ?? NaN), 0)
  const change = changes.reduce((sum, [, by]) => sum + by, 0)
  const growth = (from: number, by: number): number | null => (from === 0 ? null : by / from)
  const whole = growth(start, change)
  if (whole === null || whole === 0) return null
  const moved = changes.flatMap(([body, by]): Dominance[] => {
    const without = growth(start - (before.get(body) ?? NaN), change - by)
    return without === null || Math.abs(without - whole) <= Math.abs(whole) * dominantMove ? [] : [{ body, whole, without }]
  })
  return moved.sort((a, b) => Math.abs(b.without - whole) - Math.abs(a.without - whole))[0] ?? null
}

function changesOf(before: GroupNumbers, after: GroupNumbers): readonly (readonly [body: string, change: number])[] {
  return [...after].flatMap(([body, number]) => {
    const earlier = before.get(body)
    return earlier === undefined ? [] : [[body, number - earlier] as const]
  })
}
