import { describe, expect, it } from 'vitest'
import { readPackage } from '../../src/dataset/readPackage.ts'
import { formForYear } from '../../src/forms/dueForm.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { writeDemo, type DemoOptions } from '../../src/demo/demoFiles.ts'

function makeFiles(options: DemoOptions): Map<string, string> {
  const pieces = new Map<string, string[]>()
  writeDemo(options, (file, text) => {
    const list = pieces.get(file) ?? []
    pieces.set(file, list)
    list.push(text)
  })
  return new Map([...pieces].map(([file, list]) => [file, list.join('')]))
}

const read = (files: ReadonlyMap<string, string>) =>
  readPackage((name) => Promise.resolve(files.has(name) ? new TextEncoder().encode(files.get(name)) : null), ourCatalogue)

const city = { agencies: 42, years: [2014, 2025], seed: 7 } as const

describe('the synthetic city', () => {
  const files = makeFiles(city)

  it('is a dataset without a single rejected row, and says that it is synthetic', async () => {
    const { rejects, descriptor, counts } = await read(files)
    expect(rejects.slice(0, 5)).toEqual([])
    expect(descriptor?.synthetic).toBe(true)
    expect(counts.agencies.accepted).toBe(42)
    expect(counts.reports.accepted).toBeGreaterThan(450)
  })

  it('is the same for the same seed, and another for another', () => {
    expect(makeFiles(city)).toEqual(files)
    expect(makeFiles({ ...city, seed: 8 }).get('cells.csv')).not.toBe(files.get('cells.csv'))
  })

  it('has three levels, all three forms, a renaming and a merger, missing and late reports, second versions and reports without tables', async () => {
    const { agencies, reports, events } = await read(files)
    expect(new Set(agencies.map(({ level }) => level))).toEqual(new Set(['prefecture', 'county', 'town']))
    expect(new Set(reports.map(({ form }) => form))).toEqual(new Set(['pre2019_table', 'y2019', 'y2021', 'narrative']))
    expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(['renamed', 'merged_into', 'function_in', 'function_out']))
    expect(reports.filter(({ version }) => version === 1).length).toBeLessThan(42 * 12)
    expect(reports.some(({ version }) => version === 2)).toBe(true)
    expect(reports.some(({ published_on: on, year }) => on !== null && on > `${year + 1}-03-31`)).toBe(true)
    expect(reports.some(({ form, year }) => form === 'y2019' && formForYear(year) === 'y2021')).toBe(true)
  })

  it('agrees with itself in every report into which nothing was slipped', async () => {
    const { reports, cells } = await read(files)
    const slipped = new Set((files.get('slips.csv') ?? '').split('\n').map((line) => line.split(',')[0]))
    const clean = new Set(
      reports.filter(({ report_id: id, form }) => !slipped.has(id) && form !== 'narrative').map(({ report_id: id }) => id),
    )
    expect(clean.size).toBeGreaterThan(300)
    const sums = new Map<string, number>()
    for (const { report_id: report, indicator, applicant, value, evidence } of cells) {
      if (evidence !== 'A' || value === null || !clean.has(report)) continue
      const add = (name: string, by: number): void => void sums.set(`${report} ${name}`, (sums.get(`${report} ${name}`) ?? 0) + by)
      if (applicant !== 'total' && indicator === 'requests_new') add('applicants', value)
      if (applicant === 'total' && (indicator === 'requests_new' || indicator === 'requests_carried_in')) add('balance', value)
      if (applicant === 'total' && (indicator === 'outcomes_total' || indicator === 'requests_carried_out')) add('balance', -value)
      if (indicator === 'staff_total') add('staff', value)
      if (indicator === 'staff_full_time' || indicator === 'staff_part_time') add('staff', -value)
    }
    const later = reports.filter(({ report_id: id, form }) => clean.has(id) && form !== 'pre2019_table')
    expect(later.filter(({ report_id: id }) => sums.get(`${id} balance`) !== 0)).toEqual([])
    expect([...sums].filter(([name, sum]) => name.endsWith(' staff') && sum !== 0)).toEqual([])
  })

  it('leaves most figures zero, as reports do', async () => {
    const { cells } = await read(files)
    const tables = cells.filter(({ evidence, indicator }) => evidence === 'A' && indicator !== null)
    expect(tables.filter(({ state }) => state === 'zero').length / tables.length).toBeGreaterThan(0.6)
  })

  it('grows by whole cities', async () => {
    const { agencies, rejects } = await read(makeFiles({ agencies: 100, years: [2018, 2019], seed: 1 }))
    expect(agencies).toHaveLength(100)
    expect(rejects).toEqual([])
  })
})
