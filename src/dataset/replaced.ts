/** Other data were published under the same addresses since this dataset was opened. Numbers of the two must not stand in one view. */
export class DatasetReplaced extends Error {
  override readonly name = 'DatasetReplaced'
}

/** Milliseconds for which a look at what is published counts. */
const lookCounts = 2_000

/**
 * Looks whether what is published is still what was opened; to be called after a file of the static API came and before it is used.
 * When it cannot be looked at, the file is judged by itself.
 * @param readPublished the hash of the data that are published now
 */
export function watchPublished(
  openedSha256: string,
  readPublished: () => Promise<string>,
  now: () => number,
): { readonly expectSame: () => Promise<void> } {
  let last = now()
  let running: Promise<void> | null = null
  let replaced = false
  const look = async (): Promise<void> => {
    const started = now()
    const published = await readPublished().catch(() => null)
    last = started
    running = null
    if (published !== null && published !== openedSha256) replaced = true
  }
  return {
    expectSame: async () => {
      if (!replaced && now() - last > lookCounts) await (running ??= look())
      if (replaced) throw new DatasetReplaced('other data were published since this dataset was opened')
    },
  }
}
