import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isLong, times } from './counts.ts'
import { openLab, type OpenedLab } from './openLab.ts'
import { freezeRenderers, rendererMegabytes } from './renderers.ts'

let lab: OpenedLab
let page: Page
beforeAll(async () => {
  lab = await openLab()
  page = await lab.newPage()
  await page.evaluate((data) => window.lab.open({ data }), lab.data)
}, 60_000)
afterAll(() => lab.close())

const starts = () => page.evaluate(() => window.lab.starts())

/** Ends the engine's worker as a fault of its own would: with an error that nothing in it catches. Workers of earlier tests may still be listed. */
async function killWorker(): Promise<void> {
  const fail = () =>
    void setTimeout(() => {
      throw new Error('killed')
    }, 0)
  await Promise.all(page.workers().map((worker) => worker.evaluate(fail).catch(() => undefined)))
}

describe('E10: when a worker is lost, nothing waits for it any longer', () => {
  it('rejects up to 20 waiting calls at once, each time', async () => {
    for (let i = 0; i < times(3, 200); i++) {
      const count = 1 + ((i * 7) % 20)
      const { settledAfter, codes, withoutWatch } = await page.evaluate((calls) => window.lab.loseWaiting(calls), count)
      expect(settledAfter).toBeLessThan(100)
      expect(codes).toEqual(Array.from({ length: count }, () => 'stopped'))
      // The package itself still waits: the watch is what settled them.
      expect(withoutWatch).toBe(count)
    }
  })
})

describe('E11: a lost engine is rebuilt once, and what was asked of it is asked again', () => {
  it('answers everything that was in flight, soon', async () => {
    const waits: number[] = []
    for (let i = 0; i < times(3, 200); i++) {
      const before = await starts()
      const count = 1 + ((i * 7) % 20)
      const asked = page.evaluate(async (calls) => {
        let firstAt = 0
        const answers = await Promise.all(
          Array.from({ length: calls }, async (_, n) => {
            // The first is long enough to be still in flight when the worker dies, however fast the machine.
            const size = n === 0 ? 400_000_000 : 25_000_000
            const answer = await window.lab.ask(
              { text: `SELECT count(*) + ? AS n FROM range(${size}) WHERE range % 5 = 0`, params: [n] },
              { deadline: 30_000 },
            )
            firstAt ||= Date.now()
            return answer
          }),
        )
        return { answers, firstAt }
      }, count)
      await new Promise((resolve) => setTimeout(resolve, 40))
      await killWorker()
      const killedAt = Date.now()
      const { answers, firstAt } = await asked
      waits.push(firstAt - killedAt)
      expect(answers.map(({ rows }) => rows)).toEqual(
        Array.from({ length: count }, (_, n) => [{ n: (n === 0 ? 80_000_000 : 5_000_000) + n }]),
      )
      expect((await starts()) - before).toBe(1)
    }
    waits.sort((a, b) => a - b)
    expect(waits[Math.floor(waits.length * 0.95)]).toBeLessThan(isLong ? 3000 : 6000)
  })

  it('rebuilds for the next question when nothing was in flight', async () => {
    const before = await starts()
    await killWorker()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await page.evaluate(() => window.lab.ask('SELECT count(*) AS n FROM d.reports'))).toMatchObject({ rows: [{ n: 12 }] })
    expect((await starts()) - before).toBe(1)
  })
})

