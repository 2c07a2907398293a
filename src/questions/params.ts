import type { ApplicantId } from '../forms/form.ts'
import type { Catalogue } from '../indicators/catalogue.ts'

type Raw = Readonly<Record<string, unknown>>

/** Longest span of years that one question covers. */
const longestSpan = 100

/** Refuses params that a question does not have, so that a misspelt one is not silently the default. @throws {Error} */
export function refuseUnknown(raw: Raw, known: readonly string[]): void {
  const unknown = Object.keys(raw).filter((name) => !known.includes(name))
  if (unknown.length === 0) return
  const has = known.length > 0 ? `this question has ${known.join(', ')}` : 'this question has none'
  throw new Error(`unknown param ${unknown.join(', ')}; ${has}`)
}

/** @throws {Error} unless `raw[name]` is text. */
export function readText(raw: Raw, name: string): string {
  const value = raw[name]
  if (typeof value !== 'string' || value === '') throw new Error(`${name} must be text, e.g. an id`)
  return value
}

/** A list of ids without repeats, in the order given. @throws {Error} */
export function readIds(raw: Raw, name: string): string[] {
  const value = raw[name]
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) throw new Error(`${name} must be a list of ids`)
  return [...new Set<string>(value)]
}

/** A list of ids, or null for all. Ids are sorted: the same set is the same question. @throws {Error} */
export function readIdsOrAll(raw: Raw, name: string): string[] | null {
  if (raw[name] === undefined || raw[name] === null) return null
  return readIds(raw, name).sort()
}

/** First and last year. @throws {Error} */
export function readYears(raw: Raw): [from: number, to: number] {
  const value = raw.years
  const [from, to] = Array.isArray(value) ? (value as unknown[]) : []
  const good = Array.isArray(value) && value.length === 2 && Number.isInteger(from) && Number.isInteger(to)
  if (!good) throw new Error('years must be [first, last], e.g. [2017, 2020]')
  if (Number(from) > Number(to)) throw new Error(`years must not end before they begin: ${String(from)}, ${String(to)}`)
  if (Number(to) - Number(from) >= longestSpan) throw new Error(`years may span at most ${longestSpan}`)
  return [Number(from), Number(to)]
}

/** True or false, false when left out. @throws {Error} */
export function readSwitch(raw: Raw, name: string): boolean {
  const value = raw[name] ?? false
  if (typeof value !== 'boolean') throw new Error(`${name} must be true or false`)
  return value
}

/** Ids of indicators that have numbers. @throws {Error} naming the first that is unknown or is a text. */
export function readIndicators(raw: Raw, name: string, catalogue: Catalogue): string[] {
  const ids = readIds(raw, name)
  if (ids.length === 0) throw new Error(`${name} must name at least one indicator`)
  for (const id of ids) {
    const indicator = catalogue.indicators.find((candidate) => candidate.id === id)
    if (!indicator) throw new Error(`${name}: the catalogue has no indicator ${id.slice(0, 60)}`)
    if (indicator.type === 'text') throw new Error(`${name}: ${id} is a text and has no numbers to compare`)
  }
  return ids
}

/** An applicant type of the catalogue; null, left out or `total` is the total. @throws {Error} */
export function readApplicant(raw: Raw, catalogue: Catalogue): ApplicantId | null {
  const value = raw.applicant ?? null
  if (value === null || value === 'total') return null
  const found = catalogue.applicants.find((applicant) => applicant.id === value)
  if (found) return found.id
  throw new Error(`applicant must be one of ${catalogue.applicants.map((applicant) => applicant.id).join(', ')}`)
}
