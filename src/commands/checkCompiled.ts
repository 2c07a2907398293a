import { allChecks } from '../checks/allChecks.ts'
import { blockOf } from '../checks/cellChecks.ts'
import { termsOf, type Check, type CheckContext, type ExamCheck, type RuleAt, type RuleCheck } from '../checks/check.ts'
import type { CheckedAgency, CheckedFigure, CheckedReport } from '../checks/checkedReport.ts'
import { listSums } from '../checks/explain.ts'
import { explainFindings } from '../checks/findings.ts'
import { groupTotals } from '../checks/groupChecks.ts'
import type { Finding } from '../checks/outcome.ts'
import { zerosAsked } from '../checks/peerChecks.ts'
import { gatherNumbers, indexPeers, kindOf, type NumbersByIndicator, type PeerFigures } from '../checks/peerFigures.ts'
import { checkReports, type CheckResult } from '../checks/runChecks.ts'
import { thresholds } from '../checks/thresholds.ts'
import { listAbsentReports } from '../dataset/checkPackage.ts'
import { listCheckedAgencies, whyNoBefore, type ChangeOfBody } from '../dataset/checkedReports.ts'
import type { Engine, RawRow } from '../engine/engine.ts'
import type { Sql } from '../engine/sql.ts'
import type { TableFormId } from '../forms/form.ts'
import { formById } from '../forms/forms.ts'
import { tableForms, type Catalogue } from '../indicators/catalogue.ts'
import * as compiled from '../questions/examineCompiled.ts'
import { judgeRulesSql, listRuleBatches, readJudgedRules } from '../questions/judgeRules.ts'

/** Milliseconds that one statement over a large dataset may take. */
const deadline = 600_000

/** Reports whose figures are asked for at once. */
const batch = 20_000

/** A compiled dataset, with what is known of every report before any check looks at its figures. */
interface Compiled {
  readonly ask: (statement: Sql) => Promise<readonly RawRow[]>
  readonly catalogue: Catalogue
  readonly heads: readonly compiled.CheckedHead[]
  readonly byReport: ReadonlyMap<string, compiled.CheckedHead>
  readonly byAgencyYear: ReadonlyMap<string, compiled.CheckedHead>
  readonly agencies: ReadonlyMap<string, CheckedAgency>
  /** Places for reports that are not there. */
  readonly absent: readonly CheckedReport[]
  /** By every agency that takes part in them. */
  readonly events: ReadonlyMap<string, readonly ChangeOfBody[]>
}

/** Findings that fail, and how many instances came out which way. */
type Part = CheckResult

const noFigures: compiled.FiguresByReport = new Map()

/**
 * Checks a whole compiled dataset at once and lists what fails: rules are judged in SQL over all reports, and only the reports in
 * which something fails are looked at one by one, with the few figures that the check takes. What the words of a report would tell is
 * not checked: a dataset keeps none. Gives the same failures as `checkPackage` over the reports and `completeYears`, the years of which
 * the list of reports is declared complete.
 */
export async function checkCompiled(engine: Engine, catalogue: Catalogue, completeYears: readonly number[]): Promise<CheckResult> {
  const data = await openCompiled(engine, catalogue, completeYears)
  // All at once: while one part looks at what it found, the engine works for another.
  const asked = Promise.all([checkRules(data), checkCells(data), checkClaims(data), checkCopies(data), checkPeers(data)])
  const there = addParts([checkHeads(data), ...(await asked)])
  // What is not there comes last.
  return addParts([{ ...there, findings: inOrder(there.findings) }, examine(allChecks, data.absent)])
}

