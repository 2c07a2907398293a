import { openDuckdbBrowser, type BrowserEngineOptions } from '../../../src/engine/duckdbBrowser.ts'
import { duckdbWasm, duckdbWorker } from '../../../src/engine/duckdbAssets.ts'
import { download, type Asset } from '../../../src/engine/download.ts'
import type { Engine, QueryOptions } from '../../../src/engine/engine.ts'
import { literal } from '../../../src/engine/literal.ts'
import { sql } from '../../../src/engine/sql.ts'

/** What a test may ask of the page; everything that it returns can leave the page. */
export interface Lab {
  /** The engine that was opened last. */
  engine: Engine
  /** Opens an engine and keeps it as `engine`; the others stay open. */
  open(options?: OpenOptions): Promise<Opened>
  sql: typeof sql
  literal: typeof literal
  download: typeof download
  /** One statement without values, with the engine opened last. */
  ask(text: string, options?: QueryOptions): Promise<Answered>
  /** How something ended, in a form that can leave the page. */
  ended(work: Promise<unknown>): Promise<Ended>
  /** Everything that engines were told while they opened, in order, one list per start. */
  told: (readonly string[])[]
  /** Every worker that an engine ran in. */
  workers: Worker[]
  /** What the page heard of violated policies. */
  violations: string[]
  readonly wasm: Asset
}

export interface OpenOptions {
  readonly role?: 'core' | 'guest'
  readonly data?: Asset
  readonly wasm?: Partial<Asset>
  readonly workerUrl?: string
  readonly fresh?: boolean
}

export interface Opened extends Ended {
  readonly milliseconds: number
  readonly progress: readonly number[]
}

export interface Ended {
  readonly name: string
  readonly code: string
  readonly message: string
}

export interface Answered extends Ended {
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly milliseconds: number
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

const lab: Lab = {
  engine: { query: notOpened, queryTable: notOpened, close: async () => undefined },
  async open({ role = 'core', data, wasm, workerUrl = duckdbWorker.url, fresh = false } = {}) {
    const from = performance.now()
    const progress: number[] = []
    const options: BrowserEngineOptions = {
      wasm: { ...duckdbWasm, gz: false, ...wasm },
      workerUrl,
      role,
      fresh,
      onProgress: (part) => progress.push(part),
      onStart(worker, told) {
        lab.workers.push(worker)
        lab.told.push(told)
      },
      ...(data && { readData: () => download(data) }),
    }
    const end = await openDuckdbBrowser(options).then((engine) => {
      lab.engine = engine
      return fine
    }, describeEnd)
    return { ...end, milliseconds: performance.now() - from, progress }
  },
  sql,
  literal,
  download,
  async ask(text, options) {
    const from = performance.now()
    const rows = await lab.engine.query({ text, params: [] }, options).catch(describeEnd)
    const milliseconds = performance.now() - from
    return Array.isArray(rows) ? { ...fine, rows, milliseconds } : { ...rows, rows: [], milliseconds }
  },
  ended: (work) => work.then(() => fine, describeEnd),
  told: [],
  workers: [],
  violations: [],
  wasm: duckdbWasm,
}

async function notOpened(): Promise<never> {
  throw new Error('no engine was opened on this page')
}

document.addEventListener('securitypolicyviolation', (event) => lab.violations.push(`${event.violatedDirective} ${event.blockedURI}`))
window.lab = lab
