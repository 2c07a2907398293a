import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { headersOf } from '../../scripts/delivery.mjs'
import { builtSite } from '../sourceFiles.ts'
import { useApp, type AppPage } from './openApp.ts'

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
  const held = useApp()

  it.each([
    ['index.html', /^index\.html$/],
    ['the embed', /^embed\.html$/],
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
  const held = useApp({ base: '/portal/ogi/' })

  it.each(drawingPages)('opens %j and asks for nothing outside of it', async (address) => {
    const opened = await held.app.openPage(address)
    await expectOpen(opened)
    await opened.waitReady('engine')
    expect(opened.asked.filter((asked) => !asked.startsWith('/portal/ogi/'))).toEqual([])
  })
})

describe('under a plain-HTTP name', () => {
  const held = useApp({ from: 'intranet' })

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
  const held = useApp({ compress: false })

  it('opens all the same', async () => {
    const opened = await held.app.openPage('')
    await expectOpen(opened)
    await opened.waitReady('engine')
  })
})

describe('trouble', () => {
  const held = useApp()

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

  it('draws the first chart within 5 s over a link of 1.5 Mbit/s', async () => {
    const opened = await held.app.openPage('', { prepare: (page) => slowDown(page, 1_500_000) })
    await opened.waitReady()
    const firstChart = await opened.page.evaluate(() => performance.getEntriesByName('ogi:first-chart')[0]?.startTime ?? NaN)
    expect(firstChart).toBeLessThan(5000)
  })
})

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
