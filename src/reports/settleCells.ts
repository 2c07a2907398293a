import type { Form } from '../forms/form.ts'
import type { Figure, Problem } from './figure.ts'
import { isValueText } from './labels.ts'
import { makeFigure, nameOf, unreadableFigure } from './makeFigure.ts'
import type { MadeFigure } from './makeFigure.ts'
import type { PlacedCell, Placement } from './placement.ts'
import {
  digitsSettled,
  figureConflict,
  figureRepeated,
  labelMisprinted,
  numberUnreadable,
  rowRagged,
  rowSettled,
  severalTables,
} from './problems.ts'
import type { Reading } from './readNumber.ts'
import { chooseReadings, figureKey } from './settleByIdentity.ts'
import type { TableLine } from './tableLine.ts'
import { hasFiguresInFront, isEmpty, textOf } from './tableLine.ts'

interface Settled {
  readonly figures: readonly Figure[]
  readonly problems: readonly Problem[]
  readonly left: readonly TableLine[]
}

/**
 * One figure per cell of the form: certain rows before uncertain ones, the form's own wording before a local one, and never a choice
 * between two, unless a sum of the form makes it. `hasLooseFigures`: somewhere in the file figures stand without a label.
 */
export function settleCells(form: Form, placements: readonly Placement[], hasLooseFigures: boolean): Settled {
  // While figures are left that no label claims, a label without any may have lost its own.
  const filled = new Set(
    placements.flatMap(({ cells }) => cells.flatMap(({ cell, line }) => (cell === null || isEmpty(cell) ? [] : [line]))),
  )
  const isDoubtful = ({ alone, line }: PlacedCell): boolean => (alone && hasLooseFigures) || (!filled.has(line) && hasFiguresInFront(line))
  const doubt = (cell: PlacedCell): PlacedCell => (isDoubtful(cell) ? { ...cell, uncertain: true } : cell)
  const settled = placements.map((placement) => groupCells({ ...placement, cells: placement.cells.map(doubt) }))
  const groups = settled.flatMap((placement) => placement.groups)
  const figures = groups.flatMap(({ figure }) => (figure === null ? [] : [figure]))
  const open = groups.flatMap(({ figure, readings, isStrict }) =>
    figure === null || readings.length === 0 ? [] : [{ figure, readings, isStrict }],
  )
  const chosen = chooseReadings(form, figures, open)
  const parts = settled.map((placement) =>
    closePlacement({ ...placement, groups: placement.groups.map((group) => chooseIn(group, chosen)) }),
  )
  return {
    figures: parts.flatMap(({ figures }) => figures),
    problems: parts.flatMap(({ problems }) => problems),
    left: parts.flatMap(({ left }) => left),
  }
}

/** So many cells printed twice with different figures are a second table, not a slip. */
const manyConflicts = 5

interface Grouped {
  readonly placement: Placement
  readonly groups: readonly SettledGroup[]
}

