import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { TableFormId } from '../../src/forms/form.ts'
import type { Formula } from '../../src/indicators/formula.ts'
import type { Indicator } from '../../src/indicators/indicator.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { projectRoot } from '../sourceFiles.ts'

/*
 * What the pages must show, worked out from the CSV files in plain TypeScript: no SQL, no question, no chart of the app. Only the
 * catalogue's data (which cell, which formula) is shared.
 */

type Row = Readonly<Record<string, string>>

/** Rows of a CSV file whose fields hold no line breaks inside quotes. */
export function readRows(file: string): Row[] {
  const text = readFileSync(path.join(projectRoot, 'data/china-ogi', file), 'utf8').replace(/^\uFEFF/, '')
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let quoted = false
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i] ?? ''
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') {
        field += '"'
        i += 1
      } else if (c === '"') quoted = false
      else field += c
    } else if (c === '"') quoted = true
    else if (c === ',') {
      row.push(field)
      field = ''
    } else if (c === '\n') {
      row.push(field.replace(/\r$/, ''))
      rows.push(row)
      row = []
      field = ''
    } else field += c
  }
  const [head = [], ...body] = rows
  return body.map((fields) => Object.fromEntries(head.map((name, index) => [name, fields[index] ?? ''])))
}

export interface ExpectedReport {
  readonly id: string
  readonly agency: string
  readonly year: number
  readonly form: string
}

export interface Expected {
  readonly value: number | null
  readonly state: string
}

const cells = readRows('cells.csv')
export const agencies = readRows('agencies.csv')
export const reports: readonly ExpectedReport[] = readRows('reports.csv').map((row) => ({
  id: row.report_id ?? '',
  agency: row.agency_id ?? '',
  year: Number(row.year),
  form: row.form ?? '',
}))
export const years: readonly [number, number] = [
  Math.min(...reports.map((report) => report.year)),
  Math.max(...reports.map((report) => report.year)),
]

export const shortNameOf = (agency: string): string => agencies.find((row) => row.agency_id === agency)?.short_name ?? agency
export const reportOf = (agency: string, year: number): ExpectedReport | undefined =>
  reports.find((report) => report.agency === agency && report.year === year)
export const figuresOf = (report: string): Row[] => cells.filter((row) => row.report_id === report)

const isTable = (form: string): form is TableFormId => form === 'pre2019_table' || form === 'y2019' || form === 'y2021'
const formOfYear = (year: number): TableFormId => (year <= 2018 ? 'pre2019_table' : year <= 2020 ? 'y2019' : 'y2021')
const reasons = [
  'blank',
  'unreadable',
  'row_missing',
  'unplaced',
  'not_reported',
  'not_applicable',
  'text',
  'header_value',
  'dash',
  'not_in_form',
]

function printed(indicator: Indicator, report: ExpectedReport): Expected {
  if (!isTable(report.form)) return { value: null, state: indicator.cell[formOfYear(report.year)] ? 'not_reported' : 'not_in_form' }
  const row = cells.find(
    (cell) =>
      cell.report_id === report.id &&
      cell.evidence === 'A' &&
      cell.indicator === indicator.id &&
      (cell.applicant === '' || cell.applicant === 'total'),
  )
  if (row) return { value: row.value === '' ? null : Number(row.value), state: row.state ?? '' }
  return { value: null, state: indicator.cell[report.form] ? 'row_missing' : 'not_in_form' }
}

function work(formula: Formula, of: (id: string) => number | null): number | null {
  if (formula.kind === 'reported') return of(formula.indicator)
  if (formula.kind === 'sum') {
    let total = 0
    for (const term of formula.terms) {
      const value = work(term, of)
      if (value === null) return null
      total += value
    }
    return total
  }
  const part = work(formula.part, of)
  const whole = work(formula.whole, of)
  if (part === null || whole === null || whole === 0) return null
  return (part * formula.times) / whole
}

const namesIn = (formula: Formula): string[] =>
  formula.kind === 'reported'
    ? [formula.indicator]
    : formula.kind === 'sum'
      ? formula.terms.flatMap(namesIn)
      : [...namesIn(formula.part), ...namesIn(formula.whole)]

/** The table figure of an indicator in one report, or the reason why there is none. */
export function expectFigure(id: string, report: ExpectedReport): Expected {
  const indicator = indicatorOf(id)
  const form = isTable(report.form) ? report.form : null
  if (indicator.kind === 'reported' && (form === null || indicator.cell[form])) return sumIfNarrative(indicator, report)
  const formula = form === null ? indicator.from[formOfYear(report.year)] : indicator.from[form]
  if (!formula) return { value: null, state: 'not_in_form' }
  if (form === null) return { value: null, state: 'not_reported' }
  const figure = (name: string): Expected => expectFigure(name, report)
  const value = work(formula, (name) => figure(name).value)
  if (value !== null) return { value, state: value === 0 ? 'zero' : 'value' }
  const states = namesIn(formula)
    .map((name) => figure(name))
    .filter((one) => one.value === null)
    .map((one) => one.state)
  return { value: null, state: reasons.find((reason) => states.includes(reason)) ?? 'undefined' }
}

function sumIfNarrative(indicator: Indicator, report: ExpectedReport): Expected {
  if (isTable(report.form)) return printed(indicator, report)
  return { value: null, state: indicator.from[formOfYear(report.year)] ? 'not_reported' : 'not_in_form' }
}

/** The size behind a rate. */
export function expectSize(id: string, report: ExpectedReport): number | null {
  const formula = isTable(report.form) ? indicatorOf(id).size?.[report.form] : undefined
  return formula ? work(formula, (name) => expectFigure(name, report).value) : null
}

export function indicatorOf(id: string): Indicator {
  const indicator = ourCatalogue.indicators.find((candidate) => candidate.id === id)
  if (!indicator) throw new Error(`no indicator ${id}`)
  return indicator
}

/** The Chinese name of a state. */
export const stateName = (state: string): string =>
  [...ourCatalogue.valueStates, ...ourCatalogue.absenceReasons].find((one) => one.id === state)?.name.zh ?? state
/** The short Chinese name of a form. */
export const formName = (form: string): string => ourCatalogue.forms.find((one) => one.id === form)?.shortName.zh ?? form
