import { tableForms } from '../indicators/catalogue.ts'
import { findHolder, findMover, findTurner, type Dominance, type GroupNumbers } from '../indicators/dominance.ts'
import type { CheckedReport } from './checkedReport.ts'

/** What of a report says who its peers are. */
export type PeerReport = Pick<CheckedReport, 'report' | 'agency' | 'year' | 'form' | 'scope'>

/** Numbers by indicator and report. */
export type NumbersByIndicator = ReadonlyMap<string, NumbersByReport>

/** Numbers of one figure in reports of a kind, by report. */
type NumbersByReport = ReadonlyMap<string, number>

/** The one body that makes a group's total, or the change of it, where there is one. */
export interface GroupDominance {
  /** Bodies with a number. */
  readonly size: number
  readonly holder: Dominance | null
  readonly turner: Dominance | null
  readonly mover: Dominance | null
}

/** What bodies of the same system, level and scope print in the same year on the same form. */
export interface PeerFigures {
  /** How many reports such bodies have, the report itself among them. */
  countReports(report: PeerReport): number
  /** The numbers of one figure of the total, the report's own among them. */
  numbersOf(report: PeerReport, indicator: string): NumbersByReport
  /** Do the same bodies have reports on the year before on the same form? */
  hasBefore(report: PeerReport): boolean
  /** Who dominates the group of a report in one figure. */
  dominanceOf(report: PeerReport, indicator: string): GroupDominance
}

interface Peers {
  readonly reports: readonly PeerReport[]
  readonly numbers: NumbersByIndicator
  /** By indicator: worked out once for all of a group. */
  readonly dominance: Map<string, GroupDominance>
}

/** Who its peers are, in a word; null where a report has none. */
export const kindOf = ({ agency, year, form, scope }: PeerReport, earlier = 0): string | null =>
  agency === null || year === null || agency.system === '' || !tableForms.some((id) => id === form)
    ? null
    : `${agency.system} ${agency.level} ${scope ?? ''} ${form ?? ''} ${year - earlier}`

const none: NumbersByReport = new Map()

/** Sorts reports that are checked together by their kind; `numbersIn` gives the numbers of those of one kind. */
export function indexPeers<R extends PeerReport>(
  reports: readonly R[],
  numbersIn: (reports: readonly R[]) => NumbersByIndicator,
): PeerFigures {
  const groups = new Map<string, R[]>()
  for (const report of reports) {
    const key = kindOf(report)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(report)
    else groups.set(key, [report])
  }
  const made = new Map<string, Peers>()
  const find = (key: string | null): Peers | null => {
    if (key === null) return null
    const known = made.get(key)
    if (known) return known
    const own = groups.get(key)
    if (!own) return null
    const peers = { reports: own, numbers: numbersIn(own), dominance: new Map<string, GroupDominance>() }
    made.set(key, peers)
    return peers
  }
  return {
    countReports: (report) => find(kindOf(report))?.reports.length ?? 1,
    numbersOf: (report, indicator) => find(kindOf(report))?.numbers.get(indicator) ?? none,
    hasBefore: (report) => find(kindOf(report, 1)) !== null,
    dominanceOf: (report, indicator) => {
      const peers = find(kindOf(report))
      const found =
        peers?.dominance.get(indicator) ?? findDominance(byAgency(peers, indicator), byAgency(find(kindOf(report, 1)), indicator))
      peers?.dominance.set(indicator, found)
      return found
    },
  }
}

function byAgency(peers: Peers | null, indicator: string): GroupNumbers {
  const numbers = peers?.numbers.get(indicator) ?? none
  return new Map(
    (peers?.reports ?? []).flatMap(({ report, agency }) => {
      const number = numbers.get(report)
      return agency === null || number === undefined ? [] : [[agency.id, number] as const]
    }),
  )
}

const findDominance = (now: GroupNumbers, earlier: GroupNumbers): GroupDominance => ({
  size: now.size,
  holder: findHolder(now),
  turner: findTurner(earlier, now),
  mover: findMover(earlier, now),
})

/** Numbers of the tables by indicator and report; of each row the total. A blank gives none. */
export function gatherNumbers(reports: readonly Pick<CheckedReport, 'report' | 'figures'>[]): NumbersByIndicator {
  const numbers = new Map<string, Map<string, number>>()
  for (const { report, figures } of reports) {
    for (const { indicator, applicant, value, evidence } of figures) {
      if (indicator === null || value === null || evidence !== 'A' || (applicant !== null && applicant !== 'total')) continue
      const own = numbers.get(indicator) ?? new Map<string, number>()
      own.set(report, value)
      numbers.set(indicator, own)
    }
  }
  return numbers
}
