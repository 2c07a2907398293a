import { describe, expect, it } from 'vitest'
import type { Agency } from '../../src/agencies.ts'
import type { ChartContext } from '../../src/charts/chartContext.ts'
import { describeStrip, heightOfStrip, pointsOfStrip, stripChart, tableOfStrip, titleOfStrip } from '../../src/charts/stripChart.ts'
import { stripRowsOf, type StripRow } from '../../src/charts/stripRows.ts'
import { stackMarks } from '../../src/charts/swarm.ts'
import type { ComparedValue } from '../../src/questions/comparedValue.ts'
import { compared, contextOf, testAgencies } from './comparedRows.ts'
import { drawSvg } from './drawSvg.ts'

const [sample] = testAgencies
/** Bodies p0–p7 of a prefecture and c0–c7 of its counties. */
const bodies: readonly Agency[] = ['prefecture' as const, 'county' as const].flatMap((level) =>
  Array.from({ length: 8 }, (_, i) => {
    const id = `${level.charAt(0)}${i}`
    return { ...(sample as Agency), id, name: id, shortName: id, level }
  }),
)
const contextIn = (year: number, more: Partial<ChartContext> = {}): ChartContext =>
  contextOf('requests_new', { agencies: bodies, years: [year, year], focus: ['p0', 'c1'], ...more })
const rowsOf = (
  rows: readonly ComparedValue[],
  context: ChartContext,
  by: 'none' | 'level' = 'none',
  at: number | 'latest' = 2022,
): StripRow[] => stripRowsOf(rows, at, by, context, bodies)
const full = [...bodies].map(({ id }, i) => compared(id, 2022, (i * 7) % 23))

interface Drawn {
  readonly series: readonly { readonly id: string; readonly data: readonly { readonly value: readonly [number, number] }[] }[]
}
/** Values of the marks, by the row of series that they stand in. */
const marksOf = (rows: readonly StripRow[], context: ChartContext): number[][] => {
  const found = new Map<string, number[]>()
  for (const { id, data } of (stripChart(rows, context) as unknown as Drawn).series) {
    const [kind, grid] = id.split('-')
    if (kind !== 'rest' && kind !== 'chosen') continue
    found.set(grid ?? '', [...(found.get(grid ?? '') ?? []), ...data.map(({ value }) => value[0])])
  }
  return [...found.values()].map((values) => values.sort((a, b) => a - b))
}

describe('a distribution', () => {
  it('draws every body once at its figure, in one row or in the rows of the groups', () => {
    const expected = full.map(({ value }) => value ?? NaN).sort((a, b) => a - b)
    expect(marksOf(rowsOf(full, contextIn(2022)), contextIn(2022))).toEqual([expected])
    expect(marksOf(rowsOf(full, contextIn(2022), 'level'), contextIn(2022))).toEqual([expected])
    expect(rowsOf(full, contextIn(2022), 'level').map((row) => [row.name, row.values.length])).toEqual([
      ['市级', 8],
      ['县级', 8],
    ])
  })

  it('keeps a blank out of the marks, counted with its reason', () => {
    const rows = [compared('p0', 2022, 0), compared('p1', 2022, null), compared('p2', 2022, null, { state: 'not_loaded' })]
    const context = contextIn(2022, { agencies: bodies.slice(0, 3) })
    const [row] = rowsOf(rows, context)
    expect(marksOf([row as StripRow], context)).toEqual([[0]])
    expect(row?.missing.map(({ agency, state }) => [agency, state])).toEqual([
      ['p1', 'blank'],
      ['p2', 'not_loaded'],
    ])
    expect(
      pointsOfStrip([row as StripRow], context)
        .flat()
        .map(({ text }) => text),
    ).toEqual(['p0，2022 年，0 件', 'p1，2022 年，空白', 'p2，2022 年，未收录'])
  })

  it('never puts figures of another scope, or of a form that counts differently, into one row', () => {
    const rows = [
      ...['p0', 'p1', 'p2', 'p3', 'p4'].map((id, i) => compared(id, 2022, i)),
      compared('p5', 2022, 900, { scope: 'aggregate' }),
      compared('c0', 2018, 44),
      compared('c1', 2021, null, { scope: null, form: null, report: null, state: 'not_loaded' }),
      compared('c1', 2019, 800, { scope: 'aggregate' }),
    ]
    const context = contextIn(2022, { indicator: contextOf('outcome_granted').indicator })
    const found = rowsOf(rows, context, 'none', 'latest')
    expect(found.map((row) => [row.name, row.values.map(({ agency }) => agency)])).toEqual([
      ['只统计本机关 · 2021 表式', ['p4', 'p3', 'p2', 'p1', 'p0']],
      ['只统计本机关 · 2014 表式', ['c0']],
      ['全政府汇总', ['p5', 'c1']],
    ])
    // Rows of other sections stand on an axis of their own.
    expect(new Set(found.map(({ section }) => section)).size).toBe(3)
  })

  it('gives no middle half below five values, and says so', () => {
    const four = full.slice(0, 4)
    const context = contextIn(2022, { agencies: bodies.slice(0, 4) })
    const [row] = rowsOf(four, context)
    expect(row?.quartiles).toBeNull()
    expect(drawSvg(stripChart([row as StripRow], context), 640, 200)).toContain('不足 5 个')
    expect(rowsOf(full.slice(0, 5), contextIn(2022, { agencies: bodies.slice(0, 5) }))[0]?.quartiles).not.toBeNull()
  })

  it('says n of N of every row, and counts a body without a report where its other years stand', () => {
    const rows = [
      ...full.slice(0, 6),
      compared('p6', 2022, null, { state: 'not_loaded' }),
      compared('p6', 2021, 5),
      compared('c0', 2022, 300, { scope: 'aggregate' }),
      compared('c1', 2022, null, { state: 'not_loaded' }),
      compared('c1', 2021, 310, { scope: 'aggregate' }),
    ]
    const context = contextIn(2022)
    const svg = drawSvg(stripChart(rowsOf(rows, context), context), 640, 400)
    expect(svg).toContain('6/7 有数值')
    expect(svg).toContain('1/2 有数值')
  })

  it('leaves a rate over few cases out of the marks and of the middle half', () => {
    const rates = bodies.slice(0, 6).map(({ id }, i) => compared(id, 2022, 0.2 + i / 10, { n: 40 }))
    const rows = [...rates, compared('p6', 2022, 1, { n: 3 })]
    const context = contextIn(2022, { indicator: contextOf('disclosure_rate').indicator })
    const [row] = rowsOf(rows, context)
    expect(row?.values).toHaveLength(6)
    expect(row?.tooSmall.map(({ agency }) => agency)).toEqual(['p6'])
    expect(row?.quartiles?.upper).toBeLessThan(0.7)
    expect(tableOfStrip([row as StripRow], '', context).rows.find(({ key }) => key === 'p6')?.cells).toContain('3 件中 3 件')
  })
})

