import { applicantByHeading, foldLabel } from '../forms/dialects.ts'
import type { Grid, GridCell, GridRow } from './document.ts'
import { isWholeLabel } from './labels.ts'

/**
 * A table on its side: the labels of the form stand beside each other in one row, and the figures of each below it. Table four, whose
 * names do so on the form, has only five different ones.
 */
export function isOnSide({ rows }: Grid): boolean {
  const across = Math.max(
    0,
    ...rows.map(({ cells }) => new Set(cells.filter(({ text }) => isWholeLabel(text)).map(({ text }) => foldLabel(text))).size),
  )
  const down = rows.filter(({ cells }) => cells.some(({ text }) => isWholeLabel(text))).length
  const known = rows.every(({ cells }) => cells.every(({ column }) => column !== null))
  const applicantsDown = new Set(rows.flatMap(({ cells }) => cells.slice(0, 2).flatMap(({ text }) => applicantByHeading(text) ?? []))).size
  return known && across >= 6 && across > down * 2 && (rows.length <= 6 || applicantsDown >= 4)
}

/** The same table with rows for columns. Every cell keeps its place in the file; a merged cell stands in its first row. */
export function turnGrid(grid: Grid): Grid {
  const width = Math.max(...grid.rows.map(({ cells }) => Math.max(0, ...cells.map(({ column, span }) => (column ?? 0) + span))))
  const rows = Array.from({ length: width }, (_, column): GridRow => {
    const cells = grid.rows.flatMap(({ cells: own }, row): readonly GridCell[] => {
      const cell = own.find((one) => one.column === column)
      return cell === undefined ? [] : [{ ...cell, column: row, span: 1 }]
    })
    return { cells, where: cells[0]?.where ?? grid.where }
  })
  return { ...grid, rows }
}
