import { isAlikeUnit, isSameUnit, numbersIn, type NumberedSentence } from './numberedSentence.ts'

/** Numbers of a sentence that are parts of another, by their places. */
export interface NumberList {
  readonly list: 'all' | 'some'
  readonly clear: boolean
  readonly overlap: boolean
  /** Null: a number of the sentence before. */
  readonly whole: number | null
  readonly otherWholes: readonly number[]
  readonly parts: readonly number[]
}

interface Item {
  readonly at: number
  readonly label: string
}

interface Run {
  readonly items: readonly Item[]
  readonly clear: boolean
  /** 等 behind the last: there are more. */
  readonly open: boolean
}

/** Words that begin another statement instead of the next part of a list. */
const nextStatement =
  /^(?:并|且|同时|此外|另|还|再|共|合计|总计|总共|总数|累计|全部|均|都|已|未|截至|同比|环比|比|较|增|减|上升|下降|提高|平均|办结|办理|答复|回复|按时|按期|受理|收到|接收|收取|结转|上年|去年|历年|他年|今年|全年|年底|目前|没有|无(?!法)|不存在|达|实现|满意|浏览|点击|阅读|关注|粉丝|访问|覆盖)/
/** What comes on top of the whole. */
const apart = /^(?:另|此外|还|同时|除此)/
const dispute = /复议|诉讼|举报|投诉|信访/
/** Words that do something: two clauses with different ones may speak of different things. */
const doing =
  /收到|受理|办理|办结|答复|回复|处理|公开|发布|公布|召开|举办|开展|举行|制定|制发|印发|出台|参加|组织(?!申请|、|和|机构|$)|完成|推送|更新|转|移送|移交|审核|设|建|投入|培训|撤销|维持|纠正|接待|回应|解读|征集|采纳|整改|清理|废止|修订/g
/** Members of the divisions that the forms print. */
const member =
  /(?:予以|部分|不予|主动|依申请|同意|不同意|全部)公开|不予处理|其他处理|无法提供|(?:结果)?维持|(?:结果)?纠正|其[他它]结果|尚?未审结|(?:按时|按期|延期)办结/g
/** One item stands on several channels and is taken up by several others: such parts may add up to more than the whole. */
const channel =
  /网站|微博|微信|公众号|公报|客户端|新媒体|抖音|头条|报刊|报纸|电视|广播|电台|媒体|平台|采用|采纳|录用|刊发|刊登|转载|公示栏|公告栏|显示屏|渠道/

const breaks = /[、,;]/

interface Piece {
  readonly from: number
  readonly to: number
  /** What ends it: a separator, or nothing at the end. */
  readonly end: string
}

/** Cuts at 、 , ; and at 和 or 及 between two numbers. */
function cutPieces(text: string, from: number, to: number): readonly Piece[] {
  const pieces: Piece[] = []
  let start = from
  const close = (at: number, end: string): void => {
    const joined = /^[^№]*№[^№]{0,10}?(和|以及|及|与)[^№]{1,12}№/.exec(text.slice(start, at))
    const word = joined?.[1]
    if (joined && word !== undefined) {
      const middle = start + joined[0].indexOf(word, joined[0].indexOf('№'))
      pieces.push({ from: start, to: middle, end: '、' })
      start = middle + word.length
      close(at, end)
      return
    }
    pieces.push({ from: start, to: at, end })
    start = at + 1
  }
  for (let at = from; at < to; at += 1) if (breaks.test(text[at] ?? '')) close(at, text[at] ?? '')
  close(to, '')
  return pieces
}

