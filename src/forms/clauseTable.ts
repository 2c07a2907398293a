import type { FormRow } from './form.ts'

/** One printed row of table two as its cells, from left to right. Units are not printed; they are the indicator's. */
export function clauseRow(
  path: string,
  caption: string,
  label: string,
  cells: readonly (readonly [column: string, indicator: string, unit: string])[],
): readonly FormRow[] {
  return cells.map(([column, indicator, unit], i) => ({
    path: `${path}.${i + 1}`,
    table: 2,
    type: 'leaf',
    level: 0,
    label,
    caption,
    column,
    unit,
    indicator,
    byApplicant: false,
  }))
}

/** The chapters that both later forms ask for. */
export const chapters: readonly string[] = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
]
