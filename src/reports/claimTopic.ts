/**
 * What the words before a number were last about: decides what 维持 or 部分公开 belongs to. `other`: applications and cases that are
 * the agency's business (取水许可申请, 办理行政复议案件); nothing that follows them is about disclosure.
 */
export type Topic = 'request' | 'review' | 'litigation' | 'litigation_direct' | 'litigation_after_review' | 'other'

/** Of which kind a bare 申请 is, by the last one that was named in full. */
export type RequestKind = 'request' | 'other'

const notDisclosed = '(?:(?!(?:信息|政务)公开)[^,;:。№])'
const otherCases =
  '(?:处罚|许可|强制|征收|征用|赔偿|补偿|登记|工伤|认定|治安|交通|土地|林权|不作为|执法|合同|协议)(?:案件|纠纷|决定|事项)?(?:类|引发|引起|产生)?(?:的)?'
/** Reviews and suits that are the agency's business, or about something else than disclosure. */
export const otherDispute = `(?:(?:办理|审理|审结|代理|承办|指导|作为(?:共同)?被(?:告|申请人))${notDisclosed}{0,14}|${otherCases})(?:行政)?(?:复议|诉讼|应诉)`

/** 办理行政许可 230 件: business that is counted, without the word 申请. */
const otherCount =
  '(?:办理|受理|收到|接到|完成|处理|办结|答复)(?:了)?(?:(?!公开)[^,;:。№]){0,8}(?:许可|审批|低保|救助|仲裁|专利|证照|登记|业务|信访|投诉|举报|热线|留言|咨询|提案|建议)(?:(?!公开|申请)[^,;:。№、]){0,6}№'

const disclosure =
  '依申请(?!(?:行政)?复议)(?:(?:政府|政务)?(?:信息)?公开)?(?:(?:政府|政务)?信息)?(?:的)?(?:书面)?(?:申请(?!(?:行政)?复议))?|(?:信息|政务)公开(?:(?!复议|诉讼)[^,;:。№、]){0,8}申请|申请(?:公开)?(?:政府|政务)信息|申请(?:获取)?信息公开|申请公开|公开(?:政府|政务)?信息(?:的)?申请'

/** `Named` by words that leave the rest to what stands before them: a bare 申请, 结转申请, 复议维持, 驳回诉讼请求. */
type Named = Topic | 'bare' | 'carried' | 'reviewResult' | 'suitResult'

const topics: readonly (readonly [RegExp, Named])[] = [
  [new RegExp(`${otherDispute}(?:案件|申请|案)*|${otherCount}`, 'g'), 'other'],
  [
    /(?:未经(?:行政)?复议(?:程序)?(?:而)?直接(?:提起|向法院)?(?:行政)?(?:起诉|诉讼)?|直接起诉)(?:的)?(?:政府|政务)?(?:信息公开)?(?:行政诉讼)?/g,
    'litigation_direct',
  ],
  [
    /(?:经(?:行政)?|行政)?复议后(?:再|又)?(?:提起|向法院)?(?:行政)?(?:起诉|诉讼)(?:的)?(?:政府|政务)?(?:信息公开)?(?:行政诉讼)?/g,
    'litigation_after_review',
  ],
  [/(?:行政)?复议(?:机关)?(?=维持|撤销|纠正|纠错|驳回|结果|决定|未审结|未办结)/g, 'reviewResult'],
  [/诉讼请求/g, 'suitResult'],
  [/(?:申请)?(?:行政)?复议/g, 'review'],
  [/(?:行政)?诉讼|(?:行政)?应诉|被(?:起)?诉(?!讼)/g, 'litigation'],
  [new RegExp(disclosure, 'g'), 'request'],
  // 结转 is said of requests under the Regulations, unless another kind stands before it.
  [/结转(?:的)?(?:上一?年(?:度)?)?(?:的)?申请/g, 'carried'],
  [/申请(?!人|(?:行政)?复议)/g, 'bare'],
]

const doing = /^.*(?:收到|收悉|受理|接收到?|接到|新收到?|新增|办理|办结|答复|回复|处理|完成|提交|提出|递交|有|无|未|对|共|为|是|的)/
/** What may stand before a bare 申请 and says neither its kind nor another one. */
const plainWords =
  /^(?:其中|今年|本年(?:度)?|全年|年度|年内|上年(?:度)?|下年(?:度)?|某月|年底|结转|转结|未办结|我|本|全|各|局|委|办|厅|院|省|市|县|区|镇|乡|州|街道|单位|机关|行政机关|部门|公民|法人|个人|群众|公众|社会|各界|企业|组织|其[他它]|自然人|商业|科研|机构|公益|法律服务|当事人|、|和|或|者|及|与|类|有效|无效|新|书面|口头|直接|重复|正当|理由|大量|反复|提出|任何|形式|关于|有关|当面|现场|窗口|传真|网络|网上|在线|互联网|门户|网站|平台|系统|政府|政务|信函|邮寄|书信|信件|电子|邮件|信箱|来信|来函|EMS|邮政|电话|方式|渠道|途径|通过|以|经|等|主动|依法|按时|按期|延期|均|已|并|全部|所有|这些|上述|该|同意|部分|公开|不予|予以|信访|举报|投诉|期|[(（]?[一二三四五六七八九十]{1,3}[)）、.]?|“|”|是|要求|份|件|条)*$/
