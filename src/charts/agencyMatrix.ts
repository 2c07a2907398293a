import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import { cellOfRug } from './rug.ts'

/** One row of an agency's matrix: an indicator and what each year says of it. */
export interface MatrixRow {
  readonly indicator: Indicator
  readonly cells: readonly ComparedValue[]
}

/** Indicators × years of one agency. Without `all`, rows of which no form of the agency asks are left out. */
export function rowsOfAgency(rows: readonly ComparedValue[], agency: string, indicators: readonly Indicator[], years: readonly number[], all: boolean): MatrixRow[] {
  return indicators
    .map((indicator) => ({ indicator, cells: years.flatMap((year) => cellOfRug(rows, indicator.id, agency, year) ?? []) }))
    .filter(({ cells }) => all || cells.some((cell) => cell.state !== 'not_in_form' && cell.state !== 'not_loaded' && cell.state !== 'undefined'))
}
