import type { Catalogue } from '../indicators/catalogue.ts'
import type { Label } from '../text/label.ts'
import { findBrokenRules, makeCellContext, type CellContext } from './cellRules.ts'
import { echo, readCsv } from './csv.ts'
import { readDescriptor, type Descriptor } from './descriptor.ts'
import { readField } from './fields.ts'
import {
  agenciesTable,
  cellsTable,
  eventsTable,
  regionsTable,
  reportsTable,
  verdictsTable,
  type AgencyRow,
  type CellRow,
  type EventRow,
  type Field,
  type RegionRow,
  type ReportRow,
  type RowOf,
  type Table,
  type TableName,
  type VerdictRow,
} from './tables.ts'

/** One thing that is wrong with a dataset: where, and why. `line` is null when it is the whole file. */
export interface Reject {
  readonly file: string
  readonly line: number | null
  readonly column: string | null
  readonly code: string
  readonly reason: Label
}

/** How many records a file had, and what became of them: `rows` is always `accepted` + `rejected`. */
export interface RowCount {
  readonly rows: number
  readonly accepted: number
  readonly rejected: number
}

/** A dataset folder, read: what stands, and everything that does not. */
export interface DatasetPackage {
  /** Null when `datapackage.json` is missing or wrong. */
  readonly descriptor: Descriptor | null
  readonly regions: readonly RegionRow[]
  readonly agencies: readonly AgencyRow[]
  readonly events: readonly EventRow[]
  readonly reports: readonly ReportRow[]
  /** In the order of the file; empty when `takeCell` took them. */
  readonly cells: readonly CellRow[]
  readonly verdicts: readonly VerdictRow[]
  /** Cells with a number, prose among them. */
  readonly figures: number
  readonly counts: Readonly<Record<TableName, RowCount>>
  readonly rejects: readonly Reject[]
}

/** Reads one file of the folder; null when it is not there. */
export type ReadFile = (name: string) => Promise<Uint8Array | null>

/**
 * Reads and checks a dataset folder. Never throws over what a file says: every row that cannot stand is named. A row that names a
 * rejected row is rejected too. Give `takeCell` when there are more cells than memory can hold at once.
 */
export async function readPackage(readFile: ReadFile, catalogue: Catalogue, takeCell?: (cell: CellRow) => void): Promise<DatasetPackage> {
  const rejects: Reject[] = []
  const descriptor = await readDescriptorFile(readFile, rejects)
  const { regions, standingRegions, agencies, standingAgencies } = await readAgencyTables(readFile, rejects)
  const known = new Map<TableName, ReadonlySet<string>>([['agencies', keysOf(standingAgencies, 'agency_id')]])
  const events = await readTable(readFile, eventsTable, rejects)
  const standingEvents = keepStanding(events, eventsTable, known)
  const reports = await readTable(readFile, reportsTable, rejects)
  checkReports(reports)
  const standingReports = keepStanding(reports, reportsTable, known)
  const verdicts = await readTable(readFile, verdictsTable, rejects)
  const standingVerdicts = keepStanding(verdicts, verdictsTable, known)

  const cells: CellRow[] = []
  const context = makeCellContext(catalogue)
  let figures = 0
  const take = takeCell ?? ((cell: CellRow) => void cells.push(cell))
  const cellCount = await readCells(readFile, standingReports, context, rejects, (cell) => {
    if (cell.value !== null) figures += 1
    take(cell)
  })
  return {
    descriptor,
    regions: standingRegions,
    agencies: standingAgencies,
    events: standingEvents,
    reports: standingReports,
    cells,
    verdicts: standingVerdicts,
    figures,
    counts: {
      regions: countRows(regions, standingRegions),
      agencies: countRows(agencies, standingAgencies),
      events: countRows(events, standingEvents),
      reports: countRows(reports, standingReports),
      cells: cellCount,
      verdicts: countRows(verdicts, standingVerdicts),
    },
    rejects,
  }
}

async function readAgencyTables(readFile: ReadFile, rejects: Reject[]) {
  const regions = await readTable(readFile, regionsTable, rejects)
  const standingRegions = keepStanding(regions, regionsTable, new Map())
  const agencies = await readTable(readFile, agenciesTable, rejects)
  const standingAgencies = keepStanding(agencies, agenciesTable, new Map([['regions', keysOf(standingRegions, 'region_code')]]))
  return { regions, standingRegions, agencies, standingAgencies }
}

/** Only who there is, and what they were called: enough to recognise whose report a file is. */
export async function readAgencies(readFile: ReadFile): Promise<Pick<DatasetPackage, 'regions' | 'agencies' | 'events' | 'rejects'>> {
  const rejects: Reject[] = []
  const { standingRegions, standingAgencies } = await readAgencyTables(readFile, rejects)
  const events = await readTable(readFile, eventsTable, rejects)
  const standingEvents = keepStanding(events, eventsTable, new Map([['agencies', keysOf(standingAgencies, 'agency_id')]]))
  return { regions: standingRegions, agencies: standingAgencies, events: standingEvents, rejects }
}