const otherThing =
  /^(?:办理|领取|享受|获得)?[^,;:。№、的]{0,6}(?:专利|项目|资金|补[贴助]|职称|许可|援助|仲裁|救助|强制|登记|认定|证照|低保|住房)/

/** Is the 申请 at this place of the text named as another kind: 低保申请, 申请专利? */
function isOther(text: string, at: number): boolean {
  if (otherThing.test(text.slice(at + 2))) return true
  const piece = text.slice(Math.max(0, at - 40), at).replace(/\([^()№]*\)/g, '')
  const words = (/[^,;:。!?()\n№]*$/.exec(piece)?.[0] ?? '').replace(doing, '')
  return !plainWords.test(words)
}

interface Mark {
  readonly from: number
  readonly to: number
  readonly topic: Named
}

/** The topics that the words name, in their order; where two overlap, the longer reading of the list above. */
function findTopics(text: string): readonly Mark[] {
  const marks: Mark[] = []
  for (const [pattern, name] of topics) {
    for (const match of text.matchAll(pattern)) {
      const [from, to] = [match.index, match.index + match[0].length]
      if (marks.some((mark) => from < mark.to && mark.from < to)) continue
      marks.push({ from, to, topic: name === 'bare' && isOther(text, from) ? 'other' : name })
    }
  }
  return marks.sort((one, two) => one.from - two.from)
}

function settle(named: Named, kind: RequestKind | null): Topic | 'none' {
  switch (named) {
    case 'bare':
      return kind ?? 'none'
    case 'carried':
      return kind ?? 'request'
    case 'reviewResult':
      return kind === 'other' ? 'other' : 'review'
    case 'suitResult':
      return kind === 'other' ? 'other' : 'litigation'
    default:
      return named
  }
}

/** The last topic that the words name, `none` for a bare 申请 of which nobody said the kind; null when they name none. */
export function lastTopic(text: string, inherited: RequestKind | null): Topic | 'none' | null {
  let kind = inherited
  let topic: Topic | 'none' | null = null
  for (const mark of findTopics(text)) {
    if (mark.topic === 'request' || mark.topic === 'other') kind = mark.topic
    topic = settle(mark.topic, kind)
  }
  return topic
}

/** The kind that a bare 申请 behind these words has; null when they say none. */
export function lastKind(text: string): RequestKind | null {
  let kind: RequestKind | null = null
  for (const { topic } of findTopics(text)) if (topic === 'request' || topic === 'other') kind = topic
  return kind
}

const headingTopics: readonly (readonly [RegExp, RegExp, Topic])[] = [
  [/依申请公开|公开申请|申请公开/, /复议|诉讼/, 'request'],
  [/复议/, /诉讼|依申请公开/, 'review'],
  [/诉讼/, /复议|依申请公开/, 'litigation'],
]

/** What the nearest heading is about; null when it says nothing of it or several things. */
export function headingTopic(headings: string): Topic | null {
  const last = headings.slice(headings.lastIndexOf('/') + 1)
  return headingTopics.find(([pattern, not]) => pattern.test(last) && !not.test(last))?.[2] ?? null
}

/** The kind of a bare 申请 in a chapter; null where no heading above speaks of requests. */
export const headingKind = (headings: string): RequestKind | null =>
  /依申请|(?:信息|政务)公开申请|公开申请|申请公开/.test(headings) ? 'request' : null

/** 均与信息公开无关: said behind the numbers, and of all of them up to the semicolon; without 均, of the last. */
export function isUnrelated(behind: string): boolean {
  const clause = /^[^;。\n]*/.exec(behind)?.[0] ?? ''
  const found =
    /(均|都|皆|全部)?(?:(?:与|和|同)(?:政府|政务)?(?:信息|政务)?公开(?:工作|事项)?(?:均|都)?(?:无关|没有关系|不相关)|(?:不涉及|不属于|不是|未涉及|非(?:因)?)(?:政府|政务)?(?:信息|政务)公开(?!申请(?:的)?(?:情形|情况|范围)))/.exec(
      clause,
    )
  return found !== null && (found[1] !== undefined || /[与和同][^,]*均/.test(found[0]) || !clause.slice(0, found.index).includes('№'))
}
