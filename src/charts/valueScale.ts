import type { Indicator } from '../indicators/indicator.ts'
import { scaleTo } from './axisScale.ts'

/** An axis of ECharts that starts at zero (or below it, where there are values below) and ends on a round step. */
export interface ValueScale {
  readonly min: number
  readonly max: number
  readonly interval: number
}

/** The axis for these values: never cut off at the bottom, whole steps for counts, no more than 100 % for shares that have no more. */
export function scaleFromZero(values: readonly number[], indicator: Indicator): ValueScale {
  const most = Math.max(0, ...values)
  const least = Math.min(0, ...values)
  const { most: end, step } = scaleTo(most - least, indicator.kind !== 'derived')
  const min = step * Math.floor(least / step + 1e-9)
  const max = least === 0 ? end : Math.max(0, step * Math.ceil(most / step - 1e-9))
  return { min, max: indicator.format === 'percent' && most <= 1 && least === 0 ? Math.min(1, max) : max, interval: step }
}
