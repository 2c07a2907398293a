import { inPieces, type Pause } from './pace.ts'

/** A cell of a list: text, a number, or nothing. */
export type ListCell = string | number | null

/** After spaces, quotes and what nobody sees: what a spreadsheet program may take for the beginning of a formula. */
const formula = /^(?:[\s\p{Cc}\p{Cf}"'“”‘’]*[=+\-@＝＋－＠]|[\t\r\n\0])/u

/** A text that no spreadsheet program runs: a leading `'` where it would begin like a formula. */
export const guardText = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** A CSV file that spreadsheet programs open as it is: UTF-8 with its mark, CRLF, every field quoted, texts guarded, numbers left alone. */
export const writeCsvFile = (rows: readonly (readonly ListCell[])[]): Uint8Array => encode([writeLines(rows)])

/** The same file, for lists that would hold the page up: with pauses between pieces of it. */
export async function writeLongCsvFile(rows: readonly (readonly ListCell[])[], pause: Pause): Promise<Uint8Array> {
  const pieces: string[] = []
  for (const some of inPieces(rows)) {
    pieces.push(writeLines(some))
    await pause()
  }
  return encode(pieces)
}

const encode = (pieces: readonly string[]): Uint8Array => new TextEncoder().encode(`\uFEFF${pieces.join('')}`)

const writeLines = (rows: readonly (readonly ListCell[])[]): string => rows.map((row) => `${row.map(writeField).join(',')}\r\n`).join('')

function writeField(cell: ListCell): string {
  if (cell === null) return '""'
  const text = typeof cell === 'number' ? writeNumber(cell) : guardText(cell)
  return `"${text.replaceAll('"', '""')}"`
}

/** @throws {RangeError} for what is no number. */
function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be written as a number`)
  return String(value)
}
