import { mkdir, writeFile as save } from 'node:fs/promises'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { randomFrom } from '../reports/generatedReport.ts'
import { formIds, writeCase } from '../reports/written/cases.ts'
import type { FileType } from '../reports/written/variations.ts'
import { drawPair } from '../reports/written/variations.ts'
import { openPrinter, writeFile } from '../reports/written/writeFile.ts'

/** Writes `count` reports of every form into the folder, each with two variations, in turn as the types name; gives their files. */
export async function writeReports(
  folder: string,
  count: number,
  types: readonly FileType[],
  browserPath: string | undefined,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  const browser = types.includes('pdf')
    ? await chromium.launch({ args: ['--no-sandbox'], ...(browserPath === undefined ? {} : { executablePath: browserPath }) })
    : null
  const printer = browser === null ? null : await openPrinter(browser)
  const random = randomFrom(7)
  const files: string[] = []
  for (let at = 0; at < count; at += 1) {
    const type = types[at % types.length] ?? 'txt'
    const form = random.pick(formIds)
    const { report, random: drawn } = writeCase({ form, type, variations: drawPair(form, type, random), seed: at + 1 })
    const { bytes } = await writeFile(report, type, drawn, printer)
    const file = path.join(folder, `report-${at + 1}.${type}`)
    await save(file, bytes)
    files.push(file)
  }
  await browser?.close()
  return files
}
