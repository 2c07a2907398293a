import type { OpenDataset } from '../../../dataset/openDataset.ts'
import type { Selection } from '../../../selection.ts'
import type { EmbeddedView } from './drawEmbedded.ts'

/** What of a view stands only on the reader's machine. */
export interface OwnCount {
  readonly reports: number
  /** Bodies that were added here: their names alone are nobody else's to read. */
  readonly bodies: number
}

/**
 * Counts the reports and bodies of a view that were never published, those in colour among them. `isPackage`: the whole dataset was
 * opened on this machine.
 */
export function countOwn(
  { dataset, selection, agencies }: Pick<EmbeddedView, 'dataset' | 'selection' | 'agencies'>,
  isPackage: boolean,
): OwnCount {
  const [from, to] = selection.years
  const shown = listShown(selection, agencies)
  const reports = dataset.reports.filter(
    ({ agency, year, local }) => (isPackage || local === true) && shown.has(agency) && year >= from - 1 && year <= to,
  ).length
  const published = new Set(publishedOf(dataset).agencies.map(({ id }) => id))
  return { reports, bodies: [...shown].filter((id) => isPackage || !published.has(id)).length }
}

const listShown = ({ focus }: Pick<Selection, 'focus'>, agencies: EmbeddedView['agencies']): ReadonlySet<string> =>
  new Set([...agencies.map(({ id }) => id), ...(focus ?? [])])

/** The dataset as everybody else has it. */
export const publishedOf = (dataset: OpenDataset): OpenDataset => dataset.publishedUnder ?? dataset
