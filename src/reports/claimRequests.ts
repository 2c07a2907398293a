import { caseUnits, moneyUnits, type ClaimRule } from './claimRule.ts'
import { otherDispute } from './claimTopic.ts'

const ogi = '(?:政府|政务)?(?:信息|政务)公开'

/** A request under the Regulations, in full: the word 公开 is part of it. */
export const fullRequest = `(?:依申请(?:政府|政务)?(?:信息)?公开(?:的)?(?:政府信息|信息)?(?:的)?(?:申请(?:书|表|件)?|事项|案件|办理件|办件|件)?|${ogi}(?:的)?(?:书面|有效)?(?:依)?申请(?:书|件|表|事项|案件)?|申请(?:政府)?信息公开|申请公开(?:的)?(?:政府|政务)?信息(?:的申请)?|公开(?:政府)?信息(?:的)?申请)`
const bareRequest = '申请(?:书|件|表|事项)?'
const receive = '(?:收到|收悉|受理|接受|接收到?|接到|新收|新增|收)'
const asker =
  '(?:公民|法人|个人|群众|公众|社会(?:公众|各界)?|申请人|企业|组织|其他组织|其它组织|当事人|、|和|或|或者|及|的|各类|有效|新|书面|提出|提交|递交|关于|有关|任何|形式)*'
const opening =
  '^(?:其中|今年|本年(?:度)?|全年|年度|年内|全[市区县省州镇国]|[我本][市区县省局委办厅院州镇]|本机关|本单位|各级|各部门|行政机关|机关|我|局|办|共|并|已|均|全部|依法|按时|按期|及时|按规定|书面|予以|作出|全年度|对外)*'
const modes = '当面|现场|窗口|传真|网络|网上|在线|互联网|网站|平台|信函|邮寄|书信|信件|电子邮件|邮件|EMS|邮政'
const others =
  /复议|诉讼|举报|投诉|信访|咨询|建议|提案|留言|热线|来电|来访|自然人|企业申请|法人申请|并(?:答复|办结|回复)的|许可|专利|项目|资金|职称|补[贴助]|认定/
