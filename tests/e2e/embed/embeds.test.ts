import type { Frame, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openApp, expectNoAxeFindings, type AppPage, type OpenedApp, type PageOptions } from '../openApp.ts'
import { openHostSite, type HostPage, type HostSite } from './hostPages.ts'

/*
 * Embeds in pages of another origin, with every other host closed. The numbers are held against those of the app's own page.
 */

const view = 'indicator=requests_new&chart=bar'
const attributes = 'indicator="requests_new" chart="bar"'

let host: HostSite
let app: OpenedApp
beforeAll(async () => {
  host = await openHostSite()
  app = await openApp({ embedOrigins: [host.origin], lateEngine: true })
})
afterEach(() => app.closePages())
afterAll(async () => {
  await app.close()
  await host.close()
})

const site = (): string => app.address.replace(/\/$/, '')

/** Opens a page of the foreign host; that its own files are asked for is no fault. */
async function openHost(page: HostPage, options: PageOptions = {}): Promise<AppPage> {
  const address = host.lay(`page-${Math.random().toString(36).slice(2)}.html`, page)
  return app.openPage(address, { ...options, expected: [new RegExp(`^foreign request: ${host.origin}/`), ...(options.expected ?? [])] })
}

const iframe = (query = view, more = ''): string =>
  `<iframe src="${site()}/embed.html?${query}" title="t" width="640" height="480" ${more}></iframe><p><a href="${site()}/?page=compare&amp;${view}">原图</a></p>`
const element = (more = ''): string => `<ogi-chart ${attributes} ${more}><a href="${site()}/?page=compare&amp;${view}">原图</a></ogi-chart>`
const elementScript = (): string => `<script src="${site()}/ogi-chart.js" defer></script>`

/** The frame that an embed is drawn in, when its figure stands. */
async function findEmbed(page: Page, place = 0): Promise<Frame> {
  const isEmbed = (frame: Frame): boolean => frame.url() === 'about:srcdoc' || frame.url().includes('/embed.html')
  await expect.poll(() => page.frames().filter(isEmbed).length, { timeout: 15_000 }).toBeGreaterThan(place)
  const frame = page.frames().filter(isEmbed)[place]
  if (!frame) throw new Error('there is no embed')
  await frame.waitForFunction(() => document.documentElement.dataset['ready'] !== undefined, undefined, { timeout: 20_000 })
  return frame
}

/** The table of a figure, hidden or not. */
const readRows = (where: Frame | Page): Promise<readonly (readonly string[])[]> =>
  where.evaluate(() =>
    [...document.querySelectorAll('figure[data-chart="bar"] table.t tbody tr')].map((row) =>
      [...row.children].map((cell) => (cell.textContent ?? '').trim()),
    ),
  )

let known: readonly (readonly string[])[] | undefined
/** What the app's own page says, asked once. */
async function readApp(): Promise<readonly (readonly string[])[]> {
  if (known) return known
  const opened = await app.openPage(`?page=compare&${view}`)
  await opened.waitReady()
  known = await readRows(opened.page)
  expect(known.length).toBeGreaterThan(3)
  return known
}

/** Figures of pages: how their page is asked for, and the chart that it is there; in the short form one that is drawn and one of cells. */
const ofPages = [
  ['flow', 'page=requests', 'flow'],
  ['coverage', 'page=overview', 'coverage'],
  ['channel-mix', 'page=channels', 'mix'],
  ['channel-band', 'page=channels', 'band'],
  ['channel-trend', 'page=channels', 'trend'],
  ['staff', 'page=staffing', 'bar'],
  ['staff-trend', 'page=staffing', 'trend'],
  ['outcomes', 'page=requests', 'mix'],
  ['rates', 'page=requests', 'bar'],
  ['rug', 'page=overview', 'rug'],
] as const

const readTable = (where: Frame | Page, chart: string): Promise<readonly (readonly string[])[]> =>
  where.evaluate(
    (id) =>
      [...(document.querySelector(`figure[data-chart="${id}"] .tableview table`)?.querySelectorAll('tbody tr') ?? [])].map((row) =>
        [...row.children].map((cell) => (cell.textContent ?? '').trim()),
      ),
    chart,
  )

const heardBy = (page: Page): Promise<readonly { origin: string; data: Record<string, unknown> }[]> =>
  page.evaluate(() => (window as unknown as { heard: { origin: string; data: Record<string, unknown> }[] }).heard)

