import { describe, expect, it } from 'vitest'
import {
  describeMultiples,
  heightOfMultiples,
  mostPanels,
  multiplesChart,
  orderPanels,
  pointsOfMultiples,
  tableOfMultiples,
  titleOfMultiples,
  type MultiplesContext,
} from '../../src/charts/multiplesChart.ts'
import type { ComparedValue } from '../../src/questions/comparedValue.ts'
import { compared, contextOf, testAgencies } from './comparedRows.ts'
import { drawSvg } from './drawSvg.ts'

const contextFor = (indicator: string, more: Partial<MultiplesContext> = {}): MultiplesContext => ({
  ...contextOf(indicator, { years: [2017, 2022] }),
  ownAxes: false,
  order: 'value',
  ...more,
})

interface Line {
  readonly agency: string
  readonly evidence: string | null
  readonly marks: readonly (readonly [number, number])[]
}
interface Drawn {
  readonly series: readonly { readonly id: string; readonly data: readonly Line[] }[]
}
const linesOf = (rows: readonly ComparedValue[], context: MultiplesContext): readonly Line[] =>
  (multiplesChart(rows, context) as unknown as Drawn).series.find(({ id }) => id === 'lines')?.data ?? []
const yearsOf = (rows: readonly ComparedValue[], context: MultiplesContext) =>
  linesOf(rows, context).map(({ agency, marks }) => [agency, marks.map(([year]) => year)])
const yearly = (agency: string, values: readonly (number | null)[], more: Partial<ComparedValue> = {}) =>
  values.map((value, i) => compared(agency, 2017 + i, value, more))

describe('small multiples', () => {
  it('draw a line per body; a blank is a gap with a stop of its own below the line, never a zero', () => {
    const rows = [...yearly('a', [1, 2, null, 4, 5, 0]), ...yearly('b', [7, 7, 7, 7, 7, 7])]
    const context = contextFor('requests_new')
    expect(yearsOf(rows, context)).toEqual([
      ['b', [2017, 2018, 2019, 2020, 2021, 2022]],
      ['a', [2017, 2018]],
      ['a', [2020, 2021, 2022]],
    ])
    const [, ofA] = pointsOfMultiples(rows, context)
    const [zero, blank] = [ofA?.find(({ year }) => year === 2022), ofA?.find(({ year }) => year === 2019)]
    expect(blank?.text).toBe('甲局，2019 年，空白')
    expect(Number(blank?.y)).toBeGreaterThan(Number(zero?.y))
  })

  it('do not join what counts differently', () => {
    expect(yearsOf(yearly('a', [9, 9, 3, 3, 3, 3]), contextFor('outcome_granted'))).toEqual([
      ['a', [2017, 2018]],
      ['a', [2019, 2020, 2021, 2022]],
    ])
  })

  it('leave out a rate over few cases', () => {
    const rows = [compared('a', 2021, 2 / 3, { n: 3 }), compared('a', 2022, 0.4, { n: 45 })]
    expect(yearsOf(rows, contextFor('disclosure_rate'))).toEqual([['a', [2022]]])
    expect(tableOfMultiples(rows, '', contextFor('disclosure_rate')).rows[0]?.cells).toContain('3 件中 2 件')
  })

  it('keep figures of the prose out of the lines', () => {
    const rows = [...yearly('a', [1, 2, 3]), compared('a', 2018, 9, { evidence: 'B' })]
    expect(linesOf(rows, contextFor('requests_new')).map(({ evidence, marks }) => [evidence, marks.length])).toEqual([
      ['A', 3],
      ['B', 1],
    ])
  })

  it('stand in order of the last figure or of the list, whole governments apart', () => {
    const rows = [...yearly('a', [1, 900], { scope: 'aggregate' }), ...yearly('b', [5, 2]), ...yearly('c', [1, 8])]
    const idsOf = (order: 'value' | 'list') =>
      orderPanels(rows, contextFor('requests_new', { order })).map(({ scope, agencies }) => [scope, agencies.map(({ id }) => id)])
    expect(idsOf('value')).toEqual([
      ['own', ['c', 'b']],
      ['aggregate', ['a']],
    ])
    expect(idsOf('list')).toEqual([
      ['own', ['b', 'c']],
      ['aggregate', ['a']],
    ])
  })

  it('share an axis, or have each its own', () => {
    const rows = [...yearly('a', [100, 100]), ...yearly('b', [1, 1])]
    const heightsOf = (ownAxes: boolean) =>
      pointsOfMultiples(rows, contextFor('requests_new', { ownAxes })).map((panel) => Number(panel[0]?.y))
    const [sharedA, sharedB] = heightsOf(false)
    const [ownA, ownB] = heightsOf(true)
    expect(sharedA).toBeLessThan(sharedB ?? NaN)
    expect(ownA).toBe(ownB)
  })

  it('draw no more panels than fit, the chosen among them', () => {
    const agencies = Array.from({ length: mostPanels + 9 }, (_, i) => ({
      ...(testAgencies[0] as (typeof testAgencies)[number]),
      id: `x${i}`,
    }))
    const context = contextFor('requests_new', { agencies, focus: [`x${mostPanels + 8}`] })
    const shown = orderPanels(
      agencies.map(({ id }) => compared(id, 2022, 1)),
      context,
    ).flatMap((section) => section.agencies.map(({ id }) => id))
    expect(shown).toHaveLength(mostPanels)
    expect(shown).toContain(`x${mostPanels + 8}`)
  })
})