async function openCompiled(engine: Engine, catalogue: Catalogue, completeYears: readonly number[]): Promise<Compiled> {
  const ask: Compiled['ask'] = (statement) => engine.query(statement, { deadline })
  const heads = (await ask(compiled.headsSql(catalogue))).map(compiled.readHead)
  const agencies = (await ask(compiled.agenciesSql)).map(compiled.readAgency)
  const reports = heads.map(({ agency, year }) => ({ agency_id: agency, year }))
  return {
    ask,
    catalogue,
    heads,
    byReport: new Map(heads.map((head) => [head.report, head])),
    byAgencyYear: new Map(heads.map((head) => [`${head.agency} ${head.year}`, head])),
    agencies: new Map(listCheckedAgencies(agencies).map((agency) => [agency.id, agency])),
    absent: listAbsentReports({ agencies, reports, descriptor: { completeYears } }),
    events: indexEvents((await ask(compiled.eventsSql)).map(compiled.readEvent)),
  }
}

function indexEvents(events: readonly ChangeOfBody[]): Compiled['events'] {
  const byAgency = new Map<string, ChangeOfBody[]>()
  for (const event of events)
    for (const agency of new Set([event.agency_id, event.other_id]))
      if (agency !== null) byAgency.set(agency, [...(byAgency.get(agency) ?? []), event])
  return byAgency
}

/** By report, then in the order of the checks. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const places = new Map(allChecks.map(({ id }, at) => [id, at]))
  const placeOf = ({ rule }: Finding): number => places.get(rule) ?? NaN
  return [...findings].sort((a, b) => (a.report < b.report ? -1 : a.report > b.report ? 1 : placeOf(a) - placeOf(b)))
}

function makeReport(
  head: compiled.CheckedHead,
  figures: readonly CheckedFigure[],
  { agencies }: Compiled,
  before: CheckedReport | null,
  noBefore: CheckedReport['noBefore'],
): CheckedReport {
  return {
    report: head.report,
    agency: agencies.get(head.agency) ?? null,
    year: head.year,
    form: head.form,
    scope: head.scope,
    period_start: head.period_start,
    period_end: head.period_end,
    published_on: head.published_on,
    first_published_on: head.first_published_on,
    title: head.title,
    versions: head.versions,
    figures,
    tables: head.tables,
    rowsLeft: null,
    prose: null,
    rows: null,
    statements: null,
    before,
    noBefore,
  }
}

const headBefore = ({ agency, year }: compiled.CheckedHead, { byAgencyYear }: Compiled): compiled.CheckedHead | null =>
  byAgencyYear.get(`${agency} ${year - 1}`) ?? null

const whyNotCompared = (head: compiled.CheckedHead, last: compiled.CheckedHead | null, { events }: Compiled): CheckedReport['noBefore'] =>
  whyNoBefore(head, last, events.get(head.agency) ?? [])

/** A report with some of its figures, and those of the report on the year before where it may be compared. */
function assemble(report: string, figures: compiled.FiguresByReport, data: Compiled): readonly CheckedReport[] {
  const head = data.byReport.get(report)
  if (!head) return []
  const last = headBefore(head, data)
  const noBefore = whyNotCompared(head, last, data)
  const before = last && noBefore === null ? makeReport(last, figures.get(last.report) ?? [], data, null, 'report_not_loaded') : null
  return [makeReport(head, figures.get(report) ?? [], data, before, noBefore)]
}

const assembleAll = (reports: Iterable<string>, figures: compiled.FiguresByReport, data: Compiled): readonly CheckedReport[] =>
  [...reports].flatMap((report) => assemble(report, figures, data))

/** What some reports give; `instances` is how many there are over all reports, when those that were not looked at hold. */
function examine(checks: readonly Check[], reports: readonly CheckedReport[], instances?: number, context?: CheckContext): Part {
  const { counts, findings } = checkReports(reports, checks, context)
  const { fails, cannotTell } = counts
  return {
    counts: instances === undefined ? counts : { fails, cannotTell, holds: instances - fails - cannotTell },
    findings: findings.filter(({ outcome }) => outcome === 'fails'),
  }
}

