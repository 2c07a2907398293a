import { strToU8, zipSync } from 'fflate'
import type { Random } from '../generatedReport.ts'
import { escapeXml } from './writeHtml.ts'
import type { PaperCell, PaperPart, PaperTable, WrittenReport } from './writtenReport.ts'
import { depthOf, holdsTwo } from './writtenReport.ts'

/** Where the tables of a workbook stand, and how their figures are kept. */
export type XlsxMarkup = 'numbers' | 'numbers as text' | 'numbers by formulas' | 'a sheet to each table' | 'numbers inline, cells not merged'
export const xlsxMarkups: readonly XlsxMarkup[] = ['numbers', 'numbers as text', 'numbers by formulas', 'a sheet to each table', 'numbers inline, cells not merged']

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** The report as an Excel workbook: titles and prose in rows of their own, merged over the width of the table. */
export function writeXlsx(report: WrittenReport, markup: XlsxMarkup, random: Random): Uint8Array {
  const sheets = markup === 'a sheet to each table' ? partSheets(report.parts) : [report.parts]
  const strings: string[] = []
  const shared = (text: string): number => {
    const known = strings.indexOf(text)
    return known >= 0 ? known : strings.push(text) - 1
  }
  const written = sheets.map((parts) => writeSheet(parts, markup, random, shared))
  const each = (print: (number: number) => string): string => sheets.map((_, at) => print(at + 1)).join('')
  const files: Record<string, string> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`)}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each((n) => `<Relationship Id="rId${n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId98" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/workbook.xml': `${declaration}<workbook ${main}><sheets>${each((n) => `<sheet name="Sheet${n}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    'xl/styles.xml': `${declaration}<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="2" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${declaration}<sst ${main} count="${strings.length}" uniqueCount="${strings.length}">${strings.map((text) => `<si>${writeString(text, random)}</si>`).join('')}</sst>`,
  }
  written.forEach((text, at) => (files[`xl/worksheets/sheet${at + 1}.xml`] = text))
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

/** Text of several fonts is cut into pieces. */
function writeString(text: string, random: Random): string {
  if (text.length < 4 || random.chance(0.8)) return `<t xml:space="preserve">${escapeXml(text)}</t>`
  const cut = 1 + random.below(text.length - 2)
  return [text.slice(0, cut), text.slice(cut)].map((piece) => `<r><t xml:space="preserve">${escapeXml(piece)}</t></r>`).join('')
}

/** A sheet ends after each table; what stands before it goes with it. */
function partSheets(parts: readonly PaperPart[]): readonly (readonly PaperPart[])[] {
  const sheets: PaperPart[][] = [[]]
  for (const part of parts) {
    if (sheets.at(-1)?.at(-1)?.kind === 'table') sheets.push([])
    sheets.at(-1)?.push(part)
  }
  return sheets
}

const columnName = (at: number): string => (at < 26 ? '' : String.fromCharCode(64 + Math.floor(at / 26))) + String.fromCharCode(65 + (at % 26))

function writeSheet(parts: readonly PaperPart[], markup: XlsxMarkup, random: Random, shared: (text: string) => number): string {
  const rows: string[] = []
  const merges: string[] = []
  const merge = (row: number, column: number, down: number, across: number, always: boolean): void => {
    if ((always || markup !== 'numbers inline, cells not merged') && (down > 1 || across > 1)) merges.push(`${columnName(column)}${row}:${columnName(column + across - 1)}${row + down - 1}`)
  }
  const width = Math.max(3, ...parts.map((part) => (part.kind === 'table' ? Math.max(...part.rows.map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0))) : 0)))
  const next = (): number => rows.length + 1
  const addRow = (cells: string): void => void rows.push(`<row r="${next()}">${cells}</row>`)
  for (const part of parts) {
    if (part.kind === 'table') {
      writeTable(part, markup, random, shared, { next, addRow, merge })
      addRow('')
      continue
    }
    // Page numbers stand in the margins of a sheet, not in its cells.
    if (part.kind === 'page') continue
    for (const text of part.kind === 'prose' ? [part.sentences.map((one) => one.text).join('')] : part.sentences.map((one) => one.text)) {
      if (text === '') continue
      merge(next(), 0, 1, width, false)
      addRow(`<c r="A${next()}" t="s"><v>${shared(text)}</v></c>`)
    }
  }
  const merged = merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''
  return `${declaration}<worksheet ${main}><sheetData>${rows.join('')}</sheetData>${merged}</worksheet>`
}

interface SheetRows {
  readonly next: () => number
  readonly addRow: (cells: string) => void
  readonly merge: (row: number, column: number, down: number, across: number, always: boolean) => void
}

function writeTable({ rows }: PaperTable, markup: XlsxMarkup, random: Random, shared: (text: string) => number, { next, addRow, merge }: SheetRows): void {
  rows.forEach(({ cells }, at) => {
    let column = 0
    const written = cells.map((cell) => {
      const start = column
      column += cell.span
      if (!cell.covered) merge(next(), start, depthOf(rows, at, start), cell.span, holdsTwo(cell))
      return cell.covered || (cell.text === '' && random.chance(0.5)) ? '' : writeCell(cell, `${columnName(start)}${next()}`, markup, random, shared)
    })
    addRow(written.join(''))
  })
}

function writeCell({ text, kind }: PaperCell, place: string, markup: XlsxMarkup, random: Random, shared: (text: string) => number): string {
  if (text === '') return `<c r="${place}"/>`
  const number = /^-?\d+(?:\.\d+)?$/.test(text) && kind === 'figure'
  if (number && markup !== 'numbers as text') {
    const formula = markup === 'numbers by formulas' && random.chance(0.3) ? `<f>SUM(Z${1 + random.below(90)})</f>` : ''
    const style = text.includes('.') ? 2 : Number(text) >= 1000 && random.chance(0.5) ? 1 : 0
    return `<c r="${place}" s="${style}">${formula}<v>${Number(text)}</v></c>`
  }
  if (markup === 'numbers inline, cells not merged') return `<c r="${place}" t="inlineStr"><is>${writeString(text, random)}</is></c>`
  return `<c r="${place}" t="s"><v>${shared(text)}</v></c>`
}
