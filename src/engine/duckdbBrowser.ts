import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection } from '@duckdb/duckdb-wasm'
import { reasonOf, throwIfAborted } from './abort.ts'
import { readBatches, type ArrowBatch, type ArrowField } from './arrowRows.ts'
import { setDeadline, systemClock, type Clock } from './deadline.ts'
import type { Asset } from './download.ts'
import { defaultDeadline, EngineError, engineErrorOf, EngineLost, rowsOf, type Engine, type QueryOptions, type RawTable } from './engine.ts'
import { fetchModule, type ReadModule } from './engineModule.ts'
import { rememberPreparations, type Preparations } from './execute.ts'
import { createPool } from './pool.ts'
import type { Sql } from './sql.ts'
import { watchWorker, type WorkerWatch } from './workerWatch.ts'

export interface BrowserEngineOptions {
  /** Where the engine is fetched from, or how it is had by whoever keeps it for several engines. */
  readonly wasm: Asset | ReadModule
  readonly workerUrl: string
  /** `core` answers what our own code asks over the published dataset; `guest` may ask anything and may die. */
  readonly role: 'core' | 'guest'
  /**
   * The bytes of a compiled dataset, checked by whoever reads them (`download`). They are read once, while the engine is fetched,
   * and kept, so that a rebuilt engine has them again. Without it there is no schema `d`.
   */
  readonly readData?: () => Promise<Uint8Array>
  /** How much of the engine has arrived, from 0 to 1; the dataset reports its own progress. */
  readonly onProgress?: (part: number) => void
  /** Past the browser's cache: for a retry. */
  readonly fresh?: boolean
  readonly signal?: AbortSignal
  readonly clock?: Clock
  /** Called whenever an engine got ready, rebuilt ones included, with the statements that it was told while it opened, in order. */
  readonly onStart?: (told: readonly string[]) => void
}

/** Milliseconds that each step of starting may take once the bytes are there. */
const startDeadline = 15_000

/** Milliseconds that a statement has to stop after it was told to; then the worker is ended. */
const stopDeadline = 800

const poolSize = 4

const memoryLimit = { core: '512MB', guest: '1GB' } as const

/**
 * DuckDB in a worker, fenced: it has no network, reads nothing but the dataset that it was opened with, and cannot be told otherwise.
 * When its worker is lost it is rebuilt at the next question, once per loss, and reads that lost it through no fault of theirs are asked again.
 * @throws {DownloadError} when the engine or the data cannot be had as they were built.
 * @throws {EngineLost} `start` when it does not get ready; calling again is the retry.
 */
export async function openDuckdbBrowser(options: BrowserEngineOptions): Promise<Engine> {
  const clock = options.clock ?? systemClock
  const readModule = typeof options.wasm === 'function' ? options.wasm : fetchModule(options.wasm)
  const [module, data] = await Promise.all([
    readModule({
      clock,
      onProgress: (part) => options.onProgress?.(part),
      fresh: options.fresh ?? false,
      ...(options.signal && { signal: options.signal }),
    }),
    options.readData?.(),
  ])
  const start = () => startInstance(module, data, options, clock)
  return keepAlive(start, await start())
}

/** One worker with one engine in it. */
interface Instance {
  ask(statement: Sql, options: QueryOptions): Promise<RawTable>
  readonly watch: WorkerWatch
}

/** The start of one instance after another. */
interface Generation {
  readonly instance: Promise<Instance>
  failed: boolean
}

/** Gives every question a living instance, and asks once more what was lost with one that died. */
function keepAlive(start: () => Promise<Instance>, first: Instance): Engine {
  let current: Generation = { instance: Promise.resolve(first), failed: false }
  let closed = false

  function begin(): Generation {
    const instance = start()
    const generation: Generation = { instance, failed: false }
    // Each question that waits for it is told; on its own it is not a second error.
    instance.catch(() => void (generation.failed = true))
    return generation
  }

  /** The instance at hand, or the one after it: whoever first finds it lost starts the next, the others wait for the same. */
  async function livingInstance(): Promise<Instance> {
    if (closed) throw new EngineLost('closed', 'the engine was closed')
    if (current.failed) current = begin()
    const seen = current
    const instance = await seen.instance
    if (closed) throw new EngineLost('closed', 'the engine was closed')
    if (!instance.watch.lost()) return instance
    if (current === seen) current = begin()
    return current.instance
  }

  async function queryTable(statement: Sql, options: QueryOptions = {}): Promise<RawTable> {
    for (let attempt = 1; ; attempt++) {
      throwIfAborted(options.signal)
      const instance = await orAbort(livingInstance(), options.signal)
      try {
        return await orAbort(instance.ask(statement, options), options.signal)
      } catch (error) {
        const mayRepeat = error instanceof EngineLost && error.code === 'stopped' && attempt === 1
        if (!mayRepeat) throw error
      }
    }
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
      closed = true
      const instance = await current.instance.catch(() => undefined)
      instance?.watch.lose(new EngineLost('closed', 'the engine was closed'))
    },
  }
}

