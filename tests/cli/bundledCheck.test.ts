import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleCommandLine } from '../../scripts/build.mjs'
import type { Finding } from '../../src/checks/outcome.ts'
import type { CheckResult } from '../../src/checks/runChecks.ts'
import { projectRoot } from '../sourceFiles.ts'
import { runBundled, type BundledRun } from './runBundled.ts'

const small = path.join(projectRoot, 'tests/datasets/small')
let folder: string
beforeAll(async () => {
  await bundleCommandLine()
  folder = mkdtempSync(path.join(tmpdir(), 'ogi-check-'))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the tool in the test's folder. */
const ogi = (...args: readonly string[]): Promise<BundledRun> => runBundled(folder, args)

async function check(...args: readonly string[]): Promise<CheckResult & { code: number | null }> {
  const { code, out } = await ogi('check', ...args, '--json')
  return { code, ...(JSON.parse(out) as CheckResult) }
}

describe('ogi check, as it is delivered', () => {
  it('finds the same failures in a folder and in the compiled file alone', { timeout: 120_000 }, async () => {
    const inFolder = await check(small, '--fails')
    expect(inFolder.findings.length).toBeGreaterThan(0)
    expect((await ogi('build', small, '-o', 'compiled', '--data-only')).code).toBe(0)
    const inFile = await check('compiled', '--fails')
    // Data alone do not say which years are complete.
    const isAsked = ({ rule }: Finding): boolean => rule !== 'coverage.report_missing'
    expect(inFile).toMatchObject({ code: 1, findings: inFolder.findings.filter(isAsked) })
    expect(await check('compiled/dataset.duckdb', '--fails')).toEqual(inFile)
    // What cannot be told is told of each report, and a compiled file has no reports.
    expect(await ogi('check', 'compiled')).toMatchObject({ code: 2, out: '' })
  })

  it('reads a report and says what its words say', async () => {
    writeFileSync(
      path.join(folder, 'a.txt'),
      '示例市甲局2020年政府信息公开工作年度报告\n\n一、总体情况\n\n2020年，我局收到政府信息公开申请64件，包括网络申请40件、信函申请18件、当面申请9件。\n',
    )
    const { code, findings } = await check('a.txt', '--data', small, '--fails')
    expect(code).toBe(1)
    expect(findings.find(({ rule }) => rule === 'prose.enumeration')).toMatchObject({ report: 'a.txt', left: 64, right: 67 })
  })
})
