import { throwIfAborted } from './abort.ts'
import { setDeadline, systemClock, type Clock } from './deadline.ts'
import { createSha256 } from './sha256.ts'

/** A file of our own, as it was when the app or the dataset was built. */
export interface Asset {
  readonly url: string
  /** Its size when unpacked. */
  readonly bytes: number
  /** 64 lower-case hex digits. */
  readonly sha256: string
  /** The first bytes of every file of its kind; `wasmMagic` for WebAssembly. */
  readonly magic?: readonly number[]
  /** A packed copy stands beside it, under the same address with `.gz`, for servers that cannot compress. */
  readonly gz?: boolean
}

/** `\0asm` */
export const wasmMagic = [0x00, 0x61, 0x73, 0x6d] as const

export interface DownloadOptions {
  /** Unpacked bytes so far, never more than the asset has. */
  readonly onProgress?: (received: number) => void
  readonly signal?: AbortSignal
  /** Asks past the browser's cache: for a retry after something damaged was cached. */
  readonly fresh?: boolean
  readonly fetch?: typeof fetch
  readonly clock?: Clock
}

/**
 * What went wrong: the server's `status`; the `length`, the first bytes (`magic`) or the `hash` differ from what was built;
 * `stalled` without a byte for 20 s; the `network` broke.
 */
export type DownloadErrorCode = 'status' | 'length' | 'magic' | 'hash' | 'stalled' | 'network'

/** A file that could not be had as it was built. Nothing of it is used; asking again may help. */
export class DownloadError extends Error {
  override readonly name = 'DownloadError'
  readonly code: DownloadErrorCode
  readonly url: string
  /** The HTTP status, where there was one. */
  readonly status: number | null
  constructor(code: DownloadErrorCode, url: string, message: string, status: number | null = null, cause?: unknown) {
    super(`${url}: ${message}`, { cause })
    this.code = code
    this.url = url
    this.status = status
  }
}

/** Milliseconds without a byte after which a download is given up. As a whole it may take as long as it needs. */
export const longestStall = 20_000

/** Milliseconds before the first, second and third further attempt, after a broken connection or a server in trouble. */
const pauses = [300, 1000, 2000] as const

/**
 * Fetches a file and proves that it is the one that was built: status, length, first bytes, SHA-256.
 * A broken connection and a 5xx are tried again three times; a wrong file is not.
 * @throws {DownloadError}
 */
export async function download(asset: Asset, options: DownloadOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const clock = options.clock ?? systemClock
  for (let attempt = 0; ; attempt++) {
    try {
      return await attemptDownload(asset, options, clock)
    } catch (error) {
      const pause = pauses[attempt]
      throwIfAborted(options.signal)
      if (pause === undefined || !(error instanceof DownloadError) || !mayPass(error)) throw error
      await new Promise<void>((resolve) => void clock.after(pause, resolve))
      throwIfAborted(options.signal)
    }
  }
}

const mayPass = (error: DownloadError) => error.code === 'network' || (error.code === 'status' && (error.status ?? 0) >= 500)

async function attemptDownload(asset: Asset, options: DownloadOptions, clock: Clock): Promise<Uint8Array<ArrayBuffer>> {
  const stop = new AbortController()
  const forward = () => stop.abort()
  options.signal?.addEventListener('abort', forward, { once: true })
  let hasStalled = false
  const heart = watchHeartbeat(clock, () => {
    hasStalled = true
    stop.abort()
  })
  try {
    throwIfAborted(options.signal)
    const ask = (url: string) => requestBody(url, { ...options, signal: stop.signal })
    const body = await findBody(asset, ask, heart.beat)
    return await collect(asset, body, heart.beat, options.onProgress)
  } catch (error) {
    if (error instanceof DownloadError) throw error
    if (hasStalled) throw new DownloadError('stalled', asset.url, `no byte for ${longestStall / 1000} s`)
    throwIfAborted(options.signal)
    throw new DownloadError('network', asset.url, error instanceof Error ? error.message : String(error), null, error)
  } finally {
    heart.stop()
    options.signal?.removeEventListener('abort', forward)
    stop.abort()
  }
}

interface Reply {
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>
  /** The server compressed it on the way, or says nothing and it came as it is. */
  readonly compressedOnTheWay: boolean
}

