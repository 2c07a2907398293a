import { describe, expect, it } from 'vitest'
import { setDeadline } from '../../src/engine/deadline.ts'
import { createTestClock } from './testClock.ts'

describe('a deadline', () => {
  it('is missed when its time is over, not before', () => {
    const clock = createTestClock()
    let missed = 0
    setDeadline(10_000, () => missed++, clock)
    clock.pass(9999)
    expect(missed).toBe(0)
    clock.pass(1)
    expect(missed).toBe(1)
    clock.pass(60_000)
    expect(missed).toBe(1)
  })

  it('is not missed once it was called off', () => {
    const clock = createTestClock()
    let missed = 0
    const callOff = setDeadline(10_000, () => missed++, clock)
    clock.pass(5000)
    callOff()
    clock.pass(60_000)
    expect(missed).toBe(0)
  })

  it.each([1, 3000, 9999])('is given once more to a tab that slept for a minute after %i ms', (awake) => {
    const clock = createTestClock()
    let missed = 0
    setDeadline(10_000, () => missed++, clock)
    clock.pass(awake)
    clock.sleep(60_000)
    clock.pass(0)
    expect(missed).toBe(0)
    clock.pass(9999)
    expect(missed).toBe(0)
    clock.pass(1)
    expect(missed).toBe(1)
  })

  it('is given once more when the sleep ended just before or after it, too', () => {
    for (const slept of [6500, 7000, 7500]) {
      const clock = createTestClock()
      let missed = 0
      setDeadline(10_000, () => missed++, clock)
      clock.pass(3000)
      clock.sleep(slept)
      clock.pass(5000)
      expect(missed, `${slept} ms`).toBe(0)
    }
  })

  it('is obeyed after a second sleep, so that a throttled tab does not wait for ever', () => {
    const clock = createTestClock()
    let missed = 0
    setDeadline(10_000, () => missed++, clock)
    clock.sleep(60_000)
    clock.pass(0)
    clock.sleep(60_000)
    clock.pass(0)
    expect(missed).toBe(1)
  })
})
