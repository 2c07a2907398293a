import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDuckdbNode, openDuckdbWorkshop } from '../../src/engine/duckdbNode.ts'
import { sql } from '../../src/engine/sql.ts'
import { describeEngine } from './engineContract.ts'
import { reportsTable } from './reportsTable.ts'

const folder = mkdtempSync(join(tmpdir(), 'engine-'))
const file = join(folder, "it's.duckdb")

beforeAll(async () => {
  const workshop = await openDuckdbWorkshop()
  await workshop.run(`ATTACH '${file.replaceAll("'", "''")}' AS d (STORAGE_VERSION 'v1.0.0'); ${reportsTable}; CHECKPOINT d; DETACH d`)
  await workshop.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

describeEngine('DuckDB in Node', () => openDuckdbNode({ file }))

describe('opening in Node', () => {
  it('says which file cannot be opened', async () => {
    await expect(openDuckdbNode({ file: join(folder, 'nothing.duckdb') })).rejects.toMatchObject({
      name: 'EngineLost',
      code: 'start',
      message: expect.stringContaining('nothing.duckdb'),
    })
  })
})

describe('the workshop', () => {
  it('runs several statements and answers over what they made', async () => {
    const workshop = await openDuckdbWorkshop()
    await workshop.run('CREATE TABLE t AS SELECT range AS i FROM range(5); INSERT INTO t VALUES (10)')
    expect(await workshop.query(sql`SELECT sum(i)::INTEGER AS total FROM t WHERE i > ${2}`)).toEqual([{ total: 17 }])
    await expect(workshop.run('CREATE TABLE t (i INTEGER)')).rejects.toThrow('already exists')
    await workshop.close()
  })
})
