import { figureOfFlow, sayLeft } from '../../charts/flowFigure.ts'
import { gatherFlow } from '../../charts/flowFigures.ts'
import { makeFunnel, sizeOfGroup } from '../../charts/funnelChart.ts'
import { figureOfFunnel } from '../../charts/funnelFigure.ts'
import type { RateContext } from '../../charts/intervalChart.ts'
import { sectionsShown } from '../../charts/mixChart.ts'
import type { MixSection } from '../../charts/mixFigures.ts'
import { figureOfRates } from '../../charts/rateFigure.ts'
import { fewestForFunnel, listRates } from '../../charts/rates.ts'
import { nameForm } from '../../charts/figureText.ts'
import { pickYear } from '../../charts/ranking.ts'
import type { RequestContext } from '../../charts/requestContext.ts'
import { figureOfRequestMix, readMix, type RequestMix } from '../../charts/requestMixFigure.ts'
import { applicantSections, chooseFlowYear, chooseMixRows, chooseRequestYear, pickGathered, sectionsOf } from '../../charts/requestView.ts'
import type { Catalogue } from '../../indicators/catalogue.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import {
  askedBy,
  disputeMixes,
  groundMixes,
  listRequestFigures,
  outcomeMixes,
  proportions,
  smallestBase,
} from '../../indicators/requestFlow.ts'
import { requestGathering } from '../../questions/defaultAnswers.ts'
import { readGathered, type GatheredReader } from '../../questions/gatheredValues.ts'
import { gatherFigures } from '../../questions/gatherFigures.ts'
import { requestsWords, type RequestsWords } from '../../text/requestsWords.ts'
import { asFigure, contextOf, showFigure, type AbsentFigure, type AskFigure, type FigureView, type ShownFigure } from './askedFigure.ts'
import { markKind, type LegendEntry } from './legendEntry.ts'

/** What every figure about requests is drawn from. */
interface RequestView {
  readonly view: FigureView
  readonly read: GatheredReader
  readonly at: number | 'latest'
  readonly context: RequestContext
}

type DrawRequests = (of: RequestView) => ShownFigure | AbsentFigure

/** One answer holds what every figure about requests takes; `asked` says whether the catalogue has what this one is of. */
const asksRequests =
  (draw: DrawRequests, asked: (catalogue: Catalogue) => boolean = () => true): AskFigure =>
  (view) => {
    const { catalogue } = view.dataset
    if (askedBy(catalogue) === null || !asked(catalogue)) return null
    const applicant = catalogue.applicants.find(({ id }) => id === view.selection.applicant && id !== 'total')?.id ?? null
    const { years, agencies, at: chosenAt, blanksAsZero } = view.selection
    const gathering = { ...requestGathering(catalogue, years, listRequestFigures(catalogue, applicant)), agencies }
    const named = catalogue.indicators.filter(({ role }) => role !== undefined)
    return asFigure(gatherFigures, gathering, named, (answered, look) => {
      const rows = pickGathered(answered, view.agencies, years)
      const read = readGathered(rows, gathering.figures, catalogue, { applicant, blanksAsZero })
      const at = chooseRequestYear(read, catalogue, { chosenAt, years, agencies: view.agencies.length })
      const { years: _, ...known } = contextOf(view, look)
      return draw({ view, read, at, context: { ...known, said: requestsWords[look.lang] } })
    })
  }

const drawFlow: DrawRequests = ({ view: { selection }, read, at, context }) => {
  const { catalogue, said } = context
  const year = chooseFlowYear(read, at, selection.years, catalogue)
  const flow = gatherFlow((indicator) => read(indicator).filter((row) => row.year === year), year, catalogue)
  const figure = figureOfFlow(flow, { at, applicant: selection.applicant }, context)
  const [first] = flow.nodes
  if (!first) return { absent: { title: figure.title, said: `${said.noFlowRows} ${sayLeft(flow.addable, context)}` } }
  return showFigure(figure, { indicator: first.indicator.id })
}

/** A whole and its kinds; null without any. */
interface ChosenMix {
  readonly sections: readonly MixSection[]
  readonly about?: string
}

/** The first of a list that the reader named, else the first. */
const chooseNamed = <Item>(items: readonly Item[], idOf: (item: Item) => string, named: readonly string[]): Item | undefined =>
  items.find((item) => named.includes(idOf(item))) ?? items[0]

