import { allChecks } from '../checks/allChecks.ts'
import type { CheckedReport } from '../checks/checkedReport.ts'
import { gatherNumbers, indexPeers } from '../checks/peerFigures.ts'
import { checkReports, type CheckResult } from '../checks/runChecks.ts'
import { existsIn } from '../agencies.ts'
import type { AgencyRow, ReportRow } from './tables.ts'
import { listCheckedAgencies, listCheckedReports, type CheckedTables } from './checkedReports.ts'

/** A package with what its descriptor declares. */
export interface CheckedPackage extends CheckedTables {
  readonly descriptor: { readonly completeYears: readonly number[] } | null
}

/** What tells which reports are not there. */
interface CoveredPackage extends Pick<CheckedPackage, 'descriptor'> {
  readonly agencies: readonly (Parameters<typeof listCheckedAgencies>[0][number] & Pick<AgencyRow, 'valid_from' | 'valid_to'>)[]
  readonly reports: readonly Pick<ReportRow, 'agency_id' | 'year'>[]
}

/**
 * What the checks give over the latest reports of a package, and over those that are not there: every failure, and everything that
 * cannot be told.
 */
export function checkPackage(read: CheckedPackage): CheckResult {
  const reports = listCheckedReports(read)
  return checkReports([...reports, ...listAbsentReports(read)], allChecks, { copied: null, peers: indexPeers(reports, gatherNumbers) })
}

/**
 * A place for every body and year without a report, from the first year to the last that the dataset has or declares complete. A body
 * that had ended, or had not begun, by the end of a year is expected to have none.
 */
export function listAbsentReports({ agencies, descriptor, reports }: CoveredPackage): readonly CheckedReport[] {
  const declared = new Set(descriptor?.completeYears)
  const years = new Set([...declared, ...reports.map(({ year }) => year)])
  if (years.size === 0) return []
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const loaded = new Set(reports.map((report) => `${report.agency_id} ${report.year}`))
  const checked = listCheckedAgencies(agencies)
  const absent = agencies.flatMap((row, at) => {
    const agency = checked[at]
    if (!agency) return []
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
      .filter((year) => !loaded.has(`${row.agency_id} ${year}`))
      .filter((year) => existsIn({ validFrom: row.valid_from, validTo: row.valid_to }, year))
      .map((year) => makeAbsent(agency, year, declared.has(year)))
  })
  return absent.sort((a, b) => (a.report < b.report ? -1 : 1))
}

const makeAbsent = (agency: NonNullable<CheckedReport['agency']>, year: number, isDeclared: boolean): CheckedReport => ({
  report: `${agency.id}-${year}`,
  agency,
  year,
  form: null,
  scope: null,
  period_start: null,
  period_end: null,
  published_on: null,
  first_published_on: null,
  title: null,
  versions: 0,
  figures: [],
  tables: [],
  rowsLeft: null,
  prose: null,
  rows: null,
  statements: null,
  before: null,
  noBefore: null,
  absent: isDeclared ? 'declared' : 'undeclared',
})
