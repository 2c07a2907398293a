import type { ApplicantId, TableFormId } from '../forms/form.ts'
import { indicatorById, tableForms, type Catalogue } from '../indicators/catalogue.ts'
import { mayJoin, stepBetween } from '../indicators/comparability.ts'
import { computeIndicator, type CellFigure } from '../indicators/computeIndicator.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { flowOn } from '../indicators/requestFlow.ts'
import type { ReportFigure } from '../questions/reportFigure.ts'
import { agencyWordsIn } from '../text/agencyWords.ts'
import type { Label, Lang } from '../text/label.ts'
import { formatNumber } from '../text/numbers.ts'
import { findCell, type ReportPlace } from './agencyMatrix.ts'
import { nameState } from './figureText.ts'

/** What a total is taken apart by: who asked, how it ended, or what came in less what was closed. */
export type ContributionKind = 'applicant' | 'outcome' | 'carry'

/** One part of a total in both years. `sign` −1: it is taken off the total. */
export interface ContributionPart {
  readonly key: string
  readonly name: Label
  readonly indicator: Indicator
  readonly applicant: ApplicantId | null
  readonly sign: 1 | -1
  readonly before: CellFigure
  readonly after: CellFigure
}

/** A part whose figures are known, and what it adds to the change of the total. */
export interface KnownPart extends ContributionPart {
  readonly from: number
  readonly to: number
  readonly adds: number
}

/** What can be said of the change of a total; why not, where it cannot be taken apart. */
export type ContributionResult =
  | { readonly status: 'whole'; readonly parts: readonly KnownPart[] }
  | { readonly status: 'unknown'; readonly unknown: readonly { readonly part: ContributionPart; readonly inYear: 'before' | 'after' }[] }
  | { readonly status: 'uneven'; readonly inYear: 'before' | 'after'; readonly sum: number; readonly total: number }
  /** The total itself cannot be set against the other year; nothing more is said. */
  | { readonly status: 'noTotal'; readonly inYear: 'before' | 'after' }
  | { readonly status: 'broken'; readonly what: 'total' | 'parts'; readonly why: Label }
  | { readonly status: 'scope' }
  | { readonly status: 'merged'; readonly year: number }

/** The change of one total between two years. */
export interface Contribution {
  readonly kind: ContributionKind
  readonly total: Indicator
  readonly before: CellFigure
  readonly after: CellFigure
  /** Why figures of both years are comparable only with a note. */
  readonly caveats: readonly Label[]
  readonly result: ContributionResult
}

/** Two reports of one agency, the earlier first, with every figure that they print. */
export interface TwoYears {
  readonly before: ReportPlace
  readonly after: ReportPlace
  readonly figures: readonly ReportFigure[]
  readonly catalogue: Catalogue
  readonly blanksAsZero: boolean
  /** First years that report on a body that was merged in. */
  readonly mergers: readonly number[]
}

/** So many unknown parts are named; of more the number is said. */
const mostNamed = 3

/** A total with the parts that one form gives it. */
interface Breakdown {
  readonly kind: ContributionKind
  readonly total: Indicator
  readonly parts: readonly Pick<ContributionPart, 'key' | 'name' | 'indicator' | 'applicant' | 'sign'>[]
}

/** The changes that the form of the later year lets one take apart. A year without a table has none. */
export function listContributions(years: TwoYears): Contribution[] {
  const form = tableFormOf(years.after)
  return form === null ? [] : breakdownsOn(form, years.catalogue).map((breakdown) => compareYears(breakdown, years))
}

function breakdownsOn(form: TableFormId, catalogue: Catalogue): Breakdown[] {
  const { ins, total, parts, out } = flowOn(form, catalogue)
  const partOf = (indicator: Indicator, sign: 1 | -1 = 1) => ({
    key: indicator.id,
    name: indicator.shortName ?? indicator.name,
    indicator,
    applicant: null,
    sign,
  })
  const received = ins.find((indicator) => indicator.byApplicant)
  const asksWho = form !== 'pre2019_table'
  return [
    ...(received && asksWho
      ? [
          {
            kind: 'applicant' as const,
            total: received,
            parts: catalogue.applicants
              .filter(({ id }) => id !== 'total')
              .map(({ id, name }) => ({ key: id, name, indicator: received, applicant: id, sign: 1 as const })),
          },
        ]
      : []),
    ...(total ? [{ kind: 'outcome' as const, total, parts: parts.map(({ indicator }) => partOf(indicator)) }] : []),
    ...(out && total ? [{ kind: 'carry' as const, total: out, parts: [...ins.map((one) => partOf(one)), partOf(total, -1)] }] : []),
  ]
}

