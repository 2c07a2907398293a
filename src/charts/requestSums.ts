import type { TableFormId } from '../forms/form.ts'
import type { FigureState } from '../forms/states.ts'
import { tableForms } from '../indicators/catalogue.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { formatNumber } from '../text/numbers.ts'
import { nameState } from './figureText.ts'
import type { RequestContext } from './requestContext.ts'

/** A number over one or more bodies. Where a body has none it is only known to be at least `known`. */
export interface Amount {
  readonly known: number
  readonly have: number
  readonly of: number
  /** The bodies without a number, each with its reason. */
  readonly missing: readonly ComparedValue[]
  /** One row per body. */
  readonly rows: readonly ComparedValue[]
}

/** Adds up one row per body. A missing number never counts as 0. */
export function addUp(rows: readonly ComparedValue[]): Amount {
  const numbers = rows.flatMap((row) => (row.value === null ? [] : [row.value]))
  return {
    known: numbers.reduce((sum, value) => sum + value, 0),
    have: numbers.length,
    of: rows.length,
    missing: rows.filter((row) => row.value === null),
    rows,
  }
}

/** The sum, or null where a body has no number. */
export const totalOf = (amount: Amount): number | null => (amount.have === amount.of && amount.of > 0 ? amount.known : null)

/** `1,204`; `≥ 1,204（40/42）` where a body has none; the reason where nobody has a number. */
export function printAmount(amount: Amount, { catalogue, lang, said }: RequestContext): string {
  const total = totalOf(amount)
  if (total !== null) return formatNumber(total, lang)
  if (amount.have > 0) return said.atLeast(formatNumber(amount.known, lang), amount.have, amount.of)
  const states = [...new Set(amount.missing.map((row) => row.state))]
  return states.length === 0 ? said.nothing : states.map((state) => nameState(catalogue, state, lang)).join(said.or)
}

/** Why a body's figures are no part of a sum: a reason of the states, or because they may not be added to the others. */
export type LeftReason = FigureState | 'other_scope' | 'other_form'

/** The bodies whose figures of one year may be added, and those that stay out. */
export interface Addable {
  /** Null when nobody has a table. */
  readonly form: TableFormId | null
  readonly agencies: readonly string[]
  readonly left: readonly { readonly agency: string; readonly report: string | null; readonly why: LeftReason }[]
}

/**
 * Whose figures of one year may be added: tables on one form, or on forms that list the same (`together`), and never those of a
 * whole government to those of single bodies. Where governments are all there is, a single one stands for itself.
 * `rows`: one per body, of any printed figure.
 */
export function chooseAddable(rows: readonly ComparedValue[], together: readonly (readonly TableFormId[])[]): Addable {
  // Of one type of applicant the 2014 form says nothing: its rows are of everybody.
  const withTable = rows.filter((row) => tableFormOf(row) !== null && row.state !== 'not_reported' && row.state !== 'not_in_form')
  const counts = together.map((forms) => withTable.filter((row) => forms.some((form) => form === row.form)))
  const most = [...counts].sort((a, b) => b.length - a.length)[0] ?? []
  const own = most.filter((row) => row.scope !== 'aggregate')
  const added = own.length > 0 ? own : most.length === 1 ? most : []
  const reasonOf = (row: ComparedValue): LeftReason => {
    if (row.report === null) return 'not_loaded'
    if (!withTable.includes(row)) return tableFormOf(row) !== null && row.state === 'not_in_form' ? 'not_in_form' : 'not_reported'
    return most.includes(row) ? 'other_scope' : 'other_form'
  }
  return {
    form: (added[0] && tableFormOf(added[0])) ?? null,
    agencies: added.map((row) => row.agency),
    left: rows.filter((row) => !added.includes(row)).map((row) => ({ agency: row.agency, report: row.report, why: reasonOf(row) })),
  }
}

/** The form of a row that stands on a table. */
export const tableFormOf = (row: Pick<ComparedValue, 'form'>): TableFormId | null => tableForms.find((form) => form === row.form) ?? null
