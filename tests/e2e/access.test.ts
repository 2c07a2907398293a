import { describe, expect, it } from 'vitest'
import { appearances, expectNoAxeFindings, useApp, type AppPage } from './openApp.ts'

/** In the short form each page is looked at in one appearance, in the long form in all. */
const isLong = process.env['OGI_LONG'] === '1'

const pages = [
  ['overview', ''],
  ['overview with prose', '?prose=1'],
  ['compare', '?page=compare'],
  ['compare, a rate', '?page=compare&indicator=disclosure_rate'],
  ['compare, two indicators', '?page=compare&indicator=requests_new~outcomes_total&years=2024'],
  ['channels', '?page=channels'],
  ['staffing', '?page=staffing'],
  ['requests', '?page=requests'],
  ['agency', '?page=agency&agencies=yinchuan-kjj'],
  ['reports side by side', '?page=report&report=huaian-gov-2024&against=hongze-gov-2023'],
  ['report on the 2014 form', '?page=report&report=xingqing-kjj-2017&cell=1.1'],
  ['report on the 2021 form', '?page=report&report=huaian-gov-2024'],
  ['report without tables', '?page=report&report=zhongwei-kjj-2017'],
  ['import', '?page=import'],
  ['checks', '?page=checks'],
  ['checks by rule', '?page=checks&outcome=all&group=rule'],
  ['methods', '?page=methods'],
] as const

describe('every page can be read by everyone', () => {
  const held = useApp({ lateEngine: true })

  const looks = pages.flatMap(([name, address], place) =>
    appearances.filter((_, at) => isLong || at === place % appearances.length).map(([lang, theme]) => ({ name, address, lang, theme })),
  )
  it.each(looks)(
    '$name: axe finds nothing in $lang, $theme; language, title, heading and figures are said; at 320 px nothing scrolls sideways',
    async ({ address, lang, theme }) => {
      const app = await held.app.openPage(address, { theme, lang })
      await app.waitReady()
      await expectNoAxeFindings(app)
      expect(await app.page.evaluate(() => document.documentElement.lang)).toBe(lang === 'zh' ? 'zh-CN' : 'en')
      expect(await app.page.title()).toContain('OGI Atlas')
      expect(await app.page.locator('h1').count()).toBe(1)
      await expectFigures(app)
      await app.page.setViewportSize({ width: 320, height: 700 })
      await app.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
      expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    },
  )

  it('describes each chart in words whose numbers stand in its table, in at most 300 characters', async () => {
    const app = await held.app.openPage('?page=compare&indicator=requests_new')
    await app.waitReady()
    for (const kind of ['bar', 'trend']) {
      const figure = app.page.locator(`[data-chart="${kind}"]`)
      const id = (await figure.locator('.chart').getAttribute('aria-describedby'))?.split(' ')[0] ?? ''
      const text = await app.page.evaluate((about) => document.getElementById(about)?.textContent ?? '', id)
      expect(text.length).toBeGreaterThan(20)
      expect(text.length).toBeLessThanOrEqual(300)
      expect(text).toMatch(/\d+处中\d+处有数值/)
    }
  })

  it('moves nothing where less motion is asked for', async () => {
    const app = await held.app.openPage('?page=compare', { reducedMotion: true })
    await app.waitReady()
    const running = await app.page.evaluate(() => document.getAnimations().filter((animation) => animation.playState === 'running').length)
    expect(running).toBe(0)
  })

  it('finds an agency by the first letters of its pinyin, and goes back step by step', async () => {
    const app = await held.app.openPage('?page=compare')
    await app.waitReady()
    await app.page.locator('.bar').getByRole('button', { name: /^机关/ }).click()
    await app.page.keyboard.type('lwskxjsj')
    await expect.poll(() => app.page.getByRole('listbox').getByRole('option').count()).toBe(1)
    await app.page.keyboard.press('Enter')
    await expect.poll(() => app.page.url()).toContain('agencies=lingwu-kjj')
    await app.page.keyboard.press('Escape')
    await app.page.keyboard.press('Escape')
    await app.page.goBack()
    await expect.poll(() => app.page.url()).not.toContain('agencies=')
  })

  it('offers only indicators that have a number somewhere, with how many reports have one', async () => {
    const app = await held.app.openPage('?page=compare')
    await app.waitReady()
    await app.page.locator('.bar').getByRole('button', { name: /^指标/ }).click()
    await expect.poll(() => app.page.getByRole('listbox').getByRole('option').count()).toBeGreaterThan(20)
    const options = await app.page.getByRole('listbox').getByRole('option').allInnerTexts()
    for (const option of options) expect(option).toMatch(/[1-9]\d* 份/)
    expect(options.some((option) => option.includes('多渠道发布倍数'))).toBe(true)
    expect(options.length).toBeLessThan(165)
  })
})

