import type { ApplicantId, Form, FormId, FormRow, TableFormId } from '../forms/form.ts'
import type { FigureState, Scope } from '../forms/states.ts'
import { indicatorById, tableForms, type Catalogue } from '../indicators/catalogue.ts'
import { stepBetween } from '../indicators/comparability.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ReportFigure } from '../questions/reportFigure.ts'
import { formatNumber } from '../text/numbers.ts'
import type { Label, Lang } from '../text/label.ts'
import type { ReportWords } from '../text/reportWords.ts'
import type { ChartTable } from './chartContext.ts'
import { nameState } from './figureText.ts'

/** One of the two reports. */
export interface Side {
  readonly report: string
  readonly agency: string
  readonly year: number
  readonly form: FormId
  readonly scope: Scope
  /** Every figure of the report. */
  readonly rows: readonly ReportFigure[]
}

/** What one report prints in a place, or why nothing stands there. */
export interface SideFigure {
  /** Path of the cell in this report's own form; null where the form has none. */
  readonly cell: string | null
  /** As printed; empty where nothing is. */
  readonly printed: string
  readonly value: number | null
  readonly state: FigureState
}

/** How the two figures of a place stand to each other. */
export type Relation = 'alike' | 'differs' | 'notComparable' | 'missing'

/** One place of the tables in both reports. */
export interface Pair {
  readonly applicant: ApplicantId | null
  readonly left: SideFigure
  readonly right: SideFigure
  readonly relation: Relation
  /** The left less the right; null unless both have a number that counts the same. */
  readonly difference: number | null
}

/** One row of the form with its places: seven by applicant, else one. */
export interface AlignedRow {
  readonly row: FormRow
  readonly indicator: Indicator
  readonly pairs: readonly Pair[]
  /** What must be said when the two are compared (a note), or why they are not (a break); null where they count the same. */
  readonly note: Label | null
}

/** A row that only one of the two forms has, or that only one report added. */
export interface LoneRow {
  readonly side: 'left' | 'right'
  readonly row: FormRow
  readonly figures: readonly { readonly applicant: ApplicantId | null; readonly figure: SideFigure }[]
  readonly why: Label | null
}

/** Two reports beside each other. */
export interface Aligned {
  readonly rows: readonly AlignedRow[]
  readonly lone: readonly LoneRow[]
  /** Do the two count different bodies (one agency, or a whole government)? Then nothing is subtracted. */
  readonly otherScope: boolean
  readonly counts: Readonly<Record<Relation, number>>
}

const isTableForm = (form: FormId): form is TableFormId => (tableForms as readonly FormId[]).includes(form)

/**
 * Sets two reports side by side, place by place in the printed order of the left one's form (of the right one's where the left has
 * no tables). Only numbers that count the same on both forms and of the same scope are subtracted; a side without a number keeps its
 * state. Rows that one of the two forms lacks are listed once, apart.
 */
export function alignReports(left: Side, right: Side, catalogue: Catalogue): Aligned {
  const base = isTableForm(left.form) ? left.form : right.form
  const otherScope = left.scope !== right.scope
  const rows: AlignedRow[] = []
  const lone: LoneRow[] = []
  for (const row of rowsOf(base, catalogue)) {
    const indicator = indicatorById(catalogue, row.indicator ?? '')
    const other = base === left.form ? right : left
    if (row.variant === true || !hasRow(indicator, other, catalogue)) lone.push(...loneRowsOf(row, indicator, left, right))
    else rows.push(alignRow(row, indicator, left, right, otherScope))
  }
  const others = isTableForm(left.form) && isTableForm(right.form) && left.form !== right.form ? rowsOf(right.form, catalogue) : []
  for (const row of others) {
    const indicator = indicatorById(catalogue, row.indicator ?? '')
    if (row.variant === true || !hasRow(indicator, left, catalogue)) lone.push(...loneRowsOf(row, indicator, left, right))
  }
  const pairs = rows.flatMap((row) => row.pairs)
  const count = (relation: Relation): number => pairs.filter((pair) => pair.relation === relation).length
  return {
    rows,
    lone,
    otherScope,
    counts: { alike: count('alike'), differs: count('differs'), notComparable: count('notComparable'), missing: count('missing') },
  }
}

