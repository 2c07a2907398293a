import { mkdtempSync, openSync, closeSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyDatabase } from '../../src/dataset/emptyDatabase.ts'
import { buildLocally, openLocally, type LocalBuild } from '../../src/dataset/localDataset.ts'
import { mergePackage, readerOf, type LocalAdditions, type PackageFiles } from '../../src/dataset/localPackage.ts'
import { readPackage } from '../../src/dataset/readPackage.ts'
import { zipPackage } from '../../src/dataset/staticApi.ts'
import type { AgencyRow } from '../../src/dataset/tables.ts'
import { openDuckdbNode, openDuckdbWorkshop } from '../../src/engine/duckdbNode.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { compareAgencies } from '../../src/questions/compareAgencies.ts'
import { indicatorComparison } from '../../src/questions/defaultAnswers.ts'
import { ask } from '../../src/questions/question.ts'
import type { Figure, ParsedReport, Recognition, ReportIdentity } from '../../src/reports/figure.ts'
import { smallFiles } from './smallDataset.ts'

const nowhere = { page: null, paragraph: null, table: null, row: null, column: null, start: null, end: null }
const requests = (value: number): Figure => ({
  indicator: 'requests_new',
  applicant: 'total',
  value,
  state: value === 0 ? 'zero' : 'value',
  evidence: 'A',
  printed: String(value),
  qualifier: null,
  cell: '3.1',
  column: '总计',
  where: { ...nowhere, page: 2 },
})
const sure: Recognition = { confidence: 'certain', reason: { zh: '已确认', en: 'confirmed' } }
const hash = (letter: string): string => letter.repeat(64)
const report = (sha256: string, value: number, identity: Partial<ReportIdentity> = {}): ParsedReport => ({
  file: `${sha256.slice(0, 4)}.txt`,
  sha256,
  report: {
    agency: '示例市甲局',
    agency_id: 'jia-ju',
    year: 2024,
    form: 'y2021',
    scope: 'own',
    period_start: null,
    period_end: null,
    published_on: '2025-01-20',
    title: null,
    ...identity,
  },
  recognised: { agency: { ...sure, candidates: [] }, year: sure, form: sure, published_on: sure, scope: sure },
  figures: [requests(value)],
  unplaced: [],
  problems: [],
})
const newAgency = (id: string): AgencyRow => ({
  agency_id: id,
  name: '示例市新局',
  short_name: null,
  aliases: [],
  region_code: null,
  level: 'county',
  system: '科技',
  supervisor_id: null,
  valid_from: null,
  valid_to: null,
  successor_id: null,
  deadline: null,
})

const names = ['datapackage.json', 'regions.csv', 'agencies.csv', 'events.csv', 'reports.csv', 'cells.csv', 'verdicts.csv']
async function smallPackage(): Promise<PackageFiles> {
  const read = smallFiles()
  const files = await Promise.all(names.map(async (name) => [name, await read(name)] as const))
  return new Map(files.flatMap(([name, bytes]) => (bytes ? [[name, bytes] as const] : [])))
}
const textOf = (files: PackageFiles, name: string): string => new TextDecoder().decode(files.get(name))
const merge = async (local: Partial<LocalAdditions>) =>
  mergePackage(await smallPackage(), ourCatalogue, { reports: [], agencies: [], ...local })

