import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { headersOf } from '../../scripts/delivery.mjs'
import { writePagesWithPolicy } from '../../scripts/policyInPages.mjs'
import { noteRelease, placeSite } from '../../scripts/place.mjs'
import { builtSite } from '../sourceFiles.ts'
import { openApp, useApp, type AppPage, type OpenedApp } from './openApp.ts'

const dist = builtSite
const built = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((file) => file.split(path.sep).join('/'))

const findBuilt = (pattern: RegExp): string => {
  const found = built.find((file) => pattern.test(file))
  if (!found) throw new Error(`the build has no ${pattern.source}`)
  return found
}

/** Pages that draw a chart over the default dataset. */
const drawingPages = ['', '?page=compare']

async function expectOpen(opened: AppPage): Promise<void> {
  await opened.waitReady()
  expect(opened.faults).toEqual([])
}

describe('the built site', () => {
  const held = useApp({ firstVisits: true })

  it.each([
    ['index.html', /^index\.html$/],
    ['the embed', /^embed\.html$/],
    ['the element for other pages', /^ogi-chart\.js$/],
    ['its charts', /^assets\/embed\/[\w-]+\.js$/],
    ['the browser check', /^browserCheck\.js$/],
    ['our code', /^assets\/index-[\w-]+\.js$/],
    ['the engine', /^assets\/engine\/duckdb-eh-[\w-]+\.wasm$/],
    ['its worker', /^assets\/engine\/duckdb-browser-eh\.worker-[\w-]+\.js$/],
    ['the list of datasets', /^datasets\.json$/],
    ['a manifest', /^data\/china-ogi\/manifest\.json$/],
    ['a compiled dataset', /^data\/china-ogi\/dataset\.[0-9a-f]{16}\.duckdb$/],
    ['an answer', /^data\/china-ogi\/api\/answers\/\w+\/[0-9a-f]{16}\.json$/],
  ])('delivers %s with its headers', async (_, pattern) => {
    const file = findBuilt(pattern)
    const { headers, status } = await fetch(new URL(file, held.app.address))
    expect(status).toBe(200)
    const sent = Object.fromEntries(Object.keys(headersOf(file)).map((name) => [name, headers.get(name)]))
    expect(sent).toEqual(headersOf(file))
  })

  it.each(drawingPages)('opens %j, asks nothing of other hosts and breaks no policy', async (address) => {
    const opened = await held.app.openPage(address)
    await expectOpen(opened)
    expect(await opened.page.evaluate(() => isSecureContext)).toBe(true)
  })

  it('answers from the engine when that is there, in a worker without a network', async () => {
    const opened = await held.app.openPage('')
    await opened.waitReady('engine')
    expect(opened.faults).toEqual([])
  })

  it('says in both languages that an embed has its own page', async () => {
    const opened = await held.app.openPage('embed.html')
    await opened.page.waitForLoadState()
    expect((await opened.page.locator('body').innerText()).trim()).not.toBe('')
  })

  it('shows a sentence without JavaScript', async () => {
    const opened = await held.app.openPage('', { context: { javaScriptEnabled: false } })
    expect(await opened.page.locator('noscript').innerText()).toContain('JavaScript')
  })
})

describe('below a path', () => {
  const held = useApp({ base: '/portal/ogi/', firstVisits: true })

  it.each(drawingPages)('opens %j and asks for nothing outside of it', async (address) => {
    const opened = await held.app.openPage(address)
    await expectOpen(opened)
    await opened.waitReady('engine')
    expect(opened.asked.filter((asked) => !asked.startsWith('/portal/ogi/'))).toEqual([])
  })
})

describe('under a plain-HTTP name', () => {
  const held = useApp({ from: 'intranet', firstVisits: true })

  it.each(drawingPages)('opens %j without a secure context', async (address) => {
    const opened = await held.app.openPage(address)
    await expectOpen(opened)
    expect(await opened.page.evaluate(() => [isSecureContext, typeof crypto.subtle, location.hostname])).toEqual([
      false,
      'undefined',
      'ogi.intranet.test',
    ])
    await opened.waitReady('engine')
  })
})

describe('from a server that cannot compress', () => {
  const held = useApp({ compress: false, firstVisits: true })

  it('opens all the same', async () => {
    const opened = await held.app.openPage('')
    await expectOpen(opened)
    await opened.waitReady('engine')
  })
})

