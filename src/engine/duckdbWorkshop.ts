import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm'
import { throwIfAborted } from './abort.ts'
import { readBatches } from './arrowRows.ts'
import { systemClock } from './deadline.ts'
import { instantiate } from './duckdbBrowser.ts'
import { engineErrorOf, EngineLost, rowsOf, type QueryOptions, type RawTable } from './engine.ts'
import type { ReadModule } from './engineModule.ts'
import { rememberPreparations } from './execute.ts'
import type { Sql } from './sql.ts'
import { watchWorker } from './workerWatch.ts'
import type { BrowserWorkshop } from './workshop.ts'

export interface BrowserWorkshopOptions {
  readonly wasm: ReadModule
  readonly workerUrl: string
  /** Ends the worker at once. */
  readonly signal?: AbortSignal
}

/** Milliseconds that one step of a workshop may take: it works behind the page, and nothing of the page waits for its worker. */
const longestStep = 600_000

/**
 * Opens an empty workshop. Nothing in it outlives `close`.
 * @throws {DownloadError} when the engine cannot be had as it was built.
 * @throws {EngineLost} when it does not get ready or its worker is gone; every later call says so too.
 */
export async function openDuckdbWorkshop({ wasm, workerUrl, signal }: BrowserWorkshopOptions): Promise<BrowserWorkshop> {
  const module = await wasm(signal ? { signal } : {})
  throwIfAborted(signal)
  const worker = new Worker(workerUrl)
  const watch = watchWorker(worker, systemClock)
  const end = (): void => watch.lose(new EngineLost('closed', 'the workshop was closed'))
  signal?.addEventListener('abort', end, { once: true })
  const duckdb = new AsyncDuckDB(new VoidLogger(), worker)
  const step = <T>(work: () => Promise<T>): Promise<T> => watch.call(work, longestStep)
  try {
    await step(() => instantiate(duckdb, module))
    await step(() => duckdb.open({ filesystem: { forceFullHTTPReads: false } }))
    const connection = await step(() => duckdb.connect())
    const preparations = rememberPreparations()
    const run = async (text: string): Promise<void> => void (await step(() => connection.query(text)))
    await run('SET autoload_known_extensions = false')
    await run('SET autoinstall_known_extensions = false')
    await run('SET allow_community_extensions = false')
    await run(`SET memory_limit = '1GB'`)

    const queryTable = async (statement: Sql, options: QueryOptions = {}): Promise<RawTable> => {
      throwIfAborted(options.signal)
      const { before, execute } = preparations.plan(statement)
      try {
        for (const text of before) await run(text)
        const { schema, batches } = await step(() => connection.query(execute))
        return readBatches(schema.fields, batches)
      } catch (error) {
        preparations.forget(statement)
        throw engineErrorOf(statement, error)
      }
    }
    return {
      run,
      queryTable,
      query: async (statement, options) => rowsOf(await queryTable(statement, options)),
      putFile: (name, bytes) => step(() => duckdb.registerFileBuffer(name, bytes)),
      takeFile: async (name) => (await step(() => duckdb.copyFileToBuffer(name))) as Uint8Array<ArrayBuffer>,
      close: () => Promise.resolve(end()),
    }
  } catch (error) {
    end()
    throw error instanceof EngineLost ? error : new EngineLost('start', error instanceof Error ? error.message : String(error), error)
  }
}
