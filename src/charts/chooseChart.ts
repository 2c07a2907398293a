import { isOfTables } from '../forms/states.ts'
import { segmentsOf } from '../indicators/comparability.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { compareWordsIn } from '../text/compareWords.ts'
import type { Label } from '../text/label.ts'
import { isTooSmall } from './figureText.ts'
import { mostPanels } from './multiplesChart.ts'
import { slopeYears } from './slopePairs.ts'

/** The charts that a comparison may be drawn as, in the order of the chooser. */
export const comparisonCharts = ['bar', 'strip', 'trend', 'multiples', 'slope', 'scatter', 'rug'] as const
export type ComparisonChart = (typeof comparisonCharts)[number]

/** What decides which charts a selection can be drawn as. */
export interface ChartFacts {
  readonly indicators: 1 | 2
  readonly agencies: number
  readonly years: readonly [from: number, to: number]
  /** The reader chose one year (or each body's latest report) for the order. */
  readonly ordersOneYear: boolean
  /** Bodies with a number that has a place in the order. */
  readonly ranked: number
  /** Years of the span in which a body has a number. */
  readonly yearsWithValue: number
  /** Bodies with numbers in more than one year. */
  readonly repeated: number
  /** The two years that may be set side by side, and the bodies whose numbers of both may be compared. */
  readonly sides: readonly [from: number, to: number]
  readonly ends: number
  /** Reports of the ordered year with a number of both indicators; 0 with one indicator. */
  readonly pairs: number
}

/** One chart: may it be drawn from the selection, and why, or why not. */
export interface ChartOffer {
  readonly chart: ComparisonChart
  readonly fits: boolean
  readonly why: Label
}

/** Every chart with its reason, the usual one, and the one that is shown. */
export interface ChartChoice {
  readonly offers: readonly ChartOffer[]
  readonly usual: ComparisonChart
  /** The reader's choice where it fits, else the usual one. */
  readonly shown: ComparisonChart
  /** Why this one is shown, in one sentence. */
  readonly why: Label
}

/** The most bodies of which each gets a line in colour. */
const fewBodies = 6
const mostCells = 2000
const leastSpread = 3

type Say = ReturnType<typeof compareWordsIn>
const say = (pick: (words: Say) => string): Label => ({ zh: pick(compareWordsIn('zh')), en: pick(compareWordsIn('en')) })

/** Which charts fit the selection, which one is usual, and which one is shown when the reader wants `wanted`. */
export function chooseChart(facts: ChartFacts, wanted: string | null): ChartChoice {
  const offers = comparisonCharts.map((chart) => offerChart(chart, facts))
  const { chart: usual, why } = findUsual(facts, offers)
  const chosen = offers.find((offer) => offer.chart === wanted && offer.fits)
  if (chosen) return { offers, usual, shown: chosen.chart, why: chosen.why }
  const refused = offers.find((offer) => offer.chart === wanted)
  if (!refused) return { offers, usual, shown: usual, why }
  const refusal = say(({ chooser }) => chooser.refused(chooser.names[refused.chart], ''))
  return { offers, usual, shown: usual, why: { zh: refusal.zh + refused.why.zh, en: refusal.en + refused.why.en } }
}

function offerChart(chart: ComparisonChart, facts: ChartFacts): ChartOffer {
  const against = findObstacle(chart, facts)
  return { chart, fits: against === null, why: against ?? sayFit(chart, facts) }
}

/** Why a chart cannot be drawn from the selection; null where it can. */
function findObstacle(chart: ComparisonChart, facts: ChartFacts): Label | null {
  const { agencies, years, yearsWithValue } = facts
  const [from, to] = years
  const overYears = (): Label | null => {
    if (from === to) return say(({ unfit }) => unfit.oneYear)
    return yearsWithValue < 2 ? say(({ unfit }) => unfit.fewYears(yearsWithValue)) : null
  }
  switch (chart) {
    case 'bar':
      return null
    case 'strip':
      return facts.ranked < leastSpread ? say(({ unfit }) => unfit.spread(facts.ranked)) : null
    case 'trend':
      return overYears()
    case 'multiples':
      if (agencies < 2) return say(({ unfit }) => unfit.oneAgency)
      if (agencies > mostPanels) return say(({ unfit }) => unfit.tooManyCharts(agencies, mostPanels))
      return overYears()
    case 'slope':
      if (from === to) return say(({ unfit }) => unfit.oneYear)
      return facts.ends < 1 ? say(({ unfit }) => unfit.ends(...facts.sides)) : null
    case 'scatter':
      if (facts.indicators < 2) return say(({ unfit }) => unfit.oneIndicator)
      return facts.pairs < 1 ? say(({ unfit }) => unfit.pairs) : null
    case 'rug': {
      const cells = agencies * (to - from + 1)
      if (from === to) return say(({ unfit }) => unfit.oneYear)
      return cells > mostCells ? say(({ unfit }) => unfit.tooManyCells(cells, mostCells)) : null
    }
  }
}

