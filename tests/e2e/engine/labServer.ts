import { createServer, type Server, type ServerResponse } from 'node:http'
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

/**
 * Serves a folder with the headers of the real site. A path may ask for an answer that went wrong: `/fault-stall/assets/a.wasm`,
 * or for a script with another policy: `/policy-without-blob/assets/a.worker.js`.
 */
export interface LabServer {
  readonly origin: string
  readonly port: number
  /** What was asked for since the start: `/assets/a.js`. */
  readonly requests: readonly string[]
  /** From now on this fault is no longer one. */
  mend(fault: string): void
  /** From now on every fault is one again. */
  breakAgain(): void
  close(): Promise<void>
}

export const policies = {
  page: [
    "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data: blob:",
    "font-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  ].join('; '),
  worker:
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src blob:; object-src 'none'; base-uri 'none'; form-action 'none'",
  'without-blob': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'",
  'without-wasm': "default-src 'none'; script-src 'self'; connect-src blob:",
  'with-any-host': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src blob: *",
} as const

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
}

/** How an answer goes wrong, given what it should have been. */
const faults: Readonly<Record<string, (response: ServerResponse, bytes: Buffer) => void>> = {
  '404': (response) => void response.writeHead(404).end(),
  '500': (response) => void response.writeHead(500).end(),
  html: (response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Welcome</title>'),
  mime: (response, bytes) => void response.writeHead(200, { 'Content-Type': 'text/plain' }).end(bytes),
  cut: (response, bytes) => void response.writeHead(200).end(bytes.subarray(0, bytes.length / 2)),
  longer: (response, bytes) => void response.writeHead(200).end(Buffer.concat([bytes, Buffer.from('x')])),
  drop(response, bytes) {
    response.writeHead(200, { 'Content-Length': bytes.length }).write(bytes.subarray(0, bytes.length / 2), () => response.destroy())
  },
  flip: (response, bytes) => void response.writeHead(200).end(flipped(bytes, bytes.length >> 1)),
  stall: (response, bytes) => void response.writeHead(200, { 'Content-Length': bytes.length }).write(bytes.subarray(0, bytes.length / 2)),
  silent: () => undefined,
  slow: (response, bytes) => void writeSlowly(response.writeHead(200, { 'Content-Length': bytes.length }), bytes),
  // Compressed on the way; of a `.gz` it is what some servers do: they say that it is encoded, and the browser unpacks it.
  encoded(response, bytes) {
    const packed = bytes[0] === 0x1f && bytes[1] === 0x8b ? bytes : gzipSync(bytes, { level: 1 })
    response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Length': packed.length }).end(packed)
  },
}

export function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeUInt8(copy.readUInt8(at) ^ 0xff, at)
  return copy
}

/** 20 Mbit/s: a tenth of a second's worth at a time. */
async function writeSlowly(response: ServerResponse, bytes: Buffer): Promise<void> {
  const tenth = 20_000_000 / 8 / 10
  for (let at = 0; at < bytes.length && !response.destroyed; at += tenth) {
    response.write(bytes.subarray(at, at + tenth))
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  response.end()
}

export async function startLabServer(folder: string): Promise<LabServer> {
  const requests: string[] = []
  const mended = new Set<string>()

  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://lab').pathname)
    requests.push(asked)
    const [, fault = '', policy = '', rest = asked] = /^\/(?:fault-([^/]+)|policy-([^/]+))(\/.*)/.exec(asked) ?? []
    const path = rest === '/' ? '/index.html' : rest
    response.setHeader('Content-Security-Policy', policyOf(policy, path))
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'no-referrer')
    response.setHeader('Cache-Control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream')
    const bytes = readServed(folder, path)
    if (!bytes) return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not here')
    const goWrong = mended.has(fault) ? undefined : faultOf(fault)
    if (goWrong) return goWrong(response, bytes)
    response.writeHead(200, { 'Content-Length': bytes.length }).end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    port: portOf(server),
    requests,
    mend: (fault) => void mended.add(fault),
    breakAgain: () => mended.clear(),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function policyOf(name: string, path: string): string {
  if (name === 'without-blob' || name === 'without-wasm' || name === 'with-any-host') return policies[name]
  return path.includes('.worker') ? policies.worker : policies.page
}

function faultOf(name: string): ((response: ServerResponse, bytes: Buffer) => void) | undefined {
  const at = /^flip-at-(\d+)$/.exec(name)?.[1]
  if (at !== undefined) return (response, bytes) => void response.writeHead(200).end(flipped(bytes, Number(at)))
  return faults[name]
}

export function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  return address.port
}

const served = new Map<string, Buffer>()

/** A file of the folder; a `.gz` is made of its plain sibling. */
function readServed(folder: string, path: string): Buffer | undefined {
  const known = served.get(path)
  if (known) return known
  const bytes = path.endsWith('.gz') ? packOf(readServed(folder, path.slice(0, -3))) : readIfThere(join(folder, path))
  if (bytes) served.set(path, bytes)
  return bytes
}

const packOf = (plain: Buffer | undefined) => plain && gzipSync(plain, { level: 1 })

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}
