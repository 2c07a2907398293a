import type { ComparedValue } from '../questions/comparedValue.ts'
import type { ChartContext } from './chartContext.ts'
import { isTooSmall, printNumber, printUnit } from './figureText.ts'
import { runsOf } from './trendChart.ts'

/**
 * What the lines show, in one sentence. First and last year are set side by side only inside one run, a range only where all
 * figures may be compared; a rate over too few cases is never told as a rate.
 */
export function titleOfTrend(rows: readonly ComparedValue[], context: ChartContext): string {
  const { words, lang, indicator, agencies } = context
  const told = rows.filter((row) => row.value !== null && (row.evidence === null || row.evidence === 'A') && !isTooSmall(row, indicator))
  const say = (value: number): string => `${printNumber(value, indicator, lang)}${printUnit(indicator, lang)}`
  const numbers = told.flatMap((row) => (row.value === null ? [] : [row.value]))
  if (numbers.length === 0) {
    const tooFew = rows.some((row) => isTooSmall(row, indicator)) && indicator.minSize !== undefined
    return tooFew ? words.compare.tooSmallTitle(indicator.minSize) : words.compare.trendTitleNone
  }
  if (numbers.every((number) => number === 0)) return words.compare.trendTitleZero(numbers.length)
  const runs = agencies.map((agency) =>
    runsOf(
      told.filter((row) => row.agency === agency.id),
      context,
    ),
  )
  if (runs.every((ofAgency) => ofAgency.flat().length <= 1) && numbers.length > 1) return words.compare.trendTitleEach
  const [only] = agencies
  const lastRun = runs[0]?.at(-1) ?? []
  const [first, last] = [lastRun[0], lastRun.at(-1)]
  if (agencies.length === 1 && only && first && last && first.value !== null && last.value !== null && first.year !== last.year) {
    return words.compare.trendTitleOne(only.shortName, first.year, say(first.value), last.year, say(last.value))
  }
  const comparable = new Set(told.map((row) => row.scope)).size <= 1 && runs.every((ofAgency) => ofAgency.length <= 1)
  return comparable
    ? words.compare.trendTitleRange(numbers.length, say(Math.min(...numbers)), say(Math.max(...numbers)))
    : words.compare.trendTitleApart(numbers.length)
}
