import type { ZipEntry } from './zipDirectory.ts'
import { readZipDirectory } from './zipDirectory.ts'

/** What a file is by its content, whatever its name ends with. */
export type FileKind =
  | 'empty'
  | 'text'
  | 'markdown'
  | 'html'
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'zip'
  | 'ofd'
  | 'opendocument'
  | 'slides'
  | 'binaryExcel'
  | 'word97'
  | 'officeEncrypted'
  | 'picture'
  | 'rtf'
  | 'mht'
  | 'xml'
  | 'rar'
  | 'sevenZip'
  | 'gzip'
  | 'tar'

const signatures: readonly (readonly [FileKind, readonly number[]])[] = [
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['picture', [0x52, 0x49, 0x46, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['sevenZip', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['gzip', [0x42, 0x5a, 0x68]],
  ['gzip', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
]

/** Tells the kind of a file; `text` is what is left, and may still prove unreadable. */
export function sniffFile(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  const start = latin(bytes.subarray(0, 4096))
  // The PDF reference lets anything stand before the header within the first kilobyte.
  if (start.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (/^PK(?:\u0003\u0004|\u0005\u0006|\u0007\u0008)/.test(start)) return sniffZip(bytes, start)
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return isEncryptedOffice(bytes) ? 'officeEncrypted' : 'word97'
  const known = signatures.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte))
  if (known !== undefined) return known[0]
  if (isBitmap(bytes, start) || start.slice(4, 12) === 'ftypheic') return 'picture'
  if (start.slice(257, 262) === 'ustar') return 'tar'
  return sniffText(bytes, start)
}

function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}

/** A bitmap says its own length; a text may start with the same two letters. */
function isBitmap(bytes: Uint8Array, start: string): boolean {
  if (!start.startsWith('BM') || bytes.length < 26) return false
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(2, true) === bytes.length
}

/** Told by the names in the archive's own directory; where that is lost, by the first name in the file. */
function sniffZip(bytes: Uint8Array, start: string): FileKind {
  const directory = readZipDirectory(bytes)
  if ('entries' in directory) return sniffEntries(directory.entries, start)
  const first = /^(?:PK\u0007\u0008)?PK\u0003\u0004[\s\S]{26}([\w[\].\-/]{1,60})/.exec(start)?.[1] ?? ''
  if (!/^(?:\[Content_Types\]\.xml|_rels\/|docProps\/|word\/|xl\/|mimetype)/.test(first)) return start.includes('OFD.xml') ? 'ofd' : 'zip'
  if (first.startsWith('mimetype')) return sniffEntries([], start)
  const all = latin(bytes.subarray(0, 1 << 16)) + latin(bytes.subarray(-(1 << 16)))
  return all.includes('xl/') && !all.includes('word/') ? 'xlsx' : 'docx'
}

function sniffEntries(entries: readonly Pick<ZipEntry, 'name'>[], start: string): FileKind {
  const names = new Set(entries.map(({ name }) => name))
  if (names.has('OFD.xml')) return 'ofd'
  if (start.slice(30, 120).startsWith('mimetypeapplication/vnd.oasis.opendocument')) return 'opendocument'
  if (!names.has('[Content_Types].xml')) return 'zip'
  if (names.has('xl/workbook.bin')) return 'binaryExcel'
  const holds = (folder: string): boolean => entries.some(({ name }) => name.startsWith(folder) && name.endsWith('.xml'))
  if (holds('word/')) return 'docx'
  if (holds('xl/')) return 'xlsx'
  return holds('ppt/') ? 'slides' : 'zip'
}

/** A password makes a Word or Excel file a stream of this name in the container of the old formats. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  const name = [...'EncryptedPackage'].flatMap((char) => [char.charCodeAt(0), 0])
  for (let at = bytes.indexOf(0x45); at >= 0; at = bytes.indexOf(0x45, at + 1)) {
    if (name.every((byte, offset) => bytes[at + offset] === byte)) return true
  }
  return false
}

function sniffText(bytes: Uint8Array, start: string): FileKind {
  const plain = withoutMarks(start)
  if (/^\s*\{\\rtf/.test(plain)) return 'rtf'
  if (looksLikeHtml(plain)) return 'html'
  // A long comment, or scripts and styles, may come before the page.
  if (/^\s*(?:<\?xml|<!--|<!doctype)/i.test(plain)) return sniffMarkup(withoutMarks(latin(bytes.subarray(0, 1 << 18))))
  if (/^(?:from|mime-version|date|subject|snapshot-content-location|content-type|x-[\w-]+):/i.test(plain) && /multipart\//i.test(plain))
    return 'mht'
  return hasPipeTable(bytes) || hasTableElement(bytes) ? 'markdown' : 'text'
}

/** Without a byte-order mark; UTF-16 reads as its ASCII characters. */
const withoutMarks = (text: string): string => text.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '').replaceAll('\0', '')

const prolog = /^\s*(?:(?:<\?[^>]*>|<!--[\s\S]*?-->|<!\[(?:if|endif)[^>]*>)\s*)*/
const pageElements =
  'html|head|body|table|div|meta|p|style|section|article|script|link|title|center|font|span|h[1-6]|ul|ol|br|a|main|tr|td|form|base|iframe'

function looksLikeHtml(plain: string): boolean {
  const rest = plain.replace(prolog, '')
  return new RegExp(`^<(?:!doctype\\s+html|(?:${pageElements})(?=[\\s/>]))`, 'i').test(rest)
}

function sniffMarkup(plain: string): FileKind {
  if (looksLikeHtml(plain)) return 'html'
  return /^\s*<!--/.test(plain) && /<(?:html|body|table)[\s>]/i.test(plain) ? 'html' : 'xml'
}

/** A table in HTML among lines of text, as Markdown allows. */
function hasTableElement(bytes: Uint8Array): boolean {
  const text = withoutMarks(latin(bytes.subarray(0, 1 << 20)))
  return /<table[\s>]/i.test(text) && /<\/table\s*>/i.test(text) && /<td[\s>]/i.test(text)
}

const ruleLine = /^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$|^[ \t]*\|[ \t]*:?-{3,}:?[ \t]*\|[ \t]*$/

/** A line of dashes between bars, right below a line with bars: the head of a table in Markdown. */
function hasPipeTable(bytes: Uint8Array): boolean {
  if (!bytes.includes(0x7c) || !bytes.includes(0x2d)) return false
  const lines = withoutMarks(latin(bytes.subarray(0, 1 << 20))).split(/\r\n?|\n/)
  return lines.some((line, at) => ruleLine.test(line) && (lines[at - 1] ?? '').includes('|') && !ruleLine.test(lines[at - 1] ?? ''))
}
