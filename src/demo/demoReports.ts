import type { CellRow, ReportRow } from '../dataset/tables.ts'
import { applicants } from '../forms/applicants.ts'
import type { Form, FormId, FormRow } from '../forms/form.ts'
import { formForYear } from '../forms/dueForm.ts'
import { formById } from '../forms/forms.ts'
import { ourCatalogue } from '../indicators/ourCatalogue.ts'
import type { DemoAgency, ZeroStyle } from './demoCity.ts'
import { drawFigures, startCarrying, type Carried, type Figures } from './demoFigures.ts'
import { slipIn, type Slip } from './demoSlips.ts'
import { seededRandom, type SeededRandom } from './seededRandom.ts'

/** A report of an invented agency with its cells, claims of its prose among them, and what was slipped into it. */
export interface DemoReport {
  readonly report: ReportRow
  readonly cells: readonly CellRow[]
  readonly slips: readonly Slip[]
}

/** How often whole reports are out of the ordinary. */
const parts = { noTable: 0.015, oldForm: 0.02, wrongPeriod: 0.01, secondVersion: 0.02, carriedInOtherwise: 0.03 } as const

/** Every report of an agency over the years, oldest first; years without one are left out, some with a second version. */
export function* listReports(agency: DemoAgency, [from, to]: readonly [number, number], seed: number): Generator<DemoReport> {
  const random = seededRandom(seed, `${agency.row.agency_id} reports`)
  let carried = startCarrying(agency, random)
  const last = agency.row.valid_to === null ? to : Number(agency.row.valid_to.slice(0, 4)) - 1
  for (let year = from; year <= Math.min(to, last); year += 1) {
    const form = formById(chooseForm(year, random))
    const drawn = drawFigures(agency, year, form, carried, random)
    const before = carried
    carried = drawn.carried
    if (random.chance(agency.missing)) continue
    yield* reportsOfYear(agency, year, form, drawn.figures, before, random)
  }
}

/** Mostly the form of the year; some go on with the one before. */
function chooseForm(year: number, random: SeededRandom): FormId {
  const due = formForYear(year)
  return due === 'y2021' && random.chance(parts.oldForm) ? 'y2019' : due
}

function* reportsOfYear(
  agency: DemoAgency,
  year: number,
  form: Form,
  figures: Figures,
  before: Carried,
  random: SeededRandom,
): Generator<DemoReport> {
  const narrative = random.chance(parts.noTable)
  const id = `${agency.row.agency_id}-${year}`
  const report = makeReport(agency, year, narrative ? 'narrative' : form.id, id, random)
  const claims = makeClaims(id, figures, year, random)
  if (narrative) {
    yield { report, cells: claims, slips: [] }
    return
  }
  const printed = form.rows.flatMap((row) => printRow(id, row, figures, agency.zeroStyle))
  const { cells, slips } = slipIn(id, form.id, printed, random)
  const differs = before.open.size > 0 && random.chance(parts.carriedInOtherwise) ? carryOtherwise(id, cells) : null
  yield { report, cells: [...(differs?.cells ?? cells), ...claims], slips: [...slips, ...(differs?.slips ?? [])] }
  if (slips.length > 0 && random.chance(parts.secondVersion * 10)) yield correctedVersion(report, printed, claims)
}

/** The corrected report, as published again a while later. */
function correctedVersion(report: ReportRow, printed: readonly CellRow[], claims: readonly CellRow[]): DemoReport {
  const id = `${report.report_id}-v2`
  const renamed = [...printed, ...claims].map((cell) => ({ ...cell, report_id: id }))
  const published = `${report.year + 1}-05-20`
  return { report: { ...report, report_id: id, version: 2, published_on: published }, cells: renamed, slips: [] }
}

/** One case more carried in and out by natural persons: the report agrees with itself, and not with the one before. */
function carryOtherwise(
  report: string,
  cells: readonly CellRow[],
): { readonly cells: readonly CellRow[]; readonly slips: readonly Slip[] } {
  const slips: Slip[] = []
  const moved = cells.map((cell) => {
    const isCarried = cell.indicator === 'requests_carried_in' || cell.indicator === 'requests_carried_out'
    if (!isCarried || cell.value === null || (cell.applicant !== 'natural_person' && cell.applicant !== 'total')) return cell
    const value = cell.value + 1
    slips.push({ report, kind: 'carry-over', cell: cell.cell, applicant: cell.applicant, was: cell.printed, printed: String(value) })
    return { ...cell, value, state: 'value' as const, printed: String(value) }
  })
  return slips.length === 4 ? { cells: moved, slips } : { cells, slips: [] }
}