describe('their table and words', () => {
  const rows = [
    ...yearly('a', [1, 2, null, 4, 5, 6]),
    ...yearly('b', [9, 9, 9, 9, 9, 3]),
    ...[2017, 2018, 2019, 2020, 2021, 2022].map((year) => compared('c', year, null, { state: 'not_loaded' })),
  ]
  const context = contextFor('requests_new')

  it('hold every figure, as an independent walk over the rows finds it', () => {
    const expected: string[] = []
    for (const [id, name] of [
      ['a', '甲局'],
      ['b', '乙局'],
      ['c', '丙局'],
    ])
      for (let year = 2017; year <= 2022; year += 1) {
        const row = rows.find((candidate) => candidate.agency === id && candidate.year === year)
        expected.push(`${name} ${year} ${row?.value ?? (row?.state === 'blank' ? '空白' : '未收录')}`)
      }
    const told = tableOfMultiples(rows, '', context).rows.map(({ cells }) => cells.slice(0, 3).join(' '))
    expect([...told].sort()).toEqual(expected.sort())
  })

  it('say n of N with the reasons, and how many ended higher or lower', () => {
    const text = describeMultiples(rows, context)
    expect(text).toContain('18处中11处有数值')
    expect(text).toContain('缺7处：空白 1，未收录 6')
    expect(text.length).toBeLessThanOrEqual(300)
    expect(titleOfMultiples(rows, context)).toBe('2017 年与 2022 年相比：1 个升高，1 个降低，1 个不能比较')
    expect(titleOfMultiples(rows, contextFor('outcome_granted'))).toBe('2019 年与 2022 年相比：1 个降低，2 个不能比较')
  })
})

it('looks as it did when someone last looked at it', async () => {
  const rows = [
    ...yearly('a', [12, 20, 31, 45, null, 60]),
    ...yearly('b', [8, 8, 6, 7, 9, 9]),
    compared('b', 2019, 5, { evidence: 'B' }),
    ...yearly('c', [90, 95, 80, 99, 120, 130], { scope: 'aggregate' }),
  ]
  const context = contextFor('outcome_granted')
  await expect(drawSvg(multiplesChart(rows, context), 640, heightOfMultiples(rows, context))).toMatchFileSnapshot('multiples.svg')
})
