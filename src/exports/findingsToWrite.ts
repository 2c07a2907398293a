import type { Agency } from '../agencies.ts'
import type { Finding } from '../checks/outcome.ts'
import type { CheckCounts } from '../checks/runChecks.ts'

/** What a person said of a finding, and when (ISO 8601). */
export interface GivenVerdict {
  readonly verdict: 'open' | 'confirmed' | 'explained' | 'not_applicable' | 'asked'
  readonly note: string
  readonly at: string
}

/** A report as outputs name it. */
export interface NamedReport {
  readonly report: string
  readonly agency: string
  readonly year: number
  readonly title: string | null
  readonly published_on: string | null
  readonly source_url: string | null
  readonly version: number
}

/** Findings with all that is written of them. */
export interface FindingsToWrite {
  /** Those that were chosen, in the order in which they are written. */
  readonly findings: readonly Finding[]
  /** How many there are without any filter. */
  readonly of: number
  /** Instances of checks by their outcome, of all that was checked. */
  readonly counts: CheckCounts
  /** The bodies and the years that were asked about, whether they have reports or not. */
  readonly agencies: readonly Agency[]
  readonly years: readonly [from: number, to: number]
  readonly reports: readonly NamedReport[]
  /** By fingerprint. */
  readonly verdicts: ReadonlyMap<string, { readonly now: GivenVerdict }>
  readonly dataset: { readonly name: string; readonly fingerprint: string }
  /** The filters in words; empty where there are none. */
  readonly selection: string
  /** `YYYY-MM-DD`: the day on which it is written. */
  readonly day: string
}

/** How many of the reports that there could be, one for each body in each year of its existence, are there. */
export function countReports({ agencies, years: [from, to], reports }: FindingsToWrite): { readonly have: number; readonly of: number } {
  const places = new Set<string>()
  for (const { id, validFrom, validTo } of agencies) {
    const first = Math.max(from, yearOf(validFrom) ?? from)
    const last = Math.min(to, yearOf(validTo) ?? to)
    for (let year = first; year <= last; year += 1) places.add(`${id} ${year}`)
  }
  const have = new Set(reports.map(({ agency, year }) => `${agency} ${year}`).filter((place) => places.has(place)))
  return { have: have.size, of: places.size }
}

const yearOf = (day: string | null): number | null => (day === null ? null : Number(day.slice(0, 4)))

/** What was said of a finding; `open` where nothing was. */
export const verdictOf = ({ verdicts }: Pick<FindingsToWrite, 'verdicts'>, { fingerprint }: Finding): GivenVerdict =>
  verdicts.get(fingerprint)?.now ?? { verdict: 'open', note: '', at: '' }

/** Was it said that nothing needs to be changed? */
export const isSettled = ({ verdict }: GivenVerdict): boolean => verdict === 'explained' || verdict === 'not_applicable'
