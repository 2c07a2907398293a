import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Engine } from '../../src/engine/engine.ts'
import { sql, type SqlValue } from '../../src/engine/sql.ts'

/** What every engine promises, over a dataset that holds `reportsTable`. A new engine adds its name where this is called. */
export function describeEngine(name: string, open: () => Promise<Engine>): void {
  describe(name, () => {
    let engine: Engine
    beforeAll(async () => void (engine = await open()), 60_000)
    afterAll(() => engine.close())

    it('answers over the dataset that stands under d', async () => {
      const statement = sql`SELECT year, sum(requests_new)::DOUBLE AS requests FROM d.reports WHERE agency_id IN (${['yinchuan-kjj', 'hongze-gov']})
        GROUP BY year HAVING year >= ${2019} ORDER BY year`
      expect(await engine.query(statement)).toEqual([
        { year: 2019, requests: 40 },
        { year: 2020, requests: 60 },
      ])
    })

    it('returns counts, sums and decimals as plain numbers', async () => {
      const statement = sql`SELECT count(*) AS n, sum(year) AS total, 1.5::DECIMAL(9, 2) AS half, 1234.5678::DECIMAL(9, 4) AS fine FROM d.reports`
      expect(await engine.query(statement)).toEqual([{ n: 12, total: 24222, half: 1.5, fine: 1234.5678 }])
    })

    it('reads a decimal by its digits, as written', async () => {
      const statement = sql`SELECT 2.8::DECIMAL(14, 4) AS a, 0.48::DECIMAL(14, 4) AS b, -1109.12::DECIMAL(14, 4) AS c, 62.4::DECIMAL(5, 1)::DOUBLE AS d,
        sum(i) AS total, sum(i::DECIMAL(9, 2) * 0.1) AS parts FROM (VALUES (1), (2), (-7)) AS t(i)`
      expect(await engine.query(statement)).toEqual([{ a: 2.8, b: 0.48, c: -1109.12, d: 62.4, total: -4, parts: -0.4 }])
    })

    it('knows null, true, false and text', async () => {
      expect(await engine.query(sql`SELECT NULL AS nothing, true AS yes, false AS no, '北京' AS text`)).toEqual([
        { nothing: null, yes: true, no: false, text: '北京' },
      ])
    })

    it('gives 2^53 - 1 as it is and refuses to round 2^53 + 1', async () => {
      expect(await engine.query(sql`SELECT 9007199254740991 AS n`)).toEqual([{ n: 9007199254740991 }])
      await expect(engine.query(sql`SELECT 9007199254740993 AS n`)).rejects.toMatchObject({ name: 'EngineError', code: 'number' })
      await expect(engine.query(sql`SELECT sum(i) AS n FROM (VALUES (9007199254740991), (2)) AS t(i)`)).rejects.toMatchObject({
        code: 'number',
      })
    })

    it.each([
      "DATE '2020-02-29'",
      "TIME '10:00'",
      "TIMESTAMP '2020-02-29 10:00:00'",
      'INTERVAL 1 DAY',
      '[1, 2]',
      "{'a': 1}",
      "'a'::BLOB",
      "'a'::ENUM ('a')",
    ])('refuses %s, which has no plain form, and takes it as text', async (expression) => {
      const bare = { text: `SELECT ${expression} AS it`, params: [] }
      await expect(engine.query(bare)).rejects.toMatchObject({ name: 'EngineError', code: 'type' })
      const asText = await engine.query({ text: `SELECT (${expression})::VARCHAR AS it`, params: [] })
      expect(typeof asText[0]?.['it']).toBe('string')
    })

    it('keeps values apart from the statement, so a quote is only a quote', async () => {
      const values: readonly SqlValue[] = [
        "O'Hara; DROP TABLE d.reports --",
        '"',
        '\\',
        '/* */',
        '\n',
        '😀',
        '',
        0,
        -1.5,
        0.30000000000000004,
        0.38334235658349125,
        0.012463937789193413,
        5e-324,
        2 ** 52,
        true,
        null,
      ]
      for (const value of values) expect(await engine.query(sql`SELECT ${value} AS it`)).toEqual([{ it: value }])
    })

    it.each([
      [NaN, 'NaN'],
      [-Infinity, '-Infinity'],
      ['a\0b', 'NUL'],
      ['half \ud83d', 'surrogate'],
    ])('refuses the value %j, which would not arrive as it was', async (value, word) => {
      await expect(engine.query(sql`SELECT ${value} AS it`)).rejects.toMatchObject({
        name: 'EngineError',
        code: 'value',
        message: expect.stringContaining(word),
      })
    })

    it('finds nothing for no ids, one for one, and all among a thousand', async () => {
      const find = async (ids: readonly string[]) =>
        (await engine.query(sql`SELECT report_id FROM d.reports WHERE report_id IN (${ids})`)).length
      expect(await find([])).toBe(0)
      expect(await find(['lingwu-kjj-2019'])).toBe(1)
      expect(await find(['lingwu-kjj-2019', ...Array.from({ length: 999 }, (_, i) => `nobody-${i}`)])).toBe(1)
    })

    it('says which statement was refused, and why', async () => {
      const statement = sql`SELECT 1 FROM d.nowhere`
      await expect(engine.query(statement)).rejects.toMatchObject({
        name: 'EngineError',
        code: 'refused',
        statement,
        message: expect.stringContaining('nowhere'),
      })
      await expect(engine.query(sql`SELECT 1 +`)).rejects.toMatchObject({
        code: 'refused',
        message: expect.stringMatching(/^Parser Error: syntax error/),
      })
    })

    it('keeps columns whose names repeat or are __proto__, by position', async () => {
      const statement = sql`SELECT 1 AS a, 2 AS a, 3 AS "__proto__"`
      expect(await engine.queryTable(statement)).toEqual({ columns: ['a', 'a', '__proto__'], rows: [[1, 2, 3]] })
      await expect(engine.query(statement)).rejects.toMatchObject({ code: 'type', message: 'two columns are called a' })
      const [row] = await engine.query(sql`SELECT 3 AS "__proto__", 4 AS b`)
      expect(Object.entries(row ?? {})).toEqual([
        ['__proto__', 3],
        ['b', 4],
      ])
    })

    it('names the columns of an answer without rows', async () => {
      expect(await engine.queryTable(sql`SELECT year, agency_id FROM d.reports WHERE false`)).toEqual({
        columns: ['year', 'agency_id'],
        rows: [],
      })
    })

    it.each(['SELECT 1 AS n; SELECT 2 AS n', 'SELECT 1 AS n;; DROP TABLE d.reports', "SELECT ';' AS n; -- and then\nSELECT 2"])(
      'takes one statement at a time: %j',
      async (text) => {
        await expect(engine.query({ text, params: [] })).rejects.toMatchObject({ name: 'EngineError', code: 'refused' })
      },
    )

    it('takes a semicolon in a text, in a comment or at the end for what it is', async () => {
      expect(
        await engine.query(sql`SELECT 'a;b' AS "x;y" -- and; then
        /* more; */ ;`),
      ).toEqual([{ 'x;y': 'a;b' }])
    })

    it('refuses a statement longer than 100,000 characters before it is planned', async () => {
      const text = `SELECT ${Array.from({ length: 40_000 }, () => '1').join(' + ')} AS n`
      await expect(engine.query({ text, params: [] })).rejects.toMatchObject({ name: 'EngineError', code: 'too_long' })
    })

    it.each([
      'INSERT INTO d.reports VALUES (1)',
      'UPDATE d.reports SET year = 2000',
      'DELETE FROM d.reports',
      "COPY d.reports TO 'stolen.csv'",
      "FROM 'other.csv'",
      "SELECT * FROM read_csv('https://example.org/a.csv')",
      "ATTACH 'other.duckdb' AS other",
      'SET threads = 1',
    ])('refuses %s', async (text) => {
      await expect(engine.query({ text, params: [] })).rejects.toMatchObject({
        name: 'EngineError',
        code: expect.stringMatching(/refused|extension/),
      })
      expect(await engine.query(sql`SELECT count(*) AS n FROM d.reports`)).toEqual([{ n: 12 }])
    })

    const endless = sql`WITH RECURSIVE steps AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM steps) SELECT max(i) AS n FROM steps`

    it('stops what nobody waits for any longer', async () => {
      const abort = new AbortController()
      const asked = engine.query(endless, { signal: abort.signal })
      setTimeout(() => abort.abort(), 100)
      await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
      expect(await engine.query(sql`SELECT 1 AS n`)).toEqual([{ n: 1 }])
    })

    it('asks nothing for a signal that was aborted before', async () => {
      await expect(engine.query(sql`SELECT 1 AS n`, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
    })

    it('stops what misses its deadline, and goes on', async () => {
      const from = performance.now()
      await expect(engine.query(endless, { deadline: 300 })).rejects.toMatchObject({ name: 'EngineError', code: 'deadline' })
      expect(performance.now() - from).toBeLessThan(1300)
      expect(await engine.query(sql`SELECT 1 AS n`)).toEqual([{ n: 1 }])
    })

    it('gives 100 right answers to 100 questions asked at once', async () => {
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, i) => engine.query(sql`SELECT ${i} AS i, count(*) AS n FROM d.reports`)),
      )
      expect(answers).toEqual(Array.from({ length: 100 }, (_, i) => [{ i, n: 12 }]))
    })

    it('keeps more statements apart than it keeps prepared', async () => {
      for (let round = 0; round < 2; round++) {
        for (let i = 0; i < 70; i++)
          expect(await engine.query({ text: `SELECT ${i} + ? AS n`, params: [round] })).toEqual([{ n: i + round }])
      }
    })
  })

  describe(`${name}, closed`, () => {
    it('rejects what waits and what comes', async () => {
      const engine = await open()
      const waiting = engine.query(sql`SELECT count(*) AS n FROM range(100000000) WHERE range % 7 = 3`)
      const settled = waiting.then(
        () => 'answered',
        (error: unknown) => (error instanceof Error ? error.name : 'other'),
      )
      await engine.close()
      expect(await settled).toMatch(/^Engine(Lost|Error)$|^answered$/)
      await expect(engine.query(sql`SELECT 1 AS n`)).rejects.toMatchObject({ name: 'EngineLost', code: 'closed' })
      await engine.close()
    }, 60_000)
  })
}
