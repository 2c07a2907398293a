import type { Agency } from '../../agencies.ts'
import type { LocalListing } from '../../dataset/localDataset.ts'
import type { Reject } from '../../dataset/readPackage.ts'
import type { BrowserWorkshop } from '../../engine/workshop.ts'
import type { LocalParts } from './localMessages.ts'
import { workLocally } from './workLocally.ts'

/** A dataset compiled in this browser. */
export interface CompiledHere {
  readonly listing: LocalListing
  /** The catalogue that it is read by, as JSON; null where it is that of the published dataset. */
  readonly catalogue: unknown
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Merges and compiles; null with its rejects when a row cannot stand. @throws {Error} when the workshop fails. */
export async function compileHere(
  parts: LocalParts,
  {
    datasetId,
    published,
    openWorkshop,
  }: {
    readonly datasetId: string
    readonly published: readonly Agency[]
    readonly openWorkshop: () => Promise<BrowserWorkshop>
  },
): Promise<CompiledHere | { readonly rejects: readonly Reject[] }> {
  const opening = openWorkshop()
  try {
    const transfer = [parts.zip.buffer, ...parts.reports.map((report) => report.buffer)]
    const { listing, bytes, catalogue, rejects } = await workLocally(
      { do: 'build', parts, datasetId, published },
      { workshop: opening, transfer },
    )
    return listing === null ? { rejects } : { listing, bytes, catalogue: parts.catalogue === null ? catalogue : null }
  } finally {
    // What could not be opened has nothing to close, and whoever waited for it was told.
    void opening.then((workshop) => workshop.close()).catch(() => undefined)
  }
}
