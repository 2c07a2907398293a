import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate'
import type { Pause } from './pace.ts'

/**
 * Packs files by their names. The same files on the same day (`YYYY-MM-DD`) give the same bytes: a zip entry carries its time, and here
 * it is noon of that day. Packed in one go and not by workers, since a page may start none from a Blob.
 */
export function zipFiles(files: ReadonlyMap<string, Uint8Array | string>, day: string): Uint8Array {
  const entries = [...files].map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const)
  return zipSync(Object.fromEntries(entries), { level: 3, mtime: noonOf(day) })
}

/** Packs texts that come in pieces, and pauses between them, so that the page goes on answering. */
export async function zipPieces(files: ReadonlyMap<string, Iterable<string>>, day: string, pause: Pause): Promise<Uint8Array> {
  const packed: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    packed.push(bytes)
  })
  for (const [name, pieces] of files) {
    const entry = new ZipDeflate(name, { level: 3 })
    entry.mtime = noonOf(day)
    zip.add(entry)
    for (const piece of pieces) {
      entry.push(strToU8(piece))
      await pause()
    }
    entry.push(new Uint8Array(), true)
  }
  zip.end()
  return join(packed)
}

function noonOf(day: string): Date {
  const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number)
  return new Date(year, month - 1, date, 12)
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
