import { describe, expect, it } from 'vitest'
import { printRow } from '../../src/charts/figureText.ts'
import { divideByBase } from '../../src/charts/perBase.ts'
import { rankValues } from '../../src/charts/ranking.ts'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { measurePerBase } from '../../src/indicators/perBase.ts'
import { wordsIn } from '../../src/text/words.ts'
import { compared } from './comparedRows.ts'

const items = indicatorById(ourCatalogue, 'disclosed_items_total')
const staff = indicatorById(ourCatalogue, 'staff_total')
const requests = indicatorById(ourCatalogue, 'requests_new')
const reviews = indicatorById(ourCatalogue, 'review_total')

function need<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('expected a value')
  return value
}
const perStaff = need(measurePerBase(items, staff))
const perHundred = need(measurePerBase(reviews, requests))
const told = (rows: ReturnType<typeof divideByBase>) => rows.map((row) => [row.agency, row.value, row.state, row.n])

describe('a figure per staff member', () => {
  it('divides figures of one report, whatever their order', () => {
    const counts = [compared('a', 2017, 120), compared('b', 2017, 0), compared('a', 2018, 90)]
    const bases = [compared('a', 2018, 2), compared('b', 2017, 3), compared('a', 2017, 4)]
    expect(told(divideByBase(counts, bases, perStaff))).toEqual([
      ['a', 30, 'value', 4],
      ['b', 0, 'zero', 3],
      ['a', 45, 'value', 2],
    ])
  })

  it('keeps what is missing missing, with its reason: a blank on either side, no report, no table', () => {
    const counts = [
      compared('a', 2017, null),
      compared('b', 2017, 8),
      compared('c', 2017, null, { state: 'not_loaded' }),
      compared('d', 2017, null, { state: 'not_reported', form: 'narrative' }),
    ]
    const bases = [
      compared('a', 2017, 3),
      compared('b', 2017, null),
      compared('c', 2017, null, { state: 'not_loaded' }),
      compared('d', 2017, null, { state: 'not_reported', form: 'narrative' }),
    ]
    expect(told(divideByBase(counts, bases, perStaff))).toEqual([
      ['a', null, 'blank', 3],
      ['b', null, 'blank', null],
      ['c', null, 'not_loaded', null],
      ['d', null, 'not_reported', null],
    ])
  })

  it('is not in a form that has only one of the two', () => {
    const measure = need(measurePerBase(requests, staff))
    expect(Object.keys(measure.from)).toEqual(['pre2019_table'])
    const rows = divideByBase([compared('a', 2020, 12)], [compared('a', 2020, null, { state: 'not_in_form' })], measure)
    expect(told(rows)).toEqual([['a', null, 'not_in_form', null]])
  })

  it('is undefined over zero', () => {
    expect(told(divideByBase([compared('a', 2017, 5)], [compared('a', 2017, 0)], perStaff))).toEqual([['a', null, 'undefined', 0]])
  })

  it('never takes the base of another report', () => {
    const rows = divideByBase([compared('a', 2017, 5)], [compared('a', 2017, 2, { report: 'other' })], perStaff)
    expect(told(rows)).toEqual([['a', null, 'undefined', null]])
    expect(told(divideByBase([compared('a', 2017, 5)], [compared('a', 2018, 2)], perStaff))[0]?.[1]).toBeNull()
  })

  it('leaves figures of the prose out', () => {
    expect(divideByBase([compared('a', 2017, 5, { evidence: 'B' })], [compared('a', 2017, 2)], perStaff)).toEqual([])
  })
})

describe('a figure per 100 requests', () => {
  it('is not told as a rate over fewer than 20, and is not ranked', () => {
    const rows = divideByBase(
      [compared('a', 2022, 1), compared('b', 2022, 3)],
      [compared('a', 2022, 19), compared('b', 2022, 60)],
      perHundred,
    )
    const ranking = rankValues(rows, perHundred)
    expect(ranking.groups.flatMap((group) => group.rows.map((row) => [row.agency, row.value]))).toEqual([['b', 5]])
    expect(ranking.tooSmall.map((row) => printRow(row, perHundred, ourCatalogue, 'zh', wordsIn('zh')))).toEqual(['基数 19，不计算比率'])
  })
})
