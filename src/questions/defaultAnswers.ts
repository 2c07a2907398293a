import type { Catalogue } from '../indicators/catalogue.ts'
import { listRequestFigures } from '../indicators/requestFlow.ts'
import { compareAgencies, type Comparison } from './compareAgencies.ts'
import { countValues, type ValueCount } from './countValues.ts'
import { coverReports } from './coverReports.ts'
import { gatherFigures, type Gathering } from './gatherFigures.ts'
import { listFigures } from './listFigures.ts'
import type { Params } from './question.ts'
import { readReport } from './readReport.ts'

type Years = readonly [from: number, to: number]

/** Ids of the indicators that the overview shows, in the order of their rank. */
export function overviewIndicators(catalogue: Catalogue): string[] {
  return catalogue.indicators
    .flatMap((indicator) => (indicator.role?.overview === undefined ? [] : [{ id: indicator.id, rank: indicator.role.overview }]))
    .sort((a, b) => a.rank - b.rank)
    .map(({ id }) => id)
}

/** What the overview compares when nothing was chosen. */
export const defaultComparison = (catalogue: Catalogue, years: Years, prose = false): Comparison => ({
  indicators: overviewIndicators(catalogue),
  agencies: null,
  years,
  applicant: null,
  prose,
  blanksAsZero: false,
})

/** What the compare page asks for one indicator when nothing else was chosen. */
export const indicatorComparison = (indicator: string, years: Years, prose = false): Comparison => ({
  indicators: [indicator],
  agencies: null,
  years,
  applicant: null,
  prose,
  blanksAsZero: false,
})

/** What the coverage matrix asks when nothing was chosen. */
export const defaultCoverage = (years: Years): { readonly agencies: null; readonly years: Years } => ({ agencies: null, years })

/** What the page about requests asks, of every agency; left alone, for all applicants together. */
export const requestGathering = (
  catalogue: Catalogue,
  years: Years,
  figures: readonly string[] = listRequestFigures(catalogue, null),
): Gathering => ({ figures, agencies: null, years })

/** A question with the params that a default view asks it with. */
export interface DefaultQuestion {
  readonly question: string
  readonly params: Params
}

/** What is published as answers beside a dataset: what each page asks before anything is chosen. */
export function listDefaultQuestions(
  catalogue: Catalogue,
  dataset: {
    /** First and last report year; null without reports. */
    readonly years: Years | null
    readonly agencies: readonly string[]
    readonly reports: readonly string[]
    readonly counts: readonly ValueCount[]
  },
): DefaultQuestion[] {
  const { years, agencies, reports, counts } = dataset
  const asked: DefaultQuestion[] = [{ question: countValues.name, params: {} }]
  if (years === null) return asked
  const requests = requestGathering(catalogue, years)
  if (requests.figures.length > 0) {
    // Those of one type of applicant for embeds, which have no engine.
    const types = catalogue.applicants.flatMap(({ id }) => (id === 'total' ? [] : [listRequestFigures(catalogue, id)]))
    const gatherings = [requests, ...types.map((figures) => requestGathering(catalogue, years, figures))]
    asked.push(...gatherings.map((params) => ({ question: gatherFigures.name, params })))
  }
  const withData = counts.filter((count) => count.withValue + count.withProse > 0)
  asked.push({ question: coverReports.name, params: defaultCoverage(years) })
  for (const prose of [false, true]) {
    if (overviewIndicators(catalogue).length > 0)
      asked.push({ question: compareAgencies.name, params: defaultComparison(catalogue, years, prose) })
    for (const { indicator } of withData)
      asked.push({ question: compareAgencies.name, params: indicatorComparison(indicator, years, prose) })
  }
  for (const agency of agencies) {
    asked.push({ question: listFigures.name, params: { agency } }, { question: coverReports.name, params: { agencies: [agency], years } })
  }
  asked.push(...reports.map((report) => ({ question: readReport.name, params: { report } })))
  return asked
}

/** Would the published answer repeat a file of the static API that gives the same rows as fast? Such answers are not published. */
export function repeatsFile({ question, params }: DefaultQuestion): boolean {
  if (question === readReport.name || question === listFigures.name) return true
  const { indicators, prose } = params
  return question === compareAgencies.name && prose === true && Array.isArray(indicators) && indicators.length === 1
}
