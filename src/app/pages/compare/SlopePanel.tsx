import { useCallback, useMemo } from 'react'
import type { ChartContext, ChartPoint } from '../../../charts/chartContext.ts'
import { countNOfN, printNOfN } from '../../../charts/nOfN.ts'
import { describeSlope, heightOfSlope, pointsOfSlope, slopeChart, tableOfSlope, titleOfSlope } from '../../../charts/slopeChart.ts'
import { slopePairsOf, slopeYears, type SlopeBody } from '../../../charts/slopePairs.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { distributionWords } from '../../../text/distributionWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { ChartPanel } from '../../Panel.tsx'
import { FocusChips, notesOf, PanelActions, Subtitle, unitOf } from './panelParts.tsx'

/** The first and the last year of the span side by side, joined only where they may be compared. */
export function SlopePanel({
  rows,
  context,
  isPublished = true,
  openPoint,
}: {
  readonly rows: readonly ComparedValue[]
  readonly context: ChartContext
  readonly isPublished?: boolean
  readonly openPoint: (point: ChartPoint) => void
}) {
  const { words, lang, catalogue, indicator, agencies } = context
  const { dataset, selection } = useAtlas()
  const years = useMemo(() => slopeYears(context.years, selection.at), [context.years, selection.at])
  const bodies = useMemo(() => slopePairsOf(rows, years, context), [rows, years, context])
  const draw = useCallback((width: number) => slopeChart(bodies, years, { ...context, width }), [bodies, years, context])
  const height = useCallback((width: number) => heightOfSlope(bodies, { ...context, width }), [bodies, context])
  const points = useCallback((width: number) => pointsOfSlope(bodies, { ...context, width }), [bodies, context])
  const all = bodies.flatMap(({ first, last }) => [first, last])
  const reports = all.filter((row) => row.report !== null).length
  const title = titleOfSlope(bodies, years, context)
  return (
    <ChartPanel
      title={title}
      subtitle={
        <Subtitle
          parts={[
            indicator.name[lang],
            words.compare.agenciesOf(agencies.length),
            distributionWords[lang].slope.years(years[0], years[1]),
            unitOf(indicator, lang),
            words.evidence.letter('A', words.evidence.A),
          ]}
          n={printNOfN(countNOfN(all), catalogue, lang, words)}
        />
      }
      chart="slope"
      question={compareAgencies.name}
      table={tableOfSlope(bodies, years, title, context)}
      draw={draw}
      height={height}
      points={points}
      description={describeSlope(bodies, years, context)}
      onOpen={openPoint}
      source={reports > 0 ? words.panel.source(reports) : words.panel.noSource}
      legend={<FocusChips context={context} />}
      note={notesOf(notesOnSlope(bodies, years, context))}
      actions={<PanelActions indicator={indicator} dataset={dataset} title={title} isPublished={isPublished} />}
    />
  )
}

/** Where there is no line and why, and that bodies of different scope are not compared with each other. */
function notesOnSlope(bodies: readonly SlopeBody[], [from, to]: readonly [number, number], context: ChartContext): (string | null)[] {
  const { lang, agencies } = context
  const say = distributionWords[lang].slope
  const apart = bodies.filter(({ kind }) => kind === 'apart')
  const reasons = [...new Set(apart.flatMap(({ cut }) => (cut ? [cut.why[lang]] : [])))]
  const nameOf = (id: string): string => agencies.find((agency) => agency.id === id)?.shortName ?? id
  const scopes = new Set(bodies.flatMap(({ first, last }) => [first, last].flatMap((row) => (row.scope === null ? [] : [row.scope]))))
  return [
    ...reasons.map((why) => {
      const names = apart.filter(({ cut }) => cut?.why[lang] === why).map(({ agency }) => nameOf(agency))
      return say.breakNote(names.slice(0, 3), names.length, why)
    }),
    bodies.some(({ kind }) => kind === 'one') ? say.stubNote : null,
    bodies.length > 0 && bodies.every(({ kind }) => kind === 'none') ? say.noneHave(from, to) : null,
    from === to ? say.oneYear : null,
    scopes.size > 1 ? say.scopesNote : null,
  ]
}
