import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashContent } from '../../src/dataset/contentHash.ts'
import { describeResources } from '../../src/dataset/descriptor.ts'
import { readManifest } from '../../src/dataset/manifest.ts'
import { readPackage } from '../../src/dataset/readPackage.ts'
import { listWideColumns, countValueCells } from '../../src/dataset/wideTable.ts'
import { sha256Hex } from '../../src/engine/sha256.ts'
import { openDuckdbNode } from '../../src/engine/duckdbNode.ts'
import { sql } from '../../src/engine/sql.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { buildDataset, publishDataset, readFolder } from '../../src/publish.ts'

const small = 'tests/datasets/small'
let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ogi-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const inFolder = (name: string) => path.join(folder, name)
const readJson = (file: string): unknown => JSON.parse(readFileSync(inFolder(file), 'utf8'))

describe('a build', () => {
  beforeAll(async () => {
    await buildDataset(small, inFolder('out'))
  }, 60_000)

  it('says in the manifest what it wrote', () => {
    const manifest = readManifest(readJson('out/manifest.json'))
    const data = readFileSync(inFolder('out/dataset.duckdb'))
    expect(manifest).toMatchObject({
      schemaVersion: 1,
      id: 'small',
      synthetic: true,
      years: [2018, 2022],
      dataFile: 'dataset.duckdb',
      dataBytes: data.length,
      dataSha256: sha256Hex(data),
      counts: { regions: 3, agencies: 4, reports: 9, cells: 350, figures: 328 },
      dates: { first: '2019-03-20', last: '2023-03-02' },
      completeYears: [2019],
    })
    for (const [file, bytes] of Object.entries(manifest.files)) expect(readFileSync(inFolder(`out/${file}`)).length, file).toBe(bytes)
  })

  it('gives the same files again', async () => {
    await buildDataset(small, inFolder('again'))
    for (const file of readdirSync(inFolder('out'), { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue
      const name = path.relative(inFolder('out'), path.join(file.parentPath, file.name))
      expect(sha256Hex(readFileSync(inFolder(`again/${name}`))), name).toBe(sha256Hex(readFileSync(inFolder(`out/${name}`))))
    }
    const { contentSha256 } = readManifest(readJson('out/manifest.json'))
    expect(contentSha256).toBe(hashContent(await readPackage(readFolder(small), ourCatalogue), ourCatalogue))
  }, 60_000)

  it('leaves no write-ahead log', () => expect(existsSync(inFolder('out/dataset.duckdb.wal'))).toBe(false))

  it('writes indicators as JSON and CSV with the columns of the contract, n last and only where it is worked out', () => {
    const columns = ['agency', 'year', 'applicant', 'value', 'state', 'evidence', 'qualifier', 'form', 'scope', 'report']
    const reported = readJson('out/api/indicators/requests_new.json') as Record<string, unknown>[]
    const derived = readJson('out/api/indicators/disclosure_rate.json') as Record<string, unknown>[]
    expect(Object.keys(reported[0] ?? {})).toEqual(columns)
    expect(Object.keys(derived[0] ?? {})).toEqual([...columns, 'n'])
    const csv = readFileSync(inFolder('out/api/indicators/disclosure_rate.csv'), 'utf8').split('\n')
    expect(csv[0]).toBe([...columns, 'n'].join(','))
    expect(csv).toContain('yi-ju,2019,total,,undefined,,,y2019,own,yi-ju-2019,0')
    // Four agencies, five years, seven columns of table three; two reports tell it in prose.
    expect(reported.length).toBe(4 * 5 * 7 + 2)
    expect(reported.filter((row) => row.state === 'not_loaded').length).toBe(12 * 7)
  })

  it('lists agencies as the app reads them', () => {
    const agencies = readJson('out/api/agencies.json') as Record<string, unknown>[]
    expect(agencies[2]).toEqual({
      id: 'jia-ju',
      name: '示例市甲局（测试数据）',
      shortName: '甲局',
      aliases: ['甲委员会'],
      initials: ['slsjjcssj', 'jj'],
      regionCode: '990100',
      regionName: '示例市',
      regionPath: ['示例省', '示例市'],
      level: 'prefecture',
      system: '甲',
      supervisorId: null,
      validFrom: '2018-01-01',
      validTo: null,
      successorId: null,
      deadline: null,
      formerNames: [{ name: '示例市甲委员会', until: '2018-12-01' }],
    })
  })

  it('packs the data package as it is', () => {
    const packed = unzipSync(readFileSync(inFolder('out/dataset.zip')))
    expect(Object.keys(packed).sort()).toEqual([
      'README.md',
      'agencies.csv',
      'cells.csv',
      'datapackage.json',
      'events.csv',
      'regions.csv',
      'reports.csv',
      'verdicts.csv',
    ])
    expect(Buffer.from(packed['cells.csv'] ?? []).equals(readFileSync(`${small}/cells.csv`))).toBe(true)
  })

  it('keeps what was printed in the long table, sorted by agency, year and place', async () => {
    const engine = await openDuckdbNode({ file: inFolder('out/dataset.duckdb') })
    const rows = await engine.query(sql`SELECT report_id, position::INTEGER AS position FROM d.cells`)
    const versions = new Map([['jia-ju-2022-v2', 2]])
    const order = rows.map(
      (row) =>
        `${String(row.report_id).replace(/-v2$/, '')} ${versions.get(String(row.report_id)) ?? 1} ${String(row.position).padStart(4, '0')}`,
    )
    expect(order).toEqual([...order].sort())
    const wide = await engine.query(sql`SELECT year::INTEGER AS year, agency_id FROM d.wide`)
    expect(wide.map((row) => `${row.year} ${row.agency_id}`)).toEqual(wide.map((row) => `${row.year} ${row.agency_id}`).sort())
    await engine.close()
  })
})

describe('a dataset with a broken row', () => {
  const broken = (name: string): string => {
    cpSync(small, inFolder(name), { recursive: true })
    const cells = readFileSync(`${small}/cells.csv`, 'utf8').replace('400,400,value', '400,４００,value')
    writeFileSync(inFolder(`${name}/cells.csv`), cells)
    return inFolder(name)
  }

  it('is not written at all', async () => {
    const { read, manifest } = await buildDataset(broken('broken'), inFolder('broken-out'))
    expect(manifest).toBe(null)
    expect(read.rejects.map(({ file, line, column, code }) => [file, line, column, code])).toEqual([
      ['cells.csv', 8, 'value', 'field.full_width'],
    ])
    expect(existsSync(inFolder('broken-out'))).toBe(false)
  })

  it('is written without the row when told to keep going', async () => {
    const { manifest } = await buildDataset(broken('going'), inFolder('going-out'), { keepGoing: true })
    expect(manifest?.counts.cells).toBe(349)
    const rows = readJson('going-out/api/indicators/requests_new.json') as Record<string, unknown>[]
    const total = rows.find((row) => row.agency === 'ding-fu' && row.year === 2021 && row.applicant === 'total')
    expect(total).toMatchObject({ value: null, state: 'row_missing', evidence: null })
  }, 60_000)

  it('is never published', async () => {
    await expect(publishDataset(broken('unpublished'), inFolder('unpublished-out'))).rejects.toThrow('cells.csv, line 8, column value')
  })
})

describe('the descriptors of our datasets', () => {
  it.each(['tests/datasets/small', 'data/china-ogi'])('%s says of its tables what the code says', (dataset) => {
    const descriptor = JSON.parse(readFileSync(`${dataset}/datapackage.json`, 'utf8')) as { readonly resources: unknown }
    expect(descriptor.resources).toEqual(JSON.parse(JSON.stringify(describeResources())))
  })
})

describe('the wide table', () => {
  it('asks for 58, 198 and 200 numbers on the three forms', () => {
    expect((['pre2019_table', 'y2019', 'y2021'] as const).map((form) => countValueCells(ourCatalogue, form))).toEqual([58, 198, 200])
  })

  it('has a value and a state for every reported number and no column twice', () => {
    const names = listWideColumns(ourCatalogue).flatMap((column) => [column.value, column.state])
    expect(new Set(names).size).toBe(names.length)
    expect(names.slice(0, 2)).toEqual(['disclosed_items_total', 'disclosed_items_total:state'])
  })
})
