import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { ParsedReport, Problem } from '../reports/figure.ts'
import { largestFile } from '../reports/fileBudget.ts'
import { readReportFile, type ReportFile } from '../reports/parseReport.ts'
import { fileProblems } from '../reports/problems.ts'
import { readWords, type ReportWords } from '../reports/readWords.ts'
import { refuseReport } from '../reports/refuseReport.ts'
import { sniffFile } from '../reports/sniffFile.ts'
import { unpackFiles } from '../reports/unpackFiles.ts'
import { share, type Asked, type FromThread, type ReadElement, type Stretch } from './readingMessages.ts'

/** Reads files one after the other and tells each step; keeps the archive that it opened last, since its next part may follow. */
export function makeStretchReader(asked: Asked): (stretch: Stretch, tell: (message: FromThread) => void) => Promise<void> {
  let last: { readonly path: string; readonly opened: Opened } | null = null
  return async (stretch, tell) => {
    last = last?.path === stretch.path ? last : { path: stretch.path, opened: await openPath(stretch.path) }
    const { files, refused, notes } = last.opened
    tell({ kind: 'opened', names: files.map(({ name }) => name), refused })
    const to = Math.min(files.length, stretch.to ?? stretch.from + share)
    for (let at = stretch.from; at < to; at += 1) {
      const file = files[at]
      if (!file) break
      const sha256 = createHash('sha256').update(file.bytes).digest('hex')
      tell({ kind: 'reading', at, sha256, isPdf: sniffFile(file.bytes) === 'pdf' })
      const { parsed, words } = await readOne(file, sha256, asked)
      // What is to be said of the archive as a whole stands with its first file.
      const noted = at === 0 ? { ...parsed, problems: [...parsed.problems, ...notes] } : parsed
      tell({ kind: 'read', at, element: makeElement(noted, words) })
    }
    tell({ kind: 'done', to })
  }
}

interface Opened {
  readonly files: readonly ReportFile[]
  readonly refused: readonly { readonly file: string; readonly problem: Problem }[]
  readonly notes: readonly Problem[]
}

async function openPath(file: string): Promise<Opened> {
  const refuse = (problem: Problem): Opened => ({ files: [], refused: [{ file, problem }], notes: [] })
  let bytes: Uint8Array
  try {
    if ((await stat(file)).size > largestFile) return refuse(fileProblems.tooLarge)
    bytes = await readBytes(file)
  } catch (error) {
    return refuse(unreadable(error))
  }
  const { files, problems } = await unpackFiles({ name: file, bytes })
  const told = problems.map(({ file: name, code, message, where }) => ({ file: name, problem: { code, message, where } }))
  const notes = told.filter(({ problem }) => problem.code === 'archive.ignored')
  const refused = told.filter(({ problem }) => problem.code !== 'archive.ignored')
  // An archive of nothing but system files has no first file to say it of.
  if (files.length === 0 && refused.length === 0) return { files, refused: notes, notes: [] }
  return { files, refused, notes: notes.map(({ problem }) => problem) }
}

// The PDF library refuses Node's own kind of byte array.
const readBytes = async (file: string): Promise<Uint8Array> => new Uint8Array(await readFile(file))

/** Character maps and fonts stand in the PDF library's own folder. */
const pdfLibrary = (): string => path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

interface ReadOne {
  readonly parsed: ParsedReport
  readonly words: ReportWords | null
}

async function readOne(file: ReportFile, sha256: string, asked: Asked): Promise<ReadOne> {
  try {
    const { parsed, document } = await readReportFile(file, {
      ...asked,
      sha256: () => Promise.resolve(sha256),
      pdf: { read: (folder, name) => readBytes(path.join(pdfLibrary(), folder, name)) },
    })
    return { parsed, words: asked.words === true && document !== null ? readWords(document, parsed) : null }
  } catch (error) {
    console.error(`${file.name}:`, error)
    return { parsed: refuseReport({ name: file.name, sha256 }, fileProblems.crashed, asked), words: null }
  }
}

/** What printing and counting need of a report. */
export const makeElement = (parsed: ParsedReport, words: ReportWords | null = null): ReadElement => ({
  json: JSON.stringify(parsed),
  file: parsed.file,
  report: parsed.report,
  figures: parsed.figures.length,
  unplaced: parsed.unplaced.length,
  problems: parsed.problems,
  words,
})

/** The system does not hand the file out: it is missing, or closed to us. */
function unreadable(error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return {
    code: 'file.unreadable',
    message: {
      zh: `打不开这个文件（${code}），其他文件照常读取。请核对路径和权限。`,
      en: `The file cannot be opened (${code}); the other files were read. Check its path and permissions.`,
    },
    where: null,
  }
}
