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

/** Milliseconds between two looks at the clock, and how much later than asked one of them says that the tab slept. */
const lookEvery = 1000
const muchTooLate = 1000

/**
 * Calls `miss` when the time is over; the returned function calls it off.
 * A frozen tab runs no timers, and neither its worker nor the messages between them go on:
 * so when a look at the clock comes much too late, the whole time is given once more instead of being held against the worker.
 */
export function setDeadline(milliseconds: number, miss: () => void, clock: Clock): () => void {
  let given = clock.now()
  let slept = false
  let callOff = () => {}

  function look(): void {
    const asked = clock.now()
    const pause = Math.max(0, Math.min(lookEvery, given + milliseconds - asked))
    callOff = clock.after(pause, () => {
      const now = clock.now()
      if (!slept && now - asked >= pause + muchTooLate) {
        slept = true
        given = now
      }
      if (now - given >= milliseconds) miss()
      else look()
    })
  }

  look()
  return () => callOff()
}