/** The parts from here on, as far as they are of one kind. */
function readRun({ counts }: NumberedSentence, text: string, from: number, to: number): Run {
  const items: Item[] = []
  const separators = new Set<string>()
  let [clear, open, label, separator] = [true, false, '', '']
  let isNested = false
  for (const piece of cutPieces(text, from, to)) {
    const words = text.slice(piece.from, piece.to).trim()
    const ofAll = numbersIn(text, piece.from, piece.to)
    const here = ofAll.filter((at) => counts.get(at)?.unit !== '%')
    const first = items[0]
    if (/^(?:其中|含|包括|内)/.test(words) && first) isNested = true
    if (isNested) {
      clear &&= /;/.test(text.slice(piece.from, to))
      if (piece.end === ';') [isNested, separator] = [false, ';']
      continue
    }
    if (words === '' || (/^(?:约|分别)?占/.test(words) && here.length === 0)) continue
    const said = label + words.replace('№', '')
    const [at, another] = here
    if (at === undefined) {
      if (ofAll.length > 0 || piece.end !== '、' || words.length > 12 || (first && nextStatement.test(words))) {
        clear &&= !continues(counts, text, piece.to, to, first)
        open ||= words.endsWith('等')
        break
      }
      label = said
      continue
    }
    if (first && (apart.test(said) || (nextStatement.test(said) && !nextStatement.test(first.label)))) break
    if (first && dispute.test(said) && !dispute.test(first.label)) break
    if (another !== undefined || /平均|均[:为]?№|[每日月人]均|每/.test(words)) {
      clear = false
      break
    }
    const unit = counts.get(at)?.unit ?? ''
    if (first && !isSameUnit(unit, counts.get(first.at)?.unit ?? '')) clear = false
    else {
      if (first) separators.add(separator)
      items.push({ at, label: said })
    }
    ;[label, separator] = ['', piece.end]
    if (/^[^№]*№[^№]{0,6}等/.test(words) || words.replace(/№.*$/, '').endsWith('等')) {
      open = true
      break
    }
  }
  const loose = separators.has(',') || separators.has(';')
  return { items, open, clear: clear && separators.size <= 1 && (!loose || isParallel(items)) }
}

/** Do numbers of the same unit follow, which may be more parts? */
function continues(counts: NumberedSentence['counts'], text: string, from: number, to: number, first: Item | undefined): boolean {
  const unit = first && counts.get(first.at)?.unit
  return numbersIn(text, from, to).some((at) => counts.get(at)?.unit === unit)
}

/** Clauses that are built alike are members of one list; a verb of its own makes one a statement of its own. */
function isParallel(items: readonly Item[]): boolean {
  const [first, ...others] = items.map(({ label }) => label)
  if (first === undefined) return false
  if (nextStatement.test(first)) return false
  const verbsOf = (label: string): string => (label.replace(member, '').match(doing) ?? []).join()
  return others.every(
    (label) =>
      label.length <= 24 &&
      (verbsOf(label) === '' || verbsOf(label) === verbsOf(first) || (label.length > 3 && label.slice(-2) === first.slice(-2))),
  )
}

const someMarker = /(^|[,;:。、№ )]|[\u4e00-\u9fa5]?)其中(?!之一|一)(?:[,:]|主要|包括|包含|含|有)*/g
const allMarker =
  /№([^№,;:。 ]{0,16})(?:[,:]?(主要|具体)?(包括|包含|分别(?:为|是|有))|[,:]即(?!时|将|使|可|办|日|便|是指)|[,:]?具体(?:为|是))[:]?|№([^№,;:。 ]{0,12}):(?!其中|含)/g

/** Every list of parts in a sentence. `before` are the counts of the sentence before this one. */
export function findNumberLists(sentence: NumberedSentence, hasBefore: (unit: string) => boolean): readonly NumberList[] {
  const { outer } = sentence
  const lists: NumberList[] = []
  const used = new Set<number>()
  const add = (list: NumberList): void => {
    lists.push(list)
    for (const part of list.parts) used.add(part)
  }
  const found = [
    ...[...outer.matchAll(allMarker)].map((match) => ({ at: match.index, match, isAll: true })),
    ...[...outer.matchAll(someMarker)]
      .filter(([, previous = '']) => !/[入在及将从与和对]/.test(previous))
      .map((match) => ({ at: match.index, match, isAll: false })),
  ].sort((one, other) => one.at - other.at)
  let done = 0
  for (const { at, match, isAll } of found) {
    const from = at + match[0].length
    if (isAll && at < done) continue
    const run = readRun(sentence, outer, from, outer.length)
    const list = isAll ? readAll(sentence, at, match, run) : readSome(sentence, at, from, run, used, hasBefore)
    if (list === null) continue
    add(list)
    done = list.parts.at(-1) ?? from
  }
  for (const { from, to } of sentence.brackets) {
    const list = readBracket(sentence, from, to)
    if (list !== null) add(list)
  }
  return lists
}

