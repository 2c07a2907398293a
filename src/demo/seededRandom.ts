/** Random numbers that a seed and a name fix for ever: the same demo city comes out on every machine. */
export interface SeededRandom {
  /** From 0 to below 1. */
  next(): number
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number
  /** @throws {RangeError} when there is nothing to pick from. */
  pick<T>(items: readonly T[]): T
  chance(part: number): boolean
  /** A count of rare events, `mean` on average. */
  count(mean: number): number
  /** Of `n` cases, how many meet a chance of `part` each. */
  countOf(n: number, part: number): number
  /** A positive number around `middle`; `spread` is the standard deviation of its logarithm. */
  around(middle: number, spread: number): number
}

/** A stream of its own for every name, so that one more draw in one place changes nothing elsewhere. */
export function seededRandom(seed: number, name: string): SeededRandom {
  let state = hashText(`${seed} ${name}`)
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    next,
    below,
    chance: (part) => next() < part,
    pick: (items) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new RangeError('nothing to pick from')
      return item
    },
    count(mean) {
      if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))
      const limit = Math.exp(-mean)
      let product = next()
      let events = 0
      for (; product > limit; events += 1) product *= next()
      return events
    },
    countOf(n, part) {
      if (n > 200) return Math.min(n, Math.max(0, Math.round(n * part + Math.sqrt(n * part * (1 - part)) * normal())))
      let hits = 0
      for (let i = 0; i < n; i += 1) if (next() < part) hits += 1
      return hits
    },
    around: (middle, spread) => middle * Math.exp(spread * normal()),
  }
}

/** FNV-1a. */
function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? NaN), 0x01000193)
  return hash | 0
}
