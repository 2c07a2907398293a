import type { Scope } from '../forms/states.ts'

/** Whose report is read: the name as recognised, and what its figures cover. */
export interface Owner {
  readonly agency: string | null
  readonly scope: Scope | null
}

/**
 * Of whom a stretch of prose speaks. `government` is the government itself (市政府) in a report that sums up all its departments: what
 * it publishes is everybody's, what it receives is its own. Null: nobody is named.
 */
export type Subject = 'own' | 'others' | 'government' | null

const opening =
  /^(?:[、和及与并,的]|其中|(?:今|上|下)年度?|某月|他年|历年|年底|全年度?|本年度?|年内|年度|一年来|以来|截至|截止|到|期间|报告期内?|据统计|经统计|统计显示|数据显示|目前|同时|此外|另外?|[一二三四五六七八九十]是|首先|其次|最后|由|[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}[、.])+/
const verbs =
  '共|总计|合计|累计|全年|年内|今年|上年|某月|年底|本年|已|均|分别|各自?|主动|依法|按时|及时|通过|利用|依托|在|组织|收到|收悉|收取|受理|接收|接到|新收|办理|办结|答复|回复|公开|公布|发布|推送|更新|举办|召开|开展|举行|制发|制定|印发|出台|作出|未|没有|无|配备|设立|设置|设有|现?有|被|因|发生|对|向|牵头|主办|承办|转|下发|交办|采用|采纳|政府信息公开申请|信息公开申请|依申请|政府信息公开行政|的?政务公开(?:工作人员|专职|兼职|专职)|[,;:№]|$'
const notName =
  /^(?:通过|依托|利用|借助|运用|在|向|对|根据|按照?|依据|经|为|与|和|从|将|以|把|被|因|收到|受理|接到|新收|召开|举办|组织|参加|出席|开展|发布|公开|主动|配合|联合|会同|邀请|做好|加强|当面|明确|安排|配备|设|建|未|没|无|有|共|其[他它]|涉及|属于|不|申请|报送|成立|指定|确定|选派|派|印发|制定|出台|作出|提交|撰写|用于|政府信息公开|政务公开|信息公开|面向|围绕|针对|不同意|同意)/
/** How the names of bodies end, the longer before the shorter, with what behind them would make another word of it (局长, 政府信息). */
const bodyEnd = [
  '(?:人民)?政府办公[室厅](?!主任)',
  '(?:人民)?政府办(?!公|理|事|结|件)',
  '(?:人民)?政府(?!信息|网|门户|公报|采购|微|官|集中|规章|系统|部门|各|及|新闻|职能|投资|性|开放|购买|工作|服务|事务|热线|领导|督|质量|数据|常务|会|抖|头条)',
  '委员会(?!主任)',
  '管委会(?!主任)',
  '办事处(?!主任)',
  '局(?!长|面|部|势|限|级|党)',
  '厅(?!长|堂)',
  '委(?!员|托|会|主任|办|宣|组|书|常|改|督|编)',
  '办公[室厅](?!主任)',
  '(?:新闻|公开|信访|编|外事|侨|改革|法制|督查|网信|文明|管理|推进|指挥)办(?!公|理|事|结|件|法)',
  '(?:宣传|组织|统战)部(?!长|门)',
  '[^为]中心(?!城|主任|工作|任务|组|大局|环节)',
  '法院(?!判)',
  '检察院',
  '学院',
  '大学',
  '医院',
  '公司',
  '学校',
  '中学',
  '小学',
  '(?:主管|有关|相关|上级|业务|其[他它])部门',
].join('|')
const named = new RegExp(`^([\\u4e00-\\u9fa5、]{0,24}?(?:${bodyEnd}))`)
const doesSomething = new RegExp(`^(?:${verbs})`)
/** A place is a subject only before a verb: 乙县收到, not 县级. */
const namedPlace = new RegExp(`^([\\u4e00-\\u9fa5]{0,12}?(?:镇|乡|街道|县|区|市|省|州|旗))(?=(?:${verbs}))`)

