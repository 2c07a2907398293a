import { isOfTables } from '../forms/states.ts'
import { segmentsOf } from '../indicators/comparability.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { distributionWords } from '../text/distributionWords.ts'
import type { ChartContext } from './chartContext.ts'
import { isTooSmall, printAmount } from './figureText.ts'
import { nameBody } from './sheet.ts'
import { runsOf } from './trendChart.ts'

/**
 * What the lines show, in one sentence. First and last year are set side by side only inside one run, a range only where all
 * figures may be compared; a rate over too few cases is never told as a rate.
 */
export function titleOfTrend(rows: readonly ComparedValue[], context: ChartContext): string {
  const { words, lang, indicator, agencies } = context
  const told = rows.filter((row) => row.value !== null && isOfTables(row) && !isTooSmall(row, indicator))
  const say = (value: number): string => printAmount(value, indicator, lang)
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
  const ofFocus = tellFocus(told, context)
  if (ofFocus !== null && agencies.length > context.focus.length) return ofFocus
  const comparable = new Set(told.map((row) => row.scope)).size <= 1 && runs.every((ofAgency) => ofAgency.length <= 1)
  return comparable
    ? words.compare.trendTitleRange(numbers.length, say(Math.min(...numbers)), say(Math.max(...numbers)))
    : (ofFocus ?? words.compare.trendTitleApart(numbers.length))
}

/**
 * What happened to the bodies in colour, each against itself: from the first to the last year of the last stretch of its figures that
 * may be compared. Only bodies of one scope are told together; null where no body has two such figures.
 */
function tellFocus(told: readonly ComparedValue[], context: ChartContext): string | null {
  const { focus, indicator, lang } = context
  const say = distributionWords[lang].trend
  const stretches = focus.flatMap((id) => {
    const ordered = told.filter((row) => row.agency === id).sort((a, b) => a.year - b.year)
    const rows = segmentsOf(indicator, ordered).at(-1)?.rows ?? []
    const [first, last] = [rows[0], rows.at(-1)]
    if (!first || !last || first.year === last.year || first.value === null || last.value === null) return []
    const isMerged = context.mergers?.get(id)?.some((year) => year > first.year && year <= last.year) === true
    return isMerged ? [] : [{ name: nameBody(id, context), scope: last.scope, first, last, change: Math.sign(last.value - first.value) }]
  })
  const sizeOf = (scope: ComparedValue['scope']): number => stretches.filter((stretch) => stretch.scope === scope).length
  const [scope] = stretches.map((stretch) => stretch.scope).sort((a, b) => sizeOf(b) - sizeOf(a))
  const together = stretches.filter((stretch) => stretch.scope === scope)
  const [one] = together
  if (!one) return null
  const number = (row: ComparedValue): string => printAmount(row.value ?? NaN, indicator, lang)
  const isOneSpan = together.every(({ first, last }) => first.year === one.first.year && last.year === one.last.year)
  if (together.length === 1 || !isOneSpan) return say.one(one.name, one.first.year, number(one.first), one.last.year, number(one.last))
  const namesOf = (change: number): string[] => together.filter((stretch) => stretch.change === change).map(({ name }) => name)
  return say.together(one.first.year, one.last.year, { higher: namesOf(1), lower: namesOf(-1), same: namesOf(0) })
}
