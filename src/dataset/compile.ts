import { literal } from '../engine/literal.ts'
import { identifier, joinSql, sql, type Sql } from '../engine/sql.ts'
import { tableForms, type Catalogue } from '../indicators/catalogue.ts'
import { printIndicatorSql } from '../indicators/indicatorSql.ts'
import { writeCsvRecord } from './csv.ts'
import type { BlockSize } from './emptyDatabase.ts'
import { schemaVersion } from './manifest.ts'
import { readPackage, type DatasetPackage, type ReadFile } from './readPackage.ts'
import { cellsTable, tables, type CellRow, type Column, type Field, type Table } from './tables.ts'
import { countValueCells, listWideColumns, type WideColumn } from './wideTable.ts'

/** An engine that runs statements of ours and may read and write files. */
export interface Workshop {
  run(text: string): Promise<void>
  query(statement: Sql, options?: { readonly deadline?: number }): Promise<unknown>
}

/** A text file that is written piece by piece, for the engine to read. */
export interface TextFile {
  readonly path: string
  write(text: string): void
  close(): void
}

export interface Compilation {
  readonly workshop: Workshop
  readonly readFile: ReadFile
  readonly catalogue: Catalogue
  /** Opens a text file in a place of its own that is thrown away afterwards. */
  openText(name: string): TextFile
  /** Where the compiled file goes; nothing may stand there yet. */
  readonly out: string
  /** Compile what stands although rows were rejected. */
  readonly keepGoing: boolean
  /** Puts an empty file of this block size where the compiled one goes, for an engine that cannot make one. */
  makeOut?(blockSize: BlockSize): Promise<void>
}

/**
 * Reads a dataset folder and compiles it to one `.duckdb` file that DuckDB-WASM 1.32.0 opens. Rows are checked here and loaded by
 * the engine in whole tables. Nothing is compiled when a row was rejected, unless `keepGoing`.
 * @returns what was read; `compiled` says whether the file was written.
 */
export async function compileDataset(work: Compilation): Promise<{ readonly read: DatasetPackage; readonly compiled: boolean }> {
  const cellFile = work.openText(cellsTable.file)
  let position = 0
  cellFile.write(writeCsvRecord([...columnNames(cellsTable), 'position']))
  const writeCell = (cell: CellRow): void => {
    position += 1
    cellFile.write(writeCsvRecord([...writeRow(cell, cellsTable), String(position)]))
  }
  const read = await readPackage(work.readFile, work.catalogue, writeCell)
  cellFile.close()
  if (read.descriptor === null || (read.rejects.length > 0 && !work.keepGoing)) return { read, compiled: false }

  // One thread, so that the same folder gives the same file. Tables grow in a draft that is then copied: what is written once has no holes.
  await work.workshop.run(`SET threads = 1; ATTACH ${literal(`${cellFile.path}.duckdb`)} AS d`)
  for (const table of tables as readonly Table[]) {
    if (table.name === 'cells') continue
    const file = work.openText(table.file)
    file.write(writeCsvRecord(columnNames(table)))
    for (const row of read[table.name]) file.write(writeCsvRecord(writeRow(row, table)))
    file.close()
    if (table.name === 'reports') await work.workshop.run(loadReports(file.path))
    else await work.workshop.run(loadTable(table, file.path))
  }
  await work.workshop.run(loadCells(cellFile.path))
  await work.workshop.run(makeWideTable(work.catalogue))
  await work.workshop.run(makeCoverageTable(work.catalogue))
  await work.workshop.run(makeClaimsTable)
  await countValues(work.workshop, work.catalogue)
  const blockSize = position < manyCells ? 16384 : 262144
  await work.makeOut?.(blockSize)
  await work.workshop.run(`
    CREATE TABLE d.dataset (id VARCHAR, schema_version INTEGER);
    INSERT INTO d.dataset VALUES (${literal(read.descriptor.name)}, ${schemaVersion});
    ATTACH ${literal(work.out)} AS published (STORAGE_VERSION 'v1.0.0', BLOCK_SIZE ${blockSize});
    COPY FROM DATABASE d TO published;
    CHECKPOINT published;
    DETACH published;
    DETACH d`)
  return { read, compiled: true }
}

/** Below so many cells small blocks make the file half as large; above, large ones make fewer requests. */
const manyCells = 200_000

const columnNames = (table: Table): string[] => table.columns.map((column) => column.name)

/** A row as the fields of its CSV file. */
export function writeRow(row: object, table: Table): string[] {
  return table.columns.map((column) => {
    const value = (row as Readonly<Record<string, Field>>)[column.name] ?? null
    if (value === null) return ''
    return typeof value === 'object' ? value.join('|') : String(value)
  })
}

