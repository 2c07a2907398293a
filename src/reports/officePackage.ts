import type { Problem } from './figure.ts'
import { fileProblems } from './problems.ts'
import { readXml } from './xmlEvents.ts'
import type { InflateBudget, ZipEntry, ZipTrouble } from './zipDirectory.ts'
import { inflateEntry, readZipDirectory, startBudget } from './zipDirectory.ts'

/** The parts of a Word or Excel file, by their names inside it. */
export type OfficeParts = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

/** Pictures, fonts and embedded files are never needed for a figure, and not unpacked. */
const wanted = /\.(?:xml|rels)$/i

/**
 * Unpacks the XML parts of a Word or Excel file under the limits for archives, each proven by its checksum and looked through for what
 * an office program never writes. A library that reads such files is handed these parts, packed anew, never the file itself.
 */
export function openOfficePackage(bytes: Uint8Array): { readonly parts: OfficeParts } | { readonly refused: Problem } {
  const directory = readZipDirectory(bytes)
  if ('trouble' in directory) return { refused: officeProblems[directory.trouble] }
  const budget = startBudget()
  const parts = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const entry of directory.entries) {
    if (entry.isFolder || !wanted.test(entry.name)) continue
    const part = openPart(bytes, entry, budget)
    if ('refused' in part) return part
    // Two parts of one name: programs would not agree on which is meant.
    if (parts.has(entry.name)) return { refused: fileProblems.officeDamaged }
    parts.set(entry.name, part.bytes)
  }
  return { parts }
}

function openPart(
  bytes: Uint8Array,
  entry: ZipEntry,
  budget: InflateBudget,
): { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly refused: Problem } {
  const inflated = inflateEntry(bytes, entry, budget)
  if ('trouble' in inflated) return { refused: officeProblems[inflated.trouble] }
  const trouble = readXml(inflated.bytes, {})
  if (trouble !== null) return { refused: trouble === 'unsafe' ? fileProblems.unsafe : fileProblems.officeDamaged }
  return inflated
}

const officeProblems: Readonly<Record<ZipTrouble, Problem>> = {
  damaged: fileProblems.officeDamaged,
  too_large: fileProblems.bomb,
  encrypted: fileProblems.officeEncrypted,
  method: fileProblems.officeDamaged,
}