function compareYears({ kind, total, parts }: Breakdown, years: TwoYears): Contribution {
  const figures = { before: figureIn(total, null, years.before, years), after: figureIn(total, null, years.after, years) }
  const known = parts.map((part) => ({
    ...part,
    before: figureIn(part.indicator, part.applicant, years.before, years),
    after: figureIn(part.indicator, part.applicant, years.after, years),
  }))
  const caveats = caveatsOf([total, ...parts.map((part) => part.indicator)], years)
  return { kind, total, ...figures, caveats, result: judge(total, figures, known, years) }
}

function judge(
  total: Indicator,
  { before, after }: { readonly before: CellFigure; readonly after: CellFigure },
  parts: readonly ContributionPart[],
  years: TwoYears,
): ContributionResult {
  const missing = before.value === null ? 'before' : after.value === null ? 'after' : null
  if (missing !== null || before.value === null || after.value === null) return { status: 'noTotal', inYear: missing ?? 'before' }
  if (years.before.scope !== years.after.scope) return { status: 'scope' }
  const merger = years.mergers.find((year) => year > years.before.year && year <= years.after.year)
  if (merger !== undefined) return { status: 'merged', year: merger }
  const broken = breakOf(total, years)
  if (broken) return { status: 'broken', what: 'total', why: broken }
  const partBroken = parts.flatMap((part) => breakOf(part.indicator, years) ?? [])[0]
  if (partBroken) return { status: 'broken', what: 'parts', why: partBroken }
  const unknown = parts.flatMap((part) =>
    (['before', 'after'] as const).flatMap((inYear) => (part[inYear].value === null ? [{ part, inYear }] : [])),
  )
  if (unknown.length > 0) return { status: 'unknown', unknown }
  const known = parts.flatMap((part): KnownPart[] => {
    const [from, to] = [part.before.value, part.after.value]
    return from === null || to === null ? [] : [{ ...part, from, to, adds: part.sign * (to - from) }]
  })
  for (const [inYear, whole] of [['before', before.value] as const, ['after', after.value] as const]) {
    const sum = known.reduce((so, part) => so + part.sign * (inYear === 'before' ? part.from : part.to), 0)
    if (sum !== whole) return { status: 'uneven', inYear, sum, total: whole }
  }
  return { status: 'whole', parts: [...known].sort((a, b) => b.adds - a.adds) }
}

const tableFormOf = ({ form }: ReportPlace): TableFormId | null => tableForms.find((candidate) => candidate === form) ?? null

/** Why figures of both years may not be set against each other; null where they may. */
function breakOf(indicator: Indicator, { before, after }: TwoYears): Label | null {
  const [from, to] = [tableFormOf(before), tableFormOf(after)]
  if (from === null || to === null || mayJoin(indicator, from, to)) return null
  return stepBetween(indicator, from, to).why
}

function caveatsOf(indicators: readonly Indicator[], { before, after }: TwoYears): Label[] {
  const [from, to] = [tableFormOf(before), tableFormOf(after)]
  if (from === null || to === null || from === to) return []
  const steps = indicators.map((indicator) => stepBetween(indicator, from, to)).filter((step) => step.class === 'caveat')
  return [...new Map(steps.map((step) => [step.why.zh, step.why])).values()]
}

function figureIn(indicator: Indicator, applicant: ApplicantId | null, place: ReportPlace, years: TwoYears): CellFigure {
  const { catalogue, blanksAsZero } = years
  const form = place.form
  if (form === null) return { value: null, state: 'not_loaded' }
  const own = years.figures.filter((figure) => figure.report === place.report)
  const { value, state } = computeIndicator(
    indicator,
    catalogue,
    { form, year: place.year },
    (id, asked) => findCell(indicatorById(catalogue, id), asked, form, place.year, own),
    { applicant, blanksAsZero },
  )
  return { value, state }
}

/** One thing that can be checked against the reports: a figure, a difference of two figures, or that figures did not change. */
export type Clause =
  | { readonly says: 'total'; readonly year: number; readonly value: number }
  | { readonly says: 'change'; readonly difference: number; readonly since: number }
  | { readonly says: 'part'; readonly part: KnownPart; readonly difference: number }
  | { readonly says: 'rest'; readonly count: number; readonly of: number }

/** The clauses of a change, the largest parts first; none where the total itself cannot be compared. */
export function listClauses({ before, after, result }: Contribution, [from, to]: readonly [number, number]): Clause[] {
  if (before.value === null || after.value === null || !isCompared(result)) return []
  const change = after.value - before.value
  const clauses: Clause[] = [
    { says: 'total', year: to, value: after.value },
    { says: 'change', difference: change, since: from },
  ]
  if (result.status !== 'whole') return clauses
  const moved = result.parts.filter((part) => part.to !== part.from).sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds))
  const still = result.parts.length - moved.length
  return [
    ...clauses,
    ...moved.map((part): Clause => ({ says: 'part', part, difference: part.to - part.from })),
    ...(still > 0 ? [{ says: 'rest' as const, count: still, of: result.parts.length }] : []),
  ]
}

