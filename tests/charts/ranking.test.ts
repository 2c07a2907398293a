import { describe, expect, it } from 'vitest'
import { holdAgainst } from '../../src/charts/benchmark.ts'
import { countNOfN, printNOfN } from '../../src/charts/nOfN.ts'
import { pickYear, quartilesOf, rankValues } from '../../src/charts/ranking.ts'
import { heightOfRankedBars, rankedBarsChart } from '../../src/charts/rankedBarsChart.ts'
import { describeRanking, pointsOfRanking, tableOfRanking } from '../../src/charts/rankedBarsTable.ts'
import { titleOfRanking } from '../../src/charts/rankingTitle.ts'
import { plainRanking, sectionsOf } from '../../src/charts/rankingView.ts'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { wordsIn } from '../../src/text/words.ts'
import { compared, contextOf, testAgencies } from './comparedRows.ts'
import { drawSvg } from './drawSvg.ts'

const requests = indicatorById(ourCatalogue, 'requests_new')
const granted = indicatorById(ourCatalogue, 'outcome_granted')
const rate = indicatorById(ourCatalogue, 'disclosure_rate')

describe('a ranking', () => {
  it('orders numbers, zeros too, and never gives a place to what has none', () => {
    const rows = [
      compared('a', 2020, 0),
      compared('b', 2020, null),
      compared('c', 2020, 12),
      compared('d', 2020, null, { state: 'not_loaded' }),
    ]
    const ranking = rankValues(rows, requests)
    expect(ranking.groups.flatMap((group) => group.rows.map((row) => row.agency))).toEqual(['c', 'a'])
    expect(ranking.missing.map((row) => [row.agency, row.state])).toEqual([
      ['b', 'blank'],
      ['d', 'not_loaded'],
    ])
  })

  it('keeps apart what stands on forms that count differently', () => {
    const rows = [compared('a', 2018, 50), compared('b', 2019, 7), compared('c', 2022, 9)]
    expect(rankValues(rows, granted).groups.map((group) => [group.forms, group.rows.map((row) => row.agency)])).toEqual([
      [
        ['y2019', 'y2021'],
        ['c', 'b'],
      ],
      [['pre2019_table'], ['a']],
    ])
    expect(rankValues(rows, requests).groups).toHaveLength(1)
  })

  it('counts a body in the one group that it stands in, one without a figure in the first', () => {
    const rows = [
      compared('a', 2022, 5),
      compared('b', 2022, 7),
      compared('c', 2022, 90, { scope: 'aggregate' }),
      compared('d', 2022, null, { state: 'not_loaded' }),
    ]
    const ranking = rankValues(rows, requests)
    const context = contextOf('requests_new', { agencies: testAgencies.slice(0, 4) })
    const view = { ...plainRanking, by: 'level' as const, all: testAgencies }
    const counts = ranking.groups.flatMap((group) => sectionsOf(group, ranking, view, context).map((one) => [one.rows.length, one.of]))
    expect(counts).toEqual([
      [2, 3],
      [1, 1],
    ])
  })

  it('says “2 of 3” instead of a rate over three, and does not rank it', () => {
    const rows = [compared('a', 2022, 2 / 3, { n: 3 }), compared('b', 2022, 0.25, { n: 40 })]
    const ranking = rankValues(rows, rate)
    expect(ranking.groups.flatMap((group) => group.rows.map((row) => row.agency))).toEqual(['b'])
    expect(ranking.tooSmall.map((row) => row.agency)).toEqual(['a'])
    expect(tableOfRanking(ranking, '', contextOf('disclosure_rate')).rows.map((row) => row.cells[2])).toEqual(['25.0%', '3 件中 2 件'])
  })

  it('takes each body’s latest report that asks for the indicator, and keeps its blank', () => {
    const rows = [
      compared('a', 2017, 4),
      compared('a', 2018, null, { state: 'blank' }),
      compared('a', 2020, null, { state: 'not_in_form' }),
      compared('b', 2017, 6),
      compared('b', 2018, null, { state: 'not_loaded' }),
      compared('c', 2017, null, { state: 'not_loaded' }),
      compared('c', 2018, null, { state: 'not_loaded' }),
    ]
    expect(pickYear(rows, 'latest').map((row) => [row.agency, row.year, row.state])).toEqual([
      ['a', 2018, 'blank'],
      ['b', 2017, 'value'],
      ['c', 2018, 'not_loaded'],
    ])
    expect(pickYear(rows, 2017).map((row) => row.value)).toEqual([4, 6, null])
  })

  it('interpolates the median and the middle half, and has none for a single value', () => {
    expect(quartilesOf([1, 2, 3, 10])).toEqual({ lower: 1.75, median: 2.5, upper: 4.75 })
    expect(quartilesOf([7])).toBeNull()
  })
})

