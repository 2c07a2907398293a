import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pinyin } from 'pinyin-pro'
import { keepEarlier } from './commands/keepEarlier.ts'
import { checkPackage } from './dataset/checkPackage.ts'
import { compileDataset, type TextFile } from './dataset/compile.ts'
import { hashContent } from './dataset/contentHash.ts'
import { readManifest, type Manifest } from './dataset/manifest.ts'
import { readPackage, sayReject, type DatasetPackage, type ReadFile } from './dataset/readPackage.ts'
import { refuseOtherVersion } from './dataset/schemaVersion.ts'
import { writeStaticApi, yearsOf } from './dataset/staticApi.ts'
import { openDuckdbNode, openDuckdbWorkshop } from './engine/duckdbNode.ts'
import type { Engine } from './engine/engine.ts'
import { sha256Hex } from './engine/sha256.ts'
import type { Catalogue } from './indicators/catalogue.ts'
import { writeCatalogue } from './indicators/catalogueFile.ts'
import type { Indicator } from './indicators/indicator.ts'
import { ourCatalogue } from './indicators/ourCatalogue.ts'
import { readCatalogue } from './indicators/readCatalogue.ts'
import { askDefaults } from './questions/askDefaults.ts'
import { indicatorComparison, repeatsFile } from './questions/defaultAnswers.ts'
import { listFigures } from './questions/listFigures.ts'
import { readReport } from './questions/readReport.ts'

/** Milliseconds that one statement of a build may take: nobody waits in front of a page. */
const deadline = 600_000

