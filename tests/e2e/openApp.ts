import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { AxeResults, Result } from 'axe-core'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { ensureBrowser } from '../../scripts/findBrowser.mjs'
import { createServer, type ServeOptions } from '../../scripts/serve.mjs'
import { builtSite, projectRoot } from '../sourceFiles.ts'

/** A name that browsers do not take for this machine, so that a page under it has no secure context. */
const intranetHost = 'ogi.intranet.test'

export interface AppOptions extends ServeOptions {
  /** `intranet`: under a plain-HTTP host name instead of localhost. */
  readonly from?: 'localhost' | 'intranet'
  /** Folder that is served; the built site unless told otherwise. */
  readonly folder?: string
  /**
   * The engine's 34 MB come only when a test waits for the engine, or after some seconds: as over a slow link. Most tests of pages
   * are done before, and need not wait for a compiler.
   */
  readonly lateEngine?: boolean
  /** Each page as a first visit, in a process of its own; else pages share what the browser compiled, and are told apart by what they keep. */
  readonly firstVisits?: boolean
}

export interface PageOptions {
  readonly lang?: 'zh' | 'en'
  readonly theme?: 'light' | 'dark' | 'care'
  readonly width?: number
  readonly height?: number
  readonly reducedMotion?: boolean
  /** Runs in the page before anything else, in every frame. */
  readonly before?: () => void
  /** Readies the page before it is opened: routes that break or delay what it asks for. */
  readonly prepare?: (page: Page) => Promise<unknown>
  /** Faults that this page is meant to show; any other one fails the test. */
  readonly expected?: readonly RegExp[]
  readonly context?: BrowserContextOptions
  /** As by a reader who was never here: nothing that other pages of the test keep is known. */
  readonly firstVisit?: boolean
}

/** What a test may do with one page of the app. */
export interface AppPage {
  readonly page: Page
  /** What went wrong so far: policy violations, errors of the page or its console, requests to other hosts. */
  readonly faults: readonly string[]
  /** Paths asked of our own server, in order. */
  readonly asked: readonly string[]
  waitReady(stage?: 'data' | 'engine'): Promise<void>
  readTable(figure?: string): Promise<TableText>
  screenshot(name: string): Promise<void>
  runAxe(): Promise<readonly AxeFinding[]>
}

