import { allChecks } from '../checks/allChecks.ts'
import { termsOf, type Check, type ExamCheck, type RuleCheck } from '../checks/check.ts'
import { tablesOf, type CheckedAgency, type CheckedFigure, type CheckedReport } from '../checks/checkedReport.ts'
import { explainFindings } from '../checks/findings.ts'
import type { Finding } from '../checks/outcome.ts'
import { checkReports, type CheckCounts, type CheckResult } from '../checks/runChecks.ts'
import { thresholds } from '../checks/thresholds.ts'
import { listCheckedAgencies, whyNoBefore } from '../dataset/checkedReports.ts'
import type { AgencyRow, EventRow } from '../dataset/tables.ts'
import type { Engine } from '../engine/engine.ts'
import type { Sql } from '../engine/sql.ts'
import { tableForms, type Catalogue } from '../indicators/catalogue.ts'
import * as examine from '../questions/examineCompiled.ts'
import { countJudgedSql, findFailingSql, readFailing, readJudged, splitRules } from '../questions/judgeRules.ts'

/** Milliseconds that one statement over a large dataset may take. */
const deadline = 600_000

/** Reports whose figures are asked for at once. */
const batch = 2000

/** What is known of every report before any check looks at its figures. */
interface Heads {
  readonly byReport: ReadonlyMap<string, examine.CheckedHead>
  readonly byAgencyYear: ReadonlyMap<string, examine.CheckedHead>
  readonly agencies: ReadonlyMap<string, CheckedAgency>
  readonly events: readonly EventRow[]
}

/** Findings that fail, and how many instances came out which way. */
interface Part {
  readonly findings: readonly Finding[]
  readonly counts: CheckCounts
}

/**
 * Checks a whole compiled dataset at once and lists what fails: rules are judged in SQL over all reports, and only the reports in
 * which something fails are looked at one by one, with the few figures that the check takes. What the words of a report would tell is
 * not checked: a dataset keeps none. Gives the same failures as `checkReports` over every report.
 */
export async function checkCompiled(
  engine: Engine,
  catalogue: Catalogue,
  { agencies, events }: { readonly agencies: readonly AgencyRow[]; readonly events: readonly EventRow[] },
): Promise<CheckResult> {
  const ask = (statement: Sql) => engine.query(statement, { deadline })
  const heads = indexHeads((await ask(examine.headsSql)).map(examine.readHead), agencies, events)
  const parts: Part[] = []
  for (const check of allChecks) {
    parts.push('rules' in check ? await checkRules(check, heads, catalogue, ask) : await checkExam(check, heads, catalogue, ask))
  }
  return {
    counts: {
      holds: sum(parts.map(({ counts }) => counts.holds)),
      fails: sum(parts.map(({ counts }) => counts.fails)),
      cannotTell: sum(parts.map(({ counts }) => counts.cannotTell)),
    },
    findings: inOrder(
      await explainAll(
        parts.flatMap(({ findings }) => findings),
        heads,
        ask,
      ),
    ),
  }
}

/** Names the one cell that explains several findings of a report, for reports in which a sum fails. */
async function explainAll(findings: readonly Finding[], heads: Heads, ask: Ask): Promise<readonly Finding[]> {
  const sums = new Set(allChecks.flatMap((check) => ('rules' in check && check.class !== 'plausible' ? [check.id] : [])))
  const byReport = new Map<string, Finding[]>()
  for (const finding of findings) byReport.set(finding.report, [...(byReport.get(finding.report) ?? []), finding])
  const suspects = [...byReport].filter(([, own]) => own.some(({ rule }) => sums.has(rule))).map(([report]) => report)
  for (const reports of batches(suspects)) {
    const figures = await readFigures(examine.allFiguresSql(reports), ask)
    for (const report of reports.flatMap((id) => assemble(id, figures, heads)))
      byReport.set(report.report, [...explainFindings(report, byReport.get(report.report) ?? [])])
  }
  return [...byReport.values()].flat()
}

type Ask = (statement: Sql) => ReturnType<Engine['query']>

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** By report, then in the order of the checks. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const places = new Map(allChecks.map(({ id }, at) => [id, at]))
  const placeOf = ({ rule }: Finding): number => places.get(rule) ?? NaN
  return [...findings].sort((a, b) => (a.report < b.report ? -1 : a.report > b.report ? 1 : placeOf(a) - placeOf(b)))
}

