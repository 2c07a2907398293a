import { useCallback, useMemo } from 'react'
import type { ChartContext, ChartPoint } from '../../../charts/chartContext.ts'
import { nameState } from '../../../charts/figureText.ts'
import { countNOfN, printNOfN } from '../../../charts/nOfN.ts'
import {
  describeTrend,
  formChangesOf,
  heightOfTrend,
  isCrossed,
  pointsOfTrend,
  tableOfTrend,
  trendChart,
} from '../../../charts/trendChart.ts'
import { titleOfTrend } from '../../../charts/trendTitle.ts'
import { tellFormulas } from '../../../indicators/formulaWords.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import { formatYears } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { Link } from '../../Link.tsx'
import { ChartPanel } from '../../Panel.tsx'
import { StateCell } from '../../StateCell.tsx'
import { FocusChips, notesOf, PanelActions, Subtitle, unitOf } from './panelParts.tsx'

/** One indicator over the years: lines that stop where the forms stop being comparable. */
export function TrendPanel({
  rows,
  context,
  isPublished,
  openPoint,
}: {
  readonly rows: readonly ComparedValue[]
  readonly context: ChartContext
  /** Is there a file of the indicator, or does only the page work it out? */
  readonly isPublished: boolean
  readonly openPoint: (point: ChartPoint) => void
}) {
  const { words, lang, catalogue, indicator } = context
  const { dataset } = useAtlas()
  const tables = rows.filter((row) => row.evidence === null || row.evidence === 'A')
  const n = countNOfN(tables)
  const formula = tellFormulas(indicator, dataset.catalogue, context.years, lang)
  const title = titleOfTrend(rows, context)
  const draw = useCallback((width: number) => trendChart(rows, { ...context, width }), [rows, context])
  const points = useMemo(() => pointsOfTrend(rows, context), [rows, context])
  const changes = formChangesOf(context).filter((change) => !change.joins || isCrossed(change, tables, context))
  const composite =
    indicator.joinedBy === undefined ? undefined : catalogue.indicators.find((candidate) => candidate.id === indicator.joinedBy)
  const reports = new Set(rows.flatMap((row) => (row.report === null ? [] : [row.report]))).size
  const shownStates = [...new Set(tables.filter((row) => row.value === null && context.focus.includes(row.agency)).map((row) => row.state))]
  return (
    <ChartPanel
      title={title}
      subtitle={
        <Subtitle
          parts={[
            indicator.name[lang],
            words.compare.agenciesOf(context.agencies.length),
            formatYears(context.years),
            unitOf(indicator, lang),
            formula === null ? '' : words.compare.formulaLine(formula),
          ]}
          n={printNOfN(n, catalogue, lang, words)}
        />
      }
      chart="trend"
      question={compareAgencies.name}
      table={tableOfTrend(rows, title, context)}
      draw={draw}
      height={heightOfTrend(rows, context)}
      points={points}
      description={describeTrend(rows, context)}
      onOpen={openPoint}
      source={reports > 0 ? words.panel.source(reports) : words.panel.noSource}
      legend={
        <>
          <FocusChips context={context} />
          {shownStates.length > 0 ? (
            <div className="legend">
              {shownStates.map((state) => (
                <span key={state}>
                  <i className="legendcell">
                    <StateCell value={null} state={state} evidence={null} label={nameState(catalogue, state, lang)} />
                  </i>
                  {state === 'not_loaded' ? words.nOfN.notLoadedLong : nameState(catalogue, state, lang)}
                </span>
              ))}
            </div>
          ) : null}
        </>
      }
      note={notesOf([
        ...changes.map((change) =>
          change.joins
            ? words.compare.caveatNote(change.between[0], change.between[1], change.why)
            : words.compare.breakNote(change.between[0], change.between[1], change.why),
        ),
        composite && changes.some((change) => !change.joins) ? (
          <Link to={{ indicators: [composite.id] }}>{words.compare.seeComposite(composite.name[lang])}</Link>
        ) : null,
        rows.some((row) => row.evidence !== null && row.evidence !== 'A') ? words.compare.proseNote : null,
      ])}
      actions={<PanelActions indicator={indicator} dataset={dataset} title={title} isPublished={isPublished} />}
    />
  )
}
