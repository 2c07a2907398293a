import { matchesAgency, type Agency } from '../../agencies.ts'
import type { ReportEntry } from '../../dataset/openDataset.ts'

/** Does each word that was typed match the year or the agency of a report? */
export function matchesReport(report: ReportEntry, typed: string, agencyById: (id: string) => Agency | undefined): boolean {
  const agency = agencyById(report.agency)
  return typed.split(/\s+/).every((part) => String(report.year).includes(part) || (agency !== undefined && matchesAgency(agency, part)))
}
