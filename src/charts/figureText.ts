import type { FigureState } from '../forms/states.ts'
import type { Catalogue } from '../indicators/catalogue.ts'
import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import type { Lang } from '../text/label.ts'
import { formatNumber, formatPercent, formatRate, formatShare, formatShort } from '../text/numbers.ts'
import type { Words } from '../text/zh.ts'

/** The name of a state or of a reason why there is nothing. */
export function nameState(catalogue: Catalogue, state: FigureState, lang: Lang): string {
  const found = [...catalogue.valueStates, ...catalogue.absenceReasons].find((candidate) => candidate.id === state)
  return found ? found.name[lang] : state
}

/** The short name of a form: 2014 表式. */
export function nameForm(catalogue: Catalogue, form: string | null, lang: Lang): string {
  return catalogue.forms.find((candidate) => candidate.id === form)?.shortName[lang] ?? ''
}

/** Is this a rate over so few that only "2 of 3" may be said? Counts are never small in this sense. */
export function isTooSmall(row: ComparedValue, indicator: Indicator): boolean {
  return (
    indicator.kind === 'derived' && row.value !== null && row.n !== null && indicator.minSize !== undefined && row.n < indicator.minSize
  )
}

/** A number in the indicator's way: `1,204`, `63.2%`, `2 of 3` where the base is small. No unit. */
export function printValue(row: ComparedValue, indicator: Indicator, lang: Lang, words: Words): string | null {
  if (row.value === null) return null
  const sign = row.qualifier ?? ''
  if (isTooSmall(row, indicator) && row.n !== null) {
    return indicator.format === 'percent'
      ? words.compare.tooSmall(formatNumber(Math.round(row.value * row.n), lang), formatNumber(row.n, lang))
      : words.compare.tooSmallBase(formatNumber(row.n, lang))
  }
  return sign + printNumber(row.value, indicator, lang)
}

/** A bare number in the indicator's way, for axes, medians and ranges. */
export function printNumber(value: number, indicator: Indicator, lang: Lang): string {
  if (indicator.format === 'percent') return formatShare(value, lang)
  if (indicator.kind === 'derived') return formatRate(value, lang)
  return formatNumber(value, lang)
}

/** A figure in a small cell: short from 10,000 on, but never 万 of 万元. */
export function printShort(value: number, indicator: Indicator, lang: Lang): string {
  return indicator.unit.includes('万') ? formatNumber(value, lang) : formatShort(value, lang)
}

/** A number on an axis: percentages without needless decimals. */
export function printAxis(value: number, indicator: Indicator, lang: Lang): string {
  return indicator.format === 'percent' ? formatPercent(value, lang) : printNumber(value, indicator, lang)
}

/** The unit beside a name in a list; left out where the name says it already. */
export function unitBeside(indicator: Indicator, lang: Lang): string {
  const unit = printUnit(indicator, lang).trim()
  const name = (indicator.shortName ?? indicator.name)[lang].toLowerCase()
  // `Normative docs issued` says documents already.
  const isSaid =
    name.includes(unit.toLowerCase()) || name.split(' ').some((word) => word.length > 3 && unit.startsWith(word.replace(/s$/, '')))
  return lang === 'en' && (isSaid || unit === 'items') ? '' : unit
}

/** The unit after a number, with its space; nothing after a percentage, a multiple or "2 of 3". One has no plural: `1 person`. */
export function printUnit(indicator: Indicator, lang: Lang, value: number | null = null): string {
  if (indicator.kind === 'derived') return ''
  const unit = indicator.unitName[lang]
  return ` ${lang === 'en' && value === 1 ? singularOf(unit) : unit}`
}

const singularOf = (unit: string): string => (unit === 'people' ? 'person' : unit.replace(/ies$/, 'y').replace(/s$/, ''))

/** A number with its unit: `1,204 requests`, `1 person`, `63.2%`. */
export const printAmount = (value: number, indicator: Indicator, lang: Lang): string =>
  `${printNumber(value, indicator, lang)}${printUnit(indicator, lang, value)}`

/** The unit in words, % for a share. */
export const nameUnit = (indicator: Indicator, lang: Lang): string => (indicator.format === 'percent' ? '%' : indicator.unitName[lang])

/** A row in words: its number with unit and grade, or the reason why there is none. */
export function printRow(row: ComparedValue, indicator: Indicator, catalogue: Catalogue, lang: Lang, words: Words): string {
  const value = printValue(row, indicator, lang, words)
  if (value === null) return nameState(catalogue, row.state, lang)
  const unit = isTooSmall(row, indicator) ? '' : printUnit(indicator, lang, row.value)
  const grade = row.evidence === null || row.evidence === 'A' ? '' : ` ${row.evidence} ${words.evidence[row.evidence]}`
  const kept = row.state === 'blank' ? ` (${words.bar.blanks} ${words.bar.blanksZero})` : ''
  return `${value}${unit}${grade}${kept}`
}
