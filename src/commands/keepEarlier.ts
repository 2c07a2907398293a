import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chooseEarlier, packEarlier, type EarlierVersion, type PublishedRow } from '../dataset/earlierValues.ts'
import { readManifest, type Manifest } from '../dataset/manifest.ts'

/** Lays the values of versions published before beside what is published now, and lists them. @throws {Error} when they stand in `out` itself. */
export function keepEarlier(before: string | null, out: string, dataSha256: string): EarlierVersion[] {
  if (before === null || !existsSync(path.join(before, 'manifest.json'))) return []
  if (path.resolve(before) === path.resolve(out)) throw new Error(`${before} cannot be published over itself`)
  const manifest = readManifestBefore(before)
  if (manifest === null) return []
  const versions = chooseEarlier(manifest, dataSha256)
  for (const { dataSha256: hash, folder } of versions) {
    const target = path.join(out, folder)
    if (hash === manifest.dataSha256) writeVersion(path.join(before, 'api', 'indicators'), target)
    else cpSync(path.join(before, folder), target, { recursive: true, filter: (file) => !/\.(gz|br)$/.test(file) })
  }
  return versions.filter(({ folder }) => existsSync(path.join(out, folder)))
}

/** The manifest of what was published before; null where it was published in a way that is not understood any longer. */
function readManifestBefore(before: string): Manifest | null {
  try {
    return readManifest(JSON.parse(readFileSync(path.join(before, 'manifest.json'), 'utf8')))
  } catch (error) {
    console.error(`The version published before cannot be read, so its values are not kept: ${String(error)}`)
    return null
  }
}

/** Keeps the values of the indicator files in a folder. */
function writeVersion(indicators: string, target: string): void {
  const files = readdirSync(indicators).filter((name) => name.endsWith('.json'))
  const values = files.map((name): [string, PublishedRow[]] => [
    name.slice(0, -'.json'.length),
    JSON.parse(readFileSync(path.join(indicators, name), 'utf8')) as PublishedRow[],
  ])
  for (const [address, text] of packEarlier(values)) {
    const file = path.join(target, address)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}
