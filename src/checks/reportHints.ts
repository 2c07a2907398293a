import { applicants } from '../forms/applicants.ts'
import type { ApplicantId } from '../forms/form.ts'
import { ourCatalogue } from '../indicators/ourCatalogue.ts'
import type { Label } from '../text/label.ts'
import type { Check } from './check.ts'
import { figureKey, type CheckedReport } from './checkedReport.ts'
import type { FindingCell } from './outcome.ts'
import { findShiftedRows } from './shiftedColumns.ts'
import { thresholds } from './thresholds.ts'

/**
 * What the rest of a report, and the one before it, suggest where a rule over figures fails: a row that stands one column off, a figure
 * that is last year's. Offered and never applied.
 */
export function suggestFromReport(check: Check, report: CheckedReport, cells: readonly FindingCell[]): readonly Label[] {
  return 'rules' in check ? [...suggestShift(check, report), ...suggestLastYear(report, cells)] : []
}

function suggestShift({ id }: Check, report: CheckedReport): readonly Label[] {
  const rows = findShiftedRows(id, report)
  const [only] = rows
  if (only === undefined) return []
  if (rows.length > 1) return [{ zh: '可能有一行数字错开了一列', en: 'a row may stand one column off' }]
  const { zh, en } = nameFigure(only.indicator, null)
  return [{ zh: `“${zh}”一行可能错开了一列`, en: `the row “${en}” may stand one column off` }]
}

/** Small numbers are often the same; where several cells are, the first is named. */
function suggestLastYear({ before }: CheckedReport, cells: readonly FindingCell[]): readonly Label[] {
  const same = cells.find(
    ({ indicator, applicant, value, year }) =>
      indicator !== null &&
      year === undefined &&
      value !== null &&
      value >= thresholds.repeatedFrom &&
      value === numberIn(before, indicator, applicant),
  )
  if (same === undefined || same.indicator === null) return []
  const { zh, en } = nameFigure(same.indicator, same.applicant)
  return [{ zh: `“${zh}”与上年年报的数字相同（${same.value}）`, en: `“${en}” is the number of last year’s report (${same.value})` }]
}

function numberIn(report: CheckedReport | null, indicator: string, applicant: ApplicantId | null): number | null {
  const key = figureKey(indicator, applicant)
  const found = report?.figures.find(
    (one) => one.evidence === 'A' && one.indicator !== null && figureKey(one.indicator, one.applicant) === key,
  )
  return found?.value ?? null
}

function nameFigure(indicator: string, applicant: ApplicantId | null): Label {
  const name = ourCatalogue.indicators.find(({ id }) => id === indicator)?.name ?? { zh: indicator, en: indicator }
  const column = applicants.find(({ id }) => id === applicant && id !== 'total')?.name
  return column ? { zh: `${name.zh}（${column.zh}）`, en: `${name.en} (${column.en})` } : name
}
