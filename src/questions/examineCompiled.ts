import type { RawRow } from '../engine/engine.ts'
import { joinSql, sql, type Sql } from '../engine/sql.ts'
import { tableForms, type Catalogue } from '../indicators/catalogue.ts'
import { operandsOf } from '../indicators/formula.ts'
import type { CheckedFigure } from '../checks/checkedReport.ts'
import type { ApplicantId, FormId } from '../forms/form.ts'
import type { EvidenceGrade, Qualifier, Scope, ValueState } from '../forms/states.ts'
import { numberOf, numberOrNull, textOf, textOrNull } from './rawFields.ts'

/** A figure of a compiled dataset with the report that it stands in. */
export interface FigureOfReport {
  readonly report: string
  readonly figure: CheckedFigure
}

const figureSql = sql`
  cells.report_id AS report, cells.indicator AS indicator, cells.applicant AS applicant, cells.cell AS cell, cells."column" AS "column",
  cells.printed AS printed, cells.value::DOUBLE AS value, cells.state AS state, cells.evidence AS evidence, cells.qualifier AS qualifier`

export const readFigureOfReport = (raw: RawRow): FigureOfReport => ({
  report: textOf(raw, 'report'),
  figure: {
    indicator: textOrNull(raw, 'indicator'),
    applicant: textOrNull(raw, 'applicant') as ApplicantId | null,
    cell: textOrNull(raw, 'cell'),
    column: textOrNull(raw, 'column'),
    printed: textOf(raw, 'printed'),
    value: numberOrNull(raw, 'value'),
    state: textOf(raw, 'state') as ValueState,
    evidence: textOf(raw, 'evidence') as EvidenceGrade,
    qualifier: textOrNull(raw, 'qualifier') as Qualifier | null,
  },
})

/** Only reports that are the latest of their agency and year are checked. */
const ofLatest = sql`SEMI JOIN (SELECT report_id FROM d.reports WHERE latest) AS latest ON latest.report_id = cells.report_id`

/** The figures of some reports, of the indicators that a check takes. Grade A. */
export const figuresSql = (reports: readonly string[], indicators: readonly string[]): Sql => sql`
  SELECT ${figureSql} FROM d.cells AS cells
  WHERE cells.evidence = 'A' AND cells.indicator IN (${indicators}) AND cells.report_id IN (${reports})`

/** Cells of the tables that ask for a number and hold none, or no whole number from 0. */
export function oddCellsSql(catalogue: Catalogue): Sql {
  const ofType = (type: string): string[] => catalogue.indicators.filter((one) => one.type === type).map(({ id }) => id)
  return sql`
    SELECT ${figureSql} FROM d.cells AS cells ${ofLatest}
    WHERE cells.evidence = 'A' AND cells.indicator IS NOT NULL AND cells.indicator NOT IN (${ofType('text')}) AND (
      cells.state NOT IN ('value', 'zero')
      OR (cells.value < 0 AND cells.indicator NOT IN (${ofType('signed_integer')}))
      OR (cells.value <> floor(cells.value) AND cells.indicator NOT IN (${ofType('decimal')})))
    ORDER BY report, cells.position`
}

/** Header rows, labels and texts that hold a number. */
export const headerNumbersSql: Sql = sql`
  SELECT ${figureSql} FROM d.cells AS cells ${ofLatest}
  WHERE cells.evidence = 'A' AND cells.state = 'header_value' ORDER BY report, cells.position`

/** How many cells of the tables ask for a number. */
export const cellCountsSql = (catalogue: Catalogue): Sql => sql`
  SELECT count(*)::INTEGER AS numbers FROM d.cells AS cells ${ofLatest}
  WHERE cells.evidence = 'A' AND cells.indicator IS NOT NULL AND NOT ${isText(catalogue)}`

/** How many header rows and texts the 2014 form prints. */
export const headerCountSql = (catalogue: Catalogue): Sql => sql`
  SELECT count(*)::INTEGER AS headers FROM d.cells AS cells ${ofLatest}
  WHERE cells.evidence = 'A' AND cells.form = 'pre2019_table' AND (cells.indicator IS NULL OR ${isText(catalogue)})`

/** Numbers on group labels, and the figures of the rows under them. */
export const labelledGroupsSql: Sql = sql`
  WITH labels AS (
    SELECT DISTINCT cells.report_id, cells.cell FROM d.cells AS cells ${ofLatest}
    WHERE cells.evidence = 'A' AND cells.indicator IS NULL AND cells.state = 'header_value' AND cells.form <> 'pre2019_table'
  )
  SELECT ${figureSql} FROM d.cells AS cells
  JOIN labels ON labels.report_id = cells.report_id AND (cells.cell = labels.cell OR starts_with(cells.cell, labels.cell || '.'))
  WHERE cells.evidence = 'A' ORDER BY report, cells.position`

