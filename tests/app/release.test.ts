import { describe, expect, it } from 'vitest'
import { watchRelease } from '../../src/app/release.ts'
import { DatasetReplaced, watchPublished } from '../../src/dataset/replaced.ts'

const pageOf = (script: string): string => `<div id="root"></div><script type="module" src="./assets/${script}"></script>`

/** A page opened with `index-old.js`, over a server that sends whatever `server.page` is. */
function openPage() {
  const server = { page: pageOf('index-old.js'), asked: 0, time: 0 }
  const release = watchRelease({
    script: 'index-old.js',
    readPage: () => {
      server.asked += 1
      return server.page === '' ? Promise.reject(new Error('offline')) : Promise.resolve(server.page)
    },
    now: () => server.time,
  })
  const trouble = async (error?: unknown) => {
    release.noteTrouble(error)
    await new Promise((resolve) => setTimeout(resolve, 0))
    return release.isReplaced()
  }
  return { server, release, trouble }
}

describe('a page that stayed open', () => {
  it('is replaced when the published page names another script', async () => {
    const { server, release, trouble } = openPage()
    let told = 0
    release.subscribe(() => (told += 1))
    server.page = pageOf('index-new.js')
    expect(await trouble()).toBe(true)
    expect(await trouble()).toBe(true)
    expect(told).toBe(1)
  })

  it.each([
    ['the same script', pageOf('index-old.js')],
    ['no answer', ''],
    ['a page to log in', '<title>portal</title>'],
  ])('is not replaced by %s', async (_, page) => {
    const { server, trouble } = openPage()
    server.page = page
    expect(await trouble(new Error('gone'))).toBe(false)
  })

  it('is not asked for again within seconds, whatever goes wrong meanwhile', async () => {
    const { server, trouble } = openPage()
    for (let i = 0; i < 100; i++) await trouble()
    expect(server.asked).toBe(1)
    server.time = 6_000
    await trouble()
    expect(server.asked).toBe(2)
  })

  it('need not ask when other data were published', async () => {
    const { server, trouble } = openPage()
    expect(await trouble(new DatasetReplaced('other data'))).toBe(true)
    expect(server.asked).toBe(0)
  })
})

describe('data that stayed open', () => {
  function openData() {
    const server = { sha256: 'aa' as string | null, asked: 0, time: 0 }
    const published = watchPublished(
      'aa',
      () => {
        server.asked += 1
        return server.sha256 === null ? Promise.reject(new Error('offline')) : Promise.resolve(server.sha256)
      },
      () => server.time,
    )
    return { server, published }
  }

  it('are never mixed with what was published since', async () => {
    const { server, published } = openData()
    server.time = 10_000
    await published.expectSame()
    server.sha256 = 'bb'
    server.time = 20_000
    await expect(published.expectSame()).rejects.toThrow(DatasetReplaced)
    // Nor when the earlier ones come back: some files were read between.
    server.sha256 = 'aa'
    server.time = 30_000
    await expect(published.expectSame()).rejects.toThrow(DatasetReplaced)
  })

  it('are looked at once for files that come together, and files stand for themselves where that fails', async () => {
    const { server, published } = openData()
    server.sha256 = null
    server.time = 10_000
    await Promise.all([published.expectSame(), published.expectSame(), published.expectSame()])
    expect(server.asked).toBe(1)
  })
})
