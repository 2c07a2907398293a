import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepEarlier } from '../../src/commands/keepEarlier.ts'
import { isVersion } from '../../src/dataset/dataVersion.ts'
import { chooseEarlier, earlierFolder, findEarlier, openEarlier, packEarlier, readKept } from '../../src/dataset/earlierValues.ts'
import { readManifest, type Manifest } from '../../src/dataset/manifest.ts'
import type { IndicatorValue } from '../../src/dataset/staticApi.ts'

const smallManifest = {
  schemaVersion: 1,
  id: 'small',
  title: { zh: '小', en: 'Small' },
  synthetic: true,
  years: [2018, 2018],
  dataFile: 'dataset.duckdb',
  dataBytes: 1,
  package: null,
  counts: { regions: 0, agencies: 1, reports: 1, cells: 1, figures: 1 },
  dates: { first: '2019-03-01', last: '2019-03-01' },
  completeYears: [],
  answers: [],
  files: {},
}

const row = (given: Partial<IndicatorValue>): IndicatorValue => ({
  agency: 'jia-ju',
  year: 2018,
  applicant: null,
  value: null,
  state: 'blank',
  evidence: 'A',
  qualifier: null,
  form: 'pre2019_table',
  scope: 'own',
  report: 'jia-ju-2018',
  n: null,
  ...given,
})

describe('the values of an earlier version', () => {
  const rows = [
    row({ value: 12, state: 'value' }),
    row({ year: 2019 }),
    row({ year: 2020, state: 'not_loaded', evidence: null }),
    row({ agency: 'constructor', value: 0, state: 'zero' }),
    row({ year: 2018, value: 12, state: 'value', evidence: 'C', qualifier: '≥', n: null }),
  ]
  const files = new Map(packEarlier([['staff_total', rows]]))
  const read = (address: string, agency: string, year: number, evidence: string | null = 'A') =>
    readKept(JSON.parse(files.get(address) ?? 'null'), { measure: 'staff_total', agency, year, evidence })

  it('come back with their states, by indicator and by agency; a blank is no zero and what was not loaded is nothing', () => {
    expect([...files.keys()].sort()).toEqual([
      'agencies/constructor.json',
      'agencies/jia-ju.json',
      'index.json',
      'indicators/staff_total.json',
    ])
    for (const address of ['indicators/staff_total.json', 'agencies/jia-ju.json']) {
      expect(read(address, 'jia-ju', 2018)).toEqual({ value: 12, state: 'value', qualifier: null, n: null })
      expect(read(address, 'jia-ju', 2018, 'C')).toEqual({ value: 12, state: 'value', qualifier: '≥', n: null })
      expect(read(address, 'jia-ju', 2019)).toEqual({ value: null, state: 'blank', qualifier: null, n: null })
      expect(read(address, 'jia-ju', 2020)).toEqual({ value: null, state: 'not_loaded', qualifier: null, n: null })
      expect(read(address, 'jia-ju', 2019, 'B')).toEqual({ value: null, state: 'not_reported', qualifier: null, n: null })
    }
    expect(read('indicators/staff_total.json', 'constructor', 2018)).toEqual({ value: 0, state: 'value', qualifier: null, n: null })
    expect(read('indicators/staff_total.json', 'toString', 2018).state).toBe('not_loaded')
  })

  it('are read in as few files as there are', async () => {
    const asked: string[] = []
    const readJson = (address: string) => {
      asked.push(address)
      return Promise.resolve(JSON.parse(files.get(address.replace('earlier/1/', '')) ?? 'broken') as unknown)
    }
    const place = { indicator: 'staff_total', applicant: null, agency: 'jia-ju', year: 2018, evidence: 'A' }
    const readOne = await openEarlier({ folder: 'earlier/1' }, [place, { ...place, agency: 'new-ju' }], readJson)
    expect(asked).toEqual(['earlier/1/index.json', 'earlier/1/indicators/staff_total.json'])
    expect(readOne(place)?.value).toBe(12)
    expect(readOne({ ...place, agency: 'new-ju' })).toMatchObject({ value: null, state: 'not_loaded' })
    expect(readOne({ ...place, indicator: 'renamed' })).toBe(null)
  })

  it('keep the size behind a rate, so that a small one is still said as “2 of 4”', () => {
    const rates = new Map(packEarlier([['rate', [row({ value: 0.5, state: 'value', n: 4 })]]]))
    const found = readKept(JSON.parse(rates.get('indicators/rate.json') ?? ''), {
      measure: 'rate',
      agency: 'jia-ju',
      year: 2018,
      evidence: 'A',
    })
    expect(found).toEqual({ value: 0.5, state: 'value', qualifier: null, n: 4 })
  })

  it.each([null, [], 'text', { staff_total: 1 }, { staff_total: { 'jia-ju': { 2018: { value: 1 } } } }])(
    'survive a broken file: %j',
    (file) => {
      expect(readKept(file, { measure: 'staff_total', agency: 'jia-ju', year: 2018, evidence: 'A' }).value).toBe(null)
    },
  )

  it('stay for two versions, and not for the one that is published', () => {
    const hash = (digit: string) => digit.repeat(64)
    const data = (digit: string) => ({ dataSha256: hash('0'), contentSha256: hash(digit), formerSha256: [] })
    const version = (digit: string) => ({ ...data(digit), dataSha256: hash(digit), folder: earlierFolder(data(digit)) })
    const before = { ...data('c'), dataSha256: hash('c'), earlier: [version('b'), version('a')] }
    const now = (digit: string) => ({ ...data(digit), dataSha256: hash('9') })
    expect(chooseEarlier(before, now('d'))).toEqual([version('c'), version('b')])
    expect(chooseEarlier(before, now('c'))).toEqual([version('b'), version('a')])
    expect(chooseEarlier(before, now('b'))).toEqual([version('c'), version('a')])
    expect(findEarlier(before, 'aaaaaaaa')).toEqual(version('a'))
    expect(findEarlier(before, 'cccccccc')).toBe(null)
  })
})

