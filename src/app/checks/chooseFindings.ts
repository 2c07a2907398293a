import { allChecks } from '../../checks/allChecks.ts'
import type { Finding } from '../../checks/outcome.ts'
import type { Severity } from '../../checks/severity.ts'
import type { FindingGroup, OutcomeFilter, Selection } from '../../selection.ts'
import { isHandled, type VerdictRecord } from './verdicts.ts'

type VerdictOf = (finding: Finding) => VerdictRecord | undefined

/** Severities, the weightiest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info']

const placesOfChecks: ReadonlyMap<string, number> = new Map(allChecks.map((check, place) => [check.id, place]))

/** Which outcomes are listed: what fails, unless the address says otherwise. */
export const outcomeOf = (selection: Pick<Selection, 'outcome'>): OutcomeFilter => selection.outcome ?? 'fails'

type FindingFilters = Pick<Selection, 'agencies' | 'years' | 'rule' | 'severity' | 'outcome' | 'verdict'>

/** The findings that the selection asks for, in the order given. */
export function filterFindings(findings: readonly Finding[], filters: FindingFilters, verdictOf: VerdictOf): readonly Finding[] {
  const { rule, severity, years, verdict } = filters
  const agencies = filters.agencies === null ? null : new Set(filters.agencies)
  const outcome = outcomeOf(filters)
  return findings.filter(
    (finding) =>
      (outcome === 'all' || finding.outcome === outcome) &&
      (rule === null || finding.rule === rule) &&
      (severity === null || finding.severity === severity) &&
      (agencies === null || (finding.agency !== null && agencies.has(finding.agency))) &&
      (finding.year === null || (finding.year >= years[0] && finding.year <= years[1])) &&
      (verdict === null || hasVerdict(verdictOf(finding), verdict)),
  )
}

function hasVerdict(record: VerdictRecord | undefined, wanted: NonNullable<Selection['verdict']>): boolean {
  if (wanted === 'open') return !isHandled(record)
  return wanted === 'handled' ? isHandled(record) : record?.now.verdict === wanted
}

/** What fails before what cannot be told, the weightiest first, then by agency, the latest year first, and in the order of the checks. */
export function orderFindings(findings: readonly Finding[], agencies: readonly string[]): readonly Finding[] {
  const places = new Map(agencies.map((agency, place) => [agency, place]))
  const keys = (finding: Finding): readonly number[] => [
    finding.outcome === 'fails' ? 0 : 1,
    severities.indexOf(finding.severity),
    places.get(finding.agency ?? '') ?? places.size,
    -(finding.year ?? 0),
    placesOfChecks.get(finding.rule) ?? placesOfChecks.size,
  ]
  return findings
    .map((finding) => ({ finding, key: keys(finding) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ finding }) => finding)
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((part, place) => part !== b[place])
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

/** Findings that belong together. `key`: an agency, a rule or a year as text; empty where there is one list, or nobody knows. */
export interface FindingsTogether {
  readonly key: string
  readonly findings: readonly Finding[]
}

/** Gathers findings: the group with the most comes first, those of years by year. */
export function gatherFindings(findings: readonly Finding[], by: FindingGroup | null): readonly FindingsTogether[] {
  if (by === null) return findings.length === 0 ? [] : [{ key: '', findings }]
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = String(finding[by] ?? '')
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  const gathered = [...groups].map(([key, own]) => ({ key, findings: own }))
  return by === 'year'
    ? gathered.sort((a, b) => Number(b.key) - Number(a.key))
    : gathered.sort((a, b) => b.findings.length - a.findings.length)
}

/** The first so many findings of groups, in order; a group that is cut keeps its beginning. */
export function cutGroups(groups: readonly FindingsTogether[], most: number): readonly FindingsTogether[] {
  let left = most
  return groups.flatMap((group) => {
    const findings = group.findings.slice(0, left)
    left -= findings.length
    return findings.length === 0 ? [] : [{ ...group, findings }]
  })
}

/** How many findings of each weight each rule has, the weightiest first, then the most: a rule may weigh more in one report than in another. */
export function countByRuleAndSeverity(
  findings: readonly Finding[],
): readonly { readonly rule: string; readonly severity: Severity; readonly count: number }[] {
  return severities.flatMap((severity) => countByRule(findings.filter((finding) => finding.severity === severity)))
}

/** How many findings each rule has, the most first. */
export function countByRule(
  findings: readonly Finding[],
): readonly { readonly rule: string; readonly severity: Severity; readonly count: number }[] {
  return gatherFindings(findings, 'rule').map(({ key, findings: own }) => ({
    rule: key,
    severity: severities.find((severity) => own.some((finding) => finding.severity === severity)) ?? 'info',
    count: own.length,
  }))
}
