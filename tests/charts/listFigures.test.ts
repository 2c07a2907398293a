import { describe, expect, it } from 'vitest'
import type { BandContext } from '../../src/charts/channelBandChart.ts'
import { figureOfBands } from '../../src/charts/channelBandFigure.ts'
import { bandsOf } from '../../src/charts/channelBands.ts'
import { channelIndicatorsOf, mixesOf } from '../../src/charts/channelMixes.ts'
import { chooseEndingFocus, figureOfEndingTrend } from '../../src/charts/endingTrendFigure.ts'
import type { Figure } from '../../src/charts/figure.ts'
import { figureOfRates, sayForms } from '../../src/charts/rateFigure.ts'
import { figureOfReceived, partReceived } from '../../src/charts/receivedFigure.ts'
import { figureOfSameValues, listSameValues } from '../../src/charts/sameValuesFigure.ts'
import type { StaffContext } from '../../src/charts/staffChart.ts'
import { figureOfStaff } from '../../src/charts/staffFigure.ts'
import { cellsOf, figureOfStaffMatrix, layOutStaff } from '../../src/charts/staffMatrixFigure.ts'
import { listStaff, staffIndicatorsOf } from '../../src/charts/staffRows.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { ComparedValue } from '../../src/questions/comparedValue.ts'
import { compared, contextOf, testAgencies } from './comparedRows.ts'
import { ours, requestContextOf } from './requestRows.ts'

const nameOf = (id: string): string => testAgencies.find((agency) => agency.id === id)?.shortName ?? ''
const toldTable = ({ table }: Figure, ...columns: number[]): string[] =>
  table.rows.map(({ cells }) => columns.map((column) => cells[column]).join(' '))
const toldRows = ({ rows }: Figure): string[] =>
  rows.map(({ indicator, agency, value, state }) => `${indicator} ${agency} ${value ?? state}`)

describe('totals between their bounds, as a figure', () => {
  const indicators = channelIndicatorsOf(ourCatalogue)
  const ids = indicators.channels.map(({ id }) => id)
  const [total, reuse] = [indicators.total?.id ?? '', indicators.reuse?.id ?? '']
  const given = [
    { agency: 'a', channels: [40, 310, 25, 60, 5], total: 350 },
    { agency: 'b', channels: [0, 200, 100, 50, 0], total: 450 },
    { agency: 'c', channels: [null, 90, 20, 10, 0], total: 100 },
  ]
  const rows = given.flatMap(({ agency, channels, total: printed }) => [
    ...ids.map((indicator, i) => compared(agency, 2018, channels[i] ?? null, { indicator })),
    compared(agency, 2018, printed, { indicator: total }),
    compared(agency, 2018, channels.includes(null) ? null : channels.reduce<number>((all, n) => all + (n ?? NaN), 0) / printed, {
      indicator: reuse,
      n: printed,
    }),
  ])
  const context: BandContext = {
    ...contextOf('requests_new', { agencies: testAgencies.slice(0, 3), focus: [], years: [2014, 2018] }),
    indicators,
    per: 'share',
    ownScales: false,
    order: 'list',
    at: 2018,
  }
  const mixes = mixesOf(rows, indicators.channels)
  const figure = figureOfBands(
    bandsOf(mixes, rows, indicators, 'share'),
    mixes.flatMap(({ parts }) => parts),
    context,
  )

  it('has the largest, the total and the sum of every body, worked out again by hand', () => {
    expect(toldTable(figure, 0, 2, 3, 4, 5)).toEqual(['甲局 310 350 440 1.26', '乙局 200 450 350 0.78', '丙局 90 100 空白 空白'])
  })

  it('hands on every channel, total and measure, the blank among them', () => {
    expect(toldRows(figure).sort()).toEqual(toldRows({ ...figure, rows }).sort())
    expect(toldRows(figure)).toContain(`${ids[0] ?? ''} c blank`)
  })

  it('names in plain text whose total contradicts its channels', () => {
    expect(figure.notes[0]).toBe('总数在范围之外的 1 处：乙局 2018')
    expect(figure.n).toContain('2/3')
    expect(figure.source).toContain('3')
  })
})

