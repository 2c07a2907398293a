import type { SqlValue } from './sql.ts'

/**
 * The only place where a value becomes SQL text, and only ever as an argument of EXECUTE.
 * A bound statement could not be stopped and would stop every other one, so values are written, not bound.
 * @throws {RangeError} for what would not arrive as it was: NaN, an infinity, NUL, half a surrogate pair.
 */
export function literal(value: SqlValue): string {
  if (value === null) return 'NULL'
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'number') return numberLiteral(value)
  if (value.includes('\0')) throw new RangeError('a text with a NUL character has no place in a statement')
  if (/\p{Surrogate}/u.test(value)) throw new RangeError('a text with half a character (a lone surrogate) would be changed')
  return `'${value.replaceAll("'", "''")}'`
}

function numberLiteral(value: number): string {
  if (Number.isNaN(value)) throw new RangeError('NaN is no number that a statement can hold')
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no number that a statement can hold`)
  // With an exponent DuckDB reads a DOUBLE; without one a DECIMAL, which loses the last digit on its way to a DOUBLE.
  return Number.isSafeInteger(value) ? String(value) : value.toExponential()
}
