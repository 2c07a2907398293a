import type { Agency } from '../../agencies.ts'
import type { LocalBuild } from '../../dataset/localDataset.ts'
import type { PackageFiles } from '../../dataset/localPackage.ts'
import type { Reject } from '../../dataset/readPackage.ts'
import type { AgencyRow } from '../../dataset/tables.ts'
import type { Sql } from '../../engine/sql.ts'
import type { Label } from '../../text/label.ts'

/** A data package and what this machine adds to it. */
export interface LocalParts {
  /** The package as a zip. */
  readonly zip: Uint8Array
  /** `api/catalogue.json` of the published dataset; null for a package of its own, which brings one or is read by ours. */
  readonly catalogue: unknown
  /** Accepted reports, each a `ParsedReport` as JSON in UTF-8, in the order of accepting. */
  readonly reports: readonly Uint8Array[]
  readonly agencies: readonly AgencyRow[]
}

/** Work that takes longer than a page may stand still. */
export type LocalJob =
  /** Merges and compiles, with a workshop that the page holds. */
  | { readonly do: 'build'; readonly parts: LocalParts; readonly datasetId: string; readonly published: readonly Agency[] }
  /** Merges and packs. */
  | { readonly do: 'export'; readonly parts: LocalParts; readonly on: string }
  /** Reads a package of a stranger, a folder or one zip. */
  | { readonly do: 'open'; readonly files: PackageFiles }

export interface LocalResults {
  /** `catalogue` is the one that the package is read by, as JSON. */
  readonly build: LocalBuild & { readonly catalogue: unknown }
  readonly export: { readonly zip: Uint8Array<ArrayBuffer> } | { readonly rejects: readonly Reject[] }
  readonly open:
    | { readonly zip: Uint8Array<ArrayBuffer>; readonly sha256: string; readonly name: string; readonly title: Label }
    | { readonly rejects: readonly Reject[] }
    /** The archive itself cannot be read. */
    | { readonly trouble: Label }
}

/** From the page to the worker: one job, then what its workshop answered. */
export type ToLocalWorker =
  | { readonly kind: 'job'; readonly job: LocalJob }
  | { readonly kind: 'answer'; readonly id: number; readonly bytes?: Uint8Array<ArrayBuffer>; readonly error?: string }

/** From the worker to the page: steps for the workshop in their order, then the result. */
export type FromLocalWorker =
  | { readonly kind: 'put'; readonly id: number; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'run'; readonly id: number; readonly text: string }
  | { readonly kind: 'query'; readonly id: number; readonly statement: Sql }
  | { readonly kind: 'take'; readonly id: number; readonly name: string }
  | { readonly kind: 'done'; readonly result: LocalResults[LocalJob['do']] }
  | { readonly kind: 'failed'; readonly message: string }
