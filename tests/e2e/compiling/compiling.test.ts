import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { zipSync } from 'fflate'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBrowser } from '../../../scripts/findBrowser.mjs'
import { createServer } from '../../../scripts/serve.mjs'
import type { AgencyRow } from '../../../src/dataset/tables.ts'
import { parseReport } from '../../../src/reports/parseReport.ts'
import { generateReport, printText, randomFrom } from '../../reports/generatedReport.ts'
import { projectRoot } from '../../sourceFiles.ts'
import type { Compiled } from './lab.ts'

/** The short run keeps to what one visit accepts; the long one takes as many as an office has below it. */
const many = process.env['OGI_LONG'] === '1' ? 800 : 40

let folder: string
let server: Awaited<ReturnType<typeof createServer>>
let browser: Browser
let page: Page
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ogi-compiling-'))
  await build({
    root: import.meta.dirname,
    configFile: path.join(projectRoot, 'vite.config.ts'),
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: { input: path.join(import.meta.dirname, 'index.html') },
    },
  })
  const names = ['datapackage.json', 'regions.csv', 'agencies.csv', 'events.csv', 'reports.csv', 'cells.csv', 'verdicts.csv']
  const data = path.join(projectRoot, 'data/china-ogi')
  writeFileSync(
    path.join(folder, 'package.zip'),
    zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(path.join(data, name)))]))),
  )
  for (const count of [1, many]) writeFileSync(path.join(folder, `${count}.json`), JSON.stringify(await makeParts(count)))
  server = await createServer(folder)
  browser = await chromium.launch({ executablePath: await ensureBrowser(), args: ['--no-first-run', '--disable-gpu'] })
  page = await browser.newPage()
  await page.goto(server.address)
  await page.waitForFunction(() => 'compilingLab' in window)
}, 600_000)
afterAll(async () => {
  await browser.close()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Reports of as many bodies, read by the program from texts that were generated. */
async function makeParts(count: number): Promise<{ readonly reports: readonly string[]; readonly agencies: readonly AgencyRow[] }> {
  const agencies = Array.from({ length: count }, (_, i): AgencyRow => ({
    agency_id: `local-body-${i}`,
    name: `第${i}测试局`,
    short_name: null,
    aliases: [],
    region_code: null,
    level: 'county',
    system: '科技',
    supervisor_id: null,
    valid_from: null,
    valid_to: null,
    successor_id: null,
    deadline: null,
  }))
  const reports: string[] = []
  for (const [i, { agency_id }] of agencies.entries()) {
    const random = randomFrom(i)
    const text = printText(generateReport('y2021', random), 'tabs', random)
    const context = { agencies: [], sha256: () => Promise.resolve(String(i).padStart(64, '0')) }
    const parsed = await parseReport({ name: `${i}.txt`, bytes: new TextEncoder().encode(text) }, context)
    const report = { ...parsed.report, agency_id, year: 2022, form: 'y2021' as const, scope: 'own' as const }
    reports.push(JSON.stringify({ ...parsed, report, unplaced: [], problems: [] }))
  }
  return { reports, agencies }
}

describe('compiling local data in the browser', () => {
  it.each([1, many])(
    'of %i reports over the default dataset keeps every cell, and the page goes on reacting',
    async (count) => {
      const before = readFileSync(path.join(projectRoot, 'data/china-ogi/reports.csv'), 'utf8').trim().split('\n').length - 1
      const parts = JSON.parse(readFileSync(path.join(folder, `${count}.json`), 'utf8')) as { reports: string[] }
      const figures = parts.reports.reduce((sum, text) => sum + (JSON.parse(text) as { figures: unknown[] }).figures.length, 0)
      const cellsBefore = readFileSync(path.join(projectRoot, 'data/china-ogi/cells.csv'), 'utf8').trim().split('\n').length - 1
      const compiled: Compiled = await page.evaluate((address) => window.compilingLab.compile(address), `${count}.json`)
      const { reports, cells, counted, bytes, compiling, opening, longestPause } = compiled
      console.info(
        `${count} reports, ${cells} cells, ${bytes} bytes: compiled in ${Math.round(compiling)} ms, opened in ${Math.round(opening)} ms, longest pause ${longestPause} ms`,
      )
      expect(reports).toBe(before + count)
      expect(cells).toBe(cellsBefore + figures)
      expect(counted).toBe(cells)
      expect(longestPause).toBeLessThan(100)
    },
    300_000,
  )
})
