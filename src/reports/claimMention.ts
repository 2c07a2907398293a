import { findNumbers, type CountToken, type MarkToken, type NumberToken } from './claimNumbers.ts'
import { readSubject, type Owner, type Subject } from './claimSubject.ts'
import { headingKind, headingTopic, isUnrelated, lastKind, lastTopic, type RequestKind, type Topic } from './claimTopic.ts'

/** Words that open a clause and say nothing of it. */
const leadIn = /^(?:[、和及与并以]|[一二三四五六七八九十]是|首先|其次|再次|最后|同时|此外|另外|据统计|经统计)+/

/** 上年结转 2 件，新收 27 件，均为政府信息公开申请: what they are is said last. */
const saidBehind = /(?:均|都|全部)(?:为|系|是|属于?)(?:政府|政务)?信息公开(?:的)?申请/

/** The words around one place of a sentence. Dates are words here (今年, 上年, 下年, 某月 …), other numbers are `№`; all in half width, no spaces. */
export interface Surroundings {
  /** The clause up to the place, at most 120 characters. */
  readonly before: string
  /** The clause behind it, at most 60 characters. */
  readonly after: string
  /** What follows, clause or not, at most 40 characters. */
  readonly next: string
  /** The sentence up to the place, at most 400 characters. */
  readonly lead: string
  /** The clause before this one, where no number stands between; else empty. */
  readonly previous: string
  /** The whole sentence, at most 800 characters around the place. */
  readonly sentence: string
  /** The headings above, from the outermost, `/` between. */
  readonly headings: string
  /** The sentence before this one in the paragraph. */
  readonly earlier: string
  readonly topic: Topic | null
  /** Does the sentence say behind it that this has nothing to do with disclosure? */
  readonly unrelated: boolean
  /** Is this year's, as far as the words say? */
  readonly thisYear: boolean
  /** Said of 目前: good enough for what is counted on a day (staff), not for what adds up over a year. */
  readonly now: boolean
  /** Behind 其中 (or 含 in brackets): part of something said before. */
  readonly part: boolean
  /** Of whom it is said; never `others`'s figures are the agency's. */
  readonly subject: Subject
  /** Whose report it is; `''` when not known. Its own theme says nothing of a kind: 统计信息 of a bureau of statistics. */
  readonly agency: string
}

/** A number that says how many, with the words around it. */
export interface Mention extends Surroundings {
  readonly token: CountToken
  /** `before` without the words that only lead up to a number: 共, 总计, 为, 数量 … */
  readonly core: string
}

/** What earlier sentences of the paragraph leave to the next: its topic and whose year it was. */
export interface Carried {
  readonly topic: Topic | null
  /** What a bare 申请 of the next sentence asks for. */
  readonly kind: RequestKind | null
  readonly thisYear: boolean
  /** The year was named (今年, 全年, 2018年 …): a bare 累计 then counts this year. */
  readonly yearNamed: boolean
  readonly sentence: string
  readonly subject: Subject
}

export const nothingCarried: Carried = { topic: null, kind: null, thisYear: true, yearNamed: false, sentence: '', subject: null }

/** What a sentence stands in: the headings above it, what was said before it, and whose report it is. */
export interface Frame {
  readonly headings: string
  readonly carried: Carried
  readonly owner: Owner
}

/** A sentence made ready for the patterns: `at[i]` is where compact character i went. */
export interface Rendered {
  readonly text: string
  readonly at: readonly number[]
  readonly tokens: readonly NumberToken[]
}

const filler =
  /(?:共计|总计|合计|累计|共有|总共|一共|共|计|总数量|总数|数量|总量|数|量|达到|达|是|有|了|各|情况|约|分别|均|仅|只|已|先后|:)$/

