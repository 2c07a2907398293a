import type { Label } from '../text/label.ts'
import type { ApplicantId } from './form.ts'

const organisations: Label = { zh: '法人或其他组织', en: 'Legal persons and other organisations' }

/** The seven columns of table three (申请人情况), from left to right. `group`: the heading that they stand under. */
export const applicants: readonly { readonly id: ApplicantId; readonly name: Label; readonly group: Label | null }[] = [
  { id: 'natural_person', name: { zh: '自然人', en: 'Natural person' }, group: null },
  { id: 'org_commercial', name: { zh: '商业企业', en: 'Commercial enterprise' }, group: organisations },
  { id: 'org_research', name: { zh: '科研机构', en: 'Research institute' }, group: organisations },
  { id: 'org_public_interest', name: { zh: '社会公益组织', en: 'Public-interest organisation' }, group: organisations },
  { id: 'org_legal_service', name: { zh: '法律服务机构', en: 'Legal service organisation' }, group: organisations },
  { id: 'org_other', name: { zh: '其他', en: 'Other organisation' }, group: organisations },
  { id: 'total', name: { zh: '总计', en: 'Total' }, group: null },
]
