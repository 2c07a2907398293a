import { channelIndicators, endsWithChannel, findChannels } from './claimChannels.ts'
import type { Mention } from './claimMention.ts'
import { itemUnits, timesUnits, moneyUnits, type ClaimRule } from './claimRule.ts'

const publish = '(?:公开|发布|推送|更新|上传|编发|刊发|刊登|刊载|登载|展播|播放|推出|发|公布|公示|发送)'
const generic =
  '(?:各类|各种|有关|相关|主动公开|公开|政府|政务|工作|部门|机关|单位|动态|科技|新闻|图文|原创|信息公开|本部门|本单位|本机关|各项|的|、)*'
const information = '(?:信息|消息|推文|图文|博文|短视频|视频|稿件|文章|内容|条目|文)'
const subjectFirst = new RegExp(`^.*${publish}(?:了)?([^,]{0,24}?)${information}$`)
const onlyGeneric = new RegExp(`^${generic}$`)
const onlyGenericStart = new RegExp(`^${generic}`)
const numberFirst = new RegExp(`^${generic}${information}`)
const totalObject = /^(?:各类|各种|有关|相关|的|政府|政务|部门|机关|本部门|本机关)*(?:政府|政务)?(?:信息)$/
/** What a body tells its own members: other information than the government's. */
const inside = /[村居党厂]务公开|[村居]务|党务/
const elsewhere = /栏目|专栏|专题|领域|板块|目录|清单|类信息|预算|决算|许可|处罚|双随机|提案|建议|乡镇|街道|镇街|社区|村/

/**
 * Items disclosed: the total, or one of the five channels. A list of several channels is the total only where it is open (等渠道);
 * a count of one kind of item (财务类信息 3 条) is neither.
 */
export function readItems(mention: Mention): string | null {
  const { token, core, after, part } = mention
  if (!mention.thisYear || !(itemUnits as readonly string[]).includes(token.unit)) return null
  if (mention.topic !== null && !/主动公开|公开信息|发布|推送/.test(mention.before)) return null
  if (
    /发放|印制|编印|张贴|悬挂|转发|转载|关注|粉丝|阅读|浏览|点击|访问|留言|评论|回复|答复|收到|受理|咨询|审核|审查|征集|撰写|报送|上报(?![纸刊道])|采用|录用|清理|整改|删除|错/.test(
      core + after,
    )
  )
    return null
  if (inside.test(mention.before)) return null
  if (/依申请公开(?:的)?(?:政府|政务)?信息$/.test(core)) return null
  const object = readObject(mention)
  if (object === null) return null
  // 动态信息 456 条，政务公开信息 774 条: kinds, beside each other.
  if (/(?:动态|新闻|工作|公告)(?:类)?信息$/.test(core) && /^[,、;和及][^,;。№]{0,10}信息№/.test(mention.next)) return null
  const pieces = /(?:稿件|文章)$/.test(core) || /^[^,]{0,6}(?:稿件|文章)/.test(after)
  const named = findChannels(mention.before)
  const channels = named.size > 0 ? named : opensWithChannel(mention.previous) ? findChannels(mention.previous) : named
  const [only] = channels
  if (channels.size === 1 && only !== undefined) {
    // A bare name needs a sentence that speaks of publishing: 微博 20 条.
    if (object === 'channel' && !/公开|发布|推送|更新|信息/.test(mention.lead)) return null
    // Articles in the press are publicity; on an account of the agency's own they are what it publishes.
    return only === 'unclear' || (only === 'other' && pieces) ? null : channelIndicators[only]
  }
  if (part || object === 'channel' || object === 'elided' || elsewhere.test(mention.before)) return null
  const open =
    /共|总计|合计|累计/.test(mention.before) ||
    /等(?:多种|各种|各类|多个|多)?(?:渠道|方式|平台|载体|途径|形式|媒介)/.test(mention.previous + mention.before)
  if (channels.size > 1 && !open) return null
  return isTotal(mention) ? 'disclosed_items_total' : null
}

