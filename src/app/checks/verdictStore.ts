import type { Drawer } from '../local/drawer.ts'
import { giveVerdict, mergeVerdicts, type MergedVerdicts, type Verdict, type VerdictRecord } from './verdicts.ts'

/** What the pages know of verdicts; another object whenever one changed. */
export interface VerdictView {
  readonly records: ReadonlyMap<string, VerdictRecord>
  /** `memory`: the browser refuses to keep anything; it is gone when the tab closes, and a notice says so. */
  readonly keptIn: 'indexeddb' | 'memory'
  /** What is kept has been read. */
  readonly ready: boolean
}

type OfFinding = Parameters<typeof giveVerdict>[0]

/** The verdicts of the person at this machine, by fingerprint. Nothing of it leaves the machine unless exported. */
export interface VerdictStore {
  readonly view: () => VerdictView
  readonly subscribe: (listener: () => void) => () => void
  /** Shown at once, kept soon after. */
  readonly give: (finding: OfFinding, said: Omit<Verdict, 'at'>) => void
  readonly merge: (theirs: readonly VerdictRecord[]) => MergedVerdicts
  /** Forgets all of them. */
  readonly wipe: () => void
}

export interface StoreOptions {
  readonly open: () => Promise<Drawer>
  readonly now: () => Date
  /** Tells other tabs that something changed, and hears it from them. */
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'> | null
}

/** A store that reads what is kept when somebody first looks at it. */
export function createVerdictStore(options: StoreOptions): VerdictStore {
  const { open, now } = options
  let view: VerdictView = { records: new Map(), keptIn: 'indexeddb', ready: false }
  let drawer: Promise<Drawer> | null = null
  /** One errand after the other, so that what was said last is kept last. */
  let errands: Promise<void> = Promise.resolve()
  const listeners = new Set<() => void>()
  const show = (next: Partial<VerdictView>): void => {
    view = { ...view, ...next }
    for (const listener of listeners) listener()
  }
  const tellOthers = (what: 'changed' | 'wiped'): void => options.channel?.postMessage(what)
  const errand = (run: (opened: Drawer) => Promise<void>): void => {
    drawer ??= open()
    const opening = drawer
    errands = errands.then(async () => {
      const opened = await opening
      await run(opened)
      show({ keptIn: opened.keptIn() })
    })
    errands.catch((error: unknown) => {
      console.warn('verdicts could not be kept', error)
      show({ keptIn: 'memory', ready: true })
      errands = Promise.resolve()
    })
  }
  const readKept = (): void =>
    errand(async (opened) => {
      const kept = (await opened.look(await opened.names())) as readonly (VerdictRecord | undefined)[]
      // What was said while reading is newer than what was kept.
      const { records } = mergeVerdicts(
        view.records,
        kept.filter((record) => record !== undefined),
      )
      show({ records, ready: true })
    })
  const keep = (records: readonly VerdictRecord[]): void =>
    errand(async (opened) => {
      await opened.put(records.map((record) => [record.fingerprint, record] as const))
      tellOthers('changed')
    })
  options.channel?.addEventListener('message', ({ data }) => {
    if (drawer === null) return
    if (data === 'wiped') show({ records: new Map() })
    else readKept()
  })
  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      if (drawer === null) readKept()
      return () => listeners.delete(listener)
    },
    give(finding, said) {
      const before = view.records.get(finding.fingerprint)
      const record = giveVerdict(finding, before, { ...said, at: now().toISOString() })
      if (record === undefined || record === before) return
      show({ records: new Map(view.records).set(record.fingerprint, record) })
      keep([record])
    },
    merge(theirs) {
      const merged = mergeVerdicts(view.records, theirs)
      const changed = [...merged.records].filter(([fingerprint, record]) => view.records.get(fingerprint) !== record)
      show({ records: merged.records })
      keep(changed.map(([, record]) => record))
      return merged
    },
    wipe() {
      show({ records: new Map() })
      errand(async (opened) => {
        await opened.empty()
        tellOthers('wiped')
      })
    },
  }
}
