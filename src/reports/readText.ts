import { forms } from '../forms/forms.ts'
import { tabsForCommas } from './commaLines.ts'
import type { Block, Grid, GridCell, GridRow, Paragraph, ReportDocument } from './document.ts'
import type { Place } from './figure.ts'
import { compactLabel, isDash, isLabelPiece, isUnit, isValueText, isWholeLabel } from './labels.ts'
import { nowhere } from './problems.ts'
import { foldPrinted } from './readNumber.ts'

/** One line of the file. */
interface Line {
  /** As printed, without what has no width. */
  readonly text: string
  readonly page: number | null
  readonly cells: readonly LineCell[]
  readonly kind: LineKind
}

interface LineCell {
  readonly text: string
  readonly column: number | null
  /** Where it stands on the line, in half-width columns; null where the file says the column itself. */
  readonly extent: readonly [number, number] | null
}

/**
 * `ruled`: cells between tabs or bars. `empty_cells`: nothing but tabs. `spaced`: cells apart by spaces. `bare`: a figure or a
 * unit alone. `label`: a whole label of a form alone. `border`: drawn lines. `short`: may be a piece of a label. `text`: prose.
 */
type LineKind = 'ruled' | 'empty_cells' | 'spaced' | 'bare' | 'label' | 'border' | 'short' | 'text' | 'none'

/**
 * Paragraphs and tables of a plain text, as it comes from a page, a sheet or a PDF: cells between tabs, commas, bars or spaces, one cell to a
 * line, lines cut at the width of the page, page numbers in between. Knows the labels of the forms, so that a label that
 * stands alone or goes on in the next line stays with its table.
 */
export function readText(text: string): ReportDocument {
  return assembleLines(readLines(tabsForCommas(text)))
}

/** Lines of one page laid out with spaces, as they stand on paper: what a PDF without ruling lines yields. */
export function readLayout(lines: readonly string[], page: number): ReportDocument {
  return assembleLines(lines.map((line) => readLine(line, page)))
}

function assembleLines(lines: readonly Line[]): ReportDocument {
  const regions = findRegions(lines)
  const blocks: Block[] = []
  let tables = 0
  let at = 0
  for (const [from, to] of [...regions, [lines.length, lines.length] as const]) {
    for (const paragraph of joinParagraphs(lines.slice(at, from), pageWidth(lines))) {
      blocks.push({ ...paragraph, where: { ...paragraph.where, paragraph: blocks.filter(({ kind }) => kind === 'paragraph').length + 1 } })
    }
    if (to > from) blocks.push(makeGrid(lines.slice(from, to), (tables += 1)))
    at = to
  }
  return { blocks }
}

function readLines(text: string): readonly Line[] {
  const clean = text
    .replace(/\r\n?|[\u2028\u2029\u000B\u0085]/g, '\n')
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')
    .replace(/\u00A0/g, ' ')
  const pages = clean.split('\f')
  return pages.flatMap((page, at) => {
    const lines = joinQuoted(page.split('\n'))
    return dropPageNumber(lines, at, pages.length).map((line) => readLine(line, pages.length > 1 ? at + 1 : null))
  })
}

/** A cell copied from a spreadsheet stands in quotation marks when it has line breaks inside. */
function joinQuoted(lines: readonly string[]): readonly string[] {
  const joined: string[] = []
  for (let at = 0; at < lines.length; at += 1) {
    let line = lines[at] ?? ''
    const opens = /(?:^|\t)"[^"\t]*$/.test(line)
    const end = opens ? lines.slice(at + 1, at + 6).findIndex((next) => /^[^"\t]*"(?:\t|$)/.test(next)) : -1
    if (end >= 0) line = lines.slice(at, at + end + 2).join('')
    joined.push(line.replace(/(^|\t)"([^"\t]*)"(?=\t|$)/g, end >= 0 || line.includes('\t') ? '$1$2' : '$&'))
    at += Math.max(end + 1, 0)
  }
  return joined
}