/** What is counted: items in general, a bare channel name, or nothing said (其中网站公开 200 条); null: something else. */
function readObject({ core, after, agency }: Mention): 'items' | 'channel' | 'elided' | null {
  if (endsWithChannel(core)) return /(?:开通|建立|运营|注册|设立|关停|维护|管理)/.test(core) ? null : 'channel'
  const verbLast = new RegExp(`${publish}$`).test(core)
  if (verbLast && after === '') return 'elided'
  if (verbLast && numberFirst.test(after)) return 'items'
  const [, between] = subjectFirst.exec(core) ?? []
  if (between !== undefined) return isGeneric(between.replace(/[“”"]/g, ''), agency) ? 'items' : null
  return /^(?:其中)?(?:通过|利用|在)?[^,]{0,30}(?:网站|微博|微信|公众号|公报)(?:政府|政务|动态|公开)*信息$/.test(core) ? 'items' : null
}

function isGeneric(kind: string, agency: string): boolean {
  const theme = kind.replace(onlyGenericStart, '')
  return onlyGeneric.test(kind) || (theme.length >= 2 && agency.includes(theme))
}

const opensWithChannel = (clause: string): boolean => /通过|利用|依托|在|借助|以|运用/.test(clause)

/** What was disclosed, said behind the verb: 公开各类信息. 信息公开 and 政务公开 are no verbs. */
function findObject(core: string): string | undefined {
  for (const { 0: verb, index } of core.matchAll(/公开|公布/g)) {
    if (verb === '公开' && /(?:政务|信息)$/.test(core.slice(0, index))) continue
    const object = /^了?([^,]{0,16}信息)$/.exec(core.slice(index + verb.length))?.[1]
    if (object !== undefined) return object
  }
  return undefined
}

function isTotal({ core, after, before, headings, sentence }: Mention): boolean {
  if (/规范性文件|文件|政策解读/.test(core + after)) return false
  // A medium that no channel is known for: 校报公开信息.
  if (/(?:年鉴|[校院厂]报|[校院]刊|手册|专区|系统|子站|群|板块?)(?:上|中|内|里)?(?:主动)?(?:公开|公布|发布)/.test(core)) return false
  // 各部门公开 900 条 beside 各镇街公开 600 条: a part, unless all are summed.
  if (/各(?:部门|单位|委办局)/.test(before) && !/全[省市区县]|各级|共|总计|合计|、/.test(before)) return false
  const object = findObject(core)
  if (object !== undefined) return totalObject.test(object)
  if (/(?:主动)?公开(?:了)?$/.test(core)) return /^(?:各类|各种|有关|相关|政府|政务)*信息/.test(after)
  const published =
    /发布(?:了)?(?:各类|各种)?(?:政府|政务)信息$/.test(core) ||
    (/发布(?:了)?$/.test(core) && /^(?:各类|各种)?(?:政府|政务)信息/.test(after))
  return published && /主动公开|信息公开/.test(headings + sentence) && !/[镇乡村]/.test(before)
}

const documentUnits = ['件', '个', '份', '部', '项', '条'] as const
const issue = '(?:制发|制定|印发|出台|发布|颁布|制作|制订|新制作|新制定|新制发|制定出台|制发出台|制定印发)'
const documentRules = (prefix: 'normative_docs' | 'regulations', name: string, not: RegExp): ClaimRule[] => [
  {
    indicator: `${prefix}_repealed`,
    units: documentUnits,
    core: new RegExp(`废止(?:的)?(?:${name})?$`),
    about: new RegExp(name),
    lead: new RegExp(`${name}|废止`),
    unless: not,
  },
  { indicator: `${prefix}_repealed`, units: documentUnits, core: /废止(?:了)?$/, after: new RegExp(`^${name}`), unless: not },
  { indicator: `${prefix}_in_force`, units: documentUnits, core: new RegExp(`现行有效(?:的)?${name}$`), unless: not },
  {
    indicator: `${prefix}_in_force`,
    units: documentUnits,
    core: /现行有效(?:的)?(?:件数)?$/,
    lead: new RegExp(`${name}[^。]{0,60}现行有效`),
    unless: not,
  },
  {
    indicator: `${prefix}_newly_disclosed`,
    units: documentUnits,
    core: new RegExp(`新(?:增)?(?:主动)?公开(?:了)?[^,、]{0,8}${name}$`),
    unless: not,
  },
  { indicator: `${prefix}_issued`, units: documentUnits, core: new RegExp(`${issue}(?:了)?[^,、]{0,8}${name}$`), unless: not },
  {
    indicator: `${prefix}_issued`,
    units: documentUnits,
    core: new RegExp(`^(?:其中)?${name}$`),
    lead: new RegExp(`${issue}(?:了)?[^,;。№]{0,12}文件№[、,(]?其中[、,:]?${name}[^№,]{0,4}$`),
    unless: not,
  },
  // 制发规章 2 件、规范性文件 15 件: the verb is said once.
  {
    indicator: `${prefix}_issued`,
    units: documentUnits,
    core: new RegExp(`^${name}$`),
    lead: new RegExp(`${issue}(?:了)?[^,;。№]{0,12}№[、,](?:和)?${name}[^№,]{0,4}$`),
    unless: not,
  },
  {
    indicator: `${prefix}_issued`,
    units: documentUnits,
    core: new RegExp(`${issue}(?:了)?$`),
    after: new RegExp(`^[^,、]{0,4}${name}`),
    unless: not,
  },
]

/** Documents, decisions and charges: only where the words are those of the form. 文件, 公文 and 政策性文件 are no normative documents. */
export const documentRulesAll: readonly ClaimRule[] = [
  ...documentRules('normative_docs', '(?:行政)?规范性文件', /政策性文件|其他文件|清理|审查|备案|解读|征求|合法性|党/),
  {
    indicator: 'normative_docs_newly_disclosed',
    units: documentUnits,
    years: [2019, 2020],
    core: /公开(?:了)?(?:行政)?规范性文件$/,
    unless: /政策性|清理|解读|征求|重新/,
  },
  {
    indicator: 'disclosed_normative_docs',
    units: documentUnits,
    years: [2008, 2018],
    core: /公开(?:了)?(?:行政)?规范性文件$/,
    unless: /政策性|清理|解读|征求/,
  },
  {
    indicator: 'disclosed_normative_docs',
    units: documentUnits,
    years: [2008, 2018],
    core: /公开(?:了)?$/,
    after: /^规范性文件/,
    unless: /政策性|清理|解读|征求/,
  },
  ...documentRules('regulations', '(?:地方)?(?:政府)?规章', /规章制度|规章、|、规章|清理|审查|解读|征求|内部|草案/),
  {
    indicator: 'licensing_decisions',
    units: ['件', '条', '项', '个', '宗'],
    core: /(?:作出|办理)?行政许可(?:处理)?决定$/,
    unless: /公开|公示|发布|事项/,
  },
  {
    indicator: 'penalty_decisions',
    units: ['件', '条', '项', '个', '宗'],
    core: /(?:作出)?行政处罚(?:处理)?决定$/,
    unless: /公开|公示|发布|事项/,
  },
  {
    indicator: 'coercion_decisions',
    units: ['件', '条', '项', '个', '宗'],
    core: /(?:作出|实施)?行政强制(?:处理)?决定$/,
    unless: /公开|公示|发布|事项/,
  },
  { indicator: 'fee_amount', units: moneyUnits, years: [2021, 9999], core: /行政事业性收费(?:总)?(?:金额|额)?$/, unless: /项目|减免|预算/ },
  { indicator: 'procurement_amount', units: moneyUnits, years: [2019, 2020], core: /政府集中采购(?:项目)?(?:总)?(?:金额|额)$/ },
  { indicator: 'procurement_projects', units: ['个', '项'], years: [2019, 2020], core: /政府集中采购(?:项目)?$/ },
  { indicator: 'procurement_projects', units: ['个', '项'], years: [2019, 2020], after: /^政府集中采购项目/ },
]

const interpretationUnits = ['篇', '条', '件', '个', '份', '则', '期', '次', '部', '幅', '项'] as const
const noInterpretation =
  /培训|宣讲|讲座|会议|解读会|发布会|访谈|活动|栏目|专栏|专题|转载|转发|上级|回应|点击|阅读|多样化|图文(?!材料|稿件)|图解|图表|视频|动漫|音频|文字解读|专家解读|媒体解读|人[次员]/
const materials = '政策解读(?:类)?(?:稿件|材料|信息|文章|产品|方案|作品|内容|文件|稿|文稿)?'

/** The head in person; a deputy is not. */
const headTakesPart =
  /(?:^|[^副])(?:局长|厅长|主任|市长|区长|县长|镇长|党组书记|一把手|主要(?:负责同志|负责人|领导))(?:参加|出席|主持)(?:了)?$/

/** Interpretation and response, press conferences and interviews. */
export const responseRules: readonly ClaimRule[] = [
  {
    indicator: 'interpretation_articles',
    units: interpretationUnits,
    core: /政策(?:文件)?解读(?:类)?(?:图文)?(?:稿件|材料|信息|文章|产品|作品|内容|文件|稿|文稿)?(?:发布)?$/,
    unless: noInterpretation,
  },
  {
    indicator: 'interpretation_articles',
    units: ['篇', '条', '件', '份', '则'],
    core: /(?:发布|制作|公开|撰写|编发|推出|刊发)(?:了)?(?:各类|相关|重要)?解读(?:稿件|材料|信息|文章|产品|稿|文稿)$/,
    unless: noInterpretation,
  },
  {
    indicator: 'interpretation_articles',
    units: interpretationUnits,
    core: /(?:发布|制作|公开|撰写|编发|推出|开展|刊发)$/,
    after: new RegExp(`^(?:各类|相关|重要)?${materials}`),
    unless: noInterpretation,
  },
  {
    indicator: 'press_conferences_by_head',
    units: timesUnits,
    core: /主要(?:负责同志|负责人|领导)(?:参加|出席)?(?:的)?(?:新闻发布会)?$/,
    lead: /新闻发布会/,
    unless: /访谈/,
  },
  // 参加新闻发布会 2 场，局长参加 1 场. 区长 is one head of the many that a government has.
  {
    indicator: 'press_conferences_by_head',
    units: timesUnits,
    core: /^(?:其中)?(?:局|厅|院|校)长(?:参加|出席|主持)(?:了)?$/,
    after: /^$/,
    lead: /新闻发布会№[,、;][^,、;№]{0,10}$/,
  },
  { indicator: 'press_conferences_by_head', units: timesUnits, core: headTakesPart, after: /^[^,]{0,60}新闻发布会/ },
  {
    indicator: 'press_conferences_by_head',
    units: timesUnits,
    core: new RegExp(`${headTakesPart.source.slice(0, -1)}[^,]{0,60}新闻发布会$`),
  },
  {
    indicator: 'press_conferences',
    units: timesUnits,
    core: /新闻发布会$/,
    unless: /主要(?:负责|领导)|转播|直播|报道|观看|材料/,
    part: false,
  },
  {
    indicator: 'press_conferences',
    units: timesUnits,
    core: /(?:召开|举办|举行|参加|出席|组织)$/,
    after: /^[^,]{0,60}新闻发布会/,
    unless: /主要(?:负责|领导)|转播|直播|报道|观看/,
  },
  {
    indicator: 'web_interviews_by_head',
    units: timesUnits,
    core: /主要(?:负责同志|负责人|领导)(?:参加|参与)?(?:的)?(?:政府网站)?(?:在线访谈)?$/,
    lead: /在线访谈/,
  },
  {
    indicator: 'web_interviews',
    units: timesUnits,
    core: /(?:在线|网上|网络)访谈(?:节目|活动)?$/,
    unless: /主要(?:负责|领导)/,
    part: false,
  },
  {
    indicator: 'web_interviews',
    units: timesUnits,
    core: /(?:开展|举办|参加|组织|参与|接受|做客|制作)$/,
    after: /^(?:政府网站)?(?:在线|网上)访谈/,
    unless: /主要(?:负责|领导)/,
  },
  { indicator: 'other_channel_responses', units: ['次', '件', '起', '条', '个'], core: /其[他它]方式回应(?:事件)?$/ },
  { indicator: 'social_media_responses', units: ['次', '件', '起', '条', '个'], core: /(?:微博微信|微博、微信|微信微博)回应(?:事件)?$/ },
  {
    indicator: 'hot_issue_responses',
    units: ['次', '件', '起', '个'],
    core: /回应(?:公众|社会|群众)?(?:关注|关切|关心)?(?:的)?(?:热点(?:问题|事件)?(?:(?:或|和|、)(?:重大)?舆情)?|(?:重大|热点)舆情)(?:事件)?$/,
    unless: /微博|微信|留言|信箱|热线|网站/,
  },
]
