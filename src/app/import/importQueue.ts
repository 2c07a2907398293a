import type { Agency } from '../../agencies.ts'
import type { ReadReportFile } from '../../reports/parseReport.ts'
import type { IdentityDraft } from './identityDraft.ts'
import type { ReadingProgress } from './readInWorker.ts'

/** A file that a person chose, with its path inside the folder that was chosen. */
export interface ChosenFile {
  readonly path: string
  readonly file: File
}

/** How far one file is. `failed`: reading ended in a way that no sentence of the reader foresees. */
export type ItemState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading'; readonly progress: ReadingProgress | null }
  | { readonly kind: 'done'; readonly read: ReadReportFile }
  | { readonly kind: 'failed' }
  | { readonly kind: 'cancelled' }

/** One row of the queue: a file, or one report of an archive. */
export interface QueueItem {
  readonly id: number
  /** As chosen; a report of an archive by the archive's name and its own. */
  readonly name: string
  readonly size: number
  /** The file that it is read from; several where it is an archive. */
  readonly file: File
  /** The archive that it stands in, as chosen; null for a file of its own. */
  readonly archive: string | null
  readonly state: ItemState
  /** What the person has said of its identity so far; null before the review was opened. */
  readonly draft: IdentityDraft | null
  /** The person took it into the data of this machine. */
  readonly accepted: boolean
}

export interface QueueState {
  readonly items: readonly QueueItem[]
  readonly nextId: number
  /** The item whose review is open. */
  readonly reviewing: number | null
  /** Opened for review as soon as it is read: a single file that was chosen alone. */
  readonly opensWhenRead: number | null
}

export const emptyQueue: QueueState = { items: [], nextId: 1, reviewing: null, opensWhenRead: null }

export type QueueEvent =
  | { readonly kind: 'added'; readonly files: readonly ChosenFile[] }
  | { readonly kind: 'started'; readonly id: number }
  | { readonly kind: 'progressed'; readonly id: number; readonly progress: ReadingProgress }
  | { readonly kind: 'read'; readonly id: number; readonly reports: readonly ReadReportFile[] }
  | { readonly kind: 'failed'; readonly id: number }
  | { readonly kind: 'cancelled'; readonly ids: readonly number[] }
  | { readonly kind: 'again'; readonly ids: readonly number[] }
  | { readonly kind: 'removed'; readonly ids: readonly number[] }
  | { readonly kind: 'reviewed'; readonly id: number | null }
  | { readonly kind: 'drafted'; readonly id: number; readonly draft: IdentityDraft | null }
  | { readonly kind: 'accepted'; readonly ids: readonly number[] }

/** What becomes of the queue. Events about items that are gone change nothing. */
export function stepQueue(queue: QueueState, event: QueueEvent): QueueState {
  switch (event.kind) {
    case 'added':
      return addFiles(queue, event.files)
    case 'started':
      return changeItem(queue, event.id, () => ({ state: { kind: 'reading', progress: null } }))
    case 'progressed':
      return changeItem(queue, event.id, ({ state }) =>
        state.kind === 'reading' ? { state: { kind: 'reading', progress: event.progress } } : {},
      )
    case 'read':
      return takeReports(queue, event.id, event.reports)
    case 'failed':
      return changeItem(queue, event.id, () => ({ state: { kind: 'failed' } }))
    case 'cancelled':
      return changeItems(queue, event.ids, ({ state }) => (isUnderway(state) ? { state: { kind: 'cancelled' } } : {}))
    case 'again':
      return changeItems(queue, event.ids, () => ({ state: { kind: 'waiting' } }))
    case 'removed': {
      const gone = new Set(event.ids)
      const reviewing = queue.reviewing !== null && gone.has(queue.reviewing) ? null : queue.reviewing
      return { ...queue, reviewing, items: queue.items.filter(({ id }) => !gone.has(id)) }
    }
    case 'reviewed':
      return { ...queue, reviewing: event.id, opensWhenRead: null }
    case 'drafted':
      return changeItem(queue, event.id, () => ({ draft: event.draft }))
    case 'accepted':
      return changeItems(queue, event.ids, () => ({ accepted: true }))
  }
}

