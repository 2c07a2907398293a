import { xmlText } from './xmlText.ts'
import { zipFiles } from './zipFiles.ts'

/** A paragraph by what it is. `text`: with the first line moved in, as official letters have it. */
export interface WordParagraph {
  readonly kind: 'title' | 'heading' | 'text' | 'plain' | 'right' | 'small'
  readonly text: string
  /** Does it stay on the page of what follows it? */
  readonly keepWithNext?: boolean
}

/** Paragraphs of a cell; `number` at the right, `small` for what is said by the way. */
export interface WordCell {
  readonly lines: readonly { readonly text: string; readonly look?: 'small' | 'strong' }[]
  readonly align?: 'left' | 'center' | 'right'
  /** Goes on the cell above it. */
  readonly continues?: boolean
}

/** A table with a heading row that stands on every page it reaches; rows are never cut in two. */
export interface WordTable {
  readonly kind: 'table'
  /** Of the columns, in millimetres. */
  readonly widths: readonly number[]
  readonly head: readonly string[]
  readonly rows: readonly (readonly WordCell[])[]
}

export type WordBlock = WordParagraph | WordTable

/** A document to print on A4. */
export interface WordPages {
  /** Of the file, for lists of files. */
  readonly title: string
  readonly blocks: readonly WordBlock[]
  /** Beneath every page, before the number of the page. */
  readonly foot: string
  /** `letter`: sizes of an official letter; `sheet`: a page that must hold much. */
  readonly size: 'letter' | 'sheet'
}

/** A cell of one line. */
export const wordCell = (text: string, align: WordCell['align'] = 'left'): WordCell => ({ lines: [{ text }], align })

/** A Word document: A4, 宋体 and 仿宋 by name, with numbers of pages. No macro, no field but those numbers, no link. */
export function writeWordDocument(pages: WordPages, day: string): Uint8Array {
  const parts = new Map([
    ['[Content_Types].xml', contentTypes],
    [
      '_rels/.rels',
      relations([
        [`${office}/officeDocument`, 'word/document.xml'],
        ['http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties', 'docProps/core.xml'],
      ]),
    ],
    [
      'word/_rels/document.xml.rels',
      relations([
        [`${office}/styles`, 'styles.xml'],
        [`${office}/fontTable`, 'fontTable.xml'],
        [`${office}/settings`, 'settings.xml'],
        [`${office}/footer`, 'footer1.xml'],
      ]),
    ],
    ['docProps/core.xml', coreXml(pages.title, day)],
    ['word/document.xml', documentXml(pages)],
    ['word/styles.xml', stylesXml(pages.size)],
    ['word/fontTable.xml', fontTableXml],
    ['word/settings.xml', settingsXml],
    ['word/footer1.xml', footerXml(pages.foot)],
  ])
  return zipFiles(parts, day)
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const names = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}"`
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${wordType}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${wordType}.styles+xml"/><Override PartName="/word/fontTable.xml" ContentType="${wordType}.fontTable+xml"/><Override PartName="/word/settings.xml" ContentType="${wordType}.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="${wordType}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const coreXml = (title: string, day: string): string =>
  `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:language>zh-CN</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${xmlText(day)}T00:00:00Z</dcterms:created></cp:coreProperties>`

/** Chinese numerals and letters in one font each; what is missing is replaced by one of the same kind, see the font table. */
const fontsOf = (chinese: '宋体' | '仿宋'): string =>
  `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="${chinese}"/>`

interface Look {
  readonly font: '宋体' | '仿宋'
  /** In half points. */
  readonly size: number
  readonly bold?: true
  readonly paragraph: string
}

/** 二号 and 四号 as letters have them; smaller where one page must do. */
const looksOf = (size: WordPages['size']): Readonly<Record<string, Look>> => {
  const isLetter = size === 'letter'
  const [text, line] = isLetter ? [28, 460] : [22, 320]
  const apart = isLetter ? 120 : 80
  return {
    title: {
      font: '宋体',
      size: isLetter ? 40 : 36,
      bold: true,
      paragraph: `<w:spacing w:before="0" w:after="${isLetter ? 360 : 160}"/><w:jc w:val="center"/>`,
    },
    heading: { font: '宋体', size: text, bold: true, paragraph: `<w:keepNext/><w:spacing w:before="${apart * 1.5}" w:after="${apart}"/>` },
    text: {
      font: '仿宋',
      size: text,
      paragraph: `<w:spacing w:before="60" w:line="${line}" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="${text * 20}"/><w:jc w:val="both"/>`,
    },
    plain: { font: '仿宋', size: text, paragraph: `<w:spacing w:line="${line}" w:lineRule="exact"/>` },
    right: {
      font: '仿宋',
      size: text,
      paragraph: `<w:spacing w:line="${line}" w:lineRule="exact"/><w:ind w:right="560"/><w:jc w:val="right"/>`,
    },
    small: { font: '仿宋', size: isLetter ? 21 : 18, paragraph: '<w:spacing w:before="40" w:after="40"/>' },
    // A line of figures is as high as a line of words beside it.
    cell: {
      font: '宋体',
      size: isLetter ? 19 : 18,
      paragraph: '<w:spacing w:before="10" w:after="10" w:line="270" w:lineRule="atLeast"/>',
    },
    cellsmall: { font: '仿宋', size: 17, paragraph: '<w:spacing w:before="10" w:after="10"/>' },
    cellhead: {
      font: '宋体',
      size: isLetter ? 19 : 18,
      bold: true,
      paragraph: '<w:spacing w:before="20" w:after="20"/><w:jc w:val="center"/>',
    },
  }
}

