import { strToU8, zipSync } from 'fflate'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleCommandLine } from '../../scripts/build.mjs'
import { runBundled, type BundledRun } from './runBundled.ts'

let folder: string
beforeAll(async () => {
  await bundleCommandLine()
  folder = mkdtempSync(path.join(tmpdir(), 'ogi-parse-'))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the tool in the test's folder. */
const ogi = (...args: readonly string[]): Promise<BundledRun> => runBundled(folder, args)

// Written for this test: no table, one negation in the prose.
const report = (name: string, year: number): string =>
  `${name}${year}年政府信息公开工作年度报告\n\n一、总体情况\n\n${year}年，我局未收到政府信息公开申请。\n\n${name}\n${year + 1}年1月12日\n`
const write = (name: string, content: string | Uint8Array): void => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), content)
}

interface Element {
  readonly file: string
  readonly report: { readonly agency: string | null; readonly agency_id: string | null; readonly year: number | null }
  readonly recognised: { readonly agency: { readonly confidence: string; readonly candidates: readonly unknown[] } }
  readonly figures: readonly unknown[]
  readonly problems: readonly { readonly code: string }[]
}

describe('ogi parse, as it is delivered', () => {
  it('reads folders and archives, keeps their order and tells what it passed over', async () => {
    write('年报/b.txt', report('银川市科学技术局', 2019))
    write('年报/甲/a.txt', report('银川市兴庆区科技局', 2020))
    write('年报/.DS_Store', 'x')
    write(
      'packed.zip',
      zipSync({
        '中卫/2020.txt': strToU8(report('中卫市科技局', 2020)),
        '__MACOSX/._x': strToU8('x'),
        'scan.png': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
      }),
    )
    const { code, out, err } = await ogi('parse', 'packed.zip', '年报', '--json')
    const elements = JSON.parse(out) as Element[]
    expect(elements.map(({ file, report: { agency_id: agency, year } }) => [file, agency, year])).toEqual([
      ['packed.zip/中卫/2020.txt', 'zhongwei-kjj', 2020],
      ['packed.zip/scan.png', null, null],
      ['年报/b.txt', 'yinchuan-kjj', 2019],
      ['年报/甲/a.txt', 'xingqing-kjj', 2020],
    ])
    expect(elements[0]?.recognised.agency).toMatchObject({ confidence: 'certain', candidates: [{ agency_id: 'zhongwei-kjj' }] })
    expect(elements[1]?.problems.map((problem) => problem.code)).toEqual(['file.unsupported'])
    expect(code).toBe(1)
    expect(err).toContain('年报/.DS_Store')
    expect(err).toContain('packed.zip/scan.png')
  }, 30_000)

  it('takes the place of 市科技局 from the folder, and chooses nobody without one', async () => {
    write('中卫市/市科技局.txt', report('市科技局', 2020))
    write('别处/市科技局.txt', report('市科技局', 2020))
    const { out } = await ogi('parse', '中卫市', '别处', '--json')
    expect((JSON.parse(out) as Element[]).map(({ report: { agency_id: agency } }) => agency)).toEqual(['zhongwei-kjj', null])
  }, 30_000)

  it('refuses what takes longer than allowed with one sentence, and ends', async () => {
    write('slow/a.txt', report('银川市科学技术局', 2019))
    const { code, out } = await ogi('parse', 'slow/a.txt', '--json', '--deadline', '0.001')
    const [element] = JSON.parse(out) as Element[]
    expect([code, element?.file, element?.figures, element?.problems.map((problem) => problem.code)]).toEqual([
      1,
      'slow/a.txt',
      [],
      ['file.timeout'],
    ])
  }, 30_000)

  it('prints an empty array for a folder without reports, and says so', async () => {
    mkdirSync(path.join(folder, 'nothing'))
    const { code, out, err } = await ogi('parse', 'nothing', '--json')
    expect([code, JSON.parse(out)]).toEqual([1, []])
    expect(err).toContain('nothing holds no file to read')
  }, 30_000)
})
