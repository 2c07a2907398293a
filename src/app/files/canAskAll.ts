import type { OpenDataset } from '../../dataset/openDataset.ts'
import type { PanelFile } from './panelFile.ts'

/** Can the question of these rows be asked for everything? Not where the page itself worked them out. */
export const canAskAll = ({ rows, ownIndicators }: PanelFile, { catalogue }: OpenDataset): boolean =>
  rows.length > 0 &&
  ownIndicators.length === 0 &&
  [...new Set(rows.map(({ indicator }) => indicator))].every((id) => catalogue.indicators.some((indicator) => indicator.id === id))
