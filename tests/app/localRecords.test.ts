import { pinyin } from 'pinyin-pro'
import { zipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openDrawer } from '../../src/app/local/drawer.ts'
import { initialsByOrder } from '../../src/app/local/initials.ts'
import { isOf, keyOf, nameOf, readState, type ReportRecord } from '../../src/app/local/localRecords.ts'
import { findPackage } from '../../src/app/local/unpackPackage.ts'

const record = (year: number, stamp: string): ReportRecord => ({
  agency: 'jia-ju',
  year,
  file: `${year}.txt`,
  sha256: 'a'.repeat(64),
  acceptedOn: '2025-01-20',
  stamp,
})

describe('what is kept of a dataset', () => {
  it('is read in the order of accepting, and only that of this dataset', async () => {
    const drawer = await openDrawer(null)
    const [later, earlier] = [record(2020, '2'), record(2021, '1')]
    await drawer.put([
      [nameOf.report('small', later), later],
      [nameOf.report('small', earlier), earlier],
      [nameOf.report('other', later), later],
      [nameOf.figures(nameOf.report('small', later)), new Uint8Array(3)],
    ])
    const state = await readState(drawer, 'small')
    expect([...state.reports.values()].map(({ year }) => year)).toEqual([2021, 2020])
    const names = await drawer.names()
    expect(names.filter((name) => isOf('small', name))).toHaveLength(3)
    expect(names.filter((name) => isOf('other', name))).toHaveLength(1)
  })

  it('is compiled again when the app, the published data, a report or an agency is another', async () => {
    const drawer = await openDrawer(null)
    const first = record(2020, '1')
    await drawer.put([[nameOf.report('small', first), first]])
    const state = await readState(drawer, 'small')
    const key = keyOf('release 1', 'data 1', state)
    expect(keyOf('release 1', 'data 1', await readState(drawer, 'small'))).toBe(key)
    await drawer.put([[nameOf.report('small', first), { ...first, stamp: '2' }]])
    const again = await readState(drawer, 'small')
    expect(
      new Set([key, keyOf('release 2', 'data 1', state), keyOf('release 1', 'data 2', state), keyOf('release 1', 'data 1', again)]).size,
    ).toBe(4)
  })
})

describe('the letters by which an agency of this machine is found', () => {
  it('are nearly those of the dictionary', () => {
    const names = readFileSync('data/china-ogi/agencies.csv', 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[1] ?? '')
      .filter(Boolean)
    const wanted = names.map((name) => pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' }).join(''))
    const letters = names.flatMap((name, i) => [...initialsByOrder(name)].map((letter, at) => letter === wanted[i]?.[at]))
    expect(letters.filter(Boolean).length / letters.length).toBeGreaterThan(0.95)
    expect(initialsByOrder('甲市科学技术局（A区）')).toBe('jskxjsjaq')
  })
})

describe('a data package of a stranger', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  const files = { 'datapackage.json': bytes('{}'), 'reports.csv': bytes('report_id\n'), 'notes.docx': bytes('x') }
  const named = (prefix: string) => Object.fromEntries(Object.entries(files).map(([name, content]) => [prefix + name, content]))

  it.each([
    ['a folder', new Map(Object.entries(named('下载/small/')))],
    ['a zip', new Map([['small.zip', zipSync(files)]])],
    [
      'a zip of a folder, with another package deeper in it',
      new Map([['x.ZIP', zipSync({ ...named('small/'), 'small/old/datapackage.json': bytes('[]') })]]),
    ],
  ])('is found in %s, by the names that a package may have', (_, given) => {
    const found = findPackage(given)
    if (!(found instanceof Map)) throw new Error('nothing was found')
    expect([...found.keys()]).toEqual(['datapackage.json', 'reports.csv'])
    expect(new TextDecoder().decode(found.get('datapackage.json') as Uint8Array)).toBe('{}')
  })

  it('is refused with a sentence when its archive is damaged or a bomb', () => {
    const whole = zipSync(files)
    expect(findPackage(new Map([['a.zip', whole.subarray(0, whole.length - 10)]]))).toMatchObject({
      trouble: { en: expect.stringContaining('damaged') as string },
    })
    const bomb = zipSync({ 'cells.csv': new Uint8Array(50_000_000) }, { level: 9 })
    expect(findPackage(new Map([['a.zip', bomb]]))).toMatchObject({ trouble: { en: expect.stringContaining('too much') as string } })
  })
})