function readAll({ counts, outer }: NumberedSentence, whole: number, match: RegExpExecArray, run: Run): NumberList | null {
  const [, label = '', how, marker] = match
  const unit = counts.get(whole)?.unit ?? ''
  if (run.items.length < 2 || unit === '%' || !fitsUnit(counts, run, unit)) return null
  const isOpen = run.open || how === '主要' || marker === '包含'
  return {
    list: isOpen ? 'some' : 'all',
    clear: run.clear && !/平均|每/.test(label) && run.items.every(({ at }) => !differs(counts, at, unit)),
    overlap: isOverlapping(run, outer.slice(0, whole + 20)),
    whole,
    otherWholes: numbersIn(outer, 0, whole).filter((at) => isSameUnit(counts.get(at)?.unit ?? '', unit)),
    parts: run.items.map(({ at }) => at),
  }
}

/** Parts in the unit of the whole, or all without one. */
const fitsUnit = (counts: NumberedSentence['counts'], { items }: Run, unit: string): boolean =>
  items.every(({ at }) => isAlikeUnit(counts.get(at)?.unit ?? '', unit)) || items.every(({ at }) => counts.get(at)?.unit === '')

const differs = (counts: NumberedSentence['counts'], at: number, unit: string): boolean => {
  const own = counts.get(at)?.unit ?? ''
  return own !== '' && !isSameUnit(own, unit)
}

function readSome(
  { counts, outer }: NumberedSentence,
  at: number,
  from: number,
  run: Run,
  used: ReadonlySet<number>,
  hasBefore: (unit: string) => boolean,
): NumberList | null {
  const before = numbersIn(outer, 0, at + 1).filter((place) => counts.get(place)?.unit !== '%')
  const [first] = run.items
  if (first === undefined) {
    const whole = before.at(-1)
    const isSaidOf = whole !== undefined && /^№[^№,;:。]{0,16}[,;:]?$/.test(outer.slice(whole, at + 1).replace(/其$/, ''))
    return isSaidOf && numbersIn(outer, from, outer.length).length === 0
      ? { list: 'some', clear: true, overlap: false, whole, otherWholes: [], parts: [] }
      : null
  }
  const unit = counts.get(first.at)?.unit ?? ''
  const equal = before.filter((place) => isSameUnit(counts.get(place)?.unit ?? '', unit))
  const same = equal.length > 0 ? equal : before.filter((place) => isAlikeUnit(counts.get(place)?.unit ?? '', unit))
  const whole = same.at(-1)
  const parts = run.items.map((item) => item.at)
  const overlap = isOverlapping(run, outer.slice(0, from))
  if (whole === undefined)
    return at < 2 && hasBefore(unit) ? { list: 'some', clear: run.clear, overlap, whole: null, otherWholes: [], parts } : null
  const others = same.slice(0, -1).filter((place) => !used.has(place))
  const isJoined = others.length > 0 && /结转|加上|另/.test(outer.slice(0, at))
  return { list: 'some', clear: run.clear && !isJoined && equal.length > 0, overlap, whole, otherWholes: others, parts }
}

/** 64 件（其中平台 12 件）, 64 件（网络 40 件、信函 24 件）: of the number right before. */
function readBracket(sentence: NumberedSentence, from: number, to: number): NumberList | null {
  const { text, outer, counts } = sentence
  const [marker = ''] = /^(?:其中|含|包括|包含)[:,]?(?:有|含|包括)?/.exec(text.slice(from, to)) ?? []
  const whole = numbersIn(outer, 0, from).at(-1)
  const run = readRun(sentence, text, from + marker.length, to)
  const unit = whole === undefined ? '' : (counts.get(whole)?.unit ?? '')
  if (whole === undefined || /[,;:。]/.test(outer.slice(whole, from)) || unit === '%') return null
  if (run.items.length < (marker === '' ? 2 : 1) || !run.items.every(({ at }) => isSameUnit(counts.get(at)?.unit ?? '', unit))) return null
  return {
    list: 'some',
    clear: run.clear && marker !== '',
    overlap: isOverlapping(run, outer.slice(0, from)),
    whole,
    otherWholes: [],
    parts: run.items.map(({ at }) => at),
  }
}

/** A request comes in by one way only; an item is published by several. */
const isOverlapping = ({ items }: Run, lead: string): boolean =>
  items.some(({ label }) => channel.test(label)) && !/申请|复议|诉讼|建议|提案/.test(lead.slice(-60))
