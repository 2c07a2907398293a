import { glyphOf, stateClasses } from '../app/cellLook.ts'
import { moveInGrid, restGrid } from '../app/rovingGrid.ts'
import type { ChartTable } from '../charts/chartContext.ts'
import { nameState } from '../charts/figureText.ts'
import type { FigureState } from '../forms/states.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import type { Lang } from '../text/label.ts'
import type { Words } from '../text/zh.ts'
import type { CellMatrix, MatrixCell, MatrixLine } from './figures/cellMatrix.ts'
import type { LegendEntry } from './figures/legendEntry.ts'
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

/** A figure of cells as a table, each cell with its number or the texture and the words of its state. */
export function makeMatrix(
  { corner, heads, groups }: CellMatrix,
  {
    caption,
    keys,
    onChoose,
    onShowTable,
  }: {
    readonly caption: string
    readonly keys: string
    readonly onChoose: (place: MatrixCell) => void
    readonly onShowTable: () => void
  },
): HTMLElement {
  const table = make(
    'table',
    { class: `rug mx bodies${heads.length <= 3 ? ' few' : ''}`, role: 'grid', 'aria-readonly': 'true', 'aria-describedby': 'ogi-keys' },
    make('caption', { class: 'visually-hidden' }, caption),
    make(
      'thead',
      {},
      make('tr', {}, make('th', { scope: 'col', class: 'l k' }, corner), ...heads.map((head) => make('th', { scope: 'col' }, head))),
    ),
    ...groups.map(({ title, lines }) =>
      make(
        'tbody',
        {},
        title !== '' && make('tr', {}, make('th', { scope: 'rowgroup', class: 'l k', colspan: heads.length + 1 }, title)),
        ...lines.map((line) => makeLine(line, onChoose)),
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

const makeLine = ({ name, title, cells }: MatrixLine, onChoose: (place: MatrixCell) => void): HTMLElement =>
  make(
    'tr',
    {},
    make('th', { scope: 'row', class: 'k', title }, name),
    ...cells.map((cell) => {
      if (cell === null) return make('td', {})
      const shown = makeCell(cell)
      shown.addEventListener('click', () => onChoose(cell))
      shown.addEventListener('keydown', (event) => {
        if (event.key === 'Enter') onChoose(cell)
      })
      return make('td', {}, shown)
    }),
  )

const makeCell = ({ text, tone, grade, label }: MatrixCell): HTMLElement =>
  make(
    'span',
    { class: `cell ${tone}`, title: label },
    text !== '' && make('b', { 'aria-hidden': 'true' }, text),
    grade !== null && make('i', { class: 'ev', 'aria-hidden': 'true' }, grade),
    make('span', { class: 'visually-hidden' }, label),
  )

/** The states that occur in a matrix, each with its texture and its word, and the steps of its tint. */
export function makeMatrixLegend({ groups, isTinted }: CellMatrix, known: LegendWords): HTMLElement {
  const cells = groups.flatMap(({ lines }) => lines.flatMap((line) => line.cells.flatMap((cell) => cell ?? [])))
  const states = [...new Set(cells.flatMap(({ state, tone }): FigureState[] => (state ? [state] : tone === 'zero' ? ['zero'] : [])))]
  const steps = ['1–9', '10–49', '50–199', '200–499', '500+'].map((step, place) => make('i', { class: `cell v${place + 1}` }, step))
  const ramp = isTinted && make('span', { class: 'ramp' }, known.words.overview.ramp, ...steps)
  return make('div', { class: 'legend' }, ramp, ...nameStates(states, known))
}

/** The signs of a drawing with their words, and the textures that it shows in place of numbers; null where there are none. */
export const makeLegend = (entries: readonly LegendEntry[], states: readonly FigureState[], known: LegendWords): HTMLElement | null =>
  entries.length + states.length === 0 ? null : make('div', { class: 'legend' }, ...entries.map(makeEntry), ...nameStates(states, known))

function makeEntry({ text, mark }: LegendEntry): HTMLElement {
  if (mark === null) return make('span', {}, text)
  const svg = document.createElementNS(svgNamespace, 'svg')
  const size = { width: mark.width, height: mark.height, 'aria-hidden': 'true' }
  for (const [name, value] of Object.entries(size)) svg.setAttribute(name, String(value))
  for (const path of mark.paths) {
    const drawn = document.createElementNS(svgNamespace, 'path')
    for (const [name, value] of Object.entries(path)) drawn.setAttribute(name, value)
    svg.append(drawn)
  }
  return make('span', {}, svg, text)
}

const svgNamespace = 'http://www.w3.org/2000/svg'

/** What a legend names states by. */
interface LegendWords {
  readonly catalogue: Catalogue
  readonly lang: Lang
  readonly words: Words
}

const nameStates = (states: readonly FigureState[], { catalogue, lang, words }: LegendWords): HTMLElement[] =>
  states.map((state) =>
    make(
      'span',
      {},
      make('i', { class: `cell ${stateClasses[state]}` }, state === 'zero' ? '0' : (glyphOf(state, words) ?? '')),
      state === 'not_loaded' ? words.nOfN.notLoadedLong : nameState(catalogue, state, lang),
    ),
  )
