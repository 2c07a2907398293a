/** What a cell holds that takes the focus: its link, or the cell of a missing figure itself. */
const stopIn = (cell: HTMLTableCellElement): HTMLElement | null => cell.querySelector<HTMLElement>('a, .cell')

interface Stop {
  readonly element: HTMLElement
  readonly column: number
}

/** The stops of a table by row, each with the column that it stands in; rows without any are left out. */
function listStops(table: HTMLTableElement): readonly (readonly Stop[])[] {
  const taken: number[] = []
  return [...table.rows].flatMap((row) => {
    const stops: Stop[] = []
    let column = 0
    for (const cell of row.cells) {
      while ((taken[column] ?? 0) > 0) column += 1
      const element = stopIn(cell)
      if (element) stops.push({ element, column })
      for (let i = 0; i < cell.colSpan; i += 1) taken[column + i] = cell.rowSpan
      column += cell.colSpan
    }
    for (let i = 0; i < taken.length; i += 1) taken[i] = Math.max(0, (taken[i] ?? 0) - 1)
    return stops.length > 0 ? [stops] : []
  })
}

const nearest = (stops: readonly Stop[], column: number): Stop | undefined =>
  [...stops].sort((a, b) => Math.abs(a.column - column) - Math.abs(b.column - column))[0]

/** Makes exactly one stop of a table reachable with Tab: where the focus was last, else the first of its body. */
export function restGrid(table: HTMLTableElement): void {
  const stops = listStops(table).flat()
  const last = stops.find(({ element }) => element.tabIndex === 0 && element.dataset['stop'] === 'here')
  const body = stops.find(({ element }) => element.closest('tbody') !== null)
  rest(stops, (last ?? body ?? stops[0])?.element)
}

/** Moves the focus from cell to cell as an arrow key says; did the key mean that? */
export function moveInGrid(table: HTMLTableElement, key: string): boolean {
  const rows = listStops(table)
  const isHere = ({ element }: Stop): boolean => element === document.activeElement
  const at = rows.findIndex((stops) => stops.some(isHere))
  const here = rows[at]?.find(isHere)
  const target = here && findTarget(key, rows, at, here)
  if (!target) return false
  rest(rows.flat(), target.element)
  target.element.focus()
  return true
}

function findTarget(key: string, rows: readonly (readonly Stop[])[], at: number, here: Stop): Stop | undefined {
  const row = rows[at] ?? []
  const place = row.indexOf(here)
  const inRow = (next: number): Stop | undefined => nearest(rows[next] ?? [], here.column)
  const moves: Readonly<Record<string, () => Stop | undefined>> = {
    ArrowRight: () => row[place + 1],
    ArrowLeft: () => row[place - 1],
    ArrowDown: () => inRow(at + 1),
    ArrowUp: () => inRow(at - 1),
    PageDown: () => inRow(Math.min(at + 10, rows.length - 1)),
    PageUp: () => inRow(Math.max(at - 10, 0)),
    Home: () => row[0],
    End: () => row.at(-1),
  }
  return moves[key]?.()
}

/** Only `here` can be reached with Tab. */
function rest(stops: readonly Stop[], here: HTMLElement | undefined): void {
  for (const { element } of stops) {
    element.tabIndex = element === here ? 0 : -1
    if (element === here) element.dataset['stop'] = 'here'
    else delete element.dataset['stop']
  }
}
