import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { badAddresses } from '../selection/badAddresses.ts'
import { builtSite } from '../sourceFiles.ts'
import { expectNoAxeFindings, useApp } from './openApp.ts'

const isLong = process.env['OGI_LONG'] === '1'

describe('one place for the selection', () => {
  const held = useApp({ lateEngine: true })

  it('ticks bodies in the tree with the keyboard alone; the back button undoes a decision, not a box', async () => {
    const app = await held.app.openPage('?page=checks')
    await app.waitReady('data')
    const { page } = app
    await page.locator('.bar').getByRole('button', { name: /^机关/ }).press('Enter')
    await page.keyboard.press('ArrowDown')
    const tree = page.getByRole('tree')
    await expect.poll(() => tree.getAttribute('aria-activedescendant')).toMatch(/-0$/)
    await expectNoAxeFindings(app)
    for (const key of ['ArrowDown', 'Space', 'ArrowDown', 'Space']) await page.keyboard.press(key)
    await expect.poll(() => tree.getByRole('treeitem', { checked: true }).count()).toBeGreaterThanOrEqual(2)
    expect(new URL(page.url()).searchParams.get('agencies')?.split('~')).toHaveLength(2)
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('tree').count()).toBe(0)

    await page.locator('.bar').getByRole('button', { name: /^年份/ }).press('Enter')
    await page.getByRole('slider', { name: /起始年/ }).focus()
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.url()).toContain('years=2020-2024')
    await page.keyboard.press('Escape')
    await page.goBack()
    await expect.poll(() => page.url()).not.toContain('years=')
    expect(page.url()).toContain('agencies=')
    await page.goBack()
    await expect.poll(() => page.url()).not.toContain('agencies=')
  })

  it('marks the body that the keyboard is on in every other figure of the page', async () => {
    const app = await held.app.openPage('?page=compare&chart=bar')
    await app.waitReady('data')
    const { page } = app
    await page.locator('.chart').first().focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.locator('[data-marked]').count()).toBeGreaterThan(0)
    const marked = await page
      .locator('[data-marked]')
      .evaluateAll((rows) => [...new Set(rows.map((row) => row.getAttribute('data-agency')))])
    expect(marked).toHaveLength(1)
    await page.keyboard.press('Tab')
    await expect.poll(() => page.locator('.markring, .markline').count()).toBe(0)
  })

  it('sets two reports side by side, and changes sides', async () => {
    const app = await held.app.openPage('?page=report&report=xingqing-kjj-2017&against=lingwu-kjj-2018')
    await app.waitReady('data')
    const { page } = app
    const figure = page.locator('[data-chart="sidebyside"]')
    await figure.waitFor()
    const { head, rows } = await app.readTable('[data-chart="sidebyside"] .tableview')
    expect(head.slice(3, 5)).toEqual(['兴庆区科技局 2017', '灵武市科技局 2018'])
    const total = rows.find((row) => row[0] === '1.1')
    expect([total?.[3], total?.[4], total?.[5]]).toEqual(['9', '54', '−45'])
    expect(rows.some((row) => row[3] === '空白' && row[5] === '缺数')).toBe(true)
    await figure.getByRole('link', { name: '左右对调' }).click()
    await expect.poll(() => page.url()).toContain('against=xingqing-kjj-2017&report=lingwu-kjj-2018')
    await expect.poll(async () => (await app.readTable('[data-chart="sidebyside"] .tableview')).head[3]).toBe('灵武市科技局 2018')
  })
})

/** Publishes an earlier version beside the data: one figure was blank then, another is the same. */
async function keepEarlier(page: Page): Promise<void> {
  const folder = `earlier/${'a'.repeat(16)}`
  // From the disk: the page asks again now and then, and may be gone when an answer of the server comes.
  const manifest = JSON.parse(readFileSync(path.join(builtSite, 'data/china-ogi/manifest.json'), 'utf8')) as object
  await page.route('**/china-ogi/manifest.json', (route) =>
    route.fulfill({ json: { ...manifest, earlier: [{ dataSha256: 'a'.repeat(64), folder }] } }),
  )
  const kept: Readonly<Record<string, unknown>> = {
    'index.json': { indicators: ['requests_new'], agencies: ['hongze-gov', 'huaian-gov'] },
    'indicators/requests_new.json': {
      'requests_new@total': { 'hongze-gov': { 2023: 'blank' }, 'huaian-gov': { 2024: 3119 } },
    },
  }
  await page.route(`**/${folder}/**`, (route) => {
    const name = Object.keys(kept).find((file) => route.request().url().endsWith(file))
    return name === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ json: kept[name] })
  })
}

describe('a link', () => {
  const held = useApp({ lateEngine: true })

  it('says which figures changed since it was made, and copies on with the version of today', async () => {
    const address = '?page=compare&agencies=hongze-gov~huaian-gov&years=2023-2024'
    const app = await held.app.openPage(`${address}&of=aaaaaaaa`, {
      prepare: keepEarlier,
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    })
    await app.waitReady('data')
    const { page } = app
    const notice = page.locator('.notice')
    await expect.poll(() => notice.innerText()).toContain('本页 4 个数字：1 个变了，3 个没变')
    const { rows } = await app.readTable('.notice')
    expect(rows).toEqual([['洪泽区政府', '2023', '新收申请', '空白', '→ 21 件']])
    await expectNoAxeFindings(app)
    await notice.getByRole('button', { name: '知道了' }).click()
    await expect.poll(() => page.url()).not.toContain('of=')
    expect(await notice.count()).toBe(0)

    await page.getByRole('button', { name: '复制链接' }).click()
    await page.getByRole('button', { name: '链接已复制' }).waitFor()
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()))
    expect(link.searchParams.get('of')).toMatch(/^[0-9a-f]{8}$/)
    expect(link.searchParams.get('was')).toContain('~requests_new@total~hongze-gov*2023*21*nl~huaian-gov*2023*nl*3119')

    link.searchParams.set('lang', 'en')
    link.searchParams.set('theme', 'dark')
    const shown = async (): Promise<string[]> => (await app.readTable('[data-chart]')).rows.flat().filter((text) => /^[\d,]+$/.test(text))
    const before = await shown()
    await page.goto(link.href)
    await app.waitReady('data')
    expect(await page.locator('.notice').count()).toBe(0)
    expect(before).toContain('3,119')
    expect(await shown()).toEqual(before)
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
  })

  // The short form opens one bad address in 60; all of them are read without a browser in tests/selection.
  it(`opens a usable page and a named problem from ${isLong ? 'every one' : 'one in 60'} of the bad addresses`, async () => {
    const chosen = badAddresses.filter((_, i) => isLong || i % 60 === 3)
    const app = await held.app.openPage('?page=methods')
    for (const [part, address] of chosen) {
      await app.page.goto(new URL(address, held.app.address).href)
      await app.waitReady('data')
      await expect.poll(() => app.page.locator('.notice').first().innerText(), { message: address }).toContain(part)
      expect(await app.page.locator('h1').innerText()).not.toBe('')
    }
  }, 3_600_000)
})