const pageNumber =
  /^\s*(?:[-—–·•]\s*\d{1,3}\s*[-—–·•]|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3}\s*页?|Page\s+\d{1,3}(?:\s+of\s+\d{1,3})?)\s*$/i

/** Page numbers never belong to a table; one without a mark counts only where it ends or starts the page it numbers. */
function dropPageNumber(lines: readonly string[], page: number, pages: number): readonly string[] {
  const filled = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]))
  const edges = pages > 1 ? [filled[0], filled.at(-1)] : []
  return lines.filter((line, at) => {
    const plain = foldPrinted(line)
    if (pageNumber.test(plain) && !/^\s*\d+\s*\/\s*\d+\s*$/.test(plain)) return false
    return !(edges.includes(at) && (plain.trim() === String(page + 1) || pageNumber.test(plain)))
  })
}

const border = /^[\s┌┬┐├┼┤└┴┘─━═╔╦╗╠╬╣╚╩╝╞╪╡│║|+:=-]+$/
const pipeRule = /^[\s|:-]+$/
const bar = /[|│║┃｜]/

function readLine(text: string, page: number | null): Line {
  const line = (kind: LineKind, cells: readonly LineCell[]): Line => ({ text, page, cells, kind })
  const plain = text.trim()
  if (plain === '' && !/\t.*\t/.test(text)) return line('none', [])
  if (border.test(text) && /[─━═╔╚┌└├]|-{3}|={3}/.test(text) && (/[|│║+┼┬┴├┌└╔╚]/.test(text) || plain.length >= 10))
    return line('border', [])
  if (plain === '') return line('empty_cells', splitTabs(text))
  // A row between bars may have a long remark in one of its cells; a bar in a sentence makes no row.
  if (bar.test(text) && (isBarred(plain) || !isProse(plain))) return line('ruled', splitBars(text))
  if (text.includes('\t')) {
    const cells = splitTabs(text)
    const filled = cells.filter((cell) => cell.text !== '')
    const first = filled[0]?.text ?? ''
    if (filled.length > 1 ? filled.some((cell) => !isProse(cell.text)) : isValueText(first) || (isShort(first) && /\S\s*\t/.test(text)))
      return line('ruled', cells)
    if (filled.length > 1) return line('text', [])
  }
  return readSpacedLine(line, plain, text)
}

function readSpacedLine(line: (kind: LineKind, cells: readonly LineCell[]) => Line, plain: string, text: string): Line {
  const cells = splitSpaces(text)
  const only = cells[0]?.text ?? ''
  if (cells.every((cell) => isValueText(cell.text) || isUnit(cell.text) || isDash(cell.text))) return line('bare', cells)
  // A label may be long, with sentences on how to fill in: a figure or unit apart from it makes a row of it.
  if (cells.length > 1 && (!isProse(plain) || isFigureOrUnit(cells.at(-1)?.text ?? ''))) return line('spaced', cells)
  if (isChapter(plain)) return line('text', [])
  const tokens = plain.split(/\s+/)
  // Headings of narrow columns, set with one space between them.
  if (tokens.length >= 5 && tokens.every((token) => token.length <= 8)) return line('spaced', tokensOf(text))
  const whole: readonly LineCell[] = [{ text: plain, column: null, extent: cells[0]?.extent ?? null }]
  if (isWholeLabel(only)) return line('label', whole)
  return line(isShort(plain) || isLabelPiece(plain) ? 'short' : 'text', whole)
}

const chapterTitles: ReadonlySet<string> = new Set(forms.flatMap((form) => form.chapters).map(compactLabel))

/** A chapter heading ends a table, though it is short. */
export const isChapter = (text: string): boolean => chapterTitles.has(compactLabel(text))

const isFigureOrUnit = (text: string): boolean => isValueText(text) || isUnit(text)
const isBarred = (text: string): boolean => /^[|│║┃｜].*[|│║┃｜].*[|│║┃｜]$/.test(text)
const isProse = (text: string): boolean => /[。！？；]/.test(text) && text.length > 30
const isShort = (text: string): boolean => text.length <= 40 && !/[。！？；;]$/.test(text)

