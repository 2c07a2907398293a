import { useCallback, useMemo } from 'react'
import { listUnheld, nameBenchmark, type HeldAgainst } from '../../../charts/benchmark.ts'
import type { ChartContext, ChartPoint } from '../../../charts/chartContext.ts'
import { countNOfN, printNOfN } from '../../../charts/nOfN.ts'
import type { Ranking } from '../../../charts/ranking.ts'
import { describeRanking, heightOfRankedBars, pointsOfRanking, rankedBarsChart, tableOfRanking } from '../../../charts/rankedBarsChart.ts'
import { titleOfRanking } from '../../../charts/rankingTitle.ts'
import type { RankingView } from '../../../charts/rankingView.ts'
import { tellFormulas } from '../../../indicators/formulaWords.ts'
import type { Reading } from '../../../indicators/readings.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { compareWordsIn } from '../../../text/compareWords.ts'
import type { Lang } from '../../../text/label.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { ChartPanel } from '../../Panel.tsx'
import { notesOf, PanelActions, Subtitle, unitOf } from './panelParts.tsx'

/** One year, or each body's latest report, in order. */
export function RankingPanel({
  ranking,
  rows: all,
  at,
  context,
  view,
  reading,
  openPoint,
}: {
  readonly ranking: Ranking
  /** Every row of the answer, the prose among them. */
  readonly rows: readonly ComparedValue[]
  readonly at: number | 'latest'
  readonly context: ChartContext
  readonly view: RankingView
  readonly reading: Reading
  readonly openPoint: (point: ChartPoint) => void
}) {
  const { words, lang, catalogue, indicator, agencies } = context
  const { dataset, selection } = useAtlas()
  const rows = useMemo(() => [...ranking.groups.flatMap((group) => group.rows), ...ranking.tooSmall, ...ranking.missing], [ranking])
  const inYear = useMemo(() => (at === 'latest' ? context : { ...context, years: [at, at] as const }), [context, at])
  const n = countNOfN(rows)
  const inProse = agencies.filter(
    (agency) =>
      ranking.missing.some((row) => row.agency === agency.id) &&
      all.some((row) => row.agency === agency.id && row.value !== null && row.evidence !== 'A'),
  )
  const { held } = view
  const title = titleOfRanking(ranking, at, inYear, held)
  const reports = rows.filter((row) => row.report !== null).length
  const inLast = rows.filter((row) => row.report !== null && row.year === selection.years[1]).length
  const draw = useCallback((width: number) => rankedBarsChart(ranking, { ...inYear, width }, view), [ranking, inYear, view])
  const points = useMemo(() => pointsOfRanking(ranking, inYear, view), [ranking, inYear, view])
  const zeroed = rows.filter((row) => row.state === 'blank' && row.value !== null).length
  const formula = tellFormulas(indicator, dataset.catalogue, at === 'latest' ? context.years : [at, at], lang)
  return (
    <ChartPanel
      title={title}
      subtitle={
        <Subtitle
          parts={[
            indicator.name[lang],
            words.compare.agenciesOf(agencies.length),
            at === 'latest' ? words.compare.atLatest : words.compare.yearIn(String(at)),
            unitOf(indicator, lang),
            formula === null ? '' : words.compare.formulaLine(formula),
            words.evidence.letter('A', words.evidence.A),
            held === null ? '' : nameBenchmark(held, indicator, lang),
          ]}
          n={printNOfN(n, catalogue, lang, words)}
        />
      }
      chart="bar"
      question={compareAgencies.name}
      table={tableOfRanking(ranking, title, inYear, view)}
      draw={draw}
      height={heightOfRankedBars(ranking, inYear, view)}
      points={points}
      description={describeRanking(ranking, inYear)}
      onOpen={openPoint}
      source={reports > 0 ? words.panel.source(reports) : words.panel.noSource}
      note={notesOf([
        at === 'latest' && selection.at === null && selection.years[0] !== selection.years[1] && inLast > 0
          ? words.compare.whyLatest(selection.years[1], inLast, agencies.length)
          : null,
        at !== 'latest' && selection.at === null && at < selection.years[1] ? compareWordsIn(lang).whyYear(at) : null,
        ranking.groups.length > 1 ? words.compare.groupApart : null,
        inProse.length > 0
          ? words.compare.proseBeside(
              inProse.length,
              inProse.slice(0, 5).map((agency) => agency.shortName),
            )
          : null,
        ranking.tooSmall.length > 0 && indicator.minSize !== undefined ? words.compare.tooSmallTitle(indicator.minSize) : null,
        held === null ? null : sayUnheld(held, lang),
        reading.base === null ? null : compareWordsIn(lang).per.note,
        zeroed > 0 ? words.compare.blankAsZeroNote(zeroed) : null,
      ])}
      actions={<PanelActions indicator={indicator} dataset={dataset} title={title} isPublished={reading.base === null} />}
    />
  )
}

/** How many cannot be held against the benchmark, and why; null where all can. */
function sayUnheld(held: HeldAgainst, lang: Lang): string | null {
  const { bench } = compareWordsIn(lang)
  const reasons = listUnheld(held)
  const count = reasons.reduce((sum, reason) => sum + reason.count, 0)
  const told = reasons.map(({ reason, count: n }) => bench.reason(reason.replace(/[。.]$/, ''), n)).join(lang === 'zh' ? '，' : ', ')
  return count === 0 ? null : bench.without(count, told)
}