const isUnderway = (state: ItemState): boolean => state.kind === 'waiting' || state.kind === 'reading'

function addFiles(queue: QueueState, files: readonly ChosenFile[]): QueueState {
  const added = files.map(({ path, file }, order): QueueItem => ({
    id: queue.nextId + order,
    name: path,
    size: file.size,
    file,
    archive: null,
    state: { kind: 'waiting' },
    draft: null,
    accepted: false,
  }))
  return {
    ...queue,
    items: [...queue.items, ...added],
    nextId: queue.nextId + added.length,
    opensWhenRead: added.length === 1 && queue.reviewing === null ? queue.nextId : null,
  }
}

function changeItem(queue: QueueState, id: number, change: (item: QueueItem) => Partial<QueueItem>): QueueState {
  return changeItems(queue, [id], change)
}

function changeItems(queue: QueueState, ids: readonly number[], change: (item: QueueItem) => Partial<QueueItem>): QueueState {
  const wanted = new Set(ids)
  return { ...queue, items: queue.items.map((item) => (wanted.has(item.id) ? { ...item, ...change(item) } : item)) }
}

/** A file gives one report; an archive gives one row for each of its files, in its place. */
function takeReports(queue: QueueState, id: number, reports: readonly ReadReportFile[]): QueueState {
  const at = queue.items.findIndex((item) => item.id === id)
  const item = queue.items[at]
  if (!item || item.state.kind === 'cancelled') return queue
  const rows = item.archive === null ? rowsOf(item, reports, queue.nextId) : rereadRow(item, reports)
  const only = rows.length === 1 ? rows[0] : undefined
  const opens = queue.opensWhenRead === id && only !== undefined && isReviewable(only)
  return {
    items: [...queue.items.slice(0, at), ...rows, ...queue.items.slice(at + 1)],
    nextId: queue.nextId + rows.length,
    reviewing: opens ? only.id : queue.reviewing,
    opensWhenRead: queue.opensWhenRead === id ? null : queue.opensWhenRead,
  }
}

function rowsOf(item: QueueItem, reports: readonly ReadReportFile[], nextId: number): readonly QueueItem[] {
  const [first] = reports
  if (!first) return [{ ...item, state: { kind: 'failed' } }]
  if (reports.length === 1 && first.parsed.file === item.name) return [{ ...item, state: { kind: 'done', read: first } }]
  return reports.map((read, order): QueueItem => ({
    ...item,
    // The first keeps the row of the archive, so that what waits for it finds it.
    id: order === 0 ? item.id : nextId + order - 1,
    name: read.parsed.file,
    archive: item.name,
    state: { kind: 'done', read },
  }))
}

function rereadRow(item: QueueItem, reports: readonly ReadReportFile[]): readonly QueueItem[] {
  const read = reports.find(({ parsed }) => parsed.file === item.name)
  return [{ ...item, state: read ? { kind: 'done', read } : { kind: 'failed' } }]
}

/** The name of the file that is opened: an archive for a report in it. */
const pathOf = ({ name, archive }: QueueItem): string => archive ?? name

/** Is there something to look at: was the file read? */
export const isReviewable = ({ state }: QueueItem): boolean => state.kind === 'done' && state.read.document !== null

/** The ids that may start now, in the order of the queue, when at most `atOnce` are read at the same time. */
export function nextToRead({ items }: QueueState, atOnce: number): readonly number[] {
  const reading = items.filter(({ state }) => state.kind === 'reading').length
  return items
    .filter(({ state }) => state.kind === 'waiting')
    .slice(0, Math.max(0, atOnce - reading))
    .map(({ id }) => id)
}

/** Reads one file apart from the page; rejects only when it was called off. */
export type ReadOneFile = (
  file: File,
  asked: { readonly agencies: readonly Agency[]; readonly path: string; readonly agency?: string; readonly year?: number },
  options: { readonly signal?: AbortSignal; readonly onProgress?: (progress: ReadingProgress) => void },
) => Promise<readonly ReadReportFile[]>

