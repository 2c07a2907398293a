import { useMemo } from 'react'
import type { StaffContext } from '../../../charts/staffChart.ts'
import { differingOf, figureOfStaff, isStacked, sayDiffering } from '../../../charts/staffFigure.ts'
import { linesOf, type StaffLine, type StaffList, type StaffOrder } from '../../../charts/staffRows.ts'
import { staffingWords } from '../../../text/staffingWords.ts'
import { FigurePanel } from '../../FigurePanel.tsx'
import { SeriesSwatch } from '../../SeriesSwatch.tsx'
import { FindingLinks } from '../channels/FindingLinks.tsx'
import { PanelActions } from '../compare/panelParts.tsx'

/** Bodies in order of one figure; staff stacked of full and part time. */
export function StaffPanel({
  list,
  order,
  context,
}: {
  readonly list: StaffList
  readonly order: StaffOrder
  readonly context: StaffContext
}) {
  const figure = useMemo(() => figureOfStaff(list, order, context), [list, order, context])
  return (
    <FigurePanel
      figure={figure}
      embed={{ figure: 'staff', indicators: [context.indicator.id] }}
      legend={isStacked(context) ? <PartsLegend lines={linesOf(list)} context={context} /> : undefined}
      linked={new Map([[sayDiffering(list, context), <DifferingLinks key="differing" list={list} context={context} />]])}
      actions={<PanelActions indicator={context.indicator} />}
    />
  )
}

function DifferingLinks({ list, context: { indicators, agencies, lang } }: { readonly list: StaffList; readonly context: StaffContext }) {
  const differing = differingOf(list)
  return (
    <FindingLinks
      title={staffingWords[lang].differTitle(differing.length)}
      places={differing}
      agencies={agencies}
      isAbout={(ids) => [indicators.total, ...indicators.parts].every(({ id }) => ids.has(id))}
    />
  )
}

function PartsLegend({ lines, context: { indicators, lang } }: { readonly lines: readonly StaffLine[]; readonly context: StaffContext }) {
  const own = staffingWords[lang]
  return (
    <div className="legend">
      {indicators.parts.map((part, place) => (
        <span key={part.id}>
          <SeriesSwatch series={place} />
          {part.name[lang]}
        </span>
      ))}
      {lines.some(({ row, parts }) => row.value !== null && parts.some(({ value }) => value === null)) ? (
        <span>
          <SeriesSwatch series="unknown" />
          {own.unknownLegend}
        </span>
      ) : null}
      <span>
        <i className="tickmark" />
        {own.wholeLegend}
      </span>
    </div>
  )
}