/** A table as a reader of the page gets it: trimmed texts. */
export interface TableText {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface AxeFinding {
  readonly rule: string
  readonly help: string
  readonly places: readonly string[]
}

export interface OpenedApp {
  readonly browser: Browser
  readonly address: string
  /** `address` is what follows the app's folder, e.g. `?page=compare` or `embed.html`. */
  openPage(address?: string, options?: PageOptions): Promise<AppPage>
  /** @throws {Error} naming what went wrong on pages that were opened since the last call, and closes them. */
  closePages(): Promise<void>
  close(): Promise<void>
}

type Appearance = readonly [lang: 'zh' | 'en', theme: 'light' | 'dark' | 'care']

/** Every appearance of the app; the short form of the tests looks at one in each language, which between them change everything. */
export const appearances: readonly Appearance[] =
  process.env['OGI_LONG'] === '1'
    ? (['zh', 'en'] as const).flatMap((lang) => (['light', 'dark', 'care'] as const).map((theme): Appearance => [lang, theme]))
    : [
        ['zh', 'care'],
        ['en', 'dark'],
      ]

/** Serves the built site and opens a browser that cannot reach anything else. */
export async function openApp({
  from = 'localhost',
  folder = builtSite,
  lateEngine = false,
  firstVisits = false,
  ...serve
}: AppOptions = {}): Promise<OpenedApp> {
  const server = await createServer(folder, serve)
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: [
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-gpu',
      '--disable-sync',
      '--font-render-hinting=none',
      '--process-per-site',
      `--host-resolver-rules=MAP ${intranetHost} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
    ],
  })
  const address = from === 'localhost' ? server.address : server.address.replace('localhost', intranetHost)
  const open = new Set<WatchedPage>()
  const engineFile = lateEngine ? undefined : findEngine(folder)
  let shared: SharedContext | undefined
  /** A renderer that crashed took what it had compiled along. */
  const shareContext = async (): Promise<BrowserContext> => {
    if (shared?.isLost()) await shared.context.close()
    if (!shared || shared.isLost()) shared = await openShared(browser, address, engineFile)
    return shared.context
  }
  return {
    browser,
    address,
    async openPage(part = '', options = {}) {
      const isApart = options.firstVisit ?? (firstVisits || options.context !== undefined)
      const context = isApart ? await browser.newContext({ ...everyContext, ...options.context }) : await shareContext()
      const watched = await openWatched(context, address, { ...options, lateEngine })
      open.add(watched)
      await options.prepare?.(watched.page)
      await watched.page.goto(new URL(withChoices(part, options), address).href, { waitUntil: 'commit' })
      return watched
    },
    async closePages() {
      const faults = [...open].flatMap((watched) => watched.unexpected())
      const apart = new Set([...open].map(({ page }) => page.context()).filter((context) => context !== shared?.context))
      await Promise.all([...apart].map((context) => context.close()))
      await shared?.forget()
      open.clear()
      if (faults.length > 0) throw new Error(`the page had faults:\n${faults.join('\n')}`)
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

/** One app for all tests of a file; after each test its pages must have been without faults. */
export function useApp(options: AppOptions = {}): { readonly app: OpenedApp } {
  const held: { app?: OpenedApp } = {}
  beforeAll(async () => void (held.app = await openApp(options)))
  afterEach(async () => held.app?.closePages())
  afterAll(async () => held.app?.close())
  return {
    get app() {
      if (!held.app) throw new Error('the app is open inside of tests only')
      return held.app
    },
  }
}

function withChoices(part: string, { lang, theme }: PageOptions): string {
  const [file = '', query = ''] = part.split('?', 2)
  const choices = new URLSearchParams(query)
  if (lang === 'en') choices.set('lang', lang)
  if (theme) choices.set('theme', theme)
  return choices.size > 0 ? `${file}?${choices.toString()}` : file
}

const everyContext: BrowserContextOptions = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' }

/** A browser session for page after page of one site, which all run in one process. */
interface SharedContext {
  readonly context: BrowserContext
  isLost(): boolean
  /** Closes its pages, and drops everything that they kept and were allowed. */
  forget(): Promise<void>
}

/** Opens a session with a page that stays: it keeps the process, and in it the compiled engine, for those that come and go. */
async function openShared(browser: Browser, address: string, engineFile: string | undefined): Promise<SharedContext> {
  const context = await browser.newContext(everyContext)
  const keeper = await context.newPage()
  let isLost = false
  keeper.on('crash', () => (isLost = true))
  // Its own empty page, which no policy of the site keeps from compiling.
  await keeper.route('**/kept.html', (route) => route.fulfill({ contentType: 'text/html', body: '<title>kept</title>' }))
  await keeper.goto(new URL('kept.html', address).href)
  if (engineFile) {
    await keeper.evaluate(async (file) => {
      const kept = await WebAssembly.compile(await (await fetch(file)).arrayBuffer())
      Object.assign(window, { kept })
    }, engineFile)
  }
  const session = await context.newCDPSession(keeper)
  return {
    context,
    isLost: () => isLost,
    async forget() {
      const others = context.pages().filter((page) => page !== keeper)
      await Promise.all(others.map((page) => page.close()))
      if (isLost) return
      await context.clearCookies()
      await context.clearPermissions()
      await session.send('Storage.clearDataForOrigin', { origin: new URL(address).origin, storageTypes: 'all' })
    },
  }
}

/** The engine's file inside of a built site. */
function findEngine(folder: string): string | undefined {
  const file = readdirSync(path.join(folder, 'assets/engine')).find((name) => name.endsWith('.wasm'))
  return file && `assets/engine/${file}`
}

interface WatchedPage extends AppPage {
  unexpected(): readonly string[]
}

async function openWatched(
  context: BrowserContext,
  address: string,
  options: PageOptions & { readonly lateEngine: boolean },
): Promise<WatchedPage> {
  const { width = 1366, height = 768, reducedMotion = false, theme, before, expected = [] } = options
  const page = await context.newPage()
  await page.setViewportSize({ width, height })
  await page.emulateMedia({
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    colorScheme: theme === 'dark' ? 'dark' : 'light',
  })
  const faults: string[] = []
  const asked: string[] = []
  const own = new URL(address).origin
  await page.exposeBinding('reportViolation', (_, violation: string) => void faults.push(`policy: ${violation}`))
  await page.addInitScript(() => {
    const report = (window as unknown as { reportViolation(violation: string): void }).reportViolation
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber, sample }) =>
      report(`${effectiveDirective} forbids ${blockedURI} (${sourceFile}:${lineNumber}) ${sample}`),
    )
  })
  if (before) await page.addInitScript(before)
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol === 'data:' || url.protocol === 'blob:') return
    if (url.origin === own) asked.push(`${url.pathname}${url.search}`)
    else faults.push(`foreign request: ${request.url()}`)
  })
  const wantEngine = options.lateEngine ? await holdEngine(page) : () => undefined
  page.on('websocket', (socket) => faults.push(`foreign request: ${socket.url()}`))
  page.on('pageerror', (error) => faults.push(`error: ${error.stack ?? error.message}`))
  page.on('crash', () => faults.push('the page crashed'))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`)
  })
  return {
    page,
    faults,
    asked,
    unexpected: () => faults.filter((fault) => !expected.some((pattern) => pattern.test(fault))),
    waitReady: (stage = 'data') => {
      if (stage === 'engine') wantEngine()
      return waitReady(page, stage, faults)
    },
    readTable: (figure) => readTable(page, figure),
    screenshot: (name) => takeScreenshot(page, name),
    runAxe: () => runAxe(page),
  }
}

