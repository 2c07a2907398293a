import { describe, expect, it } from 'vitest'
import {
  describeFunnel,
  funnelChart,
  heightOfFunnel,
  makeFunnel,
  pointsOfFunnel,
  sizeOfGroup,
  tableOfFunnel,
} from '../../src/charts/funnelChart.ts'
import {
  describeIntervals,
  heightOfIntervals,
  intervalChart,
  pointsOfIntervals,
  tableOfIntervals,
  type RateContext,
} from '../../src/charts/intervalChart.ts'
import { listRates } from '../../src/charts/rates.ts'
import type { ComparedValue } from '../../src/questions/comparedValue.ts'
import { compared, testAgencies } from './comparedRows.ts'
import { drawSvg } from './drawSvg.ts'
import { ours, requestContextOf } from './requestRows.ts'

const rate = ours('disclosure_rate')
const context: RateContext = { ...requestContextOf({ width: 640 }), indicator: rate, withYear: false }
const rateOf = (agency: string, part: number, size: number, more: Partial<ComparedValue> = {}): ComparedValue =>
  compared(agency, 2022, part / size, { indicator: rate.id, n: size, ...more })
const none = (agency: string, state: ComparedValue['state']): ComparedValue =>
  compared(agency, 2022, null, { indicator: rate.id, state, n: state === 'undefined' ? 0 : null })

const rows = [
  rateOf('a', 18, 45),
  rateOf('b', 60, 80),
  rateOf('c', 2, 3),
  none('d', 'undefined'),
  none('e', 'blank'),
  none('f', 'not_loaded'),
  rateOf('g', 0, 25),
]
const list = listRates(rows, rate)
const cells = (agency: string): readonly string[] => tableOfIntervals(list, '', context).rows.find((row) => row.key === agency)?.cells ?? []

describe('rates of bodies', () => {
  it('are listed highest first with their intervals: the table equals part by size and the interval by hand', () => {
    expect(list.main?.rates.map(({ row, part, size }) => [row.agency, part, size])).toEqual([
      ['b', 60, 80],
      ['a', 18, 45],
      ['g', 0, 25],
    ])
    // 18 of 45: 0.2702 to 0.5455, as in the test of the interval.
    expect(cells('a').slice(2, 7)).toEqual(['40.0%', '18', '45', '27.0%', '54.5%'])
    expect(cells('g').slice(2, 6)).toEqual(['0.0%', '0', '25', '0.0%'])
  })

  it('say “2 of 3” instead of a rate over three, without dot, limits and rank', () => {
    expect(cells('c').slice(2, 7)).toEqual(['3 件中 2 件', '2', '3', '–', '–'])
    const option = intervalChart(list, context) as unknown as { series: { id: string; data: number[][] }[] }
    expect(option.series.find(({ id }) => id === 'rates')?.data.map(([value]) => value)).toEqual([0.75, 0.4, 0])
  })

  it('keep a blank as blank, and a base of zero as no rate at all', () => {
    expect(cells('e').slice(2, 5)).toEqual(['空白', '空白', '空白'])
    expect(cells('d')[4]).toBe('0')
    expect(
      pointsOfIntervals(list, context)
        .flat()
        .map(({ text }) => text),
    ).toEqual([
      '乙局，2022 年，75.0%，80 件中 60 件，95% 区间 64.5%–83.2%',
      '甲局，2022 年，40.0%，45 件中 18 件，95% 区间 27.0%–54.5%',
      '庚局，2022 年，0.0%，25 件中 0 件，95% 区间 0.0%–13.3%',
      '丙局，2022 年，3 件中 2 件',
      '戊局，2022 年，空白',
      '己局，2022 年，未收录',
    ])
  })

  it('count n of N in words, and every number of the words stands in the table', () => {
    const text = describeIntervals(list, context)
    expect(text).toContain('7处中4处有数值')
    expect(text).toContain('75.0%')
    expect(text.length).toBeLessThanOrEqual(300)
  })

  it('of forms that may not be compared, or of other scopes, are never ranked or added up together', () => {
    const refusals = ours('refusal_rate')
    const apart = listRates(
      [
        compared('a', 2018, 0.5, { indicator: refusals.id, n: 40 }),
        compared('b', 2022, 0.4, { indicator: refusals.id, n: 50 }),
        compared('c', 2022, 0.1, { indicator: refusals.id, n: 900, scope: 'aggregate' }),
      ],
      refusals,
    )
    expect(apart.groups.map(({ scope, forms, rates }) => [scope, forms, rates.length])).toEqual([
      ['own', ['y2021'], 1],
      ['own', ['pre2019_table'], 1],
      ['aggregate', ['y2021'], 1],
    ])
    expect(apart.groups.find(({ scope }) => scope === 'aggregate')?.pooled).toBeNull()
  })

  it('add up parts and sizes for the group, the small ones too, and never average rates', () => {
    expect(list.main?.pooled).toEqual({ value: (18 + 60 + 2 + 0) / (45 + 80 + 3 + 25), part: 80, size: 153 })
  })

  it('have no interval where the rate is no part of a whole', () => {
    const clearance = ours('clearance_rate')
    const old = listRates([compared('a', 2018, 1.2, { indicator: clearance.id, n: 30 })], clearance)
    expect(old.main?.rates[0]?.interval).toBeNull()
    expect(old.main?.pooled).toBeNull()
  })

  it('look as they did when someone last looked at them', async () => {
    await expect(drawSvg(intervalChart(list, context), 640, heightOfIntervals(list, context))).toMatchFileSnapshot('rateIntervals.svg')
  })
})

