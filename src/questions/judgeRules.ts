import type { RuleAt, RuleCheck, Term } from '../checks/check.ts'
import { printRuleSql, type RuleSql } from '../checks/ruleSql.ts'
import type { RawRow } from '../engine/engine.ts'
import { column, joinSql, sql, type Sql } from '../engine/sql.ts'
import type { TableFormId } from '../forms/form.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import { stateColumn, valueColumn } from '../indicators/wideColumns.ts'
import { numberOf, textOf } from './rawFields.ts'

/** How the instances of one check on one form came out, over all reports. */
export interface JudgedRules {
  readonly offered: number
  readonly holds: number
  readonly fails: number
}

/** A report in which instances fail: their numbers in the list of rules, from 0. */
export interface FailingReport {
  readonly report: string
  readonly places: readonly number[]
}

interface Judging {
  readonly from: Sql
  readonly rules: readonly RuleSql[]
  /** The year before is there and may be compared; true where the check takes one report alone. */
  readonly isComparable: Sql
  /** The check is not offered, because the year before stands on a form without such rows. */
  readonly isOffered: Sql
}

/** The check over the wide table: one row per report on the form, joined with the report of the year before where the check takes it. */
function judge(check: RuleCheck, form: TableFormId, rules: readonly RuleAt[], catalogue: Catalogue): Judging {
  const tableOf = (term: Term): string => (term.before ? 'earlier' : 'wide')
  const signed = new Set(catalogue.indicators.filter(({ type }) => type === 'signed_integer').map(({ id }) => id))
  const printed = rules.map(({ rule }) =>
    printRuleSql(rule, {
      value: (term) => column(tableOf(term), valueColumn(term.indicator, term.applicant)),
      state: (term) => column(tableOf(term), stateColumn(term.indicator, term.applicant)),
      isSigned: ({ indicator }) => signed.has(indicator),
    }),
  )
  const kept = check.formsBefore?.[form]
  if (!kept)
    return { from: sql`FROM d.wide AS wide WHERE wide.form = ${form}`, rules: printed, isComparable: sql`true`, isOffered: sql`true` }
  const changed = sql`EXISTS (
    SELECT 1 FROM d.events AS events
    WHERE year(events."on") = wide.year AND (
      (events.kind = 'merged_into' AND events.other_id = wide.agency_id)
      OR (events.kind = 'split_from' AND wide.agency_id IN (events.agency_id, events.other_id)))
  )`
  const isComparable = sql`(earlier.report_id IS NOT NULL AND earlier.scope = wide.scope AND NOT ${changed})`
  return {
    from: sql`FROM d.wide AS wide LEFT JOIN d.wide AS earlier ON earlier.agency_id = wide.agency_id AND earlier.year = wide.year - 1 WHERE wide.form = ${form}`,
    rules: printed,
    isComparable,
    isOffered: sql`(NOT ${isComparable} OR earlier.form IN (${kept}))`,
  }
}

/** Rules of a check on one form, few enough for one statement; `first` is the number of the first one. */
export interface RuleChunk {
  readonly first: number
  readonly rules: readonly RuleAt[]
}

/** Statements may not be longer than the engine takes. */
const mostRules = 16

/** The rules of a check on one form in chunks of which each is one statement. */
export function splitRules(rules: readonly RuleAt[]): readonly RuleChunk[] {
  return Array.from({ length: Math.ceil(rules.length / mostRules) }, (_, at) => ({
    first: at * mostRules,
    rules: rules.slice(at * mostRules, (at + 1) * mostRules),
  }))
}

/**
 * Counts how the instances of a check on one form came out, over all reports at once. A rule about a jump from or to nothing is
 * offered only where both figures are known.
 */
export function countJudgedSql(check: RuleCheck, form: TableFormId, { rules }: RuleChunk, catalogue: Catalogue): Sql {
  const { from, rules: printed, isComparable, isOffered } = judge(check, form, rules, catalogue)
  const add = (parts: readonly Sql[]): Sql => joinSql(parts, ' + ')
  const counted = (part: 'fails' | 'holds'): Sql => add(printed.map((rule) => sql`${rule[part]}::INTEGER`))
  const offered = rules.every(({ rule }) => rule.kind === 'noSwitch') ? sql`holds + fails` : sql`${rules.length}::INTEGER`
  return sql`
    SELECT coalesce(sum(CASE WHEN comparable THEN ${offered} ELSE ${rules.length}::INTEGER END), 0)::INTEGER AS offered,
      coalesce(sum(CASE WHEN comparable THEN holds ELSE 0 END), 0)::INTEGER AS holds,
      coalesce(sum(CASE WHEN comparable THEN fails ELSE 0 END), 0)::INTEGER AS fails
    FROM (
      SELECT ${isComparable} AS comparable, ${counted('holds')} AS holds, ${counted('fails')} AS fails ${from} AND ${isOffered}
    )`
}

export const readJudged = (raw: RawRow): JudgedRules => ({
  offered: numberOf(raw, 'offered'),
  holds: numberOf(raw, 'holds'),
  fails: numberOf(raw, 'fails'),
})

/** The reports in which instances of a check fail, with the numbers of these. */
export function findFailingSql(check: RuleCheck, form: TableFormId, { first, rules }: RuleChunk, catalogue: Catalogue): Sql {
  const { from, rules: printed, isComparable, isOffered } = judge(check, form, rules, catalogue)
  const places = joinSql(
    printed.map((rule, at) => sql`CASE WHEN ${rule.fails} THEN ${String(first + at)}::VARCHAR END`),
    ', ',
  )
  return sql`
    SELECT report, places FROM (
      SELECT wide.report_id AS report, concat_ws(' ', ${places}) AS places ${from} AND ${isOffered} AND ${isComparable}
    )
    WHERE places <> '' ORDER BY report`
}

export const readFailing = (raw: RawRow): FailingReport => ({
  report: textOf(raw, 'report'),
  places: textOf(raw, 'places').split(' ').map(Number),
})
