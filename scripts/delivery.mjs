/**
 * What a server says about each file. The deployment guide for other servers repeats these rules; the tests compare headers with them.
 * @typedef {Record<string, string>} Headers
 */

/** Files by the end of their name. Whatever is not listed is a download. */
const types = /** @type {const} */ ({
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  wasm: 'application/wasm',
  gz: 'application/gzip',
  zip: 'application/zip',
  duckdb: 'application/octet-stream',
  bcmap: 'application/octet-stream',
  pfb: 'application/octet-stream',
  ttf: 'font/ttf',
})

/** @param {string} path */
export function typeOf(path) {
  const end = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  return end in types ? types[/** @type {keyof typeof types} */ (end)] : 'application/octet-stream'
}

const closed = "object-src 'none'; base-uri 'none'; form-action 'none'"

/** The app. Whatever it may not name is forbidden. */
const pagePolicy = [
  "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'",
  `img-src 'self' data: blob:; font-src 'self'; frame-src 'self'; ${closed}; frame-ancestors 'self'`,
].join('; ')

/** The engine's worker: it compiles WebAssembly and reads the bytes that the page hands it. It has no network, not even ours. */
const enginePolicy = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src blob:; ${closed}`

/** Workers that read files of strangers. */
const parserPolicy = `default-src 'none'; script-src 'self'; connect-src 'none'; ${closed}`

/** @param {readonly string[]} origins that may show an embed in a frame, beside our own */
const embedPolicy = (origins) =>
  [
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'",
    `frame-src 'none'; ${closed}; frame-ancestors ${["'self'", ...origins].join(' ')}`,
  ].join('; ')

/**
 * @param {string} path inside the published folder, without a leading slash
 * @param {readonly string[]} embedOrigins
 */
export function policyOf(path, embedOrigins = []) {
  if (path.startsWith('assets/engine/')) return enginePolicy
  if (path.startsWith('assets/parser/')) return parserPolicy
  if (isEmbed(path)) return embedPolicy(embedOrigins)
  return pagePolicy
}

/** @param {string} path */
const isEmbed = (path) => path === 'embed.html' || path.startsWith('assets/embed/')

/** Public data without cookies: pages of other origins, and frames that have none, may read it. @param {string} path */
const isOpen = (path) => isEmbed(path) || path === 'datasets.json' || path.startsWith('data/')

/** Files whose name holds a hash of their content never change. @param {string} path */
const isHashed = (path) => path.startsWith('assets/') || /(^|\/)dataset\.[0-9a-f]{16}\.duckdb$/.test(path)

/** Sent with every answer, also when there is no such file. @type {Headers} */
export const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
}

/**
 * Every header that depends on the file alone.
 * @param {string} path inside the published folder, without a leading slash
 * @param {readonly string[]} embedOrigins
 * @returns {Headers}
 */
export function headersOf(path, embedOrigins = []) {
  return {
    ...everywhere,
    'Content-Type': typeOf(path),
    'Content-Security-Policy': policyOf(path, embedOrigins),
    'Cache-Control': isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(isOpen(path) && { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }),
  }
}