/** Every figure of the tables of reports that lack a row of their form. */
export function incompleteReportsSql(catalogue: Catalogue): Sql {
  const complete = tableForms.map((form) => {
    const rows = catalogue.forms.find(({ id }) => id === form)?.rows ?? []
    const paths = rows.flatMap((row) => (row.indicator !== null && row.variant !== true ? [row.path] : []))
    return sql`WHEN ${form} THEN count(DISTINCT cells.cell) FILTER (WHERE cells.cell IN (${paths})) = ${paths.length}::INTEGER`
  })
  return sql`
    SELECT ${figureSql} FROM d.cells AS cells
    WHERE cells.evidence = 'A' AND cells.report_id IN (
      SELECT cells.report_id FROM d.cells AS cells ${ofLatest} WHERE cells.evidence = 'A'
      GROUP BY cells.report_id, cells.form HAVING NOT (CASE cells.form ${joinSql(complete, ' ')} ELSE true END))
    ORDER BY report, cells.position`
}

/** Reviews, litigation and requests of reports that have a review or a case, and of the reports before them. */
export const disputesSql: Sql = sql`
  WITH disputed AS (
    SELECT DISTINCT reports.report_id, reports.agency_id, reports.year FROM d.reports AS reports
    JOIN d.cells AS cells ON cells.report_id = reports.report_id
    WHERE reports.latest AND cells.evidence = 'A' AND cells.value > 0
      AND cells.indicator IN ('review_total', 'litigation_total', 'litigation_direct_total', 'litigation_after_review_total')
  )
  SELECT ${figureSql} FROM d.cells AS cells
  WHERE cells.evidence = 'A' AND cells.indicator IN ('review_total', 'litigation_total', 'litigation_direct_total',
      'litigation_after_review_total', 'requests_new', 'requests_carried_in')
    AND cells.report_id IN (
      SELECT report_id FROM disputed
      UNION SELECT before.report_id FROM disputed
      JOIN d.reports AS before ON before.agency_id = disputed.agency_id AND before.year = disputed.year - 1 AND before.latest)
  ORDER BY report, cells.position`

const isText = (catalogue: Catalogue): Sql =>
  sql`coalesce(cells.indicator IN (${catalogue.indicators.filter(({ type }) => type === 'text').map(({ id }) => id)}), false)`

/** Every report that is checked, with what its dates and its form say. */
export interface CheckedHead {
  readonly report: string
  readonly agency: string
  readonly year: number
  readonly form: FormId
  readonly scope: Scope
  readonly title: string | null
  readonly period_start: string | null
  readonly period_end: string | null
  readonly published_on: string | null
  readonly versions: number
  /** Tables that are there, as `1`, `2`, `3`, `4`. */
  readonly tables: string
}

/** Reports with their dates, their form and the tables they print. */
export const headsSql: Sql = sql`
  SELECT reports.report_id AS report, any_value(reports.agency_id) AS agency, any_value(reports.year)::INTEGER AS year, reports.form AS form,
    any_value(reports.scope) AS scope, any_value(reports.title) AS title, any_value(reports.period_start)::VARCHAR AS period_start,
    any_value(reports.period_end)::VARCHAR AS period_end, any_value(reports.published_on)::VARCHAR AS published_on,
    any_value(counted.versions)::INTEGER AS versions,
    coalesce(string_agg(DISTINCT split_part(cells.cell, '.', 1), ' '), '') AS tables
  FROM d.reports AS reports
  JOIN (SELECT agency_id, year, count(*) AS versions FROM d.reports GROUP BY agency_id, year) AS counted
    ON counted.agency_id = reports.agency_id AND counted.year = reports.year
  LEFT JOIN (SELECT report_id, cell FROM d.cells WHERE evidence = 'A') AS cells ON cells.report_id = reports.report_id
  WHERE reports.latest
  GROUP BY reports.report_id, reports.form
  ORDER BY report`

export const readHead = (raw: RawRow): CheckedHead => ({
  report: textOf(raw, 'report'),
  agency: textOf(raw, 'agency'),
  year: numberOf(raw, 'year'),
  form: textOf(raw, 'form') as FormId,
  scope: textOf(raw, 'scope') as Scope,
  title: textOrNull(raw, 'title'),
  period_start: textOrNull(raw, 'period_start'),
  period_end: textOrNull(raw, 'period_end'),
  published_on: textOrNull(raw, 'published_on'),
  versions: numberOf(raw, 'versions'),
  tables: textOf(raw, 'tables'),
})

