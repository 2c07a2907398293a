import { writeChecks } from '../checks/checkCatalogue.ts'
import type { CheckResult } from '../checks/runChecks.ts'
import { zipSync, type Zippable } from 'fflate'
import type { Agency, FormerName } from '../agencies.ts'
import { sha256Hex } from '../engine/sha256.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import { writeCatalogue } from '../indicators/catalogueFile.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { answerAddress, answerKey } from './answerAddress.ts'
import { writeCsvRecord } from './csv.ts'
import { schemaVersion, type Manifest } from './manifest.ts'
import type { ReportEntry } from './openDataset.ts'
import type { DatasetPackage, ReadFile } from './readPackage.ts'
import { tables, type AgencyRow, type ReportRow } from './tables.ts'

/** Writes one published file; the address is relative to the dataset's folder. */
export type WriteFile = (address: string, content: string | Uint8Array) => void

/** One row of `api/indicators/<id>.json`; `n` only for what is worked out. */
export interface IndicatorValue {
  readonly agency: string
  readonly year: number
  readonly applicant: string | null
  readonly value: number | null
  readonly state: string
  readonly evidence: string | null
  readonly qualifier: string | null
  readonly form: string | null
  readonly scope: string | null
  readonly report: string | null
  readonly n: number | null
}

/** One line of `api/indicators.json`: what the two files of an indicator hold, told before they are fetched. */
export interface IndicatorFiles {
  readonly id: string
  readonly rows: number
  /** Rows that carry a number. */
  readonly numbers: number
  /** Bytes of each file. */
  readonly json: number
  readonly csv: number
}

/** What the static API is made from. Rows are asked for one file at a time. */
export interface StaticApiSource {
  readonly catalogue: Catalogue
  readonly read: DatasetPackage
  readonly readFile: ReadFile
  readonly data: { readonly file: string; readonly bytes: number; readonly sha256: string }
  /** The SHA-256 of what the tables say. */
  readonly contentSha256: string
  /** Versions published before, whose values are kept beside. Asked when the files of the indicators are written. */
  readonly findEarlier?: () => Pick<Manifest, 'earlier' | 'formerSha256'>
  /** First letters of the pinyin of a Chinese name. */
  readonly initialsOf: (name: string) => string
  /** Every row of an indicator: all agencies and years, every applicant, every grade. */
  readonly valuesOf: (indicator: Indicator) => Promise<readonly IndicatorValue[]>
  readonly figuresOfAgency: (agency: string) => Promise<readonly object[]>
  readonly figuresOfReport: (report: string) => Promise<readonly object[]>
  /** What the checks gave, as `api/findings.json` has it. */
  readonly findings: CheckResult
  readonly answers: readonly {
    readonly question: string
    readonly params: Readonly<Record<string, unknown>>
    rows(): Promise<readonly object[]>
  }[]
}

/** First and last year that has a report; null without reports. */
export function yearsOf(reports: readonly Pick<ReportRow, 'year'>[]): [from: number, to: number] | null {
  if (reports.length === 0) return null
  return reports.reduce<[number, number]>(([from, to], { year }) => [Math.min(from, year), Math.max(to, year)], [Infinity, -Infinity])
}

