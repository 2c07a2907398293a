import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer, readServeOptions } from '../../scripts/serve.mjs'

const page =
  "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
const engine =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src blob:; object-src 'none'; base-uri 'none'; form-action 'none'"
const parser = "default-src 'none'; script-src 'self'; connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'"
const embed =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self' http://portal.test"

let folder: string
let site: string
let server: Awaited<ReturnType<typeof createServer>>
let below: Awaited<ReturnType<typeof createServer>>

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Sends a path as it stands: `fetch` would tidy it up. */
function ask(port: number, asked: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path: asked, method, headers }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

const get = (asked: string, headers: Record<string, string> = {}, method = 'GET') => ask(server.port, asked, headers, method)

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'site-'))
  site = path.join(folder, 'dist')
  const put = (name: string, content: string | Buffer) => {
    mkdirSync(path.dirname(path.join(site, name)), { recursive: true })
    writeFileSync(path.join(site, name), content)
  }
  put('index.html', '<!doctype html><title>index</title>')
  put('embed.html', '<!doctype html><title>embed</title>')
  put('browserCheck.js', 'void 0')
  put('ogi-chart.js', 'void 0')
  put('assets/embed/chart-abc.js', 'void 0')
  put('datasets.json', '[]')
  put('data/china-ogi/manifest.json', '{}')
  put('data/china-ogi/api/年报.json', '{"name":"年报"}')
  put('data/china-ogi/dataset.0123456789abcdef.duckdb', '0123456789')
  put('assets/index-abc.js', 'let a = 1;\n'.repeat(300))
  put('assets/index-abc.js.gz', gzipSync('let a = 1;\n'.repeat(300)))
  put('assets/index-abc.js.br', brotliCompressSync('let a = 1;\n'.repeat(300)))
  put('assets/only-abc.css', 'a {}\n'.repeat(300))
  put('assets/only-abc.css.gz', gzipSync('a {}\n'.repeat(300)))
  put('assets/engine/duckdb-eh-abc.wasm', '\0asm')
  put('assets/engine/duckdb-browser-eh.worker-abc.js', 'void 0')
  put('assets/parser/readPdf-abc.js', 'void 0')
  put('.hidden', 'hidden')
  put('empty.txt', '')
  writeFileSync(path.join(folder, 'secret.txt'), 'secret')
  symlinkSync(path.join(folder, 'secret.txt'), path.join(site, 'linked.txt'))
  server = await createServer(site, { embedOrigins: ['http://portal.test'] })
  below = await createServer(site, { base: '/portal/ogi/' })
})

afterAll(async () => {
  await server.close()
  await below.close()
  rmSync(folder, { recursive: true })
})

describe('policies', () => {
  it.each([
    ['/', page],
    ['/index.html', page],
    ['/browserCheck.js', page],
    ['/assets/index-abc.js', page],
    ['/assets/engine/duckdb-browser-eh.worker-abc.js', engine],
    ['/assets/parser/readPdf-abc.js', parser],
    ['/embed.html', embed],
    ['/assets/embed/chart-abc.js', embed],
    ['/nothing.html', page],
  ])('%s is told what it may do', async (asked, policy) => {
    expect((await get(asked)).headers['content-security-policy']).toBe(policy)
  })

  it.each(['/', '/assets/index-abc.js', '/datasets.json', '/nothing'])(
    '%s says nothing of where a reader was and guesses no types',
    async (asked) => {
      const { headers } = await get(asked)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['permissions-policy']).toBe('camera=(), microphone=(), geolocation=()')
      expect(headers['cross-origin-embedder-policy']).toBeUndefined()
    },
  )
})

describe('public data', () => {
  it.each(['/embed.html', '/ogi-chart.js', '/assets/embed/chart-abc.js', '/datasets.json', '/data/china-ogi/manifest.json'])(
    '%s may be read by other origins',
    async (asked) => {
      const { headers } = await get(asked)
      expect(headers['access-control-allow-origin']).toBe('*')
      expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
    },
  )

  it.each(['/', '/assets/index-abc.js', '/assets/engine/duckdb-eh-abc.wasm'])('%s may not', async (asked) => {
    const { headers } = await get(asked)
    expect(headers['access-control-allow-origin']).toBeUndefined()
    expect(headers['cross-origin-resource-policy']).toBeUndefined()
  })
})

