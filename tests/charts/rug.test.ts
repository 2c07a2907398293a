import { describe, expect, it } from 'vitest'
import { countCells } from '../../src/charts/coverage.ts'
import { relateProse } from '../../src/charts/printedReport.ts'
import { cellOfRug, columnsOfRug, rangeOf } from '../../src/charts/rug.ts'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { CoveredReport } from '../../src/questions/coverReports.ts'
import type { ReportFigure } from '../../src/questions/reportFigure.ts'
import { compared, testAgencies } from './comparedRows.ts'

describe('the rug', () => {
  it('shows each body’s latest report', () => {
    const rows = [compared('a', 2017, 1), compared('a', 2019, null), compared('b', 2017, null, { state: 'not_loaded' })]
    expect(columnsOfRug(rows, testAgencies.slice(0, 2)).map(({ agency, year }) => [agency.id, year])).toEqual([
      ['a', 2019],
      ['b', null],
    ])
  })

  it('puts a prose figure only where the table has none, the strongest grade first', () => {
    const blank = compared('a', 2019, null, { state: 'not_in_form' })
    const c = compared('a', 2019, 300, { evidence: 'C', qualifier: '≥' })
    const b = compared('a', 2019, 321, { evidence: 'B' })
    expect(cellOfRug([blank, c, b], 'requests_new', 'a', 2019)).toBe(b)
    const table = compared('a', 2019, 5)
    expect(cellOfRug([b, table], 'requests_new', 'a', 2019)).toBe(table)
    expect(cellOfRug([blank], 'requests_new', 'a', 2019)).toBe(blank)
  })

  it('has a range only of numbers, and no range where there are none', () => {
    const indicator = indicatorById(ourCatalogue, 'requests_new')
    expect(rangeOf([compared('a', 2019, 9), compared('b', 2019, null), compared('c', 2019, 461)], indicator, 'zh')).toMatchObject({
      low: '9',
      high: '461',
      count: 2,
    })
    expect(rangeOf([compared('b', 2019, null)], indicator, 'zh')).toBeNull()
  })
})

const covered = (more: Partial<CoveredReport>): CoveredReport => ({
  agency: 'a',
  year: 2018,
  report: 'a-2018',
  form: 'pre2019_table',
  scope: 'own',
  published_on: null,
  version: 1,
  expected: 58,
  filled: 50,
  zeros: 40,
  blank: 6,
  otherStates: 1,
  headerValues: 0,
  claims: 0,
  ...more,
})

it('counts the cells of tables only: a report without a table adds none, and missing rows count as other', () => {
  expect(countCells([covered({}), covered({ expected: null, filled: null, blank: null }), covered({ filled: 58, blank: 0 })])).toEqual({
    expected: 116,
    filled: 108,
    blank: 6,
    other: 2,
  })
  expect(countCells([covered({ expected: null, filled: null, blank: null })])).toBeNull()
})

describe('prose beside the table', () => {
  const figure = (more: Partial<ReportFigure>): ReportFigure => ({
    report: 'r',
    agency: 'a',
    year: 2018,
    form: 'pre2019_table',
    scope: 'own',
    position: 1,
    indicator: 'review_total',
    applicant: null,
    cell: null,
    column: null,
    printed: '',
    value: null,
    state: 'value',
    evidence: 'A',
    qualifier: null,
    where: { page: null, paragraph: null, table: null, row: null, column: null, start: null, end: null },
    ...more,
  })
  const claim = (value: number, more: Partial<ReportFigure> = {}): ReportFigure => figure({ value, evidence: 'B', position: 2, ...more })

  it.each([
    ['the same number', figure({ value: 3, cell: '4' }), claim(3), 'same'],
    ['another number', figure({ value: 3, cell: '4' }), claim(4), 'differs'],
    ['a blank cell, which is not a zero', figure({ cell: '4', state: 'blank' }), claim(0, { evidence: 'D', state: 'zero' }), 'only'],
    ['“300 or more” beside 318', figure({ value: 318, cell: '4' }), claim(300, { evidence: 'C', qualifier: '≥' }), 'same'],
    ['“300 or more” beside 287', figure({ value: 287, cell: '4' }), claim(300, { evidence: 'C', qualifier: '≥' }), 'differs'],
  ])('%s', (_, cell, told, relation) => {
    expect(relateProse([cell, told], { form: 'pre2019_table', year: 2018 }, ourCatalogue).map((one) => one.relation)).toEqual([relation])
  })

  it('compares with the sum of cells where the form prints no total of its own', () => {
    const cells = [
      figure({ indicator: 'litigation_direct_total', value: 26, cell: '4.2.5' }),
      figure({ indicator: 'litigation_after_review_total', value: 20, cell: '4.3.5' }),
    ]
    const told = claim(46, { indicator: 'litigation_total' })
    expect(relateProse([...cells, told], { form: 'y2021', year: 2024 }, ourCatalogue)).toMatchObject([
      { table: { value: 46 }, relation: 'same' },
    ])
  })

  it('says why the tables have nothing', () => {
    const told = claim(5, { indicator: 'staff_total' })
    expect(relateProse([told], { form: 'y2021', year: 2024 }, ourCatalogue)).toMatchObject([
      { table: { value: null, state: 'not_in_form' }, relation: 'only' },
    ])
    expect(relateProse([told], { form: 'narrative', year: 2017 }, ourCatalogue)).toMatchObject([
      { table: { value: null, state: 'not_reported' }, relation: 'only' },
    ])
  })
})
