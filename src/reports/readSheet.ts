import type { Workbook } from './readWorkbook.ts'
import { isTrue, listenRichText, unescapeText } from './readWorkbook.ts'
import { showNumber } from './sheetNumbers.ts'
import type { XmlTrouble } from './xmlEvents.ts'
import { readXml } from './xmlEvents.ts'

/** A place in a sheet; rows and columns count from 1. */
export interface SheetPlace {
  readonly row: number
  readonly column: number
}

/** Cells merged into one; it shows the text of its first cell. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** Cells that do not show what is stored: how many, and the first of them. */
export interface Noted {
  readonly count: number
  readonly first: SheetPlace
}

/** A sheet as stored: what its cells show, whether or not they are hidden. Cells that show nothing are left out. */
export interface Sheet {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, string>>
  /** The last column of each row for which the file has a cell, be it empty: a table with borders has one at each of its places. */
  readonly ends: ReadonlyMap<number, number>
  readonly merges: readonly Merge[]
  readonly isHiddenRow: (row: number) => boolean
  readonly isHiddenColumn: (column: number) => boolean
  /** Formulas saved without their results; the cell reads `?`. */
  readonly withoutValue: Noted | null
  /** Numbers whose format is not known. */
  readonly unknownFormat: Noted | null
  /** Numbers that the format, or the sheet for zeros, does not show. */
  readonly notShown: Noted | null
}

/** Counts cells, over all sheets of a file. */
export interface CellBudget {
  left: number
}

/** A file may have this many cells, filled or not; more are refused. */
export const mostCells = 5_000_000

/** A cell whose content was not saved must not pass for an empty one. */
const lost = '?'

/** Reads one sheet; says when it is damaged or has more cells than are left in the budget. */
export function readSheet(part: Uint8Array, workbook: Workbook, budget: CellBudget): Sheet | XmlTrouble | 'too_many' {
  const listener = listenSheet(workbook, budget)
  const trouble = readXml(part, listener)
  if (budget.left < 0) return 'too_many'
  return trouble ?? (listener.isBroken() ? 'damaged' : listener.sheet())
}

/** One `<c>` while it is read. */
interface OpenCell {
  readonly place: SheetPlace
  readonly type: string
  readonly style: number
  stored: string | null
  inline: string | null
  hasFormula: boolean
}

function listenSheet(workbook: Workbook, budget: CellBudget) {
  const rows = new Map<number, Map<number, string>>()
  const ends = new Map<number, number>()
  const merges: Merge[] = []
  const hiddenRows = new Set<number>()
  const hiddenColumns = new Set<number>()
  const notes = { withoutValue: noteCells(), unknownFormat: noteCells(), notShown: noteCells() }
  const rich = listenRichText()
  let showsZeros = true
  let row = 0
  let column = 0
  let cell: OpenCell | null = null
  let inValue = false
  let isBroken = false

  const openRow = (attributes: ReadonlyMap<string, string>): void => {
    row = Number(attributes.get('r') ?? row + 1)
    if (!(row >= 1 && row <= 1_048_576)) isBroken = true
    column = 0
    if (isTrue(attributes.get('hidden')) || (attributes.has('ht') && Number(attributes.get('ht')) === 0)) hiddenRows.add(row)
  }
  const openCell = (attributes: ReadonlyMap<string, string>): void => {
    budget.left -= 1
    const name = attributes.get('r')
    const place = name === undefined ? { row, column: column + 1 } : placeOfName(name)
    if (place === null) {
      isBroken = true
      return
    }
    column = place.column
    ends.set(place.row, Math.max(ends.get(place.row) ?? 0, place.column))
    cell = {
      place,
      type: attributes.get('t') ?? 'n',
      style: Number(attributes.get('s') ?? '0'),
      stored: null,
      inline: null,
      hasFormula: false,
    }
  }
  const closeCell = (closed: OpenCell): void => {
    const text = showCell(closed, workbook, showsZeros, notes).trim()
    if (text === '') return
    const cells = rows.get(closed.place.row) ?? new Map<number, string>()
    rows.set(closed.place.row, cells.set(closed.place.column, text))
  }

  return {
    open: (element: string, attributes: ReadonlyMap<string, string>): void => {
      if (budget.left < 0) return
      if (element === 'row') openRow(attributes)
      else if (element === 'c') openCell(attributes)
      else if (element === 'v' && cell !== null) {
        inValue = true
        cell.stored = ''
      } else if (element === 'f' && cell !== null) cell.hasFormula = true
      else if (element === 'is') rich.start()
      else if (element === 'mergeCell') {
        budget.left -= 1
        const merge = mergeOfName(attributes.get('ref') ?? '')
        if (merge !== null) merges.push(merge)
      } else if (element === 'col') {
        budget.left -= 1
        if (isTrue(attributes.get('hidden')) || Number(attributes.get('width') ?? '1') === 0) {
          const last = Math.min(Number(attributes.get('max')), 16_384)
          for (let at = Number(attributes.get('min')); at <= last && hiddenColumns.size < 16_384; at += 1) hiddenColumns.add(at)
        }
      } else if (element === 'sheetView') showsZeros = attributes.get('showZeros') === undefined || isTrue(attributes.get('showZeros'))
      if (cell !== null) rich.open(element)
    },
    close: (element: string): void => {
      if (cell === null) return
      rich.close(element)
      if (element === 'v') inValue = false
      if (element === 'is') cell.inline = rich.text()
      if (element === 'c') {
        closeCell(cell)
        cell = null
      }
    },
    text: (piece: string): void => {
      if (cell === null) return
      if (inValue) cell.stored = (cell.stored ?? '') + piece
      else rich.add(piece)
    },
    isBroken: () => isBroken,
    sheet: (): Sheet => ({
      rows,
      ends,
      merges,
      isHiddenRow: (number) => hiddenRows.has(number),
      isHiddenColumn: (number) => hiddenColumns.has(number),
      withoutValue: notes.withoutValue.noted(),
      unknownFormat: notes.unknownFormat.noted(),
      notShown: notes.notShown.noted(),
    }),
  }
}

