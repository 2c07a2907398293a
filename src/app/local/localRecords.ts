import { canonicalParams } from '../../dataset/answerAddress.ts'
import type { LocalListing } from '../../dataset/localDataset.ts'
import type { AgencyRow } from '../../dataset/tables.ts'
import { sha256Hex } from '../../engine/sha256.ts'
import type { ParsedReport } from '../../reports/figure.ts'
import type { Label } from '../../text/label.ts'
import type { Drawer } from './drawer.ts'
import type { KeptAnswer } from './keepAnswers.ts'

/** One accepted report, without its figures: those stand beside it and are read only where they are merged. */
export interface ReportRecord {
  readonly agency: string
  readonly year: number
  readonly file: string
  readonly sha256: string
  readonly acceptedOn: string
  /** Milliseconds and a count, so that reports have an order and an accepted one is told from the same one accepted again. */
  readonly stamp: string
}

/** A data package that is a dataset of its own here. */
export interface PackageRecord {
  readonly id: string
  readonly title: Label
  readonly sha256: string
}

/** What is kept of one dataset on this machine. */
export interface LocalState {
  /** In the order of accepting, by their names in the drawer. */
  readonly reports: ReadonlyMap<string, ReportRecord>
  readonly agencies: ReadonlyMap<string, AgencyRow>
}

/** A dataset as it was compiled here. `key` says from what. */
export interface ListingRecord {
  readonly key: string
  readonly listing: LocalListing
  /** The catalogue that it is read by, as JSON; null where it is that of the published dataset. */
  readonly catalogue: unknown
}

export interface BytesRecord {
  readonly key: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

export interface AnswersRecord {
  readonly key: string
  readonly answers: readonly KeptAnswer[]
  /** False while the rest is still being asked. */
  readonly complete: boolean
}

/** What things are called in the drawer. No id has a `|`. */
export const nameOf = {
  report: (dataset: string, report: Pick<ReportRecord, 'agency' | 'year' | 'sha256'>) =>
    `report|${dataset}|${report.agency}|${report.year}|${report.sha256}`,
  figures: (report: string) => `figures|${report}`,
  agency: (dataset: string, id: string) => `agency|${dataset}|${id}`,
  listing: (dataset: string) => `listing|${dataset}`,
  bytes: (dataset: string) => `bytes|${dataset}`,
  answers: (dataset: string) => `answers|${dataset}`,
  package: (id: string) => `package|${id}`,
  zip: (id: string) => `zip|${id}`,
} as const

/** Everything that is kept of a dataset, whatever it is. */
export const isOf = (dataset: string, name: string): boolean => {
  const [kind, second, third] = name.split('|')
  return (kind === 'figures' ? third : second) === dataset
}

/** Reads what is kept of a dataset, figures left aside. */
export async function readState(drawer: Drawer, dataset: string): Promise<LocalState> {
  const names = await drawer.names()
  const of = async <T>(kind: string): Promise<[string, T][]> => {
    const wanted = names.filter((name) => name.startsWith(`${kind}|${dataset}|`))
    const things = await drawer.look(wanted)
    return wanted.flatMap((name, i): [string, T][] => (things[i] === undefined ? [] : [[name, things[i] as T]]))
  }
  const reports = await of<ReportRecord>('report')
  const agencies = await of<AgencyRow>('agency')
  return {
    reports: new Map(reports.sort(([a, one], [b, other]) => compareText(one.stamp, other.stamp) || compareText(a, b))),
    agencies: new Map(agencies.sort(([a], [b]) => compareText(a, b))),
  }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The packages that were opened on this machine, by their ids. */
export async function readPackages(drawer: Drawer): Promise<readonly PackageRecord[]> {
  const names = (await drawer.names()).filter((name) => name.startsWith('package|')).sort()
  return (await drawer.look(names)).filter((thing) => thing !== undefined) as PackageRecord[]
}

/** From what a dataset is compiled: the same key, the same data, wherever and whenever. `release`: by which version of the app. */
export function keyOf(release: string, base: string, { reports, agencies }: LocalState): string {
  const parts = [
    release,
    base,
    ...[...reports].map(([name, { stamp }]) => `${name} ${stamp}`),
    ...[...agencies].map(([name, row]) => `${name} ${canonicalParams({ ...row })}`),
  ]
  return sha256Hex(new TextEncoder().encode(parts.join('\n')))
}

/** The figures and the identity of a report as bytes; sentences that were not placed are other people's words and are not kept. */
export const packReport = (parsed: ParsedReport): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ ...parsed, unplaced: [], problems: [] }))
