import { describe, expect, it } from 'vitest'
import { titleOfTrend } from '../../src/charts/trendTitle.ts'
import { pointsOfTrend } from '../../src/charts/trendChart.ts'
import { compared, contextOf, testAgencies } from './comparedRows.ts'

const one = testAgencies.slice(0, 1)

describe('the sentence over the lines', () => {
  it('sets first and last year side by side only inside one comparable run', () => {
    const rows = [2017, 2018, 2019, 2020].map((year, i) => compared('a', year, [90, 80, 10, 12][i] ?? null))
    expect(titleOfTrend(rows, contextOf('requests_new', { agencies: one }))).toBe('甲局 2017 年为 90 件，2020 年为 12 件')
    expect(titleOfTrend(rows, contextOf('outcome_granted', { agencies: one }))).toBe('甲局 2019 年为 10 件，2020 年为 12 件')
  })

  it('gives no range over figures that may not be compared', () => {
    const rows = [compared('a', 2018, 90), compared('a', 2019, 10), compared('b', 2018, 4), compared('b', 2019, 6)]
    const agencies = testAgencies.slice(0, 2)
    expect(titleOfTrend(rows, contextOf('requests_new', { agencies }))).toBe('4 处数值从 4 件 到 90 件')
    expect(titleOfTrend(rows, contextOf('outcome_granted', { agencies }))).not.toContain('90')
    const scopes = [
      compared('a', 2019, 3),
      compared('a', 2020, 3),
      compared('b', 2019, 900, { scope: 'aggregate' }),
      compared('b', 2020, 900, { scope: 'aggregate' }),
    ]
    expect(titleOfTrend(scopes, contextOf('requests_new', { agencies }))).not.toContain('900')
  })

  it('never tells a rate over three cases as a rate, and shows its place in the strip instead', () => {
    const rows = [compared('a', 2021, 2 / 3, { n: 3 }), compared('a', 2022, 1, { n: 2 })]
    const context = contextOf('disclosure_rate', { agencies: one, focus: ['a'] })
    expect(titleOfTrend(rows, context)).not.toMatch(/%/)
    expect(
      pointsOfTrend(rows, context)
        .flat()
        .map((point) => [point.grid, point.text]),
    ).toEqual([
      [1, '甲局，2021 年，3 件中 2 件'],
      [1, '甲局，2022 年，2 件中 2 件'],
    ])
  })

  it('tells of many bodies what became of those in colour, each against itself, and never over a break', () => {
    const rows = testAgencies.flatMap(({ id }, i) => [
      compared(id, 2017, 50),
      compared(id, 2019, 5 + i),
      compared(id, 2022, i === 1 ? 1 : 20),
    ])
    const context = contextOf('outcome_granted', { agencies: testAgencies, focus: ['a', 'b'] })
    expect(titleOfTrend(rows, context)).toBe('2022 年，甲局高于 2019 年，乙局低于 2019 年')
    expect(titleOfTrend(rows, { ...context, focus: ['a', 'c'] })).toBe('甲局、丙局 2022 年都高于各自 2019 年')
    expect(titleOfTrend(rows, { ...context, focus: ['a'] })).toBe('甲局 2019 年为 5 件，2022 年为 20 件')
  })
})
