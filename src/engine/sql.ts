/** A value that can travel beside a statement. Ids stay strings: BigInt breaks cache keys. */
export type SqlValue = string | number | boolean | null

/** One statement, its values kept apart from its text; each `?` outside quotes stands for one value. */
export interface Sql {
  readonly text: string
  readonly params: readonly SqlValue[]
}

/**
 * Writes one statement. A value becomes `?`, a list becomes `?, ?, ?`, and a nested `sql` is spliced in with its own values.
 *
 * An empty list becomes `NULL`, so `x IN (${[]})` matches nothing.
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly (SqlValue | readonly SqlValue[] | Sql)[]): Sql {
  let text = strings[0] ?? ''
  const params: SqlValue[] = []
  parts.forEach((part, i) => {
    if (isSql(part)) {
      text += part.text
      params.push(...part.params)
    } else if (isList(part)) {
      text += part.length ? part.map(() => '?').join(', ') : 'NULL'
      params.push(...part)
    } else {
      text += '?'
      params.push(part)
    }
    text += strings[i + 1] ?? ''
  })
  return { text, params }
}

/** Joins fragments with a separator that we wrote ourselves. */
export function joinSql(parts: readonly Sql[], separator: string): Sql {
  return {
    text: parts.map((part) => part.text).join(separator),
    params: parts.flatMap((part) => part.params),
  }
}

/** The only place where a name becomes SQL text: a quoted identifier. @throws {RangeError} on NUL. */
export function identifier(name: string): Sql {
  if (name.includes('\0')) throw new RangeError('a column name with a NUL')
  return { text: `"${name.replaceAll('"', '""')}"`, params: [] }
}

/** A column of a table, qualified: `"wide"."requests_new"`. */
export const column = (table: string, name: string): Sql => sql`${identifier(table)}.${identifier(name)}`

const isList = (part: unknown): part is readonly SqlValue[] => Array.isArray(part)
const isSql = (part: unknown): part is Sql => typeof part === 'object' && part !== null && 'text' in part
