import { compileHere } from '../../../src/app/local/compileHere.ts'
import type { AgencyRow } from '../../../src/dataset/tables.ts'
import { duckdbWasm, duckdbWorker } from '../../../src/engine/duckdbAssets.ts'
import { openDuckdbBrowser } from '../../../src/engine/duckdbBrowser.ts'
import { openDuckdbWorkshop } from '../../../src/engine/duckdbWorkshop.ts'
import { keepModule } from '../../../src/engine/engineModule.ts'
import { sql } from '../../../src/engine/sql.ts'

/** Local data as the app compiles them, with times. */
export interface CompilingLab {
  /** `parts` is the address of a JSON file with reports (JSON texts) and agencies. */
  compile(parts: string): Promise<Compiled>
}

export interface Compiled {
  readonly rejects: number
  readonly reports: number
  readonly cells: number
  /** What the engine counts in the compiled file. */
  readonly counted: number
  readonly bytes: number
  readonly compiling: number
  readonly opening: number
  /** Longest time for which the page could not react. */
  readonly longestPause: number
}

declare global {
  interface Window {
    compilingLab: CompilingLab
  }
}

const wasm = keepModule({ ...duckdbWasm, gz: false })
const pauses: number[] = []
new PerformanceObserver((list) => void pauses.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' })

window.compilingLab = {
  async compile(address) {
    const zip = new Uint8Array(await (await fetch('package.zip')).arrayBuffer())
    const { reports, agencies } = (await (await fetch(address)).json()) as { reports: string[]; agencies: AgencyRow[] }
    const packed = reports.map((report) => new TextEncoder().encode(report))
    await wasm()
    await new Promise((resolve) => setTimeout(resolve, 500))
    pauses.length = 0
    const from = performance.now()
    const compiled = await compileHere(
      { zip, catalogue: null, reports: packed, agencies },
      { datasetId: 'lab', published: [], openWorkshop: () => openDuckdbWorkshop({ wasm, workerUrl: duckdbWorker.url }) },
    )
    if ('rejects' in compiled) throw new Error(JSON.stringify(compiled.rejects.slice(0, 3)))
    const compiling = performance.now() - from
    const engine = await openDuckdbBrowser({
      wasm,
      workerUrl: duckdbWorker.url,
      role: 'core',
      readData: () => Promise.resolve(compiled.bytes),
    })
    const [row] = await engine.query(sql`SELECT count(*)::INTEGER AS n FROM d.cells`)
    const opening = performance.now() - from - compiling
    await engine.close()
    const { counts } = compiled.listing.manifest
    return {
      rejects: 0,
      reports: counts.reports,
      cells: counts.cells,
      counted: Number(row?.['n']),
      bytes: compiled.bytes.length,
      compiling,
      opening,
      longestPause: Math.max(0, ...pauses),
    }
  },
}