const quoted = (name: string): string => textOf(identifier(name))
const textOf = (fragment: Sql): string => fragment.text

const sqlTypes: Readonly<Record<Column['type'], string>> = {
  id: 'VARCHAR',
  code: 'VARCHAR',
  text: 'VARCHAR',
  printed: 'VARCHAR',
  integer: 'INTEGER',
  number: 'DOUBLE',
  date: 'DATE',
  month_day: 'VARCHAR',
  list: 'VARCHAR',
  json: 'VARCHAR',
  address: 'VARCHAR',
  sha256: 'VARCHAR',
}

/** Reads a CSV file of our own making: nothing is sniffed. */
function readCsvSql(path: string, names: readonly string[]): string {
  const columns = names.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ')
  return `read_csv(${literal(path)}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', nullstr = '', columns = {${columns}})`
}

function castColumns(table: Table): string {
  return table.columns
    .map((column) => {
      const name = quoted(column.name)
      return column.type === 'printed' ? `coalesce(${name}, '') AS ${name}` : `${name}::${sqlTypes[column.type]} AS ${name}`
    })
    .join(', ')
}

function loadTable(table: Table, path: string): string {
  const order = table.key.map(quoted).join(', ')
  return `CREATE TABLE d.${quoted(table.name)} AS SELECT ${castColumns(table)} FROM ${readCsvSql(path, columnNames(table))} ORDER BY ${order}`
}

const reports = tables.find((table) => table.name === 'reports')

/** Reports with `latest`: is it the last version of its agency and year? */
function loadReports(path: string): string {
  if (!reports) throw new Error('the dataset has no table of reports')
  return `
    CREATE TABLE d.reports AS
    SELECT *, version = max(version) OVER (PARTITION BY agency_id, year) AS latest
    FROM (SELECT ${castColumns(reports)} FROM ${readCsvSql(path, columnNames(reports))})
    ORDER BY agency_id, year, version`
}

/** The long table: every figure, by agency and year, then in the order in which the folder lists them. */
function loadCells(path: string): string {
  return `
    CREATE TABLE d.cells AS
    SELECT cells.* EXCLUDE (file_position), agency_id, year, form, scope,
      (row_number() OVER (PARTITION BY report_id ORDER BY file_position))::INTEGER AS position
    FROM (
      SELECT ${castColumns(cellsTable)}, position::BIGINT AS file_position
      FROM ${readCsvSql(path, [...columnNames(cellsTable), 'position'])}
    ) AS cells
    JOIN (SELECT report_id, agency_id, year, form, scope, version FROM d.reports) AS reports USING (report_id)
    ORDER BY agency_id, year, version, position`
}

/** The form whose cells a report should have: its own, or without a table the one of its year. */
const askedForm = (form: string, year: string): string => {
  const known = tableForms.map(literal).join(', ')
  return `CASE WHEN ${form} IN (${known}) THEN ${form} WHEN ${year} <= 2018 THEN 'pre2019_table' WHEN ${year} <= 2020 THEN 'y2019' ELSE 'y2021' END`
}

/** The wide table: a row per report, its latest version only; for every reported number the figure of grade A and its state. */
function makeWideTable(catalogue: Catalogue): string {
  const columns = listWideColumns(catalogue)
  const keys = columns.map((column) => literal(column.value)).join(', ')
  return `
    CREATE TEMP TABLE table_figures AS
    SELECT report_id, CASE WHEN applicant IS NULL OR applicant = 'total' THEN indicator ELSE indicator || '@' || applicant END AS key, value, state
    FROM d.cells WHERE evidence = 'A' AND indicator IS NOT NULL;
    CREATE TEMP TABLE pivoted AS
    PIVOT table_figures ON key IN (${keys}) USING first(value) AS v, first(state) AS s GROUP BY report_id;
    CREATE TABLE d.wide AS
    SELECT report_id, agency_id, year, form, scope, ${columns.map(wideColumnSql).join(', ')}
    FROM (
      SELECT report_id, agency_id, year, form, scope, ${askedForm('form', 'year')} AS asked, form IN (${tableForms.map(literal).join(', ')}) AS has_table
      FROM d.reports WHERE latest
    )
    LEFT JOIN pivoted USING (report_id)
    ORDER BY year, agency_id;
    DROP TABLE pivoted;
    DROP TABLE table_figures`
}

function wideColumnSql({ value, state, askedBy }: WideColumn): string {
  const absent =
    askedBy.length === 0
      ? `'not_in_form'`
      : `CASE WHEN asked NOT IN (${askedBy.map(literal).join(', ')}) THEN 'not_in_form' WHEN has_table THEN 'row_missing' ELSE 'not_reported' END`
  return `${quoted(`${value}_v`)} AS ${quoted(value)}, coalesce(${quoted(`${value}_s`)}, ${absent}) AS ${quoted(state)}`
}

