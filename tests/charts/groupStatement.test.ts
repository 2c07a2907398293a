import { describe, expect, it } from 'vitest'
import { stateFlat, stateAllFlat } from '../../src/charts/flatStatement.ts'
import { runsOfGroup, stateGroup, stateGroupYears } from '../../src/charts/groupStatement.ts'
import {
  describeGroupTrend,
  groupTrendChart,
  heightOfGroupTrend,
  pointsOfGroupTrend,
  tableOfGroupTrend,
  titleOfGroupTrend,
  type GroupContext,
} from '../../src/charts/groupTrendChart.ts'
import { keepSameBodies, saySameBodies } from '../../src/charts/likeForLike.ts'
import { seededRandom } from '../../src/demo/seededRandom.ts'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { findHolder, findMover, findTurner } from '../../src/indicators/dominance.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { ComparedValue } from '../../src/questions/comparedValue.ts'
import { groupWords } from '../../src/text/groupWords.ts'
import { compared, contextOf, testAgencies } from './comparedRows.ts'
import { drawSvg } from './drawSvg.ts'

const requests = indicatorById(ourCatalogue, 'requests_new')
const granted = indicatorById(ourCatalogue, 'outcome_granted')
const rate = indicatorById(ourCatalogue, 'disclosure_rate')

const groupContext = (indicator: string, more: Partial<GroupContext> = {}): GroupContext => ({
  ...contextOf(indicator, { agencies: testAgencies, years: [2017, 2022], ...more }),
  groupWords: groupWords.zh,
})

/** Random rows: numbers, zeros, blanks and reports that are not there. */
function makeRows(seed: number, years: readonly [number, number]): ComparedValue[] {
  const random = seededRandom(seed, 'group')
  return testAgencies.flatMap(({ id }) =>
    Array.from({ length: years[1] - years[0] + 1 }, (_, i) => {
      const year = years[0] + i
      const draw = random.below(10)
      if (draw === 0) return compared(id, year, null, { state: 'not_loaded' })
      if (draw === 1) return compared(id, year, null, { state: 'blank' })
      return compared(id, year, draw < 5 ? 0 : random.below(60))
    }),
  )
}

describe('a group’s figure', () => {
  it('adds up what is there, says of how many, and names the missing with their reasons', () => {
    const rows = [
      compared('a', 2022, 40),
      compared('b', 2022, 0),
      compared('c', 2022, null, { state: 'blank' }),
      compared('d', 2022, null, { state: 'not_loaded' }),
    ]
    const group = stateGroup(rows, requests)
    expect([group.sum, group.median, group.n.have, group.n.of]).toEqual([40, 20, 2, 4])
    expect(group.missing.map(({ agency, state }) => [agency, state])).toEqual([
      ['c', 'blank'],
      ['d', 'not_loaded'],
    ])
  })

  it('has no sum where nothing was reported: a blank is no zero', () => {
    const group = stateGroup([compared('a', 2022, null), compared('b', 2022, null)], requests)
    expect([group.sum, group.median, group.n.have, group.n.of]).toEqual([null, null, 0, 2])
  })

  it('never adds figures of a whole government to those of its bodies, nor forms that count otherwise', () => {
    const rows = [compared('a', 2022, 4), compared('b', 2022, 5), compared('c', 2022, 900, { scope: 'aggregate' })]
    expect([stateGroup(rows, requests).sum, stateGroup(rows, requests).apart.map(({ agency }) => agency)]).toEqual([9, ['c']])
    const late = [compared('a', 2019, 4), compared('b', 2019, 5), compared('c', 2019, 7, { form: 'pre2019_table' })]
    expect([stateGroup(late, granted).sum, stateGroup(late, granted).apart.map(({ agency }) => agency)]).toEqual([9, ['c']])
    expect(stateGroup(late, requests).sum).toBe(16)
  })

  it('adds no rates, and takes none over too few cases into the median', () => {
    const rows = [compared('a', 2022, 0.5, { n: 40 }), compared('b', 2022, 0.7, { n: 60 }), compared('c', 2022, 1, { n: 3 })]
    const group = stateGroup(rows, rate)
    expect([group.sum, group.median, group.counted.length]).toEqual([null, 0.6, 2])
    expect(group.apart.map(({ agency }) => agency)).toEqual(['c'])
  })

  it.each([1, 2, 3, 4, 5])('agrees with adding up one by one (seed %i)', (seed) => {
    const rows = makeRows(seed, [2014, 2022])
    for (const year of stateGroupYears(rows, [2014, 2022], requests)) {
      let sum = 0
      const numbers: number[] = []
      for (const row of rows) {
        if (row.year !== year.year || row.value === null) continue
        sum += row.value
        numbers.push(row.value)
      }
      numbers.sort((a, b) => a - b)
      const half = numbers.length / 2
      const median = numbers.length % 2 === 1 ? numbers[Math.floor(half)] : ((numbers[half - 1] ?? NaN) + (numbers[half] ?? NaN)) / 2
      expect([year.sum, year.median, year.n.have]).toEqual([sum, median, numbers.length])
      expect(year.n.have + year.missing.length).toBe(testAgencies.length)
    }
  })
})

