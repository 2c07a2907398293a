import { chapters, clauseRow } from './clauseTable.ts'
import { withAliases } from './dialects.ts'
import { disputeTable } from './disputeTable.ts'
import type { Form, FormRow } from './form.ts'
import { requestTable2019 } from './requestTable.ts'

const documents = '第二十条第（一）项'
const licences = '第二十条第（五）项'
const penalties = '第二十条第（六）项'
const charges = '第二十条第（八）项'
const procurement = '第二十条第（九）项'

/** 上一年项目数量 and 本年增/减 count matters (事项), 处理决定数量 counts decisions. */
const clauseTable: readonly FormRow[] = [
  ...clauseRow('2.1', documents, '规章', [
    ['本年新制作数量', 'regulations_issued', '件'],
    ['本年新公开数量', 'regulations_newly_disclosed', '件'],
    ['对外公开总数量', 'regulations_public_stock', '件'],
  ]),
  ...clauseRow('2.2', documents, '规范性文件', [
    ['本年新制作数量', 'normative_docs_issued', '件'],
    ['本年新公开数量', 'normative_docs_newly_disclosed', '件'],
    ['对外公开总数量', 'normative_docs_public_stock', '件'],
  ]),
  ...clauseRow('2.3', licences, '行政许可', [
    ['上一年项目数量', 'licensing_items_prev', '项'],
    ['本年增/减', 'licensing_items_change', '项'],
    ['处理决定数量', 'licensing_decisions', '件'],
  ]),
  ...clauseRow('2.4', licences, '其他对外管理服务事项', [
    ['上一年项目数量', 'other_services_items_prev', '项'],
    ['本年增/减', 'other_services_items_change', '项'],
    ['处理决定数量', 'other_services_decisions', '件'],
  ]),
  ...clauseRow('2.5', penalties, '行政处罚', [
    ['上一年项目数量', 'penalty_items_prev', '项'],
    ['本年增/减', 'penalty_items_change', '项'],
    ['处理决定数量', 'penalty_decisions', '件'],
  ]),
  ...clauseRow('2.6', penalties, '行政强制', [
    ['上一年项目数量', 'coercion_items_prev', '项'],
    ['本年增/减', 'coercion_items_change', '项'],
    ['处理决定数量', 'coercion_decisions', '件'],
  ]),
  ...clauseRow('2.7', charges, '行政事业性收费', [
    ['上一年项目数量', 'fee_items_prev', '项'],
    ['本年增/减', 'fee_items_change', '项'],
  ]),
  ...clauseRow('2.8', procurement, '政府集中采购', [
    ['采购项目数量', 'procurement_projects', '个'],
    ['采购总金额', 'procurement_amount', '万元'],
  ]),
]

/** The trial form, for the reports on 2019 and 2020: 22 cells in table two, 161 in table three, 15 in table four. */
export const y2019: Form = {
  id: 'y2019',
  name: { zh: '政府信息公开工作年度报告格式（试行）', en: '2019 form (trial)' },
  shortName: { zh: '2019 表式', en: '2019 form' },
  years: [2019, 2020],
  supported: true,
  authority: '国办公开办函〔2019〕60号, under article 50 of the Regulations (国务院令第711号, in force 2019-05-15)',
  markers: ['对外公开总数量', '本年增/减', '政府集中采购'],
  chapters,
  rows: [...clauseTable, ...requestTable2019, ...disputeTable].map(withAliases),
}
