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
  readonly type: ArrowType
}

export interface ArrowType {
  /** Arrow's number for the kind of type. */
  readonly typeId: number
  /** Digits behind the point, of a decimal. */
  readonly scale?: number
  toString(): string
}

/**
 * Arrow's numbers for the types that have a plain form: null, integers, doubles, text, booleans.
 * Dictionaries (SQL's ENUM) are not among them: in a result that is sent their texts all arrive as null.
 */
const plainTypes: ReadonlySet<number> = new Set([1, 2, 3, 5, 6])
const decimalType = 7

/**
 * Plain values by column position: a name may repeat, and a row as an object would lose one.
 * @throws {UnreadableResult} for dates, times, enumerations, lists and the like, and for whole numbers beyond 2^53 - 1.
 */
export function readBatches(fields: readonly ArrowField[], batches: readonly ArrowBatch[]): RawTable {
  const readers = fields.map(readerOf)
  const rows: SqlValue[][] = []
  for (const batch of batches) {
    const columns = fields.map((_, i) => batch.getChildAt(i))
    for (let row = 0; row < batch.numRows; row++) rows.push(readers.map((read, i) => read(columns[i]?.get(row) ?? null)))
  }
  return { columns: fields.map((field) => field.name), rows }
}

function readerOf({ name, type }: ArrowField): (value: unknown) => SqlValue {
  if (plainTypes.has(type.typeId)) return (value) => plainValue(value, name)
  if (type.typeId === decimalType) return (value) => decimalValue(value, type.scale ?? 0, name)
  throw new UnreadableResult('type', `${name} is of type ${type.toString()}: cast it to text or a number in the statement`)
}

/**
 * A decimal arrives as the four 32-bit words of a whole number, lowest first; sums of integers are decimals without digits behind the point.
 * Read from its digits, 2.8 is 2.8: the package's own cast (`castDecimalToDouble`) makes 2.8000000000000003 of it.
 */
function decimalValue(value: unknown, scale: number, column: string): number | null {
  if (value === null) return null
  if (!(value instanceof Uint32Array)) throw new UnreadableResult('type', `${column} holds a decimal in an unknown form`)
  const whole = BigInt.asIntN(
    128,
    value.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n),
  )
  return scale === 0 ? safeNumber(whole, column) : Number(`${whole}e-${scale}`)
}

function plainValue(value: unknown, column: string): SqlValue {
  if (typeof value === 'bigint') return safeNumber(value, column)
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  throw new UnreadableResult('type', `${column} holds something that is neither text nor number`)
}
