import type { Qualifier } from '../forms/states.ts'
import { simplify } from '../forms/traditional.ts'
import { readChineseNumber } from './chineseNumber.ts'

/** What the parser must say aloud about a number that it could read. */
export type NumberFlag =
  /** Digits stood apart inside the cell and were joined: `1 8` is 18. */
  | 'split_digits'
  /** A minus printed as a long or doubled dash: `——3` is −3. */
  | 'long_minus'
  /** Money with no unit anywhere: the amount is as printed, its unit is not known. */
  | 'unit_unknown'
  /** Printed in another unit than the indicator's and converted. */
  | 'converted'
  /** A remark in brackets follows the number: `5（含1件转办）` is 5. */
  | 'note'

/** One cell, read. Only `value` and `zero` carry a number. */
export type Reading =
  | {
      readonly state: 'value' | 'zero'
      readonly value: number
      readonly qualifier: Qualifier | null
      readonly flags: readonly NumberFlag[]
    }
  | {
      readonly state: 'blank' | 'not_applicable' | 'text' | 'unreadable'
      readonly value: null
      readonly qualifier: null
      readonly flags: readonly NumberFlag[]
    }

/** What the form asks for in the cell. */
export interface Asked {
  /** The indicator's unit. `万元` and `元` are money: a number printed in another money unit is converted into it. */
  readonly unit?: string
  /** What the unit column, the heading or the label prints; `''` or absent: nothing. */
  readonly printedUnit?: string
  /** 本年增/减: a sign, 增 or 减, and a long minus are read. */
  readonly signed?: boolean
  /** The form itself prints no unit for this amount (采购总金额): without one anywhere the unit is unknown. */
  readonly unitMustBePrinted?: boolean
}

