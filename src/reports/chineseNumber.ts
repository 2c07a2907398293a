import type { Qualifier } from '../forms/states.ts'

/** A number as a sentence says it. `qualifier` is null for an exact number; `words` is true when no digit was used (两, 三十, 零). */
export interface SpokenNumber {
  readonly value: number
  readonly qualifier: Qualifier | null
  readonly words: boolean
}

const digitValues: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const smallUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const powers: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }

const qualifiersBefore: readonly (readonly [RegExp, Qualifier])[] = [
  [/^(?:大约|约有|约为|约)/, '~'],
  [/^(?:将近|接近|近|不足|不到)/, '<'],
  [/^(?:超过|突破|不少于|至少|超|逾)/, '≥'],
]
const qualifiersAfter: readonly (readonly [RegExp, Qualifier])[] = [
  [/(?:以上|之多)$/, '≥'],
  [/(?:左右|上下)$/, '~'],
  [/(?:以下|以内)$/, '<'],
]

/** Characters of Chinese numerals, for patterns: `[${numeralCharacters}]+`. */
export const numeralCharacters = '零〇一二两三四五六七八九十百千万亿'

/** Folds full-width letters, digits, punctuation and the Kangxi radicals of bad PDF text, character by character: offsets stay. */
export function foldWidth(text: string): string {
  return text.replace(/[\u3000\uFF01-\uFF5E\u2F00-\u2FD5\u00A0]/g, (character) => {
    const folded = character.normalize('NFKC')
    return folded.length === 1 ? folded : character
  })
}

/**
 * Reads a whole number phrase: `1,208`, `２７`, `6.4万`, `10余万`, `三十余`, `百余`, `两`, `约200`, `40以上`.
 * Null when it is not one number (`三四`, `几十`, `1万2千`): better unread than guessed.
 */
export function readChineseNumber(text: string): SpokenNumber | null {
  let rest = foldWidth(text).replace(/\s/g, '')
  let qualifier: Qualifier | null = null
  const take = (list: readonly (readonly [RegExp, Qualifier])[]): void => {
    const found = list.find(([pattern]) => pattern.test(rest))
    if (!found) return
    rest = rest.replace(found[0], '')
    qualifier = found[1]
  }
  take(qualifiersAfter)
  take(qualifiersBefore)
  const plain = rest.replace(/[余多](?=[万亿]*$)/, '')
  if (plain !== rest) qualifier = '≥'
  const value = readDigits(plain) ?? readNumerals(plain, qualifier === '≥')
  return value === null ? null : { value, qualifier, words: !/\d/.test(plain) }
}

/** `1,208`, `6.4万`, `3千`: digits with at most one magnitude after them. */
function readDigits(text: string): number | null {
  const [, digits, magnitude = ''] = /^(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)([十百千]?[万亿]?|万亿)$/.exec(text) ?? []
  if (digits === undefined) return null
  const power = readPower(magnitude)
  if (power === null) return null
  const value = Number(`${digits.replace(/,/g, '')}e${power}`)
  return value <= Number.MAX_SAFE_INTEGER ? value : null
}

/** How many places 十, 百万 or 亿 move the point, none for no word; null for a word that is no magnitude: then it is no number either. */
function readPower(magnitude: string): number | null {
  return [...magnitude].reduce<number | null>((total, character) => {
    const power = powers[character]
    return total === null || power === undefined ? null : total + power
  }, 0)
}

/** 二〇一八 by position, 三百二十五 and 一万零二十 by units, 一点五 with a decimal. */
function readNumerals(text: string, bareMagnitude: boolean): number | null {
  const [whole = '', decimals] = text.split('点')
  if (decimals !== undefined) {
    const [, figures = '', magnitude = ''] = /^([零〇一二三四五六七八九]+)([万亿]?)$/.exec(decimals) ?? []
    const before = readNumerals(whole, false)
    const power = readPower(magnitude)
    if (figures === '' || before === null || power === null) return null
    return Number(`${before}.${[...figures].map((figure) => digitValues[figure]).join('')}e${power}`)
  }
  if (/^[零〇一二三四五六七八九]+$/.test(text) && (text.length >= 4 || (text.length > 1 && /[零〇]/.test(text)))) {
    return /^[零〇]/.test(text) ? null : Number([...text].map((figure) => digitValues[figure]).join(''))
  }
  if (/^[百千万亿]/.test(text)) return bareMagnitude && text.length <= 2 ? readByUnits(`一${text}`) : null
  return readByUnits(text)
}

/** 亿, then 万, then a section below ten thousand; null when the order of units is broken. */
function readByUnits(text: string): number | null {
  for (const unit of ['亿', '万'] as const) {
    const at = text.lastIndexOf(unit)
    if (at < 0) continue
    const size = unit === '亿' ? 1e8 : 1e4
    const head = readByUnits(text.slice(0, at))
    const tailText = text.slice(at + 1)
    if (head === null || head === 0) return null
    if (tailText === '') return head * size
    const digit = /^[一二三四五六七八九]$/.test(tailText) ? digitValues[tailText] : undefined
    const tail = digit === undefined ? readByUnits(tailText) : digit * (size / 10)
    return tail === null || tail >= size ? null : head * size + tail
  }
  return readSection(text)
}

function readSection(text: string): number | null {
  if (text === '') return null
  if (/^[零〇]$/.test(text)) return 0
  let total = 0
  let digit: number | null = null
  let lastUnit = 10_000
  let afterZero = false
  for (const character of text) {
    const unit = smallUnits[character]
    if (unit === undefined) {
      const value = digitValues[character]
      if (value === undefined || digit !== null) return null
      if (value === 0) {
        afterZero = true
        continue
      }
      digit = value
      continue
    }
    if (unit >= lastUnit) return null
    if (digit === null && unit !== 10) return null
    total += (digit ?? 1) * unit
    digit = null
    afterZero = false
    lastUnit = unit
  }
  if (digit === null) return afterZero ? null : total
  // 三百二 is 320, 三百零二 is 302, 十二 is 12.
  const colloquial = lastUnit >= 100 && lastUnit < 10_000 && !afterZero
  return total + (colloquial ? digit * (lastUnit / 10) : digit)
}
