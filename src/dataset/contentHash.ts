import { createSha256 } from '../engine/sha256.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import type { DatasetPackage } from './readPackage.ts'
import { tables, type Field, type Table } from './tables.ts'

/** What a fingerprint is taken of. */
type Content = Pick<DatasetPackage, 'regions' | 'agencies' | 'events' | 'reports' | 'cells' | 'verdicts'> & {
  readonly descriptor: { readonly completeYears: readonly number[] } | null
}

/**
 * The SHA-256 of what a dataset says: the rows of its tables as they were read, the years that it declares complete, and how measures
 * are worked out from its figures. Not of its files: quotes, line ends and the order of rows by their keys change nothing.
 */
export function hashContent(read: Content, { indicators }: Pick<Catalogue, 'indicators'>): string {
  const hash = createSha256()
  const encoder = new TextEncoder()
  const add = (part: unknown): void => hash.update(encoder.encode(`${JSON.stringify(part)}\n`))
  add(['complete', ...[...(read.descriptor?.completeYears ?? [])].sort((a, b) => a - b)])
  for (const { id, kind, from, size, minSize } of sortBy(indicators, ({ id }) => id))
    if (kind !== 'reported') add(['measure', id, sortKeys(from), sortKeys(size ?? null), minSize ?? null])
  for (const table of tables as readonly Table[]) {
    add(['table', table.name])
    for (const line of linesOf(table, read[table.name])) add(line)
  }
  return hash.hex()
}

/** The rows of a table by their keys. Cells keep their order within their report: it is the order of the page. */
function linesOf(table: Table, rows: readonly object[]): readonly (readonly Field[])[] {
  const names = table.columns.map(({ name }) => name)
  const key = (table.key.length > 0 ? table.key : ['report_id']).map((name) => names.indexOf(name))
  const lines = rows.map((row) => names.map((name) => (row as Readonly<Record<string, Field>>)[name] ?? null))
  return sortBy(lines, (line) => key.map((place) => String(line[place] ?? '')).join('\n'))
}

/** Stable, by code units: every machine sorts alike. */
const sortBy = <T>(list: readonly T[], keyOf: (one: T) => string): readonly T[] =>
  list
    .map((one) => [keyOf(one), one] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, one]) => one)

/** The same value with the keys of its objects in order, so that it is written in one way. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return Object.fromEntries(sortBy(entries, ([name]) => name).map(([name, part]) => [name, sortKeys(part)]))
}
