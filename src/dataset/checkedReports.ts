import { tablesOf, type CheckedAgency, type CheckedReport } from '../checks/checkedReport.ts'
import type { AgencyRow, CellRow, EventRow, ReportRow } from './tables.ts'

/** The tables that checks look at. */
export interface CheckedTables {
  readonly agencies: readonly AgencyRow[]
  readonly events: readonly EventRow[]
  readonly reports: readonly ReportRow[]
  readonly cells: readonly CellRow[]
}

/**
 * The latest version of every report with its figures and the report of the year before, as checks take them. The dataset keeps no
 * sentences, so `prose` is null.
 */
export function listCheckedReports({ agencies, events, reports, cells }: CheckedTables): CheckedReport[] {
  const agencyById = new Map(listCheckedAgencies(agencies).map((agency) => [agency.id, agency]))
  const figures = new Map<string, CellRow[]>()
  for (const cell of cells) {
    const list = figures.get(cell.report_id)
    if (list) list.push(cell)
    else figures.set(cell.report_id, [cell])
  }
  const ofYear = new Map<string, ReportRow[]>()
  for (const report of reports) {
    const key = `${report.agency_id} ${report.year}`
    ofYear.set(key, [...(ofYear.get(key) ?? []), report])
  }
  const made = new Map<string, CheckedReport>()
  const make = (
    row: ReportRow,
    versions: readonly ReportRow[],
    before: CheckedReport | null,
    noBefore: CheckedReport['noBefore'],
  ): CheckedReport => ({
    report: row.report_id,
    agency: agencyById.get(row.agency_id) ?? null,
    year: row.year,
    form: row.form,
    scope: row.scope,
    period_start: row.period_start,
    period_end: row.period_end,
    published_on: row.published_on,
    first_published_on: versions.find(({ version }) => version === 1)?.published_on ?? null,
    title: row.title,
    versions: versions.length,
    figures: figures.get(row.report_id) ?? [],
    tables: tablesOf(figures.get(row.report_id) ?? []),
    rowsLeft: null,
    prose: null,
    rows: null,
    statements: null,
    before,
    noBefore,
  })
  const latest = [...ofYear.values()].flatMap((versions) => {
    const row = versions.reduce((last, report) => (report.version > last.version ? report : last))
    return [{ row, versions }]
  })
  // Oldest first, so that the year before is there; it does not look further back itself.
  for (const { row, versions } of latest.sort((a, b) => a.row.year - b.row.year)) {
    const last = made.get(`${row.agency_id} ${row.year - 1}`) ?? null
    const noBefore = whyNoBefore({ agency: row.agency_id, year: row.year, scope: row.scope }, last, events)
    made.set(`${row.agency_id} ${row.year}`, make(row, versions, noBefore === null && last ? { ...last, before: null } : null, noBefore))
  }
  return [...made.values()].sort((a, b) => compareText(a.report, b.report))
}

/** An event that may keep two years of a body from being compared. */
export type ChangeOfBody = Pick<EventRow, 'agency_id' | 'on'> & { readonly other_id: string | null; readonly kind: string }

/** Why a report may not be held against that of the year before; null where it may. */
export function whyNoBefore(
  report: { readonly agency: string; readonly year: number; readonly scope: string | null },
  last: { readonly scope: string | null } | null,
  events: readonly ChangeOfBody[],
): CheckedReport['noBefore'] {
  if (last === null) return 'report_not_loaded'
  if (last.scope !== report.scope) return 'scope_differs'
  const changed = events.some(
    ({ agency_id: agency, other_id: other, on, kind }) =>
      on.startsWith(`${report.year}-`) &&
      ((kind === 'merged_into' && other === report.agency) ||
        (kind === 'split_from' && (agency === report.agency || other === report.agency))),
  )
  return changed ? 'identity_changed' : null
}

/** An agency as checks know it. */
export const listCheckedAgencies = (
  rows: readonly Pick<AgencyRow, 'agency_id' | 'name' | 'level' | 'system' | 'deadline'>[],
): CheckedAgency[] =>
  rows.map((row) => ({ id: row.agency_id, name: row.name, level: row.level, system: row.system, deadline: row.deadline }))

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
