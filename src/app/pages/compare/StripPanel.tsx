import { useCallback, useMemo } from 'react'
import type { ChartContext, ChartPoint } from '../../../charts/chartContext.ts'
import { countNOfN, printNOfN } from '../../../charts/nOfN.ts'
import { describeStrip, heightOfStrip, pointsOfStrip, stripChart, tableOfStrip, titleOfStrip } from '../../../charts/stripChart.ts'
import { stripRowsOf } from '../../../charts/stripRows.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { distributionWords } from '../../../text/distributionWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { ChartPanel } from '../../Panel.tsx'
import { FocusChips, notesOf, PanelActions, Subtitle, unitOf } from './panelParts.tsx'

/** How the bodies are spread in one year, or in each one's latest report: a mark for each, in the groups of the selection. */
export function StripPanel({
  rows,
  at,
  context,
  isPublished = true,
  openPoint,
}: {
  readonly rows: readonly ComparedValue[]
  readonly at: number | 'latest'
  readonly context: ChartContext
  readonly isPublished?: boolean
  readonly openPoint: (point: ChartPoint) => void
}) {
  const { words, lang, catalogue, indicator, agencies } = context
  const { dataset, selection } = useAtlas()
  const by = selection.by ?? 'none'
  const inYear = useMemo(() => (at === 'latest' ? context : { ...context, years: [at, at] as const }), [context, at])
  const strips = useMemo(() => stripRowsOf(rows, at, by, inYear, dataset.agencies), [rows, at, by, inYear, dataset])
  const draw = useCallback((width: number) => stripChart(strips, { ...inYear, width }), [strips, inYear])
  const height = useCallback((width: number) => heightOfStrip(strips, { ...inYear, width }), [strips, inYear])
  const points = useCallback((width: number) => pointsOfStrip(strips, { ...inYear, width }), [strips, inYear])
  const all = strips.flatMap((strip) => [...strip.values, ...strip.tooSmall, ...strip.missing])
  const reports = all.filter((row) => row.report !== null).length
  const title = titleOfStrip(strips, at, inYear)
  const say = distributionWords[lang].strip
  const sections = new Set(strips.filter((strip) => strip.values.length > 0).map((strip) => strip.section)).size
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
            words.evidence.letter('A', words.evidence.A),
          ]}
          n={printNOfN(countNOfN(all), catalogue, lang, words)}
        />
      }
      chart="strip"
      question={compareAgencies.name}
      table={tableOfStrip(strips, title, inYear)}
      draw={draw}
      height={height}
      points={points}
      description={describeStrip(strips, inYear)}
      onOpen={openPoint}
      source={reports > 0 ? words.panel.source(reports) : words.panel.noSource}
      legend={<FocusChips context={context} />}
      note={notesOf([
        by === 'none' ? say.single : say.grouped,
        sections > 1 ? say.apart : null,
        strips.some((strip) => strip.tooSmall.length > 0) && indicator.minSize !== undefined
          ? words.compare.tooSmallTitle(indicator.minSize)
          : null,
      ])}
      actions={<PanelActions indicator={indicator} dataset={dataset} title={title} isPublished={isPublished} />}
    />
  )
}
