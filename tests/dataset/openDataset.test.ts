import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findEarlier, openEarlier } from '../../src/dataset/earlierValues.ts'
import { chooseDataset, listDatasets, openDataset, type Source } from '../../src/dataset/openDataset.ts'
import { publishDataset } from '../../src/publish.ts'

let site: string
beforeAll(async () => {
  site = mkdtempSync(path.join(tmpdir(), 'ogi-test-'))
  await publishDataset('tests/datasets/small', path.join(site, 'data', 'small'), { before: publishedBefore() })
  const entry = { id: 'small', title: { zh: '小', en: 'Small' }, synthetic: true, manifest: 'data/small/manifest.json' }
  writeFileSync(path.join(site, 'datasets.json'), JSON.stringify([entry]))
}, 60_000)
afterAll(() => rmSync(site, { recursive: true, force: true }))

/** What an earlier build left of the same dataset: one figure, which reads otherwise by now. */
function publishedBefore(): string {
  const folder = path.join(site, 'before')
  const manifest = {
    schemaVersion: 1,
    id: 'small',
    title: { zh: '小', en: 'Small' },
    synthetic: true,
    years: [2018, 2018],
    dataFile: 'dataset.duckdb',
    dataBytes: 1,
    dataSha256: 'a'.repeat(64),
    counts: { regions: 0, agencies: 1, reports: 1, cells: 1, figures: 1 },
    dates: { first: null, last: null },
    completeYears: [],
    answers: [],
    files: {},
  }
  const row = { agency: 'jia-ju', year: 2018, applicant: 'total', value: null, state: 'blank', evidence: 'A', qualifier: null }
  mkdirSync(path.join(folder, 'api/indicators'), { recursive: true })
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(path.join(folder, 'api/indicators/requests_new.json'), JSON.stringify([row]))
  return folder
}

const base = 'http://intranet.example/sub/path/'

/** A server over the folder; `damage` changes what it delivers, `asked` collects what it was asked for. */
function serve(damage: (file: string, bytes: Uint8Array) => Uint8Array | null = (_, bytes) => bytes, asked: string[] = []): Source {
  return {
    base,
    fetch: (input) => {
      const url = input instanceof Request ? input.url : String(input)
      asked.push(url)
      if (!url.startsWith(base)) throw new Error(`a foreign request: ${url}`)
      const file = url.slice(base.length)
      const bytes = damage(file, readFileSync(path.join(site, file)))
      return Promise.resolve(
        bytes
          ? new Response(new Uint8Array(bytes), { headers: { 'content-length': String(bytes.length) } })
          : new Response('gone', { status: 404 }),
      )
    },
  }
}

const open = async (source: Source) => openDataset(chooseDataset(await listDatasets(source), null).entry, source)