describe('n of N', () => {
  it('counts every place and gives the reasons in a fixed order, those that are no gap last', () => {
    const rows = [
      compared('a', 2020, 1),
      compared('b', 2020, null, { state: 'not_in_form' }),
      compared('c', 2020, null, { state: 'not_loaded' }),
      compared('d', 2020, null, { state: 'blank' }),
      compared('e', 2020, null, { state: 'blank' }),
    ]
    expect(printNOfN(countNOfN(rows), ourCatalogue, 'zh', wordsIn('zh'))).toBe('1/5 有数值，空白 2，未收录 1，本表无此项 1')
  })

  it('does not count a blank as a value', () => {
    expect(
      countNOfN([
        { value: null, state: 'blank' },
        { value: 0, state: 'zero' },
      ]),
    ).toMatchObject({ have: 1, of: 2 })
  })
})

describe('ranked bars', () => {
  const rows = [
    ...testAgencies.slice(0, 5).map((agency, i) => compared(agency.id, 2022, [40, 0, 310, 12, 5][i] ?? null)),
    compared('f', 2022, null, { state: 'blank' }),
    compared('g', 2022, null, { state: 'not_loaded' }),
  ]
  const context = contextOf('requests_new', { agencies: testAgencies, years: [2022, 2022], focus: ['a', 'c'] })
  const ranking = rankValues(rows, requests)

  it('start at zero, and a body without a figure has no bar', () => {
    const option = rankedBarsChart(ranking, context) as unknown as {
      xAxis: { min: number }[]
      series: { id: string; data: ({ value: number | null } | null)[] }[]
    }
    expect(option.xAxis[0]?.min).toBe(0)
    expect(option.series.find((series) => series.id === 'bars')?.data.map((bar) => bar?.value ?? null)).toEqual([
      310,
      40,
      12,
      5,
      0,
      null,
      null,
    ])
  })

  it('are stops of the keyboard in the order of the list, with the reason where there is no figure', () => {
    expect(
      pointsOfRanking(ranking, context)
        .flat()
        .map((point) => point.text),
    ).toEqual([
      '丙局，2022 年，310 件',
      '甲局，2022 年，40 件',
      '丁局，2022 年，12 件',
      '戊局，2022 年，5 件',
      '乙局，2022 年，0 件',
      '己局，2022 年，空白',
      '庚局，2022 年，未收录',
    ])
  })

  it('are told in words whose numbers stand in the table', () => {
    const text = describeRanking(ranking, context)
    const cells = tableOfRanking(ranking, '', context).rows.flatMap((row) => row.cells)
    for (const value of ['310', '0']) {
      expect(text).toContain(value)
      expect(cells).toContain(value)
    }
    expect(text).toContain('7处中5处有数值')
    expect(text.length).toBeLessThanOrEqual(300)
  })

  it('look as they did when someone last looked at them', async () => {
    const view = { ...plainRanking, held: holdAgainst('median', ranking, rows, context) }
    await expect(drawSvg(rankedBarsChart(ranking, context, view), 640, heightOfRankedBars(ranking, context, view))).toMatchFileSnapshot(
      'rankedBars.svg',
    )
  })

  it('leave out the middle of a long list, and say how many', () => {
    const many = Array.from({ length: 60 }, (_, i) => compared(`x${i}`, 2022, 60 - i))
    const long = rankValues(many, requests)
    const points = pointsOfRanking(long, { ...context, focus: ['x20'] }).flat()
    expect(points.length).toBeLessThan(40)
    expect(points.map((point) => point.agency)).toContain('x20')
    expect(tableOfRanking(long, '', context).rows).toHaveLength(60)
  })

  it('names the highest of two groups, or how many share that place', () => {
    const whole = [compared('c', 2022, 60, { scope: 'aggregate' }), compared('d', 2022, 40, { scope: 'aggregate' })]
    const titleOf = (own: readonly ReturnType<typeof compared>[]): string =>
      titleOfRanking(rankValues([...own, ...whole], requests), 2022, context)
    expect(titleOf([compared('a', 2022, 9), compared('b', 2022, 3)])).toMatch(/^2022 年最高：甲局 9 件；全政府汇总：丙局 60 件$/)
    expect(titleOf([compared('a', 2022, 9), compared('b', 2022, 9), compared('e', 2022, 3)])).toContain('2 个同为 9 件')
  })

  it('leave out more of it beside another figure', () => {
    const many = Array.from({ length: 30 }, (_, i) => compared(`x${i}`, 2022, 60 - i))
    const long = rankValues(many, requests)
    const beside = { ...plainRanking, isShort: true }
    expect(pointsOfRanking(long, context).flat()).toHaveLength(30)
    expect(pointsOfRanking(long, { ...context, focus: ['x20'] }, beside).flat()).toHaveLength(8 + 3 + 1 + 3)
    expect(tableOfRanking(long, '', context, beside).rows).toHaveLength(30)
  })
})
