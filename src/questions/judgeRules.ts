import { allChecks } from '../checks/allChecks.ts'
import { termsOf, type RuleAt, type RuleCheck, type Term } from '../checks/check.ts'
import { printRuleSql, type RuleSql } from '../checks/ruleSql.ts'
import type { RawRow } from '../engine/engine.ts'
import { column, identifier, joinSql, sql, type Sql } from '../engine/sql.ts'
import type { TableFormId } from '../forms/form.ts'
import { tableForms, type Catalogue } from '../indicators/catalogue.ts'
import { stateColumn, valueColumn } from '../indicators/wideColumns.ts'
import { textOf, textOrNull } from './rawFields.ts'

/** A check on one form with some of its rules; `first` is the number of the first of them. */
export interface JudgedCheck {
  readonly check: RuleCheck
  readonly first: number
  readonly rules: readonly RuleAt[]
}

/** What one statement judges: checks on one form, over all reports on it. */
export interface RuleBatch {
  readonly form: TableFormId
  readonly checks: readonly JudgedCheck[]
}

/** Figures that the rules of one statement take: more would be long to plan, fewer would read the reports more often. */
const mostTerms = 240

/** All rules of the checks on one form that a catalogue has the figures of, in batches of which each is one statement. */
export function listRuleBatches(form: TableFormId, catalogue: Catalogue): readonly RuleBatch[] {
  const known = new Set(catalogue.indicators.map(({ id }) => id))
  const batches: { form: TableFormId; checks: (JudgedCheck & { rules: RuleAt[] })[]; terms: number }[] = []
  for (const check of allChecks) {
    if (!('rules' in check)) continue
    const rules = check.rules[form] ?? []
    if (rules.some(({ rule }) => termsOf(rule).some(({ indicator }) => !known.has(indicator)))) continue
    rules.forEach((at, number) => {
      let batch = batches.at(-1)
      if (!batch || batch.terms >= mostTerms) batches.push((batch = { form, checks: [], terms: 0 }))
      batch.terms += termsOf(at.rule).length
      const last = batch.checks.at(-1)
      if (last?.check === check) last.rules.push(at)
      else batch.checks.push({ check, first: number, rules: [at] })
    })
  }
  return batches
}

/** How the instances of one check came out. */
export interface JudgedCounts {
  readonly offered: number
  readonly holds: number
  readonly fails: number
}

/** A report in which rules fail: their numbers in the batch, from 0. */
export interface FailingReport {
  readonly report: string
  readonly rules: readonly number[]
}

/**
 * Judges the rules of a batch over all reports in one pass. The first row counts instances per check; each other row is a report in
 * which rules fail. Where the year before may not be compared, rules over two years are not told.
 */
export function judgeRulesSql({ form, checks }: RuleBatch, catalogue: Catalogue): Sql {
  const terms = nameTerms(checks)
  const signed = new Set(catalogue.indicators.filter(({ type }) => type === 'signed_integer').map(({ id }) => id))
  const columns = {
    value: (term: Term) => identifier(nameOf(terms, term)),
    state: (term: Term) => identifier(`${nameOf(terms, term)}s`),
    isSigned: ({ indicator }: Term) => signed.has(indicator),
  }
  const judged = checks.map(({ check, rules }) => ({
    kept: check.formsBefore?.[form],
    isSwitch: rules.every(({ rule }) => rule.kind === 'noSwitch'),
    printed: rules.map(({ rule, formsBefore }) => ({ rule: printRuleSql(rule, columns), kept: formsBefore ?? check.formsBefore?.[form] })),
  }))
  const flags = judged.flatMap(({ printed }) => printed)
  const flag = (at: number): Sql => identifier(`r${at}`)
  let at = 0
  const counts = judged.flatMap(({ kept, isSwitch, printed }) => {
    const own = printed.map(() => flag(at++))
    const holds = countOf(own, 1)
    const fails = countOf(own, 2)
    const all = sql`${printed.length}::INTEGER`
    // A rule about a jump from or to nothing is offered only where both figures are known.
    const known = sql`${holds} + ${fails}`
    const offered = kept
      ? sql`CASE WHEN before IS NULL THEN ${all} ELSE ${isSwitch ? known : offeredOverSql(printed.map((rule) => rule.kept ?? kept))} END`
      : isSwitch
        ? known
        : all
    return [sql`coalesce(sum(${offered}), 0)::INTEGER`, sql`coalesce(sum(${holds}), 0)::INTEGER`, sql`coalesce(sum(${fails}), 0)::INTEGER`]
  })
  const failing = flags.map((_, number) => sql`CASE WHEN ${flag(number)} = 2 THEN ${String(number)}::VARCHAR END`)
  return sql`
    WITH figures AS (${figuresSql(form, terms, checks)}),
    judged AS MATERIALIZED (
      SELECT report, before, ${joinSql(
        flags.map(({ kept, rule }, number) => sql`${judgeSql(rule, kept)} AS ${flag(number)}`),
        ', ',
      )}
      FROM figures
    )
    SELECT NULL::VARCHAR AS report, concat_ws(' ', ${joinSql(counts, ', ')}) AS told FROM judged
    UNION ALL
    SELECT report, told FROM (SELECT report, concat_ws(' ', ${joinSql(failing, ', ')}) AS told FROM judged) WHERE told <> ''`
}

