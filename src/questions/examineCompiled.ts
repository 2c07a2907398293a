import type { AgencyLevel } from '../agencies.ts'
import { blockOf } from '../checks/cellChecks.ts'
import type { CheckedFigure } from '../checks/checkedReport.ts'
import type { RawRow } from '../engine/engine.ts'
import { column, identifier, joinSql, sql, type Sql } from '../engine/sql.ts'
import type { ApplicantId, FormId, FormRow, TableFormId } from '../forms/form.ts'
import { formById } from '../forms/forms.ts'
import type { EvidenceGrade, Qualifier, Scope, ValueState } from '../forms/states.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import { operandsOf } from '../indicators/formula.ts'
import { stateColumn, valueColumn } from '../indicators/wideColumns.ts'
import { joinEarlierSql } from './judgeRules.ts'
import { numberOf, textOf, textOrNull } from './rawFields.ts'

/** Figures of a compiled dataset, by report. */
export type FiguresByReport = ReadonlyMap<string, readonly CheckedFigure[]>

/** Between figures and between their fields; no cell holds such a character. */
const [figureEnd, fieldEnd] = ['\u001e', '\u001f']

/** All figures of a report as one text, in the order of the report: a million small rows would take longer to hand over than to find. */
const packedSql = sql`string_agg(concat_ws(chr(31), coalesce(cells.indicator, ''), coalesce(cells.applicant, ''), coalesce(cells.cell, ''),
    coalesce(cells."column", ''), cells.printed, coalesce(cells.value::VARCHAR, ''), cells.state, cells.evidence, coalesce(cells.qualifier, '')),
    chr(30) ORDER BY cells.position) AS figures`

/** Reads rows of a report and its packed figures. */
export function readPackedFigures(rows: readonly RawRow[]): FiguresByReport {
  return new Map(rows.map((row) => [textOf(row, 'report'), textOf(row, 'figures').split(figureEnd).map(readFigure)]))
}

function readFigure(packed: string): CheckedFigure {
  const [indicator = '', applicant = '', cell = '', heading = '', printed = '', value = '', state, evidence, qualifier = ''] =
    packed.split(fieldEnd)
  const orNull = (text: string): string | null => (text === '' ? null : text)
  return {
    indicator: orNull(indicator),
    applicant: orNull(applicant) as ApplicantId | null,
    cell: orNull(cell),
    column: orNull(heading),
    printed,
    value: value === '' ? null : Number(value),
    state: state as ValueState,
    evidence: evidence as EvidenceGrade,
    qualifier: orNull(qualifier) as Qualifier | null,
  }
}

/** Only reports that are the latest of their agency and year are checked. */
const ofLatest = sql`SEMI JOIN (SELECT report_id FROM d.reports WHERE latest) AS latest ON latest.report_id = cells.report_id`

const idsOf = (catalogue: Catalogue, isMeant: (indicator: Catalogue['indicators'][number]) => boolean): readonly string[] =>
  catalogue.indicators.filter(isMeant).map(({ id }) => id)

/**
 * What single cells may be asked about, by report: cells that ask for a number and hold none, or no whole number from 0; numbers on
 * header rows and labels; amounts and rules above 0.
 */
export function oddFiguresSql(catalogue: Catalogue): Sql {
  const texts = idsOf(catalogue, ({ type }) => type === 'text')
  const signed = idsOf(catalogue, ({ type }) => type === 'signed_integer')
  const decimal = idsOf(catalogue, ({ type }) => type === 'decimal')
  const positive = idsOf(catalogue, ({ id, unit }) => id.startsWith('regulations_') || unit === '万元')
  return sql`
    SELECT cells.report_id AS report, ${packedSql} FROM d.cells AS cells ${ofLatest}
    WHERE cells.evidence = 'A' AND (
      (cells.state NOT IN ('value', 'zero') AND (cells.state = 'header_value' OR (cells.indicator IS NOT NULL AND cells.indicator NOT IN (${texts}))))
      OR (cells.value < 0 AND cells.indicator NOT IN (${signed}))
      OR (cells.value <> floor(cells.value) AND cells.indicator NOT IN (${decimal}))
      OR (cells.value > 0 AND cells.indicator IN (${positive})))
    GROUP BY cells.report_id`
}

