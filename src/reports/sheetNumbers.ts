import { format, isDateFormat } from 'numfmt'

/** A number as the sheet shows it. `isKnown: false`: its format could not be read, so it stands as it is stored. */
export interface ShownNumber {
  readonly text: string
  readonly isKnown: boolean
}

/** Days between the two calendars that Excel counts by. */
const days1904 = 1462

/**
 * A number in the text that Excel shows for it: digits, separators, percent signs and units as the format says, no noise of binary
 * fractions. A negative number keeps its minus also where the format shows it by colour or brackets.
 */
export function showNumber(value: number, pattern: string, is1904: boolean): ShownNumber {
  const clean = cleanPattern(pattern)
  if (/^general$/i.test(clean)) return { text: showPlain(value), isKnown: true }
  try {
    const serial = is1904 && isDateFormat(clean) ? value + days1904 : value
    const text = format(clean, serial, { locale: 'zh-CN' }).trim()
    return { text: value < 0 && text !== '' ? withMinus(text) : text, isKnown: true }
  } catch {
    return { text: showPlain(value), isKnown: false }
  }
}

/** As a cell without a format shows it; whole numbers are never shortened. */
function showPlain(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : format('General', value, { locale: 'zh-CN' })
}

function withMinus(text: string): string {
  const bare = text.replace(/^[(（]\s*(.*?)\s*[)）]$/, '$1')
  return /[-−–—]/.test(bare) ? bare : `-${bare}`
}

/** Chinese Excel writes `!` for an escaped character, and the names of colours and of the general format in Chinese. */
function cleanPattern(pattern: string): string {
  return pattern
    .replace(/"[^"]*"|\\.|!(.)/g, (whole, escaped?: string) => (escaped === undefined ? whole : `\\${escaped}`))
    .replace(/\[(?:黑色|蓝色|青色|绿色|洋红色?|红色|白色|黄色|颜色\s*\d+)\]/g, '')
    .replace(/G\/通用格式|通用格式/g, 'General')
}

/** Formats that a file names by number alone; dates as a Chinese system shows them (ECMA-376 18.8.30). */
const builtIn: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [5, '"¥"#,##0;\\-"¥"#,##0'],
  [6, '"¥"#,##0;\\-"¥"#,##0'],
  [7, '"¥"#,##0.00;\\-"¥"#,##0.00'],
  [8, '"¥"#,##0.00;\\-"¥"#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'yyyy/m/d'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy/m/d h:mm'],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [36, 'yyyy"年"m"月"'],
  [37, '#,##0;-#,##0'],
  [38, '#,##0;-#,##0'],
  [39, '#,##0.00;-#,##0.00'],
  [40, '#,##0.00;-#,##0.00'],
  [41, '#,##0;-#,##0;"-"'],
  [42, '"¥"#,##0;-"¥"#,##0;"-"'],
  [43, '#,##0.00;-#,##0.00;"-"??'],
  [44, '"¥"#,##0.00;-"¥"#,##0.00;"-"??'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
  [48, '##0.0E+0'],
  [49, '@'],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [52, 'yyyy"年"m"月"'],
  [53, 'm"月"d"日"'],
  [54, 'm"月"d"日"'],
  [55, 'yyyy"年"m"月"'],
  [56, 'm"月"d"日"'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
])

/** The pattern of a format that a file names by number alone; General for a number that nobody defined. */
export const builtInPattern = (id: number): string => builtIn.get(id) ?? 'General'
