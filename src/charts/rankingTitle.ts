import { compareWordsIn } from '../text/compareWords.ts'
import { comparedWords } from '../text/comparedWords.ts'
import { punctuation } from '../text/punctuation.ts'
import { countHeld, type HeldAgainst } from './benchmark.ts'
import type { ChartContext } from './chartContext.ts'
import { printAmount } from './figureText.ts'
import { nameGroup } from './rankedBarsList.ts'
import type { RankedGroup, Ranking } from './ranking.ts'
import type { RankingView } from './rankingView.ts'
import { nameBody } from './sheet.ts'

/**
 * The finding in one sentence: how many are higher and lower than the benchmark that the reader chose; else who is highest and with
 * what, all the same, all zero, or nothing.
 */
export function titleOfRanking(
  ranking: Ranking,
  at: number | 'latest',
  context: ChartContext,
  held: HeldAgainst | null = null,
  order: RankingView['order'] = 'value',
): string {
  const ofHeld = held && titleOfHeld(ranking, at, held, context)
  return ofHeld ?? (order === 'lowest' ? titleOfLowest(ranking, at, context) : null) ?? titleOfOrder(ranking, at, context)
}

/** The most of the lowest that are named; more are counted. */
const mostNamed = 3

/** Who is lowest, where the order begins there; null where nothing is ranked, all are the same or the groups are many. */
function titleOfLowest(ranking: Ranking, at: number | 'latest', context: ChartContext): string | null {
  const { words, lang, indicator } = context
  const { groups } = ranking
  if (groups.length === 0 || groups.length > 2 || groups.every(({ rows }) => rows[0]?.value === rows.at(-1)?.value)) return null
  const say = comparedWords[lang]
  const tell = ({ rows }: RankedGroup): string => {
    const low = rows.at(-1)?.value ?? NaN
    const here = rows.filter((row) => row.value === low).map((row) => nameBody(row.agency, context))
    return say.lowest(here.length > mostNamed ? [] : here, here.length, printAmount(low, indicator, lang))
  }
  const when = at === 'latest' ? words.compare.latest : words.compare.yearIn(String(at))
  const [only] = groups
  if (groups.length > 1 || !only) {
    const told = groups.map((group) => say.lowestGroup(nameGroup(ranking, group, context), tell(group))).join(punctuation[lang].semicolon)
    return say.lowestTitle(when, told, null, 0)
  }
  const median = only.rows.length < 3 ? null : (only.quartiles?.median ?? null)
  return say.lowestTitle(when, tell(only), median === null ? null : printAmount(median, indicator, lang), only.rows.length)
}

/** Null for the median, which the order itself is told with, and where nothing can be held against the benchmark. */
function titleOfHeld(ranking: Ranking, at: number | 'latest', held: HeldAgainst, { words, lang, indicator }: ChartContext): string | null {
  const { bench } = compareWordsIn(lang)
  if (held.kind === 'median' || held.kind === 'none') return null
  const { n, higher, lower, same } = countHeld(ranking, held, indicator)
  if (n === 0) return null
  const what = typeof held.kind === 'number' ? bench.titleWhat.number(printAmount(held.kind, indicator, lang)) : bench.titleWhat[held.kind]
  return bench.titleOf(at === 'latest' ? words.compare.latest : words.compare.yearIn(String(at)), what, n, higher, lower, same)
}

function titleOfOrder(ranking: Ranking, at: number | 'latest', context: ChartContext): string {
  const { words, lang, indicator, agencies } = context
  const when = at === 'latest' ? words.compare.latest : words.compare.yearIn(String(at))
  if (ranking.groups.length > 2) return words.compare.rankTitleApart(ranking.groups.length)
  if (ranking.groups.length === 2) return titleOfTwo(ranking, when, context)
  const rows = ranking.groups[0]?.rows ?? []
  const top = rows[0]
  const last = rows.at(-1)
  if (!top || !last || top.value === null) {
    return ranking.tooSmall.length > 0 && indicator.minSize !== undefined
      ? words.compare.tooSmallTitle(indicator.minSize)
      : words.compare.rankTitleNone(when)
  }
  const say = (value: number): string => printAmount(value, indicator, lang)
  if (top.value === last.value)
    return top.value === 0 ? words.compare.rankTitleZero(when, rows.length) : words.compare.rankTitleSame(when, rows.length, say(top.value))
  const tied = rows.filter((row) => row.value === top.value).length
  if (tied > 1) return words.compare.rankTitleTie(when, tied, say(top.value))
  const name = agencies.find((agency) => agency.id === top.agency)?.shortName ?? top.agency
  const median = ranking.groups[0]?.quartiles?.median
  return rows.length < 3 || median === undefined
    ? words.compare.rankTitleTwo(when, name, say(top.value))
    : words.compare.rankTitle(when, name, say(top.value), say(median), rows.length)
}

/** Who is highest in each of two groups; where all of one are the same, that. */
function titleOfTwo(ranking: Ranking, when: string, context: ChartContext): string {
  const { lang, indicator, agencies } = context
  const [first, second] = ranking.groups.map((group) => {
    const [top] = group.rows
    if (!top || top.value === null || top.value === group.rows[1]?.value || top.value === group.rows.at(-1)?.value) return null
    return {
      group: nameGroup(ranking, group, context),
      name: agencies.find((agency) => agency.id === top.agency)?.shortName ?? top.agency,
      value: printAmount(top.value, indicator, lang),
    }
  })
  if (first && second) return compareWordsIn(lang).twoGroups(when, first.name, first.value, second.group, second.name, second.value)
  return ranking.groups.map((group) => titleOfGroup(ranking, group, context)).join(punctuation[lang].semicolon)
}

function titleOfGroup(ranking: Ranking, group: RankedGroup, context: ChartContext): string {
  const { words, lang, indicator, agencies } = context
  const name = nameGroup(ranking, group, context)
  const top = group.rows[0]
  const last = group.rows.at(-1)
  if (!top || !last || top.value === null) return name
  const value = printAmount(top.value, indicator, lang)
  if (top.value === last.value) return words.compare.groupSame(name, group.rows.length, value)
  const tied = group.rows.filter((row) => row.value === top.value).length
  if (tied > 1) return compareWordsIn(lang).groupTie(name, tied, value)
  return words.compare.groupTop(name, agencies.find((agency) => agency.id === top.agency)?.shortName ?? top.agency, value)
}