const stylesXml = (size: WordPages['size']): string => {
  const styles = Object.entries(looksOf(size)).map(
    ([id, { font, size: points, bold, paragraph }]) =>
      `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="ogi ${id}"/><w:basedOn w:val="Normal"/><w:pPr>${paragraph}</w:pPr><w:rPr>${fontsOf(font)}${bold ? '<w:b/>' : ''}<w:sz w:val="${points}"/><w:szCs w:val="${points}"/></w:rPr></w:style>`,
  )
  return `${declaration}<w:styles ${names}><w:docDefaults><w:rPrDefault><w:rPr>${fontsOf('宋体')}<w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${styles.join('')}</w:styles>`
}

/** What stands in for a font that is not there: `altName` for Word, family and character set for the others. */
const fontTableXml = `${declaration}<w:fonts ${names}>${[
  ['宋体', 'SimSun', 'roman', '86'],
  ['仿宋', 'FangSong', 'roman', '86'],
  ['Times New Roman', 'Liberation Serif', 'roman', '00'],
]
  .map(
    ([name = '', other = '', family = '', set = '']) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="${set}"/><w:family w:val="${family}"/></w:font>`,
  )
  .join('')}</w:fonts>`

const settingsXml = `${declaration}<w:settings ${names}><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

const field = (name: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

const footerXml = (foot: string): string =>
  `${declaration}<w:ftr ${names}><w:p><w:pPr><w:pStyle w:val="cellsmall"/><w:tabs><w:tab w:val="right" w:pos="9636"/></w:tabs></w:pPr>${run(foot)}<w:r><w:tab/></w:r>${run('第 ')}${field('PAGE')}${run(' 页，共 ')}${field('NUMPAGES')}${run(' 页')}</w:p></w:ftr>`

/** 20 mm around: 170 mm for the text. */
const page =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'

const documentXml = ({ blocks }: WordPages): string =>
  `${declaration}<w:document ${names}><w:body>${blocks.map((block) => (block.kind === 'table' ? tableXml(block) : paragraphXml(block))).join('')}${page}</w:body></w:document>`

const unbroken = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'

/** Days as 2024-02-26 are not broken over two lines. */
const run = (text: string, look = ''): string => {
  const lines = xmlText(text).replaceAll('\t', ' ').split('\n')
  const lineXml = (line: string): string =>
    `<w:t xml:space="preserve">${line.replace(/(\d{4})-(\d{2})-(\d{2})/g, `$1${unbroken}$2${unbroken}$3`)}</w:t>`
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}${lines.map(lineXml).join('<w:br/>')}</w:r>`
}

const paragraphXml = ({ kind, text, keepWithNext }: WordParagraph): string =>
  `<w:p><w:pPr><w:pStyle w:val="${kind}"/>${keepWithNext ? '<w:keepNext/>' : ''}</w:pPr>${run(text)}</w:p>`

/** Twentieths of a point in a millimetre, as widths are counted. */
const twips = (millimetres: number): number => Math.round(millimetres * 56.7)

function tableXml({ widths, head, rows }: WordTable): string {
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
    .join('')
  const grid = widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join('')
  const total = twips(widths.reduce((sum, width) => sum + width, 0))
  const headXml = `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head
    .map((text, at) =>
      cellFrame(
        widths[at] ?? 0,
        '<w:shd w:val="clear" w:color="auto" w:fill="F2F2EE"/>',
        `<w:p><w:pPr><w:pStyle w:val="cellhead"/></w:pPr>${run(text)}</w:p>`,
      ),
    )
    .join('')}</w:tr>`
  const rowsXml = rows.map(
    (row) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${row.map((cell, at) => cellXml(cell, at, row, rows, widths)).join('')}</w:tr>`,
  )
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${headXml}${rowsXml.join('')}</w:tbl>`
}

const cellFrame = (width: number, more: string, inside: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/>${more}</w:tcPr>${inside}</w:tc>`

function cellXml(cell: WordCell, at: number, row: WordTable['rows'][number], rows: WordTable['rows'], widths: readonly number[]): string {
  const isContinued = rows[rows.indexOf(row) + 1]?.[at]?.continues === true
  const merge = cell.continues ? '<w:vMerge/>' : isContinued ? '<w:vMerge w:val="restart"/>' : ''
  const align = cell.align === undefined || cell.align === 'left' ? '' : `<w:jc w:val="${cell.align}"/>`
  const lines = cell.continues ? [{ text: '' }] : cell.lines
  const paragraphs = lines.map(
    ({ text, look }: WordCell['lines'][number]) =>
      `<w:p><w:pPr><w:pStyle w:val="${look === 'small' ? 'cellsmall' : 'cell'}"/>${align}</w:pPr>${run(text, look === 'strong' ? '<w:b/>' : '')}</w:p>`,
  )
  return cellFrame(
    widths[at] ?? 0,
    merge,
    paragraphs.length === 0 ? '<w:p><w:pPr><w:pStyle w:val="cell"/></w:pPr></w:p>' : paragraphs.join(''),
  )
}
