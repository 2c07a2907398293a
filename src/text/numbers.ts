import type { Lang } from './label.ts'

const locales: Readonly<Record<Lang, string>> = { zh: 'zh-CN', en: 'en' }

const whole: Readonly<Record<Lang, Intl.NumberFormat>> = {
  zh: new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 4 }),
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 4 }),
}
const percent: Readonly<Record<Lang, Intl.NumberFormat>> = {
  zh: new Intl.NumberFormat('zh-CN', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
}
const shortPercent: Readonly<Record<Lang, Intl.NumberFormat>> = {
  zh: new Intl.NumberFormat('zh-CN', { style: 'percent', maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 }),
}
const twoPlaces: Readonly<Record<Lang, Intl.NumberFormat>> = {
  zh: new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 2 }),
}
const fixedPlaces: Readonly<Record<Lang, Intl.NumberFormat>> = {
  zh: new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
}
const tenThousands: Readonly<Record<Lang, Intl.NumberFormat>> = {
  zh: new Intl.NumberFormat('zh-CN', { notation: 'compact', maximumSignificantDigits: 3 }),
  en: new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 }),
}

/** A figure in full: 1,204. Up to four decimals, as money is printed. */
export const formatNumber = (value: number, lang: Lang): string => whole[lang].format(value)

/** A figure where room is short: 3.2万 from 10,000 on, in full below. */
export const formatShort = (value: number, lang: Lang): string =>
  Math.abs(value) >= 10_000 ? tenThousands[lang].format(value) : whole[lang].format(value)

/** A share from 0 to 1 as a percentage with one decimal. */
export const formatShare = (value: number, lang: Lang): string => percent[lang].format(value)

/** A percentage on an axis: 20%, 2.5%. */
export const formatPercent = (value: number, lang: Lang): string => shortPercent[lang].format(value)

/** A multiple or a rate that is no share: two decimals at most. */
export const formatRate = (value: number, lang: Lang): string => twoPlaces[lang].format(value)

/** A multiple in a column of multiples: always two decimals, so that they stand below each other. */
export const formatMultiple = (value: number, lang: Lang): string => fixedPlaces[lang].format(value)

/** `2018` or `2017–2020`. */
export const formatYears = ([from, to]: readonly [number, number]): string => (from === to ? String(from) : `${from}–${to}`)

/** `YYYY-MM-DD` as a reader writes it: 2018 年 2 月 26 日, 26 February 2018. */
export function formatDate(day: string, lang: Lang): string {
  const [year, month, date] = day.split('-').map(Number)
  if (year === undefined || month === undefined || date === undefined) return day
  if (lang === 'zh') return `${year} 年 ${month} 月 ${date} 日`
  return new Intl.DateTimeFormat(locales.en, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(Date.UTC(year, month - 1, date)),
  )
}