describe('trouble', () => {
  const held = useApp({ firstVisits: true })

  it.each(drawingPages)('refused storage does not keep %j from opening', async (address) => {
    const opened = await held.app.openPage(address, { before: refuseStorage })
    await expectOpen(opened)
  })

  it.each(drawingPages)('%j draws its first chart while the engine is still on its way', async (address) => {
    const opened = await held.app.openPage(address, { prepare: (page) => hang(page, '**/assets/engine/**') })
    await expectOpen(opened)
    expect(await opened.page.evaluate(() => document.documentElement.dataset.ready)).toBe('data')
  })

  it.each(['datasets.json', 'data/china-ogi/manifest.json', 'data/china-ogi/api/catalogue.json'])(
    'a page instead of %s ends in a sentence, not in a word of JavaScript',
    async (file) => {
      const opened = await held.app.openPage('', { prepare: (page) => answerWithPage(page, `**/${file}`), expected: [/^console: /] })
      await opened.page.waitForFunction(() => document.documentElement.dataset.ready === 'failed')
      const text = await opened.page.locator('body').innerText()
      expect(text).not.toMatch(/unexpected token|JSON|undefined|\[object/i)
      expect(text.trim().length).toBeGreaterThan(10)
    },
  )

  it('a page whose own scripts are gone says so, with a button', async () => {
    const prepare = (page: Page) => page.route('**/assets/echarts-*.js', (route) => route.fulfill({ status: 404, body: '' }))
    const opened = await held.app.openPage('', { prepare, expected: [/^console: /] })
    await opened.page.getByRole('button', { name: 'Load again' }).waitFor()
    expect(await opened.page.evaluate(() => document.documentElement.dataset.ready)).toBe('failed')
  })

  it('draws the first chart within 5 s over a link of 1.5 Mbit/s', async () => {
    const opened = await held.app.openPage('', { prepare: (page) => slowDown(page, 1_500_000) })
    await opened.waitReady()
    const firstChart = await opened.page.evaluate(() => performance.getEntriesByName('ogi:first-chart')[0]?.startTime ?? NaN)
    expect(firstChart).toBeLessThan(5000)
  })
})

describe('a page that was open before the next release', () => {
  let folder: string
  let app: OpenedApp
  const published = (): string => path.join(folder, 'published')

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'releases-'))
    copySite(published())
    await noteRelease(published())
    app = await openApp({ folder: published(), firstVisits: true })
  })
  afterEach(async () => {
    await app.close()
    rmSync(folder, { recursive: true })
  })

  it('says so when a file of its own is gone, and the reader loads the same view of the new one', async () => {
    const opened = await app.openPage('?lang=en&theme=dark', { prepare: holdLaterFiles, expected: [/^console: /] })
    await opened.waitReady()
    const next = await makeNextRelease(folder)
    rmSync(published(), { recursive: true })
    renameSync(next, published())
    await opened.page.locator('nav a[href*="page=compare"]').first().click()
    await releaseFiles(opened.page)
    const again = opened.page.getByRole('button', { name: 'Load again' })
    await again.first().waitFor()
    expect(new URL(opened.page.url()).search).toContain('page=compare')
    const before = opened.page.url()
    await again.first().click()
    await opened.page.locator('figure[data-chart]').first().waitFor()
    expect(opened.page.url()).toBe(before)
    expect(await again.count()).toBe(0)
    await app.closePages()
  })

  it('goes on where the earlier files were left, with the data that it was opened with', async () => {
    const opened = await app.openPage('?lang=en', { prepare: holdLaterFiles, expected: [/^console: /] })
    await opened.waitReady()
    const next = await makeNextRelease(folder)
    giveOtherData(next)
    await placeSite(next, published())
    // The published answers belong to other data by now.
    await opened.page.waitForTimeout(2_500)
    await releaseFiles(opened.page)
    await opened.page.locator('nav a[href*="page=compare"]').first().click()
    await opened.waitReady('engine')
    await opened.page.locator('figure[data-chart]').first().waitFor()
    expect((await opened.readTable('figure[data-chart]')).rows.length).toBeGreaterThan(0)
    await opened.page.getByRole('button', { name: 'Load again' }).waitFor()
    await app.closePages()
  })
})

describe('with its policy in its pages', () => {
  const held = useApp({ firstVisits: true })

  it('opens, starts the engine, and reaches no other host even from its workers', async ({ skip }) => {
    skip(process.env['OGI_LONG'] !== '1', 'a build option of its own belongs to the long form')
    const folder = mkdtempSync(path.join(tmpdir(), 'meta-'))
    await writePagesWithPolicy(dist, path.join(folder, 'site'))
    const plain = await servePlainly(path.join(folder, 'site'))
    const foreign = await servePlainly(folder)
    try {
      const opened = await held.app.openPage('mark.svg', { expected: [/^(foreign request|policy|console): /] })
      const faults: string[] = []
      opened.page.on('console', (message) => {
        const { url } = message.location()
        if (message.type() === 'error' && url.startsWith(plain.address)) faults.push(`${message.text()} (${url})`)
      })
      await opened.page.goto(`${plain.address}?page=compare`)
      await opened.waitReady('engine')
      expect(faults).toEqual([])
      const reached = await opened.page.evaluate(async (address) => {
        const source = `fetch('${address}', { mode: 'no-cors' }).then(() => postMessage('reached'), () => postMessage('closed'))`
        const worker = new Worker(URL.createObjectURL(new Blob([source])))
        return new Promise((resolve) => worker.addEventListener('message', ({ data }) => resolve(data)))
      }, foreign.address)
      expect(reached).toBe('closed')
    } finally {
      plain.close()
      foreign.close()
      rmSync(folder, { recursive: true })
    }
  })
})

