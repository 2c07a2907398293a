import type { Catalogue } from '../../indicators/catalogue.ts'
import type { Indicator } from '../../indicators/indicator.ts'

/** Indicators of an agency's matrix: everything reported or joined across forms; rates and shares have their own pages. */
export const indicatorsOfPages = (catalogue: Catalogue): Indicator[] =>
  catalogue.indicators.filter((indicator) => indicator.type !== 'text' && indicator.kind !== 'derived')
