import type { Agency } from '../../agencies.ts'
import { glyphOf, toneOf } from '../../app/cellLook.ts'
import type { ChartContext } from '../../charts/chartContext.ts'
import { printShort, printValue } from '../../charts/figureText.ts'
import { sayCell } from '../../charts/rug.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import type { ComparedValue } from '../../questions/comparedValue.ts'
import type { MatrixCell } from './cellMatrix.ts'

/** A figure as a cell. */
export function cellOf(
  row: ComparedValue,
  indicator: Indicator,
  agency: Agency,
  { catalogue, lang, words }: Pick<ChartContext, 'catalogue' | 'lang' | 'words'>,
): MatrixCell {
  const { value, state, evidence, qualifier, year } = row
  const printed =
    value === null
      ? (glyphOf(state, words) ?? '')
      : indicator.kind === 'derived'
        ? (printValue(row, indicator, lang, words) ?? '')
        : `${qualifier ?? ''}${printShort(value, indicator, lang)}`
  return {
    text: printed,
    tone: toneOf(value, state, evidence),
    state: value === null ? state : null,
    grade: value !== null && evidence !== null && evidence !== 'A' ? evidence : null,
    label: sayCell(row, indicator, agency, catalogue, lang, words),
    agency: row.agency,
    year,
  }
}
