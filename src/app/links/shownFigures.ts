import { notifyManager, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { OpenDataset } from '../../dataset/openDataset.ts'
import type { ComparedValue } from '../../questions/comparedValue.ts'
import { compareAgencies } from '../../questions/compareAgencies.ts'
import { gatherFigures, type GatheredFigures } from '../../questions/gatherFigures.ts'
import { listFigures } from '../../questions/listFigures.ts'
import { readReport } from '../../questions/readReport.ts'
import type { ReportFigure } from '../../questions/reportFigure.ts'
import { useAtlas } from '../AtlasContext.ts'

/** A figure that the page shows. */
export interface ShownFigure extends Omit<ComparedValue, 'form' | 'scope'> {
  /** Is it what the data say, rather than a rate that counts blanks as 0? */
  readonly isPublished: boolean
}

/** An answer that a page holds at the moment. */
interface HeldAnswer {
  readonly question: string
  readonly params: unknown
  readonly rows: unknown
}

/** Every figure that the page shows just now, each once, and again whenever the page asks something else. */
export function useShownFigures(): readonly ShownFigure[] {
  const client = useQueryClient()
  const { dataset } = useAtlas()
  const subscribe = useCallback((listener: () => void) => client.getQueryCache().subscribe(notifyManager.batchCalls(listener)), [client])
  const held = useSyncExternalStore(subscribe, () => nameAnswers(client, dataset))
  return useMemo(() => (held === '' ? [] : findShownFigures(client, dataset)), [client, dataset, held])
}

/** Every figure that the page shows just now, each once. */
export const findShownFigures = (client: QueryClient, dataset: OpenDataset): readonly ShownFigure[] =>
  collectFigures(
    answersHeld(client, dataset).map(({ queryKey: [, question, params], state: { data } }) => ({
      question: String(question),
      params,
      rows: data,
    })),
    dataset,
  )

const answersHeld = (client: QueryClient, dataset: OpenDataset) =>
  client
    .getQueryCache()
    .findAll({ type: 'active', queryKey: [dataset.manifest.dataSha256], predicate: ({ state }) => state.data !== undefined })

const nameAnswers = (client: QueryClient, dataset: OpenDataset): string =>
  answersHeld(client, dataset)
    .map(({ queryHash, state }) => `${queryHash} ${state.dataUpdatedAt}`)
    .join('\n')

/** The figures of answers; one that stands in several of them comes once. Reports that a later version replaced are left out. */
export function collectFigures(
  answers: readonly HeldAnswer[],
  { catalogue, reports }: Pick<OpenDataset, 'catalogue' | 'reports'>,
): readonly ShownFigure[] {
  const indicators = new Map(catalogue.indicators.map((indicator) => [indicator.id, indicator]))
  const last = new Map<string, number>()
  for (const { agency, year, version } of reports) {
    const place = `${agency} ${year}`
    last.set(place, Math.max(version, last.get(place) ?? version))
  }
  const replaced = new Set(
    reports.filter(({ agency, year, version }) => last.get(`${agency} ${year}`) !== version).map(({ report }) => report),
  )
  const figures = new Map<string, ShownFigure>()
  const add = (row: Omit<ShownFigure, 'isPublished'>, countsBlanks: boolean): void => {
    const indicator = indicators.get(row.indicator)
    if (!indicator || indicator.type === 'text' || (row.report !== null && replaced.has(row.report))) return
    // A blank that is counted as 0 is still a blank.
    const value = row.state === 'blank' ? null : row.value
    const key = nameFigure(row)
    if (!figures.has(key)) figures.set(key, { ...row, value, isPublished: !countsBlanks || indicator.kind === 'reported' })
  }
  for (const { question, params, rows } of answers) {
    if (question === compareAgencies.name) {
      const countsBlanks = paramOf(params, 'blanksAsZero') === true
      for (const row of rows as readonly ComparedValue[]) add(row, countsBlanks)
    } else if (question === gatherFigures.name) {
      const named = (paramOf(params, 'figures') as readonly string[]).map((figure) => figure.split('@'))
      for (const row of rows as readonly GatheredFigures[]) {
        for (const [place, [id = '', type = null]] of named.entries()) {
          // No cell of this form prints it: the page may work it out from others.
          if (row.figures[place] === 'not_in_form') continue
          const applicant = (indicators.get(id)?.byApplicant ? (type ?? 'total') : null) as ComparedValue['applicant']
          add(gathered(row, id, applicant, row.figures[place]), false)
        }
      }
    } else if (question === readReport.name || question === listFigures.name) {
      for (const { indicator, ...row } of rows as readonly ReportFigure[])
        if (indicator !== null) add({ ...row, indicator, n: null }, false)
    }
  }
  return [...figures.values()]
}

/** The same figure always has the same name: figures of the tables one without a grade. */
export const nameFigure = ({
  indicator,
  applicant,
  agency,
  year,
  evidence,
}: Pick<ShownFigure, 'indicator' | 'applicant' | 'agency' | 'year' | 'evidence'>): string =>
  `${indicator} ${applicant ?? ''} ${agency} ${year} ${evidence === null || evidence === 'A' ? '' : evidence}`

const paramOf = (params: unknown, name: string): unknown =>
  typeof params === 'object' && params !== null ? Reflect.get(params, name) : undefined

function gathered(
  { agency, year, report }: GatheredFigures,
  indicator: string,
  applicant: ComparedValue['applicant'],
  found: GatheredFigures['figures'][number] | undefined,
): Omit<ShownFigure, 'isPublished'> {
  const place = { indicator, applicant, agency, year, report, qualifier: null, n: null }
  if (typeof found === 'number') return { ...place, value: found, state: 'value', evidence: 'A' }
  return { ...place, value: null, state: found ?? 'not_loaded', evidence: null }
}