describe('E12: an instance that broke is never asked again', () => {
  const killers = [
    "SELECT length(repeat('x', 3000000000)) AS n",
    "SELECT length(lpad('x', 2000000000, 'y')) AS n",
    'SELECT len(list_resize([1], 1500000000)) AS n',
    'SELECT len(range(1500000000)) AS n',
    "SELECT length(array_to_string(list_resize(['x'], 50000000, 'x'), repeat('y', 100))) AS n",
    "SELECT length(printf('%2000000000d', 1)) AS n",
    `SELECT ${'('.repeat(20_000)}1${')'.repeat(20_000)} AS n`,
    `SELECT ${'-(-('.repeat(5_000)}1${'))'.repeat(5_000)} AS n`,
    `SELECT ${'abs('.repeat(9_000)}1${')'.repeat(9_000)} AS n`,
  ]
  it.each(killers.map((text) => [text.slice(0, 60), text]))('%s', async (_, text) => {
    const before = await starts()
    const end = await page.evaluate((statement) => window.lab.ask(statement, { deadline: 1500 }), text)
    expect(end).toMatchObject({
      name: expect.stringMatching(/^Engine(Error|Lost)$/),
      code: expect.stringMatching(/^(trap|deadline|memory|refused)$/),
    })
    // Whatever it was, the next question is answered, and the statement was not asked a second time.
    expect(
      await page.evaluate(() => window.lab.ask("SELECT count(*) AS n, min(year) AS first, upper('x') AS text FROM d.reports")),
    ).toMatchObject({
      rows: [{ n: 12, first: 2017, text: 'X' }],
    })
    expect((await starts()) - before).toBeLessThanOrEqual(1)
  })

  it('holds for questions asked beside the one that broke it', async () => {
    const [broken, ...others] = await page.evaluate(() =>
      [
        window.lab.ask("SELECT length(repeat('x', 3000000000)) AS n", { deadline: 3000 }),
        ...Array.from({ length: 10 }, (_, i) => window.lab.ask({ text: 'SELECT count(*) + ? AS n FROM d.reports', params: [i] })),
      ].reduce(async (all, one) => [...(await all), await one], Promise.resolve<Awaited<ReturnType<typeof window.lab.ask>>[]>([])),
    )
    expect(broken).toMatchObject({ name: 'EngineLost' })
    expect(others.map(({ rows }) => rows)).toEqual(Array.from({ length: 10 }, (_, i) => [{ n: 12 + i }]))
  })
})

describe('E13: a tab that was frozen in mid-query gets its answer', () => {
  it('though the deadline passed meanwhile', async () => {
    for (let i = 0; i < times(1, 20); i++) {
      const asked = page.evaluate(() =>
        window.lab.ask('SELECT count(*) AS n FROM range(150000000) WHERE range % 3 = 0', { deadline: 3500 }),
      )
      await new Promise((resolve) => setTimeout(resolve, 300))
      await freezeRenderers(lab.browser, isLong ? 60_000 : 5000)
      const answer = await asked
      expect(answer).toMatchObject({ name: '', rows: [{ n: 50_000_000 }] })
      // The freeze did happen in the middle.
      expect(answer.milliseconds).toBeGreaterThan(isLong ? 60_000 : 5000)
    }
  })
})

describe('E14: memory comes back when an engine is rebuilt', () => {
  it(
    'after questions and losses in any order',
    async () => {
      const heap = async () => {
        const session = await page.context().newCDPSession(page)
        await session.send('HeapProfiler.collectGarbage')
        const { usedSize } = await session.send('Runtime.getHeapUsage')
        await session.detach()
        return usedSize / 2 ** 20
      }
      const settle = async () => {
        await killWorker()
        await page.evaluate(() => window.lab.ask('SELECT 1 AS n'))
        return { renderer: await rendererMegabytes(lab.browser), heap: await heap() }
      }
      const before = await settle()
      const until = performance.now() + (isLong ? 3_600_000 : 6000)
      for (let i = 0; performance.now() < until; i++) {
        const many = 100_000 + ((i * 37_123) % 900_000)
        await page.evaluate((rows) => window.lab.ask(`SELECT count(DISTINCT md5(range::VARCHAR)) AS n FROM range(${rows})`), many)
        if (i % 7 === 6) await killWorker()
      }
      const after = await settle()
      expect(after.renderer - before.renderer).toBeLessThan(150)
      expect(after.heap - before.heap).toBeLessThan(20)
    },
    isLong ? 3_900_000 : 60_000,
  )
})

describe('E15: running out of memory is a sentence, not an end', () => {
  it('names the limit and goes on', async () => {
    const before = await starts()
    const end = await page.evaluate(() =>
      window.lab.ask('SELECT count(*) AS n FROM (SELECT DISTINCT md5(range::VARCHAR) AS m FROM range(50000000))', { deadline: 60_000 }),
    )
    expect(end).toMatchObject({ name: 'EngineError', code: 'memory', message: expect.stringMatching(/488\.2 MiB|512/) })
    expect(await page.evaluate(() => window.lab.ask('SELECT count(*) AS n FROM d.reports'))).toMatchObject({ rows: [{ n: 12 }] })
    expect(await starts()).toBe(before)
  })
})
