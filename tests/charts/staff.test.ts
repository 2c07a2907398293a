import { describe, expect, it } from 'vitest'
import { printNOfN } from '../../src/charts/nOfN.ts'
import { findSameValues, flattestOf } from '../../src/charts/sameValues.ts'
import {
  countStaff,
  describeStaff,
  heightOfStaff,
  pointsOfStaff,
  staffChart,
  tableOfStaff,
  titleOfStaff,
  type StaffContext,
} from '../../src/charts/staffChart.ts'
import { listStaff, staffIndicatorsOf, type StaffOrder } from '../../src/charts/staffRows.ts'
import { chooseTableYear } from '../../src/charts/tableYear.ts'
import { runsOf } from '../../src/charts/trendChart.ts'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { ComparedValue } from '../../src/questions/comparedValue.ts'
import { wordsIn } from '../../src/text/words.ts'
import { compared, contextOf, testAgencies } from './comparedRows.ts'
import { drawSvg } from './drawSvg.ts'

const found = staffIndicatorsOf(ourCatalogue)
if (!found) throw new Error('the catalogue marks no staff')
const indicators = found
const [fullTime, partTime] = indicators.parts.map(({ id }) => id) as [string, string]

const staff = (agency: string, total: number | null, full: number | null, part: number | null): ComparedValue[] => [
  compared(agency, 2018, total, { indicator: indicators.total.id }),
  compared(agency, 2018, full, { indicator: fullTime }),
  compared(agency, 2018, part, { indicator: partTime }),
]
const rows = [
  ...staff('a', 8, 3, 5),
  ...staff('b', 1, 0, 1),
  ...staff('c', 2, null, 2),
  ...staff('d', 1, 0, 1),
  ...staff('e', 8, 3, 6),
  ...staff('f', null, null, null),
  compared('f', 2018, 1, { indicator: partTime, evidence: 'B' }),
  ...indicators.all.slice(0, 3).map(({ id }) => compared('g', 2018, null, { indicator: id, state: 'not_loaded' })),
]
const contextFor = (indicator = indicators.total.id): StaffContext => ({
  ...contextOf(indicator, { agencies: testAgencies, focus: [], years: [2018, 2018] }),
  indicators,
  at: 2018,
})
const listIn = (order: StaffOrder, of: readonly ComparedValue[] = rows, id = indicators.total.id) =>
  listStaff(of, indicatorById(ourCatalogue, id), indicators, 2018, order, testAgencies)
const textsOf = (order: StaffOrder) =>
  pointsOfStaff(listIn(order), contextFor())
    .flat()
    .map(({ text }) => text)

describe('staff in order', () => {
  it('has a table of totals and kinds that is the rows, put in order anew', () => {
    const expected = testAgencies
      .map(({ id, shortName }) => ({
        shortName,
        own: rows.filter((row) => row.agency === id && row.evidence === 'A').map(({ value }) => value),
      }))
      .filter(({ own }) => typeof own[0] === 'number')
      .sort((x, y) => Number(y.own[0]) - Number(x.own[0]))
      .map(({ shortName, own }) => [shortName, String(own[0])])
    const told = tableOfStaff(listIn('value'), '', contextFor()).rows.map(({ cells }) => [cells[0], cells[2]])
    expect(told.slice(0, expected.length)).toEqual(expected)
    expect(told.slice(expected.length)).toEqual([
      ['己局', '空白'],
      ['庚局', '未收录'],
    ])
  })

  it('begins with the fewest when asked, and says who ties', () => {
    expect(titleOfStaff(listIn('lowest'), '2018 年', 'lowest', contextFor())).toBe(
      '2018 年，公开工作人员最少的是乙局、丁局（并列），1 人；最多的是甲局、戊局（并列），8 人',
    )
    expect(textsOf('lowest').map((text) => text.slice(0, 2))).toEqual(['乙局', '丁局', '丙局', '甲局', '戊局', '己局', '庚局'])
    expect(textsOf('list').map((text) => text.slice(0, 2))).toEqual(['甲局', '乙局', '丙局', '丁局', '戊局', '己局', '庚局'])
  })

  it('keeps a blank kind blank: what it leaves of the total is hatched, and nothing is added up', () => {
    const line = listIn('value')
      .groups.flat()
      .find(({ row }) => row.agency === 'c')
    expect(line).toMatchObject({ known: 2, standing: 'cannotTell' })
    expect(textsOf('list')[2]).toBe('丙局，2018 年，2 人，专职空白，兼职 2')
    const alone = listIn('value', staff('c', 5, null, 2))
    const drawn = drawSvg(staffChart(alone, { ...contextFor(), agencies: testAgencies.slice(2, 3) }), 640, 60)
    expect(drawn).toContain(contextFor().palette.stateHatch)
    expect(drawn).not.toContain(`fill="${contextFor().palette.series[0]}"`)
  })

  it('says where kinds and total differ', () => {
    expect(textsOf('list')[4]).toBe('戊局，2018 年，8 人，专职 3，兼职 6，≠ 总数 8，分项合计 9')
    expect(tableOfStaff(listIn('list'), '', contextFor()).rows[4]?.cells[5]).toBe('与总数不一致')
  })

  it('never ranks what only the prose says, but says it', () => {
    expect(listIn('value').missing.map(({ row }) => row.agency)).toEqual(['f', 'g'])
    expect(textsOf('value')[5]).toBe('己局，2018 年，空白，正文 B：兼职 1')
  })

  it('keeps those of a whole government in a set of their own', () => {
    const mixed = listIn('value', [...rows, compared('g', 2018, 80, { indicator: indicators.total.id, scope: 'aggregate' })])
    expect(mixed.groups.map((lines) => lines.length)).toEqual([5, 1])
    expect(titleOfStaff(mixed, '2018 年', 'value', contextFor())).toMatch(/^只统计本机关：/)
  })

  it('says of how many bodies there is a figure, and why others have none', () => {
    expect(printNOfN(countStaff(listIn('value')), ourCatalogue, 'zh', wordsIn('zh'))).toBe('5/7 有数值，空白 1，未收录 1')
    expect(describeStaff(listIn('value'), '2018 年', 'value', contextFor()).length).toBeLessThanOrEqual(300)
  })

  it('is not joined over the change of form', () => {
    const years = [2017, 2018, 2019, 2020].map((year) => compared('a', year, 3, { indicator: indicators.total.id }))
    expect(runsOf(years, contextFor()).map((run) => run.map(({ year }) => year))).toEqual([
      [2017, 2018],
      [2019, 2020],
    ])
  })

  it('looks as it did when someone last looked at it', async () => {
    const list = listIn('lowest')
    await expect(drawSvg(staffChart(list, contextFor()), 640, heightOfStaff(list, contextFor()))).toMatchFileSnapshot('staff.svg')
  })
})

