import type { Finding } from '../../checks/outcome.ts'

/** What a person may find of a finding: the agency erred, it is explained, it does not apply here, the agency was asked. */
export const verdictKinds = ['confirmed', 'explained', 'not_applicable', 'asked'] as const
export type VerdictKind = (typeof verdictKinds)[number]

/** What a person said, and when (ISO 8601, UTC). `open`: nothing yet, or taken back; a note may stand all the same. */
export interface Verdict {
  readonly verdict: VerdictKind | 'open'
  readonly note: string
  readonly at: string
}

/** What was said of one finding. Its fingerprint holds its cells and what they print, so a changed cell has a record of its own. */
export interface VerdictRecord {
  readonly fingerprint: string
  readonly rule: string
  readonly agency: string | null
  readonly year: number | null
  readonly now: Verdict
  /** What was said before, newest first. */
  readonly earlier: readonly Verdict[]
}

/** Two people said different things of the same finding. */
export interface VerdictConflict {
  readonly record: VerdictRecord
  /** Which of the two was later and counts. */
  readonly kept: 'ours' | 'theirs'
  readonly other: Verdict
}

/** What became of a merge. Every verdict of both sides is in `records`, those that do not count under `earlier`. */
export interface MergedVerdicts {
  readonly records: ReadonlyMap<string, VerdictRecord>
  /** Of findings that had none. */
  readonly added: number
  /** That follow what we had. */
  readonly updated: number
  /** That say what we have, or what we had before. */
  readonly known: number
  readonly conflicts: readonly VerdictConflict[]
}

/** Was anything decided? */
export const isHandled = (record: VerdictRecord | undefined): boolean => record !== undefined && record.now.verdict !== 'open'

/** The record after a person said something of a finding; the same object where nothing changed. */
export function giveVerdict(
  finding: Pick<Finding, 'fingerprint' | 'rule' | 'agency' | 'year'>,
  before: VerdictRecord | undefined,
  said: Verdict,
): VerdictRecord | undefined {
  const had = before?.now ?? { verdict: 'open', note: '', at: '' }
  if (had.verdict === said.verdict && had.note === said.note) return before
  const { fingerprint, rule, agency, year } = finding
  // The later of two counts when files are merged: a clock that was set back must not make this one the earlier.
  const at = said.at > had.at ? said.at : stepOn(had.at)
  const isSecondThought = Date.parse(at) - Date.parse(had.at) < secondThought
  const earlier = before ? (isSecondThought ? before.earlier : listEarlier(before, [])) : []
  return { fingerprint, rule, agency, year, now: { ...said, at }, earlier }
}

/** Milliseconds in which a person may say otherwise without having said it: arrow keys pass over what lies between. */
const secondThought = 60_000

const stepOn = (at: string): string => new Date(Date.parse(at) + 1).toISOString()

/** Puts the verdicts of another person to ours. Of the same finding the later one counts; which side is called ours changes no record. */
export function mergeVerdicts(ours: ReadonlyMap<string, VerdictRecord>, theirs: Iterable<VerdictRecord>): MergedVerdicts {
  const records = new Map(ours)
  const conflicts: VerdictConflict[] = []
  let [added, updated, known] = [0, 0, 0]
  for (const their of theirs) {
    const our = records.get(their.fingerprint)
    if (!our) {
      records.set(their.fingerprint, their)
      added += 1
      continue
    }
    const ourIsLater = isLater(our.now, their.now)
    const [later, sooner] = ourIsLater ? [our, their] : [their, our]
    const merged = { ...later, earlier: listEarlier(sooner, later.earlier) }
    records.set(their.fingerprint, keepOnce(merged))
    if (saysSame(our.now, their.now) || our.earlier.some((verdict) => isSame(verdict, their.now))) known += 1
    else if (their.earlier.some((verdict) => isSame(verdict, our.now))) updated += 1
    else conflicts.push({ record: keepOnce(merged), kept: ourIsLater ? 'ours' : 'theirs', other: sooner.now })
  }
  return { records, added, updated, known, conflicts }
}

const saysSame = (a: Verdict, b: Verdict): boolean => a.verdict === b.verdict && a.note === b.note
const isSame = (a: Verdict, b: Verdict): boolean => saysSame(a, b) && a.at === b.at

/** Of two at the same instant one must win wherever they are merged: the one whose words come later. */
function isLater(a: Verdict, b: Verdict): boolean {
  const [ours, theirs] = [a, b].map(({ at, verdict, note }) => `${at} ${verdict} ${note}`)
  return (ours ?? '') >= (theirs ?? '')
}

const listEarlier = ({ now, earlier }: VerdictRecord, others: readonly Verdict[]): readonly Verdict[] => [now, ...earlier, ...others]

/** Each verdict once, the newest first, without what counts now. */
function keepOnce(record: VerdictRecord): VerdictRecord {
  const sorted = [...record.earlier].sort((a, b) => (isLater(a, b) ? -1 : 1))
  const earlier = sorted.filter((verdict, at) => !isSame(verdict, record.now) && sorted.findIndex((other) => isSame(other, verdict)) === at)
  return { ...record, earlier }
}

/**
 * Verdicts on the same check of the same report whose cells have changed since: they speak of what was printed then, and of no finding
 * that is there now.
 */
export function listOutdated(
  finding: Pick<Finding, 'rule' | 'agency' | 'year'>,
  records: Iterable<VerdictRecord>,
  isThere: (fingerprint: string) => boolean,
): readonly VerdictRecord[] {
  return [...records].filter(
    (record) =>
      record.rule === finding.rule &&
      record.agency === finding.agency &&
      record.year === finding.year &&
      isHandled(record) &&
      !isThere(record.fingerprint),
  )
}
