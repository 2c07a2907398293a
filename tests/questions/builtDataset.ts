import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDuckdbNode } from '../../src/engine/duckdbNode.ts'
import type { Engine } from '../../src/engine/engine.ts'
import type { Catalogue } from '../../src/indicators/catalogue.ts'
import { readCatalogue } from '../../src/indicators/readCatalogue.ts'
import { buildDataset, type Build } from '../../src/publish.ts'
import type { PublishedFiles } from '../../src/questions/question.ts'

export interface BuiltDataset extends Build {
  readonly folder: string
  readonly engine: Engine
  readonly catalogue: Catalogue
  /** The static API, read from the folder. */
  readonly files: PublishedFiles
  remove(): Promise<void>
}

/** Builds a dataset folder into a temporary one and opens it. @throws {Error} when a row was rejected. */
export async function buildForTest(source: string): Promise<BuiltDataset> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ogi-test-'))
  const build = await buildDataset(source, folder)
  if (build.manifest === null) throw new Error(JSON.stringify(build.read.rejects))
  const engine = await openDuckdbNode({ file: path.join(folder, build.manifest.dataFile) })
  const readJson = (address: string): Promise<unknown> =>
    Promise.resolve().then(() => JSON.parse(readFileSync(path.join(folder, address), 'utf8')) as unknown)
  const catalogue = readCatalogue(await readJson('api/catalogue.json'))
  return {
    ...build,
    folder,
    engine,
    catalogue,
    files: { catalogue, readJson },
    async remove() {
      await engine.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