describe('caching', () => {
  it.each([
    ['/', 'no-cache'],
    ['/browserCheck.js', 'no-cache'],
    ['/datasets.json', 'no-cache'],
    ['/ogi-chart.js', 'no-cache'],
    ['/data/china-ogi/manifest.json', 'no-cache'],
    ['/assets/index-abc.js', 'public, max-age=31536000, immutable'],
    ['/assets/engine/duckdb-eh-abc.wasm', 'public, max-age=31536000, immutable'],
    ['/data/china-ogi/dataset.0123456789abcdef.duckdb', 'public, max-age=31536000, immutable'],
    ['/nothing', 'no-cache'],
  ])('%s: %s', async (asked, rule) => expect((await get(asked)).headers['cache-control']).toBe(rule))

  it('spares the body when nothing changed', async () => {
    const tag = (await get('/datasets.json')).headers.etag ?? ''
    const again = await get('/datasets.json', { 'if-none-match': tag })
    expect([again.status, again.body.length]).toEqual([304, 0])
  })
})

describe('types', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/assets/index-abc.js', 'text/javascript; charset=utf-8'],
    ['/assets/engine/duckdb-eh-abc.wasm', 'application/wasm'],
    ['/assets/index-abc.js.gz', 'application/gzip'],
    ['/datasets.json', 'application/json; charset=utf-8'],
    ['/data/china-ogi/dataset.0123456789abcdef.duckdb', 'application/octet-stream'],
  ])('%s is %s', async (asked, type) => expect((await get(asked)).headers['content-type']).toBe(type))
})

describe('packed files', () => {
  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate, br;q=0.1', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['GZIP;q=0.5, br;q=0', 'gzip', gunzipSync],
  ])('are sent to whoever accepts %j: %s', async (accepted, encoding, unpack) => {
    const { headers, body } = await get('/assets/index-abc.js', { 'accept-encoding': accepted })
    expect(headers['content-encoding']).toBe(encoding)
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(headers.vary).toBe('Accept-Encoding')
    expect(headers['content-length']).toBe(String(body.length))
    expect(unpack(body).toString()).toBe('let a = 1;\n'.repeat(300))
  })

  it.each(['', 'identity', 'gzip;q=0', 'br;q=0.000', 'gzipped'])('are not sent to whoever accepts %j', async (accepted) => {
    const { headers, body } = await get('/assets/index-abc.js', { 'accept-encoding': accepted })
    expect([headers['content-encoding'], headers.vary, body.length]).toEqual([undefined, 'Accept-Encoding', 3300])
  })

  it('are another one when there is no such copy', async () => {
    expect((await get('/assets/only-abc.css', { 'accept-encoding': 'br, gzip' })).headers['content-encoding']).toBe('gzip')
  })

  it('are named each for itself: a browser never keeps one for the other', async () => {
    const tags = await Promise.all(
      ['', 'gzip', 'br'].map(async (accepted) => (await get('/assets/index-abc.js', { 'accept-encoding': accepted })).headers.etag),
    )
    expect(new Set(tags).size).toBe(3)
    const known = { 'accept-encoding': 'br', 'if-none-match': `"other", W/${tags[2]}` }
    expect((await get('/assets/index-abc.js', known)).status).toBe(304)
    expect((await get('/assets/index-abc.js', { ...known, 'accept-encoding': 'gzip' })).status).toBe(200)
    expect((await get('/assets/index-abc.js', { 'if-none-match': '*' })).status).toBe(304)
    expect((await get('/assets/nothing-abc.js', { 'if-none-match': '*' })).status).toBe(404)
    expect((await get('/assets/index-abc.js', { 'if-none-match': '"*"' })).status).toBe(200)
  })

  it('are never cut: a part is a part of the file itself', async () => {
    const { status, headers, body } = await get('/assets/index-abc.js', { 'accept-encoding': 'br, gzip', range: 'bytes=0-4' })
    expect([status, headers['content-encoding'], body.toString()]).toEqual([206, undefined, 'let a'])
  })
})