function splitTabs(text: string): readonly LineCell[] {
  return text.split('\t').map((cell, column) => ({ text: cell.trim(), column, extent: null }))
}

function splitBars(text: string): readonly LineCell[] {
  const inner = text
    .trim()
    .replace(/^[|│║┃｜]/, '')
    .replace(/[|│║┃｜]$/, '')
  return inner.split(bar).map((cell, column) => ({ text: cell.trim().replace(/^\*\*|\*\*$/g, ''), column, extent: null }))
}

/** Cells apart by two columns of white space or more; where one space parts a label, its unit and figures, these too. */
function splitSpaces(text: string): readonly LineCell[] {
  const cells: LineCell[] = []
  const pieces = [...text.matchAll(/[^\s\u3000]+(?:[ ](?![ \u3000])[^\s\u3000]+)*/g)]
  // Beside other figures, two figures with one space between them are two cells; alone, they are the digits of one.
  const others = pieces.filter((match) => splitTokens(match[0], true).some((token) => isValueText(token))).length > 1
  for (const match of pieces) {
    const left = widthOf(text.slice(0, match.index))
    let from = 0
    for (const part of splitTokens(match[0], others)) {
      const at = match[0].indexOf(part, from)
      from = at + part.length
      const start = left + widthOf(match[0].slice(0, at))
      cells.push({ text: part, column: null, extent: [start, start + widthOf(part)] })
    }
  }
  return cells
}

function tokensOf(text: string): readonly LineCell[] {
  return [...text.matchAll(/[^\s\u3000]+/g)].map((match) => {
    const left = widthOf(text.slice(0, match.index))
    return { text: match[0], column: null, extent: [left, left + widthOf(match[0])] }
  })
}

function splitTokens(text: string, apart: boolean): readonly string[] {
  const tokens = text.split(' ')
  const values = countTrailing(tokens, (token) => isValueText(token) || isDash(token))
  // 112145 件 is one cell.
  if (tokens.length === 2 && isValueText(tokens[0] ?? '') && isUnit(tokens[1] ?? '')) return [text]
  if (values === 0) return isUnit(tokens.at(-1) ?? '') && tokens.length > 1 ? [tokens.slice(0, -1).join(' '), tokens.at(-1) ?? ''] : [text]
  // `1 8` is one cell; `— —` is one rule.
  if (values === tokens.length) return (values < 3 && !apart) || tokens.every((token) => isDash(token)) ? [text] : tokens
  const head = tokens.slice(0, -values)
  const unit = head.length > 1 && isUnit(head.at(-1) ?? '') ? [head.at(-1) ?? ''] : []
  const label = unit.length > 0 ? head.slice(0, -1) : head
  const rest = tokens.slice(-values)
  const rule = rest.length === 2 && rest.every((token) => isDash(token) && token.length === 1) ? [rest.join(' ')] : rest
  return [label.join(' '), ...unit, ...rule]
}

function countTrailing(tokens: readonly string[], holds: (token: string) => boolean): number {
  const at = [...tokens].reverse().findIndex((token) => !holds(token))
  return at < 0 ? tokens.length : at
}

/** Width in half-width columns: Chinese characters and full-width marks take two. */
function widthOf(text: string): number {
  return [...text].reduce((width, char) => width + (char.charCodeAt(0) > 0x2e7f || /[—…“”‘’]/.test(char) ? 2 : 1), 0)
}

/**
 * Stretches of lines that are tables: lines with cells, and between them what may be pieces of labels. Spaced and single cells
 * make a table only where three come together; a line between tabs or bars is one by itself.
 */
function findRegions(lines: readonly Line[]): readonly (readonly [number, number])[] {
  const regions: [number, number][] = []
  let at = 0
  while (at < lines.length) {
    const start = at
    if (!isCellLine(lines[at])) {
      at += 1
      continue
    }
    let end = at + 1
    let next = nextCellLine(lines, end)
    while (next !== null) {
      end = next + 1
      next = nextCellLine(lines, end)
    }
    at = end
    if (isTable(lines.slice(start, end))) {
      const from = extendUp(lines, start, regions.at(-1)?.[1] ?? 0)
      at = extendDown(lines, end)
      regions.push([from, at])
    }
  }
  return regions
}

