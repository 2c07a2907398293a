import { column, joinSql, sql, type Sql } from '../engine/sql.ts'
import type { ApplicantId, TableFormId } from '../forms/form.ts'
import type { Catalogue } from './catalogue.ts'
import { tableForms } from './catalogue.ts'
import { operandsOf, printSql, type Formula } from './formula.ts'
import type { Indicator } from './indicator.ts'
import { formulaOn, reasonOrder, sizeOn, type IndicatorChoice } from './indicatorFormula.ts'
import { stateColumn, valueColumn } from './wideColumns.ts'

/** The three columns of an indicator over the wide table, one row per report. */
export interface IndicatorSql {
  /** DOUBLE, null where `state` says why. */
  readonly value: Sql
  /** VARCHAR, never null: a `FigureState`. */
  readonly state: Sql
  /** DOUBLE: the number of cases behind a rate; null for everything else. */
  readonly n: Sql
}

/**
 * What an indicator is, over the wide table as it is called in the statement (`wide`, with its columns `form` and `year`). The
 * same figures as `computeIndicator`, which works them out in TypeScript.
 * @throws {Error} for a text: the wide table holds numbers.
 */
export function printIndicatorSql(indicator: Indicator, catalogue: Catalogue, table: string, choice: IndicatorChoice): IndicatorSql {
  if (indicator.type === 'text') throw new Error(`${indicator.id} is a text: it has no column in the wide table`)
  const byForm = (print: (form: TableFormId) => Sql, otherwise: Sql): Sql => caseOfForm(table, print, otherwise)
  const valueOf = (formula: Formula | null): Sql =>
    formula === null ? sql`NULL::DOUBLE` : printSql(formula, (id, applicant) => valueSql(table, id, applicant, choice.blanksAsZero))
  return {
    value: byForm((form) => valueOf(formulaOn(indicator, form, choice.applicant, catalogue)), sql`NULL::DOUBLE`),
    state: byForm(
      (form) => stateSql(table, formulaOn(indicator, form, choice.applicant, catalogue), choice.blanksAsZero),
      sql`'not_in_form'`,
    ),
    n: byForm((form) => valueOf(sizeOn(indicator, form, choice.applicant, catalogue)), sql`NULL::DOUBLE`),
  }
}

function valueSql(table: string, id: string, applicant: ApplicantId | null, blanksAsZero: boolean): Sql {
  const value = column(table, valueColumn(id, applicant))
  return blanksAsZero ? sql`CASE ${column(table, stateColumn(id, applicant))} WHEN 'blank' THEN 0 ELSE ${value} END` : value
}

/** The state of one formula: of a single cell its own; else a number, or the first reason among the operands, or undefined. */
function stateSql(table: string, formula: Formula | null, blanksAsZero: boolean): Sql {
  if (formula === null) return sql`'not_in_form'`
  if (formula.kind === 'reported') return column(table, stateColumn(formula.indicator, formula.applicant))
  const value = printSql(formula, (id, applicant) => valueSql(table, id, applicant, blanksAsZero))
  const states = operandsOf(formula).map((operand) => column(table, stateColumn(operand.indicator, operand.applicant)))
  const reasons = reasonOrder.filter((reason) => !(blanksAsZero && reason === 'blank'))
  const cases = reasons.map((reason) => sql`WHEN ${reason} IN (${joinSql(states, ', ')}) THEN ${reason}`)
  return sql`CASE ${value} = 0 WHEN true THEN 'zero' WHEN false THEN 'value' ELSE CASE ${joinSql(cases, ' ')} ELSE 'undefined' END END`
}

/** One expression per form; forms that would print the same are asked together, and one that all forms share needs no question. */
function caseOfForm(table: string, print: (form: TableFormId) => Sql, otherwise: Sql): Sql {
  const groups = new Map<string, { readonly forms: TableFormId[]; readonly printed: Sql }>()
  for (const form of tableForms) {
    const printed = print(form)
    const key = JSON.stringify(printed)
    const group = groups.get(key)
    if (group) group.forms.push(form)
    else groups.set(key, { forms: [form], printed })
  }
  const [only] = groups.values()
  if (groups.size === 1 && only) return only.printed
  const form = column(table, 'form')
  const year = column(table, 'year')
  // Without a table it is the form of the report's year that asks.
  const asked = sql`CASE WHEN ${form} IN (${tableForms}) THEN ${form} WHEN ${year} <= 2018 THEN 'pre2019_table' WHEN ${year} <= 2020 THEN 'y2019' ELSE 'y2021' END`
  const cases = [...groups.values()].map(({ forms, printed }) => sql`WHEN ${asked} IN (${forms}) THEN ${printed}`)
  return sql`CASE ${joinSql(cases, ' ')} ELSE ${otherwise} END`
}
