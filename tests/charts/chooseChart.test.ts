import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseChart, comparisonCharts, findFacts, type ChartFacts } from '../../src/charts/chooseChart.ts'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { compared } from './comparedRows.ts'

/** Seven bodies over eight years, each with values in most of them. */
const usual: ChartFacts = {
  indicators: 1,
  agencies: 7,
  years: [2014, 2021],
  ordersOneYear: false,
  ranked: 7,
  yearsWithValue: 8,
  repeated: 7,
  sides: [2014, 2021],
  ends: 6,
  pairs: 0,
}

describe('the usual chart', () => {
  it.each<[string, Partial<ChartFacts>, string]>([
    ['one indicator, many bodies, one year: a ranking', { years: [2020, 2020], yearsWithValue: 1, repeated: 0, ends: 0 }, 'bar'],
    ['one indicator, few bodies, many years: lines', { agencies: 4, ranked: 4, repeated: 4, ends: 4 }, 'trend'],
    ['one body, many years: lines', { agencies: 1, ranked: 1, repeated: 1, ends: 1 }, 'trend'],
    ['one indicator, many bodies, many years: small charts', {}, 'multiples'],
    ['more bodies than small charts can show: a ranking', { agencies: 200, ranked: 200, repeated: 180 }, 'bar'],
    ['two indicators: a scatter', { indicators: 2, pairs: 30 }, 'scatter'],
    ['two indicators that no report has both of: as with one', { indicators: 2, pairs: 0 }, 'multiples'],
    ['two years: the two side by side', { years: [2019, 2020], yearsWithValue: 2 }, 'slope'],
    ['two years over a break: a ranking, as nothing joins them', { years: [2018, 2019], yearsWithValue: 2, ends: 0, repeated: 3 }, 'bar'],
    ['bodies with one report each: a ranking', { repeated: 1 }, 'bar'],
    ['a year that the reader chose: its ranking', { ordersOneYear: true }, 'bar'],
    ['nothing at all: the list with the reasons', { ranked: 0, yearsWithValue: 0, repeated: 0, ends: 0 }, 'bar'],
  ])('%s', (_, facts, chart) => {
    expect(chooseChart({ ...usual, ...facts }, null).usual).toBe(chart)
  })
})

describe('what does not fit', () => {
  it.each<[string, Partial<ChartFacts>, string, string]>([
    ['a spread of two', { ranked: 2 }, 'strip', '只有 2 个机关有数值，谈不上分布'],
    ['lines over one year', { years: [2020, 2020] }, 'trend', '只选了一年'],
    ['lines where one year has values', { yearsWithValue: 1 }, 'trend', '只有一年有数值'],
    ['small charts of one body', { agencies: 1 }, 'multiples', '只有一个机关，看折线即可'],
    ['61 small charts', { agencies: 61 }, 'multiples', '61 个机关超过 60 张小图，改看矩阵或折线'],
    ['two years of which nothing may be compared', { ends: 0 }, 'slope', '没有机关在 2014 年和 2021 年都有可比的数值'],
    ['a scatter of one indicator', {}, 'scatter', '需要两项指标，先在上面加一项'],
    ['a scatter without a pair', { indicators: 2 }, 'scatter', '没有一份年报两项指标都有数值'],
    ['a matrix of 3,200 cells', { agencies: 400 }, 'rug', '3200 格超过 2000 格，请先少选机关或年份'],
  ])('%s, and says why', (_, facts, chart, why) => {
    const offer = chooseChart({ ...usual, ...facts }, null).offers.find((candidate) => candidate.chart === chart)
    expect(offer).toMatchObject({ fits: false, why: { zh: why } })
    expect(offer?.why.en).not.toBe('')
  })

  it('is not shown when a link asks for it; the page says so and shows the usual chart', () => {
    const choice = chooseChart(usual, 'scatter')
    expect(choice.shown).toBe('multiples')
    expect(choice.why.zh).toBe('“散点”不适用：需要两项指标，先在上面加一项')
    expect(choice.why.en).toBe('“Scatter” does not apply: it needs two indicators; add one above')
  })
})