const rowsOf = (form: FormId, { forms }: Catalogue): readonly FormRow[] =>
  (forms.find((candidate): candidate is Form => candidate.id === form)?.rows ?? []).filter((row) => row.indicator !== null)

/** A report without tables lacks every row, but is not told so row by row: its places say that no table was given. */
const hasRow = (indicator: Indicator, side: Side, catalogue: Catalogue): boolean =>
  !isTableForm(side.form) || rowsOf(side.form, catalogue).some((row) => row.indicator === indicator.id && row.variant !== true)

function alignRow(row: FormRow, indicator: Indicator, left: Side, right: Side, otherScope: boolean): AlignedRow {
  const step = isTableForm(left.form) && isTableForm(right.form) ? stepBetween(indicator, left.form, right.form) : null
  const mayCompare = step === null || step.class === 'identical' || step.class === 'caveat'
  const applicants = applicantsOf(indicator, left, right)
  return {
    row,
    indicator,
    note: step === null || step.class === 'identical' ? null : step.why,
    pairs: applicants.map((applicant) =>
      pairOf(applicant, figureAt(indicator, applicant, left), figureAt(indicator, applicant, right), mayCompare && !otherScope),
    ),
  }
}

function pairOf(applicant: ApplicantId | null, left: SideFigure, right: SideFigure, mayCompare: boolean): Pair {
  const place = { applicant, left, right, difference: null }
  if (left.value === null || right.value === null) return { ...place, relation: 'missing' }
  if (!mayCompare) return { ...place, relation: 'notComparable' }
  const difference = subtract(left.value, right.value)
  return { ...place, difference, relation: difference === 0 ? 'alike' : 'differs' }
}

/** Money has up to four decimals; what floating point adds to them is no difference. */
const subtract = (left: number, right: number): number => Math.round((left - right) * 10_000) / 10_000

const sevenApplicants: readonly ApplicantId[] = [
  'natural_person',
  'org_commercial',
  'org_research',
  'org_public_interest',
  'org_legal_service',
  'org_other',
  'total',
]

/** The columns in which both reports have the indicator: the 2014 form has the total alone. */
function applicantsOf(indicator: Indicator, left: Side, right: Side): readonly (ApplicantId | null)[] {
  if (!indicator.byApplicant) return [null]
  return left.form === 'pre2019_table' || right.form === 'pre2019_table' ? ['total'] : sevenApplicants
}

function figureAt(indicator: Indicator, applicant: ApplicantId | null, side: Side): SideFigure {
  const cell = isTableForm(side.form) ? (indicator.cell[side.form] ?? null) : null
  const found = side.rows.find(
    (figure) => figure.evidence === 'A' && figure.indicator === indicator.id && (figure.applicant ?? 'total') === (applicant ?? 'total'),
  )
  if (found) return { cell: found.cell ?? cell, printed: found.printed, value: found.value, state: found.state }
  return { cell, printed: '', value: null, state: isTableForm(side.form) ? 'row_missing' : 'not_reported' }
}

/** A row of one form alone, with its figures; a local addition only where a report has it. */
function loneRowsOf(row: FormRow, indicator: Indicator, left: Side, right: Side): LoneRow[] {
  const why =
    isTableForm(left.form) && isTableForm(right.form) && left.form !== right.form ? stepBetween(indicator, left.form, right.form).why : null
  return (['left', 'right'] as const).flatMap((name): LoneRow[] => {
    const side = name === 'left' ? left : right
    if (!isTableForm(side.form) || indicator.cell[side.form] !== row.path) return []
    const applicants =
      indicator.byApplicant && side.form !== 'pre2019_table' ? sevenApplicants : [indicator.byApplicant ? ('total' as const) : null]
    const figures = applicants.map((applicant) => ({ applicant, figure: figureAt(indicator, applicant, side) }))
    const isThere = row.variant !== true || figures.some(({ figure }) => figure.state !== 'row_missing')
    return isThere ? [{ side: name, row, figures, why }] : []
  })
}

/** Rows with a difference, or with one that cannot be told: what is left when equal places are hidden. */
export const onlyDifferences = ({ rows }: Aligned): readonly AlignedRow[] =>
  rows.filter((row) => row.pairs.some((pair) => pair.relation !== 'alike'))