const drawMix =
  (choose: (of: RequestView) => ChosenMix): DrawRequests =>
  (of) => {
    const { view, read, at, context } = of
    const { selection, agencies } = view
    const { catalogue, said } = context
    const { sections, about } = choose(of)
    const by = chooseMixRows(read, catalogue, selection.chart, agencies.length)
    const request = readMix(
      sections,
      { by, at, years: selection.years, minSize: smallestBase(catalogue), per: selection.per, about },
      context,
    )
    if (request === null) return { absent: { title: '', said: said.noFlowRows } }
    const states = request.mix.rows.flatMap((row) => (row.state === null ? [] : [row.state]))
    return showFigure(figureOfRequestMix(request, context), {
      legend: legendOfMix(request, context),
      states,
      indicator: request.whole.rows[0]?.indicator ?? '',
    })
  }

/** The kinds of each group of forms that is drawn, under the forms' names where there are several. */
function legendOfMix({ mix }: RequestMix, { catalogue, lang, words, palette }: RequestContext): readonly LegendEntry[] {
  const shown = sectionsShown(mix)
  return shown.flatMap(({ section: { forms, kinds }, places }) => [
    ...(shown.length > 1 ? [{ text: words.list(forms.map((form) => nameForm(catalogue, form, lang))), mark: null }] : []),
    ...kinds.map((kind, index) => ({ text: kind.name[lang], mark: markKind(places[index] ?? index, palette) })),
  ])
}

const chooseOutcomes = ({ read, context: { catalogue } }: RequestView): ChosenMix => ({
  sections: sectionsOf(outcomeMixes(catalogue), read),
})

const chooseGrounds = ({ view, read, context: { catalogue, said, lang } }: RequestView): ChosenMix => {
  const ground = chooseNamed(groundMixes(catalogue), ({ group }) => group.id, view.selection.indicators)
  return ground ? { sections: sectionsOf(ground.mixes, read), about: said.groundsOf(ground.group.name[lang]) } : { sections: [] }
}

const chooseApplicants = ({ read, context: { catalogue, said } }: RequestView): ChosenMix => ({
  sections: applicantSections(catalogue, read),
  about: said.applicantsAbout,
})

const chooseDispute = ({ view, read, context: { catalogue, said, lang } }: RequestView): ChosenMix => {
  const dispute = chooseNamed(disputeMixes(catalogue), ({ total }) => total.id, view.selection.indicators)
  return dispute
    ? { sections: sectionsOf(dispute.mixes, read), about: said.disputesAbout((dispute.total.shortName ?? dispute.total.name)[lang]) }
    : { sections: [] }
}

const drawRate =
  (draw: (of: RequestView, rate: Indicator, context: RateContext) => ShownFigure | AbsentFigure): DrawRequests =>
  (of) => {
    const { catalogue } = of.context
    const rate = chooseNamed(proportions(catalogue), ({ id }) => id, of.view.selection.indicators)
    if (!rate) throw new Error('the catalogue has no rate of requests')
    return draw(of, rate, { ...of.context, indicator: rate, withYear: of.at === 'latest' })
  }

const drawRates = drawRate(({ view, read, at }, rate, context) =>
  showFigure(figureOfRates(read(rate), { at, years: view.selection.years }, context), { indicator: rate.id }),
)

const drawFunnel = drawRate(({ read, at }, rate, context) => {
  const { main } = listRates(pickYear(read(rate), at), rate)
  const funnel = makeFunnel(main, context)
  return funnel === null
    ? sayTooFew(sizeOfGroup(main), context.said)
    : showFigure(figureOfFunnel(funnel, at, context), { indicator: rate.id })
})

const sayTooFew = (size: number, said: RequestsWords): AbsentFigure => ({
  absent: { title: said.funnelTitleFew(size, fewestForFunnel), said: said.funnelFew(size, fewestForFunnel) },
})

const hasRates = (catalogue: Catalogue): boolean => proportions(catalogue).length > 0

/** The figures about requests, by their ids in the address. */
export const requestFigures = {
  flow: asksRequests(drawFlow),
  outcomes: asksRequests(drawMix(chooseOutcomes), (catalogue) => outcomeMixes(catalogue).length > 0),
  grounds: asksRequests(drawMix(chooseGrounds), (catalogue) => groundMixes(catalogue).length > 0),
  applicants: asksRequests(drawMix(chooseApplicants)),
  disputes: asksRequests(drawMix(chooseDispute), (catalogue) => disputeMixes(catalogue).length > 0),
  rates: asksRequests(drawRates, hasRates),
  funnel: asksRequests(drawFunnel, hasRates),
} as const satisfies Readonly<Record<string, AskFigure>>
