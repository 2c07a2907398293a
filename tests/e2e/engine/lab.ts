import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm'
import { duckdbWasm, duckdbWorker } from '../../../src/engine/duckdbAssets.ts'
import { openDuckdbBrowser } from '../../../src/engine/duckdbBrowser.ts'
import { systemClock } from '../../../src/engine/deadline.ts'
import { download, type Asset } from '../../../src/engine/download.ts'
import type { Engine, QueryOptions } from '../../../src/engine/engine.ts'
import { sha256Hex } from '../../../src/engine/sha256.ts'
import type { Sql } from '../../../src/engine/sql.ts'
import { watchWorker } from '../../../src/engine/workerWatch.ts'

/** What a test may ask of the page; everything that its functions return can leave the page. */
export interface Lab {
  /** Opens an engine under a name; a question without a name goes to `core`. */
  open(options?: OpenOptions): Promise<Opened>
  close(name?: string): Promise<void>
  /** One statement. `abortAfter` milliseconds its caller loses interest. */
  ask(statement: Sql | string, options?: AskOptions): Promise<Answered>
  /** The same by column position. */
  askTable(statement: Sql | string, options?: AskOptions): Promise<AnsweredTable>
  /** Calls off what was asked with this `abortKey`. */
  abort(key: string): void
  /** Everything that engines were told while they opened, in order, one list per start. */
  readonly told: (readonly string[])[]
  /** How many engines were started, rebuilds included. */
  starts(): number
  /** What the page heard of violated policies. */
  readonly violations: string[]
  download(asset: Asset): Promise<Ended>
  /** Longest time in milliseconds for which the page could not react, since the last call. */
  longestPause(): number
  /** Has this many calls wait for a worker that never answers, under our watch; tells how long after its loss the last one was settled. */
  loseWaiting(count: number): Promise<{ readonly settledAfter: number; readonly codes: readonly string[]; readonly withoutWatch: number }>
  /** A database without any fence, asked once. */
  askUnfenced(workerUrl: string, text: string): Promise<Ended>
  sha256(text: string): string
  readonly wasmUrl: string
  readonly workerUrl: string
}

export interface OpenOptions {
  readonly name?: string
  readonly role?: 'core' | 'guest'
  readonly data?: Asset
  /** A folder before the addresses of the engine's files, such as `/fault-404`. */
  readonly wasmUnder?: string
  readonly workerUnder?: string
  readonly gz?: boolean
  readonly fresh?: boolean
}

export interface AskOptions {
  readonly name?: string
  readonly deadline?: number
  readonly abortKey?: string
  readonly abortAfter?: number
}

/** How something ended; all empty when it went well. */
export interface Ended {
  readonly name: string
  readonly code: string
  readonly message: string
}

export interface Opened extends Ended {
  readonly milliseconds: number
  readonly progress: readonly number[]
}

export interface Answered extends Ended {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly milliseconds: number
}