function indexHeads(heads: readonly examine.CheckedHead[], agencies: readonly AgencyRow[], events: readonly EventRow[]): Heads {
  return {
    byReport: new Map(heads.map((head) => [head.report, head])),
    byAgencyYear: new Map(heads.map((head) => [`${head.agency} ${head.year}`, head])),
    agencies: new Map(listCheckedAgencies(agencies).map((agency) => [agency.id, agency])),
    events,
  }
}

function makeReport(
  head: examine.CheckedHead,
  figures: readonly CheckedFigure[],
  { agencies }: Heads,
  before: CheckedReport | null,
): CheckedReport {
  const { report, year, form, scope, title, period_start, period_end, published_on, versions, tables } = head
  return {
    report,
    agency: agencies.get(head.agency) ?? null,
    year,
    form,
    scope,
    title,
    period_start,
    period_end,
    published_on,
    versions,
    figures,
    tables: tables === '' ? tablesOf(figures) : tables.split(' '),
    rowsLeft: null,
    prose: null,
    rows: null,
    statements: null,
    before,
    noBefore: before === null ? 'report_not_loaded' : null,
  }
}

async function checkRules(check: RuleCheck, heads: Heads, catalogue: Catalogue, ask: Ask): Promise<Part> {
  const counts = { holds: 0, fails: 0, cannotTell: 0 }
  const failing = new Set<string>()
  for (const form of tableForms) {
    for (const chunk of splitRules(check.rules[form] ?? [])) {
      for (const { offered, holds, fails } of (await ask(countJudgedSql(check, form, chunk, catalogue))).map(readJudged)) {
        counts.holds += holds
        counts.fails += fails
        counts.cannotTell += offered - holds - fails
      }
      for (const { report } of (await ask(findFailingSql(check, form, chunk, catalogue))).map(readFailing)) failing.add(report)
    }
  }
  const indicators = [
    ...new Set(
      tableForms.flatMap((form) => check.rules[form] ?? []).flatMap(({ rule }) => termsOf(rule).map(({ indicator }) => indicator)),
    ),
  ]
  const findings: Finding[] = []
  for (const reports of batches([...failing])) {
    const wanted = reports.flatMap((report) => [report, ...reportBefore(report, heads)])
    const figures = await readFigures(examine.figuresSql(wanted, indicators), ask)
    findings.push(
      ...failuresOf(
        check,
        reports.flatMap((report) => assemble(report, figures, heads)),
      ),
    )
  }
  return { findings, counts }
}

function reportBefore(report: string, { byReport, byAgencyYear }: Heads): readonly string[] {
  const head = byReport.get(report)
  const before = head && byAgencyYear.get(`${head.agency} ${head.year - 1}`)
  return before ? [before.report] : []
}

type Figures = ReadonlyMap<string, readonly CheckedFigure[]>

async function readFigures(statement: Sql, ask: Ask): Promise<Figures> {
  const found = new Map<string, CheckedFigure[]>()
  for (const { report, figure } of (await ask(statement)).map(examine.readFigureOfReport)) {
    const list = found.get(report)
    if (list) list.push(figure)
    else found.set(report, [figure])
  }
  return found
}

function assemble(report: string, figures: Figures, heads: Heads): readonly CheckedReport[] {
  const head = heads.byReport.get(report)
  if (!head) return []
  const [beforeId] = reportBefore(report, heads)
  const beforeHead = beforeId === undefined ? undefined : heads.byReport.get(beforeId)
  const noBefore = whyNoBefore(head, beforeHead ?? null, heads.events)
  const before = beforeHead && noBefore === null ? makeReport(beforeHead, figures.get(beforeHead.report) ?? [], heads, null) : null
  return [{ ...makeReport(head, figures.get(report) ?? [], heads, before), noBefore }]
}

const failuresOf = (check: Check, reports: readonly CheckedReport[]): readonly Finding[] =>
  checkReports(reports, [check]).findings.filter(({ outcome }) => outcome === 'fails')

function batches<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / batch) }, (_, at) => items.slice(at * batch, (at + 1) * batch))
}

/** What an examination looks at: the figures in which it may fail, and how many instances there are when those that were not looked at hold. */
interface Suspects {
  readonly figures: Sql
  readonly instances?: (ask: Ask, heads: Heads) => Promise<number>
}

const countOf =
  (statement: Sql, column: string) =>
  async (ask: Ask): Promise<number> =>
    sum((await ask(statement)).map((row) => Number(row[column])))