describe('in a page of another origin', () => {
  it('a frame draws the numbers of the page, with frame-src as the one directive beside default-src, and talks to that origin alone', async () => {
    const policy = `default-src 'self'; frame-src ${site()}`
    const opened = await openHost({ body: iframe(), head: '<script src="heard.js"></script>', policy })
    const frame = await findEmbed(opened.page)
    expect(await readRows(frame)).toEqual(await readApp())
    expect(await frame.evaluate(() => document.querySelector('figure')?.dataset['question'])).toBe('compareAgencies')
    await expect.poll(async () => (await heardBy(opened.page)).map(({ data }) => data['type'])).toContain('ready')
    const heard = await heardBy(opened.page)
    expect(new Set(heard.map(({ origin }) => origin))).toEqual(new Set([site()]))
    expect(heard.every(({ data }) => data['ogi'] === 1)).toBe(true)
    const heights = heard.filter(({ data }) => data['type'] === 'resize').map(({ data }) => data['height'])
    expect(heights.pop()).toBe(
      await frame.evaluate(() => Math.ceil(document.querySelector('#ogi-embed')?.getBoundingClientRect().height ?? 0)),
    )
    // From here on: what a reader does in it.
    await frame.locator('.chart').focus()
    await frame.locator('.chart').press('ArrowRight')
    await frame.locator('.chart').press('Enter')
    await expect
      .poll(async () => (await heardBy(opened.page)).find(({ data }) => data['type'] === 'select')?.data)
      .toMatchObject({
        ogi: 1,
        indicator: 'requests_new',
        year: expect.any(Number) as unknown,
        agency: expect.any(String) as unknown,
      })
    await frame.locator('.chart').press('t')
    expect(await frame.locator('.tableview').isVisible()).toBe(true)
    // What the page around says is heeded in one form only.
    const before = await frame.evaluate(() => document.body.innerHTML)
    await opened.page.evaluate((origin) => {
      const target = document.querySelector('iframe')?.contentWindow
      const wrong = [null, 1, 'show', [], { ogi: 2, type: 'show', address: '?lang=en' }, { type: 'show', address: '?lang=en' }]
      const more = [
        { ogi: 1, type: 'eval', address: 'x' },
        { ogi: 1, type: 'show', address: { toString: 1 } },
        { ogi: 1, type: '__proto__' },
      ]
      for (const message of [...wrong, ...more]) target?.postMessage(message, origin)
    }, site())
    await opened.page.waitForTimeout(200)
    expect(await frame.evaluate(() => document.body.innerHTML)).toBe(before)
    await opened.page.evaluate(
      ([origin, address]) => document.querySelector('iframe')?.contentWindow?.postMessage({ ogi: 1, type: 'show', address }, origin ?? ''),
      [site(), `?${view}&lang=en`],
    )
    await frame.waitForFunction(() => document.documentElement.lang === 'en')
  })

  it('<ogi-chart> draws them with script-src, style-src and connect-src', async () => {
    const policy = `default-src 'self'; script-src 'self' ${site()}; style-src ${site()}; connect-src ${site()}`
    const head = `<script src="heard.js"></script>${elementScript()}`
    const opened = await openHost({ body: element(), head, policy })
    const frame = await findEmbed(opened.page)
    expect(await readRows(frame)).toEqual(await readApp())
    await expect
      .poll(async () => (await heardBy(opened.page)).map(({ data }) => data['type']))
      .toEqual(expect.arrayContaining(['ready', 'resize']))
    // The frame is as high as its content.
    const inner = await frame.evaluate(() => Math.ceil(document.querySelector('#ogi-embed')?.getBoundingClientRect().height ?? 0))
    await expect.poll(() => opened.page.locator('ogi-chart').evaluate((chart) => chart.getBoundingClientRect().height)).toBe(inner)
    // It has no origin: nothing of the page can be read from it.
    expect(await frame.evaluate(() => window.origin)).toBe('null')
    await opened.page.locator('ogi-chart').evaluate((chart) => chart.setAttribute('lang', 'en'))
    await frame.waitForFunction(() => document.documentElement.lang === 'en')
  })

  it('under default-src alone both leave a sentence and a link', async () => {
    const opened = await openHost(
      { body: iframe() + element(), head: elementScript(), policy: "default-src 'self'" },
      { expected: [/^policy: (frame-src|script-src-elem) forbids/, /^console: .*(Content Security Policy|violates)/] },
    )
    await opened.page.waitForLoadState()
    const links = opened.page.getByRole('link', { name: '原图' })
    expect(await links.count()).toBe(2)
    for (const link of await links.all()) expect(await link.isVisible()).toBe(true)
  })

  it('where the element may run but ask for nothing, the sentence and the link stand in its frame', async () => {
    const policy = `default-src 'self'; script-src ${site()}; style-src ${site()}`
    const opened = await openHost({ body: element(), head: elementScript(), policy }, { expected: [/^policy: connect-src/, /^console: /] })
    const frame = await findEmbed(opened.page)
    expect(await frame.evaluate(() => document.documentElement.dataset['ready'])).toBe('failed')
    expect(await frame.getByRole('alert').innerText()).toContain('现在取不到数据')
    expect(await frame.getByRole('link').getAttribute('href')).toContain('page=compare')
  })

  it('in sandbox="allow-scripts", without an origin, a frame and an element draw the same', async () => {
    const inner = host.lay('inner.html', { body: element(), head: elementScript() })
    const body = `${iframe(view, 'sandbox="allow-scripts"')}<iframe src="${inner}" sandbox="allow-scripts" width="640" height="480"></iframe>`
    const opened = await openHost({ body, head: '<script src="heard.js"></script>' })
    for (const place of [0, 1]) expect(await readRows(await findEmbed(opened.page, place))).toEqual(await readApp())
    await expect.poll(async () => (await heardBy(opened.page)).map(({ data }) => data['type'])).toContain('ready')
  })
})