describe('publishing over an earlier version', () => {
  let folder: string
  const inFolder = (name: string) => path.join(folder, name)
  beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'ogi-test-'))))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  /** What a build leaves, as far as the next one reads it. */
  const publish = (name: string, digit: string, value: number, before: string | null, content: string | null = digit): Manifest => {
    const version = { dataSha256: digit.repeat(64), contentSha256: content?.repeat(64) ?? null }
    mkdirSync(inFolder(`${name}/api/indicators`), { recursive: true })
    writeFileSync(inFolder(`${name}/api/indicators/staff_total.json`), JSON.stringify([row({ value, state: 'value' })]))
    const kept = keepEarlier(before === null ? null : inFolder(before), inFolder(name), version)
    const manifest = { ...smallManifest, ...version, ...kept }
    writeFileSync(inFolder(`${name}/manifest.json`), JSON.stringify(manifest))
    return readManifest(manifest)
  }

  it('keeps the values of two versions, and none of data that did not change', () => {
    expect(publish('first', 'a', 1, null).earlier).toEqual([])
    expect(publish('same', 'a', 1, 'first').earlier).toEqual([])
    expect(existsSync(inFolder('same/earlier'))).toBe(false)
    publish('second', 'b', 2, 'same')
    publish('third', 'c', 3, 'second')
    const { earlier } = publish('fourth', 'd', 4, 'third')
    expect(earlier.map(({ dataSha256 }) => dataSha256.slice(0, 1))).toEqual(['c', 'b'])
    expect(readdirSync(inFolder('fourth/earlier')).sort()).toEqual(['b'.repeat(16), 'c'.repeat(16)])
    const place = { measure: 'staff_total', agency: 'jia-ju', year: 2018, evidence: 'A' }
    const kept = earlier.map(({ folder: version }) =>
      ['indicators/staff_total.json', 'agencies/jia-ju.json'].map(
        (file) => readKept(JSON.parse(readFileSync(inFolder(`fourth/${version}/${file}`), 'utf8')), place).value,
      ),
    )
    expect(kept).toEqual([
      [3, 3],
      [2, 2],
    ])
    expect(() => publish('fourth', 'e', 5, 'fourth')).toThrow('over itself')
  })

  it('knows the same data compiled again, and the links of builds that named the compiled file', () => {
    // Builds from before contents had a fingerprint: 1 held other figures, 2 those of today.
    publish('old', '1', 1, null, null)
    publish('compiled', '2', 2, 'old', null)
    const today = publish('today', '3', 2, 'compiled', 'c')
    expect(isVersion(today, 'cccccccc')).toBe(true)
    expect(isVersion(today, '22222222')).toBe(true)
    expect(today.earlier.map(({ dataSha256 }) => dataSha256.slice(0, 1))).toEqual(['1'])
    expect(findEarlier(today, '11111111')?.folder).toBe(`earlier/${'1'.repeat(16)}`)
    const again = publish('again', '4', 2, 'today', 'c')
    expect([again.earlier, again.formerSha256]).toEqual([today.earlier, today.formerSha256])
    const tomorrow = publish('tomorrow', '5', 3, 'again', 'd')
    expect(isVersion(tomorrow, '22222222')).toBe(false)
    const kept = ['cccccccc', '22222222', '44444444', '11111111'].map((of) => findEarlier(tomorrow, of)?.folder.slice(-1))
    expect(kept).toEqual(['c', 'c', 'c', '1'])
    // What was taken back is the same data again.
    expect(publish('back', '6', 2, 'tomorrow', 'c').earlier.map(({ folder: kept }) => kept.slice(-1))).toEqual(['d', '1'])
  })
})
