import type { Block, Grid } from './document.ts'
import type { Place, Problem } from './figure.ts'
import type { PdfPage, PdfText } from './pdfLibrary.ts'
import { openPdf, PdfLibraryMissing, unitsOf } from './pdfLibrary.ts'
import { fileProblems, nowhere, pageFailed, pageWithoutText, pdfTooLong } from './problems.ts'
import type { ReaderContext, ReadFile } from './reader.ts'
import { readLayout, startsAnew } from './readText.ts'
import type { RuledGrid } from './ruledGrid.ts'
import { findRuledGrids, isApart, joinCell, linesOfTexts } from './ruledGrid.ts'

export type { PdfAssets } from './pdfLibrary.ts'

/** A report has thirty pages; a yearbook may have some hundred. */
const mostPages = 500

/**
 * Paragraphs and tables of a PDF: cells by ruling lines where there are any, else by position like an aligned text. Page numbers
 * and running heads are dropped. Nothing is drawn and nothing is fetched.
 */
export async function readPdf(bytes: Uint8Array, { pdf, onPage }: ReaderContext = {}): Promise<ReadFile> {
  const opened = await openPdf(bytes, pdf).catch((error: unknown) => {
    if (error instanceof PdfLibraryMissing) return { trouble: 'pdfLibrary' as const }
    throw error
  })
  if ('trouble' in opened) return { refused: fileProblems[opened.trouble] }
  if (opened.count > mostPages) {
    await opened.close()
    return { refused: pdfTooLong(opened.count, mostPages) }
  }
  const pages: (PdfPage | null)[] = []
  for (let number = 1; number <= opened.count; number += 1) {
    onPage?.(number, opened.count)
    pages.push(await opened.page(number))
  }
  await opened.close()
  return assemble(pages.map((page) => (page === null ? null : { ...page, texts: page.texts.map(cleanText) })))
}

function assemble(pages: readonly (PdfPage | null)[]): ReadFile {
  const texts = pages.flatMap((page) => page?.texts ?? []).map(({ text }) => text)
  const printed = texts.join('').replace(/\s/g, '')
  if (printed.length < 20) return { refused: pages.every((page) => page === null) ? fileProblems.damaged : fileProblems.scanned }
  if ((printed.match(/[\uE000-\uF8FF\uFFFD\u0000-\u001F]/g) ?? []).length * 5 > printed.length) return { refused: fileProblems.garbled }
  const problems: Problem[] = pages.flatMap((page, at) => {
    if (page === null) return [pageFailed(at + 1)]
    return page.texts.length === 0 && page.hasPicture ? [pageWithoutText(at + 1)] : []
  })
  const heads = findRunningHeads(pages)
  const offset = findPageOffset(pages)
  const blocks: Block[] = []
  pages.forEach((page, at) => {
    if (page !== null) appendPage(blocks, page, at + 1, heads, offset)
  })
  return { document: { blocks: numberBlocks(blocks) }, problems }
}

/** Simplified forms in the block of radicals, which bad PDF fonts put in place of the characters (⻓ for 长). */
const radicals: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⺟': '母',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
  '⻫': '齐',
}

/** Kangxi radicals (⽅ for 方) and their simplified neighbours in their ordinary form; nothing else is normalised. */
function cleanText(text: PdfText): PdfText {
  return {
    ...text,
    text: text.text
      .replace(/[\u2F00-\u2FD5]/g, (char) => char.normalize('NFKC'))
      .replace(/[\u2E80-\u2EFF]/g, (char) => radicals[char] ?? char),
  }
}

