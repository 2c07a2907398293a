import { useMemo } from 'react'
import type { ChartPoint } from '../../../charts/chartContext.ts'
import { pointsOfFlow } from '../../../charts/flowChart.ts'
import { bodiesWithGaps, figureOfFlow, sayGaps, sayLeft } from '../../../charts/flowFigure.ts'
import { gatherFlow, type RequestFlow } from '../../../charts/flowFigures.ts'
import { nameAgency, type RequestContext } from '../../../charts/requestContext.ts'
import { chooseFlowYear } from '../../../charts/requestView.ts'
import type { GatheredReader } from '../../../questions/gatheredValues.ts'
import { formatNumber } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { FigurePanel } from '../../FigurePanel.tsx'
import { Link } from '../../Link.tsx'

/** What became of the requests of one year, for one body or for the chosen group. */
export function FlowPanel({
  read,
  at,
  context,
}: {
  readonly read: GatheredReader
  readonly at: number | 'latest'
  readonly context: RequestContext
}) {
  const { selection, change } = useAtlas()
  const { catalogue } = context
  const year = useMemo(() => chooseFlowYear(read, at, selection.years, catalogue), [read, at, selection.years, catalogue])
  const flow = useMemo(
    () => gatherFlow((indicator) => read(indicator).filter((row) => row.year === year), year, catalogue),
    [read, year, catalogue],
  )
  const { applicant } = selection
  const figure = useMemo(() => figureOfFlow(flow, { at, applicant }, context), [flow, at, applicant, context])
  const open = (point: ChartPoint): void => {
    if (point.report !== null) change({ page: 'report', report: point.report, cell: null })
    else {
      const place = pointsOfFlow(flow, context)[0]?.findIndex((one) => one.text === point.text) ?? -1
      const node = flow.nodes[place]
      if (node) change({ page: 'compare', indicators: [node.indicator.id], at: flow.year })
    }
  }
  const [first] = flow.nodes
  if (!first) return <NoFlow flow={flow} title={figure.title} context={context} />
  return (
    <FigurePanel
      figure={figure}
      embed={{ figure: 'flow' }}
      openPoint={open}
      linked={new Map([[sayGaps(flow, context), <GapNote key="gaps" flow={flow} context={context} />]])}
      actions={<Link to={{ page: 'methods', indicators: [first.indicator.id] }}>{context.words.panel.definition}</Link>}
    />
  )
}

function NoFlow({ flow, title, context }: { readonly flow: RequestFlow; readonly title: string; readonly context: RequestContext }) {
  const { said } = context
  return (
    <section className="panel" aria-label={title}>
      <div className="panelhead">
        <h2>{title}</h2>
      </div>
      <div className="body empty">
        <p>{said.noFlowRows}</p>
        <p>{sayLeft(flow.addable, context)}</p>
      </div>
    </section>
  )
}

/** Which sides differ, by whom, and where the checks of it are. */
function GapNote({ flow, context }: { readonly flow: RequestFlow; readonly context: RequestContext }) {
  const { said, words, lang } = context
  return (
    <>
      {said.gapNote}{' '}
      {bodiesWithGaps(flow).map((body, index) => (
        <span key={body.agency}>
          {index > 0 ? words.and : ''}
          {body.report === null ? (
            nameAgency(body.agency, context)
          ) : (
            <Link to={{ page: 'report', report: body.report, cell: null }}>{nameAgency(body.agency, context)}</Link>
          )}{' '}
          {formatNumber(body.difference, lang).replace('-', '−')}
        </span>
      ))}
      {' · '}
      <Link to={{ page: 'checks' }}>{said.seeChecks}</Link>
    </>
  )
}
