import type { Mention } from './claimMention.ts'
import type { Topic } from './claimTopic.ts'

/**
 * How a sentence says one indicator. Every field that is there must hold. Patterns see half width, no spaces, dates as words
 * (今年, 上年, 下年) and `№` for other numbers. Rules are tried in order and the first that holds decides, so the narrow stands before the wide.
 */
export interface ClaimRule {
  /** Null: recognised as something that no indicator counts; nothing later may claim it. */
  readonly indicator: string | null
  /** Unit words that may follow the number; `''` for none. */
  readonly units: readonly string[]
  /** The words up to the number, without filler (收到申请 in 收到申请共 21 件). */
  readonly core?: RegExp
  /** What follows the unit, up to the end of the clause (政府信息公开申请 in 21 件政府信息公开申请). */
  readonly after?: RegExp
  /** What must not stand in the clause, before or after the number. */
  readonly unless?: RegExp
  readonly topic?: readonly Topic[]
  readonly unlessTopic?: Topic
  /** Must stand in the sentence or in the headings above. */
  readonly about?: RegExp
  /** Must stand in the sentence or in the nearest heading: for words that agencies also use of their own business. */
  readonly near?: RegExp
  /** As `near`, or in the sentence before. */
  readonly nearOrEarlier?: RegExp
  /** The sentence up to the number. */
  readonly lead?: RegExp
  readonly unlessLead?: RegExp
  /** What follows across the clause. */
  readonly unlessNext?: RegExp
  /** False: not where the number is a part of something (其中 …). */
  readonly part?: false
  /** First and last report year in which the words mean this; a report whose year is unknown passes. */
  readonly years?: readonly [number, number]
  /** 结转: the year of the sentence is another one by its nature. */
  readonly anyYear?: true
  /** Counted on a day, not over the year: 目前 will do. */
  readonly stock?: true
}

export const caseUnits = ['件', '条', '宗', '份', '起', '例', '件次'] as const
export const itemUnits = ['条', '篇', '则', '件', '份', '条次', '篇次'] as const
export const timesUnits = ['次', '场', '场次', '期', '班次', '个', '班', '轮'] as const
export const personUnits = ['人', '名', '位'] as const
export const moneyUnits = ['元', '万元', '亿元'] as const

/** Does the rule hold for this number? */
export function holds(rule: ClaimRule, mention: Mention, year: number | null): boolean {
  const { token, core, before, after } = mention
  const nearest = mention.headings.slice(mention.headings.lastIndexOf('/') + 1)
  return (
    // A zero needs no unit: 申请数为0.
    (rule.units.includes(token.unit) || (token.unit === '' && token.value === 0)) &&
    // The quick questions first.
    !(rule.part === false && mention.part) &&
    (rule.years === undefined || year === null || (year >= rule.years[0] && year <= rule.years[1])) &&
    (rule.anyYear === true || mention.thisYear || (rule.stock === true && mention.now)) &&
    (rule.topic === undefined || (mention.topic !== null && rule.topic.includes(mention.topic))) &&
    (rule.unlessTopic === undefined || mention.topic !== rule.unlessTopic) &&
    (rule.core?.test(core) ?? true) &&
    (rule.after?.test(after) ?? true) &&
    !(rule.unless?.test(`${before}№${after}`) ?? false) &&
    (rule.about?.test(`${mention.headings}/${mention.sentence}`) ?? true) &&
    (rule.near?.test(`${nearest}/${mention.sentence}`) ?? true) &&
    (rule.nearOrEarlier?.test(`${nearest}/${mention.earlier}/${mention.sentence}`) ?? true) &&
    (rule.lead?.test(mention.lead) ?? true) &&
    !(rule.unlessLead?.test(mention.lead) ?? false) &&
    !(rule.unlessNext?.test(mention.next) ?? false)
  )
}
