import { joinSql, sql, type Sql } from '../engine/sql.ts'
import { termsOf, type Rule, type Side, type Term } from './check.ts'

/** Where a term stands in a statement: its number, null where it is unknown, its state, and whether it may be below 0. */
export interface TermColumns {
  readonly value: (term: Term) => Sql
  readonly state: (term: Term) => Sql
  readonly isSigned: (term: Term) => boolean
}

/** Two conditions over one report; where neither is true it cannot be told. They are never null. */
export interface RuleSql {
  readonly fails: Sql
  readonly holds: Sql
}

/** A rule as SQL: the same outcome as `evaluateRule`, but that amounts of money are compared as they are printed. */
export function printRuleSql(rule: Rule, columns: TermColumns): RuleSql {
  switch (rule.kind) {
    case 'equal': {
      const [left, right] = [spanSql(rule.left, columns), spanSql(rule.right, columns)]
      const over = sql`(${left.isBounded} AND ${right.isCapped} AND ${left.known} - ${right.known} > 1e-9)`
      const under = sql`(${right.isBounded} AND ${left.isCapped} AND ${right.known} - ${left.known} > 1e-9)`
      const nothing = isAllNothing(rule.left, rule.right, columns)
      return {
        fails: sql`(${over} OR ${under})`,
        holds: sql`((${allKnown(termsOf(rule), columns)} AND abs(${left.known} - ${right.known}) <= 1e-9) OR ${nothing})`,
      }
    }
    case 'atMost': {
      const [left, right] = [spanSql(rule.left, columns), spanSql(rule.right, columns)]
      const over = sql`${left.known} - ${right.known} > 1e-9`
      return {
        fails: sql`(${left.isBounded} AND ${right.isCapped} AND ${over})`,
        holds: sql`(${left.isCapped} AND ${right.isBounded} AND NOT (${over}))`,
      }
    }
    case 'noneWithout': {
      const [given, follows] = [spanSql(rule.given, columns), spanSql(rule.follows, columns)]
      const isNone = sql`(${allKnown(rule.follows, columns)} AND ${follows.known} <= 0)`
      return {
        fails: sql`(${allKnown(rule.given, columns)} AND ${given.known} <= 0 AND ${follows.known} > 1e-9)`,
        holds: sql`(${given.known} > 0 OR ${isNone})`,
      }
    }
    case 'coveredBy': {
      const [given, follows] = [spanSql(rule.given, columns), spanSql(rule.follows, columns)]
      const isGiven = allKnown(rule.given, columns)
      return {
        fails: sql`(${isGiven} AND ${given.known} > 0 AND ${allKnown(rule.follows, columns)} AND ${follows.known} < ${given.known})`,
        holds: sql`(${isGiven} AND (${given.known} <= 0 OR ${follows.known} >= ${given.known}))`,
      }
    }
    case 'unlike': {
      const [left, right] = [spanSql(rule.left, columns), spanSql(rule.right, columns)]
      const known = allKnown(termsOf(rule), columns)
      const some = joinSql(
        termsOf(rule).map((term) => sql`coalesce(${columns.value(term)} <> 0, false)`),
        ' AND ',
      )
      const alike = sql`(${left.known} = ${right.known} AND ${left.known} > 0 AND ${some})`
      return { fails: sql`(${known} AND ${alike})`, holds: sql`(${known} AND NOT ${alike})` }
    }
    case 'within': {
      const { lower, higher, known } = rangeSql(rule.left, rule.right, columns)
      const judged = sql`(${lower} > 0 AND ${higher} >= ${rule.from}::DOUBLE)`
      const far = sql`(${lower} >= ${rule.from}::DOUBLE AND ${higher} >= ${rule.most}::DOUBLE * ${lower})`
      return {
        fails: sql`(${known} AND ${judged} AND ${far})`,
        holds: sql`(${known} AND (NOT ${judged} OR (${lower} >= ${rule.from}::DOUBLE AND NOT ${far})))`,
      }
    }
    case 'noSwitch': {
      const { lower, higher, known } = rangeSql(rule.left, rule.right, columns)
      const switched = sql`(${lower} = 0 AND ${higher} >= ${rule.from}::DOUBLE)`
      return { fails: sql`(${known} AND ${switched})`, holds: sql`(${known} AND NOT ${switched})` }
    }
  }
}

/** A side with its unknown parts at their lowest, and whether they let it go down or up without end. */
interface SpanSql {
  readonly known: Sql
  readonly isBounded: Sql
  readonly isCapped: Sql
}

function spanSql(side: Side, columns: TermColumns): SpanSql {
  // An unknown part stands at 0, which is the least that it can be; whether it matters is said by the two conditions.
  const parts = side.map((term) => sql`${term.minus ? sql`-` : sql``}coalesce(${columns.value(term)}, 0)`)
  const opens = (isOpen: (term: Term) => boolean): Sql => allKnown(side.filter(isOpen), columns)
  return {
    known: sql`(${joinSql(parts, ' + ')})`,
    isBounded: opens((term) => term.minus === true || columns.isSigned(term)),
    isCapped: opens((term) => term.minus !== true || columns.isSigned(term)),
  }
}

function allKnown(terms: readonly Term[], columns: TermColumns): Sql {
  if (terms.length === 0) return sql`true`
  return sql`(${joinSql(
    terms.map((term) => sql`${columns.value(term)} IS NOT NULL`),
    ' AND ',
  )})`
}

function isAllNothing(left: Side, right: Side, columns: TermColumns): Sql {
  const isNothing = (term: Term): Sql => sql`coalesce(${columns.value(term)} = 0, coalesce(${columns.state(term)}, '') = 'blank')`
  const isZero = (term: Term): Sql => sql`coalesce(${columns.value(term)} = 0, false)`
  const totals = [left, right].flatMap((side) => (side.length === 1 ? side.map(isZero) : []))
  if (totals.length === 0) return sql`false`
  return sql`(${joinSql([...left, ...right].map(isNothing), ' AND ')} AND (${joinSql(totals, ' OR ')}))`
}

function rangeSql(left: Side, right: Side, columns: TermColumns): { readonly lower: Sql; readonly higher: Sql; readonly known: Sql } {
  const [a, b] = [spanSql(left, columns).known, spanSql(right, columns).known]
  return { lower: sql`least(${a}, ${b})`, higher: sql`greatest(${a}, ${b})`, known: allKnown([...left, ...right], columns) }
}
