import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fillInForOlderBrowsers } from '../../src/app/olderBrowsers.ts'

/** An `AbortSignal` as Chromium 95 had it. */
function oldSignals(): typeof AbortSignal {
  class OldSignal {
    aborted = false
  }
  return OldSignal as unknown as typeof AbortSignal
}

const signalOf = (signals: typeof AbortSignal, aborted: boolean): AbortSignal =>
  Object.assign(Object.create(signals.prototype) as AbortSignal, { aborted })

describe('an older browser', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('throws what was called off, and nothing else', () => {
    const signals = oldSignals()
    fillInForOlderBrowsers(signals)
    expect(() => signalOf(signals, false).throwIfAborted()).not.toThrow()
    expect(() => signalOf(signals, true).throwIfAborted()).toThrow('this was called off')
    expect(signalOf(signals, true).reason).toMatchObject({ name: 'AbortError' })
    expect(signalOf(signals, false).reason).toBeUndefined()
  })

  it('gives up after a time', () => {
    const signals = oldSignals()
    fillInForOlderBrowsers(signals)
    const signal = signals.timeout(100)
    vi.advanceTimersByTime(99)
    expect(signal.aborted).toBe(false)
    vi.advanceTimersByTime(1)
    expect(signal.aborted).toBe(true)
  })
})

describe('a newer browser', () => {
  it('keeps its own', () => {
    const before = Object.getOwnPropertyDescriptors(AbortSignal.prototype)
    const timeout = AbortSignal.timeout
    fillInForOlderBrowsers()
    expect(Object.getOwnPropertyDescriptors(AbortSignal.prototype)).toEqual(before)
    expect(AbortSignal.timeout).toBe(timeout)
  })
})
