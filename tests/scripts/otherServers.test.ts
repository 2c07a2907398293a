import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer as createNetServer } from 'node:net'
import { request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { headersOf } from '../../scripts/delivery.mjs'
import { writeServerFiles } from '../../scripts/serverFiles.mjs'
import { projectRoot } from '../sourceFiles.ts'

const isLong = process.env['OGI_LONG'] === '1'

/** A file of every kind that the site has. */
const files = [
  'index.html',
  'embed.html',
  'ogi-chart.js',
  'browserCheck.js',
  'mark.svg',
  'datasets.json',
  'NOTICE.txt',
  'data/china-ogi/manifest.json',
  'data/china-ogi/dataset.0123456789abcdef.duckdb',
  'data/china-ogi/dataset.zip',
  'data/china-ogi/api/answers/coverReports/0123456789abcdef.json',
  'data/china-ogi/api/indicators/requests_new.csv',
  'assets/index-abc.js',
  'assets/index-abc.css',
  'assets/pdf/UniGB-abc.bcmap',
  'assets/pdf/Sans-abc.ttf',
  'assets/parser/readPdf-abc.js',
  'assets/parser/pdf.worker-abc.mjs',
  'assets/engine/duckdb-eh-abc.wasm',
  'assets/engine/duckdb-browser-eh.worker-abc.js',
  'assets/embed/chart-abc.js',
] as const

/** What a server need not repeat letter by letter. */
const tidy = (value: string | null | undefined): string | undefined => value?.replace(/;\s*charset/i, '; charset').toLowerCase()

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Sends bytes as they stand, and gives what comes back until the server closes. */
const tell = (port: number, text: string): Promise<string> =>
  new Promise((resolve) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.setTimeout(1_000, () => socket.destroy())
    socket.on('data', (piece) => (heard += piece.toString()))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(heard))
  })

function ask(address: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(address, { headers, agent: false }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

const contentOf = (file: string): string => `${file}\n`.repeat(100)

let folder: string
let site: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'servers-'))
  // Servers started by an administrator read files as another user.
  chmodSync(folder, 0o755)
  site = path.join(folder, 'site')
  for (const file of files) {
    mkdirSync(path.dirname(path.join(site, file)), { recursive: true })
    writeFileSync(path.join(site, file), contentOf(file))
    if (file.endsWith('.zip')) continue
    writeFileSync(path.join(site, `${file}.gz`), gzipSync(contentOf(file)))
    writeFileSync(path.join(site, `${file}.br`), brotliCompressSync(contentOf(file)))
  }
  await writeServerFiles(site)
})

afterAll(() => rmSync(folder, { recursive: true }))

function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createNetServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

const canRun = (program: string, ...args: string[]): boolean => spawnSync(program, args).status === 0

interface OtherServer {
  readonly name: string
  /** Why it is not tried here, null where it is. */
  readonly missing: string | null
  /** Under which paths it is tried. */
  readonly paths: readonly string[]
  readonly packs: readonly ('br' | 'gzip')[]
  start(port: number, under: string): ChildProcess
}

const put = (name: string, text: string): string => {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}
const shipped = (name: string): string => readFileSync(path.join(site, name), 'utf8')

/** The shipped location, at another path and folder: what the guide tells an administrator to do. */
function nginxLocation(under: string): string {
  const moved = shipped('servers/nginx-location.conf').replaceAll('/srv/ogi-atlas/', `${site}/`)
  if (under !== '/') return moved.replaceAll('/ogi', under.slice(0, -1)).replaceAll(`${under.slice(0, -1)}_file`, '/ogi_file')
  return moved.replace(/location = \/ogi \{[^}]*\}/, '').replace('^/ogi/(', '^/(')
}

const nginx: OtherServer = {
  name: 'nginx',
  missing: canRun('nginx', '-v') ? null : 'nginx is not installed here',
  paths: ['/', '/ogi/', '/assets/data/'],
  packs: ['gzip'],
  start: (port, under) => {
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join('\n')
    const config = `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log; events {} http { access_log off; ${temporary}
      include ${put('maps.conf', shipped('servers/nginx-maps.conf'))};
      server { listen 127.0.0.1:${port}; include ${put('location.conf', nginxLocation(under))}; } }`
    return spawn('nginx', ['-c', put('nginx.conf', config)], { stdio: 'inherit' })
  },
}

