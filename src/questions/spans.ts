import { joinSql, sql, type Sql } from '../engine/sql.ts'

/** Every year from the first to the last. */
export const yearsBetween = ([from, to]: readonly [from: number, to: number]): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i)

/** The years as a table `years(year)`. */
export const yearTable = (years: readonly [from: number, to: number]): Sql =>
  sql`(VALUES ${joinSql(
    yearsBetween(years).map((year) => sql`(${year}::INTEGER)`),
    ', ',
  )}) AS years(year)`

/** Is this column among the ids? Null asks for all. */
export const among = (name: Sql, ids: readonly string[] | null): Sql => (ids === null ? sql`true` : sql`${name} IN (${ids})`)
