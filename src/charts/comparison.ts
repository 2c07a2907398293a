import type { Agency } from '../agencies.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { PairReading, Reading, ReadingKind } from '../indicators/readings.ts'
import type { ComparedSpan } from '../questions/askComparison.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import type { GroupedBy } from './agencyGroups.ts'
import { holdAgainst, type BenchmarkKind } from './benchmark.ts'
import type { ChartContext } from './chartContext.ts'
import { chooseChart, findFacts, pairedRows, type ChartChoice } from './chooseChart.ts'
import { countReports } from './figureHead.ts'
import { keepSameBodies } from './likeForLike.ts'
import { keepStanding } from './notThere.ts'
import { divideByBase } from './perBase.ts'
import { pickYear, rankValues, type Ranking } from './ranking.ts'
import type { RankingView } from './rankingView.ts'
import { chooseTableYear } from './tableYear.ts'

/** What a reader may say about a comparison. A selection of the page fits, as does the part of one that an embed carries. */
export interface ComparisonSettings extends ComparedSpan {
  /** One indicator, or two that are set against each other. */
  readonly indicators: readonly string[]
  readonly applicant: string | null
  readonly per: ReadingKind | null
  /** Bodies in colour; null: those that stand out or all of a few. */
  readonly focus: readonly string[] | null
  /** The year of the order; null: the last one that most bodies have. */
  readonly at: number | 'latest' | null
  readonly bench: BenchmarkKind | null
  readonly sort: RankingView['order'] | null
  readonly by: GroupedBy | null
  /** Like for like: only bodies with a number in every year of the span. */
  readonly sameBodies: boolean
  /** Small multiples each on an axis of their own. */
  readonly ownAxes: boolean
  /** The chart that the reader chose; null: the usual one. */
  readonly chart: string | null
}

/** What every figure of a comparison is drawn from: the rows of one answer, read as the settings say. */
export interface Compared {
  /** Rows of the first indicator, inside the span. */
  readonly rows: readonly ComparedValue[]
  /** Rows of both indicators. */
  readonly both: readonly ComparedValue[]
  readonly second: Indicator | null
  readonly ranking: Ranking
  /** The year of the order, and the one that the reader chose for it. */
  readonly at: number | 'latest'
  readonly chosenAt: number | 'latest' | null
  /** In its catalogue the reading that is shown stands in the place of its indicator. */
  readonly context: ChartContext
  /** The catalogue as published: formulas name what they are made of. */
  readonly catalogue: Catalogue
  readonly view: RankingView
  readonly reading: Reading
  readonly choice: ChartChoice
  /** Reports that the rows come from. */
  readonly reports: number
}

/** What is known besides the rows: `agencies` are those of the selection, in the order of lists; `all` those of the dataset. */
export interface ComparisonContext extends Pick<ChartContext, 'catalogue' | 'agencies' | 'lang' | 'words' | 'palette' | 'mergers'> {
  readonly all: readonly Agency[]
}

/** Reads the rows of an answer to `askComparison` as the settings say. Rows of bodies outside of the selection are left out. */
export function readComparison(
  rows: readonly ComparedValue[],
  { reading, second }: PairReading,
  settings: Omit<ComparisonSettings, 'indicators' | 'applicant' | 'per' | 'ownAxes' | 'prose' | 'blanksAsZero' | 'agencies'>,
  { all, ...known }: ComparisonContext,
): Compared {
  const { years, focus, bench, sort, by, chart, at: chosenAt } = settings
  const { catalogue } = known
  const { shown } = reading
  const { first, own, beside, agencies, same } = pickRows(rows, { reading, second }, settings, known.agencies)
  const at = years[0] === years[1] ? years[1] : chooseTableYear(beside ? pairedRows(own, beside) : own, chosenAt, years, agencies.length)
  const ranking = rankValues(pickYear(own, at), shown)
  const context: ChartContext = {
    ...known,
    agencies,
    sameBodies: same ?? undefined,
    catalogue: { ...catalogue, indicators: catalogue.indicators.map((indicator) => (indicator.id === shown.id ? shown : indicator)) },
    indicator: shown,
    focus: chooseFocus(focus, agencies, ranking),
    years,
    width: 600,
  }
  const facts = findFacts(own, beside, {
    indicator: shown,
    agencies: agencies.length,
    years,
    at,
    ordersOneYear: chosenAt !== null,
    ranked: ranking.groups.reduce((sum, group) => sum + group.rows.length, 0),
  })
  return {
    rows: own,
    both: beside ? [...own, ...beside] : own,
    second,
    ranking,
    at,
    chosenAt,
    context,
    catalogue,
    view: { order: sort ?? 'value', by: by ?? 'none', all, held: holdAgainst(bench ?? 'median', ranking, first, context) },
    reading,
    choice: chooseChart(facts, chart),
    reports: countReports(own),
  }
}

/** The rows of the span, of both indicators, and the bodies that they are of; `first` has the year before the span as well. */
function pickRows(
  rows: readonly ComparedValue[],
  { reading, second }: PairReading,
  { years, sameBodies }: Pick<ComparisonSettings, 'years' | 'sameBodies'>,
  agencies: readonly Agency[],
) {
  const chosen = new Set(agencies.map(({ id }) => id))
  const ofId = (id: string): ComparedValue[] => rows.filter((row) => row.indicator === id && chosen.has(row.agency))
  const first = reading.base ? divideByBase(ofId(reading.asked.id), ofId(reading.base.id), reading.shown) : ofId(reading.asked.id)
  const inSpan = (row: ComparedValue): boolean => row.year >= years[0] && row.year <= years[1]
  const own = keepStanding(first.filter(inSpan), agencies)
  const beside = second ? keepStanding(ofId(second.id).filter(inSpan), agencies) : null
  const same = sameBodies && years[0] < years[1] ? keepSameBodies([...own, ...(beside ?? [])]) : null
  if (same === null) return { first, own, beside, agencies, same }
  const isKept = (id: string): boolean => same.kept.includes(id)
  return {
    first,
    own: own.filter((row) => isKept(row.agency)),
    beside: beside?.filter((row) => isKept(row.agency)) ?? null,
    agencies: agencies.filter(({ id }) => isKept(id)),
    same,
  }
}

/** The bodies in colour: those the reader chose; all, where they are few; else the three highest. */
export function chooseFocus(chosen: readonly string[] | null, agencies: readonly Agency[], ranking: Ranking): readonly string[] {
  const known = (chosen ?? []).filter((id) => agencies.some((agency) => agency.id === id))
  if (known.length > 0) return known
  if (agencies.length <= 6) return agencies.map((agency) => agency.id)
  const ranked = ranking.groups.flatMap((group) => group.rows).sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))
  return ranked.slice(0, 3).map((row) => row.agency)
}
