import { tablesOf, type CheckedAgency, type CheckedReport } from '../checks/checkedReport.ts'
import { allChecks } from '../checks/allChecks.ts'
import { indexCopiedText } from '../checks/copiedText.ts'
import { checkReports, type CheckResult } from '../checks/runChecks.ts'
import { listCheckedAgencies, whyNoBefore } from '../dataset/checkedReports.ts'
import type { AgencyRow, EventRow } from '../dataset/tables.ts'
import type { ParsedReport } from '../reports/figure.ts'
import type { Output } from './command.ts'
import type { ReadElement } from './readingMessages.ts'
import { readKnown, readTold, tellProblems, wasRefused, type Told } from './toldFiles.ts'

/**
 * Reads report files, folders of them and archives, and checks them: with their words, and against those on the year before that are
 * among them. `isClean` is false where a file could not be read, which is said, or where there was none.
 */
export async function checkFiles(
  named: readonly string[],
  told: Told,
  output: Output,
): Promise<{ readonly result: CheckResult; readonly isClean: boolean }> {
  const elements: ReadElement[] = []
  let isClean = true
  for await (const element of readTold(named, told, output, { words: true })) {
    if (wasRefused(element)) {
      tellProblems(element, output)
      isClean = false
    } else elements.push(element)
  }
  // Rejected rows of the agencies were said when the files were read.
  const tables = await readKnown(told, { ...output, err: () => undefined })
  const reports = listCheckedFiles(elements, tables)
  return { result: checkReports(reports, allChecks, { copied: indexCopiedText(reports) }), isClean: isClean && elements.length > 0 }
}

/** Files as checks take them; a report on the year before is one of the same agency among them. */
function listCheckedFiles(
  elements: readonly ReadElement[],
  { agencies, events }: { readonly agencies: readonly AgencyRow[]; readonly events: readonly EventRow[] },
): readonly CheckedReport[] {
  const known = new Map(listCheckedAgencies(agencies).map((agency) => [agency.id, agency]))
  const reports = elements.map((element) => makeChecked(element, known))
  const byYear = new Map<string, CheckedReport[]>()
  reports.forEach((report, at) => {
    const key = keyOf(elements[at], report.year)
    if (key !== null) byYear.set(key, [...(byYear.get(key) ?? []), report])
  })
  return reports.map((report, at) => {
    const same = byYear.get(keyOf(elements[at], report.year) ?? '') ?? [report]
    const earlier = byYear.get(keyOf(elements[at], report.year === null ? null : report.year - 1) ?? '') ?? []
    const last = earlier.find(({ scope }) => scope === report.scope) ?? earlier[0] ?? null
    const noBefore =
      report.year === null
        ? 'report_not_loaded'
        : whyNoBefore({ agency: report.agency?.id ?? '', year: report.year, scope: report.scope }, last, events)
    const before = noBefore === null && last ? { ...last, versions: earlier.length } : null
    return { ...report, versions: same.length, first_published_on: firstPublished(same), before, noBefore }
  })
}

/** The earliest day of several versions; null where one of them has none, as it may be the first. */
function firstPublished(versions: readonly CheckedReport[]): string | null {
  const days = versions.flatMap(({ published_on: on }) => (on === null ? [] : [on]))
  return days.length === versions.length ? (days.sort()[0] ?? null) : null
}

/** One agency's year: by its id, or by the name in the title where the agency is not known. */
function keyOf(element: ReadElement | undefined, year: number | null): string | null {
  const name = element?.report.agency_id ?? element?.report.agency ?? null
  return name === null || year === null ? null : `${name} ${year}`
}

function makeChecked({ file, json, words }: ReadElement, known: ReadonlyMap<string, CheckedAgency>): CheckedReport {
  const { report, figures, unplaced } = JSON.parse(json) as ParsedReport
  const { agency_id: id, year, form, scope, title, period_start, period_end, published_on } = report
  const statutory = new Set(figures.filter(({ cell }) => cell !== null).map(({ where }) => where.table))
  return {
    report: file,
    agency: id === null ? null : (known.get(id) ?? null),
    year,
    form,
    scope,
    period_start,
    period_end,
    published_on,
    first_published_on: published_on,
    title,
    versions: 1,
    figures,
    tables: tablesOf(figures),
    rowsLeft: unplaced.filter(({ kind, text, where }) => kind === 'row' && statutory.has(where.table) && !isHeading(text)).length,
    prose: words?.paragraphs ?? null,
    rows: words?.rows ?? null,
    statements: words?.statements ?? null,
    before: null,
    noBefore: null,
  }
}

/** 统计指标 单位 统计数: what the columns are. */
const isHeading = (text: string): boolean => /指标.*单位|单位.*(?:统计数|数量)/.test(text.replace(/\s/g, ''))