describe('a funnel', () => {
  /** Ten bodies around 40 of 100, one far above, one far above of three cases. */
  const many = [
    ...Array.from({ length: 9 }, (_, i) => rateOf(`x${i}`, 38 + i, 100)),
    rateOf('a', 170, 200),
    rateOf('b', 3, 3),
    none('c', 'blank'),
  ]
  const group = listRates(many, rate).main
  const funnel = makeFunnel(group, context)

  it('needs ten bodies with a base', () => {
    const few = listRates(many.slice(0, 9), rate).main
    expect(sizeOfGroup(few)).toBe(9)
    expect(makeFunnel(few, context)).toBeNull()
    expect(makeFunnel(null, context)).toBeNull()
  })

  it('holds rates against limits around the common rate: its table equals limits worked out another way', () => {
    const sum = many.reduce((all, { value, n }) => (value === null || n === null ? all : all + value * n), 0)
    const size = many.reduce((all, { n }) => (n === null ? all : all + n), 0)
    expect(funnel?.pooled).toBeCloseTo(sum / size, 10)
    for (const row of tableOfFunnel(funnel ?? { pooled: NaN, marks: [] }, '', context).rows) {
      const [, , base = '', part = '', , , place] = row.cells
      const distance = Math.abs(Number(part) / Number(base) - sum / size) / Math.sqrt(((sum / size) * (1 - sum / size)) / Number(base))
      const expected =
        Number(base) < 20 ? '不评估' : distance <= 1.959964 ? '95% 限内' : distance <= 3.090232 ? '95% 限外、99.8% 限内' : '99.8% 限外'
      expect(place, row.key).toBe(expected)
    }
  })

  it('never judges a body with too few cases, and leaves out who has no number', () => {
    expect(funnel?.marks.find(({ rate: { row } }) => row.agency === 'b')?.place).toBe('small')
    expect(funnel?.marks.some(({ rate: { row } }) => row.agency === 'c')).toBe(false)
    expect(funnel && pointsOfFunnel(funnel, context).flat().at(-1)?.text).toBe('乙局，3 件中 3 件，不评估')
  })

  it('names who is outside, in words and in the drawing', async () => {
    if (!funnel) throw new Error('no funnel')
    expect(describeFunnel(funnel, context)).toContain('99.8% 限外 甲局 85.0%')
    expect(describeFunnel(funnel, context).length).toBeLessThanOrEqual(300)
    const svg = drawSvg(funnelChart(funnel, { ...context, agencies: testAgencies }), 640, heightOfFunnel(context))
    expect(svg).toContain('甲局')
    await expect(svg).toMatchFileSnapshot('rateFunnel.svg')
  })
})
