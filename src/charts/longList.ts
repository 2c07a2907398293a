/** A line of a list that may be too long to be drawn: an item, or how many were left out. */
export type ListLine<Item> = { readonly kind: 'item'; readonly item: Item } | { readonly kind: 'omitted'; readonly count: number }

/** The most lines that a drawing has; all others stand in its table. */
export const mostLines = 60

/** Of a long list the beginning, the end and what must be seen; what is left out is counted where it stood. */
export function shortenList<Item>(items: readonly Item[], mustKeep: (item: Item) => boolean, most = mostLines): readonly ListLine<Item>[] {
  if (items.length <= most) return items.map((item) => ({ kind: 'item', item }))
  const start = Math.floor(most * 0.6)
  const end = items.length - Math.floor(most * 0.25)
  const lines: ListLine<Item>[] = []
  let count = 0
  items.forEach((item, index) => {
    if (index >= start && index < end && !mustKeep(item)) {
      count += 1
      return
    }
    if (count > 0) lines.push({ kind: 'omitted', count })
    count = 0
    lines.push({ kind: 'item', item })
  })
  return lines
}
