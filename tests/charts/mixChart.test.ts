import { describe, expect, it } from 'vitest'
import { describeMix, heightOfMix, mixChart, pointsOfMix, sectionsShown, tableOfMix, type MixMeasure } from '../../src/charts/mixChart.ts'
import { colorPlaces, mixByBodies, mixByYears, type Mix, type MixSection } from '../../src/charts/mixFigures.ts'
import { titleOfMix } from '../../src/charts/mixTitle.ts'
import { disputeMixes, groundMixes, outcomeMixes, type MixShape } from '../../src/indicators/requestFlow.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { GatheredReader } from '../../src/questions/gatheredValues.ts'
import { drawSvg } from './drawSvg.ts'
import { readInvented, requestContextOf, type InventedReport } from './requestRows.ts'

const context = requestContextOf({ width: 640 })
const sectionsOf = (mixes: readonly MixShape[], read: GatheredReader): MixSection[] =>
  mixes.map(({ forms, whole, kinds }) => {
    const kindOf = (indicator: MixShape['whole']) => ({
      key: indicator.id,
      name: indicator.shortName ?? indicator.name,
      rows: read(indicator),
    })
    return { forms, whole: kindOf(whole), kinds: kinds.map(kindOf) }
  })
const outcomes = (reports: readonly InventedReport[]): MixSection[] => sectionsOf(outcomeMixes(ourCatalogue), readInvented(reports))
const cellsOf = (mix: Mix, key: string): readonly string[] => tableOfMix(mix, '', context).rows.find((row) => row.key === key)?.cells ?? []
const barsOf = (mix: Mix, measure: MixMeasure): readonly { readonly id: string; readonly data: readonly (number | null)[] }[] =>
  (mixChart(mix, measure, context) as unknown as { series: { id: string; type: string; data: (number | null)[] }[] }).series.filter(
    ({ type }) => type === 'bar',
  )

/** 41 answers: 20 granted, 6 in part, 5 refused, 7 unable, 2 not processed, 1 other. */
const answers = {
  outcomes_total: 41,
  outcome_granted: 20,
  outcome_partial: 6,
  refused_admin_query: 5,
  unable_not_held: 7,
  not_processed_duplicate: 2,
  other_misc: 1,
}
const older = { outcomes_total: 30, outcome_already_public: 10, outcome_granted: 12, outcome_nonexistent: 8 }

