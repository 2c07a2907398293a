import { useCallback, useMemo } from 'react'
import type { ChartContext } from '../../../charts/chartContext.ts'
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
import { isOfTables } from '../../../forms/states.ts'
import { indicatorById } from '../../../indicators/catalogue.ts'
import { listFigures } from '../../../questions/listFigures.ts'
import { formatYears } from '../../../text/numbers.ts'
import { punctuation } from '../../../text/punctuation.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { Link } from '../../Link.tsx'
import { ChartPanel } from '../../Panel.tsx'
import { IndicatorPicker } from '../../pickers/IndicatorPicker.tsx'
import { StateLegend } from '../../StateCell.tsx'
import type { AgencyView } from './useAgencyView.ts'

/** The chosen indicator of one agency over the years. */
export function IndicatorPanel({ view: { agency, values, mergers } }: { readonly view: AgencyView }) {
  const { dataset, selection, words, lang, palette, change } = useAtlas()
  const indicator = indicatorById(dataset.catalogue, selection.indicators[0] ?? '')
  const rows = useMemo(() => values.filter((row) => row.indicator === indicator.id), [values, indicator])
  const context: ChartContext = useMemo(
    () => ({
      catalogue: dataset.catalogue,
      indicator,
      agencies: [agency],
      focus: [agency.id],
      years: selection.years,
      lang,
      words,
      palette,
      width: 500,
      mergers: new Map([[agency.id, mergers]]),
    }),
    [dataset, indicator, agency, selection.years, lang, words, palette, mergers],
  )
  const draw = useCallback((width: number) => trendChart(rows, { ...context, width }), [rows, context])
  const height = useCallback((width: number) => heightOfTrend(rows, { ...context, width }), [rows, context])
  const points = useMemo(() => pointsOfTrend(rows, context), [rows, context])
  const tables = rows.filter(isOfTables)
  const n = countNOfN(tables)
  const states = [...new Set(tables.flatMap((row) => (row.value === null ? [row.state] : [])))]
  const title = `${agency.shortName}${punctuation[lang].colon}${indicator.name[lang]}`
  const changes = formChangesOf(context).filter((step) => !step.joins || isCrossed(step, rows, context))
  return (
    <ChartPanel
      title={title}
      subtitle={
        <>
          {formatYears(selection.years)} · {indicator.unitName[lang]} · <b>{printNOfN(n, dataset.catalogue, lang, words)}</b>
        </>
      }
      chart="trend"
      question={listFigures.name}
      table={tableOfTrend(rows, title, context)}
      rows={rows}
      draw={draw}
      height={height}
      points={points}
      description={describeTrend(rows, context)}
      onOpen={(point) => {
        if (point.report !== null) change({ page: 'report', report: point.report, cell: null })
      }}
      legend={
        <>
          <div className="chips">
            <IndicatorPicker />
          </div>
          {states.length === 0 ? null : <StateLegend states={states} grades={[]} ramp={false} />}
        </>
      }
      source={n.have > 0 ? words.panel.source(n.have) : words.panel.noSource}
      note={
        changes.length === 0
          ? undefined
          : changes.map((step) => (
              <p key={step.forms.join('-')}>
                {step.joins
                  ? words.compare.caveatNote(step.between[0], step.between[1], step.why)
                  : words.compare.breakNote(step.between[0], step.between[1], step.why)}
              </p>
            ))
      }
      actions={
        <>
          <Link to={{ page: 'compare', indicators: [indicator.id], agencies: null }}>{words.pages.compare}</Link>
          <Link to={{ page: 'methods', indicators: [indicator.id] }}>{words.panel.definition}</Link>
        </>
      }
    />
  )
}
