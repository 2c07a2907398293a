import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CheckResult } from '../../src/checks/runChecks.ts'
import { projectRoot } from '../sourceFiles.ts'
import { acceptReport, addAgency, chooseFiles, textFile, waitRead, writeStatisticsReport } from './importReports.ts'
import { appearances, expectNoAxeFindings, useApp, type AppPage } from './openApp.ts'

/* The worklist of the built app against the published file of findings. */

const { counts, findings } = JSON.parse(
  readFileSync(path.join(projectRoot, 'dist/data/china-ogi/api/findings.json'), 'utf8'),
) as CheckResult
const fails = findings.filter(({ outcome }) => outcome === 'fails')
const cannotTell = findings.filter(({ outcome }) => outcome === 'cannotTell')
/** A failure between cells of a table, that leads to them. */
const withCells = fails.find(({ left, right, cells }) => left !== null && right !== null && cells.every(({ cell }) => cell !== null))
if (!withCells) throw new Error('the published data have no failure between cells')

const rowsOf = (app: AppPage) => app.page.locator('.findingrow[data-finding]')
const rowOf = (app: AppPage, fingerprint: string) => app.page.locator(`.findingrow[data-finding="${fingerprint}"]`)
const listedIn = async (app: AppPage): Promise<string[]> =>
  rowsOf(app).evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.finding ?? '').sort())
const fingerprintsOf = (some: typeof findings): string[] => some.map(({ fingerprint }) => fingerprint).sort()

