/** What a file is by its first bytes, whatever its name ends with. */
export type FileKind = 'empty' | 'pdf' | 'zip' | 'ofd' | 'word97' | 'picture' | 'rtf' | 'html' | 'text'

const signatures: readonly (readonly [FileKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['word97', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['picture', [0x52, 0x49, 0x46, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]

/** Tells the kind of a file; `text` is what is left, and may still prove unreadable. */
export function sniffFile(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  const start = Array.from(bytes.subarray(0, 2048), (byte) => String.fromCharCode(byte)).join('')
  // The PDF reference lets anything stand before the header within the first kilobyte.
  if (start.slice(0, 1024).includes('%PDF-')) return 'pdf'
  const known = signatures.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte))
  if (known?.[0] === 'zip') return start.includes('OFD.xml') ? 'ofd' : 'zip'
  if (known !== undefined) return known[0]
  return looksLikeHtml(start) ? 'html' : 'text'
}

function looksLikeHtml(start: string): boolean {
  const plain = start.replaceAll('\0', '').replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|body|table|div|meta|p|style|section|article)[\s>]/i.test(
    plain,
  )
}
