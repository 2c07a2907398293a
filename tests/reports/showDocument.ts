import type { ReportDocument } from '../../src/reports/document.ts'
import type { ReadFile } from '../../src/reports/reader.ts'

/** A document as lines to compare with: a paragraph as its text, a row of a table with bars between its cells, a merged cell with its width behind. */
export function showDocument({ blocks }: ReportDocument): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.text]
      : block.rows.map(({ cells }) => `| ${cells.map(({ text, span }) => text.replaceAll('\n', '⏎') + (span > 1 ? `*${span}` : '')).join(' | ')} |`),
  )
}

/** As `showDocument`, or the code of why a file was refused. */
export const showFile = (read: ReadFile): readonly string[] => ('document' in read ? showDocument(read.document) : [`refused: ${read.refused.code}`])

/** Codes of what is to be said of a file that was read. */
export const problemsOf = (read: ReadFile): readonly string[] => ('document' in read ? read.problems.map(({ code }) => code) : [])

/** Every place of a document as a text: none may stand there twice. */
export function placesOf({ blocks }: ReportDocument): readonly string[] {
  const places = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.where] : [block.where, ...block.rows.flatMap(({ cells, where }) => [where, ...cells.map((cell) => cell.where)])]))
  return places.map((place) => JSON.stringify(place))
}

/** Milliseconds of computing so far: on a busy machine the clock says nothing of a reader. */
export const computed = (): number => process.cpuUsage().user / 1_000
