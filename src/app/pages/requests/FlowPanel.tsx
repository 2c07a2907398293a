import { useCallback, useMemo } from 'react'
import type { ChartPoint } from '../../../charts/chartContext.ts'
import { nameForm, nameState } from '../../../charts/figureText.ts'
import { describeFlow, flowChart, heightOfFlow, pointsOfFlow, tableOfFlow } from '../../../charts/flowChart.ts'
import { gatherFlow, type FlowNode, type RequestFlow } from '../../../charts/flowFigures.ts'
import { countNOfN, printNOfN } from '../../../charts/nOfN.ts'
import { nameAgency, type RequestContext } from '../../../charts/requestContext.ts'
import { printAmount, tableFormOf, totalOf, type Addable, type LeftReason } from '../../../charts/requestSums.ts'
import { askedBy } from '../../../indicators/requestFlow.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import type { GatheredReader } from '../../../questions/gatheredValues.ts'
import { gatherFigures } from '../../../questions/gatherFigures.ts'
import { formatNumber } from '../../../text/numbers.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { notesOf, Subtitle } from '../../FigurePanel.tsx'
import { Link } from '../../Link.tsx'
import { ChartPanel } from '../../Panel.tsx'

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
  const { said, words, catalogue, lang, agencies } = context
  const year = useMemo(() => chooseFlowYear(read, at, selection.years, catalogue), [read, at, selection.years, catalogue])
  const flow = useMemo(
    () => gatherFlow((indicator) => read(indicator).filter((row) => row.year === year), year, catalogue),
    [read, year, catalogue],
  )
  const draw = useCallback((width: number) => flowChart(flow, { ...context, width }), [flow, context])
  const height = useCallback((width: number) => heightOfFlow(flow, { ...context, width }), [flow, context])
  const points = useCallback((width: number) => pointsOfFlow(flow, { ...context, width }), [flow, context])
  const title = titleOfFlow(flow, context)
  const reports = flow.addable.agencies.length
  const applicant = catalogue.applicants.find(({ id }) => id === selection.applicant)
  const open = (point: ChartPoint): void => {
    if (point.report !== null) change({ page: 'report', report: point.report, cell: null })
    else {
      const place = pointsOfFlow(flow, context)[0]?.findIndex((one) => one.text === point.text) ?? -1
      const node = flow.nodes[place]
      if (node) change({ page: 'compare', indicators: [node.indicator.id], at: flow.year })
    }
  }
  if (flow.nodes.length === 0) return <NoFlow flow={flow} title={title} context={context} />
  const hasUnknown = flow.nodes.some((node) => totalOf(node.amount) === null)
  return (
    <ChartPanel
      title={title}
      subtitle={
        <Subtitle
          parts={[
            said.flowSub,
            ...(applicant && applicant.id !== 'total' ? [applicant.name[lang]] : []),
            who(flow, context),
            words.compare.yearIn(String(year)),
            nameForm(catalogue, flow.shape?.form ?? null, lang),
            flow.nodes[0]?.indicator.unitName[lang] ?? '',
          ]}
          n={
            agencies.length > 1
              ? said.bodiesOf(reports, agencies.length)
              : printNOfN(countNOfN(flow.nodes.flatMap(({ amount }) => amount.rows)), catalogue, lang, words)
          }
        />
      }
      chart="flow"
      question={gatherFigures.name}
      table={tableOfFlow(flow, title, context)}
      draw={draw}
      height={height}
      points={points}
      description={describeFlow(flow, context)}
      onOpen={open}
      source={reports > 0 ? words.panel.source(reports) : words.panel.noSource}
      note={notesOf([
        at === 'latest' && agencies.length > 1 ? said.flowYearNote(year, reports, agencies.length) : null,
        flow.addable.left.length > 0 ? tellLeft(flow.addable, context) : null,
        flow.shape?.out === null ? said.oldFormNote : null,
        hasUnknown ? said.unknownNote : null,
        flow.gaps.length > 0 ? <GapNote flow={flow} context={context} /> : null,
      ])}
      actions={<Link to={{ page: 'methods', indicators: [flow.nodes[0]?.indicator.id ?? ''] }}>{words.panel.definition}</Link>}
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
        <p>{tellLeft(flow.addable, context)}</p>
      </div>
    </section>
  )
}

