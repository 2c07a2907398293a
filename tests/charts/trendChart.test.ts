import { describe, expect, it } from 'vitest'
import {
  describeTrend,
  formChangesOf,
  heightOfTrend,
  pointsOfTrend,
  runsOf,
  tableOfTrend,
  trendChart,
} from '../../src/charts/trendChart.ts'
import { compared, contextOf } from './comparedRows.ts'
import { drawSvg } from './drawSvg.ts'

interface Series {
  readonly id: string
  readonly type: string
  readonly connectNulls?: boolean
  readonly data: readonly (readonly [number, number])[]
}
const seriesOf = (option: object): readonly Series[] => (option as { series: readonly Series[] }).series
type Mark = readonly [number, number]
const lines = (option: object): readonly Series[] =>
  seriesOf(option)
    .filter((series) => series.type === 'line')
    .map((series) => ({
      ...series,
      data: series.data.map((mark: Mark | { readonly value: Mark }) => ('value' in mark ? mark.value : mark)),
    }))

describe('a line over years', () => {
  it('draws a reported zero as zero and a missing year as a gap', () => {
    const rows = [compared('a', 2019, 0), compared('a', 2020, null), compared('a', 2021, 7), compared('a', 2022, 9)]
    const drawn = lines(trendChart(rows, contextOf('requests_new', { focus: ['a'] })))
    expect(drawn.map((series) => series.data)).toEqual([
      [[2019, 0]],
      [
        [2021, 7],
        [2022, 9],
      ],
    ])
    expect(drawn.every((series) => series.connectNulls === false)).toBe(true)
  })

  it('never draws a blank as zero: it stands below the axis, not on it', () => {
    const rows = [compared('a', 2019, null, { state: 'blank' }), compared('a', 2020, 4)]
    const option = trendChart(rows, contextOf('requests_new', { focus: ['a'] }))
    expect(lines(option).flatMap((series) => series.data)).toEqual([[2020, 4]])
    expect(
      seriesOf(option)
        .filter((series) => series.id === 'gap-a')
        .map((series) => series.data),
    ).toEqual([[[2019, 0]]])
  })

  it('keeps a name off the mark of the break at which its line stops while other figures go on', () => {
    const rows = [2017, 2018].map((year) => compared('a', year, 8)).concat(compared('b', 2020, 5))
    const placeIn = (width: number) =>
      seriesOf(trendChart(rows, contextOf('outcome_granted', { focus: ['a'], width })))
        .flatMap((series) => (series.id === 'line-a-0' ? (series.data as readonly object[]) : []))
        .flatMap((mark) => ('label' in mark ? [mark.label] : []))
    expect(placeIn(640)).toMatchObject([{ position: 'top' }])
    expect(placeIn(640)).not.toMatchObject([{ align: 'right' }])
    expect(placeIn(260)).toMatchObject([{ position: 'top', align: 'right' }])
  })

  it('joins what is identical or has a note, and stops where a form counts something else', () => {
    const rows = [2017, 2018, 2019, 2020, 2021].map((year) => compared('a', year, year - 2010))
    const yearsOf = (indicator: string) => runsOf(rows, contextOf(indicator)).map((run) => run.map((row) => row.year))
    expect(yearsOf('requests_new')).toEqual([[2017, 2018, 2019, 2020, 2021]])
    expect(yearsOf('outcome_granted')).toEqual([
      [2017, 2018],
      [2019, 2020, 2021],
    ])
    expect(yearsOf('refusal_rate')).toEqual([
      [2017, 2018],
      [2019, 2020, 2021],
    ])
    expect(yearsOf('normative_docs_in_force')).toEqual([[2017, 2018], [2019, 2020], [2021]])
  })

  it('judges by the forms that were used, not by the years', () => {
    const late = [compared('a', 2018, 3), compared('a', 2019, 4, { form: 'pre2019_table' }), compared('a', 2020, 5)]
    expect(runsOf(late, contextOf('outcome_granted')).map((run) => run.map((row) => row.year))).toEqual([[2018, 2019], [2020]])
  })

  it('does not join figures of the agency itself with figures of the whole government', () => {
    const rows = [compared('a', 2019, 3), compared('a', 2020, 40, { scope: 'aggregate' })]
    expect(runsOf(rows, contextOf('requests_new'))).toHaveLength(2)
  })

  it('keeps numbers told in prose out of every line, as hollow marks with their grade', () => {
    const rows = [compared('a', 2018, 3), compared('a', 2019, null, { state: 'not_in_form' }), compared('a', 2019, 5, { evidence: 'B' })]
    const option = trendChart(rows, contextOf('staff_total', { focus: ['a'] }))
    expect(lines(option).flatMap((series) => series.data)).toEqual([[2018, 3]])
    expect(seriesOf(option).find((series) => series.id === 'prose-a')?.data).toMatchObject([{ value: [2019, 5] }])
  })

  it('marks the change of form with its reason, and a note where lines run on', () => {
    expect(formChangesOf(contextOf('outcome_granted')).map(({ between, joins }) => ({ between, joins }))).toEqual([
      { between: [2018, 2019], joins: false },
    ])
    expect(formChangesOf(contextOf('requests_new')).map(({ between, joins }) => ({ between, joins }))).toEqual([
      { between: [2018, 2019], joins: true },
    ])
    expect(formChangesOf(contextOf('outcome_granted', { years: [2019, 2022] }))).toEqual([])
    for (const change of formChangesOf(contextOf('outcome_granted'))) expect(change.why.length).toBeGreaterThan(4)
  })

  it('marks no change between two forms that both lack the row', () => {
    expect(formChangesOf(contextOf('staff_total')).map(({ between }) => between)).toEqual([[2018, 2019]])
  })

  it('names lines that end close to each other one below the other, beyond the break that all stop at', () => {
    const rows = ['a', 'b'].flatMap((agency) => [compared(agency, 2017, 3), compared(agency, 2018, 4)])
    const names = seriesOf(trendChart(rows, contextOf('staff_total', { focus: ['a', 'b'] }))).find((series) => series.id === 'names')
    const { renderItem } = names as unknown as {
      renderItem: (params: object, api: object) => { children: { style: { x: number; y: number } }[] }
    }
    const [first, second] = renderItem({ coordSys: { y: 40, height: 200 } }, { coord: () => [100, 120] }).children
    expect((second?.style.y ?? NaN) - (first?.style.y ?? NaN)).toBeGreaterThan(13)
    expect(first?.style.x).toBeGreaterThan(120)
  })

  it('leaves out a rate over fewer cases than may be told as a rate', () => {
    const rows = [compared('a', 2021, 2 / 3, { n: 3 }), compared('a', 2022, 0.4, { n: 45 })]
    const option = trendChart(rows, contextOf('disclosure_rate', { focus: ['a'] }))
    expect(lines(option).flatMap((series) => series.data)).toEqual([[2022, 0.4]])
    const texts = tableOfTrend(rows, '', contextOf('disclosure_rate')).rows.map((row) => row.cells[2])
    expect(texts).toEqual(['3 件中 2 件', '40.0%'])
  })
})

