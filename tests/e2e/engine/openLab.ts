import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build } from 'vite'
import { openDuckdbWorkshop } from '../../../src/engine/duckdbNode.ts'
import type { Asset } from '../../../src/engine/download.ts'
import { reportsTable } from '../../engine/reportsTable.ts'
import { findChromium } from './findChromium.ts'
import { portOf, startLabServer, type LabServer } from './labServer.ts'

/** A real browser with a page that holds the engine wrapper, built as the app is, behind the real headers. */
export interface OpenedLab {
  readonly server: LabServer
  readonly browser: Browser
  /** Whatever the browser asked of hosts that are not ours. */
  readonly foreign: readonly string[]
  /** From now on foreign hosts do not refuse but never answer. */
  letForeignHostsHang(): void
  /** A page in a context of its own, so that nothing is cached from the last test. */
  newPage(options?: PageOptions): Promise<Page>
  /** A compiled dataset on the server: `d.reports` with 12 rows, `d.cells` with those of `cells`. */
  readonly data: Asset
  readonly folder: string
  close(): Promise<void>
}

export interface PageOptions {
  readonly timezoneId?: string
  /** Instead of the loopback address: a host name that browsers do not take for a secure one. */
  readonly host?: string
  readonly beforeLoad?: (page: Page) => Promise<void>
}

/** What the browser asks for itself, whatever page is open. */
const browsersOwn = /(^|[/.])(google|googleapis|gstatic|gvt1)\.com/

/** A cell as it was written: a decimal, a whole number, a text. */
export type Cell = readonly [decimal: number, whole: number, text: string]

export async function openLab({ cells = [] }: { cells?: readonly Cell[] } = {}): Promise<OpenedLab> {
  const folder = mkdtempSync(join(tmpdir(), 'engine-lab-'))
  await build({
    configFile: false,
    root: import.meta.dirname,
    base: './',
    publicDir: join(import.meta.dirname, '../../../public'),
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
  const data = await writeDataset(folder, cells)
  const server = await startLabServer(folder)
  const foreign: string[] = []
  let hang = false
  const proxy = await startProxy((host, refuse) => {
    if (!browsersOwn.test(host)) foreign.push(host)
    if (!hang) refuse()
  })
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--proxy-server=127.0.0.1:${portOf(proxy)}`,
      '--proxy-bypass-list=intranet.test',
      '--host-resolver-rules=MAP intranet.test 127.0.0.1',
    ],
  })
  return {
    server,
    browser,
    foreign,
    letForeignHostsHang: () => void (hang = true),
    data,
    folder,
    async newPage({ timezoneId, host = '127.0.0.1', beforeLoad } = {}) {
      const context = await browser.newContext({ ...(timezoneId !== undefined && { timezoneId }) })
      const page = await context.newPage()
      await beforeLoad?.(page)
      await page.goto(`http://${host}:${server.port}/`)
      await page.waitForFunction(() => 'lab' in window)
      return page
    },
    async close() {
      await browser.close()
      await server.close()
      proxy.closeAllConnections()
      proxy.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Stands for the whole internet: everything that is not loopback comes here. */
async function startProxy(meet: (host: string, refuse: () => void) => void): Promise<Server> {
  const proxy = createServer((request, response) => meet(request.url ?? '', () => void response.writeHead(502).end()))
  proxy.on('connect', (request, socket) => meet(request.url ?? '', () => socket.destroy()))
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return proxy
}

async function writeDataset(folder: string, cells: readonly Cell[]): Promise<Asset> {
  const file = join(folder, 'test.duckdb')
  const source = join(folder, 'cells.csv')
  writeFileSync(source, cells.map((cell, i) => `${i},${cell.join(',')}\n`).join(''))
  const workshop = await openDuckdbWorkshop()
  await workshop.run(`
    ATTACH '${file}' AS d (STORAGE_VERSION 'v1.0.0');
    ${reportsTable};
    CREATE TABLE d.cells AS FROM read_csv('${source}', auto_detect = false, header = false,
      columns = {i: 'INTEGER', decimal_value: 'DECIMAL(14, 4)', whole_value: 'BIGINT', text_value: 'VARCHAR'});
    CHECKPOINT d;
    DETACH d`)
  await workshop.close()
  rmSync(source)
  const bytes = readFileSync(file)
  return { url: '/test.duckdb', bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
}
