import { describe, expect, it } from 'vitest'
import {
  describeScatter,
  heightOfScatter,
  pointsOfScatter,
  printPairs,
  scatterChart,
  tableOfScatter,
  titleOfScatter,
  type ScatterContext,
} from '../../src/charts/scatterChart.ts'
import { scatterPairsOf, spearmanOf } from '../../src/charts/scatterPairs.ts'
import type { ComparedValue } from '../../src/questions/comparedValue.ts'
import { compared, contextOf, testAgencies } from './comparedRows.ts'
import { drawSvg } from './drawSvg.ts'

const contextFor = (first: string, second: string): ScatterContext => ({
  ...contextOf(first, { agencies: testAgencies, years: [2022, 2022], focus: ['a'] }),
  second: contextOf(second).indicator,
})
const counts = contextFor('requests_new', 'outcome_granted')
const pairsOf = (rows: readonly ComparedValue[], context: ScatterContext, at: number | 'latest' = 2022) =>
  scatterPairsOf(rows, at, [context.indicator, context.second], context.agencies)
/** Both figures of one report. */
const both = (agency: string, year: number, x: number | null, y: number | null, more: Partial<ComparedValue> = {}) => [
  compared(agency, year, x, { indicator: 'requests_new', ...more }),
  compared(agency, year, y, { indicator: 'outcome_granted', ...more }),
]

interface Drawn {
  readonly xAxis: readonly { readonly min: number }[]
  readonly yAxis: readonly { readonly min: number; readonly type: string }[]
  readonly series: readonly {
    readonly id: string
    readonly type: string
    readonly data: readonly {
      readonly value: readonly [number, number]
      readonly symbolSize: number
      readonly itemStyle: { readonly color: string }
    }[]
  }[]
}
const drawnOf = (option: object) => option as Drawn
const marksOf = (option: object) =>
  drawnOf(option)
    .series.filter(({ type }) => type === 'scatter')
    .flatMap(({ id, data }) => data.map(({ value }) => [id, ...value]))

describe('a scatter', () => {
  it('draws both figures of one report, axes from zero', () => {
    const rows = [...both('a', 2022, 10, 4), ...both('b', 2022, 0, 0), ...both('c', 2021, 99, 99)]
    const option = scatterChart(pairsOf(rows, counts), counts)
    expect(marksOf(option)).toEqual([
      ['rest', 0, 0],
      ['chosen', 10, 4],
    ])
    expect([drawnOf(option).xAxis[0]?.min, drawnOf(option).yAxis[0]?.min, drawnOf(option).yAxis[0]?.type]).toEqual([0, 0, 'value'])
  })

  it('takes the latest report that has both, never one figure of each of two reports', () => {
    const rows = [...both('a', 2021, 7, 3), ...both('a', 2022, 9, null), ...both('b', 2021, 5, null), ...both('b', 2022, null, 2)]
    const found = pairsOf(rows, counts, 'latest')
    expect(found.map(({ agency, year, kind }) => [agency, year, kind])).toEqual([
      ['a', 2021, 'drawn'],
      ['b', 2022, 'missing'],
    ])
    expect(marksOf(scatterChart(found, counts))).toEqual([['chosen', 7, 3]])
  })

  it('has no mark for a blank, and counts which side is missing and why', () => {
    const rows = [
      ...both('a', 2022, 10, null),
      ...both('b', 2022, null, 3, { report: 'b-2022' }),
      ...both('c', 2022, null, null, { state: 'not_loaded' }),
      ...both('d', 2022, 1, 1),
    ]
    const found = pairsOf(rows, counts)
    expect(marksOf(scatterChart(found, counts))).toEqual([['rest', 1, 1]])
    expect(printPairs(found, counts)).toBe('4 个机关中 1 个两项都有数值，缺新收申请 1，缺予以公开 1，两项都缺 1')
    expect(
      pointsOfScatter(found, counts)
        .flat()
        .map(({ text, grid }) => [grid, text]),
    ).toContainEqual([1, '甲局，2022 年，新收申请 10 件，予以公开 空白'])
  })

  it('keeps figures of another scope or of forms that count differently out of the plot', () => {
    const rows = [
      ...both('a', 2022, 1, 1),
      ...both('b', 2022, 2, 2),
      ...both('c', 2022, 900, 800, { scope: 'aggregate' }),
      ...both('d', 2018, 70, 60),
    ]
    const found = pairsOf(rows, counts, 'latest')
    expect(found.map(({ agency, kind }) => [agency, kind])).toEqual([
      ['a', 'drawn'],
      ['b', 'drawn'],
      ['c', 'apart'],
      ['d', 'apart'],
    ])
    expect(marksOf(scatterChart(found, counts)).map(([, x]) => x)).toEqual([2, 1])
  })

  it('draws a rate over few cases hollow and grey, sized by the smaller base, and tells no percentage', () => {
    const rates = contextFor('disclosure_rate', 'refusal_rate')
    const pair = (agency: string, x: number, y: number, n: number, m: number) => [
      compared(agency, 2022, x, { indicator: 'disclosure_rate', n }),
      compared(agency, 2022, y, { indicator: 'refusal_rate', n: m }),
    ]
    const found = pairsOf([...pair('a', 2 / 3, 0, 3, 3), ...pair('b', 0.5, 0.1, 400, 100), ...pair('c', 0.4, 0.2, 25, 90)], rates)
    expect(found.map(({ agency, kind, n }) => [agency, kind, n])).toEqual([
      ['a', 'small', 3],
      ['b', 'drawn', 100],
      ['c', 'drawn', 25],
    ])
    const option = scatterChart(found, rates)
    const small = drawnOf(option).series.find(({ id }) => id === 'small')
    expect(small?.data.map(({ itemStyle }) => itemStyle.color)).toEqual(['transparent'])
    const sizes =
      drawnOf(option)
        .series.find(({ id }) => id === 'rest')
        ?.data.map(({ symbolSize }) => symbolSize) ?? []
    expect(sizes[0]).toBeGreaterThan(sizes[1] ?? NaN)
    expect(tableOfScatter(found, '', rates).rows.find(({ key }) => key === 'a')?.cells).toContain('3 件中 2 件')
    expect(titleOfScatter(found, 2022, rates)).not.toContain('66')
  })

  it('says how many stand at one place', () => {
    const rows = ['a', 'b', 'c'].flatMap((id) => both(id, 2022, 0, 0))
    const found = pairsOf(rows, counts)
    expect(drawSvg(scatterChart(found, counts), 640, heightOfScatter(found, counts))).toContain('甲局 等 3 个')
    expect(pointsOfScatter(found, counts)[0]?.[0]?.text).toContain('同一位置 3 个机关')
    expect(titleOfScatter(found, 2022, counts)).toBe('2022 年，3 个机关两项都是零')
  })
})

