import { describe, expect, it } from 'vitest'
import type { Agency } from '../../src/agencies.ts'
import { countHeld, holdAgainst, listUnheld, nameBenchmark, printDifference, type BenchmarkKind } from '../../src/charts/benchmark.ts'
import { rankValues } from '../../src/charts/ranking.ts'
import { heightOfRankedBars, rankedBarsChart } from '../../src/charts/rankedBarsChart.ts'
import { pointsOfRanking, tableOfRanking } from '../../src/charts/rankedBarsTable.ts'
import { titleOfRanking } from '../../src/charts/rankingTitle.ts'
import { plainRanking, type RankingView } from '../../src/charts/rankingView.ts'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { ComparedValue } from '../../src/questions/comparedValue.ts'
import { compared, contextOf, testAgencies } from './comparedRows.ts'
import { drawSvg } from './drawSvg.ts'

const supervisors: Readonly<Record<string, string | null>> = { a: 'p', b: 'p', c: 'p', d: 'q', e: 'q', f: null, g: 'q' }
const agencies: readonly Agency[] = testAgencies.map((agency) => ({
  ...agency,
  supervisorId: supervisors[agency.id] ?? null,
  level: agency.id < 'c' ? 'prefecture' : 'county',
}))
const context = contextOf('requests_new', { agencies, years: [2021, 2022], focus: ['a'] })
const values: Readonly<Record<string, number | null>> = { a: 40, b: 0, c: 310, d: 12, e: 5, f: 7, g: null }
const before: Readonly<Record<string, number | null>> = { a: 30, b: 0, c: 400, d: null, e: 6 }
const rows: readonly ComparedValue[] = [
  ...Object.entries(values).map(([id, value]) => compared(id, 2022, value)),
  ...Object.entries(before).map(([id, value]) => compared(id, 2021, value)),
  compared('f', 2021, 9, { scope: 'aggregate' }),
]
const ranking = rankValues(
  rows.filter((row) => row.year === 2022),
  context.indicator,
)
const hold = (kind: BenchmarkKind, given = rows) => holdAgainst(kind, ranking, given, context)
const view = (kind: BenchmarkKind, more: Partial<RankingView> = {}): RankingView => ({
  ...plainRanking,
  all: agencies,
  held: hold(kind),
  ...more,
})
const heldCells = (kind: BenchmarkKind) =>
  tableOfRanking(ranking, '', context, view(kind)).rows.map((row) => [row.key, row.cells[3], row.cells[4]])

/** The middle of a few numbers, written down once more. */
const middleOf = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b)
  const half = sorted.length / 2
  return sorted.length % 2 === 1 ? (sorted[Math.floor(half)] ?? NaN) : ((sorted[half - 1] ?? NaN) + (sorted[half] ?? NaN)) / 2
}

describe('a ranking held against', () => {
  it('the median: one line, of how many, with the difference in words that do not judge', () => {
    const held = hold('median')
    expect(held?.line).toBe(middleOf([40, 0, 310, 12, 5, 7]))
    expect(held && nameBenchmark(held, context.indicator, 'zh')).toBe('竖线为 6 个机关的中位数 9.5 件')
    expect(heldCells('median').slice(0, 2)).toEqual([
      ['c', '9.5（6/7）', '高 300.5 件'],
      ['a', '9.5（6/7）', '高 30.5 件'],
    ])
  })

  it('the bodies under the same supervisor: their median with n of N, and a reason where there is none', () => {
    const siblings: Readonly<Record<string, string>> = {
      a: '40（3/3）',
      b: '40（3/3）',
      c: '40（3/3）',
      d: '8.5（2/3）',
      e: '8.5（2/3）',
      f: '没有记载上级',
    }
    for (const [id, held, difference] of heldCells('supervisor')) {
      if (id === 'g') expect([held, difference]).toEqual(['空白', '不能对照'])
      else expect(held).toBe(siblings[id ?? ''])
    }
  })

  it('the year before: only a number of the same scope on a form that counts alike, and never over a break', () => {
    expect(heldCells('before')).toEqual([
      ['c', '400', '低 90 件'],
      ['a', '30', '高 10 件'],
      ['d', '空白', '不能对照'],
      ['f', expect.stringContaining('统计范围不同'), '不能对照'],
      ['e', '6', '低 1 件'],
      ['b', '0', '相同'],
      ['g', '空白', '不能对照'],
    ])
    const merged = holdAgainst('before', ranking, rows, { ...context, mergers: new Map([['a', [2022]]]) })
    expect(merged?.byAgency.get('a')).toEqual({ value: null, reason: '当年起含并入的机关' })
    expect(merged?.byAgency.get('c')?.value).toBe(400)
    const granted = contextOf('outcome_granted', { agencies })
    const across = [compared('a', 2019, 8), compared('b', 2019, 9), compared('a', 2018, 6), compared('b', 2018, 7)]
    const order = rankValues(across.slice(0, 2), granted.indicator)
    const held = holdAgainst('before', order, across, granted)
    expect(held && listUnheld(held)).toEqual([{ reason: granted.indicator.into.y2019.why.zh, count: 2 }])
    expect(held && countHeld(order, held, granted.indicator).n).toBe(0)
  })

  it('the year before that is not in the data: said, not taken as 0', () => {
    const held = hold(
      'before',
      rows.filter((row) => row.year === 2022),
    )
    expect(held && listUnheld(held)).toEqual([{ reason: '这一年不在数据中', count: 6 }])
  })

  it('a rate of the year before over too few cases: not at all', () => {
    const rate = contextOf('disclosure_rate', { agencies })
    const rates = [
      compared('a', 2022, 0.5, { n: 40 }),
      compared('b', 2022, 0.7, { n: 30 }),
      compared('a', 2021, 1, { n: 2 }),
      compared('b', 2021, 0.668, { n: 50 }),
    ]
    const order = rankValues(rates.slice(0, 2), rate.indicator)
    const held = holdAgainst('before', order, rates, rate)
    expect(held?.byAgency.get('a')).toEqual({ value: null, reason: '上年基数小，不计算比率' })
    expect(printDifference(0.7, 0.668, rate.indicator, 'zh')).toBe('高 3.2 个百分点')
    // 62.6% is not called the same as 62.5%, however near they are.
    expect(printDifference(0.62578, 0.62539, rate.indicator, 'zh')).toBe('高 0.04 个百分点')
    expect(printDifference(0.1 + 0.2, 0.3, rate.indicator, 'en')).toBe('the same')
  })

  it('a value: how many are higher, lower and the same, of those that have one', () => {
    const held = hold(12)
    expect(held && countHeld(ranking, held, context.indicator)).toEqual({ n: 6, higher: 2, lower: 3, same: 1 })
    expect(titleOfRanking(ranking, 2022, context, held)).toBe('2022 年，6 个机关中 2 个高于 12 件，3 个低于 12 件，1 个相同')
  })

  it('nothing: no line, no column', () => {
    expect(hold('none')).toBeNull()
    expect(tableOfRanking(ranking, '', context, view('none')).columns.map((column) => column.name)).toEqual([
      '机关',
      '年份',
      '数值 (件)',
      '状态',
      '表式',
    ])
  })

  it('groups that may not be compared: each against its own middle, and no line through both', () => {
    const apart = rankValues(
      [compared('a', 2018, 50), compared('b', 2018, 10), compared('c', 2019, 7), compared('d', 2022, 9)],
      indicatorById(ourCatalogue, 'outcome_granted'),
    )
    const held = holdAgainst('median', apart, [], contextOf('outcome_granted', { agencies }))
    expect(held?.line).toBeNull()
    expect([...(held?.byAgency ?? [])].map(([id, one]) => [id, one.value])).toEqual([
      ['d', 8],
      ['c', 8],
      ['a', 30],
      ['b', 30],
    ])
  })
})

