import { createContext, useContext } from 'react'
import type { Agency } from '../../agencies.ts'
import type { Reject } from '../../dataset/readPackage.ts'
import type { AgencyRow } from '../../dataset/tables.ts'
import type { ParsedReport } from '../../reports/figure.ts'
import type { Label } from '../../text/label.ts'

/** A report that a person accepted. Its identity is as the person confirmed it: agency id, year, form and scope are not null. */
export interface AcceptedReport {
  readonly parsed: ParsedReport
  /** Day of accepting, `YYYY-MM-DD`. */
  readonly acceptedOn: string
}

/** One report that is kept on this machine. */
export interface LocalReportEntry {
  /** Its id in the open dataset; it goes to `remove`. */
  readonly report: string
  readonly agency: string
  readonly year: number
  /** Version among the reports of its agency and year, the published ones counted; null while it is not merged. */
  readonly version: number | null
  readonly file: string
  /** SHA-256 of the file that it was read from. */
  readonly sha256: string
  readonly acceptedOn: string
  /** Why it is kept but not shown, e.g. because its agency is gone from the published data; null for every report that is shown. */
  readonly left: Label | null
}

/** A data package that was opened on this machine, as a dataset of its own: `?data=<id>`. */
export interface LocalPackage {
  /** Begins with `local-`. */
  readonly id: string
  readonly title: Label
}

/**
 * What went wrong with local data: `merge` the reports cannot stand in the dataset (nothing was kept), `compile` they are kept but
 * could not be put into the pages, `quota` they are in the pages but not kept for the next visit, `package` the published data
 * package cannot be had, `unreadable` an archive cannot be opened.
 */
export type LocalDataErrorCode = 'merge' | 'compile' | 'quota' | 'package' | 'unreadable'

/** Trouble with local data, with the sentence that the reader sees: what happened, what was kept, one thing to do. */
export class LocalDataError extends Error {
  override readonly name = 'LocalDataError'
  readonly code: LocalDataErrorCode
  readonly said: Label
  constructor(code: LocalDataErrorCode, said: Label, cause?: unknown) {
    super(said.en, { cause })
    this.code = code
    this.said = said
  }
}

/** What is kept on the reader's machine beside the published data, and what may be done with it. Nothing of it leaves the machine. */
export interface LocalData {
  /** In the order of agency, year and version. */
  readonly reports: readonly LocalReportEntry[]
  /** Agencies that were added on this machine. */
  readonly agencies: readonly Agency[]
  readonly packages: readonly LocalPackage[]
  /** `memory`: the browser refuses to keep anything; it is gone when the tab closes, and a notice says so. */
  readonly keptIn: 'indexeddb' | 'memory'
  /** Reports are being merged and compiled just now; the pages show what they showed before. */
  readonly working: boolean
  /** The last trouble that nobody was waiting for, such as kept reports that could not be merged when the page opened. */
  readonly trouble: LocalDataError | null
  /**
   * Adds reports, and agencies that the dataset lacks. Resolves when every page shows them. The same file for the same agency and year
   * replaces what was kept of it; another file of an agency and year becomes its next version.
   * @throws {LocalDataError} `quota` after the pages show them.
   */
  accept(reports: readonly AcceptedReport[], newAgencies: readonly AgencyRow[]): Promise<void>
  /** Forgets one report, and the agency that was added for it when no other report needs it. @throws {LocalDataError} */
  remove(reportId: string): Promise<void>
  /** Forgets everything on this machine: reports, agencies, data packages and what was compiled from them. @throws {LocalDataError} */
  wipe(): Promise<void>
  /** The open dataset as a data package (zip): published and local reports, the local ones as drafts. @throws {LocalDataError} */
  exportPackage(): Promise<Uint8Array>
  /**
   * Opens a data package, a folder as file names and bytes or one zip, as a dataset of its own on this machine; or says what is wrong
   * with it, row by row. Nothing is kept of a package with a reject. @throws {LocalDataError}
   */
  openPackage(files: ReadonlyMap<string, Uint8Array>): Promise<{ readonly id: string } | { readonly rejects: readonly Reject[] }>
  /** Forgets a data package and the reports that were added to it. @throws {LocalDataError} */
  removePackage(id: string): Promise<void>
}

const LocalDataContext = createContext<LocalData | null>(null)
export const LocalDataProvider = LocalDataContext.Provider

/** @throws {Error} outside of <App>. */
export function useLocalData(): LocalData {
  const local = useContext(LocalDataContext)
  if (!local) throw new Error('useLocalData needs a <LocalDataProvider> above it')
  return local
}
