import type { OpenDataset } from '../../dataset/openDataset.ts'
import { findRelation } from './relations.ts'
import type { PanelFile } from './panelFile.ts'

/** The rows of more indicators would be a dataset rather than a figure: the data page has that. */
const mostIndicators = 24

/** Can the question of these rows be asked for everything? Not where the page worked them out in a way of its own. */
export function canAskAll({ rows, ownIndicators }: PanelFile, { catalogue }: Pick<OpenDataset, 'catalogue'>): boolean {
  const ids = new Set(rows.map(({ indicator }) => indicator))
  const isKnown = (id: string): boolean => catalogue.indicators.some((indicator) => indicator.id === id)
  const isRelated = ownIndicators.every((own) => findRelation(own, catalogue) !== null)
  return ids.size > 0 && ids.size <= mostIndicators && isRelated && [...ids].every(isKnown)
}
