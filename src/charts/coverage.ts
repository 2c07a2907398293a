import type { Agency } from '../agencies.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import type { CoveredReport } from '../questions/coverReports.ts'
import type { Lang } from '../text/label.ts'
import { formatDate } from '../text/numbers.ts'
import type { Words } from '../text/zh.ts'
import type { ChartTable } from './chartContext.ts'
import type { OverviewWords } from '../text/overviewWords.ts'
import { nameForm, nameState } from './figureText.ts'
import type { JudgedFiling } from './lateness.ts'

interface CoverageContext {
  readonly overview: OverviewWords
  readonly catalogue: Catalogue
  readonly agencies: readonly Agency[]
  readonly lang: Lang
  readonly words: Words
}

/** How many cells of the tables have a number, are blank, or are in another state; rows that the table lacks among the others. */
export interface CellCount {
  readonly expected: number
  readonly filled: number
  readonly blank: number
  readonly other: number
}

/** Adds up reports that have a table; null when none has one. */
export function countCells(rows: readonly CoveredReport[]): CellCount | null {
  const tables = rows.flatMap((row) =>
    row.expected === null || row.filled === null || row.blank === null
      ? []
      : [{ expected: row.expected, filled: row.filled, blank: row.blank }],
  )
  if (tables.length === 0) return null
  const total = tables.reduce((sum, row) => ({
    expected: sum.expected + row.expected,
    filled: sum.filled + row.filled,
    blank: sum.blank + row.blank,
  }))
  return { ...total, other: total.expected - total.filled - total.blank }
}

/** The cells of one year's reports, with the reports that have tables. */
export interface CellsOfYear extends CellCount {
  readonly year: number
  readonly reports: readonly CoveredReport[]
}

/** Cells year by year; years in which no report has a table are left out. */
export function countCellsByYear(rows: readonly CoveredReport[]): readonly CellsOfYear[] {
  const years = [...new Set(rows.map((row) => row.year))].sort((a, b) => a - b)
  return years.flatMap((year) => {
    const reports = rows.filter((row) => row.year === year && row.expected !== null)
    const count = countCells(reports)
    return count === null ? [] : [{ year, reports, ...count }]
  })
}

/**
 * The year that a matrix shows where the reader chose none: the last of the span when at least half of the bodies have a report on it,
 * else each body's latest report.
 */
export function chooseShownYear(
  rows: readonly Pick<CoveredReport, 'year' | 'report'>[],
  at: number | 'latest' | null,
  [from, to]: readonly [from: number, to: number],
): number | 'latest' {
  if (at === 'latest' || (at !== null && at >= from && at <= to)) return at
  if (from === to) return to
  const last = rows.filter((row) => row.year === to)
  return last.filter((row) => row.report !== null).length * 2 >= last.length && last.length > 0 ? to : 'latest'
}

/** How the report of one place was filed, in words; empty where there is none to speak of. */
export function sayFiling({ filing, due, on, days }: JudgedFiling, { lang, overview }: CoverageContext): string {
  const day = on === null ? '' : formatDate(on, lang)
  if (filing === 'late' && due !== null && days !== null) return overview.lateBy(day, formatDate(due.day, lang), days, due.basis)
  if (filing === 'onTime' && due !== null) return overview.onTimeBy(day, formatDate(due.day, lang), due.basis)
  if (filing === 'notJudged') return on === null ? overview.noDay : overview.noRule
  return overview.filing[filing]
}

/** One place of the coverage matrix in words: who, when, which form, how full, and whether in time. */
export function sayCoverage(judged: JudgedFiling, context: CoverageContext): string {
  const { agencies, catalogue, lang, words } = context
  const { row } = judged
  const who = agencies.find((agency) => agency.id === row.agency)?.shortName ?? row.agency
  const when = words.compare.yearIn(String(row.year))
  if (row.report === null)
    return words.join([who, when, judged.filing === 'notLoaded' ? words.nOfN.notLoadedLong : sayFiling(judged, context)])
  const form = nameForm(catalogue, row.form, lang)
  const full = row.expected === null || row.filled === null ? words.overview.coverageProse : `${row.filled}/${row.expected}`
  return words.join([who, when, form, full, sayFiling(judged, context)])
}

/** The coverage matrix as a table: every agency and year, those without a report too. */
export function tableOfCoverage(judged: readonly JudgedFiling[], caption: string, context: CoverageContext): ChartTable {
  const { catalogue, agencies, lang, words, overview } = context
  const names = new Map(agencies.map((agency) => [agency.id, agency.shortName]))
  const absent = ({ row, filing }: JudgedFiling): string => {
    if (row.report !== null) return nameState(catalogue, 'not_reported', lang)
    return filing === 'notLoaded' ? nameState(catalogue, 'not_loaded', lang) : overview.filing[filing]
  }
  const number = (value: number | null, one: JudgedFiling): string => (value === null ? absent(one) : String(value))
  return {
    caption,
    columns: [
      { name: words.overview.agencyColumn, numeric: false },
      { name: words.compare.year, numeric: true },
      { name: words.compare.formColumn, numeric: false },
      { name: words.overview.statesFilled, numeric: true },
      { name: words.overview.statesBlank, numeric: true },
      { name: overview.filledColumn, numeric: true },
      { name: overview.claimsColumn, numeric: true },
      { name: overview.dayColumn, numeric: false },
      { name: overview.dueColumn, numeric: false },
      { name: overview.filingColumn, numeric: false },
    ],
    rows: judged.map((one) => {
      const { row } = one
      return {
        key: `${row.agency}-${row.year}`,
        report: row.report,
        cells: [
          names.get(row.agency) ?? row.agency,
          String(row.year),
          row.form === null ? absent(one) : nameForm(catalogue, row.form, lang),
          number(row.filled, one),
          number(row.blank, one),
          row.filled === null || row.expected === null ? number(null, one) : `${row.filled}/${row.expected}`,
          row.claims === null ? number(null, one) : String(row.claims),
          row.report === null ? '–' : one.on === null ? overview.noDayShort : formatDate(one.on, lang),
          one.due === null ? '–' : formatDate(one.due.day, lang),
          overview.filing[one.filing],
        ],
      }
    }),
  }
}
