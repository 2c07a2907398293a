import { glyphOf, stateClasses, toneOf } from '../app/cellLook.ts'
import { moveInGrid, restGrid } from '../app/rovingGrid.ts'
import type { ChartContext, ChartTable } from '../charts/chartContext.ts'
import type { Compared } from '../charts/comparison.ts'
import { nameState, printShort, printValue } from '../charts/figureText.ts'
import { isNotThere, sayCell } from '../charts/rug.ts'
import { linesOfRug } from '../charts/rugFigure.ts'
import type { FigureState } from '../forms/states.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { make, makeLink } from './makeElement.ts'

/** The rows of a figure as a real table. `addressOf` gives the full view of a report; null where there is none. */
export function makeTable(table: ChartTable, noValues: string, addressOf: (report: string) => string | null): HTMLTableElement {
  const nameRow = (text: string, report: string | null): Node | string => {
    const address = report === null ? null : addressOf(report)
    return address === null ? text : makeLink(address, text)
  }
  const head = table.columns.map(({ name, numeric }) => make('th', { scope: 'col', class: numeric ? 'num' : null }, name))
  const body = table.rows.map(({ cells, report }) =>
    make(
      'tr',
      {},
      ...cells.map((cell, place) =>
        place === 0
          ? make('th', { scope: 'row' }, nameRow(cell, report))
          : make('td', { class: table.columns[place]?.numeric ? 'num' : null }, cell),
      ),
    ),
  )
  const none = make('tr', {}, make('td', { colspan: table.columns.length }, noValues))
  return make(
    'table',
    { class: 't' },
    make('caption', { class: 'visually-hidden' }, table.caption),
    make('thead', {}, make('tr', {}, ...head)),
    make('tbody', {}, ...(body.length > 0 ? body : [none])),
  )
}

/** Bodies × years as a table of cells, each with its number or the texture and the words of its state. */
export function makeRug(
  { rows, context }: Compared,
  {
    caption,
    keys,
    onChoose,
    onShowTable,
  }: {
    readonly caption: string
    readonly keys: string
    readonly onChoose: (row: ComparedValue) => void
    readonly onShowTable: () => void
  },
): HTMLElement {
  const { words, years } = context
  const span = Array.from({ length: years[1] - years[0] + 1 }, (_, i) => years[0] + i)
  const lines = linesOfRug(rows, context)
  const table = make(
    'table',
    { class: `rug mx bodies${span.length <= 3 ? ' few' : ''}`, role: 'grid', 'aria-readonly': 'true', 'aria-describedby': 'ogi-keys' },
    make('caption', { class: 'visually-hidden' }, caption),
    make(
      'thead',
      {},
      make(
        'tr',
        {},
        make('th', { scope: 'col', class: 'l k' }, words.bar.agencies),
        ...span.map((year) => make('th', { scope: 'col' }, String(year))),
      ),
    ),
    make(
      'tbody',
      {},
      ...lines.map(({ agency, cells }) =>
        make(
          'tr',
          {},
          make('th', { scope: 'row', class: 'k', title: agency.name }, agency.shortName),
          ...cells.map((cell) => {
            const shown = makeCell(cell, sayCell(cell, context.indicator, agency, context.catalogue, context.lang, words), context)
            shown.addEventListener('click', () => onChoose(cell))
            shown.addEventListener('keydown', (event) => {
              if (event.key === 'Enter') onChoose(cell)
            })
            return make('td', {}, shown)
          }),
        ),
      ),
    ),
  )
  table.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 't' || event.key === 'T') onShowTable()
    else if (!moveInGrid(table, event.key)) return
    event.preventDefault()
  })
  restGrid(table)
  return make(
    'div',
    { class: 'scroll', role: 'region', 'aria-label': caption },
    make('p', { id: 'ogi-keys', class: 'visually-hidden' }, keys),
    table,
  )
}

function makeCell(cell: ComparedValue, label: string, context: ChartContext): HTMLElement {
  const { value, state, evidence } = cell
  const text = value === null ? glyphOf(state, context.words) : printInCell(cell, context)
  const grade = value !== null && evidence !== null && evidence !== 'A' ? make('i', { class: 'ev', 'aria-hidden': 'true' }, evidence) : null
  return make(
    'span',
    { class: `cell ${toneOf(value, state, evidence)}`, title: label },
    text === undefined ? null : make('b', { 'aria-hidden': 'true' }, text),
    grade,
    make('span', { class: 'visually-hidden' }, label),
  )
}

function printInCell(cell: ComparedValue, { indicator, lang, words }: ChartContext): string {
  if (indicator.kind === 'derived') return printValue(cell, indicator, lang, words) ?? ''
  return `${cell.qualifier ?? ''}${cell.value === null ? '' : printShort(cell.value, indicator, lang)}`
}

/** The states that occur in a rug, each with its texture and its word, and the steps of its tint. */
export function makeRugLegend({ rows, context }: Compared): HTMLElement {
  const cells = linesOfRug(rows, context).flatMap((line) => line.cells.filter((cell) => !isNotThere(cell)))
  const states = [...new Set(cells.flatMap((cell): FigureState[] => (cell.value === null || cell.value === 0 ? [cell.state] : [])))]
  const isTinted = context.indicator.kind !== 'derived' && cells.some((cell) => cell.value !== null && cell.value !== 0)
  const steps = ['1–9', '10–49', '50–199', '200–499', '500+'].map((step, place) => make('i', { class: `cell v${place + 1}` }, step))
  const ramp = isTinted && make('span', { class: 'ramp' }, context.words.overview.ramp, ...steps)
  return make('div', { class: 'legend' }, ramp, ...nameStates(states, context))
}

/** The textures that a drawing shows in place of numbers, each with its word; null where it shows none. */
export const makeStateLegend = (states: readonly FigureState[], context: ChartContext): HTMLElement | null =>
  states.length === 0 ? null : make('div', { class: 'legend' }, ...nameStates(states, context))

const nameStates = (states: readonly FigureState[], { catalogue, lang, words }: ChartContext): HTMLElement[] =>
  states.map((state) =>
    make(
      'span',
      {},
      make('i', { class: `cell ${stateClasses[state]}` }, state === 'zero' ? '0' : (glyphOf(state, words) ?? '')),
      state === 'not_loaded' ? words.nOfN.notLoadedLong : nameState(catalogue, state, lang),
    ),
  )
