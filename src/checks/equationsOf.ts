import { tableForms } from '../indicators/catalogue.ts'
import { ourCatalogue } from '../indicators/ourCatalogue.ts'
import { checkById } from './allChecks.ts'
import { termsOf, type Rule, type Side, type Term } from './check.ts'
import { figureKey } from './checkedReport.ts'
import { evaluateRule, type KnownFigure } from './evaluateRule.ts'
import type { Finding, FindingCell } from './outcome.ts'

/** One figure of a side. */
interface EquationPart {
  readonly cell: FindingCell
  readonly minus: boolean
}

/** One side with its numbers put in; `sum` is null where a part is unknown. */
export interface EquationSide {
  readonly parts: readonly EquationPart[]
  readonly sum: number | null
}

/** What a check holds against each other at one place. `apart`: by no rule over figures; then the sides have no parts. */
export interface Equation {
  readonly kind: Rule['kind'] | 'apart'
  readonly left: EquationSide
  readonly right: EquationSide
  /** Null where a side is unknown, or where the sides are not meant to be equal. */
  readonly difference: number | null
}

const signed = new Set(ourCatalogue.indicators.filter(({ type }) => type === 'signed_integer').map(({ id }) => id))

/** The instances of a finding's rule with the numbers put in, from the cells that it names; none where it has no two sides. */
export function equationsOf(finding: Finding): readonly Equation[] {
  const check = checkById(finding.rule)
  const form = tableForms.find((id) => id === finding.form)
  const rules = check && 'rules' in check && form !== undefined ? (check.rules[form] ?? []) : []
  const cells = new Map(finding.cells.map((cell) => [keyOf(cell.indicator ?? '', cell.applicant, cell.year !== undefined), cell]))
  const cellOf = (term: Term): FindingCell | undefined => cells.get(keyOf(term.indicator, term.applicant, term.before === true))
  const found = rules.flatMap(({ rule }): readonly Equation[] => {
    if (termsOf(rule).some((term) => cellOf(term) === undefined)) return []
    const known = (term: Term): KnownFigure => knownOf(cellOf(term))
    // Places that hold may share all their cells with places that do not.
    if (evaluateRule(rule, known).status !== finding.outcome) return []
    const [left, right] = 'given' in rule ? [rule.given, rule.follows] : [rule.left, rule.right]
    return [compareSides(rule.kind, sideOf(left, cellOf), sideOf(right, cellOf))]
  })
  if (found.length > 0) return found
  const { left, right } = finding
  if (left === null || right === null) return []
  return [compareSides('apart', { parts: [], sum: left }, { parts: [], sum: right })]
}

const keyOf = (indicator: string, applicant: Term['applicant'], before: boolean): string =>
  `${figureKey(indicator, applicant)}${before ? ' before' : ''}`

const knownOf = (cell: FindingCell | undefined): KnownFigure => ({
  value: cell?.value ?? null,
  state: cell?.state ?? 'row_missing',
  tolerance: 0,
  lowest: signed.has(cell?.indicator ?? '') ? -Infinity : 0,
})

function sideOf(side: Side, cellOf: (term: Term) => FindingCell | undefined): EquationSide {
  const parts = side.flatMap((term): readonly EquationPart[] => {
    const cell = cellOf(term)
    return cell ? [{ cell, minus: term.minus === true }] : []
  })
  const sum = parts.reduce<number | null>(
    (total, { cell, minus }) => (total === null || cell.value === null ? null : round(total + (minus ? -cell.value : cell.value))),
    0,
  )
  return { parts, sum }
}

function compareSides(kind: Equation['kind'], left: EquationSide, right: EquationSide): Equation {
  const isMeasured = kind === 'equal' || kind === 'atMost' || kind === 'apart'
  const difference = isMeasured && left.sum !== null && right.sum !== null ? round(Math.abs(left.sum - right.sum)) : null
  return { kind, left, right, difference }
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6
