import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { build } from 'vite'
import { openDuckdbWorkshop } from '../../../src/engine/duckdbNode.ts'
import type { Asset } from '../../../src/engine/download.ts'
import { findChromium } from './findChromium.ts'
import { startLabServer, type LabServer } from './labServer.ts'

/** A real browser with a page that holds the engine wrapper, built as the app is, behind the real headers. */
export interface OpenedLab {
  readonly server: LabServer
  readonly browser: Browser
  /** A page in a context of its own, so that nothing is cached from the last test. */
  newPage(options?: Parameters<Browser['newContext']>[0]): Promise<Page>
  /** A compiled dataset on the server: `d.reports` with 12 rows. */
  readonly data: Asset
  readonly folder: string
  close(): Promise<void>
}

/** Twelve reports of three agencies over four years, so that answers can be checked by hand. */
export const reportsTable = `
  CREATE TABLE d.reports AS
  SELECT agency || '-' || year AS report_id, agency AS agency_id, year::INTEGER AS year, ((year - 2017) * 10)::DOUBLE AS requests_new
  FROM (VALUES ('yinchuan-kjj'), ('lingwu-kjj'), ('hongze-gov')) AS agencies(agency), range(2017, 2021) AS years(year)
  ORDER BY year, agency`

export async function openLab(): Promise<OpenedLab> {
  const folder = mkdtempSync(join(tmpdir(), 'engine-lab-'))
  await build({
    configFile: false,
    root: import.meta.dirname,
    base: './',
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: ['chrome95', 'firefox128', 'safari15.4'],
      minify: false,
      reportCompressedSize: false,
      assetsInlineLimit: 0,
      rollupOptions: { input: join(import.meta.dirname, 'index.html') },
    },
  })
  const data = await writeDataset(folder)
  const server = await startLabServer(folder)
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
  })
  return {
    server,
    browser,
    data,
    folder,
    async newPage(options) {
      const context: BrowserContext = await browser.newContext(options)
      const page = await context.newPage()
      await page.goto(`${server.origin}/`)
      await page.waitForFunction(() => 'lab' in window)
      return page
    },
    async close() {
      await browser.close()
      await server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function writeDataset(folder: string): Promise<Asset> {
  const file = join(folder, 'test.duckdb')
  const workshop = await openDuckdbWorkshop()
  await workshop.run(`ATTACH '${file}' AS d (STORAGE_VERSION 'v1.0.0'); ${reportsTable}; CHECKPOINT d; DETACH d`)
  await workshop.close()
  const bytes = readFileSync(file)
  return { url: '/test.duckdb', bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}
