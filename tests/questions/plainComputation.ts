import { readFileSync } from 'node:fs'
import type { Catalogue } from '../../src/indicators/catalogue.ts'
import { plainFamilies, plainFormulas, type PlainFormula } from './plainFormulas.ts'

/**
 * The numbers of every page worked out once more, straight from the CSV files with loops and maps: no engine, no SQL, none of the
 * source's reading or formulas. Of the catalogue only what is data is used: which rows a form has.
 */
export interface PlainRow {
  readonly indicator: string
  readonly agency: string
  readonly year: number
  readonly applicant: string | null
  readonly value: number | null
  readonly state: string
  readonly evidence: string | null
  readonly qualifier: string | null
  readonly report: string | null
  readonly n: number | null
}

type CsvRow = Readonly<Record<string, string>>

/** Enough CSV for files that were checked already. */
function rowsOfCsv(file: string): CsvRow[] {
  const fields: string[][] = [[]]
  for (const [, quoted, bare, end] of readFileSync(file, 'utf8').matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    fields.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end === '\n') fields.push([])
  }
  const [header = [], ...rows] = fields.filter((row) => row.length > 1)
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])))
}

export interface PlainDataset {
  readonly agencies: readonly string[]
  readonly reports: readonly CsvRow[]
  readonly cells: readonly CsvRow[]
}

export function readPlainDataset(folder: string): PlainDataset {
  return {
    agencies: rowsOfCsv(`${folder}/agencies.csv`)
      .map((row) => row.agency_id ?? '')
      .sort(),
    reports: rowsOfCsv(`${folder}/reports.csv`),
    cells: rowsOfCsv(`${folder}/cells.csv`),
  }
}

const latestReport = (data: PlainDataset, agency: string, year: number): CsvRow | undefined =>
  data.reports
    .filter((report) => report.agency_id === agency && Number(report.year) === year)
    .sort((a, b) => Number(b.version) - Number(a.version))[0]

const tableForms = ['pre2019_table', 'y2019', 'y2021']

function formOf(report: CsvRow): 'pre2019_table' | 'y2019' | 'y2021' {
  if (report.form === 'pre2019_table' || report.form === 'y2019' || report.form === 'y2021') return report.form
  const year = Number(report.year)
  return year < 2019 ? 'pre2019_table' : year < 2021 ? 'y2019' : 'y2021'
}

interface Leaf {
  readonly value: number | null
  readonly state: string
  /** One applicant type was asked for, of a figure that this form does not split. */
  readonly unsplit?: boolean
}

/** One printed figure, or why it is not there. */
function leafOf(data: PlainDataset, catalogue: Catalogue, report: CsvRow, indicator: string, applicant: string | null): Leaf {
  const cell = data.cells.find(
    (row) =>
      row.report_id === report.report_id &&
      row.evidence === 'A' &&
      row.indicator === indicator &&
      (row.applicant || 'total') === (applicant ?? 'total'),
  )
  if (cell) return { value: cell.value === '' ? null : Number(cell.value), state: cell.state ?? '' }
  const rows = catalogue.forms.find((form) => form.id === formOf(report))?.rows ?? []
  const has = rows.some((row) => row.indicator === indicator && !row.variant && (row.byApplicant || (applicant ?? 'total') === 'total'))
  if (!has && (applicant ?? 'total') !== 'total') return { value: null, state: 'not_in_form', unsplit: true }
  return { value: null, state: !has ? 'not_in_form' : tableForms.includes(report.form ?? '') ? 'row_missing' : 'not_reported' }
}

interface Worked {
  readonly value: number | null
  readonly leaves: readonly Leaf[]
}

/** Works out an expression of words, numbers, + * / and brackets; anything missing makes all of it missing, so does division by 0. */
function work(expression: string, figure: (name: string) => Worked): Worked {
  const tokens = expression.match(/[a-z_0-9]+|[-+*/()]/g) ?? []
  let at = 0
  const both = (a: Worked, b: Worked, value: (x: number, y: number) => number | null): Worked => ({
    value: a.value === null || b.value === null ? null : value(a.value, b.value),
    leaves: [...a.leaves, ...b.leaves],
  })
  const factor = (): Worked => {
    const token = tokens[at++] ?? ''
    if (token === '(') {
      const inner = sum()
      at++
      return inner
    }
    return /^\d+$/.test(token) ? { value: Number(token), leaves: [] } : figure(token)
  }
  const product = (): Worked => {
    let left = factor()
    while (tokens[at] === '*' || tokens[at] === '/') {
      left = tokens[at++] === '*' ? both(left, factor(), (x, y) => x * y) : both(left, factor(), (x, y) => (y === 0 ? null : x / y))
    }
    return left
  }
  const sum = (): Worked => {
    let left = product()
    while (tokens[at] === '+') {
      at++
      left = both(left, product(), (x, y) => x + y)
    }
    return left
  }
  return sum()
}

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

