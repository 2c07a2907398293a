import { describe, expect, it } from 'vitest'
import { randomFrom } from '../reports/generatedReport.ts'
import { fileTypes } from '../reports/written/variations.ts'
import { openPrinter, writeFile } from '../reports/written/writeFile.ts'
import { writeReport } from '../reports/written/writtenReport.ts'
import { packZip } from '../reports/zipFiles.ts'
import {
  acceptReport,
  addAgency,
  chooseFiles,
  dropFiles,
  nameOf,
  pasteFiles,
  textFile,
  waitRead,
  writeStatisticsReport,
  type GivenFile,
} from './importReports.ts'
import { appearances, expectNoAxeFindings, useApp, type AppPage } from './openApp.ts'

const body = '甲市科学技术局'
const report = (year = 2016, printed: Readonly<Record<string, string>> = {}): GivenFile =>
  textFile(`${body}${year}.txt`, writeStatisticsReport(body, year, { '1.1': '46', '1.2.2': '40', '3.1': '12', '3.1.3': '12', ...printed }))

describe('files on the import page', () => {
  const held = useApp({ lateEngine: true })
  const open = async (options = {}): Promise<AppPage> => {
    const app = await held.app.openPage('?page=import', options)
    await app.waitReady()
    return app
  }

  it('are read on this computer, of every type, and each row says what the file holds', async () => {
    const app = await open()
    const printer = await openPrinter(held.app.browser)
    const random = randomFrom(7)
    const files: GivenFile[] = []
    for (const type of fileTypes) {
      const { name, bytes } = await writeFile(writeReport('y2021', random), type, random, printer)
      files.push({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
    }
    await chooseFiles(app.page, files)
    await waitRead(app.page)
    expect(await app.page.locator('.queueline:not(.queuehead)').count()).toBe(fileTypes.length)
    for (const { name } of files) {
      const row = app.page.locator('.queueline', { hasText: name })
      expect(await row.locator('.q-form').innerText()).toBe('2021 表式')
      expect(Number((await row.locator('.q-figures').innerText()).replace(/\D/g, ''))).toBeGreaterThan(150)
      expect(await row.locator('.q-outcome .tag').first().innerText()).toMatch(/读取完毕|有问题/)
    }
    expect(await app.page.locator('.bar .result').innerText()).toMatch(/^6 份：/)
  })

  it('come by drop and by paste, too', async () => {
    const app = await open()
    const read = app.page.locator('.queueline:not(.queuehead):not(.waiting):not(.reading)')
    await dropFiles(app.page, [report(2015), report(2016)])
    await expect.poll(() => read.count(), { timeout: 20_000 }).toBe(2)
    await pasteFiles(app.page, [report(2017)])
    await app.page.locator('.panes').waitFor()
    await app.page.getByRole('button', { name: '返回清单' }).click()
    expect(await read.count()).toBe(3)
  })

  it('come out of an archive one by one, and what is no report is refused with a sentence', async () => {
    const app = await open()
    const zip = packZip({
      '2016/甲.txt': new Uint8Array(report(2016).buffer),
      '2017/甲.txt': new Uint8Array(report(2017).buffer),
      'scan.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0),
    })
    await chooseFiles(app.page, [{ name: '上报.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) }])
    await app.page.locator('.queueline.refused').waitFor()
    await waitRead(app.page)
    const names = await app.page.locator('.queueline:not(.queuehead) .q-file').allInnerTexts()
    expect(names).toEqual(['上报.zip/2016/甲.txt', '上报.zip/2017/甲.txt', '上报.zip/scan.png'])
    expect(await app.page.locator('.queueline.refused .q-outcome').innerText()).toContain('这是一张图片，读不出数字')
  })

  it('can be called off one by one and all at once, and read again', async () => {
    let release = (): void => undefined
    const released = new Promise<void>((resolve) => (release = resolve))
    const app = await open({
      prepare: (page: AppPage['page']) =>
        page.route('**/parser/**', async (route) => {
          await released
          await route.continue().catch(() => undefined)
        }),
    })
    await chooseFiles(app.page, [report(2014), report(2015), report(2016), report(2017)])
    await app.page.locator('.queueline.reading').first().waitFor()
    expect(await app.page.locator('.queueline.reading').count()).toBe(2)
    await app.page.getByRole('button', { name: `取消 ${body}2014.txt` }).click()
    await app.page.locator('.queueline.cancelled').waitFor()
    await app.page.getByRole('button', { name: /^全部取消/ }).click()
    await expect.poll(() => app.page.locator('.queueline.cancelled').count()).toBe(4)
    release()
    await app.page.getByRole('button', { name: `重读 ${body}2015.txt` }).click()
    await waitRead(app.page)
    expect(await app.page.locator('.queueline', { hasText: '2015' }).locator('.q-figures').innerText()).toContain('60')
    await app.page.getByRole('button', { name: /^清除已处理的/ }).click()
    expect(await app.page.locator('.queueline:not(.queuehead)').count()).toBe(1)
  })

  it('are filtered and ordered by how they came out', async () => {
    const app = await open()
    await chooseFiles(app.page, [
      report(2017),
      textFile('空.txt', ''),
      report(2015),
      textFile('copy.txt', report(2017).buffer.toString('utf8')),
    ])
    await waitRead(app.page)
    expect(await app.page.locator('.queueline.same .q-outcome').innerText()).toContain(`${body}2017.txt`)
    await app.page.locator('.bar').getByRole('button', { name: /^结果/ }).click()
    await app.page.getByRole('option', { name: /已拒绝/ }).click()
    expect(await app.page.locator('.queueline:not(.queuehead) .q-file').allInnerTexts()).toEqual(['空.txt'])
  })

  it('that are a data package with faults are named row by row', async () => {
    const app = await open()
    const zip = packZip({ 'datapackage.json': '{"name":"x","resources":[]}', 'agencies.csv': 'agency_id,name\nA B,\n' })
    await chooseFiles(app.page, [{ name: 'package.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) }])
    await app.page.locator('.rejects tbody tr').first().waitFor({ timeout: 30_000 })
    const [row] = await app.page.locator('.rejects tbody tr').allInnerTexts()
    expect(row?.split('\t')).toHaveLength(4)
    expect(await app.page.locator('.queueline').count()).toBe(0)
  })

  it('say so where the browser keeps nothing', async () => {
    const app = await open({
      before: () => {
        Object.defineProperty(window, 'indexedDB', {
          get: () => {
            throw new DOMException('refused', 'SecurityError')
          },
        })
      },
    })
    await expect.poll(() => app.page.locator('main').innerText()).toContain('关闭本页后消失')
  })
})

describe('the review of a report', () => {
  const held = useApp({ lateEngine: true })
  const openReview = async (file = report(), options = {}): Promise<AppPage> => {
    const app = await held.app.openPage('?page=import', options)
    await app.waitReady()
    await chooseFiles(app.page, [file])
    await app.page.locator('.panes').waitFor()
    return app
  }

  it('opens by itself for a single file, with its source, its figures and its identity', async () => {
    const { page } = await openReview()
    expect(await page.locator('h1').innerText()).toBe(`${body} · 2016 年年报`)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    expect(await page.locator('.sourcepane').innerText()).toContain('主动公开政府信息')
    expect(await page.locator('.figurespane .printcell').count()).toBeGreaterThan(57)
    expect(await page.locator('.factspane').innerText()).toContain('不确定')
  })

  it('leads from a figure to where it is printed, and back', async () => {
    const { page } = await openReview()
    const cell = page.locator('#cell-1\\.1 .printcell')
    await cell.click()
    const mark = page.locator('.sourcepane .srcmark.chosen')
    await mark.waitFor()
    expect(await mark.innerText()).toBe('46')
    expect(await mark.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await mark.evaluate(isInView)).toBe(true)
    await page.keyboard.press('Enter')
    await expect.poll(() => cell.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await cell.getAttribute('aria-current')).toBe('true')
  })

  it('leads from a number of the prose to its sentence, and marks it', async () => {
    const { page } = await openReview()
    await page.locator('.claim', { hasText: nameOf('disclosed_items_total') }).click()
    const mark = page.locator('.srcclaim.chosen')
    await mark.waitFor()
    expect(await mark.innerText()).toContain('46条')
  })

  it('goes from problem to problem with n and p, each at its place and said aloud', async () => {
    const { page } = await openReview(report(2016, { '2.1': '1O', '6': '3?' }))
    const problems = page.locator('[aria-labelledby="problem-title"] .finding')
    const count = await problems.count()
    expect(count).toBeGreaterThan(1)
    await page.locator('.figurespane [data-jump][tabindex="0"]').focus()
    await page.keyboard.press('n')
    await expect.poll(() => problems.nth(0).getAttribute('aria-current')).toBe('true')
    for (let at = 1; at < count; at += 1) await page.keyboard.press('n')
    await expect.poll(() => problems.nth(count - 1).getAttribute('aria-current')).toBe('true')
    expect(await page.locator('[aria-live]').first().innerText()).toContain(`问题 ${count}，共 ${count}`)
    await page.keyboard.press('p')
    await expect.poll(() => problems.nth(count - 2).getAttribute('aria-current')).toBe('true')
    expect(await page.locator('.sourcepane .marked').count()).toBeLessThanOrEqual(1)
  })

  it('lists what was not placed, and shows where it stands', async () => {
    const { page } = await openReview(
      textFile('a.txt', writeStatisticsReport(body, 2016, {}, '全市共引进项目35个。2016年，我局主动公开政府信息46条。')),
    )
    const item = page.locator('[aria-labelledby="unplaced-title"] .finding', { hasText: '35个' })
    await item.click()
    await expect.poll(() => page.locator('.sourcepane mark').allInnerTexts()).toContain('全市共引进项目35个。')
  })

  it('takes nothing before the identity is confirmed', async () => {
    const { page } = await openReview()
    const accept = page.getByRole('button', { name: '接收这份年报' })
    expect(await accept.getAttribute('aria-disabled')).toBe('true')
    expect(await page.locator('#accept-why').innerText()).toContain('请先指定机关')
    await accept.click({ force: true })
    await addAgency(page)
    expect(await page.locator('#accept-why').innerText()).toContain('勾选确认')
    await page.locator('.confirmline input').check()
    expect(await accept.getAttribute('aria-disabled')).toBe('false')
    await page.getByLabel('统计范围', { exact: true }).selectOption({ index: 1 })
    expect(await page.locator('.confirmline input').isChecked()).toBe(false)
  })

  it('reads the file again for the year that a person gives: prose speaks of its own year', async () => {
    const prose = '2016年，我局主动公开政府信息46条。2017年，我局主动公开政府信息58条。'
    const { page } = await openReview(textFile('a.txt', writeStatisticsReport(body, 2016, {}, prose)))
    await expect.poll(() => page.locator('.claims').innerText()).toContain('46')
    await page.getByLabel('年度', { exact: true }).selectOption('2017')
    await expect.poll(() => page.locator('.claims').innerText()).toContain('58')
    expect(await page.locator('.claims').innerText()).not.toContain('46')
    expect(await page.locator('.factspane').innerText()).toContain('2017 年')
  })

  it('shows one pane at a time where there is little room', async () => {
    const { page } = await openReview(report(), { width: 390, height: 844 })
    expect(await page.locator('.factspane').isVisible()).toBe(true)
    expect(await page.locator('.sourcepane').isVisible()).toBe(false)
    await page.getByRole('button', { name: '读出的数字' }).click()
    await page.locator('#cell-1\\.1 .printcell').click()
    await expect.poll(() => page.locator('.sourcepane').isVisible()).toBe(true)
    await expect.poll(() => page.locator('.srcmark.chosen').evaluate(isInView)).toBe(true)
  })

  it.each(appearances)('and the list of files can be read by everyone: axe finds nothing in %s, %s', async (lang, theme) => {
    const app = await held.app.openPage('?page=import', { lang, theme })
    await app.waitReady()
    await expectNoAxeFindings(app)
    await chooseFiles(app.page, [report(2016, { '2.1': '1O', '1.2.4': '', '6': '/' }), textFile('空.txt', ''), report(2017)])
    await waitRead(app.page)
    await expectNoAxeFindings(app)
    await app.page.locator('[data-review]').first().click()
    await app.page.locator('.panes').waitFor()
    await app.page.locator('.agencyfield > .linklike').click()
    const tabs = app.page.locator('.panetabs button')
    for (let at = 0; at < ((await tabs.first().isVisible()) ? 3 : 1); at += 1) {
      if (await tabs.first().isVisible()) await tabs.nth(at).click()
      await expectNoAxeFindings(app)
    }
  })

  it('never scrolls the page sideways at 320 px', async () => {
    const app = await openReview(report(), { width: 320, height: 700 })
    for (const pane of ['身份与问题', '原文', '读出的数字']) {
      await app.page.getByRole('button', { name: pane, exact: true }).click()
      expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    }
    await app.page.getByRole('button', { name: '返回清单' }).click()
    expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
})

const isInView = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= window.innerHeight
}

describe('a report that was taken', () => {
  const held = useApp()

  it('is in every page at once and after a reload, becomes the next version of itself, and is gone when all is wiped', async () => {
    const app = await held.app.openPage('?page=import')
    const { page } = app
    await app.waitReady('engine')
    await chooseFiles(page, [report(2016)])
    await page.locator('.panes').waitFor()
    await addAgency(page)
    await acceptReport(page)

    // On the report page as it was printed, in the comparison as a number.
    await page.getByRole('link', { name: '看年报' }).click()
    await expect.poll(() => page.locator('h1').innerText()).toBe(`${body} · 2016 年年报`)
    await expect.poll(() => page.locator('#cell-1\\.1').innerText()).toContain('46')
    await page.goBack()
    await page.getByRole('link', { name: '看比较' }).click()
    await expect
      .poll(async () => (await app.readTable('[data-chart="bar"] .tableview')).rows.map((row) => row.join(' ')).join('\n'))
      .toMatch(/甲市科学技术局.* 12/)

    // Kept across visits; no link names it as published.
    await page.goto(new URL('?page=import', held.app.address).href)
    await app.waitReady()
    await expect.poll(() => page.locator('[aria-labelledby="kept-title"] tbody tr').count()).toBe(1)

    // The same file again: nothing to do.
    await chooseFiles(page, [report(2016)])
    await expect.poll(() => page.locator('.factspane').innerText(), { timeout: 20_000 }).toContain('同一个文件已在数据中')
    await page.getByRole('button', { name: '返回清单' }).first().click()

    // Another file of the same year: the next version, with what differs.
    const corrected = textFile('更正稿.txt', report(2016, { '1.1': '47' }).buffer.toString('utf8'))
    await chooseFiles(page, [corrected])
    await page.locator('.versions').waitFor({ timeout: 20_000 })
    await expect.poll(() => page.locator('.versions').innerText()).toContain('第 2 版')
    const changes = page.locator('.versions tbody tr')
    await expect.poll(() => changes.count(), { timeout: 20_000 }).toBe(1)
    expect(await changes.first().innerText()).toMatch(/46\s+47/)
    await acceptReport(page)
    await page.getByRole('button', { name: '返回清单' }).first().click()
    expect(await page.locator('[aria-labelledby="kept-title"] tbody tr').count()).toBe(2)

    // Reports of a body that is known by now may be taken together.
    await chooseFiles(page, [report(2014), report(2015)])
    await waitRead(page)
    await page.getByRole('button', { name: '接收 2 份无疑问的' }).click()
    await expect.poll(() => page.locator('[aria-labelledby="kept-title"] tbody tr').count(), { timeout: 50_000 }).toBe(4)

    // One is removed, the data are taken along, everything is wiped.
    await page.getByRole('button', { name: `移除 ${body} 2014` }).click()
    await expect.poll(() => page.locator('[aria-labelledby="kept-title"] tbody tr').count(), { timeout: 50_000 }).toBe(3)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出数据包' }).click()])
    expect(download.suggestedFilename()).toMatch(/^china-ogi-\d{4}-\d\d-\d\d\.zip$/)
    await page.getByRole('button', { name: '全部清除' }).click()
    await page.getByRole('button', { name: '保留' }).click()
    expect(await page.locator('[aria-labelledby="kept-title"] tbody tr').count()).toBe(3)
    await page.getByRole('button', { name: '全部清除' }).click()
    await page.getByRole('button', { name: '清除', exact: true }).click()
    await expect.poll(() => page.locator('#kept-title').innerText(), { timeout: 50_000 }).toBe('本机没有保存年报')
    await page.reload()
    await app.waitReady()
    expect(await page.locator('#kept-title').innerText()).toBe('本机没有保存年报')
  }, 240_000)

  it('can be taken without a pointer', async () => {
    const app = await held.app.openPage('?page=import')
    const { page } = app
    await app.waitReady('engine')
    const tabTo = async (selector: string): Promise<void> => {
      for (let presses = 0; presses < 120; presses += 1) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`Tab never reaches ${selector}`)
    }
    // Listened for from the start: a browser that is not told in time would open its own dialog.
    const chooser = page.waitForEvent('filechooser')
    await tabTo('.dropactions button')
    await page.keyboard.press('Enter')
    await (await chooser).setFiles([report(2018)])
    await page.locator('.panes').waitFor()
    await tabTo('.srcmark')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.matches('.figurespane [data-jump]'))).toBe(true)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.matches('.srcmark.chosen'))).toBe(true)
    await tabTo('.agencyfield > .linklike')
    await page.keyboard.press('Enter')
    await tabTo('.newagency select')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await tabTo('.newagency input[list]')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('科技')
    await tabTo('.newagency button[type=submit]')
    await page.keyboard.press('Enter')
    await page.locator('.confirmline input:enabled').waitFor()
    await tabTo('.confirmline input')
    await page.keyboard.press('Space')
    await tabTo('.acceptbox .btn')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '已接收' }).waitFor({ timeout: 50_000 })
    await tabTo('.acceptedlinks a')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('h1').innerText()).toBe(`${body} · 2018 年年报`)
  }, 120_000)
})
