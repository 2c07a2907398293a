import { readFile } from 'node:fs/promises'
import { readReportFile } from '../../../src/reports/parseReport.ts'
import type { PdfAssets } from '../../../src/reports/readPdf.ts'
import type { Case } from './cases.ts'
import { writeCase } from './cases.ts'
import type { Measure } from './measure.ts'
import { measure } from './measure.ts'
import type { PdfPrinter, WrittenFile } from './writeFile.ts'
import { writeFile } from './writeFile.ts'
import type { WrittenReport } from './writtenReport.ts'

export const sayCase = ({ form, type, variations, seed }: Case): string => `${variations.map(({ name }) => name).join(' + ')} | ${form} | ${type} | seed ${seed}`

const library = new URL('../../../node_modules/pdfjs-dist/', import.meta.url)
const assets: PdfAssets = { read: async (folder, name) => new Uint8Array(await readFile(new URL(`${folder}/${name}`, library))) }

/** Reads a file and compares it with the report that it was written from. */
export async function measureFile(report: WrittenReport, file: WrittenFile): Promise<Measure & { readonly file: WrittenFile; readonly problems: readonly string[] }> {
  const read = await readReportFile(file, { agencies: [], sha256: () => Promise.resolve(''), pdf: assets })
  return { ...measure(report, read, file.clear), file, problems: read.parsed.problems.map(({ code }) => code) }
}

/** Writes the file of a case, reads it as a report, and compares. */
export async function measureCase(one: Case, printer: PdfPrinter | null): ReturnType<typeof measureFile> {
  const { report, random } = writeCase(one)
  return measureFile(report, await writeFile(report, one.type, random, printer))
}
