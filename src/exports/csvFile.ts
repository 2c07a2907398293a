/** A cell of a list: text, a number, or nothing. */
export type ListCell = string | number | null

/** After spaces and quotes: what a spreadsheet program may take for the beginning of a formula. */
const formula = /^(?:[\s"'“”‘’]*[=+\-@＝＋－＠]|[\t\r\n\0])/u

/** A text that no spreadsheet program runs: a leading `'` where it would begin like a formula. */
export const guardText = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** A CSV file that spreadsheet programs open as it is: UTF-8 with its mark, CRLF, every field quoted, texts guarded, numbers left alone. */
export function writeCsvFile(rows: readonly (readonly ListCell[])[]): Uint8Array {
  const lines = rows.map((row) => row.map(writeField).join(','))
  return new TextEncoder().encode(`\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`)
}

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
