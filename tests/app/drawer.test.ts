import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openDrawer, type Cabinet } from '../../src/app/local/drawer.ts'

/** What a browser keeps, in memory; `full` and `shut` make it refuse. */
function makeCabinet() {
  const things = new Map<string, unknown>()
  const cabinet = {
    full: false,
    shut: false,
    names: () => (cabinet.shut ? Promise.reject(new Error('shut')) : Promise.resolve([...things.keys()])),
    look: (names: readonly string[]) => Promise.resolve(names.map((name) => things.get(name))),
    put: (some: readonly (readonly [string, unknown])[]) => {
      if (cabinet.full) return Promise.reject(new DOMException('no room', 'QuotaExceededError'))
      for (const [name, thing] of some) things.set(name, thing)
      return Promise.resolve()
    },
    remove: (names: readonly string[]) => {
      for (const name of names) things.delete(name)
      return Promise.resolve()
    },
    empty: () => Promise.resolve(things.clear()),
  }
  return cabinet satisfies Cabinet
}

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined))

describe('a drawer of this machine', () => {
  it('gives back what was put in, in the order asked, and nothing for what is not there', async () => {
    const drawer = await openDrawer(makeCabinet())
    expect(
      await drawer.put([
        ['a', 1],
        ['b', 2],
      ]),
    ).toBe(true)
    expect(await drawer.look(['b', 'c', 'a'])).toEqual([2, undefined, 1])
    expect(drawer.keptIn()).toBe('indexeddb')
  })

  it('is shared: what one tab puts in, another finds', async () => {
    const cabinet = makeCabinet()
    const [one, other] = [await openDrawer(cabinet), await openDrawer(cabinet)]
    await one.put([['report|x', 'mine']])
    await other.put([['report|y', 'yours']])
    expect([...(await one.names())].sort()).toEqual(['report|x', 'report|y'])
  })

  it('keeps in memory what the browser has no room for, and says so until it fits', async () => {
    const cabinet = makeCabinet()
    const drawer = await openDrawer(cabinet)
    await drawer.put([['a', 1]])
    cabinet.full = true
    expect(
      await drawer.put([
        ['a', 2],
        ['b', 3],
      ]),
    ).toBe(false)
    expect(drawer.keptIn()).toBe('memory')
    expect(await drawer.look(['a', 'b'])).toEqual([2, 3])
    expect([...(await drawer.names())].sort()).toEqual(['a', 'b'])
    cabinet.full = false
    expect(
      await drawer.put([
        ['a', 4],
        ['b', 5],
      ]),
    ).toBe(true)
    expect(drawer.keptIn()).toBe('indexeddb')
    expect(await cabinet.look(['a', 'b'])).toEqual([4, 5])
  })

  it('is of memory alone where the browser refuses, is missing, or never answers', async () => {
    const shut = makeCabinet()
    shut.shut = true
    for (const cabinet of [shut, null]) {
      const drawer = await openDrawer(cabinet)
      expect(drawer.keptIn()).toBe('memory')
      await drawer.put([['a', 1]])
      expect(await drawer.look(['a'])).toEqual([1])
    }
    vi.useFakeTimers()
    const silent = openDrawer({ ...makeCabinet(), names: () => new Promise(() => undefined) })
    await vi.advanceTimersByTimeAsync(4_000)
    expect((await silent).keptIn()).toBe('memory')
    vi.useRealTimers()
  })

  it('forgets one thing or everything, in memory too', async () => {
    const cabinet = makeCabinet()
    const drawer = await openDrawer(cabinet)
    await drawer.put([
      ['a', 1],
      ['b', 2],
    ])
    cabinet.full = true
    await drawer.put([['c', 3]])
    await drawer.remove(['a'])
    expect([...(await drawer.names())].sort()).toEqual(['b', 'c'])
    await drawer.empty()
    expect(await drawer.names()).toEqual([])
  })
})
