import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { duckdbWasm, duckdbWorker } from '../../src/engine/duckdbAssets.ts'

const require = createRequire(import.meta.url)

it.each([
  ['duckdb-eh.wasm', duckdbWasm],
  ['duckdb-browser-eh.worker.js', duckdbWorker],
])('%s is the published one', (name, { bytes, sha256 }) => {
  const content = readFileSync(require.resolve(`@duckdb/duckdb-wasm/dist/${name}`))
  expect(content.length).toBe(bytes)
  expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
})