/** What the two reports are called, for words. */
export interface SideNames {
  readonly left: string
  readonly right: string
}

interface WordContext {
  readonly catalogue: Catalogue
  readonly lang: Lang
  readonly words: ReportWords
  readonly names: SideNames
}

/** A row of a form in words: caption, label, column. */
export const nameRow = (row: FormRow): string =>
  [row.caption, row.label, row.column].filter((part, i, parts) => part !== undefined && parts.indexOf(part) === i).join(' ')

/** What one report has in a place: as printed, or the name of its state. */
export const printSide = ({ printed, state }: SideFigure, { catalogue, lang }: Pick<WordContext, 'catalogue' | 'lang'>): string =>
  printed === '' || state === 'blank'
    ? nameState(catalogue, state, lang)
    : state === 'value' || state === 'zero'
      ? printed
      : `${printed} ${nameState(catalogue, state, lang)}`

/** A difference with its sign: `+3`, `−2`, `0`. */
export const printDifference = (difference: number, lang: Lang): string =>
  `${difference > 0 ? '+' : difference < 0 ? '−' : ''}${formatNumber(Math.abs(difference), lang)}`

/** How the two stand to each other: the difference, or why there is none. */
export function printRelation(
  pair: Pair,
  aligned: Pick<Aligned, 'otherScope'>,
  { lang, words }: Pick<WordContext, 'lang' | 'words'>,
): string {
  if (pair.difference !== null) return pair.difference === 0 ? words.alike : printDifference(pair.difference, lang)
  if (pair.relation === 'missing') return words.missing
  return aligned.otherScope ? words.otherScopeShort : words.notComparable
}

/** Every place of both reports, then the rows that only one of them has. */
export function tableOfSideBySide(aligned: Aligned, caption: string, context: WordContext): ChartTable {
  const { catalogue, lang, words, names } = context
  const applicantOf = (id: ApplicantId | null): string => catalogue.applicants.find((applicant) => applicant.id === id)?.name[lang] ?? ''
  const pairs = aligned.rows.flatMap(({ row, pairs, note }) =>
    pairs.map((pair) => ({
      key: `${row.path}@${pair.applicant ?? ''}`,
      report: null,
      cells: [
        row.path,
        nameRow(row),
        applicantOf(pair.applicant),
        printSide(pair.left, context),
        printSide(pair.right, context),
        printRelation(pair, aligned, context),
        note === null ? '–' : note[lang],
      ],
    })),
  )
  const lone = aligned.lone.flatMap(({ side, row, figures, why }) =>
    figures.map(({ applicant, figure }) => {
      const own = printSide(figure, context)
      const none = nameState(catalogue, 'not_in_form', lang)
      return {
        key: `${side}-${row.path}@${applicant ?? ''}`,
        report: null,
        cells: [
          row.path,
          nameRow(row),
          applicantOf(applicant),
          side === 'left' ? own : none,
          side === 'right' ? own : none,
          words.loneShort,
          why === null ? '–' : why[lang],
        ],
      }
    }),
  )
  return {
    caption,
    columns: [
      { name: words.cell, numeric: false },
      { name: words.item, numeric: false },
      { name: words.applicant, numeric: false },
      { name: names.left, numeric: true },
      { name: names.right, numeric: true },
      { name: words.difference, numeric: true },
      { name: words.why, numeric: false },
    ],
    rows: [...pairs, ...lone],
  }
}

/** What is to be seen: how many places are alike, differ, and cannot be compared. */
export function titleOfSideBySide({ counts }: Aligned, words: ReportWords): string {
  const compared = counts.alike + counts.differs
  if (compared === 0) return words.titleNone
  return counts.differs === 0 ? words.titleAlike(compared) : words.titleDiffers(compared, counts.differs)
}

/** The two reports in words, at most 300 characters. */
export function describeSideBySide(aligned: Aligned, { words, names }: Pick<WordContext, 'words' | 'names'>): string {
  const { alike, differs, notComparable, missing } = aligned.counts
  const text = [
    words.about(names.left, names.right),
    words.counts(alike, differs, notComparable, missing),
    aligned.lone.length > 0 ? words.loneCount(aligned.lone.length) : '',
    aligned.otherScope ? words.otherScope : '',
  ].join('')
  return [...text].slice(0, 300).join('')
}