/** The queue as the page sees it: what it holds, and what may be done with it. */
export interface ImportQueue {
  readonly now: () => QueueState
  readonly subscribe: (listener: () => void) => () => void
  /** Adds files and reads them, each for the agencies known now. */
  readonly add: (files: readonly ChosenFile[]) => void
  /** Who a report may belong to, from the next file on. */
  readonly knowAgencies: (agencies: readonly Agency[]) => void
  readonly cancel: (ids: readonly number[]) => void
  /** Reads again what was cancelled, failed, or may now be recognised. */
  readonly again: (ids: readonly number[]) => void
  readonly remove: (ids: readonly number[]) => void
  readonly review: (id: number | null) => void
  readonly draft: (id: number, draft: IdentityDraft | null) => void
  readonly markAccepted: (ids: readonly number[]) => void
  /** Reads the file of an item again, for the agency and year that a person gave; null when it could not be read or was removed. */
  readonly reread: (id: number, given: { readonly agency?: string; readonly year?: number }) => Promise<ReadReportFile | null>
}

/**
 * Holds a queue and reads its files, two at a time unless told otherwise; one that fails stops no other. What the reading brings is told
 * through `soon`, so that many files do not draw the page many times; what a person does is told at once.
 */
export function holdImportQueue(
  read: ReadOneFile,
  { atOnce = 2, soon = (tell) => void setTimeout(tell, 50) }: { readonly atOnce?: number; readonly soon?: (tell: () => void) => void } = {},
): ImportQueue {
  let queue = emptyQueue
  let agencies: readonly Agency[] = []
  let willTell = false
  const running = new Map<number, AbortController>()
  const listeners = new Set<() => void>()
  const tell = (): void => {
    willTell = false
    for (const listener of listeners) listener()
  }
  const step = (event: QueueEvent): void => {
    queue = stepQueue(queue, event)
    tell()
  }
  const stepSoon = (event: QueueEvent): void => {
    queue = stepQueue(queue, event)
    if (willTell) return
    willTell = true
    soon(tell)
  }
  const start = async (id: number): Promise<void> => {
    const item = queue.items.find((candidate) => candidate.id === id)
    if (!item) return
    const stop = new AbortController()
    running.set(id, stop)
    stepSoon({ kind: 'started', id })
    try {
      const onProgress = (progress: ReadingProgress): void => stepSoon({ kind: 'progressed', id, progress })
      const reports = await read(item.file, { agencies, path: pathOf(item) }, { signal: stop.signal, onProgress })
      if (!stop.signal.aborted) stepSoon({ kind: 'read', id, reports })
    } catch (error) {
      if (!stop.signal.aborted) {
        console.error(`a file could not be read: ${item.name}`, error)
        stepSoon({ kind: 'failed', id })
      }
    } finally {
      // The same item may have been started anew meanwhile.
      if (running.get(id) === stop) running.delete(id)
      fill()
    }
  }
  const fill = (): void => {
    for (const id of nextToRead(queue, atOnce)) void start(id)
  }
  const stopReading = (ids: readonly number[]): void => {
    for (const id of ids) running.get(id)?.abort()
  }
  return {
    now: () => queue,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    add: (files) => {
      step({ kind: 'added', files })
      fill()
    },
    knowAgencies: (known) => void (agencies = known),
    cancel: (ids) => {
      stopReading(ids)
      step({ kind: 'cancelled', ids })
      fill()
    },
    again: (ids) => {
      stopReading(ids)
      step({ kind: 'again', ids })
      fill()
    },
    remove: (ids) => {
      stopReading(ids)
      step({ kind: 'removed', ids })
      fill()
    },
    review: (id) => step({ kind: 'reviewed', id }),
    draft: (id, draft) => step({ kind: 'drafted', id, draft }),
    markAccepted: (ids) => step({ kind: 'accepted', ids }),
    reread: async (id, given) => {
      const item = queue.items.find((candidate) => candidate.id === id)
      if (!item) return null
      const reports = await read(item.file, { agencies, path: pathOf(item), ...given }, {})
      const found = item.archive === null ? reports[0] : reports.find(({ parsed }) => parsed.file === item.name)
      if (!found || !queue.items.some((candidate) => candidate.id === id)) return null
      step({ kind: 'read', id, reports: [found] })
      return found
    },
  }
}
