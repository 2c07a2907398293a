import { decodeText } from './decodeText.ts'
import type { ReportDocument } from './document.ts'
import type { Problem } from './figure.ts'
import { mostBytes, mostParts } from './fileBudget.ts'
import { fileProblems } from './problems.ts'
import type { PdfAssets } from './readPdf.ts'
import { readDocx } from './readDocx.ts'
import { readHtml } from './readHtml.ts'
import { readMarkdown } from './readMarkdown.ts'
import { readMht } from './readMht.ts'
import { readPdf } from './readPdf.ts'
import { readText } from './readText.ts'
import { readXlsx } from './readXlsx.ts'
import type { FileKind } from './sniffFile.ts'
import { sniffFile } from './sniffFile.ts'

/** A file as paragraphs and tables, or the one sentence that says why not. */
export type ReadFile = { readonly document: ReportDocument; readonly problems: readonly Problem[] } | { readonly refused: Problem }

/** What readers need from the place they run in. */
export interface ReaderContext {
  /** Character maps and fonts of the PDF library; without them a PDF that does not embed its own may lose characters. */
  readonly pdf?: PdfAssets
  /** Told before each page of a PDF is read, from 1. */
  readonly onPage?: (page: number, pages: number) => void
  /** What one file may use: bytes unpacked, cells read. The readers' own bounds hold where it is absent. */
  readonly budget?: { readonly bytes: number; readonly cells: number }
}

/** How one kind of file is read. To add a kind: one file with such a function, and its line below. */
export type Reader = (bytes: Uint8Array, context: ReaderContext) => Promise<ReadFile>

const refuse =
  (problem: Problem): Reader =>
  () =>
    Promise.resolve({ refused: problem })

const readPlainText: Reader = (bytes) => {
  const text = decodeText(bytes)
  if (text === null) return Promise.resolve({ refused: bytes.includes(0) ? fileProblems.unknown : fileProblems.encoding })
  if (text.trim() === '') return Promise.resolve({ refused: fileProblems.empty })
  return Promise.resolve({ document: readText(text), problems: [] })
}

/** The reader of each kind of file. */
const readers: Readonly<Record<FileKind, Reader>> = {
  text: readPlainText,
  markdown: readMarkdown,
  html: readHtml,
  mht: readMht,
  docx: readDocx,
  xlsx: readXlsx,
  pdf: readPdf,
  empty: refuse(fileProblems.empty),
  // What is in an archive is read apart; this one stands in another archive, too deep.
  zip: refuse(fileProblems.archive),
  ofd: refuse(fileProblems.ofd),
  opendocument: refuse(fileProblems.opendocument),
  slides: refuse(fileProblems.slides),
  binaryExcel: refuse(fileProblems.binaryExcel),
  word97: refuse(fileProblems.word97),
  officeEncrypted: refuse(fileProblems.officeEncrypted),
  picture: refuse(fileProblems.picture),
  rtf: refuse(fileProblems.rtf),
  xml: refuse(fileProblems.xml),
  rar: refuse(fileProblems.rar),
  sevenZip: refuse(fileProblems.sevenZip),
  gzip: refuse(fileProblems.gzip),
  tar: refuse(fileProblems.tar),
}

/** Reads a file as what its content shows it to be, within the budget for its kind. */
export async function readFile(bytes: Uint8Array, context: ReaderContext): Promise<ReadFile> {
  const kind = sniffFile(bytes)
  if (bytes.length > mostBytes(kind)) return { refused: fileProblems.tooLarge }
  const read = await readers[kind](bytes, context)
  return 'document' in read && countParts(read.document) > mostParts ? { refused: fileProblems.tooManyCells } : read
}

const countParts = ({ blocks }: ReportDocument): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'paragraph' ? 1 : block.rows.reduce((cells, row) => cells + row.cells.length, 1)), 0)
