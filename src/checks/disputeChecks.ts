import { once, side, type RuleCheck } from './check.ts'

const resultsOf = (kind: string, results: readonly string[]): readonly string[] => results.map((result) => `${kind}_${result}`)
const oldResults = ['upheld', 'corrected', 'other'] as const
const results = [...oldResults, 'pending'] as const

const partsOf = (kind: string, of: readonly string[]) =>
  once({ kind: 'equal', left: side(`${kind}_total`), right: side(...resultsOf(kind, of)) })

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
]
