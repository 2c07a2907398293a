import type { Agency } from '../agencies.ts'

/** Did the body exist until the end of that year, so that a report of its own on it can be expected? Unknown days take nobody out. */
export const existsIn = ({ validFrom, validTo }: Pick<Agency, 'validFrom' | 'validTo'>, year: number): boolean =>
  (validFrom === null || validFrom <= `${year}-12-31`) && (validTo === null || validTo >= `${year}-12-31`)