describe('a group over years', () => {
  it('joins only years in which the same bodies are counted', () => {
    const rows = [2017, 2018, 2019, 2020].flatMap((year) => [
      compared('a', year, 1),
      compared('b', year, year === 2019 ? null : 2),
      compared('c', year, 3),
    ])
    const years = stateGroupYears(rows, [2017, 2020], requests)
    expect(years.map(({ cut }) => cut)).toEqual([null, null, 'bodies', 'bodies'])
    expect(runsOfGroup(years).map((run) => run.map(({ year }) => year))).toEqual([[2017, 2018], [2019], [2020]])
  })

  it('does not join years over a form that counts something else', () => {
    const rows = [2017, 2018, 2019, 2020].flatMap((year) => [compared('a', year, 1), compared('b', year, 2)])
    expect(runsOfGroup(stateGroupYears(rows, [2017, 2020], granted)).map((run) => run.map(({ year }) => year))).toEqual([
      [2017, 2018],
      [2019, 2020],
    ])
    expect(runsOfGroup(stateGroupYears(rows, [2017, 2020], requests))).toHaveLength(1)
  })

  it('does not join years over which a body takes another in', () => {
    const rows = [2018, 2019, 2020].flatMap((year) => ['a', 'b', 'c'].map((id) => compared(id, year, id === 'a' ? year - 2000 : 2)))
    const years = stateGroupYears(rows, [2018, 2020], requests, new Map([['a', [2019]]]))
    expect(years.map(({ cut, turner }) => [cut, turner])).toEqual([
      [null, null],
      ['bodies', null],
      [null, null],
    ])
    expect(runsOfGroup(years).map((run) => run.map(({ year }) => year))).toEqual([[2018], [2019, 2020]])
  })

  it('leaves a year in which nobody has a number empty, with the reason that most have', () => {
    const rows = ['a', 'b', 'c'].flatMap((id) => [
      compared(id, 2019, 2),
      compared(id, 2020, null, { state: 'not_in_form' }),
      compared(id, 2021, 2),
    ])
    const years = stateGroupYears(rows, [2019, 2021], requests)
    expect(years.map(({ sum, cut }) => [sum, cut])).toEqual([
      [6, null],
      [null, 'nothing'],
      [6, 'nothing'],
    ])
  })
})

describe('like for like', () => {
  it('keeps bodies with a number in every year that anybody has one, and says who falls out and when', () => {
    const rows = [2018, 2019, 2020].flatMap((year) => [
      compared('a', year, year === 2020 ? null : 1, year === 2020 ? { state: 'not_in_form' } : {}),
      compared('b', year, year === 2018 ? 0 : null, year === 2020 ? { state: 'not_in_form' } : {}),
      compared('c', year, null, { state: 'not_loaded' }),
    ])
    const same = keepSameBodies(rows)
    expect([same.kept, same.years]).toEqual([['a'], [2018, 2019]])
    expect(same.left).toEqual([
      { agency: 'b', years: [2019] },
      { agency: 'c', years: [2018, 2019] },
    ])
    expect(new Set(same.rows.map(({ agency }) => agency))).toEqual(new Set(['a']))
  })

  it('fills no gap with a figure of the prose', () => {
    const rows = [compared('a', 2018, 1), compared('a', 2019, 5, { evidence: 'B' }), compared('b', 2018, 1), compared('b', 2019, 2)]
    expect(keepSameBodies(rows).kept).toEqual(['b'])
  })

  it('keeps nobody where nobody has a number', () => {
    expect(keepSameBodies([compared('a', 2018, null)]).kept).toEqual([])
  })

  it('names no empty span of years where nobody has a number in any', () => {
    const none = keepSameBodies([compared('a', 2018, null)])
    expect(saySameBodies(none, 'zh')).toBe('所选年度没有机关有数')
    expect(saySameBodies(none, 'en')).toBe('no body has a number in any of these years')
  })

  it.each([1, 2, 3])('agrees with looking at every body and year (seed %i)', (seed) => {
    const rows = makeRows(seed, [2018, 2020])
    const kept = testAgencies.filter(({ id }) =>
      [2018, 2019, 2020].every((year) => rows.some((row) => row.agency === id && row.year === year && row.value !== null)),
    )
    expect(keepSameBodies(rows).kept).toEqual(kept.map(({ id }) => id))
  })
})

