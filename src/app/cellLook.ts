import type { EvidenceGrade, FigureState } from '../forms/states.ts'
import type { Words } from '../text/zh.ts'

/* How a figure looks as a cell of a matrix: the same for every page and for what is embedded elsewhere. */

/** The class that carries the texture of a state. */
export const stateClasses: Readonly<Record<FigureState, string>> = {
  value: '',
  zero: 'zero',
  blank: 'blank',
  dash: 'dash',
  not_applicable: 'na',
  text: 'text',
  header_value: 'head',
  unreadable: 'unread',
  not_in_form: 'notform',
  row_missing: 'rowmiss',
  unplaced: 'unplaced',
  not_reported: 'notrep',
  not_loaded: 'notload',
  undefined: 'undef',
}

const signs: Partial<Readonly<Record<FigureState, string>>> = {
  dash: '——',
  not_applicable: '/',
  unreadable: '?',
  unplaced: '↩',
  undefined: '÷0',
  header_value: '[ ]',
}

/** The sign of a state, where it has one. */
export const glyphOf = (state: FigureState, words: Words): string | undefined =>
  state === 'text' || state === 'row_missing' ? words.glyphs[state] : signs[state]

/** Step of the ramp by order of magnitude, the same in every row: 1–9, 10–49, 50–199, 200–499, 500 and more. Zero is never on it. */
function rampStep(value: number): 0 | 1 | 2 | 3 | 4 | 5 {
  const size = Math.abs(value)
  if (size === 0) return 0
  if (size < 10) return 1
  if (size < 50) return 2
  if (size < 200) return 3
  return size < 500 ? 4 : 5
}

/** The class of a cell: the step of its number, the grade of a prose figure, or its state. */
export function toneOf(value: number | null, state: FigureState, evidence: EvidenceGrade | null): string {
  if (value === null) return stateClasses[state]
  if (evidence !== null && evidence !== 'A') return `ev-${evidence.toLowerCase()}`
  return value === 0 ? 'zero' : `v${rampStep(value)}`
}
