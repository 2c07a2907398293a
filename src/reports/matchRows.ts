import { foldLabel } from '../forms/dialects.ts'
import type { FormRow } from '../forms/form.ts'
import type { Grid, GridCell } from './document.ts'
import type { LabelMatch } from './labels.ts'
import { compactLabel, isLabelPiece, isValueText } from './labels.ts'
import type { TableLine } from './tableLine.ts'
import { hasNoWords, hasOnlyWords, isEmpty, isWords, splitLabel, textOf, wordsOf } from './tableLine.ts'
import { foldPrinted } from './readNumber.ts'

/** A row of the report with the form rows that its label may name. */
export interface MatchedRow {
  readonly candidates: readonly LabelMatch[]
  /** The line with the figures, or the first line of the label when none has any. */
  readonly line: TableLine
  /** The cells right of the label. */
  readonly rest: readonly GridCell[]
  readonly label: string
  /** False where the label stands alone: no figure, no unit, no empty cell beside it. */
  readonly hasCells: boolean
  /** In this table figures stand alone above their labels as well as below: whose they are is not certain. */
  readonly uncertain: boolean
  /** The label has characters missing or added; its number and its place name the row. */
  readonly misprinted?: boolean
}

/** A line that names no row of the form. */
export interface LeftLine {
  readonly line: TableLine
}

export type Reading = MatchedRow | LeftLine

type OrderedReading = Reading & { readonly order: number }

export const isMatched = (reading: Reading): reading is MatchedRow => 'candidates' in reading

interface Found {
  readonly matches: readonly LabelMatch[]
  readonly label: string
  readonly rest: readonly GridCell[]
  readonly whole: boolean
  readonly from: number
  readonly to: number
}

/** The rows that a text names. Within one line a group label may stand in front; joined lines must be a label by themselves. */
type Look = (text: string, oneLine: boolean) => readonly LabelMatch[]

const endsWithNumber = /(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|(?:^|\D)\d{1,2}[.、．]|[一二三四五六七八九十]{1,3}[、．.])\s*$/

/** How many lines a wrapped label may have above and below the line with its figures. */
const reach = 4

/**
 * Finds the rows of a form among the lines of its tables, in the order of the page. A label may be wrapped over several lines,
 * with its figures beside any of them: lines belong together when their words, joined, are a label of the form.
 */
export function matchRows(
  all: readonly TableLine[],
  index: ReadonlyMap<string, readonly LabelMatch[]>,
  { groups = [], order = [] }: { readonly groups?: readonly FormRow[]; readonly order?: readonly FormRow[] } = {},
): readonly Reading[] {
  const lines = all.filter(({ cells }) => !cells.every(isEmpty))
  const taken = new Set<number>()
  const found: (Found & { readonly at: number })[] = []
  const keep = (at: number, match: Found | null): void => {
    if (match === null) return
    for (let line = match.from; line <= match.to; line += 1) taken.add(line)
    found.push({ ...match, at })
  }
  // A line that is only a number begins a label: it ends none that stands above.
  const look: Look = (text, oneLine) => (oneLine ? lookUp(text, index, groups) : endsWithNumber.test(text) ? [] : lookUp(text, index, []))
  // Whole labels first, so that no neighbour takes them for a piece of its own.
  const withFigures = lines.flatMap((line, at) => (hasOnlyWords(line) ? [] : [at]))
  for (const at of withFigures) if (!hasNoWords(lineAt(lines, at))) keep(at, bestWindow(lines, at, taken, look))
  for (const at of withFigures) if (hasNoWords(lineAt(lines, at))) keep(at, bestWindow(lines, at, taken, look))
  lines.forEach((line, at) => {
    if (!taken.has(at) && hasOnlyWords(line)) keep(at, wordsOnly(lines, at, taken, look))
  })
  const doubtful = findDoubtful(lines, found, look)
  const rows = found.map((match): OrderedReading => ({
    order: match.from,
    candidates: match.matches,
    line: lineAt(lines, match.at),
    rest: match.rest,
    label: match.label,
    hasCells: match.rest.length > 0,
    uncertain: doubtful.has(lineAt(lines, match.at).grid) && (hasNoWords(lineAt(lines, match.at)) || hasOnlyWords(lineAt(lines, match.at))),
  }))
  const left = lines.flatMap((line, at) => (taken.has(at) ? [] : [{ order: at, line }]))
  const readings = [...rows, ...left].sort((a, b) => a.order - b.order)
  return doubtCutRows(shakeNeighbours(nameMisprinted(readings, order)))
}

