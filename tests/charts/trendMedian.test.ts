import { describe, expect, it } from 'vitest'
import { mediansOf, noteOnMedians, rowsOfMedians } from '../../src/charts/trendMedian.ts'
import { tableOfTrend, trendChart } from '../../src/charts/trendChart.ts'
import { compared, contextOf, testAgencies } from './comparedRows.ts'

const ids = testAgencies.map(({ id }) => id)
const context = contextOf('requests_new', { agencies: testAgencies, focus: ['a'], years: [2020, 2023] })
/** Body i has i in every year. */
const whole = ids.flatMap((id, i) => [2020, 2021, 2022, 2023].map((year) => compared(id, year, i)))
const without = (id: string, year: number) =>
  whole.map((row) => (row.agency === id && row.year === year ? compared(id, year, null, { state: 'blank' }) : row))

describe('the median behind lines over years', () => {
  it('is that of the bodies with a number, with of how many', () => {
    const [run, ...more] = mediansOf(whole, context)
    expect(more).toEqual([])
    expect(run?.map(({ year, median, n }) => [year, median, n.have, n.of])).toEqual([2020, 2021, 2022, 2023].map((year) => [year, 3, 7, 7]))
    expect(rowsOfMedians([run ?? []], context)[0]?.cells.slice(0, 3)).toEqual(['中位数（7/7 个）', '2020', '3'])
  })

  it('counts no blank as zero, and joins no years of different bodies', () => {
    const runs = mediansOf(without('a', 2022), context)
    expect(runs.map((run) => run.map(({ year }) => year))).toEqual([[2020, 2021], [2022], [2023]])
    expect(runs[1]?.[0]?.median).toBe(3.5)
    expect(noteOnMedians(runs, whole, context)).toContain('6–7 个')
  })

  it('stops at a break of the forms', () => {
    const broken = contextOf('outcome_refused_total', { agencies: testAgencies, focus: ['a'], years: [2017, 2020] })
    const rows = ids.flatMap((id, i) =>
      [2017, 2018, 2019, 2020].map((year) => compared(id, year, i, { indicator: 'outcome_refused_total' })),
    )
    expect(mediansOf(rows, broken).map((run) => run.map(({ year }) => year))).toEqual([
      [2017, 2018],
      [2019, 2020],
    ])
  })

  it('is not drawn of fewer than five, nor where every body has its colour, nor over scopes', () => {
    const few = whole.map((row) => (ids.indexOf(row.agency) < 3 ? compared(row.agency, row.year, null) : row))
    expect(mediansOf(few, context)).toEqual([])
    expect(mediansOf(whole, { ...context, agencies: testAgencies.slice(0, 1) })).toEqual([])
    const scoped = whole.map((row) => (row.year > 2021 && row.agency !== 'a' ? { ...row, scope: 'aggregate' as const } : row))
    expect(mediansOf(scoped, context)).toEqual([])
  })

  it('stands in the drawing and in the table', () => {
    const runs = mediansOf(whole, context)
    const series = trendChart(whole, context, runs).series as readonly { readonly id?: string; readonly data?: unknown }[]
    expect(series.find(({ id }) => id === 'median-0')?.data).toEqual([2020, 2021, 2022, 2023].map((year) => [year, 3]))
    expect(tableOfTrend(whole, '', context, runs).rows.filter(({ key }) => key.startsWith('median-'))).toHaveLength(4)
  })
})
