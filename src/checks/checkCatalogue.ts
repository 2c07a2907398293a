import type { TableFormId } from '../forms/form.ts'
import { tableForms } from '../indicators/catalogue.ts'
import { allChecks } from './allChecks.ts'
import { termsOf, type Check, type Rule, type RuleAt, type RuleCheck, type Side, type Term } from './check.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * The checks as `catalogue.json` has them. `formulas` stand by form in the notation of the indicators' formulas, `[a]` for each
 * applicant and `x` for each figure of the form in turn; `previous(x)` is a figure of the report on the year before. A check without
 * formulas looks at cells, dates or words one by one. `fails` says what a finding says.
 */
export function writeChecks(): readonly Json[] {
  return allChecks.map((check) => ({
    id: check.id,
    ...check.name,
    forms: 'rules' in check ? tableForms.filter((form) => (check.rules[form] ?? []).length > 0) : check.forms,
    class: check.class,
    severity: check.severity,
    ...writeOtherSeverities(check),
    fails: check.say.en,
    fails_zh: check.say.zh,
    ...(check.exception ? { exception: check.exception.en, exception_zh: check.exception.zh } : {}),
    formulas: 'rules' in check ? writeFormulas(check.rules) : null,
    ...('rules' in check && check.formsBefore ? { forms_before: check.formsBefore } : {}),
    // Over a change of form only figures that both forms count alike are asked.
    ...('rules' in check && isByIndicator(check) ? { across_forms: 'identical' } : {}),
  }))
}

const isByIndicator = ({ rules }: RuleCheck): boolean =>
  Object.values(rules).some((own) => own.some(({ formsBefore }) => formsBefore !== undefined))

const writeOtherSeverities = (check: Check): Json => ({
  ...(check.severityUntil ? { severity_until: check.severityUntil } : {}),
  ...(check.severityOfVersions === undefined ? {} : { severity_of_versions: check.severityOfVersions }),
  ...(check.severityOfDeclared === undefined ? {} : { severity_of_declared: check.severityOfDeclared }),
  ...('rules' in check && check.severityAbove ? { severity_above: check.severityAbove } : {}),
})

const writeFormulas = (rules: Partial<Readonly<Record<TableFormId, readonly RuleAt[]>>>): Json =>
  Object.fromEntries(tableForms.flatMap((form) => (rules[form] ? [[form, printRules(rules[form])]] : [])))

/** Rules that differ by the applicant alone, or by the one figure that each of them takes, are one. */
function printRules(rules: readonly RuleAt[]): readonly string[] {
  const isEach = rules.length > 1 && rules.every(({ rule }) => new Set(termsOf(rule).map(({ indicator }) => indicator)).size === 1)
  const print = ({ rule, place }: RuleAt): string =>
    printRule(rule, ({ indicator, applicant }) => {
      if (applicant === null) return isEach ? 'x' : indicator
      return `${indicator}[${applicant === place ? 'a' : applicant}]`
    })
  return [...new Set(rules.map(print))]
}

function printRule(rule: Rule, nameOf: (term: Term) => string): string {
  const print = (side: Side): string =>
    side
      .map((term, at) => {
        const name = term.before ? `previous(${nameOf(term)})` : nameOf(term)
        return term.minus ? `${at === 0 ? '-' : ' - '}${name}` : `${at === 0 ? '' : ' + '}${name}`
      })
      .join('')
  switch (rule.kind) {
    case 'equal':
      return `${print(rule.left)} = ${print(rule.right)}`
    case 'atMost':
      return `${print(rule.left)} <= ${print(rule.right)}`
    case 'noneWithout':
      return `${print(rule.given)} = 0 => ${print(rule.follows)} = 0`
    case 'coveredBy':
      return `${print(rule.given)} > 0 => ${print(rule.follows)} >= ${print(rule.given)}`
    case 'unlike':
      return `not (${print(rule.left)} = ${print(rule.right)}), all of them not 0`
    case 'within':
      return `1/${rule.most} < ${print(rule.left)} / ${print(rule.right)} < ${rule.most}, both at least ${rule.from}`
    case 'noSwitch':
      return `not (one of ${print(rule.left)}, ${print(rule.right)} = 0 and the other >= ${rule.from})`
  }
}