function makeReport(agency: DemoAgency, year: number, form: FormId, id: string, random: SeededRandom): ReportRow {
  const shifted = random.chance(parts.wrongPeriod) ? year - 1 : year
  return {
    report_id: id,
    agency_id: agency.row.agency_id,
    year,
    form,
    scope: agency.scope,
    title: `${nameIn(agency, year)}${year}年政府信息公开工作年度报告`,
    period_start: `${shifted}-01-01`,
    period_end: `${shifted}-12-31`,
    published_on: random.chance(0.06) ? null : publishedOn(agency, year, random),
    source_url: null,
    source_sha256: null,
    version: 1,
    status: 'published',
  }
}

/** The name that the agency had in that year. */
function nameIn(agency: DemoAgency, year: number): string {
  const [former] = agency.row.aliases
  return year < 2018 && former !== undefined ? former : agency.row.name
}

/** Before or, for some, after the day that the rule of the year sets. */
function publishedOn(agency: DemoAgency, year: number, random: SeededRandom): string {
  const untilMarch = year <= 2018 || agency.scope === 'aggregate'
  const days = untilMarch ? 89 : 30
  const late = random.chance(agency.late)
  const day = late ? days + 1 + random.below(40) : days - random.below(Math.min(days, 25))
  return new Date(Date.UTC(year + 1, 0, 1 + day)).toISOString().slice(0, 10)
}

function printRow(report: string, row: FormRow, figures: Figures, style: ZeroStyle): CellRow[] {
  if (row.variant) return []
  if (row.type === 'header') return [makeCell(report, row, null, { printed: '——', value: null, state: 'dash' })]
  if (row.indicator === null) return []
  const indicator = row.indicator
  if (!row.byApplicant) return [makeCell(report, row, null, printNumber(figureOf(figures, indicator), style))]
  return applicants.map(({ id }) => {
    const printed = printNumber(figureOf(figures, `${indicator}@${id}`), id === 'total' ? 'zeros' : style)
    return { ...makeCell(report, row, id, printed), column: applicants.find((applicant) => applicant.id === id)?.name.zh ?? null }
  })
}

function figureOf(figures: Figures, name: string): number {
  const value = figures.get(name)
  if (value === undefined) throw new Error(`no figure was drawn for ${name}`)
  return value
}

type Printed = Pick<CellRow, 'printed' | 'value' | 'state'>

function printNumber(value: number, style: ZeroStyle): Printed {
  if (value !== 0) return { printed: String(value), value, state: 'value' }
  if (style === 'blanks') return { printed: '', value: null, state: 'blank' }
  if (style === 'slashes') return { printed: '/', value: null, state: 'not_applicable' }
  return { printed: '0', value: 0, state: 'zero' }
}

function makeCell(report: string, row: FormRow, applicant: CellRow['applicant'], printed: Printed): CellRow {
  const asTotal = row.indicator !== null && !row.byApplicant && totalOnly.has(row.indicator) ? 'total' : applicant
  return {
    report_id: report,
    indicator: row.indicator,
    applicant: asTotal,
    cell: row.path,
    column: null,
    ...printed,
    evidence: 'A',
    qualifier: null,
    where: null,
  }
}

/** Indicators that later forms ask by applicant, or sum from such: the one column of the 2014 form is their total. */
const totalOnly: ReadonlySet<string> = new Set(ourCatalogue.indicators.filter(({ byApplicant }) => byApplicant).map(({ id }) => id))

/** What the prose says: channels that no table asks for any more, and what did not happen. */
function makeClaims(report: string, figures: Figures, year: number, random: SeededRandom): CellRow[] {
  const claim = (indicator: string, value: number, printed: string, more: Partial<CellRow> = {}): CellRow => ({
    report_id: report,
    indicator,
    applicant: totalOnly.has(indicator) ? 'total' : null,
    cell: null,
    column: null,
    printed,
    value,
    state: value === 0 ? 'zero' : 'value',
    evidence: 'B',
    qualifier: null,
    where: null,
    ...more,
  })
  const claims: CellRow[] = []
  if (year >= 2019 && random.chance(0.6)) {
    const website = 1 + random.count(random.around(500, 0.8))
    claims.push(claim('channel_website_items', website, `${website}条`))
    if (random.chance(0.6)) {
      const wechat = 1 + random.count(random.around(200, 0.8))
      claims.push(claim('channel_wechat_items', wechat, `${wechat}条`))
    }
  }
  if (random.chance(0.25)) {
    const tens = 10 * (1 + random.below(9))
    claims.push(claim('interpretation_articles', tens, `${tens}余篇`, { evidence: 'C', qualifier: '≥' }))
  }
  if (figures.get('review_total') === 0 && random.chance(0.3)) claims.push(claim('review_total', 0, '未发生', { evidence: 'D' }))
  return claims
}
