import { useMemo, useSyncExternalStore } from 'react'
import type { Agency } from '../../../agencies.ts'
import { agencyOfRow } from '../../import/identityDraft.ts'
import { holdImportQueue, type QueueState } from '../../import/importQueue.ts'
import { readInWorker } from '../../import/readInWorker.ts'
import { useAtlas } from '../../AtlasContext.ts'

/** The one queue of this tab: it goes on reading while another page is open. */
export const importQueue = holdImportQueue(readInWorker)

/** What the queue holds now. */
export const useImportQueue = (): QueueState => useSyncExternalStore(importQueue.subscribe, importQueue.now)

/** Agencies of the dataset, and those that a person is adding for files of the queue. */
export function useKnownAgencies({ items }: QueueState): readonly Agency[] {
  const { dataset } = useAtlas()
  const added = items.map(({ draft }) => draft?.newAgency ?? null)
  const key = added.map((row) => row?.agency_id ?? '').join(' ')
  return useMemo(() => {
    const known = new Map(dataset.agencies.map((agency) => [agency.id, agency]))
    for (const row of added) {
      if (row === null || known.has(row.agency_id)) continue
      const neighbour = dataset.agencies.find(({ regionCode }) => regionCode !== null && regionCode === row.region_code)
      known.set(row.agency_id, agencyOfRow(row, neighbour?.regionName ?? null))
    }
    return [...known.values()]
    // `added` is another list each time; `key` says whether it holds others.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [dataset, key])
}
