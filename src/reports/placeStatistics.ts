import { foldLabel } from '../forms/dialects.ts'
import type { Form, FormRow } from '../forms/form.ts'
import { ourCatalogue } from '../indicators/ourCatalogue.ts'
import type { GridCell } from './document.ts'
import { doubtBlanks } from './doubtBlanks.ts'
import type { LabelMatch } from './labels.ts'
import { compactLabel, indexLabels, isDash, isUnit, isValueText } from './labels.ts'
import { unitIn } from './makeFigure.ts'
import type { MatchedRow } from './matchRows.ts'
import { isMatched, matchRows, settleRow } from './matchRows.ts'
import type { PlacedCell, Placement } from './placement.ts'
import { readNumber } from './readNumber.ts'
import type { TableLine } from './tableLine.ts'
import { hasNoWords, isEmpty, isWords, printsDigits, printsNumber } from './tableLine.ts'
import { isStatisticsHeading, ownCells, valueHeadingsOver } from './valueColumn.ts'

/** Places the rows of the 2014 form: one figure to a row, after its unit. */
export function placeStatistics(lines: readonly TableLine[], form: Form): Placement {
  const index = indexLabels(form.rows)
  const body = lines.filter((line) => !isHeading(line) && !line.cells.every(isEmpty))
  const headingOver = valueHeadingsOver(lines)
  const rows = splitHalves(joinBare(body), index)
  const readings = matchRows(rows, index, { order: form.rows.filter(({ variant }) => variant !== true) })
  const order = new Map(form.rows.map((row, at) => [row.path, at]))
  const settled: (FormRow | null)[] = []
  const matches: (LabelMatch | null)[] = []
  readings.forEach((_, at) => {
    const match = settleRow(readings, at, settled, order)
    settled.push(match?.row ?? null)
    matches.push(match)
  })
  const numbersCutOff = readings.flatMap(({ line }, at) => (matches[at] === null ? listNumberOf(line) : []))
  const cells: PlacedCell[] = []
  const left: TableLine[] = []
  const severalIn: TableLine[] = []
  readings.forEach((reading, at) => {
    const match = matches[at]
    if (!isMatched(reading) || match === null || match === undefined) {
      left.push(reading.line)
      return
    }
    const heading = headingOver(reading.line)
    // A header row that prints no number has no figure to be told from another.
    const isPlainHeader = match.row.type === 'header' && !reading.rest.some(printsDigits)
    const own = isPlainHeader ? reading.rest : ownCells(heading, reading.line, reading.rest)
    if (own === 'uncertain') {
      cells.push(placed(reading, match, null, true))
      return
    }
    const value = findValue(own, match.row)
    if (value === 'several') {
      severalIn.push(reading.line)
      cells.push(placed(reading, match, null, true))
      return
    }
    const isDoubtful = isBlank(value.cell) && numbersCutOff.some((number) => match.row.label.startsWith(number))
    cells.push(placed(reading, match, value.cell, reading.uncertain || isDoubtful, value.unit))
  })
  return {
    cells: doubtBlanks(cells, rows, () => false),
    left,
    several: severalIn.length >= 3 && severalIn.length * 4 > cells.length ? (severalIn[0]?.where ?? null) : null,
  }
}

/**
 * The list number of a line that has a figure and no label: a page break may have left it of a row whose label follows without a
 * figure, so that the blank there is none.
 */
function listNumberOf(line: TableLine): readonly string[] {
  const filled = line.cells.filter((cell) => !isEmpty(cell)).map(({ text }) => text.trim())
  const [first = '', ...rest] = filled
  return listNumber.test(first) && rest.some(printsNumber) && rest.every((text) => printsNumber(text) || isUnit(text)) ? [first] : []
}

const listNumber = /^[（(]?[一二三四五六七八九十\d]{1,3}[）).．、]?$/

const isBlank = (cell: GridCell | null): boolean => cell === null || isEmpty(cell)

/** The —— of a header row is its unit: a number that was printed beside it in one cell stands alone. */
function withoutUnit(cell: GridCell | null): GridCell | null {
  const [, beside] = /^[—－-]+(?:\s[—－-]+)*\s+([^\s—－-].*)$/.exec(cell?.text ?? '') ?? []
  return cell === null || beside === undefined ? cell : { ...cell, text: beside }
}

/** What later forms ask by applicant: its one figure on this form is the `total`, so that it has the same name in every year. */
const toldByApplicant: ReadonlySet<string> = new Set(
  ourCatalogue.indicators.filter((indicator) => indicator.byApplicant).map(({ id }) => id),
)

function placed(reading: MatchedRow, { row, official }: LabelMatch, cell: GridCell | null, uncertain: boolean, unit?: string): PlacedCell {
  const printedUnit = unit ?? unitIn(reading.label)
  return {
    row,
    applicant: row.indicator !== null && toldByApplicant.has(row.indicator) ? 'total' : null,
    column: null,
    cell: row.indicator === null ? withoutUnit(cell) : cell,
    where: reading.line.where,
    line: reading.line,
    official,
    alone: !reading.hasCells,
    uncertain,
    ...(reading.misprinted === true ? { misprinted: reading.label } : {}),
    ...(printedUnit === undefined ? {} : { printedUnit }),
  }
}

/** 统计指标 · 单位 · 统计数, the title, and who signed: none of them is a row. */
function isHeading(line: TableLine): boolean {
  const words = line.cells.filter((cell) => !isEmpty(cell)).map(({ text }) => compactLabel(text))
  return isStatisticsHeading(line) || (words.length > 0 && words.every((word) => headings.has(word)))
}

