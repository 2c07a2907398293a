import { isOfTables } from '../forms/states.ts'
import { tableForms } from '../indicators/catalogue.ts'
import { askedForm, reasonOrder } from '../indicators/indicatorFormula.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'

/**
 * Sets the table figures of one indicator in relation to a base of the same report. `measure` says on which forms that can be, and by
 * what factor. A figure or a base that is missing leaves the relation missing, with the reason; over a base of 0 it is undefined.
 */
export function divideByBase(counts: readonly ComparedValue[], bases: readonly ComparedValue[], measure: Indicator): ComparedValue[] {
  const keyOf = (row: ComparedValue): string => `${row.agency} ${row.year}`
  const baseAt = new Map(bases.filter(isOfTables).map((row) => [keyOf(row), row]))
  return counts.filter(isOfTables).map((count) => divideOne(count, baseAt.get(keyOf(count)), measure))
}

function divideOne(count: ComparedValue, base: ComparedValue | undefined, measure: Indicator): ComparedValue {
  const without = (state: ComparedValue['state'], n: number | null): ComparedValue => ({
    ...count,
    indicator: measure.id,
    value: null,
    state,
    evidence: null,
    qualifier: null,
    n,
  })
  if (count.report === null || count.form === null) return without('not_loaded', null)
  const asked = askedForm(tableForms.find((form) => form === count.form) ?? 'narrative', count.year)
  const formula = measure.from[asked]
  if (formula?.kind !== 'ratio') return without('not_in_form', null)
  if (base === undefined || base.report !== count.report) return without('undefined', null)
  if (count.value === null || base.value === null) {
    const states = [count, base].filter((row) => row.value === null).map((row) => row.state)
    return without(reasonOrder.find((state) => states.includes(state)) ?? 'undefined', base.value)
  }
  if (base.value === 0) return without('undefined', 0)
  const value = (formula.times * count.value) / base.value
  return { ...count, indicator: measure.id, value, state: value === 0 ? 'zero' : 'value', evidence: 'A', qualifier: null, n: base.value }
}
