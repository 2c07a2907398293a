import type { Sql } from './sql.ts'

/** One result row: numbers, strings, booleans and nulls only. */
export type RawRow = Readonly<Record<string, string | number | boolean | null>>

/** Anything that can answer SQL over the dataset that it was opened with. */
export interface Engine {
  /**
   * Runs one statement. Aborting `signal` stops it inside the engine too.
   * @throws {EngineError} with the statement that failed and the engine's own message.
   * @throws {EngineLost} when the worker behind it is gone and could not be rebuilt.
   */
  query(statement: Sql, options?: QueryOptions): Promise<RawRow[]>
  /** Opens a compiled dataset under the schema `d`. The bytes are moved, not copied. */
  attach(name: string, bytes: Uint8Array): Promise<void>
  close(): Promise<void>
}

export interface QueryOptions {
  readonly signal?: AbortSignal
  /** Milliseconds; 10,000 unless told. */
  readonly deadline?: number
}

/** A statement that the engine refused or could not finish. */
export class EngineError extends Error {
  override readonly name = 'EngineError'
  readonly statement: Sql
  constructor(statement: Sql, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.statement = statement
  }
}

/** The worker stopped, trapped or did not answer in time; everything that waited for it is told so at once. */
export class EngineLost extends Error {
  override readonly name = 'EngineLost'
}

/**
 * DuckDB counts in 64 bits. A count that fits a JS number becomes one; a larger one is an error rather than a rounding.
 * @throws {RangeError} beyond 2^53 - 1.
 */
export function safeNumber(value: bigint, column: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${column} is too large for a number: ${value}`)
  return number
}
