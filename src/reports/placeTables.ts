import type { FormDetection } from '../forms/dialects.ts'
import { detectForm, foldLabel } from '../forms/dialects.ts'
import type { Form, FormId } from '../forms/form.ts'
import { formById } from '../forms/forms.ts'
import { simplify } from '../forms/traditional.ts'
import { otherNotice } from './citedNotice.ts'
import type { Block, Grid, ReportDocument } from './document.ts'
import type { Figure, Problem, Unplaced } from './figure.ts'
import { compactLabel, indexLabels, isLabelPiece, isValueText, isWholeLabel } from './labels.ts'
import { listOtherColumns } from './otherColumns.ts'
import { placeClauses, isClauseHeading, clauseLabel } from './placeClauses.ts'
import { blockOf, placeDisputes, startsDisputes } from './placeDisputes.ts'
import { isApplicantHeading } from './applicantColumns.ts'
import { placeRequests } from './placeRequests.ts'
import { placeStatistics } from './placeStatistics.ts'
import { formRefused, formSeveral, otherBodies, severalColumns } from './problems.ts'
import { settleCells } from './settleCells.ts'
import { findOwnLines } from './tableBodies.ts'
import type { TableLine } from './tableLine.ts'
import { isOnSide, turnGrid } from './turnGrid.ts'
import { isStatisticsHeading, readValueHeading } from './valueColumn.ts'
import {
  hasFiguresInFront,
  printsDigits,
  hasNoWords,
  isEmpty,
  isWords,
  joinFigures,
  linesOf,
  printsLooseFigures,
  printsNumber,
  textOf,
  wordsOf,
} from './tableLine.ts'

/** What the tables of a report say. */
export interface PlacedTables {
  /** Null when the tables carry the marks of two forms. */
  readonly form: FormId | null
  readonly figures: readonly Figure[]
  readonly unplaced: readonly Unplaced[]
  /** Numbers in placed rows that stand in columns the form does not have. */
  readonly otherColumns: readonly Unplaced[]
  readonly problems: readonly Problem[]
  /** The grids that are the statutory tables, or printed parts of them. */
  readonly tableBlocks: ReadonlySet<Block>
}

/**
 * Finds the statutory tables of a report, tells their form, and puts every cell onto its row. `names`: what the reporting body is
 * called, to tell its tables from those of other bodies in the same file.
 */
export function placeTables(document: ReportDocument, names: readonly string[] = []): PlacedTables {
  // Where a table stands on its side, its columns are the rows of the form.
  const blocks = document.blocks.map((block) => (block.kind === 'grid' && isOnSide(block) ? turnGrid(block) : block))
  const grids = blocks.filter((block): block is Grid => block.kind === 'grid')
  const statutory = findStatutory(grids)
  const others = grids.filter((grid) => !statutory.includes(grid)).flatMap(linesOf)
  const { own: lines, others: foreign, otherBodies: bodies } = findOwnLines(blocks, statutory, names)
  const detection = detect(lines, grids)
  const loose = others.some(printsLooseFigures) || document.blocks.some((block) => block.kind === 'paragraph' && isLooseFigure(block.text))
  const placed = placeByForm(detection, lines, loose, captionsOf(blocks))
  const left = [...placed.left, ...findForgotten(lines, placed.figures, placed.left)]
  const otherColumns = listOtherColumns(lines, placed.figures, left)
  return {
    form: placed.form,
    figures: placed.figures,
    otherColumns,
    problems: [
      ...(bodies.length > 0 ? [otherBodies(bodies, lines.length > 0, foreign[0]?.where ?? null)] : []),
      ...placed.problems,
      ...otherNotice(document, placed.form),
    ],
    unplaced: [...listUnplaced(left, true), ...listUnplaced([...foreign, ...others], false)],
    tableBlocks: new Set<Block>(document.blocks.filter((_, at) => statutory.some((grid) => grid === blocks[at]))),
  }
}

const severalForms = (detection: FormDetection): boolean => detection.reasons.includes('two_forms')

interface Placed {
  readonly form: FormId | null
  readonly figures: readonly Figure[]
  readonly problems: readonly Problem[]
  readonly left: readonly TableLine[]
}

/** A figure that stands alone as a paragraph. */
const isLooseFigure = (text: string): boolean => /\d/.test(text) && isValueText(text)