function sayFit(chart: ComparisonChart, facts: ChartFacts): Label {
  const { agencies, ranked, yearsWithValue, repeated, ends, pairs, sides } = facts
  const [from, to] = facts.years
  return say(({ fits }) => {
    switch (chart) {
      case 'bar':
        return fits.bar(agencies)
      case 'strip':
        return fits.strip(ranked)
      case 'trend':
        return fits.trend(yearsWithValue, repeated)
      case 'multiples':
        return fits.multiples(agencies)
      case 'slope':
        return fits.slope(ends, ...sides)
      case 'scatter':
        return fits.scatter(pairs)
      case 'rug':
        return fits.rug(agencies, to - from + 1)
    }
  })
}

function findUsual(facts: ChartFacts, offers: readonly ChartOffer[]): { readonly chart: ComparisonChart; readonly why: Label } {
  const { agencies, repeated } = facts
  const [from, to] = facts.years
  const fits = (chart: ComparisonChart): boolean => offers.some((offer) => offer.chart === chart && offer.fits)
  const pick = (chart: ComparisonChart, why: (words: Say['usual']) => string) => ({ chart, why: say(({ usual }) => why(usual)) })
  if (fits('scatter')) return pick('scatter', (usual) => usual.scatter)
  if (from === to) return pick('bar', (usual) => usual.barOfOne)
  if (facts.ordersOneYear) return pick('bar', (usual) => usual.barOfYear)
  if (to === from + 1 && fits('slope')) return pick('slope', (usual) => usual.slope)
  // Where most bodies have one number, there is little to follow over the years.
  if (repeated * 2 > agencies) {
    if (agencies <= fewBodies && fits('trend')) return pick('trend', (usual) => usual.trend(agencies))
    if (agencies > fewBodies && fits('multiples')) return pick('multiples', (usual) => usual.multiples(agencies))
  }
  return pick('bar', (usual) => usual.barOfFew(repeated, agencies))
}

/** The facts of a selection, from the rows of its first indicator and those of its second. */
export function findFacts(
  rows: readonly ComparedValue[],
  second: readonly ComparedValue[] | null,
  {
    indicator,
    agencies,
    years,
    at,
    ordersOneYear,
    ranked,
  }: {
    readonly indicator: Indicator
    readonly agencies: number
    readonly years: readonly [from: number, to: number]
    /** The year of the order, or each body's latest report. */
    readonly at: number | 'latest'
    readonly ordersOneYear: boolean
    readonly ranked: number
  },
): ChartFacts {
  const told = rows.filter((row) => row.value !== null && isOfTables(row) && !isTooSmall(row, indicator))
  const byAgency = new Map<string, ComparedValue[]>()
  for (const row of told) byAgency.set(row.agency, [...(byAgency.get(row.agency) ?? []), row])
  const bodies = [...byAgency.values()]
  const sides = slopeYears(years, ordersOneYear ? at : null)
  return {
    indicators: second === null ? 1 : 2,
    agencies,
    years,
    ordersOneYear,
    ranked,
    yearsWithValue: new Set(told.map((row) => row.year)).size,
    repeated: bodies.filter((ofBody) => ofBody.length > 1).length,
    sides,
    ends: bodies.filter((ofBody) => joinsEnds(ofBody, sides, indicator)).length,
    pairs: second === null ? 0 : pairedRows(told, second).filter((row) => at === 'latest' || row.year === at).length,
  }
}

/** May the numbers of the first and the last year of the span be set side by side? */
function joinsEnds(ofBody: readonly ComparedValue[], years: readonly [from: number, to: number], indicator: Indicator): boolean {
  const ends = years.flatMap((year) => ofBody.filter((row) => row.year === year))
  return years[0] !== years[1] && ends.length === 2 && segmentsOf(indicator, ends).length === 1
}

/** The rows with a number whose report has a number of the second indicator too. */
export function pairedRows(rows: readonly ComparedValue[], second: readonly ComparedValue[]): ComparedValue[] {
  const has = (row: ComparedValue): boolean => row.value !== null && row.report !== null && isOfTables(row)
  const reports = new Set(second.flatMap((row) => (has(row) ? [row.report] : [])))
  return rows.filter((row) => has(row) && reports.has(row.report))
}
