import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckResult } from '../../src/checks/runChecks.ts'
import { runOgi } from '../../src/cli.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ogi-check-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A report without a table, of an agency that the small dataset knows. */
function writeReport(name: string, year: number, ...sentences: readonly string[]): string {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `示例市甲局${year}年政府信息公开工作年度报告\n\n一、总体情况\n\n${sentences.join('')}\n`)
  return file
}

async function check(...args: readonly string[]) {
  const printed = { out: '', err: '' }
  const code = await runOgi(['check', ...args, '--data', 'tests/datasets/small', '--json'], {
    out: (text) => (printed.out += text),
    err: (text) => (printed.err += text),
  })
  return { code, err: printed.err, ...(JSON.parse(printed.out) as CheckResult) }
}

describe('ogi check over report files', () => {
  it('reads their words: what a sentence lists must add up, and the finding names the file', async () => {
    const file = writeReport('a.txt', 2020, '2020年，我局收到政府信息公开申请64件，包括网络申请40件、信函申请18件、当面申请9件。')
    const { code, findings, counts } = await check(file)
    expect(findings.find(({ rule }) => rule === 'prose.enumeration')).toMatchObject({
      outcome: 'fails',
      severity: 'warning',
      report: file,
      agency: 'jia-ju',
      year: 2020,
      form: 'narrative',
      left: 64,
      right: 67,
    })
    expect(code).toBe(1)
    expect(counts.fails).toBe(findings.filter(({ outcome }) => outcome === 'fails').length)
  })

  it('holds a report against that on the year before, where it is among the files', async () => {
    const before = writeReport('years/2019.txt', 2019, '2019年，我局收到政府信息公开申请100件。')
    const file = writeReport('years/2020.txt', 2020, '2020年，我局收到政府信息公开申请140件，同比增长25%。')
    const growthOf = async (...files: readonly string[]) =>
      (await check(...files)).findings.find(({ rule, report }) => rule === 'prose.growth' && report === file)
    expect(await growthOf(file)).toMatchObject({ outcome: 'cannotTell', reason: 'report_not_loaded' })
    expect(await growthOf(file, before)).toMatchObject({ outcome: 'fails', left: 25, right: 40 })
    expect(await growthOf(path.join(folder, 'years'))).toMatchObject({ outcome: 'fails' })
  })

  it('lists failures alone with --fails, and counts all the same', async () => {
    const file = writeReport('b.txt', 2020, '2020年，我局主动公开率91%。')
    const [all, fails] = [await check(file), await check(file, '--fails')]
    expect(fails.counts).toEqual(all.counts)
    expect(all.findings.some(({ outcome }) => outcome === 'cannotTell')).toBe(true)
    expect(fails.findings.every(({ outcome }) => outcome === 'fails')).toBe(true)
  })

  it('checks files and a dataset in one run', async () => {
    const file = writeReport('c.txt', 2020, '2020年，我局收到政府信息公开申请64件。')
    const { findings } = await check(file, 'tests/datasets/small')
    expect(findings.some(({ report }) => report === file)).toBe(true)
    expect(findings.some(({ report }) => report.startsWith('jia-ju-'))).toBe(true)
  }, 30_000)

  it('says which file could not be read, and ends with 1', async () => {
    const file = path.join(folder, 'damaged.pdf')
    writeFileSync(file, '%PDF-1.7 and nothing else')
    const { code, err, findings } = await check(file)
    expect([code, findings]).toEqual([1, []])
    expect(err).toContain('damaged.pdf')
  })
})