const moneyPowers: Readonly<Record<string, number>> = {
  元: 0,
  千元: 3,
  万元: 4,
  万: 4,
  百万元: 6,
  千万元: 7,
  亿元: 8,
  亿: 8,
  人民币万元: 4,
  人民币元: 0,
}
const multiplierPowers: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8 }
const measureWords = [
  '人次',
  '条次',
  '件次',
  '户次',
  '家次',
  '批次',
  '场次',
  '项次',
  '条',
  '件',
  '次',
  '篇',
  '个',
  '人',
  '份',
  '宗',
  '起',
  '项',
  '场',
  '期',
  '户',
  '家',
  '名',
  '位',
  '例',
  '种',
  '部',
  '处',
  '批',
  '张',
  '本',
  '册',
  '班',
  '则',
  '幅',
  '组',
  '封',
  '笔',
  '类',
  '点',
  '所',
  '事项',
] as const
const measureWord = `(?:${measureWords.join('|')})`
const numeralWord = '[零〇一二两三四五六七八九十百千万亿]+'
const digits = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`
const before = '大约|大概|约为|约|将近|接近|近|不足|不到|超过|至少|不少于|逾'
const after = '左右|上下|以上|及以上'
const wholeNumber = new RegExp(
  `^(?<before>${before})?(?<sign>[+-]|增加|减少|新增|增|减)?(?<number>${digits}|${numeralWord})` +
    `(?<more1>[余多])?(?<times>十万|百万|千万|十|百|千|万|亿)?(?<more2>[余多])?(?<unit>人民币元|人民币万元|元|${measureWord})?(?<after>${after})?$`,
)

/**
 * Reads one table cell as domain.md §3.3 says. A guess is never a value: what is not certain is `unreadable`.
 * Money comes back in `asked.unit`; counts as printed, 6.4万条 as 64000.
 */
export function readNumber(printed: string, asked: Asked = {}): Reading {
  const text = foldPrinted(printed).trim()
  if (text === '') return without('blank')
  if (notApplicable.test(text.replace(/\s/g, ''))) return without('not_applicable')
  const flags: NumberFlag[] = []
  const joined = joinSplitDigits(text)
  if (joined === null) return without('unreadable')
  if (joined.split) flags.push('split_digits')
  const bare = readSign(joined.text, asked.signed === true, flags)
  const match = bare === null ? null : wholeNumber.exec(bare)
  if (bare === null || match?.groups === undefined)
    return readNoted(joined.text, asked) ?? without(mayBeNumber(joined.text) ? 'unreadable' : 'text')
  return readMatch(match.groups, asked, flags)
}

const remark = /^(?<number>[+-]?\d[^()[\]【】〔〕]*)[([【〔](?<note>[^()[\]【】〔〕]+)[)\]】〕]$/
/** What a remark begins with when it tells of a part, of all, or of another place, and not of another number. */
const tellsOfPart = /^(?:其中)?(?:含|包含|包括|内含|均|全部|都|不含|不包括)|^其中/
const refersElsewhere = /^(?:注|附注|备注|说明)\d{0,2}$|^(?:详?见|参见)/
const changesNumber =
  /应为|实为|实际|更正|修正|有误|错|原|约|左右|以上|[余多近]|预计|估|暂|累计|历年|[上去往次下]年|年度?$|截[至止]|[百千万亿]|[%‰元]/

/**
 * A number with a remark behind it, in brackets that say what they are about: the number in front is certain when the remark tells
 * of a part of it, refers to another place, or has no number and does not take the first one back.
 */
function readNoted(text: string, asked: Asked): Reading | null {
  const { number = '', note = '' } = remark.exec(text)?.groups ?? {}
  const subject = note
    .replace(tellsOfPart, '')
    .replace(/\d+/g, '')
    .replace(new RegExp(measureWord, 'g'), '')
    .replace(/\P{Script=Han}/gu, '')
  if (number === '' || (subject.length < 2 && !refersElsewhere.test(note)) || /[百千万亿%‰]/.test(note)) return null
  const plain = readNumber(number, asked)
  if (plain.value === null || plain.qualifier !== null) return null
  const numbers = (note.match(/\d+(?:\.\d+)?/g) ?? []).map(Number)
  const isPart = tellsOfPart.test(note) && numbers.every((one) => one <= Math.abs(plain.value))
  const isSilent = numbers.length === 0 && !changesNumber.test(note)
  return isPart || isSilent || refersElsewhere.test(note) ? { ...plain, flags: [...plain.flags, 'note'] } : null
}

const notApplicable = /^(?:[/\\]+|[-–—―─ー]+|不适用|不涉及|n\/?a)$/i

function without(state: 'blank' | 'not_applicable' | 'text' | 'unreadable'): Reading {
  return { state, value: null, qualifier: null, flags: [] }
}

/** Full-width characters and hyphens in their ordinary form. Not NFKC: that makes ① and ² digits. */
export function foldPrinted(text: string): string {
  return simplify(text)
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, '')
    .replace(/[\u2010\u2011\u2212\uFE63]/g, '-')
    .replace(/\u2044|\u2215/g, '/')
    .replace(/[\u2E3A\u2E3B]/g, '——')
}

/** `1 8` and `1\n8` are 18 inside one cell; three heaps of digits, or one that starts with 0, are a collapsed row. */
function joinSplitDigits(text: string): { readonly text: string; readonly split: boolean } | null {
  if (!/[\d.,]\s+[\d.,]/.test(text)) return { text: text.replace(/\s+/g, ''), split: false }
  if ((text.match(/[\d.,]\s+(?=[\d.,])/g) ?? []).length > 1) return null
  return { text: text.replace(/\s+/g, ''), split: true }
}

/**
 * Every way to read digits that stand apart in one cell: joined, and, where both halves are the same, the number printed twice. Empty
 * for a text that can be read in one way only.
 */
export function readApart(printed: string, asked: Asked = {}): readonly Reading[] {
  const heaps = foldPrinted(printed)
    .trim()
    .replace(/([\d.,])\s+(?=[\d.,])/g, '$1\0')
    .split('\0')
  const [first] = heaps
  if (first === undefined || heaps.length < 2) return []
  const isTwice = heaps.length === 2 && heaps[0] === heaps[1]
  if (heaps.length === 2 && !isTwice) return []
  return [heaps.join(''), ...(isTwice ? [first] : [])]
    .map((text) => readNumber(text, asked))
    .filter(({ value, qualifier }) => value !== null && qualifier === null)
}

/** The sign in front, made `+` or `-`; null when it cannot be one. */
function readSign(text: string, signed: boolean, flags: NumberFlag[]): string | null {
  const dashes = /^([-–—―─ー]+)(?=.)/.exec(text)
  if (dashes?.[1] === undefined) return text
  const rest = text.slice(dashes[1].length)
  if (dashes[1] === '-') return `-${rest}`
  if (!signed || !/^\d/.test(rest)) return null
  if (dashes[1] !== '–') flags.push('long_minus')
  return `-${rest}`
}

/** Has it anything of a number, so that calling it words would hide one? */
function mayBeNumber(text: string): boolean {
  return (
    /[\d%‰\u00B2\u00B3\u00B9\u2070-\u2089\u2460-\u249B\u2150-\u218B]/.test(text) ||
    /^[OoIl|〇○?？*#…□■◆]+$/.test(text) ||
    /^#(?:REF|DIV\/0|VALUE|NAME|NUM|NULL|N\/A)[!?]?$/i.test(text) ||
    new RegExp(`^${numeralWord}`).test(text)
  )
}

function readMatch(parts: Readonly<Record<string, string | undefined>>, asked: Asked, flags: NumberFlag[]): Reading {
  const { before: qualified, sign, number = '', more1, times, more2, unit = '', after: beyond } = parts
  const decimal = readDigits(number, more1 ?? '')
  const signs: Readonly<Record<string, number>> = { '-': -1, 减: -1, 减少: -1 }
  const spoken = sign !== undefined && sign !== '+' && sign !== '-'
  const words = [qualified, more1 ?? more2, beyond].filter((word) => word !== undefined)
  if (decimal === null || (spoken && asked.signed !== true) || words.length > 1) return without('unreadable')
  if (/^[百千万亿]+$/.test(number) && words.length === 0) return without('unreadable')
  // 三万 in a 万元 cell: 万 may be the unit or part of the number.
  if (/[万亿]$/.test(number) && unit === '' && moneyPowers[asked.unit ?? ''] !== undefined) return without('unreadable')
  const power = findPower(times, unit, asked, flags)
  if (power === null) return without('unreadable')
  const size = shiftDecimal(decimal, power)
  if (size !== 0 && lacksUnit(parts, asked)) flags.push('unit_unknown')
  const value = size === 0 ? 0 : size * (sign === undefined ? 1 : (signs[sign] ?? 1))
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return without('unreadable')
  const qualifier = words[0] === undefined ? null : qualifierOf(words[0])
  return { state: value === 0 ? 'zero' : 'value', value, qualifier, flags }
}

/** The number as a decimal text without separators; null for a leading 0 (a collapsed or cut number) and an unknown numeral. */
function readDigits(number: string, more: string): string | null {
  if (/^\d/.test(number)) {
    const plain = number.replaceAll(',', '')
    return /^0\d/.test(plain) || plain.replace('.', '').length > 15 ? null : plain
  }
  // 一 and 一一 are typed for a dash as often as for a number.
  if (/^一+$/.test(number)) return null
  const spoken = readChineseNumber(number + more)
  return spoken === null ? null : String(spoken.value)
}

/** The power of ten between what is printed and what is asked; null when the units cannot meet. */
function findPower(times: string | undefined, unit: string, asked: Asked, flags: NumberFlag[]): number | null {
  const askedPower = moneyPowers[asked.unit ?? '']
  const own = times === undefined ? 0 : (multiplierPowers[times] ?? null)
  if (own === null) return null
  if (askedPower === undefined) return unit.endsWith('元') ? null : countPower(own, times, asked)
  return moneyPower(own, times, unit, askedPower, asked, flags)
}

/** An amount whose unit stands neither in the cell nor above it. */
function lacksUnit({ times, unit }: Readonly<Record<string, string | undefined>>, asked: Asked): boolean {
  const isMoney = moneyPowers[asked.unit ?? ''] !== undefined
  return (
    isMoney &&
    asked.unitMustBePrinted === true &&
    times === undefined &&
    unit === undefined &&
    moneyPowers[plainUnit(asked.printedUnit)] === undefined
  )
}

const plainUnit = (unit: string | undefined): string => foldPrinted(unit ?? '').replace(/[\s()]|单位:?/g, '')

function countPower(own: number, times: string | undefined, asked: Asked): number | null {
  const scale = readUnitScale(asked.printedUnit ?? '')
  if (scale === 'money') return null
  // 万条 in the heading and 万 in the cell: nobody knows whether once or twice.
  return scale !== 0 && times !== undefined ? null : own + scale
}

function moneyPower(
  own: number,
  times: string | undefined,
  unit: string,
  askedPower: number,
  asked: Asked,
  flags: NumberFlag[],
): number | null {
  if (unit !== '' && !unit.endsWith('元')) return null
  const printed = moneyPowers[plainUnit(asked.printedUnit)]
  if (unit === '' && times === undefined) {
    const power = (printed ?? askedPower) - askedPower
    if (power !== 0) flags.push('converted')
    return power
  }
  if (own !== askedPower) flags.push('converted')
  return own - askedPower
}

/** 万条 in a unit column means ten thousand; a money word on a count is a contradiction. */
function readUnitScale(unit: string): number | 'money' {
  const plain = plainUnit(unit)
  if (plain.endsWith('元')) return 'money'
  const match = /^(百万|千万|千|万|亿)(?=.)/.exec(plain)
  return match?.[1] === undefined ? 0 : (multiplierPowers[match[1]] ?? 0)
}

/** Moves the decimal point in the text, so that 12345.60 元 is 1.23456 万元 and not a neighbour of it. */
function shiftDecimal(decimal: string, power: number): number {
  return Number(`${decimal}e${power}`)
}

function qualifierOf(word: string): Qualifier {
  if (/^(?:余|多|以上|及以上|超过|至少|不少于|逾)$/.test(word)) return '≥'
  return /近|不足|不到/.test(word) ? '<' : '~'
}
