import type { Agency } from '../agencies.ts'
import type { ParsedReport, Problem, Recognised, ReportIdentity } from './figure.ts'
import { givenByPerson, notRead } from './recognise.ts'

/** The agencies that are known, and what a person said of the file. */
interface Told {
  readonly agencies: readonly Agency[]
  readonly agency?: string
  readonly year?: number
}

/**
 * The element of a file from which nothing was read: what a person said of it is kept, everything else is null, and the problem says
 * why. `sha256` is empty where the bytes themselves could not be had.
 */
export function refuseReport(
  { name, sha256 }: { readonly name: string; readonly sha256: string },
  problem: Problem,
  { agencies, agency, year }: Told,
): ParsedReport {
  const known = agencies.find(({ id, name: listed }) => id === agency || listed === agency)
  const report: ReportIdentity = {
    agency: known?.name ?? agency ?? null,
    agency_id: known?.id ?? null,
    year: year ?? null,
    form: null,
    scope: null,
    period_start: null,
    period_end: null,
    published_on: null,
    title: null,
  }
  const recognised: Recognised = {
    agency: {
      ...(known ? givenByPerson : notRead),
      candidates: known ? [{ agency_id: known.id, name: known.name, reason: givenByPerson.reason }] : [],
    },
    year: year === undefined ? notRead : givenByPerson,
    form: notRead,
    published_on: notRead,
    scope: notRead,
  }
  return { file: name, sha256, report, recognised, figures: [], unplaced: [], problems: [problem] }
}
