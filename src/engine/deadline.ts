/** Time as the engine sees it; passed in, so that tests need not wait. */
export interface Clock {
  /** Milliseconds that only ever grow. */
  now(): number
  /** Runs something later; the returned function calls it off. */
  after(milliseconds: number, run: () => void): () => void
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}

/** A deadline that fires this many milliseconds late says that the tab slept, not that the worker did. */
const muchTooLate = 1000

/**
 * Calls `miss` when the time is over; the returned function calls it off.
 * A frozen tab runs no timers, and the answer that came meanwhile is read only afterwards:
 * so a deadline that fires much later than it was set is set once more instead of being obeyed.
 */
export function setDeadline(milliseconds: number, miss: () => void, clock: Clock): () => void {
  const set = clock.now()
  let callOff = clock.after(milliseconds, () => {
    if (clock.now() - set < milliseconds + muchTooLate) miss()
    else callOff = clock.after(milliseconds, miss)
  })
  return () => callOff()
}