describe('bars with a benchmark', () => {
  it('have room for it on their axis, and a tick where each has its own', () => {
    const option = rankedBarsChart(ranking, context, view('before')) as unknown as { xAxis: { max: number }[]; series: { id: string }[] }
    expect(option.xAxis[0]?.max).toBeGreaterThanOrEqual(400)
    expect(option.series.map((series) => series.id)).toContain('held')
    expect((rankedBarsChart(ranking, context, view('median')) as unknown as typeof option).series.map((series) => series.id)).not.toContain(
      'held',
    )
  })

  it('say it at each stop of the keyboard', () => {
    const texts = pointsOfRanking(ranking, context, view('before'))
      .flat()
      .map((point) => point.text)
    expect(texts[0]).toBe('丙局，2022 年，310 件，比上年低 90 件')
    expect(texts.at(-1)).toBe('庚局，2022 年，空白')
  })

  it('look as they did when someone last looked at them', async () => {
    const drawn = view('supervisor', { by: 'level' })
    await expect(drawSvg(rankedBarsChart(ranking, context, drawn), 640, heightOfRankedBars(ranking, context, drawn))).toMatchFileSnapshot(
      'rankedBarsHeld.svg',
    )
  })
})

describe('a ranking laid out', () => {
  it('lowest first, or as bodies are listed; those without a number stay last', () => {
    const keys = (order: RankingView['order']) => tableOfRanking(ranking, '', context, view('none', { order })).rows.map((row) => row.key)
    expect(keys('value')).toEqual(['c', 'a', 'd', 'f', 'e', 'b', 'g'])
    expect(keys('lowest')).toEqual(['b', 'e', 'f', 'd', 'a', 'c', 'g'])
    expect(keys('list')).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'])
  })

  it('in groups of bodies: each with its middle and n of N, the name in the table', () => {
    const grouped = view('none', { by: 'level' })
    const option = rankedBarsChart(ranking, context, grouped) as unknown as { yAxis: { data: string[] }[] }
    expect(option.yAxis[0]?.data.filter((key) => key.startsWith('g-'))).toHaveLength(3)
    const svgWords = tableOfRanking(ranking, '', context, grouped).rows.map((row) => [row.key, row.cells[3]])
    expect(svgWords.slice(0, 3)).toEqual([
      ['a', '市级'],
      ['b', '市级'],
      ['c', '县级'],
    ])
  })

  it('of many bodies without a number shows the first ones and how many more; the table has them all', () => {
    const many = Array.from({ length: 30 }, (_, i) => compared(`x${i}`, 2022, i === 0 ? 3 : null))
    const long = rankValues(many, context.indicator)
    expect(pointsOfRanking(long, context, plainRanking).flat()).toHaveLength(9)
    expect(tableOfRanking(long, '', context, plainRanking).rows).toHaveLength(30)
  })
})