describe('merging local reports into a data package', () => {
  it('changes nothing when there is nothing to merge', async () => {
    const { files, placed, addedAgencies } = await merge({})
    expect(files).toEqual(await smallPackage())
    expect([placed, addedAgencies]).toEqual([[], []])
  })

  it('adds a report of a known agency as a draft, below what was there', async () => {
    const { files, placed } = await merge({ reports: [report(hash('a'), 7)] })
    expect(placed).toEqual([{ report: 'jia-ju-2024', version: 1, left: null }])
    expect(textOf(files, 'reports.csv')).toMatch(/jia-ju-2024,jia-ju,2024,y2021,own,.*,1,draft\n/)
    const before = textOf(await smallPackage(), 'cells.csv')
    expect(textOf(files, 'cells.csv').startsWith(before)).toBe(true)
    expect(textOf(files, 'cells.csv').slice(before.length)).toBe(`jia-ju-2024,requests_new,total,3.1,总计,7,7,value,A,,"{""page"":2}"\n`)
  })

  it('makes a second file of an agency and year the next version, and the same file again the same one', async () => {
    const both = await merge({ reports: [report(hash('a'), 7), report(hash('b'), 8)] })
    expect(both.placed.map((place) => [place.report, place.version])).toEqual([
      ['jia-ju-2024', 1],
      ['jia-ju-2024-v2', 2],
    ])
    const again = await mergePackage(both.files, ourCatalogue, { reports: [report(hash('b'), 9)], agencies: [] })
    expect(again.placed).toEqual([{ report: 'jia-ju-2024-v2', version: 2, left: null }])
    expect(textOf(again.files, 'cells.csv')).not.toContain('jia-ju-2024-v2,requests_new,total,3.1,总计,8')
    expect(textOf(again.files, 'cells.csv')).toContain('jia-ju-2024-v2,requests_new,total,3.1,总计,9')
    expect(textOf(again.files, 'cells.csv')).toContain('jia-ju-2024,requests_new,total,3.1,总计,7')
  })

  it('comes after the versions that were published', async () => {
    const { placed } = await merge({ reports: [report(hash('a'), 7, { year: 2022 })] })
    expect(placed).toEqual([{ report: 'jia-ju-2022-v3', version: 3, left: null }])
  })

  it('adds an agency that the package lacks, only while a report needs it, and takes the package’s own when it has it', async () => {
    const ofNew = report(hash('c'), 3, { agency_id: 'local-xin', agency: '示例市新局' })
    const added = await merge({ reports: [ofNew], agencies: [newAgency('local-xin'), newAgency('local-unneeded')] })
    expect(added.addedAgencies.map((agency) => agency.agency_id)).toEqual(['local-xin'])
    expect(added.placed).toEqual([{ report: 'local-xin-2024', version: 1, left: null }])
    const later = await mergePackage(added.files, ourCatalogue, { reports: [ofNew], agencies: [newAgency('local-xin')] })
    expect(later.addedAgencies).toEqual([])
    expect(textOf(later.files, 'agencies.csv').match(/local-xin/g)).toHaveLength(1)
  })

  it('says why a report is left out, and merges the others', async () => {
    const { placed } = await merge({ reports: [report(hash('d'), 1, { agency_id: 'gone-ju' }), report(hash('e'), 2)] })
    expect(placed.map((place) => place.report)).toEqual([null, 'jia-ju-2024'])
    expect(placed[0]?.left?.en).toContain('agencies.csv')
  })

  it('gives a package that is accepted whole, also after it was packed and unpacked', async () => {
    const { files } = await merge({
      reports: [report(hash('a'), 7), report(hash('c'), 3, { agency_id: 'local-xin' })],
      agencies: [newAgency('local-xin')],
    })
    const unpacked = new Map(Object.entries(unzipSync(await zipPackage(readerOf(files)))))
    const read = await readPackage(readerOf(unpacked), ourCatalogue)
    expect(read.rejects).toEqual([])
    expect(read.reports.filter(({ status }) => status === 'draft').map((row) => row.report_id)).toEqual(['jia-ju-2024', 'local-xin-2024'])
    const before = await readPackage(readerOf(await smallPackage()), ourCatalogue)
    expect(read.cells).toHaveLength(before.cells.length + 2)
    expect(read.cells).toEqual(expect.arrayContaining([...before.cells]))
  })
})