/**
 * A label without figures at the top of a page may be the rest of one that the page cut, when the last row of the page before has
 * figures and no whole label: then the figures are its own, and it is not blank.
 */
function doubtCutRows(readings: readonly Reading[]): readonly Reading[] {
  return readings.map((reading, at) => {
    const before = readings[at - 1]
    if (before === undefined || before.line.grid === reading.line.grid || !isMatched(reading) || !reading.rest.every(isEmpty))
      return reading
    const isGroup = isMatched(before) && before.candidates.every(({ row }) => row.type === 'group' || row.type === 'header')
    const hasFigures = before.line.cells.some(({ text }) => isValueText(text) && /\d/.test(foldPrinted(text)))
    return hasFigures && (!isMatched(before) || isGroup) ? { ...reading, uncertain: true } : reading
  })
}

/**
 * A label with characters lost or added still names its row, when it stands between the rows before and after that one, no other
 * line names it, and its number is the same.
 */
function nameMisprinted(readings: readonly OrderedReading[], order: readonly FormRow[]): readonly OrderedReading[] {
  const single = (reading: Reading | undefined): FormRow | null =>
    reading !== undefined && isMatched(reading) && reading.candidates.length === 1 ? (reading.candidates[0]?.row ?? null) : null
  const named = new Set(readings.map(single))
  return readings.map((reading, at) => {
    if (isMatched(reading) || hasOnlyWords(reading.line) || hasNoWords(reading.line)) return reading
    const inOrder = (other: Reading): boolean => order.includes(single(other) ?? missing)
    const before = single(readings.slice(0, at).filter(inOrder).at(-1))
    const after = single(readings.slice(at + 1).find(inOrder))
    const place = before === null ? -1 : order.indexOf(before)
    const row = order[place + 1]
    if (before === null || after === null || row === undefined || order[place + 2] !== after || named.has(row)) return reading
    const split = splitLabel(reading.line).find(({ text }) => isMisprintOf(text, row.label))
    if (split === undefined) return reading
    return {
      ...reading,
      candidates: [{ row, official: false }],
      rest: split.rest,
      label: split.text,
      hasCells: split.rest.length > 0,
      uncertain: false,
      misprinted: true,
    }
  })
}

const missing: FormRow = { path: '', table: 1, type: 'leaf', level: 0, label: '', unit: '', indicator: null, byApplicant: false }

const numberOf = (label: string): string =>
  /^\s*(?:其中[:：])?\s*([(（]?[\d一二三四五六七八九十]{1,3}[)）、.．])/.exec(foldPrinted(label))?.[1]?.replace(/[()（）、.．]/g, '') ?? ''

/** The same number, and the same characters in the same order with up to two fifths of them missing. */
function isMisprintOf(printed: string, label: string): boolean {
  const [short, long] = [foldLabel(printed), foldLabel(label)].sort((a, b) => a.length - b.length)
  if (
    short === undefined ||
    long === undefined ||
    short.length < 4 ||
    short.length < long.length * 0.6 ||
    numberOf(printed) !== numberOf(label)
  )
    return false
  let at = 0
  for (const char of long) if (char === short[at]) at += 1
  return at === short.length
}

/**
 * Where only positions tell cells, a number may be cut at the end of its column: then a line with the rest of it names no row, and
 * what the rows next to it seem to print may be half a number.
 */