/** A reject in one line, Chinese and English. */
export function sayReject({ file, line, column, reason }: Reject): string {
  const zh = [file, line === null ? '' : `第 ${line} 行`, column === null ? '' : `“${column}”列`].filter(Boolean).join(' ')
  const en = [file, line === null ? '' : `line ${line}`, column === null ? '' : `column ${column}`].filter(Boolean).join(', ')
  return `${zh}：${reason.zh}。 / ${en}: ${reason.en}.`
}

async function readDescriptorFile(readFile: ReadFile, rejects: Reject[]): Promise<Descriptor | null> {
  const file = 'datapackage.json'
  const bytes = await readFile(file)
  if (!bytes) {
    rejects.push(missingFile(file))
    return null
  }
  const read = readDescriptor(new TextDecoder().decode(bytes))
  if (read.ok) return read.descriptor
  for (const { path, reason } of read.problems) rejects.push({ file, line: null, column: path, code: 'descriptor', reason })
  return null
}

const missingFile = (file: string): Reject => ({
  file,
  line: null,
  column: null,
  code: 'file.missing',
  reason: { zh: '数据集文件夹里没有这个文件', en: 'the dataset folder has no such file' },
})

/** Rows of a small table with their lines, and the lines that were rejected, each problem told once. */
interface TableRead<Row> {
  readonly rows: readonly { readonly line: number; readonly row: Row }[]
  /** How many records there were. */
  readonly records: number
  reject(line: number, column: string | null, code: string, reason: Label): void
  readonly rejected: ReadonlySet<number>
}

async function readTable<T extends Table>(readFile: ReadFile, table: T, rejects: Reject[]): Promise<TableRead<RowOf<T>>> {
  const rejected = new Set<number>()
  const rows: { line: number; row: RowOf<T> }[] = []
  const reject: TableRead<RowOf<T>>['reject'] = (line, column, code, reason) => {
    rejected.add(line)
    rejects.push({ file: table.file, line, column, code, reason })
  }
  const seen = new Map<string, number>()
  const records = await readRecords(readFile, table, rejects, reject, (line, row) => {
    const key = table.key.map((name) => String(row.get(name) ?? '')).join('\u0001')
    const earlier = seen.get(key)
    if (table.key.length > 0 && earlier !== undefined) {
      reject(line, table.key[0] ?? null, 'row.duplicate', {
        zh: `与第 ${earlier} 行重复`,
        en: `repeats line ${earlier}`,
      })
      return
    }
    seen.set(key, line)
    rows.push({ line, row: Object.fromEntries(row) as RowOf<T> })
  })
  return { rows, records, reject, rejected }
}

/** Reads the records of a table and hands on those whose fields are all of their type. Returns how many records the file has. */
async function readRecords(
  readFile: ReadFile,
  table: Table,
  rejects: Reject[],
  reject: (line: number, column: string | null, code: string, reason: Label) => void,
  take: (line: number, row: Map<string, Field>) => void,
): Promise<number> {
  const bytes = await readFile(table.file)
  if (!bytes) {
    rejects.push(missingFile(table.file))
    return 0
  }
  const file = readCsv(bytes)
  const header = file.header
  for (const { line, column, code, reason } of file.problems) rejects.push({ file: table.file, line, column, code, reason })
  const headerProblems = header ? checkHeader(header, table) : []
  rejects.push(...headerProblems)
  if (!header || headerProblems.length > 0) return 0
  const columns = table.columns.map((column) => ({ column, at: header.indexOf(column.name) }))
  let records = 0
  for (const item of file.items) {
    records += 1
    if (item.kind === 'problem') {
      const { line, column, code, reason } = item.problem
      reject(line, column !== null && /^\d+$/.test(column) ? (header[Number(column) - 1] ?? column) : column, code, reason)
      continue
    }
    const { line, fields } = item.record
    const row = new Map<string, Field>()
    let good = true
    for (const { column, at } of columns) {
      const read = readField(fields[at] ?? '', column)
      if (read.ok) {
        row.set(column.name, read.value)
      } else {
        good = false
        reject(line, column.name, read.code, read.reason)
      }
    }
    if (good) take(line, row)
  }
  return records
}

function checkHeader(header: readonly string[], table: Table): Reject[] {
  const wanted = table.columns.map((column) => column.name)
  const missing = wanted
    .filter((name) => !header.includes(name))
    .map((name): Reject => ({
      file: table.file,
      line: 1,
      column: name,
      code: 'header.missing',
      reason: { zh: '缺少这一列', en: 'this column is missing' },
    }))
  const unknown = header
    .filter((name) => !wanted.includes(name))
    .map((name): Reject => ({
      file: table.file,
      line: 1,
      column: echo(name),
      code: 'header.unknown',
      reason: { zh: `没有这样的列；可用的列：${wanted.join(', ')}`, en: `there is no such column; the columns are ${wanted.join(', ')}` },
    }))
  return [...missing, ...unknown]
}

