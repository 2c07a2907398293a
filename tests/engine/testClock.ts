import type { Clock } from '../../src/engine/deadline.ts'

export interface TestClock extends Clock {
  /** Lets time pass and runs what falls due, in order and on time. */
  pass(milliseconds: number): void
  /** Lets time pass while nothing runs; what fell due runs with the next `pass`. */
  sleep(milliseconds: number): void
}

export function createTestClock(): TestClock {
  let now = 0
  const timers = new Set<{ readonly due: number; readonly run: () => void }>()
  return {
    now: () => now,
    after(milliseconds, run) {
      const timer = { due: now + milliseconds, run }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    pass(milliseconds) {
      const until = now + milliseconds
      for (;;) {
        const next = [...timers].filter(({ due }) => due <= until).sort((a, b) => a.due - b.due)[0]
        if (!next) break
        timers.delete(next)
        now = Math.max(now, next.due)
        next.run()
      }
      now = until
    },
    sleep: (milliseconds) => void (now += milliseconds),
  }
}
