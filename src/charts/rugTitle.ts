import type { Indicator } from '../indicators/indicator.ts'
import type { ComparedValue } from '../questions/comparedValue.ts'
import type { Lang } from '../text/label.ts'
import { punctuation } from '../text/punctuation.ts'
import type { Words } from '../text/zh.ts'
import { printUnit } from './figureText.ts'
import { mainScopeOf } from './mainScope.ts'
import { rangeOf } from './rug.ts'

/**
 * The finding of a matrix of bodies: what is zero everywhere, and how far the first indicators with numbers range. Where some figures
 * count a whole government, the range is that of the scope with the most bodies, and says so.
 */
export function titleOfRug(
  cells: readonly ComparedValue[],
  indicators: readonly Indicator[],
  at: number | 'latest',
  lang: Lang,
  words: Words,
): string {
  const told = cells.filter((cell) => cell.value !== null && cell.evidence === 'A')
  const { scope, rows } = mainScopeOf(told, { scopeOf: (row) => row.scope, bodyOf: (row) => row.agency })
  const ranked = [
    ...indicators.filter((indicator) => indicator.role?.headline !== undefined),
    ...indicators.filter((indicator) => indicator.role?.headline === undefined),
  ]
  const parts = ranked.flatMap((indicator) => {
    const range = rangeOf(
      rows.filter((cell) => cell.indicator === indicator.id),
      indicator,
      lang,
    )
    const name = (indicator.shortName ?? indicator.name)[lang]
    if (range === null) return []
    if (range.allZero) return [words.overview.rugTitleZero(name, range.count)]
    if (range.same) return []
    return [words.overview.rugTitleRange(name, range.low, `${range.high}${printUnit(indicator, lang)}`)]
  })
  if (parts.length === 0) return words.overview.rugTitleNone
  const head = [...(at === 'latest' ? [] : [words.compare.yearIn(String(at))]), ...(scope === null ? [] : [words.compare.scopes[scope]])]
  const text = parts.slice(0, 2).join(punctuation[lang].semicolon)
  return head.length === 0 ? text : `${head.join(' · ')}${punctuation[lang].colon}${text}`
}