describe('compiling on this machine', () => {
  let folder: string
  let built: LocalBuild
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'ogi-test-'))
    built = await build({
      reports: [report(hash('a'), 7), report(hash('c'), 0, { agency_id: 'local-xin' })],
      agencies: [newAgency('local-xin')],
    })
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  async function build(local: LocalAdditions): Promise<LocalBuild> {
    const out = path.join(folder, 'dataset.duckdb')
    rmSync(out, { force: true })
    const workshop = await openDuckdbWorkshop()
    try {
      return await buildLocally({
        files: await smallPackage(),
        catalogue: ourCatalogue,
        local,
        datasetId: 'small',
        published: [],
        initialsOf: () => 'x',
        workshop,
        out,
        makeOut: (blockSize) => Promise.resolve(writeFileSync(out, emptyDatabase(blockSize))),
        openText: (name) => {
          const file = path.join(folder, name)
          const handle = openSync(file, 'w')
          return { path: file, write: (text) => void writeSync(handle, text), close: () => closeSync(handle) }
        },
        takeBytes: () => Promise.resolve(new Uint8Array(readFileSync(out))),
      })
    } finally {
      await workshop.close()
    }
  }

  it('counts what is there now, and marks what is local', async () => {
    const before = await readPackage(readerOf(await smallPackage()), ourCatalogue)
    expect(built.rejects).toEqual([])
    expect(built.listing?.manifest.counts).toMatchObject({
      agencies: before.agencies.length + 1,
      reports: before.reports.length + 2,
      cells: before.cells.length + 2,
      figures: before.figures + 2,
    })
    expect(built.listing?.manifest.dataSha256).toMatch(/^[0-9a-f]{64}$/)
    expect(built.listing?.manifest.years?.[1]).toBe(Math.max(2024, ...before.reports.map(({ year }) => year)))
    expect(built.listing?.reports.filter((entry) => entry.local).map((entry) => entry.report)).toEqual(['jia-ju-2024', 'local-xin-2024'])
    expect(built.listing?.addedAgencies).toEqual(['local-xin'])
  })

  it('answers with the figures of the local reports beside the published ones', async () => {
    const engine = await openDuckdbNode({ file: path.join(folder, 'dataset.duckdb') })
    try {
      const rows = await ask(engine, compareAgencies, indicatorComparison('requests_new', [2024, 2024]), ourCatalogue)
      const of = (agency: string) => rows.filter((row) => row.agency === agency).map(({ value, state }) => ({ value, state }))
      expect(of('jia-ju')).toEqual([{ value: 7, state: 'value' }])
      expect(of('local-xin')).toEqual([{ value: 0, state: 'zero' }])
    } finally {
      await engine.close()
    }
  })

  it('is another dataset for every cached answer, and has none of the published files', async () => {
    if (!built.listing) throw new Error('it was not compiled')
    const dataset = openLocally(built.listing, ourCatalogue, new Map([['countValues/44136fa355b3678a', '[{"kept":1}]']]), {
      addressOf: (file) => file,
      readData: () => Promise.reject(new Error('not asked for')),
      readPackage: () => Promise.reject(new Error('not asked for')),
    })
    expect(dataset.hasEveryFile).toBe(false)
    expect([...dataset.publishedAnswers]).toEqual(['countValues/44136fa355b3678a'])
    expect(await dataset.readJson('api/answers/countValues/44136fa355b3678a.json')).toEqual([{ kept: 1 }])
    expect(await dataset.readJson('api/reports.json')).toBe(built.listing.reports)
    expect(await dataset.readJson('api/findings.json')).toMatchObject({ counts: { fails: expect.any(Number) as number } })
    await expect(dataset.readJson('api/indicators/requests_new.json')).rejects.toThrow('not kept')
  })

  it('compiles nothing when a row cannot stand, and names it', async () => {
    const twice = { ...report(hash('f'), 5), figures: [requests(5), requests(6)] }
    const refused = await build({ reports: [twice], agencies: [] })
    expect(refused.listing).toBeNull()
    expect(refused.rejects).toMatchObject([{ file: 'cells.csv', column: 'indicator', code: 'cell.duplicate' }])
  }, 20_000)
})

describe('an empty database file', () => {
  it.each([16384, 262144] as const)('is what the engine itself writes, with blocks of %i bytes', async (blockSize) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ogi-test-'))
    const workshop = await openDuckdbWorkshop()
    try {
      const file = path.join(folder, 'empty.duckdb')
      await workshop.run(`ATTACH '${file}' AS e (STORAGE_VERSION 'v1.0.0', BLOCK_SIZE ${blockSize}); CHECKPOINT e; DETACH e`)
      expect(emptyDatabase(blockSize)).toEqual(new Uint8Array(readFileSync(file)))
    } finally {
      await workshop.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
