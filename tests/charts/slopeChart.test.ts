import { describe, expect, it } from 'vitest'
import { heightOfSlope, describeSlope, pointsOfSlope, slopeChart, tableOfSlope, titleOfSlope } from '../../src/charts/slopeChart.ts'
import { slopePairsOf, slopeYears } from '../../src/charts/slopePairs.ts'
import type { ComparedValue } from '../../src/questions/comparedValue.ts'
import { compared, contextOf, testAgencies } from './comparedRows.ts'
import { drawSvg } from './drawSvg.ts'

const years = [2019, 2022] as const
const context = contextOf('requests_new', { agencies: testAgencies, years, focus: ['a', 'c'] })
const pairsOf = (rows: readonly ComparedValue[], of = context, span: readonly [number, number] = years) => slopePairsOf(rows, span, of)
const rows = [
  compared('a', 2019, 10),
  compared('a', 2022, 30),
  compared('b', 2019, 12),
  compared('b', 2022, 5),
  compared('c', 2019, 0),
  compared('c', 2022, 0),
  compared('d', 2019, 9),
  compared('d', 2022, null),
  compared('e', 2019, 40, { scope: 'aggregate' }),
  compared('e', 2022, 4),
  compared('f', 2019, null, { state: 'not_loaded' }),
  compared('f', 2022, null, { state: 'not_reported' }),
  compared('g', 2019, null, { state: 'not_loaded' }),
  compared('g', 2022, 7),
]

interface Drawn {
  readonly series: readonly { readonly id: string; readonly type: string; readonly data: readonly (readonly [number, number])[] }[]
}
const linesOf = (option: object) => (option as Drawn).series.filter(({ type }) => type === 'line')
const marksOf = (option: object) => (option as Drawn).series.filter(({ type }) => type === 'scatter')

describe('a slope', () => {
  it('joins the two years of a body that may be compared', () => {
    expect(linesOf(slopeChart(pairsOf(rows), years, context)).map(({ data }) => data)).toEqual([
      [
        [2019, 12],
        [2022, 5],
      ],
      [
        [2019, 10],
        [2022, 30],
      ],
      [
        [2019, 0],
        [2022, 0],
      ],
    ])
  })

  it('draws no line over a break or another scope: two marks, and the reason', () => {
    const granted = contextOf('outcome_granted', { agencies: testAgencies.slice(0, 2), years: [2018, 2022], focus: ['a'] })
    const broken = pairsOf([compared('a', 2018, 4), compared('a', 2022, 9)], granted, [2018, 2022])
    const option = slopeChart(broken, [2018, 2022], granted)
    expect(linesOf(option)).toEqual([])
    expect(marksOf(option).map(({ data }) => data)).toEqual([
      [
        [2018, 4],
        [2022, 9],
      ],
    ])
    expect(broken[0]?.cut?.why.zh.length).toBeGreaterThan(4)
    expect(titleOfSlope(broken, [2018, 2022], granted)).toBe('2018 年与 2022 年口径不同，不连线，也不比较升降')
    expect(drawSvg(option, 640, 300)).toContain('断点')
    expect(pairsOf(rows).find(({ agency }) => agency === 'e')?.kind).toBe('apart')
  })

  it('draws no line over a year from which a merged body is counted as well', () => {
    const merged = { ...context, mergers: new Map([['a', [2020]]]) }
    expect(pairsOf(rows, merged).find(({ agency }) => agency === 'a')?.kind).toBe('apart')
    expect(pairsOf(rows, { ...context, mergers: new Map([['a', [2019]]]) }).find(({ agency }) => agency === 'a')?.kind).toBe('pair')
  })

  it('keeps a blank as no mark, beside the year that has one', () => {
    const blank = pairsOf(rows).filter(({ agency }) => agency === 'd')
    expect(marksOf(slopeChart(blank, years, context)).map(({ data }) => data)).toEqual([[[2019, 9]]])
    expect(
      pointsOfSlope(blank, context)
        .flat()
        .map(({ text }) => text),
    ).toEqual(['丁局，2019 年，9 件', '丁局，2022 年，空白'])
  })

  it('writes a rate over few cases out and does not draw it', () => {
    const rates = contextOf('disclosure_rate', { agencies: testAgencies.slice(0, 2), years, focus: ['a'] })
    const small = pairsOf(
      [
        compared('a', 2019, 2 / 3, { n: 3 }),
        compared('a', 2022, 1, { n: 2 }),
        compared('b', 2019, 0.5, { n: 40 }),
        compared('b', 2022, 1, { n: 2 }),
      ],
      rates,
    )
    const option = slopeChart(small, years, rates)
    expect(linesOf(option)).toEqual([])
    expect(marksOf(option).map(({ data }) => data)).toEqual([[[2019, 0.5]]])
    expect(drawSvg(option, 640, heightOfSlope(small, rates))).toContain('甲局 3 件中 2 件 → 2 件中 2 件')
    expect(tableOfSlope(small, years, '', rates).rows.map(({ cells }) => cells.slice(0, 4))).toEqual([
      ['乙局', '50.0%', '2 件中 2 件', '只有一年'],
      ['甲局', '3 件中 2 件', '2 件中 2 件', '基数不足'],
    ])
  })

  it('says how many are higher, lower, the same, and how many may not be compared', () => {
    const bodies = pairsOf(rows)
    expect(titleOfSlope(bodies, years, context)).toBe('2019 年到 2022 年：1 个升高，1 个降低，1 个相同，4 个不能比较')
    const text = describeSlope(bodies, years, context)
    expect(text).toContain('14处中10处有数值')
    expect(text).toContain('1 个前后口径不同，2 个只有一年画得出，1 个两年都没有数值')
    expect(text.length).toBeLessThanOrEqual(300)
  })

  it('takes the first and last year of the span, or the year that was chosen', () => {
    expect(slopeYears([2014, 2022], null)).toEqual([2014, 2022])
    expect(slopeYears([2014, 2022], 'latest')).toEqual([2014, 2022])
    expect(slopeYears([2014, 2022], 2020)).toEqual([2014, 2020])
    expect(slopeYears([2014, 2022], 2014)).toEqual([2014, 2022])
  })
})

it('has a table that says of each body what an independent comparison finds', () => {
  const table = tableOfSlope(pairsOf(rows), years, '', context)
  const told: Record<string, string> = {}
  for (const { id, shortName } of testAgencies) {
    const [one, other] = years.map((year) => rows.find((row) => row.agency === id && row.year === year))
    if (!one || !other) continue
    if (one.value === null || other.value === null) told[shortName] = one.value === other.value ? '没有数值' : '只有一年'
    else if (one.scope !== other.scope) told[shortName] = '口径不同'
    else
      told[shortName] =
        other.value === one.value ? '相同' : `${other.value > one.value ? '高' : '低'} ${Math.abs(other.value - one.value)} 件`
  }
  expect(Object.fromEntries(table.rows.map(({ cells }) => [cells[0], cells[3]]))).toEqual(told)
  expect(table.rows.find(({ key }) => key === 'f')?.cells.slice(1, 3)).toEqual(['未收录', '未附表'])
})

it('looks as it did when someone last looked at it', async () => {
  const bodies = pairsOf(rows)
  await expect(drawSvg(slopeChart(bodies, years, context), 640, heightOfSlope(bodies, context))).toMatchFileSnapshot('slope.svg')
})