const apacheBase = (port: number): string => {
  const modules = 'mpm_event authz_core mime dir alias headers rewrite deflate filter'.split(' ')
  return `ServerRoot ${folder}\nPidFile ${folder}/apache.pid\nErrorLog ${folder}/apache.log\nServerName localhost\nListen 127.0.0.1:${port}
    ${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
    TypesConfig /etc/mime.types\nUser www-data\nGroup www-data\nDocumentRoot ${folder}
    <FilesMatch "^\\.ht">\nRequire all denied\n</FilesMatch>
    AddOutputFilterByType DEFLATE text/html text/javascript application/json\n`
}
const startApache = (config: string): ChildProcess =>
  spawn('apache2', ['-D', 'FOREGROUND', '-f', put('apache.conf', config)], { stdio: 'inherit' })
const apacheMissing = canRun('apache2', '-v') ? null : 'Apache is not installed here'

const apache: OtherServer = {
  name: 'Apache with apache.conf',
  missing: apacheMissing,
  paths: ['/', '/ogi/', '/assets/data/'],
  packs: ['br', 'gzip'],
  start: (port, under) =>
    startApache(
      apacheBase(port) +
        shipped('servers/apache.conf')
          .replace('"/srv/ogi-atlas"', `"${site}"`)
          .replace('Alias "/ogi"', `Alias "${under === '/' ? '/' : under.slice(0, -1)}"`)
          .replace('Alias "/" "${OGI_FOLDER}"', 'DocumentRoot "${OGI_FOLDER}"'),
    ),
}

const apacheHidden: OtherServer = {
  name: 'Apache with .htaccess',
  missing: apacheMissing,
  paths: ['/', '/portal/ogi/'],
  packs: ['br', 'gzip'],
  start: (port, under) =>
    startApache(
      `${apacheBase(port)}<Directory ${site}>\nAllowOverride FileInfo Indexes\nRequire all granted\n</Directory>\n${
        under === '/' ? `DocumentRoot ${site}` : `Alias ${under.slice(0, -1)} ${site}`
      }\n`,
    ),
}

