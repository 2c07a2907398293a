import type { FormId } from '../forms/form.ts'
import type { Figure, ParsedReport, Place } from '../reports/figure.ts'
import type { Label } from '../text/label.ts'
import { compareVersions, type VersionDifference } from './compareVersions.ts'
import type { AgencyRow, CellRow, ReportRow } from './tables.ts'

/** Rows for `reports.csv` and `cells.csv`, and the files that gave none, each with its reason. */
export interface Collection {
  readonly reports: readonly ReportRow[]
  readonly cells: readonly CellRow[]
  readonly left: readonly { readonly file: string; readonly reason: Label }[]
  /** Guesses that a person should confirm. */
  readonly assumed: readonly { readonly report: string; readonly reason: Label }[]
  /** Reports of an agency and year that was there already: what the newest version before this one printed otherwise. */
  readonly versions: readonly { readonly report: string; readonly before: string; readonly difference: VersionDifference }[]
  /** Reports whose file was there already and still reads the same: nothing changed. */
  readonly same: readonly string[]
}

/** What a dataset has already. */
export interface Held {
  readonly agencies: readonly Pick<AgencyRow, 'agency_id'>[]
  readonly reports: readonly ReportRow[]
  readonly cells: readonly CellRow[]
}

/**
 * Adds parsed reports to a dataset. The same file (by SHA-256) replaces its earlier rows, which changes nothing unless it is read
 * otherwise by now; another file of an agency and year becomes the next version, with what differs from the one before. Sentences that were not placed are other people's words and never enter a dataset.
 */
export function collectReports(parsed: readonly ParsedReport[], held: Held): Collection {
  const known = new Set(held.agencies.map((agency) => agency.agency_id))
  const reports = [...held.reports]
  const replaced = new Map<string, readonly CellRow[]>()
  const left: { file: string; reason: Label }[] = []
  const assumed: { report: string; reason: Label }[] = []
  const versions: Collection['versions'][number][] = []
  const same: string[] = []
  const heldCells = new Map<string, CellRow[]>()
  for (const cell of held.cells) {
    const list = heldCells.get(cell.report_id)
    if (list) list.push(cell)
    else heldCells.set(cell.report_id, [cell])
  }
  const cellsOf = (id: string): readonly CellRow[] => replaced.get(id) ?? heldCells.get(id) ?? []
  for (const one of parsed) {
    const refusal = whyLeft(one, known)
    const { agency_id: agency, year, form } = one.report
    if (refusal || agency === null || year === null || form === null) {
      left.push({ file: one.file, reason: refusal ?? unknownAgency })
      continue
    }
    const sameYear = reports.filter((report) => report.agency_id === agency && report.year === year)
    const before = sameYear.find((report) => report.source_sha256 === one.sha256)
    const newest = sameYear.reduce<ReportRow | null>(
      (last, report) => (last === null || report.version > last.version ? report : last),
      null,
    )
    const version = before?.version ?? (newest?.version ?? 0) + 1
    const id = before?.report_id ?? freeId(agency, year, version, reports)
    const elsewhere = reports.find((report) => report.source_sha256 === one.sha256 && report.report_id !== id)
    if (elsewhere)
      assumed.push({
        report: id,
        reason: {
          zh: `同一个文件也记作 ${elsewhere.report_id}，请确认机关和年度`,
          en: `the same file also stands as ${elsewhere.report_id}; confirm agency and year`,
        },
      })
    if (one.report.scope === null)
      assumed.push({
        report: id,
        reason: { zh: '统计范围没有写明，按本机关（own）记', en: 'the report does not say whose figures these are; kept as own' },
      })
    const row = reportRow(one, id, { agency, year, form }, version, before)
    const rows = one.figures.map((figure) => cellRow(id, figure))
    if (before && isSame(cellsOf(id), rows) && isSame([before], [row])) same.push(id)
    else if (!before && newest !== null)
      versions.push({ report: id, before: newest.report_id, difference: compareVersions(cellsOf(newest.report_id), rows) })
    if (before) reports[reports.indexOf(before)] = row
    else reports.push(row)
    replaced.set(id, rows)
  }
  reports.sort(
    (a, b) => compareText(a.agency_id, b.agency_id) || a.year - b.year || a.version - b.version || compareText(a.report_id, b.report_id),
  )
  const cells = reports.flatMap((report) => cellsOf(report.report_id))
  return { reports, cells, left, assumed, versions, same }
}

const isSame = (one: readonly object[], other: readonly object[]): boolean => writeSorted(one) === writeSorted(other)
const writeSorted = (rows: readonly object[]): string =>
  JSON.stringify(rows.map((row) => Object.entries(row).sort(([a], [b]) => compareText(a, b))))

