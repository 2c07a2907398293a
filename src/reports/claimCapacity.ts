import { moneyUnits, personUnits, timesUnits, type ClaimRule } from './claimRule.ts'

const openness = '(?:政府信息公开|政务公开|政务信息公开|信息公开|政务信息|公开)'
const about = /信息公开|政务公开|公开平台|公开工作|公开机构/
const staff = '(?:工作人员|人员|干部|信息员|联络员|专员|同志|公开员)'
const otherStaff =
  /专兼职|律师|教师|消防|网格|执法|安监|辅警|社工|特派员|讲解员|研究|技术|采编|编辑|窗口|监督员|评议|招聘|培训|参训|参加|观察员|负责人|领导/

const allStaff = new RegExp(`${otherStaff.source.replace('专兼职|', '')}|专职|(?:^|[^专])兼职`)

/** Offices, people and money for openness work. */
export const staffRules: readonly ClaimRule[] = [
  ...(['full', 'part'] as const).map((kind): ClaimRule => {
    const word = kind === 'full' ? '专职' : '(?:^|[^专])兼职'
    return {
      indicator: `staff_${kind}_time`,
      stock: true,
      units: personUnits,
      core: new RegExp(`${word}(?:负责|从事|承担)[^,、]{0,12}(?:的)?${staff}$`),
      about,
      unless: otherStaff,
    }
  }),
  {
    indicator: 'staff_full_time',
    stock: true,
    units: personUnits,
    core: new RegExp(`专职(?:从事)?(?:的)?${openness}?(?:工作)?${staff}?$`),
    about,
    unless: otherStaff,
  },
  {
    indicator: 'staff_full_time',
    stock: true,
    units: personUnits,
    after: new RegExp(`^(?:同志|工作人员|人员|干部|职工)?(?:为|是)?专职(?:从事)?(?:的)?${openness}?(?:工作)?(?:${staff}|$)`),
    about,
    unless: otherStaff,
  },
  {
    indicator: 'staff_part_time',
    stock: true,
    units: personUnits,
    core: new RegExp(`兼职(?:从事)?(?:的)?${openness}?(?:工作)?${staff}?$`),
    about,
    unless: otherStaff,
  },
  {
    indicator: 'staff_part_time',
    stock: true,
    units: personUnits,
    after: new RegExp(`^(?:同志|工作人员|人员|干部|职工)?(?:为|是)?兼职(?:从事)?(?:的)?${openness}?(?:工作)?(?:${staff}|$)`),
    about,
    unless: otherStaff,
  },
  {
    indicator: 'staff_total',
    stock: true,
    units: personUnits,
    core: new RegExp(`专兼职(?:从事)?(?:的)?${openness}?(?:工作)?${staff}$`),
    about,
    part: false,
  },
  {
    indicator: 'staff_total',
    stock: true,
    units: personUnits,
    after: new RegExp(`^专兼职${openness}?(?:工作)?${staff}`),
    about,
    part: false,
  },
  {
    indicator: 'staff_total',
    stock: true,
    units: personUnits,
    core: new RegExp(`(?:从事|负责|配备|配置|明确|确定|落实|安排|设|有)[^,]{0,16}${openness}(?:平台)?(?:工作)?(?:的)?${staff}$`),
    unless: allStaff,
    part: false,
  },
  {
    indicator: 'staff_total',
    stock: true,
    units: personUnits,
    core: new RegExp(`^(?:平台|局|共|全局|我局|现|今年)*(?:公开平台)?(?:配备|配置)(?:专门)?(?:工作)?${staff}$`),
    about,
    unless: otherStaff,
    part: false,
  },
  {
    indicator: 'staff_total',
    stock: true,
    units: personUnits,
    core: new RegExp(`^(?:[^,]{0,12}的|全[省市州县区旗镇局委]|[我本][省市州县区局委厅院]|现有|共有)*${openness}(?:工作)?${staff}$`),
    unless: allStaff,
    part: false,
  },
  {
    indicator: 'staff_total',
    stock: true,
    units: personUnits,
    core: /(?:配备|配置|有|共有|明确|确定)(?:了)?$/,
    after: new RegExp(`^${openness}工作?${staff}$`),
    unless: otherStaff,
    part: false,
  },
  { indicator: 'ogi_offices', stock: true, units: ['个'], core: new RegExp(`${openness}(?:工作)?(?:专门|专职|工作)机构$`) },
  { indicator: 'ogi_offices', stock: true, units: ['个'], after: new RegExp(`^${openness}(?:工作)?专门机构`) },
  {
    indicator: 'reading_points',
    stock: true,
    units: ['个', '处'],
    core: /(?:政府信息|信息公开|政务公开|政府信息公开)(?:公共)?查阅(?:点|场所|室|中心)$/,
    unless: /更新|维护|接待/,
  },
  {
    indicator: 'reading_points',
    stock: true,
    units: ['个', '处'],
    core: /(?:设置|设立|设|建立|建成)(?:了)?$/,
    after: /^(?:政府信息|信息公开|政务公开|政府信息公开)(?:公共)?查阅(?:点|场所|室|中心)/,
  },
  {
    indicator: 'ogi_budget',
    units: moneyUnits,
    core: new RegExp(`${openness}(?:工作)?(?:专项)?(?:工作)?经费(?:支出|投入|列支|安排|预算)?$`),
    unless: /网站|公报|三公|预算公开|决算/,
  },
  {
    indicator: 'ogi_budget',
    units: moneyUnits,
    core: /(?:安排|落实|投入|列支)$/,
    after: new RegExp(`^(?:用于)?${openness}(?:工作)?(?:专项)?(?:工作)?经费`),
    unless: /网站|公报|三公/,
  },
]

