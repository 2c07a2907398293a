import { describe, expect, it } from 'vitest'
import { partsOfSparkline } from '../../src/charts/sparkline.ts'
import { listSpine, scaleOf, standingOf } from '../../src/charts/spine.ts'
import {
  describeSpine,
  heightOfSpine,
  pointsOfSpine,
  spineChart,
  tableOfSpine,
  titleOfSpine,
  type SpineContext,
} from '../../src/charts/spineChart.ts'
import { runsOf } from '../../src/charts/trendChart.ts'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { ComparedValue } from '../../src/questions/comparedValue.ts'
import { compared, contextOf, testAgencies } from './comparedRows.ts'
import { drawSvg } from './drawSvg.ts'

const indicatorsOf = (...ids: readonly string[]) => ids.map((id) => indicatorById(ourCatalogue, id))
const [own, ...others] = testAgencies
const peers = others.map(({ id }) => id)

function spineOf(rows: readonly ComparedValue[], ids: readonly string[] = ['requests_new'], year = 2022) {
  return listSpine(rows, { indicators: indicatorsOf(...ids), agency: 'a', peers, year })
}

function contextWith(more: Partial<SpineContext> = {}): SpineContext {
  const { catalogue, lang, words, palette } = contextOf('requests_new')
  if (!own) throw new Error('no body')
  return { catalogue, lang, words, palette, width: 720, years: [2019, 2022], agency: own, year: 2022, mergers: [], ...more }
}

const cellsOf = (rows: readonly ComparedValue[], ids?: readonly string[]) => tableOfSpine(spineOf(rows, ids), 'T', contextWith()).rows
const values = [3, 0, 41, 12, 7, 5]
const among = (year = 2022, more: Partial<ComparedValue> = {}): ComparedValue[] =>
  peers.map((id, i) => compared(id, year, values[i] ?? null, more))

