import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeDemo } from '../../src/demo/demoFiles.ts'

/** A city that is quick to compile and in which many checks fail, or with `OGI_LONG=1` a whole one over all three forms. */
const size =
  process.env['OGI_LONG'] === '1'
    ? { agencies: 84, years: [2014, 2025] as const, seed: Number(process.env['OGI_SEED'] ?? 11) }
    : { agencies: 14, years: [2018, 2022] as const, seed: 11 }

/** A synthetic city in a folder of its own, gone afterwards. */
export async function withCity<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ogi-checks-'))
  try {
    const begun = new Set<string>()
    writeDemo(size, (file, text) => {
      ;(begun.has(file) ? appendFileSync : writeFileSync)(path.join(folder, file), text)
      begun.add(file)
    })
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
