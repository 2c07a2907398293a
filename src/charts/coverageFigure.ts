import { existsIn, type Agency } from '../agencies.ts'
import { deadlineOf } from '../forms/deadline.ts'
import type { CoveredReport } from '../questions/coverReports.ts'
import type { Lang } from '../text/label.ts'
import { formatYears } from '../text/numbers.ts'
import type { OverviewWords } from '../text/overviewWords.ts'
import type { Words } from '../text/zh.ts'
import type { ChartContext } from './chartContext.ts'
import { tableOfCoverage } from './coverage.ts'
import type { Figure } from './figure.ts'
import { saySource } from './figureHead.ts'
import { countFilings, filings as kinds, judgeFilings, listFirstPublished, type JudgedFiling } from './lateness.ts'

/** Years from which on cells hold one number instead of two. */
const denseFrom = 8

/** What is known besides the rows, to judge how reports were filed. */
interface FilingFacts {
  readonly agencies: readonly Agency[]
  readonly reports: Parameters<typeof listFirstPublished>[0]
  readonly completeYears: readonly number[]
  readonly lang: Lang
}

/** How the report of every body and year was filed, by the rule of its year. `agencies`: every one of the dataset. */
export function judgeCovered(
  rows: readonly CoveredReport[],
  { agencies, reports, completeYears, lang }: FilingFacts,
): readonly JudgedFiling[] {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]))
  return judgeFilings(rows, {
    firstPublished: listFirstPublished(reports),
    completeYears,
    existsIn: (id, year) => {
      const agency = byId.get(id)
      return agency === undefined || existsIn(agency, year)
    },
    dueOf: ({ agency: id, year, scope }) => {
      const due = deadlineOf({ year, scope, agency: byId.get(id) ?? null })
      return due && { day: due.day, basis: due.basis[lang] }
    },
  })
}

/** What the figure of coverage must know besides its rows. */
export interface CoverageContext extends Pick<ChartContext, 'catalogue' | 'agencies' | 'years' | 'lang' | 'words'> {
  readonly overview: OverviewWords
}

/** The years of the filings, in order, and whether their cells have room for one number only. */
export function layOutCoverage(filings: readonly JudgedFiling[]): { readonly years: readonly number[]; readonly isDense: boolean } {
  const years = [...new Set(filings.map(({ row }) => row.year))].sort((a, b) => a - b)
  return { years, isDense: years.length >= denseFrom }
}

/** Bodies × years: which reports are there, on which form, how full, and filed in time by the rule of their year. A table of cells. */
export function figureOfCoverage(filings: readonly JudgedFiling[], at: number | 'latest', context: CoverageContext): Figure {
  const { words, overview, agencies, years } = context
  const expected = filings.filter(({ filing }) => filing !== 'notThere')
  const reports = expected.filter(({ row }) => row.report !== null)
  const count = countFilings(filings)
  const title = titleOfCoverage(filings, agencies.length, at, { own: overview, words: words.overview })
  const counted = kinds
    .filter((kind) => count[kind] > 0 && kind !== 'notThere')
    .map((kind) => overview.filingCount(overview.filing[kind], count[kind]))
  return {
    chart: 'coverage',
    question: 'coverReports',
    title,
    subtitle: [layOutCoverage(filings).isDense ? overview.coverageDense : words.overview.coverageSub, formatYears(years)],
    n: [words.overview.coverageHave(reports.length, expected.length), ...counted].join(' · '),
    drawing: null,
    table: tableOfCoverage(filings, title, context),
    rows: [],
    notes: count.late + count.onTime > 0 ? [overview.deadlineNote] : [],
    source: saySource(reports.length, words),
  }
}

/** The finding: who is missing in the year shown, or how many were late; over several years only how many are loaded. */
function titleOfCoverage(
  filings: readonly JudgedFiling[],
  agencies: number,
  at: number | 'latest',
  { own, words }: { readonly own: OverviewWords; readonly words: Words['overview'] },
): string {
  if (at === 'latest') {
    const reports = filings.filter(({ row }) => row.report !== null)
    const oneEach = reports.length === agencies && new Set(reports.map(({ row }) => row.agency)).size === agencies && agencies > 1
    const expected = filings.filter(({ filing }) => filing !== 'notThere').length
    return oneEach ? words.coverageOneEach : words.coverageTitle(agencies, reports.length, expected)
  }
  const inYear = filings.filter(({ row, filing }) => row.year === at && filing !== 'notThere')
  const missing = inYear.filter(({ row }) => row.report === null)
  const late = inYear.filter(({ filing }) => filing === 'late')
  if (missing.length > 0) {
    const isMissing = missing.every(({ filing }) => filing === 'missing')
    return own.coverageYear(at, missing.length, inYear.length, isMissing)
  }
  if (late.length === 0) return own.coverageYearAll(at, inYear.length)
  return own.coverageYearLate(at, late.length, inYear.length, Math.max(...late.flatMap(({ days }) => (days === null ? [] : [days]))))
}