describe('an agency among its peers', () => {
  it('is set against lowest, quartiles and highest as another way of computing gives them', () => {
    // Nearest ranks with interpolation, written out for six values: positions 1.25, 2.5 and 3.75 of the sorted list.
    const sorted = [...values].sort((x, y) => x - y)
    const [v0 = NaN, v1 = NaN, v2 = NaN, v3 = NaN, v4 = NaN, v5 = NaN] = sorted
    const expected = [v0, v1 * 0.75 + v2 * 0.25, (v2 + v3) / 2, v3 * 0.25 + v4 * 0.75, v5]
    const [row] = cellsOf([compared('a', 2022, 9), ...among()])
    expect(row?.cells.slice(3, 8)).toEqual(expected.map((value) => new Intl.NumberFormat('zh-CN').format(value)))
    expect(row?.cells.slice(1, 3)).toEqual(['9', '有数'])
    expect(row?.cells.slice(8, 10)).toEqual(['1', '6/6'])
  })

  it('keeps a blank as a blank: no mark, no place among the peers, its texture and its name', () => {
    const rows = [compared('a', 2022, null), compared('b', 2022, null), ...among().slice(1)]
    const [row] = spineOf(rows)
    expect(row?.own).toMatchObject({ value: null, state: 'blank' })
    expect(row?.compared.map((one) => one.agency)).not.toContain('b')
    expect(row && standingOf(row)).toBeNull()
    expect(cellsOf(rows)[0]?.cells[1]).toBe('空白')
    const svg = drawSvg(spineChart(spineOf(rows), contextWith()), 720, 80)
    expect(svg).not.toContain('<circle')
    expect(svg).toContain('空白')
  })

  it('says how many of how many peers have a value, and why the others have none', () => {
    const rows = [
      compared('a', 2022, 9),
      ...among().slice(2),
      compared('b', 2022, null),
      compared('c', 2022, null, { state: 'not_loaded' }),
    ]
    const cells = cellsOf(rows)[0]?.cells
    expect(cells?.slice(9, 11)).toEqual(['4/6', '空白 1，未收录 1'])
    expect(pointsOfSpine(spineOf(rows), contextWith())[0]?.[0]?.text).toContain('4/6')
  })

  it('is compared on the same form and scope only, and says how many are not', () => {
    const rows = [
      compared('a', 2022, 9),
      compared('b', 2022, 500, { scope: 'aggregate' }),
      compared('c', 2022, 400, { form: 'y2019' }),
      ...among().slice(2),
    ]
    const [row] = spineOf(rows)
    expect(row?.compared.map((one) => one.value)).toEqual([5, 7, 12, 41])
    expect(cellsOf(rows)[0]?.cells.slice(9, 12)).toEqual(['4/6', '–', '表式不同 1，统计范围不同 1'])
  })

  it('shows a rate over few cases as “2 of 3”, without a mark, and leaves such rates out of the spread', () => {
    const rate = (id: string, value: number, n: number) => compared(id, 2022, value, { indicator: 'disclosure_rate', n })
    const rows = [rate('a', 2 / 3, 3), rate('b', 0, 2), ...peers.slice(1).map((id) => rate(id, 0.5, 40))]
    const [row] = spineOf(rows, ['disclosure_rate'])
    expect(row?.compared).toHaveLength(5)
    expect(row && standingOf(row)).toBeNull()
    expect(row && scaleOf(row).most).toBe(0.5)
    expect(cellsOf(rows, ['disclosure_rate'])[0]?.cells[1]).toBe('3 件中 2 件')
    expect(cellsOf(rows, ['disclosure_rate'])[0]?.cells[11]).toBe('基数太小 1')
    expect(drawSvg(spineChart(spineOf(rows, ['disclosure_rate']), contextWith()), 720, 80)).not.toContain('<circle')
  })

  it('says of zeros that others have them too', () => {
    const rows = [compared('a', 2022, 0), ...peers.map((id, i) => compared(id, 2022, i === 0 ? 4 : 0))]
    expect(pointsOfSpine(spineOf(rows), contextWith())[0]?.[0]?.text).toContain('同类 6 个中 5 个也是 0')
    expect(titleOfSpine(spineOf(rows), contextWith())).toBe('2022 年，有数值的 1 项指标都是零')
  })

  it('sets a figure of the prose beside the spread, hollow, and never into it', () => {
    const prose = compared('a', 2022, 30, { evidence: 'B' })
    const rows = [compared('a', 2022, null, { state: 'not_reported' }), prose, ...among(), compared('b', 2022, 99, { evidence: 'B' })]
    const [row] = spineOf(rows)
    expect(row?.prose).toBe(prose)
    expect(row?.compared.map((one) => one.value)).toEqual([0, 3, 5, 7, 12, 41])
    expect(row && standingOf(row)).toBeNull()
    expect(cellsOf(rows)[0]?.cells.slice(1, 3)).toEqual(['30 B', 'B 正文数字'])
  })

  it('leaves out what the form of the year has no row for', () => {
    const rows = [compared('a', 2022, null, { state: 'not_in_form' }), ...among()]
    expect(spineOf(rows)).toEqual([])
    expect(describeSpine([], contextWith())).toContain('没有可列的指标')
  })

  it('draws fewer than five peers one by one: a box would feign a spread', () => {
    const boxes = (count: number): number => {
      const rows = [compared('a', 2022, 9), ...among().slice(0, count)]
      return drawSvg(spineChart(spineOf(rows), contextWith()), 720, 80).split('fill="#EEEEEA"').length - 1
    }
    expect([4, 5].map(boxes)).toEqual([0, 1])
  })
})