const isCellLine = (line: Line | undefined): boolean =>
  line !== undefined && ['ruled', 'empty_cells', 'spaced', 'bare', 'label', 'border'].includes(line.kind)

/** The next line with cells, over at most three short lines and two empty ones in a row. */
function nextCellLine(lines: readonly Line[], from: number): number | null {
  let short = 0
  let empty = 0
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at]
    if (line === undefined) return null
    if (isCellLine(line)) return at
    if (line.kind === 'text') return null
    if (line.kind === 'none') empty += 1
    else {
      empty = 0
      if (!isLabelPiece(line.text)) short += 1
    }
    if (short > 3 || empty > 2) return null
  }
  return null
}

function isTable(lines: readonly Line[]): boolean {
  const count = (...kinds: readonly LineKind[]): number => lines.filter((line) => kinds.includes(line.kind)).length
  // So many figures on one line are a row of a table by themselves.
  const long = lines.some((line) => line.kind === 'bare' && line.cells.filter((cell) => isValueText(cell.text)).length >= 5)
  return count('ruled') > 0 || long || count('spaced', 'bare', 'label') >= 3
}

/** The labels that stand before the first line with cells belong to the table. */
function extendUp(lines: readonly Line[], from: number, floor: number): number {
  let start = from
  for (let at = from - 1; at >= floor; at -= 1) {
    const line = lines[at]
    if (
      line === undefined ||
      (line.kind !== 'none' && !(line.kind === 'short' && (isLabelPiece(line.text) || line.text.trim().length <= 2)))
    )
      break
    if (line.kind !== 'none') start = at
  }
  return start
}

function extendDown(lines: readonly Line[], from: number): number {
  let end = from
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at]
    const isPiece = line?.kind === 'short' && (isLabelPiece(line.text) || isLastFigure(lines, at) || closesNote(lines, at))
    if (line === undefined || (line.kind !== 'none' && !isPiece)) break
    if (line.kind !== 'none') end = at + 1
  }
  return end
}

/** In a text with one cell to a line, what stands below the last unit is its figure, also where it is 无 or 七. */
function isLastFigure(lines: readonly Line[], at: number): boolean {
  const before = lines[at - 1]
  return (lines[at]?.text.trim().length ?? 9) <= 4 && before?.kind === 'bare' && before.cells.length === 1 && isUnit(before.text.trim())
}

/** The rest of a note in a cell, in a table that is set with spaces: it closes the bracket that the cell above it opened. */
function closesNote(lines: readonly Line[], at: number): boolean {
  const [left, right] = lines[at]?.cells[0]?.extent ?? [0, 0]
  const isOpen = ({ text, extent }: LineCell): boolean =>
    /[(（][^()（）]*$/.test(text) && extent !== null && extent[0] < right && extent[1] > left
  return /^[^()（）]*[)）]/.test(lines[at]?.text ?? '') && lines.slice(Math.max(0, at - 3), at).some(({ cells }) => cells.some(isOpen))
}

function makeGrid(lines: readonly Line[], table: number): Grid {
  const page = lines.find((line) => line.page !== null)?.page ?? null
  const place: Place = { ...nowhere, page, table }
  const rows = joinBoxed(lines.filter((line) => line.kind !== 'none'))
  return {
    kind: 'grid',
    where: place,
    rows: rows.map((line, at): GridRow => {
      const where = { ...place, page: line.page, row: at + 1 }
      return { where, cells: line.cells.map((cell, order): GridCell => makeCell(cell, { ...where, column: (cell.column ?? order) + 1 })) }
    }),
  }
}

function makeCell({ text, column, extent }: LineCell, where: Place): GridCell {
  return { text, column, span: 1, where, ...(extent === null ? {} : { extent }) }
}