/** Which sides differ, by whom, and where the checks of it are. */
function GapNote({ flow, context }: { readonly flow: RequestFlow; readonly context: RequestContext }) {
  const { said, words, lang } = context
  const bodies = [...new Map(flow.gaps.flatMap((gap) => gap.bodies.map((body) => [body.agency, body] as const))).values()]
  return (
    <>
      {said.gapNote}{' '}
      {bodies.map((body, index) => (
        <span key={body.agency}>
          {index > 0 ? words.and : ''}
          {body.report === null ? (
            nameAgency(body.agency, context)
          ) : (
            <Link to={{ page: 'report', report: body.report, cell: null }}>{nameAgency(body.agency, context)}</Link>
          )}{' '}
          {formatNumber(body.difference, lang)}
        </span>
      ))}
      {' · '}
      <Link to={{ page: 'checks' }}>{said.seeChecks}</Link>
    </>
  )
}

/** The year asked for; with each body's latest report, the year that most bodies have a table of, the later one of equals. */
function chooseFlowYear(
  read: GatheredReader,
  at: number | 'latest',
  [from, to]: readonly [number, number],
  catalogue: RequestContext['catalogue'],
): number {
  if (at !== 'latest') return at
  const received = askedBy(catalogue)
  const rows: readonly ComparedValue[] = received ? read(received).filter((row) => tableFormOf(row) !== null) : []
  const countOf = (year: number): number => rows.filter((row) => row.year === year).length
  const years = Array.from({ length: to - from + 1 }, (_, i) => to - i)
  return years.reduce((best, year) => (countOf(year) > countOf(best) ? year : best), to)
}

function who(flow: RequestFlow, context: RequestContext): string {
  const added = flow.addable.agencies
  const [only] = added.length > 0 ? added : context.agencies.map(({ id }) => id)
  const count = added.length > 0 ? added.length : context.agencies.length
  return count === 1 && only !== undefined ? nameAgency(only, context) : context.said.group(count)
}

/** What came in, what was answered and what was carried over; nothing received is said as such. */
function titleOfFlow(flow: RequestFlow, context: RequestContext): string {
  const { said, words } = context
  const year = words.compare.yearIn(String(flow.year))
  const [received, carriedIn] = flow.nodes.filter(({ kind }) => kind === 'in')
  if (!received) return said.flowTitleNone(who(flow, context), year)
  const isNone = [received, carriedIn].every((node) => node === undefined || totalOf(node.amount) === 0)
  if (isNone) return said.flowTitleEmpty(who(flow, context), year)
  const say = (node: FlowNode | undefined): string | null => (node ? printAmount(node.amount, context) : null)
  return said.flowTitle(
    who(flow, context),
    year,
    say(received) ?? '',
    say(carriedIn),
    say(flow.nodes.find(({ kind }) => kind === 'total')) ?? said.nothing,
    say(flow.nodes.find(({ kind }) => kind === 'out')),
  )
}

/** Who is not in the sums, by reason, the first names of each. */
function tellLeft({ left }: Addable, context: RequestContext): string {
  const { said, words, catalogue, lang } = context
  const nameReason = (why: LeftReason): string =>
    why === 'other_scope' ? said.otherScope : why === 'other_form' ? said.otherForm : nameState(catalogue, why, lang)
  const reasons = [...new Set(left.map(({ why }) => why))]
  const told = reasons.map((why) => {
    const names = left.filter((one) => one.why === why).map(({ agency }) => nameAgency(agency, context))
    return said.left(nameReason(why), names.slice(0, 6), names.length)
  })
  return `${said.leftOut}${lang === 'zh' ? '：' : ': '}${told.join(lang === 'zh' ? '；' : '; ')}${words.sentenceEnd}`
}