describe('loads and shares', () => {
  const load = 'disclosed_items_per_staff'
  const share = 'full_time_share'
  const textOf = (row: ComparedValue): string => {
    const list = listIn('value', [row], row.indicator)
    return pointsOfStaff(list, contextFor(row.indicator)).flat()[0]?.text ?? ''
  }

  it('show both sides of a load, and no load over nobody', () => {
    expect(textOf(compared('a', 2018, 54, { indicator: load, n: 1 }))).toBe('甲局，2018 年，54 条/人（54 ÷ 1 人）')
    expect(textOf(compared('a', 2018, null, { indicator: load, n: 0, state: 'undefined' }))).toBe('甲局，2018 年，人数为 0，没有定义')
    expect(textOf(compared('a', 2018, null, { indicator: load, n: null, state: 'blank' }))).toBe('甲局，2018 年，空白')
  })

  it('tell a share of few people as people, and do not rank it', () => {
    const few = compared('a', 2018, 2 / 3, { indicator: share, n: 3 })
    expect(textOf(few)).toBe('甲局，2018 年，3 人中 2 人')
    expect(listIn('value', [few], share).groups.flat()).toEqual([])
    expect(tableOfStaff(listIn('value', [few], share), '', contextFor(share)).rows[0]?.cells[2]).toBe('3 人中 2 人')
  })
})

describe('what repeats among flat figures', () => {
  const budget = 'ogi_budget'
  const flat = [
    ...['a', 'b', 'c', 'd'].map((agency) => compared(agency, 2018, 0, { indicator: budget })),
    compared('e', 2018, 2.5, { indicator: budget }),
    compared('f', 2018, null, { indicator: budget, state: 'blank' }),
    compared('g', 2018, null, { indicator: budget, state: 'not_loaded' }),
  ]
  const said = findSameValues(flat, indicatorById(ourCatalogue, budget), 2018)

  it('names the number that most report, the others, and those without one, each with its bodies', () => {
    expect(said).toMatchObject({
      of: 7,
      same: { value: 0, agencies: ['a', 'b', 'c', 'd'] },
      rest: { low: 2.5, high: 2.5, agencies: ['e'] },
      missing: [
        { state: 'blank', agencies: ['f'] },
        { state: 'not_loaded', agencies: ['g'] },
      ],
    })
  })

  it('never counts a blank among the zeros', () => {
    expect(said.same?.agencies).not.toContain('f')
    const all = [...(said.same?.agencies ?? []), ...(said.rest?.agencies ?? []), ...said.missing.flatMap(({ agencies }) => agencies)]
    expect([...all].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g'])
  })

  it('takes the item of which most bodies report one number for its title', () => {
    const staffed = findSameValues(rows, indicators.total, 2018)
    expect(flattestOf([staffed, said])?.indicator.id).toBe(budget)
    expect(staffed.same).toEqual({ value: 1, agencies: ['b', 'd'] })
  })
})

describe('the year of a list', () => {
  const table = (agency: string, year: number, value: number | null) => compared(agency, year, value, { indicator: indicators.total.id })
  it('is the last one in which half of the bodies have a table figure, not one of prose', () => {
    const told = [
      table('a', 2017, 1),
      table('b', 2017, 2),
      table('a', 2018, 1),
      table('b', 2018, null),
      compared('b', 2020, 4, { evidence: 'B' }),
    ]
    expect(chooseTableYear(told, null, [2017, 2020], 3)).toBe(2017)
    expect(chooseTableYear(told, null, [2017, 2020], 2)).toBe(2018)
    expect(chooseTableYear(told, null, [2017, 2020], 6)).toBe('latest')
    expect(chooseTableYear(told, 2018, [2017, 2020], 6)).toBe(2018)
  })
})
