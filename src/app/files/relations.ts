import type { Catalogue } from '../../indicators/catalogue.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { findBase, measurePerBase } from '../../indicators/perBase.ts'

/** A measure of a page that sets a count of the catalogue in relation to a base. */
export interface Relation {
  readonly measure: Indicator
  readonly base: Indicator
}

/** The base that a measure sets the indicator of its id in relation to; null where it was worked out in another way. */
export function findRelation(measure: Indicator, catalogue: Catalogue): Relation | null {
  const count = catalogue.indicators.find(({ id }) => id === measure.id)
  if (count === undefined) return null
  const found = (['staff', 'requests'] as const).flatMap((kind) => {
    const base = findBase(catalogue, kind)
    const known = base === undefined ? null : measurePerBase(count, base)
    // Its words may say an applicant type as well: what it is worked out from tells which one it is.
    return base && known && JSON.stringify(known.from) === JSON.stringify(measure.from) ? [{ measure, base }] : []
  })
  return found[0] ?? null
}
