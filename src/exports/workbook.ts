import { inPieces, type Pause } from './pace.ts'
import { xmlText } from './xmlText.ts'
import { zipFiles, zipPieces } from './zipFiles.ts'

/**
 * How a cell looks. `text`: as it is, not to be read as a number; `wide` likewise, for long ones; `long`: without lines around it;
 * `strong`: a heading in the page; `percent`: a share as a percentage with one decimal.
 */
type CellStyle = 'plain' | 'text' | 'wide' | 'long' | 'number' | 'title' | 'strong' | 'head' | 'percent'

/** A cell: a string is a text, a number a number, null nothing. */
export type SheetCell = string | number | null | { readonly value: string | number; readonly style: CellStyle }

/** One sheet of a workbook. */
export interface SheetToWrite {
  /** As it stands on the tab; made fit for Excel. */
  readonly name: string
  /** Widths in characters. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** Is the first row the heading of a list? Then it stays in sight, is printed on every page, and can be filtered by. */
  readonly isList?: boolean
  /** Of a list: how many columns are printed; all where absent. */
  readonly printed?: number
}

const styles: readonly CellStyle[] = ['plain', 'text', 'wide', 'long', 'number', 'title', 'strong', 'head', 'percent']

/** The most characters that Excel takes in one cell. */
const longestText = 32_767

/**
 * An Excel workbook: strings and numbers alone, no formula, no link to elsewhere. Texts that begin like a formula carry the mark that
 * Excel itself gives to a text typed with a leading `'`, so that editing a cell does not make them one. Sheets are A4, lists across.
 */
export function writeWorkbook(sheets: readonly SheetToWrite[], day: string): Uint8Array {
  return zipFiles(new Map([...partsOf(sheets)].map(([name, pieces]) => [name, [...pieces].join('')])), day)
}

/** The same workbook, for lists that would hold the page up: with pauses between pieces of it. */
export const writeLongWorkbook = (sheets: readonly SheetToWrite[], day: string, pause: Pause): Promise<Uint8Array> =>
  zipPieces(partsOf(sheets), day, pause)

/** The files of a workbook, each in pieces. */
const partsOf = (sheets: readonly SheetToWrite[]): ReadonlyMap<string, Iterable<string>> =>
  new Map<string, Iterable<string>>([
    ['[Content_Types].xml', [contentTypes(sheets.length)]],
    ['_rels/.rels', [rels([['officeDocument', 'xl/workbook.xml']])]],
    ['xl/workbook.xml', [workbookXml(sheets)]],
    [
      'xl/_rels/workbook.xml.rels',
      [rels([...sheets.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]), ['styles', 'styles.xml']])],
    ],
    ['xl/styles.xml', [stylesXml]],
    ...sheets.map((sheet, at): [string, Iterable<string>] => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet, at === 0)]),
  ])

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

const rels = (targets: readonly (readonly [kind: string, target: string])[]): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`

const contentTypes = (sheets: number): string => {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const overrides = Array.from(
    { length: sheets },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  ).join('')
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${overrides}</Types>`
}

