import { describe, expect, it } from 'vitest'
import {
  changesOfMix,
  channelMixChart,
  countMixes,
  describeMix,
  heightOfMix,
  pointsOfMix,
  tableOfMix,
  titleOfMix,
  type MixContext,
} from '../../src/charts/channelMixChart.ts'
import { channelIndicatorsOf, mixesOf, shareOf } from '../../src/charts/channelMixes.ts'
import { countLater } from '../../src/charts/laterFigures.ts'
import { printNOfN } from '../../src/charts/nOfN.ts'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { computeIndicator } from '../../src/indicators/computeIndicator.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { ComparedValue } from '../../src/questions/comparedValue.ts'
import { wordsIn } from '../../src/text/words.ts'
import { compared, contextOf, testAgencies } from './comparedRows.ts'
import { drawSvg } from './drawSvg.ts'

const indicators = channelIndicatorsOf(ourCatalogue)
const ids = indicators.channels.map(({ id }) => id)
const years: readonly [number, number] = [2017, 2020]

/** Five channels of one report; null is a blank cell. */
const channelRows = (agency: string, year: number, values: readonly (number | null)[]): ComparedValue[] =>
  ids.map((indicator, i) => compared(agency, year, values[i] ?? null, { indicator }))
const noRows = (agency: string, year: number): ComparedValue[] =>
  ids.map((indicator) => compared(agency, year, null, { indicator, state: 'not_in_form', evidence: null }))

const rows = [
  ...channelRows('a', 2017, [2, 50, 20, 24, 4]),
  ...channelRows('a', 2018, [0, 30, 10, 0, 0]),
  ...noRows('a', 2019),
  ...noRows('a', 2020),
  compared('a', 2020, 61, { indicator: ids[1] ?? '', evidence: 'B' }),
  ...channelRows('b', 2017, [null, 9, 3, 5, 1]),
  ...channelRows('b', 2018, [0, 0, 0, 0, 0]),
  ...noRows('b', 2019),
  ...ids.map((indicator) => compared('b', 2020, null, { indicator, state: 'not_loaded' })),
  ...channelRows('c', 2017, [1, 4, 2, 1, 1]),
  ...channelRows('c', 2018, [null, null, null, null, null]),
  ...noRows('c', 2019),
  ...noRows('c', 2020),
]
const mixes = mixesOf(rows, indicators.channels)
const context = (more: Partial<MixContext> = {}): MixContext => ({
  ...contextOf('requests_new', { years, focus: [] }),
  indicators,
  per: 'share',
  ownScales: false,
  ...more,
})
const inYear = (year: number) => mixes.filter((mix) => mix.year === year)
const cellsOf = (per: 'share' | 'count') =>
  new Map(tableOfMix(mixes, '', context({ per })).rows.map((row) => [row.key, row.cells.slice(2, 8)]))

