const format = 'ogi-agency-sets'
const version = 1
/** Far above what a list of ten thousand bodies needs. */
const mostText = 2_000_000
const mostSets = 200
const longestName = 60

/** Agencies under a name, in a file that a person keeps. */
export interface AgencySet {
  readonly name: string
  readonly agencies: readonly string[]
}

/** A set as far as the open dataset has its agencies. */
export interface ReadSet extends AgencySet {
  /** Ids that the dataset does not have; they are not in `agencies`. */
  readonly unknown: readonly string[]
}

/** What a file of sets holds, or why it is none. `refused`: sets that cannot be understood and were left out. */
export type ReadSets =
  | { readonly sets: readonly ReadSet[]; readonly refused: number; readonly dataset: string | null }
  | { readonly problem: 'not_json' | 'other_format' | 'newer_version' | 'too_large' }

/** Sets as a file for later or for a colleague. */
export function writeAgencySets(sets: readonly AgencySet[], dataset: string): string {
  return `${JSON.stringify({ format, version, dataset, sets: sets.map(({ name, agencies }) => ({ name, agencies })) }, null, 2)}\n`
}

/** Reads such a file; it never throws. Agencies that the dataset lacks are named and left out, the others stay. */
export function readAgencySets(text: string, known: ReadonlySet<string>): ReadSets {
  if (text.length > mostText) return { problem: 'too_large' }
  const file = parse(text)
  if (file === undefined) return { problem: 'not_json' }
  const given = fieldOf(file, 'sets')
  if (fieldOf(file, 'format') !== format || !Array.isArray(given)) return { problem: 'other_format' }
  if (fieldOf(file, 'version') !== version) return { problem: 'newer_version' }
  const read = given.slice(0, mostSets).map((entry: unknown) => readSet(entry, known))
  const sets = read.filter((set) => set !== null)
  const dataset = fieldOf(file, 'dataset')
  return { sets, refused: given.length - sets.length, dataset: typeof dataset === 'string' ? [...dataset].slice(0, 100).join('') : null }
}

function readSet(entry: unknown, known: ReadonlySet<string>): ReadSet | null {
  const name = fieldOf(entry, 'name')
  const agencies = fieldOf(entry, 'agencies')
  if (typeof name !== 'string' || name.trim() === '' || !Array.isArray(agencies)) return null
  const given: readonly unknown[] = agencies
  if (given.length === 0 || !given.every((id) => typeof id === 'string')) return null
  const ids = [...new Set(given)]
  return {
    name: [...name.trim()].slice(0, longestName).join(''),
    agencies: ids.filter((id) => known.has(id)),
    unknown: ids.filter((id) => !known.has(id)),
  }
}

function parse(text: string): unknown {
  try {
    // Some editors put a mark before the first character.
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

const fieldOf = (from: unknown, name: string): unknown =>
  typeof from === 'object' && from !== null && Object.hasOwn(from, name) ? Reflect.get(from, name) : undefined
