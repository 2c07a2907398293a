import { checkById } from '../checks/allChecks.ts'
import { reasonNames } from '../checks/reasonNames.ts'
import type { Finding } from '../checks/outcome.ts'
import type { Severity } from '../checks/severity.ts'
import { formatDate, formatNumber, formatYears } from '../text/numbers.ts'
import { listWords, slipWords, summaryWords } from '../text/outputs.ts'
import { countReports, verdictOf, type FindingsToWrite, type GivenVerdict } from './findingsToWrite.ts'
import { writeWordDocument, wordCell, type WordBlock, type WordTable } from './wordDocument.ts'

/** Rows that leave the summary on one page, with names of two lines. */
const most = { rules: 7, bodies: 7, reasons: 5 } as const
/** A name that does not fit two lines of its column is cut. */
const longestName = 34

const severities: readonly Severity[] = ['error', 'warning', 'info']

/**
 * One page for whoever has to know how it stands: how much was checked, the rules and the bodies with the most to look at, and what
 * cannot be assessed and why, everything with its n of N.
 */
export function summaryPage(written: FindingsToWrite): Uint8Array {
  const { findings, agencies, years, counts, dataset, day } = written
  const failing = findings.filter(({ outcome }) => outcome === 'fails')
  const unknown = findings.filter(({ outcome }) => outcome === 'cannotTell')
  const { have, of } = countReports(written)
  const number = (severity: Severity): number => failing.filter((finding) => finding.severity === severity).length
  const blocks: readonly WordBlock[] = [
    { kind: 'title', text: summaryWords.title },
    { kind: 'text', text: summaryWords.scope(agencies.length, formatYears(years), have, of) },
    countsTable([counts.holds + counts.fails + counts.cannotTell, counts.holds, counts.fails, counts.cannotTell]),
    {
      kind: 'text',
      text:
        summaryWords.findings(failing.length, number('error'), number('warning'), number('info'), countAgencies(failing)) +
        sayVerdicts(failing, written),
    },
    ...rulesTable(failing),
    ...bodiesTable(failing, written),
    ...reasonsTable(unknown),
    { kind: 'small', text: summaryWords.note },
  ]
  const foot = slipWords.foot(dataset.name, dataset.fingerprint.slice(0, 12), formatDate(day, 'zh'))
  return writeWordDocument({ title: summaryWords.title, blocks, foot, size: 'sheet' }, day)
}

const countAgencies = (findings: readonly Finding[]): number => new Set(findings.map(({ agency }) => agency)).size

const countsTable = (numbers: readonly number[]): WordTable => ({
  kind: 'table',
  widths: [42.5, 42.5, 42.5, 42.5],
  head: summaryWords.counts,
  rows: [numbers.map((value) => ({ lines: [{ text: formatNumber(value, 'zh'), look: 'strong' as const }], align: 'center' as const }))],
})

function sayVerdicts(failing: readonly Finding[], written: FindingsToWrite): string {
  const said = failing.map((finding) => verdictOf(written, finding).verdict)
  const count = (verdict: GivenVerdict['verdict']): number => said.filter((one) => one === verdict).length
  const kinds = ['confirmed', 'asked', 'explained', 'not_applicable'] as const
  const parts = kinds.filter((kind) => count(kind) > 0).map((kind) => summaryWords.verdict(listWords.verdicts[kind].zh, count(kind)))
  return summaryWords.verdicts(count('open'), parts)
}

/** Findings by what they have in common, the most first; what is equal stays in the order in which it came. */
function gather<Key>(findings: readonly Finding[], keyOf: (finding: Finding) => Key): readonly (readonly [Key, readonly Finding[]])[] {
  const groups = new Map<Key, Finding[]>()
  for (const finding of findings) groups.set(keyOf(finding), [...(groups.get(keyOf(finding)) ?? []), finding])
  return [...groups].sort(([, a], [, b]) => b.length - a.length)
}

function rulesTable(failing: readonly Finding[]): readonly WordBlock[] {
  const rules = gather(failing, ({ rule }) => rule)
  const shown = rules.slice(0, most.rules)
  const severityOf = (own: readonly Finding[]): string => {
    const severity = severities.find((one) => own.some((finding) => finding.severity === one))
    return severity === undefined ? '' : listWords.severities[severity].zh
  }
  return titled(summaryWords.rulesTitle(shown.length, rules.length), {
    kind: 'table',
    widths: [104, 22, 20, 24],
    head: summaryWords.ruleColumns,
    rows: shown.map(([rule, own]) => [
      wordCell(cutName(checkById(rule)?.say.zh ?? rule)),
      wordCell(severityOf(own), 'center'),
      wordCell(formatNumber(own.length, 'zh'), 'right'),
      wordCell(formatNumber(countAgencies(own), 'zh'), 'right'),
    ]),
  })
}

function bodiesTable(failing: readonly Finding[], written: FindingsToWrite): readonly WordBlock[] {
  const names = new Map(written.agencies.map(({ id, name }) => [id, name]))
  const openOf = (findings: readonly Finding[]): readonly Finding[] => findings.filter((one) => verdictOf(written, one).verdict === 'open')
  const weightyOf = (findings: readonly Finding[]): number => openOf(findings).filter(({ severity }) => severity !== 'info').length
  const bodies = [...gather(failing, ({ agency }) => agency)].sort(
    ([, a], [, b]) => weightyOf(b) - weightyOf(a) || openOf(b).length - openOf(a).length,
  )
  const shown = bodies.slice(0, most.bodies)
  return titled(summaryWords.bodiesTitle(shown.length, bodies.length), {
    kind: 'table',
    widths: [68, 18, 17, 17, 17, 17, 16],
    head: summaryWords.bodyColumns,
    rows: shown.map(([agency, own]) => [
      wordCell(cutName(agency === null ? summaryWords.unknownAgency : (names.get(agency) ?? agency))),
      ...[
        written.reports.filter((report) => report.agency === agency).length,
        own.length,
        ...severities.map((severity) => own.filter((finding) => finding.severity === severity).length),
        openOf(own).length,
      ].map((value) => wordCell(formatNumber(value, 'zh'), 'right')),
    ]),
  })
}

function reasonsTable(unknown: readonly Finding[]): readonly WordBlock[] {
  const reasons = gather(unknown, ({ reason }) => reason)
  const shown = reasons.slice(0, most.reasons)
  const others = reasons.slice(most.reasons)
  const rest = others.flatMap(([, own]) => own)
  const row = (name: string, own: readonly Finding[]) => [
    wordCell(name),
    wordCell(formatNumber(own.length, 'zh'), 'right'),
    wordCell(formatNumber(countAgencies(own), 'zh'), 'right'),
  ]
  return titled(summaryWords.reasonsTitle(unknown.length), {
    kind: 'table',
    widths: [126, 20, 24],
    head: summaryWords.reasonColumns,
    rows: [
      ...shown.map(([reason, own]) => row(reason === null ? '' : reasonNames[reason].zh, own)),
      ...(others.length > 0 ? [row(summaryWords.otherReasons(others.length), rest)] : []),
    ],
  })
}

const titled = (title: string, table: WordTable): readonly WordBlock[] => [
  { kind: 'heading', text: title },
  table.rows.length === 0 ? { kind: 'text', text: summaryWords.none } : table,
]

const cutName = (name: string): string => {
  const characters = [...name]
  return characters.length > longestName ? `${characters.slice(0, longestName - 1).join('')}…` : name
}
