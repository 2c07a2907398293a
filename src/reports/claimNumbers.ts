import type { Qualifier } from '../forms/states.ts'
import { numeralCharacters, readChineseNumber } from './chineseNumber.ts'

/** A number of a sentence, or something that looks like one. Positions are characters of the compact text that was searched. */
export type NumberToken = CountToken | MarkToken

/** A number that says how many, with its unit (`''` when none follows). `value` is null when it cannot be read with certainty. */
export interface CountToken {
  readonly kind: 'count'
  readonly start: number
  readonly end: number
  readonly value: number | null
  readonly qualifier: Qualifier | null
  readonly unit: string
  readonly words: boolean
}

/** Digits that name something: never a claim, never asked for. `year` is the year a date says, `say` what part of it the date covers. */
export interface MarkToken {
  readonly kind: 'mark'
  readonly start: number
  readonly end: number
  readonly year: number | null
  readonly say: 'year' | 'wholeYear' | 'yearEnd' | 'part' | 'years' | null
}

// Runs are bounded: a page of digits must not be searched again from each of them.
const n = `[\\d${numeralCharacters}]{1,12}`
const digitUnits =
  '人次|场次|班次|件次|篇次|条次|万元|亿元|平方米|公里|公顷|千米|万元|元|条|件|次|篇|个|人|名|位|期|份|场|项|家|宗|起|处|类|种|批|轮|则|幅|部|册|本|套|台|户|张|例|桩|组|座|株|头|亩|吨|届|版|款|班|支|字|天|小时|分钟|工作日|块|倍|页|封|通|卷|节|步|点|级|镇|村|辆|间'
const numeralUnits =
  '人次|场次|班次|件次|篇次|条次|万元|亿元|元|条|件|次|篇|个|人|名|位|期|份|场|项|家|宗|起|处|类|种|批|轮|则|幅|部|册|套|台|户|张|例|桩|组|座|株|头|亩|吨|款|班|支|天|小时|分钟|工作日|页|封|辆|间'

/** Words made with a numeral that count nothing. */
const idioms = [
  '[一两二三四五六七八九十]个(?:意识|自信|维护|确立|全面|一百年|责任|清单)',
  '一(?:起(?!行政|诉讼|案|申请|投诉|举报|因)|条龙|件事|次性|部分|个人|批|种|类|套)',
  '三类(?=[”"]?内部)|四类(?=[”"]?过程)|三安全一稳定',
  '跑一次|一次办|告知一次',
]

