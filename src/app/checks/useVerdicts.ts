import { useSyncExternalStore } from 'react'
import { findCabinet, openDrawer } from '../local/drawer.ts'
import { createVerdictStore, type VerdictView } from './verdictStore.ts'

/** The verdicts of this site. Apart from the imported reports: wiping those keeps the verdicts, which follow findings, not files. */
export const verdictStore = createVerdictStore({
  open: () => openDrawer(findCabinet('ogi-atlas-verdicts')),
  now: () => new Date(),
  channel: typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('ogi-atlas-verdicts'),
})

/** What was said of findings on this machine, as it stands now. */
export const useVerdicts = (): VerdictView => useSyncExternalStore(verdictStore.subscribe, verdictStore.view)
