import { Inflate } from 'fflate'

/** How much an archive may hold. Declared sizes lie, so what is counted is what comes out. */
export interface ZipLimits {
  readonly entries: number
  /** Bytes of all entries together, inflated. */
  readonly inflated: number
  /** Inflated bytes for each packed one, of an entry of more than a megabyte. */
  readonly ratio: number
}

export const usualZipLimits: ZipLimits = { entries: 2_000, inflated: 200_000_000, ratio: 100 }

/** One file or folder in an archive, as its central directory names it. */
export interface ZipEntry {
  /** With `/` between folders; steps out of the archive, drive letters and invisible characters are left out. */
  readonly name: string
  readonly isFolder: boolean
  readonly isEncrypted: boolean
  /** 0 stored, 8 deflated; others cannot be read. */
  readonly method: number
  readonly packedSize: number
  /** As declared. */
  readonly size: number
  readonly crc: number
  /** Where its own header and its packed bytes start. */
  readonly header: number
  readonly start: number
}

/**
 * Why an archive or an entry is not read: `damaged` (cut off, entries over one another, a checksum that does not fit),
 * `too_large` (more than the limits), `encrypted`, `method` (packed in another way).
 */
export type ZipTrouble = 'damaged' | 'too_large' | 'encrypted' | 'method'

/** Reads the central directory of a zip; nothing is inflated. */
export function readZipDirectory(
  bytes: Uint8Array,
  limits: ZipLimits = usualZipLimits,
): { readonly entries: readonly ZipEntry[] } | { readonly trouble: ZipTrouble } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return { trouble: 'damaged' }
  if (end.count > limits.entries) return { trouble: 'too_large' }
  const entries: ZipEntry[] = []
  let at = end.start
  for (let count = 0; count < end.count; count += 1) {
    const entry = readEntry(bytes, view, at, end)
    if (entry === null) return { trouble: 'damaged' }
    entries.push(entry.entry)
    at = entry.next
  }
  // A count that does not fit would leave files out without a word.
  if (at !== end.stop && !isSignature(view, at)) return { trouble: 'damaged' }
  if (overlaps(entries, end.start)) return { trouble: 'damaged' }
  const declared = entries.reduce((sum, { size }) => sum + size, 0)
  return declared > limits.inflated || entries.some((entry) => isBomb(entry.size, entry.packedSize, limits))
    ? { trouble: 'too_large' }
    : { entries }
}

/** Small entries of one repeated character are no danger. */
const isBomb = (inflated: number, packed: number, { ratio }: ZipLimits): boolean => inflated > 1_000_000 && inflated > packed * ratio

interface DirectoryEnd {
  readonly count: number
  readonly start: number
  /** Where the directory ends. */
  readonly stop: number
  /** Bytes before the archive, which its offsets do not count. */
  readonly shift: number
}

/** A signature of the whole directory may stand behind its last entry. */
const isSignature = (view: DataView, at: number): boolean => at + 4 <= view.byteLength && view.getUint32(at, true) === 0x05054b50

const signatureOf = { entry: 0x02014b50, local: 0x04034b50, end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 } as const

function findEnd(view: DataView): DirectoryEnd | null {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== signatureOf.end) continue
    const end = readEnd(view, at) ?? readEnd64(view, at)
    if (end !== null) return end
  }
  return null
}

function readEnd(view: DataView, at: number): DirectoryEnd | null {
  const [count, size, offset] = [view.getUint16(at + 10, true), view.getUint32(at + 12, true), view.getUint32(at + 16, true)]
  if (count === 0xffff || size === 0xffffffff || offset === 0xffffffff) return null
  return makeEnd(count, size, offset, at)
}

function readEnd64(view: DataView, at: number): DirectoryEnd | null {
  if (at < 20 || view.getUint32(at - 20, true) !== signatureOf.locator64) return null
  const place = readLong(view, at - 12)
  if (place === null || place + 56 > at - 20 || view.getUint32(place, true) !== signatureOf.end64) return null
  const [count, size, offset] = [readLong(view, place + 32), readLong(view, place + 40), readLong(view, place + 48)]
  return count === null || size === null || offset === null ? null : makeEnd(count, size, offset, place)
}

function makeEnd(count: number, size: number, offset: number, stop: number): DirectoryEnd | null {
  const start = stop - size
  return start < offset || size < count * 46 ? null : { count, start, stop, shift: start - offset }
}

/** Eight bytes as a number; null beyond what any file here may have. */
function readLong(view: DataView, at: number): number | null {
  return view.getUint32(at + 4, true) === 0 ? view.getUint32(at, true) : null
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  { stop, shift }: DirectoryEnd,
): { readonly entry: ZipEntry; readonly next: number } | null {
  if (at + 46 > stop || view.getUint32(at, true) !== signatureOf.entry) return null
  const [nameLength, extraLength, noteLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [number, number, number]
  const next = at + 46 + nameLength + extraLength + noteLength
  if (next > stop) return null
  const flags = view.getUint16(at + 8, true)
  const extras = readExtras(bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength))
  const sizes = readSizes(view, at, extras.get(0x0001))
  if (sizes === null) return null
  const local = sizes.offset + shift
  if (local + 30 > stop || view.getUint32(local, true) !== signatureOf.local) return null
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + sizes.packed > stop) return null
  const raw = decodeName(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0, extras.get(0x7075))
  const entry: ZipEntry = {
    name: cleanName(raw),
    isFolder: /[\\/]$/.test(raw),
    isEncrypted: (flags & 0x41) !== 0,
    method: view.getUint16(at + 10, true),
    packedSize: sizes.packed,
    size: sizes.inflated,
    crc: view.getUint32(at + 16, true),
    header: local,
    start,
  }
  return { entry, next }
}

