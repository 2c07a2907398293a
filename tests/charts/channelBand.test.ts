import { describe, expect, it } from 'vitest'
import {
  channelBandChart,
  countBands,
  describeBands,
  heightOfBands,
  pointsOfBands,
  tableOfBands,
  titleOfBands,
  type BandContext,
} from '../../src/charts/channelBandChart.ts'
import { bandsOf } from '../../src/charts/channelBands.ts'
import { channelIndicatorsOf, mixesOf } from '../../src/charts/channelMixes.ts'
import { printNOfN } from '../../src/charts/nOfN.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { ComparedValue } from '../../src/questions/comparedValue.ts'
import { wordsIn } from '../../src/text/words.ts'
import { compared, contextOf, testAgencies } from './comparedRows.ts'
import { drawSvg } from './drawSvg.ts'

const indicators = channelIndicatorsOf(ourCatalogue)
const ids = indicators.channels.map(({ id }) => id)

/** A body's channels and its total in 2018, with the measure as the question gives it. */
function report(agency: string, channels: readonly (number | null)[], total: number | null): ComparedValue[] {
  const known = channels.every((value) => value !== null)
  const sum = channels.reduce<number>((all, value) => all + (value ?? 0), 0)
  const ratio = known && total !== null && total > 0 ? sum / total : null
  const state = channels.includes(null) || total === null ? 'blank' : 'undefined'
  return [
    ...ids.map((indicator, i) => compared(agency, 2018, channels[i] ?? null, { indicator })),
    compared(agency, 2018, total, { indicator: indicators.total?.id ?? '' }),
    compared(agency, 2018, ratio, { indicator: indicators.reuse?.id ?? '', n: total, ...(ratio === null ? { state } : {}) }),
  ]
}
const rows = [
  ...report('a', [40, 310, 25, 60, 5], 350),
  ...report('b', [0, 310, 10, 0, 0], 300),
  ...report('c', [0, 200, 100, 50, 0], 450),
  ...report('d', [null, 90, 20, 10, 0], 100),
  ...report('e', [1, 6, 2, 0, 0], 7),
  ...report('f', [0, 0, 0, 0, 0], 0),
]
const context: BandContext = {
  ...contextOf('requests_new', { agencies: testAgencies.slice(0, 6), focus: [], years: [2018, 2018] }),
  indicators,
  per: 'share',
  ownScales: false,
  order: 'value',
  at: 2018,
}
const bandsIn = (per: 'share' | 'count') => bandsOf(mixesOf(rows, indicators.channels), rows, indicators, per)
const bands = bandsIn('share')
const textsOf = (order: BandContext['order']) =>
  pointsOfBands(bands, { ...context, order })
    .flat()
    .map(({ text }) => text)

describe('a total between its bounds', () => {
  it('never ranks whole governments among single bodies: a heading each, and a title of one scope', () => {
    const mixed = [...rows, ...report('g', [900, 100, 0, 0, 0], 950).map((row) => ({ ...row, scope: 'aggregate' as const }))]
    const all = bandsOf(mixesOf(mixed, indicators.channels), mixed, indicators, 'share')
    const wide = { ...context, agencies: testAgencies }
    expect(titleOfBands(all, '2018 年', wide)).toMatch(/^只统计本机关：2018 年，/)
    const drawn = drawSvg(channelBandChart(all, wide), 640, heightOfBands(all, wide))
    expect([...drawn.matchAll(/>(甲局|庚局|只统计本机关|全政府汇总)<\/text>/g)].map(([, text]) => text)).toEqual([
      '只统计本机关',
      '甲局',
      '全政府汇总',
      '庚局',
    ])
    expect(drawSvg(channelBandChart(bands, context), 640, heightOfBands(bands, context))).not.toContain('全政府汇总')
  })

  it('has a table with largest, total, sum and standing, worked out again from the rows', () => {
    const told = new Map(tableOfBands(bands, '', context).rows.map((row) => [row.cells[0], row.cells.slice(2)]))
    for (const agency of testAgencies.slice(0, 3)) {
      const own = rows.filter((row) => row.agency === agency.id)
      const channels = own.filter((row) => ids.includes(row.indicator)).map((row) => Number(row.value))
      const total = Number(own.find((row) => row.indicator === indicators.total?.id)?.value)
      const most = Math.max(...channels)
      const all = channels.reduce((sum, value) => sum + value)
      const standing = total < most ? '小于最大渠道' : total > all ? '大于合计' : '在范围内'
      const ratio = String(Math.round((all / total) * 100) / 100)
      expect(told.get(agency.shortName)).toEqual([String(most), String(total), String(all), ratio, standing])
    }
  })

  it('is outside of them when a channel is larger, or when it is larger than all together', () => {
    expect(bands.map(({ agency, standing }) => [agency, standing])).toEqual([
      ['a', 'holds'],
      ['b', 'below'],
      ['c', 'above'],
      ['d', 'cannotTell'],
      ['e', 'holds'],
      ['f', 'holds'],
    ])
    expect(titleOfBands(bands, '2018 年', context)).toBe('2018 年，3 个机关的多渠道发布倍数从 0.78 到 1.26；2 个机关的总数在范围之外')
  })

  it('has an open upper end where a channel is blank, and no multiple', () => {
    expect(bands.find(({ agency }) => agency === 'd')).toMatchObject({ largest: 90, known: 120, sum: null, standing: 'cannotTell' })
    expect(textsOf('list')).toContain('丁局，2018 年，最大渠道 90，合计不明（空白），去重总数 100')
    expect(
      tableOfBands(bands, '', context)
        .rows.find((row) => row.cells[0] === '丁局')
        ?.cells.slice(2),
    ).toEqual(['90', '100', '空白', '空白', '无法核对'])
  })

  it('is told in counts where it is too small for a multiple, and is not ranked', () => {
    expect(bands.find(({ agency }) => agency === 'e')?.kind).toBe('few')
    expect(textsOf('value').slice(-2)).toEqual([
      '戊局，2018 年，总数 7 条，合计 9 条，太少，不算倍数',
      '己局，2018 年，总数 0 条，倍数没有意义',
    ])
    expect(tableOfBands(bands, '', context).rows.find((row) => row.cells[0] === '戊局')?.cells[5]).toBe('基数 7，不计算比率')
  })

  it('stands in the order of the multiple, unknown ones behind', () => {
    const orderOf = (order: BandContext['order']) => textsOf(order).map((text) => text.slice(0, 2))
    expect(orderOf('value')).toEqual(['甲局', '乙局', '丙局', '丁局', '戊局', '己局'])
    expect(orderOf('lowest')).toEqual(['丙局', '乙局', '甲局', '丁局', '戊局', '己局'])
  })

  it('is drawn in counts for every body that has a channel', () => {
    expect(bandsIn('count').every(({ kind }) => kind === 'band')).toBe(true)
  })

  it('says of how many bodies there is a multiple, and why others have none', () => {
    expect(printNOfN(countBands(bands), ourCatalogue, 'zh', wordsIn('zh'))).toMatch(/^4\/6 有数值，空白 1，/)
    expect(describeBands(bands, '2018 年', context).length).toBeLessThanOrEqual(300)
  })

  it('looks as it did when someone last looked at it', async () => {
    await expect(drawSvg(channelBandChart(bands, context), 640, heightOfBands(bands, context))).toMatchFileSnapshot('channelBand.svg')
  })
})
