import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url'
import { wasmMagic, type Asset } from './download.ts'

/** The engine's WebAssembly, version 1.32.0 of the package. Its build has a packed copy beside it. */
export const duckdbWasm: Asset = {
  url: wasmUrl,
  bytes: 34_242_586,
  sha256: '4c221bfa59c11f24dbd750e70c90b9252eca6eec5633936e6a2ec766e55fd879',
  magic: wasmMagic,
  gz: import.meta.env.PROD,
}

/** The script of the engine's worker; it needs its own Content-Security-Policy. */
export const duckdbWorker = {
  url: workerUrl,
  bytes: 772_759,
  sha256: 'f8ab72b6b90b3ad83077d47426d4a99d5d9a4c7e07cba1a2be37d655adc7c1ab',
} as const
