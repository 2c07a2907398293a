import type { ApplicantId } from '../../../forms/form.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { findAnswer, useEngine } from '../../useAnswer.ts'

/** Asks for every row of an indicator: all bodies and years, every applicant type, every grade, blanks as they are. */
export function useEveryRow(): (indicator: Indicator) => Promise<readonly ComparedValue[]> {
  const { dataset } = useAtlas()
  const engine = useEngine()
  return async (indicator) => {
    const { years } = dataset.manifest
    if (years === null) return []
    const types: readonly (ApplicantId | null)[] = indicator.byApplicant
      ? [null, ...dataset.catalogue.applicants.flatMap(({ id }) => (id === 'total' ? [] : [id]))]
      : [null]
    const found: ComparedValue[] = []
    for (const applicant of types) {
      const params = { indicators: [indicator.id], agencies: null, years, applicant, prose: true, blanksAsZero: false }
      found.push(...(await findAnswer(dataset, engine, compareAgencies, params, new AbortController().signal)))
    }
    return found
  }
}
