import { punctuation } from '../text/punctuation.ts'
import type { ChartContext } from './chartContext.ts'

/** A body's report of one year. */
export interface Place {
  readonly agency: string
  readonly year: number
}

/** A body with its year: 甲局 2018. */
export const namePlace = ({ agency, year }: Place, { agencies }: Pick<ChartContext, 'agencies'>): string =>
  `${agencies.find(({ id }) => id === agency)?.shortName ?? agency} ${year}`

/** Bodies with their years, behind the words that say what they have in common. */
export const namePlaces = (places: readonly Place[], context: Pick<ChartContext, 'agencies' | 'lang'>): string =>
  punctuation[context.lang].gap + places.map((place) => namePlace(place, context)).join(punctuation[context.lang].enumeration)