/** The block of table four that the paragraph right above a table names, for tables of one block each. */
function captionsOf(blocks: readonly Block[]): ReadonlyMap<Grid, string> {
  return new Map(
    blocks.flatMap((block, at): readonly [Grid, string][] => {
      const before = blocks[at - 1]
      const named = before?.kind === 'paragraph' ? blockOf(before.text) : null
      return block.kind === 'grid' && named !== null ? [[block, named]] : []
    }),
  )
}

function placeByForm(detection: FormDetection, lines: readonly TableLine[], loose: boolean, captions: ReadonlyMap<Grid, string>): Placed {
  const refuse = (form: FormId | null, ...problems: readonly Problem[]): Placed => ({ form, figures: [], problems, left: lines })
  if (detection.form === 'pre2014' && !severalForms(detection)) return refuse('pre2014', formRefused)
  if (severalForms(detection)) return refuse(null, formSeveral)
  const form = formById(detection.form)
  const [first] = lines
  if (form.id === 'pre2019_table' && first !== undefined) {
    const several = severalValueColumns(lines)
    if (several !== null) return refuse(form.id, severalColumns(several.where))
    const placement = placeStatistics(lines, form)
    if (placement.several !== null) return refuse(form.id, severalColumns(placement.several))
    return { form: form.id, ...settleCells(form, [placement], loose || placement.left.some(printsLooseFigures)) }
  }
  if (form.id !== 'y2019' && form.id !== 'y2021') return refuse(form.id)
  const { clauses, requests, disputes, rest } = partLines(lines, form)
  const placements = [placeClauses(clauses, form), placeRequests(requests, form), placeDisputes(disputes, form, captions)]
  const settled = settleCells(form, placements, loose || [...placements.flatMap(({ left }) => left), ...rest].some(printsLooseFigures))
  return { form: form.id, ...settled, left: [...settled.left, ...rest] }
}

/** Grids with at least two labels of a form, or the heading of one of its tables; and their parts on the next page. */
function findStatutory(grids: readonly Grid[]): readonly Grid[] {
  const found: Grid[] = []
  let before = false
  for (const grid of grids) {
    const lines = linesOf(grid)
    const weight = countLabels(lines)
    const goesOn: boolean =
      before && (weight > 0 || (lines.length <= 3 && lines.every(hasNoWords) && lines.some((line) => line.cells.length >= 5)))
    before = weight >= 2 || goesOn
    if (before) found.push(grid)
  }
  return found
}

function countLabels(lines: readonly TableLine[]): number {
  const headed = lines.some(
    (line) =>
      isApplicantHeading(line) ||
      startsDisputes(line) ||
      isStatisticsHeading(line) ||
      laterForms.some((form) => isClauseHeading(line, form)),
  )
  const whole = lines.filter((line) => line.cells.some(({ text }) => isWholeLabel(text)) || isWholeLabel(wordsOf(line).all)).length
  const pieces = lines.filter((line) =>
    line.cells.some((cell) => isWords(cell) && compactLabel(cell.text).length >= 5 && isLabelPiece(cell.text)),
  ).length
  return (headed ? 2 : 0) + whole + Math.floor(pieces / 3)
}

const laterForms: readonly Form[] = [formById('y2019'), formById('y2021')]

/** The form by labels and headings only; pre-2014 tables have labels of their own, so there every grid is looked at. */
function detect(lines: readonly TableLine[], grids: readonly Grid[]): FormDetection {
  const detection = detectForm(labelTexts(lines))
  if (lines.length > 0 && detection.form !== 'narrative') return detection
  const anywhere = detectForm(grids.flatMap((grid) => labelTexts(linesOf(grid))))
  return anywhere.form === 'pre2014' ? anywhere : detection
}

/** Every label, and the joined words of neighbouring lines, since a label may be wrapped. */
function labelTexts(lines: readonly TableLine[]): readonly string[] {
  const cells = lines.flatMap((line) => line.cells.filter(isWords).map(({ text }) => text))
  const wrapped = lines.flatMap((line, at) => {
    const next = lines[at + 1]
    return next === undefined ? [] : [wordsOf(line).last + wordsOf(next).last]
  })
  return [...cells, ...wrapped].filter((text) => text.length <= 80)
}

/** The heading of the 2014 form when it names more than one column of figures; two halves side by side are not meant. */
function severalValueColumns(lines: readonly TableLine[]): TableLine | null {
  const marks = ['统计指标', '政府公报公开政府信息数']
  return (
    lines.find((line) => {
      if (!isStatisticsHeading(line) || readValueHeading(line) !== null) return false
      const names = line.cells.map(({ text }) => text).filter((text) => text.trim() !== '')
      const second = names.findIndex((name, at) => at > 0 && compactLabel(name) === '统计指标')
      return detectForm(marks, [second < 0 ? names : names.slice(0, second)]).reasons.includes('value_columns')
    }) ?? null
  )
}

