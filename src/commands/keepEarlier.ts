import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { DataVersion } from '../dataset/dataVersion.ts'
import { chooseEarlier, earlierFolder, packEarlier, type EarlierVersion, type PublishedRow } from '../dataset/earlierValues.ts'
import { readManifest, type Manifest } from '../dataset/manifest.ts'

/** What is known of the versions before the one that is published. */
export interface KeptVersions {
  readonly earlier: EarlierVersion[]
  /** What older builds called the figures of today. */
  readonly formerSha256: string[]
}

/**
 * Lays the values of versions published before beside what is published now, and lists them; the files of the indicators of now stand
 * in `out` already. @throws {Error} when the versions before stand in `out` themselves.
 */
export function keepEarlier(before: string | null, out: string, now: DataVersion): KeptVersions {
  if (before === null || !existsSync(path.join(before, 'manifest.json'))) return { earlier: [], formerSha256: [] }
  if (path.resolve(before) === path.resolve(out)) throw new Error(`${before} cannot be published over itself`)
  const manifest = readManifestBefore(before)
  if (manifest === null) return { earlier: [], formerSha256: [] }
  const formerSha256 = findFormer(manifest, now, () => hasSameFigures(before, out))
  const versions = chooseEarlier(manifest, { ...now, formerSha256 })
  for (const { folder } of versions) {
    const target = path.join(out, folder)
    if (folder === earlierFolder(manifest)) writeVersion(indicatorsIn(before), target)
    else cpSync(path.join(before, folder), target, { recursive: true, filter: (file) => !/\.(gz|br)$/.test(file) })
  }
  return { earlier: versions.filter(({ folder }) => existsSync(path.join(out, folder))), formerSha256 }
}

/**
 * Hashes in links of older builds that mean the data of now: builds from before contents had a fingerprint named the compiled file,
 * which is another one each time.
 */
function findFormer(before: Manifest, now: DataVersion, hasSame: () => boolean): string[] {
  if (before.contentSha256 !== null) return before.contentSha256 === now.contentSha256 ? before.formerSha256 : []
  return before.dataSha256 !== now.dataSha256 && hasSame() ? [before.dataSha256] : []
}

const indicatorsIn = (folder: string): string => path.join(folder, 'api', 'indicators')

/** Does every file of an indicator say the same in both? */
function hasSameFigures(before: string, out: string): boolean {
  const [one, other] = [indicatorsIn(before), indicatorsIn(out)]
  const names = listJson(one)
  if (names.join('\n') !== listJson(other).join('\n')) return false
  return names.every((name) => readFileSync(path.join(one, name)).equals(readFileSync(path.join(other, name))))
}

const listJson = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()

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
  const values = listJson(indicators).map((name): [string, PublishedRow[]] => [
    name.slice(0, -'.json'.length),
    JSON.parse(readFileSync(path.join(indicators, name), 'utf8')) as PublishedRow[],
  ])
  for (const [address, text] of packEarlier(values)) {
    const file = path.join(target, address)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}
