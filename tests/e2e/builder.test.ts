import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectNoAxeFindings, useApp, type AppPage, type PageOptions } from './openApp.ts'

/*
 * What the embed page hands out, placed into pages of another site: the markup, and the file of its own. The numbers are held against
 * those of the comparison.
 */

const view = 'data=demo-city&at=2020&chart=bar'

/** A site of its own that sends every page with one policy. */
function openSite(pages: ReadonlyMap<string, string>, policy: string): Promise<{ readonly origin: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    const page = pages.get(decodeURIComponent((request.url ?? '/').slice(1)))
    response.writeHead(page === undefined ? 204 : 200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy })
    response.end(page ?? '')
  })
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve({ origin: `http://localhost:${(server.address() as AddressInfo).port}`, server })),
  )
}

const inPage = (body: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>某网站</title></head><body>${body}</body></html>`

/** The first table, hidden or not, without its head. */
const readRows = (where: Frame | Page, table: string): Promise<readonly (readonly string[])[]> =>
  where.evaluate(
    (selector) =>
      [...document.querySelectorAll(`${selector} tbody tr`)].map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())),
    table,
  )

describe('what the embed page hands out', () => {
  const held = useApp({ lateEngine: true })
  const folder = mkdtempSync(path.join(tmpdir(), 'ogi-builder-'))
  const servers: Server[] = []
  const made = { fragment: '', file: '', name: '', snippet: '', directives: '' }
  let rows: readonly (readonly string[])[] = []

  beforeAll(async () => {
    const compare = await held.app.openPage(`?page=compare&${view}`)
    await compare.waitReady()
    rows = await readRows(compare.page, 'figure[data-chart="bar"] table')
  })
  afterAll(() => {
    for (const server of servers) server.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const openAt = async (pages: ReadonlyMap<string, string>, policy: string, name: string, options: PageOptions = {}): Promise<AppPage> => {
    const { origin, server } = await openSite(pages, policy)
    servers.push(server)
    const expected = [new RegExp(`^foreign request: ${origin}/`), ...(options.expected ?? [])]
    return held.app.openPage(`${origin}/${encodeURIComponent(name)}`, { ...options, expected })
  }

  it('is made on a page that is closed to no reader, and that says what a host must allow', async () => {
    const builder = await held.app.openPage(`?page=embed&${view}`)
    await builder.waitReady()
    expect(rows.length).toBeGreaterThan(40)
    const { page } = builder
    made.fragment = await page.getByLabel('网页代码', { exact: true }).inputValue()
    expect(await page.locator('.embed-still').evaluate((still) => still.shadowRoot?.querySelectorAll('tbody tr').length)).toBe(rows.length)
    await expectNoAxeFindings(builder)
    await page.getByRole('radio', { name: /单独一个文件/ }).check()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: '保存为文件' }).click()
    const download = await saved
    made.name = download.suggestedFilename()
    await download.saveAs(path.join(folder, 'saved.html'))
    made.file = readFileSync(path.join(folder, 'saved.html'), 'utf8')
    made.snippet = await page.getByRole('textbox', { name: /^把文件传到网站上/ }).inputValue()
    made.directives = await page.getByRole('textbox', { name: /^内容安全策略/ }).inputValue()
    expect(made.name).toMatch(/^嵌入图 .+\.html$/)
    await page.getByRole('radio', { name: /实时嵌入/ }).check()
    await expect.poll(() => page.getByLabel('框（iframe）', { exact: true }).inputValue()).toContain('/embed.html?')
    await page.frameLocator('.embed-frame').first().locator('figure[data-chart="bar"]').waitFor()
  })

  it('as markup shows the same numbers under a policy that allows nothing but the host itself', async () => {
    const host = await openAt(new Map([['a.html', inPage(made.fragment)]]), "default-src 'self'", 'a.html')
    await host.page.waitForLoadState()
    expect(await readRows(host.page, 'figure table')).toEqual(rows)
    expect(await host.page.locator('figure').innerText()).toContain('合成数据')
    const [drawn] = await host.page.locator('figure svg').evaluateAll((all) => all.map((svg) => svg.getBoundingClientRect().width))
    expect(drawn).toBe(640)
    expect(await host.page.getByRole('link').getAttribute('href')).toMatch(/page=compare.*of=[0-9a-f]{8}/)
    expect(await host.page.getByRole('img').getAttribute('aria-describedby')).toMatch(/^ogi-/)
  })

  it('as a file draws them from a folder, and in a frame under exactly the directives that are named, with no origin too', async () => {
    const alone = await held.app.openPage(pathToFileURL(path.join(folder, 'saved.html')).href, { expected: [/^foreign request: file:/] })
    await alone.page.waitForFunction(() => document.documentElement.dataset['ready'] === 'data')
    expect(await readRows(alone.page, '#ogi-embed figure table')).toEqual(rows)
    expect(await alone.page.locator('#ogi-embed').innerText()).toContain('合成数据')
    expect(await alone.page.locator('#ogi-still').isVisible()).toBe(false)
    await alone.page.locator('.chart').focus()
    await alone.page.locator('.chart').press('t')
    expect(await alone.page.locator('.tableview').isVisible()).toBe(true)

    const framed = made.snippet.replace('<iframe', '<iframe sandbox="allow-scripts"')
    const pages = new Map([
      ['b.html', inPage(made.snippet + framed)],
      [made.name, made.file],
    ])
    const host = await openAt(pages, `default-src 'self'; ${made.directives}`, 'b.html')
    for (const place of [1, 2]) {
      await expect.poll(() => host.page.frames().length).toBe(3)
      // Each is drawn when it is scrolled to.
      await host.page
        .locator('iframe')
        .nth(place - 1)
        .scrollIntoViewIfNeeded()
      const frame = host.page.frames()[place]
      await frame?.waitForFunction(() => document.documentElement.dataset['ready'] === 'data')
      expect(frame && (await readRows(frame, '#ogi-embed figure table'))).toEqual(rows)
    }
  })

  it('as a file leaves a sentence, the still and a link where its script may not run', async () => {
    const expected = [/^policy: (script-src|style-src)/, /^console: .*Content Security Policy/]
    const host = await openAt(new Map([[made.name, made.file]]), "default-src 'self'", made.name, { expected })
    await host.page.waitForLoadState()
    expect(await host.page.locator('#ogi-still').innerText()).toContain('不允许运行脚本')
    expect(await readRows(host.page, '#ogi-still table')).toEqual(rows)
    expect(await host.page.locator('#ogi-still svg').isVisible()).toBe(true)
    expect(await host.page.getByRole('link').isVisible()).toBe(true)
  })
})
