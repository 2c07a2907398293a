import { sha256Hex } from '../../engine/sha256.ts'
import type { Problem } from '../../reports/figure.ts'
import type { ParseContext, ReadReportFile, ReportFile } from '../../reports/parseReport.ts'
import { readReportFile } from '../../reports/parseReport.ts'
import type { PdfAssets } from '../../reports/pdfLibrary.ts'
import { fileProblems } from '../../reports/problems.ts'
import { refuseReport } from '../../reports/refuseReport.ts'
import { sniffFile } from '../../reports/sniffFile.ts'
import { unpackFiles } from '../../reports/unpackFiles.ts'
import type { Asked, FromReader, ToReader } from './readingMessages.ts'

/** The page that started this worker. */
interface PageSide {
  postMessage(message: FromReader, transfer: readonly Transferable[]): void
  addEventListener(event: 'message', hear: (event: MessageEvent<ToReader>) => void): void
}

const page = self as unknown as PageSide
const say = (message: FromReader): void => page.postMessage(message, [])

const waiting = new Map<number, (bytes: Uint8Array | null) => void>()

/** This worker has no network: the page has the files of the PDF library. */
const pdf: PdfAssets = {
  read: (folder, name) =>
    new Promise((resolve, reject) => {
      const id = waiting.size
      waiting.set(id, (bytes) => (bytes === null ? reject(new Error(`the PDF library has no ${folder}/${name}`)) : resolve(bytes)))
      say({ kind: 'asset', id, folder, name })
    }),
}

page.addEventListener('message', ({ data }) => {
  if (data.kind === 'asset') waiting.get(data.id)?.(data.bytes)
  // What fails here is heard by the page, which then ends this worker.
  else readAll(data.file, data.asked, data.from).catch(reportError)
})

/** Reads one file, or the files of an archive one after the other, the first `from` of them left out. */
async function readAll(file: File, asked: Asked, from: number): Promise<void> {
  const name = asked.path ?? file.name
  const bytes = await bytesOf(file)
  if (bytes === null) {
    say({ kind: 'opened', names: [], refused: [{ name, problem: fileProblems.unavailable }] })
  } else {
    const { files, problems } = await unpackFiles({ name, bytes })
    const notes = problems.filter(isNote).map(plainProblem)
    const refused = problems
      .filter((problem) => !isNote(problem))
      .map((problem) => ({ name: problem.file, problem: plainProblem(problem) }))
    // An archive of nothing but system files has no first file to say it of.
    const [note] = notes
    if (files.length === 0 && refused.length === 0 && note) refused.push({ name, problem: note })
    say({ kind: 'opened', names: files.map(({ name }) => name), refused })
    for (const [at, one] of files.entries()) {
      // What is to be said of the archive as a whole stands with its first file.
      if (at >= from) await readOne(one, at, asked, at === 0 ? notes : [])
    }
  }
  say({ kind: 'done' })
}

const isNote = ({ code }: Problem): boolean => code === 'archive.ignored'

const plainProblem = ({ code, message, where }: Problem): Problem => ({ code, message, where })

/** Null when the file cannot be had: moved, on a medium that is gone, without permission. */
async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null
  }
}

async function readOne(file: ReportFile, at: number, asked: Asked, notes: readonly Problem[]): Promise<void> {
  const sha256 = sha256Hex(file.bytes)
  say({ kind: 'reading', at, sha256, isPdf: sniffFile(file.bytes) === 'pdf' })
  const context: ParseContext = {
    ...asked,
    pdf,
    sha256: () => Promise.resolve(sha256),
    onPage: (number, pages) => say({ kind: 'page', page: number, pages }),
  }
  const report = await readReportFile(file, context).catch((error: unknown): ReadReportFile => {
    console.error(`reading ${file.name} failed`, error)
    return { parsed: refuseReport({ name: file.name, sha256 }, fileProblems.crashed, asked), document: null }
  })
  say({ kind: 'read', at, report: { ...report, parsed: { ...report.parsed, problems: [...report.parsed.problems, ...notes] } } })
}
