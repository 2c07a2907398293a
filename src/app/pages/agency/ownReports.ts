import { existsIn } from '../../../agencies/peers.ts'
import type { Agency } from '../../../agencies.ts'
import { judgeFilings, listFirstPublished, type JudgedFiling } from '../../../charts/lateness.ts'
import { deadlineOf } from '../../../forms/deadline.ts'
import type { ReportEntry } from '../../../dataset/openDataset.ts'
import { countValueCells } from '../../../dataset/wideTable.ts'
import { indicatorById, tableForms, type Catalogue } from '../../../indicators/catalogue.ts'
import type { CoveredReport } from '../../../questions/coverReports.ts'
import type { ReportFigure } from '../../../questions/reportFigure.ts'
import { yearsBetween } from '../../../questions/spans.ts'
import type { Lang } from '../../../text/label.ts'

/** Every year of the span with the latest version of the agency's report, or without one: the same rows as `coverReports` gives. */
export function coverOwnReports(
  agency: Agency,
  years: readonly [from: number, to: number],
  reports: readonly ReportEntry[],
  figures: readonly ReportFigure[],
  catalogue: Catalogue,
): CoveredReport[] {
  return yearsBetween(years).map((year) => {
    const versions = reports.filter((entry) => entry.agency === agency.id && entry.year === year)
    const latest = [...versions].sort((a, b) => b.version - a.version)[0]
    return latest ? coverEntry(latest, figures, catalogue) : { ...nothing, agency: agency.id, year }
  })
}

const nothing = {
  report: null,
  form: null,
  scope: null,
  published_on: null,
  version: null,
  expected: null,
  filled: null,
  zeros: null,
  blank: null,
  otherStates: null,
  headerValues: null,
  claims: null,
} as const

function coverEntry(entry: ReportEntry, figures: readonly ReportFigure[], catalogue: Catalogue): CoveredReport {
  const { report, agency, year, form, scope, published_on, version } = entry
  const own = figures.filter((figure) => figure.report === report)
  const printed = own.filter((figure) => figure.evidence === 'A')
  const cells = printed.filter(({ indicator }) => indicator !== null && indicatorById(catalogue, indicator).type !== 'text')
  const tableForm = tableForms.find((candidate) => candidate === form)
  const countOf = (states: readonly string[]): number => cells.filter((cell) => states.includes(cell.state)).length
  return {
    agency,
    year,
    report,
    form,
    scope,
    published_on,
    version,
    expected: tableForm === undefined ? null : countValueCells(catalogue, tableForm),
    filled: countOf(['value', 'zero']),
    zeros: countOf(['zero']),
    blank: countOf(['blank']),
    otherStates: cells.length - countOf(['value', 'zero', 'blank']),
    headerValues: printed.filter((figure) => figure.state === 'header_value').length,
    claims: own.length - printed.length,
  }
}

/** Whether each report was published by the last day that the rule of its year allows. */
export function judgeOwnReports(
  agency: Agency,
  covered: readonly CoveredReport[],
  reports: readonly ReportEntry[],
  lang: Lang,
): readonly JudgedFiling[] {
  return judgeFilings(covered, {
    dueOf: ({ year, scope }) => {
      const due = deadlineOf({ year, scope, agency })
      return due && { day: due.day, basis: due.basis[lang] }
    },
    firstPublished: listFirstPublished(reports.filter((entry) => entry.agency === agency.id)),
    completeYears: [],
    existsIn: (_, year) => existsIn(agency, year),
  })
}
