import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeDemo } from '../../src/demo/demoFiles.ts'
import { compileFolder } from '../../src/publish.ts'

/**
 * Three forms, two years on each of the later two, and every sort of slip; quick to compile. With `OGI_LONG=1` twice a whole city over
 * all years, of any seed.
 */
const size =
  process.env['OGI_LONG'] === '1'
    ? { agencies: 84, years: [2014, 2025] as const, seed: Number(process.env['OGI_SEED'] ?? 11) }
    : { agencies: 14, years: [2018, 2022] as const, seed: 11 }

/** A synthetic city as a dataset folder, and compiled. */
export interface CompiledCity {
  readonly folder: string
  readonly file: string
  remove(): void
}

/** Makes a city in a place of its own, and compiles it. */
export async function compileCity(): Promise<CompiledCity> {
  const place = mkdtempSync(path.join(tmpdir(), 'ogi-checks-'))
  const begun = new Set<string>()
  writeDemo(size, (file, text) => {
    ;(begun.has(file) ? appendFileSync : writeFileSync)(path.join(place, file), text)
    begun.add(file)
  })
  mergeTwo(place)
  makeAlike(place)
  const out = path.join(place, 'compiled')
  await compileFolder(place, out)
  return { folder: place, file: path.join(out, 'dataset.duckdb'), remove: () => rmSync(place, { recursive: true, force: true }) }
}

/** One body takes in another, so that two of its years are not held against each other. */
function mergeTwo(folder: string): void {
  const lines = readFileSync(path.join(folder, 'agencies.csv'), 'utf8').split('\n').slice(1)
  const [one = '', other = ''] = lines.map((line) => line.split(',')[0] ?? '').slice(2)
  const columns = (readFileSync(path.join(folder, 'events.csv'), 'utf8').split('\n')[0] ?? '').split(',')
  const event: Readonly<Record<string, string>> = { agency_id: one, on: '2021-05-01', kind: 'merged_into', other_id: other }
  appendFileSync(path.join(folder, 'events.csv'), `${columns.map((name) => event[name] ?? '').join(',')}\n`)
}

/**
 * All bureaus of the city are of one kind. One of them issued no document in a year in which each of the others issued many, one prints
 * last year's cells again, of one a report is not there, and of one it was put right more than a year later.
 */
function makeAlike(folder: string): void {
  const edit = (file: string, change: (lines: readonly string[]) => readonly string[]): void => {
    const place = path.join(folder, file)
    writeFileSync(place, `${change(readFileSync(place, 'utf8').trimEnd().split('\n')).join('\n')}\n`)
  }
  const isAlike = (line: string): boolean => /,prefecture,(?!政府,)/.test(line)
  const alike: string[] = []
  edit('agencies.csv', (lines) => {
    alike.push(...lines.filter(isAlike).map((line) => line.split(',')[0] ?? ''))
    return lines.map((line) => (isAlike(line) ? line.replace(/,prefecture,[^,]+,/, ',prefecture,教育,') : line))
  })
  const lone = alike[0]
  const absent = alike.at(-2)
  const copier = alike.at(-1)
  const isThere = (line: string): boolean => !line.startsWith(`${absent ?? ''}-2020,`)
  edit('reports.csv', (lines) => {
    const names = (lines[0] ?? '').split(',')
    const [id, on, version] = ['report_id', 'published_on', 'version'].map((name) => names.indexOf(name))
    const again = lines.filter((line) => line.startsWith(`${lone ?? ''}-2021,`)).map((line) => line.split(','))
    const corrected = again.map((fields) =>
      fields.map((field, at) => (at === id ? `${field}-v2` : at === on ? '2023-03-01' : at === version ? '2' : field)).join(','),
    )
    return [...lines.filter(isThere), ...corrected]
  })
  edit('cells.csv', (lines) => {
    const copied = lines.filter((line) => line.startsWith(`${copier ?? ''}-2021,`)).map((line) => line.replace('-2021,', '-2022,'))
    const own = lines.filter((line) => isThere(line) && !line.startsWith(`${copier ?? ''}-2022,`))
    return [...own, ...copied].map((line) => {
      const [report = '', indicator = '', applicant = '', cell = '', column = ''] = line.split(',')
      if (!report.endsWith('-2022') || indicator !== 'normative_docs_issued' || !alike.includes(report.slice(0, -5))) return line
      return [report, indicator, applicant, cell, column, report === `${lone ?? ''}-2022` ? '0,0,zero' : '30,30,value', 'A', '', ''].join(
        ',',
      )
    })
  })
}
