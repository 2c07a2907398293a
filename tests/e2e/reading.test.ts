import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'
import { policyOf } from '../../scripts/delivery.mjs'
import { sha256Hex } from '../../src/engine/sha256.ts'
import type { ReadReportFile } from '../../src/reports/parseReport.ts'
import { readReportFile } from '../../src/reports/parseReport.ts'
import { unpackFiles } from '../../src/reports/unpackFiles.ts'
import { randomFrom } from '../reports/generatedReport.ts'
import { chineseLine, smallPdf } from '../reports/smallPdf.ts'
import { fileTypes } from '../reports/written/variations.ts'
import { openPrinter, writeFile } from '../reports/written/writeFile.ts'
import { writeReport } from '../reports/written/writtenReport.ts'
import { packDocx, packXlsx, packZip, textRows } from '../reports/zipFiles.ts'
import { projectRoot } from '../sourceFiles.ts'
import { useApp, type AppPage } from './openApp.ts'
import type { Reading, ReadingChoice } from './readingPage/readingPage.ts'

const isLong = process.env['OGI_LONG'] === '1'
const site = path.join(projectRoot, '.build/reading-site')

// The site as it is built for readers of the page, with one page more that can do nothing but read files.
beforeAll(async () => {
  await build({
    root: projectRoot,
    configFile: path.join(projectRoot, 'vite.config.ts'),
    logLevel: 'error',
    build: {
      outDir: site,
      emptyOutDir: true,
      reportCompressedSize: false,
      rolldownOptions: { input: { reading: path.join(projectRoot, 'tests/e2e/readingPage/index.html') } },
    },
  })
}, 120_000)

interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Chooses files on the page and reads them there. */
async function readOnPage(page: Page, files: readonly GivenFile[], choice: ReadingChoice = {}): Promise<readonly Reading[]> {
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'data')
  const folder = mkdtempSync(path.join(tmpdir(), 'reading-'))
  for (const { name, bytes } of files) writeFileSync(path.join(folder, name), bytes)
  await page.setInputFiles(
    'input',
    files.map(({ name }) => path.join(folder, name)),
  )
  return page.evaluate(
    (given) => (window as unknown as { readChosen(choice: ReadingChoice): Promise<readonly Reading[]> }).readChosen(given),
    choice,
  )
}

const library = path.join(projectRoot, 'node_modules/pdfjs-dist')