/** `agency-2020`, `agency-2020-v2`; an id that another report happens to have is passed over. */
function freeId(agency: string, year: number, version: number, reports: readonly ReportRow[]): string {
  const taken = new Set(reports.map((report) => report.report_id))
  for (let number = version; ; number += 1) {
    const id = number === 1 ? `${agency}-${year}` : `${agency}-${year}-v${number}`
    if (!taken.has(id)) return id
  }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const unknownAgency: Label = { zh: '机关不在 agencies.csv 里，请先添加', en: 'its agency is not in agencies.csv; add it first' }

function whyLeft({ report, figures }: ParsedReport, known: ReadonlySet<string>): Label | null {
  if (report.form === 'pre2014') return { zh: '2014 年以前的统计表不收', en: 'tables from before 2014 are not taken' }
  if (report.form === null) return { zh: '没有确定表式，未收', en: 'its form was not told; not taken' }
  if (report.agency_id === null || !known.has(report.agency_id)) return unknownAgency
  if (report.year === null) return { zh: '没有认出报告年度，请用 --year 指明', en: 'its year was not recognised; say it with --year' }
  if (figures.length === 0) return { zh: '没有读到任何数字', en: 'no figure was read from it' }
  return null
}

function reportRow(
  one: ParsedReport,
  id: string,
  { agency, year, form }: { readonly agency: string; readonly year: number; readonly form: FormId },
  version: number,
  before: ReportRow | undefined,
): ReportRow {
  const { scope, title, period_start, period_end, published_on } = one.report
  return {
    report_id: id,
    agency_id: agency,
    year,
    form,
    scope: scope ?? before?.scope ?? 'own',
    title: title ?? before?.title ?? null,
    period_start: period_start ?? before?.period_start ?? null,
    period_end: period_end ?? before?.period_end ?? null,
    published_on: published_on ?? before?.published_on ?? null,
    // The file does not know where it was published; what a person wrote stays.
    source_url: before?.source_url ?? null,
    source_sha256: one.sha256,
    version,
    status: before?.status ?? 'published',
  }
}

const cellRow = (report: string, figure: Figure): CellRow => ({
  report_id: report,
  indicator: figure.indicator,
  applicant: figure.applicant,
  cell: figure.cell,
  column: figure.column,
  printed: figure.printed,
  value: figure.value,
  state: figure.state,
  evidence: figure.evidence,
  qualifier: figure.qualifier,
  where: writePlace(figure.where),
})

/** A place as JSON without what is unknown; null when nothing is known. */
function writePlace(place: Place): string | null {
  const known = Object.entries(place).filter(([, number]) => number !== null)
  return known.length === 0 ? null : JSON.stringify(Object.fromEntries(known))
}

/** One figure that was added, is gone, or reads otherwise than before. */
export interface CellChange {
  readonly report: string
  readonly figure: string
  readonly before: string | null
  readonly after: string | null
}

/** How the cells differ, for a person to look at before the file is committed. Places do not count. */
export function compareCells(before: readonly CellRow[], after: readonly CellRow[]): CellChange[] {
  const [old, now] = [byFigure(before), byFigure(after)]
  const changes: CellChange[] = []
  for (const [key, cell] of old) {
    const other = now.get(key)
    if (!other) changes.push({ report: cell.report_id, figure: nameFigure(cell), before: sayCell(cell), after: null })
    else if (sayCell(cell) !== sayCell(other))
      changes.push({ report: cell.report_id, figure: nameFigure(cell), before: sayCell(cell), after: sayCell(other) })
  }
  for (const [key, cell] of now) {
    if (!old.has(key)) changes.push({ report: cell.report_id, figure: nameFigure(cell), before: null, after: sayCell(cell) })
  }
  return changes
}

const nameFigure = (cell: CellRow): string =>
  [cell.cell, cell.indicator, cell.applicant, cell.evidence === 'A' ? null : cell.evidence].filter((part) => part !== null).join(' ')
const sayCell = (cell: CellRow): string => [cell.state, cell.qualifier, cell.value, cell.printed].filter((part) => part !== null).join(' ')

/** Cells by figure; several of one kind in the prose are told apart by their order. */
function byFigure(cells: readonly CellRow[]): Map<string, CellRow> {
  const found = new Map<string, CellRow>()
  for (const cell of cells) {
    const name = `${cell.report_id} ${nameFigure(cell)} ${cell.column ?? ''}`
    let key = name
    for (let i = 2; found.has(key); i++) key = `${name} #${i}`
    found.set(key, cell)
  }
  return found
}