/** Milliseconds after which the engine comes although nobody waits for it. */
const engineDelay = 8000

/** Lets the engine's files wait; gives back how to let them come. */
async function holdEngine(page: Page): Promise<() => void> {
  let release: () => void = () => undefined
  const wanted = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/engine/**', async (route) => {
    const timer = setTimeout(release, engineDelay)
    await wanted
    clearTimeout(timer)
    // A page that was closed meanwhile asks for nothing any more.
    await route.fallback().catch(() => undefined)
  })
  return release
}

/** Waits for the app's own mark; when the app says that it failed, says so at once. */
async function waitReady(page: Page, stage: 'data' | 'engine', faults: readonly string[]): Promise<void> {
  const stages = stage === 'data' ? ['data', 'engine'] : ['engine']
  try {
    await page.waitForFunction((wanted) => [...wanted, 'failed'].includes(document.documentElement.dataset.ready ?? ''), stages, {
      timeout: 45_000,
    })
  } catch (cause) {
    throw new Error(`the page did not get ready for “${stage}”${listFaults(faults)}`, { cause })
  }
  const reached = await page.evaluate(() => document.documentElement.dataset.ready)
  if (reached === 'failed') throw new Error(`the page says that it failed: ${await page.locator('body').innerText()}${listFaults(faults)}`)
}

const listFaults = (faults: readonly string[]): string => (faults.length > 0 ? `:\n${faults.join('\n')}` : '')

/** The table of a figure (a selector, `[data-chart="bar"]`), hidden or not; the first of the page unless told otherwise. */
async function readTable(page: Page, figure = 'figure'): Promise<TableText> {
  return page
    .locator(`${figure} table`)
    .first()
    .evaluate((table) => {
      const textOf = (cell: Element | null) => (cell?.textContent ?? '').replace(/\s+/g, ' ').trim()
      const cellsOf = (row: Element) => [...row.querySelectorAll('th, td')].map(textOf)
      return {
        caption: textOf(table.querySelector('caption')),
        head: [...table.querySelectorAll('thead tr')].flatMap(cellsOf),
        rows: [...table.querySelectorAll('tbody tr')].map(cellsOf),
      }
    })
}

async function takeScreenshot(page: Page, name: string): Promise<void> {
  const folder = path.join(projectRoot, 'test-results/shots')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Everything that axe finds against WCAG 2.2 AA. */
async function runAxe(page: Page): Promise<readonly AxeFinding[]> {
  // Not a script element: the page's policy would refuse it.
  await page.evaluate(axeSource)
  const results = await page.evaluate(() => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } }
    return axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })
  })
  return results.violations.map(({ id, help, nodes }: Result) => ({
    rule: id,
    help,
    places: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
  }))
}

/** No violation, or a message that says which and where. */
export async function expectNoAxeFindings(page: AppPage): Promise<void> {
  expect(await page.runAxe()).toEqual([])
}
