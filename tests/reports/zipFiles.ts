import { strToU8, zipSync } from 'fflate'

/** An archive of texts or bytes, as any program packs it. */
export function packZip(files: Readonly<Record<string, string | Uint8Array>>, level: 0 | 6 | 9 = 6): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content])), { level })
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const officeDocument = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** One sheet: what stands in `<worksheet>`, and in `<sheet>` beside its name. */
export interface XlsxSheet {
  readonly name?: string
  readonly state?: 'hidden' | 'veryHidden'
  /** Rows alone, or with what comes before and after `<sheetData>`. */
  readonly xml: string
}

export interface XlsxParts {
  /** `<si>` of each shared text. */
  readonly shared?: readonly string[]
  readonly patterns?: readonly string[]
  readonly is1904?: boolean
  readonly doctype?: string
}

/** A workbook written by hand, its XML as given. `patterns` become the styles 1, 2, …; style 0 is General. */
export function packXlsx(sheets: readonly (XlsxSheet | string)[], { shared = [], patterns = [], is1904 = false, doctype = '' }: XlsxParts = {}): Uint8Array<ArrayBuffer> {
  const listed = sheets.map((sheet): XlsxSheet => (typeof sheet === 'string' ? { xml: sheet } : sheet))
  const formats = patterns.map((pattern, at) => `<numFmt numFmtId="${200 + at}" formatCode="${pattern.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"/>`)
  const target = (id: string, type: string, path: string): string => `<Relationship Id="${id}" Type="${officeDocument}/${type}" Target="${path}"/>`
  const relationships = (targets: string): string => `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets}</Relationships>`
  return packZip({
    '[Content_Types].xml': `${declaration}${types}`,
    '_rels/.rels': relationships(target('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${declaration}<workbook ${main}><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${listed.map(({ name, state }, at) => `<sheet name="${name ?? `Sheet${at + 1}`}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(listed.map((_, at) => target(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)).join('') + target('rId98', 'styles', 'styles.xml') + target('rId99', 'sharedStrings', 'sharedStrings.xml')),
    'xl/styles.xml': `${declaration}<styleSheet ${main}><numFmts>${formats.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${patterns.map((_, at) => `<xf numFmtId="${200 + at}"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${declaration}<sst ${main}>${shared.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    ...Object.fromEntries(listed.map(({ xml }, at) => [`xl/worksheets/sheet${at + 1}.xml`, `${declaration}${doctype}<worksheet ${main}>${xml.includes('<sheetData') ? xml : `<sheetData>${xml}</sheetData>`}</worksheet>`])),
  })
}

/** A cell with a text of its own. */
export const textCell = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
/** A cell with a number, in one of the styles. */
export const numberCell = (place: string, value: number | string, style = 0): string => `<c r="${place}" s="${style}"><v>${value}</v></c>`

/** Rows of texts from A1 on; an empty text is no cell at all. */
export const textRows = (rows: readonly (readonly string[])[]): string =>
  rows.map((texts, at) => `<row r="${at + 1}">${texts.map((text, column) => (text === '' ? '' : textCell(`${String.fromCharCode(65 + column)}${at + 1}`, text))).join('')}</row>`).join('')

/** A Word file of a few paragraphs, as small as Word opens. */
export const packDocx = (body: string): Uint8Array<ArrayBuffer> =>
  packZip({
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${officeDocument}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  })