function readExtras(bytes: Uint8Array): ReadonlyMap<number, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const extras = new Map<number, Uint8Array>()
  for (let at = 0; at + 4 <= bytes.length;) {
    const length = view.getUint16(at + 2, true)
    extras.set(view.getUint16(at, true), bytes.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return extras
}

/** In the 64-bit form, only the fields that do not fit into 32 bits stand in the extra field, in this order. */
function readSizes(
  view: DataView,
  at: number,
  long: Uint8Array | undefined,
): { readonly inflated: number; readonly packed: number; readonly offset: number } | null {
  let used = 0
  const read = (field: number): number | null => {
    const value = view.getUint32(at + field, true)
    if (value !== 0xffffffff) return value
    if (long === undefined || long.length < used + 8) return null
    used += 8
    return readLong(new DataView(long.buffer, long.byteOffset, long.byteLength), used - 8)
  }
  const inflated = read(24)
  const packed = read(20)
  const offset = read(42)
  return inflated === null || packed === null || offset === null ? null : { inflated, packed, offset }
}

/** Marked as UTF-8, named again in Unicode, UTF-8 without the mark, or GB 18030 as Windows in China writes names. */
function decodeName(bytes: Uint8Array, isUtf8: boolean, unicode: Uint8Array | undefined): string {
  if (isUtf8) return new TextDecoder().decode(bytes)
  if (unicode?.[0] === 1) return new TextDecoder().decode(unicode.subarray(5))
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // The next encoding.
    }
  }
  return new TextDecoder().decode(bytes)
}

/** Names are shown and never used as paths; still nobody should have to look at `../../` or at reversed writing. */
function cleanName(name: string): string {
  return name
    .replace(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .split(/[\\/]+/)
    .filter((step) => step !== '' && step !== '.' && step !== '..' && !/^[A-Za-z]:$/.test(step))
    .join('/')
    .slice(-300)
}

/** Entries that share bytes: one packed file, inflated many times. */
function overlaps(entries: readonly ZipEntry[], directory: number): boolean {
  const sorted = [...entries].sort((a, b) => a.header - b.header)
  return sorted.some(({ start, packedSize }, at) => start + packedSize > (sorted[at + 1]?.header ?? directory))
}

/** Counts down what may still be inflated, over all entries of a file. */
export interface InflateBudget {
  left: number
  readonly limits: ZipLimits
}

export const startBudget = (limits: ZipLimits = usualZipLimits): InflateBudget => ({ left: limits.inflated, limits })

/** Packed bytes handed to the decoder at once: what comes out between two looks at the budget stays below twenty megabytes. */
const step = 16_384

/** The bytes of one entry, proven by its checksum. Stops as soon as more comes out than the budget or the ratio allows. */
export function inflateEntry(
  bytes: Uint8Array,
  { isEncrypted, method, packedSize, start, crc, size }: ZipEntry,
  budget: InflateBudget,
): { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly trouble: ZipTrouble } {
  if (isEncrypted) return { trouble: 'encrypted' }
  const packed = bytes.subarray(start, start + packedSize)
  if (method !== 0 && method !== 8) return { trouble: 'method' }
  const inflated = method === 0 ? takeStored(packed, budget) : inflate(packed, budget)
  if (typeof inflated === 'string') return { trouble: inflated }
  return inflated.length === size && crcOf(inflated) === crc ? { bytes: inflated } : { trouble: 'damaged' }
}

function takeStored(packed: Uint8Array, budget: InflateBudget): Uint8Array<ArrayBuffer> | ZipTrouble {
  budget.left -= packed.length
  return budget.left < 0 ? 'too_large' : new Uint8Array(packed)
}

function inflate(packed: Uint8Array, budget: InflateBudget): Uint8Array<ArrayBuffer> | ZipTrouble {
  const pieces: Uint8Array[] = []
  let length = 0
  const isOver = (): boolean => budget.left < 0 || isBomb(length, packed.length, budget.limits)
  const decoder = new Inflate((piece) => {
    length += piece.length
    budget.left -= piece.length
    if (!isOver()) pieces.push(piece)
  })
  try {
    for (let at = 0; at < packed.length && !isOver(); at += step) decoder.push(packed.subarray(at, at + step), at + step >= packed.length)
  } catch {
    return 'damaged'
  }
  if (isOver()) return 'too_large'
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

/** CRC-32 as zip files carry it. */
function crcOf(bytes: Uint8Array): number {
  let crc = -1
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0)
  return (crc ^ -1) >>> 0
}