/** Blank cells of the tables whose whole block is blank, in reports that fill others in, and one of those. Blocks are those of `table.block_blank`. */
export function blankBlocksSql(catalogue: Catalogue): Sql {
  const block = sql`CASE WHEN cells.form = 'pre2019_table' THEN split_part(cells.cell, '.', 1)
    WHEN cells.cell LIKE '3.%' THEN '3 ' || coalesce(cells.applicant, 'total')
    ELSE split_part(cells.cell, '.', 1) || '.' || split_part(cells.cell, '.', 2) END`
  return sql`
    WITH numbers AS (
      SELECT ${figureSql}, cells.position AS position, ${block} AS block FROM d.cells AS cells ${ofLatest}
      WHERE cells.evidence = 'A' AND cells.indicator IS NOT NULL AND NOT ${isText(catalogue)}
        AND cells.report_id IN (SELECT report_id FROM d.coverage WHERE blank > 1 AND blank < filled + blank + other_states)
    ), blanks AS (
      SELECT report, block FROM numbers GROUP BY report, block HAVING count(*) > 1 AND count(*) = count(*) FILTER (WHERE state = 'blank')
    )
    SELECT numbers.* EXCLUDE (block, position) FROM numbers JOIN blanks USING (report, block)
    UNION ALL
    SELECT * EXCLUDE (block, position, place) FROM (
      SELECT numbers.*, row_number() OVER (PARTITION BY report ORDER BY position) AS place FROM numbers
      WHERE state <> 'blank' AND report IN (SELECT report FROM blanks)
    ) WHERE place = 1
    ORDER BY report`
}

/** How many blocks there are, by form: the instances of `table.block_blank`. */
export const blockCountSql = (catalogue: Catalogue): Sql => sql`
  SELECT count(*)::INTEGER AS blocks FROM (
    SELECT DISTINCT cells.report_id, CASE WHEN cells.form = 'pre2019_table' THEN split_part(cells.cell, '.', 1)
      WHEN cells.cell LIKE '3.%' THEN '3 ' || coalesce(cells.applicant, 'total')
      ELSE split_part(cells.cell, '.', 1) || '.' || split_part(cells.cell, '.', 2) END AS block
    FROM d.cells AS cells ${ofLatest} WHERE cells.evidence = 'A' AND cells.indicator IS NOT NULL AND NOT ${isText(catalogue)}
  )`

/** Numbers above 0 of every report that has a report of the year before on the same form: how many, and how many are equal to it. */
export const copiedNumbersSql: Sql = sql`
  SELECT reports.report_id AS report, count(now.report_id)::INTEGER AS some, count(*) FILTER (WHERE earlier.value = now.value)::INTEGER AS same
  FROM d.reports AS reports
  JOIN d.reports AS before ON before.agency_id = reports.agency_id AND before.year = reports.year - 1 AND before.latest
    AND before.form = reports.form AND before.scope = reports.scope
  LEFT JOIN d.cells AS now ON now.report_id = reports.report_id AND now.evidence = 'A' AND now.indicator IS NOT NULL AND now.value <> 0
  LEFT JOIN d.cells AS earlier ON earlier.report_id = before.report_id AND earlier.evidence = 'A' AND earlier.cell = now.cell
    AND earlier.applicant IS NOT DISTINCT FROM now.applicant
  WHERE reports.latest GROUP BY reports.report_id ORDER BY report`

/** Claims of the prose that a cell of the same report answers, and these cells. */
export function claimsWithCellsSql(catalogue: Catalogue): Sql {
  const sums = catalogue.indicators.flatMap(({ id, from }) =>
    Object.values(from).flatMap((formula) =>
      formula.kind === 'sum' ? operandsOf(formula).map(({ indicator }) => sql`(${id}, ${indicator})`) : [],
    ),
  )
  return sql`
  WITH claims AS (SELECT ${figureSql}, cells.position AS position FROM d.cells AS cells ${ofLatest} WHERE cells.evidence <> 'A')
  SELECT claims.* FROM claims
  UNION ALL
  SELECT ${figureSql}, cells.position AS position FROM d.cells AS cells
  JOIN (
    SELECT report, indicator FROM claims
    UNION SELECT claims.report, parts.part FROM claims JOIN (VALUES ${joinSql(sums, ', ')}) AS parts(whole, part) ON parts.whole = claims.indicator
  ) AS said ON said.report = cells.report_id AND said.indicator = cells.indicator
  WHERE cells.evidence = 'A'
  ORDER BY report, position`
}

/** Figures of some indicators that are above 0, of every report. */
export const positiveFiguresSql = (indicators: readonly string[]): Sql => sql`
  SELECT ${figureSql} FROM d.cells AS cells ${ofLatest}
  WHERE cells.evidence = 'A' AND cells.indicator IN (${indicators}) AND cells.value > 0 ORDER BY report, cells.position`

/** Every figure of the tables of some reports. */
export const allFiguresSql = (reports: readonly string[]): Sql => sql`
  SELECT ${figureSql} FROM d.cells AS cells WHERE cells.evidence = 'A' AND cells.report_id IN (${reports}) ORDER BY report, cells.position`