describe('figures of staffing', () => {
  const found = staffIndicatorsOf(ourCatalogue)
  if (!found) throw new Error('the catalogue marks no staff')
  const ids = [found.total, ...found.parts].map(({ id }) => id)
  const given: readonly (readonly [string, ...(number | null)[]])[] = [
    ['a', 8, 3, 5],
    ['b', 1, 0, 1],
    ['c', 9, 3, 5],
    ['d', null, null, 2],
  ]
  const rows = given.flatMap(([agency, ...numbers]) => ids.map((indicator, i) => compared(agency, 2018, numbers[i] ?? null, { indicator })))
  const context: StaffContext = {
    ...contextOf(found.total.id, { agencies: testAgencies.slice(0, 4), focus: [], years: [2014, 2018] }),
    indicators: found,
    at: 2018,
  }
  const list = listStaff(rows, found.total, found, 2018, 'value', context.agencies)

  it('put the bodies in order with their kinds, and keep a blank one at the end', () => {
    const figure = figureOfStaff(list, 'value', context)
    const expected = [...given]
      .sort(([, a], [, b]) => (b ?? -1) - (a ?? -1))
      .map(([id, ...n]) => [nameOf(id), ...n.map((one) => one ?? '空白')])
    expect(toldTable(figure, 0, 2, 3, 4)).toEqual(expected.map((line) => line.join(' ')))
    expect(toldRows(figure).sort()).toEqual(toldRows({ ...figure, rows }).sort())
  })

  it('name whose kinds do not add up to the total, and say n of N', () => {
    const { notes, n } = figureOfStaff(list, 'value', context)
    expect(notes[0]).toBe('专职、兼职相加与总数不一致的 1 处：丙局 2018')
    expect(n).toContain('3/4')
  })

  it('hold every cell of the matrix, a number of the prose where no table has one, and never more than one per cell', () => {
    const prose = compared('d', 2018, 4, { indicator: found.total.id, evidence: 'B' })
    const matrix = layOutStaff([...rows, prose], list, context)
    const cells = cellsOf(matrix)
    const expected = given.flatMap(([agency, ...numbers]) =>
      ids.map((id, i) => `${id} ${agency} ${agency === 'd' && i === 0 ? 4 : (numbers[i] ?? 'blank')}`),
    )
    expect(toldRows(figureOfStaffMatrix(matrix, context)).sort()).toEqual(expected.sort())
    expect(figureOfStaffMatrix(matrix, context).title).toContain(`12 格中 ${cells.filter(({ value }) => value !== null).length} 格`)
  })

  it('count who reports the same number, and never a blank as a number', () => {
    const items = listSameValues(rows, context)
    const figure = figureOfSameValues(items, rows, context)
    expect(toldTable(figure, 1, 2, 3).slice(-5)).toEqual(expect.arrayContaining(['空白 1 丁局', '3 2 甲局、丙局', '0 1 乙局']))
    expect(toldRows(figure).sort()).toEqual(toldRows({ ...figure, rows }).sort())
  })
})

describe('lines whose rows end with a form, as a figure', () => {
  const id = 'requests_new'
  const rows = [
    compared('a', 2017, 4, { indicator: id }),
    compared('a', 2018, null, { indicator: id }),
    compared('a', 2019, null, { indicator: id, state: 'not_in_form' }),
    compared('a', 2019, 7, { indicator: id, evidence: 'B' }),
    compared('b', 2017, 9, { indicator: id }),
    compared('b', 2018, 2, { indicator: id }),
    compared('b', 2019, null, { indicator: id, state: 'not_loaded' }),
  ]
  const context = contextOf(id, { agencies: testAgencies.slice(0, 2), years: [2017, 2019] })
  const figure = figureOfEndingTrend(rows, context)

  it('has a line of the table for every row, prose with its grade', () => {
    const expected = rows.map(({ agency, year, value, state }) => `${nameOf(agency)} ${year} ${value ?? state}`)
    expect(figure.table.rows).toHaveLength(expected.length)
    expect(toldRows(figure)).toEqual(toldRows({ ...figure, rows }))
  })

  it('answers in its first note whether one may say more or fewer, with what there is on each side', () => {
    expect(figure.notes[0]).toMatch(/^2018 年以后，.*从这些年报不能说。表格各行止于 2018 年（当年 1\/2 个机关有表格数字）。/)
    expect(figure.notes[0]).toContain('2019 年的 2 个机关年度中，收录年报 1 份，正文写出这个数字的 1 处')
    expect(figure.n).toContain('3/6')
  })

  it('colours what the reader chose, else the highest last figures of the tables', () => {
    const many = testAgencies
    const last = many.map(({ id: agency }, i) => compared(agency, 2018, i * 3, { indicator: id }))
    expect(chooseEndingFocus(last, { focus: ['b'], agencies: many })).toEqual(['b'])
    expect(chooseEndingFocus(last, { focus: ['nobody'], agencies: many })).toEqual(['g', 'f', 'e'])
  })
})

