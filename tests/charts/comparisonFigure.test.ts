import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Agency } from '../../src/agencies.ts'
import { comparisonCharts, type ComparisonChart } from '../../src/charts/chooseChart.ts'
import { readComparison, type ComparisonSettings } from '../../src/charts/comparison.ts'
import { figureOfComparison } from '../../src/charts/comparisonFigure.ts'
import type { Figure } from '../../src/charts/figure.ts'
import { paletteOf } from '../../src/charts/palette.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { readPairAs } from '../../src/indicators/readings.ts'
import { askComparison } from '../../src/questions/askComparison.ts'
import { compareAgencies } from '../../src/questions/compareAgencies.ts'
import type { ComparedValue } from '../../src/questions/comparedValue.ts'
import { wordsIn } from '../../src/text/words.ts'
import { comparePlainly, readPlainDataset } from '../questions/plainComputation.ts'
import { testAgencies } from './comparedRows.ts'

// The rows are worked out from the CSV files with loops; that the engine gives the same ones is proven elsewhere.
const data = readPlainDataset('tests/datasets/small')
const reportById = new Map(data.reports.map((report) => [report.report_id, report]))

const agency = (id: string, shortName: string, more: Partial<Agency> = {}): Agency => ({
  ...(testAgencies[0] as Agency),
  id,
  name: shortName,
  shortName,
  ...more,
})
const all: readonly Agency[] = [
  agency('jia-ju', '甲局', { supervisorId: 'ding-fu' }),
  agency('yi-ju', '乙局', { supervisorId: 'ding-fu' }),
  agency('ding-fu', '丁区政府'),
  agency('bing-zhen', '丙镇', { level: 'town', supervisorId: 'ding-fu' }),
]

const plain: ComparisonSettings = {
  indicators: ['requests_new'],
  agencies: null,
  years: [2018, 2022],
  focus: null,
  at: null,
  prose: false,
  blanksAsZero: false,
  applicant: null,
  per: null,
  bench: null,
  sort: null,
  by: null,
  ownAxes: false,
  sameBodies: false,
  chart: null,
}

/** The figure of the settings, drawn from `rows`, in Chinese. */
function figureFrom(rows: readonly ComparedValue[], chart: ComparisonChart, settings: ComparisonSettings): Figure {
  const agencies = all.filter(({ id }) => settings.agencies?.includes(id) ?? true)
  const known = { catalogue: ourCatalogue, agencies, all, lang: 'zh', words: wordsIn('zh'), palette: paletteOf('light', 'zh') } as const
  return figureOfComparison(readComparison(rows, readPairAs(ourCatalogue, settings), settings, known), chart, settings)
}

/** The answer to the question that the settings ask. */
function answer(settings: ComparisonSettings): ComparedValue[] {
  const asked = askComparison(readPairAs(ourCatalogue, settings), settings)
  return asked.indicators.flatMap((id) =>
    comparePlainly(data, ourCatalogue, id, asked)
      .filter((row) => asked.agencies?.includes(row.agency) ?? true)
      .map((row) => {
        const { form = null, scope = null } = reportById.get(row.report ?? '') ?? {}
        return { ...row, form, scope } as ComparedValue
      }),
  )
}

function draw(chart: ComparisonChart, more: Partial<ComparisonSettings> = {}): Figure {
  const settings = { ...plain, ...more }
  return figureFrom(answer(settings), chart, settings)
}

const toldRows = ({ rows }: Figure): string[] => rows.map(({ agency, year, value, state }) => `${agency} ${year} ${value ?? state}`)
const toldTable = ({ table }: Figure): string[] => table.rows.map(({ cells }) => cells.join('|'))

