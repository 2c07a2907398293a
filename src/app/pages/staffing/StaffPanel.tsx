import { useCallback, useMemo } from 'react'
import { nameUnit } from '../../../charts/figureText.ts'
import { printNOfN } from '../../../charts/nOfN.ts'
import {
  countStaff,
  describeStaff,
  heightOfStaff,
  pointsOfStaff,
  staffChart,
  tableOfStaff,
  titleOfStaff,
  type StaffContext,
} from '../../../charts/staffChart.ts'
import type { StaffLine, StaffList, StaffOrder } from '../../../charts/staffRows.ts'
import { tellFormulas } from '../../../indicators/formulaWords.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import { staffingWords } from '../../../text/staffingWords.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { notesOf, Subtitle } from '../../FigurePanel.tsx'
import { ChartPanel } from '../../Panel.tsx'
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
  const { change, selection } = useAtlas()
  const { catalogue, lang, words, indicator, indicators, at, agencies } = context
  const own = staffingWords[lang]
  const when = own.when(at)
  const title = titleOfStaff(list, when, order, context)
  const draw = useCallback((width: number) => staffChart(list, { ...context, width }), [list, context])
  const points = useMemo(() => pointsOfStaff(list, context), [list, context])
  const lines = [...list.groups.flat(), ...list.few, ...list.missing]
  const reports = lines.filter(({ row }) => row.report !== null).length
  const stacked = indicator === indicators.total
  const zeroed = lines.filter(({ row }) => row.state === 'blank' && row.value !== null).length
  const differing = lines.filter(({ standing }) => standing === 'differs').map(({ row }) => row)
  const formula = tellFormulas(indicator, catalogue, at === 'latest' ? selection.years : [at, at], lang)
  return (
    <ChartPanel
      title={title}
      subtitle={
        <Subtitle
          parts={[
            indicator.name[lang],
            ...(stacked ? [own.parts] : []),
            words.compare.agenciesOf(agencies.length),
            when,
            nameUnit(indicator, lang),
            words.evidence.letter('A', words.evidence.A),
          ]}
          n={printNOfN(countStaff(list), catalogue, lang, words)}
        />
      }
      chart="bar"
      question={compareAgencies.name}
      table={tableOfStaff(list, title, context)}
      rows={lines.flatMap(({ row, parts, prose }) => [row, ...parts, ...prose])}
      draw={draw}
      height={heightOfStaff(list, context)}
      points={points}
      description={describeStaff(list, when, order, context)}
      onOpen={(point) => {
        if (point.report !== null) change({ page: 'report', report: point.report, cell: null })
      }}
      source={reports > 0 ? words.panel.source(reports) : words.panel.noSource}
      legend={stacked ? <PartsLegend lines={lines} context={context} /> : undefined}
      note={
        <>
          <FindingLinks
            title={own.differTitle(differing.length)}
            places={differing}
            agencies={agencies}
            isAbout={(ids) => [indicators.total, ...indicators.parts].every(({ id }) => ids.has(id))}
          />
          {notesOf([
            stacked ? own.sumNote : null,
            indicator.kind === 'derived' ? own.loadNote : null,
            list.ranking.groups.length > 1 ? words.compare.groupApart : null,
            formula === null ? null : words.compare.formulaLine(formula),
            zeroed > 0 ? words.compare.blankAsZeroNote(zeroed) : null,
          ])}
        </>
      }
      actions={<PanelActions indicator={indicator} />}
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
