import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { useApp, type AppPage } from './openApp.ts'

/** A4 in points, and the margins of print.css less a little for what rounding does. */
const paper = { width: 595, height: 842 } as const
const margin = 12 * (72 / 25.4) - 1.5

interface PrintedText {
  readonly text: string
  readonly from: number
  readonly to: number
  readonly bottom: number
}

interface PrintedSheet {
  readonly width: number
  readonly height: number
  readonly texts: readonly PrintedText[]
}

/** The sheets that the browser prints, with the place of every text, read back from the file. */
async function printSheets(app: AppPage): Promise<readonly PrintedSheet[]> {
  const data = new Uint8Array(await app.page.pdf({ preferCSSPageSize: true }))
  const task = getDocument({ data, useSystemFonts: true })
  const printed = await task.promise
  const sheets: PrintedSheet[] = []
  for (let number = 1; number <= printed.numPages; number += 1) {
    const page = await printed.getPage(number)
    const [, , width = 0, height = 0] = page.view
    const { items } = await page.getTextContent()
    const texts = items.flatMap((item): PrintedText[] => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [across = 0, , , , x = 0, y = 0] = item.transform as number[]
      // A text that is turned has its length upwards.
      return [{ text: item.str, from: x, to: across === 0 ? x : x + item.width, bottom: y }]
    })
    sheets.push({ width, height, texts })
  }
  await task.destroy()
  return sheets
}

const joined = ({ texts }: PrintedSheet): string =>
  texts
    .map(({ text }) => text)
    .join('')
    // The file may name a character by the radical that looks like it.
    .normalize('NFKC')
    .replace(/\s/g, '')

/** What of a page is printed, said of every one: A4, nothing at or over the margins, head on the first sheet, foot on each. */
function expectFitForPaper(sheets: readonly PrintedSheet[], said: readonly string[], most: number): void {
  expect(sheets.length).toBeGreaterThan(0)
  expect(sheets.length).toBeLessThanOrEqual(most)
  const first = sheets[0]
  for (const text of said) expect(first && joined(first)).toContain(text.normalize('NFKC'))
  sheets.forEach((sheet, at) => {
    expect([Math.round(sheet.width), Math.round(sheet.height)]).toEqual([paper.width, paper.height])
    const outside = sheet.texts.filter(
      ({ from, to, bottom }) => from < margin || to > paper.width - margin || bottom < 0 || bottom > paper.height,
    )
    expect(outside).toEqual([])
    expect(joined(sheet)).toMatch(/(数据哈希|datahash)[0-9a-f]{16}/)
    expect(joined(sheet)).toMatch(/of=[0-9a-f]{8}/)
    expect(joined(sheet)).toContain(`${at + 1}/${sheets.length}`)
  })
}

const long = process.env['OGI_LONG'] === '1'

/** Address, what the first sheet says, how many sheets at most. */
const usual = [
  ['?data=demo-city', ['总览', '合成数据', '机关：全部42个', '年份：2014', '空白：照原样'], 6],
  ['?page=compare&data=demo-city&lang=en&theme=dark', ['Compare', 'syntheticdata', 'Indicator:', 'Bodies:all42'], 5],
  ['?print=brief&data=demo-city', ['督查简报', '合成数据，不是真实年报', '收录年报', '未收录'], 4],
] as const
/** Every other page, in the long form. */
const others = [
  ['?page=requests', ['依申请公开', '证据：只看表格'], 8],
  ['?page=agency&print=brief&agencies=lingwu-kjj&lang=en', ['Supervisionbrief', '灵武市科学技术局'], 4],
  ['?page=channels&data=demo-city', ['公开渠道'], 12],
  ['?page=staffing&data=demo-city', ['机构人员'], 12],
  ['?page=checks&data=demo-city', ['核查', '结果：不一致'], 12],
  ['?page=report', ['年报'], 12],
  ['?page=methods', ['口径'], 80],
  ['?page=data', ['数据'], 40],
  ['?page=import', ['导入'], 4],
] as const

describe('on paper', () => {
  const held = useApp({ lateEngine: true })

  it.each(usual)('prints %s to A4 with nothing cut, a head and a foot', async (address, said, most) => {
    const app = await held.app.openPage(address)
    await app.waitReady()
    await app.page.locator('.panel').first().waitFor()
    if (address.includes('brief')) await app.page.locator('[data-section="findings"]').waitFor()
    expectFitForPaper(await printSheets(app), said, most)
  })

  it.for(others)('prints %s to A4', async ([address, said, most], { skip }) => {
    skip(!long, 'on paper, pages that share every rule with those above belong to the long form')
    const app = await held.app.openPage(address)
    await app.waitReady()
    expectFitForPaper(await printSheets(app), said, most)
  })
})
