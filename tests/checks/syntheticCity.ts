import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeDemo } from '../../src/demo/demoFiles.ts'

/** A synthetic city in a folder of its own, gone afterwards. */
export async function withCity<T>(seed: number, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ogi-checks-'))
  try {
    const begun = new Set<string>()
    writeDemo({ agencies: 42, years: [2016, 2022], seed }, (file, text) => {
      ;(begun.has(file) ? appendFileSync : writeFileSync)(path.join(folder, file), text)
      begun.add(file)
    })
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
