/** Called between the pieces of long work; whoever asks for the work decides when it waits. */
export type Pause = () => Promise<void>

/** Rows of one piece: some milliseconds on a slow machine. */
const rowsAtOnce = 200

/** A list in pieces that are short enough to be worked on at once. */
export function* inPieces<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += rowsAtOnce) yield list.slice(from, from + rowsAtOnce)
}