async function requestBody(url: string, { fetch: ask = fetch, fresh = false, signal }: DownloadOptions): Promise<Reply> {
  const response = await ask(url, { cache: fresh ? 'reload' : 'default', credentials: 'same-origin', ...(signal && { signal }) })
  if (!response.ok || !response.body) {
    void response.body?.cancel().catch(() => undefined)
    throw new DownloadError('status', url, `the server answered ${response.status}`, response.status)
  }
  return { body: response.body, compressedOnTheWay: response.headers.get('content-encoding') !== null }
}

/** The file's own bytes, or those of its packed copy when the server would send it uncompressed. */
async function findBody(
  asset: Asset,
  ask: (url: string) => Promise<Reply>,
  beat: () => void,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const plain = await ask(asset.url)
  beat()
  if (!asset.gz || plain.compressedOnTheWay || typeof DecompressionStream === 'undefined') return plain.body
  const packed = await askPacked(`${asset.url}.gz`, asset.magic ?? [], ask)
  beat()
  if (!packed) return plain.body
  void plain.body.cancel().catch(() => undefined)
  return packed
}

const gzipMagic = [0x1f, 0x8b] as const

/** The unpacked body of a `.gz`, or nothing when there is no such file. Some servers unpack it themselves: its first bytes tell. */
async function askPacked(
  url: string,
  magic: readonly number[],
  ask: (url: string) => Promise<Reply>,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>> | undefined> {
  let reply: Reply
  try {
    reply = await ask(url)
  } catch (error) {
    if (error instanceof DownloadError) return undefined
    throw error
  }
  const { first, whole } = await peek(reply.body, Math.max(gzipMagic.length, magic.length))
  if (startsWith(first, gzipMagic)) return whole.pipeThrough(new DecompressionStream('gzip'))
  if (reply.compressedOnTheWay && startsWith(first, magic)) return whole
  void whole.cancel().catch(() => undefined)
  return undefined
}

/** The first bytes of a stream, and a stream that still has them. */
async function peek(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  count: number,
): Promise<{ first: Uint8Array<ArrayBuffer>; whole: ReadableStream<Uint8Array<ArrayBuffer>> }> {
  const reader = stream.getReader()
  let first = new Uint8Array(0)
  while (first.length < count) {
    const { done, value } = await reader.read()
    if (done) break
    const joined = new Uint8Array(first.length + value.length)
    joined.set(first)
    joined.set(value, first.length)
    first = joined
  }
  const whole = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => controller.enqueue(first),
    async pull(controller) {
      const { done, value } = await reader.read()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: (reason) => reader.cancel(reason),
  })
  return { first, whole }
}

async function collect(
  asset: Asset,
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  beat: () => void,
  onProgress: ((received: number) => void) | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(asset.bytes)
  const hash = createSha256()
  const reader = body.getReader()
  let received = 0
  for (;;) {
    const { done, value } = await reader.read()
    beat()
    if (done) break
    if (received + value.length > asset.bytes) {
      void reader.cancel().catch(() => undefined)
      throw differs(asset, bytes, received, value)
    }
    bytes.set(value, received)
    received += value.length
    hash.update(value)
    onProgress?.(received)
  }
  if (received !== asset.bytes) throw differs(asset, bytes, received)
  if (!startsWith(bytes, asset.magic ?? [])) throw new DownloadError('magic', asset.url, 'this is another kind of file')
  if (hash.hex() !== asset.sha256) throw new DownloadError('hash', asset.url, 'the content is not what was built')
  return bytes
}

/** A file of another length: most often a page that says something, which its first bytes tell. */
function differs(asset: Asset, bytes: Uint8Array, received: number, more?: Uint8Array): DownloadError {
  const first = received > 0 ? bytes : (more ?? bytes)
  const isAnother = received + (more?.length ?? 0) >= (asset.magic?.length ?? 0) && !startsWith(first, asset.magic ?? [])
  if (isAnother) return new DownloadError('magic', asset.url, 'this is another kind of file')
  return new DownloadError('length', asset.url, more ? `more than ${asset.bytes} bytes` : `${received} bytes instead of ${asset.bytes}`)
}

const startsWith = (bytes: Uint8Array, first: readonly number[]) => first.every((byte, i) => bytes[i] === byte)

/** Calls `stall` when no beat came for too long. */
function watchHeartbeat(clock: Clock, stall: () => void) {
  let stop = setDeadline(longestStall, stall, clock)
  return {
    beat() {
      stop()
      stop = setDeadline(longestStall, stall, clock)
    },
    stop: () => stop(),
  }
}
