import type { Label } from '../text/label.ts'
import type { CannotTellReason } from './outcome.ts'

/** Why something cannot be told, as it is said to people. */
export const reasonNames: Readonly<Record<CannotTellReason, Label>> = {
  blank: { zh: '有空白格', en: 'a cell is blank' },
  not_applicable: { zh: '有格不适用', en: 'a cell does not apply' },
  text: { zh: '有格填了文字', en: 'a cell holds words' },
  unreadable: { zh: '有格无法识别', en: 'a cell cannot be read' },
  row_missing: { zh: '表内缺行', en: 'a row is not printed' },
  table_missing: { zh: '未附表', en: 'there is no table' },
  approximate: { zh: '只有约数', en: 'a number is approximate' },
  report_not_loaded: { zh: '未收录上一年的年报', en: 'last year’s report is not loaded' },
  identity_changed: { zh: '机构已变更', en: 'the body changed' },
  scope_differs: { zh: '统计范围不同', en: 'the scopes differ' },
  several_versions: { zh: '有几个版本', en: 'there are several versions' },
  form_uncertain: { zh: '表式不确定', en: 'the form is not certain' },
  mapping_uncertain: { zh: '对应关系不确定', en: 'it is not certain what belongs together' },
  base_not_stated: { zh: '没有写明基数', en: 'the base is not stated' },
  unit_unknown: { zh: '单位不明', en: 'the unit is unknown' },
  level_unknown: { zh: '机关层级不明', en: 'the level of the body is unknown' },
  date_unknown: { zh: '日期不明', en: 'a date is unknown' },
  too_few_peers: { zh: '同类机关太少', en: 'too few peers' },
  too_small: { zh: '数量较少', en: 'the numbers are small' },
  series_break: { zh: '口径变化', en: 'the series breaks' },
}
