import { safeNumber, UnreadableResult, type RawTable } from './engine.ts'
import type { SqlValue } from './sql.ts'

/** What is read of a result as the browser's engine sends it. */
export interface ArrowBatch {
  readonly numRows: number
  readonly schema: { readonly fields: readonly ArrowField[] }
  getChildAt(index: number): { get(row: number): unknown } | null
}

export interface ArrowField {
  readonly name: string
  readonly type: { readonly typeId: number; toString(): string }
}

/**
 * Arrow's numbers for the types that have a plain form: null, integers, doubles, text, booleans.
 * Dictionaries (SQL's ENUM) are not among them: in a result that is sent their texts all arrive as null.
 */
const plainTypes: ReadonlySet<number> = new Set([1, 2, 3, 5, 6])

/**
 * Plain values by column position: a name may repeat, and a row as an object would lose one.
 * @throws {UnreadableResult} for dates, times, enumerations, decimals, lists and the like, and for integers beyond 2^53 - 1.
 */
export function readBatches(fields: readonly ArrowField[], batches: readonly ArrowBatch[]): RawTable {
  const unreadable = fields.find((field) => !plainTypes.has(field.type.typeId))
  if (unreadable) {
    throw new UnreadableResult('type', `${unreadable.name} is of type ${unreadable.type.toString()}: cast it to text or a number in the statement`)
  }
  const rows: SqlValue[][] = []
  for (const batch of batches) {
    const columns = fields.map((_, i) => batch.getChildAt(i))
    for (let row = 0; row < batch.numRows; row++) {
      rows.push(columns.map((column, i) => plainValue(column?.get(row) ?? null, fields[i]?.name ?? '')))
    }
  }
  return { columns: fields.map((field) => field.name), rows }
}

function plainValue(value: unknown, column: string): SqlValue {
  if (typeof value === 'bigint') return safeNumber(value, column)
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  throw new UnreadableResult('type', `${column} holds something that is neither text nor number`)
}