const headings: ReadonlySet<string> = new Set([
  '统计指标',
  '指标',
  '单位',
  '计量单位',
  '统计数',
  '统计数据',
  '数量',
  '数值',
  '数据',
  '序号',
  '备注',
])

/** In a text with one cell to a line, unit and figure of a row stand below each other. */
function joinBare(lines: readonly TableLine[]): readonly TableLine[] {
  const joined: TableLine[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    const onlyUnit =
      last !== undefined &&
      last.grid === line.grid &&
      hasNoWords(last) &&
      last.cells.length === 1 &&
      last.cells.every(({ text }) => isUnit(text))
    const onlyFigure = line.cells.length === 1 && line.cells.every(({ text, column }) => column === null && mayBeFigure(text))
    if (onlyUnit && onlyFigure) joined[joined.length - 1] = { ...last, cells: [...last.cells, ...line.cells] }
    else joined.push(line)
  }
  return joined
}

/** Below a unit, 无 and 七 stand in the place of a figure, and so does what is left of a spoilt one. */
const mayBeFigure = (text: string): boolean => {
  const plain = text.trim()
  return isValueText(plain) || (plain.length <= 6 && (/^(?:无|没有|暂无|未发生)$/.test(plain) || readNumber(plain).state !== 'text'))
}

/** A table printed as two halves side by side, made one: first the left rows of a grid, then the right ones. */
function splitHalves(lines: readonly TableLine[], index: ReadonlyMap<string, unknown>): readonly TableLine[] {
  const grids = [...new Set(lines.map(({ grid }) => grid))]
  return grids.flatMap((grid) => {
    const own = lines.filter((line) => line.grid === grid)
    const cuts = own.map((line) => line.cells.findIndex((cell, at) => at > 0 && isWords(cell) && startsSecondHalf(line, at, index)))
    const middle = findMiddle(own, cuts)
    const halves = own.map((line, at) => {
      const cut = cuts[at] ?? -1
      const from = cut < 0 ? line.cells.findIndex(({ extent }) => middle !== null && extent !== undefined && extent[0] >= middle) : cut
      return from < 0
        ? { left: line, right: null }
        : { left: withCells(line, line.cells.slice(0, from)), right: withCells(line, line.cells.slice(from)) }
    })
    return [...halves.map(({ left }) => left), ...halves.map(({ right }) => right)].filter((line) => line !== null)
  })
}

const withCells = (line: TableLine, cells: readonly GridCell[]): TableLine | null => (cells.length === 0 ? null : { ...line, cells })

/** Where the left half ends, in a table that only positions part: pieces of wrapped cells right of it belong to the right half. Null without one. */
function findMiddle(lines: readonly TableLine[], cuts: readonly number[]): number | null {
  const sides = lines.flatMap(({ cells }, at) => {
    const cut = cuts[at] ?? -1
    return cut < 0 ? [] : [{ left: cells[cut - 1]?.extent?.[1] ?? Infinity, right: cells[cut]?.extent?.[0] ?? -Infinity }]
  })
  const middle = Math.max(...sides.map(({ left }) => left))
  return sides.length >= 3 && sides.every(({ right }) => right >= middle) ? middle : null
}

function startsSecondHalf(line: TableLine, at: number, index: ReadonlyMap<string, unknown>): boolean {
  const before = line.cells.slice(0, at)
  const text = foldLabel(line.cells[at]?.text ?? '')
  const isLabel = index.has(text) || text === '统计指标'
  return (
    isLabel &&
    before.some(isWords) &&
    before.some((cell) => isUnit(cell.text) || isDash(cell.text) || isValueText(cell.text) || compactLabel(cell.text) === '统计数')
  )
}

type Value = { readonly cell: GridCell | null; readonly unit?: string }

/** The one figure right of a label. Several figures in a row: nobody knows which is the year's. */
function findValue(rest: readonly GridCell[], row: FormRow): Value | 'several' {
  const filled = rest.filter((cell) => !isEmpty(cell))
  const [first] = filled
  const isHeader = row.unit === '——'
  const unitCell =
    first !== undefined && (isUnit(first.text) || (isDash(first.text) && (isHeader || filled.length > 1 || isUnitPlace(rest, first))))
      ? first
      : null
  const after = unitCell === null ? filled : filled.slice(1)
  const figures = after.filter((cell) => isValueText(cell.text) || /\d/.test(cell.text.normalize('NFKC')))
  const numbers = figures.filter((cell) => /\d/.test(cell.text.normalize('NFKC')))
  if (numbers.length > 1 || (figures.length > 1 && numbers.length > 0)) return 'several'
  const cell = figures[0] ?? after[0] ?? emptyAfter(rest, unitCell)
  return { cell, ...(unitCell === null || isDash(unitCell.text) ? {} : { unit: unitCell.text }) }
}

/** A lone rule counts as the unit only where an empty cell for the figure follows. */
function isUnitPlace(rest: readonly GridCell[], cell: GridCell): boolean {
  const at = rest.indexOf(cell)
  return at === 0 && rest.slice(at + 1).some(isEmpty)
}

/** The empty cell that the figure was to stand in, for its place. */
function emptyAfter(rest: readonly GridCell[], unit: GridCell | null): GridCell | null {
  return (
    rest
      .slice(unit === null ? 0 : rest.indexOf(unit) + 1)
      .filter(isEmpty)
      .at(-1) ?? null
  )
}
