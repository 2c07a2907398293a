import { strToU8, zipSync } from 'fflate'

/**
 * Packs files by their names. The same files on the same day (`YYYY-MM-DD`) give the same bytes: a zip entry carries its time, and here
 * it is noon of that day. Packed in one go and not by workers, since a page may start none from a Blob.
 */
export function zipFiles(files: ReadonlyMap<string, Uint8Array | string>, day: string): Uint8Array {
  const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number)
  const entries = [...files].map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const)
  return zipSync(Object.fromEntries(entries), { level: 3, mtime: new Date(year, month - 1, date, 12) })
}
