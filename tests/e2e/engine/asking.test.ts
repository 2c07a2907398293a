import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SqlValue } from '../../../src/engine/sql.ts'
import { times } from './counts.ts'
import { openLab, type OpenedLab } from './openLab.ts'

let lab: OpenedLab
let page: Page
beforeAll(async () => {
  lab = await openLab()
  page = await lab.newPage()
  await page.evaluate((data) => window.lab.open({ data }), lab.data)
}, 60_000)
afterAll(() => lab.close())

describe('E16: what runs away is stopped, and disturbs nobody', () => {
  const endless = 'WITH RECURSIVE steps AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM steps) SELECT max(i) AS n FROM steps'
  const huge = 'SELECT count(*) AS n FROM range(60000) a, range(60000) b'
  const huger = 'SELECT count(*) AS n FROM range(600000) a, range(600000) b WHERE hash(a.range) > hash(b.range)'

  it.each([endless, huge, huger])('%s', async (text) => {
    const deadline = 2000
    await page.evaluate(() => window.lab.longestPause())
    const { runaway, others } = await page.evaluate(
      async ([statement, limit]) => {
        const running = window.lab.ask(statement, { deadline: limit })
        const answered: number[] = []
        const still = { running: true }
        void running.then(() => (still.running = false))
        while (still.running) {
          const { rows, milliseconds } = await window.lab.ask('SELECT count(*) AS n FROM d.reports')
          if (rows[0]?.['n'] === 12) answered.push(milliseconds)
        }
        return { runaway: await running, others: answered }
      },
      [text, deadline] as const,
    )
    expect(runaway.name === '' || runaway.code === 'deadline').toBe(true)
    expect(runaway.milliseconds).toBeLessThan(deadline + 1000)
    expect(others.length).toBeGreaterThan(0)
    expect(Math.max(...others)).toBeLessThan(deadline)
    expect(await page.evaluate(() => window.lab.longestPause())).toBeLessThan(100)
  })

  it('stops within a second of an abort, without losing the engine', async () => {
    const before = await page.evaluate(() => window.lab.starts())
    const { name, milliseconds } = await page.evaluate((text) => window.lab.ask(text, { abortAfter: 300 }), endless)
    expect(name).toBe('AbortError')
    expect(milliseconds).toBeLessThan(1300)
    // All four connections are free again: four questions at once are answered, each in its turn.
    const answers = await page.evaluate(() => Promise.all(Array.from({ length: 8 }, () => window.lab.ask('SELECT 1 AS n'))))
    expect(answers.map(({ rows }) => rows)).toEqual(Array.from({ length: 8 }, () => [{ n: 1 }]))
    expect(await page.evaluate(() => window.lab.starts())).toBe(before)
  })

  it('frees every connection after more aborts than there are connections', async () => {
    const before = await page.evaluate(() => window.lab.starts())
    for (let i = 0; i < 3; i++) {
      await page.evaluate(
        (text) => Promise.all(Array.from({ length: 6 }, (_, n) => window.lab.ask(text, { abortAfter: 50 + 20 * n }))),
        endless,
      )
    }
    expect(await page.evaluate(() => window.lab.ask('SELECT 1 AS n'))).toMatchObject({ rows: [{ n: 1 }] })
    expect(await page.evaluate(() => window.lab.starts())).toBe(before)
  })
})