type Part = 'clauses' | 'requests' | 'disputes' | 'rest'

/** Which lines belong to table two, three and four: told by their headings and, where these are lost, by their labels. */
function partLines(lines: readonly TableLine[], form: Form): Readonly<Record<Part, readonly TableLine[]>> {
  const parts: Record<Part, TableLine[]> = { clauses: [], requests: [], disputes: [], rest: [] }
  const requests = indexLabels(form.rows.filter(({ table }) => table === 3))
  const clausesIn = new Map<Grid, number>()
  for (const line of lines) if (clauseLabel(line, form) !== null) clausesIn.set(line.grid, (clausesIn.get(line.grid) ?? 0) + 1)
  let part: Part = 'rest'
  lines.forEach((line, at) => {
    const next = lines[at + 1]
    part =
      partOf(line, form, requests) ??
      (part === 'rest' && clauseLabel(line, form) !== null && (clausesIn.get(line.grid) ?? 0) >= 2 ? 'clauses' : part)
    // A wrapped label shows its part only together with the next line.
    if (part !== 'requests' && next !== undefined && isRequestLabel(wordsOf(line).last + wordsOf(next).last, requests)) part = 'requests'
    parts[part].push(line)
  })
  return parts
}

function partOf(line: TableLine, form: Form, requests: ReadonlyMap<string, unknown>): Part | null {
  if (startsDisputes(line)) return 'disputes'
  if (isApplicantHeading(line)) return 'requests'
  if (isClauseHeading(line, form) || line.cells.some(({ text }) => /^第二十条第?[一二三四五六七八九十]?项?$/.test(foldClause(text))))
    return 'clauses'
  const { all, last } = wordsOf(line)
  return isRequestLabel(all, requests) || isRequestLabel(last, requests) ? 'requests' : null
}

const foldClause = (text: string): string => compactLabel(text)

function isRequestLabel(text: string, requests: ReadonlyMap<string, unknown>): boolean {
  const folded = foldLabel(text)
  return folded.length >= 4 && requests.has(folded)
}

/** What was read and not placed: rows with a number, and rows of the statutory tables that name no row of the form. */
function listUnplaced(lines: readonly TableLine[], statutory: boolean): readonly Unplaced[] {
  // In a text with one cell to a line, the figures of a row stand below each other.
  return joinFigures(lines, 30)
    .filter((line) => printsNumber(textOf(line)) || (statutory && line.cells.filter((cell) => !isEmpty(cell)).length > 1))
    .filter((line) => !isNoRow(line))
    .map((line) => ({ kind: 'row', text: textOf(line), where: line.where }))
}

/** Signatures and references to annexes count nothing. */
const isNoRow = (line: TableLine): boolean => isSignature(line) || /^附[件表录]/.test(textOf(line))

/** Rows with figures that were neither placed nor left over: whatever became of them, they are not lost. */
function findForgotten(lines: readonly TableLine[], figures: readonly Figure[], left: readonly TableLine[]): readonly TableLine[] {
  const keyOf = ({ page, table, row }: Figure['where']): string => `${String(page)}/${String(table)}/${String(row)}`
  const kept = new Set([
    ...figures.map(({ where }) => keyOf(where)),
    ...left.flatMap(({ cells, where }) => [where, ...cells.map((cell) => cell.where)]).map(keyOf),
  ])
  return lines.filter(
    (line) =>
      !line.cells.some(({ where }) => kept.has(keyOf(where))) &&
      (hasFiguresInFront(line) || line.cells.slice(Math.max(0, line.cells.findIndex(isWords))).some(printsDigits)),
  )
}

const signatureWords =
  '负责人|单位负责人|审核人|审签人|填报人|填表人|填报日期|填报时间|填报单位|填表单位|制表|制表人|联系电话|联系方式|联系人|电话|邮箱'
const signedBy = new RegExp(`(?:${signatureWords})(?:签[字章名]?)?(?:[(（].{0,6}[)）])?\\s*[:：]|^(?:${signatureWords})$`)

/** Who filled the table in and when, with telephone numbers: no figures, and not to be carried over. */
function isSignature(line: TableLine): boolean {
  return (
    line.cells.some(({ text }) => signedBy.test(simplify(text).replace(/\s/g, ''))) && !line.cells.some(({ text }) => isWholeLabel(text))
  )
}
