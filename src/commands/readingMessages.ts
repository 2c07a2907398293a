import type { Agency } from '../agencies.ts'
import type { ParsedReport, Problem } from '../reports/figure.ts'
import type { ReportWords } from '../reports/readWords.ts'

/** What every thread is told once. */
export interface Asked {
  readonly agencies: readonly Agency[]
  /** Said by a person: win over what the files say. */
  readonly agency?: string
  readonly year?: number
  /** Are the words of the reports wanted, to check them? */
  readonly words?: true
}

/** Files of an archive that one thread reads before another may go on with it. */
export const share = 20

/** Files of one path: the file itself, or a stretch of those in an archive; `to` is null for all that are left, up to a share. */
export interface Stretch {
  readonly path: string
  readonly from: number
  readonly to: number | null
}

/** A report as the command line needs it: as JSON for printing, and what is said of it. */
export interface ReadElement {
  readonly json: string
  readonly file: string
  readonly report: ParsedReport['report']
  readonly figures: number
  readonly unplaced: number
  readonly problems: readonly Problem[]
  /** Null where nobody asked for them, or where nothing could be read. */
  readonly words: ReportWords | null
}

/** A file in an archive that was not opened. */
export interface RefusedMember {
  readonly file: string
  readonly problem: Problem
}

/** From a thread, in this order: `opened`, then `reading` and `read` for each file, then `done`. */
export type FromThread =
  | { readonly kind: 'opened'; readonly names: readonly string[]; readonly refused: readonly RefusedMember[] }
  | { readonly kind: 'reading'; readonly at: number; readonly sha256: string; readonly isPdf: boolean }
  | { readonly kind: 'read'; readonly at: number; readonly element: ReadElement }
  /** `to` is where it stopped: the rest of a large archive is for whoever is free. */
  | { readonly kind: 'done'; readonly to: number }