const ownWords =
  /^(?:我们|(?:我|本|全)(?:局|委|厅|办|院|校|馆|所|站|处|队|会|行|单位|机关|行政机关|部门|中心|公司|集团)|局机关|机关|局(?=共|全年|主动|收到|公开|通过|未|[,;:]))/
/** Rooms and divisions of the agency's own house. */
const ownRooms =
  /^(?:我|本)?(?:局|委|厅|院|校|镇|办|馆|所|中心|机关|单位|街道)?(?:党组|党委)?(?:政务公开|信息公开|综合|行政|政策法规|宣传|党政)?(?:工作)?(?:领导小组)?(?:办公室|党政办|综合科|科室|处室|股室|科|股)$/
const area = /^(全|我|本)(国|省|自治区|市|县|区|州|旗|盟|镇|乡|街道)/
const parts =
  /^[\u4e00-\u9fa5]{0,6}?(?:各(?!类|种|项|科室|处室|股室|室|科|内设|渠道|方式|方面|方|个?栏目|环节|位|自|式|级)|(?:[局委院校厅]属|下属|所属|直属|二级|基层|[省市县区]直|[省市县区]级)(?=各|部门|单位|机关|行政机关|事业|企业|学校|学院|医院|机构|$|[\u4e00-\u9fa5]{2,4}(?:部门|单位)))/
/** 下属国有林场, 局属甲站: another body, where it does something. */
const partNamed = new RegExp(
  `^(?:我|本)?(?:[局委院校厅]属|下属|所属|直属)[\\u4e00-\\u9fa5]{1,10}?(?:场|站|所|队|院|校|馆|园|厂|库|段|中心|大队|支队|分局)(?=${verbs})`,
)
const partWords = new RegExp(
  `^(?:[省市州县区]?(?:人民)?政府(?:各|所属|组成|工作|直属|有关)*(?:部门|单位)|乡镇(?:街道)?|镇街|镇村|村居?|社区|(?:乡|镇|街道)和?(?:乡|镇|街道)|(?:县区|区县|市县)(?:级)?(?:行政机关|部门)?|部门|单位)(?=${verbs})`,
)
const level = /^[\u4e00-\u9fa5]{0,6}[省市县区]本级/
const wholeSystem = /^(?:全|本|我)系统/
const system = /^[\u4e00-\u9fa5]{0,8}?系统/
const everybody = /^(?:[省市县区])?(?:人民)?政府(?:及其?(?:部门|各部门)|系统)|^各级|^各[^,]{1,6}[、和及]?各/
const steering = /(?:指导|督促|推动|支持|协助|要求)[^,]{0,12}(?:部门|单位|县|区|乡|镇|街道|学校|村|社区)/

/** Splits a name into its place and the rest (银川市兴庆区 + 科学技术局; 市 + 科技局). */
function splitPlace(name: string): readonly [place: string, rest: string] {
  const [place = ''] =
    /^(?:(?!城市|都市)[\u4e00-\u9fa5]{0,8}?(?:省|自治区|自治州|自治县|市(?!场|容|政(?!府)|民)|州|盟|县|旗|区(?!划|块)))+/.exec(name) ?? []
  return [place, name.slice(place.length)]
}

function runsThrough(short: string, long: string): boolean {
  let at = 0
  for (const character of long) if (character === short[at]) at += 1
  return at === short.length
}

const lastLetters: Readonly<Record<string, string>> = { 室: '办', 厅: '办', 处: '办', 会: '委' }

/** Can this be a short way to say the agency's name: 区科技局 for 银川市兴庆区科学技术局? 银川市科技局 is another, and 市政府 is not its office. */
function isShortFor(name: string, agency: string): boolean {
  const [place, rest] = splitPlace(name)
  const [whole, own] = splitPlace(agency)
  const [last, ownLast] = [rest.at(-1), own.at(-1)]
  return (
    last !== undefined &&
    ownLast !== undefined &&
    runsThrough(rest, own) &&
    (last === ownLast || last === lastLetters[ownLast]) &&
    (place === '' || (place.at(-1) === whole.at(-1) && runsThrough(place, whole)))
  )
}

