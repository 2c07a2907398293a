import type { Problem } from './figure.ts'
import { fileProblems, membersIgnored } from './problems.ts'
import type { ReportFile } from './parseReport.ts'
import { sniffFile } from './sniffFile.ts'
import type { InflateBudget, ZipEntry, ZipLimits, ZipTrouble } from './zipDirectory.ts'
import { inflateEntry, readZipDirectory, startBudget, usualZipLimits } from './zipDirectory.ts'

/** What all archives of one file may hold together. */
export type UnpackBudget = ZipLimits

/** A problem of an archive or of one file in it, by the name that the file would have had. */
export interface UnpackProblem extends Problem {
  readonly file: string
}

/** The files of an archive, and what of it was not taken; `archive.ignored` alone is no trouble. */
export interface Unpacked {
  readonly files: readonly ReportFile[]
  readonly problems: readonly UnpackProblem[]
}

/**
 * The files in an archive, called `archive.zip/folder/name`; an archive inside of it is opened, too, one inside of that is not. Any
 * other file gives itself. Every entry is in `files` or named in `problems`; one that is damaged or has a password costs no other.
 */
export function unpackFiles(file: ReportFile, budget: UnpackBudget = usualZipLimits): Promise<Unpacked> {
  return Promise.resolve(sniffFile(file.bytes) === 'zip' ? openArchive(file, startBudget(budget), 2) : { files: [file], problems: [] })
}

function openArchive({ name, bytes }: ReportFile, budget: InflateBudget, levels: number): Unpacked {
  const directory = readZipDirectory(bytes, budget.limits)
  if ('trouble' in directory) return refuse(name, archiveProblems[directory.trouble])
  const entries = directory.entries.filter(({ isFolder }) => !isFolder)
  if (entries.length === 0) return refuse(name, fileProblems.archiveEmpty)
  const ignored = entries.filter((entry) => isSystemFile(entry.name))
  const names = new Set<string>()
  const opened = entries
    .filter((entry) => !ignored.includes(entry))
    .map((entry) => openEntry(name, nameApart(entry, names), bytes, entry, budget, levels))
  // Beyond the budget the archive as a whole is not what it seems: a file is taken whole or not at all.
  if (budget.left < 0) return refuse(name, fileProblems.bomb)
  return {
    files: opened.flatMap(({ files }) => files),
    problems: [
      ...opened.flatMap(({ problems }) => problems),
      ...(ignored.length > 0 ? [{ ...membersIgnored(ignored.map((entry) => entry.name)), file: name }] : []),
    ],
  }
}

function openEntry(archive: string, member: string, bytes: Uint8Array, entry: ZipEntry, budget: InflateBudget, levels: number): Unpacked {
  const name = `${archive}/${member}`
  if (budget.left < 0) return refuse(name, fileProblems.bomb)
  const inflated = inflateEntry(bytes, entry, budget)
  if ('trouble' in inflated) return refuse(name, entryProblems[inflated.trouble])
  const file: ReportFile = { name, bytes: inflated.bytes }
  if (sniffFile(file.bytes) !== 'zip') return { files: [file], problems: [] }
  return levels > 1 ? openArchive(file, budget, levels - 1) : refuse(name, fileProblems.archive)
}

const refuse = (file: string, problem: Problem): Unpacked => ({ files: [], problems: [{ ...problem, file }] })

/** Two entries of one name are two files. */
function nameApart({ name }: ZipEntry, taken: Set<string>): string {
  const plain = name === '' ? '?' : name
  let apart = plain
  for (let count = 2; taken.has(apart); count += 1) apart = `${plain} (${count})`
  taken.add(apart)
  return apart
}

/** What computers put beside files: nobody chose it. */
const isSystemFile = (name: string): boolean =>
  /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$|~\$[^/]*$)/i.test(name)

const archiveProblems: Readonly<Record<ZipTrouble, Problem>> = {
  damaged: fileProblems.archiveDamaged,
  too_large: fileProblems.bomb,
  encrypted: fileProblems.archiveEncrypted,
  method: fileProblems.archiveMethod,
}

const entryProblems: Readonly<Record<ZipTrouble, Problem>> = { ...archiveProblems, damaged: fileProblems.memberDamaged }