/** Marks, in the order they are tried. What stands first wins where two overlap. */
const marks: readonly { readonly pattern: RegExp; readonly say?: MarkToken['say'] }[] = [
  { pattern: /(?:https?:\/\/|www\.)[\w./?=&%#:~-]+|[\w.-]{1,60}@[\w.-]+/g },
  { pattern: /《[^《》]{0,120}》/g },
  { pattern: /(?:电话|传真|手机|QQ)(?:号码)?[:：]?[\d—–()转/、-]{7,}/g },
  { pattern: /(?:邮编|邮政编码)[:：]?\d{6}/g },
  { pattern: /地址[:：][^;,，。)）]{0,60}/g },
  { pattern: /1[3-9]\d{9}|\d{3,4}[-—–]{1,2}\d{7,8}(?:[-—转]\d+)?/g },
  { pattern: /(?:[国宁]?[\u4e00-\u9fa5]{0,6}[发函办字令]{1,2}(?:明电)?)?[〔[(【﹝〈]\d{4}[〕\])】﹞〉]第?\d{1,12}号/g },
  { pattern: /[〔【﹝]\d{4}[〕】﹞]/g },
  { pattern: /(?:19|20)\d{2}年1月1日(?:起|零时)?[-—–~至到]{1,2}(?:(?:19|20)\d{2}年)?12月31日(?:止|24时)?/g, say: 'wholeYear' },
  {
    pattern:
      /(?:截至|截止)[到至]?(?:(?:19|20)\d{2}年(?:度)?|当年|今年|本年)?12月(?:份)?(?:31日|底|末|(?!\d|上|中|下|初))|(?:19|20)\d{2}年(?:12月(?:31日|底|末)|底|末)/g,
    say: 'yearEnd',
  },
  { pattern: /(?:(?:19|20)\d{2}年(?:度)?)?1(?:月(?:份)?)?[-—–~至到]{1,2}12月(?:份)?(?!\d)/g, say: 'wholeYear' },
  { pattern: /(?:19|20)\d{2}年?[-—–~至到、和]{1,2}(?:19|20)\d{2}年?(?:度)?/g, say: 'years' },
  { pattern: /(?:19|20)\d{2}[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])/g, say: 'part' },
  {
    pattern:
      /(?:19|20)\d{2}年(?:度)?\d{1,2}(?:[-—–~至到、]{1,2}\d{1,2})?月(?:份|底|初|末|上旬|中旬|下旬)?(?:\d{1,2}(?:日|号)?(?:[-—–~至到、]{1,2}(?:\d{1,2}月)?\d{1,2})?[日号])?/g,
    say: 'part',
  },
  { pattern: /(?:19|20)\d{2}年(?:度)?(?:第?[一二三四1-4]季度|上半年|下半年)/g, say: 'part' },
  { pattern: /(?:19|20)\d{2}年(?:度)?|[〇零一二三四五六七八九]{4}年(?:度)?/g, say: 'year' },
  {
    pattern:
      /\d{1,2}(?:[-—–~至到、]{1,2}\d{1,2})?月(?:份|底|初|末|上旬|中旬|下旬)?(?:\d{1,2}(?:日|号)?(?:[-—–~至到、]{1,2}(?:\d{1,2}月)?\d{1,2})?[日号])?/g,
    say: 'part',
  },
  { pattern: /[一二三四五六七八九十]{1,2}月(?:份|底|初|末)?(?:[一二三四五六七八九十]{1,3}日)?/g, say: 'part' },
  { pattern: /\d{1,2}[-—–~至]\d{1,2}日|\d{1,2}日(?!内|以|起|前|后)/g, say: 'part' },
  { pattern: /第?[一二三四1-4](?:[-—至、][一二三四1-4])?季度/g, say: 'part' },
  { pattern: new RegExp(`第${n}(?:[、和至-]第?${n})*[条款项章节编]|第${n}[届次批期号个名版篇]?`, 'g') },
  { pattern: /\d{1,2}[:：]\d{2}/g },
  { pattern: /(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d-])/g, say: 'part' },
  { pattern: /\d{1,12}号(?!召)(?:楼|令|文|线|院)?/g },
  { pattern: /(?:附件|附表|续表|附图)\d+|(?:^|[^\u4e00-\u9fa5]|[见如详])[图表]\d+/g },
  { pattern: /123\d\d(?=[\u4e00-\u9fa5“”]{0,8}(?:热线|平台|工单|电话))/g },
  { pattern: /[第共]\d{1,6}页/g },
  { pattern: /[A-Za-z]{1,20}[-&.]?\d{1,12}[A-Za-z\d.]{0,12}|\d{1,12}(?:\.\d{1,6})?[A-Za-z]{1,20}\d{0,6}/g },
  { pattern: new RegExp(`${n}(?:周年|周岁|五规划|大报告|大精神)`, 'g') },
  {
    pattern: /十[一二三四五六七八九](?:大|届)|二十大|[一二三四五六七八九十]{1,3}中(?:、[一二三四五六七八九十]{1,3}中)*全会|十[二三四五]五/g,
  },
  { pattern: new RegExp(idioms.join('|'), 'g') },
]

const listNumber = /(^|[。;:,，!?！？)”、·•—-])(\(?\d{1,2}[.、)](?=[^\d.])|\(\d{1,2}\))/g
const bareYear = new RegExp(`(?:19[5-9]|20[0-4])\\d(?!\\d|[.,]\\d|[余多]?[十百千万亿]|[余多]?(?:${digitUnits}))`, 'g')

