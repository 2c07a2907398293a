import { verdictKinds, type Verdict, type VerdictRecord } from './verdicts.ts'

const format = 'ogi-verdicts'
const version = 1

/** The most that a file may hold, in characters; far above what a person can decide in years. */
const mostText = 20_000_000
const mostNote = 2000
const mostEarlier = 100

/** What a file of verdicts holds, or why it is none. `refused`: entries that cannot be understood and were left out. */
export type ReadVerdicts =
  | { readonly records: readonly VerdictRecord[]; readonly refused: number }
  | { readonly problem: 'not_json' | 'other_format' | 'newer_version' | 'too_large' }

/** Verdicts as a file for a colleague: JSON, in the order of agency, year and rule. */
export function writeVerdicts(records: Iterable<VerdictRecord>, about: { readonly dataset: string; readonly at: string }): string {
  const order = ({ agency, year, rule, fingerprint }: VerdictRecord): string => [agency, year, rule, fingerprint].join('|')
  const verdicts = [...records]
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .map(({ fingerprint, rule, agency, year, now, earlier }) => ({ fingerprint, rule, agency, year, ...now, earlier }))
  return `${JSON.stringify({ format, version, dataset: about.dataset, exported_at: about.at, verdicts }, null, 2)}\n`
}

/** Reads such a file. What it cannot use it counts; it never throws. */
export function readVerdicts(text: string): ReadVerdicts {
  if (text.length > mostText) return { problem: 'too_large' }
  const file = parse(text)
  if (file === undefined) return { problem: 'not_json' }
  const verdicts = fieldOf(file, 'verdicts')
  if (fieldOf(file, 'format') !== format || !Array.isArray(verdicts)) return { problem: 'other_format' }
  if (fieldOf(file, 'version') !== version) return { problem: 'newer_version' }
  const read = verdicts.map(readRecord)
  const records = read.filter((record) => record !== null)
  return { records, refused: read.length - records.length }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const fieldOf = (from: unknown, name: string): unknown =>
  typeof from === 'object' && from !== null && Object.hasOwn(from, name) ? Reflect.get(from, name) : undefined

function readRecord(entry: unknown): VerdictRecord | null {
  const [fingerprint, rule, agency, year, earlier] = ['fingerprint', 'rule', 'agency', 'year', 'earlier'].map((name) =>
    fieldOf(entry, name),
  )
  const now = readVerdict(entry)
  if (typeof fingerprint !== 'string' || !/^[0-9a-f]{16}$/.test(fingerprint)) return null
  if (typeof rule !== 'string' || !/^[a-z0-9_.]{1,80}$/.test(rule)) return null
  if (agency !== null && (typeof agency !== 'string' || agency.length > 200)) return null
  if (year !== null && (typeof year !== 'number' || !Number.isInteger(year))) return null
  if (now === null || !Array.isArray(earlier) || earlier.length > mostEarlier) return null
  const before = earlier.map(readVerdict)
  if (before.includes(null)) return null
  return { fingerprint, rule, agency, year, now, earlier: before.filter((verdict) => verdict !== null) }
}

function readVerdict(entry: unknown): Verdict | null {
  const [verdict, note, at] = ['verdict', 'note', 'at'].map((name) => fieldOf(entry, name))
  const kind = ([...verdictKinds, 'open'] as const).find((candidate) => candidate === verdict)
  if (kind === undefined || typeof note !== 'string' || note.length > mostNote) return null
  if (typeof at !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at) || Number.isNaN(Date.parse(at))) return null
  return { verdict: kind, note, at }
}
