import type { Label } from '../text/label.ts'

/** The fields of one JSON object, each read with its type. Every method throws an `Error` that names the field and what was expected. */
export interface JsonFields {
  /** `catalogue.indicators[3]`, for messages. */
  readonly where: string
  readonly keys: readonly string[]
  /** Is there something else than null? */
  has(key: string): boolean
  text(key: string): string
  number(key: string): number
  flag(key: string): boolean
  oneOf<Choice extends string>(key: string, choices: readonly Choice[]): Choice
  texts(key: string): readonly string[]
  object(key: string): JsonFields
  objects(key: string): readonly JsonFields[]
  /** The field's value as it is. */
  raw(key: string): unknown
  /** English under `key`, Chinese under `key_zh`; one of them stands for both. */
  longText(key: string): Label
  /** `zh` and `en` with a prefix (`short_`); one of them stands for both. */
  name(prefix?: string): Label
}

/** @throws {Error} when it is no object. */
export function readFields(value: unknown, where: string): JsonFields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`${where}: expected an object, found ${nameType(value)}`)
  const fields = new Map<string, unknown>(Object.entries(value))
  const at = (key: string): string => `${where}.${key}`
  const read = (key: string, type: 'string' | 'number' | 'boolean'): unknown => {
    const found = fields.get(key)
    if (typeof found !== type) throw new Error(`${at(key)}: expected a ${type}, found ${nameType(found)}`)
    return found
  }
  const has = (key: string): boolean => fields.get(key) !== undefined && fields.get(key) !== null
  const text = (key: string): string => read(key, 'string') as string
  const list = (key: string): readonly unknown[] => {
    const found = fields.get(key)
    if (!Array.isArray(found)) throw new Error(`${at(key)}: expected a list, found ${nameType(found)}`)
    return found as readonly unknown[]
  }
  const inBoth = (zh: string, en: string): Label => ({ zh: text(has(zh) ? zh : en), en: text(has(en) ? en : zh) })
  return {
    where,
    keys: [...fields.keys()],
    has,
    text,
    number(key) {
      const found = read(key, 'number') as number
      if (!Number.isFinite(found)) throw new Error(`${at(key)}: expected a finite number`)
      return found
    },
    flag: (key) => read(key, 'boolean') as boolean,
    oneOf(key, choices) {
      const found = text(key)
      const choice = choices.find((candidate) => candidate === found)
      if (choice === undefined)
        throw new Error(`${at(key)}: expected one of ${choices.join(', ')}, found ${JSON.stringify(found.slice(0, 60))}`)
      return choice
    },
    texts: (key) =>
      list(key).map((item, i) => {
        if (typeof item !== 'string') throw new Error(`${at(key)}[${i}]: expected a string, found ${nameType(item)}`)
        return item
      }),
    object: (key) => readFields(fields.get(key), at(key)),
    objects: (key) => list(key).map((item, i) => readFields(item, `${at(key)}[${i}]`)),
    raw: (key) => fields.get(key),
    longText: (key) => inBoth(`${key}_zh`, key),
    name: (prefix = '') => inBoth(`${prefix}zh`, `${prefix}en`),
  }
}

function nameType(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`
}
