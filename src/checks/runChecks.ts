import { formById } from '../forms/forms.ts'
import type { TableFormId } from '../forms/form.ts'
import { tableForms } from '../indicators/catalogue.ts'
import { allChecks } from './allChecks.ts'
import { termsOf, type Check, type CheckContext, type Examined, type RuleAt, type RuleCheck, type Term } from './check.ts'
import { figureKey, type CheckedReport } from './checkedReport.ts'
import { evaluateRule } from './evaluateRule.ts'
import { cannotTell } from './examine.ts'
import { explainFindings, makeFinding } from './findings.ts'
import { lookIn, type Look } from './lookIn.ts'
import type { Finding, FindingCell, Outcome } from './outcome.ts'

/** How many instances of checks came out which way. */
export interface CheckCounts {
  readonly holds: number
  readonly fails: number
  readonly cannotTell: number
}

/** What the checks of one or more reports gave. `findings` has what fails and what cannot be told, in the order of reports and checks. */
export interface CheckResult {
  readonly counts: CheckCounts
  readonly findings: readonly Finding[]
}

/** One check over one report: every instance, those that hold among them. */
export interface CheckedInstances {
  readonly check: Check
  readonly instances: readonly Examined[]
}

/** A report by itself. */
const alone: CheckContext = { copied: null }

/** Runs every check that the report's form offers. */
export function runChecks(
  report: CheckedReport,
  checks: readonly Check[] = allChecks,
  context: CheckContext = alone,
): readonly CheckedInstances[] {
  // Most checks over words and dates never look a figure up.
  let known: Look | null = null
  const look = (): Look => (known ??= lookIn(report))
  return checks.flatMap((check): readonly CheckedInstances[] => {
    const instances =
      'rules' in check
        ? runRules(check, report, look)
        : (report.form !== null && check.forms.includes(report.form)) || (report.absent !== undefined && check.ofAbsent === true)
          ? check.examine(report, context)
          : []
    return instances.length === 0 ? [] : [{ check, instances }]
  })
}

/** Counts instances and gathers findings: one per check, report and outcome. */
export function checkReports(
  reports: Iterable<CheckedReport>,
  checks: readonly Check[] = allChecks,
  context: CheckContext = alone,
): CheckResult {
  const counts = { holds: 0, fails: 0, cannotTell: 0 }
  const findings: Finding[] = []
  for (const report of reports) {
    const own: Finding[] = []
    for (const { check, instances } of runChecks(report, checks, context)) {
      for (const { outcome } of instances) counts[outcome.status] += 1
      for (const status of ['fails', 'cannotTell'] as const) {
        const found = instances.filter(({ outcome }) => outcome.status === status)
        if (found.length > 0) own.push(makeFinding(check, report, status, found))
      }
    }
    // One check alone is asked with the figures that it takes; what explains several needs them all.
    findings.push(...(checks === allChecks ? explainFindings(report, own) : own))
  }
  return { counts, findings }
}

function runRules(check: RuleCheck, report: CheckedReport, lookUp: () => Look): readonly Examined[] {
  const form = tableForms.find((id) => id === report.form)
  const rules = form === undefined ? undefined : check.rules[form]
  if (form === undefined || !rules) return []
  const look = lookUp()
  const cells = (at: RuleAt): readonly FindingCell[] => termsOf(at.rule).map(look.cellOf)
  const kept = check.formsBefore?.[form]
  if (kept) {
    const reason = report.noBefore ?? (report.before === null ? 'report_not_loaded' : null)
    if (reason !== null)
      return rules.map((at) =>
        cannotTell(
          at.place,
          reason,
          cells(at).filter(({ year }) => year === undefined),
        ),
      )
    const formBefore = report.before?.form
    if (!kept.some((id) => id === formBefore)) return []
  }
  return rules
    .filter((at) => mayBeHeld(at, report))
    .flatMap((at): readonly Examined[] => {
      const outcome = giveReason(evaluateRule(at.rule, look.figureOf), report)
      return isOffered(at, form, outcome) ? [{ place: at.place, outcome, cells: cells(at), kind: at.rule.kind }] : []
    })
}

/** Some rules of a check over two years are not asked over every form that others of it are. */
const mayBeHeld = ({ formsBefore }: RuleAt, { before }: CheckedReport): boolean =>
  formsBefore === undefined || formsBefore.some((id) => id === before?.form)

/** The year before may be there and not be comparable. */
const giveReason = (outcome: Outcome, { noBefore }: CheckedReport): Outcome =>
  outcome.status === 'cannotTell' && outcome.reason === 'report_not_loaded' && noBefore !== null
    ? { ...outcome, reason: noBefore }
    : outcome

/** A rule about rows that the form does not have is no question; one about changes that are too small to judge is no finding either way. */
function isOffered({ rule }: RuleAt, form: TableFormId, outcome: Outcome): boolean {
  const asked = new Set(formById(form).rows.map(({ indicator }) => indicator))
  if (termsOf(rule).some((term) => !term.before && !asked.has(term.indicator))) return false
  return !(rule.kind === 'noSwitch' && outcome.status === 'cannotTell')
}

/** The rules that take a figure of a form, as pairs of check and place; empty where no sum or bound would notice a slip in it. */
export function listRulesOn(form: TableFormId, figure: Term): readonly { readonly check: RuleCheck; readonly at: RuleAt }[] {
  const wanted = figureKey(figure.indicator, figure.applicant)
  return allChecks.flatMap((check) => {
    if (!('rules' in check)) return []
    const rules = check.rules[form] ?? []
    return rules
      .filter(({ rule }) => termsOf(rule).some((term) => !term.before && figureKey(term.indicator, term.applicant) === wanted))
      .map((at) => ({ check, at }))
  })
}
