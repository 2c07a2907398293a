import { applicants } from '../forms/applicants.ts'
import type { ApplicantId, TableFormId } from '../forms/form.ts'
import { formById } from '../forms/forms.ts'
import { figure, once, side, type RuleCheck, type RuleAt, type Term } from './check.ts'

type LaterForm = 'y2019' | 'y2021'

const perApplicant = (rule: (applicant: ApplicantId) => RuleAt['rule']): readonly RuleAt[] =>
  applicants.map(({ id }) => ({ place: id, rule: rule(id) }))

const onLater = (rules: (form: LaterForm) => readonly RuleAt[]): Partial<Record<TableFormId, readonly RuleAt[]>> => ({
  y2019: rules('y2019'),
  y2021: rules('y2021'),
})

/** The rows that a subtotal of a form is made of by the form's own labels. @throws {Error} when the row has no parts. */
function partsOf(form: TableFormId, path: string): readonly string[] {
  const rows = formById(form).rows
  const parts = rows.find((row) => row.path === path)?.parts
  if (!parts) throw new Error(`row ${path} of ${form} has no parts`)
  return parts.flatMap((part) => rows.find((row) => row.path === part)?.indicator ?? [])
}

/** A row of table three per applicant: 总计 against the six types. */
function sumsOfApplicants(form: LaterForm): readonly RuleAt[] {
  const types = applicants.filter(({ id }) => id !== 'total')
  return formById(form).rows.flatMap((row): readonly RuleAt[] => {
    const { indicator } = row
    if (!row.byApplicant || indicator === null) return []
    const right: readonly Term[] = types.map(({ id }) => figure(indicator, id))
    return [{ place: row.path, rule: { kind: 'equal', left: [figure(indicator, 'total')], right } }]
  })
}

/** Requests, how they were answered and what they cost (2014 form, parts three and seven; later forms, table three). */
export const requestChecks: readonly RuleCheck[] = [
  {
    id: 'requests.balance',
    class: 'printed',
    severity: 'error',
    name: { zh: '新收与结转的勾稽关系', en: 'Requests in and requests out' },
    say: { zh: '新收加上年结转，与办理总计加结转下年度不相等', en: 'new and carried in do not equal outcomes and carried over' },
    rules: onLater(() =>
      perApplicant((applicant) => ({
        kind: 'equal',
        left: [figure('requests_new', applicant), figure('requests_carried_in', applicant)],
        right: [figure('outcomes_total', applicant), figure('requests_carried_out', applicant)],
      })),
    ),
  },
  {
    id: 'requests.applicants',
    class: 'definitional',
    severity: 'error',
    name: { zh: '总计与各类申请人', en: 'Totals over the applicant types' },
    say: { zh: '总计与各类申请人合计不一致', en: 'the total differs from the sum of the applicant types' },
    rules: onLater(sumsOfApplicants),
  },
  {
    id: 'outcomes.parts',
    class: 'definitional',
    severity: 'error',
    name: { zh: '办理结果总计与各项', en: 'All outcomes and each of them' },
    say: { zh: '总计与各项办理结果合计不一致', en: 'the total differs from the sum of the outcomes' },
    rules: {
      pre2019_table: once({
        kind: 'equal',
        left: side('outcomes_total'),
        right: partsOf('pre2019_table', '3.3').map((indicator) => figure(indicator)),
      }),
      ...onLater((form) =>
        perApplicant((applicant) => ({
          kind: 'equal',
          left: [figure('outcomes_total', applicant)],
          right: partsOf(form, '3.3.7').map((indicator) => figure(indicator, applicant)),
        })),
      ),
    },
  },
  {
    id: 'outcomes.refused_parts',
    class: 'definitional',
    severity: 'error',
    name: { zh: '不同意公开与各理由', en: 'Refusals and their grounds' },
    say: { zh: '不同意公开数与各理由合计不一致', en: 'refusals differ from the sum of their grounds' },
    rules: {
      pre2019_table: once({
        kind: 'equal',
        left: side('outcome_refused_total'),
        right: partsOf('pre2019_table', '3.3.4').map((indicator) => figure(indicator)),
      }),
    },
  },
  {
    id: 'requests.by_receipt',
    class: 'definitional',
    severity: 'error',
    name: { zh: '收到申请数与四种方式', en: 'Requests and their ways of receipt' },
    say: { zh: '收到申请数与四种方式合计不一致', en: 'requests received differ from the sum of the four ways' },
    rules: {
      pre2019_table: once({
        kind: 'equal',
        left: side('requests_new'),
        right: side('requests_in_person', 'requests_fax', 'requests_online', 'requests_letter'),
      }),
    },
  },
  {
    id: 'requests.closed_parts',
    class: 'definitional',
    severity: 'error',
    name: { zh: '办结数与按时、延期', en: 'Requests closed, on time and extended' },
    say: { zh: '办结数与按时、延期合计不一致', en: 'requests closed differ from those on time and extended' },
    rules: {
      pre2019_table: once({
        kind: 'equal',
        left: side('requests_closed'),
        right: side('requests_closed_on_time', 'requests_closed_extended'),
      }),
    },
  },
  {
    id: 'requests.closed_within_received',
    class: 'plausible',
    severity: 'info',
    name: { zh: '办结数与收到数', en: 'Requests closed and received' },
    say: { zh: '办结数多于收到数，是否含上年申请', en: 'more requests were closed than received; perhaps some of last year' },
    exception: {
      zh: '上年收到的申请可能在本年办结，2014 表式没有结转行',
      en: 'cases of last year may close; the 2014 form has no row for open cases',
    },
    rules: { pre2019_table: once({ kind: 'atMost', left: side('requests_closed'), right: side('requests_new') }) },
  },
  {
    id: 'requests.answered_near_closed',
    class: 'plausible',
    severity: 'info',
    name: { zh: '答复数与办结数', en: 'Requests answered and closed' },
    say: { zh: '答复数与办结数不同', en: 'answered and closed requests differ' },
    exception: { zh: '一件申请可能有几次答复', en: 'one request may get several replies' },
    rules: { pre2019_table: once({ kind: 'equal', left: side('outcomes_total'), right: side('requests_closed') }) },
  },
  {
    id: 'fees.without_requests',
    class: 'plausible',
    severity: 'info',
    name: { zh: '无申请而有收费', en: 'Fees without requests' },
    say: { zh: '无申请而有收费', en: 'fees were collected in a year without requests' },
    exception: { zh: '可能是上年申请的费用', en: 'fees may be for requests of last year' },
    rules: { pre2019_table: once({ kind: 'noneWithout', given: side('requests_new'), follows: side('request_fees_collected') }) },
  },
]
