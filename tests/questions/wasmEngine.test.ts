import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import * as duckdb from '@duckdb/duckdb-wasm/blocking'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rememberPreparations } from '../../src/engine/execute.ts'
import { rowsOf, type RawRow } from '../../src/engine/engine.ts'
import type { Sql } from '../../src/engine/sql.ts'
import { compareAgencies } from '../../src/questions/compareAgencies.ts'
import { countValues } from '../../src/questions/countValues.ts'
import { coverReports } from '../../src/questions/coverReports.ts'
import { indicatorComparison } from '../../src/questions/defaultAnswers.ts'
import { listFigures } from '../../src/questions/listFigures.ts'
import { ask, type Params, type Question } from '../../src/questions/question.ts'
import { readReport } from '../../src/questions/readReport.ts'
import { buildForTest, type BuiltDataset } from './builtDataset.ts'

let built: BuiltDataset
let wasm: { query(statement: Sql): RawRow[] }
beforeAll(async () => {
  built = await buildForTest('tests/datasets/small')
  wasm = await openWasm(readFileSync(path.join(built.folder, 'dataset.duckdb')))
}, 120_000)
afterAll(() => built.remove())

/** The package that the browser uses, without a worker: the same engine reads the same file. */
async function openWasm(bytes: Uint8Array) {
  const file = createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm')
  const bundle = { mainModule: file, mainWorker: '' }
  const database = await duckdb.createDuckDB({ mvp: bundle, eh: bundle }, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME)
  await database.instantiate(() => {})
  database.open({ query: { castDecimalToDouble: true } })
  const connection = database.connect()
  for (const setting of ['autoload_known_extensions', 'autoinstall_known_extensions']) connection.query(`SET ${setting} = false`)
  database.registerFileBuffer('dataset.duckdb', new Uint8Array(bytes))
  connection.query("ATTACH 'dataset.duckdb' AS d (READ_ONLY)")
  connection.query('SET enable_external_access = false')
  const preparations = rememberPreparations()
  return {
    query(statement: Sql): RawRow[] {
      const { before, execute } = preparations.plan(statement)
      for (const text of before) connection.query(text)
      const table = connection.query(execute)
      const columns = table.schema.fields.map((field) => field.name)
      const rows = Array.from({ length: table.numRows }, (_, row) =>
        columns.map((_name, at): RawRow[string] => {
          const value: unknown = table.getChildAt(at)?.get(row)
          if (value === null || typeof value === 'string' || typeof value === 'number') return value
          throw new Error(`${columns[at]} is of a type that questions must cast: ${typeof value}`)
        }),
      )
      return rowsOf({ columns, rows })
    },
  }
}

describe('DuckDB-WASM without extensions gives the rows that DuckDB in Node gives', () => {
  async function compareEngines<P extends Params, Row>(question: Question<P, Row>, params: P) {
    const { engine, catalogue } = built
    const rows = wasm.query(question.sql(params, catalogue)).map((raw) => question.row(raw))
    expect(rows).toEqual(await ask(engine, question, params, catalogue))
    expect(rows.length).toBeGreaterThan(0)
  }

  it('reads the compiled file and answers every question', async () => {
    await compareEngines(countValues, {})
    await compareEngines(coverReports, { agencies: null, years: [2017, 2023] })
    await compareEngines(coverReports, { agencies: ['yi-ju'], years: [2019, 2019] })
    await compareEngines(listFigures, { agency: 'jia-ju' })
    await compareEngines(readReport, { report: 'yi-ju-2018' })
  })

  // All of them in the long run; each statement is planned anew, which takes its time.
  it('works out indicators of every kind', async () => {
    const every = process.env.OGI_LONG === '1' ? 1 : 10
    for (const [i, { id, type }] of built.catalogue.indicators.entries()) {
      if (type === 'text' || i % every !== 0) continue
      await compareEngines(compareAgencies, { ...indicatorComparison(id, [2018, 2022], true), blanksAsZero: i % 4 === 0 })
    }
  }, 60_000)
})
