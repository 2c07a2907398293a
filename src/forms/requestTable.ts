import type { FormRow } from './form.ts'

/** The identity that the corner cell of table three prints (勾稽关系): 3.1 + 3.2 = 3.3.7 + 3.4 in every column. */
export const requestIdentity = '第一项加第二项之和，等于第三项加第四项之和'

const row = (path: string, level: number, label: string, indicator: string, caption?: string): FormRow => ({
  path,
  table: 3,
  type: 'leaf',
  level,
  label,
  ...(caption === undefined ? {} : { caption }),
  unit: '件',
  indicator,
  byApplicant: true,
})

const group = (path: string, level: number, label: string): FormRow => ({
  path,
  table: 3,
  type: 'group',
  level,
  label,
  unit: '——',
  indicator: null,
  byApplicant: false,
})

const refused = '（三）不予公开'
const unable = '（四）无法提供'
const notProcessed = '（五）不予处理'
const other = '（六）其他处理'

const before: readonly FormRow[] = [
  row('3.1', 0, '一、本年新收政府信息公开申请数量', 'requests_new'),
  row('3.2', 0, '二、上年结转政府信息公开申请数量', 'requests_carried_in'),
  group('3.3', 0, '三、本年度办理结果'),
  row('3.3.1', 1, '（一）予以公开', 'outcome_granted'),
  row('3.3.2', 1, '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', 'outcome_partial'),
  group('3.3.3', 1, refused),
  row('3.3.3.1', 2, '1.属于国家秘密', 'refused_state_secret', refused),
  row('3.3.3.2', 2, '2.其他法律行政法规禁止公开', 'refused_law_prohibited', refused),
  row('3.3.3.3', 2, '3.危及“三安全一稳定”', 'refused_security_stability', refused),
  row('3.3.3.4', 2, '4.保护第三方合法权益', 'refused_third_party_rights', refused),
  row('3.3.3.5', 2, '5.属于三类内部事务信息', 'refused_internal_affairs', refused),
  row('3.3.3.6', 2, '6.属于四类过程性信息', 'refused_process_information', refused),
  row('3.3.3.7', 2, '7.属于行政执法案卷', 'refused_enforcement_file', refused),
  row('3.3.3.8', 2, '8.属于行政查询事项', 'refused_admin_query', refused),
  group('3.3.4', 1, unable),
  row('3.3.4.1', 2, '1.本机关不掌握相关政府信息', 'unable_not_held', unable),
  row('3.3.4.2', 2, '2.没有现成信息需要另行制作', 'unable_needs_creation', unable),
  row('3.3.4.3', 2, '3.补正后申请内容仍不明确', 'unable_unclear_after_correction', unable),
  group('3.3.5', 1, notProcessed),
  row('3.3.5.1', 2, '1.信访举报投诉类申请', 'not_processed_petition', notProcessed),
  row('3.3.5.2', 2, '2.重复申请', 'not_processed_duplicate', notProcessed),
  row('3.3.5.3', 2, '3.要求提供公开出版物', 'not_processed_publication', notProcessed),
  row('3.3.5.4', 2, '4.无正当理由大量反复申请', 'not_processed_excessive', notProcessed),
  row('3.3.5.5', 2, '5.要求行政机关确认或重新出具已获取信息', 'not_processed_reconfirm', notProcessed),
]

const otherOf2019: readonly FormRow[] = [row('3.3.6', 1, other, 'other_total')]

const otherOf2021: readonly FormRow[] = [
  group('3.3.6', 1, other),
  row('3.3.6.1', 2, '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', 'other_no_correction', other),
  row('3.3.6.2', 2, '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', 'other_fee_unpaid', other),
  row('3.3.6.3', 2, '3.其他', 'other_misc', other),
]

/** Table three with what its form prints for （六）其他处理; 总计 is the sum of every outcome row above it. */
function closeTable(otherRows: readonly FormRow[]): readonly FormRow[] {
  const rows = [...before, ...otherRows]
  const outcomes = rows.filter((candidate) => candidate.type === 'leaf' && candidate.path.startsWith('3.3.')).map(({ path }) => path)
  return [
    ...rows,
    { ...row('3.3.7', 1, '（七）总计', 'outcomes_total'), type: 'subtotal', parts: outcomes },
    row('3.4', 0, '四、结转下年度继续办理', 'requests_carried_out'),
  ]
}

/** Table three of the 2019 form, 三、收到和处理政府信息公开申请情况: 23 rows of seven applicant columns, and four labels without numbers. */
export const requestTable2019: readonly FormRow[] = closeTable(otherOf2019)

/** Table three of the 2021 form: 25 rows, because （六）其他处理 became three; so it is a label without a number, too. */
export const requestTable2021: readonly FormRow[] = closeTable(otherOf2021)