function shakeNeighbours(readings: readonly OrderedReading[]): readonly Reading[] {
  const shaken = new Set<Reading>()
  readings.forEach((reading, at) => {
    // A group label has no figures; some beside it, and not a whole row of them, belong to the rows around it.
    const isGroup = isMatched(reading) && reading.candidates.every(({ row }) => row.type === 'group') && reading.rest.length < 7
    if ((isMatched(reading) && !isGroup) || !mayBeHalfRow(reading.line)) return
    for (const step of [-1, 1]) {
      for (let other = at + step, seen = 0; seen < reach; other += step) {
        const neighbour = readings[other]
        if (neighbour === undefined || neighbour.line.grid !== reading.line.grid) break
        seen += 1
        if (!isMatched(neighbour)) continue
        shaken.add(neighbour)
        break
      }
    }
  })
  return readings.map((reading) => (isMatched(reading) && shaken.has(reading) ? { ...reading, uncertain: true } : reading))
}

/** Figures, and no words but pieces of labels, on a line whose columns are not known; a lone number among ruled rows is a page number. */
function mayBeHalfRow(line: TableLine): boolean {
  const ruled = line.grid.rows.filter(({ cells }) => cells.some(({ column }) => column !== null)).length * 2 > line.grid.rows.length
  const positions = line.cells.every(({ column }) => column === null)
  const figures = line.cells.some((cell) => isValueText(cell.text) && /\d/.test(foldPrinted(cell.text)))
  const words = line.cells.filter(isWords)
  // The rest of a word that was wrapped in its column: 不适 above 用.
  const scraps = positions && words.length > 0 && words.every(({ text }) => compactLabel(text).length <= 2 && !isLabelPiece(text))
  return (figures || scraps) && (positions ? !ruled : ruled) && (scraps || words.every(({ text }) => isLabelPiece(text)))
}

/**
 * Grids in which figures stand on lines of their own and some of them have a label below and none above: there all may precede
 * their labels, so that joining each to the label above would shift every row.
 */
function findDoubtful(lines: readonly TableLine[], found: readonly (Found & { readonly at: number })[], look: Look): ReadonlySet<Grid> {
  const matched = new Set(found.map(({ at }) => at))
  const doubtful = lines.filter((line, at) => {
    const next = lines[at + 1]
    const isAlone = hasNoWords(line) && !line.cells.every(isEmpty) && !matched.has(at)
    return isAlone && next !== undefined && next.grid === line.grid && hasOnlyWords(next) && look(wordsOf(next).all, true).length > 0
  })
  return new Set(doubtful.map(({ grid }) => grid))
}

function lineAt(lines: readonly TableLine[], at: number): TableLine {
  const line = lines[at]
  if (line === undefined) throw new Error(`no line ${at} among ${lines.length}`)
  return line
}

/** The rows that a text names: the whole of it, or what follows the (cut) label of a group. */
function lookUp(text: string, index: ReadonlyMap<string, readonly LabelMatch[]>, groups: readonly FormRow[]): readonly LabelMatch[] {
  const folded = foldLabel(text)
  const exact = index.get(folded)
  if (exact !== undefined || groups.length === 0 || folded === '') return exact ?? []
  const groupWords = groups.map(({ label }) => compactLabel(label).replace(/^[一二三四五六七八九十]/, '')).join('')
  for (let at = 1; at < folded.length - 1; at += 1) {
    const before = folded.slice(0, at).replace(/\d/g, '')
    const matches = index.get(folded.slice(at).replace(/^\d/, ''))
    if (matches !== undefined && groupWords.includes(before)) return matches
  }
  return []
}

/** The best label around a line with figures: no words left over, then the longest. */
function bestWindow(lines: readonly TableLine[], at: number, taken: ReadonlySet<number>, look: Look): Found | null {
  const line = lineAt(lines, at)
  const isFree = (other: number): boolean => {
    const candidate = lines[other]
    return (
      candidate !== undefined && !taken.has(other) && hasOnlyWords(candidate) && Math.abs(other - at) <= reach && meets(candidate, line)
    )
  }
  const splits = hasNoWords(line) ? [{ text: '', rest: line.cells, whole: true }] : splitLabel(line)
  let best: Found | null = null
  // Figures alone on a line belong to the label above them, or around them; never to one that only follows.
  const first = hasNoWords(line) ? at - 1 : at
  for (let from = first; from === at || isFree(from); from -= 1) {
    for (let to = at; to === at || isFree(to); to += 1) {
      for (const split of splits) {
        for (const part of ['all', 'last', 'tail'] as const) {
          const label = joinWords(lines, from, to, at, split.text, part)
          const matches = look(label, from === to)
          if (matches.length > 0) best = better(best, { matches, label, rest: split.rest, whole: split.whole, from, to })
        }
      }
    }
  }
  return best
}

