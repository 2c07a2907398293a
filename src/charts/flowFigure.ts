import { formatNumber } from '../text/numbers.ts'
import { punctuation } from '../text/punctuation.ts'
import type { Figure } from './figure.ts'
import { saySource } from './figureHead.ts'
import { nameForm, nameState } from './figureText.ts'
import { describeFlow, flowChart, heightOfFlow, pointsOfFlow, tableOfFlow } from './flowChart.ts'
import type { FlowNode, RequestFlow } from './flowFigures.ts'
import { countNOfN, printNOfN } from './nOfN.ts'
import { nameAgency, type RequestContext } from './requestContext.ts'
import { printAmount, totalOf, type Addable, type LeftReason } from './requestSums.ts'

/** What became of the requests of one year, for one body or for the chosen group. `at`: the year of lists that the reader sees. */
export function figureOfFlow(
  flow: RequestFlow,
  { at, applicant }: { readonly at: number | 'latest'; readonly applicant: string | null },
  context: RequestContext,
): Figure {
  const { said, words, catalogue, lang, agencies } = context
  const title = titleOfFlow(flow, context)
  const reports = flow.addable.agencies.length
  const rows = flow.nodes.flatMap(({ amount }) => amount.rows)
  const asking = catalogue.applicants.find(({ id }) => id === applicant && id !== 'total')
  return {
    chart: 'flow',
    question: 'gatherFigures',
    title,
    subtitle: [
      said.flowSub,
      ...(asking ? [asking.name[lang]] : []),
      nameBodies(flow, context),
      words.compare.yearIn(String(flow.year)),
      nameForm(catalogue, flow.shape?.form ?? null, lang),
      flow.nodes[0]?.indicator.unitName[lang] ?? '',
    ].filter(Boolean),
    n: agencies.length > 1 ? said.bodiesOf(reports, agencies.length) : printNOfN(countNOfN(rows), catalogue, lang, words),
    drawing: {
      draw: (width) => flowChart(flow, { ...context, width }),
      height: (width) => heightOfFlow(flow, { ...context, width }),
      points: (width) => pointsOfFlow(flow, { ...context, width }),
      description: describeFlow(flow, context),
    },
    table: tableOfFlow(flow, title, context),
    rows,
    notes: notesOnFlow(flow, at, context),
    source: saySource(reports, words),
  }
}

function notesOnFlow(flow: RequestFlow, at: number | 'latest', context: RequestContext): string[] {
  const { said, agencies } = context
  return [
    at === 'latest' && agencies.length > 1 ? said.flowYearNote(flow.year, flow.addable.agencies.length, agencies.length) : null,
    flow.addable.left.length > 0 ? sayLeft(flow.addable, context) : null,
    flow.shape?.out === null ? said.oldFormNote : null,
    flow.nodes.some((node) => totalOf(node.amount) === null) ? said.unknownNote : null,
    flow.gaps.length > 0 ? sayGaps(flow, context) : null,
  ].filter((note) => note !== null)
}

/** The bodies whose sides differ, each with the last difference that it has. */
export const bodiesWithGaps = ({ gaps }: RequestFlow): readonly RequestFlow['gaps'][number]['bodies'][number][] => [
  ...new Map(gaps.flatMap(({ bodies }) => bodies.map((body) => [body.agency, body] as const))).values(),
]

/** Which sides differ, and by whom. */
export function sayGaps(flow: RequestFlow, context: RequestContext): string {
  const { said, words, lang } = context
  const told = bodiesWithGaps(flow).map(({ agency, difference }) => `${nameAgency(agency, context)} ${formatNumber(difference, lang)}`)
  return `${said.gapNote} ${told.join(words.and)}`
}

function nameBodies({ addable }: RequestFlow, context: RequestContext): string {
  const added = addable.agencies
  const [only] = added.length > 0 ? added : context.agencies.map(({ id }) => id)
  const count = added.length > 0 ? added.length : context.agencies.length
  return count === 1 && only !== undefined ? nameAgency(only, context) : context.said.group(count)
}

/** What came in, what was answered and what was carried over; nothing received is said as such. */
function titleOfFlow(flow: RequestFlow, context: RequestContext): string {
  const { said, words } = context
  const who = nameBodies(flow, context)
  const year = words.compare.yearIn(String(flow.year))
  const [received, carriedIn] = flow.nodes.filter(({ kind }) => kind === 'in')
  if (!received) return said.flowTitleNone(who, year)
  const isNone = [received, carriedIn].every((node) => node === undefined || totalOf(node.amount) === 0)
  if (isNone) return said.flowTitleEmpty(who, year)
  const say = (node: FlowNode | undefined): string | null => (node ? printAmount(node.amount, context) : null)
  return said.flowTitle(
    who,
    year,
    say(received) ?? '',
    say(carriedIn),
    say(flow.nodes.find(({ kind }) => kind === 'total')) ?? said.nothing,
    say(flow.nodes.find(({ kind }) => kind === 'out')),
  )
}

/** Who is not in the sums, by reason, the first names of each. */
export function sayLeft({ left }: Addable, context: RequestContext): string {
  const { said, words, catalogue, lang } = context
  const nameReason = (why: LeftReason): string =>
    why === 'other_scope' ? said.otherScope : why === 'other_form' ? said.otherForm : nameState(catalogue, why, lang)
  const reasons = [...new Set(left.map(({ why }) => why))]
  const told = reasons.map((why) => {
    const names = left.filter((one) => one.why === why).map(({ agency }) => nameAgency(agency, context))
    return said.left(nameReason(why), names.slice(0, 6), names.length)
  })
  return `${said.leftOut}${punctuation[lang].colon}${told.join(punctuation[lang].semicolon)}${words.sentenceEnd}`
}
