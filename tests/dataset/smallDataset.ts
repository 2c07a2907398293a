import { readFileSync } from 'node:fs'
import type { ReadFile } from '../../src/dataset/readPackage.ts'

export const smallFolder = 'tests/datasets/small'

/** The files of the small dataset, some of them changed: a new text, a change to the text, or null for a missing file. */
export function smallFiles(changes: Readonly<Record<string, string | null | ((text: string) => string)>> = {}): ReadFile {
  return (name) => {
    const change = changes[name]
    if (change === null) return Promise.resolve(null)
    if (typeof change === 'string') return Promise.resolve(new TextEncoder().encode(change))
    try {
      const text = readFileSync(`${smallFolder}/${name}`, 'utf8')
      return Promise.resolve(new TextEncoder().encode(change ? change(text) : text))
    } catch {
      return Promise.resolve(null)
    }
  }
}
