import { useEffect, type KeyboardEvent, type RefObject } from 'react'
import { moveInGrid, restGrid } from './rovingGrid.ts'

/**
 * Makes a table one stop of the Tab key, in which the arrow keys move from cell to cell: missing figures are stops like the others.
 * Gives what the table does with a key. `showTable` is called for T.
 */
export function useRovingGrid(
  table: RefObject<HTMLTableElement | null>,
  showTable: (() => void) | undefined,
): (event: KeyboardEvent<HTMLTableElement>) => void {
  // After every drawing: cells come and go with the selection, and exactly one of them must be reached with Tab.
  useEffect(() => {
    if (table.current) restGrid(table.current)
  })
  return (event) => {
    if (!table.current || event.ctrlKey || event.metaKey || event.altKey) return
    if ((event.key === 't' || event.key === 'T') && showTable) {
      event.preventDefault()
      showTable()
      return
    }
    if (moveInGrid(table.current, event.key)) event.preventDefault()
  }
}
