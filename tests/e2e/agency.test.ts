import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { expectFigure, reportOf, shortNameOf } from './expectedFigures.ts'
import { useApp, type AppPage } from './openApp.ts'

/** The pages of what the browser would print, as texts without spaces. */
async function printPages(app: AppPage): Promise<readonly string[]> {
  const data = new Uint8Array(await app.page.pdf({ format: 'A4', preferCSSPageSize: true }))
  const task = getDocument({ data, useSystemFonts: true })
  const printed = await task.promise
  const texts: string[] = []
  for (let number = 1; number <= printed.numPages; number += 1) {
    const { items } = await (await printed.getPage(number)).getTextContent()
    texts.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s/g, ''),
    )
  }
  await task.destroy()
  return texts
}

const waitSheet = (app: AppPage): Promise<unknown> =>
  app.page.waitForFunction(() => document.querySelector('[data-printsheet] svg') !== null)

describe('the page of one agency', () => {
  const held = useApp({ lateEngine: true })

  it('is one page of A4 on paper, with name, data hash, figures, checks and reports', async () => {
    for (const [address, name, more] of [
      ['?page=agency&agencies=lingwu-kjj', '灵武市科学技术局', '54条'],
      ['?page=agency&agencies=hc-scjgj&data=demo-city&lang=en&theme=dark', '合成市市场监督管理局', 'Syntheticdata'],
    ] as const) {
      const app = await held.app.openPage(address)
      await app.waitReady()
      await waitSheet(app)
      const pages = await printPages(app)
      expect(pages).toHaveLength(1)
      const manifest = await app.page.evaluate(() => document.querySelector('[data-printsheet] .meta')?.textContent ?? '')
      expect(pages[0]).toContain(name)
      expect(pages[0]).toContain(more)
      expect(pages[0]).toContain(/[0-9a-f]{16}/.exec(manifest)?.[0] ?? 'a hash')
    }
  })

  it('sets its figures beside those of its peers, and opens the report of the one that is chosen', async () => {
    const app = await held.app.openPage('?page=agency&agencies=lingwu-kjj')
    await app.waitReady()
    await app.page.locator('[data-chart="spine"] .chart').waitFor()
    const { head, rows } = await app.readTable('[data-chart="spine"] .tableview')
    const report = reportOf('lingwu-kjj', 2018)
    if (!report) throw new Error('there is no report on 2018')
    const row = rows.find(([name]) => name?.startsWith('主动公开政府信息'))
    expect(row?.[1]).toBe(String(expectFigure('disclosed_items_total', report).value))
    const peers = ['xingqing-kjj', 'jinfeng-kjj', 'yinchuan-kjj', 'zhongwei-kjj'].flatMap((id) => reportOf(id, 2018) ?? [])
    const values = peers.flatMap((one) => expectFigure('disclosed_items_total', one).value ?? [])
    expect(row?.[head.indexOf('同类有数')]).toBe(`${values.length}/4`)
    expect(row?.[head.indexOf('最高')]).toBe(new Intl.NumberFormat('zh-CN').format(Math.max(...values)))
    await app.page.locator('[data-chart="spine"] .chart').focus()
    await app.page.keyboard.press('ArrowRight')
    await app.page.keyboard.press('Enter')
    await expect.poll(() => app.page.url()).toContain('report=lingwu-kjj-2018&cell=')
  })

  it('keeps the peers that a reader takes off or adds in its link, and goes back to the suggestion', async () => {
    const app = await held.app.openPage('?page=agency&agencies=lingwu-kjj')
    await app.waitReady()
    const names = app.page.locator('.peers li > span > a')
    await names.first().waitFor()
    const before = await names.allInnerTexts()
    expect(before).not.toContain(shortNameOf('lingwu-kjj'))
    await app.page.locator('.peers .takeoff').first().click()
    await expect.poll(() => app.page.url()).toContain('peers=')
    await expect.poll(() => names.allInnerTexts()).toEqual(before.slice(1))
    await app.page.reload()
    await app.waitReady()
    await names.first().waitFor()
    await expect.poll(() => names.allInnerTexts()).toEqual(before.slice(1))
    await app.page.getByRole('button', { name: '恢复推荐' }).click()
    await expect.poll(() => names.allInnerTexts()).toEqual(before)
    expect(app.page.url()).not.toContain('peers=')
  })
})
