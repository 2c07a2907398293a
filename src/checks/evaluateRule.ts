import type { FigureState } from '../forms/states.ts'
import type { Rule, Side, Term } from './check.ts'
import type { CannotTellReason, Outcome } from './outcome.ts'

/** A figure as a rule sees it. `tolerance`: half a unit of the last printed digit for money, 0 for counts. */
export interface KnownFigure {
  /** Null: unknown. */
  readonly value: number | null
  readonly state: FigureState
  readonly tolerance: number
  /** The lowest that an unknown may be: 0, or -Infinity for a signed change. */
  readonly lowest: number
}

/** What lies between the lowest and the highest that a side may be. */
interface Span {
  readonly low: number
  readonly high: number
  readonly tolerance: number
}

/**
 * Works out one rule. An unknown figure may be any number from its lowest on: `fails` when no choice of the unknowns makes the rule
 * true, `holds` when every choice does, else `cannotTell`. One exception: under a total of 0 with no part above 0, blank parts are
 * read as 0, and the outcome says so.
 */
export function evaluateRule(rule: Rule, figureOf: (term: Term) => KnownFigure): Outcome {
  const [leftSide, rightSide] = 'given' in rule ? [rule.given, rule.follows] : [rule.left, rule.right]
  const sides = { left: sumKnown(leftSide, figureOf), right: sumKnown(rightSide, figureOf) }
  const status = judgeFigures(rule, leftSide, rightSide, figureOf)
  if (status === 'fails') return { status, ...sides }
  if (status === 'holds') return { status, ...sides, blankAsZero: false }
  if (rule.kind === 'equal' && isAllNothing(leftSide, rightSide, figureOf)) return { status: 'holds', left: 0, right: 0, blankAsZero: true }
  const asZero = (term: Term): KnownFigure => {
    const known = figureOf(term)
    return known.state === 'blank' ? { ...known, value: 0 } : known
  }
  const wouldHold = judgeFigures(rule, leftSide, rightSide, asZero) === 'holds'
  return { status: 'cannotTell', ...sides, reason: reasonOf([...leftSide, ...rightSide], figureOf), wouldHold }
}

/** The side added up; null when a part is unknown. */
function sumKnown(side: Side, figureOf: (term: Term) => KnownFigure): number | null {
  return side.reduce<number | null>((total, term) => {
    const { value } = figureOf(term)
    return total === null || value === null ? null : round(total + (term.minus ? -value : value))
  }, 0)
}

function spanOf(side: Side, figureOf: (term: Term) => KnownFigure): Span {
  return side.reduce<Span>(
    (span, term) => {
      const { value, lowest, tolerance } = figureOf(term)
      const [low, high] = value === null ? [lowest, Infinity] : [value, value]
      return {
        low: span.low + (term.minus ? -high : low),
        high: span.high + (term.minus ? -low : high),
        tolerance: span.tolerance + tolerance,
      }
    },
    { low: 0, high: 0, tolerance: 0 },
  )
}

type Status = 'holds' | 'fails' | 'cannotTell'

function judgeFigures(rule: Rule, left: Side, right: Side, figureOf: (term: Term) => KnownFigure): Status {
  const status = judge(rule, spanOf(left, figureOf), spanOf(right, figureOf))
  const hasZero = [...left, ...right].some((term) => figureOf(term).value === 0)
  return rule.kind === 'unlike' && status === 'fails' && hasZero ? 'holds' : status
}

function judge(rule: Rule, left: Span, right: Span): Status {
  const slack = left.tolerance + right.tolerance + 1e-9
  switch (rule.kind) {
    case 'equal':
      if (left.low - right.high > slack || right.low - left.high > slack) return 'fails'
      return isKnown(left) && isKnown(right) ? 'holds' : 'cannotTell'
    case 'atMost':
      if (left.low - right.high > slack) return 'fails'
      return left.high - right.low <= slack ? 'holds' : 'cannotTell'
    case 'noneWithout':
      if (left.low > 0 || right.high <= 0) return 'holds'
      return isKnown(left) && left.high <= 0 && right.low > slack ? 'fails' : 'cannotTell'
    case 'coveredBy':
      if (left.high <= 0 || right.low >= left.high) return 'holds'
      return left.low > 0 && right.high < left.low ? 'fails' : 'cannotTell'
    case 'unlike':
      if (!isKnown(left) || !isKnown(right)) return 'cannotTell'
      return left.low === right.low && left.low > 0 ? 'fails' : 'holds'
    case 'within':
      return judgeWithin(left, right, rule.most, rule.from)
    case 'noSwitch':
      if (!isKnown(left) || !isKnown(right)) return 'cannotTell'
      return Math.min(left.low, right.low) === 0 && Math.max(left.low, right.low) >= rule.from ? 'fails' : 'holds'
  }
}

function judgeWithin(left: Span, right: Span, most: number, from: number): Status {
  if (!isKnown(left) || !isKnown(right)) return 'cannotTell'
  const [lower, higher] = [Math.min(left.low, right.low), Math.max(left.low, right.low)]
  // Nothing on one side is a question of its own, and below the threshold there is nothing to ask.
  if (lower <= 0 || higher < from) return 'holds'
  if (lower < from) return 'cannotTell'
  return higher / lower >= most ? 'fails' : 'holds'
}

const isKnown = (span: Span): boolean => span.low === span.high

/** A total of 0 over parts of which none is above 0, and nothing worse than a blank among them. */
function isAllNothing(left: Side, right: Side, figureOf: (term: Term) => KnownFigure): boolean {
  const figures = [...left, ...right].map(figureOf)
  if (figures.some(({ value, state }) => (value === null ? state !== 'blank' : value !== 0))) return false
  return [left, right].some((side) => side.length === 1 && side.every((term) => figureOf(term).value === 0))
}

/** What makes a rule untellable, the worst first. */
const reasons: readonly (readonly [FigureState, CannotTellReason])[] = [
  ['not_loaded', 'report_not_loaded'],
  ['not_reported', 'table_missing'],
  ['unreadable', 'unreadable'],
  ['unplaced', 'mapping_uncertain'],
  ['row_missing', 'row_missing'],
  ['text', 'text'],
  ['not_applicable', 'not_applicable'],
  ['dash', 'not_applicable'],
  ['blank', 'blank'],
]

function reasonOf(terms: readonly Term[], figureOf: (term: Term) => KnownFigure): CannotTellReason {
  const states = terms
    .map(figureOf)
    .filter(({ value }) => value === null)
    .map(({ state }) => state)
  return reasons.find(([state]) => states.includes(state))?.[1] ?? 'too_small'
}

/** Sums of decimals without the noise of binary fractions. */
const round = (value: number): number => Math.round(value * 1e6) / 1e6