function addParts(parts: readonly Part[]): Part {
  const counts = { holds: 0, fails: 0, cannotTell: 0 }
  for (const part of parts) for (const status of ['holds', 'fails', 'cannotTell'] as const) counts[status] += part.counts[status]
  return { counts, findings: parts.flatMap(({ findings }) => findings) }
}

/** The rules of one check that fail in one report, in the order of the check. */
type FailingRules = ReadonlyMap<string, ReadonlyMap<RuleCheck, readonly RuleAt[]>>

async function checkRules(data: Compiled): Promise<Part> {
  const counts = { holds: 0, fails: 0, cannotTell: 0 }
  const failing = new Map<string, Map<RuleCheck, RuleAt[]>>()
  for (const rules of tableForms.flatMap((form) => listRuleBatches(form, data.catalogue))) {
    const judged = readJudgedRules(await data.ask(judgeRulesSql(rules, data.catalogue)))
    for (const { offered, holds, fails } of judged.counts) {
      counts.holds += holds
      counts.fails += fails
      counts.cannotTell += offered - holds - fails
    }
    const places = rules.checks.flatMap(({ check, rules: own }) => own.map((at) => ({ check, at })))
    for (const { report, rules: numbers } of judged.failing) {
      const own = failing.get(report) ?? new Map<RuleCheck, RuleAt[]>()
      failing.set(report, own)
      for (const number of numbers) {
        const place = places[number]
        if (place) own.set(place.check, [...(own.get(place.check) ?? []), place.at])
      }
    }
  }
  const findings: Finding[] = []
  for (const reports of batches([...failing.keys()])) findings.push(...(await findFailures(reports, failing, data)))
  return { counts, findings }
}

async function findFailures(reports: readonly string[], failing: FailingRules, data: Compiled): Promise<readonly Finding[]> {
  const wanted = new WantedList()
  for (const report of reports) {
    const head = data.byReport.get(report)
    if (!head) continue
    const before = headBefore(head, data)
    for (const { rule } of [...(failing.get(report)?.values() ?? [])].flat()) {
      const terms = termsOf(rule)
      wanted.add(
        report,
        terms.filter((term) => !term.before).map(({ indicator }) => indicator),
      )
      // Of a sum all figures of last year as well: one of this year that is the same is a hint.
      const isSum = rule.kind !== 'within' && rule.kind !== 'noSwitch'
      if (before)
        wanted.add(
          before.report,
          terms.filter((term) => isSum || term.before).map(({ indicator }) => indicator),
        )
    }
    if (mayBeOneCell(failing.get(report))) wanted.add(report, sumsOf(head.form))
  }
  const figures = await wanted.read(data)
  return assembleAll(reports, figures, data).flatMap((report) => {
    const form = tableForms.find((id) => id === report.form)
    const own = failing.get(report.report)
    if (!own || form === undefined) return []
    const checks = [...own].map(([check, rules]): Check => ({ ...check, rules: { [form]: rules } }))
    const found = checkReports([report], checks).findings.filter(({ outcome }) => outcome === 'fails')
    return mayBeOneCell(own) ? explainFindings(report, found) : found
  })
}

/** Only where two sums fail may one cell explain both. */
const mayBeOneCell = (failing: ReadonlyMap<RuleCheck, readonly RuleAt[]> | undefined): boolean =>
  [...(failing ?? [])].flatMap(([check, rules]) => (check.class === 'plausible' ? [] : rules.filter(({ rule }) => rule.kind === 'equal')))
    .length > 1

const sumIndicators = new Map<TableFormId, readonly string[]>()

/** The indicators that any sum of a form takes. */
function sumsOf(id: string): readonly string[] {
  const form = tableForms.find((one) => one === id)
  if (form === undefined) return []
  const known = sumIndicators.get(form) ?? [
    ...new Set(listSums({ form }).flatMap(({ terms }) => [...terms.values()].map(({ indicator }) => indicator))),
  ]
  sumIndicators.set(form, known)
  return known
}

