import type { Grid, GridCell } from './document.ts'
import type { Place } from './figure.ts'
import { isDash, isUnit, isValueText } from './labels.ts'

/** A row of a grid on its way to a row of the form. */
export interface TableLine {
  readonly grid: Grid
  readonly cells: readonly GridCell[]
  readonly where: Place
}

/** Part of a line taken as its label, and the cells right of it. */
export interface LabelSplit {
  readonly text: string
  readonly rest: readonly GridCell[]
  /** All words in front of the first figure or unit were taken. */
  readonly whole: boolean
}

export const linesOf = (grid: Grid): readonly TableLine[] => grid.rows.map(({ cells, where }) => ({ grid, cells, where }))

export const isEmpty = (cell: GridCell): boolean => cell.text.trim() === ''

/** The column after the last one that these cells reach; null where the reader does not know columns. */
export function edgeOf(cells: readonly GridCell[]): number | null {
  if (cells.some(({ column }) => column === null)) return null
  return cells.reduce((edge, { column, span }) => Math.max(edge, (column ?? 0) + span), 0)
}

/** Words, and neither a figure nor a unit. */
export const isWords = (cell: GridCell): boolean => !isEmpty(cell) && !isValueText(cell.text) && !isUnit(cell.text) && !isDash(cell.text)

/** Where the words at the start of a line end: before the first figure, rule or unit that has words in front of it. */
function endOfWords(cells: readonly GridCell[]): number {
  const first = cells.findIndex(isWords)
  if (first < 0) return 0
  const after = cells.slice(first).findIndex((cell) => !isEmpty(cell) && !isWords(cell))
  if (after >= 0) return first + after
  return cells.reduce((last, cell, at) => (isWords(cell) ? at : last), first) + 1
}

/**
 * Every way to cut a line into label and rest: all its words, all but the first ones (a group label, a serial number), and
 * fewer at the end, since words may stand where a figure was asked for.
 */
export function splitLabel(line: TableLine): readonly LabelSplit[] {
  const end = endOfWords(line.cells)
  const words = line.cells.slice(0, end).flatMap((cell, at) => (isWords(cell) ? [at] : []))
  return words
    .flatMap((to) => words.filter((from) => from <= to).map((from): readonly [number, number] => [from, to]))
    .map(([from, to]) => ({
      text: words
        .filter((at) => at >= from && at <= to)
        .map((at) => line.cells[at]?.text ?? '')
        .join(''),
      rest: line.cells.slice(endOfRepeats(line.cells, to)),
      whole: to === words.at(-1),
    }))
    .sort((a, b) => Number(b.whole) - Number(a.whole) || b.text.length - a.text.length)
}

/** Some programs print the text of a merged cell again in every place that it takes: these are one label. */
function endOfRepeats(cells: readonly GridCell[], at: number): number {
  const text = cells[at]?.text
  const more = cells.slice(at + 1).findIndex((cell) => cell.column === null || cell.text !== text)
  return more < 0 ? cells.length : at + 1 + more
}

/** The words of a line, joined; those of its last cell with words; and what follows the last space in that (a group label may stand in front). */
export function wordsOf(line: TableLine): { readonly all: string; readonly last: string; readonly tail: string } {
  const words = line.cells.filter(isWords).map(({ text }) => text)
  const last = words.at(-1) ?? ''
  return { all: words.join(''), last, tail: last.split(' ').at(-1) ?? '' }
}

/** One Chinese character: what is left of a wrapped group label. */
export const isScrap = ({ text }: GridCell): boolean => /^\p{Script=Han}$/u.test(text.trim())

/** Does the line print words and nothing else? */
export const hasOnlyWords = (line: TableLine): boolean =>
  line.cells.some(isWords) && line.cells.every((cell) => isEmpty(cell) || isWords(cell))

/** Does the line print figures, rules or units, and no words? */
export const hasNoWords = (line: TableLine): boolean => !line.cells.some(isWords)

