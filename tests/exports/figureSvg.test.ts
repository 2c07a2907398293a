import { describe, expect, it } from 'vitest'
import { paletteOf } from '../../src/charts/palette.ts'
import { trendChart, heightOfTrend, tableOfTrend } from '../../src/charts/trendChart.ts'
import { figureSvg, svgFile, type PictureText } from '../../src/exports/figureSvg.ts'
import { matrixOfTable, matrixSvg } from '../../src/exports/matrixSvg.ts'
import { quotableFont, readPlainSvg } from '../../src/exports/plainSvg.ts'
import { tableSvg } from '../../src/exports/tableSvg.ts'
import { measureText, wrapText } from '../../src/exports/wrapText.ts'
import { readXml } from '../../src/reports/xmlEvents.ts'
import { compared, contextOf, testAgencies } from '../charts/comparedRows.ts'
import { drawSvg } from '../charts/drawSvg.ts'
import { hostileTexts, mixedRows } from './figureWritten.ts'

const palette = paletteOf('light', 'zh')

const text: PictureText = {
  title: '2021 年最高：甲局 1,204 件',
  subtitle: '新收申请 · 2 个机关 · 件 · 3/6 有数值，空白 1',
  description: '两条线。',
  flags: ['合成数据'],
  legend: [{ name: '甲局', mark: null }],
  notes: ['线断开处没有数值。'],
  source: '来源：5 份年报原文',
  stamp: ['示例 · 数据版本 abababab · 2026-01-02生成', 'https://ogi.example/?of=abababab'],
  lang: 'zh',
}

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  text: string
}

/** The elements of a picture, read as XML. */
function readElements(svg: string): readonly Element[] {
  const elements: Element[] = []
  const open: Element[] = []
  const trouble = readXml(new TextEncoder().encode(svg), {
    open: (name, attributes) => {
      const element = { name, attributes: Object.fromEntries(attributes), text: '' }
      elements.push(element)
      open.push(element)
    },
    text: (words) => {
      const last = open.at(-1)
      if (last) last.text += words
    },
    close: () => open.pop(),
  })
  expect(trouble).toBeNull()
  return elements
}

function compose(rows = mixedRows, more: Partial<PictureText> = {}, agencies = testAgencies.slice(0, 3), id = 'p1-'): string {
  const context = contextOf('requests_new', { agencies, focus: agencies.slice(0, 6).map((one) => one.id), palette })
  const drawn = drawSvg(trendChart(rows, context), 832, heightOfTrend(rows, context))
  const drawing = readPlainSvg(drawn.replaceAll(palette.font, quotableFont(palette.font)), id)
  return figureSvg(drawing, { ...text, ...more }, palette, id).svg
}

const allowed = /^(svg|g|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|defs|pattern|clipPath|title|desc)$/

