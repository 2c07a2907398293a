import { chapters, clauseRow } from './clauseTable.ts'
import { withAliases } from './dialects.ts'
import { disputeTable } from './disputeTable.ts'
import type { Form, FormRow } from './form.ts'
import { requestTable2021 } from './requestTable.ts'

const documents = '第二十条第（一）项'
const licences = '第二十条第（五）项'
const penalties = '第二十条第（六）项'
const charges = '第二十条第（八）项'

const clauseTable: readonly FormRow[] = [
  ...clauseRow('2.1', documents, '规章', [
    ['本年制发件数', 'regulations_issued', '件'],
    ['本年废止件数', 'regulations_repealed', '件'],
    ['现行有效件数', 'regulations_in_force', '件'],
  ]),
  ...clauseRow('2.2', documents, '行政规范性文件', [
    ['本年制发件数', 'normative_docs_issued', '件'],
    ['本年废止件数', 'normative_docs_repealed', '件'],
    ['现行有效件数', 'normative_docs_in_force', '件'],
  ]),
  ...clauseRow('2.3', licences, '行政许可', [['本年处理决定数量', 'licensing_decisions', '件']]),
  ...clauseRow('2.4', penalties, '行政处罚', [['本年处理决定数量', 'penalty_decisions', '件']]),
  ...clauseRow('2.5', penalties, '行政强制', [['本年处理决定数量', 'coercion_decisions', '件']]),
  ...clauseRow('2.6', charges, '行政事业性收费', [['本年收费金额（单位：万元）', 'fee_amount', '万元']]),
]

/** The form for reports on 2021 and later years: 10 cells in table two, 175 in table three, 15 in table four. */
export const y2021: Form = {
  id: 'y2021',
  name: { zh: '政府信息公开工作年度报告格式', en: '2021 form' },
  shortName: { zh: '2021 表式', en: '2021 form' },
  years: [2021, null],
  supported: true,
  authority: '国办公开办函〔2021〕30号, dated 2021-09-26',
  markers: ['现行有效件数', '本年废止件数', '本年收费金额', '申请人无正当理由逾期不补正'],
  chapters,
  rows: [...clauseTable, ...requestTable2021, ...disputeTable].map(withAliases),
}
