import type { Agency } from '../agencies.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import type { CoveredReport } from '../questions/coverReports.ts'
import type { Lang } from '../text/label.ts'
import { formatDate } from '../text/numbers.ts'
import type { Words } from '../text/zh.ts'
import type { ChartTable } from './chartContext.ts'
import { nameForm, nameState } from './figureText.ts'

interface CoverageContext {
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

/** One place of the coverage matrix in words: who, when, which form, how full. */
export function sayCoverage(row: CoveredReport, { agencies, catalogue, lang, words }: CoverageContext): string {
  const who = agencies.find((agency) => agency.id === row.agency)?.shortName ?? row.agency
  const when = words.compare.yearIn(String(row.year))
  if (row.report === null) return words.join([who, when, words.nOfN.notLoadedLong])
  const form = nameForm(catalogue, row.form, lang)
  const full = row.expected === null || row.filled === null ? words.overview.coverageProse : `${row.filled}/${row.expected}`
  return words.join([who, when, form, full])
}

/** The coverage matrix as a table: every agency and year, those without a report too. */
export function tableOfCoverage(rows: readonly CoveredReport[], caption: string, context: CoverageContext): ChartTable {
  const { catalogue, agencies, lang, words } = context
  const number = (value: number | null, row: CoveredReport): string =>
    value === null ? nameState(catalogue, row.report === null ? 'not_loaded' : 'not_reported', lang) : String(value)
  return {
    caption,
    columns: [
      { name: words.overview.agencyColumn, numeric: false },
      { name: words.compare.year, numeric: true },
      { name: words.compare.formColumn, numeric: false },
      { name: words.overview.statesFilled, numeric: true },
      { name: words.overview.statesBlank, numeric: true },
      { name: words.agency.reportFilled, numeric: true },
      { name: words.agency.reportClaims, numeric: true },
      { name: words.agency.reportPublished, numeric: false },
    ],
    rows: rows.map((row) => ({
      key: `${row.agency}-${row.year}`,
      report: row.report,
      cells: [
        agencies.find((agency) => agency.id === row.agency)?.shortName ?? row.agency,
        String(row.year),
        row.form === null ? nameState(catalogue, 'not_loaded', lang) : nameForm(catalogue, row.form, lang),
        number(row.filled, row),
        number(row.blank, row),
        row.filled === null || row.expected === null ? number(null, row) : `${row.filled}/${row.expected}`,
        row.claims === null ? number(null, row) : String(row.claims),
        row.published_on === null ? words.agency.noDate : formatDate(row.published_on, lang),
      ],
    })),
  }
}
