import type { Indicator } from '../indicators/indicator.ts'

/** An axis of ECharts that starts at zero (or below it, where there are values below) and ends on a round step. */
export interface ValueScale {
  readonly min: number
  readonly max: number
  readonly interval: number
}

/**
 * The axis for these values: never cut off at the bottom, in three to six round steps, those that leave the least room empty; whole
 * steps for counts, no more than 100 % for shares that have no more.
 */
export function scaleFromZero(values: readonly number[], indicator: Indicator): ValueScale {
  const most = Math.max(0, ...values)
  const least = Math.min(0, ...values)
  if (most === least) return { min: 0, max: 1, interval: 1 }
  const power = 10 ** Math.floor(Math.log10((most - least) / 6))
  const scales = [1, 2, 2.5, 5, 10, 20].flatMap((factor) => {
    const interval = factor * power
    if (indicator.kind !== 'derived' && !Number.isInteger(interval)) return []
    // 3 × 0.2 is a little more than 0.6, and the axis would write its last number twice.
    const round = (value: number): number => Number(value.toPrecision(12))
    const min = round(interval * Math.floor(least / interval + 1e-9))
    const max = round(interval * Math.ceil(most / interval - 1e-9))
    return [{ min: min === 0 ? 0 : min, max, interval }]
  })
  const stepsOf = ({ min, max, interval }: ValueScale): number => Math.round((max - min) / interval)
  const [best] = scales
    .filter((scale) => stepsOf(scale) <= 6)
    .sort((a, b) => a.max - a.min - (b.max - b.min) || Math.abs(stepsOf(a) - 4) - Math.abs(stepsOf(b) - 4))
  return best ?? { min: least, max: most, interval: most - least }
}