function noteCells() {
  let count = 0
  let first: SheetPlace | null = null
  return {
    add: (place: SheetPlace): void => {
      count += 1
      first ??= place
    },
    noted: (): Noted | null => (first === null ? null : { count, first }),
  }
}

type Notes = Readonly<Record<'withoutValue' | 'unknownFormat' | 'notShown', ReturnType<typeof noteCells>>>

function showCell(
  { place, type, style, stored, inline, hasFormula }: OpenCell,
  workbook: Workbook,
  showsZeros: boolean,
  notes: Notes,
): string {
  const pattern = workbook.patterns[style] ?? 'General'
  if (type === 'inlineStr') return showText(inline ?? '', pattern, place, notes)
  // A formula may well give an empty text; then the type of the cell says so, and the value is there.
  if (stored === null || (stored === '' && type !== 'str')) {
    if (!hasFormula) return ''
    notes.withoutValue.add(place)
    return lost
  }
  if (type === 's') return showText(workbook.sharedTexts[Number(stored)] ?? lost, pattern, place, notes)
  if (type === 'str') return showText(unescapeText(stored), pattern, place, notes)
  if (type === 'b') return stored === '1' || stored === 'true' ? 'TRUE' : 'FALSE'
  if (type === 'd') return stored.replace(/T00:00:00.*$/, '')
  if (type === 'e') return stored
  const value = Number(stored)
  if (!Number.isFinite(value)) return stored
  const { text, isKnown } = showNumber(value, pattern, workbook.is1904)
  if (!isKnown) notes.unknownFormat.add(place)
  const shown = value === 0 && !showsZeros ? '' : text
  if (shown === '') notes.notShown.add(place)
  return shown
}

/** Three semicolons hide whatever a cell holds. */
function showText(text: string, pattern: string, place: SheetPlace, notes: Notes): string {
  if (!/^\s*;;;\s*$/.test(pattern) || text === '') return text
  notes.notShown.add(place)
  return ''
}

/** `B12` as a place; null when it is none, or outside of what a sheet may have. */
function placeOfName(name: string): SheetPlace | null {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name) ?? []
  if (letters === '') return null
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  const row = Number(digits)
  return row >= 1 && row <= 1_048_576 && column <= 16_384 ? { row, column } : null
}

function mergeOfName(name: string): Merge | null {
  const [from, to] = name.split(':').map(placeOfName)
  if (from === undefined || from === null || to === undefined || to === null) return null
  const [top, bottom] = [Math.min(from.row, to.row), Math.max(from.row, to.row)]
  const [left, right] = [Math.min(from.column, to.column), Math.max(from.column, to.column)]
  return top === bottom && left === right ? null : { top, left, bottom, right }
}
