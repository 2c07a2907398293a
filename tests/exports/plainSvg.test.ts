import { describe, expect, it } from 'vitest'
import { quotableFont, readPlainSvg } from '../../src/exports/plainSvg.ts'
import { paletteOf } from '../../src/charts/palette.ts'
import { trendChart, heightOfTrend } from '../../src/charts/trendChart.ts'
import { compared, contextOf, testAgencies } from '../charts/comparedRows.ts'
import { drawSvg } from '../charts/drawSvg.ts'

const palette = { ...paletteOf('light', 'zh'), font: quotableFont(paletteOf('light', 'zh').font) }
const rows = [compared('a', 2017, 5), compared('a', 2018, 7), compared('b', 2017, 3), compared('b', 2018, null)]

function drawTrend(name: string): string {
  const agencies = testAgencies.slice(0, 2).map((agency) => ({ ...agency, name, shortName: name }))
  const context = contextOf('requests_new', { agencies, years: [2017, 2018], palette })
  return drawSvg(trendChart(rows, context), 640, heightOfTrend(rows, context))
}

describe('a drawing for any page', () => {
  it('keeps every shape and text of the drawing, with presentation attributes in place of styles', () => {
    const drawn = drawTrend('甲局')
    const { content, width, fontFamily } = readPlainSvg(drawn, 'x-')
    expect(width).toBe(640)
    expect(fontFamily).toContain('Noto Sans CJK SC')
    const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
    for (const name of ['path', 'text', 'circle', 'polyline'])
      expect(count(content, new RegExp(`<${name}\\b`, 'g')), name).toBe(count(drawn, new RegExp(`<${name}\\b`, 'g')))
    expect(content).toContain('甲局</text>')
    expect(content).toMatch(/<text [^>]*font-size="12px"/)
    expect(content).not.toMatch(/\sstyle=|<style|\sclass=/)
  })

  it('takes no more than shapes and texts from what it is given', () => {
    const hostile = `<svg width="10" height="10"><script>alert(1)</script><foreignObject><p onload="x">甲</p></foreignObject>
      <image href="https://example.org/a.png"/><a href="javascript:alert(1)"><path d="M0 0"/></a>
      <rect onclick="alert(1)" fill="url(https://example.org/#a)" stroke="url(#b)" style="background:url(x);font-size:9px" width="3" height="3"/></svg>`
    expect(readPlainSvg(hostile, 'n-').content).toBe('<rect stroke="url(#n-b)" width="3" height="3" font-size="9px"/>')
    expect(() => readPlainSvg('<p>甲</p>', '')).toThrow(/drawing/)
    expect(() => readPlainSvg('<svg width="3" height="3"><g></svg>', '')).toThrow(/drawing/)
    expect(() => readPlainSvg('<svg width="3" height="3"></svg', '')).toThrow(/drawing/)
  })

  it.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '&lt;b&gt;', "' onload='x", '{b|x}'])(
    'shows %j as text',
    (name) => {
      const { content } = readPlainSvg(drawTrend(name), 'x-')
      const tags = content.match(/<[^>]*>/g) ?? []
      expect(tags.filter((tag) => /^<\/?(script|img|b)\b|\s(on\w+|style|class|href)=/.test(tag))).toEqual([])
      const decode = (text: string): string =>
        text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
      expect([...content.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => decode(text))).toContain(name)
    },
  )
})
