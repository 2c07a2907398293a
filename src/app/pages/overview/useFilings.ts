import { useMemo } from 'react'
import { judgeCovered } from '../../../charts/coverageFigure.ts'
import type { JudgedFiling } from '../../../charts/lateness.ts'
import type { CoveredReport } from '../../../questions/coverReports.ts'
import { useAtlas } from '../../AtlasContext.ts'

/** How the report of every body and year was filed, by the rule of its year. */
export function useFilings(rows: readonly CoveredReport[]): readonly JudgedFiling[] {
  const { dataset, lang } = useAtlas()
  return useMemo(() => {
    const { agencies, reports, manifest } = dataset
    return judgeCovered(rows, { agencies, reports, completeYears: manifest.completeYears, lang })
  }, [rows, dataset, lang])
}
