import { before, figure, minus, side, type RuleCheck, type RuleAt } from './check.ts'

const documents = [
  ['2.1', 'regulations'],
  ['2.2', 'normative_docs'],
] as const

const itemRows = [
  ['2.3', 'licensing'],
  ['2.4', 'other_services'],
  ['2.5', 'penalty'],
  ['2.6', 'coercion'],
  ['2.7', 'fee'],
] as const

const forDocuments = (rule: (kind: string) => RuleAt['rule']): readonly RuleAt[] =>
  documents.map(([place, kind]) => ({ place, rule: rule(kind) }))

/** Table two of the 2019 and 2021 forms: documents, matters and money, also against the report of the year before. */
export const clauseChecks: readonly RuleCheck[] = [
  {
    id: 'documents.new_within_stock',
    class: 'definitional',
    severity: 'error',
    name: { zh: '新公开数与对外公开总数', en: 'Newly disclosed documents and the stock' },
    say: { zh: '本年新公开数量多于对外公开总数量', en: 'more documents were newly disclosed than are public in all' },
    rules: {
      y2019: forDocuments((kind) => ({ kind: 'atMost', left: side(`${kind}_newly_disclosed`), right: side(`${kind}_public_stock`) })),
    },
  },
  {
    id: 'documents.new_within_made',
    class: 'plausible',
    severity: 'info',
    name: { zh: '新公开数与新制作数', en: 'Newly disclosed documents and those made' },
    say: { zh: '新公开数量多于新制作数量', en: 'more documents were newly disclosed than made' },
    exception: { zh: '可能公开了以前年度的文件', en: 'older documents may be disclosed' },
    rules: { y2019: forDocuments((kind) => ({ kind: 'atMost', left: side(`${kind}_newly_disclosed`), right: side(`${kind}_issued`) })) },
  },
  {
    id: 'documents.issued_within_force',
    class: 'plausible',
    severity: 'warning',
    name: { zh: '制发件数与现行有效、废止件数', en: 'Documents issued, in force and repealed' },
    say: { zh: '制发件数多于现行有效与废止之和', en: 'more documents were issued than are in force or repealed' },
    exception: { zh: '文件可能当年即失效', en: 'a document may lapse in its first year' },
    rules: {
      y2021: forDocuments((kind) => ({
        kind: 'atMost',
        left: side(`${kind}_issued`),
        right: side(`${kind}_in_force`, `${kind}_repealed`),
      })),
    },
  },
  {
    id: 'items.not_negative',
    class: 'definitional',
    severity: 'warning',
    name: { zh: '项目数量增减', en: 'Matters after their change' },
    say: { zh: '项目数量增减后为负', en: 'the number of matters is negative after its change' },
    rules: {
      y2019: itemRows.map(([place, kind]) => ({
        place,
        rule: { kind: 'atMost', left: [minus(figure(`${kind}_items_change`))], right: side(`${kind}_items_prev`) },
      })),
    },
  },
  {
    id: 'items.decisions_in_item_columns',
    class: 'plausible',
    severity: 'info',
    name: { zh: '事项数与办件量', en: 'Matters and decisions' },
    say: { zh: '事项栏是否填了办件量', en: 'decisions may stand in the columns for matters' },
    exception: { zh: '事项不是办件，恰好相等也可能', en: 'matters are not decisions; they may be equal by chance' },
    rules: {
      y2019: itemRows.slice(0, 4).map(([place, kind]) => ({
        place,
        rule: { kind: 'unlike', left: side(`${kind}_decisions`), right: side(`${kind}_items_prev`, `${kind}_items_change`) },
      })),
    },
  },
  {
    id: 'items.continuity',
    class: 'plausible',
    severity: 'warning',
    name: { zh: '项目数量与上一年报告', en: 'Matters and the report of last year' },
    say: { zh: '项目数量与上一年报告推算不一致', en: 'the number of matters differs from what last year’s report leads to' },
    exception: { zh: '事项可能因改革调整', en: 'matters may be moved by reforms' },
    rules: {
      y2019: itemRows.map(([place, kind]) => ({
        place,
        rule: {
          kind: 'equal',
          left: side(`${kind}_items_prev`),
          right: [before(figure(`${kind}_items_prev`)), before(figure(`${kind}_items_change`))],
        },
      })),
    },
    formsBefore: { y2019: ['y2019'] },
  },
  {
    id: 'documents.force_continuity',
    class: 'plausible',
    severity: 'warning',
    name: { zh: '现行有效件数与上一年报告', en: 'Documents in force and the report of last year' },
    say: { zh: '现行有效件数与上年推算不一致', en: 'documents in force differ from what last year’s report leads to' },
    exception: { zh: '文件可能失效、修改或随职能划转', en: 'documents may lapse, be amended or move with functions' },
    rules: {
      y2021: forDocuments((kind) => ({
        kind: 'equal',
        left: side(`${kind}_in_force`),
        right: [before(figure(`${kind}_in_force`)), figure(`${kind}_issued`), minus(figure(`${kind}_repealed`))],
      })),
    },
    formsBefore: { y2021: ['y2021'] },
  },
]
