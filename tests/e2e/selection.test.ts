import { describe, expect, it } from 'vitest'
import { expectNoAxeFindings, useApp } from './openApp.ts'

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
