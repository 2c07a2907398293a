import * as v from 'valibot'
import type { Label } from '../text/label.ts'
import { tables, type Column, type Table } from './tables.ts'

/** What `datapackage.json` says of a dataset (Data Package v2). `name` is its id. */
export interface Descriptor {
  readonly name: string
  readonly titles: Label
  /** Made up, and marked so wherever it is shown. */
  readonly synthetic: boolean
  /** Years whose list of agencies was declared complete. */
  readonly completeYears: readonly number[]
  /** The dataset's own, e.g. `1.2.0`; null where it has none. */
  readonly version?: string | null
  /** What it may be used under; empty where the descriptor does not say. */
  readonly licenses?: readonly Licence[]
}

/** A licence as a descriptor names it. `address` is where its text stands, null where that is no web address. */
export interface Licence {
  readonly name: string
  readonly title: string
  readonly address: string | null
}

const label = v.object({ zh: v.pipe(v.string(), v.nonEmpty()), en: v.pipe(v.string(), v.nonEmpty()) })

/** What only describes is taken as far as it can be read: a dataset is not refused for it. */
const licences = v.pipe(
  v.array(v.object({ name: v.optional(v.string()), title: v.optional(v.string()), path: v.optional(v.string()) })),
  v.transform((items) =>
    items.flatMap(({ name, title, path }): Licence[] => {
      const said = title ?? name ?? path
      if (said === undefined) return []
      return [{ name: name ?? said, title: said, address: path !== undefined && /^https?:\/\//.test(path) ? path : null }]
    }),
  ),
)

const schema = v.object({
  name: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]{0,99}$/)),
  titles: label,
  synthetic: v.optional(v.boolean(), false),
  completeYears: v.optional(v.array(v.pipe(v.number(), v.integer(), v.minValue(2008), v.maxValue(2099))), []),
  version: v.fallback(v.nullish(v.string(), null), null),
  licenses: v.fallback(v.optional(licences, []), []),
})

/** A descriptor, or the items of it that are wrong: their path and why. */
export type DescriptorRead =
  | { readonly ok: true; readonly descriptor: Descriptor }
  | { readonly ok: false; readonly problems: readonly { readonly path: string | null; readonly reason: Label }[] }

export function readDescriptor(text: string): DescriptorRead {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { ok: false, problems: [{ path: null, reason: { zh: '不是 JSON', en: 'this is not JSON' } }] }
  }
  const parsed = v.safeParse(schema, json)
  if (parsed.success) return { ok: true, descriptor: parsed.output }
  return {
    ok: false,
    problems: parsed.issues.map((issue) => ({
      path: v.getDotPath(issue),
      reason:
        issue.received === 'undefined'
          ? { zh: '缺少这一项', en: 'this item is missing' }
          : {
              zh: `应为 ${issue.expected ?? '另一种值'}，实为 ${issue.received.slice(0, 60)}`,
              en: `expected ${issue.expected ?? 'something else'}, found ${issue.received.slice(0, 60)}`,
            },
    })),
  }
}

const fieldTypes: Readonly<Record<Column['type'], string>> = {
  id: 'string',
  code: 'string',
  text: 'string',
  printed: 'string',
  integer: 'integer',
  number: 'number',
  date: 'date',
  month_day: 'string',
  list: 'list',
  json: 'object',
  address: 'string',
  sha256: 'string',
}

/** The `resources` of a descriptor: every table with its columns, as Data Package v2 writes them. */
export function describeResources(): unknown[] {
  return (tables as readonly Table[]).map((table) => ({
    name: table.name,
    path: table.file,
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    title: `${table.about.zh} / ${table.about.en}`,
    dialect: { commentChar: '#' },
    schema: {
      fields: table.columns.map((column) => ({
        name: column.name,
        type: fieldTypes[column.type],
        ...(column.type === 'list' ? { itemType: 'string', delimiter: '|' } : {}),
        title: `${column.about.zh} / ${column.about.en}`,
        ...(column.required || column.oneOf
          ? { constraints: { ...(column.required ? { required: true } : {}), ...(column.oneOf ? { enum: column.oneOf } : {}) } }
          : {}),
      })),
      missingValues: [''],
      ...(table.key.length > 0 && table.columns.every((column) => !table.key.includes(column.name) || column.required)
        ? { primaryKey: table.key }
        : {}),
      foreignKeys: table.columns.flatMap((column) =>
        column.refersTo
          ? [
              {
                fields: [column.name],
                reference: { resource: column.refersTo === table.name ? '' : column.refersTo, fields: keyOf(column.refersTo) },
              },
            ]
          : [],
      ),
    },
  }))
}

const keyOf = (name: string): readonly string[] => (tables as readonly Table[]).find((table) => table.name === name)?.key ?? []

/** A whole descriptor as text, for a new dataset. */
export function writeDescriptor(descriptor: Descriptor, more: Readonly<Record<string, unknown>> = {}): string {
  const { name, titles, synthetic, completeYears } = descriptor
  const json = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name,
    title: `${titles.zh} / ${titles.en}`,
    titles,
    ...more,
    ...(synthetic ? { synthetic } : {}),
    completeYears,
    resources: describeResources(),
  }
  return `${JSON.stringify(json, null, 2)}\n`
}
