import type { ApplicantId } from '../forms/form.ts'
import { joinSql, sql, type Sql } from '../engine/sql.ts'

/** How a number is made from the figures of one report. `applicant` null: the total, or the only figure there is. */
export type Formula =
  | { readonly kind: 'reported'; readonly indicator: string; readonly applicant: ApplicantId | null }
  | { readonly kind: 'sum'; readonly terms: readonly Formula[] }
  | { readonly kind: 'ratio'; readonly part: Formula; readonly whole: Formula; readonly times: number }

export const reported = (indicator: string, applicant: ApplicantId | null = null): Formula => ({ kind: 'reported', indicator, applicant })
export const sum = (...terms: readonly Formula[]): Formula => ({ kind: 'sum', terms })
export const ratio = (part: Formula, whole: Formula, times = 1): Formula => ({ kind: 'ratio', part, whole, times })

/** Works a formula out for one report. Missing in, missing out; anything over zero is undefined, hence null. */
export function evaluate(formula: Formula, valueOf: (indicator: string, applicant: ApplicantId | null) => number | null): number | null {
  switch (formula.kind) {
    case 'reported':
      return valueOf(formula.indicator, formula.applicant)
    case 'sum':
      return formula.terms.reduce<number | null>((total, term) => {
        const value = evaluate(term, valueOf)
        return total === null || value === null ? null : total + value
      }, 0)
    case 'ratio': {
      const part = evaluate(formula.part, valueOf)
      const whole = evaluate(formula.whole, valueOf)
      return part === null || whole === null || whole === 0 ? null : (formula.times * part) / whole
    }
  }
}

/** The same formula as an SQL expression of type DOUBLE; `columnOf` names where a figure stands (a column of the wide table). */
export function printSql(formula: Formula, columnOf: (indicator: string, applicant: ApplicantId | null) => Sql): Sql {
  switch (formula.kind) {
    case 'reported':
      return columnOf(formula.indicator, formula.applicant)
    case 'sum':
      return sql`(${joinSql(
        formula.terms.map((term) => printSql(term, columnOf)),
        ' + ',
      )})`
    case 'ratio':
      return sql`((${formula.times}::DOUBLE * ${printSql(formula.part, columnOf)}) / nullif(${printSql(formula.whole, columnOf)}, 0))`
  }
}

/** Every figure that a formula takes, in the order it takes them, without repeats. */
export function operandsOf(formula: Formula): readonly { indicator: string; applicant: ApplicantId | null }[] {
  const found = new Map<string, { indicator: string; applicant: ApplicantId | null }>()
  const visit = (part: Formula): void => {
    if (part.kind === 'reported')
      found.set(`${part.indicator}@${part.applicant ?? ''}`, { indicator: part.indicator, applicant: part.applicant })
    else if (part.kind === 'sum') part.terms.forEach(visit)
    else [part.part, part.whole].forEach(visit)
  }
  visit(formula)
  return [...found.values()]
}
