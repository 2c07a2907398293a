import { writeRow } from '../dataset/compile.ts'
import { writeCsvRecord } from '../dataset/csv.ts'
import { writeDescriptor } from '../dataset/descriptor.ts'
import { tables, type Table } from '../dataset/tables.ts'
import { citySize, makeCity } from './demoCity.ts'
import { listReports } from './demoReports.ts'

/** What is asked of a synthetic dataset. */
export interface DemoOptions {
  /** From 1 to 100,000. */
  readonly agencies: number
  /** First and last report year, from 2014 on. */
  readonly years: readonly [from: number, to: number]
  readonly seed: number
}

/** Id of the synthetic dataset. */
export const demoId = 'demo-city'

/** Appends text to a file of the dataset. */
export type AppendText = (file: string, text: string) => void

/** How much was written. */
export interface DemoCounts {
  readonly agencies: number
  readonly reports: number
  readonly cells: number
  readonly slips: number
}

/**
 * Writes a synthetic dataset: invented cities of 42 bodies in three levels, reports on all three forms, most figures zero, with
 * contradictions, renamings, a merger, late and missing reports. Everything that was slipped in on purpose is listed in `slips.csv`.
 * The same options give the same bytes. Agencies come first, then reports and their cells piece by piece: memory does not grow.
 */
export function writeDemo({ agencies, years, seed }: DemoOptions, append: AppendText): DemoCounts {
  const titles = { zh: '合成城市（演示数据）', en: 'Synthetic city (made-up data)' }
  append('datapackage.json', writeDescriptor({ name: demoId, titles, synthetic: true, completeYears: [] }, describe(seed)))
  for (const table of tables as readonly Table[]) append(table.file, writeCsvRecord(table.columns.map(({ name }) => name)))
  append('slips.csv', writeCsvRecord(['report_id', 'kind', 'cell', 'applicant', 'was', 'printed']))
  append('README.md', explain({ agencies, years, seed }))
  const counts = { agencies: 0, reports: 0, cells: 0, slips: 0 }
  const write = (name: Table['name'], row: object): void => {
    const table = (tables as readonly Table[]).find((candidate) => candidate.name === name)
    if (!table) throw new Error(`no table is called ${name}`)
    append(table.file, writeCsvRecord(writeRow(row, table)))
  }
  for (let place = 1, left = agencies; left > 0; place += 1, left -= citySize) {
    const city = makeCity(place, Math.min(left, citySize), seed)
    for (const region of city.regions) write('regions', region)
    for (const { row } of city.agencies) write('agencies', row)
    for (const event of city.events) write('events', event)
    counts.agencies += city.agencies.length
    for (const agency of city.agencies) {
      for (const { report, cells, slips } of listReports(agency, years, seed)) {
        write('reports', report)
        for (const cell of cells) write('cells', cell)
        for (const slip of slips)
          append(
            'slips.csv',
            writeCsvRecord([slip.report, slip.kind, slip.cell ?? '', slip.applicant ?? '', slip.was ?? '', slip.printed ?? '']),
          )
        counts.reports += 1
        counts.cells += cells.length
        counts.slips += slips.length
      }
    }
  }
  return counts
}

const describe = (seed: number): Readonly<Record<string, unknown>> => ({
  description: `全部由程序生成，与任何真实机关无关。种子 ${seed}。/ Made by a program, about no real body. Seed ${seed}.`,
  version: '1.0.0',
  licenses: [{ name: 'CC0-1.0', path: 'https://creativecommons.org/publicdomain/zero/1.0/', title: 'CC0 1.0' }],
})

const explain = ({ agencies, years: [from, to], seed }: DemoOptions): string => `# 合成城市 / Synthetic city

本数据集的机关、年报和数字全部由程序生成，不代表任何真实机关。用来看清趋势、渠道和人员各页在数据完整时的样子，不要引用。
${agencies} 个机关，${from}–${to} 年，种子 ${seed}；有意放入的差错列在 slips.csv。

Every body, report and figure here is made up by a program and stands for no real body. It shows the pages at work on full data; do not cite it.
${agencies} bodies, ${from}–${to}, seed ${seed}; whatever was put in wrong on purpose is listed in slips.csv.
`