/** Some figures of the tables of some reports. */
export interface WantedFigures {
  readonly report: string
  /** The name of a list of indicators. */
  readonly list: number
}

/** The figures of the tables that are wanted; each list of indicators is given once. */
export function wantedFiguresSql(wanted: readonly WantedFigures[], lists: readonly (readonly string[])[]): Sql {
  // One long text instead of many values: what is wanted changes each time, the statement does not.
  const pairs = wanted.map(({ report, list }) => `${list} ${report}`).join('|')
  const takes = lists.map((indicators, at) => `${at} ${indicators.join(' ')}`).join('|')
  return sql`
    WITH wanted AS (
      SELECT split_part(pair, ' ', 1) AS list, split_part(pair, ' ', 2) AS report
      FROM (SELECT unnest(string_split(${pairs}::VARCHAR, '|')) AS pair)
    ), takes AS (
      SELECT split_part(line, ' ', 1) AS list, unnest(string_split(line, ' ')[2:]) AS indicator
      FROM (SELECT unnest(string_split(${takes}::VARCHAR, '|')) AS line)
    ), named AS (SELECT DISTINCT wanted.report, takes.indicator FROM wanted JOIN takes USING (list))
    SELECT cells.report_id AS report, ${packedSql} FROM d.cells AS cells
    JOIN named ON named.report = cells.report_id AND named.indicator = cells.indicator
    WHERE cells.evidence = 'A' GROUP BY cells.report_id`
}

/** Claims of the prose with the cells of the same report that answer them, by report. */
export function claimsWithCellsSql(catalogue: Catalogue): Sql {
  const sums = catalogue.indicators.flatMap(({ id, from }) =>
    Object.values(from).flatMap((formula) =>
      formula.kind === 'sum' ? operandsOf(formula).map(({ indicator }) => sql`(${id}::VARCHAR, ${indicator}::VARCHAR)`) : [],
    ),
  )
  return sql`
    WITH claims AS (SELECT cells.* FROM d.cells AS cells ${ofLatest} WHERE cells.evidence <> 'A'),
    said AS (
      SELECT report_id, indicator FROM claims
      UNION SELECT claims.report_id, parts.part FROM claims
      JOIN (VALUES ${sums.length > 0 ? joinSql(sums, ', ') : sql`('', '')`}) AS parts(whole, part) ON parts.whole = claims.indicator
    )
    SELECT cells.report_id AS report, ${packedSql} FROM (
      SELECT * FROM claims
      UNION ALL
      SELECT cells.* FROM d.cells AS cells JOIN said ON said.report_id = cells.report_id AND said.indicator = cells.indicator
      WHERE cells.evidence = 'A'
    ) AS cells
    GROUP BY cells.report_id`
}

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
  readonly first_published_on: string | null
  readonly versions: number
  /** Tables that are there, by the first number of their paths. */
  readonly tables: readonly string[]
  /** Cells of the tables that ask for a number. */
  readonly numbers: number
  /** Header rows and texts of the tables. */
  readonly headers: number
}

