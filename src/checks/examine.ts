import type { Label } from '../text/label.ts'
import type { Examined } from './check.ts'
import type { CheckedFigure } from './checkedReport.ts'
import type { CannotTellReason, FindingCell } from './outcome.ts'

/** An instance that holds. */
export const holds = (place: string | null): Examined => ({
  place,
  outcome: { status: 'holds', left: null, right: null, blankAsZero: false },
  cells: [],
})

/** An instance that fails, with its cells, both sides where there are two, and what to say of it. */
export function fails(
  place: string | null,
  cells: readonly FindingCell[],
  more: { readonly left?: number | null; readonly right?: number | null; readonly say?: Label } = {},
): Examined {
  const { left = null, right = null, say } = more
  return { place, outcome: { status: 'fails', left, right }, cells, ...(say ? { say } : {}) }
}

/** An instance that cannot be told, and why. */
export const cannotTell = (place: string | null, reason: CannotTellReason, cells: readonly FindingCell[]): Examined => ({
  place,
  outcome: { status: 'cannotTell', left: null, right: null, reason, wouldHold: false },
  cells,
})

/** A figure as a finding names it. */
export const cellOf = ({ indicator, applicant, cell, column, printed, value, state }: CheckedFigure): FindingCell => ({
  indicator,
  applicant,
  cell,
  column,
  printed,
  value,
  state,
})