/** Reads files of a folder; null where there is none. */
export const readFolder =
  (folder: string): ReadFile =>
  async (name) => {
    try {
      return await readFile(path.join(folder, name))
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  }

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** The catalogue that a dataset brings, else ours. @throws {Error} when it brings a broken one. */
export async function catalogueOf(read: ReadFile): Promise<Catalogue> {
  const bytes = await read('catalogue.json')
  return bytes ? readCatalogue(JSON.parse(new TextDecoder().decode(bytes))) : ourCatalogue
}

export interface BuildOptions {
  /** Write what stands although rows were rejected. */
  readonly keepGoing?: boolean
  /** Another id than the descriptor's. */
  readonly datasetId?: string
  /** The data file carries the beginning of its hash in its name, so that an old one is never taken for a new one. */
  readonly hashedName?: boolean
  /** Folder of what was published of this dataset before; two versions of it stay, to be compared with. Not `out`. */
  readonly before?: string | null
}

/** What became of a build; `manifest` is null when nothing was written. */
export interface Build {
  readonly read: DatasetPackage
  readonly manifest: Manifest | null
}

/** Compiles a dataset folder into `out`: data file, manifest, static API. Nothing is written when a row is rejected, unless `keepGoing`. */
export async function buildDataset(folder: string, out: string, options: BuildOptions = {}): Promise<Build> {
  return compileAside(folder, options, async ({ file, read, readFile, catalogue }) => {
    const bytes = readFileSync(file)
    const sha256 = sha256Hex(bytes)
    const name = options.hashedName ? `dataset.${sha256.slice(0, 16)}.duckdb` : 'dataset.duckdb'
    const engine = await openDuckdbNode({ file })
    try {
      clearOut(out)
      const write = (address: string, content: string | Uint8Array): void => {
        const target = path.join(out, address)
        mkdirSync(path.dirname(target), { recursive: true })
        writeFileSync(target, content)
      }
      write(name, bytes)
      const api = await askForApi(engine, catalogue, read)
      const data = { file: name, bytes: bytes.length, sha256 }
      const whole = await readPackage(readFile, catalogue)
      const contentSha256 = hashContent(whole, catalogue)
      const findEarlier = () => keepEarlier(options.before ?? null, out, { dataSha256: sha256, contentSha256 })
      const findings = checkPackage(whole)
      const manifest = await writeStaticApi(
        { catalogue, read, readFile, data, contentSha256, initialsOf, findings, findEarlier, ...api },
        write,
      )
      return { read, manifest }
    } finally {
      await engine.close()
    }
  })
}

/**
 * Publishes a dataset folder into `out`, as the site delivers it, with the values of the two versions before it.
 * @throws {Error} naming every rejected row: a dataset with one is not published.
 */
export async function publishDataset(folder: string, out: string, { before = null }: Pick<BuildOptions, 'before'> = {}): Promise<void> {
  const { read } = await buildDataset(folder, out, { hashedName: true, before })
  if (read.rejects.length > 0) throw new Error(`${folder}\n${read.rejects.map(sayReject).join('\n')}`)
}

/** Compiles a dataset folder once and answers over it; `answer` is not called when nothing could be compiled. */
export async function withDataset<T>(
  folder: string,
  answer: (engine: Engine, catalogue: Catalogue) => Promise<T>,
): Promise<{ readonly read: DatasetPackage; readonly result: T | null }> {
  const done = await compileAside(folder, {}, async ({ file, read, catalogue }) => {
    const engine = await openDuckdbNode({ file })
    try {
      return { read, manifest: null, result: await answer(engine, catalogue) }
    } finally {
      await engine.close()
    }
  })
  return { read: done.read, result: 'result' in done ? done.result : null }
}

/**
 * Compiles a dataset folder into `out` without its static answers: `dataset.duckdb` and the catalogue it is read by, for statements over
 * many reports. Nothing is written when a row is rejected.
 */
export async function compileFolder(folder: string, out: string): Promise<DatasetPackage> {
  const { read } = await compileAside(folder, {}, async ({ file, read, catalogue }) => {
    clearOut(out)
    mkdirSync(path.join(out, 'api'), { recursive: true })
    copyFileSync(file, path.join(out, dataFile))
    writeFileSync(path.join(out, catalogueFile), JSON.stringify(writeCatalogue(catalogue)))
    return Promise.resolve({ read, manifest: null })
  })
  return read
}

const dataFile = 'dataset.duckdb'
const catalogueFile = 'api/catalogue.json'

/** The compiled file that a place is, or that its manifest names; null where there is none. */
export function findCompiled(place: string): string | null {
  if (place.endsWith('.duckdb')) return place
  const manifest = path.join(place, 'manifest.json')
  if (existsSync(manifest)) return path.join(place, readManifest(JSON.parse(readFileSync(manifest, 'utf8'))).dataFile)
  const file = path.join(place, dataFile)
  return existsSync(file) ? file : null
}

/** Answers over a compiled file, read by the catalogue beside it, else by ours. @throws {Error} over a file of another version. */
export async function withCompiled<T>(file: string, answer: (engine: Engine, catalogue: Catalogue) => Promise<T>): Promise<T> {
  const beside = path.join(path.dirname(file), catalogueFile)
  const catalogue = existsSync(beside) ? readCatalogue(JSON.parse(readFileSync(beside, 'utf8'))) : ourCatalogue
  const engine = await openDuckdbNode({ file })
  try {
    await refuseOtherVersion(engine, file)
    return await answer(engine, catalogue)
  } finally {
    await engine.close()
  }
}

interface Compiled {
  readonly file: string
  readonly read: DatasetPackage
  readonly readFile: ReadFile
  readonly catalogue: Catalogue
}

/** Compiles into a temporary folder and hands on what was made there; the folder is gone afterwards. */
async function compileAside<T extends Build>(
  folder: string,
  options: BuildOptions,
  work: (compiled: Compiled) => Promise<T>,
): Promise<T | Build> {
  const readFile = renamed(readFolder(folder), options.datasetId)
  const catalogue = await catalogueOf(readFile)
  const aside = mkdtempSync(path.join(tmpdir(), 'ogi-'))
  try {
    const file = path.join(aside, 'dataset.duckdb')
    const workshop = await openDuckdbWorkshop()
    let result
    try {
      const openText = (name: string): TextFile => openTextFile(path.join(aside, name))
      result = await compileDataset({ workshop, readFile, catalogue, openText, out: file, keepGoing: options.keepGoing ?? false })
    } finally {
      await workshop.close()
    }
    if (!result.compiled) return { read: result.read, manifest: null }
    return await work({ file, read: result.read, readFile, catalogue })
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

const bufferSize = 1 << 20

function openTextFile(file: string): TextFile {
  const handle = openSync(file, 'w')
  let waiting = ''
  const flush = (): void => {
    writeSync(handle, waiting)
    waiting = ''
  }
  return {
    path: file,
    write(text) {
      waiting += text
      if (waiting.length > bufferSize) flush()
    },
    close() {
      flush()
      closeSync(handle)
    },
  }
}

/** The same folder under another id. */
function renamed(read: ReadFile, id: string | undefined): ReadFile {
  if (id === undefined) return read
  return async (name) => {
    const bytes = await read(name)
    if (name !== 'datapackage.json' || !bytes) return bytes
    try {
      const json: unknown = JSON.parse(new TextDecoder().decode(bytes))
      return typeof json === 'object' && json !== null ? new TextEncoder().encode(JSON.stringify({ ...json, name: id }, null, 2)) : bytes
    } catch {
      // The reader says what is wrong with it.
      return bytes
    }
  }
}

/** Removes what an earlier build left, so that no file of it outlives its dataset. */
function clearOut(out: string): void {
  for (const name of ['api', 'earlier', 'dataset.duckdb', 'dataset.zip', 'manifest.json'])
    rmSync(path.join(out, name), { recursive: true, force: true })
}

const initialsOf = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

/** Asks for everything that the static API holds. Rows of the whole span are asked for once and published in several places. */
async function askForApi(engine: Engine, catalogue: Catalogue, read: DatasetPackage) {
  const years = yearsOf(read.reports)
  const { answers, answer, compare } = await askDefaults(
    engine,
    catalogue,
    {
      years,
      agencies: read.agencies.map((agency) => agency.agency_id),
      reports: read.reports.map((report) => report.report_id),
    },
    { deadline },
  )
  return {
    valuesOf: async (indicator: Indicator) => {
      if (years === null) return []
      const types = indicator.byApplicant ? catalogue.applicants.map(({ id }) => id).filter((id) => id !== 'total') : []
      const rows = [...(await compare(indicatorComparison(indicator.id, years, true)))]
      for (const applicant of types) rows.push(...(await compare({ ...indicatorComparison(indicator.id, years, true), applicant })))
      return rows
    },
    figuresOfAgency: (agency: string) => answer(listFigures.name, { agency }),
    figuresOfReport: (report: string) => answer(readReport.name, { report }),
    answers: answers.filter(({ question, params }) => !repeatsFile({ question, params })),
  }
}