/** In a drawn table with a line under each row, the lines between two rules are one row. */
function joinBoxed(all: readonly Line[]): readonly Line[] {
  // The rule below the heading of a pipe table parts no rows; as many of them as rows do.
  const rules = all.filter((line) => line.kind === 'border' && pipeRule.test(line.text))
  const lines = rules.length * 2 < all.length - rules.length ? all.filter((line) => !rules.includes(line)) : all
  const groups: Line[][] = [[]]
  for (const line of lines) {
    if (line.kind === 'border') groups.push([])
    else groups.at(-1)?.push(line)
  }
  const filled = groups.filter((group) => group.length > 0)
  const boxed = groups.length - 1 >= 4 && filled.length >= (groups.length - 1) / 2
  return boxed ? filled.flatMap(joinLines) : filled.flat()
}

function joinLines(group: readonly Line[]): readonly Line[] {
  const [first] = group
  if (first === undefined || group.length === 1 || group.some((line) => line.cells.length !== first.cells.length)) return group
  const columns = first.cells.map((_, at) => group.map((line) => line.cells[at]?.text ?? '').filter((text) => text !== ''))
  if (columns.some((texts) => texts.filter(isValueText).length > 1)) return group
  return [{ ...first, cells: first.cells.map((cell, at) => ({ ...cell, text: (columns[at] ?? []).join('\n') })) }]
}

/** How wide the page is, told by its widest prose lines: where these end, a sentence may go on below. */
function pageWidth(lines: readonly Line[]): number {
  const widths = lines
    .filter((line) => line.kind === 'text')
    .map((line) => widthOf(line.text.trimEnd()))
    .sort((a, b) => a - b)
  return widths[Math.floor(widths.length * 0.9)] ?? Infinity
}

const heading =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.、．](?!\d)|附件|附[:：]|第[一二三四五六七八九十]+[章节])/

/** Is this the start of a heading or a numbered paragraph? */
export const startsAnew = (text: string): boolean => heading.test(text)

/** Joins the lines that the page broke: a full line that does not end its sentence goes on in the next, unless that starts anew. */
function joinParagraphs(lines: readonly Line[], width: number): readonly Paragraph[] {
  const paragraphs: { text: string; page: number | null }[] = []
  const spaced = isDoubleSpaced(lines, width)
  let open = false
  let empty = 0
  for (const line of lines) {
    const text = foldIndent(line.text)
    if (line.kind === 'none' || line.kind === 'border' || text === '') {
      empty += 1
      // In a file with an empty line after every line, one of them ends nothing.
      if (!spaced || empty > 1 || line.kind === 'border') open = false
      continue
    }
    empty = 0
    const last = paragraphs.at(-1)
    const starts = /^(?:[ \u3000]{2,}|\u3000|\t)/.test(line.text) || startsAnew(text)
    if (open && last !== undefined && !starts) last.text = joinText(last.text, text)
    else paragraphs.push({ text, page: line.page })
    open = isUnfinished(line, width)
  }
  return paragraphs.map(({ text, page }) => ({ kind: 'paragraph', text, where: { ...nowhere, page } }))
}

/** Is a full line that does not end its sentence nearly always followed by an empty one? Then the file was saved with double spacing. */
function isDoubleSpaced(lines: readonly Line[], width: number): boolean {
  const unfinished = lines.flatMap((line, at) => ((line.kind === 'text' || line.kind === 'short') && isUnfinished(line, width) ? [at] : []))
  const apart = unfinished.filter((at) => foldIndent(lines[at + 1]?.text ?? 'x') === '' && foldIndent(lines[at + 2]?.text ?? '') !== '')
  return apart.length >= 4 && apart.length >= unfinished.length * 0.8
}

const isUnfinished = (line: Line, width: number): boolean =>
  !/[。！？：:；;]$/.test(foldIndent(line.text)) && widthOf(line.text.trimEnd()) >= width * 0.8

const foldIndent = (text: string): string =>
  text
    .replace(/^#{1,6}\s+/, '')
    .replace(/\t+/g, ' ')
    .replace(/^[\s\u3000]+|[\s\u3000]+$/g, '')

/** Chinese goes on without a space; two Latin words or numbers keep one. */
function joinText(before: string, after: string): string {
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(after) ? `${before} ${after}` : before + after
}
