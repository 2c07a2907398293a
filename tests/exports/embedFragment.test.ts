import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { describe, expect, it } from 'vitest'
import { atWidth, type Figure } from '../../src/charts/figure.ts'
import { embedFragment, type FragmentParts } from '../../src/exports/embedFragment.ts'
import { readPlainSvg } from '../../src/exports/plainSvg.ts'
import { drawSvg } from '../charts/drawSvg.ts'
import { figureOf, hostileNames, viewOf } from './embeddedView.ts'

type Element = DefaultTreeAdapterTypes.Element

/** Every element of a piece of markup, as a browser reads it. */
function readElements(markup: string): Element[] {
  const open: DefaultTreeAdapterTypes.Node[] = [parseFragment(markup)]
  const found: Element[] = []
  for (let node = open.shift(); node; node = open.shift()) {
    if ('tagName' in node) found.push(node)
    if ('childNodes' in node) open.unshift(...node.childNodes)
  }
  return found
}

const textOf = (node: DefaultTreeAdapterTypes.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
const given = (element: Element, name: string): string | undefined => element.attrs.find((one) => one.name === name)?.value
const within = (element: Element, name: string): Element[] => {
  const children = element.childNodes.filter((node): node is Element => 'tagName' in node)
  return children.flatMap((child) => [...(child.tagName === name ? [child] : []), ...within(child, name)])
}

function write(figure: Figure, more: Partial<FragmentParts> = {}): string {
  const { drawing } = figure
  const id = 'ogi-1a2b'
  const drawn = drawing === null ? null : readPlainSvg(drawSvg(drawing.draw(640), 640, atWidth(drawing.height, 640)), `${id}-`)
  const usual = { flags: ['合成数据'], fullView: 'https://ogi.example/?page=compare&of=ab12ab12', stamp: '2024-05-01', id }
  return embedFragment({ figure, drawing: drawn, surface: '#ffffff', lang: 'zh', hasTitle: true, ...usual, ...more })
}

describe('a figure placed straight into a page', () => {
  it('has the table of the figure, cell by cell, the blank as its reason', () => {
    const figure = figureOf(viewOf({ chart: 'trend' }))
    const [table] = readElements(write(figure)).filter(({ tagName }) => tagName === 'table')
    const rows = within(table!, 'tr').map((row) => row.childNodes.filter((node) => 'tagName' in node).map(textOf))
    expect(rows[0]).toEqual(figure.table.columns.map(({ name }) => name))
    expect(rows.slice(1)).toEqual(figure.table.rows.map(({ cells }) => cells))
    expect(rows.flat().some((cell) => cell.includes('留空') || cell.includes('空白'))).toBe(true)
  })

  it.each(['bar', 'trend', 'strip', 'slope', 'multiples', 'rug'] as const)('needs nothing that a policy could forbid: %s', (chart) => {
    const elements = readElements(write(figureOf(viewOf({ chart }))))
    const forbidden = ['script', 'style', 'link', 'img', 'image', 'iframe', 'object', 'embed', 'base', 'meta', 'form', 'input']
    expect(elements.filter(({ tagName }) => forbidden.includes(tagName))).toEqual([])
    const attributes = elements.flatMap(({ attrs }) => attrs.map(({ name }) => name))
    expect(attributes.filter((name) => name === 'style' || name === 'class' || name.startsWith('on'))).toEqual([])
    const ids = elements.flatMap((element) => given(element, 'id') ?? [])
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => id.startsWith('ogi-1a2b'))).toBe(true)
    const named = elements.flatMap((element) => [given(element, 'aria-labelledby'), given(element, 'aria-describedby')])
    for (const id of named) if (id !== undefined) expect(ids).toContain(id)
    expect(elements.some(({ tagName }) => tagName === 'svg')).toBe(chart !== 'rug')
  })

  it('says title, n of N, that the data are synthetic, its source, and where the full view is', () => {
    const figure = figureOf(viewOf({ chart: 'bar' }))
    const elements = readElements(write(figure))
    const [whole] = elements
    for (const said of [figure.title, figure.n, '合成数据', figure.source, '2024-05-01']) expect(textOf(whole!)).toContain(said)
    expect(elements.flatMap((element) => given(element, 'href') ?? [])).toEqual(['https://ogi.example/?page=compare&of=ab12ab12'])
    const bare = readElements(write(figure, { hasTitle: false, fullView: null }))
    expect(bare.filter(({ tagName }) => ['a', 'strong'].includes(tagName))).toEqual([])
    expect(given(bare[0]!, 'aria-label')).toBe(figure.title)
  })

  it('says that nothing has a value where its table has no row', () => {
    const figure = figureOf(viewOf({ chart: 'bar' }))
    const elements = readElements(write({ ...figure, table: { ...figure.table, rows: [] } }, { drawing: null }))
    expect(elements.filter(({ tagName }) => tagName === 'table')).toEqual([])
    expect(textOf(elements[0]!)).toContain('这个选择没有数值')
  })

  it('names the signs of its cells beside them', () => {
    const mark = { width: 20, height: 12, content: '<rect width="20" height="12" fill="none"/>', fontFamily: null }
    const elements = readElements(write(figureOf(viewOf({ chart: 'rug' })), { drawing: mark, legend: [{ mark, text: '未收录' }] }))
    const sign = elements.find((element) => given(element, 'aria-hidden') === 'true')
    expect(textOf(sign!.parentNode!).trim()).toBe('未收录')
    expect(given(sign!, 'width')).toBe('20')
  })

  // ECharts' own memory of text widths takes no text that every object has as a property.
  it.each(hostileNames.filter((name) => !(name in {})))('takes the name %j as text', (name) => {
    const calm = readElements(write(figureOf(viewOf({ chart: 'bar' }, '乙局'))))
    const elements = readElements(write(figureOf(viewOf({ chart: 'bar' }, name))))
    const kinds = (all: Element[]): string[] => [...new Set(all.map(({ tagName }) => tagName))].sort()
    expect(kinds(elements)).toEqual(kinds(calm))
    const attributes = (all: Element[]): string[] => [...new Set(all.flatMap(({ attrs }) => attrs.map((one) => one.name)))].sort()
    expect(attributes(elements).filter((attribute) => attribute !== 'xml:space' && attribute !== 'space')).toEqual(
      attributes(calm).filter((attribute) => attribute !== 'xml:space' && attribute !== 'space'),
    )
    // eslint-disable-next-line no-control-regex
    expect(textOf(elements[0]!)).toContain(name.replace(/[\u0000\u202e]/g, ''))
  })
})
