import { isSameUnit, numbersIn, type NumberedSentence } from './numberedSentence.ts'
import type { NumberList } from './numberLists.ts'

/** A share of a sentence: of which number, and of what; null where that is not said. Places as in the sentence. */
export interface NumberShare {
  readonly share: number
  readonly part: number | null
  readonly base: number | null
  readonly clear: boolean
}

/** A change in percent: from which number to which; null where that is not said. */
export interface NumberGrowth {
  readonly change: number
  readonly falls: boolean
  readonly now: number | null
  readonly before: number | null
  /** The number by which it changed, where that is said and last year's number is not. */
  readonly by: number | null
  readonly clear: boolean
}

const percents = ({ text, counts }: NumberedSentence): readonly number[] =>
  numbersIn(text, 0, text.length).filter((at) => counts.get(at)?.unit === '%')

/** From the last comma, bracket or number up to here. */
function clauseTo(text: string, to: number): string {
  let from = to
  while (from > 0 && to - from < 60 && !/[,;:。()、№]/.test(text[from - 1] ?? '')) from -= 1
  return text.slice(from, to)
}

const generalWords =
  /总数|总量|总件数|总条数|总额|总体|总|全部|全年|所有|政府|政务|申请|受理|收到|公开|信息|数量|件数|条数|比例|比重|比|比率|今年|本年度?|年度|数|量|的|为|到|了|达|约|共|其/g

/** Every share that a sentence says: 占…№ and 公开率№. */
export function findShares(sentence: NumberedSentence, lists: readonly NumberList[]): readonly NumberShare[] {
  const { text, counts } = sentence
  const all = numbersIn(text, 0, text.length)
  return percents(sentence).flatMap((share): readonly NumberShare[] => {
    const clause = clauseTo(text, share)
    if (/(?:率|比例|比重)(?:为|达|是|均|都|到|约|也|保持|在)*$/.test(clause) && !/占/.test(clause))
      return [{ share, part: null, base: null, clear: true }]
    const of = /占(?!用|地)([^№,;:。()]*)$/.exec(clause)
    if (of) return clause.includes('分别') ? [] : [shareOf(sentence, share, all, lists, of[1] ?? '')]
    // 占 45 件的 80%.
    const [whole] = /占[^№,;:。()]{0,12}№[^№,;:。()]{0,6}的$/.exec(text.slice(0, share)) ?? []
    if (whole === undefined) return []
    const base = share - whole.length + whole.indexOf('№')
    const part = all.filter((at) => at < base && counts.get(at)?.unit !== '%').at(-1)
    const isSame = part !== undefined && isSameUnit(counts.get(part)?.unit ?? '', counts.get(base)?.unit ?? '')
    return [{ share, part: isSame ? part : null, base, clear: isSame && isBeside(text, part, share - whole.length) }]
  })
}

function shareOf(
  { text, counts }: NumberedSentence,
  share: number,
  all: readonly number[],
  lists: readonly NumberList[],
  baseWords: string,
): NumberShare {
  const part = all.filter((at) => at < share).at(-1)
  const unit = part === undefined ? undefined : counts.get(part)?.unit
  const none = { share, part: null, base: null, clear: true }
  if (part === undefined || unit === undefined || unit === '%' || !isBeside(text, part, share)) return none
  const list = lists.find(({ parts, whole }) => parts.includes(part) && whole !== null)
  const earlier = all.filter((at) => at < part && isSameUnit(counts.get(at)?.unit ?? '', unit))
  const base = list?.whole ?? (earlier.length === 1 ? earlier[0] : undefined)
  if (base === undefined) return { share, part, base: null, clear: true }
  const rest = baseWords.replace(generalWords, '')
  const around = text.slice(Math.max(0, base - 30), base) + (/^[^,;:。()]{0,20}/.exec(text.slice(base))?.[0] ?? '')
  const isSaid = rest === '' || [...rest].every((letter) => around.includes(letter))
  // A list names what its parts belong to; a number that merely stands before may be about something else.
  const isList = list !== undefined && list.otherWholes.length === 0 && list.clear
  return { share, part, base, clear: isSaid && isList }
}

/** Nothing but the rest of its own clause between a number and what is said of it. */
const isBeside = (text: string, from: number, to: number): boolean => /^№[^№;:。()]{0,16}[,(]?[^№,;:。()]{0,20}$/.test(text.slice(from, to))

const rises = '增长|增加|上升|提升|提高|增幅|上涨|增'
const falls = '下降|减少|降低|降幅|下滑|减'
const changes = new RegExp(`(?:(${rises})|(${falls}))(?:了|率|幅度|约|为|达|近|:)*$`)
const otherYear = /他年|历年|半年|季度|环比|月|任务|计划|目标|平均|预期|全[省市县区国]/

/** Every change in percent. */
export function findGrowth(sentence: NumberedSentence): readonly NumberGrowth[] {
  const { text, counts } = sentence
  return percents(sentence).flatMap((change): readonly NumberGrowth[] => {
    const clause = clauseTo(text, change)
    const verb = changes.exec(clause)
    if (!verb || /率|比例|比重|满意|占/.test(clause.slice(0, verb.index)) || otherYear.test(clause)) return []
    const isFall = verb[2] !== undefined
    const from = Math.max(text.lastIndexOf(';', change), ...percents(sentence).filter((at) => at < change), -1) + 1
    const lead = numbersIn(text, from, change).filter((at) => counts.get(at)?.unit !== '%')
    return [{ change, falls: isFall, ...compared(sentence, from, lead, change, isFall) }]
  })
}

function compared(
  { text, counts }: NumberedSentence,
  from: number,
  lead: readonly number[],
  change: number,
  isFall: boolean,
): Pick<NumberGrowth, 'now' | 'before' | 'by' | 'clear'> {
  const none = { now: null, before: null, by: null, clear: true }
  const last = lead.at(-1)
  if (last === undefined) return none
  const unit = counts.get(last)?.unit ?? ''
  const same = lead.filter((at) => isSameUnit(counts.get(at)?.unit ?? '', unit))
  const leadTo = (at: number): string => text.slice(Math.max(from, text.lastIndexOf('№', at - 1) + 1), at)
  const [one, other] = same
  if (same.length === 2 && one !== undefined && other !== undefined) {
    const middle = text.slice(one + 1, other)
    if (/由[^№,;]{0,10}$/.test(leadTo(one)) && /(?:到|至|为)[^№,;]{0,8}$/.test(middle))
      return { now: other, before: one, by: null, clear: isBeside(text, other, change) }
    if (new RegExp(`(?:${isFall ? falls : rises})了?$`).test(middle))
      return { now: one, before: null, by: other, clear: /^№[^№;:。]{0,4},?[^№,;:。]{0,6}$/.test(text.slice(other, change)) }
    const isLast = (at: number): boolean => lastYear.test(leadTo(at))
    if (isLast(one) !== isLast(other)) {
      const [before, now] = isLast(one) ? [one, other] : [other, one]
      return { now, before, by: null, clear: isBeside(text, other, change) && !otherYear.test(text.slice(from, change)) }
    }
  }
  const between = text.slice(last, change)
  return isBeside(text, last, change) && same.length === 1 && !otherYear.test(between) && !lastYear.test(leadTo(last))
    ? { now: last, before: null, by: null, clear: true }
    : { ...none, clear: false }
}

const lastYear = /(?:上一?年|去年)(?:度)?(?:同期)?(?:的|为|是|共|收到|受理|公开|发布|申请|[:(])*[^№,;:。]{0,8}$/
