import { useState } from 'react'
import type { AgencyRow } from '../../../dataset/tables.ts'
import type { ParsedReport } from '../../../reports/figure.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { LocalDataError, useLocalData } from '../../local/localData.ts'
import { today } from '../../today.ts'
import { importQueue } from './queueOfPage.ts'

/** One report with its confirmed identity, and the agency that the dataset lacks. */
export interface ReportToAccept {
  readonly id: number
  readonly parsed: ParsedReport
  readonly newAgency: AgencyRow | null
}

/** How the taking of reports stands. `said`: the sentence of what went wrong. */
export interface Accepting {
  readonly working: boolean
  /** How many are being taken. */
  readonly taking: number
  readonly said: string | null
  readonly accept: (reports: readonly ReportToAccept[]) => Promise<boolean>
}

/** Takes reports into the data of this machine; when it resolves, every page shows them. True when they are taken. */
export function useAccepting(): Accepting {
  const { lang, words, announce } = useAtlas()
  const local = useLocalData()
  const [taking, setTaking] = useState(0)
  const [said, setSaid] = useState<string | null>(null)
  const accept = async (reports: readonly ReportToAccept[]): Promise<boolean> => {
    setTaking(reports.length)
    setSaid(null)
    try {
      await local.accept(
        reports.map(({ parsed }) => ({ parsed, acceptedOn: today() })),
        [...new Map(reports.flatMap(({ newAgency }) => (newAgency ? [[newAgency.agency_id, newAgency] as const] : []))).values()],
      )
      importQueue.markAccepted(reports.map(({ id }) => id))
      announce(words.import.acceptedSaid(reports.length))
      return true
    } catch (error) {
      if (!(error instanceof LocalDataError)) throw error
      console.warn('reports could not be taken as asked', error)
      setSaid(error.said[lang])
      // Only a failed merge kept nothing.
      if (error.code !== 'merge') importQueue.markAccepted(reports.map(({ id }) => id))
      return error.code !== 'merge'
    } finally {
      setTaking(0)
    }
  }
  return { working: taking > 0, taking, said, accept }
}