export interface AnsweredTable extends Ended {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

declare global {
  interface Window {
    lab: Lab
  }
}

const fine: Ended = { name: '', code: '', message: '' }

const describeEnd = (error: unknown): Ended => ({
  name: error instanceof Error || error instanceof DOMException ? error.name : typeof error,
  code: error instanceof Error && 'code' in error ? String(error.code) : '',
  message: error instanceof Error || error instanceof DOMException ? error.message : String(error),
})

const engines = new Map<string, Engine>()
const aborts = new Map<string, AbortController>()
const pathOf = (url: string) => new URL(url, location.href).pathname

function engineCalled(name: string): Engine {
  const engine = engines.get(name)
  if (!engine) throw new Error(`no engine called ${name} was opened on this page`)
  return engine
}

function optionsOf({ deadline, abortKey, abortAfter }: AskOptions): QueryOptions {
  const abort = new AbortController()
  if (abortKey !== undefined) aborts.set(abortKey, abort)
  if (abortAfter !== undefined) setTimeout(() => abort.abort(), abortAfter)
  return { signal: abort.signal, ...(deadline !== undefined && { deadline }) }
}

const statementOf = (statement: Sql | string): Sql => (typeof statement === 'string' ? { text: statement, params: [] } : statement)

let lastTick = performance.now()
let worstPause = 0
setInterval(() => {
  const now = performance.now()
  worstPause = Math.max(worstPause, now - lastTick - 10)
  lastTick = now
}, 10)

let starts = 0

const lab: Lab = {
  async open({ name = 'core', role = 'core', data, wasmUnder = '', workerUnder = '', gz = false, fresh = false } = {}) {
    const from = performance.now()
    const progress: number[] = []
    const end = await openDuckdbBrowser({
      wasm: { ...duckdbWasm, url: wasmUnder + lab.wasmUrl, gz },
      workerUrl: workerUnder + lab.workerUrl,
      role,
      fresh,
      onProgress: (part) => progress.push(part),
      onStart(told) {
        starts++
        lab.told.push(told)
      },
      ...(data && { readData: () => download(data) }),
    }).then((engine) => {
      engines.set(name, engine)
      return fine
    }, describeEnd)
    return { ...end, milliseconds: performance.now() - from, progress }
  },
  close: (name = 'core') => engineCalled(name).close(),
  async ask(statement, options = {}) {
    const from = performance.now()
    const rows = await engineCalled(options.name ?? 'core')
      .query(statementOf(statement), optionsOf(options))
      .catch(describeEnd)
    const milliseconds = performance.now() - from
    return Array.isArray(rows) ? { ...fine, rows, milliseconds } : { ...rows, rows: [], milliseconds }
  },
  async askTable(statement, options = {}) {
    const table = await engineCalled(options.name ?? 'core')
      .queryTable(statementOf(statement), optionsOf(options))
      .catch(describeEnd)
    return 'rows' in table ? { ...fine, ...table } : { ...table, columns: [], rows: [] }
  },
  abort: (key) => aborts.get(key)?.abort(),
  told: [],
  starts: () => starts,
  violations: [],
  download: (asset) => download(asset).then(() => fine, describeEnd),
  longestPause() {
    const worst = worstPause
    worstPause = 0
    return worst
  },
  async loseWaiting(count) {
    const worker = new Worker(lab.workerUrl)
    const watch = watchWorker(worker, systemClock)
    const duckdb = new AsyncDuckDB(new VoidLogger(), worker)
    let withoutWatch = 0
    const wait = () => {
      withoutWatch++
      return duckdb.instantiate('/fault-silent/never.js').finally(() => withoutWatch--)
    }
    const ends = Array.from({ length: count }, () => watch.call(wait, 60_000).then(() => fine, describeEnd))
    await new Promise((resolve) => setTimeout(resolve, 30))
    const from = performance.now()
    worker.dispatchEvent(new ErrorEvent('error', { message: 'killed' }))
    const codes = (await Promise.all(ends)).map(({ code }) => code)
    return { settledAfter: performance.now() - from, codes, withoutWatch }
  },
  async askUnfenced(workerUrl, text) {
    const worker = new Worker(workerUrl)
    try {
      const module = new Blob([await download({ ...duckdbWasm, gz: false })], { type: 'application/wasm' })
      const duckdb = new AsyncDuckDB(new VoidLogger(), worker)
      await duckdb.instantiate(URL.createObjectURL(module))
      const connection = await duckdb.connect()
      return await connection.query(text).then(() => fine, describeEnd)
    } finally {
      worker.terminate()
    }
  },
  sha256: (text) => sha256Hex(new TextEncoder().encode(text)),
  wasmUrl: pathOf(duckdbWasm.url),
  workerUrl: pathOf(duckdbWorker.url),
}

document.addEventListener('securitypolicyviolation', (event) => lab.violations.push(`${event.violatedDirective} ${event.blockedURI}`))
window.lab = lab