/** Every row that `compareAgencies` should give for one indicator. */
export function comparePlainly(
  data: PlainDataset,
  catalogue: Catalogue,
  id: string,
  params: {
    readonly years: readonly [number, number]
    readonly applicant: string | null
    readonly prose: boolean
    readonly blanksAsZero: boolean
  },
): PlainRow[] {
  const indicator = catalogue.indicators.find((candidate) => candidate.id === id)
  if (!indicator) throw new Error(`no indicator ${id}`)
  const applicant = indicator.byApplicant ? (params.applicant ?? 'total') : null
  const rows: PlainRow[] = []
  for (const agency of data.agencies) {
    for (let year = params.years[0]; year <= params.years[1]; year++) {
      const base = { indicator: id, agency, year, applicant, qualifier: null }
      const report = latestReport(data, agency, year)
      if (!report) {
        rows.push({ ...base, value: null, state: 'not_loaded', evidence: null, report: null, n: null })
        continue
      }
      const figure = tableFigure(data, catalogue, report, id, params)
      const absent = ['not_in_form', 'row_missing', 'unplaced', 'not_reported', 'not_loaded', 'undefined'].includes(figure.state)
      rows.push({ ...base, ...figure, evidence: absent ? null : 'A', report: report.report_id ?? null })
      if (params.prose) rows.push(...proseFigures(data, report, id, applicant).map((told) => ({ ...base, ...told, n: null })))
    }
  }
  return rows
}

function tableFigure(
  data: PlainDataset,
  catalogue: Catalogue,
  report: CsvRow,
  id: string,
  { applicant, blanksAsZero }: { readonly applicant: string | null; readonly blanksAsZero: boolean },
): { value: number | null; state: string; n: number | null } {
  const form = formOf(report)
  const indicator = catalogue.indicators.find((candidate) => candidate.id === id)
  const family = indicator?.family
  const formula: PlainFormula | undefined = family ? plainFamilies[family.id] : plainFormulas[id]
  const member = (name: string): [string, string | null] => {
    if (name !== 'x' || !family) return [name, family?.id === 'applicant_share' ? null : applicant]
    return family.id === 'applicant_share' ? ['requests_new', family.of] : [family.of, applicant]
  }
  const figureOf = (name: string): Worked => {
    const [of, column] = member(name)
    const summed = plainFormulas[of]?.[form]
    if (summed !== undefined) return work(summed, figureOf)
    const split = catalogue.indicators.find((candidate) => candidate.id === of)?.byApplicant && indicator?.byApplicant
    const leaf = leafOf(data, catalogue, report, of, family?.id === 'applicant_share' ? column : split ? column : null)
    return { value: blanksAsZero && leaf.state === 'blank' ? 0 : leaf.value, leaves: [leaf] }
  }
  const sizeText = form === 'pre2019_table' ? (formula?.n_pre ?? formula?.n) : formula?.n
  const n = sizeText === undefined || formula?.[form] === undefined ? null : work(sizeText, figureOf).value
  if (indicator?.kind === 'reported' && formula?.[form] === undefined) {
    const leaf = leafOf(data, catalogue, report, id, indicator.byApplicant ? applicant : null)
    return { value: blanksAsZero && leaf.state === 'blank' ? 0 : leaf.value, state: leaf.state, n: null }
  }
  const expression = formula?.[form]
  if (expression === undefined) return { value: null, state: 'not_in_form', n: null }
  // A formula that is nothing but another figure takes over its state.
  const { value, leaves } = work(expression, figureOf)
  if (leaves.some((leaf) => leaf.unsplit)) return { value: null, state: 'not_in_form', n }
  const alone = /^[a-z_0-9]+$/.test(expression) && plainFormulas[expression]?.[form] === undefined
  if (alone) return { value, state: leaves[0]?.state ?? '', n }
  if (value !== null) return { value, state: value === 0 ? 'zero' : 'value', n }
  const states = leaves.map((leaf) => leaf.state)
  return { value, state: reasons.find((reason) => states.includes(reason) && !(blanksAsZero && reason === 'blank')) ?? 'undefined', n }
}

function proseFigures(data: PlainDataset, report: CsvRow, id: string, applicant: string | null) {
  const told = data.cells.filter(
    (row) => row.report_id === report.report_id && row.evidence !== 'A' && row.indicator === id && (row.applicant || null) === applicant,
  )
  return ['B', 'C', 'D'].flatMap((grade) => {
    const claims = told.filter((row) => row.evidence === grade)
    const [first] = claims
    if (!first) return []
    const agree = claims.every((claim) => Number(claim.value) === Number(first.value) && claim.qualifier === first.qualifier)
    const value = agree ? Number(first.value) : null
    return [
      {
        value,
        state: value === null ? 'unreadable' : value === 0 ? 'zero' : 'value',
        evidence: grade,
        qualifier: agree ? first.qualifier || null : null,
        report: report.report_id ?? null,
      },
    ]
  })
}