describe('the order of both', () => {
  const many = Array.from({ length: 12 }, (_, i) => ({ id: `x${i}`, x: (i * 5) % 12, y: Math.floor(((i * 5) % 12) / 2) + (i % 3) }))
  const agencies = many.map(({ id }) => ({ ...(testAgencies[0] as (typeof testAgencies)[number]), id, name: id, shortName: id }))
  const context = { ...counts, agencies }

  it('is told from ten pairs on, as Spearman’s ρ', () => {
    const found = pairsOf(
      many.flatMap(({ id, x, y }) => both(id, 2022, x, y)),
      context,
    )
    // Pearson's r over mean ranks, worked out another way: from sums of products.
    const ranksOf = (values: readonly number[]) => {
      const sorted = [...values].sort((a, b) => a - b)
      return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1)
    }
    const [xs, ys] = [ranksOf(many.map(({ x }) => x)), ranksOf(many.map(({ y }) => y))]
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
    const n = many.length
    const top = n * sum(xs.map((x, i) => x * (ys[i] ?? NaN))) - sum(xs) * sum(ys)
    const bottom = Math.sqrt((n * sum(xs.map((x) => x * x)) - sum(xs) ** 2) * (n * sum(ys.map((y) => y * y)) - sum(ys) ** 2))
    expect(spearmanOf(found)?.rho).toBeCloseTo(top / bottom, 12)
    expect(spearmanOf(found)?.n).toBe(12)
    expect(spearmanOf(found.slice(0, 9))).toBeNull()
  })
})

it('has a table of every body, as an independent pairing finds them', () => {
  const rows = [...both('a', 2022, 10, 4), ...both('b', 2022, 6, null), ...both('c', 2022, 0, 0), ...both('e', 2022, null, null)]
  const found = pairsOf(rows, counts)
  const expected = ['a', 'c', 'b', 'e'].map((id) => {
    const print = (indicator: string): string => {
      const row = rows.find((candidate) => candidate.agency === id && candidate.indicator === indicator)
      return row?.value === null || row?.value === undefined ? '空白' : String(row.value)
    }
    return [print('requests_new'), print('outcome_granted')]
  })
  expect(tableOfScatter(found, '', counts).rows.map(({ cells }) => cells.slice(2, 4))).toEqual(expected)
  const text = describeScatter(found, counts)
  expect(text.length).toBeLessThanOrEqual(300)
  expect(text).toContain('4 个机关中 2 个两项都有数值')
  expect(titleOfScatter(found, 2022, counts)).toBe('2022 年，2 个机关中甲局两项都最高：新收申请 10 件，予以公开 4 件')
})

it('looks as it did when someone last looked at it', async () => {
  const rows = [
    ...both('a', 2022, 40, 22),
    ...both('b', 2022, 12, 9),
    ...both('c', 2022, 0, 0),
    ...both('d', 2022, 0, 0),
    ...both('e', 2022, 25, null),
    ...both('f', 2022, null, null, { state: 'not_loaded' }),
    ...both('g', 2022, 33, 4),
  ]
  const found = pairsOf(rows, counts)
  await expect(drawSvg(scatterChart(found, counts), 640, heightOfScatter(found, counts))).toMatchFileSnapshot('scatter.svg')
})
