import { useMemo } from 'react'
import { listContributions, type Contribution } from '../../../charts/contribution.ts'
import { useAtlas } from '../../AtlasContext.ts'
import type { AgencyView } from './useAgencyView.ts'

/** What changed between the year shown and the report before it. */
export interface Changed {
  readonly contributions: readonly Contribution[]
  readonly between: readonly [from: number, to: number]
  /** The report of the later year. */
  readonly report: string | null
}

/** The totals of two years with their parts; null where there is one report only. */
export function useContributions({ covered, figures, year, loaded, mergers }: AgencyView): Changed | null {
  const { dataset, selection } = useAtlas()
  return useMemo(() => {
    const earlier = loaded.filter((one) => one < year).at(-1)
    const before = covered.find((row) => row.year === earlier)
    const after = covered.find((row) => row.year === year && row.report !== null)
    if (earlier === undefined || !before || !after) return null
    const { catalogue } = dataset
    const contributions = listContributions({ before, after, figures, catalogue, blanksAsZero: selection.blanksAsZero, mergers })
    return contributions.length === 0 ? null : { contributions, between: [earlier, year], report: after.report }
  }, [covered, figures, year, loaded, mergers, dataset, selection.blanksAsZero])
}