function groupCells(placement: Placement): Grouped {
  const groups = new Map<string, PlacedCell[]>()
  for (const cell of placement.cells) {
    const key = `${cell.row.path}/${cell.applicant ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), cell])
  }
  return { placement, groups: [...groups.values()].map(settleGroup) }
}

/** The figure as a sum of the form makes it, with what is then to be said instead. */
function chooseIn(group: SettledGroup, chosen: ReadonlyMap<string, Reading>): SettledGroup {
  const { figure } = group
  const reading = figure === null || group.readings.length === 0 ? undefined : chosen.get(figureKey(figure))
  if (figure === null || reading === undefined) return group
  // The reading that the digits have without any sum, and that the sums confirm, needs no more words.
  if (figure.state === reading.state && figure.value === reading.value) return group
  // Digits that are commonly one number, against a sum that wants another: neither is certain.
  if (figure.value !== null)
    return {
      ...group,
      figure: { ...figure, state: 'unreadable', value: null },
      problems: [numberUnreadable(group.name, figure.printed, figure.where)],
    }
  const said = group.problems.filter(({ code }) => code !== 'number.unreadable' && code !== 'number.split_digits')
  return {
    ...group,
    figure: { ...figure, state: reading.state, value: reading.value, settledBy: 'identity' },
    problems: [...said, digitsSettled(group.name, figure.printed, reading.value, figure.where)],
  }
}

function closePlacement({ placement: { cells, left, problems: said = [] }, groups: settled }: Grouped): Settled {
  const conflicts = settled.filter(({ conflict }) => conflict)
  const [first] = conflicts
  const rowsTwice = settled.filter(({ twice }) => twice).length
  if (first !== undefined && conflicts.length >= manyConflicts && rowsTwice * 2 >= settled.length) {
    const lines = unique(cells.map(({ line }) => line))
    return { figures: [], problems: [severalTables(tableNames[first.table] ?? '', first.where)], left: [...lines, ...left] }
  }
  return {
    figures: settled.flatMap(({ figure }) => (figure === null ? [] : [figure])),
    problems: uniqueProblems([...said, ...settled.flatMap(({ problems }) => problems)]),
    left: unique([...settled.flatMap((group) => group.left), ...left]),
  }
}

const tableNames: Readonly<Record<number, string>> = { 1: '政府信息公开情况统计表', 2: '表二', 3: '表三', 4: '表四' }

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)]

/** A row is said to be ragged or repeated once, not for each of its cells. */
function uniqueProblems(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>()
  return problems.filter(({ code, message, where }) => {
    const key = JSON.stringify([code, message.zh, where])
    return seen.has(key) ? false : seen.add(key)
  })
}

interface SettledGroup extends Settled {
  readonly figure: Figure | null
  readonly conflict: boolean
  readonly twice: boolean
  readonly table: number
  readonly where: PlacedCell['where']
  /** How a sentence names the cell. */
  readonly name: string
  /** The ways to read it, where a sum of the form may choose. */
  readonly readings: readonly Reading[]
  readonly isStrict: boolean
}

function settleGroup(group: readonly PlacedCell[]): SettledGroup {
  const { kept, dropped } = chooseCells(group)
  const [first] = kept
  if (first === undefined) throw new Error('a group of cells is never empty')
  const base = {
    figures: [],
    left: unique(dropped.map(({ line }) => line).filter(printsFigure)),
    conflict: false,
    twice: kept.length > 1,
    table: first.row.table,
    where: first.where,
    name: nameOf(first),
    readings: [],
    isStrict: first.shared === true,
  }
  if (first.uncertain) return { ...base, ...settleUncertain(kept) }
  const made = kept.map((cell) => makeFigure(cell))
  const distinct = unique(made.map(({ figure }) => (figure === null ? '' : JSON.stringify([figure.state, figure.value, figure.qualifier]))))
  const [one] = made
  if (one === undefined || distinct.length > 1) return { ...base, ...settleConflict(kept, made) }
  const problems =
    kept.length > 1 && one.figure !== null
      ? [...one.problems, figureRepeated(first.row.label, kept[1]?.line.where ?? first.where)]
      : one.problems
  const misprint = first.misprinted === undefined ? [] : [labelMisprinted(first.misprinted, first.row.label, first.line.where)]
  const settled = first.settledBy === undefined ? [] : [rowSettled(first.row.label, first.line.where)]
  return { ...base, figure: one.figure, problems: [...problems, ...misprint, ...settled], readings: one.readings }
}

/** Certain before uncertain, official before local, a row with cells before a label alone. */
function chooseCells(group: readonly PlacedCell[]): { readonly kept: readonly PlacedCell[]; readonly dropped: readonly PlacedCell[] } {
  const prefer = (cells: readonly PlacedCell[], holds: (cell: PlacedCell) => boolean): readonly PlacedCell[] =>
    cells.some(holds) ? cells.filter(holds) : cells
  const withCells = prefer(group, ({ alone }) => !alone)
  const official = prefer(withCells, (cell) => cell.official)
  const certain = prefer(official, ({ uncertain }) => !uncertain)
  const kept = certain.every(({ alone }) => alone) ? certain.slice(0, 1) : certain
  return { kept, dropped: group.filter((cell) => !kept.includes(cell) && !cell.alone) }
}

const printsFigure = (line: TableLine): boolean => line.cells.some((cell) => !isEmpty(cell))

function settleUncertain(kept: readonly PlacedCell[]): Pick<SettledGroup, 'figure' | 'problems' | 'left'> {
  const [first] = kept
  if (first === undefined) return { figure: null, problems: [], left: [] }
  const text = unique(kept.map(({ line }) => textOf(line))).join(' / ')
  const found = first.line.cells.filter((cell) => isValueText(cell.text) && /\d/.test(cell.text.normalize('NFKC'))).length
  const expected = first.row.table === 3 ? 7 : first.row.table === 4 ? 15 : first.row.table === 2 ? 3 : 1
  const isAsked = first.row.indicator !== null
  return {
    figure: isAsked ? unreadableFigure(first, text) : null,
    problems: [rowRagged(first.row.table === 4 ? '表四' : first.row.label, found, expected, first.line.where)],
    left: unique(kept.map(({ line }) => line)),
  }
}

function settleConflict(
  kept: readonly PlacedCell[],
  made: readonly MadeFigure[],
): Pick<SettledGroup, 'figure' | 'problems' | 'left' | 'conflict'> {
  const [first] = kept
  const figures = made.flatMap(({ figure }) => (figure === null ? [] : [figure]))
  if (first === undefined || first.row.indicator === null) return { figure: figures[0] ?? null, problems: [], left: [], conflict: false }
  const printed = unique(figures.map((figure) => figure.printed))
  return {
    figure: unreadableFigure(first, printed.join(' / ')),
    problems: [figureConflict(nameOf(first), printed, first.where)],
    left: unique(kept.map(({ line }) => line)),
    conflict: true,
  }
}
