import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { builtSite } from '../sourceFiles.ts'
import { expectNoAxeFindings, useApp } from './openApp.ts'

/* The data page, served under a sub-path and a plain-HTTP host name; its links and examples are tried as they stand on it. */

const run = promisify(execFile)
const published = path.join(builtSite, 'data/china-ogi')
const readPublished = (file: string): string => readFileSync(path.join(published, file), 'utf8')
/** The host name of the tests is known to the browser alone. */
const here = (text: string): string => text.replaceAll('ogi.intranet.test', 'localhost')

describe('the data page', () => {
  const held = useApp({ from: 'intranet', base: '/portal/ogi/', lateEngine: true })

  it('names files and addresses that answer where it is served, and examples that run', async () => {
    const opened = await held.app.openPage('?page=data&indicator=disclosed_items_total&prose=1')
    await opened.waitReady()
    const { page } = opened
    const folder = `${held.app.address}data/china-ogi/`
    await expect.poll(() => page.locator('#indicators a[download]').count()).toBeGreaterThan(280)
    const links = await page.locator('#files a, #api a').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))
    expect(links).toEqual(
      expect.arrayContaining([
        `${held.app.address}datasets.json`,
        `${folder}dataset.zip`,
        `${folder}api/indicators/disclosed_items_total.csv`,
        `${folder}api/indicators.json`,
      ]),
    )
    for (const link of new Set(links)) expect((await fetch(here(link), { method: 'HEAD' })).status, link).toBe(200)
    const [first] = (await (await fetch(here(`${held.app.address}datasets.json`))).json()) as readonly object[]
    expect(Object.keys(first ?? {})).toEqual(['id', 'title', 'synthetic', 'manifest'])
    expect(first).toMatchObject({ id: 'china-ogi', manifest: 'data/china-ogi/manifest.json' })
    const packed = unzipSync(new Uint8Array(await (await fetch(here(`${folder}dataset.zip`))).arrayBuffer()))
    expect(Object.keys(packed)).toEqual(expect.arrayContaining(['datapackage.json', 'cells.csv', 'reports.csv', 'agencies.csv']))

    const scratch = mkdtempSync(path.join(tmpdir(), 'ogi-test-'))
    const example = page.locator('[data-example] pre')
    await run('sh', ['-c', here(await example.innerText())], { cwd: scratch })
    expect(readFileSync(path.join(scratch, 'disclosed_items_total.csv'), 'utf8')).toBe(
      readPublished('api/indicators/disclosed_items_total.csv'),
    )
    rmSync(scratch, { recursive: true })
    await page.getByRole('button', { name: 'Python（标准库）' }).click()
    const { stdout } = await run('python3', ['-c', here(await example.innerText())])
    const rows = JSON.parse(readPublished('api/indicators/disclosed_items_total.json')) as {
      evidence: string | null
      value: number | null
    }[]
    const tables = rows.filter(({ evidence }) => evidence === null || evidence === 'A')
    expect(stdout.trim()).toBe(`${tables.filter(({ value }) => value !== null).length} of ${tables.length} rows have a number`)

    // Every row of the file stands in the table, this many being few enough.
    expect(Number(await page.locator('#rows').getAttribute('data-rows'))).toBe(rows.length)
    expect(await page.locator('#rows tbody tr').count()).toBe(rows.length)

    // No clipboard under plain HTTP: the text is selected instead, and that is said.
    await page
      .locator('#cite')
      .getByRole('button', { name: /GB\/T 7714/ })
      .click()
    const cited = await page.locator('#cite pre').first().innerText()
    expect(cited).toContain(`${held.app.address}?page=data`)
    expect(await page.evaluate(() => window.getSelection()?.toString())).toBe(cited)
    expect(await page.locator('#cite .copyhead').first().innerText()).toContain('Ctrl+C')
    await expectNoAxeFindings(opened)
  })

  it('keeps a narrow page free of sideways scrolling, and its dictionary open to the keyboard', async () => {
    const opened = await held.app.openPage('?page=data', { lang: 'en', theme: 'care', width: 390, height: 844 })
    await opened.waitReady()
    const { page } = opened
    for (const summary of await page.locator('.leaf summary').all()) {
      await summary.focus()
      await page.keyboard.press('Enter')
    }
    expect(await page.locator('.leaf[open]').count()).toBe(10)
    const names = await page.locator('.leaf th[scope="row"] code').allInnerTexts()
    expect(names).toEqual(expect.arrayContaining(['source_sha256', 'not_in_form', 'y2021', 'natural_person', 'aggregate', '≥']))
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
    await expectNoAxeFindings(opened)
  })
})