/** Lines at the top or bottom edge that stand there on at least three pages, their numbers apart. */
function findRunningHeads(pages: readonly (PdfPage | null)[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    if (page === null) continue
    const keys = new Set(
      linesOfTexts(page.texts)
        .filter((line) => isAtEdge(line, page))
        .map(headKey),
    )
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return new Set([...counts].filter(([key, count]) => count >= 3 && /\p{L}{3}/u.test(key)).map(([key]) => key))
}

const headKey = (line: readonly PdfText[]): string =>
  line
    .map(({ text }) => text)
    .join('')
    .replace(/[\s\d]/g, '')

function isAtEdge(line: readonly PdfText[], { height }: PdfPage): boolean {
  const y = line[0]?.baseline ?? 0
  return y < height * 0.09 || y > height * 0.91
}

const markedPageNumber = /^(?:[-—–·•]\s*\d{1,3}\s*[-—–·•]|第\s*\d{1,3}\s*页.*|\d{1,3}\s*\/\s*\d{1,3}|共\s*\d{1,3}\s*页.*)$/

/** A page number: marked as one, or the outermost line of the page and the number that this page should have. */
function isPageNumber(line: readonly PdfText[], page: PdfPage, expected: number, outermost: boolean): boolean {
  if (!isAtEdge(line, page)) return false
  const text = joinCell(line).trim()
  return markedPageNumber.test(text) || (outermost && text === String(expected))
}

/** Pages may start to count anywhere: the difference between the lone numbers at the edges and the pages, if most agree on one. */
function findPageOffset(pages: readonly (PdfPage | null)[]): number {
  const offsets = pages.flatMap((page, at) => {
    if (page === null) return []
    const lines = linesOfTexts(page.texts)
    return [lines[0], lines.at(-1)].flatMap((line) =>
      line !== undefined && isAtEdge(line, page) && /^\d{1,3}$/.test(joinCell(line)) ? [Number(joinCell(line)) - at - 1] : [],
    )
  })
  const most = offsets.find((offset) => offsets.filter((other) => other === offset).length * 2 > offsets.length)
  return offsets.length >= 2 ? (most ?? 0) : 0
}

function appendPage(blocks: Block[], page: PdfPage, number: number, heads: ReadonlySet<string>, offset: number): void {
  const { grids, outside } = findRuledGrids(page.rules, page.texts)
  const tables = grids.filter(({ rows }) => rows.some((cells) => cells.some(({ text }) => text !== ''))).sort((a, b) => a.top - b.top)
  const all = linesOfTexts(outside)
  const lines = all.filter((line, at) => {
    const outermost = at === 0 || at === all.length - 1
    return !isPageNumber(line, page, number + offset, outermost) && !(isAtEdge(line, page) && heads.has(headKey(line)))
  })
  const margin = Math.min(...lines.map((line) => line[0]?.left ?? Infinity))
  const unit = median(outside.map(({ size }) => size)) / 2
  let waiting: string[] = []
  const flush = (): void => {
    if (waiting.length > 0) blocks.push(...readLayout(waiting, number).blocks)
    waiting = []
  }
  const left = [...tables]
  let before: number | null = null
  for (const line of lines) {
    const y = line[0]?.baseline ?? 0
    while (left[0] !== undefined && left[0].top < y) {
      flush()
      blocks.push(gridBlock(left[0], number))
      left.shift()
    }
    // A gap of more than a line is an empty line.
    if (before !== null && y - before > (line[0]?.size ?? 0) * 3.2) waiting.push('')
    waiting.push(layOut(line, margin, unit))
    before = y
  }
  flush()
  for (const grid of left) blocks.push(gridBlock(grid, number))
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 10
}

/** A line of the page as a line of characters, each piece at its place: a gap becomes spaces. */
function layOut(line: readonly PdfText[], margin: number, unit: number): string {
  let text = ''
  let right: number | null = null
  for (const piece of line) {
    const column = Math.round((piece.left - margin) / unit)
    const width = unitsOf(text)
    const gap = right === null ? column : piece.left - right
    if (right === null) text += ' '.repeat(Math.max(0, column))
    // Apart by more than a character: another cell. By less: a space that the page shows.
    else if (gap > piece.size * 1.2) text += ' '.repeat(Math.max(2, column - width))
    else if (isApart(text, piece, gap)) text += ' '
    text += piece.text
    right = piece.right
  }
  return text
}

function gridBlock({ rows }: RuledGrid, page: number): Grid {
  const where: Place = { ...nowhere, page }
  return {
    kind: 'grid',
    where,
    rows: rows.map((cells, at) => ({
      where: { ...where, row: at + 1 },
      cells: cells.map(({ column, span, text }) => ({ text, column, span, where: { ...where, row: at + 1, column: column + 1 } })),
    })),
  }
}

/** Paragraphs and tables counted through the whole file. */
function numberBlocks(blocks: readonly Block[]): readonly Block[] {
  let paragraph = 0
  let table = 0
  return joinPages(blocks).map((block): Block => {
    if (block.kind === 'paragraph') return { ...block, where: { ...block.where, paragraph: (paragraph += 1) } }
    table += 1
    const place = (where: Place): Place => ({ ...where, table })
    return {
      ...block,
      where: place(block.where),
      rows: block.rows.map((row) => ({
        ...row,
        where: place(row.where),
        cells: row.cells.map((cell) => ({ ...cell, where: place(cell.where) })),
      })),
    }
  })
}

/** A paragraph that the page break cut goes on: its end has no full stop, and what follows is neither numbered nor a table. */
function joinPages(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    const goesOn =
      last?.kind === 'paragraph' &&
      block.kind === 'paragraph' &&
      last.where.page !== block.where.page &&
      last.text.length > 30 &&
      !/[。！？：:；;]$/.test(last.text) &&
      !startsAnew(block.text)
    if (goesOn) joined[joined.length - 1] = { ...last, text: last.text + block.text }
    else joined.push(block)
  }
  return joined
}