/** Names of sheets: none of `[]:*?/\'`, at most 31 characters, each once. */
function nameSheets(sheets: readonly SheetToWrite[]): readonly string[] {
  const taken = new Set<string>()
  return sheets.map(({ name }, at) => {
    const fit = [...name.replace(/[[\]:*?/\\'\p{Cc}]/gu, ' ').trim()].slice(0, 15).join('')
    const free = fit === '' || taken.has(fit.toLowerCase()) ? `${fit}${at + 1}` : fit
    taken.add(free.toLowerCase())
    return free
  })
}

function workbookXml(sheets: readonly SheetToWrite[]): string {
  const names = nameSheets(sheets)
  const entries = names.map((name, at) => `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')
  const lists = sheets.flatMap((sheet, at) => {
    if (!sheet.isList) return []
    const quoted = `'${xmlText(names[at] ?? '')}'`
    const last = columnName(sheet.widths.length)
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${quoted}!$A$1:$${last}$${sheet.rows.length}</definedName>`,
      `<definedName name="_xlnm.Print_Area" localSheetId="${at}">${quoted}!$A$1:$${columnName(sheet.printed ?? sheet.widths.length)}$${sheet.rows.length}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${quoted}!$1:$1</definedName>`,
    ]
  })
  const named = lists.length > 0 ? `<definedNames>${lists.join('')}</definedNames>` : ''
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${entries}</sheets>${named}</workbook>`
}

function* sheetXml(sheet: SheetToWrite, isFirst: boolean): Generator<string> {
  const last = columnName(sheet.widths.length)
  const pane = sheet.isList ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : ''
  const grid = sheet.isList ? '' : ' showGridLines="0"'
  const filter = sheet.isList ? `<autoFilter ref="A1:${last}${sheet.rows.length}"/>` : ''
  const columns = sheet.widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('')
  yield `${declaration}<worksheet xmlns="${main}" xmlns:r="${office}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''}${grid} workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns}</cols><sheetData>`
  let at = -1
  for (const rows of inPieces(sheet.rows)) {
    yield rows
      .map((row) => {
        at += 1
        return `<row r="${at + 1}" ht="${heightOf(row, sheet)}" customHeight="1">${row.map((cell, column) => cellXml(cell, column, at, sheet)).join('')}</row>`
      })
      .join('')
  }
  yield `</sheetData>${filter}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${sheet.isList ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`
}

function cellXml(cell: SheetCell, column: number, row: number, { isList }: SheetToWrite): string {
  if (cell === null) return isList ? `<c r="${columnName(column + 1)}${row + 1}" s="${styleNumber('text', false)}"/>` : ''
  const { value, style } = typeof cell === 'object' ? cell : { value: cell, style: null }
  const own = style ?? (typeof value === 'number' ? 'number' : isList ? (row === 0 ? 'head' : 'text') : 'plain')
  const place = `r="${columnName(column + 1)}${row + 1}"`
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be written as a number`)
    return `<c ${place} s="${styleNumber(own, false)}"><v>${value}</v></c>`
  }
  const text = value.length > longestText ? `${value.slice(0, longestText - 1)}…` : value
  // Older Excel shows #### for a cell of text format with more characters than this.
  const fit = own === 'text' && text.length > 255 ? 'wide' : own
  return `<c ${place} s="${styleNumber(fit, beginsLikeFormula(text))}" t="inlineStr"><is><t xml:space="preserve">${sheetText(text)}</t></is></c>`
}

/** Points of a line, and the most lines that a row shows; what is longer is there all the same. */
const [line, mostLines] = [14.5, 16] as const

/** Excel makes rows as high as their texts, others do not: the height in points, from the widths of the columns. */
function heightOf(row: readonly SheetCell[], { widths }: SheetToWrite): number {
  const lines = row.map((cell, at) => {
    const value = cell !== null && typeof cell === 'object' ? cell.value : cell
    if (typeof value !== 'string') return 1
    return value.split('\n').reduce((sum, text) => sum + Math.max(1, Math.ceil(widthOf(text) / ((widths[at] ?? 10) - 1))), 0)
  })
  const title = row.some((cell) => cell !== null && typeof cell === 'object' && cell.style === 'title')
  return title ? 30 : Math.min(mostLines, Math.max(1, ...lines)) * line + 2
}

/** Characters of Chinese are two wide. */
function widthOf(text: string): number {
  let width = 0
  for (let at = 0; at < text.length; at += 1) width += text.charCodeAt(at) > 0x2000 ? 2 : 1.1
  return width
}

/** Also where what the file leaves out stands before it. */
const beginsLikeFormula = (text: string): boolean => /^[\s\p{Cc}\p{Cf}\p{Cs}]*['=+\-@＝＋－＠]/u.test(text)

/** Excel reads `_x000D_` inside a text as the character of that number. */
const sheetText = (text: string): string => xmlText(text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'))

/** Each style stands twice: as it is, and with the mark of a text typed with a leading `'`. */
const styleNumber = (style: CellStyle, isQuoted: boolean): number => styles.indexOf(style) * 2 + (isQuoted ? 1 : 0)

/** `A` for 1, `AA` for 27. */
function columnName(number: number): string {
  const rest = (number - 1) % 26
  const before = (number - 1 - rest) / 26
  return (before > 0 ? columnName(before) : '') + String.fromCharCode(65 + rest)
}

/** Fonts, borders, number formats of the styles; format 49 is text, 164 our own. */
const looks: Readonly<
  Record<
    CellStyle,
    { readonly font: number; readonly fill: number; readonly border: number; readonly format: number; readonly align: string }
  >
> = {
  plain: { font: 0, fill: 0, border: 0, format: 0, align: 'horizontal="left" vertical="top"' },
  text: { font: 0, fill: 0, border: 1, format: 49, align: 'vertical="top" wrapText="1"' },
  wide: { font: 0, fill: 0, border: 1, format: 0, align: 'vertical="top" wrapText="1"' },
  long: { font: 0, fill: 0, border: 0, format: 49, align: 'vertical="top" wrapText="1"' },
  number: { font: 0, fill: 0, border: 1, format: 0, align: 'horizontal="right" vertical="top"' },
  title: { font: 2, fill: 0, border: 0, format: 0, align: 'vertical="center"' },
  strong: { font: 1, fill: 0, border: 0, format: 0, align: 'vertical="top"' },
  head: { font: 1, fill: 2, border: 1, format: 49, align: 'vertical="center" wrapText="1"' },
  percent: { font: 0, fill: 0, border: 1, format: 164, align: 'horizontal="right" vertical="top"' },
}

const fontXml = (size: number, inside: string): string => `<font>${inside}<sz val="${size}"/><name val="宋体"/><charset val="134"/></font>`

const thin = ['left', 'right', 'top', 'bottom'].map((edge) => `<${edge} style="thin"><color rgb="FFB0B0B0"/></${edge}>`).join('')

const stylesXml = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts count="3">${[
  fontXml(10.5, ''),
  fontXml(10.5, '<b/>'),
  fontXml(16, '<b/>'),
].join(
  '',
)}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEDE8"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/></border><border>${thin}</border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${styles.length * 2}">${styles
  .flatMap((style) => ['', ' quotePrefix="1"'].map((mark) => ({ ...looks[style], mark })))
  .map(
    ({ font, fill, border, format, align, mark }) =>
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"${mark}><alignment ${align}/></xf>`,
  )
  .join('')}</cellXfs></styleSheet>`
