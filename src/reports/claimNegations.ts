import { fullRequest } from './claimRequests.ts'
import { look, type Frame, type Rendered } from './claimMention.ts'

/** Words that say none (未收到, 均为0), and what they deny. Positions are characters of the rendered text. */
export interface Negation {
  readonly start: number
  readonly end: number
  readonly indicators: readonly string[]
}

const verbs =
  '(?:(?:向[^,]{1,8})?收取|新收到?|新增|收到过?|接到过?|接收到|接收|收悉|受理|发生过?|产生|出现过?|涉及|引发|引起|提起|办理|存在|被(?:提起|申请)|有|(?=因))'
const denial = new RegExp(`(?:(?:从|尚|均|暂|都|并|也)?(?:未|没有|没)(?:曾|再)?${verbs}|没有|(?:均|尚|暂|并|也)?无|不存在)№?`, 'g')
const zeroWords = /(?:均|都|皆|全部|全)为№|(?:均|都|皆|全部|全)?为零(?![散星])|零发生/g
const zeroOf = /零(?:申请|投诉|举报|复议|诉讼)(?:、?零(?:申请|投诉|举报|复议|诉讼))*/g

// 无法, 无需 and the rest are other words; 有无 asks.
const notDenial =
  /^无(?:法|需|须|偿|关|论|效|人(?![^,]{0,12}申请)|误|正当|障碍|纸|不|异|力|超|逾|缝|锡|线|形|烟|疑|党派|偏差|差错|遗漏|泄密|现成|果|条件|从|故|权|意|限|数|所|害|私|穷|缘|视|端|辜|为|用|痕|土|机|接触|感|实质)/
const conditional = /(?:如|若|凡|倘|假如|一旦|是否|对于?|经查|有)$|如果|倘若|若[^,]{0,6}$|^如[^实上下]/
const softened =
  /超期|逾期|延期|超时|拖延|败诉|撤销|纠错|纠正|维持|不当|推诿|违规|违法|重大|恶意|非正常|信访|热线|咨询|提案|重复|大规模|集体|未办|不服|不满|满意|差评|渠道|平台|条件|制度|需求|上级|转办|转来|移交|涉及(?!政府信息公开|信息公开|本)/
const tail = /(?:的)?(?:相关)?(?:等)?(?:有关)?(?:情况|情形|现象|案件|案例|案|事项|事件|问题|行为|发生|件|类|数量|数|等)$/

const request = new RegExp(`(?:${fullRequest})$`)
const bareRequest = /(?:^|的|任何|提出|提交|公开|书面|群众|公民|公众)申请$/
const context = /信息公开|政务公开|依申请|公开申请/

/** Which indicator does one item of the denied list name? `year` decides which fee. */
function readDenied(piece: string, surroundings: string, year: number | null): string | null {
  const carried = /(?:上一?年(?:度)?)结转|结转(?:至|到)?(?:下一?年|今年)/.exec(piece)?.[0]
  if (carried !== undefined) return /上/.test(carried) ? 'requests_carried_in' : 'requests_carried_out'
  if (/信息处理费(?:用)?$/.test(piece)) return year === null || year >= 2021 ? 'processing_fee_collected' : null
  if (/(?:收费|费用|检索费|复制费|邮寄费|收费及减免|减免)$/.test(piece)) {
    return year !== null &&
      year <= 2018 &&
      /信息公开|依申请|申请公开|公民|申请人/.test(surroundings) &&
      /费/.test(surroundings) &&
      !/三公|财政|行政事业|培训|违规|乱/.test(surroundings)
      ? 'request_fees_collected'
      : null
  }
  if (/复议(?:申请)?$/.test(piece)) return 'review_total'
  if (piece.endsWith('诉讼')) return 'litigation_total'
  if (/(?:举报|投诉)$/.test(piece)) return context.test(surroundings) || /复议|诉讼/.test(surroundings) ? 'complaints_received' : null
  const mode = /(?:^|的|收到)(当面|传真|网络|信函)(?:提交|提出)?(?:的)?(?:政府信息公开)?申请$/.exec(piece)?.[1]
  if (mode !== undefined)
    return { 当面: 'requests_in_person', 传真: 'requests_fax', 网络: 'requests_online', 信函: 'requests_letter' }[mode] ?? null
  if (/通过|方式|当面|传真|信函|自然人|企业/.test(piece) && !/任何/.test(piece)) return null
  if (request.test(piece)) return 'requests_new'
  // 依申请政府信息公开来信、来电: requests under another word.
  if (/依申请(?:政府)?信息公开(?:的)?(?:来信|来函|来电)$/.test(piece)) return 'requests_new'
  if (piece === '申请' && /复议|诉讼/.test(surroundings)) return 'requests_new'
  return bareRequest.test(piece) && context.test(surroundings) && !/复议|诉讼|项目|专利|许可|资金/.test(piece) ? 'requests_new' : null
}