async function startInstance(module: Blob, data: Uint8Array | undefined, options: BrowserEngineOptions, clock: Clock): Promise<Instance> {
  const worker = new Worker(options.workerUrl)
  const watch = watchWorker(worker, clock)
  const duckdb = new AsyncDuckDB(new VoidLogger(), worker)
  const told: string[] = []
  let step = ''
  const take = <T>(name: string, work: () => Promise<T>): Promise<T> => {
    step = name
    return watch.call(work, startDeadline)
  }
  try {
    await take('instantiate', () => instantiate(duckdb, module))
    await take('open', () => duckdb.open({ filesystem: { forceFullHTTPReads: false } }))
    const connection = await take('connect', () => duckdb.connect())
    const tell = (text: string) => {
      told.push(text)
      return take(text, () => connection.query(text))
    }
    await tell('SET autoload_known_extensions = false')
    await tell('SET autoinstall_known_extensions = false')
    await tell('SET allow_community_extensions = false')
    await tell(`SET memory_limit = '${memoryLimit[options.role]}'`)
    if (data) {
      // The bytes given to the worker are gone from here, so it gets a copy.
      await take('register the dataset', () => duckdb.registerFileBuffer('dataset.duckdb', data.slice()))
      await tell("ATTACH 'dataset.duckdb' AS d (READ_ONLY)")
    }
    await tell('SET enable_external_access = false')
    await tell('SET lock_configuration = true')
    await take('close the first connection', () => connection.close())
  } catch (error) {
    const lost = new EngineLost('start', `${step}: ${error instanceof Error ? error.message : String(error)}`, error)
    watch.lose(lost)
    throw lost
  }
  options.onStart?.(told)
  const connect = async () => ({
    duckdb: await watch.call(() => duckdb.connect(), startDeadline),
    preparations: rememberPreparations({ plainDirectly: options.role === 'guest' }),
  })
  const pool = createPool<Connection>(connect, poolSize)
  return {
    watch,
    ask: (statement, asked) => pool.use((connection) => answer(connection, watch, clock, statement, asked), asked.signal),
  }
}

/** Hands the engine's code to its worker, which has no network. */
export async function instantiate(duckdb: AsyncDuckDB, module: Blob): Promise<void> {
  const url = URL.createObjectURL(module)
  try {
    await duckdb.instantiate(url)
  } finally {
    URL.revokeObjectURL(url)
  }
}

interface Connection {
  readonly duckdb: AsyncDuckDBConnection
  readonly preparations: Preparations
}

async function answer(
  { duckdb, preparations }: Connection,
  watch: WorkerWatch,
  clock: Clock,
  statement: Sql,
  { signal, deadline = defaultDeadline }: QueryOptions,
): Promise<RawTable> {
  const { before, execute } = preparations.plan(statement)
  const longest = deadline + stopDeadline
  let late = false
  const stop = () => {
    // Whether it stopped shows in the statement itself, and a worker that does not even answer this misses the statement's deadline.
    watch.call(() => duckdb.cancelSent(), longest).catch(() => undefined)
  }
  const miss = () => {
    late = true
    stop()
  }
  const throwIfStopped = () => {
    throwIfAborted(signal)
    if (late) throw new EngineError(statement, 'deadline', `no answer within ${deadline} ms`)
  }
  throwIfStopped()
  const callOff = setDeadline(deadline, miss, clock)
  signal?.addEventListener('abort', stop, { once: true })
  try {
    try {
      for (const text of before) await watch.call(() => send(duckdb, text), longest)
    } catch (error) {
      preparations.forget(statement)
      throw error
    }
    throwIfStopped()
    const { fields, batches } = await watch.call(() => send(duckdb, execute), longest)
    return readBatches(fields, batches)
  } catch (error) {
    if (late && error instanceof EngineLost) throw new EngineLost('deadline', `no answer within ${deadline} ms`, error)
    if (!(error instanceof EngineLost)) throwIfStopped()
    throw engineErrorOf(statement, readableError(error))
  } finally {
    callOff()
    signal?.removeEventListener('abort', stop)
  }
}

interface Sent {
  readonly fields: readonly ArrowField[]
  readonly batches: readonly ArrowBatch[]
}

/** Only what was sent can be stopped: `query` would block the worker until it ends, and every other connection with it. */
async function send(duckdb: AsyncDuckDBConnection, text: string): Promise<Sent> {
  const reader = await duckdb.send(text)
  await reader.open()
  const fields: readonly ArrowField[] = reader.schema.fields
  const batches: ArrowBatch[] = []
  for await (const batch of reader) batches.push(batch)
  return { fields, batches }
}

/** The engine tells of some errors as JSON: this is what the others look like. */
function readableError(error: unknown): unknown {
  if (!(error instanceof Error) || !error.message.startsWith('{"exception_type"')) return error
  const told: unknown = JSON.parse(error.message)
  if (typeof told !== 'object' || told === null || !('exception_type' in told) || !('exception_message' in told)) return error
  return new Error(`${String(told.exception_type)} Error: ${String(told.exception_message)}`, { cause: error })
}

/** The promise, or the reason why nobody waits for it any longer. */
function orAbort<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise
  return new Promise<T>((resolve, reject) => {
    const leave = () => reject(reasonOf(signal))
    signal.addEventListener('abort', leave, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
