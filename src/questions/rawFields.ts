import type { RawRow } from '../engine/engine.ts'

/** A number or null of a result row. @throws {Error} naming the column: a statement gave something else than it promised. */
export function numberOrNull(raw: RawRow, name: string): number | null {
  const value = raw[name]
  if (value === null || typeof value === 'number') return value
  throw new Error(`${name} is no number: ${String(value)}`)
}

/** @throws {Error} as `numberOrNull`, and when it is null. */
export function numberOf(raw: RawRow, name: string): number {
  const value = numberOrNull(raw, name)
  if (value === null) throw new Error(`${name} is null`)
  return value
}

/** @throws {Error} naming the column. */
export function textOrNull(raw: RawRow, name: string): string | null {
  const value = raw[name]
  if (value === null || typeof value === 'string') return value
  throw new Error(`${name} is no text: ${String(value)}`)
}

/** @throws {Error} as `textOrNull`, and when it is null. */
export function textOf(raw: RawRow, name: string): string {
  const value = textOrNull(raw, name)
  if (value === null) throw new Error(`${name} is null`)
  return value
}