describe('one body that makes up most', () => {
  const of = (numbers: Readonly<Record<string, number>>) => new Map(Object.entries(numbers))
  it('holds more than half of a sum: exactly half is not more', () => {
    expect(findHolder(of({ a: 60, b: 30, c: 10 }))).toEqual({ body: 'a', whole: 100, without: 40 })
    expect(findHolder(of({ a: 50, b: 30, c: 20 }))).toBeNull()
    expect(findHolder(of({ a: 7 }))).toBeNull()
  })
  it('turns the change of a sum the other way', () => {
    expect(findTurner(of({ x: 500, b: 900, c: 600 }), of({ x: 1250, b: 800, c: 550 }))).toEqual({ body: 'x', whole: 600, without: -150 })
    expect(findTurner(of({ x: 500, b: 900, c: 600 }), of({ x: 700, b: 1100, c: 800 }))).toBeNull()
  })
  it('is not told from bodies that one of the years lacks, nor among two', () => {
    expect(findTurner(of({ b: 900, c: 600, d: 5 }), of({ x: 9000, b: 1000, c: 700, d: 5 }))).toBeNull()
    expect(findTurner(of({ x: 1, b: 9 }), of({ x: 90, b: 1 }))).toBeNull()
  })
  it('moves the growth of the group by more than a quarter of itself', () => {
    expect(findMover(of({ a: 100, b: 100, c: 100 }), of({ a: 110, b: 110, c: 190 }))?.body).toBe('c')
    expect(findMover(of({ a: 100, b: 100, c: 100 }), of({ a: 110, b: 110, c: 110 }))).toBeNull()
  })
})

describe('the group drawn', () => {
  const rows = makeRows(7, [2017, 2022])
  const context = groupContext('requests_new')
  const years = stateGroupYears(rows, [2017, 2022], requests)

  it('has columns of the sums that its table has, and says under each year of how many', () => {
    const option = groupTrendChart(years, context) as unknown as {
      series: { id: string; data: [string, number][] }[]
      xAxis: { axisLabel: { formatter: (value: string) => string } }[]
      yAxis: { min: number }[]
    }
    const of = (id: string) => new Map(option.series.find((series) => series.id === id)?.data)
    const table = tableOfGroupTrend(years, '', context)
    for (const { cells } of table.rows) {
      const [year = '', sum, , have, all] = cells
      expect(String((of('sum').get(year) ?? NaN) + (of('holder').get(year) ?? NaN))).toBe(sum)
      expect(option.xAxis[1]?.axisLabel.formatter(year)).toBe(`${year}\n${have}/${all}`)
    }
    expect(option.yAxis.map(({ min }) => min)).toEqual([0, 0])
  })

  it('names in its table who has no number, and why', () => {
    const year = stateGroupYears([compared('a', 2020, 3), compared('b', 2020, null)], [2020, 2020], requests)
    expect(tableOfGroupTrend(year, '', { ...context, years: [2020, 2020] }).rows[0]?.cells).toEqual([
      '2020',
      '3',
      '3',
      '1',
      '2',
      '–',
      '乙局（空白）',
      '–',
    ])
  })

  it('stops at every year for sum and median, those without a number too', () => {
    const points = pointsOfGroupTrend(years, context)
    expect(points.map((row) => row.length)).toEqual([6, 6])
    expect(points[0]?.[0]?.text).toContain('2017 年，合计')
    expect(points.flat().every(({ text }) => text.includes('有数值'))).toBe(true)
  })

  it('is told in words whose numbers stand in the table', () => {
    const text = describeGroupTrend(years, context)
    const cells = tableOfGroupTrend(years, '', context).rows.flatMap((row) => row.cells)
    expect(text.length).toBeLessThanOrEqual(300)
    const sums = years.flatMap(({ sum }) => (sum === null ? [] : [sum]))
    for (const value of [Math.max(...sums), Math.min(...sums)]) {
      expect(text).toContain(String(value))
      expect(cells).toContain(String(value))
    }
  })

  it('sets the first year against the last only over one set of bodies', () => {
    const all = (year: number) => ['a', 'b', 'c'].map((id) => compared(id, year, year - 2010))
    const same = stateGroupYears([2019, 2020].flatMap(all), [2019, 2020], requests)
    expect(titleOfGroupTrend(same, context)).toBe('新收申请：同样 3 个机关的合计 2019 年为 27 件，2020 年为 30 件')
    const others = stateGroupYears([...all(2019), ...all(2020).slice(1)], [2019, 2020], requests)
    expect(titleOfGroupTrend(others, context)).toBe('新收申请：2020 年 2/2 个机关的合计为 20 件')
  })

  it('looks as it did when someone last looked at it', async () => {
    const drawn = [
      ...rows.filter((row) => row.agency !== 'a'),
      ...[2017, 2018, 2019, 2021, 2022].map((year) => compared('a', year, year === 2022 ? 400 : 6)),
      compared('a', 2020, null),
    ]
    const context22 = { ...groupContext('outcome_granted'), width: 640 }
    await expect(
      drawSvg(groupTrendChart(stateGroupYears(drawn, [2017, 2022], granted), context22), 640, heightOfGroupTrend(context22)),
    ).toMatchFileSnapshot('groupTrend.svg')
  })
})

