import type { ComparedValue } from '../../questions/comparedValue.ts'
import type { Atlas } from '../AtlasContext.ts'
import type { PanelFile } from './panelFile.ts'

/** How many reports behind a figure are kept on this machine alone. */
export function countLocal(
  { table }: Pick<PanelFile, 'table'>,
  rows: readonly ComparedValue[],
  { reportById }: Pick<Atlas, 'reportById'>,
): number {
  const ids = new Set([...rows, ...table.rows].flatMap(({ report }) => (report === null ? [] : [report])))
  return [...ids].filter((id) => reportById(id)?.local).length
}