const carriedInNext = /^(?:\(|,?\(?(?:其中|含|包括|包含))(?:其中)?(?:含|包括|包含|加上)?上一?年(?:度)?[^。;,№]{0,8}(?:结转|转)/
const modeEnd = `(?:平台|系统)?(?:方式|渠道|途径|形式)?(?:提交|提出|递交|收到|受理|接收)?(?:的)?(?:${fullRequest}|申请)?$`
const oneMode = (words: string): RegExp => new RegExp(`(?:^|[^、和及与或])(?:${words})${modeEnd}`)
/** By one way only, unless the list is open: then it is all of them. */
const onlySomeModes = new RegExp(
  `(?:通过|以|经)[^,]{0,10}(?:${modes})(?![^,]*等)|(?:${modes})(?:提交|提出|收到|受理|方式|渠道|途径|依?申请)`,
)
const severalModes = new RegExp(`(?:${modes})[^,]{0,6}[、和及与或][^,]{0,6}(?:${modes})`)

/** 书面申请 2 件、网上申请 3 件，共 5 件: the sum behind a list of ways is all of them, the first of the list is not. */
const waysBehind = /^、(?![^,;:。№、]*(?:结转|上一?年))[^,;。№、]{1,12}申请(?:№|:)/
const waysBefore = new RegExp(`${receive}[^,;:。№]*申请№(?:[、,][^,;:。№]{1,12}申请№)+,[^,;:。№、]{0,4}$`)
const carriedOrWays = new RegExp(`${carriedInNext.source}|${waysBehind.source}`)

const notAllRequests = new RegExp(`${others.source}|${onlySomeModes.source}`)

const request = ['request'] as const
// Papers are marked 主动公开, 依申请公开 or 不予公开 when they are drawn up: no answers to requests.
const papers = /公文|属性|发文|制发(?:各类)?文件|印发文件/
const outcome = (indicator: string, words: string, unless?: RegExp): ClaimRule[] => [
  {
    indicator,
    units: caseUnits,
    topic: request,
    unlessLead: papers,
    core: new RegExp(`(?:${words})(?:(?:的)?答复|范围|类|情形|的|(?:而)?不予公开(?:的)?)?$`),
    ...(unless ? { unless } : {}),
  },
  {
    indicator,
    units: caseUnits,
    topic: request,
    unlessLead: papers,
    core: /^(?:其中)?$/,
    after: new RegExp(`^(?:为|属于|属|系|作出|均|被|申请)?(?:${words})`),
    ...(unless ? { unless } : {}),
  },
]

/** 其中 14 件为网络提交. */
const modeAfter = (indicator: string, words: string): ClaimRule[] => [
  {
    indicator,
    units: caseUnits,
    topic: request,
    core: /^(?:其中)?$/,
    after: new RegExp(
      `^(?:为|系|是|属于?|通过)(?:${words})(?:平台|系统)?(?:方式|渠道|途径|形式)?(?:提交|提出|递交|申请|受理)(?:的)?(?:申请)?$`,
    ),
  },
]

/** Requests under the Regulations: received, carried over, answered, and how. */
export const requestRules: readonly ClaimRule[] = [
  {
    indicator: 'requests_carried_in',
    units: caseUnits,
    anyYear: true,
    core: /上一?年(?:度)?(?:未办结|未办理完毕)?(?:的)?(?:政府信息公开申请)?(?:结转|转入)(?:的)?(?:政府信息公开)?(?:申请)?(?:办理)?$/,
    unless: /结转(?:到|至)?下/,
    unlessTopic: 'other',
  },
  {
    indicator: 'requests_carried_in',
    units: caseUnits,
    anyYear: true,
    core: /上一?年(?:度)?(?:的)?$/,
    after: /^(?:申请)?结转/,
    topic: request,
  },
  {
    indicator: 'requests_carried_in',
    units: caseUnits,
    anyYear: true,
    core: /结转上一?年(?:度)?(?:的)?(?:政府信息公开)?(?:申请)?$/,
    topic: request,
  },
  {
    indicator: 'requests_carried_out',
    units: caseUnits,
    anyYear: true,
    core: /(?:结转|转结|转|顺延|延)(?:到|至|入)?(?:下一?年|次年|明年)(?:度)?(?:继续)?(?:办理|答复)?(?:的)?(?:申请)?$/,
    topic: request,
  },
  {
    indicator: 'requests_carried_out',
    units: caseUnits,
    anyYear: true,
    after: /^(?:政府信息公开)?(?:申请)?(?:需|须|将)?(?:结转|转结|转|顺延|延)(?:到|至|入)?(?:下一?年|次年|明年)/,
    topic: request,
  },

  // How requests came in.
  { indicator: null, units: caseUnits, core: severalModes, topic: request, unless: /申请№|等/ },
  { indicator: 'requests_in_person', units: caseUnits, core: oneMode('当面|现场|窗口'), topic: request, unless: /答复|办结|公开\d|咨询/ },
  { indicator: 'requests_fax', units: caseUnits, core: oneMode('传真'), topic: request, unless: /答复|办结/ },
  {
    indicator: 'requests_online',
    units: caseUnits,
    core: oneMode('网络|网上|在线|互联网|网络平台|网站'),
    topic: request,
    unless: /答复|办结|发布|公开信息/,
  },
  {
    indicator: 'requests_letter',
    units: caseUnits,
    core: oneMode('信函|邮寄|书信|信件|邮政(?:寄送|邮寄)'),
    topic: request,
    unless: /答复|办结|电子/,
  },

  ...modeAfter('requests_in_person', '当面|现场|窗口'),
  ...modeAfter('requests_fax', '传真'),
  ...modeAfter('requests_online', '网络|网上|在线|互联网'),
  ...modeAfter('requests_letter', '信函|邮寄|书信'),

  // What became of them. Already public, partial and refused stand before granted: 不予公开 and 部分公开 contain its words.
  ...outcome('outcome_already_public', '属于?(?:已)?主动公开(?:范围)?|已主动公开范围'),
  ...outcome('refused_state_secret', '(?:^|涉及|属于?)国家秘密'),
  ...outcome('refused_trade_secret', '(?:^|涉及|属于?)商业秘密'),
  ...outcome('refused_personal_privacy', '(?:^|涉及|属于?)个人隐私'),
  ...outcome('refused_security_stability', '危及[“"]?三安全一稳定[”"]?|危及国家安全、公共安全、经济安全(?:和|、)社会稳定'),
  ...outcome('refused_third_party_rights', '保护第三方合法权益|第三方合法权益'),
  ...outcome('refused_internal_affairs', '(?:属于)?(?:三类)?内部事务信息'),
  ...outcome('refused_process_information', '(?:属于)?(?:四类)?过程性信息'),
  ...outcome('refused_enforcement_file', '(?:属于)?行政执法案卷(?:信息)?'),
  ...outcome('refused_admin_query', '(?:属于)?行政查询(?:事项)?'),
  ...outcome('refused_law_prohibited', '其他法律(?:、)?行政法规禁止公开'),
  ...outcome('refused_not_gov_information', '(?:不是|不属于)《条例》(?:所指|规定的?)(?:的)?政府信息'),
  ...outcome('outcome_refused_total', '不予公开|不同意公开', /部分|已主动/),
  ...outcome('outcome_partial', '部分公开', /不予|复议/),
  ...outcome('outcome_not_this_agency', '不属于本(?:行政)?机关(?:公开|职责|掌握)?(?:范围)?'),
  ...outcome('unable_not_held', '本(?:行政)?机关不掌握(?:相关)?(?:政府)?(?:信息)?'),
  ...outcome('unable_needs_creation', '(?:没有|无)现成信息(?:、)?需要?另行制作'),
  ...outcome('unable_unclear_after_correction', '补正后(?:申请内容)?仍不明确'),
  ...outcome('outcome_nonexistent', '(?:申请|政府)?(?:的)?信息不存在'),
  ...outcome('unable_total', '无法提供'),
  ...outcome('not_processed_petition', '信访(?:、)?举报(?:、)?投诉类(?:申请)?'),
  ...outcome('not_processed_duplicate', '重复申请'),
  ...outcome('not_processed_publication', '要求提供公开出版物'),
  ...outcome('not_processed_excessive', '无正当理由大量反复申请'),
  ...outcome('not_processed_total', '不予处理'),
  ...outcome('outcome_told_to_amend', '告知(?:申请人)?作出(?:更改|补正)(?:、)?补充'),
  ...outcome('outcome_other_procedure', '告知通过其他途径办理'),
  ...outcome('other_total', '其他处理'),
  ...outcome('outcome_granted', '予以公开|同意公开|全部公开', /部分公开|不予公开|不同意|主动公开/),

  // Closed and answered.
  { indicator: 'requests_closed_on_time', units: caseUnits, topic: request, core: /(?:按时|按期|如期)办结$/ },
  { indicator: 'requests_closed_extended', units: caseUnits, topic: request, core: /延期办结$/ },
  {
    indicator: 'requests_closed',
    units: caseUnits,
    topic: request,
    core: new RegExp(`${opening}(?:${fullRequest}|申请)?办结(?:${fullRequest}|${bareRequest})?$`),
    part: false,
  },
  {
    indicator: 'requests_closed',
    units: caseUnits,
    core: new RegExp(`${opening}办结$`),
    after: new RegExp(`^${fullRequest}`),
    part: false,
  },
  {
    indicator: 'outcomes_total',
    units: caseUnits,
    topic: request,
    core: new RegExp(`${opening}(?:办理|申请)?(?:答复|回复)(?:${fullRequest}|${bareRequest})?$`),
    part: false,
    unless: /延期|咨询|留言|提案|建议|复议/,
  },
  {
    indicator: 'outcomes_total',
    units: caseUnits,
    core: new RegExp(`${opening}(?:答复|回复)$`),
    after: new RegExp(`^${fullRequest}`),
    part: false,
    unless: /延期|复议/,
  },
  { indicator: 'outcomes_total', units: caseUnits, topic: request, core: /(?:申请|公开)(?:的)?(?:答复|办理结果)$/, part: false },

  // Received.
  { indicator: 'requests_new', units: caseUnits, topic: request, core: /^$/, after: /^(?:申请)?$/, lead: waysBefore, part: false },
  {
    indicator: 'requests_new',
    units: [...caseUnits, '个', '次', '项'],
    core: new RegExp(`${receive}[^,]{0,40}${fullRequest}$`),
    unless: notAllRequests,
    unlessNext: carriedOrWays,
    part: false,
  },
  {
    indicator: 'requests_new',
    units: caseUnits,
    core: new RegExp(`${receive}${asker}${bareRequest}$`),
    about: /依申请公开|信息公开申请/,
    unless: notAllRequests,
    unlessNext: carriedOrWays,
    part: false,
  },
  {
    indicator: 'requests_new',
    units: [...caseUnits, '个', '次', '项'],
    core: new RegExp(`${receive}${asker}$`),
    after: new RegExp(`^${asker}${fullRequest}(?:$|,|[^的])`),
    unless: notAllRequests,
    unlessNext: carriedOrWays,
    part: false,
  },
  {
    indicator: 'requests_new',
    units: caseUnits,
    core: new RegExp(`${receive}$`),
    after: new RegExp(`^${asker}${bareRequest}$`),
    about: /依申请公开|信息公开申请/,
    unless: notAllRequests,
    unlessNext: carriedOrWays,
    part: false,
  },
  {
    indicator: 'requests_new',
    units: caseUnits,
    core: new RegExp(
      `${opening}(?:[\\u4e00-\\u9fa5]{1,8}[省市州县区旗镇乡])?(?:新收)?(?:(?:${ogi}(?:的)?申请|依申请公开(?:的)?申请)(?:受理|收到|接收)?|依申请公开(?:受理|收到|接收))$`,
    ),
    unless: notAllRequests,
    unlessNext: carriedOrWays,
    part: false,
  },
  // 依申请公开:收到6件.
  {
    indicator: 'requests_new',
    units: caseUnits,
    topic: request,
    core: new RegExp(`${opening}(?:收到|新收|受理)$`),
    after: /^$/,
    near: /依申请公开|公开申请/,
    unless: notAllRequests,
    unlessLead: /申请№/,
    unlessNext: carriedOrWays,
    part: false,
  },
]

const nearContext = /信息公开|政务公开|依申请|公开申请|公开信息|复议.{0,8}诉讼情况|^[^/]*(?:复议|诉讼)/
const business = new RegExp(`办理(?:各类|一般)?(?:行政)?(?:复议|诉讼|应诉)|审理|审结|代理|应诉|出庭|承办|指导|败诉|胜诉|${otherDispute}`)
/** 行政复议 96 件，其中政府信息公开类 5 件: the 96 are of every kind. */
const oursInPart = /^[,;(]?(?:其中|含|包括)[:,]?[^,;。№]{0,10}(?:信息公开|政务公开)/
const review = ['review'] as const
const litigation = ['litigation'] as const
const direct = ['litigation_direct'] as const
const afterReview = ['litigation_after_review'] as const

const results: readonly (readonly [suffix: string, words: string])[] = [
  ['upheld', '(?:结果)?维持(?:原(?:具体)?行政行为|具体行政行为|原决定|原告知)?|驳回(?:原告)?(?:的)?诉讼请求'],
  ['corrected', '(?:结果)?纠正|被?(?:依法)?纠错'],
  ['other', '其[他它](?:结果|情形)'],
  ['pending', '(?:尚)?未(?:审结|办结)|正在审理'],
]
const resultRules = (prefix: string, topic: ClaimRule['topic'] & object): ClaimRule[] =>
  results.flatMap(([suffix, words]) => [
    { indicator: `${prefix}_${suffix}`, units: caseUnits, topic, nearOrEarlier: nearContext, core: new RegExp(`(?:${words})(?:的)?$`) },
    {
      indicator: `${prefix}_${suffix}`,
      units: caseUnits,
      topic,
      nearOrEarlier: nearContext,
      core: /^(?:其中)?$/,
      after: new RegExp(`^(?:被|为|系|的)?(?:${words})`),
    },
  ])

/** Review, litigation and complaints about disclosure. Cases that an agency handles as its business are none. */
export const disputeRules: readonly ClaimRule[] = [
  ...resultRules('review', review),
  ...resultRules('litigation_direct', direct),
  ...resultRules('litigation_after_review', afterReview),
  ...resultRules('litigation', litigation),
  {
    indicator: 'litigation_direct_total',
    units: caseUnits,
    topic: direct,
    near: nearContext,
    core: /(?:直接(?:提起|向法院)?(?:行政)?(?:起诉|诉讼)|未经复议直接)(?:的)?(?:政府|政务)?(?:信息公开)?(?:行政诉讼)?(?:案件)?$/,
  },
  {
    indicator: 'litigation_after_review_total',
    units: caseUnits,
    topic: afterReview,
    near: nearContext,
    core: /复议后(?:再|又)?(?:提起|向法院)?(?:行政)?(?:起诉|诉讼)(?:的)?(?:政府|政务)?(?:信息公开)?(?:行政诉讼)?(?:案件)?$/,
  },
  {
    indicator: 'review_total',
    units: caseUnits,
    near: nearContext,
    core: /(?:行政)?复议(?:案件|申请|案|事项)?$/,
    unless: business,
    unlessNext: oursInPart,
    part: false,
  },
  {
    indicator: 'review_total',
    units: caseUnits,
    near: nearContext,
    core: /(?:发生|收到|引发|引起|涉及|产生|被提起|提起|有)?$/,
    after: /^(?:因)?(?:政府|政务)?(?:信息)?(?:公开)?(?:引发|引起|类|相关)?(?:的)?(?:被)?(?:申请)?行政复议(?!.*诉讼)/,
    unless: business,
    part: false,
  },
  {
    indicator: 'litigation_total',
    units: caseUnits,
    topic: litigation,
    near: nearContext,
    core: /(?:(?:行政)?诉讼(?:案件|案|事项)?|被(?:起)?诉)$/,
    unless: business,
    unlessNext: oursInPart,
    part: false,
  },
  {
    indicator: 'litigation_total',
    units: caseUnits,
    near: nearContext,
    core: /(?:发生|收到|引发|引起|涉及|产生|被提起|提起|有)?$/,
    after: /^(?:因)?(?:政府|政务)?(?:信息)?(?:公开)?(?:引发|引起|类|相关)?(?:的)?(?:被)?(?:提起)?行政诉讼(?!.*复议)/,
    unless: business,
    part: false,
  },
  {
    indicator: 'complaints_received',
    units: caseUnits,
    near: nearContext,
    part: false,
    core: /(?:^|[^、和及与])(?:举报投诉|投诉举报|举报、投诉|投诉、举报|举报(?:和|或|及)投诉|投诉(?:和|或|及)举报|公开[^,]{0,6}(?:投诉|举报)|^投诉|^举报)(?:案件|事项|件)?$/,
    unless: /信访|热线|消费|环境|办理|处理|办结|化解|市场|违法/,
  },
]

/** Three fees that must not be mixed: this is the one for copies and post to 2018, and the one for requests above the quota from 2021. */
export const feeRules: readonly ClaimRule[] = [
  {
    indicator: 'processing_fee_collected',
    units: moneyUnits,
    years: [2021, 9999],
    core: /信息处理费(?:用)?(?:的)?(?:总)?(?:金额|额|收入|收取|收费)?(?:总)?(?:金额)?$/,
    unless: /应收|未缴|退还|减免/,
  },
  {
    indicator: 'processing_fee_collected',
    units: moneyUnits,
    years: [2021, 9999],
    core: /(?:收取|征收|收)$/,
    after: /^(?:政府信息公开)?信息处理费/,
  },
  {
    indicator: 'processing_fee_collected',
    units: moneyUnits,
    years: [2021, 9999],
    core: /^(?:总)?金额$/,
    lead: /信息处理费[^。]{0,50}$/,
    unless: /应收/,
  },
  {
    indicator: 'request_fees_collected',
    units: moneyUnits,
    years: [2008, 2018],
    core: /(?:依申请公开|信息公开|公开申请)[^,]{0,12}(?:收费|费用|检索费|复制费|邮寄费|工本费)(?:金额)?$/,
    unless: /经费|预算|减免|应收/,
  },
  {
    indicator: 'request_fees_collected',
    units: moneyUnits,
    years: [2008, 2018],
    topic: request,
    core: /收取(?:的)?(?:相关|检索|复制|邮寄|成本|、|等)*(?:费用|费)$/,
    unless: /经费|预算|减免/,
  },
]
