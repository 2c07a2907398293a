import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { times } from './counts.ts'
import { openLab, type Cell, type OpenedLab } from './openLab.ts'

/** Numbers as reports print them, and some that no report would: up to 14 digits, four of them decimals. */
function makeCells(count: number): readonly Cell[] {
  let state = 12345
  const next = () => (state = (state * 1103515245 + 12345) % 2 ** 31)
  return Array.from({ length: count }, (_, i) => {
    const digits = (next() % 9) + 1
    const decimal = ((next() % 10 ** digits) - (i % 3 === 0 ? 10 ** (digits - 1) : 0)) / 10 ** (i % 5)
    const whole = (next() % 2 ** 21) * 2 ** 31 + next()
    return [Number(decimal.toFixed(4)), i % 2 ? whole : -whole, `第${next() % 1000}号`]
  })
}

const cells = makeCells(times(20_000, 100_000))
let lab: OpenedLab
let page: Page
beforeAll(async () => {
  lab = await openLab({ cells })
  page = await lab.newPage()
  await page.evaluate((data) => window.lab.open({ data }), lab.data)
}, 60_000)
afterAll(() => lab.close())

describe('E23: numbers arrive as they were written', () => {
  it('cell by cell', async () => {
    const { rows } = await page.evaluate(() => window.lab.askTable('SELECT decimal_value, whole_value, text_value FROM d.cells ORDER BY i'))
    expect(rows.length).toBe(cells.length)
    expect(rows.filter((row, i) => row.some((value, column) => value !== cells[i]?.[column]))).toEqual([])
  })

  it('as doubles cast in the statement, which is how questions ask', async () => {
    const { rows } = await page.evaluate(() => window.lab.askTable('SELECT decimal_value::DOUBLE FROM d.cells ORDER BY i'))
    expect(rows.filter(([value], i) => value !== cells[i]?.[0])).toEqual([])
  })

  it('as sums', async () => {
    const { rows } = await page.evaluate(() =>
      window.lab.ask('SELECT sum(i) AS total, sum(decimal_value) AS decimals, count(*) AS n FROM d.cells'),
    )
    const total = cells.reduce((sum, _, i) => sum + i, 0)
    const tenThousandths = cells.reduce((sum, [decimal]) => sum + BigInt(Math.round(decimal * 10_000)), 0n)
    expect(rows).toEqual([{ total, decimals: Number(`${tenThousandths}e-4`), n: cells.length }])
  })
})

describe('E24: a whole number is right or refused', () => {
  it.each([
    ['9007199254740991', ''],
    ['-9007199254740991', ''],
    ['9007199254740993', 'number'],
    ['18446744073709551615::UBIGINT', 'number'],
  ])('%s', async (number, code) => {
    const { rows, code: ended } = await page.evaluate((text) => window.lab.ask(text), `SELECT ${number} AS n`)
    expect(ended).toBe(code)
    if (code === '') expect(rows).toEqual([{ n: Number(number) }])
  })
})

describe('E25: dates cast to text are the same everywhere', () => {
  const text = `SELECT DATE '2020-03-29'::VARCHAR AS day, TIMESTAMP '2020-03-29 02:30:00'::VARCHAR AS moment,
    (DATE '2020-01-31' + INTERVAL 1 MONTH)::VARCHAR AS later, strftime(DATE '2018-12-31', '%Y年%m月%d日') AS said, TIME '08:00'::VARCHAR AS clock`
  const zones = ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati', 'Europe/Berlin', 'Asia/Kathmandu', 'UTC'].slice(0, times(2, 6))

  it.each(zones)('in %s, with a clock five years slow', async (timezoneId) => {
    const elsewhere = await lab.newPage({
      timezoneId,
      async beforeLoad(opened) {
        await opened.addInitScript(() => {
          const now = Date.now
          Date.now = () => now() - 5 * 365 * 86_400_000
        })
      },
    })
    await elsewhere.evaluate(() => window.lab.open())
    expect(await elsewhere.evaluate((statement) => window.lab.ask(statement), text)).toMatchObject({
      rows: [{ day: '2020-03-29', moment: '2020-03-29 02:30:00', later: '2020-02-29 00:00:00', said: '2018年12月31日', clock: '08:00:00' }],
    })
    await elsewhere.context().close()
  })
})

describe('E26: columns may be called anything', () => {
  it('when they are read by position', async () => {
    const names = ['a', 'a', '__proto__', 'constructor', 'hasOwnProperty', '', 'toJSON', '😀']
    const text = `SELECT ${names.map((name, i) => `${i} AS "${name || ' '}"`).join(', ')}`
    const { columns, rows } = await page.evaluate((statement) => window.lab.askTable(statement), text)
    expect(columns).toEqual(names.map((name) => name || ' '))
    expect(rows).toEqual([names.map((_, i) => i)])
  })
})
