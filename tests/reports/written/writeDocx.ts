import { strToU8, zipSync } from 'fflate'
import type { Random } from '../generatedReport.ts'
import type { PaperPart, PaperRow, PaperTable, WrittenReport } from './writtenReport.ts'
import { depthOf } from './writtenReport.ts'
import { escapeXml } from './writeHtml.ts'

/** How the text of a Word document is cut into runs, and what else stands in it. */
export type DocxMarkup = 'whole runs' | 'runs split' | 'changes tracked' | 'content controls'
export const docxMarkups: readonly DocxMarkup[] = ['whole runs', 'runs split', 'changes tracked', 'content controls']

const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The report as a Word document. */
export function writeDocx(report: WrittenReport, markup: DocxMarkup, random: Random): Uint8Array {
  const body = report.parts.map((part) => writePart(part, markup, random)).join('')
  const files = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>`,
    'word/footer1.xml': `${declaration}<w:ftr ${main}><w:p><w:r><w:t>— 3 —</w:t></w:r></w:p></w:ftr>`,
    'word/document.xml': `${declaration}<w:document ${main}><w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="rId7"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}

function writePart(part: PaperPart, markup: DocxMarkup, random: Random): string {
  if (part.kind === 'table') return writeTable(part, markup, random)
  const texts = part.sentences.map(({ text }) => text)
  if (part.kind === 'page') return `${texts.map((text) => paragraph(text, markup, random)).join('')}<w:p><w:r><w:br w:type="page"/></w:r></w:p>`
  if (part.kind === 'prose') return paragraph(texts.join(''), markup, random, '<w:pPr><w:ind w:firstLineChars="200"/></w:pPr>')
  return texts.map((text) => paragraph(text, markup, random, part.kind === 'title' ? '<w:pPr><w:jc w:val="center"/></w:pPr>' : '')).join('')
}

function paragraph(text: string, markup: DocxMarkup, random: Random, properties = ''): string {
  const whole = `<w:p>${properties}${writeRuns(text, markup, random)}</w:p>`
  return markup === 'content controls' && random.chance(0.2) ? `<w:sdt><w:sdtPr/><w:sdtContent>${whole}</w:sdtContent></w:sdt>` : whole
}

/** A line break inside the text is a soft one. */
function writeRuns(text: string, markup: DocxMarkup, random: Random): string {
  return text
    .split('\n')
    .map((line) => pieces(line, markup, random).map((piece) => writePiece(piece, markup, random)).join(''))
    .join('<w:r><w:br/></w:r>')
}

const run = (text: string, tag: 't' | 'delText' = 't'): string => `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:${tag} xml:space="preserve">${escapeXml(text)}</w:${tag}></w:r>`

function writePiece(text: string, markup: DocxMarkup, random: Random): string {
  if (markup === 'runs split') return `${random.chance(0.2) ? '<w:bookmarkStart w:id="1" w:name="_x"/><w:bookmarkEnd w:id="1"/><w:proofErr w:type="spellStart"/>' : ''}${run(text)}`
  // What was struck out is no longer said; what was put in is.
  if (markup === 'changes tracked' && random.chance(0.2)) return `<w:del w:id="3" w:author="x"><w:r><w:delText>${random.pick(['7', '88', '原'])}</w:delText></w:r></w:del><w:ins w:id="4" w:author="x">${run(text)}</w:ins>`
  return run(text)
}

function pieces(line: string, markup: DocxMarkup, random: Random): readonly string[] {
  if (line === '') return []
  if (markup !== 'runs split' || line.length < 2) return [line]
  const cut = 1 + random.below(line.length - 1)
  return [line.slice(0, cut), line.slice(cut)]
}

function writeTable({ rows, header }: PaperTable, markup: DocxMarkup, random: Random): string {
  const width = Math.max(...rows.map(({ cells }) => cells.reduce((sum, { span }) => sum + span, 0)))
  const grid = `<w:tblGrid>${'<w:gridCol w:w="900"/>'.repeat(width)}</w:tblGrid>`
  const lines = rows.map((row, at) => `<w:tr>${at < header ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${writeCells(rows, at, row, markup, random)}</w:tr>`)
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>${grid}${lines.join('')}</w:tbl>`
}

function writeCells(rows: readonly PaperRow[], at: number, { cells }: PaperRow, markup: DocxMarkup, random: Random): string {
  let column = 0
  return cells
    .map(({ text, span, covered }) => {
      const start = column
      column += span
      const merge = covered ? '<w:vMerge/>' : depthOf(rows, at, start) > 1 ? '<w:vMerge w:val="restart"/>' : ''
      return `<w:tc><w:tcPr><w:tcW w:w="${900 * span}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${merge}</w:tcPr>${paragraph(text, markup, random)}</w:tc>`
    })
    .join('')
}
