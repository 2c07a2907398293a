import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TableFormId } from '../../src/forms/form.ts'
import { placeTables } from '../../src/reports/placeTables.ts'
import type { PdfAssets } from '../../src/reports/readPdf.ts'
import { readPdf } from '../../src/reports/readPdf.ts'
import { generateReport, printHtml, randomFrom } from './generatedReport.ts'

const library = new URL('../../node_modules/pdfjs-dist/', import.meta.url)
const assets: PdfAssets = { read: async (folder, name) => new Uint8Array(await readFile(new URL(`${folder}/${name}`, library))) }
const browserPath = [process.env['CHROME_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'].find((path) => path !== undefined && existsSync(path))

describe('a file that holds no text to read', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  const codeOf = async (text: string): Promise<string> => {
    const read = await readPdf(bytes(text), { pdf: assets })
    return 'refused' in read ? read.refused.code : 'read'
  }

  it('is refused when it is damaged', async () => expect(await codeOf('%PDF-1.4\nnothing of a PDF follows')).toBe('file.damaged'))
  it('is refused when it is a scan', async () => expect(await codeOf(minimalPdf('q 100 0 0 100 50 50 cm Q'))).toBe('file.scanned'))
  it('is refused when it asks for a password', async () => expect(await codeOf(minimalPdf('', encryption))).toBe('file.encrypted'))
})

describe('a PDF without a browser to make it', () => {
  it('gives the cells of a table drawn with lines', async () => {
    const rows = [['A', 'B1'], ['C', '1 8'], ['D', '27']]
    const lines = [0, 1, 2, 3].map((row) => `50 ${700 - row * 30} m 250 ${700 - row * 30} l S`).concat([50, 150, 250].map((x) => `${x} 700 m ${x} 610 l S`))
    const words = rows.flatMap((cells, row) => cells.map((text, column) => `BT /F1 12 Tf ${60 + column * 100} ${680 - row * 30} Td (${text}) Tj ET`))
    const read = await readPdf(new TextEncoder().encode(minimalPdf([...lines, ...words, 'BT /F1 12 Tf 50 500 Td (Words below the table, long enough.) Tj ET'].join('\n'))), { pdf: assets })
    const grid = 'document' in read ? read.document.blocks.find((block) => block.kind === 'grid') : undefined
    expect(grid?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual(rows)
  })
})

/** A PDF of one page, written by hand; its cross-reference table is left for the reader to rebuild. */
function minimalPdf(content: string, more = ''): string {
  return `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj
4 0 obj <</Length ${content.length}>> stream
${content}
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
${more === '' ? '' : `6 0 obj ${more} endobj`}
trailer <</Root 1 0 R/Size 7${more === '' ? '' : '/Encrypt 6 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]'}>>
%%EOF`
}

const encryption = `<</Filter/Standard/V 1/R 2/P -4/O<${'5a'.repeat(32)}>/U<${'a5'.repeat(32)}>>>`

describe.skipIf(browserPath === undefined)('every cell of a report printed as PDF', () => {
  let browser: Browser | null = null
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] })
  })
  afterAll(() => browser?.close())

  const formIds: readonly TableFormId[] = ['pre2019_table', 'y2019', 'y2021']
  const read = async (form: TableFormId, seed: number, borders: 'all' | 'none') => {
    const random = randomFrom(seed)
    const report = generateReport(form, random)
    const page = await browser?.newPage()
    if (page === undefined) throw new Error('no browser')
    await page.setContent(printHtml(report, { borders, size: random.pick([10, 12, 14]), header: random.chance(0.5) }))
    const pdf = await page.pdf({ format: 'A4', landscape: random.chance(0.3), displayHeaderFooter: random.chance(0.5), margin: { top: '50px', bottom: '50px' } })
    await page.close()
    const file = await readPdf(new Uint8Array(pdf), { pdf: assets })
    if ('refused' in file) throw new Error(file.refused.message.en)
    const { form: found, figures, unplaced } = placeTables(file.document)
    const cells = new Map(figures.map((figure) => [`${String(figure.cell)} ${figure.applicant ?? ''}`, figure]))
    const compared = report.cells.map((cell) => ({ cell, figure: cells.get(`${cell.path} ${cell.applicant ?? ''}`) }))
    const uncertain = compared.filter(({ figure }) => figure === undefined || figure.state === 'unreadable').map(({ cell }) => cell)
    const wrong = compared.filter(({ cell, figure }) => figure !== undefined && figure.state !== 'unreadable' && (figure.state !== cell.state || figure.value !== cell.value))
    return { found, wrong: wrong.map(({ cell, figure }) => `${cell.path} ${cell.applicant ?? ''}: ${cell.printed} read ${figure?.printed ?? ''}`), uncertain, unplaced }
  }

  it.each(formIds)('is read as it was drawn where lines part the cells: %s', { timeout: 120_000 }, async (form) => {
    for (const seed of [1, 2, 3, 4]) expect({ seed, ...(await read(form, seed, 'all')) }).toEqual({ seed, found: form, wrong: [], uncertain: [], unplaced: [] })
  })

  it.each(formIds)('is read as drawn or said to be uncertain where only positions tell the cells: %s', { timeout: 120_000 }, async (form) => {
    for (const seed of [1, 2, 3, 4]) expect({ seed, wrong: (await read(form, seed, 'none')).wrong }).toEqual({ seed, wrong: [] })
  })
})