const startsWithUnit = new RegExp(`^[余多]?[十百千万亿]?[余多]?(?:${digitUnits})`)

const before = '(?:大约|约有|约为|约|将近|接近|近|不足|不到|超过|突破|超|逾)?'
const after = '(?:以上|左右|上下|以下|以内|之多)?'
const arabic = '(?:\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?: \\d{1,3})*(?:\\.\\d+)?)[余多]?[十百千]?(?:万亿|[万亿])?[余多]?'
const numeral = `(?:[${numeralCharacters}]+(?:点[零〇一二三四五六七八九]+[万亿]?)?)[余多]?[万亿]?`
const count = new RegExp(
  `(${before})(?:(${arabic})((?:[-—–~至到](?=\\d))?)(${after})((?:%|‰|${digitUnits})?)|(${numeral})(${after})(${numeralUnits})|([几数](?:[十百千万]+))余?(${numeralUnits}))(${after})`,
  'g',
)

const anyNumber = new RegExp(`[\\d几数${numeralCharacters}拾佰仟]`)

const formal = '壹贰叁肆伍陆柒捌玖拾佰仟'
const formalNumber = new RegExp(`[${formal}零万亿]{2,12}(?=[${formal}零万亿]{0,12}(?:${numeralUnits}))`, 'g')

/** 贰拾柒件 says 二十七件; 队伍 and 陆续 stay. */
const spellPlainly = (text: string): string =>
  text.replace(formalNumber, (number) => [...number].map((letter) => '一二三四五六七八九十百千'[formal.indexOf(letter)] ?? letter).join(''))

/** All numbers of a compact text, in order, none overlapping. Digits are never passed over; numerals only count with a unit. */
export function findNumbers(written: string): NumberToken[] {
  if (!anyNumber.test(written)) return []
  const text = spellPlainly(written)
  const found = findMarks(text)
  const covered = (start: number, end: number): MarkToken | undefined => found.find((mark) => mark.start < end && start < mark.end)
  const tokens: NumberToken[] = [...found]
  count.lastIndex = 0
  for (let match = count.exec(text); match; match = count.exec(text)) {
    const start = match.index
    const hit = covered(start, start + match[0].length)
    if (hit) {
      // Digits may stand beside the mark, before or after it: go on behind what was recognised.
      if (start < hit.start && /\d/.test(text.slice(start, hit.start))) {
        tokens.push({ kind: 'count', start, end: hit.start, value: null, qualifier: null, unit: '', words: false })
      }
      count.lastIndex = Math.max(hit.end, start + 1)
      continue
    }
    const token = readToken(match, text)
    if (token) tokens.push(token)
    // Not a number: the whole run of numerals is passed, or 二十 would be tried again as 十.
    else count.lastIndex = start + Math.max(1, (match[1] ?? '').length + (match[6] ?? '').length)
  }
  return tokens.sort((one, other) => one.start - other.start)
}

