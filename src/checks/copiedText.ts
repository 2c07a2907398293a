import type { CheckedReport } from './checkedReport.ts'
import { maskSentences, type MaskedSentence } from './maskSentence.ts'
import { findNearTwins } from './nearTwins.ts'
import { thresholds } from './thresholds.ts'

/** A passage that two reports share, side by side. */
export interface Passage {
  readonly own: string
  readonly other: string
  /** The other report, whose it is and of which year. */
  readonly report: string
  readonly agency: string
  readonly year: number | null
}

/** What a report shares with others. */
export interface SharedText {
  /** Sentences and characters that are left when formula sentences are taken out. */
  readonly sentences: number
  readonly characters: number
  /** Sentences that have a near twin. */
  readonly twins: number
  readonly passages: readonly Passage[]
}

/** Finds the sentences of several reports that are nearly the same. */
export interface CopiedText {
  /** How many agencies there are to compare with. */
  readonly agencies: number
  /** With the agency's own report of the year before; null where one of both was not read. */
  readonly shareWithLastYear: (report: CheckedReport) => SharedText | null
  /** With reports of other agencies, runs of several sentences or many characters only; null where the report was not read. */
  readonly shareWithOthers: (report: CheckedReport) => SharedText | null
}

interface Kept extends MaskedSentence {
  readonly text: number
}

interface Source {
  readonly report: CheckedReport
  readonly agency: string
  readonly kept: readonly Kept[]
}

interface Occurrence {
  readonly source: Source
  readonly at: number
}

/** Reads the words of all reports at once. Reports whose agency is not known, or whose words are not, take no part. */
export function indexCopiedText(reports: readonly CheckedReport[]): CopiedText {
  const read = reports.flatMap((report) =>
    report.prose === null || report.agency === null
      ? []
      : [{ report, agency: report.agency.id, sentences: maskSentences(report.prose, report.agency.name) }],
  )
  const ids = new Map<string, number>()
  for (const { sentences } of read) for (const { masked } of sentences) if (!ids.has(masked)) ids.set(masked, ids.size)
  const twins = findNearTwins([...ids.keys()])
  const idOf = ({ masked }: MaskedSentence): number => ids.get(masked) ?? -1
  const agenciesOf = twins.map(() => new Set<string>())
  for (const { agency, sentences } of read) for (const sentence of sentences) agenciesOf[idOf(sentence)]?.add(agency)
  const agencies = new Set(read.map(({ agency }) => agency)).size
  const isCommon = twins.map((near) => isFormula(new Set(near.flatMap((id) => [...(agenciesOf[id] ?? [])])).size, agencies))
  const sources = read.map(({ report, agency, sentences }): Source => ({
    report,
    agency,
    kept: sentences.map((sentence) => ({ ...sentence, text: idOf(sentence) })).filter(({ text }) => isCommon[text] !== true),
  }))
  const byReport = new Map(sources.map((source) => [source.report.report, source]))
  const occurrences = twins.map((): Occurrence[] => [])
  for (const source of sources) source.kept.forEach(({ text }, at) => occurrences[text]?.push({ source, at }))
  const twinsOf = ({ text }: Kept): readonly Occurrence[] => (twins[text] ?? []).flatMap((id) => occurrences[id] ?? [])
  return {
    agencies,
    shareWithLastYear({ report, before }) {
      const source = byReport.get(report)
      const last = before === null ? undefined : byReport.get(before.report)
      return source && last ? share(source, twinsOf, (other) => other === last, 1, Infinity) : null
    },
    shareWithOthers({ report }) {
      const source = byReport.get(report)
      const isMeant = (other: Source): boolean => other.agency !== source?.agency && !isSummaryOf(source?.report ?? null, other.report)
      return source ? share(source, twinsOf, isMeant, thresholds.copiedSentences, thresholds.copiedCharacters) : null
    },
  }
}

/** Found in so many agencies, it is nobody's own. The share only means something where there are many. */
const isFormula = (found: number, agencies: number): boolean =>
  found > thresholds.formulaAgencies || (agencies * thresholds.formulaPart >= 2 && found > agencies * thresholds.formulaPart)

/** What a government says for all its bodies repeats what they say. */
const isSummaryOf = (report: CheckedReport | null, other: CheckedReport): boolean =>
  (report?.scope === 'aggregate') !== (other.scope === 'aggregate')

interface Run {
  readonly source: Source
  readonly from: number
  readonly fromOther: number
  readonly length: number
  readonly characters: number
}

function share(
  source: Source,
  twinsOf: (sentence: Kept) => readonly Occurrence[],
  isMeant: (other: Source) => boolean,
  sentences: number,
  characters: number,
): SharedText {
  const { kept } = source
  const runs = new Set<Run>()
  let open = new Map<Source, Map<number, Run>>()
  let twins = 0
  kept.forEach((sentence, at) => {
    const next = new Map<Source, Map<number, Run>>()
    const found = twinsOf(sentence).filter((one) => isMeant(one.source))
    if (found.length > 0) twins += 1
    for (const one of found) {
      const before = open.get(one.source)?.get(one.at - 1)
      if (before) runs.delete(before)
      const run: Run = {
        source: one.source,
        from: before?.from ?? at,
        fromOther: before?.fromOther ?? one.at,
        length: (before ? before.length : 0) + 1,
        characters: (before ? before.characters : 0) + sentence.masked.length,
      }
      runs.add(run)
      const ofSource = next.get(one.source) ?? new Map<number, Run>()
      next.set(one.source, ofSource.set(one.at, run))
    }
    open = next
  })
  return {
    sentences: kept.length,
    characters: kept.reduce((sum, { masked }) => sum + masked.length, 0),
    twins,
    passages: pickLongest([...runs].filter((run) => run.length >= sentences || run.characters >= characters)).map((run) =>
      show(source, run),
    ),
  }
}

/** Each sentence in one passage only, the longest that there is; in the order of the report. */
function pickLongest(runs: readonly Run[]): readonly Run[] {
  const picked: Run[] = []
  const isApart = (one: Run, other: Run): boolean => one.from + one.length <= other.from || other.from + other.length <= one.from
  for (const run of [...runs].sort((one, other) => other.characters - one.characters || one.from - other.from))
    if (picked.every((other) => isApart(run, other))) picked.push(run)
  return picked.sort((one, other) => one.from - other.from)
}

function show(source: Source, { source: other, from, fromOther, length }: Run): Passage {
  const textOf = ({ kept }: Source, start: number): string =>
    kept
      .slice(start, start + length)
      .map(({ printed }) => printed)
      .join('')
  return {
    own: textOf(source, from),
    other: textOf(other, fromOther),
    report: other.report.report,
    agency: other.report.agency?.name ?? other.agency,
    year: other.report.year,
  }
}
