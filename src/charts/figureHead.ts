import type { Words } from '../text/zh.ts'
import type { ChartContext } from './chartContext.ts'
import { nameUnit } from './figureText.ts'
import { saySameBodies } from './likeForLike.ts'

/** What, who, when and in which unit: the head of a subtitle. */
export const sayWhat = ({ indicator, agencies, sameBodies, lang, words }: ChartContext, when: string): string[] =>
  [
    indicator.name[lang],
    sameBodies ? saySameBodies(sameBodies, lang) : words.compare.agenciesOf(agencies.length),
    when,
    nameUnit(indicator, lang),
  ].filter(Boolean)

/** One year, or each body's latest report. */
export const sayYear = (at: number | 'latest', words: Words): string =>
  at === 'latest' ? words.compare.atLatest : words.compare.yearIn(String(at))

/** How many reports a figure is drawn from. */
export const saySource = (reports: number, words: Words): string => (reports > 0 ? words.panel.source(reports) : words.panel.noSource)