/** What stands in a picture that a page could run, fetch or style with. */
const dangersIn = (elements: readonly Element[]): string[] =>
  elements.flatMap(({ name, attributes }) => [
    ...(allowed.test(name) ? [] : [name]),
    ...Object.entries(attributes).flatMap(([part, value]) =>
      /^on|^style$|^class$|href$|^src/.test(part) || (/url\(/.test(value) && !/^url\(#[\w-]+\)$/.test(value))
        ? [`${name} ${part}=${value}`]
        : [],
    ),
  ])

describe('a figure as a picture', () => {
  it('holds title, n of N, legend, notes, source, marks and date around its drawing', () => {
    const said = readElements(compose())
      .filter(({ name }) => name === 'text')
      .map((element) => element.text)
    const all = said.join('\n')
    for (const part of [
      '2021 年最高：甲局 1,204 件',
      '【合成数据】',
      '3/6 有数值，空白 1',
      '甲局',
      '线断开处没有数值。',
      '来源：5 份年报原文',
      '2026-01-02',
      'of=abababab',
    ])
      expect(all).toContain(part)
    expect(all).toContain('1,204')
  })

  it('is nothing but shapes and texts with attributes, its ids its own', () => {
    const svg = compose()
    const elements = readElements(svg)
    expect(dangersIn(elements)).toEqual([])
    const ids = elements.flatMap(({ attributes }) => (attributes['id'] === undefined ? [] : [attributes['id']]))
    expect(ids.every((one) => one.startsWith('p1-'))).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
    const used = svg.match(/url\(#([\w-]+)\)/g) ?? []
    for (const one of used) expect(ids).toContain(one.slice(5, -1))
  })

  it('takes hostile names as text alone', () => {
    const [base] = testAgencies
    if (!base) throw new Error('no agency')
    const drawn = hostileTexts.filter((_, at) => at % 16 === 0 || at >= 192)
    for (let first = 0; first < drawn.length; first += 6) {
      const agencies = drawn.slice(first, first + 6).map((name, at) => ({ ...base, id: `a${at}`, name, shortName: name }))
      const rows = agencies.flatMap(({ id }, at) => [compared(id, 2020, at), compared(id, 2021, null, { state: 'blank' })])
      const [hostile = ''] = drawn.slice(first)
      const more = { title: hostile, subtitle: hostile, notes: [hostile], flags: [hostile], source: hostile }
      const elements = readElements(compose(rows, more, agencies))
      expect(dangersIn(elements), hostile).toEqual([])
      expect(Object.keys(Object.prototype), 'written to what every object has').toEqual([])
    }
    const table = {
      caption: '',
      columns: [{ name: '机关', numeric: false }],
      rows: hostileTexts.map((cell, at) => ({ key: String(at), cells: [cell], report: null })),
    }
    expect(
      dangersIn(readElements(figureSvg(tableSvg(table, 600, palette, 'zh'), { ...text, notes: hostileTexts }, palette, 'x-').svg)),
    ).toEqual([])
  })

  it('is a file in UTF-8 that says so', () => {
    const file = svgFile({ svg: '<svg/>', width: 1, height: 1 })
    expect(new TextDecoder().decode(file)).toMatch(/^<\?xml version="1.0" encoding="UTF-8"/)
  })

  it('draws a figure of cells from its table, every cell in it', () => {
    const context = contextOf('requests_new', { palette })
    const table = tableOfTrend(mixedRows, '表', context)
    const { svg } = figureSvg(tableSvg(table, 600, palette, 'zh'), text, palette, 't-')
    const said = readElements(svg).flatMap((element) => (element.name === 'text' ? [element.text] : []))
    for (const { cells } of table.rows) for (const cell of cells) if (cell !== '') expect(said.join('')).toContain(cell)
    const long = { ...table, rows: Array.from({ length: 230 }, (_, at) => ({ key: String(at), cells: ['甲'], report: null })) }
    expect(tableSvg(long, 600, palette, 'zh').content).toContain('另有 30 行')
  })
})

describe('a figure of cells as a matrix', () => {
  const mark = { width: 20, height: 12, content: '<rect width="20" height="12" fill="none"/>', fontFamily: null }

  it('holds each number once, and a texture where there is none', () => {
    const cells = [{ text: '1,204', mark: null }, { text: '', mark }, null]
    const lines = hostileTexts.slice(-20).map((name) => ({ name, cells }))
    const { svg } = figureSvg(matrixSvg({ heads: ['2019', '2020', '2021'], lines }, 832, palette), text, palette, 'm-')
    const elements = readElements(svg)
    expect(dangersIn(elements)).toEqual([])
    expect(elements.filter((element) => element.text === '1,204')).toHaveLength(lines.length)
    expect(elements.filter(({ name, attributes }) => name === 'rect' && attributes['width'] === '20')).toHaveLength(lines.length)
  })

  it('is made of a long table of two names, and of no other', () => {
    const rows = Array.from({ length: 80 }, (_, at) => ({
      key: `${at}`,
      cells: [`甲${at % 8}`, String(2010 + Math.floor(at / 8)), '按期'],
      report: null,
    }))
    const columns = ['机关', '年度', '状态'].map((name) => ({ name, numeric: false }))
    const matrix = matrixOfTable({ caption: '', columns, rows: rows.slice(1) })
    expect(matrix?.lines.map(({ cells }) => cells.length)).toEqual(Array.from({ length: 8 }, () => 10))
    expect(matrix?.lines.flatMap(({ cells }) => cells).filter((cell) => cell === null)).toHaveLength(1)
    expect(matrixOfTable({ caption: '', columns, rows: [...rows, ...rows] })).toBeNull()
    expect(matrixOfTable({ caption: '', columns, rows: rows.slice(0, 40) })).toBeNull()
  })
})

describe('wrapping a text', () => {
  it('loses nothing, stays within the width, and begins no line with a stop', () => {
    const words =
      '2022 年，丙局予以公开 286 件，为最高；20 个机关的中位数是 58 件。“One of 20 bodies”, 3/6 have a value, blank 1（合成数据）。'.repeat(
        3,
      )
    for (const width of [80, 200, 333, 800]) {
      const lines = wrapText(words, 14, width)
      expect(lines.join('').replace(/\s/g, '')).toBe(words.replace(/\s/g, ''))
      for (const line of lines) {
        expect(measureText(line, 14)).toBeLessThanOrEqual(width)
        expect(line).not.toMatch(/^[，。；）]/)
      }
    }
    expect(wrapText('x'.repeat(100), 12, 60).join('')).toBe('x'.repeat(100))
  })
})