/** The default dataset and all that these pages need, without packed copies. @param to a folder that is not there yet */
function copySite(to: string): void {
  const isLeftOut = (file: string): boolean => /\.(gz|br)$|^(data\/demo-city|assets\/(pdf|parser))(\/|$)/.test(file)
  cpSync(dist, to, { recursive: true, filter: (source) => !isLeftOut(path.relative(dist, source).split(path.sep).join('/')) })
}

/** The same app under other names, as after a change of all of its code. */
async function makeNextRelease(folder: string): Promise<string> {
  const site = path.join(folder, 'next')
  copySite(site)
  const hashed = /\b([\w.-]+)-([\w-]{8})\.(js|css)\b/g
  const assets = path.join(site, 'assets')
  const names = new Set(readdirSync(assets).filter((name) => /-[\w-]{8}\.(js|css)$/.test(name)))
  const other = (hash: string): string => `${hash.startsWith('0') ? '1' : '0'}${hash.slice(1)}`
  const rename = (text: string): string =>
    text.replace(hashed, (name, kind: string, hash: string, end: string) => (names.has(name) ? `${kind}-${other(hash)}.${end}` : name))
  for (const name of names) {
    writeFileSync(path.join(assets, rename(name)), rename(readFileSync(path.join(assets, name), 'utf8')))
    rmSync(path.join(assets, name))
  }
  const page = path.join(site, 'index.html')
  writeFileSync(page, rename(readFileSync(page, 'utf8')))
  await noteRelease(site)
  return site
}

/** Other data, whose published answers are all empty: whoever reads one of them shows nothing. */
function giveOtherData(site: string): void {
  const manifest = path.join(site, 'data/china-ogi/manifest.json')
  const told = JSON.parse(readFileSync(manifest, 'utf8')) as { dataSha256: string; dataFile: string; answers: string[] }
  for (const key of told.answers) writeFileSync(path.join(site, `data/china-ogi/api/answers/${key}.json`), '[]')
  const sha256 = '0'.repeat(64)
  renameSync(path.join(site, 'data/china-ogi', told.dataFile), path.join(site, `data/china-ogi/dataset.${sha256.slice(0, 16)}.duckdb`))
  writeFileSync(manifest, JSON.stringify({ ...told, dataSha256: sha256, dataFile: `dataset.${sha256.slice(0, 16)}.duckdb`, answers: [] }))
}

const heldFiles = new WeakMap<Page, { readonly wanted: Promise<void>; readonly release: () => void }>()

/** Files that a page fetches after its first chart wait until they are released. */
async function holdLaterFiles(page: Page): Promise<void> {
  let release: () => void = () => undefined
  const wanted = new Promise<void>((resolve) => (release = resolve))
  heldFiles.set(page, { wanted, release })
  await page.route(/\/assets\/(\w+Page-|duckdbBrowser-|engine\/)|\.duckdb$/, async (route) => {
    await wanted
    await route.continue().catch(() => undefined)
  })
}

async function releaseFiles(page: Page): Promise<void> {
  heldFiles.get(page)?.release()
  await heldFiles.get(page)?.wanted
}

/** Files as they are, with a type and no other header: a server that cannot be told anything. */
function servePlainly(folder: string): Promise<{ readonly address: string; readonly close: () => void }> {
  const server = createHttpServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1) || 'index.html'
    const file = path.join(folder, name)
    if (!existsSync(file)) return response.writeHead(404).end()
    return response.writeHead(200, { 'Content-Type': headersOf(name)['Content-Type'] ?? '' }).end(readFileSync(file))
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      const close = (): void => {
        server.close()
        server.closeAllConnections()
      }
      resolve({ address: `http://localhost:${port}/`, close })
    })
  })
}

function refuseStorage(): void {
  const refuse = () => {
    throw new DOMException('refused', 'SecurityError')
  }
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) Object.defineProperty(window, name, { get: refuse })
}

const hang = (page: Page, files: string): Promise<unknown> => page.route(files, () => new Promise(() => undefined))

const answerWithPage = (page: Page, files: string): Promise<unknown> =>
  page.route(files, (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><title>portal</title>' }))

async function slowDown(page: Page, bitsPerSecond: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 40,
    downloadThroughput: bitsPerSecond / 8,
    uploadThroughput: bitsPerSecond / 8,
  })
}
