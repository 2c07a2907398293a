import { before, figure, once, side, type RuleAt, type RuleCheck } from './check.ts'

const resultsOf = (kind: string, results: readonly string[]): readonly string[] => results.map((result) => `${kind}_${result}`)
const oldResults = ['upheld', 'corrected', 'other'] as const
const results = [...oldResults, 'pending'] as const

const partsOf = (kind: string, of: readonly string[]) =>
  once({ kind: 'equal', left: side(`${kind}_total`), right: side(...resultsOf(kind, of)) })

/** No disputes where neither this year nor the one before had a request. The year before may be unknown; then it may have had one. */
const withoutRequests = (requests: readonly string[], disputes: readonly string[]): readonly RuleAt[] =>
  once({ kind: 'noneWithout', given: [...side(...requests), before(figure('requests_new'))], follows: side(...disputes) })

const laterDisputes = ['review_total', 'litigation_direct_total', 'litigation_after_review_total'] as const

/** Administrative reviews and litigation (2014 form, parts four and five; later forms, table four). */
export const disputeChecks: readonly RuleCheck[] = [
  {
    id: 'review.parts',
    class: 'definitional',
    severity: 'error',
    name: { zh: '行政复议总计与各结果', en: 'Reviews and their results' },
    say: { zh: '复议总计与各结果合计不一致', en: 'the total of reviews differs from the sum of their results' },
    rules: {
      pre2019_table: partsOf('review', oldResults),
      y2019: partsOf('review', results),
      y2021: partsOf('review', results),
    },
    severityAbove: { pre2019_table: 'info' },
  },
  {
    id: 'litigation.parts',
    class: 'definitional',
    severity: 'error',
    name: { zh: '行政诉讼数量与各结果', en: 'Litigation and its results' },
    say: { zh: '诉讼数量与各结果合计不一致', en: 'the number of cases differs from the sum of their results' },
    exception: {
      zh: '2014 表式没有尚未审结的行，总数可能大于合计',
      en: 'the 2014 form has no row for undecided cases, so the total may be greater',
    },
    rules: { pre2019_table: partsOf('litigation', oldResults) },
    severityAbove: { pre2019_table: 'info' },
  },
  {
    id: 'litigation.direct_parts',
    class: 'definitional',
    severity: 'error',
    name: { zh: '未经复议直接起诉：总计与各项', en: 'Direct litigation and its results' },
    say: { zh: '未经复议直接起诉：总计与各项不一致', en: 'direct litigation: the total differs from the sum of its results' },
    rules: { y2019: partsOf('litigation_direct', results), y2021: partsOf('litigation_direct', results) },
  },
  {
    id: 'litigation.after_review_parts',
    class: 'definitional',
    severity: 'error',
    name: { zh: '复议后起诉：总计与各项', en: 'Litigation after review and its results' },
    say: { zh: '复议后起诉：总计与各项不一致', en: 'litigation after review: the total differs from the sum of its results' },
    rules: { y2019: partsOf('litigation_after_review', results), y2021: partsOf('litigation_after_review', results) },
  },
  {
    id: 'review.without_requests',
    class: 'plausible',
    severity: 'info',
    name: { zh: '有复议诉讼而两年无申请', en: 'Reviews or litigation without requests' },
    say: { zh: '有复议诉讼而两年无申请', en: 'there are reviews or litigation, and no requests in two years' },
    exception: { zh: '可能是更早的案件，或关于主动公开的争议', en: 'older cases, or disputes about proactive disclosure' },
    rules: {
      pre2019_table: withoutRequests(['requests_new'], ['review_total', 'litigation_total']),
      y2019: withoutRequests(['requests_new', 'requests_carried_in'], laterDisputes),
      y2021: withoutRequests(['requests_new', 'requests_carried_in'], laterDisputes),
    },
  },
]
