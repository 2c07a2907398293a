import { tellFormulas } from '../indicators/formulaWords.ts'
import { compareWordsIn } from '../text/compareWords.ts'
import type { Lang } from '../text/label.ts'
import { punctuation } from '../text/punctuation.ts'
import { listUnheld, nameBenchmark, type HeldAgainst } from './benchmark.ts'
import type { Compared } from './comparison.ts'
import type { Figure } from './figure.ts'
import { contextAt, saySource, sayWhat, sayYear } from './figureHead.ts'
import { countNOfN, printNOfN } from './nOfN.ts'
import { sayNotThere } from './notThere.ts'
import { heightOfRankedBars, rankedBarsChart } from './rankedBarsChart.ts'
import { describeRanking, pointsOfRanking, tableOfRanking } from './rankedBarsTable.ts'
import { titleOfRanking } from './rankingTitle.ts'
import type { RankingView } from './rankingView.ts'

/** One year, or each body's latest report, in order. `isShort`: beside another figure, where a long list gives its ends and its middle. */
export function figureOfRanking(compared: Compared, isShort = false): Figure {
  const { ranking, at, view: plain } = compared
  const { words, lang, catalogue, indicator } = compared.context
  const context = contextAt(compared.context, at)
  const view: RankingView = { ...plain, isShort }
  const rows = [...ranking.groups.flatMap((group) => group.rows), ...ranking.tooSmall, ...ranking.missing]
  const title = titleOfRanking(ranking, at, context, view.held, view.order)
  const formula = tellFormulas(indicator, compared.catalogue, context.years, lang)
  const reports = rows.filter((row) => row.report !== null).length
  return {
    chart: 'bar',
    question: 'compareAgencies',
    title,
    subtitle: [
      ...sayWhat(context, sayYear(at, words)),
      formula === null ? '' : words.compare.formulaLine(formula),
      words.evidence.letter('A', words.evidence.A),
      view.held === null ? '' : nameBenchmark(view.held, indicator, lang),
    ].filter(Boolean),
    n: printNOfN(countNOfN(rows), catalogue, lang, words),
    drawing: {
      draw: (width) => rankedBarsChart(ranking, { ...context, width }, view),
      height: (width) => heightOfRankedBars(ranking, { ...context, width }, view),
      points: pointsOfRanking(ranking, context, view),
      description: describeRanking(ranking, context),
    },
    table: tableOfRanking(ranking, title, context, view),
    rows,
    ...(compared.reading.base === null ? {} : { indicators: [context.indicator] }),
    notes: notesOnRanking(compared),
    source: saySource(reports, words),
  }
}

function notesOnRanking({ ranking, rows: all, context, view: { held }, reading, at, chosenAt }: Compared): string[] {
  const { words, lang, indicator, agencies, years } = context
  const rows = [...ranking.groups.flatMap((group) => group.rows), ...ranking.tooSmall, ...ranking.missing]
  const without = new Set(ranking.missing.map((row) => row.agency))
  const told = new Set(all.flatMap((row) => (row.value !== null && row.evidence !== 'A' ? [row.agency] : [])))
  const inProse = agencies.filter(({ id }) => without.has(id) && told.has(id))
  const inLast = rows.filter((row) => row.report !== null && row.year === years[1]).length
  const zeroed = rows.filter((row) => row.state === 'blank' && row.value !== null).length
  const firstInProse = inProse.slice(0, 5).map((agency) => agency.shortName)
  return [
    at === 'latest' && chosenAt === null && years[0] !== years[1] && inLast > 0
      ? words.compare.whyLatest(years[1], inLast, agencies.length)
      : null,
    at !== 'latest' && chosenAt === null && at < years[1] ? compareWordsIn(lang).whyYear(at) : null,
    ranking.groups.length > 1 ? words.compare.groupApart : null,
    at === 'latest' ? null : sayNotThere(all, contextAt(context, at)),
    inProse.length > 0 ? words.compare.proseBeside(inProse.length, firstInProse) : null,
    ranking.tooSmall.length > 0 && indicator.minSize !== undefined
      ? words.compare.tooSmallTitle(indicator.minSize) + words.sentenceEnd
      : null,
    held === null ? null : sayUnheld(held, lang),
    reading.base === null ? null : compareWordsIn(lang).per.note,
    zeroed > 0 ? words.compare.blankAsZeroNote(zeroed) : null,
  ].filter((note) => note !== null)
}

/** How many cannot be held against the benchmark, and why; null where all can. */
function sayUnheld(held: HeldAgainst, lang: Lang): string | null {
  const { bench } = compareWordsIn(lang)
  const reasons = listUnheld(held)
  const count = reasons.reduce((sum, reason) => sum + reason.count, 0)
  const told = reasons.map(({ reason, count: n }) => bench.reason(reason.replace(/[。.]$/, ''), n)).join(punctuation[lang].comma)
  return count === 0 ? null : bench.without(count, told)
}