/** How full each report's tables are, and how many figures its prose gives. */
function makeCoverageTable(catalogue: Catalogue): string {
  const texts = catalogue.indicators.filter((indicator) => indicator.type === 'text').map((indicator) => literal(indicator.id))
  const onValueCell = `evidence = 'A' AND indicator IS NOT NULL${texts.length ? ` AND indicator NOT IN (${texts.join(', ')})` : ''}`
  const expected = tableForms.map((form) => `WHEN ${literal(form)} THEN ${countValueCells(catalogue, form)}`).join(' ')
  const count = (condition: string): string => `count(state) FILTER (WHERE ${condition})::INTEGER`
  return `
    CREATE TABLE d.coverage AS
    SELECT reports.report_id, any_value(CASE form ${expected} END)::INTEGER AS expected,
      ${count(`${onValueCell} AND state IN ('value', 'zero')`)} AS filled,
      ${count(`${onValueCell} AND state = 'zero'`)} AS zeros,
      ${count(`${onValueCell} AND state = 'blank'`)} AS blank,
      ${count(`${onValueCell} AND state NOT IN ('value', 'zero', 'blank')`)} AS other_states,
      ${count(`evidence = 'A' AND state = 'header_value'`)} AS header_values,
      ${count(`evidence <> 'A'`)} AS claims
    FROM d.reports LEFT JOIN (SELECT report_id, indicator, state, evidence FROM d.cells) AS cells USING (report_id)
    GROUP BY reports.report_id, agency_id, year, version
    ORDER BY agency_id, year, version`
}

/**
 * What the prose of each report says of an indicator, a row per grade. Claims of one grade that agree are one; when they
 * contradict each other the number is unreadable. Sorted by indicator: a comparison reads a small part.
 */
const makeClaimsTable = `
  CREATE TABLE d.claims AS
  SELECT indicator, agency_id, year, applicant, evidence, CASE WHEN agree THEN number END AS value,
    CASE WHEN NOT agree THEN 'unreadable' WHEN number = 0 THEN 'zero' ELSE 'value' END AS state,
    CASE WHEN agree THEN sign END AS qualifier, form, scope, report_id
  FROM (
    SELECT indicator, agency_id, year, applicant, evidence, form, scope, report_id, min(value) AS number, min(qualifier) AS sign,
      min(value) = max(value) AND min(coalesce(qualifier, '')) = max(coalesce(qualifier, '')) AS agree
    FROM d.cells SEMI JOIN (SELECT report_id FROM d.reports WHERE latest) AS latest USING (report_id)
    WHERE evidence <> 'A'
    GROUP BY indicator, agency_id, year, applicant, evidence, form, scope, report_id
  )
  ORDER BY indicator, agency_id, year, evidence`

const countDeadline = 600_000

/** Indicators that one statement counts: fewer make more errands to a worker, more make a statement that is slow to plan. */
const countedAtOnce = 8

/** How many reports have a number for each indicator that can have one, so that nobody has to read every column to know. */
async function countValues(workshop: Workshop, catalogue: Catalogue): Promise<void> {
  await workshop.run('CREATE TABLE counted (place INTEGER, indicator VARCHAR, with_value INTEGER, with_prose INTEGER, years VARCHAR)')
  const counts = catalogue.indicators.flatMap((indicator, place) => {
    if (indicator.type === 'text') return []
    const { value } = printIndicatorSql(indicator, catalogue, 'wide', { applicant: null, blanksAsZero: false })
    return [
      sql`
      SELECT ${place}::INTEGER, ${indicator.id}::VARCHAR, count(DISTINCT report_id) FILTER (WHERE NOT prose), count(DISTINCT report_id) FILTER (WHERE prose),
        coalesce(string_agg(DISTINCT year::VARCHAR, '~' ORDER BY year::VARCHAR), '')
      FROM (
        SELECT report_id, year, false AS prose FROM d.wide AS wide WHERE ${value} IS NOT NULL
        UNION ALL
        SELECT report_id, year, true AS prose FROM d.claims WHERE indicator = ${indicator.id}::VARCHAR AND value IS NOT NULL
      )`,
    ]
  })
  for (let from = 0; from < counts.length; from += countedAtOnce) {
    const some = counts.slice(from, from + countedAtOnce)
    await workshop.query(sql`INSERT INTO counted ${joinSql(some, ' UNION ALL ')}`, { deadline: countDeadline })
  }
  await workshop.run('CREATE TABLE d.value_counts AS SELECT * FROM counted ORDER BY place; DROP TABLE counted')
}