describe('a figure of a comparison is whole without a page', () => {
  it('bar: one year in order, each body once, those without a number last', () => {
    const figure = draw('bar', { prose: true })
    expect(figure.subtitle).toEqual(['新收申请数', '4 个机关', '2021 年', '件', 'A 表格数字', '竖线为各组中位数'])
    expect(figure.n).toBe('2/4 有数值，未收录 2')
    expect(toldRows(figure)).toEqual(['jia-ju 2021 30', 'ding-fu 2021 400', 'bing-zhen 2021 not_loaded', 'yi-ju 2021 not_loaded'])
    expect(toldTable(figure).map((row) => row.split('|').slice(0, 3).join(' '))).toEqual([
      '甲局 2021 30',
      '丁区政府 2021 400',
      '丙镇 2021 未收录',
      '乙局 2021 未收录',
    ])
    expect(figure.notes).toContain('排名只用表格数字；另有 1 个机关的数字见于正文：乙局。')
    expect(figure.source).toBe('来源：2 份年报原文')
  })

  it('strip: the figures of one year, each in its scope', () => {
    const figure = draw('strip', { at: 2021 })
    expect(figure.subtitle).toEqual(['新收申请数', '4 个机关', '2021 年', '件', 'A 表格数字'])
    expect(figure.n).toBe('2/4 有数值，未收录 2')
    expect(toldRows(figure).sort()).toEqual(['bing-zhen 2021 not_loaded', 'ding-fu 2021 400', 'jia-ju 2021 30', 'yi-ju 2021 not_loaded'])
    expect(toldTable(figure)[2]).toBe('丁区政府|全政府汇总|2021|400|有数|2021 表式')
  })

  it.each(['trend', 'multiples'] as const)('%s: every year of every body, the prose beside the table', (chart) => {
    const figure = draw(chart, { prose: true, agencies: ['jia-ju', 'yi-ju'] })
    expect(figure.subtitle.slice(0, 4)).toEqual(['新收申请数', '2 个机关', '2018–2022', '件'])
    expect(figure.n).toBe('5/10 有数值，空白 1，未附表 1，未收录 3')
    expect(toldTable(figure)).toEqual([
      '甲局|2018|40|有数|A 表格数字|2014 表式',
      '甲局|2018|40|有数|B 正文数字|2014 表式',
      '甲局|2019|25|有数|A 表格数字|2019 表式',
      '甲局|2020|未收录|未收录|–|未收录',
      '甲局|2021|30|有数|A 表格数字|2021 表式',
      '甲局|2022|52|有数|A 表格数字|2021 表式',
      '乙局|2018|未附表|未附表|–|仅文字',
      '乙局|2018|0|零|D 文字否定|仅文字',
      '乙局|2019|空白|空白|A 表格数字|2019 表式',
      '乙局|2020|0|零|A 表格数字|2019 表式',
      '乙局|2021|未收录|未收录|–|未收录',
      '乙局|2022|未收录|未收录|–|未收录',
    ])
    expect(figure.rows).toHaveLength(12)
    expect(figure.source).toBe('来源：7 份年报原文')
  })

  it('like for like: only bodies with a number in every year, and the subtitle says how many are left out', () => {
    for (const chart of ['bar', 'strip', 'trend', 'multiples', 'slope', 'rug'] as const) {
      const figure = draw(chart, { sameBodies: true, years: [2021, 2022] })
      expect(figure.subtitle).toContain('只看 2021–2022 年每年都有数的 1 个机关，略去 3 个')
      expect(new Set(figure.rows.map(({ agency }) => agency))).toEqual(new Set(['jia-ju']))
    }
    const none = draw('trend', { sameBodies: true })
    expect(none.subtitle).toContain('没有机关在 2018–2022 年每年都有数')
    expect(none.rows).toEqual([])
  })

  it('slope: the first and the last year of each body', () => {
    const figure = draw('slope')
    expect(figure.subtitle).toEqual(['新收申请数', '4 个机关', '2018 年与 2022 年', '件', 'A 表格数字'])
    expect(figure.n).toBe('2/8 有数值，未附表 1，未收录 5')
    expect(toldRows(figure).filter((row) => row.startsWith('jia-ju'))).toEqual(['jia-ju 2018 40', 'jia-ju 2022 52'])
    expect(toldTable(figure)).toEqual([
      '甲局|40|52|高 12 件|2014 表式|2021 表式',
      '乙局|未附表|未收录|没有数值|仅文字|未收录',
      '丁区政府|未收录|未收录|没有数值|未收录|未收录',
      '丙镇|未收录|未收录|没有数值|未收录|未收录',
    ])
  })

  it('scatter: both figures of one report', () => {
    const figure = draw('scatter', { indicators: ['requests_new', 'outcomes_total'] })
    expect(figure.subtitle).toEqual(['新收申请数 × 办理结果总计', '2021 年', 'A 表格数字'])
    expect(figure.n).toBe('4 个机关中 2 个两项都有数值，两项都缺 2')
    expect(figure.rows.filter(({ agency }) => agency === 'jia-ju').map(({ value }) => value)).toEqual([30, 31])
    expect(toldTable(figure).slice(0, 2)).toEqual(['甲局|2021|30|31|画出|2021 表式', '丁区政府|2021|400|408|口径或范围不同|2021 表式'])
    expect(draw('scatter').chart).toBe('bar')
  })

  it('rug: a cell for each body and year, as a table without a drawing', () => {
    const figure = draw('rug', { agencies: ['yi-ju'] })
    expect(figure.drawing).toBeNull()
    expect(figure.subtitle).toEqual(['新收申请数', '1 个机关', '2018–2022', '件'])
    expect(figure.n).toBe('1/5 有数值，空白 1，未附表 1，未收录 2')
    expect(toldTable(figure).map((row) => row.split('|')[3])).toEqual(['未附表', '空白', '0 件', '未收录', '未收录'])
  })

  it.each(['trend', 'multiples'] as const)('%s: names each reason that stands as a texture alone, once', (chart) => {
    expect(draw(chart, { agencies: ['yi-ju'] }).states).toEqual(['not_reported', 'blank', 'not_loaded'])
  })

  it('counts the place of a figure of the prose as one without a table figure', () => {
    const [withProse, without] = [draw('rug', { prose: true }), draw('rug')]
    expect(withProse.n).toBe('6/20 有数值，空白 1，未附表 1，未收录 12')
    expect(withProse.n).toBe(without.n)
    expect(withProse.title).toBe(without.title)
  })

  it('says what is not published: a relation to a base is worked out from both figures of a report', () => {
    const figure = draw('trend', { per: 'requests', indicators: ['outcome_granted'], agencies: ['jia-ju'], years: [2021, 2022] })
    // 10 of 30, and 26 of 52.
    expect(figure.rows.map(({ value, n }) => [value, n])).toEqual([
      [(100 * 10) / 30, 30],
      [50, 52],
    ])
    expect(figure.subtitle.at(-1)).toBe('算式：100 × 予以公开 ÷ 新收申请')
  })

  it('asks one question that the comparison can read, with one year more where the year before is the benchmark', () => {
    const settings: ComparisonSettings = { ...plain, bench: 'before', per: 'requests', indicators: ['outcome_granted'] }
    const asked = askComparison(readPairAs(ourCatalogue, settings), settings)
    expect(asked).toMatchObject({ indicators: ['outcome_granted', 'requests_new'], years: [2017, 2022] })
    expect(compareAgencies.readParams(asked, ourCatalogue)).toEqual(asked)
    expect(draw('trend', settings).question).toBe(compareAgencies.name)
  })
})