/** Reports with their dates, their form, the tables they print and how many cells these have. */
export function headsSql(catalogue: Catalogue): Sql {
  const isText = sql`coalesce(indicator IN (${idsOf(catalogue, ({ type }) => type === 'text')}), false)`
  return sql`
  SELECT reports.report_id AS report, reports.agency_id AS agency, reports.year AS year, reports.form AS form, reports.scope AS scope,
    reports.title AS title, reports.period_start::VARCHAR AS period_start, reports.period_end::VARCHAR AS period_end,
    reports.published_on::VARCHAR AS published_on, counted.first_published_on::VARCHAR AS first_published_on, counted.versions::INTEGER AS versions, coalesce(counts.tables, 0)::INTEGER AS tables,
    coalesce(counts.numbers, 0)::INTEGER AS numbers, coalesce(counts.headers, 0)::INTEGER AS headers
  FROM d.reports AS reports
  JOIN (
    SELECT agency_id, year, count(*) AS versions, max(published_on) FILTER (WHERE version = 1) AS first_published_on
    FROM d.reports GROUP BY agency_id, year
  ) AS counted
    ON counted.agency_id = reports.agency_id AND counted.year = reports.year
  LEFT JOIN (
    SELECT report_id, bit_or(CASE WHEN cell IS NULL THEN 0 ELSE 1 << (ascii(cell) - 48) END) AS tables,
      count(*) FILTER (WHERE indicator IS NOT NULL AND NOT ${isText}) AS numbers,
      count(*) FILTER (WHERE indicator IS NULL OR ${isText}) AS headers
    FROM d.cells WHERE evidence = 'A' GROUP BY report_id
  ) AS counts ON counts.report_id = reports.report_id
  WHERE reports.latest
  ORDER BY report`
}

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
  first_published_on: textOrNull(raw, 'first_published_on'),
  versions: numberOf(raw, 'versions'),
  tables: Array.from({ length: 10 }, (_, digit) => digit).flatMap((digit) =>
    (numberOf(raw, 'tables') >> digit) & 1 ? [String(digit)] : [],
  ),
  numbers: numberOf(raw, 'numbers'),
  headers: numberOf(raw, 'headers'),
})

/** Agencies as checks know them, with the days of their beginning and end. */
export const agenciesSql: Sql = sql`
  SELECT agency_id, name, level, system, deadline, valid_from::VARCHAR AS valid_from, valid_to::VARCHAR AS valid_to
  FROM d.agencies ORDER BY agency_id`

/** A row of `agenciesSql`. */
export const readAgency = (raw: RawRow) => ({
  agency_id: textOf(raw, 'agency_id'),
  name: textOf(raw, 'name'),
  level: textOf(raw, 'level') as AgencyLevel,
  system: textOf(raw, 'system'),
  deadline: textOrNull(raw, 'deadline'),
  valid_from: textOrNull(raw, 'valid_from'),
  valid_to: textOrNull(raw, 'valid_to'),
})

/** Events of agencies. */
export const eventsSql: Sql = sql`SELECT agency_id, other_id, kind, "on"::VARCHAR AS day FROM d.events ORDER BY agency_id, day`

/** An event of an agency, its day as `on`. */
export const readEvent = (raw: RawRow) => ({
  agency_id: textOf(raw, 'agency_id'),
  other_id: textOrNull(raw, 'other_id'),
  kind: textOf(raw, 'kind'),
  on: textOf(raw, 'day'),
})

/** The rows of a form in one report: which are not printed, which blocks are wholly blank, and how many blocks there are. */
export interface FormRows {
  readonly report: string
  readonly missing: readonly string[]
  readonly blank: readonly string[]
}

/** A column of the wide table that a row of the form has its figures in. */
interface RowColumn {
  readonly row: FormRow
  readonly indicator: string
  readonly applicant: ApplicantId | null
}

function listRowColumns(form: TableFormId, catalogue: Catalogue): readonly RowColumn[] {
  const indicators = new Map(catalogue.indicators.map((indicator) => [indicator.id, indicator]))
  return formById(form).rows.flatMap((row): readonly RowColumn[] => {
    const indicator = row.indicator === null ? undefined : indicators.get(row.indicator)
    if (!indicator || indicator.type === 'text') return []
    const { id } = indicator
    if (!row.byApplicant) return [{ row, indicator: id, applicant: indicator.byApplicant ? 'total' : null }]
    return catalogue.applicants.map((applicant) => ({ row, indicator: id, applicant: applicant.id }))
  })
}

