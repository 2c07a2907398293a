import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { download, wasmMagic, type Asset } from '../../src/engine/download.ts'
import { createTestClock } from './testClock.ts'

const content = Uint8Array.from({ length: 5000 }, (_, i) => [...wasmMagic][i] ?? (i * 31) % 256)
const asset: Asset = {
  url: '/engine.wasm',
  bytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
  magic: wasmMagic,
}

/** A server that answers each address with what is written here, one answer per request and the last one for ever. */
function serve(answers: Readonly<Record<string, readonly (() => Response | Promise<Response>)[]>>) {
  const asked: string[] = []
  const caches: (string | undefined)[] = []
  const fetch: typeof globalThis.fetch = async (url, init) => {
    const address = url instanceof Request ? url.url : url.toString()
    asked.push(address)
    caches.push(init?.cache)
    const list = answers[address] ?? [() => new Response('not here', { status: 404 })]
    const turn = asked.filter((one) => one === address).length - 1
    const answer = (list[turn] ?? list.at(-1))?.()
    if (!answer) throw new Error(`nothing to answer ${address}`)
    init?.signal?.throwIfAborted()
    return answer
  }
  return { fetch, asked, caches }
}

const whole = () => new Response(content)
const pieces = () => new Response(new Blob([content]).stream())

function dropping(): Response {
  let sent = false
  return new Response(
    new ReadableStream({
      pull(controller) {
        if (sent) controller.error(new TypeError('network error'))
        else controller.enqueue(content.slice(0, 100))
        sent = true
      },
    }),
  )
}

describe('a download', () => {
  it('returns the bytes and tells how many came, never more than there are', async () => {
    const { fetch } = serve({ '/engine.wasm': [pieces] })
    const progress: number[] = []
    expect(await download(asset, { fetch, onProgress: (received) => progress.push(received) })).toEqual(content)
    expect(progress.at(-1)).toBe(5000)
    expect(Math.max(...progress)).toBe(5000)
  })

  it.each([
    ['status', () => new Response('', { status: 404 }), 1],
    ['status', () => new Response('', { status: 503 }), 4],
    ['magic', () => new Response('<!doctype html><title>Welcome</title>'), 1],
    ['length', () => new Response(content.slice(0, 4999)), 1],
    ['length', () => new Response(new Blob([content, 'x'])), 1],
    ['hash', () => new Response(content.map((byte, i) => (i === 4000 ? byte ^ 1 : byte))), 1],
    ['network', dropping, 4],
    ['network', () => Promise.reject(new TypeError('Failed to fetch')), 4],
  ] as const)('ends with %s, and tries a broken connection again, but not a wrong file', async (code, answer, attempts) => {
    const { fetch, asked } = serve({ '/engine.wasm': [answer] })
    const clock = createTestClock()
    const ended = download(asset, { fetch, clock }).catch((error: unknown) => error)
    const ticking = setInterval(() => clock.pass(500), 1)
    expect(await ended).toMatchObject({ name: 'DownloadError', code, url: '/engine.wasm' })
    clearInterval(ticking)
    expect(asked.length).toBe(attempts)
  })

  it('succeeds when a later attempt does', async () => {
    const { fetch, asked } = serve({ '/engine.wasm': [dropping, () => new Response('', { status: 502 }), whole] })
    const clock = createTestClock()
    const ended = download(asset, { fetch, clock })
    const ticking = setInterval(() => clock.pass(500), 1)
    expect(await ended).toEqual(content)
    clearInterval(ticking)
    expect(asked.length).toBe(3)
  })

  it('is given up after 20 s without a byte, however long it takes with them', async () => {
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined
    const { fetch } = serve({ '/engine.wasm': [() => new Response(new ReadableStream({ start: (made) => void (controller = made) }))] })
    const clock = createTestClock()
    const ended = download(asset, {
      fetch: (url, init) => fetch(url, init).then((response) => abortable(response, init?.signal)),
      clock,
    }).catch((error: unknown) => error)
    for (let i = 0; i < 10; i++) {
      await new Promise((resolve) => setTimeout(resolve, 1))
      clock.pass(15_000)
      controller?.enqueue(content.slice(i * 10, i * 10 + 10))
    }
    await new Promise((resolve) => setTimeout(resolve, 1))
    clock.pass(20_000)
    expect(await ended).toMatchObject({ name: 'DownloadError', code: 'stalled' })
  })

  it('stops for a caller who lost interest', async () => {
    const { fetch } = serve({ '/engine.wasm': [whole] })
    await expect(download(asset, { fetch, signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('asks past the cache when it is a retry', async () => {
    const { fetch, caches } = serve({ '/engine.wasm': [whole] })
    await download(asset, { fetch })
    await download(asset, { fetch, fresh: true })
    expect(caches).toEqual(['default', 'reload'])
  })
})

/** As a real fetch does: the body ends when the signal says so. */
function abortable(response: Response, signal: AbortSignal | null | undefined): Response {
  const reader = response.body?.getReader()
  return new Response(
    new ReadableStream({
      start: (controller) => signal?.addEventListener('abort', () => controller.error(signal.reason)),
      async pull(controller) {
        const next = await reader?.read()
        if (next?.value) controller.enqueue(next.value)
      },
    }),
  )
}

describe('a packed copy', () => {
  const packed = gzipSync(content)
  const withCopy: Asset = { ...asset, gz: true }
  const encoded = (bytes: Uint8Array) => () => new Response(new Uint8Array(bytes), { headers: { 'Content-Encoding': 'gzip' } })

  it('is taken and unpacked when the server sends the file as it is', async () => {
    const { fetch, asked } = serve({ '/engine.wasm': [whole], '/engine.wasm.gz': [() => new Response(new Uint8Array(packed))] })
    expect(await download(withCopy, { fetch })).toEqual(content)
    expect(asked).toEqual(['/engine.wasm', '/engine.wasm.gz'])
  })

  it('is not asked for when the server compresses on the way', async () => {
    const { fetch, asked } = serve({ '/engine.wasm': [encoded(content)] })
    expect(await download(withCopy, { fetch })).toEqual(content)
    expect(asked).toEqual(['/engine.wasm'])
  })

  it.each([
    ['the server unpacked it already', encoded(content)],
    ['there is none', () => new Response('', { status: 404 })],
    ['a page came instead', () => new Response('<!doctype html>')],
    ['a compressed page came instead', encoded(new TextEncoder().encode('<!doctype html>'))],
  ])('does no harm when %s', async (_, answer) => {
    const { fetch } = serve({ '/engine.wasm': [whole], '/engine.wasm.gz': [answer] })
    expect(await download(withCopy, { fetch })).toEqual(content)
  })

  it('counts unpacked bytes', async () => {
    const { fetch } = serve({ '/engine.wasm': [whole], '/engine.wasm.gz': [() => new Response(new Uint8Array(packed))] })
    const progress: number[] = []
    await download(withCopy, { fetch, onProgress: (received) => progress.push(received) })
    expect(progress.at(-1)).toBe(5000)
  })
})