describe('a small line over years', () => {
  const yearsOf = (rows: readonly ComparedValue[], id: string, mergers: readonly number[] = []) => {
    const indicator = indicatorById(ourCatalogue, id)
    const parts = partsOfSparkline(rows, indicator, mergers)
    return { runs: parts.runs.map((run) => run.map((row) => row.year)), cuts: parts.cuts, gaps: parts.gaps.map((row) => row.year) }
  }

  it('is not joined over a break between forms, and is cut there', () => {
    const rows = [2017, 2018, 2019, 2020].map((year) => compared('a', year, year - 2010))
    expect(yearsOf(rows, 'outcome_granted')).toEqual({
      runs: [
        [2017, 2018],
        [2019, 2020],
      ],
      cuts: [2019],
      gaps: [],
    })
    expect(yearsOf(rows, 'requests_new').runs).toEqual([[2017, 2018, 2019, 2020]])
  })

  it('leaves a missing year out and marks it; a blank is no zero', () => {
    const rows = [compared('a', 2019, 4), compared('a', 2020, null), compared('a', 2021, 6), compared('a', 2022, 7)]
    expect(yearsOf(rows, 'requests_new')).toEqual({ runs: [[2019], [2021, 2022]], cuts: [], gaps: [2020] })
  })

  it('stops at a merger: before and after, the figures count different bodies', () => {
    const rows = [2019, 2020, 2021, 2022].map((year) => compared('a', year, year - 2010))
    expect(yearsOf(rows, 'requests_new', [2021])).toEqual({
      runs: [
        [2019, 2020],
        [2021, 2022],
      ],
      cuts: [2021],
      gaps: [],
    })
    expect(yearsOf(rows, 'requests_new', [2019, 2025]).cuts).toEqual([])
    const trend = runsOf(rows, { indicator: indicatorById(ourCatalogue, 'requests_new'), mergers: new Map([['a', [2021]]]) })
    expect(trend.map((run) => run.map((row) => row.year))).toEqual([
      [2019, 2020],
      [2021, 2022],
    ])
  })

  it('keeps prose and rates over few cases out of the line', () => {
    const rows = [compared('a', 2021, 0.4, { n: 4 }), compared('a', 2022, 0.5, { n: 40 }), compared('a', 2020, 0.3, { evidence: 'B' })]
    const parts = partsOfSparkline(rows, indicatorById(ourCatalogue, 'disclosure_rate'), [])
    expect(parts.runs.map((run) => run.map((row) => row.year))).toEqual([[2022]])
    expect(parts.prose.map((row) => row.year)).toEqual([2020])
  })
})

describe('in words', () => {
  const rows = [
    ...[2019, 2020, 2021, 2022].map((year, i) => compared('a', year, [5, 8, 11, 9][i] ?? null)),
    ...among(),
    compared('a', 2022, 2, { indicator: 'review_total' }),
    ...peers.map((id) => compared(id, 2022, 4, { indicator: 'review_total' })),
  ]
  const spine = spineOf(rows, ['requests_new', 'review_total'])

  it('counts what is higher and lower than the median of the peers', () => {
    expect(titleOfSpine(spine, contextWith())).toBe('2022 年，2 项指标可与同类机关的中位数比：高于 1 项，低于 1 项')
  })

  it('says in at most 300 characters only numbers that stand in the table', () => {
    for (const lang of ['zh', 'en'] as const) {
      const context = contextWith({ lang, words: contextOf('requests_new').words })
      const text = describeSpine(spine, context)
      expect(text.length).toBeLessThanOrEqual(300)
      const table = JSON.stringify(tableOfSpine(spine, 'T', context).rows)
      for (const number of text.replace('2022', '').match(/[\d.]+/g) ?? []) expect(table).toContain(number.replace(/\.$/, ''))
    }
  })

  it('keeps a line for each indicator in the table, with its years', () => {
    expect(cellsOf(rows, ['requests_new', 'review_total'])[0]?.cells.slice(12)).toEqual(['5', '8', '11', '9'])
  })
})

it('looks as it did when someone last looked at it', async () => {
  const rows = [
    ...[2019, 2020, 2021].map((year, i) => compared('a', year, [5, 8, 11][i] ?? null)),
    compared('a', 2022, 14),
    ...among(),
    compared('a', 2022, null, { indicator: 'review_total' }),
    ...peers.map((id) => compared(id, 2022, 4, { indicator: 'review_total' })),
    compared('a', 2022, 0, { indicator: 'litigation_total' }),
    ...peers.map((id) => compared(id, 2022, 0, { indicator: 'litigation_total' })),
  ]
  const spine = spineOf(rows, ['requests_new', 'review_total', 'litigation_total'])
  const context = contextWith()
  await expect(drawSvg(spineChart(spine, context), 720, heightOfSpine(spine, context))).toMatchFileSnapshot('spine.svg')
})