describe('the table, the stops and the words', () => {
  const rows = [
    compared('a', 2018, 3),
    compared('a', 2019, 0),
    compared('b', 2018, null, { state: 'blank' }),
    compared('b', 2019, null, { state: 'not_loaded' }),
  ]
  const context = contextOf('requests_new', { years: [2018, 2019], agencies: contextOf('requests_new').agencies.slice(0, 2) })

  it('hold every agency and year, a missing value as its reason', () => {
    expect(tableOfTrend(rows, 'T', context).rows.map((row) => row.cells.slice(0, 4))).toEqual([
      ['甲局', '2018', '3', '有数'],
      ['甲局', '2019', '0', '零'],
      ['乙局', '2018', '空白', '空白'],
      ['乙局', '2019', '未收录', '未收录'],
    ])
    expect(pointsOfTrend(rows, context).map((series) => series.map((point) => point.text))).toEqual([
      ['甲局，2018 年，3 件', '甲局，2019 年，0 件'],
      ['乙局，2018 年，空白', '乙局，2019 年，未收录'],
    ])
  })

  it('say how many of how many have a value, and why the others have none, in at most 300 characters', () => {
    const text = describeTrend(rows, context)
    expect(text).toContain('4处中2处有数值')
    expect(text).toContain('缺2处：空白 1，未收录 1')
    expect(text.length).toBeLessThanOrEqual(300)
  })
})

it('sets the letter of a prose figure above its ring where the table says about the same', () => {
  const rows = [
    ...[2019, 2020].map((year) => compared('a', year, 50)),
    compared('a', 2019, 51, { evidence: 'B' }),
    compared('a', 2020, 20, { evidence: 'B' }),
  ]
  const prose = seriesOf(trendChart(rows, contextOf('requests_new', { focus: ['a'] }))).find(({ id }) => id === 'prose-a')
  const positions = prose?.data.map((mark) => (mark as unknown as { readonly label: { readonly position: string } }).label.position)
  expect(positions).toEqual(['top', 'inside'])
})

it('looks as it did when someone last looked at it', async () => {
  const rows = [
    ...[2017, 2018, 2019, 2020].map((year, i) => compared('a', year, [12, 20, 31, 45][i] ?? null)),
    compared('a', 2021, null, { state: 'blank' }),
    compared('a', 2022, 60),
    ...[2017, 2018].map((year) => compared('b', year, 8)),
    ...[2019, 2020, 2021, 2022].map((year) => compared('b', year, null, { state: 'not_loaded' })),
    compared('b', 2020, 5, { evidence: 'B' }),
  ]
  const context = contextOf('outcome_granted', { agencies: contextOf('requests_new').agencies.slice(0, 2) })
  await expect(drawSvg(trendChart(rows, context), 640, heightOfTrend(rows, context))).toMatchFileSnapshot('trend.svg')
})