/**
 * What the rows of a form look like in each report on it. The first row counts: blocks of cells, and reports that have a row for rules.
 * The others are reports in which a row is missing or a block is blank.
 */
export function formRowsSql(form: TableFormId, catalogue: Catalogue): Sql {
  // Short names, as each is written several times.
  const columns = listRowColumns(form, catalogue).map((one, at) => ({ ...one, state: identifier(`s${at}`) }))
  const states = columns.map(({ indicator, applicant, state }) => sql`${column('wide', stateColumn(indicator, applicant))} AS ${state}`)
  const add = (parts: readonly Sql[]): Sql => (parts.length === 0 ? sql`0` : sql`(${joinSql(parts, ' + ')})`)
  const isPrinted = ({ state }: { readonly state: Sql }): Sql => sql`(${state} <> 'row_missing')::INTEGER`
  const isBlank = ({ state }: { readonly state: Sql }): Sql => sql`(${state} = 'blank')::INTEGER`
  const blocks = [...groupBy(columns, ({ row, applicant }) => blockOf(row, applicant))].map(([name, own], at) => ({
    name,
    own,
    printed: identifier(`p${at}`),
    blank: identifier(`b${at}`),
  }))
  const rows = [
    ...groupBy(
      columns.filter(({ row }) => row.variant !== true),
      ({ row }) => row.path,
    ),
  ].map(([path, own]) => sql`CASE WHEN ${add(own.map(isPrinted))} = 0 THEN ${path}::VARCHAR END`)
  const counted = blocks.flatMap(({ own, printed, blank }) => [
    sql`${add(own.map(isPrinted))} AS ${printed}`,
    sql`${add(own.map(isBlank))} AS ${blank}`,
  ])
  const blanks = blocks.map(({ name, printed, blank }) => sql`CASE WHEN ${printed} > 1 AND ${printed} = ${blank} THEN ${name}::VARCHAR END`)
  const filled = blocks.map(({ printed, blank }) => sql`(${printed} > ${blank})::INTEGER`)
  const some = blocks.map(({ printed }) => sql`(${printed} > 0)::INTEGER`)
  const regulations = columns.filter(({ indicator }) => indicator.startsWith('regulations_')).map(isPrinted)
  return sql`
    WITH states AS (SELECT wide.report_id AS report, ${joinSql(states, ', ')} FROM d.wide AS wide WHERE wide.form = ${form}),
    counted AS MATERIALIZED (
      SELECT report, concat_ws('|', ${joinSql(rows, ', ')}) AS missing, ${add(regulations)} AS regulations, ${joinSql(counted, ', ')}
      FROM states
    ), looked AS (
      SELECT report, missing, regulations, CASE WHEN ${add(filled)} > 0 THEN concat_ws('|', ${joinSql(blanks, ', ')}) ELSE '' END AS blank,
        ${add(some)} AS blocks
      FROM counted
    )
    SELECT NULL::VARCHAR AS report, '' AS missing, '' AS blank, coalesce(sum(blocks), 0)::INTEGER AS blocks,
      count(*) FILTER (WHERE regulations > 0)::INTEGER AS regulations
    FROM looked
    UNION ALL
    SELECT report, missing, blank, 0, 0 FROM looked WHERE missing <> '' OR blank <> ''`
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** Reads the rows of `formRowsSql`. */
export function readFormRows(rows: readonly RawRow[]): {
  readonly blocks: number
  readonly regulations: number
  readonly reports: readonly FormRows[]
} {
  const listOf = (row: RawRow, name: string): string[] =>
    textOf(row, name)
      .split('|')
      .filter((part) => part !== '')
  const [counted] = rows.filter((row) => row['report'] === null)
  return {
    blocks: counted ? numberOf(counted, 'blocks') : 0,
    regulations: counted ? numberOf(counted, 'regulations') : 0,
    reports: rows.flatMap((row): FormRows[] => {
      const report = textOrNull(row, 'report')
      return report === null ? [] : [{ report, missing: listOf(row, 'missing'), blank: listOf(row, 'blank') }]
    }),
  }
}

/** Numbers above or below 0 of every report that may be held against one of the year before on the same form: how many, and how many are equal. */
export function copiedNumbersSql(form: TableFormId, catalogue: Catalogue): Sql {
  const values = listRowColumns(form, catalogue).map(({ indicator, applicant }) => valueColumn(indicator, applicant))
  const count = (condition: (name: string) => Sql): Sql =>
    joinSql(
      values.map((name) => sql`coalesce(${condition(name)}, false)::INTEGER`),
      ' + ',
    )
  return sql`
    SELECT wide.report_id AS report, (${count((name) => sql`${column('wide', name)} <> 0`)})::INTEGER AS some,
      (${count((name) => sql`(${column('wide', name)} <> 0 AND ${column('earlier', name)} = ${column('wide', name)})`)})::INTEGER AS same
    FROM d.wide AS wide ${joinEarlierSql}
    WHERE wide.form = ${form} AND earlier.form = ${form}`
}

/** A figure that is 0 in one report alone among those of the same kind. */
export interface LoneZero {
  readonly report: string
  readonly indicator: string
}

/**
 * Zeros on one form, by report, among more than `peers` numbers of bodies of the same system, level, scope and year of which every other
 * is at least `least`. A cell without a number is no witness.
 */
export function loneZerosSql(
  form: TableFormId,
  indicators: readonly string[],
  { peers, least }: { readonly peers: number; readonly least: number },
): Sql {
  const zeros = indicators.map((id) => {
    const value = column('wide', valueColumn(id))
    return sql`CASE WHEN min(${value}) = 0 AND count(${value}) > ${peers}::INTEGER
      AND count(*) FILTER (WHERE ${value} < ${least}::DOUBLE) = 1 THEN concat(arg_min(wide.report_id, ${value}), ' ', ${id}::VARCHAR) END`
  })
  return sql`
    SELECT told FROM (
      SELECT concat_ws('|', ${joinSql(zeros, ', ')}) AS told
      FROM d.wide AS wide JOIN d.agencies AS agencies ON agencies.agency_id = wide.agency_id
      WHERE wide.form = ${form} AND agencies.system <> ''
      GROUP BY agencies.system, agencies.level, wide.scope, wide.year
    ) WHERE told <> ''`
}

/** Reads the rows of `loneZerosSql`. */
export const readLoneZeros = (rows: readonly RawRow[]): readonly LoneZero[] =>
  rows.flatMap((row) =>
    textOf(row, 'told')
      .split('|')
      .map((pair) => {
        const [report = '', indicator = ''] = pair.split(' ')
        return { report, indicator }
      }),
  )

/** The numbers of some totals in every report, packed in their order. */
export const groupTotalsSql = (indicators: readonly string[]): Sql => sql`
  SELECT wide.report_id AS report, concat(${joinSql(
    indicators.map((id) => sql`coalesce(${column('wide', valueColumn(id))}::VARCHAR, '')`),
    `, '|', `,
  )}) AS numbers
  FROM d.wide AS wide`

/** Numbers by indicator and report, from the rows of `groupTotalsSql` over the same indicators. */
export function readGroupTotals(rows: readonly RawRow[], indicators: readonly string[]): ReadonlyMap<string, Map<string, number>> {
  const numbers = new Map(indicators.map((id) => [id, new Map<string, number>()]))
  for (const row of rows) {
    const report = textOf(row, 'report')
    textOf(row, 'numbers')
      .split('|')
      .forEach((number, at) => {
        if (number !== '') numbers.get(indicators[at] ?? '')?.set(report, Number(number))
      })
  }
  return numbers
}
