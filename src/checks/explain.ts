import { allChecks } from './allChecks.ts'
import { termsOf, type Rule, type Term } from './check.ts'
import { figureKey, type CheckedReport } from './checkedReport.ts'
import { evaluateRule } from './evaluateRule.ts'
import { lookIn } from './lookIn.ts'
import type { FindingCell } from './outcome.ts'

/** One cell that alone explains several sums that do not add up, and what it would have to print. */
export interface Explanation {
  readonly cell: FindingCell
  readonly wouldBe: number
  /** Ids of the checks that fail by it. */
  readonly checks: readonly string[]
}

type Equal = Extract<Rule, { readonly kind: 'equal' }>

/** A sum that a form asks for, with the figures it takes. */
interface Sum {
  readonly check: string
  readonly rule: Equal
  readonly terms: ReadonlyMap<string, Term>
}

const keyOf = (term: Term): string => figureKey(term.indicator, term.applicant)

/**
 * The one cell whose change alone would make every failing sum of a report add up, without breaking one that does: an error that shows
 * in a row and in a column stands where they cross. Null where fewer than two sums fail, or where no cell, or more than one, would do.
 */
export function explainByOneCell(report: CheckedReport): Explanation | null {
  const look = lookIn(report)
  const sums = listSums(report)
  const judged = sums.map((sum) => ({ sum, outcome: evaluateRule(sum.rule, look.figureOf) }))
  const failing = judged.filter(({ outcome }) => outcome.status === 'fails')
  const [first] = failing
  if (!first || failing.length < 2) return null
  const inOther = new Set(judged.filter(({ outcome }) => outcome.status !== 'fails').flatMap(({ sum }) => [...sum.terms.keys()]))
  const shared = [...first.sum.terms].filter(([key]) => !inOther.has(key) && failing.every(({ sum }) => sum.terms.has(key)))
  const found = shared.flatMap(([key, term]): Explanation[] => {
    const values = failing.map(({ sum }) => solveFor(key, sum.rule, look.figureOf))
    const [wouldBe] = values
    if (wouldBe === undefined || wouldBe === null || values.some((value) => value !== wouldBe) || wouldBe < 0) return []
    return [{ cell: look.cellOf(term), wouldBe, checks: [...new Set(failing.map(({ sum }) => sum.check))] }]
  })
  return found.length === 1 ? (found[0] ?? null) : null
}

/** Every sum that the report's form asks for, of this report alone. */
export function listSums({ form }: Pick<CheckedReport, 'form'>): readonly Sum[] {
  return allChecks.flatMap((check) => {
    if (!('rules' in check) || check.class === 'plausible' || form === null || form === 'narrative' || form === 'pre2014') return []
    return (check.rules[form] ?? []).flatMap(({ rule }) => {
      if (rule.kind !== 'equal' || termsOf(rule).some((term) => term.before)) return []
      return [{ check: check.id, rule, terms: new Map(termsOf(rule).map((term) => [keyOf(term), term])) }]
    })
  })
}

/** What a term would have to be for the rule to hold; null where another term is unknown. */
function solveFor(key: string, { left, right }: Equal, figureOf: ReturnType<typeof lookIn>['figureOf']): number | null {
  let others = 0
  let sign = 0
  for (const [side, direction] of [
    [left, 1],
    [right, -1],
  ] as const) {
    for (const term of side) {
      const weight = term.minus ? -direction : direction
      if (keyOf(term) === key) {
        sign += weight
        continue
      }
      const { value } = figureOf(term)
      if (value === null) return null
      others += weight * value
    }
  }
  return sign === 0 ? null : Math.round((-others / sign) * 1e6) / 1e6
}