/** The rows that stand once every row that names a missing one is rejected, and in turn those that name them. */
function keepStanding<Row extends object>(
  read: TableRead<Row>,
  table: Table,
  known: ReadonlyMap<TableName, ReadonlySet<string>>,
): readonly Row[] {
  const references = table.columns.filter((column) => column.refersTo !== undefined)
  const key = table.key[0]
  let standing = read.rows.filter(({ line }) => !read.rejected.has(line))
  for (;;) {
    const own = new Set(standing.map(({ row }) => String(fieldOf(row, key ?? ''))))
    let changed = false
    standing = standing.filter(({ line, row }) => {
      const dangling = references.filter((column) => {
        const value = fieldOf(row, column.name)
        return value !== null && !(column.refersTo === table.name ? own : known.get(column.refersTo ?? table.name))?.has(String(value))
      })
      for (const column of dangling) {
        const value = echo(String(fieldOf(row, column.name)))
        read.reject(line, column.name, 'row.dangling', {
          zh: `“${value}”不在 ${column.refersTo}.csv 的有效行里`,
          en: `"${value}" is not among the valid rows of ${column.refersTo}.csv`,
        })
        changed = true
      }
      return dangling.length === 0
    })
    if (!changed) return standing.map(({ row }) => row)
  }
}

const fieldOf = (row: object, name: string): Field => (row as Readonly<Record<string, Field>>)[name] ?? null
const keysOf = (rows: readonly object[], name: string): ReadonlySet<string> => new Set(rows.map((row) => String(fieldOf(row, name))))

function checkReports(read: TableRead<ReportRow>): void {
  const seen = new Map<string, number>()
  for (const { line, row } of read.rows) {
    if (row.period_start !== null && row.period_end !== null && row.period_start > row.period_end) {
      read.reject(line, 'period_end', 'report.period', { zh: '统计期止早于统计期起', en: 'the period ends before it begins' })
    }
    const key = `${row.agency_id} ${row.year} ${row.version}`
    const earlier = seen.get(key)
    if (earlier === undefined) seen.set(key, line)
    else {
      read.reject(line, 'version', 'report.version', {
        zh: `第 ${earlier} 行已是这个机关这一年度的第 ${row.version} 版`,
        en: `line ${earlier} already is version ${row.version} of this agency and year`,
      })
    }
  }
}

function countRows(read: { readonly records: number }, standing: readonly unknown[]): RowCount {
  return { rows: read.records, accepted: standing.length, rejected: read.records - standing.length }
}

async function readCells(
  readFile: ReadFile,
  reports: readonly ReportRow[],
  context: CellContext,
  rejects: Reject[],
  take: (cell: CellRow) => void,
): Promise<RowCount> {
  const byId = new Map(reports.map((report) => [report.report_id, report]))
  const repeats = watchRepeats()
  const reject = (line: number, column: string | null, code: string, reason: Label): void => {
    rejects.push({ file: cellsTable.file, line, column, code, reason })
  }
  let accepted = 0
  const rows = await readRecords(readFile, cellsTable, rejects, reject, (line, fields) => {
    const cell = Object.fromEntries(fields) as unknown as CellRow
    const report = byId.get(cell.report_id)
    if (!report) {
      reject(line, 'report_id', 'row.dangling', {
        zh: `“${cell.report_id}”不在 reports.csv 的有效行里`,
        en: `"${cell.report_id}" is not among the valid rows of reports.csv`,
      })
      return
    }
    const broken = findBrokenRules(cell, report, context)
    for (const { column, code, reason } of broken) reject(line, column, code, reason)
    if (broken.length > 0) return
    if (repeats(cell)) {
      reject(line, cell.indicator === null ? 'cell' : 'indicator', 'cell.duplicate', {
        zh: '这份年报的这个数已经有了：同一指标、同一申请人只有一个 A 级数字',
        en: 'this report already has this figure: there is one of grade A per indicator and applicant',
      })
      return
    }
    accepted += 1
    take(cell)
  })
  return { rows, accepted, rejected: rows - accepted }
}

/**
 * Says whether a figure was there before. A bit per report and cell, because a national dataset has hundreds of millions of them;
 * prose figures are few and compared whole.
 */
function watchRepeats(): (cell: CellRow) => boolean {
  const slots = new Map<string, number>()
  const bits = new Map<string, Uint8Array>()
  const prose = new Map<string, Set<string>>()
  return (cell) => {
    if (cell.evidence !== 'A') {
      const told = prose.get(cell.report_id) ?? new Set()
      prose.set(cell.report_id, told)
      const text = JSON.stringify([cell.indicator, cell.evidence, cell.value, cell.qualifier, cell.printed, cell.where])
      return told.size === told.add(text).size
    }
    const name = cell.indicator === null ? `${cell.cell} ${cell.column ?? ''}` : `${cell.indicator}@${cell.applicant ?? ''}`
    const slot = slots.get(name) ?? slots.size
    slots.set(name, slot)
    let taken = bits.get(cell.report_id) ?? new Uint8Array(48)
    if (slot >> 3 >= taken.length) {
      const longer = new Uint8Array((slot >> 3) * 2)
      longer.set(taken)
      taken = longer
    }
    bits.set(cell.report_id, taken)
    const [at, bit] = [slot >> 3, 1 << (slot & 7)]
    const before = taken[at] ?? 0
    taken[at] = before | bit
    return (before & bit) !== 0
  }
}
