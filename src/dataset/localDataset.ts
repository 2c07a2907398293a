import type { Agency } from '../agencies.ts'
import { sha256Hex } from '../engine/sha256.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import { checkPackage } from './checkPackage.ts'
import { compileDataset, type Compilation } from './compile.ts'
import { mergePackage, readerOf, type LocalAdditions, type PackageFiles, type Placed } from './localPackage.ts'
import type { Manifest } from './manifest.ts'
import type { OpenDataset, ReportEntry } from './openDataset.ts'
import { readPackage, type Reject } from './readPackage.ts'
import { listAgencies, listReports, makeManifest } from './staticApi.ts'

/** A package compiled on this machine, apart from its bytes: everything that is small. It can be kept and opened again. */
export interface LocalListing {
  /** Another id than the descriptor's, for a package that is a dataset of its own here. */
  readonly manifest: Manifest
  readonly agencies: readonly Agency[]
  /** Those of this machine carry `local`. */
  readonly reports: readonly ReportEntry[]
  /** In the order of the additions' reports. */
  readonly placed: readonly Placed[]
  /** Agencies that were added on this machine. */
  readonly addedAgencies: readonly string[]
  /** What the checks give over all of it, as the JSON text of `api/findings.json`. */
  readonly findings: string
}

/** What became of a package: compiled, or refused row by row. */
export type LocalBuild =
  | { readonly rejects: readonly []; readonly listing: LocalListing; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly rejects: readonly Reject[]; readonly listing: null; readonly bytes: null }

export interface LocalCompilation extends Pick<Compilation, 'workshop' | 'openText' | 'out' | 'makeOut'> {
  readonly files: PackageFiles
  readonly catalogue: Catalogue
  readonly local: LocalAdditions
  readonly datasetId: string
  /** Search letters of a name; `published` agencies keep those that they were published with. */
  readonly initialsOf: (name: string) => string
  readonly published: readonly Agency[]
  /** The compiled file. */
  takeBytes(): Promise<Uint8Array<ArrayBuffer>>
}

/** Merges local additions into a package and compiles it. Nothing is compiled when a row is rejected, the package's own rows included. */
export async function buildLocally(work: LocalCompilation): Promise<LocalBuild> {
  const merged = await mergePackage(work.files, work.catalogue, work.local)
  const { workshop, openText, out, catalogue } = work
  const { read, compiled } = await compileDataset({
    workshop,
    openText,
    out,
    catalogue,
    keepGoing: false,
    readFile: readerOf(merged.files),
    ...(work.makeOut && { makeOut: work.makeOut }),
  })
  if (!compiled) return { rejects: read.rejects, listing: null, bytes: null }
  const bytes = await work.takeBytes()
  const isLocal = new Set(merged.placed.flatMap(({ report }) => (report === null ? [] : [report])))
  const initials = new Map(work.published.map((agency) => [agency.id, agency.initials]))
  const listing: LocalListing = {
    manifest: {
      ...makeManifest(read, { file: 'dataset.duckdb', bytes: bytes.length, sha256: sha256Hex(bytes) }),
      id: work.datasetId,
    },
    agencies: listAgencies(read, work.initialsOf).map((agency) => ({ ...agency, initials: initials.get(agency.id) ?? agency.initials })),
    reports: listReports(read.reports).map((entry) => (isLocal.has(entry.report) ? { ...entry, local: true } : entry)),
    placed: merged.placed,
    addedAgencies: merged.addedAgencies.map((agency) => agency.agency_id),
    findings: JSON.stringify(checkPackage(await readPackage(readerOf(merged.files), catalogue))),
  }
  return { rejects: [], listing, bytes }
}

/** An answer that is kept beside compiled data: its key, and its rows as JSON text. */
export type KeptAnswers = ReadonlyMap<string, string>

/**
 * Opens what was compiled on this machine. It has the answers that were kept with it and no other file: what was published says
 * something else.
 */
export function openLocally(
  { manifest, agencies, reports, findings }: LocalListing,
  catalogue: Catalogue,
  answers: KeptAnswers,
  files: Pick<OpenDataset, 'addressOf' | 'readData' | 'readPackage' | 'publishedUnder'>,
): OpenDataset {
  const kept = new Map([...answers].map(([key, rows]) => [`api/answers/${key}.json`, rows]))
  return {
    manifest,
    catalogue,
    agencies,
    reports,
    publishedAnswers: new Set(answers.keys()),
    hasEveryFile: false,
    readJson: async (address) => {
      if (address === 'api/agencies.json') return agencies
      if (address === 'api/reports.json') return reports
      if (address === 'api/findings.json') return JSON.parse(findings) as unknown
      const rows = kept.get(address)
      if (rows === undefined) throw new Error(`${address} is not kept with the data of this machine`)
      return JSON.parse(rows) as unknown
    },
    ...files,
  }
}
