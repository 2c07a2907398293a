import type { PairReading } from '../indicators/readings.ts'
import type { Comparison } from './compareAgencies.ts'
import { indicatorComparison } from './defaultAnswers.ts'

/** What decides, besides the indicators, which rows a comparison needs. */
export interface ComparedSpan {
  /** Null: every body. */
  readonly agencies: readonly string[] | null
  readonly years: readonly [from: number, to: number]
  /** What the figures are held against; `before` needs the year before. */
  readonly bench: string | number | null
  readonly prose: boolean
  readonly blanksAsZero: boolean
}

/** The one question behind every figure of a comparison; held against the year before, it asks one year more. */
export function askComparison({ reading, second }: PairReading, { agencies, years, bench, prose, blanksAsZero }: ComparedSpan): Comparison {
  const [from, to] = years
  const beside = [second, reading.base].flatMap((indicator) => (indicator ? [indicator.id] : []))
  return {
    ...indicatorComparison(reading.asked.id, bench === 'before' ? ([from - 1, to] as const) : years, prose),
    indicators: [...new Set([reading.asked.id, ...beside])],
    agencies,
    applicant: reading.applicant,
    blanksAsZero,
  }
}
