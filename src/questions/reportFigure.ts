import type { RawRow } from '../engine/engine.ts'
import { sql } from '../engine/sql.ts'
import type { ApplicantId, FormId } from '../forms/form.ts'
import type { EvidenceGrade, Qualifier, Scope, ValueState } from '../forms/states.ts'
import { numberOf, numberOrNull, textOf, textOrNull } from './rawFields.ts'

/** A place in a file, as `ogi parse` gives it. */
export interface FigurePlace {
  readonly page: number | null
  readonly paragraph: number | null
  readonly table: number | null
  readonly row: number | null
  readonly column: number | null
  readonly start: number | null
  readonly end: number | null
}

/** One printed cell, or one figure from the prose, with its report and its place: a row of the long table. */
export interface ReportFigure {
  readonly report: string
  readonly agency: string
  readonly year: number
  readonly form: FormId
  readonly scope: Scope
  /** Place in the printed order of the report, from 1. */
  readonly position: number
  /** Null on header rows and group labels. */
  readonly indicator: string | null
  readonly applicant: ApplicantId | null
  readonly cell: string | null
  readonly column: string | null
  readonly printed: string
  readonly value: number | null
  readonly state: ValueState
  readonly evidence: EvidenceGrade
  readonly qualifier: Qualifier | null
  /** Where it stands in the file: page, table, row and column from 1; null where unknown. */
  readonly where: FigurePlace
}

/** The columns of a `ReportFigure`, from `d.cells AS cells`. */
export const figureColumns = sql`
  cells.report_id AS report, cells.agency_id AS agency, cells.year::INTEGER AS year, cells.form AS form, cells.scope AS scope,
  cells.position::INTEGER AS position, cells.indicator AS indicator, cells.applicant AS applicant, cells.cell AS cell,
  cells."column" AS "column", cells.printed AS printed, cells.value::DOUBLE AS value, cells.state AS state,
  cells.evidence AS evidence, cells.qualifier AS qualifier, cells."where" AS "where"`

export const readFigure = (raw: RawRow): ReportFigure => ({
  report: textOf(raw, 'report'),
  agency: textOf(raw, 'agency'),
  year: numberOf(raw, 'year'),
  form: textOf(raw, 'form') as FormId,
  scope: textOf(raw, 'scope') as Scope,
  position: numberOf(raw, 'position'),
  indicator: textOrNull(raw, 'indicator'),
  applicant: textOrNull(raw, 'applicant') as ApplicantId | null,
  cell: textOrNull(raw, 'cell'),
  column: textOrNull(raw, 'column'),
  printed: textOf(raw, 'printed'),
  value: numberOrNull(raw, 'value'),
  state: textOf(raw, 'state') as ValueState,
  evidence: textOf(raw, 'evidence') as EvidenceGrade,
  qualifier: textOrNull(raw, 'qualifier') as Qualifier | null,
  where: readPlace(textOrNull(raw, 'where')),
})

/** The place as the dataset keeps it: JSON without what is unknown. @throws {Error} when it is no JSON: the build checked it. */
function readPlace(text: string | null): FigurePlace {
  const place: unknown = text === null ? {} : JSON.parse(text)
  const part = (name: keyof FigurePlace): number | null => {
    const value: unknown = typeof place === 'object' && place !== null ? Reflect.get(place, name) : null
    return typeof value === 'number' ? value : null
  }
  return {
    page: part('page'),
    paragraph: part('paragraph'),
    table: part('table'),
    row: part('row'),
    column: part('column'),
    start: part('start'),
    end: part('end'),
  }
}
