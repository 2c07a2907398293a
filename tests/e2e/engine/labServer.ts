import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Serves a folder with the headers of the real site. A test may bend one answer or one policy. */
export interface LabServer {
  readonly origin: string
  /** Paths asked for since the start, with their method: `GET /assets/a.js`. */
  readonly requests: string[]
  /** Answers paths that end in `.wasm` (or another ending) in another way, until `mend`. */
  bend(ending: string, answer: BentAnswer): void
  /** Replaces the policy of the page or the worker, until `mend`. */
  allow(what: 'page' | 'worker', policy: string): void
  mend(): void
  close(): Promise<void>
}

/** `bytes` are those that the unbent answer would have. */
export type BentAnswer = (request: IncomingMessage, response: ServerResponse, bytes: Buffer) => void

export const policies = {
  page: [
    "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data: blob:",
    "font-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  ].join('; '),
  worker: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src blob:; object-src 'none'; base-uri 'none'; form-action 'none'",
} as const

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
}

export async function startLabServer(folder: string): Promise<LabServer> {
  const requests: string[] = []
  const bent = new Map<string, BentAnswer>()
  let policy: { page: string; worker: string } = { ...policies }

  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://lab').pathname)
    requests.push(`${request.method} ${path}`)
    response.setHeader('Content-Security-Policy', path.includes('.worker') ? policy.worker : policy.page)
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'no-referrer')
    response.setHeader('Cache-Control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    const bytes = readServed(folder, path === '/' ? '/index.html' : path)
    const bend = [...bent].find(([ending]) => path.endsWith(ending))?.[1]
    response.setHeader('Content-Type', types[path === '/' ? '.html' : extname(path)] ?? 'application/octet-stream')
    if (bend) return bend(request, response, bytes ?? Buffer.alloc(0))
    if (!bytes) return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not here')
    response.writeHead(200, { 'Content-Length': bytes.length }).end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    requests,
    bend: (ending, answer) => void bent.set(ending, answer),
    allow: (what, words) => void (policy = { ...policy, [what]: words }),
    mend() {
      bent.clear()
      policy = { ...policies }
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port')
  return address.port
}

const served = new Map<string, Buffer>()

function readServed(folder: string, path: string): Buffer | undefined {
  const known = served.get(path)
  if (known) return known
  try {
    const bytes = readFileSync(join(folder, path))
    served.set(path, bytes)
    return bytes
  } catch {
    if (!path.endsWith('.gz')) return undefined
    const plain = readServed(folder, path.slice(0, -3))
    const packed = plain && gzipSync(plain, { level: 1 })
    if (packed) served.set(path, packed)
    return packed
  }
}
