import { decodeHtml } from './decodeHtml.ts'
import { fileProblems } from './problems.ts'
import type { ReaderContext, ReadFile } from './reader.ts'
import { readPage } from './readHtml.ts'

/** A page that a browser saved in one file, or an e-mail: its first part in HTML that holds an article. */
export function readMht(bytes: Uint8Array, context: ReaderContext = {}): Promise<ReadFile> {
  const pages = htmlParts({ bytes, from: 0, to: bytes.length }, 0).slice(0, mostPages)
  let refused: ReadFile = { refused: fileProblems.archivedPage }
  for (const [at, { body, charset }] of pages.entries()) {
    const text = decodeHtml(body, charset)
    const read: ReadFile = text === null ? { refused: fileProblems.encoding } : readPage(text, context)
    if ('document' in read) return Promise.resolve(read)
    if (at === 0) refused = read
  }
  return Promise.resolve(refused)
}

/** Frames and advertisements are parts, too. */
const mostPages = 20
const deepest = 5
const mostParts = 1_000

interface Stretch {
  readonly bytes: Uint8Array
  readonly from: number
  readonly to: number
}

interface HtmlPart {
  readonly body: Uint8Array
  readonly charset?: string
}

function htmlParts(part: Stretch, depth: number): readonly HtmlPart[] {
  const { headers, body } = splitHead(part)
  const type = headers.get('content-type') ?? ''
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type)
  if (/^\s*multipart\//i.test(type) && boundary !== null) {
    const parts = depth < deepest ? splitParts(body, boundary[1] ?? boundary[2] ?? '') : []
    return parts.flatMap((inner) => htmlParts(inner, depth + 1))
  }
  if (!/^\s*(?:text\/html|application\/xhtml\+xml)/i.test(type)) return []
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1]
  const decoded = decodeBody(body, headers.get('content-transfer-encoding') ?? '')
  return [{ body: decoded, ...(charset === undefined ? {} : { charset }) }]
}

const lineFeed = 0x0a
const longestHead = 65_536

/** The header fields, folded lines joined, and what follows the empty line. */
function splitHead({ bytes, from, to }: Stretch): { readonly headers: ReadonlyMap<string, string>; readonly body: Stretch } {
  let at = from
  const lines: string[] = []
  while (at < to && at - from < longestHead) {
    const end = bytes.indexOf(lineFeed, at)
    const stop = end < 0 || end >= to ? to : end
    const line = latin(bytes.subarray(at, stop)).replace(/\r$/, '')
    at = Math.min(stop + 1, to)
    if (line === '' && lines.length > 0) break
    if (/^[ \t]/.test(line) && lines.length > 0) lines[lines.length - 1] += ` ${line.trim()}`
    else if (line !== '') lines.push(line)
  }
  const headers = new Map(
    lines.flatMap((line): readonly (readonly [string, string])[] => {
      const colon = line.indexOf(':')
      return colon < 0 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]]
    }),
  )
  return { headers, body: { bytes, from: at, to } }
}

function splitParts({ bytes, from, to }: Stretch, boundary: string): readonly Stretch[] {
  const mark = `--${boundary}`
  const starts: { readonly at: number; readonly next: number; readonly last: boolean }[] = []
  for (let at = from; at < to && starts.length < mostParts;) {
    const end = bytes.indexOf(lineFeed, at)
    const stop = end < 0 || end >= to ? to : end
    // Only short lines can be boundaries.
    if (bytes[at] === 0x2d && stop - at <= mark.length + 40) {
      const line = latin(bytes.subarray(at, stop)).trimEnd()
      if (line === mark || line === `${mark}--`) starts.push({ at, next: Math.min(stop + 1, to), last: line !== mark })
    }
    at = stop + 1
  }
  // Cut off at the end, the last part still counts.
  return starts.flatMap(({ next, last }, at) => (last ? [] : [{ bytes, from: next, to: starts[at + 1]?.at ?? to }]))
}

function decodeBody({ bytes, from, to }: Stretch, encoding: string): Uint8Array {
  const body = bytes.subarray(from, to)
  if (/^\s*quoted-printable/i.test(encoding)) return decodeQuoted(body)
  return /^\s*base64/i.test(encoding) ? decodeBase64(body) : body
}

/** `=E7` is a byte, `=` at the end of a line joins it with the next. What is neither stays as it is. */
function decodeQuoted(body: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(body.length)
  let length = 0
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0
    if (byte === 0x3d) {
      const [high, low] = [hexOf(body[at + 1]), hexOf(body[at + 2])]
      if (high !== null && low !== null) {
        decoded[length++] = high * 16 + low
        at += 2
        continue
      }
      const end = softBreak(body, at + 1)
      if (end !== null) {
        at = end
        continue
      }
    }
    decoded[length++] = byte
  }
  return decoded.subarray(0, length)
}

/** Where the line ends, when nothing but spaces follows. */
function softBreak(body: Uint8Array, from: number): number | null {
  let at = from
  while (body[at] === 0x20 || body[at] === 0x09 || body[at] === 0x0d) at += 1
  return body[at] === lineFeed || at >= body.length ? at : null
}

function hexOf(byte: number | undefined): number | null {
  const digit = byte === undefined ? NaN : parseInt(String.fromCharCode(byte), 16)
  return Number.isNaN(digit) ? null : digit
}

const base64Digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const base64Values = new Map([...base64Digits].map((char, value) => [char.charCodeAt(0), value]))

function decodeBase64(body: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(Math.ceil((body.length * 3) / 4))
  let length = 0
  let bits = 0
  let count = 0
  for (const byte of body) {
    const value = base64Values.get(byte)
    if (value === undefined) continue
    bits = ((bits << 6) | value) & 0xffffff
    count += 6
    if (count >= 8) {
      count -= 8
      decoded[length++] = (bits >> count) & 0xff
    }
  }
  return decoded.subarray(0, length)
}

function latin(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
