import type { OpenDataset } from '../../dataset/openDataset.ts'
import type { PanelFile } from './panelFile.ts'

/** The rows of more indicators would be a dataset rather than a figure: the data page has that. */
const mostIndicators = 24

/** Can the question of these rows be asked for everything? Not where the page itself worked them out. */
export function canAskAll({ rows, ownIndicators }: PanelFile, { catalogue }: OpenDataset): boolean {
  const ids = new Set(rows.map(({ indicator }) => indicator))
  const isKnown = (id: string): boolean => catalogue.indicators.some((indicator) => indicator.id === id)
  return ids.size > 0 && ids.size <= mostIndicators && ownIndicators.length === 0 && [...ids].every(isKnown)
}