describe('E17: values arrive as they are', () => {
  it('equals a filter in plain JS, for random texts and numbers', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 }).filter((value) => !value.includes('\0'))
    const nasty = fc.constantFrom(
      "'",
      "''",
      "\\'",
      '"',
      '--',
      '/*',
      '*/',
      '$1',
      '?',
      ';',
      '\n',
      '\r\n',
      '\u2028',
      '％',
      '😀',
      '‮',
      '{b}',
      'NULL',
      '0',
      ' ',
      '',
    )
    const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.maxSafeInteger())
    const value: fc.Arbitrary<SqlValue> = fc.oneof(
      text,
      fc.array(fc.oneof(text, nasty), { maxLength: 4 }).map((parts) => parts.join('')),
      number,
      fc.boolean(),
    )
    const values = fc.sample(value, { numRuns: times(200, 10_000), seed: 7 })
    for (let from = 0; from < values.length; from += 50) {
      const asked = values.slice(from, from + 50)
      const { rows, message } = await page.evaluate(
        (params) => window.lab.askTable({ text: `SELECT ${params.map(() => '?').join(', ')}`, params }),
        asked,
      )
      expect(message).toBe('')
      // DuckDB has no negative zero in its integers, and none is ever a figure.
      expect(rows).toEqual([asked.map((one) => (Object.is(one, -0) ? 0 : one))])
    }
    const texts = [...new Set(values.filter((one) => typeof one === 'string'))].slice(0, 100)
    const found = await page.evaluate(async (all) => {
      const list = all.map(() => '(?)').join(', ')
      const answers = await Promise.all(
        all.map((one) => window.lab.ask({ text: `SELECT count(*) AS n FROM (VALUES ${list}) AS t(x) WHERE x = ?`, params: [...all, one] })),
      )
      return answers.map(({ rows }) => rows[0]?.['n'])
    }, texts)
    expect(found).toEqual(texts.map(() => 1))
  })
})

describe('E19: one statement per connection at a time', () => {
  it('answers 100 questions at once, each rightly', async () => {
    const found = await page.evaluate(() =>
      Promise.all(
        Array.from({ length: 100 }, (_, i) => window.lab.ask({ text: 'SELECT sum(range) + ? AS n FROM range(1000)', params: [i] })),
      ),
    )
    expect(found.map(({ rows }) => rows[0]?.['n'])).toEqual(Array.from({ length: 100 }, (_, i) => 499_500 + i))
  })

  it('lets a small question pass a large one', async () => {
    const [large, small] = await page.evaluate(async () => {
      const one = window.lab.ask('SELECT count(*) AS n FROM range(300000000) WHERE range % 7 = 0', { deadline: 30_000 })
      const other = await window.lab.ask('SELECT 1 AS n')
      return [await one, other]
    })
    expect(large).toMatchObject({ name: '' })
    expect(small.milliseconds).toBeLessThan(large.milliseconds / 2)
  })
})

describe('E21: a long statement ends in time, too', () => {
  it.each([
    [
      'a sum of 500 terms',
      `SELECT ${Array.from({ length: 500 }, (_, i) => `(requests_new + ${i})`).join(' + ')} AS n FROM d.reports LIMIT 1`,
    ],
    ['2,000 unions', Array.from({ length: 2000 }, (_, i) => `SELECT ${i} AS n`).join(' UNION ALL ')],
  ])('%s', async (_, text) => {
    const end = await page.evaluate((statement) => window.lab.ask(statement), text)
    expect(end.name === '' || ['deadline', 'refused'].includes(end.code)).toBe(true)
    expect(end.milliseconds).toBeLessThan(11_000)
    expect(await page.evaluate(() => window.lab.ask('SELECT 1 AS n'))).toMatchObject({ rows: [{ n: 1 }] })
  })
})

describe('E22: of questions that follow each other quickly only the last is answered', () => {
  it('while those before it are called off', async () => {
    const before = await page.evaluate(() => window.lab.starts())
    const ends = await page.evaluate(async (changes) => {
      const asked = []
      for (let i = 0; i < changes; i++) {
        const rows = 1_000_000 + ((i * 7919) % 17) * 3_000_000
        asked.push(
          window.lab.ask(
            { text: `SELECT count(*) + ? AS n FROM range(${rows}) WHERE range < 1`, params: [i] },
            { abortKey: `change ${i}` },
          ),
        )
        window.lab.abort(`change ${i - 1}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      return Promise.all(asked)
    }, 100)
    expect(ends.at(-1)).toMatchObject({ rows: [{ n: 100 }] })
    for (const [i, end] of ends.slice(0, -1).entries()) {
      if (end.name === '') expect(end.rows).toEqual([{ n: i + 1 }])
      else expect(end.name).toBe('AbortError')
    }
    expect(ends.filter(({ name }) => name === 'AbortError').length).toBeGreaterThan(10)
    expect(await page.evaluate(() => window.lab.starts())).toBe(before)
  })
})