describe('trouble is said on the page, and the normal task works after it', () => {
  const held = useApp({ lateEngine: true })

  it('names what a link held that cannot be used, and shows the rest', async () => {
    const app = await held.app.openPage('?page=compare&agencies=lingwu-kjj~gone&years=lately&of=00000000')
    await app.waitReady()
    const notices = await app.page.locator('.notice').allInnerTexts()
    expect(notices.join(' ')).toContain('agencies=gone')
    expect(notices.join(' ')).toContain('years=lately')
    expect(notices.join(' ')).toContain('00000000')
    expect(await app.page.locator('h1').innerText()).toBe('比较')
  })

  it('shows a sentence and a button when the data cannot be read, and recovers by it', async () => {
    let broken = true
    const app = await held.app.openPage('', {
      expected: [/datasets\.json/, /the dataset could not be opened/, /500/],
      prepare: (page) =>
        page.route('**/datasets.json', (route) => (broken ? route.fulfill({ status: 500, body: 'no' }) : route.continue())),
    })
    await expect.poll(() => app.page.locator('[role=alert]').innerText()).toContain('请检查网络后重试')
    expect(await app.page.evaluate(() => document.documentElement.dataset.ready)).toBe('failed')
    broken = false
    await app.page.getByRole('button', { name: '重试' }).click()
    await expect.poll(() => app.page.locator('h1').innerText()).toBe('总览')
  })

  it('paints the first charts without the engine, and keeps them when it never comes', async () => {
    for (const address of ['', '?page=compare', '?page=agency&agencies=yinchuan-kjj', '?page=report&report=lingwu-kjj-2018']) {
      const app = await held.app.openPage(address, {
        expected: [/duckdb/, /engine/, /wasm/, /Failed to load/],
        prepare: (page) => page.route('**/engine/**', (route) => route.abort()),
      })
      await app.waitReady('data')
      expect(await app.page.evaluate(() => performance.getEntriesByName('ogi:first-chart').length)).toBe(1)
      expect(await app.page.locator('figure[data-chart]').count()).toBeGreaterThan(0)
      await held.app.closePages()
    }
  })

  it('answers a selection that is not published alike before and after the engine came', async () => {
    const address = '?page=compare&indicator=staff_total&agencies=lingwu-kjj~xingqing-kjj~yinchuan-kjj&years=2017-2018&blanks=zero'
    const without = await held.app.openPage(address, {
      expected: [/duckdb/, /engine/, /wasm/, /Failed to load/],
      prepare: (page) => page.route('**/engine/**', (route) => route.abort()),
    })
    await without.waitReady('data')
    const fromFiles = await without.readTable('[data-chart="trend"] .tableview')
    await held.app.closePages()
    const app = await held.app.openPage('?page=overview')
    await app.waitReady('engine')
    await app.page.evaluate((next) => {
      history.pushState(null, '', next)
      window.dispatchEvent(new PopStateEvent('popstate'))
    }, address)
    await expect.poll(async () => (await app.page.locator('[data-chart="trend"]').count()) > 0).toBe(true)
    await expect.poll(async () => (await app.readTable('[data-chart="trend"] .tableview')).rows).toEqual(fromFiles.rows)
  })
})

/** Every figure has a title, its table one button away, and can be reached with Tab; what it shows is said in words. */
async function expectFigures(app: AppPage): Promise<void> {
  const figures = app.page.locator('figure[data-chart]')
  for (let i = 0; i < (await figures.count()); i += 1) {
    const figure = figures.nth(i)
    expect(await figure.getAttribute('data-question')).not.toBe('')
    expect((await figure.locator('h2').innerText()).length).toBeGreaterThan(3)
    const rows = Number(await figure.getAttribute('data-rows'))
    await figure.locator('.seg button').nth(1).click()
    expect(await figure.locator('.tableview').isVisible()).toBe(true)
    expect(await figure.locator('.tableview tbody tr').count()).toBe(Math.max(rows, 1))
    await figure.locator('.seg button').nth(0).click()
    const chart = figure.locator('.chart')
    if ((await chart.count()) > 0) {
      await figure.locator('.seg button').nth(1).focus()
      await app.page.keyboard.press('Tab')
      expect(await chart.evaluate((element) => element === document.activeElement)).toBe(true)
      const outline = await chart.evaluate((element) => getComputedStyle(element).outlineStyle)
      expect(outline).not.toBe('none')
      expect(
        await chart.evaluate((element) =>
          element
            .getAttribute('aria-describedby')
            ?.split(' ')
            .every((id) => document.getElementById(id)?.textContent !== ''),
        ),
      ).toBe(true)
    }
  }
}