/** A drawing without the names that the library makes up for its own use. */
const readDrawing = (page: Page, chart: string): Promise<{ readonly width: number; readonly svg: string }> =>
  page.locator(`figure[data-chart="${chart}"] .chart`).evaluate((host) => ({
    width: Math.floor(host.clientWidth),
    svg: (host.querySelector('svg')?.outerHTML ?? '').replace(/zr\d+-c?[\w-]*/g, 'zr'),
  }))

const drawnCharts = process.env['OGI_LONG'] === '1' ? ['trend', 'strip', 'slope', 'multiples', 'bar'] : ['trend']

describe('the drawing of an embed', () => {
  it.each(drawnCharts)('%s is that of the app, stroke by stroke, at the same width', async (chart) => {
    const query = `indicator=requests_new&data=demo-city&chart=${chart}&years=2016-2023&theme=light`
    const opened = await app.openPage(`?page=compare&${query}`)
    await opened.waitReady()
    const own = await readDrawing(opened.page, chart)
    const embed = await app.openPage(`embed.html?${query}`, { width: own.width + 26 })
    await embed.waitReady()
    const { width } = await readDrawing(embed.page, chart)
    await embed.page.setViewportSize({ width: own.width + 26 + own.width - width, height: 768 })
    await expect.poll(async () => (await readDrawing(embed.page, chart)).width).toBe(own.width)
    await embed.page.waitForTimeout(100)
    const drawn = await readDrawing(embed.page, chart)
    expect(drawn.svg.length).toBeGreaterThan(5000)
    expect(drawn.svg).toBe(own.svg)
  })
})

describe('an embed', () => {
  it('names what it could not use, and is closed to no reader', async () => {
    const opened = await app.openPage(`embed.html?${view}&accent=ffffff&frob=1&height=9&chart=flow&controls=0&title=0`)
    await opened.waitReady()
    const note = await opened.page.locator('.ignored').innerText()
    for (const part of ['frob=1', 'height=9', 'chart=flow']) expect(note).toContain(part)
    expect(await opened.page.locator('.seg').count()).toBe(0)
    expect(await readRows(opened.page)).toEqual(await readApp())
    await expectNoAxeFindings(opened)
  })

  it('says so when the data cannot be had, and draws once they can', async () => {
    let isGone = true
    const prepare = (page: Page) => page.route('**/api/catalogue.json', (route) => (isGone ? route.abort() : route.continue()))
    const opened = await app.openPage(`embed.html?${view}`, { prepare, expected: [/^console: /] })
    await opened.page.waitForFunction(() => document.documentElement.dataset.ready === 'failed')
    const said = opened.page.getByRole('alert')
    expect(await said.innerText()).toContain('现在取不到数据')
    expect(await said.getByRole('link').getAttribute('href')).toContain('page=compare')
    isGone = false
    await said.getByRole('button').click()
    await opened.page.locator('figure[data-chart="bar"]').waitFor()
  })

  it('runs nothing that stands in a name', async () => {
    const name = '<img src=x onerror="window.hit=1">{a|b}</script><script>window.hit=1</script>'
    const prepare = (page: Page) =>
      page.route('**/api/agencies.json', async (route) => {
        const response = await route.fetch()
        const agencies = (await response.json()) as readonly object[]
        await route.fulfill({ response, json: agencies.map((agency) => ({ ...agency, name, shortName: name })) })
      })
    for (const chart of ['bar', 'rug']) {
      const opened = await app.openPage(`embed.html?indicator=requests_new&chart=${chart}`, { prepare })
      await opened.waitReady()
      await opened.page.mouse.move(300, 150)
      await opened.page.locator('.seg button').last().click()
      expect(await opened.page.locator('table.t').innerText()).toContain('onerror')
      expect(
        await opened.page.evaluate(() => [Object.hasOwn(window, 'hit'), document.querySelectorAll('img, body script:not([src])').length]),
      ).toEqual([false, 0])
    }
  })
})

describe('a figure of another page', () => {
  // In the long form every kind of figure; the tables of all are held against each other without a browser in every run.
  it.each(process.env.OGI_LONG === '1' ? ofPages : ofPages.slice(0, 2))(
    '%s has the table of its page (%s)',
    async (figure, page, chart) => {
      const own = await app.openPage(`?${page}&data=demo-city`)
      await own.waitReady()
      await own.page.locator(`figure[data-chart="${chart}"]`).first().waitFor()
      await expect.poll(async () => (await readTable(own.page, chart)).length).toBeGreaterThan(0)
      const rows = await readTable(own.page, chart)
      const embed = await app.openPage(`embed.html?figure=${figure}&data=demo-city`)
      await embed.waitReady()
      expect(await readTable(embed.page, chart)).toEqual(rows)
    },
  )
})