describe('the mix of channels', () => {
  it('has a table whose shares are worked out again from the rows', () => {
    const told = cellsOf('share')
    for (const [agency, year] of [
      ['a', 2017],
      ['a', 2018],
    ] as const) {
      const own = rows.filter((row) => row.agency === agency && row.year === year && row.evidence === 'A')
      let sum = 0
      for (const row of own) if (row.value !== null) sum += row.value
      const expected = own.map((row) => `${(Math.round(((row.value ?? NaN) / sum) * 1000) / 10).toFixed(1)}%`)
      expect(told.get(`${agency}-${year}`)).toEqual([...expected, String(sum)])
    }
    expect(cellsOf('count').get('a-2017')).toEqual(['2', '50', '20', '24', '4', '100'])
  })

  it('gives the shares that the catalogue works out', () => {
    const share = ourCatalogue.indicators.find(({ family }) => family?.of === ids[1])
    const mix = inYear(2017).find(({ agency }) => agency === 'a')
    const figure = computeIndicator(
      share ?? indicatorById(ourCatalogue, ''),
      ourCatalogue,
      { form: 'pre2019_table', year: 2017 },
      (id) => ({ value: mix?.parts.find((part) => part.indicator === id)?.value ?? null, state: 'value' }),
      { applicant: null, blanksAsZero: false },
    )
    expect(mix?.parts[1] && shareOf(mix, mix.parts[1], indicators.minSize)).toBe(figure.value)
  })

  it('keeps a blank channel blank: the others have counts, no shares, and no bar as if they were all', () => {
    const blank = inYear(2017).find(({ agency }) => agency === 'b')
    expect(blank).toMatchObject({ sum: null, known: 18, state: 'blank' })
    expect(blank?.parts[1] && shareOf(blank, blank.parts[1], 0)).toBeNull()
    expect(cellsOf('share').get('b-2017')).toEqual(['空白', '9 条', '3 条', '5 条', '1 条', '空白'])
    const alone = blank ? [blank] : []
    const drawn = drawSvg(channelMixChart(alone, context({ agencies: testAgencies.slice(1, 2), years: [2017, 2017] })), 640, 90)
    for (const color of context().palette.series.slice(0, 5)) expect(drawn).not.toContain(`fill="${color}"`)
    expect(drawn).toContain(context().palette.stateHatch)
  })

  it('says counts where all channels together are fewer than a share may be told of', () => {
    expect(cellsOf('share').get('c-2017')).toEqual(['9 条中 1 条', '9 条中 4 条', '9 条中 2 条', '9 条中 1 条', '9 条中 1 条', '9'])
  })

  it('ends its bars at the change of form, and marks it with its reason', () => {
    expect(changesOfMix(context()).map(({ between }) => between)).toEqual([[2018, 2019]])
    expect(changesOfMix(context())[0]?.why).toContain('2018')
    expect(changesOfMix(context({ years: [2017, 2018] }))).toEqual([])
  })

  it('never puts what the prose says among the figures of the tables', () => {
    const later = inYear(2020).find(({ agency }) => agency === 'a')
    expect(later).toMatchObject({ sum: null, known: null, state: 'not_in_form' })
    expect(later?.prose.map(({ value, evidence }) => [value, evidence])).toEqual([[61, 'B']])
    expect(cellsOf('share').get('a-2020-B')).toEqual(['–', '61 条', '–', '–', '–', '–'])
    const option = channelMixChart(mixes, context()) as { series: readonly { type: string }[] }
    expect(option.series.map(({ type }) => type)).toEqual(['custom'])
  })

  it('says of how many bodies and years the sum is known, and why the others have none', () => {
    expect(printNOfN(countMixes(mixes), ourCatalogue, 'zh', wordsIn('zh'))).toBe('4/12 有数值，空白 2，未收录 1，本表无此项 5')
  })

  it('tells in its title how many mixes are whole, and what most of them have most of', () => {
    expect(titleOfMix(inYear(2017), '2017 年', context())).toBe('2017 年，3 个机关中 2 个的各渠道都有数，都以政府网站条数最多')
    expect(titleOfMix(inYear(2019), '2019 年', context())).toBe('2019 年，3 个机关都没有完整的渠道数字')
  })

  it('is walked through by keys, a stop for each year, those without figures too', () => {
    const texts = pointsOfMix(mixes, context()).map((stops) => stops.map(({ text }) => text))
    expect(texts.map((stops) => stops.length)).toEqual([4, 4, 4])
    expect(texts[0]?.[3]).toBe('甲局，2020 年，本表无此项，正文：政府网站 61 B')
    expect(texts[1]?.[0]).toBe('乙局，2017 年，占比不明（政府公报 空白），已知各渠道共 18 条')
  })

  it('is told in words of at most 300 characters', () => {
    const text = describeMix(mixes, context())
    expect(text).toContain('12处中4处有数值')
    expect(text.length).toBeLessThanOrEqual(300)
  })

  it('looks as it did when someone last looked at it', async () => {
    await expect(drawSvg(channelMixChart(mixes, context()), 640, heightOfMix(context()))).toMatchFileSnapshot('channelMix.svg')
  })
})

describe('what may be said after the rows end', () => {
  it('counts the last tables and the prose apart', () => {
    const website = rows.filter((row) => row.indicator === ids[1])
    expect(countLater(website, years)).toEqual({
      last: { year: 2018, have: 2, of: 3 },
      later: { years: [2019, 2020], of: 6, loaded: 5, prose: 1 },
    })
    expect(
      countLater(
        website.filter((row) => row.year <= 2018),
        [2017, 2018],
      ).later,
    ).toBeNull()
  })
})
