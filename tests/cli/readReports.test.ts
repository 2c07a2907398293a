import { describe, expect, it } from 'vitest'
import type { ReadElement } from '../../src/commands/readingMessages.ts'
import { readReports, type ReadingOptions } from '../../src/commands/readReports.ts'

const script = new URL('threads/unruly.mjs', import.meta.url)

async function readAll(paths: readonly string[], options: ReadingOptions = {}): Promise<ReadElement[]> {
  const elements: ReadElement[] = []
  for await (const element of readReports(paths, { agencies: [] }, { script, threads: 2, deadline: () => 6000, ...options }))
    elements.push(element)
  return elements
}
const outcomes = (elements: readonly ReadElement[]): string[] =>
  elements.map(({ file, problems }) => [file, ...problems.map(({ code }) => code)].join(' '))

describe('many files on several threads', () => {
  it('come in the order in which they were named, whichever is done first', async () => {
    const paths = ['slow', 'b', 'c', 'other slow', 'd', 'e']
    expect(outcomes(await readAll(paths))).toEqual(paths)
  })

  it('lose only the file that hangs, breaks its thread, ends it or eats its memory', async () => {
    const elements = await readAll(['a', 'hangs', 'b', 'throws', 'exits', 'c', 'eats', 'd'], { memory: 48 })
    expect(outcomes(elements)).toEqual([
      'a',
      'hangs file.timeout',
      'b',
      'throws file.crashed',
      'exits file.crashed',
      'c',
      'eats file.too_large',
      'd',
    ])
    for (const { json, problems } of elements.filter((one) => one.problems.length > 0)) {
      expect(JSON.parse(json)).toMatchObject({ figures: [], unplaced: [], report: { agency: null } })
      expect(problems[0]?.message.zh).toMatch(/。$/)
    }
  }, 40_000)

  it('read on in an archive behind the file that was lost, and say of which file', async () => {
    const elements = await readAll(['archive-a-throws-c-d.zip', 'x'])
    expect(outcomes(elements)).toEqual([
      'archive-a-throws-c-d.zip/a',
      'archive-a-throws-c-d.zip/throws file.crashed',
      'archive-a-throws-c-d.zip/c',
      'archive-a-throws-c-d.zip/d',
      'x',
    ])
    expect(JSON.parse(elements[1]?.json ?? '')).toMatchObject({ sha256: 'hash of archive-a-throws-c-d.zip/throws' })
  })

  it('share a large archive, and leave the rest of one that costs three threads', async () => {
    const many = `archive-${Array.from({ length: 45 }, (_, at) => `m${at}`).join('-')}.zip`
    expect((await readAll([many, 'x'])).map(({ file }) => file.split('/').at(-1))).toEqual([
      ...Array.from({ length: 45 }, (_, at) => `m${at}`),
      'x',
    ])
    const bad = await readAll(['archive-1throws-2throws-3throws-d.zip', 'x'])
    expect(outcomes(bad).map((one) => one.split(' ')[1] ?? 'read')).toEqual([
      'file.crashed',
      'file.crashed',
      'file.crashed',
      'file.timeout',
      'read',
    ])
  })

  it('end their threads when nobody asks any more', async () => {
    for await (const { file } of readReports(['a', 'hangs', 'hangs'], { agencies: [] }, { script, threads: 2 })) {
      expect(file).toBe('a')
      break
    }
  })
})