describe('its table and its words', () => {
  const context = contextIn(2022)
  const strips = rowsOf(full, context, 'level')

  it('hold what an independent count finds', () => {
    const table = tableOfStrip(strips, 'T', context)
    for (const { id } of bodies) {
      const row = full.find(({ agency }) => agency === id)
      expect(table.rows.find(({ key }) => key === id)?.cells[3]).toBe(String(row?.value))
    }
    for (const [level, name] of [
      ['prefecture', '市级'],
      ['county', '县级'],
    ] as const) {
      const members = bodies.filter((agency) => agency.level === level).map(({ id }) => id)
      const values = full.filter(({ agency }) => members.includes(agency)).map(({ value }) => value ?? NaN)
      values.sort((a, b) => a - b)
      const middle = ((values[3] ?? NaN) + (values[4] ?? NaN)) / 2
      expect(table.rows.find(({ cells }) => cells[0] === '中位数' && cells[1] === name)?.cells[3]).toBe(String(middle))
    }
  })

  it('tell numbers of the table in at most 300 characters, and the finding in a sentence', () => {
    const text = describeStrip(strips, context)
    expect(text.length).toBeLessThanOrEqual(300)
    const cells = new Set(tableOfStrip(strips, '', context).rows.flatMap((row) => row.cells))
    for (const [, median] of text.matchAll(/中位数 ([\d.]+)/g)) expect(cells).toContain(median)
    expect(titleOfStrip(strips, 2022, context)).toBe('2022 年的中位数：市级 9.5 件（8 个），县级 11.5 件（8 个）')
    expect(titleOfStrip(rowsOf(full, context), 2022, context)).toMatch(/^2022 年，16 个机关的中位数是 .* 件，中间一半在 /)
  })
})

it('stacks marks without covering one with another, always alike', () => {
  const places = Array.from({ length: 120 }, (_, i) => ((i * 37) % 50) * 3)
  const { offsets, size } = stackMarks(places)
  const marks = places.flatMap((x, i) => (offsets[i] === null ? [] : [{ x, y: offsets[i] ?? NaN }]))
  const covered = marks.flatMap((a, i) => marks.slice(i + 1).filter((b) => Math.abs(a.x - b.x) < size && Math.abs(a.y - b.y) < size))
  expect(covered).toEqual([])
  expect(stackMarks(places)).toEqual(stackMarks([...places]))
  expect(stackMarks(Array.from({ length: 900 }, () => 0)).offsets.filter((offset) => offset === null).length).toBeGreaterThan(0)
})

it('looks as it did when someone last looked at it', async () => {
  const rows = [
    ...full.filter(({ agency }) => agency !== 'c6' && agency !== 'c7'),
    compared('c6', 2022, null),
    compared('c7', 2022, 310, { scope: 'aggregate' }),
  ]
  const context = contextIn(2022)
  const strips = rowsOf(rows, context, 'level')
  await expect(drawSvg(stripChart(strips, context), 640, heightOfStrip(strips, context))).toMatchFileSnapshot('strip.svg')
})
