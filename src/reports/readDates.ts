import { readChineseNumber } from './chineseNumber.ts'
import { bodyEnding } from './bodyNames.ts'
import type { Line } from './identityLines.ts'
import type { Place } from './figure.ts'

const numerals = '〇零○Ｏo一二三四五六七八九'
/** A year in digits or numerals, for patterns; without 年. */
export const yearDigits = `(?:(?:19|20)\\d{2}|[二2][${numerals}0-9]{3})`
const dayOrMonth = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'
const written = `(${yearDigits})年(${dayOrMonth})月(${dayOrMonth})日`
const dotted = '((?:19|20)\\d{2})[.\\-/](\\d{1,2})[.\\-/](\\d{1,2})'

/** The year in words such as 2018年, 二〇一八年度; null for what is no year of such reports. */
export function readYear(text: string | undefined): number | null {
  if (text === undefined) return null
  const year = readDigits(text.replace(/(?:年度|年|度)$/, ''))
  return year !== null && year >= 2000 && year < 2100 ? year : null
}

function readDigits(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  const words = text.replace(/[○Ｏo0]/g, '〇').replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? '')
  return readChineseNumber(words)?.value ?? null
}

/** `YYYY-MM-DD` from 2019年2月26日, 二〇一九年二月二十六日, 2019.2.26, 2019-02-26; null for anything else and for days that no calendar has. */
export function readDate(text: string): string | null {
  const [, year, month, day] = new RegExp(`^${written}$`).exec(text) ?? []
  if (year !== undefined && month !== undefined && day !== undefined) return writeDate(readDigits(year), readDigits(month), readDigits(day))
  const [, dottedYear, dottedMonth, dottedDay] = new RegExp(`^${dotted}$`).exec(text) ?? []
  return dottedYear === undefined ? null : writeDate(Number(dottedYear), Number(dottedMonth), Number(dottedDay))
}

function writeDate(year: number | null, month: number | null, day: number | null): string | null {
  if (year === null || month === null || day === null) return null
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const parsed = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== text ? null : text
}

/** The period that the figures are about. `year` is null where it is no calendar year. */
export interface Period {
  readonly start: string
  readonly end: string
  readonly year: number
}

const periodPattern = new RegExp(
  `(?:${written}|${dotted})(?:起|零时|0时|开始)?,?(?:至|到|起至|[-—–~]{1,2})(?:(${yearDigits})年)?(?:(${dayOrMonth})月(${dayOrMonth})日|${dotted})`,
  'g',
)

/** The period of the statistics: preferably the sentence that says 期限 or 数据, else any that is a whole year. */
export function findPeriod(body: string): Period | null {
  const flat = body.replace(/\n/g, '')
  const periods = [...flat.matchAll(periodPattern)].flatMap((match) => {
    const [, y, m, d, y2, m2, d2, endYear, endMonth, endDay, endY, endM, endD] = match
    const startYear = readDigits(y ?? y2 ?? '')
    const start = writeDate(startYear, readDigits(m ?? m2 ?? ''), readDigits(d ?? d2 ?? ''))
    const lastYear = endY !== undefined ? Number(endY) : endYear === undefined ? startYear : readDigits(endYear)
    const end = writeDate(lastYear, readDigits(endMonth ?? endM ?? ''), readDigits(endDay ?? endD ?? ''))
    if (start === null || end === null || start > end) return []
    const around = flat.slice(Math.max(0, match.index - 40), match.index)
    return [
      {
        start,
        end,
        year: Number(end.slice(0, 4)),
        isStated: /统计|期限|数据|报告期|时限/.test(around),
        isWhole: start.endsWith('-01-01') && end.endsWith('-12-31') && start.slice(0, 4) === end.slice(0, 4),
      },
    ]
  })
  const chosen =
    periods.find(({ isStated, isWhole }) => isStated && isWhole) ??
    periods.find(({ isStated }) => isStated) ??
    periods.find(({ isWhole }) => isWhole)
  return chosen ? { start: chosen.start, end: chosen.end, year: chosen.year } : null
}

/** A date that stands for the report itself: under the signature, or as the day on which the page was published. */
export interface ReportDate {
  readonly date: string
  readonly kind: 'signed' | 'ending' | 'page'
  readonly where: Place
}

const aloneOrAfterName = new RegExp(
  `^(?:[\\u3400-\\u9fff\\ud840-\\udfff()]{2,40}${bodyEnding})?\\(?(?:日期:|时间:)?(${written}|${dotted})\\)?$`,
)
const pageDate = new RegExp(
  `(?:发布日期|发布时间|发文日期|生成日期|成文日期|公开日期|信息日期|(?:^|[^\\u3400-\\u9fff\\ud840-\\udfff])(?:日期|时间))[:：]?(${written}|${dotted})`,
)
const body = new RegExp(`${bodyEnding}(?:\\([^()]*\\))?$`)

/** Every such date, in the order of the report. */
export function findDates(lines: readonly Line[]): ReportDate[] {
  return lines.flatMap(({ text, where }, index): ReportDate[] => {
    const alone = aloneOrAfterName.exec(text)?.[1]
    const onPage = alone === undefined ? pageDate.exec(text)?.[1] : undefined
    const date = readDate(alone ?? onPage ?? '')
    if (date === null) return []
    if (onPage !== undefined) return [{ date, kind: 'page', where }]
    const isSigned =
      text !== alone || body.test(lines[index - 1]?.text ?? '') || (index >= lines.length * 0.5 && body.test(lines[index + 1]?.text ?? ''))
    if (isSigned) return [{ date, kind: 'signed', where }]
    return index >= lines.length * 0.5 || index >= lines.length - 12 ? [{ date, kind: 'ending', where }] : []
  })
}

/** Month and year under a signature that says no day, and the like: a date that cannot be given in full. */
export const saysMonthOnly = (lines: readonly Line[]): boolean =>
  lines.slice(-12).some(({ text }) => new RegExp(`^${yearDigits}年${dayOrMonth}月$`).test(text))
