/** Two texts are near twins when they share this part of their three-character pieces (Dice). */
const nearness = 0.9

/** The least part of its own pieces that a text shares with a near twin of any length. */
const least = nearness / (2 - nearness)

/**
 * Finds texts that are nearly the same: for each its near twins by their places, itself among them. Only texts that share one of their
 * rarest pieces are compared, so that thousands of reports take seconds.
 */
export function findNearTwins(texts: readonly string[]): readonly (readonly number[])[] {
  const pieces = rankPieces(texts)
  const twins = texts.map((_, at) => [at])
  const byPiece = new Map<number, number[]>()
  const tried = new Int32Array(texts.length).fill(-1)
  pieces.forEach((own, at) => {
    const rarest = own.length - Math.ceil(least * own.length) + 1
    for (let rank = 0; rank < Math.min(rarest, own.length); rank += 1) {
      const piece = own[rank] ?? -1
      const holders = byPiece.get(piece)
      for (const other of holders ?? []) {
        if (tried[other] === at) continue
        tried[other] = at
        const beside = pieces[other]
        if (!beside || !isNear(own, beside)) continue
        twins[at]?.push(other)
        twins[other]?.push(at)
      }
      if (holders) holders.push(at)
      else byPiece.set(piece, [at])
    }
  })
  return twins
}

/** Each text as its three-character pieces, by rank: the rarest of all texts first. */
function rankPieces(texts: readonly string[]): readonly Int32Array[] {
  const ids = new Map<string, number>()
  const counts: number[] = []
  const own = texts.map((text) => {
    const found = new Set<number>()
    for (let at = 0; at + 3 <= text.length; at += 1) {
      const piece = text.slice(at, at + 3)
      const id = ids.get(piece) ?? ids.size
      if (id === ids.size) ids.set(piece, id)
      found.add(id)
    }
    for (const id of found) counts[id] = (counts[id] ?? 0) + 1
    return [...found]
  })
  const order = counts.map((_, id) => id).sort((one, other) => (counts[one] ?? 0) - (counts[other] ?? 0))
  const ranks: number[] = []
  order.forEach((id, rank) => (ranks[id] = rank))
  return own.map((found) => Int32Array.from(found, (id) => ranks[id] ?? -1).sort())
}

/** Both in ascending order. */
function isNear(one: Int32Array, other: Int32Array): boolean {
  const wanted = (nearness * (one.length + other.length)) / 2
  if (Math.min(one.length, other.length) < wanted) return false
  // Texts that are not near differ in their rarest pieces already: most pairs end after a few.
  let [mayMiss, mayMissOther] = [one.length - wanted, other.length - wanted]
  let [at, beside] = [0, 0]
  while (at < one.length && beside < other.length) {
    const left = one[at] ?? 0
    const right = other[beside] ?? 0
    if (left < right) mayMiss -= 1
    if (right < left) mayMissOther -= 1
    if (mayMiss < 0 || mayMissOther < 0) return false
    if (left <= right) at += 1
    if (right <= left) beside += 1
  }
  return mayMiss >= one.length - at && mayMissOther >= other.length - beside
}
