import type { ApplicantId, FormId, TableFormId } from '../forms/form.ts'
import { formForYear } from '../forms/dueForm.ts'
import type { FigureState } from '../forms/states.ts'
import { tableForms, type Catalogue } from './catalogue.ts'
import { operandsOf, type Formula } from './formula.ts'
import type { Indicator } from './indicator.ts'

/** How a reader wants indicators worked out. */
export interface IndicatorChoice {
  /** A column of table three; null or `total` for the total. Indicators without applicants ignore it. */
  readonly applicant: ApplicantId | null
  /** A blank cell counts as 0; its state stays `blank`. */
  readonly blanksAsZero: boolean
}

/** Which missing operand gives the reason for a value that cannot be worked out: the first of these that occurs. */
export const reasonOrder: readonly FigureState[] = [
  'blank',
  'unreadable',
  'row_missing',
  'unplaced',
  'not_reported',
  'not_applicable',
  'text',
  'header_value',
  'dash',
  'not_in_form',
]

/** The form whose rows a report should have: its own, or without a table the one of its year. */
export function askedForm(form: FormId, year: number): TableFormId {
  return tableForms.find((candidate) => candidate === form) ?? formForYear(year)
}

/**
 * The formula of an indicator on one form for one applicant type, down to printed cells: a figure that this form does not print
 * but sums is replaced by its sum, and the choice is passed on to every figure that has applicants and names none. Null when the
 * form does not ask, or not by applicant.
 * @throws {Error} when the formulas of the catalogue go round in a circle.
 */
export function formulaOn(indicator: Indicator, form: TableFormId, applicant: ApplicantId | null, catalogue: Catalogue): Formula | null {
  const formula = indicator.from[form]
  return formula === undefined ? null : resolve(formula, indicator, form, applicant, catalogue)
}

/** The number of cases behind a rate on one form, as `formulaOn`; null where the indicator has none. */
export function sizeOn(indicator: Indicator, form: TableFormId, applicant: ApplicantId | null, catalogue: Catalogue): Formula | null {
  const size = indicator.size?.[form]
  return size === undefined ? null : resolve(size, indicator, form, applicant, catalogue)
}

function resolve(formula: Formula, of: Indicator, form: TableFormId, applicant: ApplicantId | null, catalogue: Catalogue): Formula | null {
  const chosen = applicant === 'total' || !of.byApplicant ? null : applicant
  const cells = expand(formula, form, chosen, catalogue, [])
  const byApplicant = operandsOf(cells).filter((operand) => operand.applicant !== null && operand.applicant !== 'total')
  return byApplicant.every((operand) => asksByApplicant(catalogue, form, operand.indicator)) ? cells : null
}

function expand(formula: Formula, form: TableFormId, chosen: ApplicantId | null, catalogue: Catalogue, within: readonly string[]): Formula {
  const expandPart = (part: Formula): Formula => expand(part, form, chosen, catalogue, within)
  if (formula.kind === 'sum') return { ...formula, terms: formula.terms.map(expandPart) }
  if (formula.kind === 'ratio') return { ...formula, part: expandPart(formula.part), whole: expandPart(formula.whole) }

  const indicator = catalogue.indicators.find((candidate) => candidate.id === formula.indicator)
  const applicant = formula.applicant ?? (indicator?.byApplicant ? chosen : null)
  const cell: Formula = { ...formula, applicant }
  const source = indicator?.from[form]
  if (indicator === undefined || source === undefined || isCellOf(source, indicator.id)) return cell
  if (within.includes(indicator.id)) throw new Error(`formulas in a circle: ${[...within, indicator.id].join(' → ')}`)
  return expand(source, form, applicant, catalogue, [...within, indicator.id])
}

/** Is this formula nothing but the printed figure of the indicator itself? */
export const isCellOf = (formula: Formula, id: string): boolean => formula.kind === 'reported' && formula.indicator === id

const asksByApplicant = (catalogue: Catalogue, form: TableFormId, id: string): boolean =>
  catalogue.forms.some((candidate) => candidate.id === form && candidate.rows.some((row) => row.indicator === id && row.byApplicant))