const python: OtherServer = {
  name: 'serve.py',
  missing: canRun('python3', '--version') ? null : 'Python 3 is not installed here',
  paths: ['/'],
  packs: ['br', 'gzip'],
  start: (port) =>
    spawn('python3', ['-S', path.join(site, 'servers/serve.py'), '--port', String(port), '--no-open'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
}

/** Only this one is quick and needs no administrator. */
const inShortForm = new Set([python])

describe.each([nginx, apache, apacheHidden, python])('$name', (server) => {
  describe.each(server.paths)('under %s', (under) => {
    let child: ChildProcess | undefined
    let address = ''
    const why = server.missing ?? (isLong || inShortForm.has(server) ? null : 'servers of other makers belong to the long form')

    beforeAll(async () => {
      if (why !== null) return
      const port = await findFreePort()
      child = server.start(port, under)
      address = `http://127.0.0.1:${port}${under}`
      await vi.waitFor(() => ask(address), { timeout: 5_000, interval: 50 })
    })
    afterAll(async () => {
      if (!child || child.exitCode !== null) return
      const ended = new Promise((resolve) => child?.once('close', resolve))
      child.kill('SIGTERM')
      await ended
    })

    it('says of every kind of file what our own server says', async ({ skip }) => {
      skip(why !== null, why ?? '')
      for (const file of files) {
        const { status, headers } = await ask(address + file)
        const wanted = Object.entries(headersOf(file)).map(([name, value]) => [name, tidy(value)])
        const said = wanted.map(([name]) => [name, tidy(headers[name?.toLowerCase() ?? '']?.toString())])
        expect([file, status, ...said]).toEqual([file, 200, ...wanted])
        if (!file.startsWith('data/') && !headersOf(file)['Access-Control-Allow-Origin'])
          expect([file, headers['access-control-allow-origin']]).toEqual([file, undefined])
      }
      const { headers, body } = await ask(address)
      expect([headers['content-security-policy'], body.toString()]).toEqual([
        headersOf('index.html')['Content-Security-Policy'],
        contentOf('index.html'),
      ])
    })

    it('sends packed files with the same headers, and never a part of one', async ({ skip }) => {
      skip(why !== null, why ?? '')
      for (const file of files.filter((name) => !name.endsWith('.zip'))) {
        for (const encoding of server.packs) {
          const { headers, body } = await ask(address + file, { 'accept-encoding': encoding })
          const wanted = Object.entries(headersOf(file)).map(([name, value]) => [name, tidy(value)])
          const said = wanted.map(([name]) => [name, tidy(headers[name?.toLowerCase() ?? '']?.toString())])
          expect([file, headers['content-encoding'], ...said]).toEqual([file, encoding, ...wanted])
          expect(body.length).toBe((encoding === 'gzip' ? gzipSync : brotliCompressSync)(contentOf(file)).length)
        }
        const none = await ask(address + file, { 'accept-encoding': 'br;q=0, gzip;q=0' })
        expect([file, none.headers['content-encoding'], none.body.toString()]).toEqual([file, undefined, contentOf(file)])
      }
      const part = await ask(`${address}data/china-ogi/dataset.0123456789abcdef.duckdb`, { range: 'bytes=5-8' })
      expect([part.status, part.body.toString()]).toEqual([206, contentOf(files[8]).slice(5, 9)])
      const packed = await ask(`${address}assets/engine/duckdb-eh-abc.wasm.gz`)
      expect((packed.headers['content-encoding'] === undefined ? gunzipSync(packed.body) : packed.body).toString()).toContain('duckdb')
    })

    it('spares what did not change', async ({ skip }) => {
      skip(why !== null, why ?? '')
      const { headers } = await ask(`${address}datasets.json`)
      const again = await ask(`${address}datasets.json`, { 'if-none-match': headers.etag ?? '' })
      expect([again.status, again.headers['cache-control'], again.body.length]).toEqual([304, 'no-cache', 0])
    })

    it('answers what is not there with a 404 that nobody keeps, and never with another page', async ({ skip }) => {
      skip(why !== null, why ?? '')
      for (const file of [
        'assets/gone-abc.js',
        'data/china-ogi/dataset.ffffffffffffffff.duckdb',
        'page/compare',
        '.htaccess',
        '../secret',
      ]) {
        const { status, headers, body } = await ask(address + file)
        expect([file, [400, 403, 404].includes(status)]).toEqual([file, true])
        expect([file, headers['cache-control'] ?? 'no-cache']).toEqual([file, 'no-cache'])
        expect(body.toString()).not.toContain('index.html\nindex.html')
      }
    })
  })
})

describe('serve.py', () => {
  it('takes nothing that comes with a question for the next question', async ({ skip }) => {
    skip(python.missing !== null, python.missing ?? '')
    const port = await findFreePort()
    const child = python.start(port, '/')
    try {
      await vi.waitFor(() => ask(`http://127.0.0.1:${port}/`), { timeout: 5_000, interval: 50 })
      const inside = 'GET /mark.svg HTTP/1.1\r\nHost: x\r\n\r\n'
      const answered = await tell(port, `GET /datasets.json HTTP/1.1\r\nHost: x\r\nContent-Length: ${inside.length}\r\n\r\n${inside}`)
      expect(answered.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200'])
    } finally {
      child.kill('SIGTERM')
    }
  })
})

describe('web.config', () => {
  const read = (): string => readFileSync(path.join(site, 'web.config'), 'utf8')
  /** Headers of a part of the file, in the order of its parts: a later one replaces an earlier one. */
  const headersIn = (part: string): [string, string][] =>
    [...part.matchAll(/<add name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name ?? '', value ?? ''])

  it.each(files)('says of %s what our own server says', (file) => {
    const [whole = '', ...places] = read().split(/<location path="/)
    const fitting = places.filter((place) => {
      const name = place.slice(0, place.indexOf('"'))
      return file === name || file.startsWith(`${name}/`)
    })
    const said = Object.fromEntries([whole, ...fitting].flatMap(headersIn))
    const { 'Content-Type': type, 'Cache-Control': cache, ...wanted } = headersOf(file)
    expect(said).toMatchObject(wanted)
    expect(said['Access-Control-Allow-Origin']).toBe(wanted['Access-Control-Allow-Origin'])
    expect(read()).toContain(`<mimeMap fileExtension="${path.extname(file)}" mimeType="${type}" />`)
    // A file by its name's pattern cannot be told apart there: a compiled dataset is asked for again each time.
    const isKept = fitting.some((place) => place.includes('cacheControlMode="UseMaxAge"'))
    expect(isKept).toBe(cache !== 'no-cache' && !file.endsWith('.duckdb'))
  })

  it('takes links that name many bodies', () => expect(read()).toMatch(/<requestLimits maxQueryString="16384" \/>/))

  it('removes every header and type before it adds it, for a server that has them already', () => {
    for (const [, name] of read().matchAll(/<add name="([^"]+)"/g)) expect(read()).toContain(`<remove name="${name}" />`)
    for (const [, ending] of read().matchAll(/<mimeMap fileExtension="([^"]+)"/g))
      expect(read()).toContain(`<remove fileExtension="${ending}" />`)
  })
})

describe('the small servers', () => {
  it('come with the scripts that start them, as Windows and Unix read them', () => {
    expect(shipped('start-windows.cmd').replaceAll('\r\n', '')).not.toContain('\n')
    expect(shipped('start.sh')).not.toContain('\r')
    expect(readFileSync(path.join(projectRoot, 'scripts/servers/serve.ps1'), 'utf8')).toMatch(/^\uFEFF/)
  })
})
