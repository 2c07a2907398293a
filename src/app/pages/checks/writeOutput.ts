import type { Agency } from '../../../agencies.ts'
import type { Severity } from '../../../checks/severity.ts'
import { correctionSlip } from '../../../exports/correctionSlip.ts'
import { findingsCsv, findingsXlsx } from '../../../exports/findingsList.ts'
import type { FindingsToWrite } from '../../../exports/findingsToWrite.ts'
import { safeFileName } from '../../../exports/safeFileName.ts'
import { slipsZip } from '../../../exports/slipsZip.ts'
import { summaryPage } from '../../../exports/summaryPage.ts'
import type { Lang } from '../../../text/label.ts'

/** Which output is wanted; a slip is that of one agency. */
export type WantedOutput = { readonly kind: 'xlsx' | 'csv' | 'slips' | 'summary' } | { readonly kind: 'slip'; readonly agency: Agency }

/** A file to be saved. */
export interface OutputFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** What is written beside the findings. `names`: the name of each file, without its ending. */
export interface OutputOptions {
  readonly lang: Lang
  readonly names: Readonly<Record<WantedOutput['kind'], string>>
  /** Weights that go into slips; undefined: the usual ones. */
  readonly severities: readonly Severity[] | undefined
}

const types = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  zip: 'application/zip',
} as const

/** Writes findings as a file; null where nothing is to be asked of the agency. */
export function writeOutput(wanted: WantedOutput, written: FindingsToWrite, { lang, names, severities }: OutputOptions): OutputFile | null {
  const slipOptions = severities === undefined ? {} : { severities }
  const give = (ending: keyof typeof types, bytes: Uint8Array | null): OutputFile | null =>
    bytes === null ? null : { name: safeFileName(`${names[wanted.kind]} ${written.day}`, ending), type: types[ending], bytes }
  switch (wanted.kind) {
    case 'csv':
      return give('csv', findingsCsv(written, lang))
    case 'xlsx':
      return give('xlsx', findingsXlsx(written, lang))
    case 'slips':
      return give('zip', slipsZip(written, slipOptions))
    case 'slip':
      return give('docx', correctionSlip(wanted.agency, written, slipOptions))
    case 'summary':
      return give('docx', summaryPage(written))
  }
}
