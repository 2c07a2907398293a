import type { CoveredReport } from '../questions/coverReports.ts'

/**
 * What became of the report of one body on one year. `notJudged`: there, but its day or the rule is not known. `missing`: not there,
 * although the dataset has every report of that year. `notThere`: the body did not exist then.
 */
export const filings = ['onTime', 'late', 'notJudged', 'missing', 'notLoaded', 'notThere'] as const
export type Filing = (typeof filings)[number]

/** A place of the coverage matrix with how its report was filed. */
export interface JudgedFiling {
  readonly row: CoveredReport
  readonly filing: Filing
  /** The last day that the rule of the year allows, and the rule; null where none is known. */
  readonly due: Due | null
  /** The day on which the first version was published; null where nobody knows. */
  readonly on: string | null
  /** Days after the last day; null unless late. */
  readonly days: number | null
}

/** A last day (`YYYY-MM-DD`) with the rule that sets it, in words. */
export interface Due {
  readonly day: string
  readonly basis: string
}

/** What filings are judged by. */
export interface FilingRules {
  /** The rule of the year for one body; null where none is known. */
  readonly dueOf: (row: CoveredReport) => Due | null
  /** When the first version was published: a later one, put right, is not late by it. */
  readonly firstPublished: (agency: string, year: number) => string | null
  /** Years of which the dataset has every report. */
  readonly completeYears: readonly number[]
  readonly existsIn: (agency: string, year: number) => boolean
}

const days = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** Judges every place. A report without a known day, or without a known rule, is not judged: neither in time nor late. */
export function judgeFilings(rows: readonly CoveredReport[], rules: FilingRules): readonly JudgedFiling[] {
  return rows.map((row) => {
    if (row.report === null) return { row, filing: absentAs(row, rules), due: null, on: null, days: null }
    const due = rules.dueOf(row)
    const on = rules.firstPublished(row.agency, row.year)
    if (due === null || on === null) return { row, filing: 'notJudged', due, on, days: null }
    const after = days(due.day, on)
    return after > 0 ? { row, filing: 'late', due, on, days: after } : { row, filing: 'onTime', due, on, days: null }
  })
}

function absentAs(row: CoveredReport, { completeYears, existsIn }: FilingRules): Filing {
  if (!existsIn(row.agency, row.year)) return 'notThere'
  return completeYears.includes(row.year) ? 'missing' : 'notLoaded'
}

/** How many places there are of each kind. */
export function countFilings(judged: readonly JudgedFiling[]): Readonly<Record<Filing, number>> {
  const count = (filing: Filing): number => judged.filter((one) => one.filing === filing).length
  return {
    onTime: count('onTime'),
    late: count('late'),
    notJudged: count('notJudged'),
    missing: count('missing'),
    notLoaded: count('notLoaded'),
    notThere: count('notThere'),
  }
}

/** The day of the first version of each report; null where it has none, or where only a later version is there. */
export function listFirstPublished(
  reports: readonly { readonly agency: string; readonly year: number; readonly version: number; readonly published_on: string | null }[],
): (agency: string, year: number) => string | null {
  const first = new Map<string, { readonly version: number; readonly on: string | null }>()
  for (const { agency, year, version, published_on: on } of reports) {
    const known = first.get(`${agency} ${year}`)
    if (known === undefined || version < known.version) first.set(`${agency} ${year}`, { version, on })
  }
  return (agency, year) => {
    const found = first.get(`${agency} ${year}`)
    return found?.version === 1 ? found.on : null
  }
}