describe('a mix over years', () => {
  it('adds up the bodies of a year: its table equals sums made another way', () => {
    const reports: InventedReport[] = [
      { agency: 'a', year: 2021, form: 'y2021', figures: answers },
      { agency: 'b', year: 2021, form: 'y2021', figures: { outcomes_total: 9, outcome_granted: 4, unable_not_held: 5 } },
      { agency: 'a', year: 2022, form: 'y2021', figures: { outcomes_total: 3, outcome_granted: 2, other_misc: 1 } },
      { agency: 'b', year: 2022, form: null },
    ]
    const mix = mixByYears(outcomes(reports), [2021, 2022], 20)
    const sum = (ids: readonly string[]): number => {
      let total = 0
      for (const { year, figures = {} } of reports) if (year === 2021) for (const id of ids) total += Number(figures[id] ?? 0)
      return total
    }
    const newest = mix.sections.findIndex(({ forms }) => forms.includes('y2021'))
    const before = mix.sections.slice(0, newest).reduce((count, section) => count + section.kinds.length, 0)
    const told = cellsOf(mix, 'y-2021').slice(2 + before, 2 + before + 6)
    const counts = [['outcome_granted'], ['outcome_partial'], ['refused_admin_query'], ['unable_not_held'], ['not_processed_duplicate'], ['other_misc']].map(sum) // prettier-ignore
    expect(cellsOf(mix, 'y-2021')[1]).toBe(String(sum(['outcomes_total'])))
    expect(told).toEqual(counts.map((count) => `${count}（${((100 * count) / 50).toFixed(1)}%）`))
    expect(cellsOf(mix, 'y-2021').at(-1)).toBe('2/2')
  })

  it('keeps a blank out of the sums, and says n of N beside every bar', () => {
    const mix = mixByYears(
      outcomes([
        { agency: 'a', year: 2022, form: 'y2021', figures: answers },
        { agency: 'b', year: 2022, form: 'y2021', figures: { ...answers, outcome_partial: 'blank' } },
        { agency: 'c', year: 2022, form: null },
      ]),
      [2022, 2022],
      20,
    )
    expect(cellsOf(mix, 'y-2022')[1]).toBe('41')
    expect(cellsOf(mix, 'y-2022').at(-1)).toBe('1/3')
  })

  it('keeps the blank of a single body: no share, a hatched piece, its reason in the table', () => {
    const mix = mixByYears(
      outcomes([{ agency: 'a', year: 2022, form: 'y2021', figures: { ...answers, outcome_partial: 'blank' } }]),
      [2022, 2022],
      20,
    )
    expect(cellsOf(mix, 'y-2022')).toContain('空白')
    expect(barsOf(mix, 'share').flatMap(({ data }) => data.filter((value) => value !== null))).toEqual([])
    const drawn = barsOf(mix, 'count').find(({ id }) => id.endsWith('outcome_partial') && id.startsWith('y2019'))
    expect(drawn?.data).toEqual([null])
  })

  it('never joins the kinds of forms that sort otherwise: own series, own legend, a break between', () => {
    const mix = mixByYears(
      outcomes([
        { agency: 'a', year: 2018, form: 'pre2019_table', figures: older },
        { agency: 'a', year: 2019, form: 'y2019', figures: answers, rest: 0 },
        { agency: 'a', year: 2021, form: 'y2021', figures: answers },
      ]),
      [2018, 2021],
      20,
    )
    expect(mix.sections.map(({ forms }) => forms)).toEqual([['pre2019_table'], ['y2019', 'y2021']])
    const granted = barsOf(mix, 'count').filter(({ id }) => id.endsWith(' outcome_granted'))
    expect(granted.map(({ id, data }) => [id, data.filter((value) => value !== null)])).toEqual([
      ['pre2019_table outcome_granted', [12]],
      ['y2019-y2021 outcome_granted', [20, 20]],
    ])
    expect(sectionsShown(mix)).toHaveLength(2)
    // Two headings, four years; the year without a report stays a line of its own.
    expect(heightOfMix(mix, context)).toBe(6 * 24 + context.palette.small * 2.2 + 6)
  })

  it('adds neither other forms nor whole governments to single bodies', () => {
    const mix = mixByYears(
      outcomes([
        { agency: 'a', year: 2022, form: 'y2021', figures: answers },
        { agency: 'b', year: 2022, form: 'y2021', scope: 'aggregate', figures: { outcomes_total: 900, outcome_granted: 900 } },
        { agency: 'c', year: 2022, form: 'pre2019_table', figures: older },
      ]),
      [2022, 2022],
      20,
    )
    expect([cellsOf(mix, 'y-2022')[1], cellsOf(mix, 'y-2022').at(-1)]).toEqual(['41', '1/3'])
  })

  it('says of years whose form has no such rows that it has none, and joins them to one line', () => {
    const grounds = groundMixes(ourCatalogue).find(({ group }) => group.id === 'unable_total')
    const reports = [2015, 2016, 2017, 2018].map((year): InventedReport => ({ agency: 'a', year, form: 'pre2019_table', figures: older }))
    const mix = mixByYears(sectionsOf(grounds?.mixes ?? [], readInvented(reports)), [2015, 2018], 20)
    expect(mix.rows.map(({ state }) => state)).toEqual(['not_in_form', 'not_in_form', 'not_in_form', 'not_in_form'])
    expect(
      pointsOfMix(mix, 'count', context)
        .flat()
        .map(({ text }) => text),
    ).toEqual(['2015–2018 年，本表无此项'])
  })

  it('compares results of reviews across forms only where every result is on both', () => {
    expect(disputeMixes(ourCatalogue).map(({ mixes }) => mixes.map(({ forms, kinds }) => [forms.join('+'), kinds.length]))).toEqual([
      [['y2019+y2021', 4], ['pre2019_table', 3]],
      [['y2019+y2021', 4], ['pre2019_table', 3]],
    ]) // prettier-ignore
  })
})