describe('the page of checks', () => {
  const held = useApp({ lateEngine: true })
  const open = async (address = '?page=checks', options = {}): Promise<AppPage> => {
    const app = await held.app.openPage(address, options)
    await app.waitReady()
    return app
  }

  it('shows all three counts as the published file has them', async () => {
    const app = await open()
    for (const outcome of ['fails', 'holds', 'cannotTell'] as const) {
      const shown = await app.page.locator(`.outcomes [data-outcome="${outcome}"] b`).innerText()
      expect(Number(shown.replaceAll(',', ''))).toBe(counts[outcome])
    }
    expect(await app.page.locator('.rail .count').innerText()).toContain(String(fails.length))
  })

  it.each([
    ['what fails', '', fails],
    ['what cannot be told', '&outcome=cannotTell', cannotTell.slice(0, 100)],
    ['one weight', '&severity=error', fails.filter(({ severity }) => severity === 'error')],
    ['one rule', `&rule=${withCells.rule}`, fails.filter(({ rule }) => rule === withCells.rule)],
    ['one agency', `&agencies=${withCells.agency ?? ''}`, fails.filter(({ agency }) => agency === withCells.agency)],
    ['one year', `&years=${withCells.year ?? ''}`, fails.filter(({ year }) => year === withCells.year)],
    ['groups', '&group=rule', fails],
    ['what nobody handled', '&verdict=open', fails],
  ] as const)('lists by the address: %s', async (_, address, expected) => {
    const app = await open(`?page=checks${address}`)
    const listed = await listedIn(app)
    expect(listed).toHaveLength(expected.length)
    if (expected.length < 100) expect(listed).toEqual(fingerprintsOf(expected))
    expect(await app.page.locator('main').innerText()).not.toMatch(/NaN|undefined|Infinity|\[object|null/)
  })

  it('says so where nothing is listed, and offers the rest', async () => {
    const app = await open('?page=checks&verdict=asked')
    expect(await app.page.locator('.nofindings').innerText()).toContain(counts.holds.toLocaleString('zh-CN'))
    await app.page.getByRole('link', { name: '看全部结果' }).click()
    await expect.poll(() => listedIn(app)).toHaveLength(Math.min(100, findings.length))
  })

  it('shows a finding with its sentence, its cells as printed and both sides', async () => {
    const app = await open()
    await rowOf(app, withCells.fingerprint).click()
    const detail = app.page.locator('.findingdetail')
    const text = await detail.innerText()
    expect(text).toContain(withCells.message.zh)
    const sums = detail.locator('.eq .sum')
    await sums.first().waitFor()
    expect((await sums.allInnerTexts()).slice(0, 2)).toEqual([withCells.left, withCells.right].map((side) => side?.toLocaleString('zh-CN')))
    const printed = await detail.locator('.ex td a > span:last-child').allInnerTexts()
    for (const cell of withCells.cells) if (cell.printed) expect(printed).toContain(cell.printed)
  })

  it('goes from finding to finding by the arrow keys', async () => {
    const app = await open()
    await rowsOf(app).first().focus()
    await app.page.keyboard.press('ArrowDown')
    await app.page.keyboard.press('Enter')
    expect(await rowsOf(app).nth(1).getAttribute('aria-current')).toBe('true')
    expect(await app.page.locator('.findingrow[tabindex="0"]').count()).toBe(1)
  })

  it('leads to the cell on the report, which is marked there, and back', async () => {
    const app = await open()
    await rowOf(app, withCells.fingerprint).click()
    await app.page.locator('.ex td.hit a').first().click()
    await expect.poll(() => app.page.url()).toContain(`report=${withCells.report}`)
    const marked = app.page.locator('.printcell.failing.open')
    await marked.first().waitFor()
    expect(await marked.count()).toBe(new Set(withCells.cells.map(({ cell, applicant }) => `${cell} ${applicant}`)).size)
    expect(await marked.first().innerText()).toContain('≠')
    expect(await app.page.locator('.printcell.chosen .visually-hidden').innerText()).toContain('不一致')
    const item = app.page.locator('.reportfinding.on')
    expect(await item.getAttribute('aria-expanded')).toBe('true')
    expect(await app.page.locator('.reportfindings').innerText()).toContain(withCells.message.zh)
    await app.page.locator('.sourcepanel .cellfinding').first().click()
    expect(await item.first().evaluate((element) => element === document.activeElement)).toBe(true)
    await app.page.getByRole('link', { name: '在核查页处理' }).click()
    await expect.poll(() => listedIn(app)).toEqual([withCells.fingerprint])
  })

  it('keeps a verdict and its note over a reload, greys the row and counts one less', async () => {
    const app = await open()
    await rowOf(app, withCells.fingerprint).click()
    await app.page.getByLabel('确有差错').check()
    await app.page.locator('.notefield input').fill('请更正后重报')
    await app.page.locator('.notefield input').press('Enter')
    await expect.poll(() => app.page.locator('.rail .count').innerText()).toContain(String(fails.length - 1))
    await app.page.reload()
    await app.waitReady()
    const row = rowOf(app, withCells.fingerprint)
    await expect.poll(() => row.getAttribute('class')).toContain('done')
    await row.click()
    expect(await app.page.getByLabel('确有差错').isChecked()).toBe(true)
    expect(await app.page.locator('.notefield input').inputValue()).toBe('请更正后重报')
  })

  it('greys what is handled under a filter, and lists it no more on the next visit', async () => {
    const app = await open('?page=checks&verdict=open')
    await rowOf(app, withCells.fingerprint).click()
    await app.page.getByLabel('不适用').check()
    expect(await listedIn(app)).toHaveLength(fails.length)
    await expect.poll(() => rowOf(app, withCells.fingerprint).getAttribute('class')).toContain('done')
    await app.page.reload()
    await app.waitReady()
    await expect.poll(() => listedIn(app)).toHaveLength(fails.length - 1)
  })

  it('puts the verdicts of two people together, the later one first, and lists where they differ', async () => {
    const [one, other] = fails
    if (!one || !other) throw new Error('the published data have too few failures')
    const app = await open()
    await rowOf(app, one.fingerprint).click()
    await app.page.getByLabel('确有差错').check()
    const entry = ({ fingerprint, rule, agency, year }: typeof one, at: string) => ({
      fingerprint,
      rule,
      agency,
      year,
      verdict: 'explained',
      note: '来函说明',
      at,
      earlier: [],
    })
    const file = {
      format: 'ogi-verdicts',
      version: 1,
      verdicts: [entry(one, '2099-01-01T00:00:00.000Z'), entry(other, '2020-01-01T00:00:00.000Z'), { fingerprint: 'x' }],
    }
    await app.page.locator('[data-take="verdicts"]').setInputFiles({
      name: 'colleague.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(file)),
    })
    const panel = app.page.locator('.verdicts')
    await expect.poll(() => panel.innerText()).toContain('新增 1 条')
    expect(await panel.innerText()).toContain('1 条读不懂')
    const conflict = await panel.locator('.conflicts tbody tr').innerText()
    expect(conflict).toContain('同事：已说明')
    expect(conflict).toContain('本机：确有差错')
    expect(await rowOf(app, one.fingerprint).innerText()).toContain('已说明')
    expect(await rowOf(app, other.fingerprint).innerText()).toContain('已说明')

    const [download] = await Promise.all([
      app.page.waitForEvent('download'),
      app.page.getByRole('button', { name: '导出处理记录' }).click(),
    ])
    const saved = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
      verdicts: { fingerprint: string; earlier: { verdict: string }[] }[]
    }
    expect(saved.verdicts.map(({ fingerprint }) => fingerprint).sort()).toEqual([one.fingerprint, other.fingerprint].sort())
    expect(saved.verdicts.find(({ fingerprint }) => fingerprint === one.fingerprint)?.earlier[0]?.verdict).toBe('confirmed')

    await app.page.getByRole('button', { name: '清除处理记录' }).click()
    await app.page.getByRole('button', { name: '清除', exact: true }).click()
    await expect.poll(() => rowOf(app, one.fingerprint).innerText()).toContain('待核')
  })

  it.each([
    ['xlsx', '.xlsx', 'PK'],
    ['csv', '.csv', '\uFEFF'],
    ['slips', '.zip', 'PK'],
    ['summary', '.docx', 'PK'],
  ])('writes %s as a file', async (kind, ending, start) => {
    const app = await open()
    const [download] = await Promise.all([app.page.waitForEvent('download'), app.page.locator(`[data-output="${kind}"]`).click()])
    expect(download.suggestedFilename().endsWith(ending)).toBe(true)
    const text = readFileSync(await download.path(), 'utf8')
    expect(text.startsWith(start)).toBe(true)
    if (kind === 'csv') for (const { fingerprint } of fails) expect(text).toContain(fingerprint)
  })

  it('writes the slip of the chosen agency, and says so where there is nothing to ask', async () => {
    const asked = fails.find(({ severity }) => severity !== 'info')
    const unasked = fails.find(({ agency }) => !fails.some((other) => other.agency === agency && other.severity !== 'info'))
    if (!asked) throw new Error('the published data have nothing to ask about')
    const app = await open()
    const slip = app.page.getByRole('button', { name: '这个机关的退回修改意见（Word）' })
    await rowOf(app, asked.fingerprint).click()
    const [download] = await Promise.all([app.page.waitForEvent('download'), slip.click()])
    expect(download.suggestedFilename()).toMatch(/^退回修改意见 .*\.docx$/)
    if (!unasked) return
    await rowOf(app, unasked.fingerprint).click()
    await slip.click()
    await expect.poll(() => app.page.locator('.outputsaid').innerText()).toContain('没有须退回修改的事项')
  })

  it('says so where the browser keeps nothing, and works until the tab closes', async () => {
    const app = await open('?page=checks', {
      before: () => {
        Object.defineProperty(window, 'indexedDB', {
          get: () => {
            throw new DOMException('refused', 'SecurityError')
          },
        })
      },
    })
    await expect.poll(() => app.page.locator('.verdicts').innerText()).toContain('浏览器不允许保存')
    await rowsOf(app).first().click()
    await app.page.getByLabel('不适用').check()
    await expect.poll(() => rowsOf(app).first().innerText()).toContain('不适用')
  })

  it('says so when the findings cannot be read, and recovers', async () => {
    let broken = true
    const app = await held.app.openPage('?page=checks', {
      expected: [/findings\.json/, /500/],
      prepare: (page) =>
        page.route('**/findings.json', (route) => (broken ? route.fulfill({ status: 500, body: 'no' }) : route.continue())),
    })
    await expect.poll(() => app.page.locator('main [role=alert]').innerText()).toContain('核查结果没有读到')
    // The count in the rail asks as well, a moment later: by itself it would find the file mended.
    await app.page.waitForTimeout(500)
    broken = false
    await app.page.getByRole('button', { name: '重试' }).click()
    await expect.poll(() => listedIn(app)).toHaveLength(fails.length)
  })

  it('stays quick with thousands of findings: they are drawn piece by piece', async () => {
    const many = Array.from({ length: 4000 }, (_, at) => ({ ...withCells, fingerprint: at.toString(16).padStart(16, '0') }))
    const app = await open('?page=checks', {
      prepare: (page: AppPage['page']) =>
        page.route('**/findings.json', (route) => route.fulfill({ json: { counts: { ...counts, fails: 4000 }, findings: many } })),
    })
    expect(await rowsOf(app).count()).toBe(100)
    const [next] = [app.page.getByRole('button', { name: '再显示 100 条' })]
    await next.click()
    await expect.poll(() => rowsOf(app).count()).toBe(200)
    const took = await app.page.evaluate(async () => {
      const start = performance.now()
      document.querySelectorAll<HTMLElement>('.findingrow[data-finding]')[150]?.click()
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
      return performance.now() - start
    })
    expect(took).toBeLessThan(1000)
  })

  it.each(appearances)('can be read by everyone: axe finds nothing in %s, %s', async (lang, theme) => {
    const app = await open('?page=checks', { lang, theme })
    await rowOf(app, withCells.fingerprint).click()
    await app.page.locator('.eq').first().waitFor()
    await app.page.locator('.verdictform input[type="radio"]').nth(1).check()
    await expectNoAxeFindings(app)
    await held.app.closePages()
    const report = await open(`?page=report&report=${withCells.report}&cell=${withCells.cells[0]?.cell ?? ''}`, { lang, theme })
    await report.page.locator('.reportfinding').first().waitFor()
    await expectNoAxeFindings(report)
    await held.app.closePages()
    const overview = await open('', { lang, theme })
    await overview.page.locator('[data-chart="findings"]').waitFor()
    await expectNoAxeFindings(overview)
  })

  it.each([320, 390])('never scrolls the page sideways at %i px, and opens a finding under its row', async (width) => {
    const app = await open('?page=checks&group=rule', { width, height: 844 })
    await rowOf(app, withCells.fingerprint).click()
    await app.page.locator('li .findingdetail .eq').first().waitFor()
    expect(await app.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await rowOf(app, withCells.fingerprint).click()
    expect(await app.page.locator('.findingdetail').count()).toBe(0)
  })
})

describe('the overview', () => {
  const held = useApp({ lateEngine: true })

  it('counts failures by rule and weight, and leads to each list', async () => {
    const app = await held.app.openPage('')
    await app.waitReady()
    await app.page.locator('[data-chart="findings"]').waitFor()
    const { rows } = await app.readTable('[data-chart="findings"] .tableview')
    expect(rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(fails.length)
    expect(rows).toHaveLength(new Set(fails.map(({ rule, severity }) => `${rule} ${severity}`)).size)
    await app.page.locator('.kinds a').first().click()
    await expect.poll(() => app.page.url()).toMatch(/page=checks&rule=/)
    const wanted = new URL(app.page.url()).searchParams
    const listed = fails.filter(({ rule, severity }) => rule === wanted.get('rule') && severity === wanted.get('severity'))
    await expect.poll(() => listedIn(app)).toEqual(fingerprintsOf(listed))
  })
})

describe('a report of this machine', () => {
  const held = useApp()
  const body = '甲市科学技术局'
  const rowWith = (app: AppPage, text: string) =>
    app.page.locator('.findingrow[data-finding]', { has: app.page.getByText('甲市科学技术局') }).filter({ hasText: text })
  const say = async (app: AppPage, text: string, verdict: string): Promise<void> => {
    await rowWith(app, text).click()
    await app.page.getByLabel(verdict).check()
  }
  const goTo = async (app: AppPage, page: RegExp): Promise<void> => app.page.locator('.rail').getByRole('link', { name: page }).click()

  it('is checked like the others; a new version keeps the verdicts, and a changed cell opens its own again', async () => {
    const staff = { '8.3': '5', '8.3.1': '2', '8.3.2': '2' }
    const app = await held.app.openPage('?page=import')
    await app.waitReady('engine')
    await chooseFiles(app.page, [textFile(`${body}2016.txt`, writeStatisticsReport(body, 2016, staff))])
    await waitRead(app.page)
    await app.page.locator('.panes').waitFor()
    await addAgency(app.page)
    await acceptReport(app.page)
    await goTo(app, /^核查/)
    expect(await rowWith(app, '专职').innerText()).toMatch(/5\s*≠[\s\S]*4/)
    await say(app, '专职', '确有差错')
    await say(app, '正文与表格', '已说明')

    await goTo(app, /^导入/)
    await app.page.getByRole('button', { name: '返回清单' }).first().click()
    await chooseFiles(app.page, [textFile(`${body}2016改.txt`, writeStatisticsReport(body, 2016, { ...staff, '8.3': '6' }))])
    await waitRead(app.page)
    await app.page.locator('.panes').waitFor()
    await acceptReport(app.page)
    await goTo(app, /^核查/)
    await expect.poll(() => rowWith(app, '专职').innerText()).toMatch(/6\s*≠[\s\S]*4[\s\S]*待核/)
    expect(await rowWith(app, '正文与表格').innerText()).toContain('已说明')
    await rowWith(app, '专职').click()
    expect(await app.page.locator('.verdictform .note').innerText()).toContain('确有差错')
  }, 180_000)
})
