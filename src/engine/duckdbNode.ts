import { DuckDBInstance, DuckDBTypeId, type DuckDBConnection, type DuckDBMaterializedResult, type DuckDBValue } from '@duckdb/node-api'
import {
  defaultDeadline,
  EngineError,
  engineErrorOf,
  EngineLost,
  rowsOf,
  safeNumber,
  UnreadableResult,
  type Engine,
  type QueryOptions,
  type RawTable,
} from './engine.ts'
import { rememberPreparations, type Preparations } from './execute.ts'
import { createPool } from './pool.ts'
import type { Sql, SqlValue } from './sql.ts'

/** Answers questions over a compiled dataset, read-only and fenced as in the browser. `file` is the path of a `.duckdb` file. */
export async function openDuckdbNode({ file }: { readonly file: string }): Promise<Engine> {
  const instance = await openInstance()
  const setup = await instance.connect()
  try {
    await setup.run(`ATTACH '${file.replaceAll("'", "''")}' AS d (READ_ONLY)`)
    await setup.run('SET enable_external_access = false')
    await setup.run('SET lock_configuration = true')
  } catch (error) {
    instance.closeSync()
    throw new EngineLost('start', `${file} cannot be opened: ${error instanceof Error ? error.message : String(error)}`, error)
  } finally {
    setup.closeSync()
  }
  return answerWith(instance)
}

/** An engine that may write files: it compiles datasets. */
export interface DuckdbWorkshop extends Engine {
  /** Runs one or more statements as they are; the text is ours, never a reader's. @throws {Error} the engine's own message. */
  run(text: string): Promise<void>
}

/** An empty database in memory that may read and write files. It fetches no extensions. */
export async function openDuckdbWorkshop(): Promise<DuckdbWorkshop> {
  const instance = await openInstance()
  const connection = await instance.connect()
  const engine = answerWith(instance)
  return {
    ...engine,
    async run(text) {
      await connection.run(text)
    },
    async close() {
      connection.closeSync()
      await engine.close()
    },
  }
}

const openInstance = () =>
  DuckDBInstance.create(':memory:', {
    autoload_known_extensions: 'false',
    autoinstall_known_extensions: 'false',
    allow_community_extensions: 'false',
  })

interface Connection {
  readonly duckdb: DuckDBConnection
  readonly preparations: Preparations
}

function answerWith(instance: DuckDBInstance): Engine {
  const closing = new AbortController()
  const running = new Set<Promise<unknown>>()
  const pool = createPool<Connection>(async () => ({ duckdb: await instance.connect(), preparations: rememberPreparations() }), 4)

  async function queryTable(statement: Sql, { signal, deadline = defaultDeadline }: QueryOptions = {}): Promise<RawTable> {
    closing.signal.throwIfAborted()
    const answered = pool.use(
      (connection) => answer(connection, statement, deadline, [closing.signal, ...(signal ? [signal] : [])]),
      signal,
    )
    running.add(answered)
    return answered.finally(() => running.delete(answered))
  }

  return {
    queryTable,
    async query(statement, options) {
      const table = await queryTable(statement, options)
      try {
        return rowsOf(table)
      } catch (error) {
        throw engineErrorOf(statement, error)
      }
    },
    async close() {
      if (closing.signal.aborted) return
      closing.abort(new EngineLost('closed', 'the engine was closed'))
      await Promise.allSettled(running)
      for (const { duckdb } of pool.items()) duckdb.closeSync()
      instance.closeSync()
    },
  }
}

/** One answer, unless one of the signals or the deadline stops it. */
async function answer(
  { duckdb, preparations }: Connection,
  statement: Sql,
  deadline: number,
  signals: readonly AbortSignal[],
): Promise<RawTable> {
  const { before, execute } = preparations.plan(statement)
  let late = false
  const stop = () => duckdb.interrupt()
  const throwIfStopped = () => {
    for (const signal of signals) signal.throwIfAborted()
    if (late) throw new EngineError(statement, 'deadline', `no answer within ${deadline} ms`)
  }
  const timer = setTimeout(() => {
    late = true
    stop()
  }, deadline)
  for (const signal of signals) signal.addEventListener('abort', stop, { once: true })
  try {
    throwIfStopped()
    try {
      for (const text of before) await duckdb.run(text)
    } catch (error) {
      preparations.forget(statement)
      throw error
    }
    throwIfStopped()
    return await readTable(await duckdb.run(execute))
  } catch (error) {
    throwIfStopped()
    throw engineErrorOf(statement, error)
  } finally {
    clearTimeout(timer)
    for (const signal of signals) signal.removeEventListener('abort', stop)
  }
}

async function readTable(result: DuckDBMaterializedResult): Promise<RawTable> {
  const columns = result.columnNames()
  const read = columns.map((name, i) => readerOf(result.columnTypeId(i), name))
  const rows = await result.getRows()
  return { columns, rows: rows.map((row) => read.map((readCell, i) => readCell(row[i] ?? null))) }
}

/** How a cell of this type becomes a plain value; as the browser does it. */
function readerOf(type: DuckDBTypeId, column: string): (value: DuckDBValue) => SqlValue {
  switch (type) {
    case DuckDBTypeId.SQLNULL:
      return () => null
    case DuckDBTypeId.BOOLEAN:
    case DuckDBTypeId.TINYINT:
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.UTINYINT:
    case DuckDBTypeId.USMALLINT:
    case DuckDBTypeId.UINTEGER:
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DOUBLE:
    case DuckDBTypeId.VARCHAR:
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.UBIGINT:
      return (value) => plainValue(value, column)
    case DuckDBTypeId.HUGEINT:
      return (value) => plainValue(value, column)
    case DuckDBTypeId.DECIMAL:
      return (value) => (value === null ? null : Number(String(value)))
    default:
      throw new UnreadableResult('type', `${column} is of type ${DuckDBTypeId[type]}: cast it to text or a number in the statement`)
  }
}

function plainValue(value: DuckDBValue, column: string): SqlValue {
  if (typeof value === 'bigint') return safeNumber(value, column)
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  throw new UnreadableResult('type', `${column} holds something that is neither text nor number`)
}