/** The words that lead up to a number say nothing about its subject. */
export function dropFiller(text: string): string {
  let core = text.replace(/[“”‘’"]/g, '')
  while (filler.test(core) || /(?:^|[^行])为$/.test(core)) core = filler.test(core) ? core.replace(filler, '') : core.slice(0, -1)
  return core
}

/** Writes a compact sentence anew: dates as words seen from the report's year, counts as `№`, list numbers left out. */
export function renderSentence(compact: string, year: number | null): Rendered {
  const tokens = findNumbers(compact)
  let text = ''
  const at: number[] = []
  let position = 0
  for (const token of tokens) {
    for (; position < token.start; position += 1) {
      at[position] = text.length
      text += compact[position] ?? ''
    }
    const written = token.kind === 'count' ? '№' : writeMark(token, compact.slice(token.start, token.end), year)
    for (; position < token.end; position += 1) at[position] = text.length
    text += written
  }
  for (; position < compact.length; position += 1) {
    at[position] = text.length
    text += compact[position] ?? ''
  }
  at[position] = text.length
  return { text, at, tokens }
}

function writeMark(mark: MarkToken, printed: string, year: number | null): string {
  if (mark.say === null) return /^\(?\d{1,2}[.、)]$/.test(printed) ? '' : printed
  if (mark.say === 'years') return '历年'
  const distance = mark.year === null || year === null ? 0 : mark.year - year
  if (distance === -1) return '上年'
  if (distance === 1) return '下年'
  if (distance !== 0) return '他年'
  if (mark.say === 'year') return '今年'
  if (mark.say === 'wholeYear') return '全年'
  return mark.say === 'yearEnd' ? '年底' : '某月'
}

const opens: Readonly<Record<string, string>> = { '”': '“', '》': '《', '’': '‘', ')': '(', '】': '【' }
const closes: Readonly<Record<string, string>> = { '“': '”', '《': '》', '‘': '’', '【': '】' }
const ends = /[,;:。!?(№\n]/

/** The clause before a place of the rendered text. Quotations and brackets without numbers are stepped over. */
function clauseBefore(text: string, from: number): { readonly start: number; readonly text: string } {
  const limit = Math.max(0, from - 120)
  // 收费情况:0元: what stands before the colon is the subject.
  let position = text[from - 1] === ':' ? from - 1 : from
  while (position > limit) {
    const character = text[position - 1] ?? ''
    const opening = opens[character]
    if (opening !== undefined) {
      const start = text.lastIndexOf(opening, position - 2)
      if (start >= limit && !text.slice(start, position).includes('№')) {
        position = start
        continue
      }
      if (character === ')') break
    } else if (ends.test(character)) break
    position -= 1
  }
  // 专(兼)职 is one word; any other bracket is an aside.
  return {
    start: position,
    text: text
      .slice(position, from)
      .replace(/专\(兼\)职/g, '专兼职')
      .replace(/\([^()]*\)/g, ''),
  }
}

function clauseAfter(text: string, from: number): string {
  const limit = Math.min(text.length, from + 60)
  let position = from
  while (position < limit) {
    const character = text[position] ?? ''
    const closing = closes[character]
    const end = closing === undefined ? -1 : text.indexOf(closing, position + 1)
    if (end > 0 && end < limit && !text.slice(position, end).includes('№')) {
      position = end + 1
      continue
    }
    if (/[,;:。、!?()№\n]/.test(character)) break
    position += 1
  }
  return text.slice(from, position)
}

const ours = '年初(?:以来|至今)|今年(?:以来)?|本年(?:度)?|全年(?:度)?|年内|一年来|当年(?:度)?|年度内|报告期内?|统计期(?:限)?内?|年底'
const markers = new RegExp(
  `(${ours})|((?:上一?年|去年|前年|往年|历年|同期|下一?年|明年|来年|他年|某月|[上下]半年|季度|历史|近[两三四五]年|月底|月末|[0-9一二三四五六七八九十]月份|[两二三四五六七八九十]年[来间]|十[二三四]五[”"]?(?:时期|期间)|任期[内间])(?:度)?|目前|以来|近年来|多年来)`,
  'g',
)
// 比上年 compares, 上年结转 and 结转下年 are rows of their own: none of them moves the sentence into another year.
const noMarker = /(?:[比较同与和]|相比|结转(?:到|至)?|转(?:到|至)?|延(?:到|至)|含|包括|其中)$/
const carriedOver = /^(?:度)?(?:未办结|未办理完毕)?(?:的)?(?:政府信息公开申请)?(?:结转|转入|继续|答复|办理|顺延)/

/** Whose year do the words up to here speak of? The last time that is named decides. */
function readYear(lead: string, carried: Carried): { thisYear: boolean; yearNamed: boolean; now: boolean } {
  let thisYear: boolean | null = null
  let now = false
  for (const match of lead.matchAll(markers)) {
    const end = match.index + match[0].length
    now = match[0] === '目前'
    if (match[1] !== undefined) {
      thisYear = true
      continue
    }
    if (
      /^(?:上一?年|去年|下一?年|明年|同期)/.test(match[0]) &&
      (noMarker.test(lead.slice(0, match.index)) || carriedOver.test(lead.slice(end)))
    )
      continue
    // 今年以来 was taken whole above; 开通以来, 目前 and the like count from another day.
    thisYear = false
  }
  const inherits = /^(?:\(?[一二三四五六七八九十]\)?[、.])?(?:其中|截至目前)/.test(lead)
  const settled = thisYear ?? (inherits ? carried.thisYear : true)
  const yearNamed = thisYear === true || (thisYear === null && carried.yearNamed)
  if (/累计/.test(lead) && !(yearNamed && namesYear(lead, carried))) return { thisYear: false, yearNamed, now: false }
  return { thisYear: settled, yearNamed, now }
}

const oursAnywhere = new RegExp(ours)
const eachOfOurs = new RegExp(ours, 'g')

/** 累计 up to the last day of the year may count from any day; 全年累计 does not. */
const namesYear = (lead: string, carried: Carried): boolean =>
  [...lead.matchAll(eachOfOurs)].some(([word]) => word !== '年底') || (!/年底/.test(lead) && carried.yearNamed)

const plans =
  /下一步|下步|今后|明年|将(?!近)|拟(?!定|制)|力争|预计|打算|计划(?:再|新|于|召开|举办|开展|发布|公开|组织|安排|完成)|不少于|不低于|不超过|不得|原则上|每(?:年|月|周|日|天|季|半年|个|名|家|人|次|条|件|期)|应当|至少/
const plansAhead = /下一步|下步|今后|明年|来年/
const planHeadings = /问题|不足|改进|下一步|今后|打算|努力方向|工作(?:计划|安排|思路|重点|打算)|计划安排|设想/
const changes =
  /同比|环比|(?:增加|减少|增长|下降|上升|提高|降低|多|少|翻)(?:了|到|至|为)?$|(?:[比较](?:上|去|前)一?年(?:度)?|同期)[^,]{0,4}$/

/** The words around one place of a rendered sentence. */
export function look(rendered: string, start: number, end: number, { headings, carried, owner }: Frame): Surroundings {
  const clause = clauseBefore(rendered, start)
  // 1 名分管领导、1 名专职人员: what the number before counted is not said of this one.
  const listed = rendered[clause.start - 1] === '№' ? clause.text.replace(/^[^、]{0,12}、/, '') : clause.text
  const before = listed.replace(leadIn, '')
  const lead = rendered.slice(Math.max(0, start - 400), start)
  const after = clauseAfter(rendered, end)
  const { thisYear, yearNamed, now } = readYear(lead, carried)
  // A chapter on problems and plans speaks of this year only where it says so.
  const planned =
    plans.test(before + after) ||
    plansAhead.test(lead) ||
    (planHeadings.test(headings) && !(thisYear && yearNamed && oursAnywhere.test(lead)))
  const sincePart = Math.max(lead.lastIndexOf('其中'), lead.lastIndexOf('(含'), lead.lastIndexOf('(包括'))
  return {
    before,
    after: after.replace(/^的/, ''),
    next: rendered.slice(end, end + 40),
    lead,
    previous: previousClause(rendered, clause.start),
    sentence: rendered.slice(Math.max(0, start - 400), end + 400),
    headings,
    earlier: carried.sentence,
    topic: readTopic(lead, rendered.slice(end, end + 200), headings, carried),
    unrelated: isUnrelated(rendered.slice(end, end + 200)),
    thisYear: thisYear && !planned && !changes.test(dropFiller(before)),
    now: now && !planned,
    part:
      sincePart >= 0 && !(lead[sincePart] === '(' ? /[;。)]/ : /[;。]/).test(lead.slice(sincePart)) && !isOurPart(lead, sincePart, owner),
    subject: readSubject(lead, owner, carried.subject),
    agency: owner.agency ?? '',
  }
}

function readTopic(lead: string, behind: string, headings: string, carried: Carried): Topic | null {
  const named = lastTopic(lead, carried.kind ?? headingKind(headings))
  const topic = named === 'none' ? null : (named ?? carried.topic ?? headingTopic(headings))
  return topic ?? (saidBehind.test(behind) ? 'request' : null)
}

/** 全市收到 30 件，其中我局收到 3 件: a part of theirs is the whole of ours. */
const isOurPart = (lead: string, since: number, owner: Owner): boolean =>
  readSubject(lead.slice(since), owner, null) === 'own' && readSubject(lead.slice(0, since), owner, null) === 'others'

function previousClause(rendered: string, clauseStart: number): string {
  if (clauseStart <= 0 || rendered[clauseStart - 1] !== ',') return ''
  const previous = clauseBefore(rendered, clauseStart - 1)
  return rendered[previous.start - 1] === '№' ? '' : previous.text
}

/** What this sentence leaves to the next one of the paragraph. */
export function carryOn(rendered: string, { headings, carried, owner }: Frame): Carried {
  const opening = rendered.slice(0, 800)
  const { thisYear, yearNamed } = readYear(opening, carried)
  const named = readSubject(opening, owner, null)
  // 市政府办公室高度重视 counts nothing: the next sentence need not be about it.
  const subject = named === 'others' && !rendered.includes('№') ? null : (named ?? carried.subject)
  const kind = lastKind(rendered) ?? carried.kind
  const topic = lastTopic(rendered, carried.kind ?? headingKind(headings))
  return { topic: topic === 'none' ? null : (topic ?? carried.topic), kind, thisYear, yearNamed, sentence: rendered.slice(-300), subject }
}
