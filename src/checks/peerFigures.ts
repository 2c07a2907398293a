import { tableForms } from '../indicators/catalogue.ts'
import type { CheckedReport } from './checkedReport.ts'

/** Numbers of one figure in reports of a kind, by report. */
type NumbersByReport = ReadonlyMap<string, number>

/** What bodies of the same system, level and scope print in the same year on the same form. */
export interface PeerFigures {
  /** How many reports such bodies have, the report itself among them. */
  countReports(report: CheckedReport): number
  /** The numbers of one figure of the total, the report's own among them. */
  numbersOf(report: CheckedReport, indicator: string): NumbersByReport
  /** The reports of the same bodies on the year before, where they stand on the same form; null where there are none. */
  before(report: CheckedReport): PeersBefore | null
  /** The agency of a report. */
  agencyOf(report: string): string | null
}

interface PeersBefore {
  /** By agency. */
  numbersOf(indicator: string): ReadonlyMap<string, number>
}

interface Peers {
  readonly reports: readonly CheckedReport[]
  readonly numbers: Map<string, Map<string, number>>
}

const keyOf = ({ agency, year, form, scope }: CheckedReport, earlier = 0): string | null =>
  agency === null || year === null || agency.system === '' || !tableForms.some((id) => id === form)
    ? null
    : `${agency.system} ${agency.level} ${scope ?? ''} ${form ?? ''} ${year - earlier}`

/** Gathers the numbers of reports that are checked together. */
export function indexPeers(reports: readonly CheckedReport[]): PeerFigures {
  const groups = new Map<string, CheckedReport[]>()
  const agencies = new Map(reports.map(({ report, agency }) => [report, agency?.id ?? null]))
  for (const report of reports) {
    const key = keyOf(report)
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
    const peers = { reports: own, numbers: gatherNumbers(own) }
    made.set(key, peers)
    return peers
  }
  return {
    countReports: (report) => find(keyOf(report))?.reports.length ?? 1,
    numbersOf: (report, indicator) => find(keyOf(report))?.numbers.get(indicator) ?? new Map(),
    agencyOf: (report) => agencies.get(report) ?? null,
    before: (report) => {
      const peers = find(keyOf(report, 1))
      return (
        peers && {
          numbersOf: (indicator) =>
            new Map(
              [...(peers.numbers.get(indicator) ?? [])].flatMap(([id, number]) => {
                const agency = agencies.get(id)
                return agency === null || agency === undefined ? [] : [[agency, number] as const]
              }),
            ),
        }
      )
    },
  }
}

/** Numbers of the tables by indicator and report; of each row the total. A blank gives none. */
function gatherNumbers(reports: readonly CheckedReport[]): Map<string, Map<string, number>> {
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