const headsOn = (check: ExamCheck) => (_: Ask, heads: Heads) =>
  Promise.resolve([...heads.byReport.values()].filter(({ form }) => check.forms.includes(form)).length)

/** By check; those that are not here look at dates and forms alone, and have every report before them. */
function suspectsOf(check: ExamCheck, catalogue: Catalogue): Suspects | null {
  const idsOf = (isMeant: (indicator: Catalogue['indicators'][number]) => boolean): string[] =>
    catalogue.indicators.filter(isMeant).map(({ id }) => id)
  const counted = examine.cellCountsSql(catalogue)
  switch (check.id) {
    case 'value.count':
    case 'value.filled':
      return { figures: examine.oddCellsSql(catalogue), instances: countOf(counted, 'numbers') }
    case 'table.header_number':
      return { figures: examine.headerNumbersSql, instances: countOf(examine.headerCountSql(catalogue), 'headers') }
    case 'requests.group_label':
      return { figures: examine.labelledGroupsSql }
    case 'table.block_blank':
      return { figures: examine.blankBlocksSql(catalogue), instances: countOf(examine.blockCountSql(catalogue), 'blocks') }
    case 'table.rows_complete':
      return { figures: examine.incompleteReportsSql(catalogue), instances: headsOn(check) }
    case 'documents.rule_power':
      return { figures: examine.positiveFiguresSql(idsOf(({ id }) => id.startsWith('regulations_'))), instances: headsOn(check) }
    case 'money.unit':
      return { figures: examine.positiveFiguresSql(idsOf(({ unit }) => unit === '万元')) }
    case 'prose.figure':
    case 'prose.approximate':
    case 'prose.negation':
    case 'prose.repeated':
      return { figures: examine.claimsWithCellsSql(catalogue) }
    case 'review.without_requests':
      return { figures: examine.disputesSql, instances: headsOn(check) }
    default:
      return null
  }
}

async function checkExam(check: ExamCheck, heads: Heads, catalogue: Catalogue, ask: Ask): Promise<Part> {
  if (check.id === 'copy.numbers') return checkCopies(check, heads, ask)
  const suspects = suspectsOf(check, catalogue)
  if (suspects === null)
    return examineAll(
      check,
      [...heads.byReport.values()].map((head) => makeReport(head, [], heads, null)),
    )
  const figures = await readFigures(suspects.figures, ask)
  const part = examineAll(
    check,
    [...figures.keys()].flatMap((report) => assemble(report, figures, heads)),
  )
  if (!suspects.instances) return part
  const { fails, cannotTell } = part.counts
  return { ...part, counts: { fails, cannotTell, holds: (await suspects.instances(ask, heads)) - fails - cannotTell } }
}

function examineAll(check: Check, reports: readonly CheckedReport[]): Part {
  const { counts, findings } = checkReports(reports, [check])
  return { counts, findings: findings.filter(({ outcome }) => outcome === 'fails') }
}

/** Numbers that are last year's: reports are compared in SQL, and those that fail are looked at with all their figures. */
async function checkCopies(check: ExamCheck, heads: Heads, ask: Ask): Promise<Part> {
  const compared = (await ask(examine.copiedNumbersSql)).map((row) => ({
    report: String(row['report']),
    some: Number(row['some']),
    same: Number(row['same']),
  }))
  const judged = compared.filter(({ some }) => some >= thresholds.equalFrom)
  const failing = judged.filter(({ some, same }) => same >= some * thresholds.equalPart).map(({ report }) => report)
  const findings: Finding[] = []
  for (const reports of batches(failing)) {
    const figures = await readFigures(examine.allFiguresSql(reports.flatMap((report) => [report, ...reportBefore(report, heads)])), ask)
    findings.push(
      ...failuresOf(
        check,
        reports.flatMap((report) => assemble(report, figures, heads)),
      ),
    )
  }
  const offered = [...heads.byReport.values()].filter((head) => check.forms.includes(head.form) && !isOnOtherForm(head, heads)).length
  return { findings, counts: { fails: findings.length, holds: judged.length - findings.length, cannotTell: offered - judged.length } }
}

/** Is the report of the year before comparable, and on another form? Then the check is not offered. */
function isOnOtherForm(head: examine.CheckedHead, { byAgencyYear, events }: Heads): boolean {
  const before = byAgencyYear.get(`${head.agency} ${head.year - 1}`)
  return before !== undefined && before.form !== head.form && whyNoBefore(head, before, events) === null
}
