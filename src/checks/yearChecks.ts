import { applicants } from '../forms/applicants.ts'
import type { TableFormId } from '../forms/form.ts'
import { tableForms } from '../indicators/catalogue.ts'
import { stepBetween } from '../indicators/comparability.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { ourCatalogue } from '../indicators/ourCatalogue.ts'
import { thresholds } from './thresholds.ts'
import { before, figure, once, side, type RuleCheck, type Rule, type RuleAt } from './check.ts'

const carried: RuleCheck['formsBefore'] = { y2019: ['y2019'], y2021: ['y2019', 'y2021'] }
const onLater = (rules: readonly RuleAt[]): RuleCheck['rules'] => ({ y2019: rules, y2021: rules })

const isCount = (indicator: Indicator): boolean => indicator.type === 'integer'

/** The rule for every number that a form prints, in one place each. */
function forEveryIndicator(
  rule: (indicator: string) => Rule,
  isMeant: (indicator: Indicator) => boolean,
  formsBefore?: (indicator: Indicator, form: TableFormId) => readonly TableFormId[],
): RuleCheck['rules'] {
  const rulesOn = (form: TableFormId): readonly RuleAt[] =>
    ourCatalogue.indicators
      .filter((indicator) => indicator.kind === 'reported' && indicator.cell[form] !== undefined && isMeant(indicator))
      .map((indicator) => ({
        place: indicator.cell[form] ?? null,
        rule: rule(indicator.id),
        ...(formsBefore ? { formsBefore: formsBefore(indicator, form) } : {}),
      }))
  return Object.fromEntries(tableForms.map((form) => [form, rulesOn(form)]))
}

const sameForm: RuleCheck['formsBefore'] = { pre2019_table: ['pre2019_table'], y2019: ['y2019'], y2021: ['y2021'] }

/** The same form, or one before it that counts the figure alike. */
const identicalForms = (indicator: Indicator, form: TableFormId): readonly TableFormId[] =>
  tableForms
    .slice(0, tableForms.indexOf(form) + 1)
    .filter((earlier) => indicator.cell[earlier] !== undefined && stepBetween(indicator, earlier, form).class === 'identical')

/** The forms before that some count is alike on. */
const formsOfCounts: RuleCheck['formsBefore'] = Object.fromEntries(
  tableForms.map((form) => {
    const counts = ourCatalogue.indicators.filter((indicator) => isCount(indicator) && indicator.cell[form] !== undefined)
    const alike = new Set(counts.flatMap((indicator) => identicalForms(indicator, form)))
    return [form, tableForms.filter((earlier) => alike.has(earlier))]
  }),
)

const isMoney = (indicator: Indicator): boolean => indicator.type === 'decimal'

/** One report against the same agency's report on the year before. */
export const yearChecks: readonly RuleCheck[] = [
  {
    id: 'requests.carry_over',
    class: 'definitional',
    severity: 'error',
    name: { zh: '上年结转与上一年报告', en: 'Carried in, and last year’s carried over' },
    say: {
      zh: '上年结转与上一年报告的结转下年度不相等',
      en: 'requests carried in differ from those that last year’s report carried over',
    },
    rules: onLater(once({ kind: 'equal', left: side('requests_carried_in'), right: [before(figure('requests_carried_out'))] })),
    formsBefore: carried,
    severityOfVersions: 'warning',
  },
  {
    id: 'requests.carry_over_by_applicant',
    class: 'plausible',
    severity: 'warning',
    name: { zh: '各类申请人的结转', en: 'Carry-over by applicant type' },
    say: { zh: '结转数两年不相等', en: 'requests carried in differ from those carried over last year' },
    exception: { zh: '申请人类型可能重新归类', en: 'applicant types may be recoded' },
    rules: onLater(
      applicants
        .filter(({ id }) => id !== 'total')
        .map(({ id }) => ({
          place: id,
          rule: { kind: 'equal', left: [figure('requests_carried_in', id)], right: [before(figure('requests_carried_out', id))] },
        })),
    ),
    formsBefore: carried,
  },
  {
    id: 'trend.jump',
    class: 'plausible',
    severity: 'info',
    name: { zh: '与上年相差数倍', en: 'Many times last year’s figure' },
    say: { zh: '与上年相差数倍，请说明原因', en: 'many times, or a small part of, last year’s figure' },
    exception: { zh: '机构改革或专项工作', en: 'reforms and campaigns' },
    rules: forEveryIndicator(
      (id) => ({ kind: 'within', left: side(id), right: [before(figure(id))], most: thresholds.changeMost, from: thresholds.changeFrom }),
      isCount,
      identicalForms,
    ),
    formsBefore: formsOfCounts,
  },
  {
    id: 'trend.zero_switch',
    class: 'plausible',
    severity: 'info',
    name: { zh: '由零变多或由多变零', en: 'From nothing to much, or back' },
    say: { zh: '一年为零、一年较多，请说明原因', en: 'nothing in one year and much in the other' },
    exception: { zh: '机构改革或专项工作', en: 'reforms and campaigns' },
    rules: forEveryIndicator(
      (id) => ({ kind: 'noSwitch', left: side(id), right: [before(figure(id))], from: thresholds.changeFrom }),
      isCount,
      identicalForms,
    ),
    formsBefore: formsOfCounts,
  },
  {
    id: 'money.scale',
    class: 'plausible',
    severity: 'warning',
    name: { zh: '金额的单位', en: 'Scale of amounts' },
    say: { zh: '金额可能按元而非万元填写', en: 'the amount may be in “元” instead of “万元”' },
    exception: { zh: '金额确实可能变化很大', en: 'amounts may change that much' },
    rules: forEveryIndicator(
      (id) => ({ kind: 'within', left: side(id), right: [before(figure(id))], most: thresholds.moneyMost, from: 0 }),
      isMoney,
    ),
    formsBefore: sameForm,
  },
]