describe('parts of files', () => {
  const file = '/data/china-ogi/dataset.0123456789abcdef.duckdb'
  it.each([
    ['bytes=0-0', 206, '0', 'bytes 0-0/10'],
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-', 416, 'This part is outside of the file.\n', 'bytes */10'],
    ['bytes=-0', 416, 'This part is outside of the file.\n', 'bytes */10'],
    ['bytes=5-2', 200, '0123456789', undefined],
    ['bytes=99-2', 200, '0123456789', undefined],
    ['Bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=0-1,3-4', 200, '0123456789', undefined],
    ['lines=1-2', 200, '0123456789', undefined],
  ])('%s → %i %j', async (range, status, text, place) => {
    const answer = await get(file, { range })
    expect([answer.status, answer.body.toString(), answer.headers['content-range']]).toEqual([status, text, place])
  })

  it('of another version are not sent: the file comes whole', async () => {
    const tag = (await get(file)).headers.etag ?? ''
    expect((await get(file, { range: 'bytes=2-4', 'if-range': tag })).status).toBe(206)
    expect((await get(file, { range: 'bytes=2-4', 'if-range': '"older"' })).status).toBe(200)
  })

  it('are announced with the length', async () => {
    for (const asked of [{}, { range: 'bytes=2-4' }]) {
      const { status, headers, body } = await get(file, asked, 'HEAD')
      expect([status, headers['accept-ranges'], headers['content-length'], body.length]).toEqual([200, 'bytes', '10', 0])
    }
  })
})

describe('what is not there', () => {
  it.each([
    '/nothing',
    '/page/compare',
    '/assets/',
    '/data',
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets\\..\\..\\secret.txt',
    '//etc/passwd',
    '/%00',
    '/%',
    '/%E0%A4%A',
    '/.hidden',
    '/linked.txt',
    '/index.html/',
    '/C:/secret.txt',
  ])('%s is a 404, never another page', async (asked) => {
    const { status, headers, body } = await get(asked)
    expect([status, headers['content-type'], body.toString()]).toEqual([404, 'text/plain; charset=utf-8', 'There is no such file.\n'])
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
    const { status, headers } = await get('/', {}, method)
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })
})

describe('what is there', () => {
  it('is also there behind the longest address that the app reads', async () => {
    const address = `/?page=compare&agencies=${'a-body~'.repeat(28_000)}`
    expect((await get(address)).status).toBe(200)
  })
  it('may have a Chinese name and a query', async () => {
    const { status, body } = await get(`/data/china-ogi/api/${encodeURIComponent('年报')}.json?x=/../`)
    expect([status, body.toString()]).toEqual([200, '{"name":"年报"}'])
  })

  it('may be empty', async () => expect((await get('/empty.txt')).status).toBe(200))

  it('is only offered to this machine unless told otherwise', () => {
    expect(readServeOptions({}).host).toBe('127.0.0.1')
    expect(readServeOptions({ HOST: '0.0.0.0' }).host).toBe('0.0.0.0')
  })
})

describe('below a path', () => {
  it.each([
    ['/portal/ogi/', 200],
    ['/portal/ogi/index.html', 200],
    ['/portal/ogi/data/china-ogi/manifest.json', 200],
    ['/portal/ogi', 308],
    ['/index.html', 404],
    ['/portal/ogindex.html', 404],
    ['/portal/ogi/../../secret.txt', 404],
  ])('%s → %i', async (asked, status) => expect((await ask(below.port, asked)).status).toBe(status))

  it('has the same policies', async () => {
    const { headers } = await ask(below.port, '/portal/ogi/assets/engine/duckdb-browser-eh.worker-abc.js')
    expect(headers['content-security-policy']).toBe(engine)
  })
})

describe('wishes', () => {
  it.each([
    [{}, { port: 4173, host: '127.0.0.1', base: '/', embedOrigins: [] }],
    [
      { PORT: '8080', BASE: 'portal/ogi' },
      { port: 8080, host: '127.0.0.1', base: '/portal/ogi/', embedOrigins: [] },
    ],
    [
      { EMBED_ORIGINS: 'http://a.test https://b.test:8443' },
      { port: 4173, host: '127.0.0.1', base: '/', embedOrigins: ['http://a.test', 'https://b.test:8443'] },
    ],
  ])('%o are read as %o', (env, options) => expect(readServeOptions(env)).toEqual(options))

  it.each([
    [{ PORT: 'x' }, 'PORT must be a number from 0 to 65535, not “x”.'],
    [{ PORT: '70000' }, 'PORT must be a number from 0 to 65535, not “70000”.'],
    [{ EMBED_ORIGINS: "* 'unsafe-inline'" }, 'EMBED_ORIGINS must list origins such as http://portal:8080, not “*”.'],
  ])('%o are refused', (env, sentence) => expect(() => readServeOptions(env)).toThrow(sentence))

  it('for a port that is taken fail with a name for it', async () => {
    await expect(createServer(site, { port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
