/**
 * What a server says about each file: the one place where it is stated. Our own servers follow it as it runs; the files for other servers
 * (`scripts/serverFiles.mjs`) are written from it.
 * @typedef {Record<string, string>} Headers
 */

/** Files by the end of their name. Whatever is not listed is a download. */
export const types = /** @type {const} */ ({
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
  br: 'application/octet-stream',
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
 * @typedef {object} Rule how a file is delivered where it differs from the folder that it is in
 * @property {'page' | 'engine' | 'parser' | 'embed'} [policy]
 * @property {boolean} [keep] its name holds a hash of its content: it never changes
 * @property {boolean} [open] public data without cookies: pages of other origins, and frames that have none, may read it
 */

/** Folders, each with all that is in it; the last one that fits counts. @type {readonly (readonly [folder: string, rule: Rule])[]} */
export const folders = [
  ['', { policy: 'page' }],
  ['assets/', { keep: true }],
  ['assets/engine/', { policy: 'engine', keep: true }],
  ['assets/parser/', { policy: 'parser', keep: true }],
  ['assets/embed/', { policy: 'embed', keep: true, open: true }],
  ['data/', { open: true }],
]

/** Single files that differ from their folder. @type {readonly (readonly [file: string, rule: Rule])[]} */
export const singleFiles = [
  ['embed.html', { policy: 'embed', open: true }],
  ['ogi-chart.js', { policy: 'embed', open: true }],
  ['datasets.json', { open: true }],
]

/** A compiled dataset, in whatever folder. */
export const keptDataFile = /(^|\/)dataset\.[0-9a-f]{16}\.duckdb$/

/** @param {string} path @returns {Rule} */
function ruleOf(path) {
  const own = singleFiles.find(([file]) => file === path)?.[1]
  if (own) return own
  const rule = folders.filter(([folder]) => path.startsWith(folder)).pop()?.[1] ?? {}
  return keptDataFile.test(path) ? { ...rule, keep: true } : rule
}

/**
 * @param {Rule['policy']} kind
 * @param {readonly string[]} embedOrigins
 */
export function policyText(kind = 'page', embedOrigins = []) {
  if (kind === 'engine') return enginePolicy
  if (kind === 'parser') return parserPolicy
  return kind === 'embed' ? embedPolicy(embedOrigins) : pagePolicy
}

/**
 * @param {string} path inside the published folder, without a leading slash
 * @param {readonly string[]} embedOrigins
 */
export const policyOf = (path, embedOrigins = []) => policyText(ruleOf(path).policy, embedOrigins)

/** For files that never change, and for all others: they are asked for again, and only sent when they changed. */
export const cacheRules = { keep: 'public, max-age=31536000, immutable', ask: 'no-cache' }

/** @type {Headers} */
export const openHeaders = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }

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
  const { policy, keep = false, open = false } = ruleOf(path)
  return {
    ...everywhere,
    'Content-Type': typeOf(path),
    'Content-Security-Policy': policyText(policy, embedOrigins),
    'Cache-Control': keep ? cacheRules.keep : cacheRules.ask,
    ...(open && openHeaders),
  }
}
