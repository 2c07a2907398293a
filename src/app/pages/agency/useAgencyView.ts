import { useMemo } from 'react'
import { listCandidates, mergersInto, relatePeer, suggestPeers, type Peer, type PeerSuggestion } from '../../../agencies/peers.ts'
import type { Agency } from '../../../agencies.ts'
import { compareOwnFigures, indicatorsOfMatrix } from '../../../charts/agencyMatrix.ts'
import { listSpine, type SpineRow } from '../../../charts/spine.ts'
import type { OpenDataset } from '../../../dataset/openDataset.ts'
import type { FormId } from '../../../forms/form.ts'
import { indicatorById, tableForms, type Catalogue } from '../../../indicators/catalogue.ts'
import type { Indicator } from '../../../indicators/indicator.ts'
import { compareAgencies } from '../../../questions/compareAgencies.ts'
import type { ComparedValue } from '../../../questions/comparedValue.ts'
import type { CoveredReport } from '../../../questions/coverReports.ts'
import { defaultComparison, overviewIndicators } from '../../../questions/defaultAnswers.ts'
import { listFigures } from '../../../questions/listFigures.ts'
import type { ReportFigure } from '../../../questions/reportFigure.ts'
import type { Selection } from '../../../selection.ts'
import { useAtlas } from '../../AtlasContext.ts'
import { useAnswer, type Answer } from '../../useAnswer.ts'
import { coverOwnReports } from './ownReports.ts'

/** The nearest bodies that are asked for beside the agency; in smaller datasets all are. */
const mostCandidates = 60

/** Everything that the page of one agency shows, from two answers: the figures of its reports, and those of the bodies around it. */
export interface AgencyView {
  readonly agency: Agency
  readonly covered: readonly CoveredReport[]
  readonly figures: readonly ReportFigure[]
  /** What its figures say of every indicator and year, over the span. */
  readonly values: readonly ComparedValue[]
  readonly indicators: readonly Indicator[]
  /** The years of the span with a report. */
  readonly loaded: readonly number[]
  /** The year that is compared, and the form of its report; null without one. */
  readonly year: number
  readonly form: FormId | null
  /** First years that report on a body that was merged in. */
  readonly mergers: readonly number[]
}

/** The agency among its peers. */
export interface PeersView {
  readonly spine: readonly SpineRow[]
  /** Indicators that the form of the year has no row for. */
  readonly notInForm: number
  readonly suggestion: PeerSuggestion
  readonly peers: readonly Peer[]
  /** Did the reader choose them? */
  readonly chosen: boolean
  /** The figure that size is judged by; null where the catalogue names none. */
  readonly sizeIndicator: Indicator | null
}

/** The figure that a body's size is judged by: the requests that it received. */
export const sizeIndicatorOf = (catalogue: Catalogue): Indicator | null =>
  catalogue.indicators.find((indicator) => indicator.role?.flow === 'in' && indicator.role.headline !== undefined) ?? null

/** So many rows of one theme are compared at once: more make a statement that is too long, and a list that nobody reads. */
const mostOfTheme = 24

/**
 * Indicators of the spine: those of the overview by rank; or those of a theme that the form asks for, the overview's first, then totals,
 * then rates. Members of families are shares of these and stand on their own pages.
 */
function spineIndicators(catalogue: Catalogue, topic: string | null, form: FormId | null): readonly Indicator[] {
  if (topic === null) return overviewIndicators(catalogue).map((id) => indicatorById(catalogue, id))
  const tableForm = tableForms.find((candidate) => candidate === form)
  const rankOf = ({ role, kind }: Indicator): number =>
    role?.overview ?? (role?.flow === 'total' || role?.flow === 'group' ? 1_000 : kind === 'derived' ? 2_000 : 3_000)
  return catalogue.indicators
    .filter(({ theme, type, family }) => theme === topic && type !== 'text' && family === undefined)
    .filter(({ from }) => tableForm === undefined || from[tableForm] !== undefined)
    .sort((one, other) => rankOf(one) - rankOf(other))
    .slice(0, mostOfTheme)
}

/** The years of the span with a report of the agency, the year that is compared, and the form of its report. */
function yearsOf(agency: Agency | undefined, { reports }: OpenDataset, { years, at }: Pick<Selection, 'years' | 'at'>) {
  const own = reports.filter((entry) => entry.agency === agency?.id && entry.year >= years[0] && entry.year <= years[1])
  const loaded = [...new Set(own.map((entry) => entry.year))].sort((a, b) => a - b)
  const inSpan = typeof at === 'number' && at >= years[0] && at <= years[1]
  const year = inSpan ? at : (loaded.at(-1) ?? years[1])
  const versions = own.filter((entry) => entry.year === year).sort((a, b) => b.version - a.version)
  return { loaded, year, form: versions[0]?.form ?? null }
}