describe('the rows of a figure', () => {
  const years = [2017, 2018, 2019, 2020, 2021, 2022, 2023]
  const settingsOf = fc.record({
    ...Object.fromEntries(Object.entries(plain).map(([key, value]) => [key, fc.constant(value)])),
    indicators: fc.constantFrom(['requests_new'], ['outcome_granted'], ['disclosure_rate'], ['requests_new', 'disclosure_rate']),
    agencies: fc.option(fc.subarray(['jia-ju', 'yi-ju', 'ding-fu', 'bing-zhen'], { minLength: 1 })),
    years: fc.tuple(fc.constantFrom(...years), fc.constantFrom(...years)).map(([a, b]) => (a < b ? [a, b] : [b, a])),
    focus: fc.option(fc.subarray(['jia-ju', 'ding-fu'])),
    at: fc.option(fc.constantFrom('latest', ...years)),
    bench: fc.constantFrom(null, 'none', 'median', 'supervisor', 'before', 12),
    sort: fc.constantFrom(null, 'value', 'lowest', 'list'),
    by: fc.constantFrom(null, 'level', 'supervisor', 'region'),
    ownAxes: fc.boolean(),
  }) as unknown as fc.Arbitrary<ComparisonSettings>

  it('are those of the answer in the span that is shown, and never those of a body outside of the selection', () => {
    const everything: ComparisonSettings = { ...plain, years: [2016, 2024], prose: true }
    const given = ['requests_new', 'outcome_granted', 'disclosure_rate'].flatMap((id) => answer({ ...everything, indicators: [id] }))
    fc.assert(
      fc.property(settingsOf, fc.constantFrom(...comparisonCharts), (settings, chart) => {
        const [first, second] = settings.indicators
        const [from, to] = settings.years
        const isChosen = (row: ComparedValue): boolean => settings.agencies === null || settings.agencies.includes(row.agency)
        const inSpan = given.filter((row) => row.indicator === first && isChosen(row) && row.year >= from && row.year <= to)
        const tables = inSpan.filter((row) => row.evidence === 'A' || row.evidence === null)
        // More than was asked is handed over: other bodies, other years.
        const { chart: drawn, rows } = figureFrom(given, chart, settings)
        expect(rows.every(isChosen)).toBe(true)
        expect(new Set(rows).size).toBe(rows.length)
        if (drawn === 'trend' || drawn === 'multiples') expect(rows).toEqual(inSpan)
        if (drawn === 'slope') {
          const last = typeof settings.at === 'number' && settings.at > from && settings.at <= to ? settings.at : to
          expect(new Set(rows)).toEqual(new Set(tables.filter((row) => row.year === from || row.year === last)))
        }
        if (drawn === 'bar' || drawn === 'strip') {
          const at = from === to ? to : settings.at
          const expected = typeof at === 'number' && at >= from && at <= to ? tables.filter((row) => row.year === at) : null
          if (expected) expect(new Set(rows)).toEqual(new Set(expected))
          expect(rows.every((row) => tables.includes(row))).toBe(true)
          expect(rows).toHaveLength(new Set(tables.map((row) => row.agency)).size)
        }
        if (drawn === 'scatter') expect(rows.every((row) => row.indicator === first || row.indicator === second)).toBe(true)
        if (drawn === 'rug') {
          expect(rows.every((row) => inSpan.includes(row))).toBe(true)
          expect(new Set(rows.map((row) => `${row.agency} ${row.year}`)).size).toBe(tables.length)
        }
      }),
      { numRuns: 150 },
    )
  })
})