const strip = (piece: string): string => {
  let rest = piece.replace(/[“”]/g, '')
  // 依申请公开事项 and 申请事项 keep their word: it belongs to the request.
  while (!request.test(rest) && tail.test(rest)) rest = rest.replace(tail, '')
  return rest
}

function readList(list: string, surroundings: string, year: number | null): string[] {
  if (list.includes('№')) return []
  const pieces = list.split(/[、/]|以及|或者|和|与|及(?!时|减免)|或/).map((piece) => strip(piece.trim()))
  const read = pieces.map((piece) => (softened.test(piece) ? null : readDenied(piece, surroundings, year)))
  return [...new Set(read.filter((indicator) => indicator !== null))]
}

/** Every denial of a rendered sentence that is about this year and about requests, review, litigation, complaints or fees. */
export function findNegations(rendered: Rendered, frame: Frame, year: number | null): Negation[] {
  const { text } = rendered
  const { headings } = frame
  const found: Negation[] = []
  const add = (start: number, end: number, list: string): void => {
    const around = look(text, start, end, frame)
    if (
      !around.thisYear ||
      around.subject === 'others' ||
      around.subject === 'government' ||
      conditional.test(around.before) ||
      /某月|半年|季度/.test(around.before)
    )
      return
    const indicators = readList(list, `${headings}/${text}`, year)
    if (indicators.length > 0 && !found.some((other) => other.start < end && start < other.end)) found.push({ start, end, indicators })
  }
  const listBefore = (at: number): string =>
    look(text, at, at, frame).before.replace(/^(?:今年|全年|本年度|年度内|我局|本机关|收到|受理|发生|涉及|因|的)+/, '')
  for (const match of text.matchAll(denial)) {
    const start = match.index
    const counted = match[0].endsWith('№')
    // 未发生一起 denies; 无3件 would be something else.
    const end = start + match[0].length - (counted && valueAt(rendered, start + match[0].length - 1) !== 1 ? 1 : 0)
    if (notDenial.test(text.slice(start)) || /[有毫绝]$/.test(text.slice(0, start))) continue
    const list = listAfter(text, end)
    // 行政复议、行政诉讼均未发生: the list stands before.
    add(start, end, list === '' && /^(?:均|都)/.test(match[0]) ? listBefore(start) : list)
  }
  for (const match of text.matchAll(zeroWords)) {
    const end = match.index + match[0].length
    if (match[0].endsWith('№') && valueAt(rendered, end - 1) !== 0) continue
    add(match.index, end, listBefore(match.index))
  }
  for (const match of text.matchAll(zeroOf)) {
    if (context.test(`${headings}/${text}`))
      add(match.index, match.index + match[0].length, match[0].replace(/零/g, '').replace(/申请/g, '依申请公开'))
  }
  return found
}

/** The number that was written as `№` here; null when it is none or cannot be read. */
function valueAt({ at, tokens }: Rendered, position: number): number | null {
  const token = tokens.find((candidate) => candidate.kind === 'count' && at[candidate.start] === position)
  return token?.kind === 'count' ? token.value : null
}

/** What is denied: to the end of the clause, brackets left out. */
function listAfter(text: string, from: number): string {
  const plain = text.slice(from, from + 90).replace(/\([^()№]*\)/g, '')
  const end = plain.search(/[,;:。!?()\n]/)
  return end < 0 ? plain : plain.slice(0, end)
}