describe('whatever the selection', () => {
  const anyFacts = fc
    .record({
      indicators: fc.constantFrom(1 as const, 2 as const),
      agencies: fc.integer({ min: 0, max: 1000 }),
      from: fc.integer({ min: 2008, max: 2025 }),
      span: fc.integer({ min: 0, max: 17 }),
      ordersOneYear: fc.boolean(),
      parts: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(18), fc.nat(500)),
    })
    .map(({ indicators, agencies, from, span, ordersOneYear, parts: [a, b, years, pairs] }): ChartFacts => {
      const yearsWithValue = Math.min(years, span + 1)
      const repeated = yearsWithValue < 2 ? 0 : Math.floor(agencies * a)
      return {
        indicators,
        agencies,
        years: [from, from + span],
        sides: [from, from + span],
        ordersOneYear,
        ranked: Math.floor(agencies * b),
        yearsWithValue,
        repeated,
        ends: span === 0 ? 0 : Math.floor(repeated * b),
        pairs: indicators === 2 ? pairs : 0,
      }
    })

  it('the usual and the shown chart fit, and each has its reason in both languages', () => {
    fc.assert(
      fc.property(anyFacts, fc.option(fc.constantFrom(...comparisonCharts, 'flow', 'coverage')), (facts, wanted) => {
        const { offers, usual: first, shown, why } = chooseChart(facts, wanted)
        const fitting = offers.filter((offer) => offer.fits).map((offer) => offer.chart)
        expect(fitting).toContain(first)
        expect(fitting).toContain(shown)
        expect(why.zh.length * why.en.length).toBeGreaterThan(0)
        expect(offers.map((offer) => offer.chart)).toEqual(comparisonCharts)
        if (wanted !== null && fitting.some((chart) => chart === wanted)) expect(shown).toBe(wanted)
      }),
    )
  })

  it('a chart that cannot be drawn never fits', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const fits = new Set(chooseChart(facts, null).offers.flatMap((offer) => (offer.fits ? [offer.chart] : [])))
        const [from, to] = facts.years
        if (from === to) for (const chart of ['trend', 'multiples', 'slope', 'rug'] as const) expect(fits.has(chart)).toBe(false)
        if (facts.yearsWithValue < 2) for (const chart of ['trend', 'multiples'] as const) expect(fits.has(chart)).toBe(false)
        if (facts.ends === 0) expect(fits.has('slope')).toBe(false)
        if (facts.pairs === 0) expect(fits.has('scatter')).toBe(false)
        if (facts.ranked === 0) expect(fits.has('strip')).toBe(false)
      }),
    )
  })
})

describe('the facts of a selection', () => {
  const granted = indicatorById(ourCatalogue, 'outcome_granted')
  const about = { indicator: granted, agencies: 3, years: [2018, 2022] as const, at: 'latest' as const, ordersOneYear: false, ranked: 2 }

  it('count numbers only: no blank, no prose, no rate over too few', () => {
    const rows = [
      compared('a', 2018, 5),
      compared('a', 2019, null),
      compared('b', 2019, 4, { evidence: 'B' }),
      compared('b', 2020, 7),
      compared('b', 2021, 0),
    ]
    expect(findFacts(rows, null, about)).toMatchObject({ yearsWithValue: 3, repeated: 1, pairs: 0, indicators: 1 })
    const rate = indicatorById(ourCatalogue, 'disclosure_rate')
    const rates = [compared('a', 2021, 0.5, { n: 4 }), compared('a', 2022, 0.5, { n: 40 })]
    expect(findFacts(rates, null, { ...about, indicator: rate })).toMatchObject({ yearsWithValue: 1, repeated: 0 })
  })

  it('set the first and the last year side by side only where the forms let them', () => {
    const across = [compared('a', 2018, 5), compared('a', 2022, 6), compared('b', 2018, 1)]
    expect(findFacts(across, null, about).ends).toBe(0)
    const within = [compared('a', 2020, 5), compared('a', 2022, 6), compared('b', 2020, 1)]
    expect(findFacts(within, null, { ...about, years: [2020, 2022] }).ends).toBe(1)
    const chosen = findFacts(within, null, { ...about, years: [2020, 2025], at: 2022, ordersOneYear: true })
    expect(chosen).toMatchObject({ sides: [2020, 2022], ends: 1 })
  })

  it('count the reports that have a number of both indicators', () => {
    const second = [compared('a', 2020, 3), compared('b', 2020, null), compared('c', 2020, 8)]
    expect(findFacts([compared('a', 2020, 5), compared('b', 2020, 6)], second, about).pairs).toBe(1)
    expect(findFacts([compared('a', 2020, 5)], second, { ...about, at: 2021 }).pairs).toBe(0)
  })
})
