import type { Catalogue } from '../indicators/catalogue.ts'
import type { ParsedReport } from '../reports/figure.ts'
import type { Label } from '../text/label.ts'
import { collectReports } from './collectReports.ts'
import { writeRow } from './compile.ts'
import { writeCsv, writeCsvRecord } from './csv.ts'
import { readPackage, type ReadFile, type Reject } from './readPackage.ts'
import { agenciesTable, cellsTable, reportsTable, type AgencyRow, type CellRow, type ReportRow, type Table } from './tables.ts'

/** The files of a data package by name. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>

/** What is kept on a machine beside a published dataset: reports as a person confirmed them, and agencies that they need. */
export interface LocalAdditions {
  readonly reports: readonly ParsedReport[]
  readonly agencies: readonly AgencyRow[]
}

/** Where a local report went: its id and version in the merged package, or why it was left out. */
export type Placed =
  | { readonly report: string; readonly version: number; readonly left: null }
  | { readonly report: null; readonly version: null; readonly left: Label }

/** A package with the local additions in it. */
export interface MergedPackage {
  readonly files: PackageFiles
  /** In the order of the additions' reports. */
  readonly placed: readonly Placed[]
  /** Agencies that the package lacked; one that it has meanwhile is taken from the package. */
  readonly addedAgencies: readonly AgencyRow[]
  /** What is wrong with the package itself, its cells left aside: those are checked when it is compiled. */
  readonly rejects: readonly Reject[]
}

/** Reads the files of a package by name. */
export const readerOf =
  (files: PackageFiles): ReadFile =>
  (name) =>
    Promise.resolve(files.get(name) ?? null)

/**
 * Adds local reports to a data package, as `ogi collect` does: the same file replaces its earlier rows, another file of an agency
 * and year becomes the next version. Local reports are drafts. The files that were there stay as they are, apart from their new rows.
 */
export async function mergePackage(files: PackageFiles, catalogue: Catalogue, local: LocalAdditions): Promise<MergedPackage> {
  const held = await readPackage(withoutCells(files), catalogue)
  const known = new Set(held.agencies.map((agency) => agency.agency_id))
  const needed = new Set(local.reports.map(({ report }) => report.agency_id))
  const addedAgencies = local.agencies.filter((agency) => !known.has(agency.agency_id) && needed.has(agency.agency_id))
  const collected = collectReports(local.reports, {
    agencies: [...held.agencies, ...addedAgencies],
    reports: held.reports,
    cells: [],
  })
  const placed = placeReports(local.reports, collected.reports, collected.left)
  const isLocal = new Set(placed.flatMap(({ report }) => (report === null ? [] : [report])))
  const merged = new Map(files)
  if (isLocal.size > 0) {
    const reports = collected.reports.map((report): ReportRow => (isLocal.has(report.report_id) ? { ...report, status: 'draft' } : report))
    merged.set(reportsTable.file, encode(writeTable(reportsTable, reports)))
    const replaced = new Set(held.reports.map((report) => report.report_id).filter((id) => isLocal.has(id)))
    merged.set(cellsTable.file, await mergeCells(files, catalogue, replaced, collected.cells))
  }
  if (addedAgencies.length > 0) merged.set(agenciesTable.file, encode(writeTable(agenciesTable, [...held.agencies, ...addedAgencies])))
  return { files: merged, placed, addedAgencies, rejects: held.rejects }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const headerOf = (table: Table): string[] => table.columns.map((column) => column.name)
const writeTable = (table: Table, rows: readonly object[]): string =>
  writeCsv(
    headerOf(table),
    rows.map((row) => writeRow(row, table)),
  )

/** Everything but the cells: they are many, and merging does not need them. */
const withoutCells =
  (files: PackageFiles): ReadFile =>
  (name) =>
    Promise.resolve(name === cellsTable.file && files.has(name) ? encode(writeCsvRecord(headerOf(cellsTable))) : (files.get(name) ?? null))

function placeReports(
  asked: readonly ParsedReport[],
  reports: readonly ReportRow[],
  left: ReturnType<typeof collectReports>['left'],
): Placed[] {
  const byFile = new Map(reports.map((row) => [fileKey(row.agency_id, row.year, row.source_sha256), row]))
  return asked.map(({ file, sha256, report }) => {
    const row = byFile.get(fileKey(report.agency_id, report.year, sha256))
    if (row) return { report: row.report_id, version: row.version, left: null }
    const reason = left.find((one) => one.file === file)?.reason
    return { report: null, version: null, left: reason ?? { zh: '没有并入', en: 'it was not merged' } }
  })
}

const fileKey = (agency: string | null, year: number | null, sha256: string | null): string => `${agency} ${year} ${sha256}`

/** New cells go below those that are there, unless a published report is replaced or the columns stand in another order. */
async function mergeCells(
  files: PackageFiles,
  catalogue: Catalogue,
  replaced: ReadonlySet<string>,
  added: readonly CellRow[],
): Promise<Uint8Array> {
  const held = files.get(cellsTable.file) ?? new Uint8Array()
  const header = encode(writeCsvRecord(headerOf(cellsTable)))
  const rows: string[] = []
  if (replaced.size === 0 && startsWith(held, header)) {
    for (const cell of added) rows.push(writeCsvRecord(writeRow(cell, cellsTable)))
    const separator = held.at(-1) === 0x0a ? '' : '\n'
    return joinBytes(held, encode(separator + rows.join('')))
  }
  await readPackage(readerOf(files), catalogue, (cell) => {
    if (!replaced.has(cell.report_id)) rows.push(writeCsvRecord(writeRow(cell, cellsTable)))
  })
  for (const cell of added) rows.push(writeCsvRecord(writeRow(cell, cellsTable)))
  return joinBytes(header, encode(rows.join('')))
}

const startsWith = (bytes: Uint8Array, start: Uint8Array): boolean => start.every((byte, i) => bytes[i] === byte)

function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length)
  joined.set(first)
  joined.set(second, first.length)
  return joined
}