describe('statements about zeros and changes', () => {
  it.each([11, 12, 13])('count as one would count by hand (seed %i)', (seed) => {
    const rows = makeRows(seed, [2019, 2021])
    const told = stateFlat(rows, requests, 2021)
    const at = (id: string, year: number) => rows.find((row) => row.agency === id && row.year === year)
    const have: string[] = []
    const zero: string[] = []
    const changed: string[] = []
    const both: string[] = []
    const missing: string[] = []
    for (const { id } of testAgencies) {
      const now = at(id, 2021)
      const before = at(id, 2020)
      if (!now || now.value === null) {
        missing.push(id)
        continue
      }
      have.push(id)
      if (now.value === 0) zero.push(id)
      if (!before || before.value === null) continue
      both.push(id)
      if (before.value !== now.value) changed.push(id)
    }
    expect([told.have, told.zero, told.changed, told.compared]).toEqual([have, zero, changed, both])
    expect(told.missing.map(({ agency }) => agency)).toEqual(missing)
    expect(told.some).toEqual(have.filter((id) => !zero.includes(id)))
    expect([told.n.have, told.n.of]).toEqual([have.length, testAgencies.length])
  })

  it('call nothing a change in a year from which a merged body is counted as well', () => {
    const rows = ['a', 'b'].flatMap((id) => [compared(id, 2018, 4), compared(id, 2019, 9), compared(id, 2020, 9)])
    const mergers = new Map([['a', [2019]]])
    expect(stateFlat(rows, requests, 2019, mergers)).toMatchObject({ have: ['a', 'b'], compared: ['b'], changed: ['b'] })
    expect(stateFlat(rows, requests, 2020, mergers).compared).toEqual(['a', 'b'])
  })

  it('call nothing a change over a form that counts otherwise, or beside a blank', () => {
    const rows = [compared('a', 2018, 4), compared('a', 2019, 9), compared('b', 2018, null), compared('b', 2019, 9)]
    expect(stateFlat(rows, { ...granted, id: 'requests_new' }, 2019).compared).toEqual([])
    expect(stateFlat(rows, requests, 2019)).toMatchObject({ compared: ['a'], changed: ['a'] })
  })

  it('come with the flattest first, and leave out what nobody reported', () => {
    const row = (indicator: string, id: string, value: number | null) => compared(id, 2021, value, { indicator })
    const rows = ['a', 'b', 'c', 'd'].flatMap((id, at) => [
      row('requests_new', id, at),
      row('outcome_granted', id, at < 3 ? 0 : 4),
      row('review_total', id, null),
    ])
    const indicators = ['requests_new', 'outcome_granted', 'review_total'].map((id) => indicatorById(ourCatalogue, id))
    expect(stateAllFlat(rows, indicators, 2021).map(({ indicator, zero }) => [indicator.id, zero.length])).toEqual([
      ['outcome_granted', 3],
      ['requests_new', 1],
    ])
  })
})
