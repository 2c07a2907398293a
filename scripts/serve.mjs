import { spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { createServer as createHttpServer } from 'node:http'
import path from 'node:path'
import process from 'node:process'
import { pipeline } from 'node:stream'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { everywhere, headersOf, policyOf } from './delivery.mjs'

/**
 * @typedef {object} ServeOptions
 * @property {number} [port] 0, the default, takes a free one
 * @property {string} [host] 127.0.0.1 unless told otherwise: nothing but this machine
 * @property {string} [base] the path under which the files stand, `/` or `/portal/ogi/`
 * @property {readonly string[]} [embedOrigins] origins that may show embeds in a frame
 * @property {boolean} [compress] sends the `.br` or `.gz` that stands beside a file; true unless told otherwise
 *
 * @typedef {object} Served
 * @property {string} address ends with a slash
 * @property {number} port
 * @property {() => Promise<void>} close
 */

/** The longest address that the app reads has room: one that was opened in a click must also open when the page is loaded again. */
const mostHeaderBytes = 256 * 1024

/**
 * Serves a folder as it is: what is not there is a 404, never another page.
 * @param {string} folder
 * @param {ServeOptions} [options]
 * @returns {Promise<Served>} rejects with `EADDRINUSE` when the port is taken
 */
export async function createServer(folder, { port = 0, host = '127.0.0.1', base = '/', embedOrigins = [], compress = true } = {}) {
  const root = await realpath(folder)
  const server = createHttpServer({ maxHeaderSize: mostHeaderBytes }, (request, response) => {
    answer(request, response, { root, base, embedOrigins, compress }).catch((error) => {
      console.error(error)
      if (response.headersSent) response.destroy()
      else refuse(response, 500, 'The server could not read this file.')
    })
  })
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(undefined))
  })
  const bound = /** @type {import('node:net').AddressInfo} */ (server.address()).port
  return {
    port: bound,
    address: `http://localhost:${bound}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ root: string, base: string, embedOrigins: readonly string[], compress: boolean }} site
 */
async function answer(request, response, { root, base, embedOrigins, compress }) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD')
    return refuse(response, 405, 'This server only answers GET and HEAD.')
  }
  const asked = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/'
  if (asked === base.slice(0, -1) && base !== '/') {
    response.writeHead(308, { ...everywhere, Location: base }).end()
    return
  }
  const name = asked.startsWith(base) ? nameOf(asked.slice(base.length)) : undefined
  const file = name === undefined ? undefined : await findFile(root, name)
  if (name === undefined || !file) return refuse(response, 404, 'There is no such file.')

  // Parts are a matter of GET alone.
  const range = request.method === 'GET' ? request.headers.range : undefined
  const packed = compress && !range ? await findPacked(root, name, request.headers['accept-encoding'] ?? '') : undefined
  const sent = packed ?? file
  const tag = `"${sent.size.toString(16)}-${Math.trunc(sent.modified).toString(16)}${packed ? `-${packed.encoding}` : ''}"`
  for (const [header, value] of Object.entries(headersOf(name, embedOrigins))) response.setHeader(header, value)
  response.setHeader('ETag', tag)
  response.setHeader('Vary', 'Accept-Encoding')
  if (packed) response.setHeader('Content-Encoding', packed.encoding)
  else response.setHeader('Accept-Ranges', 'bytes')
  if (isNamed(tag, request.headers['if-none-match'])) {
    response.writeHead(304).end()
    return
  }
  const condition = request.headers['if-range']
  // A part of another version than the one that was begun would not fit: then the whole file is sent.
  const part = range === undefined || (condition !== undefined && condition !== tag) ? undefined : partOf(range, sent.size)
  if (part === 'outside') {
    response.setHeader('Content-Range', `bytes */${sent.size}`)
    return refuse(response, 416, 'This part is outside of the file.')
  }
  if (part) response.setHeader('Content-Range', `bytes ${part.start}-${part.end}/${sent.size}`)
  response.setHeader('Content-Length', part ? part.end - part.start + 1 : sent.size)
  response.writeHead(part ? 206 : 200)
  if (request.method === 'HEAD' || sent.size === 0) {
    response.end()
    return
  }
  // Whoever asks may leave before the end; that is no fault of ours.
  pipeline(createReadStream(sent.path, part ?? {}), response, () => undefined)
}

/**
 * The name of a file in the folder, or nothing when the address cannot be one: broken escapes, ways out of the folder, hidden files.
 * @param {string} asked
 */
function nameOf(asked) {
  let name
  try {
    name = decodeURIComponent(asked)
  } catch {
    return undefined
  }
  if (name === '' || name.endsWith('/')) name += 'index.html'
  const parts = name.split('/')
  return parts.some((part) => part === '' || part.startsWith('.') || /[\\\0:]/.test(part)) ? undefined : name
}

/**
 * @param {string} root
 * @param {string} name
 */
async function findFile(root, name) {
  try {
    const found = await realpath(path.join(root, name))
    if (!found.startsWith(root + path.sep)) return undefined
    const about = await stat(found)
    return about.isFile() ? { path: found, size: about.size, modified: about.mtimeMs } : undefined
  } catch {
    return undefined
  }
}

/** Packed copies that may stand beside a file, the smaller first. */
const packings = /** @type {const} */ ([
  ['br', '.br'],
  ['gzip', '.gz'],
])

/**
 * The smallest copy that whoever asks can unpack.
 * @param {string} root
 * @param {string} name
 * @param {string} accepted the header `Accept-Encoding`
 */
async function findPacked(root, name, accepted) {
  const wishes = new Map(accepted.split(',').map((wish) => readWish(wish)))
  for (const [encoding, end] of packings) {
    const found = (wishes.get(encoding) ?? 0) > 0 ? await findFile(root, name + end) : undefined
    if (found) return { ...found, encoding }
  }
  return undefined
}

/** `gzip;q=0.5` → `['gzip', 0.5]`. @param {string} wish @returns {[string, number]} */
function readWish(wish) {
  const [name = '', ...params] = wish.split(';').map((part) => part.trim().toLowerCase())
  const weight = params.find((param) => param.startsWith('q='))
  return [name, weight === undefined ? 1 : Number(weight.slice(2)) || 0]
}

/**
 * Is this version one of those that whoever asks has already?
 * @param {string} tag
 * @param {string | undefined} known the header `If-None-Match`
 */
const isNamed = (tag, known) => {
  const named = (known ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''))
  return named.includes(tag) || known?.trim() === '*'
}

/**
 * One range of bytes; several at once, other units, and a range that ends before it begins are answered with the whole file.
 * @param {string} range
 * @param {number} size
 * @returns {{ start: number, end: number } | 'outside' | undefined}
 */
function partOf(range, size) {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/i.exec(range) ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return undefined
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start > end || start >= size ? 'outside' : { start, end }
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} sentence
 */
function refuse(response, status, sentence) {
  response.writeHead(status, {
    ...everywhere,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Security-Policy': policyOf(''),
    'Cache-Control': 'no-cache',
  })
  response.end(`${sentence}\n`)
}

/** The wish of whoever starts a server, from the environment. @throws {Error} with a sentence when it cannot be one */
export function readServeOptions(env = process.env) {
  const port = Number(env.PORT ?? 4173)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`PORT must be a number from 0 to 65535, not “${env.PORT}”.`)
  const embedOrigins = (env.EMBED_ORIGINS ?? '').split(/\s+/).filter(Boolean)
  const odd = embedOrigins.find((origin) => !/^https?:\/\/[\w.-]+(:\d+)?$/.test(origin))
  if (odd) throw new Error(`EMBED_ORIGINS must list origins such as http://portal:8080, not “${odd}”.`)
  return { port, host: env.HOST ?? '127.0.0.1', base: `/${env.BASE ?? ''}/`.replace(/\/+/g, '/'), embedOrigins }
}

