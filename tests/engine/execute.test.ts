import { describe, expect, it } from 'vitest'
import { rememberPreparations } from '../../src/engine/execute.ts'
import { sql } from '../../src/engine/sql.ts'

describe('a statement is prepared once per connection and executed with its values', () => {
  it('so only the values are sent the second time', () => {
    const preparations = rememberPreparations()
    const ask = (year: number, name: string) => preparations.plan(sql`SELECT * FROM d.reports WHERE year = ${year} AND name = ${name}`)
    expect(ask(2019, "O'Hara")).toEqual({
      before: ['PREPARE q1 AS\nSELECT * FROM d.reports WHERE year = ? AND name = ?'],
      execute: "EXECUTE q1(2019, 'O''Hara')",
    })
    expect(ask(2020, '')).toEqual({ before: [], execute: "EXECUTE q1(2020, '')" })
    expect(preparations.plan(sql`SELECT 1`)).toEqual({ before: ['PREPARE q2 AS\nSELECT 1'], execute: 'EXECUTE q2' })
  })

  it('and again when it could not be prepared', () => {
    const preparations = rememberPreparations()
    preparations.plan(sql`SELECT 1`)
    preparations.forget(sql`SELECT 1`)
    expect(preparations.plan(sql`SELECT 1`).before).toEqual(['PREPARE q2 AS\nSELECT 1'])
  })

  it('while the oldest is closed when there are many', () => {
    const preparations = rememberPreparations()
    for (let i = 1; i <= 64; i++) preparations.plan({ text: `SELECT ${i}`, params: [] })
    expect(preparations.plan(sql`SELECT 65`).before).toEqual(['DEALLOCATE q1', 'PREPARE q65 AS\nSELECT 65'])
    expect(preparations.plan(sql`SELECT 2`).before).toEqual([])
  })

  it('unless a reader sends one without values', () => {
    expect(rememberPreparations({ plainDirectly: true }).plan(sql`CREATE TABLE t (i INTEGER)`)).toEqual({
      before: [],
      execute: 'CREATE TABLE t (i INTEGER)',
    })
  })
})

describe('nothing is sent', () => {
  const plan = (text: string, params: readonly number[] = []) => rememberPreparations().plan({ text, params })

  it('of a statement that is too long', () => {
    expect(() => plan(`SELECT '${'x'.repeat(100_000)}'`)).toThrow(expect.objectContaining({ code: 'too_long' }))
  })

  it('of a value that cannot be written', () => {
    expect(() => plan('SELECT ?', [NaN])).toThrow(expect.objectContaining({ name: 'EngineError', code: 'value' }))
  })

  it.each([
    'SELECT 1; SELECT 2',
    "SELECT ''';'; SELECT 2",
    'SELECT 1 -- a\n; SELECT 2',
    'SELECT 1 /* a */ ; /* b */ SELECT 2',
    'SELECT $$a$$; SELECT 2',
  ])('of two: %s', (text) => {
    expect(() => plan(text)).toThrow('one statement at a time')
  })

  it.each(["SELECT ';x'", 'SELECT ";x"', 'SELECT 1 -- ; x', 'SELECT 1 /* ; x */', 'SELECT $a$ ; x $a$', 'SELECT 1;', 'SELECT 1 ; -- end'])(
    'but one is one: %s',
    (text) => {
      expect(plan(text).execute).toBe('EXECUTE q1')
    },
  )
})