function readToken(match: RegExpExecArray, text: string): CountToken | null {
  const [
    ,
    prefix = '',
    digits,
    range = '',
    digitsAfter = '',
    digitsUnit = '',
    words,
    wordsAfter = '',
    wordsUnit = '',
    vague,
    vagueUnit = '',
    tail = '',
  ] = match
  const start = match.index
  const base = { kind: 'count', start, end: start + match[0].length } as const
  if (vague !== undefined) return { ...base, value: null, qualifier: null, unit: vagueUnit, words: true }
  if (words !== undefined) {
    // 近百条 and 上百条 are numbers of which nothing is certain.
    if (/^[百千万亿]+$/.test(words) && (prefix !== '' || /[上成过]$/.test(text.slice(0, start)))) {
      return { ...base, value: null, qualifier: null, unit: wordsUnit, words: true }
    }
    if (!countsSomething(words, text, start + prefix.length, base.end)) return null
    const spoken = readChineseNumber(`${prefix}${words}${wordsAfter || tail}`)
    return { ...base, value: spoken?.value ?? null, qualifier: spoken?.qualifier ?? null, unit: wordsUnit, words: true }
  }
  if (digits === undefined) return null
  // `最近5次` is not "nearly five"; the word then belongs to what stands before.
  const asQualifier = prefix.endsWith('近') && /[最附临相]$/.test(text.slice(0, start)) ? '' : prefix
  const spoken =
    range === '' && joins(digits, digitsUnit, text, start) ? readChineseNumber(`${asQualifier}${digits}${digitsAfter || tail}`) : null
  const ranged =
    range !== '' ||
    (/[-—–~至到]$/.test(text.slice(Math.max(0, start - 1), start)) && /\d[-—–~至到]$/.test(text.slice(Math.max(0, start - 2), start)))
  const mixed =
    (/^\d/.test(text.slice(base.end)) && digitsUnit === '') || /\d[余多]?[十百千万亿]$/.test(text.slice(Math.max(0, start - 3), start))
  const certain = spoken !== null && !ranged && !mixed
  return { ...base, value: certain ? spoken.value : null, qualifier: certain ? spoken.qualifier : null, unit: digitsUnit, words: false }
}

/** `1 8件` is one number with a slip in it; `2018 132条` is a year and a number. */
function joins(digits: string, unit: string, text: string, start: number): boolean {
  if (!digits.includes(' ')) return true
  return unit !== '' && !/^(?:19|20)\d{2} /.test(digits) && !/[表图件第年]$/.test(text.slice(0, start))
}

/** Does a numeral count, or is it part of a word (统一, 第一, 之一) or of a quoted slogan? */
function countsSomething(words: string, text: string, start: number, end: number): boolean {
  const previous = text[start - 1] ?? ''
  if (/[第这那]/.test(previous) || /[\d.]/.test(previous)) return false
  if (words === '一' && /[统唯单逐同之专任某每另上下前后不划万]/.test(previous)) return false
  if (/^[百千万亿]/.test(words) && !/[余多]$/.test(words)) return false
  const opening = text.lastIndexOf('“', start)
  const closing = opening < 0 ? -1 : text.indexOf('”', opening)
  return !(opening >= 0 && closing >= end && closing - opening <= 14)
}

function findMarks(text: string): MarkToken[] {
  const found: MarkToken[] = []
  const add = (start: number, end: number, say: MarkToken['say']): void => {
    if (found.some((mark) => mark.start < end && start < mark.end)) return
    found.push({ kind: 'mark', start, end, say, year: say === null ? null : yearIn(text.slice(start, end)) })
  }
  for (const { pattern, say } of marks) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length
      // 11-12月 holds no 1-12月; APP300条 and 10-20条 hold numbers, O2O and 01-21 are names.
      if (/^\d/.test(match[0]) && /\d/.test(text[match.index - 1] ?? '')) continue
      if (/^[A-Za-z]*[\d.-]*\d$/.test(match[0]) && startsWithUnit.test(text.slice(end, end + 4))) continue
      if (match[0] !== '') add(match.index, end, say ?? null)
    }
  }
  for (const match of text.matchAll(bareYear)) {
    if (!/[\d.,]/.test(text[match.index - 1] ?? '')) add(match.index, match.index + match[0].length, 'year')
  }
  for (const match of text.matchAll(listNumber)) {
    const start = match.index + (match[1] ?? '').length
    add(start, start + (match[2] ?? '').length, null)
  }
  return found.sort((one, other) => one.start - other.start)
}

function yearIn(date: string): number | null {
  const [digits] = /(?:19|20)\d{2}/.exec(date) ?? []
  if (digits !== undefined) return Number(digits)
  const [numerals] = /^[〇零一二三四五六七八九]{4}(?=年)/.exec(date) ?? []
  return numerals === undefined ? null : (readChineseNumber(numerals)?.value ?? null)
}
