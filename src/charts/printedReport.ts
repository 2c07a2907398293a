import type { ApplicantId, Form, FormId, FormRow } from '../forms/form.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import { indicatorById } from '../indicators/catalogue.ts'
import { computeIndicator, type CellFigure } from '../indicators/computeIndicator.ts'
import type { ReportFigure } from '../questions/reportFigure.ts'
import type { Lang } from '../text/label.ts'
import type { Words } from '../text/zh.ts'
import { findCell } from './agencyMatrix.ts'
import type { ChartTable } from './chartContext.ts'
import { nameState } from './figureText.ts'

/** One printed figure of a line, with where it stands. */
export interface PrintedFigure {
  /** Place in the printed order of the report, from 1. */
  readonly position: number
  readonly applicant: ApplicantId | null
  readonly printed: string
  readonly value: number | null
  readonly state: ReportFigure['state']
  readonly evidence: ReportFigure['evidence']
  /** Page of the file and row of its table, both from 1; null where unknown. */
  readonly page: number | null
  readonly rowNumber: number | null
}

/** One row of the form with what the report prints there; no figures: the report lacks the row. */
export interface PrintedLine {
  readonly row: FormRow
  readonly figures: readonly PrintedFigure[]
}

/** The form's rows in printed order, each with its figures. A local row that the report does not have is left out. */
export function linesOfReport(form: Form, rows: readonly ReportFigure[]): PrintedLine[] {
  const byCell = new Map<string, PrintedFigure[]>()
  for (const row of rows) {
    // A cell that prints “约 20” is of grade C, and stands in the table all the same.
    if (row.cell === null) continue
    byCell.set(row.cell, [...(byCell.get(row.cell) ?? []), printedFigureOf(row)])
  }
  return form.rows
    .map((row) => ({ row, figures: byCell.get(row.path) ?? [] }))
    .filter(({ row, figures }) => row.variant !== true || figures.length > 0)
}

const printedFigureOf = ({ position, applicant, printed, value, state, evidence, where }: ReportFigure): PrintedFigure => ({
  position,
  applicant,
  printed,
  value,
  state,
  evidence,
  page: where.page,
  rowNumber: where.row,
})

/** How many cells the form asks, how many have a number (zeros among them), how many are blank. */
export function countPrinted(lines: readonly PrintedLine[]): {
  readonly expected: number
  readonly filled: number
  readonly zeros: number
  readonly blank: number
} {
  const asked = lines.filter(({ row }) => row.indicator !== null && row.variant !== true)
  const figures = asked.flatMap((line) => line.figures)
  return {
    expected: asked.reduce((total, { row }) => total + (row.table === 3 ? 7 : 1), 0),
    filled: figures.filter((figure) => figure.value !== null).length,
    zeros: figures.filter((figure) => figure.state === 'zero').length,
    blank: figures.filter((figure) => figure.state === 'blank').length,
  }
}

/**
 * A figure of the prose beside what the tables say of the same indicator: a cell, the sum of cells where the form prints no
 * total of its own, or the reason why there is none. Different is no fault: the scope may differ.
 */
export interface ProseClaim {
  readonly claim: ReportFigure
  readonly table: CellFigure
  readonly relation: 'same' | 'differs' | 'only'
}

/** Relates each claim to the tables. A blank cell is not a zero: the number then stands only in the prose. */
export function relateProse(
  rows: readonly ReportFigure[],
  report: { readonly form: FormId; readonly year: number },
  catalogue: Catalogue,
): ProseClaim[] {
  const cellOf = (id: string, applicant: ApplicantId | null): CellFigure =>
    findCell(indicatorById(catalogue, id), applicant, report.form, report.year, rows)
  return rows.flatMap((claim): ProseClaim[] => {
    if (claim.evidence === 'A' || claim.cell !== null || claim.indicator === null) return []
    const table = computeIndicator(indicatorById(catalogue, claim.indicator), catalogue, report, cellOf, {
      applicant: null,
      blanksAsZero: false,
    })
    if (table.value === null || claim.value === null) return [{ claim, table, relation: 'only' }]
    return [{ claim, table, relation: agrees(claim, table.value) ? 'same' : 'differs' }]
  })
}

function agrees(claim: ReportFigure, value: number): boolean {
  if (claim.value === null) return false
  switch (claim.qualifier) {
    case '≥':
      return value >= claim.value
    case '<':
      return value < claim.value
    case '~':
      return Math.abs(value - claim.value) <= claim.value / 10
    case null:
      return value === claim.value
  }
}

/** Every figure of the report in printed order, the prose after the tables; rows that it lacks are said to be missing. */
export function tableOfReport(
  lines: readonly PrintedLine[],
  rows: readonly ReportFigure[],
  caption: string,
  { catalogue, lang, words }: { readonly catalogue: Catalogue; readonly lang: Lang; readonly words: Words },
): ChartTable {
  const applicantOf = (id: string | null): string => catalogue.applicants.find((applicant) => applicant.id === id)?.name[lang] ?? ''
  const printed = lines.flatMap(({ row, figures }) => {
    const label = [row.caption, row.label, row.column]
      .filter((part, index, parts) => part !== undefined && parts.indexOf(part) === index)
      .join(' ')
    if (figures.length === 0)
      return row.indicator === null
        ? []
        : [{ key: row.path, report: null, cells: [row.path, label, '', '–', nameState(catalogue, 'row_missing', lang), '–'] }]
    return figures.map((figure) => ({
      key: `${row.path}-${figure.applicant ?? ''}`,
      report: null,
      cells: [
        row.path,
        label,
        row.table === 3 ? applicantOf(figure.applicant) : '',
        figure.printed === '' ? nameState(catalogue, figure.state, lang) : figure.printed,
        nameState(catalogue, figure.state, lang),
        figure.evidence,
      ],
    }))
  })
  const claims = rows
    .filter((row) => row.evidence !== 'A' && row.cell === null && row.indicator !== null)
    .map((row) => ({
      key: `prose-${row.position}`,
      report: null,
      cells: [
        '–',
        indicatorById(catalogue, row.indicator ?? '').name[lang],
        '',
        row.printed,
        nameState(catalogue, row.state, lang),
        words.evidence.letter(row.evidence, words.evidence[row.evidence]),
      ],
    }))
  return {
    caption,
    columns: [
      { name: words.methods.cell, numeric: false },
      { name: words.report.columnIndicator, numeric: false },
      { name: words.report.corner, numeric: false },
      { name: words.report.columnValue, numeric: true },
      { name: words.report.columnState, numeric: false },
      { name: words.compare.evidenceColumn, numeric: false },
    ],
    rows: [...printed, ...claims],
  }
}
