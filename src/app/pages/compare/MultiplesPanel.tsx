import { useCallback, useMemo } from 'react'
import type { ChartContext, ChartPoint } from '../../../charts/chartContext.ts'
import { isTooSmall } from '../../../charts/figureText.ts'
import {
  describeMultiples,
  heightOfMultiples,
  mostPanels,
  multiplesChart,
  pointsOfMultiples,
  tableOfMultiples,
  titleOfMultiples,
  type MultiplesContext,
} from '../../../charts/multiplesChart.ts'
import { countNOfN, printNOfN } from '../../../charts/nOfN.ts'
import { formChangesOf } from '../../../charts/trendChart.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { distributionWords } from '../../../text/distributionWords.ts'
import { formatYears } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { ChartPanel } from '../../Panel.tsx'
import { FocusChips, notesOf, PanelActions, Subtitle, unitOf } from './panelParts.tsx'

/** A small chart of lines for each body, on one axis or each on its own. */
export function MultiplesPanel({
  rows,
  context: plain,
  isPublished = true,
  openPoint,
}: {
  readonly rows: readonly ComparedValue[]
  readonly context: ChartContext
  readonly isPublished?: boolean
  readonly openPoint: (point: ChartPoint) => void
}) {
  const { words, lang, catalogue, indicator, agencies } = plain
  const { dataset, selection, change } = useAtlas()
  const { ownAxes, sort } = selection
  const context: MultiplesContext = useMemo(() => ({ ...plain, ownAxes, order: sort ?? 'value' }), [plain, ownAxes, sort])
  const draw = useCallback((width: number) => multiplesChart(rows, { ...context, width }), [rows, context])
  const height = useCallback((width: number) => heightOfMultiples(rows, { ...context, width }), [rows, context])
  const points = useCallback((width: number) => pointsOfMultiples(rows, { ...context, width }), [rows, context])
  const tables = rows.filter((row) => row.evidence === null || row.evidence === 'A')
  const reports = new Set(rows.flatMap((row) => (row.report === null ? [] : [row.report]))).size
  const title = titleOfMultiples(rows, context)
  const say = distributionWords[lang].multiples
  return (
    <ChartPanel
      title={title}
      subtitle={
        <Subtitle
          parts={[
            indicator.name[lang],
            words.compare.agenciesOf(agencies.length),
            formatYears(plain.years),
            unitOf(indicator, lang),
            say.orders[context.order],
            ownAxes ? say.ownAxes : say.sharedAxis,
          ]}
          n={printNOfN(countNOfN(tables), catalogue, lang, words)}
        />
      }
      chart="multiples"
      question={compareAgencies.name}
      table={tableOfMultiples(rows, title, context)}
      draw={draw}
      height={height}
      points={points}
      description={describeMultiples(rows, context)}
      onOpen={openPoint}
      source={reports > 0 ? words.panel.source(reports) : words.panel.noSource}
      legend={
        <>
          <div className="chips">
            <div className="seg" role="group" aria-label={say.axes}>
              {[false, true].map((own) => (
                <button key={String(own)} type="button" aria-pressed={ownAxes === own} onClick={() => change({ ownAxes: own })}>
                  {own ? say.chooseOwn : say.chooseShared}
                </button>
              ))}
            </div>
          </div>
          <FocusChips context={plain} />
        </>
      }
      note={notesOf(notesOnMultiples(rows, tables, context))}
      actions={<PanelActions indicator={indicator} dataset={dataset} title={title} isPublished={isPublished} />}
    />
  )
}

function notesOnMultiples(rows: readonly ComparedValue[], tables: readonly ComparedValue[], context: MultiplesContext): (string | null)[] {
  const { lang, indicator, agencies } = context
  const say = distributionWords[lang].multiples
  const scopes = new Set(tables.flatMap((row) => (row.value === null || row.scope === null ? [] : [row.scope])))
  return [
    ...formChangesOf(context)
      .filter((change) => !change.joins)
      .map((change) => say.breakNote(change.between.join('/'), change.why)),
    tables.some((row) => row.value === null) ? say.gapNote : null,
    tables.some((row) => isTooSmall(row, indicator)) ? say.smallNote(indicator.minSize ?? 0) : null,
    scopes.size > 1 ? say.scopesNote : null,
    agencies.length > mostPanels ? say.more(agencies.length - mostPanels) : null,
    rows.length > tables.length ? say.proseNote : null,
  ]
}