describe('a mix over bodies', () => {
  const reports: InventedReport[] = [
    { agency: 'a', year: 2022, form: 'y2021', figures: answers },
    { agency: 'b', year: 2022, form: 'y2021', figures: { outcomes_total: 3, outcome_granted: 2, other_misc: 1 } },
    { agency: 'c', year: 2022, form: 'y2021' },
    { agency: 'd', year: 2022, form: null },
    { agency: 'e', year: 2022, form: 'y2021', figures: { outcomes_total: 30, outcome_granted: 28 } },
  ]
  const mix = mixByBodies(outcomes(reports), 2022, (id) => id, 20)

  it('puts the largest first, counts zeros in one line and keeps the reason of who has none', () => {
    expect(mix.rows.map(({ agency, state }) => [agency, state])).toEqual([
      ['a', null],
      ['e', null],
      ['b', null],
      ['c', null],
      ['d', 'not_loaded'],
    ])
    expect(pointsOfMix(mix, 'count', context).map(([first]) => first?.text)).toEqual([
      'a，2022 年，予以公开 20（48.8%）',
      'e，2022 年，予以公开 28（93.3%）',
      'b，2022 年，予以公开 2',
      'd，2022 年，未收录',
    ])
  })

  it('draws no share of three answers: they are written out', () => {
    const shares = barsOf(mix, 'share').flatMap(({ data }) => [data[2]])
    expect(shares.every((value) => value === null)).toBe(true)
    expect(cellsOf(mix, 'b-b')).toContain('2')
    expect(drawSvg(mixChart(mix, 'share', context), 640, heightOfMix(mix, context))).toContain('3 件：予以公开 2，其他处理 1')
  })

  it('shows where kinds and total differ, as a dashed box', () => {
    expect(drawSvg(mixChart(mix, 'share', context), 640, heightOfMix(mix, context)).match(/stroke-dasharray="3,2"/g)).toHaveLength(1)
  })

  it('is told in words whose numbers stand in the table, and looks as it did', async () => {
    const text = describeMix(mix, '办理结果', context)
    expect(text.length).toBeLessThanOrEqual(300)
    for (const count of ['41', '20', '7', '6', '5']) expect(cellsOf(mix, 'b-a').join(' ')).toContain(count)
    expect(text).toContain('予以公开 20')
    await expect(drawSvg(mixChart(mix, 'share', context), 640, heightOfMix(mix, context))).toMatchFileSnapshot('requestMix.svg')
  })

  it('sets whole governments apart from single bodies, under a heading of their own, however large they are', () => {
    const own = reports.map((report): InventedReport => ({ ...report, scope: 'own' }))
    const government: InventedReport = {
      agency: 'f',
      year: 2022,
      form: 'y2021',
      scope: 'aggregate',
      figures: { outcomes_total: 900, outcome_granted: 900 },
    }
    const mix = mixByBodies(outcomes([government, ...own]), 2022, (id) => id, 20)
    const ranked = mix.rows.filter(({ state }) => state === null).map(({ agency, scope }) => `${agency} ${scope}`)
    expect(ranked.slice(0, 3)).toEqual(['a own', 'e own', 'b own'])
    expect(ranked.at(-1)).toBe('f aggregate')
    const drawn = drawSvg(mixChart(mix, 'count', context), 640, heightOfMix(mix, context))
    expect(drawn).toContain('>全政府汇总</text>')
    expect(
      drawSvg(
        mixChart(
          mixByBodies(outcomes(own), 2022, (id) => id, 20),
          'count',
          context,
        ),
        640,
        300,
      ),
    ).not.toContain('只统计本机关')
  })

  it('says so where it tells of another year than the one asked for', () => {
    const years = outcomes([
      { agency: 'a', year: 2021, form: 'y2021', figures: answers },
      { agency: 'a', year: 2022, form: null },
    ])
    const mix = mixByYears(years, [2021, 2022], 20)
    expect(titleOfMix(mix, 2022, '答复', context)).toMatch(/^2022 年没有可用的数值；2021 年，/)
    expect(titleOfMix(mix, 2021, '答复', context)).toMatch(/^2021 年，/)
  })
})

describe('colours of kinds', () => {
  it('stay with a kind on both sides of a break, and two kinds of one side never share one', () => {
    const [before, after] = colorPlaces([...outcomes([])].reverse())
    expect(after).toEqual([0, 1, 2, 3, 4, 5])
    expect(new Set(before).size).toBe(8)
    // Granted in full, in part and refused are on both.
    expect(before?.slice(1, 4)).toEqual([0, 1, 2])
  })
})

describe('the title of a mix', () => {
  const granted = { outcomes_total: 30, outcome_granted: 18, unable_not_held: 12 }

  it('says over how many bodies it adds up where some have a blank, and nothing of it where all are in', () => {
    const blank: InventedReport = { agency: 'b', year: 2021, form: 'y2021', figures: { ...granted, outcome_partial: 'blank' } }
    const years = (reports: readonly InventedReport[]) =>
      titleOfMix(mixByYears(outcomes(reports), [2021, 2021], 20), 2021, '办理结果总计', context)
    expect(years([{ agency: 'a', year: 2021, form: 'y2021', figures: granted }, blank])).toBe(
      '2021 年，2 个机关中 1 个的办理结果总计 30 件，其中予以公开 18 件（60.0%），为最多',
    )
    expect(years(['a', 'b'].map((agency) => ({ agency, year: 2021, form: 'y2021', figures: granted })))).toBe(
      '2021 年，办理结果总计 60 件，其中予以公开 36 件（60.0%），为最多',
    )
  })

  it('names the body with the most among those of one scope, never a whole government beside single bodies', () => {
    const reports: InventedReport[] = [
      { agency: 'a', year: 2021, form: 'y2021', figures: granted },
      { agency: 'b', year: 2021, form: 'y2021' },
      { agency: 'c', year: 2021, form: 'y2021', scope: 'aggregate', figures: { outcomes_total: 900, outcome_granted: 900 } },
    ]
    const title = (some: readonly InventedReport[]) =>
      titleOfMix(
        mixByBodies(outcomes(some), 2021, (id) => id, 20),
        2021,
        '办理结果总计',
        context,
      )
    expect(title(reports)).toBe('2021 年，有数值的 2 个机关中 1 个办理结果总计（只统计本机关）不为零，最多的是甲局，30 件')
    expect(title(reports.slice(0, 2))).toBe('2021 年，有数值的 2 个机关中 1 个办理结果总计不为零，最多的是甲局，30 件')
  })
})
