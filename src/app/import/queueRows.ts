import type { FormId } from '../../forms/form.ts'
import type { Problem } from '../../reports/figure.ts'
import { isReviewable, type QueueItem } from './importQueue.ts'
import type { ReadingProgress } from './readInWorker.ts'

/**
 * How one file came out. `problems`: read, and something is to be looked at. `same`: the same bytes stand earlier in the queue.
 * `kept`: the same bytes are in the data already.
 */
export type Outcome = 'waiting' | 'reading' | 'read' | 'problems' | 'refused' | 'cancelled' | 'same' | 'kept' | 'accepted'

export const outcomes: readonly Outcome[] = ['problems', 'read', 'accepted', 'refused', 'same', 'kept', 'reading', 'waiting', 'cancelled']

/** One row of the queue as it is shown. */
export interface QueueRow {
  readonly id: number
  readonly item: QueueItem
  readonly outcome: Outcome
  readonly progress: ReadingProgress | null
  /** As recognised or as the person said; null where neither. */
  readonly agencyId: string | null
  /** The name in the file, where no known agency was recognised. */
  readonly agencyName: string | null
  readonly year: number | null
  readonly form: FormId | null
  readonly figures: number
  readonly unplaced: number
  readonly problems: number
  /** Why a file was refused. */
  readonly refusal: Problem | null
  /** What is to be looked at first, beside whose report it is: that stands in a column of its own. */
  readonly concern: Problem | null
  /** The file with the same bytes. */
  readonly sameAs: string | null
  /** Agency, year, form and scope are beyond doubt, every cell and row was read and nothing is to be said: may be taken together with others. */
  readonly doubtless: boolean
}

/** A report that the data have already, as far as it matters here. */
export interface HeldReport {
  readonly agency: string
  readonly year: number
  readonly source_sha256: string | null
}

/** The rows of the queue. A file is compared with those before it and with the reports that are held. */
export function listRows(items: readonly QueueItem[], held: readonly HeldReport[]): readonly QueueRow[] {
  const hashes = new Set(held.map(({ source_sha256 }) => source_sha256))
  const years = new Map<string, number>()
  for (const { agency, year } of held) countUp(years, `${agency} ${year}`)
  const first = new Map<string, string>()
  const rows = items.map((item): QueueRow => {
    const sha = item.state.kind === 'done' ? item.state.read.parsed.sha256 : ''
    const sameAs = sha === '' ? null : (first.get(sha) ?? null)
    if (sha !== '' && sameAs === null) first.set(sha, item.name)
    return describeItem(item, sameAs, sha !== '' && hashes.has(sha))
  })
  for (const row of rows) if (isOpen(row) && row.agencyId !== null && row.year !== null) countUp(years, `${row.agencyId} ${row.year}`)
  // Two reports of one agency and year, here or in the data: which of them counts is for a person to see.
  return rows.map((row) =>
    row.doubtless && (years.get(`${row.agencyId ?? ''} ${row.year ?? ''}`) ?? 1) > 1 ? { ...row, doubtless: false } : row,
  )
}

const countUp = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1)

const isOpen = ({ outcome }: QueueRow): boolean => outcome === 'read' || outcome === 'problems'

const nothing = {
  progress: null,
  agencyId: null,
  agencyName: null,
  year: null,
  form: null,
  figures: 0,
  unplaced: 0,
  problems: 0,
  refusal: null,
  concern: null,
  sameAs: null,
  doubtless: false,
} as const

function describeItem(item: QueueItem, sameAs: string | null, isHeld: boolean): QueueRow {
  const base = { ...nothing, id: item.id, item }
  const { state } = item
  if (state.kind === 'failed') return { ...base, outcome: 'refused' }
  if (state.kind === 'reading') return { ...base, outcome: 'reading', progress: state.progress }
  if (state.kind !== 'done') return { ...base, outcome: state.kind }
  const { parsed } = state.read
  const { report, recognised, problems } = parsed
  const unreadable = parsed.figures.some((figure) => figure.state === 'unreadable')
  // Removed from the data, it may be taken again.
  const outcome = isHeld
    ? item.accepted
      ? 'accepted'
      : 'kept'
    : !isReviewable(item)
      ? 'refused'
      : sameAs !== null
        ? 'same'
        : problems.length > 0 || unreadable
          ? 'problems'
          : 'read'
  return {
    ...base,
    outcome,
    agencyId: item.draft?.agencyId ?? report.agency_id,
    agencyName: item.draft?.newAgency?.name ?? report.agency,
    year: item.draft?.year ?? report.year,
    form: report.form,
    figures: parsed.figures.length,
    unplaced: parsed.unplaced.length,
    problems: problems.length,
    refusal: outcome === 'refused' ? (problems[0] ?? null) : null,
    concern: outcome === 'problems' ? (problems.find(({ code }) => !code.startsWith('agency.')) ?? null) : null,
    sameAs,
    doubtless:
      outcome === 'read' &&
      item.draft === null &&
      !parsed.unplaced.some(({ kind }) => kind === 'row') &&
      !unreadable &&
      parsed.figures.length > 0 &&
      report.form !== null &&
      report.form !== 'pre2014' &&
      report.agency_id !== null &&
      report.year !== null &&
      report.scope !== null &&
      recognised.agency.confidence === 'certain' &&
      recognised.year.confidence === 'certain' &&
      recognised.form.confidence === 'certain' &&
      recognised.scope.confidence !== 'unsure',
  }
}

/** How many rows there are of each outcome. */
export function countOutcomes(rows: readonly QueueRow[]): Readonly<Record<Outcome, number>> {
  const counts: Record<Outcome, number> = {
    waiting: 0,
    reading: 0,
    read: 0,
    problems: 0,
    refused: 0,
    cancelled: 0,
    same: 0,
    kept: 0,
    accepted: 0,
  }
  for (const { outcome } of rows) counts[outcome] += 1
  return counts
}

/** How the list is ordered: as chosen, by outcome (what needs a person first), by agency and year. */
export type RowOrder = 'chosen' | 'outcome' | 'agency'

/** Rows in an order; those alike stay as they were chosen. `nameOf` says what an agency is called. */
export function orderRows(rows: readonly QueueRow[], order: RowOrder, nameOf: (row: QueueRow) => string): readonly QueueRow[] {
  if (order === 'chosen') return rows
  if (order === 'outcome') return [...rows].sort((a, b) => outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome) || a.id - b.id)
  const names = new Map(rows.map((row) => [row.id, nameOf(row)]))
  const collator = new Intl.Collator('zh-CN')
  const name = (row: QueueRow): string => names.get(row.id) ?? ''
  return [...rows].sort((a, b) => collator.compare(name(a), name(b)) || (a.year ?? 9999) - (b.year ?? 9999) || a.id - b.id)
}

/** The next row that a person should look at, after this one and then from the start; null when none is left. */
export function nextToReview(rows: readonly QueueRow[], id: number): QueueRow | null {
  const at = rows.findIndex((row) => row.id === id)
  const turned = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))]
  return turned.find(isOpen) ?? null
}
