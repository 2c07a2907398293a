import type { TableFormId } from '../../../src/forms/form.ts'
import type { Random } from '../generatedReport.ts'
import { randomFrom } from '../generatedReport.ts'
import type { FileType, Variation } from './variations.ts'
import { fileTypes } from './variations.ts'
import type { WrittenReport } from './writtenReport.ts'
import { writeReport } from './writtenReport.ts'

/** One file to be written and read: the same case gives the same file for ever. */
export interface Case {
  readonly form: TableFormId
  readonly type: FileType
  readonly variations: readonly Variation[]
  readonly seed: number
}

export const formIds: readonly TableFormId[] = ['pre2019_table', 'y2019', 'y2021']

/** The report of a case, and the random generator in the state in which its file is drawn. */
export function writeCase({ form, type, variations, seed }: Case): { readonly report: WrittenReport; readonly random: Random } {
  const random = randomFrom(seed * 31 + formIds.indexOf(form) * 7 + fileTypes.indexOf(type))
  const report = variations.reduce((now, { apply }) => apply(now, random), writeReport(form, random))
  return { report, random }
}