const isWhole = ({ agency, scope }: Owner): boolean =>
  scope === 'aggregate' || (scope === null && agency !== null && agency.endsWith('政府'))

/** 全市 and 全镇: are they all that this report speaks for? */
function isOwnArea(word: string, owner: Owner): boolean {
  if (owner.agency === null) return isWhole(owner)
  const [place, rest] = splitPlace(owner.agency)
  if (/^(?:镇|乡|街道)$/.test(word)) return new RegExp(`^[^,]{1,8}${word}(?:人民政府|办事处|政府|党工委)`).test(rest)
  return (isWhole(owner) || /^[^,]{0,12}(?:管理委员会|管委会)$/.test(rest)) && place.endsWith(word)
}

/** The subject at the head of one clause, its adverbs left out. */
function readClause(clause: string, owner: Owner, listed: boolean): Subject {
  const text = clause.replace(opening, '')
  if (steering.test(text)) return 'others'
  const own = ownWords.exec(text)?.[0]
  if (own !== undefined) return parts.test(text.slice(own.length)) ? 'others' : 'own'
  const [whole, , word] = area.exec(text) ?? []
  if (whole !== undefined && word !== undefined) {
    const rest = text.slice(whole.length)
    const all =
      isOwnArea(word, owner) &&
      !level.test(text) &&
      (/^各(?:级|单位|行政机关)/.test(rest) || everybody.test(rest) || !(parts.test(rest) || partWords.test(rest) || system.test(rest)))
    return all ? 'own' : 'others'
  }
  if (everybody.test(text)) return isWhole(owner) ? 'own' : 'others'
  if (wholeSystem.test(text)) return isWhole(owner) ? 'own' : 'others'
  if (level.test(text) || parts.test(text) || partWords.test(text) || partNamed.test(text)) return 'others'
  if (notName.test(text)) return null
  const name = (named.exec(text) ?? namedPlace.exec(text))?.[1]
  if (listed && name !== undefined && !doesSomething.test(text.slice(name.length))) return null
  if (name === undefined || owner.agency === null) return null
  if (!isWhole(owner) && (name.length === 1 || ownRooms.test(name))) return 'own'
  if (isWhole(owner) && name.length >= 6 && name.endsWith('人民政府') && owner.agency.endsWith(name)) return 'own'
  if (isWhole(owner) && /^[省市县区州旗\u4e00-\u9fa5]{0,10}政府$/.test(name) && isShortFor(name, owner.agency)) return 'government'
  if (isShortFor(name, owner.agency) || isPlaceOf(name, owner.agency)) return parts.test(text.slice(name.length)) ? 'others' : 'own'
  return isSchool(name, owner.agency) ? 'own' : 'others'
}

/** 己镇, in the report of its government. */
const isPlaceOf = (name: string, agency: string): boolean => /^(?:人民政府|办事处|管理委员会|管委会)$/.test(agency.split(name)[1] ?? '')

/** 学校 and 医院 by themselves, in the report of one. */
const isSchool = (name: string, agency: string): boolean =>
  (name === '学校' && /(?:学院|大学|学校|中学|小学|幼儿园)$/.test(agency)) || (name === '医院' && agency.endsWith('医院'))

/** Of whom do the words up to a number speak? The last subject named decides; `carried` is that of the sentence before. */
export function readSubject(lead: string, owner: Owner, carried: Subject): Subject {
  const pieces = lead.replace(/\([^()№]{1,8}\)/g, '').split(/(№(?:[、和及]|$)|[,;:。!?()\n№])/)
  for (let at = pieces.length - 1; at >= 0; at -= 2) {
    // 规章 1 件、市政府文件 11 件: what follows in a list is a thing, unless it does something.
    const subject = readClause(pieces[at] ?? '', owner, /^№[、和及]/.test(pieces[at - 1] ?? ''))
    // 市政府严格落实条例，全年收到 30 件: told of the government in general, the number is that of the report.
    if (subject === 'government' && at < pieces.length - 1) return 'own'
    if (subject !== null) return subject
  }
  return carried
}
