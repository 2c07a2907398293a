import { describe, expect, it } from 'vitest'
import { createPool } from '../../src/engine/pool.ts'

function openPool(size: number) {
  let opened = 0
  return { pool: createPool(async () => ++opened, size), opened: () => opened }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('a pool', () => {
  it('lets each thing be used by one caller at a time, and opens no more than it may', async () => {
    const { pool, opened } = openPool(4)
    const busy = new Set<number>()
    await Promise.all(
      Array.from({ length: 100 }, () =>
        pool.use(async (item) => {
          expect(busy.has(item)).toBe(false)
          busy.add(item)
          await pause(1)
          busy.delete(item)
        }),
      ),
    )
    expect(opened()).toBe(4)
  })

  it('opens only what is needed', async () => {
    const { pool, opened } = openPool(4)
    await pool.use(async () => {})
    await pool.use(async () => {})
    expect(opened()).toBe(1)
  })

  it('serves in the order of arrival', async () => {
    const { pool } = openPool(1)
    const served: number[] = []
    await Promise.all([1, 2, 3].map((n) => pool.use(async () => void served.push(n))))
    expect(served).toEqual([1, 2, 3])
  })

  it('frees a place when the work fails, and when nothing can be opened', async () => {
    const { pool } = openPool(1)
    await expect(pool.use(() => Promise.reject(new Error('work')))).rejects.toThrow('work')
    expect(await pool.use(async (item) => item)).toBe(1)
    let failing = true
    const sometimes = createPool(() => (failing ? Promise.reject(new Error('open')) : Promise.resolve('open')), 1)
    await expect(sometimes.use(async () => {})).rejects.toThrow('open')
    failing = false
    expect(await sometimes.use(async (item) => item)).toBe('open')
  })

  it('lets a caller leave the line without losing the place of another', async () => {
    const { pool } = openPool(1)
    const abort = new AbortController()
    const first = pool.use(() => pause(20))
    const second = pool.use(async () => 'second', abort.signal)
    const third = pool.use(async () => 'third')
    abort.abort()
    await expect(second).rejects.toMatchObject({ name: 'AbortError' })
    await first
    expect(await third).toBe('third')
    expect(await pool.use(async () => 'fourth')).toBe('fourth')
  })
})
