import type { Agency } from '../../agencies.ts'
import type { ReadReportFile } from '../../reports/parseReport.ts'
import type { PdfAssets } from '../../reports/pdfLibrary.ts'
import type { Problem } from '../../reports/figure.ts'

/** What readers of one file are told about it. */
export interface Asked {
  /** The file's name with the folders it was chosen in, which may say whose report it is; its name alone where absent. */
  readonly path?: string
  /** Every agency that may be meant. */
  readonly agencies: readonly Agency[]
  /** Said by a person: win over what the file says. */
  readonly agency?: string
  readonly year?: number
}

export type PdfFolder = Parameters<PdfAssets['read']>[0]

/** From the page to the worker that reads one file. */
export type ToReader =
  | {
      readonly kind: 'start'
      readonly file: File
      readonly asked: Asked
      /** How many files of an archive are done. */ readonly from: number
    }
  /** A file of the PDF library that the worker asked for; null when there is none of that name. */
  | { readonly kind: 'asset'; readonly id: number; readonly bytes: Uint8Array | null }

/** From the worker to the page, in this order: `opened`, then `reading` (`page` …) and `read` for each file, then `done`. */
export type FromReader =
  /** Names of the files in an archive, or of the file itself. */
  | { readonly kind: 'opened'; readonly names: readonly string[]; readonly refused: readonly RefusedFile[] }
  | { readonly kind: 'reading'; readonly at: number; readonly sha256: string; readonly isPdf: boolean }
  | { readonly kind: 'page'; readonly page: number; readonly pages: number }
  | { readonly kind: 'read'; readonly at: number; readonly report: ReadReportFile }
  | { readonly kind: 'asset'; readonly id: number; readonly folder: PdfFolder; readonly name: string }
  | { readonly kind: 'done' }

/** A file, or a file in an archive, that was not opened. */
export interface RefusedFile {
  readonly name: string
  readonly problem: Problem
}