describe('rates as a figure', () => {
  const rate = ours('disclosure_rate')
  const rateOf = (agency: string, year: number, part: number, size: number): ComparedValue =>
    compared(agency, year, part / size, { indicator: rate.id, n: size })
  const every = [
    rateOf('a', 2021, 9, 90),
    rateOf('a', 2022, 18, 45),
    rateOf('b', 2022, 2, 3),
    compared('c', 2022, null, { indicator: rate.id }),
  ]
  const context = { ...requestContextOf({ agencies: testAgencies.slice(0, 3) }), indicator: rate, withYear: false }
  const figure = figureOfRates(every, { at: 2022, years: [2021, 2022] }, context)

  it('have the rows of the year alone, parts over sizes, and a small base as a count', () => {
    expect(toldTable(figure, 0, 1, 2, 3, 4)).toEqual(['甲局 2022 40.0% 18 45', '乙局 2022 3 件中 2 件 2 3', '丙局 2022 空白 空白 空白'])
    expect(figure.rows.map(({ agency, year, n }) => `${agency} ${year} ${n ?? 'blank'}`)).toEqual(['a 2022 45', 'b 2022 3', 'c 2022 blank'])
    expect(figure.n).toContain('2/3')
  })

  it('say where a rate can be worked out, if not on every form', () => {
    expect(sayForms(context)).toBeNull()
    const onTime = { ...rate, from: { y2021: rate.from.y2021 } } as typeof rate
    expect(sayForms({ ...context, indicator: onTime })).toContain('2021 年起')
  })
})

describe('who received requests, as a figure', () => {
  const received = ours('requests_new')
  const rows = [
    compared('a', 2022, 3),
    compared('b', 2022, 0),
    compared('c', 2022, null),
    compared('d', 2022, 40),
    compared('e', 2022, null, { state: 'not_loaded' }),
    compared('a', 2021, 99),
  ]
  const figure = figureOfReceived(partReceived(rows, 2022), 2022, received, requestContextOf({ agencies: testAgencies.slice(0, 5) }))

  it('names the most first, then who received none, then of whom there is no number and why', () => {
    expect(toldTable(figure, 0, 1, 2)).toEqual(['丁局 2022 40', '甲局 2022 3', '乙局 2022 0', '丙局 2022 空白', '戊局 2022 未收录'])
    expect(figure.rows.map(({ agency, value }) => `${agency} ${value}`)).toEqual(['d 40', 'a 3', 'b 0', 'c null', 'e null'])
  })

  it('tells of single bodies, with whole governments in a list of their own', () => {
    const government = compared('f', 2022, 9000, { scope: 'aggregate' })
    const received22 = partReceived([government, ...rows], 2022)
    const both = figureOfReceived(received22, 2022, received, requestContextOf({ agencies: testAgencies.slice(0, 6) }))
    expect(both.title).toMatch(/^只统计本机关：2022 年，3 个机关中 1 个没有收到申请；收到最多的是丁局/)
    expect(toldTable(both, 0, 3).slice(0, 3)).toEqual([
      '丁局 收到申请（只统计本机关）：2 个机关',
      '甲局 收到申请（只统计本机关）：2 个机关',
      '己局 收到申请（全政府汇总）：1 个机关',
    ])
  })

  it('says whose requests are counted, where not everybody’s are', () => {
    const theirs = rows.map((row) => ({ ...row, applicant: 'natural_person' as const }))
    const of = figureOfReceived(partReceived(theirs, 2022), 2022, received, requestContextOf({ agencies: testAgencies.slice(0, 5) }))
    expect(of.title).toMatch(/^自然人：2022 年，/)
    expect(of.subtitle).toContain('自然人')
  })

  it('never counts a blank among those who received none', () => {
    expect(figure.title).toContain('3 个机关中 1 个')
    expect(figure.n).toContain('3/5')
  })
})
