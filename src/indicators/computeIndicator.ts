import type { ApplicantId, FormId } from '../forms/form.ts'
import type { FigureState } from '../forms/states.ts'
import type { Catalogue } from './catalogue.ts'
import { evaluate, operandsOf, type Formula } from './formula.ts'
import type { Indicator } from './indicator.ts'
import { askedForm, formulaOn, reasonOrder, sizeOn, type IndicatorChoice } from './indicatorFormula.ts'

/** A printed figure of grade A, or the reason why there is none: what the wide table holds for it. */
export interface CellFigure {
  readonly value: number | null
  readonly state: FigureState
}

/** An indicator of one report. */
export interface IndicatorFigure extends CellFigure {
  /** The number of cases behind a rate; null for everything else, and where it is unknown. */
  readonly n: number | null
}

/**
 * Works an indicator out for one report. `figureOf` gives the report's printed figures (`applicant` null: the total, or the only
 * one). The same figures as `printIndicatorSql` over the wide table.
 */
export function computeIndicator(
  indicator: Indicator,
  catalogue: Catalogue,
  report: { readonly form: FormId; readonly year: number },
  figureOf: (indicator: string, applicant: ApplicantId | null) => CellFigure,
  choice: IndicatorChoice,
): IndicatorFigure {
  const form = askedForm(report.form, report.year)
  const valueOf = (id: string, applicant: ApplicantId | null): number | null => {
    const figure = figureOf(id, applicant)
    return choice.blanksAsZero && figure.state === 'blank' ? 0 : figure.value
  }
  const formula = formulaOn(indicator, form, choice.applicant, catalogue)
  const size = sizeOn(indicator, form, choice.applicant, catalogue)
  const n = size === null ? null : evaluate(size, valueOf)
  if (formula === null) return { value: null, state: 'not_in_form', n }

  const value = evaluate(formula, valueOf)
  if (formula.kind === 'reported') return { value, state: figureOf(formula.indicator, formula.applicant).state, n }
  if (value !== null) return { value, state: value === 0 ? 'zero' : 'value', n }
  return { value, state: reasonOf(formula, figureOf, choice.blanksAsZero), n }
}

function reasonOf(
  formula: Formula,
  figureOf: (indicator: string, applicant: ApplicantId | null) => CellFigure,
  blanksAsZero: boolean,
): FigureState {
  const states = operandsOf(formula).map((operand) => figureOf(operand.indicator, operand.applicant).state)
  const reason = reasonOrder.find((candidate) => states.includes(candidate) && !(blanksAsZero && candidate === 'blank'))
  return reason ?? 'undefined'
}
