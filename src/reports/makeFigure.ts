import type { ApplicantId, FormRow } from '../forms/form.ts'
import type { GridCell } from './document.ts'
import type { Figure, Place, Problem } from './figure.ts'
import { isDash, isUnit } from './labels.ts'
import { cellNote, digitsJoined, minusLong, moneyUnitUnknown, nowhere, numberUnreadable } from './problems.ts'
import type { Asked, Reading } from './readNumber.ts'
import { foldPrinted, readApart, readNumber } from './readNumber.ts'

/** A printed cell on its way to a figure. */
export interface PrintedCell {
  readonly row: FormRow
  readonly applicant: ApplicantId | null
  /** Heading in table three; null elsewhere. */
  readonly column: string | null
  /** Null: the row is printed and this cell of it is not. */
  readonly cell: GridCell | null
  /** The row, for the place of a cell that is not printed. */
  readonly where: Place
  /** From the unit column, the heading above or the label. */
  readonly printedUnit?: string
  /** Two figures may stand in this cell and none in the one beside it. */
  readonly shared?: boolean
  /** A sum of the form told where the cells of the row stand. */
  readonly settledBy?: 'identity'
}

export interface MadeFigure {
  readonly figure: Figure | null
  readonly problems: readonly Problem[]
  /** The ways to read the cell, where a sum of the form may choose between them; empty where there is nothing to choose. */
  readonly readings: readonly Reading[]
}

/** The figure of one printed cell, with what must be said about it. A header row that prints nothing has none. */
export function makeFigure(printed: PrintedCell): MadeFigure {
  const { row, cell } = printed
  const text = cell?.text ?? ''
  const where = cell?.where ?? printed.where
  const asked = askedBy(row, printed.printedUnit)
  const read = readNumber(text, asked)
  if (row.type === 'header' || row.type === 'group' || row.type === 'text')
    return { figure: unaskedFigure(printed, text, read, where), problems: [], readings: [] }
  const apart = readApart(text, asked)
  const isPlain = read.state === 'blank' || (read.value !== null && read.qualifier === null)
  const readings = printed.shared !== true ? apart : isPlain ? [read] : []
  // 12 12 is a number printed twice as often as one that was cut in two.
  const isTwice = apart.length > 1 && apart.every(({ value }) => value !== null && Math.abs(value) >= 10)
  const reading: Reading = printed.shared === true || isTwice ? unreadable : read
  const figure: Figure = {
    indicator: row.indicator,
    applicant: printed.applicant,
    value: reading.value,
    state: reading.state,
    evidence: reading.qualifier === null ? 'A' : 'C',
    printed: text,
    qualifier: reading.qualifier,
    cell: row.path,
    column: printed.column,
    where: placeOf(where),
    ...(printed.settledBy === undefined || reading.state === 'unreadable' ? {} : { settledBy: printed.settledBy }),
  }
  return { figure, problems: problemsOf(nameOf(printed), text, reading, where), readings }
}

const unreadable: Reading = { state: 'unreadable', value: null, qualifier: null, flags: [] }

/** The figure of a cell that is there but whose content cannot be told: the whole row stands in `printed`. */
export function unreadableFigure({ row, applicant, column, where }: PrintedCell, printed: string): Figure {
  return { ...emptyFigure, indicator: row.indicator, applicant, printed, cell: row.path, column, where: placeOf(where) }
}

const emptyFigure: Figure = {
  indicator: null,
  applicant: null,
  value: null,
  state: 'unreadable',
  evidence: 'A',
  printed: '',
  qualifier: null,
  cell: null,
  column: null,
  where: nowhere,
}

/** How a sentence names the cell: label, and the column where there are several. */
export function nameOf({ row, column }: Pick<PrintedCell, 'row' | 'column'>): string {
  const heading = column ?? row.column ?? null
  const block = row.table === 4 ? `${row.caption ?? ''} ` : ''
  return heading === null || heading === row.label ? `${block}${row.label}` : `${block}${row.label} · ${heading}`
}

function askedBy(row: FormRow, printedUnit: string | undefined): Asked {
  const isMoney = row.unit === '万元' || row.unit === '元'
  return {
    unit: row.unit,
    signed: row.column !== undefined && /增/.test(row.column),
    unitMustBePrinted: isMoney,
    ...(printedUnit === undefined ? {} : { printedUnit }),
  }
}

/** Header rows, group labels and fill-in rows: digits there are a slip and never a total. */
function unaskedFigure({ row, applicant, column }: PrintedCell, text: string, reading: Reading, where: Place): Figure | null {
  const state = stateUnasked(row, text, reading)
  return state === null
    ? null
    : { ...emptyFigure, indicator: row.indicator, applicant, state, printed: text, cell: row.path, column, where: placeOf(where) }
}

function stateUnasked({ type }: FormRow, text: string, { state }: Reading): Figure['state'] | null {
  if (state === 'blank') return type === 'text' ? 'blank' : null
  if (isDash(text)) return 'dash'
  if (state === 'not_applicable' || state === 'text') return state
  if (state === 'value' || state === 'zero') return 'header_value'
  // 一是……，共3类: words, in the row that asks for words.
  if (type === 'text' && /\p{Script=Han}/u.test(text)) return 'text'
  return /\d/.test(foldPrinted(text)) ? 'header_value' : 'unreadable'
}

function problemsOf(name: string, text: string, reading: Reading, where: Place): readonly Problem[] {
  if (reading.state === 'unreadable') return [numberUnreadable(name, text, where)]
  if (reading.value === null) return []
  const { value } = reading
  return reading.flags.flatMap((flag) => {
    if (flag === 'split_digits') return [digitsJoined(name, text, value, where)]
    if (flag === 'note') return [cellNote(name, text, value, where)]
    if (flag === 'long_minus') return [minusLong(name, text, value, where)]
    return flag === 'unit_unknown' ? [moneyUnitUnknown(name, text, where)] : []
  })
}

const placeOf = (where: Place): Place => ({ ...where })

/** The unit that a heading or label carries in brackets or after 单位：, if any. */
export function unitIn(text: string): string | undefined {
  const plain = foldPrinted(text).replace(/\s/g, '')
  const bracketed = [...plain.matchAll(/[([]([^()[\]]*)[)\]]/g)]
    .map((match) => (match[1] ?? '').replace(/^单位:?/, ''))
    .find((inside) => isUnit(inside))
  return bracketed ?? /单位:((?:亿|千|百|万)*元)/.exec(plain)?.[1]
}