/** In a text with one cell to a line, the figures of a row stand below each other: up to `most` of them are one row. */
export function joinFigures(lines: readonly TableLine[], most: number): readonly TableLine[] {
  // Several figures on a line are a row by themselves; another line below may hold the second halves of their numbers.
  const isBare = (line: TableLine | undefined): boolean =>
    line !== undefined && hasNoWords(line) && line.cells.length === 1 && line.cells.every(({ column }) => column === null)
  const joined: TableLine[] = []
  lines.forEach((line, at) => {
    const last = joined.at(-1)
    const goesOn = isBare(line) && isBare(lines[at - 1]) && lines[at - 1]?.grid === line.grid
    if (last !== undefined && goesOn && last.cells.length < most)
      joined[joined.length - 1] = { ...last, cells: [...last.cells, ...line.cells] }
    else joined.push(line)
  })
  return joined
}

/** Does the line print figures that no label claims? */
export const printsLooseFigures = (line: TableLine): boolean =>
  hasNoWords(line) && line.cells.some(({ text }) => isValueText(text) && /\d/.test(text.normalize('NFKC')))

/** Does a cell print a figure that has digits? */
export const printsDigits = ({ text }: GridCell): boolean => isValueText(text) && /\d/.test(text.normalize('NFKC'))

/** Do figures stand in front of the label, other than the number of the row? */
export function hasFiguresInFront({ cells, grid }: TableLine): boolean {
  const label = cells.findIndex(isWords)
  return cells.slice(0, Math.max(0, label)).some(printsDigits) && !isNumbered(grid)
}

const numbered = new WeakMap<Grid, boolean>()

/** Do the rows of a grid begin with a number that grows from row to row, and begins again with a few of them? */
function isNumbered(grid: Grid): boolean {
  const known = numbered.get(grid)
  if (known !== undefined) return known
  const numbers = grid.rows.flatMap(({ cells }) => {
    const [first, ...rest] = cells.filter((cell) => !isEmpty(cell))
    return first !== undefined && /^\d{1,3}[.、．]?$/.test(first.text.trim()) && rest.some(isWords) ? [parseInt(first.text, 10)] : []
  })
  const back = numbers.filter((number, at) => at > 0 && number <= (numbers[at - 1] ?? Infinity))
  const grows = numbers.length > 0 && back.every((number) => number === 1) && back.length * 3 <= numbers.length
  numbered.set(grid, grows)
  return grows
}

/** The line as a person would read it. */
export const textOf = (line: TableLine): string =>
  line.cells
    .filter((cell) => !isEmpty(cell))
    .map(({ text }) => text.replace(/\s*\n\s*/g, ''))
    .join(' ')

/** What has digits and counts nothing: dates, also those without a year, document and index numbers, articles, telephones, numbering. */
const notCounts: readonly RegExp[] = [
  /(?:19|20)\d{2}\s*[-—–~至]\s*(?:19|20)\d{2}(?!\d)/g,
  /(?:19|20)\d{2}\s*[-./年]\s*\d{1,2}\s*(?:[-./月]\s*\d{1,2}\s*日?)?|(?:19|20)\d{2}\s*年度?|\d{1,2}月\d{1,2}日/g,
  /[〔[(]\s*(?:19|20)\d{2}\s*[〕\])]\s*(?:第\s*)?\d+\s*号|第\s*\d+\s*[条款项号页期章届]/g,
  /\d+-\d+\/\d+-\d+|\d{3,4}-\d{7,8}|(?:电话|传真|邮编|邮政编码|手机)[:\s]*[\d-]+|1[3-9]\d{9}/g,
  /(?:附件|附表|附录|表)\s*\d{1,2}/g,
  /^\s*[(]?(?:\d{1,2}|[一二三四五六七八九十]+)[.、)](?!\d)/g,
]

/** Does a row print a number that could be lost? */
export function printsNumber(text: string): boolean {
  const plain = notCounts.reduce((rest, pattern) => rest.replace(pattern, ' '), text.normalize('NFKC'))
  return /\d/.test(plain.replace(/(^|[^\d-])\d{2}-\d{2}(?![\d-])/g, '$1'))
}