/** Figures without a word of their own belong to no label of another table, unless a page ends between the two. */
const meets = (label: TableLine, figures: TableLine): boolean =>
  label.grid === figures.grid || label.where.page !== figures.where.page || !hasNoWords(figures)

function joinWords(
  lines: readonly TableLine[],
  from: number,
  to: number,
  at: number,
  own: string,
  part: keyof ReturnType<typeof wordsOf>,
): string {
  return Array.from({ length: to - from + 1 }, (_, offset) =>
    from + offset === at ? own : wordsOf(lineAt(lines, from + offset))[part],
  ).join('')
}

function better(best: Found | null, next: Found): Found {
  if (best === null) return next
  const rank = ({ matches, label, whole, from, to }: Found): readonly number[] => [
    Number(whole),
    foldLabel(label).length,
    Number(matches.some(({ official }) => official)),
    to - from,
  ]
  const [one, other] = [rank(best), rank(next)]
  const differs = one.findIndex((value, at) => value !== other[at])
  return differs >= 0 && (other[differs] ?? 0) > (one[differs] ?? 0) ? next : best
}

/** A label that has no figure anywhere, over as many lines as it takes. */
function wordsOnly(lines: readonly TableLine[], at: number, taken: ReadonlySet<number>, look: Look): Found | null {
  const line = lineAt(lines, at)
  let best: Found | null = null
  for (let to = at; to <= at + reach; to += 1) {
    const next = lines[to]
    if (next === undefined || taken.has(to) || !hasOnlyWords(next)) break
    for (const split of splitLabel(line)) {
      const label = joinWords(lines, at, to, at, split.text, 'all')
      const matches = look(label, at === to)
      if (matches.length > 0) best = better(best, { matches, label, rest: split.rest, whole: split.whole, from: at, to })
    }
  }
  return best
}

/**
 * Decides between rows that share a label (被依法纠错数, 其他情形数): the one that comes next in the part the report is in, or the
 * only one between the rows around it. Null where both remain possible, or where the part is a local one.
 */
export function settleRow(
  readings: readonly Reading[],
  at: number,
  settled: readonly (FormRow | null)[],
  order: ReadonlyMap<string, number>,
): LabelMatch | null {
  const reading = readings[at]
  if (reading === undefined || !isMatched(reading)) return null
  const [only, second] = reading.candidates
  if (only !== undefined && second === undefined) return only
  const place = (row: FormRow): number => order.get(row.path) ?? -1
  const before = lastBefore(readings, at, settled)
  if (before === 'local') return null
  const next = readings.slice(at + 1).find((other): other is MatchedRow => isMatched(other) && other.candidates.length === 1)?.candidates[0]
  const after = reading.candidates.filter(({ row }) => before === null || place(row) > place(before))
  const inPart = after.filter(({ row }) => before !== null && row.path.split('.')[0] === before.path.split('.')[0])
  if (inPart[0] !== undefined && inPart.length === 1) return inPart[0]
  const between = after.filter(({ row }) => next === undefined || place(row) < place(next.row))
  return between.length === 1 && between[0] !== undefined && next !== undefined ? between[0] : null
}

/** The last row settled above; `local` when a part that the form does not have began since. */
function lastBefore(readings: readonly Reading[], at: number, settled: readonly (FormRow | null)[]): FormRow | 'local' | null {
  for (let back = at - 1; back >= 0; back -= 1) {
    const row = settled[back]
    if (row !== null && row !== undefined) return row
    const reading = readings[back]
    if (reading !== undefined && !isMatched(reading) && /^\s*[一二三四五六七八九十]{1,3}[、.．]/.test(textOf(reading.line))) return 'local'
  }
  return null
}