/** May the totals of both years be set against each other? */
const isCompared = (result: ContributionResult): boolean =>
  ['whole', 'unknown', 'uneven'].includes(result.status) || (result.status === 'broken' && result.what === 'parts')

/** The change of a total alone, for a heading; null where the totals cannot be compared. */
export function sayChange(contribution: Contribution, years: readonly [number, number], lang: Lang): string | null {
  const head = sayHead(contribution, listClauses(contribution, years), lang)
  return head.length === 0 ? null : head.join(agencyWordsIn(lang).contribution.comma)
}

function sayHead({ total }: Contribution, clauses: readonly Clause[], lang: Lang): readonly string[] {
  const words = agencyWordsIn(lang).contribution
  const quantity = (value: number): string => words.quantity(formatNumber(value, lang), total.unitName[lang])
  return clauses.flatMap((clause) => {
    if (clause.says === 'total') return [words.total(clause.year, (total.shortName ?? total.name)[lang], quantity(clause.value))]
    if (clause.says !== 'change') return []
    if (clause.difference === 0) return [words.same(clause.since)]
    return [(clause.difference > 0 ? words.more : words.less)(clause.since, quantity(Math.abs(clause.difference)))]
  })
}

/** What changed, in one sentence of such clauses; or why nothing is said. */
export function sayContribution(contribution: Contribution, years: readonly [number, number], catalogue: Catalogue, lang: Lang): string {
  const words = agencyWordsIn(lang).contribution
  const clauses = listClauses(contribution, years)
  if (clauses.length === 0) return sayWhyNot(contribution, years, catalogue, lang)
  const unit = contribution.total.unitName[lang]
  const quantity = (value: number): string => words.quantity(formatNumber(value, lang), unit)
  const parts = clauses.flatMap((clause) => {
    if (clause.says === 'rest') return [clause.count === clause.of ? words.all(clause.of) : words.rest(clause.count)]
    if (clause.says !== 'part') return []
    const partName = clause.part.sign < 0 ? words.taken(inSentence(clause.part.name, lang)) : inSentence(clause.part.name, lang)
    return [(clause.difference > 0 ? words.partMore : words.partLess)(partName, quantity(Math.abs(clause.difference)))]
  })
  const why = sayWhyNot(contribution, years, catalogue, lang)
  const among = clauses.some((clause) => clause.says === 'part') ? words.among : ''
  const tail = parts.length > 0 ? `${words.join}${among}${parts.join(words.comma)}` : why === '' ? '' : `${words.join}${why}`
  return `${sayHead(contribution, clauses, lang).join(words.comma)}${tail}${words.stop}`
}

/** A name inside a sentence: in English it begins with a small letter. */
const inSentence = (name: Label, lang: Lang): string => (lang === 'zh' ? name.zh : name.en.slice(0, 1).toLowerCase() + name.en.slice(1))

function sayWhyNot(
  { total, before, after, result }: Contribution,
  [from, to]: readonly [number, number],
  catalogue: Catalogue,
  lang: Lang,
): string {
  const words = agencyWordsIn(lang).contribution
  const name = (total.shortName ?? total.name)[lang]
  const yearOf = (inYear: 'before' | 'after'): number => (inYear === 'before' ? from : to)
  switch (result.status) {
    case 'whole':
      return ''
    case 'noTotal':
      return (
        words.noTotal(name, yearOf(result.inYear), nameState(catalogue, (result.inYear === 'before' ? before : after).state, lang)) +
        words.stop
      )
    case 'broken':
      return result.what === 'total' ? words.broken(name, from, to, result.why[lang]) : words.partsBroken(from, to)
    case 'scope':
      return words.scope(name, from, to) + words.stop
    case 'merged':
      return words.merged(name, result.year) + words.stop
    case 'uneven':
      return words.uneven(yearOf(result.inYear), formatNumber(result.sum, lang), formatNumber(result.total, lang))
    case 'unknown':
      return sayUnknown(result.unknown, yearOf, catalogue, lang)
  }
}

/** The parts without a figure, each named once with the years and states that it lacks one in. */
function sayUnknown(
  unknown: Extract<ContributionResult, { status: 'unknown' }>['unknown'],
  yearOf: (inYear: 'before' | 'after') => number,
  catalogue: Catalogue,
  lang: Lang,
): string {
  const words = agencyWordsIn(lang).contribution
  const parts = [...new Set(unknown.map(({ part }) => part))]
  const named = parts.slice(0, mostNamed).map((part) => {
    const own = unknown.filter((one) => one.part === part).map(({ inYear }) => ({ year: yearOf(inYear), state: part[inYear].state }))
    const states = [...new Set(own.map(({ state }) => state))]
    const said = states.map((state) =>
      words.unknownYears(
        own.filter((one) => one.state === state).map(({ year }) => year),
        nameState(catalogue, state, lang),
      ),
    )
    return words.unknownPart(part.name[lang], said)
  })
  return words.unknown(named, parts.length)
}
