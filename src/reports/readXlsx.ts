import type { Block, Grid, GridCell, GridRow, Paragraph } from './document.ts'
import type { Place, Problem } from './figure.ts'
import { isLabelPiece, isUnit, isValueText } from './labels.ts'
import { openOfficePackage } from './officePackage.ts'
import { cellsHidden, fileProblems, formatUnknown, formulaWithoutValue, nowhere, sheetHidden, valuesHidden } from './problems.ts'
import type { ReadFile } from './reader.ts'
import type { CellBudget, Noted, Sheet } from './readSheet.ts'
import { mostCells, readSheet } from './readSheet.ts'
import type { SheetEntry, Workbook } from './readWorkbook.ts'
import { readWorkbook } from './readWorkbook.ts'
import { isChapter, startsAnew } from './readText.ts'
import type { SheetRow } from './showSheet.ts'
import { cutTable, showSheet } from './showSheet.ts'

/**
 * Paragraphs and tables of an Excel file, as a person sees them: what formats show, cached results of formulas, merged cells. Sheets,
 * rows and columns that are hidden are left out and said. `where.table` is the number of the sheet among those that show, rows and
 * columns are those of the sheet.
 */
export function readXlsx(bytes: Uint8Array): Promise<ReadFile> {
  return Promise.resolve(readParts(bytes))
}

function readParts(bytes: Uint8Array): ReadFile {
  const opened = openOfficePackage(bytes)
  if ('refused' in opened) return opened
  const workbook = readWorkbook(opened.parts)
  if (workbook === 'unsafe') return { refused: fileProblems.unsafe }
  if (workbook === 'damaged') return { refused: fileProblems.officeDamaged }
  const hidden = workbook.sheets.filter(({ isHidden }) => isHidden)
  const problems: Problem[] = hidden.length > 0 ? [sheetHidden(hidden.map(({ name }) => name))] : []
  const blocks: Block[] = []
  const budget: CellBudget = { left: mostCells }
  let table = 0
  for (const entry of workbook.sheets) {
    if (entry.isHidden) continue
    table += 1
    const read = readOne(entry, workbook, budget)
    if ('refused' in read) return read
    blocks.push(...blocksOf(read.rows, table))
    problems.push(...problemsOf(entry.name, read, table))
  }
  return blocks.length === 0 ? { refused: fileProblems.empty } : { document: { blocks: numberParagraphs(blocks) }, problems }
}

interface OneSheet {
  readonly sheet: Sheet
  readonly rows: readonly SheetRow[]
  readonly hiddenRows: number
  readonly hiddenColumns: number
}

function readOne({ part }: SheetEntry, workbook: Workbook, budget: CellBudget): OneSheet | { readonly refused: Problem } {
  if (part === null) return { refused: fileProblems.officeDamaged }
  const sheet = readSheet(part, workbook, budget)
  if (sheet === 'unsafe') return { refused: fileProblems.unsafe }
  if (sheet === 'damaged') return { refused: fileProblems.officeDamaged }
  const shown = sheet === 'too_many' ? null : showSheet(sheet, mostCells)
  return sheet === 'too_many' || shown === null ? { refused: fileProblems.tooManyCells } : { sheet, ...shown }
}

function problemsOf(name: string, { sheet, hiddenRows, hiddenColumns }: OneSheet, table: number): readonly Problem[] {
  const say = (noted: Noted | null, problem: (sheet: string, count: number, where: Place) => Problem): readonly Problem[] =>
    noted === null ? [] : [problem(name, noted.count, { ...nowhere, table, ...noted.first })]
  return [
    ...(hiddenRows > 0 || hiddenColumns > 0 ? [cellsHidden(name, hiddenRows, hiddenColumns)] : []),
    ...say(sheet.withoutValue, formulaWithoutValue),
    ...say(sheet.unknownFormat, formatUnknown),
    ...say(sheet.notShown, valuesHidden),
  ]
}

/** A report in a sheet is titles, prose and tables below one another: rows with one text are told apart by what it is. */
function blocksOf(rows: readonly SheetRow[], table: number): readonly Block[] {
  const blocks: Block[] = []
  let waiting: SheetRow[] = []
  const flush = (): void => {
    blocks.push(...gridWithEdges(waiting, table))
    waiting = []
  }
  for (const row of rows) {
    if (isWords(row)) {
      flush()
      blocks.push(...paragraphsOf(row, table))
    } else waiting.push(row)
  }
  flush()
  return blocks
}

const textsOf = ({ cells }: SheetRow): readonly string[] => cells.map(({ text }) => text).filter((text) => text !== '')

const onlyText = (row: SheetRow): string | null => {
  const [first, second] = textsOf(row)
  return second === undefined ? (first ?? null) : null
}

/** A heading of the report, or prose: it ends the table above it. */
function isWords(row: SheetRow): boolean {
  const text = onlyText(row)
  if (text === null || isValueText(text) || isUnit(text)) return false
  if (isChapter(text) || (text.length >= 20 && /[。；！？]/.test(text)) || text.length >= 60) return true
  return startsAnew(text) && !isLabelPiece(text)
}

/** May a row with one text belong to a table: a label, a figure, a unit? */
function isOfTable(row: SheetRow): boolean {
  const text = onlyText(row)
  return text === null || isLabelPiece(text) || isValueText(text) || isUnit(text)
}

/** Rows with a single text before the first row of a table and after its last one are titles, notes and signatures. */
function gridWithEdges(rows: readonly SheetRow[], table: number): readonly Block[] {
  const first = rows.findIndex(isOfTable)
  const last = rows.length - 1 - [...rows].reverse().findIndex(isOfTable)
  const inside = first < 0 ? [] : rows.slice(first, last + 1)
  const hasFigures = inside.some((row) => onlyText(row) === null || textsOf(row).some(isValueText))
  if (!hasFigures) return rows.flatMap((row) => paragraphsOf(row, table))
  return [
    ...rows.slice(0, first).flatMap((row) => paragraphsOf(row, table)),
    gridOf(inside, table),
    ...rows.slice(last + 1).flatMap((row) => paragraphsOf(row, table)),
  ]
}

function paragraphsOf({ row, cells }: SheetRow, table: number): readonly Paragraph[] {
  return cells.flatMap(({ text, sheetColumn }) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line): Paragraph => ({ kind: 'paragraph', text: line, where: { ...nowhere, table, row, column: sheetColumn } })),
  )
}

function gridOf(rows: readonly SheetRow[], table: number): Grid {
  const where: Place = { ...nowhere, table }
  return {
    kind: 'grid',
    where,
    rows: cutTable(rows).map(({ row, cells }): GridRow => ({
      where: { ...where, row },
      cells: cells.map(({ text, column, span, sheetColumn }): GridCell => ({
        text,
        column,
        span,
        where: { ...where, row, column: sheetColumn },
      })),
    })),
  }
}

function numberParagraphs(blocks: readonly Block[]): readonly Block[] {
  let paragraph = 0
  return blocks.map((block) => (block.kind === 'grid' ? block : { ...block, where: { ...block.where, paragraph: (paragraph += 1) } }))
}
