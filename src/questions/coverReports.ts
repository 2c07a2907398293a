import { sql } from '../engine/sql.ts'
import type { FormId } from '../forms/form.ts'
import type { Scope } from '../forms/states.ts'
import { readIdsOrAll, readYears, refuseUnknown } from './params.ts'
import type { Question } from './question.ts'
import { numberOf, numberOrNull, textOf, textOrNull } from './rawFields.ts'
import { among, yearTable } from './spans.ts'

/** What is there of one agency in one year. Everything but agency and year is null when no report was loaded. */
export interface CoveredReport {
  readonly agency: string
  readonly year: number
  /** The latest version. */
  readonly report: string | null
  readonly form: FormId | null
  readonly scope: Scope | null
  /** YYYY-MM-DD */
  readonly published_on: string | null
  readonly version: number | null
  /** How many numbers the form asks for; null when the report has no table. */
  readonly expected: number | null
  /** Cells with a number, zeros among them. */
  readonly filled: number | null
  readonly zeros: number | null
  readonly blank: number | null
  /** Value cells that print something else: not applicable, words, unreadable. */
  readonly otherStates: number | null
  /** Numbers that stand on header rows. */
  readonly headerValues: number | null
  /** Figures from the prose. */
  readonly claims: number | null
}

type CoverParams = { readonly agencies: readonly string[] | null; readonly years: readonly [from: number, to: number] }

/** Which reports are there, on which form, and how full are they? One row per agency and year. */
export const coverReports: Question<CoverParams, CoveredReport> = {
  name: 'coverReports',
  about: { zh: '哪些机关哪些年度有年报，表格填了多少', en: 'Which agencies and years have a report, and how full its tables are' },
  paramsAbout: { agencies: 'ids, null for all', years: '[first, last]' },
  readParams(raw) {
    refuseUnknown(raw, ['agencies', 'years'])
    return { agencies: readIdsOrAll(raw, 'agencies'), years: readYears(raw) }
  },
  sql: ({ agencies, years }) => sql`
    SELECT agencies.agency_id AS agency, years.year AS year, reports.report_id AS report, reports.form AS form, reports.scope AS scope,
      reports.published_on::VARCHAR AS published_on, reports.version::INTEGER AS version, coverage.expected::INTEGER AS expected,
      coverage.filled::INTEGER AS filled, coverage.zeros::INTEGER AS zeros, coverage.blank::INTEGER AS blank,
      coverage.other_states::INTEGER AS "otherStates", coverage.header_values::INTEGER AS "headerValues", coverage.claims::INTEGER AS claims
    FROM d.agencies AS agencies
    CROSS JOIN ${yearTable(years)}
    LEFT JOIN d.reports AS reports ON reports.agency_id = agencies.agency_id AND reports.year = years.year AND reports.latest
    LEFT JOIN d.coverage AS coverage ON coverage.report_id = reports.report_id
    WHERE ${among(sql`agencies.agency_id`, agencies)}
    ORDER BY agency, year`,
  row: (raw) => ({
    agency: textOf(raw, 'agency'),
    year: numberOf(raw, 'year'),
    report: textOrNull(raw, 'report'),
    form: textOrNull(raw, 'form') as FormId | null,
    scope: textOrNull(raw, 'scope') as Scope | null,
    published_on: textOrNull(raw, 'published_on'),
    version: numberOrNull(raw, 'version'),
    expected: numberOrNull(raw, 'expected'),
    filled: numberOrNull(raw, 'filled'),
    zeros: numberOrNull(raw, 'zeros'),
    blank: numberOrNull(raw, 'blank'),
    otherStates: numberOrNull(raw, 'otherStates'),
    headerValues: numberOrNull(raw, 'headerValues'),
    claims: numberOrNull(raw, 'claims'),
  }),
}
