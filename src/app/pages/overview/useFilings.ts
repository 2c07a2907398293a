import { useMemo } from 'react'
import { existsIn } from '../../../agencies.ts'
import { judgeFilings, listFirstPublished, type JudgedFiling } from '../../../charts/lateness.ts'
import { deadlineOf } from '../../../checks/formChecks.ts'
import type { CoveredReport } from '../../../questions/coverReports.ts'
import { useAtlas } from '../../AtlasContext.ts'

/** How the report of every body and year was filed, by the rule of its year. */
export function useFilings(rows: readonly CoveredReport[]): readonly JudgedFiling[] {
  const { dataset, agencyById, lang } = useAtlas()
  const firstPublished = useMemo(() => listFirstPublished(dataset.reports), [dataset])
  return useMemo(
    () =>
      judgeFilings(rows, {
        firstPublished,
        completeYears: dataset.manifest.completeYears,
        existsIn: (id, year) => {
          const agency = agencyById(id)
          return agency === undefined || existsIn(agency, year)
        },
        dueOf: ({ agency: id, year, scope }) => {
          const due = deadlineOf({ year, scope, agency: agencyById(id) ?? null })
          return due && { day: due.day, basis: due.basis[lang] }
        },
      }),
    [rows, dataset, firstPublished, agencyById, lang],
  )
}
