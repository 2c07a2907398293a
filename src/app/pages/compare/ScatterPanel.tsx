import { useCallback, useMemo } from 'react'
import type { ChartContext, ChartPoint } from '../../../charts/chartContext.ts'
import {
  describeScatter,
  heightOfScatter,
  pointsOfScatter,
  printPairs,
  scatterChart,
  tableOfScatter,
  titleOfScatter,
  type ScatterContext,
} from '../../../charts/scatterChart.ts'
import { scatterPairsOf, spearmanOf, type ScatterBody } from '../../../charts/scatterPairs.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { distributionWords } from '../../../text/distributionWords.ts'
import { formatRate } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { ChartPanel } from '../../Panel.tsx'
import { FocusChips, notesOf, PanelActions, Subtitle } from './panelParts.tsx'

/** Two indicators of the same reports against each other, a mark for each body. */
export function ScatterPanel({
  rows,
  second,
  at,
  context: plain,
  openPoint,
}: {
  /** Of both indicators. */
  readonly rows: readonly ComparedValue[]
  readonly second: Indicator
  readonly at: number | 'latest'
  readonly context: ChartContext
  readonly openPoint: (point: ChartPoint) => void
}) {
  const { words, lang, indicator, agencies } = plain
  const { dataset } = useAtlas()
  const context: ScatterContext = useMemo(
    () => ({ ...plain, second, ...(at === 'latest' ? {} : { years: [at, at] as const }) }),
    [plain, second, at],
  )
  const bodies = useMemo(() => scatterPairsOf(rows, at, [indicator, second], agencies), [rows, at, indicator, second, agencies])
  const draw = useCallback((width: number) => scatterChart(bodies, { ...context, width }), [bodies, context])
  const height = useCallback((width: number) => heightOfScatter(bodies, { ...context, width }), [bodies, context])
  const points = useCallback((width: number) => pointsOfScatter(bodies, { ...context, width }), [bodies, context])
  const reports = new Set(bodies.flatMap(({ x, y }) => [x.report, y.report].filter((report) => report !== null))).size
  const title = titleOfScatter(bodies, at, context)
  return (
    <ChartPanel
      title={title}
      subtitle={
        <Subtitle
          parts={[
            `${indicator.name[lang]} × ${second.name[lang]}`,
            at === 'latest' ? words.compare.atLatest : words.compare.yearIn(String(at)),
            words.evidence.letter('A', words.evidence.A),
          ]}
          n={printPairs(bodies, context)}
        />
      }
      chart="scatter"
      question={compareAgencies.name}
      table={tableOfScatter(bodies, title, context)}
      draw={draw}
      height={height}
      points={points}
      description={describeScatter(bodies, context)}
      onOpen={openPoint}
      source={reports > 0 ? words.panel.source(reports) : words.panel.noSource}
      legend={<FocusChips context={plain} />}
      note={notesOf(notesOnScatter(bodies, context))}
      actions={<PanelActions indicator={second} dataset={dataset} title={title} />}
    />
  )
}

/** What sizes and rings mean, who is not drawn with the others, and how far both orders agree. */
function notesOnScatter(bodies: readonly ScatterBody[], { indicator, second, lang, agencies }: ScatterContext): (string | null)[] {
  const say = distributionWords[lang].scatter
  const of = (kind: ScatterBody['kind']): readonly ScatterBody[] => bodies.filter((body) => body.kind === kind)
  const apart = of('apart').map(({ agency }) => agencies.find(({ id }) => id === agency)?.shortName ?? agency)
  const size = Math.max(...[indicator, second].map((one) => (one.kind === 'derived' ? (one.minSize ?? 0) : 0)))
  const shown = [...of('drawn'), ...of('small')]
  const places = new Set(shown.map(({ x, y }) => `${x.value} ${y.value}`)).size
  const found = spearmanOf(bodies)
  const howToRead = [
    shown.length === 0 ? say.empty : say.sameReport,
    ...(shown.some(({ n }) => n !== null) ? [say.sizeNote] : []),
    ...(of('small').length > 0 ? [say.smallNote(of('small').length, size)] : []),
    ...(places < shown.length ? [say.samePlaceNote] : []),
  ].join(lang === 'zh' ? '' : ' ')
  return [
    found === null ? null : say.rho(formatRate(found.rho, lang), found.n),
    apart.length > 0 ? say.apartNote(apart.length, apart.slice(0, 3)) : null,
    howToRead,
  ]
}
