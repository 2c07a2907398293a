import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { unzipSync, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../sourceFiles.ts'
import { acceptReport, giveFiles, writeLocalReport } from './localReports.ts'
import { useApp, type AppPage } from './openApp.ts'

const bureau = '银川市科学技术局'
const compare = '?page=compare&indicator=requests_new&years=2022'

/** What the comparison says of the bureau in 2022: what the cell shows, or undefined where it has no row. */
async function figureOf(page: AppPage): Promise<string | undefined> {
  await page.page.locator('figure table').first().waitFor({ state: 'attached', timeout: 30_000 })
  const { rows } = await page.readTable()
  return rows.find(([name]) => name === '银川市科技局')?.[2]
}

/** In the page: are answers kept beside the default dataset? */
async function hasKeptAnswers(): Promise<boolean> {
  const opening = indexedDB.open('ogi-atlas-local')
  const database = await new Promise<IDBDatabase>((resolve) => (opening.onsuccess = () => resolve(opening.result)))
  const asking = database.transaction('things').objectStore('things').getAllKeys()
  const names = await new Promise<readonly IDBValidKey[]>((resolve) => (asking.onsuccess = () => resolve(asking.result)))
  database.close()
  return names.includes('answers|china-ogi')
}

/** In the page: what was compiled there was compiled from something else. False while nothing is there. */
async function makeStale(): Promise<boolean> {
  const opening = indexedDB.open('ogi-atlas-local')
  const database = await new Promise<IDBDatabase>((resolve) => (opening.onsuccess = () => resolve(opening.result)))
  const store = database.transaction('things', 'readwrite').objectStore('things')
  const asking = store.get('listing|china-ogi')
  const listing = await new Promise<unknown>((resolve) => (asking.onsuccess = () => resolve(asking.result)))
  if (typeof listing === 'object') store.put({ ...listing, key: 'another' }, 'listing|china-ogi')
  database.close()
  return typeof listing === 'object'
}

const goTo = async (page: AppPage, name: string): Promise<void> =>
  page.page.locator('#rail').getByRole('link', { name, exact: true }).click()
const address = (page: Page, part: string): string => new URL(part, page.url().replace(/\?.*$/, '')).href

describe('data that are kept on this machine', () => {
  const site = useApp()

  describe('a report that was accepted', () => {
    it('stands in the other pages at once, marked, and still after the page was opened again, before any engine', async () => {
      const report = writeLocalReport(bureau, 3)
      const page = await site.app.openPage('?page=import')
      await page.waitReady('engine')
      await acceptReport(page.page, report)
      await expect.poll(() => page.page.locator('.localnote').innerText()).toContain('含本机导入的 1 份年报')
      expect(await page.page.locator('#rail .foot').innerText()).toContain('含本机导入的 1 份年报')

      await goTo(page, '比较')
      await expect.poll(() => figureOf(page), { timeout: 20_000 }).toBe(String(report.requests))
      await page.page.goto(address(page.page, '?page=report&report=yinchuan-kjj-2022'))
      await page.waitReady()
      expect(await page.page.locator('.pagehead').innerText()).toContain('本机')
      await page.page.goto(address(page.page, '?page=agency&agencies=yinchuan-kjj'))
      await page.waitReady()
      expect(await page.page.locator('figure[data-chart="coverage"], [data-chart="coverage"]').first().innerText()).toContain('本机')

      // The answers of the first views are kept behind the pages; then no engine is needed for them.
      await expect.poll(() => page.page.evaluate(hasKeptAnswers), { timeout: 45_000 }).toBe(true)
      await page.page.route(/\.wasm/, (route) => new Promise((resolve) => setTimeout(() => resolve(route.abort()), 60_000)))
      await page.page.goto(address(page.page, '?page=compare&indicator=requests_new'))
      await page.waitReady('data')
      expect(await figureOf(page)).toBe(String(report.requests))
    })

    it('is merged again when the published data or the app are others than before', async () => {
      const page = await site.app.openPage('?page=import')
      await page.waitReady('engine')
      const report = writeLocalReport(bureau, 4)
      await acceptReport(page.page, report)
      await expect.poll(() => page.page.evaluate(makeStale), { timeout: 20_000 }).toBe(true)
      await page.page.goto(address(page.page, compare))
      await page.waitReady('data')
      await page.page.locator('.localnote').waitFor({ timeout: 60_000 })
      await expect.poll(() => figureOf(page), { timeout: 20_000 }).toBe(String(report.requests))
    }, 120_000)

    it('takes no file of the published answers once it is there', async () => {
      const page = await site.app.openPage('?page=import')
      await page.waitReady('engine')
      await acceptReport(page.page, writeLocalReport(bureau, 5))
      const before = page.asked.length
      await page.page.goto(address(page.page, compare))
      await page.waitReady('data')
      await figureOf(page)
      expect(page.asked.slice(before).filter((asked) => /\/api\/(answers|indicators|agencies\/|reports\/)/.test(asked))).toEqual([])
      expect(await page.page.locator('a[download][href*="api/indicators"]').count()).toBe(0)
    })

    it('is gone everywhere after one action', async () => {
      const page = await site.app.openPage('?page=import')
      await page.waitReady('engine')
      await acceptReport(page.page, writeLocalReport(bureau, 7))
      await page.page.goto(address(page.page, '?page=import'))
      await page.page.getByRole('button', { name: '全部清除' }).click()
      await page.page.getByRole('button', { name: '清除', exact: true }).click()
      await page.page.locator('.localnote').waitFor({ state: 'detached', timeout: 30_000 })
      await goTo(page, '比较')
      await page.page.goto(address(page.page, compare))
      await page.waitReady('data')
      expect(await page.page.locator('.localnote').count()).toBe(0)
      expect(await figureOf(page)).not.toMatch(/\d/)
      await page.page.goto(address(page.page, '?page=report&report=yinchuan-kjj-2022'))
      await page.waitReady('data')
      expect(await page.page.locator('.notice').first().innerText()).toContain('yinchuan-kjj-2022')
    })

    it('is seen in another tab, and neither tab drops what the other accepted', async () => {
      const first = await site.app.openPage('?page=import')
      await first.waitReady('engine')
      const { page: second, waitReady } = await site.app.openPage('?page=import')
      await waitReady('engine')
      await acceptReport(first.page, writeLocalReport(bureau, 9))
      await expect.poll(() => second.locator('.localnote').innerText(), { timeout: 45_000 }).toContain('1 份')
      await acceptReport(second, writeLocalReport('中卫市科学技术局', 10))
      await expect.poll(() => first.page.locator('.localnote').innerText(), { timeout: 45_000 }).toContain('2 份')
    }, 180_000)
  })

  describe('where the browser keeps nothing', () => {
    const page = (before: () => void): Promise<AppPage> => site.app.openPage('?page=import', { before })

    it('shows the report until the tab closes, and says so', async () => {
      const refused = await page(() => {
        Object.defineProperty(window, 'indexedDB', {
          get() {
            throw new DOMException('not in this window', 'SecurityError')
          },
        })
      })
      await refused.waitReady('engine')
      const report = writeLocalReport(bureau, 11)
      await acceptReport(refused.page, report)
      await goTo(refused, '比较')
      await expect.poll(() => figureOf(refused), { timeout: 20_000 }).toBe(String(report.requests))
      expect(await refused.page.locator('.notice').innerText()).toContain('不允许保存')
    })

    it('says that it is full, and shows the report', async () => {
      const full = await page(() => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('no room', 'QuotaExceededError')
        }
      })
      await full.waitReady('engine')
      const report = writeLocalReport(bureau, 13)
      await giveFiles(full.page, [{ name: report.name, bytes: new TextEncoder().encode(report.text) }])
      const facts = full.page.locator('.factspane')
      await facts.locator('input[type="checkbox"]').check({ force: true })
      await facts.locator('.acceptbox .btn.main').click()
      await full.page.locator('.localnote').waitFor({ timeout: 60_000 })
      await goTo(full, '比较')
      await expect.poll(() => figureOf(full), { timeout: 20_000 }).toBe(String(report.requests))
      expect(await full.page.locator('.notice').innerText()).toContain('不允许保存')
    })
  })

  describe('a data package', () => {
    it('goes out with the local reports as drafts, and builds', async () => {
      const page = await site.app.openPage('?page=import')
      await page.waitReady('engine')
      await acceptReport(page.page, writeLocalReport(bureau, 15))
      await page.page.goto(address(page.page, '?page=import'))
      await page.waitReady('data')
      const waiting = page.page.waitForEvent('download')
      await page.page.getByRole('button', { name: '导出数据包' }).click()
      const bytes = await readFile(await (await waiting).path())
      const files = unzipSync(new Uint8Array(bytes))
      const reports = new TextDecoder().decode(files['reports.csv'])
      expect(
        reports
          .split('\n')
          .filter((line) => line.endsWith(',draft'))
          .map((line) => line.split(',')[0]),
      ).toEqual(['yinchuan-kjj-2022'])
      expect(new TextDecoder().decode(files['README.md'])).toContain('yinchuan-kjj-2022')
      const folder = mkdtempSync(path.join(tmpdir(), 'ogi-test-'))
      try {
        mkdirSync(path.join(folder, 'in'))
        for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, 'in', name), content)
        const ogi = path.join(projectRoot, '.build/ogi.mjs')
        const done = await promisify(execFile)(process.execPath, [ogi, 'build', path.join(folder, 'in'), '-o', path.join(folder, 'out')])
        expect(done.stderr).toContain('reports: 8 = 8 + 0')
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    }, 120_000)

    const smallZip = async (change: (name: string, text: string) => string = (_, text) => text): Promise<Uint8Array> => {
      const names = ['datapackage.json', 'regions.csv', 'agencies.csv', 'events.csv', 'reports.csv', 'cells.csv', 'verdicts.csv']
      const texts = await Promise.all(
        names.map(async (name) => [name, await readFile(path.join(projectRoot, 'tests/datasets/small', name), 'utf8')] as const),
      )
      return zipSync(Object.fromEntries(texts.map(([name, text]) => [`small/${name}`, new TextEncoder().encode(change(name, text))])))
    }

    it('is opened as a dataset of its own, on this machine alone', async () => {
      const page = await site.app.openPage('?page=import')
      await page.waitReady('engine')
      await giveFiles(page.page, [{ name: 'small.zip', bytes: await smallZip() }])
      await page.page.getByRole('link', { name: '打开', exact: false }).first().click({ timeout: 30_000 })
      await expect.poll(() => page.page.locator('#rail .foot').innerText(), { timeout: 45_000 }).toContain('（本机）')
      expect(page.page.url()).toMatch(/data=local-[a-z-]+$/)
      const link = page.page.url()
      await page.page.reload()
      await page.waitReady('data')
      expect(await page.page.locator('#rail .foot').innerText()).toContain('（本机）')
      const elsewhere = await site.app.openPage(new URL(link).search, { firstVisit: true })
      await elsewhere.waitReady('data')
      expect(await elsewhere.page.locator('.notice').first().innerText()).toContain('local-')
    }, 120_000)

    it('is refused row by row, and nothing of it is kept', async () => {
      const page = await site.app.openPage('?page=import')
      await page.waitReady('data')
      const bad = await smallZip((name, text) => (name === 'reports.csv' ? text.replace(/,y2021,/, ',y2077,') : text))
      await giveFiles(page.page, [{ name: 'bad.zip', bytes: bad }])
      const table = page.page.locator('table.rejects')
      await table.waitFor({ timeout: 30_000 })
      expect(await table.innerText()).toMatch(/reports\.csv\s+\d+\s+form/)
      await page.page.reload()
      await page.waitReady('data')
      expect(await page.page.locator('#rail .foot').innerText()).not.toContain('本机的数据集')
    })
  })
})
