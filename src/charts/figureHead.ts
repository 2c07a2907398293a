import type { ComparedValue } from '../questions/comparedValue.ts'
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

/** How many reports the rows come from. */
export const countReports = (rows: readonly ComparedValue[]): number =>
  new Set(rows.flatMap((row) => (row.report === null ? [] : [row.report]))).size

/** The context of one year, or of the whole span where each body's latest report is shown. */
export const contextAt = (context: ChartContext, at: number | 'latest'): ChartContext =>
  at === 'latest' ? context : { ...context, years: [at, at] }