/** Figures that are wanted of several reports, to be asked for in one statement. */
class WantedList {
  readonly #lists = new Map<string, number>()
  readonly #wanted: compiled.WantedFigures[] = []

  add(report: string, indicators: readonly string[]): void {
    if (indicators.length === 0) return
    const name = indicators.join(' ')
    const list = this.#lists.get(name) ?? this.#lists.size
    this.#lists.set(name, list)
    this.#wanted.push({ report, list })
  }

  async read({ ask }: Compiled): Promise<compiled.FiguresByReport> {
    if (this.#wanted.length === 0) return noFigures
    const lists = [...this.#lists.keys()].map((name) => name.split(' '))
    return compiled.readPackedFigures(await ask(compiled.wantedFiguresSql(this.#wanted, lists)))
  }
}

function batches<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / batch) }, (_, at) => items.slice(at * batch, (at + 1) * batch))
}

const checksNamed = (...ids: readonly string[]): readonly ExamCheck[] =>
  allChecks.filter((check): check is ExamCheck => !('rules' in check) && ids.includes(check.id))

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

/** Checks that single cells tell. */
async function checkCells(data: Compiled): Promise<Part> {
  const odd = compiled.readPackedFigures(await data.ask(compiled.oddFiguresSql(data.catalogue)))
  const rows = new Map<TableFormId, ReturnType<typeof compiled.readFormRows>>()
  for (const form of tableForms) rows.set(form, compiled.readFormRows(await data.ask(compiled.formRowsSql(form, data.catalogue))))
  const reports = assembleAll(odd.keys(), odd, data)
  const onTables = data.heads.filter(({ form }) => tableForms.some((id) => id === form))
  const onOldForm = onTables.filter(({ form }) => form === 'pre2019_table')
  const instances =
    2 * sum(onTables.map(({ numbers }) => numbers)) +
    sum(onOldForm.map(({ headers }) => headers)) +
    sum([...rows.values()].map(({ regulations }) => regulations))
  return addParts([
    examine(checksNamed('value.count', 'value.filled', 'table.header_number', 'documents.rule_power'), reports, instances),
    examine(checksNamed('money.unit'), reports),
    await checkLabels(odd, data),
    ...[...rows].map(([form, found]) => checkBlocks(form, found, odd, data)),
  ])
}

/** Numbers on group labels, with the figures of the rows under them. */
async function checkLabels(odd: compiled.FiguresByReport, data: Compiled): Promise<Part> {
  const labels = new Map<string, readonly CheckedFigure[]>()
  const wanted = new WantedList()
  for (const [report, figures] of odd) {
    const form = data.byReport.get(report)?.form
    const own = figures.filter(({ indicator, state, cell }) => indicator === null && state === 'header_value' && cell !== null)
    if (own.length === 0 || form === undefined || form === 'pre2019_table') continue
    labels.set(report, own)
    for (const { cell } of own)
      wanted.add(
        report,
        formById(form).rows.flatMap(({ path, indicator }) => (indicator !== null && path.startsWith(`${cell ?? ''}.`) ? [indicator] : [])),
      )
  }
  const parts = await wanted.read(data)
  const figures = new Map([...labels].map(([report, own]) => [report, [...own, ...(parts.get(report) ?? [])]]))
  return examine(checksNamed('requests.group_label'), assembleAll(figures.keys(), figures, data))
}

/** Rows that are missing and blocks that are blank, as the statement found them: what else a report prints does not matter to them. */
function checkBlocks(
  form: TableFormId,
  { blocks, reports }: ReturnType<typeof compiled.readFormRows>,
  odd: compiled.FiguresByReport,
  data: Compiled,
): Part {
  const { rows } = formById(form)
  const onForm = data.heads.filter((head) => head.form === form).length
  const incomplete = reports
    .filter(({ missing }) => missing.length > 0)
    .map(({ report, missing }) => [report, rows.flatMap(({ path }) => (missing.includes(path) ? [] : [filledCell(path, null)]))] as const)
  const byPath = new Map(rows.map((row) => [row.path, row]))
  const blank = reports
    .filter((found) => found.blank.length > 0)
    .map(({ report, blank: names }) => {
      const blockAt = ({ cell, applicant }: CheckedFigure): string => {
        const row = byPath.get(cell ?? '')
        return row ? blockOf(row, applicant) : ''
      }
      const blanks = (odd.get(report) ?? []).filter((figure) => figure.state === 'blank' && names.includes(blockAt(figure)))
      const filled = rows.find((row) => row.indicator !== null && !names.includes(blockOf(row, row.byApplicant ? 'total' : null)))
      return [report, [...blanks, ...(filled ? [filledCell(filled.path, filled.indicator)] : [])]] as const
    })
  const examineOnly = (id: string, some: typeof blank, instances: number): Part => {
    const figures = new Map(some)
    return examine(checksNamed(id), assembleAll(figures.keys(), figures, data), instances)
  }
  return addParts([examineOnly('table.rows_complete', incomplete, onForm), examineOnly('table.block_blank', blank, blocks)])
}

/** A cell that is printed, no matter with what. */
const filledCell = (cell: string, indicator: string | null): CheckedFigure => ({
  indicator,
  applicant: null,
  cell,
  column: null,
  printed: '0',
  value: 0,
  state: 'zero',
  evidence: 'A',
  qualifier: null,
})

const claimChecks = ['prose.figure', 'prose.approximate', 'prose.negation', 'prose.repeated'] as const

async function checkClaims(data: Compiled): Promise<Part> {
  const figures = compiled.readPackedFigures(await data.ask(compiled.claimsWithCellsSql(data.catalogue)))
  return examine(checksNamed(...claimChecks), assembleAll(figures.keys(), figures, data))
}

/** Numbers that are last year's: reports are compared in SQL, and those that fail are looked at with all their figures. */
async function checkCopies(data: Compiled): Promise<Part> {
  const compared: { readonly report: string; readonly some: number; readonly same: number }[] = []
  for (const form of tableForms) {
    const rows = await data.ask(compiled.copiedNumbersSql(form, data.catalogue))
    compared.push(...rows.map((row) => ({ report: String(row['report']), some: Number(row['some']), same: Number(row['same']) })))
  }
  const judged = compared.filter(({ some }) => some >= thresholds.equalFrom)
  const failing = judged.filter(({ some, same }) => same >= some * thresholds.equalPart).map(({ report }) => report)
  const checks = checksNamed('copy.numbers')
  const numbers = data.catalogue.indicators.filter(({ kind, type }) => kind === 'reported' && type !== 'text').map(({ id }) => id)
  const findings: Finding[] = []
  for (const reports of batches(failing)) {
    const wanted = new WantedList()
    for (const report of reports) {
      const head = data.byReport.get(report)
      const before = head && headBefore(head, data)
      for (const id of [report, ...(before ? [before.report] : [])]) wanted.add(id, numbers)
    }
    findings.push(...examine(checks, assembleAll(reports, await wanted.read(data), data)).findings)
  }
  // Where the year before is there and on another form, the check is not offered.
  const offered = data.heads
    .filter((head) => checks.some(({ forms }) => forms.includes(head.form)))
    .filter((head) => {
      const last = headBefore(head, data)
      return last === null || last.form === head.form || whyNotCompared(head, last, data) !== null
    }).length
  return { findings, counts: { fails: findings.length, holds: judged.length - findings.length, cannotTell: offered - judged.length } }
}

const peerChecks = ['peers.lone_zero', 'group.dominance'] as const

/**
 * Reports among those of their kind: the zeros that are alone are found in SQL, and of the others only the totals are taken that one
 * body may dominate. What fails is then looked at with its figures.
 */
async function checkPeers(data: Compiled): Promise<Part> {
  const reports = data.heads.map((head) => makeReport(head, [], data, null, 'report_not_loaded'))
  const [peers, alone] = await readPeers(reports, data)
  const context: CheckContext = { copied: null, peers }
  const dominant = examine(checksNamed('group.dominance'), reports, undefined, context).findings.map(({ report }) => report)
  const failing = new Set([...dominant, ...alone.map(({ report }) => report)])
  const wanted = new WantedList()
  for (const { report, indicator } of alone) wanted.add(report, [indicator])
  for (const report of dominant) wanted.add(report, totalsIn(data))
  const figures = await wanted.read(data)
  const looked = reports.map((report) => (failing.has(report.report) ? { ...report, figures: figures.get(report.report) ?? [] } : report))
  return examine(checksNamed(...peerChecks), looked, undefined, context)
}

const totalsIn = ({ catalogue }: Compiled): readonly string[] =>
  groupTotals.flatMap(({ id }) => (catalogue.indicators.some((known) => known.id === id) ? [id] : []))

/** The numbers that peers are held against each other for, and the zeros that are alone. */
async function readPeers(reports: readonly CheckedReport[], data: Compiled): Promise<readonly [PeerFigures, readonly compiled.LoneZero[]]> {
  const { ask, catalogue } = data
  const alone: compiled.LoneZero[] = []
  for (const form of tableForms) {
    const asked = catalogue.indicators.flatMap(({ id, cell }) => (zerosAsked.has(id) && cell[form] !== undefined ? [id] : []))
    const least = { peers: thresholds.peers, least: thresholds.peersHave }
    if (asked.length > 0) alone.push(...compiled.readLoneZeros(await ask(compiled.loneZerosSql(form, asked, least))))
  }
  const totals = totalsIn(data)
  const known = totals.length > 0 ? compiled.readGroupTotals(await ask(compiled.groupTotalsSql(totals)), totals) : new Map<string, never>()
  const beside = await readBeside(alone, reports, data)
  const numbers = new Map([...beside, ...known])
  const numbersIn = (own: readonly CheckedReport[]): NumbersByIndicator =>
    new Map([...numbers].map(([indicator, all]) => [indicator, pickReports(all, own)]))
  return [indexPeers(reports, numbersIn), alone]
}

function pickReports(numbers: ReadonlyMap<string, number>, reports: readonly CheckedReport[]): ReadonlyMap<string, number> {
  return new Map(
    reports.flatMap(({ report }) => {
      const number = numbers.get(report)
      return number === undefined ? [] : [[report, number] as const]
    }),
  )
}

/** The numbers beside zeros that are alone, by indicator and report. */
async function readBeside(
  alone: readonly compiled.LoneZero[],
  reports: readonly CheckedReport[],
  data: Compiled,
): Promise<NumbersByIndicator> {
  const byKind = new Map<string, string[]>()
  const kinds = new Map(reports.map((one) => [one.report, kindOf(one)]))
  for (const { report, indicator } of alone) {
    const kind = kinds.get(report)
    if (kind) byKind.set(kind, [...(byKind.get(kind) ?? []), indicator])
  }
  const wanted = new WantedList()
  for (const [report, kind] of kinds) wanted.add(report, byKind.get(kind ?? '') ?? [])
  return gatherNumbers([...(await wanted.read(data))].map(([report, figures]) => ({ report, figures })))
}

/** Checks that are told above, each by the figures that it takes. */
const toldByFigures: readonly string[] = [
  'value.count',
  'value.filled',
  'table.header_number',
  'table.block_blank',
  'table.rows_complete',
  'documents.rule_power',
  'money.unit',
  'requests.group_label',
  'copy.numbers',
  ...claimChecks,
  ...peerChecks,
]

/** All other checks: they look at dates and forms alone. */
function checkHeads(data: Compiled): Part {
  const checks = allChecks.filter((check) => !('rules' in check) && !toldByFigures.includes(check.id))
  return examine(
    checks,
    data.heads.map((head) => makeReport(head, [], data, null, 'report_not_loaded')),
  )
}
