import type { Sql, SqlValue } from './sql.ts'

/** One result row: numbers, strings, booleans and nulls only. */
export type RawRow = Readonly<Record<string, SqlValue>>

/** A result by position, for statements whose column names are not ours: names may repeat or be `__proto__`. */
export interface RawTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly SqlValue[])[]
}

/**
 * Anything that can answer SQL over the dataset that it was opened with. The dataset's tables stand under the schema `d`.
 * The data is given when the engine is opened: afterwards it is locked and opens nothing more.
 */
export interface Engine {
  /**
   * Runs one statement. Aborting `signal` stops it inside the engine too and rejects with the signal's reason.
   * @throws {EngineError} with the statement that failed, a code and the engine's own message.
   * @throws {EngineLost} when the engine behind it is gone and could not be rebuilt, or when this statement broke it.
   */
  query(statement: Sql, options?: QueryOptions): Promise<RawRow[]>
  /** The same answer by column position. @throws as `query` */
  queryTable(statement: Sql, options?: QueryOptions): Promise<RawTable>
  /** Stops everything that runs; what waits is rejected with `EngineLost`. */
  close(): Promise<void>
}

export interface QueryOptions {
  readonly signal?: AbortSignal
  /** Milliseconds; 10,000 unless told. */
  readonly deadline?: number
}

/** Milliseconds that a statement may take unless its caller says otherwise. */
export const defaultDeadline = 10_000

/** Longest statement text, in characters; planning a longer one blocks the engine for seconds. */
export const longestStatement = 100_000

/**
 * Why a statement has no answer:
 * `refused` by the engine (its message says why), `extension`: it would need a part that is not inside and never fetched,
 * `value` that cannot be written as SQL, `too_long` text,
 * `type` of a result column that has no plain form, `number` beyond 2^53 - 1, `memory` limit reached, `deadline` missed.
 */
export type EngineErrorCode = 'refused' | 'extension' | 'value' | 'too_long' | 'type' | 'number' | 'memory' | 'deadline'

/** A statement that the engine refused or could not finish. The engine itself goes on. Messages are cut at 500 characters. */
export class EngineError extends Error {
  override readonly name = 'EngineError'
  readonly statement: Sql
  readonly code: EngineErrorCode
  constructor(statement: Sql, code: EngineErrorCode, cause: unknown) {
    super(shorten(messageOf(cause)), { cause })
    this.statement = statement
    this.code = code
  }
}

/**
 * Why an engine is gone: its worker `stopped`, a statement broke it (`trap`), it did not answer in time (`deadline`),
 * it never got ready (`start`), or it was `closed` on purpose.
 */
export type EngineLostCode = 'stopped' | 'trap' | 'deadline' | 'start' | 'closed'

/** The engine stopped, trapped or did not answer in time; everything that waited for it is told so at once. */
export class EngineLost extends Error {
  override readonly name = 'EngineLost'
  readonly code: EngineLostCode
  constructor(code: EngineLostCode, message: string, cause?: unknown) {
    super(shorten(message), { cause })
    this.code = code
  }
}

/** A result that has no plain form, found while reading it. Engines turn it into an `EngineError`. */
export class UnreadableResult extends Error {
  override readonly name = 'UnreadableResult'
  readonly code: 'type' | 'number'
  constructor(code: 'type' | 'number', message: string) {
    super(message)
    this.code = code
  }
}

/**
 * DuckDB counts in 64 bits. A count that fits a JS number becomes one; a larger one is an error rather than a rounding.
 * @throws {UnreadableResult} beyond 2^53 - 1.
 */
export function safeNumber(value: bigint, column: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new UnreadableResult('number', `${column} is too large for a number: ${value}`)
  return number
}

/**
 * A table as one object per row. A column may be called anything, `__proto__` included.
 * @throws {UnreadableResult} when two columns share a name: one of them would be lost.
 */
export function rowsOf({ columns, rows }: RawTable): RawRow[] {
  const twice = columns.find((name, i) => columns.indexOf(name) !== i)
  if (twice !== undefined) throw new UnreadableResult('type', `two columns are called ${twice}`)
  return rows.map((row) => Object.fromEntries(columns.map((name, i) => [name, row[i] ?? null])))
}

/** The error that a caller sees for what an engine threw about one statement; errors that are typed already stay. */
export function engineErrorOf(statement: Sql, cause: unknown): EngineError | EngineLost {
  if (cause instanceof EngineError || cause instanceof EngineLost) return cause
  if (cause instanceof UnreadableResult) return new EngineError(statement, cause.code, cause)
  return new EngineError(statement, codeOf(messageOf(cause)), cause)
}

function codeOf(message: string): EngineErrorCode {
  if (message.startsWith('Out of Memory Error')) return 'memory'
  return /exists in the \w+ extension|^Extension Autoloading Error|^Missing Extension Error/.test(message) ? 'extension' : 'refused'
}

const messageOf = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause))
const shorten = (message: string) => (message.length > 500 ? `${message.slice(0, 499)}…` : message)
