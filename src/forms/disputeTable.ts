import type { FormRow } from './form.ts'

const results = [
  ['结果维持', 'upheld'],
  ['结果纠正', 'corrected'],
  ['其他结果', 'other'],
  ['尚未审结', 'pending'],
] as const

/** Five cells: four results and their 总计. */
function block(path: string, caption: string, indicator: string): readonly FormRow[] {
  const cell = (name: string, column: string, of: string): FormRow => ({
    path: `${path}.${name}`,
    table: 4,
    type: 'leaf',
    level: 0,
    label: column,
    caption,
    column,
    unit: '件',
    indicator: `${indicator}_${of}`,
    byApplicant: false,
  })
  const cells = results.map(([column, of], i) => cell(String(i + 1), column, of))
  return [...cells, { ...cell('5', '总计', 'total'), type: 'subtotal', parts: cells.map((part) => part.path) }]
}

/** Table four of the 2019 and 2021 forms, 四、政府信息公开行政复议、行政诉讼情况: one row of 15 cells in three blocks. */
export const disputeTable: readonly FormRow[] = [
  ...block('4.1', '行政复议', 'review'),
  ...block('4.2', '行政诉讼／未经复议直接起诉', 'litigation_direct'),
  ...block('4.3', '行政诉讼／复议后起诉', 'litigation_after_review'),
]
