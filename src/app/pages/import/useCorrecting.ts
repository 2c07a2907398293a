import { useState } from 'react'
import type { Agency } from '../../../agencies.ts'
import type { ParsedReport } from '../../../reports/figure.ts'
import { agencyOfRow, changeDraft, keepSaid, type IdentityDraft } from '../../import/identityDraft.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { importQueue } from './queueOfPage.ts'

/** Changes of the identity. `working`: the file is being read again for the agency or year that was given. */
export interface Correcting {
  readonly working: boolean
  readonly change: (change: Partial<IdentityDraft>) => void
}

/**
 * Keeps what a person says of a report. Another agency or year is told to the reader, which reads the file again: which sentences speak of
 * this year, and which tables are this agency's, depends on it.
 */
export function useCorrecting(id: number, parsed: ParsedReport, draft: IdentityDraft, agencies: readonly Agency[]): Correcting {
  const { words, announce } = useAtlas()
  const [working, setWorking] = useState(0)
  const reread = async (next: IdentityDraft): Promise<void> => {
    setWorking((count) => count + 1)
    try {
      const read = await importQueue.reread(id, {
        ...(next.agencyId === null ? {} : { agency: next.agencyId }),
        ...(next.year === null ? {} : { year: next.year }),
      })
      const latest = importQueue.now().items.find((item) => item.id === id)?.draft
      if (!read || !latest) return
      importQueue.draft(id, keepSaid(latest, parsed, read.parsed))
      announce(words.import.readAgain(parsed.figures.length, read.parsed.figures.length))
    } finally {
      setWorking((count) => count - 1)
    }
  }
  return {
    working: working > 0,
    change: (change) => {
      const next = changeDraft(draft, change)
      importQueue.draft(id, next)
      const other = next.agencyId !== draft.agencyId || next.year !== draft.year
      if (!other) return
      if (next.newAgency) importQueue.knowAgencies([...agencies, agencyOfRow(next.newAgency, null)])
      void reread(next)
    },
  }
}
