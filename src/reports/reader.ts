import { decodeText } from './decodeText.ts'
import type { ReportDocument } from './document.ts'
import type { Problem } from './figure.ts'
import { fileProblems } from './problems.ts'
import type { PdfAssets } from './readPdf.ts'
import { readPdf } from './readPdf.ts'
import { readText } from './readText.ts'
import type { FileKind } from './sniffFile.ts'

/** A file as paragraphs and tables, or the one sentence that says why not. */
export type ReadFile = { readonly document: ReportDocument; readonly problems: readonly Problem[] } | { readonly refused: Problem }

/** What readers need from the place they run in. */
export interface ReaderContext {
  /** Character maps and fonts of the PDF library; without them a PDF that does not embed its own may lose characters. */
  readonly pdf?: PdfAssets
}

/** How one kind of file is read. To add a kind: one file with such a function, and its line below. */
export type Reader = (bytes: Uint8Array, context: ReaderContext) => Promise<ReadFile>

const refuse =
  (problem: Problem): Reader =>
  () =>
    Promise.resolve({ refused: problem })

/** The reader of each kind of file. */
export const readers: Readonly<Record<FileKind, Reader>> = {
  text: (bytes) => {
    const text = decodeText(bytes)
    if (text === null) return Promise.resolve({ refused: bytes.includes(0) ? fileProblems.unknown : fileProblems.encoding })
    if (text.trim() === '') return Promise.resolve({ refused: fileProblems.empty })
    return Promise.resolve({ document: readText(text), problems: [] })
  },
  pdf: (bytes, { pdf }) => readPdf(bytes, pdf),
  empty: refuse(fileProblems.empty),
  html: refuse(fileProblems.html),
  zip: refuse(fileProblems.zip),
  ofd: refuse(fileProblems.ofd),
  word97: refuse(fileProblems.word97),
  picture: refuse(fileProblems.picture),
  rtf: refuse(fileProblems.rtf),
}
