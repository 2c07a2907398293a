import type { Pause } from '../../exports/pace.ts'

/** Work of so many milliseconds is not felt; after it the page is let to answer. */
const unfelt = 20

/** A pause that waits only when the page had no turn for a while. */
export function startPace(): Pause {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < unfelt) return
    await new Promise((resolve) => setTimeout(resolve))
    since = performance.now()
  }
}
