import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { times } from './counts.ts'
import { openLab, type OpenedLab } from './openLab.ts'

let lab: OpenedLab
let page: Page
beforeAll(async () => {
  lab = await openLab()
  page = await lab.newPage()
}, 60_000)
afterAll(() => lab.close())

describe('E39: a damaged dataset is found before the first question', () => {
  it('wherever one byte was flipped', async () => {
    const count = times(20, 500)
    const fine: number[] = []
    for (let i = 0; i < count; i++) {
      const at = i === 0 ? 0 : Math.floor((i * 7919 * 13) % lab.data.bytes)
      const { name, code } = await page.evaluate((asset) => window.lab.download(asset), {
        ...lab.data,
        url: `/fault-flip-at-${at}${lab.data.url}`,
      })
      if (name !== 'DownloadError' || code !== 'hash') fine.push(at)
    }
    expect(fine).toEqual([])
  })

  it.each([
    ['cut', 'DownloadError', 'length'],
    ['longer', 'DownloadError', 'length'],
    ['flip', 'DownloadError', 'hash'],
    ['html', 'DownloadError', 'length'],
    ['404', 'DownloadError', 'status'],
  ])('when it is answered with %s, no engine opens', async (fault, name, code) => {
    const data = { ...lab.data, url: `/fault-${fault}${lab.data.url}` }
    expect(await page.evaluate((asset) => window.lab.open({ data: asset }), data)).toMatchObject({ name, code })
    expect(await page.evaluate(() => window.lab.starts())).toBe(0)
  })

  it('and what is no dataset at all is refused by the engine, in time', async () => {
    const text = '<!doctype html>'
    const sha256 = await page.evaluate((content) => window.lab.sha256(content), text)
    await page.route('**/not-a-dataset', (route) => route.fulfill({ body: text }))
    const opened = await page.evaluate((asset) => window.lab.open({ data: asset }), { url: '/not-a-dataset', bytes: text.length, sha256 })
    expect(opened).toMatchObject({ name: 'EngineLost', code: 'start', message: expect.stringContaining('ATTACH') })
    expect(opened.milliseconds).toBeLessThan(15_000)
  })
})
