import type { Engine, QueryOptions, RawRow } from '../engine/engine.ts'
import type { Sql } from '../engine/sql.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import type { Label } from '../text/label.ts'

/** JSON only, so that name and params can be the key of a cached or published answer. */
export type Params = Readonly<Record<string, string | number | boolean | null | readonly (string | number)[]>>

/** What the static API publishes, for answers that need no engine. Addresses are relative to the dataset's folder. */
export interface PublishedFiles {
  readonly catalogue: Catalogue
  /** @throws {Error} when the file is not there or is not JSON. */
  readJson(address: string): Promise<unknown>
}

/**
 * Something a reader asks of the data: one statement, one row type.
 * `name` and the params together identify the answer, so they are also its cache key and its published address.
 */
export interface Question<P extends Params, Row> {
  readonly name: string
  readonly about: Label
  /** The params in words, for `ogi ask`. */
  readonly paramsAbout: Readonly<Record<keyof P & string, string>>
  /** Checks params that come from outside. @throws {Error} naming the param and what it may be. */
  readParams(raw: Readonly<Record<string, unknown>>, catalogue: Catalogue): P
  sql(params: P, catalogue: Catalogue): Sql
  row(raw: RawRow): Row
  /** The same rows from published files, without an engine; absent where that is not possible. */
  fromFiles?(params: P, files: PublishedFiles): Promise<Row[]>
}

/** Asks an engine. @throws {EngineError} */
export async function ask<P extends Params, Row>(
  engine: Engine,
  question: Question<P, Row>,
  params: P,
  catalogue: Catalogue,
  options?: QueryOptions,
): Promise<Row[]> {
  const rows = await engine.query(question.sql(params, catalogue), options)
  return rows.map((raw) => question.row(raw))
}
