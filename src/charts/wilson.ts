/** Two-sided limits of the normal distribution: 95 % and 99.8 % of cases lie within. */
export const z95 = 1.959964
export const z998 = 3.090232

/**
 * Wilson's score interval for `part` of `whole` cases: it stays within 0 and 1 and always holds the rate itself, also for 0 of 5.
 * Null without cases, and where the part is no part (below 0 or above the whole).
 */
export function wilsonInterval(part: number, whole: number, z = z95): readonly [low: number, high: number] | null {
  if (!(whole > 0) || part < 0 || part > whole) return null
  const rate = part / whole
  const squared = (z * z) / whole
  const middle = (rate + squared / 2) / (1 + squared)
  const half = (Math.sqrt((rate * (1 - rate)) / whole + squared / (4 * whole)) * z) / (1 + squared)
  // Rounding alone must not push the rate out of its own interval.
  return [Math.max(0, Math.min(rate, middle - half)), Math.min(1, Math.max(rate, middle + half))]
}

/** Where rates over `whole` cases would lie around a common rate: the limits of a funnel, cut at 0 and 1. */
export function funnelLimits(rate: number, whole: number, z: number): readonly [low: number, high: number] {
  const half = z * Math.sqrt((rate * (1 - rate)) / whole)
  return [Math.max(0, rate - half), Math.min(1, rate + half)]
}