/** Writes `manifest.json`, everything below `api/` and `dataset.zip`. The compiled file itself is not written here. */
export async function writeStaticApi(source: StaticApiSource, write: WriteFile): Promise<Manifest> {
  const { catalogue, read } = source
  if (read.descriptor === null) throw new Error('a dataset without a descriptor cannot be published')
  const files: Record<string, number> = {}
  const writeListed = (address: string, rows: unknown): void => {
    const text = JSON.stringify(rows)
    files[address] = new TextEncoder().encode(text).length
    write(address, text)
  }
  const agencies = listAgencies(read, source.initialsOf)
  const reports = listReports(read.reports)
  writeListed('api/catalogue.json', writeCatalogue(catalogue, writeChecks()))
  writeListed('api/agencies.json', agencies)
  writeListed('api/reports.json', reports)
  const indicators: IndicatorFiles[] = []
  for (const indicator of catalogue.indicators) {
    if (indicator.type === 'text') continue
    indicators.push(writeIndicator(indicator, await source.valuesOf(indicator), write))
  }
  writeListed('api/indicators.json', indicators)
  for (const agency of agencies) {
    const own = reports.filter((report) => report.agency === agency.id)
    write(`api/agencies/${agency.id}.json`, JSON.stringify({ agency, reports: own, figures: await source.figuresOfAgency(agency.id) }))
  }
  for (const report of reports) {
    write(`api/reports/${report.report}.json`, JSON.stringify({ report, figures: await source.figuresOfReport(report.report) }))
  }
  writeListed('api/findings.json', source.findings)
  for (const { question, params, rows } of source.answers) write(answerAddress(question, params), JSON.stringify(await rows()))
  const packed = await zipPackage(source.readFile)
  write('dataset.zip', packed)
  const manifest = makeManifest(read, source.data, {
    package: { file: 'dataset.zip', bytes: packed.length, sha256: sha256Hex(packed) },
    answers: source.answers.map(({ question, params }) => answerKey(question, params)),
    files,
    contentSha256: source.contentSha256,
    ...(source.findEarlier?.() ?? { earlier: [], formerSha256: [] }),
  })
  write('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

/** What only data that are published have. */
type PublishedParts = Pick<Manifest, 'contentSha256' | 'formerSha256' | 'package' | 'answers' | 'files' | 'earlier'>

/** The manifest of a dataset that was read and compiled. @throws {Error} without a descriptor. */
export function makeManifest(
  read: Omit<DatasetPackage, 'cells' | 'rejects'>,
  data: StaticApiSource['data'],
  published: PublishedParts = { contentSha256: null, formerSha256: [], package: null, answers: [], files: {}, earlier: [] },
): Manifest {
  const { descriptor, counts, reports } = read
  if (descriptor === null) throw new Error('a dataset without a descriptor has no manifest')
  const days = reports.flatMap((report) => (report.published_on === null ? [] : [report.published_on])).sort()
  return {
    schemaVersion,
    id: descriptor.name,
    title: descriptor.titles,
    synthetic: descriptor.synthetic,
    years: yearsOf(reports),
    dataFile: data.file,
    dataBytes: data.bytes,
    dataSha256: data.sha256,
    counts: {
      regions: counts.regions.accepted,
      agencies: counts.agencies.accepted,
      reports: counts.reports.accepted,
      cells: counts.cells.accepted,
      figures: read.figures,
    },
    dates: { first: days[0] ?? null, last: days.at(-1) ?? null },
    completeYears: [...descriptor.completeYears],
    version: descriptor.version ?? null,
    licenses: (descriptor.licenses ?? []).map((licence) => ({ ...licence })),
    ...published,
  }
}

/** Agencies as the app reads them: with the name of their region and the initials that they are searched by. */
export function listAgencies(
  { agencies, regions, events = [] }: Pick<DatasetPackage, 'agencies' | 'regions'> & Partial<Pick<DatasetPackage, 'events'>>,
  initialsOf: (name: string) => string,
): Agency[] {
  const regionNames = new Map(regions.map((region) => [region.region_code, region.name]))
  const regionByCode = new Map(regions.map((region) => [region.region_code, region]))
  const pathOf = (code: string): string[] => {
    const names: string[] = []
    // A region that stands above itself would never end.
    for (
      let at = regionByCode.get(code);
      at && names.length < 8;
      at = at.parent_code === null ? undefined : regionByCode.get(at.parent_code)
    )
      names.unshift(at.name)
    return names
  }
  const formerNames = new Map<string, FormerName[]>()
  for (const { agency_id: id, kind, old_name: name, on } of events) {
    if (kind === 'renamed' && name !== null) formerNames.set(id, [...(formerNames.get(id) ?? []), { name, until: on }])
  }
  return agencies
    .map((row: AgencyRow) => ({
      id: row.agency_id,
      name: row.name,
      shortName: row.short_name ?? row.name,
      aliases: row.aliases,
      initials: [...new Set([row.name, row.short_name ?? row.name].map(initialsOf))],
      regionCode: row.region_code,
      regionName: row.region_code === null ? null : (regionNames.get(row.region_code) ?? null),
      ...(row.region_code !== null && regionByCode.has(row.region_code) ? { regionPath: pathOf(row.region_code) } : {}),
      level: row.level,
      system: row.system,
      supervisorId: row.supervisor_id,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      successorId: row.successor_id,
      deadline: row.deadline,
      ...(formerNames.has(row.agency_id) ? { formerNames: formerNames.get(row.agency_id) ?? [] } : {}),
    }))
    .sort((a, b) => compareText(a.id, b.id))
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Reports as the app reads them, by agency, year and version. */
export const listReports = (rows: readonly ReportRow[]): ReportEntry[] =>
  rows
    .map(({ report_id: report, agency_id: agency, ...rest }) => ({
      report,
      agency,
      year: rest.year,
      form: rest.form,
      scope: rest.scope,
      title: rest.title,
      period_start: rest.period_start,
      period_end: rest.period_end,
      published_on: rest.published_on,
      source_url: rest.source_url,
      source_sha256: rest.source_sha256,
      version: rest.version,
      status: rest.status,
    }))
    .sort((a, b) => compareText(a.agency, b.agency) || a.year - b.year || a.version - b.version)

const indicatorColumns = ['agency', 'year', 'applicant', 'value', 'state', 'evidence', 'qualifier', 'form', 'scope', 'report'] as const

/**
 * The CSV is for programs: the names of the contract, LF, no byte-order mark, quotes only where they are needed. It holds ids, numbers
 * and words of the catalogue alone, so that no field of it can begin like a formula.
 */
function writeIndicator(indicator: Indicator, values: readonly IndicatorValue[], write: WriteFile): IndicatorFiles {
  const columns = indicator.kind === 'reported' ? indicatorColumns : ([...indicatorColumns, 'n'] as const)
  const rows = values.map((value) => Object.fromEntries(columns.map((column) => [column, value[column]])))
  const json = JSON.stringify(rows)
  write(`api/indicators/${indicator.id}.json`, json)
  let csv = writeCsvRecord(columns)
  for (const value of values) csv += writeCsvRecord(columns.map((column) => (value[column] === null ? '' : String(value[column]))))
  write(`api/indicators/${indicator.id}.csv`, csv)
  const bytesOf = (text: string): number => new TextEncoder().encode(text).length
  const numbers = values.filter(({ value }) => value !== null).length
  return { id: indicator.id, rows: rows.length, numbers, json: bytesOf(json), csv: bytesOf(csv) }
}

/** The files that a data package may have. */
export const packageFiles: readonly string[] = [
  'datapackage.json',
  ...tables.map((table) => table.file),
  'catalogue.json',
  'README.md',
  'LICENSE',
]

/** The data package itself, with its readme and licence where it has them. The same folder gives the same bytes. */
export async function zipPackage(readFile: ReadFile): Promise<Uint8Array<ArrayBuffer>> {
  const packed: Zippable = {}
  for (const name of packageFiles) {
    const bytes = await readFile(name)
    if (bytes) packed[name] = bytes
  }
  return zipSync(packed, { mtime: new Date(2000, 0, 1) })
}
