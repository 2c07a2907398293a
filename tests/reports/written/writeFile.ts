import type { Browser } from 'playwright-core'
import type { Random } from '../generatedReport.ts'
import { textLayouts } from '../generatedReport.ts'
import type { FileType } from './variations.ts'
import { docxMarkups, writeDocx } from './writeDocx.ts'
import { htmlMarkups, writeHtml, writePrintedPage } from './writeHtml.ts'
import { markdownMarkups, writeMarkdown } from './writeMarkdown.ts'
import { encodeText, textEncodings, writeText } from './writeText.ts'
import { writeXlsx, xlsxMarkups } from './writeXlsx.ts'
import type { WrittenReport } from './writtenReport.ts'
import { onPaper } from './writtenReport.ts'

/** A report as a file. `clear`: every cell has a border of some kind, so that a reader can be held to certainty. */
export interface WrittenFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly style: string
  readonly clear: boolean
}

/** Prints pages as PDF in one browser. */
export interface PdfPrinter {
  readonly print: (html: string, options: { readonly landscape: boolean; readonly footer: boolean }) => Promise<Uint8Array>
}

/** A printer that keeps one page of the browser open. */
export async function openPrinter(browser: Browser): Promise<PdfPrinter> {
  const page = await browser.newPage()
  return {
    print: async (html, { landscape, footer }) => {
      await page.setContent(html)
      return new Uint8Array(await page.pdf({ format: 'A4', landscape, displayHeaderFooter: footer, margin: { top: '50px', bottom: '50px' } }))
    },
  }
}

/** Writes a report as a file of the type, in a style that is drawn. */
export async function writeFile(report: WrittenReport, type: FileType, random: Random, printer: PdfPrinter | null): Promise<WrittenFile> {
  const paper = onPaper(report)
  const name = `report-${report.form}-${report.year}.${type}`
  if (type === 'pdf') return writePdf(paper, name, random, printer)
  const { bytes, style, clear } = writers[type](paper, random)
  return { name, bytes, style, clear: clear ?? true }
}

type Writer = (report: WrittenReport, random: Random) => { readonly bytes: Uint8Array; readonly style: string; readonly clear?: boolean }

const writers: Readonly<Record<Exclude<FileType, 'pdf'>, Writer>> = {
  txt: (report, random) => {
    const layout = random.pick(textLayouts)
    const encoding = random.pick(textEncodings)
    return { bytes: writeText(report, layout, encoding, random), style: `${layout}, ${encoding}`, clear: layout !== 'aligned' && layout !== 'one cell to a line' }
  },
  html: (report, random) => {
    const markup = random.pick(htmlMarkups)
    const chinese = random.chance(0.2)
    const html = writeHtml(report, markup, random)
    // Entities stand for what the old encodings lack.
    return { bytes: chinese ? encodeText(html.replace(/charset="?utf-8"?/, 'charset="gb2312"').replace(/[\u00a0\u2009]/g, (char) => `&#${char.charCodeAt(0)};`), 'gb18030') : encodeText(html, 'utf-8'), style: `${markup}${chinese ? ', gb2312' : ''}` }
  },
  docx: (report, random) => {
    const markup = random.pick(docxMarkups)
    return { bytes: writeDocx(report, markup, random), style: markup }
  },
  xlsx: (report, random) => {
    const markup = random.pick(xlsxMarkups)
    return { bytes: writeXlsx(report, markup, random), style: markup }
  },
  md: (report, random) => {
    const markup = random.pick(markdownMarkups)
    return { bytes: encodeText(writeMarkdown(report, markup), random.pick(['utf-8', 'utf-8', 'utf-8 with a mark'])), style: markup }
  },
}

async function writePdf(report: WrittenReport, name: string, random: Random, printer: PdfPrinter | null): Promise<WrittenFile> {
  if (printer === null) throw new Error('a PDF needs a printer')
  const lines = random.chance(0.75)
  const html = writePrintedPage(report, { lines, size: random.pick([10, 12, 14]), repeatHeader: random.chance(0.5) })
  const bytes = await printer.print(html, { landscape: random.chance(0.3), footer: random.chance(0.5) })
  return { name, bytes, style: lines ? 'lines drawn' : 'no lines', clear: lines }
}
