import { column, joinSql, sql, type Sql } from '../engine/sql.ts'
import type { ApplicantId, FormId } from '../forms/form.ts'
import type { FigureState, Scope } from '../forms/states.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import { stateColumn, valueColumn } from '../indicators/wideColumns.ts'
import { readIds, readIdsOrAll, readYears, refuseUnknown } from './params.ts'
import type { Question } from './question.ts'
import { numberOf, textOf, textOrNull } from './rawFields.ts'
import { among, yearTable } from './spans.ts'

export type Gathering = {
  /** Printed figures by the name of their column: `requests_new` for the total or the only one, `requests_new@natural_person`. */
  readonly figures: readonly string[]
  /** Null for all. */
  readonly agencies: readonly string[] | null
  readonly years: readonly [from: number, to: number]
}

/** Many printed figures of one agency in one year. */
export interface GatheredFigures {
  readonly agency: string
  readonly year: number
  /** Null when no report was loaded, and then `figures` is empty. */
  readonly form: FormId | null
  readonly scope: Scope | null
  readonly report: string | null
  /** In the order asked: a number, or the reason why there is none. */
  readonly figures: readonly (number | FigureState)[]
}

/**
 * What do the tables print in these many cells? One row per agency and year, so that a page with dozens of indicators asks once
 * and works sums and rates out itself.
 */
export const gatherFigures: Question<Gathering, GatheredFigures> = {
  name: 'gatherFigures',
  about: {
    zh: '各机关各年度的许多表格数字，一个机关年度一行；没有数字的说明原因',
    en: 'Many printed figures, one row per agency and year, with the reason where there is no number',
  },
  paramsAbout: {
    figures: 'ids of printed indicators, of one applicant type as id@type',
    agencies: 'ids, null for all',
    years: '[first, last]',
  },
  readParams(raw, catalogue) {
    refuseUnknown(raw, ['figures', 'agencies', 'years'])
    const figures = readIds(raw, 'figures')
    if (figures.length === 0) throw new Error('figures must name at least one printed figure')
    for (const figure of figures) splitFigure(figure, catalogue)
    return { figures, agencies: readIdsOrAll(raw, 'agencies'), years: readYears(raw) }
  },
  sql: ({ figures, agencies, years }, catalogue) => sql`
    SELECT agencies.agency_id AS agency, years.year::INTEGER AS year, wide.form AS form, wide.scope AS scope, wide.report_id AS report,
      CASE WHEN wide.report_id IS NOT NULL THEN concat_ws('|', ${joinSql(
        figures.map((figure) => printFigure(figure, catalogue)),
        ', ',
      )}) END AS figures
    FROM d.agencies AS agencies
    CROSS JOIN ${yearTable(years)}
    LEFT JOIN d.wide AS wide ON wide.agency_id = agencies.agency_id AND wide.year = years.year
    WHERE ${among(sql`agencies.agency_id`, agencies)}
    ORDER BY agency, year`,
  row: (raw) => ({
    agency: textOf(raw, 'agency'),
    year: numberOf(raw, 'year'),
    form: textOrNull(raw, 'form') as FormId | null,
    scope: textOrNull(raw, 'scope') as Scope | null,
    report: textOrNull(raw, 'report'),
    figures: textOrNull(raw, 'figures')?.split('|').map(readPrinted) ?? [],
  }),
}

/** The number as text, else its state: the one never looks like the other. */
function printFigure(figure: string, catalogue: Catalogue): Sql {
  const { indicator, applicant } = splitFigure(figure, catalogue)
  return sql`coalesce(${column('wide', valueColumn(indicator, applicant))}::VARCHAR, ${column('wide', stateColumn(indicator, applicant))})`
}

const readPrinted = (text: string): number | FigureState => (/^-?\d/.test(text) ? Number(text) : (text as FigureState))

/** @throws {Error} when the catalogue prints no such figure. */
function splitFigure(figure: string, catalogue: Catalogue): { readonly indicator: string; readonly applicant: ApplicantId | null } {
  const [id, type, ...more] = figure.split('@')
  const indicator = catalogue.indicators.find((candidate) => candidate.id === id)
  const applicant = type === undefined ? null : catalogue.applicants.find((candidate) => candidate.id === type)
  const isPrinted = indicator?.kind === 'reported' && indicator.type !== 'text' && (type === undefined || indicator.byApplicant)
  if (!indicator || !isPrinted || applicant === undefined || more.length > 0)
    throw new Error(`figures: no table prints ${figure.slice(0, 80)} as a number`)
  return { indicator: indicator.id, applicant: applicant?.id ?? null }
}
