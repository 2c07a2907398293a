import { useCallback, useMemo } from 'react'
import { pathOf } from '../../../charts/agencyMatrix.ts'
import type { ChartPoint } from '../../../charts/chartContext.ts'
import { nameForm, nameState } from '../../../charts/figureText.ts'
import { countNOfN } from '../../../charts/nOfN.ts'
import {
  describeSpine,
  hasBox,
  heightOfSpine,
  pointsOfSpine,
  spineChart,
  tableOfSpine,
  titleOfSpine,
  type SpineContext,
} from '../../../charts/spineChart.ts'
import type { SpineRow } from '../../../charts/spine.ts'
import type { FigureState } from '../../../forms/states.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import { agencyWordsIn } from '../../../text/agencyWords.ts'
import { punctuation } from '../../../text/punctuation.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { Link } from '../../Link.tsx'
import { ChartPanel } from '../../Panel.tsx'
import { StateLegend } from '../../StateCell.tsx'
import type { AgencyView, PeersView } from './useAgencyView.ts'

/** The agency's figures of one year, each against the spread of its peers, with a small line over the years. */
export function SpinePanel({ view, among }: { readonly view: AgencyView; readonly among: PeersView }) {
  const { dataset, words, lang, palette, selection, change } = useAtlas()
  const own = agencyWordsIn(lang)
  const { agency, year, form, loaded, mergers } = view
  const { spine, peers, notInForm } = among
  const context: SpineContext = useMemo(
    () => ({ catalogue: dataset.catalogue, agency, year, years: selection.years, mergers, lang, words, palette, width: 640 }),
    [dataset, agency, year, selection.years, mergers, lang, words, palette],
  )
  const draw = useCallback((width: number) => spineChart(spine, { ...context, width }), [spine, context])
  const height = useCallback((width: number) => heightOfSpine(spine, { ...context, width }), [spine, context])
  const points = useMemo(() => pointsOfSpine(spine, context), [spine, context])
  const open = (point: ChartPoint): void => {
    const row = spine.find(({ indicator }) => indicator.id === point.y)
    if (row && row.own.report !== null) change({ page: 'report', report: row.own.report, cell: pathOf(row.indicator, row.own) })
  }
  const title = titleOfSpine(spine, context)
  const n = countNOfN(spine.map((row) => row.own))
  return (
    <ChartPanel
      title={title}
      subtitle={
        <>
          {own.spineSub(agency.shortName, peers.length)} ·{' '}
          <b>
            {[
              own.spineHave(n.have, n.of),
              ...n.reasons.map(({ state, count }) => words.nOfN.reason(nameState(dataset.catalogue, state, lang), count)),
            ].join(punctuation[lang].comma)}
          </b>
        </>
      }
      chart="spine"
      question={compareAgencies.name}
      table={tableOfSpine(spine, title, context)}
      rows={spine.flatMap(({ own: ours, prose, compared }) => [ours, ...(prose ? [prose] : []), ...compared])}
      draw={draw}
      height={height}
      points={points}
      description={describeSpine(spine, context)}
      onOpen={open}
      legend={<SpineLegend rows={spine} states={n.reasons.map(({ state }) => state)} lines={loaded.length > 1} />}
      note={notInForm > 0 && form !== null ? own.spineNotInForm(notInForm, nameForm(dataset.catalogue, form, lang)) : undefined}
      source={
        n.have > 0
          ? words.panel.source(new Set(spine.flatMap((row) => [row.own, ...row.compared].flatMap((one) => one.report ?? []))).size)
          : words.panel.noSource
      }
      actions={<Link to={{ page: 'methods' }}>{words.panel.definition}</Link>}
    />
  )
}

function SpineLegend({
  rows,
  states,
  lines,
}: {
  readonly rows: readonly SpineRow[]
  readonly states: readonly FigureState[]
  readonly lines: boolean
}) {
  const { dataset, lang, selection } = useAtlas()
  const own = agencyWordsIn(lang)
  const themes = dataset.catalogue.themes.filter(({ id }) =>
    dataset.catalogue.indicators.some(({ theme, type }) => theme === id && type !== 'text'),
  )
  return (
    <>
      <div className="legend spinelegend">
        <span>
          <i className="key mark" aria-hidden="true" />
          {own.legend.own}
        </span>
        <span>
          <i className="key range" aria-hidden="true" />
          {own.legend.range}
        </span>
        {rows.some(hasBox) ? (
          <>
            <span>
              <i className="key half" aria-hidden="true" />
              {own.legend.half}
            </span>
            <span>
              <i className="key median" aria-hidden="true" />
              {own.legend.median}
            </span>
          </>
        ) : null}
        {rows.every(hasBox) ? null : <span className="long">{own.legend.each}</span>}
        {lines ? <span className="long">{own.legend.line}</span> : null}
      </div>
      {states.length > 0 ? <StateLegend states={states} grades={[]} ramp={false} /> : null}
      <nav className="topics" aria-label={own.topics}>
        <Link to={{ topic: null }} current={selection.topic === null}>
          {own.mainTopic}
        </Link>
        {themes.map((theme) => (
          <Link key={theme.id} to={{ topic: theme.id }} current={selection.topic === theme.id}>
            {theme.name[lang]}
          </Link>
        ))}
      </nav>
    </>
  )
}
