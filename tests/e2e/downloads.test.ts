import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../src/dataset/csv.ts'
import { useApp, type AppPage } from './openApp.ts'

/* Files of a figure, made in the browser from a dataset in which every body has a hostile name. */

const hostile = [
  '<img src=x onerror="globalThis.ran=1">',
  '"><svg onload="globalThis.ran=1">',
  '</text></svg><script>globalThis.ran=1</script>',
  '=HYPERLINK("http://evil.example","甲")',
  '＝1+1',
  '<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
  '../con|aux:?*<>',
]

/** Gives bodies these names, in turn, where the page reads their list. */
async function renameBodies({ page }: Pick<AppPage, 'page'>): Promise<void> {
  await page.route('**/data/demo-city/api/agencies.json', async (route) => {
    const response = await route.fetch()
    const agencies = (await response.json()) as { name: string; shortName: string }[]
    const renamed = agencies.map((agency, at) => {
      const name = `${hostile[at % hostile.length] ?? ''}${at}`
      return { ...agency, name, shortName: name }
    })
    await route.fulfill({ response, json: renamed })
  })
}

describe('files of a figure', () => {
  const held = useApp({ lateEngine: true })

  it('hold what the figure shows, run nothing wherever they are opened, and are announced', async () => {
    const app = await held.app.openPage('?page=compare&data=demo-city&at=2020&chart=bar&years=2019-2020', {
      prepare: (page) => renameBodies({ page }),
      context: { permissions: ['clipboard-read', 'clipboard-write'] },
    })
    await app.waitReady('data')
    const { page } = app
    const panel = page.locator('figure[data-chart="bar"]')
    await panel.getByRole('button', { name: /^下载：/ }).press('Enter')
    const save = async (name: string): Promise<{ name: string; text: string }> => {
      const [download] = await Promise.all([page.waitForEvent('download'), panel.getByRole('button', { name, exact: true }).press('Enter')])
      await expect.poll(() => panel.getByRole('status').innerText()).toContain(download.suggestedFilename())
      return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
    }

    const csv = await save('CSV，图中的数据')
    expect(csv.name).toMatch(/^[^<>:"/\\|?*]+合成数据 \d{4}-\d\d-\d\d\.csv$/)
    const { header, items } = readCsv(csv.text)
    const at = header?.indexOf('数值') ?? -1
    const written = [...items]
      .map((item) => (item.kind === 'record' ? (item.record.fields[at] ?? '') : 'broken'))
      .filter((value) => value !== '')
    const { rows } = await app.readTable('[data-chart="bar"] .tableview')
    const shown = rows.map((row) => (row[2] ?? '').replaceAll(',', '')).filter((value) => /^-?\d/.test(value))
    expect(written.length).toBeGreaterThan(30)
    expect([...written].sort()).toEqual([...shown].sort())

    const svg = await save('SVG，图')
    await save('PNG，图')
    await panel.getByRole('button', { name: '表格，复制' }).press('Enter')
    await expect.poll(() => panel.getByRole('status').innerText()).toContain('已复制')
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      return item ? (await item.getType('text/html')).text() : ''
    })
    expect(html).toContain('evil.example')
    expect(await page.evaluate(() => Reflect.get(globalThis, 'ran') as unknown)).toBeUndefined()

    const opened = await held.app.browser.newPage()
    for (const markup of [svg.text.replace(/^<\?xml.*\?>/, ''), html]) {
      await opened.setContent(`<!doctype html><body>${markup}</body>`)
      await opened.locator('svg, table').first().hover()
      expect(await opened.evaluate(() => Reflect.get(globalThis, 'ran') as unknown)).toBeUndefined()
      expect(await opened.locator('script, iframe, img, [onload], [onerror]').count()).toBe(0)
    }
    // As a document of its own, where no policy holds anything back.
    await opened.goto(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.text)}`)
    expect(await opened.evaluate(() => document.querySelectorAll('text').length)).toBeGreaterThan(40)
    expect(await opened.evaluate(() => Reflect.get(globalThis, 'ran') as unknown)).toBeUndefined()
    await opened.close()
  })
})
