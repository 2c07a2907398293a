import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApplicantId, FormId, TableFormId } from '../../src/forms/form.ts'
import type { FigureState, ValueState } from '../../src/forms/states.ts'
import { computeIndicator, type CellFigure } from '../../src/indicators/computeIndicator.ts'
import { askedForm, type IndicatorChoice } from '../../src/indicators/indicatorFormula.ts'
import { printIndicatorSql } from '../../src/indicators/indicatorSql.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { stateColumn, valueColumn } from '../../src/indicators/wideColumns.ts'

/** Cells of a report: `requests_new`, `requests_new@natural_person`. */
type Cells = Readonly<Record<string, CellFigure>>
interface WideReport {
  readonly form: FormId
  readonly year: number
  readonly cells: Cells
}

const numeric = ourCatalogue.indicators.filter((indicator) => indicator.type !== 'text')
const columns = numeric
  .filter((indicator) => indicator.kind === 'reported')
  .flatMap((indicator) =>
    (indicator.byApplicant ? ourCatalogue.applicants.map((applicant) => applicant.id) : [null]).map((applicant) => ({
      indicator: indicator.id,
      applicant,
      value: valueColumn(indicator.id, applicant),
      state: stateColumn(indicator.id, applicant),
    })),
  )

/** Does this form ask for this cell? */
function asks(form: TableFormId, indicator: string, applicant: ApplicantId | null): boolean {
  const rows = ourCatalogue.forms.find((candidate) => candidate.id === form)?.rows ?? []
  return rows.some((row) => row.indicator === indicator && (row.byApplicant || applicant === null || applicant === 'total'))
}

/** Printed figures as random parts of a report; what its form does not ask is `not_in_form`, without a table `not_reported`. */
const states: readonly ValueState[] = ['value', 'zero', 'blank', 'dash', 'not_applicable', 'text', 'header_value', 'unreadable']
const numbersMostly = fc.oneof(
  { weight: 10, arbitrary: fc.integer({ min: 1, max: 9 }).map((value): CellFigure => ({ value, state: 'value' })) },
  { weight: 3, arbitrary: fc.double({ min: 0.01, max: 5000, noNaN: true }).map((value): CellFigure => ({ value, state: 'value' })) },
  { weight: 6, arbitrary: fc.constant<CellFigure>({ value: 0, state: 'zero' }) },
)
const anything = fc.oneof(
  { weight: 5, arbitrary: numbersMostly },
  { weight: 2, arbitrary: fc.constant<CellFigure>({ value: null, state: 'blank' }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<FigureState>(...states.slice(2), 'row_missing', 'unplaced')
      .map((state): CellFigure => ({ value: null, state })),
  },
)

const wideReport: fc.Arbitrary<WideReport> = fc
  .record({
    form: fc.constantFrom<FormId>('pre2019_table', 'y2019', 'y2021', 'narrative', 'pre2014'),
    year: fc.integer({ min: 2012, max: 2024 }),
    figures: fc.oneof(
      fc.array(numbersMostly, { minLength: columns.length, maxLength: columns.length }),
      fc.array(anything, { minLength: columns.length, maxLength: columns.length }),
      // All zeros, as most small bodies report: every rate is undefined.
      fc.constant(columns.map((): CellFigure => ({ value: 0, state: 'zero' }))),
    ),
  })
  .map(({ form, year, figures }) => {
    const asked = askedForm(form, year)
    const cells = columns.map(({ indicator, applicant, value }, i): [string, CellFigure] => {
      if (!asks(asked, indicator, applicant)) return [value, { value: null, state: 'not_in_form' }]
      if (asked !== form) return [value, { value: null, state: 'not_reported' }]
      return [value, figures[i] ?? { value: null, state: 'row_missing' }]
    })
    return { form, year, cells: Object.fromEntries(cells) }
  })

const choices: readonly IndicatorChoice[] = [
  { applicant: null, blanksAsZero: false },
  { applicant: null, blanksAsZero: true },
  { applicant: 'natural_person', blanksAsZero: false },
  { applicant: 'org_other', blanksAsZero: true },
  { applicant: 'total', blanksAsZero: false },
]

const figureOf =
  (cells: Cells) =>
  (indicator: string, applicant: ApplicantId | null): CellFigure => {
    const cell = cells[valueColumn(indicator, applicant)]
    if (!cell) throw new Error(`no column ${valueColumn(indicator, applicant)}`)
    return cell
  }

describe('an indicator worked out by the engine and in TypeScript', () => {
  let connection: DuckDBConnection
  beforeAll(async () => {
    const instance = await DuckDBInstance.create(':memory:')
    connection = await instance.connect()
    const named = columns.map(({ value, state }) => `"${value}" DOUBLE, "${state}" VARCHAR`)
    await connection.run(`CREATE TABLE wide (place INTEGER, form VARCHAR, year INTEGER, ${named.join(', ')})`)
  })
  afterAll(() => connection.closeSync())

  async function fill(reports: readonly WideReport[]): Promise<void> {
    await connection.run('DELETE FROM wide')
    const appender = await connection.createAppender('wide')
    reports.forEach(({ form, year, cells }, place) => {
      appender.appendInteger(place)
      appender.appendVarchar(form)
      appender.appendInteger(year)
      for (const { value } of columns) {
        const cell = cells[value]
        if (cell?.value === null || cell === undefined) appender.appendNull()
        else appender.appendDouble(cell.value)
        appender.appendVarchar(cell?.state ?? 'row_missing')
      }
      appender.endRow()
    })
    appender.closeSync()
  }

  it.each(choices)('agrees row by row over 250 random reports, for every indicator: %o', async (choice) => {
    const reports = fc.sample(wideReport, { numRuns: 250, seed: 20_19 })
    await fill(reports)
    for (const indicator of numeric) {
      const { value, state, n } = printIndicatorSql(indicator, ourCatalogue, 'wide', choice)
      const text = `SELECT ${value.text} AS value, ${state.text} AS state, ${n.text} AS n FROM wide ORDER BY place`
      const result = await connection.runAndReadAll(text, [...value.params, ...state.params, ...n.params])
      const computed = reports.map((report) => computeIndicator(indicator, ourCatalogue, report, figureOf(report.cells), choice))
      expect({ id: indicator.id, rows: result.getRowObjectsJS() }).toEqual({ id: indicator.id, rows: computed })
    }
  })

  it('meets every state, values and zeros in the samples', () => {
    const reports = fc.sample(wideReport, { numRuns: 250, seed: 20_19 })
    const met = new Set(
      reports.flatMap((report) =>
        numeric.map((indicator) => computeIndicator(indicator, ourCatalogue, report, figureOf(report.cells), choices[0]!).state),
      ),
    )
    expect([...met].sort()).toEqual(
      [
        'value',
        'zero',
        'blank',
        'dash',
        'not_applicable',
        'text',
        'header_value',
        'unreadable',
        'row_missing',
        'unplaced',
        'not_reported',
        'not_in_form',
        'undefined',
      ].sort(),
    )
  })

  it('refuses a text, which has no column', () => {
    const text = ourCatalogue.indicators.find((indicator) => indicator.type === 'text')!
    expect(() => printIndicatorSql(text, ourCatalogue, 'wide', choices[0]!)).toThrow(/request_topics_text is a text/)
  })
})
