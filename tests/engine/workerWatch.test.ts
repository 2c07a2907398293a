import { describe, expect, it } from 'vitest'
import { isTrap, watchWorker } from '../../src/engine/workerWatch.ts'
import { createTestClock } from './testClock.ts'

function watchFake() {
  const events = new EventTarget()
  let terminated = 0
  const clock = createTestClock()
  const watch = watchWorker({ addEventListener: events.addEventListener.bind(events), terminate: () => void terminated++ }, clock)
  return { watch, clock, events, terminated: () => terminated }
}

const never = () => new Promise<never>(() => {})
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  )
const stopped = () => Object.assign(new Event('error'), { message: 'out of memory' })

describe('whatever waits for a worker is settled', () => {
  it('with the answer', async () => {
    const { watch } = watchFake()
    expect(await watch.call(async () => 7, 1000)).toBe(7)
    await expect(watch.call(() => Promise.reject(new Error('Binder Error: no such column')), 1000)).rejects.toThrow('Binder Error')
    expect(watch.lost()).toBeUndefined()
  })

  it.each(['error', 'messageerror'])('all at once after the event %s', async (event) => {
    const { watch, events, terminated } = watchFake()
    const waiting = Array.from({ length: 20 }, () => codeOf(watch.call(never, 60_000)))
    events.dispatchEvent(event === 'error' ? stopped() : new Event(event))
    expect(await Promise.all(waiting)).toEqual(Array.from({ length: 20 }, () => 'stopped'))
    expect(terminated()).toBe(1)
    expect(await codeOf(watch.call(async () => 1, 1000))).toBe('stopped')
  })

  it('when it does not answer in time: that call is to blame, the others are not', async () => {
    const { watch, clock } = watchFake()
    const slow = codeOf(watch.call(never, 1000))
    const other = codeOf(watch.call(never, 60_000))
    clock.pass(1000)
    expect(await Promise.all([slow, other])).toEqual(['deadline', 'stopped'])
  })

  it('when a statement breaks it: that one is to blame, the others are not', async () => {
    const { watch } = watchFake()
    const other = codeOf(watch.call(never, 60_000))
    const trap = Object.assign(new Error('memory access out of bounds'), { name: 'RuntimeError' })
    expect(await codeOf(watch.call(() => Promise.reject(trap), 1000))).toBe('trap')
    expect(await other).toBe('stopped')
  })

  it('and is left alone when it answered before the deadline', async () => {
    const { watch, clock } = watchFake()
    await watch.call(async () => 7, 1000)
    clock.pass(60_000)
    expect(watch.lost()).toBeUndefined()
  })
})

describe('an instance is broken', () => {
  it.each([
    ['RuntimeError', 'memory access out of bounds'],
    ['RuntimeError', 'unreachable'],
    ['RuntimeError', 'null function or function signature mismatch'],
    ['RangeError', 'Maximum call stack size exceeded'],
    ['Error', 'RuntimeError: unreachable'],
    ['Error', 'null function'],
    ['Error', 'INTERNAL Error: Attempted to access index 1'],
    ['Error', 'FATAL Error: Failed: database has been invalidated'],
    ['Error', 'Aborted(OOM)'],
    ['Error', '_setThrew is not defined'],
  ])('after %s: %s', (name, message) => expect(isTrap(Object.assign(new Error(message), { name }))).toBe(true))

  it.each([
    'Binder Error: Referenced column "unreachable" not found',
    'Out of Memory Error: could not allocate block of size 256.0 KiB (488.2 MiB/488.2 MiB used)',
    'Invalid Input Error: INTERNAL Error is only a text here',
    'Permission Error: file system operations are disabled by configuration',
  ])('but not after %s', (message) => expect(isTrap(new Error(message))).toBe(false))
})
