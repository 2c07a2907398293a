import type { Agency } from '../agencies.ts'
import { download, type DownloadOptions } from '../engine/download.ts'
import type { FormId } from '../forms/form.ts'
import type { Scope } from '../forms/states.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import { readCatalogue } from '../indicators/readCatalogue.ts'
import { readDatasetList, readManifest, schemaVersion, type DatasetEntry, type Manifest } from './manifest.ts'
import { watchPublished } from './replaced.ts'

/** One report as `api/reports.json` lists it. */
export interface ReportEntry {
  readonly report: string
  readonly agency: string
  readonly year: number
  readonly form: FormId
  readonly scope: Scope
  readonly title: string | null
  readonly period_start: string | null
  readonly period_end: string | null
  readonly published_on: string | null
  readonly source_url: string | null
  readonly source_sha256: string | null
  readonly version: number
  readonly status: 'draft' | 'published'
  /** Read on this machine and kept only here; never so in what is published. */
  readonly local?: true
}

/** A dataset with all that needs no engine: as it was published, or with what is kept on this machine. */
export interface OpenDataset {
  readonly manifest: Manifest
  readonly catalogue: Catalogue
  readonly agencies: readonly Agency[]
  readonly reports: readonly ReportEntry[]
  /** Keys of the answers that stand in `api/answers`. */
  readonly publishedAnswers: ReadonlySet<string>
  /** Does every file of the static API stand behind it, and say the same? Not where local data were added. */
  readonly hasEveryFile: boolean
  /** What was published, where data of this machine were added to it. */
  readonly publishedUnder?: OpenDataset
  /** Absolute address of a file of this dataset. */
  addressOf(file: string): string
  /**
   * A file of the static API; fetched once.
   * @throws {DatasetReplaced} when other data stand under its address by now. @throws {Error} when it is not there or is not JSON.
   */
  readJson(address: string): Promise<unknown>
  /** The compiled file, checked for size and SHA-256. @throws {DownloadError} */
  readData(options?: DownloadOptions): Promise<Uint8Array<ArrayBuffer>>
  /** The data package (zip), checked for size and SHA-256. @throws {DownloadError} @throws {Error} when none is published. */
  readPackage(options?: DownloadOptions): Promise<Uint8Array<ArrayBuffer>>
}

/** How files are fetched: the platform's `fetch`, and the absolute address of the folder that `datasets.json` stands in. */
export interface Source {
  readonly fetch: typeof fetch
  readonly base: string
  /** A clock in milliseconds, for pages that stay open: what they read later is then held against what they opened. */
  readonly now?: () => number
}

/** The published datasets, the default first. @throws {Error} */
export async function listDatasets(source: Source): Promise<readonly DatasetEntry[]> {
  return readDatasetList(await fetchJson(source.fetch, new URL('datasets.json', source.base).href))
}

/** The dataset with this id, else the default. An id is all that a link can name: an address is simply unknown here. */
export function chooseDataset(
  entries: readonly DatasetEntry[],
  id: string | null,
): { readonly entry: DatasetEntry; readonly unknown: boolean } {
  const [first] = entries
  if (!first) throw new Error('datasets.json lists no dataset')
  const found = entries.find((entry) => entry.id === id)
  return { entry: found ?? first, unknown: id !== null && !found }
}

/**
 * Opens a published dataset: manifest, catalogue, agencies and reports.
 * @throws {Error} when a file is missing, broken, or of another schema than this app reads.
 */
export async function openDataset(entry: DatasetEntry, source: Source): Promise<OpenDataset> {
  const folder = new URL('.', new URL(entry.manifest, source.base)).href
  const addressOf = (file: string): string => new URL(file, folder).href
  const fetched = new Map<string, Promise<unknown>>()
  let published: ReturnType<typeof watchPublished> | null = null
  const readSame = async (address: string): Promise<unknown> => {
    const json = await fetchJson(source.fetch, addressOf(address))
    await published?.expectSame()
    return json
  }
  const readJson = (address: string): Promise<unknown> => {
    const known = fetched.get(address)
    if (known) return known
    const started = readSame(address)
    fetched.set(address, started)
    started.catch(() => fetched.delete(address))
    return started
  }
  const [manifestJson, catalogue, agencies, reports] = await Promise.all([
    readJson('manifest.json'),
    readJson('api/catalogue.json'),
    readJson('api/agencies.json'),
    readJson('api/reports.json'),
  ])
  const manifest = readManifest(manifestJson)
  if (manifest.schemaVersion !== schemaVersion) {
    throw new Error(`the dataset ${manifest.id} has schema ${manifest.schemaVersion}, this app reads schema ${schemaVersion}`)
  }
  const readPublished = async (): Promise<string> => readManifest(await fetchJson(source.fetch, addressOf('manifest.json'))).dataSha256
  if (source.now) published = watchPublished(manifest.dataSha256, readPublished, source.now)
  return {
    manifest,
    catalogue: readCatalogue(catalogue),
    agencies: agencies as readonly Agency[],
    reports: reports as readonly ReportEntry[],
    publishedAnswers: new Set(manifest.answers),
    hasEveryFile: true,
    addressOf,
    readJson,
    readData: (options = {}) =>
      download(
        { url: addressOf(manifest.dataFile), bytes: manifest.dataBytes, sha256: manifest.dataSha256 },
        { fetch: source.fetch, ...options },
      ),
    readPackage: async (options = {}) => {
      if (manifest.package === null) throw new Error(`the dataset ${manifest.id} was published without its data package`)
      const { file, bytes, sha256 } = manifest.package
      return download({ url: addressOf(file), bytes, sha256 }, { fetch: source.fetch, ...options })
    },
  }
}

/** Asks past the browser's cache, unless the file is still the same: names of the static API stay, their content changes. */
async function fetchJson(fetchFile: typeof fetch, url: string): Promise<unknown> {
  const response = await fetchFile(url, { cache: 'no-cache' })
  if (!response.ok) throw new Error(`${url}: the server answers ${response.status}`)
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`${url}: this is not JSON`, { cause })
  }
}