describe('opening a published dataset', () => {
  it('reads manifest, catalogue, agencies and reports, from its own folder only', async () => {
    const asked: string[] = []
    const dataset = await open(serve(undefined, asked))
    expect(dataset.agencies.map((agency) => agency.id)).toEqual(['bing-zhen', 'ding-fu', 'jia-ju', 'yi-ju'])
    expect(dataset.reports).toHaveLength(9)
    expect(dataset.publishedAnswers.has('countValues/44136fa355b3678a')).toBe(true)
    expect(dataset.addressOf('dataset.zip')).toBe(`${base}data/small/dataset.zip`)
    expect(asked).toHaveLength(5)
    await dataset.readJson('api/reports.json')
    expect(asked).toHaveLength(5)
  })

  it('finds the version that was published before, for links that were made on it', async () => {
    const { manifest, readJson } = await open(serve())
    const version = findEarlier(manifest, 'aaaaaaaa')
    if (!version) throw new Error('the version before was not kept')
    const place = { indicator: 'requests_new', applicant: 'total', agency: 'jia-ju', year: 2018, evidence: 'A' }
    const read = await openEarlier(version, [place], readJson)
    expect(read(place)).toMatchObject({ value: null, state: 'blank' })
    const rows = (await readJson('api/indicators/requests_new.json')) as readonly (typeof place & { readonly value: number | null })[]
    expect(rows.find((row) => row.agency === 'jia-ju' && row.year === 2018 && row.applicant === 'total')?.value).toBe(40)
    expect(findEarlier(manifest, manifest.dataSha256.slice(0, 8))).toBe(null)
  })

  it('hands out the compiled file only when size and hash are those of the manifest', async () => {
    const good = await open(serve())
    expect((await good.readData()).length).toBe(good.manifest.dataBytes)
    expect(good.manifest.dataFile).toBe(`dataset.${good.manifest.dataSha256.slice(0, 16)}.duckdb`)
    const isData = (file: string) => file.endsWith('.duckdb')
    const flipped = await open(serve((file, bytes) => (isData(file) ? bytes.map((byte, i) => (i === 5000 ? byte ^ 1 : byte)) : bytes)))
    await expect(flipped.readData()).rejects.toMatchObject({ name: 'DownloadError', code: 'hash' })
    const shorter = await open(serve((file, bytes) => (isData(file) ? bytes.subarray(0, 4096) : bytes)))
    await expect(shorter.readData()).rejects.toMatchObject({ name: 'DownloadError', code: 'length' })
  })

  it.each([
    [
      'a missing catalogue',
      (file: string, bytes: Uint8Array) => (file.endsWith('catalogue.json') ? null : bytes),
      'catalogue.json: the server answers 404',
    ],
    [
      'a page instead of JSON',
      (file: string, bytes: Uint8Array) => (file.endsWith('agencies.json') ? text('<html>') : bytes),
      'agencies.json: this is not JSON',
    ],
    [
      'a newer schema',
      (file: string, bytes: Uint8Array) =>
        file.endsWith('manifest.json') ? change(bytes, '"schemaVersion": 1', '"schemaVersion": 9') : bytes,
      'has schema 9, this app reads schema 1',
    ],
    [
      'a data file elsewhere',
      (file: string, bytes: Uint8Array) =>
        file.endsWith('manifest.json') ? change(bytes, '"dataFile": "', '"dataFile": "//evil.example/') : bytes,
      'manifest.json: dataFile',
    ],
    [
      'a list that points elsewhere',
      (file: string, bytes: Uint8Array) => (file === 'datasets.json' ? change(bytes, 'data/small/', 'https://evil.example/') : bytes),
      'datasets.json: 0.manifest',
    ],
    ['an empty list', (file: string, bytes: Uint8Array) => (file === 'datasets.json' ? text('[]') : bytes), 'datasets.json'],
  ])('says what is wrong with %s', async (_, damage, message) => {
    await expect(open(serve(damage))).rejects.toThrow(message)
  })

  const text = (content: string): Uint8Array => new TextEncoder().encode(content)
  const change = (bytes: Uint8Array, from: string, to: string): Uint8Array => text(new TextDecoder().decode(bytes).replace(from, to))
})

describe('?data= is an id, never an address', () => {
  const elsewhere = [
    '//evil.example/',
    '\\\\evil.example\\',
    'https://evil.example/x',
    'data:application/json,[]',
    'blob:x',
    '../other',
    'small/../../x',
    'SMALL',
    '%73mall',
    'ｓmall',
    '',
    ' small',
    '__proto__',
  ]
  it.each(elsewhere)('%j opens the default and is said to be unknown', async (id) => {
    const entries = await listDatasets(serve())
    expect(chooseDataset(entries, id)).toEqual({ entry: entries[0], unknown: true })
  })

  it('a known id opens its dataset', async () => {
    const entries = await listDatasets(serve())
    expect(chooseDataset(entries, 'small')).toEqual({ entry: entries[0], unknown: false })
    expect(chooseDataset(entries, null).unknown).toBe(false)
  })
})
