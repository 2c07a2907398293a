import { describe, expect, it } from 'vitest'
import { countCells } from '../../src/charts/coverage.ts'
import { relateProse } from '../../src/charts/printedReport.ts'
import { groupAgencies } from '../../src/charts/agencyGroups.ts'
import { cellOfRug, columnsOfRug, layOutRug, rangeOf, sortRug, tableOfRug } from '../../src/charts/rug.ts'
import { wordsIn } from '../../src/text/words.ts'
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

describe('a rug of many bodies', () => {
  const requests = indicatorById(ourCatalogue, 'requests_new')
  const items = indicatorById(ourCatalogue, 'disclosed_items_total')
  const rows = [
    compared('a', 2020, 3),
    compared('b', 2020, null, { state: 'blank' }),
    compared('c', 2020, 0),
    compared('d', 2020, null, { state: 'not_loaded' }),
    compared('e', 2020, 12),
    ...['a', 'b', 'c', 'd', 'e'].map((id) =>
      compared(id, 2020, null, { indicator: 'disclosed_items_total', state: id === 'd' ? 'not_loaded' : 'not_in_form' }),
    ),
    compared('a', 2019, 99),
  ]
  const bodies = testAgencies.slice(0, 5)
  const sheet = layOutRug(rows, bodies, [requests, items], 2020)

  it('shows every body of the year, and names what no form of that year asks for instead of showing it', () => {
    expect(sheet.lines.map(({ agency, cells }) => [agency.id, cells.map(({ value, state }) => value ?? state)])).toEqual([
      ['a', [3]],
      ['b', ['blank']],
      ['c', [0]],
      ['d', ['not_loaded']],
      ['e', [12]],
    ])
    expect(sheet.notAsked).toEqual([items])
  })

  it('gives an order to numbers alone: blanks and missing ones stand after the zeros', () => {
    expect(sortRug(sheet.lines, requests).map(({ agency }) => agency.id)).toEqual(['e', 'a', 'c', 'b', 'd'])
  })

  it('gives no place to a rate over too few', () => {
    const rate = indicatorById(ourCatalogue, 'disclosure_rate')
    const rates = [
      compared('a', 2022, 0.2, { indicator: rate.id, n: 50 }),
      compared('b', 2022, 1, { indicator: rate.id, n: 2 }),
      compared('c', 2022, 0.4, { indicator: rate.id, n: 30 }),
    ]
    const small = layOutRug(rates, testAgencies.slice(0, 3), [rate], 2022)
    expect(sortRug(small.lines, rate).map(({ agency }) => agency.id)).toEqual(['c', 'a', 'b'])
  })

  it('has a table with a row for every cell', () => {
    const cells = sheet.lines.flatMap((line) => line.cells)
    const table = tableOfRug(cells, { catalogue: ourCatalogue, agencies: bodies, lang: 'zh', words: wordsIn('zh'), caption: '' })
    expect(table.rows.map((row) => [row.cells[0], row.cells[3]])).toEqual([
      ['甲局', '3 件'],
      ['乙局', '空白'],
      ['丙局', '0 件'],
      ['丁局', '未收录'],
      ['戊局', '12 件'],
    ])
  })

  it('puts every body under one heading, those of whom nobody knows it under their own', () => {
    const [first, second, third] = testAgencies
    if (!first || !second || !third) throw new Error('three bodies are needed')
    const some = [first, { ...second, supervisorId: 'a' }, { ...third, supervisorId: 'a' }]
    const about = { all: testAgencies, lang: 'zh' as const, unknown: '未注明' }
    expect(groupAgencies(some, 'supervisor', about).map(({ title, agencies }) => [title, agencies.map(({ id }) => id)])).toEqual([
      ['未注明', ['a']],
      ['甲局', ['b', 'c']],
    ])
    expect(groupAgencies(some, 'none', about).map(({ agencies }) => agencies.length)).toEqual([3])
    expect(groupAgencies(some, 'level', about).map(({ title }) => title)).toEqual(['县级'])
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
