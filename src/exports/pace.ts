/** Called between the pieces of long work. */
export type Pause = () => Promise<void>

/** Work of so many milliseconds is not felt; after it the page is let to answer. */
const unfelt = 20

/** Rows of one piece: some milliseconds on a slow machine. */
const rowsAtOnce = 200

/** A pause that waits only when the page had no turn for a while. */
export function startPace(): Pause {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < unfelt) return
    await new Promise((resolve) => setTimeout(resolve))
    since = performance.now()
  }
}

/** A list in pieces that are short enough to be worked on at once. */
export function* inPieces<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += rowsAtOnce) yield list.slice(from, from + rowsAtOnce)
}
