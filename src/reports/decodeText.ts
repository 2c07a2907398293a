/**
 * The characters of a text file: byte-order mark first, then strict UTF-8, UTF-16 without a mark, strict GB 18030.
 * Null when none of them fits: a wrong guess would show other characters than were printed.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = encodingOfMark(bytes)
  if (marked !== null) return decodeAs(marked, bytes)
  const utf16 = guessUtf16(bytes)
  if (utf16 !== null) return decodeAs(utf16, bytes)
  return decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes)
}

function encodingOfMark([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

/** Spaces, digits and line ends of a UTF-16 text have a zero byte on the same side; UTF-8 and GB 18030 texts have none at all. */
function guessUtf16(bytes: Uint8Array): string | null {
  const zeros = [0, 0]
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (bytes.length % 2 !== 0 || even + odd === 0) return null
  if (even === 0) return 'utf-16le'
  return odd === 0 ? 'utf-16be' : null
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    // Control characters never stand in a report: the bytes are something else.
    return /[\u0000-\u0008\u000E-\u001F\uFFFE\uFFFF]/.test(text) ? null : text
  } catch {
    return null
  }
}