/** What the command line makes of the same file. */
async function readInNode(file: GivenFile): Promise<readonly ReadReportFile[]> {
  const { files } = await unpackFiles(file)
  return Promise.all(
    files.map((one) =>
      readReportFile(one, {
        agencies: [],
        sha256: (bytes) => Promise.resolve(sha256Hex(bytes)),
        pdf: { read: async (folder, name) => new Uint8Array(await readFile(path.join(library, folder, name))) },
      }),
    ),
  )
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
/** Codes of the problems; `read` where there is something that was read. */
const codesOf = ({ reports }: Reading): readonly string[] =>
  reports.flatMap(({ parsed, document }) => [...(document === null ? [] : ['read']), ...parsed.problems.map(({ code }) => code)])

/** Nothing of a worker may be left, and the page must go on. */
async function expectQuiet(opened: AppPage): Promise<void> {
  // The browser tells of the end of a worker a moment later.
  await expect.poll(() => opened.page.workers().length, { timeout: 3000 }).toBe(0)
  expect(await opened.page.evaluate(() => 1 + 1)).toBe(2)
}

describe('reading files in the page', () => {
  const held = useApp({ folder: site })
  const open = (options = {}): Promise<AppPage> => held.app.openPage('tests/e2e/readingPage/index.html', options)

  it.each(fileTypes)('gives for a report as %s what the command line gives', async (type) => {
    const random = randomFrom(fileTypes.indexOf(type) + 5)
    const printer = type === 'pdf' ? await openPrinter(held.app.browser) : null
    const file = await writeFile(writeReport('y2021', random), type, random, printer)
    const opened = await open()
    const [reading] = await readOnPage(opened.page, [file])
    expect(reading?.reports).toEqual(asJson(await readInNode(file)))
    expect(reading?.reports[0]?.parsed.figures.length).toBeGreaterThan(100)
    expect(opened.faults).toEqual([])
    await expectQuiet(opened)
  })

  it('gives each file of an archive, and says how far it is', async () => {
    const random = randomFrom(3)
    const written = await Promise.all(
      (['txt', 'html', 'xlsx'] as const).map((type) => writeFile(writeReport('y2019', random), type, random, null)),
    )
    const file = {
      name: '年报.zip',
      bytes: packZip({ ...Object.fromEntries(written.map(({ name, bytes }) => [name, bytes])), '__MACOSX/x': 'y' }),
    }
    const opened = await open()
    const [reading] = await readOnPage(opened.page, [file])
    const inNode = asJson(await readInNode(file)) as ReadReportFile[]
    expect(reading?.reports.map(({ parsed }) => [parsed.file, parsed.figures.length])).toEqual(
      inNode.map(({ parsed }) => [parsed.file, parsed.figures.length]),
    )
    expect(reading?.reports[0]?.parsed.problems.map(({ code }) => code)).toContain('archive.ignored')
    expect(reading?.progress.map(({ stage, number, count }) => [stage, number, count])).toEqual([
      ['opening', 1, 1],
      ['reading', 1, 3],
      ['reading', 2, 3],
      ['reading', 3, 3],
    ])
    await expectQuiet(opened)
  })

  it('fetches a character map for a PDF that does not carry its own, from our own folder alone, through the page', async () => {
    // 政府信息公开工作年度报告, twenty characters and more.
    const hex = 'd5feb8aed0c5cfa2b9abbfaab9a4d7f7c4eab6c8b1a8b8e6'
    const file = { name: 'a.pdf', bytes: smallPdf({ content: [chineseLine(hex, 700), chineseLine(hex, 660)].join('\n') }) }
    const opened = await open()
    const [reading] = await readOnPage(opened.page, [file])
    expect(JSON.stringify(reading?.reports[0]?.document)).toContain('政府信息公开工作年度报告')
    expect(reading?.reports).toEqual(asJson(await readInNode(file)))
    expect(opened.asked.filter((asked) => asked.includes('/assets/pdf/GBK-EUC-H'))).toHaveLength(1)
    expect(reading?.progress.some(({ page, pages }) => page === 1 && pages === 1)).toBe(true)
    expect(opened.faults).toEqual([])
  })

  it('refuses the PDF when the character map cannot be had, instead of losing its characters', async () => {
    const opened = await open({
      prepare: (page: Page) => page.route('**/assets/pdf/**', (route) => route.abort()),
      expected: [/console: .*Failed to load resource/],
    })
    const [reading] = await readOnPage(opened.page, [{ name: 'a.pdf', bytes: smallPdf({ content: chineseLine('d5feb8ae', 700) }) }])
    expect(reading && codesOf(reading)).toEqual(['file.reader_missing'])
  })

  it('keeps the page free: reading a report never blocks it for a tenth of a second', async () => {
    const random = randomFrom(8)
    const file = await writeFile(writeReport('y2021', random), 'docx', random, null)
    const opened = await open()
    // Whatever else this machine does makes pauses longer, never shorter.
    const blocked: number[] = []
    for (let time = 0; time < 4; time += 1) blocked.push((await readOnPage(opened.page, [file]))[0]?.blocked ?? NaN)
    expect(Math.min(...blocked)).toBeLessThan(100)
  })

  it('sends its scripts with the policy of workers that read files of strangers', async () => {
    const opened = await open()
    await readOnPage(opened.page, [
      { name: 'a.pdf', bytes: smallPdf({ content: 'BT /F1 12 Tf 60 700 Td (Words that are long enough to be read.) Tj ET' }) },
    ])
    const scripts = opened.asked.filter((asked) => asked.includes('/assets/parser/'))
    expect(scripts.length).toBeGreaterThanOrEqual(3)
    for (const script of scripts) {
      const { headers } = await fetch(new URL(script, held.app.address))
      expect(headers.get('content-security-policy')).toBe(policyOf(script.slice(1)))
    }
    expect(policyOf('assets/parser/x.js')).toContain("connect-src 'none'")
  })

  it('loads nothing of the readers before the first file', async () => {
    const opened = await open()
    await opened.page.waitForFunction(() => document.documentElement.dataset.ready === 'data')
    expect(opened.asked.filter((asked) => /parser|\/pdf/.test(asked))).toEqual([])
  })

  it('says that the reader is missing when its script is', async () => {
    const opened = await open({
      prepare: (page: Page) => page.route('**/assets/parser/**', (route) => route.fulfill({ status: 404, body: '' })),
      expected: [/console: .*Failed to load resource/],
    })
    const [reading] = await readOnPage(opened.page, [{ name: 'a.txt', bytes: new TextEncoder().encode('一份报告') }])
    expect(reading && codesOf(reading)).toEqual(['file.reader_missing'])
    await expectQuiet(opened)
  })
})

describe('a worker that never comes to an end', () => {
  const held = useApp({ folder: site })

  it('is killed at the deadline while the page goes on', async () => {
    const opened = await held.app.openPage('tests/e2e/readingPage/index.html')
    const [reading] = await readOnPage(opened.page, [{ name: 'a.txt', bytes: new Uint8Array([65]) }], { spins: true, speed: 10 })
    expect(reading && codesOf(reading)).toEqual(['file.timeout'])
    expect(reading?.milliseconds).toBeGreaterThan(1900)
    expect(reading?.milliseconds).toBeLessThan(4000)
    expect(reading?.blocked).toBeLessThan(1000)
    await expectQuiet(opened)
    const [after] = await readOnPage(opened.page, [{ name: 'b.txt', bytes: new TextEncoder().encode('2020年，本局主动公开信息12条。') }])
    expect(after?.reports[0]?.document?.blocks).toHaveLength(1)
  })

  it('ends at once when it is called off', async () => {
    const opened = await held.app.openPage('tests/e2e/readingPage/index.html')
    const [reading] = await readOnPage(opened.page, [{ name: 'a.txt', bytes: new Uint8Array([65]) }], { spins: true, stopAfter: 300 })
    expect(reading?.error).toBe('AbortError')
    expect(reading?.milliseconds).toBeLessThan(1000)
    await expectQuiet(opened)
  })
})

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const doctype =
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'

/** An archive whose only file says that it is small. */
function lyingZip(name: string, others: Readonly<Record<string, string>> = {}): Uint8Array {
  const bytes = packZip({ [name]: new Uint8Array(30_000_000), ...others })
  const view = new DataView(bytes.buffer)
  for (let at = 0; at + 4 < bytes.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 30_000_000) view.setUint32(at + 24, 20_000, true)
  return bytes
}

/** Files made to harm, what each must end with (any of these), and how long it may take. */
const hostile: readonly (readonly [what: string, codes: readonly string[], milliseconds: number, make: () => Uint8Array])[] = [
  ['an archive that becomes a thousand times as large', ['file.too_large'], 3000, () => packZip({ a: new Uint8Array(30_000_000) })],
  ['an archive whose sizes lie', ['file.too_large'], 3000, () => lyingZip('a.txt')],
  [
    'an Excel file that is a bomb',
    ['file.too_large'],
    3000,
    () => lyingZip('xl/worksheets/sheet1.xml', { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<a/>' }),
  ],
  ['a Word file that is a bomb', ['file.too_large'], 3000, () => lyingZip('word/document.xml', { '[Content_Types].xml': '<Types/>' })],
  [
    'a cell at the far corner of a sheet',
    ['read'],
    3000,
    () => packXlsx([`${textRows([['受理数', '3']])}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`]),
  ],
  ['an entity bomb in a sheet', ['file.unsafe'], 3000, () => packXlsx([textRows([['&c;', '3']])], { doctype })],
  [
    'a Word file inside elements without end',
    ['file.unsafe'],
    3000,
    () => packDocx(`${'<w:sdt><w:sdtContent>'.repeat(2000)}${paragraph('甲')}${'</w:sdtContent></w:sdt>'.repeat(2000)}`),
  ],
  [
    'tables inside one another without end',
    ['file.unsafe'],
    3000,
    () => packDocx(`${'<w:tbl><w:tr><w:tc>'.repeat(500)}${paragraph('甲')}${'</w:tc></w:tr></w:tbl>'.repeat(500)}`),
  ],
  [
    'a page inside elements without end',
    ['read', 'file.unsafe', 'file.too_large', 'file.empty'],
    21_000,
    () => utf8(`<html><body>${'<div>'.repeat(100_000)}一份报告`),
  ],
  [
    'a page of tables inside one another',
    ['read', 'file.unsafe', 'file.too_large', 'file.empty'],
    21_000,
    () => utf8(`<html><body>${'<table><tr><td>'.repeat(20_000)}3`),
  ],
  [
    'a PDF of ten thousand pages',
    ['file.too_large'],
    20_000,
    () => smallPdf({ pages: 10_000, content: 'BT /F1 12 Tf 60 700 Td (page) Tj ET' }),
  ],
  ['a PDF with a password', ['file.encrypted'], 5000, () => smallPdf({ encrypted: true })],
  ['a scanned PDF', ['file.scanned'], 5000, () => smallPdf({ content: 'q 100 0 0 100 50 50 cm Q' })],
  ['a PDF that is cut off', ['file.damaged', 'file.scanned'], 5000, () => smallPdf({ pages: 3 }).subarray(0, 200)],
  ['a Word file that is cut off', ['file.damaged'], 3000, () => packDocx(paragraph('甲')).subarray(0, -40)],
  ['an Excel file that is cut off', ['file.damaged'], 3000, () => packXlsx([textRows([['受理数', '3']])]).subarray(0, -40)],
  [
    'a text without an end of line',
    ['read', 'file.timeout', 'file.too_large'],
    25_000,
    () => utf8('受理申请3件，'.repeat(isLong ? 900_000 : 300_000)),
  ],
  [
    'a text of very many lines of figures',
    ['read', 'file.timeout', 'file.too_large'],
    25_000,
    () => utf8('受理数\t件\t3\n'.repeat(isLong ? 1_000_000 : 300_000)),
  ],
  ['a text beyond every budget', ['file.too_large'], 5000, () => new Uint8Array(21_000_000).fill(65)],
  ['bytes of nothing', ['file.unsupported', 'file.encoding'], 3000, () => Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251)],
]

describe('a hostile file ends in one sentence within its time, and the page stays alive', () => {
  const held = useApp({ folder: site })

  it.each(hostile)('%s', { timeout: 90_000 }, async (_, codes, milliseconds, make) => {
    const opened = await held.app.openPage('tests/e2e/readingPage/index.html')
    const [reading] = await readOnPage(opened.page, [{ name: 'file', bytes: make() }])
    expect(reading?.reports).toHaveLength(1)
    const found = reading === undefined ? [] : codesOf(reading)
    expect(
      codes.filter((code) => found.includes(code)),
      `found ${found.join()}`,
    ).not.toEqual([])
    expect(reading?.milliseconds).toBeLessThan(milliseconds)
    expect(reading?.blocked).toBeLessThan(1000)
    expect(opened.faults).toEqual([])
    await expectQuiet(opened)
    const [after] = await readOnPage(opened.page, [{ name: 'b.txt', bytes: utf8('2020年，本局主动公开信息12条。') }])
    expect(after?.reports[0]?.document?.blocks).toHaveLength(1)
  })

  it.each([
    [
      'page',
      '<html><head><base href="http://evil.example/"><link rel=stylesheet href="http://evil.example/a.css"></head><body><img src="http://evil.example/a.png" onerror="alert(1)"><script src="//evil.example/x.js"></script><script>fetch("http://evil.example")</script><iframe src="http://evil.example"></iframe><svg onload="alert(1)"></svg><form action="http://evil.example"><input autofocus onfocus="alert(1)"></form><a href="javascript:alert(1)">一</a><table><tr><td>受理数</td><td>3</td></tr></table></body></html>',
    ],
    [
      'frame',
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><object data="http://evil.example"/><embed src="http://evil.example"/><meta http-equiv="refresh" content="0;url=http://evil.example"/>一份报告</body></html>',
    ],
  ])('asks nothing and runs nothing that a %s says', async (_, html) => {
    const opened = await held.app.openPage('tests/e2e/readingPage/index.html')
    const [reading] = await readOnPage(opened.page, [{ name: 'a.html', bytes: utf8(html) }])
    expect(reading?.reports).toHaveLength(1)
    expect(opened.faults).toEqual([])
    expect(opened.asked.filter((asked) => !/readingPage|\/assets\//.test(asked))).toEqual([])
  })
})

it('no reader is part of what the page loads before its first chart', () => {
  const page = readFileSync(path.join(projectRoot, 'dist/index.html'), 'utf8')
  expect(page).not.toMatch(/parser|pdf/)
})