/** How many rules are asked over the form of the year before, which each of them may be asked over some of. */
function offeredOverSql(kept: readonly (readonly TableFormId[])[]): Sql {
  const counts = tableForms.flatMap((form) => {
    const asked = kept.filter((forms) => forms.includes(form)).length
    return asked === 0 ? [] : [sql`WHEN ${form} THEN ${asked}::INTEGER`]
  })
  return counts.length === 0 ? sql`0` : sql`(CASE before ${joinSql(counts, ' ')} ELSE 0 END)`
}

/** 1 where a rule holds, 2 where it fails, else 0; always 0 where the year before is needed and may not be compared. */
const judgeSql = ({ holds, fails }: RuleSql, kept: readonly TableFormId[] | undefined): Sql =>
  kept
    ? sql`CASE WHEN before IN (${kept}) IS NOT TRUE THEN 0 WHEN ${fails} THEN 2 WHEN ${holds} THEN 1 ELSE 0 END`
    : sql`CASE WHEN ${fails} THEN 2 WHEN ${holds} THEN 1 ELSE 0 END`

const countOf = (flags: readonly Sql[], outcome: 1 | 2): Sql =>
  sql`(${joinSql(
    flags.map((flag) => sql`(${flag} = ${outcome}::INTEGER)::INTEGER`),
    ' + ',
  )})`

/** The figures of a batch, by a short name each: they are written many times. */
type TermNames = ReadonlyMap<string, { readonly name: string; readonly term: Term }>

const keyOf = (term: Term): string => `${term.before ? 'before ' : ''}${valueColumn(term.indicator, term.applicant)}`

function nameTerms(checks: readonly JudgedCheck[]): TermNames {
  const names = new Map<string, { name: string; term: Term }>()
  for (const term of checks.flatMap(({ rules }) => rules.flatMap(({ rule }) => termsOf(rule))))
    if (!names.has(keyOf(term))) names.set(keyOf(term), { name: `t${names.size}`, term })
  return names
}

function nameOf(terms: TermNames, term: Term): string {
  const found = terms.get(keyOf(term))
  if (!found) throw new Error(`no figure ${keyOf(term)} among those of the rules`)
  return found.name
}

/** One row per report on the form with the figures of the batch, and beside it those of the year before, where it may be compared. */
function figuresSql(form: TableFormId, terms: TermNames, checks: readonly JudgedCheck[]): Sql {
  const isState = new Set(
    checks.flatMap(({ rules }) => rules.flatMap(({ rule }) => (rule.kind === 'equal' ? termsOf(rule).map(keyOf) : []))),
  )
  const figures = [...terms].flatMap(([key, { name, term }]) => {
    const table = term.before ? 'earlier' : 'wide'
    const value = sql`${column(table, valueColumn(term.indicator, term.applicant))} AS ${identifier(name)}`
    if (!isState.has(key)) return [value]
    return [value, sql`${column(table, stateColumn(term.indicator, term.applicant))} AS ${identifier(`${name}s`)}`]
  })
  const looksBack = [...terms.values()].some(({ term }) => term.before)
  return sql`
    SELECT wide.report_id AS report, ${looksBack ? sql`earlier.form` : sql`NULL::VARCHAR`} AS before, ${joinSql(figures, ', ')}
    FROM d.wide AS wide ${looksBack ? joinEarlierSql : sql``} WHERE wide.form = ${form}`
}

/**
 * The report of the year before where it may be compared: of the same scope, and of a body that did not change in between. Equal signs
 * alone: with another condition beside them every report would be held against every other.
 */
export const joinEarlierSql: Sql = sql`
  LEFT JOIN (
    SELECT agency_id, year("on") AS year FROM d.events WHERE kind = 'split_from'
    UNION SELECT other_id, year("on") FROM d.events WHERE kind IN ('merged_into', 'split_from')
  ) AS changed ON changed.agency_id = wide.agency_id AND changed.year = wide.year
  LEFT JOIN d.wide AS earlier ON earlier.agency_id = wide.agency_id AND earlier.scope = wide.scope
    AND earlier.year = CASE WHEN changed.agency_id IS NULL THEN wide.year - 1 END`

/** Reads the rows of `judgeRulesSql`: counts in the order of the batch's checks, and reports by their ids. */
export function readJudgedRules(rows: readonly RawRow[]): {
  readonly counts: readonly JudgedCounts[]
  readonly failing: readonly FailingReport[]
} {
  const numbersOf = (row: RawRow): number[] => textOf(row, 'told').split(' ').map(Number)
  const failing = rows.flatMap((row): FailingReport[] => {
    const report = textOrNull(row, 'report')
    return report === null ? [] : [{ report, rules: numbersOf(row) }]
  })
  const told = rows.filter((row) => row['report'] === null).flatMap(numbersOf)
  const counts = Array.from({ length: told.length / 3 }, (_, at) => {
    const [offered = NaN, holds = NaN, fails = NaN] = told.slice(at * 3)
    return { offered, holds, fails }
  })
  return { counts, failing: failing.sort((a, b) => (a.report < b.report ? -1 : 1)) }
}
