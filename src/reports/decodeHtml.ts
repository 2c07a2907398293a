import { decodeText } from './decodeText.ts'

/**
 * The characters of a web page. What it says of its encoding is often wrong, so bytes decide: a byte-order mark, UTF-16, strict UTF-8,
 * then the encoding that it names, then GB 18030. A page with a few broken bytes is read with U+FFFD in their place, which no number
 * and no label survives unseen; null when more than that is broken. `said`: the encoding named outside of the page, if any.
 */
export function decodeHtml(bytes: Uint8Array, said?: string): string | null {
  const plain = decodeText(bytes)
  const named = said ?? encodingNamed(bytes)
  const isOther = named !== null && !/^(?:utf-?8|gb[-_]?2312|gbk|gb18030|x-gbk|utf-16)/i.test(named)
  if (plain !== null && !isOther) return plain
  const other = isOther ? decodeOther(bytes, named) : null
  return other ?? plain ?? decodeBroken(bytes, 'utf-8') ?? decodeBroken(bytes, 'gb18030')
}

/** What the page says of itself, in its first two thousand characters. */
function encodingNamed(bytes: Uint8Array): string | null {
  const start = Array.from(bytes.subarray(0, 2048), (byte) => String.fromCharCode(byte)).join('')
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1] ?? null
}

/** Big5, Shift JIS and the like: only where the bytes are no UTF-8. */
function decodeOther(bytes: Uint8Array, encoding: string): string | null {
  if (isUtf8(bytes)) return null
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    // Every byte is a Latin letter: then the name proves nothing.
    return /^(?:windows-125\d|iso-8859-\d+|latin|us-ascii|ascii|macintosh)/i.test(encoding) ? null : cleanText(text)
  } catch {
    return null
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** One broken character in two hundred and more is another encoding, or no text. */
const mostBroken = 0.005

function decodeBroken(bytes: Uint8Array, encoding: string): string | null {
  const text = cleanText(new TextDecoder(encoding).decode(bytes))
  const wide = text.match(/[^\u0000-\u00FF]/g)?.length ?? 0
  const broken = text.match(/\uFFFD/g)?.length ?? 0
  return broken <= Math.max(wide * mostBroken, 2) ? text : null
}

/** Control characters stand in no page; in their place stands what shows that something is lost. */
const cleanText = (text: string): string => text.replace(/[\u0000-\u0008\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
