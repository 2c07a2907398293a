import { once, side, type RuleCheck } from './check.ts'

const channels = ['gazette', 'website', 'weibo', 'wechat', 'other'].map((channel) => `channel_${channel}_items`)

/** Proactive disclosure, channels, responses, staff and training: themes that only the 2014 form asks about. */
export const disclosureChecks: readonly RuleCheck[] = [
  {
    id: 'channels.total_at_least_max',
    class: 'plausible',
    severity: 'warning',
    name: { zh: '主动公开总数与单一渠道', en: 'Items disclosed and each channel' },
    say: { zh: '单一渠道条数多于主动公开总数', en: 'one channel has more items than were disclosed in all' },
    exception: { zh: '网站更新的条目可能不都是政府信息', en: 'site updates that are no government information may be counted' },
    rules: {
      pre2019_table: channels.map((channel, at) => ({
        place: `1.2.${at + 1}`,
        rule: { kind: 'atMost', left: side(channel), right: side('disclosed_items_total') },
      })),
    },
  },
  {
    id: 'channels.total_at_most_sum',
    class: 'definitional',
    severity: 'error',
    name: { zh: '主动公开总数与各渠道合计', en: 'Items disclosed and all channels' },
    say: { zh: '主动公开总数多于各渠道合计', en: 'more items were disclosed than the channels add up to' },
    rules: { pre2019_table: once({ kind: 'atMost', left: side('disclosed_items_total'), right: side(...channels) }) },
  },
  {
    id: 'documents.disclosed_within_total',
    class: 'definitional',
    severity: 'error',
    name: { zh: '公开的规范性文件与主动公开总数', en: 'Normative documents among items disclosed' },
    say: { zh: '其中项多于总数', en: 'a part is greater than the whole' },
    rules: { pre2019_table: once({ kind: 'atMost', left: side('disclosed_normative_docs'), right: side('disclosed_items_total') }) },
  },
  {
    id: 'documents.disclosed_within_issued',
    class: 'plausible',
    severity: 'info',
    name: { zh: '公开与制发的规范性文件', en: 'Normative documents disclosed and issued' },
    say: { zh: '公开的规范性文件多于制发数', en: 'more normative documents were disclosed than issued' },
    exception: { zh: '可能公开了以前年度的文件；单位一为条、一为件', en: 'older documents may be disclosed; the units differ' },
    rules: { pre2019_table: once({ kind: 'atMost', left: side('disclosed_normative_docs'), right: side('normative_docs_issued') }) },
  },
  {
    id: 'press.by_head',
    class: 'definitional',
    severity: 'error',
    name: { zh: '主要负责同志参加新闻发布会', en: 'Press conferences by the principal head' },
    say: { zh: '其中项多于总次数', en: 'a part is greater than the whole' },
    rules: { pre2019_table: once({ kind: 'atMost', left: side('press_conferences_by_head'), right: side('press_conferences') }) },
  },
  {
    id: 'interviews.by_head',
    class: 'definitional',
    severity: 'error',
    name: { zh: '主要负责同志参加在线访谈', en: 'Online interviews by the principal head' },
    say: { zh: '其中项多于总次数', en: 'a part is greater than the whole' },
    rules: { pre2019_table: once({ kind: 'atMost', left: side('web_interviews_by_head'), right: side('web_interviews') }) },
  },
  {
    id: 'staff.parts',
    class: 'definitional',
    severity: 'error',
    name: { zh: '工作人员与专职、兼职', en: 'Staff, full and part time' },
    say: { zh: '人员数与专职、兼职合计不一致', en: 'staff differ from the sum of full and part time' },
    rules: { pre2019_table: once({ kind: 'equal', left: side('staff_total'), right: side('staff_full_time', 'staff_part_time') }) },
  },
  {
    id: 'training.attendances_cover_sessions',
    class: 'plausible',
    severity: 'info',
    name: { zh: '培训班次与受训人次', en: 'Training sessions and attendances' },
    say: { zh: '接受培训人次少于培训班次', en: 'fewer attendances than training sessions' },
    exception: { zh: '可能只填了人数', en: 'persons may be counted instead of attendances' },
    rules: { pre2019_table: once({ kind: 'coveredBy', given: side('training_sessions'), follows: side('training_attendances') }) },
  },
  {
    id: 'training.attended_without_sessions',
    class: 'plausible',
    severity: 'info',
    name: { zh: '未办班而有受训人次', en: 'Attendances without sessions' },
    say: { zh: '未办班而有受训人次，是否为外部培训', en: 'attendances without sessions of its own; perhaps courses held by others' },
    exception: { zh: '参加其他单位的培训很常见', en: 'training held by others is common' },
    rules: { pre2019_table: once({ kind: 'noneWithout', given: side('training_sessions'), follows: side('training_attendances') }) },
  },
]