/** Which bodies are asked for; null: all of the dataset, as the overview asks. */
export function listAsked(agency: Agency, dataset: OpenDataset, selection: Selection): readonly string[] | null {
  if (dataset.agencies.length <= mostCandidates) return null
  const candidates = listCandidates(agency, dataset.agencies, mostCandidates).map(({ id }) => id)
  return [...new Set([agency.id, ...candidates, ...(selection.peers ?? [])])].sort()
}

/** Asks for what the page needs. `rows` of the comparison stay while the next ones are on their way. */
export function useAgencyAnswers(agency: Agency | undefined): {
  readonly figures: Answer<ReportFigure>
  readonly comparison: Answer<ComparedValue>
} {
  const { dataset, selection } = useAtlas()
  const { catalogue } = dataset
  const size = sizeIndicatorOf(catalogue)
  const { form } = yearsOf(agency, dataset, selection)
  const wanted = spineIndicators(catalogue, selection.topic, form).map(({ id }) => id)
  const indicators = [...new Set([...wanted, ...(size ? [size.id] : [])])]
  const figures = useAnswer(listFigures, { agency: agency?.id ?? '' })
  const comparison = useAnswer(compareAgencies, {
    ...defaultComparison(catalogue, selection.years, selection.prose),
    indicators,
    agencies: agency ? listAsked(agency, dataset, selection) : [],
    blanksAsZero: selection.blanksAsZero,
  })
  return { figures, comparison }
}

/** What the agency's own reports say; undefined until they are read. */
export function useAgencyView(agency: Agency | undefined, figures: readonly ReportFigure[] | undefined): AgencyView | undefined {
  const { dataset, selection } = useAtlas()
  const { years, at, prose, blanksAsZero, indicators: chosen } = selection
  return useMemo(() => {
    if (!agency || !figures) return undefined
    const own = figures.filter((figure) => figure.agency === agency.id)
    const covered = coverOwnReports(agency, years, dataset.reports, own, dataset.catalogue)
    const matrix = indicatorsOfMatrix(dataset.catalogue)
    const trend = chosen.slice(0, 1).map((id) => indicatorById(dataset.catalogue, id))
    const wanted = [...matrix, ...trend.filter((indicator) => !matrix.includes(indicator))]
    return {
      ...yearsOf(agency, dataset, { years, at }),
      agency,
      covered,
      figures: own,
      values: compareOwnFigures(own, covered, wanted, { catalogue: dataset.catalogue, prose, blanksAsZero }),
      indicators: matrix,
      mergers: mergersInto(agency, dataset.agencies).map((merger) => merger.year),
    }
  }, [agency, figures, dataset, years, at, prose, blanksAsZero, chosen])
}

/** The agency among its peers in the year shown; undefined until their figures are read. */
export function usePeersView(view: AgencyView | undefined, rows: readonly ComparedValue[] | undefined): PeersView | undefined {
  const { dataset, selection, agencyById } = useAtlas()
  const { peers: chosen, topic } = selection
  return useMemo(() => {
    if (!view || !rows?.some((row) => row.agency === view.agency.id)) return undefined
    const { agency, year } = view
    const indicators = spineIndicators(dataset.catalogue, topic, view.form)
    // Until the answer for another theme is there, the rows are those of the one before.
    const answered = new Set(rows.map((row) => row.indicator))
    if (!indicators.every(({ id }) => answered.has(id))) return undefined
    const sizeIndicator = sizeIndicatorOf(dataset.catalogue)
    const facts = factsOf(rows, dataset, sizeIndicator, year)
    const suggestion = suggestPeers(agency, dataset.agencies, facts)
    const added = (chosen ?? []).flatMap((id) => agencyById(id) ?? []).filter((other) => other.id !== agency.id)
    const peers = chosen === null ? suggestion.peers : added.map((other) => relatePeer(agency, other, facts.sizeOf))
    const spine = listSpine(rows, { indicators, agency: agency.id, peers: peers.map((peer) => peer.agency.id), year })
    const own = rows.filter((row) => row.agency === agency.id && row.year === year && row.state === 'not_in_form')
    const notInForm = own.filter((row) => indicators.some((indicator) => indicator.id === row.indicator)).length
    return { spine, notInForm, suggestion, peers, chosen: chosen !== null, sizeIndicator }
  }, [view, rows, dataset, chosen, topic, agencyById])
}

/** What peers are suggested by. */
export function factsOf(rows: readonly ComparedValue[], { reports }: OpenDataset, size: Indicator | null, year: number) {
  const sizes = new Map(
    rows
      .filter((row) => row.indicator === size?.id && row.year === year && row.evidence === 'A')
      .map((row) => [row.agency, row.value] as const),
  )
  const scopes = new Map<string, string>()
  for (const entry of [...reports].sort((a, b) => Math.abs(b.year - year) - Math.abs(a.year - year) || a.version - b.version))
    scopes.set(entry.agency, entry.scope)
  return {
    year,
    sizeOf: (id: string): number | null => sizes.get(id) ?? null,
    scopeOf: (id: string): string | null => scopes.get(id) ?? null,
  }
}