const held = '(?:召开|举行|组织召开|主持召开|组织)'
const meeting = '(?:工作|专题|推进|部署|协调|领导小组|联席|调度|培训)*(?:会议|会)'
const otherMeeting = /培训|发布会|听证|座谈|参加|出席|列席|开放|培训会|视频会议系统|常务会|代表/
const trains = '(?:举办|组织|开展|召开|举行|组织开展|组织举办|集中)'
const course = '(?:专题|业务|集中|工作|系列|专项|知识)*(?:培训班|培训会议?|培训活动|培训|讲座)'
const otherCourse = /会议?[、和及]|参加|参训|选派|派员|派出|派人|赴|受邀|收看|观看|讲解员/

/** Meetings and training on openness, held by the agency; those of others that it went to are not counted. */
export const meetingRules: readonly ClaimRule[] = [
  {
    indicator: 'training_sessions',
    units: timesUnits,
    core: new RegExp(`(?:${trains})[^,]{0,30}${openness}[^,]{0,16}${course}$`),
    unless: otherCourse,
  },
  {
    indicator: 'training_sessions',
    units: timesUnits,
    core: new RegExp(`^(?:全年|今年|本年度|年内|共|我局|全局|全区|全市|全县)*(?:${trains})(?:了)?(?:全[市区县局])?${openness}[^,]{0,10}$`),
    after: new RegExp(`^${course}$`),
    unless: otherCourse,
  },
  {
    indicator: 'training_sessions',
    units: timesUnits,
    core: new RegExp(`(?:${trains})(?:了)?$`),
    after: new RegExp(`^(?!(?:部门|单位|乡镇|镇|街道|县|区|科室|成员|局))[^,]{0,12}${openness}[^,]{0,16}${course}`),
    unless: otherCourse,
  },
  {
    indicator: 'training_sessions',
    units: timesUnits,
    core: new RegExp(`^${openness}(?:工作)?${course}$`),
    unless: otherCourse,
    part: false,
  },
  // 召开政务公开会议 2 次，举办业务培训 1 期: openness is said once.
  {
    indicator: 'training_sessions',
    units: timesUnits,
    core: new RegExp(`(?:^|[^\\u4e00-\\u9fa5])(?:并|还|共|全年)?${trains}(?:了)?(?:各类|各种|专题|业务|集中|专项)*培训(?:班|会|活动)?$`),
    lead: new RegExp(`${openness}[^。]{0,80}$`),
    unless: otherCourse,
  },
  {
    indicator: 'training_attendances',
    units: ['人次', '人', '名'],
    core: /(?:接受培训|培训(?:[^,、№]{0,4}(?:联络员|信息员|学员)|人员|干部|工作人员)?|参训[^,、№]{0,5}|受训(?:人员|人数)?|培训人数|参培人员)$/,
    about,
    lead: new RegExp(`(?:${trains})[^。]{0,60}(?:培训|讲座)|培训班[^。]{0,30}期|培训№|接受培训`),
    unlessLead: /参加[^。]{0,40}(?:举办|组织|培训班)|选派|派员|派出/,
  },
  {
    indicator: 'training_attendances',
    units: ['人次', '人', '名'],
    after: /^(?:参训|受训|参加(?:了)?培训|接受培训)/,
    about,
    lead: new RegExp(`(?:${trains})[^。]{0,60}(?:培训|讲座)`),
    unlessLead: /参加[^。]{0,40}(?:举办|组织|培训班)|选派|派员|派出|选送/,
  },
  {
    indicator: 'meetings_held',
    units: ['次', '场', '个', '场次'],
    core: new RegExp(`${held}(?:了)?[^,]{0,16}${openness}[^,]{0,10}${meeting}$`),
    unless: otherMeeting,
  },
  {
    indicator: 'meetings_held',
    units: ['次', '场', '个', '场次'],
    core: new RegExp(`${held}(?:了)?(?:专题|专门|工作)(?:会议|会)(?:专题)?(?:研究|部署|安排|推进)+[^,]{0,4}${openness}(?:工作)?$`),
    unless: otherMeeting,
  },
  {
    indicator: 'meetings_held',
    units: ['次', '场', '个', '场次'],
    core: new RegExp(`${held}(?:了)?$`),
    after: new RegExp(`^[^,]{0,12}${openness}[^,]{0,10}${meeting}`),
    unless: otherMeeting,
  },
  {
    indicator: 'meetings_held',
    units: ['次', '场', '场次'],
    core: new RegExp(`^${openness}(?:工作|专题)+会议?$`),
    unless: otherMeeting,
    part: false,
  },
]