/**
 * Serves until it is stopped, or says in a sentence why it cannot.
 * @param {string} folder
 * @returns {Promise<Served | undefined>}
 */
export async function serveUntilStopped(folder) {
  let options
  try {
    options = readServeOptions()
    const served = await createServer(folder, options)
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => void served.close())
    return served
  } catch (error) {
    console.error(sentenceOf(/** @type {NodeJS.ErrnoException} */ (error), folder, options?.port))
    process.exitCode = 1
    return undefined
  }
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {string} folder
 * @param {number | undefined} port
 */
function sentenceOf(error, folder, port) {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is in use by another program. Choose another one, for example: PORT=${(port ?? 4173) + 1} npm start`
  if (error.code === 'EACCES') return `Port ${port} may not be opened by this user. Choose one above 1023, for example: PORT=4173 npm start`
  if (error.code === 'ENOENT') return `There is no folder ${folder}. Build the site first: npm run build`
  return error.message
}

/** Opens the reader's browser; without one the address that was printed is enough. @param {string} address */
function openBrowser(address) {
  const [program, ...args] =
    process.platform === 'win32' ? ['cmd', '/c', 'start', '', address] : [process.platform === 'darwin' ? 'open' : 'xdg-open', address]
  const child = spawn(program ?? '', args, { stdio: 'ignore', detached: true })
  child.on('error', () => undefined)
  child.unref()
}

/** The site: the folder that is named, `dist/` of the project, or the folder around when this script stands in the site itself. */
async function findSite() {
  const named = process.argv.slice(2).find((part) => !part.startsWith('--'))
  if (named !== undefined) return named
  const around = fileURLToPath(new URL('..', import.meta.url))
  return (await findFile(await realpath(around), 'servers/serve.mjs')) ? around : path.join(around, 'dist')
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const served = await serveUntilStopped(await findSite())
  if (served) {
    console.log(served.address)
    if (process.argv.includes('--open')) openBrowser(served.address)
  }
}
