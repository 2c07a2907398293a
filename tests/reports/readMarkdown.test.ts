import { describe, expect, it } from 'vitest'
import { parseReport } from '../../src/reports/parseReport.ts'
import { readMarkdown } from '../../src/reports/readMarkdown.ts'
import { randomFrom } from './generatedReport.ts'
import { computed, placesOf, problemsOf, showFile } from './showDocument.ts'
import { encodeText } from './written/writeText.ts'
import { markdownMarkups, writeMarkdown } from './written/writeMarkdown.ts'
import { keyOf, truthsOf, writeReport } from './written/writtenReport.ts'

const prose = '本机关认真贯彻落实政府信息公开条例，持续推进各项政府信息公开工作，取得了一定成效。'
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const show = async (...lines: readonly string[]): Promise<readonly string[]> => showFile(await readMarkdown(utf8(lines.join('\n'))))

describe('pipe tables', () => {
  it.each([
    ['with bars around', ['| 甲 | 乙 |', '|---|---|', '| 1 | 2 |'], ['| 甲 | 乙 |', '| 1 | 2 |']],
    ['without bars around', ['甲 | 乙', ':-- | --:', '1 | 2'], ['| 甲 | 乙 |', '| 1 | 2 |']],
    ['with empty cells', ['| 甲 | 乙 | 丙 |', '|:-:|---|---|', '| 1 | | 3 |', '| | | |', '|  | 2 |  |'], ['| 甲 | 乙 | 丙 |', '| 1 |  | 3 |', '|  |  |  |', '|  | 2 |  |']],
    ['with bars that belong to the text', ['| 甲\\|乙 | 丙 |', '|---|---|', '| 1 | 2 |'], ['| 甲|乙 | 丙 |', '| 1 | 2 |']],
    ['with line breaks and marks', ['| 甲 | 乙 |', '|---|---|', '| **收到**<br>申请 | `1` |', '| *小计* | <b>2</b> |'], ['| 甲 | 乙 |', '| 收到⏎申请 | 1 |', '| 小计 | 2 |']],
    ['with a line of dashes repeated', ['| 甲 | 乙 |', '|---|---|', '| 1 | 2 |', '|---|---|', '| 3 | 4 |'], ['| 甲 | 乙 |', '| 1 | 2 |', '| 3 | 4 |']],
    ['with cells that are a dash', ['| 甲 | 乙 |', '|---|---|', '| - | - |', '| 3 | -4 |'], ['| 甲 | 乙 |', '| - | - |', '| 3 | -4 |']],
    ['without a line of dashes', ['| 甲 | 乙 |', '| 1 | 2 |'], ['| 甲 | 乙 |', '| 1 | 2 |']],
    ['of uneven rows', ['| 甲 | 乙 | 丙 |', '|---|---|---|', '| 1 | 2 |', '| 1 | 2 | 3 | 4 |'], ['| 甲 | 乙 | 丙 |', '| 1 | 2 |', '| 1 | 2 | 3 | 4 |']],
    ['of one column', ['| 甲 |', '|---|', '| 1 |', '| 2 |', '| 3 |'], ['| 甲 |', '| 1 |', '| 2 |', '| 3 |']],
    ['struck-out figures are left out', ['| 甲 | 乙 |', '|---|---|', '| 收到 | ~~9~~ 2 |', '| 小计 | <del>9</del>3 |'], ['| 甲 | 乙 |', '| 收到 | 2 |', '| 小计 | 3 |']],
    ['a star in front of a figure is printed', ['| 甲 | 乙 |', '|---|---|', '| 收到 | *5 |', '| 小计 | \\*6 |'], ['| 甲 | 乙 |', '| 收到 | *5 |', '| 小计 | *6 |']],
  ])('%s', async (_, lines, shown) => {
    expect(await show(...lines)).toEqual(shown)
  })

  it('end where a line has no bar, and stand between their paragraphs', async () => {
    expect(await show('上文。', '| 甲 | 乙 |', '|---|---|', '| 1 | 2 |', '下文。')).toEqual(['上文。', '| 甲 | 乙 |', '| 1 | 2 |', '下文。'])
  })
})

describe('text in Markdown', () => {
  it.each([
    ['headings', ['# 甲市科技局年报 #', '', '一、总体情况', '---', '## 二、主动公开', '题名', '===='], ['甲市科技局年报', '一、总体情况', '二、主动公开', '题名']],
    ['emphasis, code and links', ['**全年**公开`15`条，见[目录](http://x/(1)).和![图](a.png)'], ['全年公开15条，见目录.和图']],
    ['marks of lists and quotations, numbers kept', ['- 甲', '* 乙', '1. 丙', '> 丁', '- [x] 戊'], ['甲', '乙', '1. 丙', '丁', '戊']],
    ['lines across the page', ['甲', '', '***', '乙'], ['甲', '乙']],
    ['code as it is', ['```', '甲  **1**', '```', '乙'], ['甲  **1**', '乙']],
    ['characters by reference, tags and comments', ['甲&amp;乙&#12288;丙<br>丁', '<!-- 不印', '9 -->', '戊'], ['甲&乙　丙', '丁', '戊']],
    ['escaped marks', ['1\\. 甲\\*乙\\_丙'], ['1. 甲*乙_丙']],
    ['names with underscores', ['a_b_c 与 __甲__'], ['a_b_c 与 甲']],
    ['a comparison sign', ['公开数<5，增长>3'], ['公开数<5，增长>3']],
    ['soft line ends inside a sentence', ['全年通过政府网站公开政府信息，', '共公开15条。', '其中政策文件3条。'], ['全年通过政府网站公开政府信息，共公开15条。', '其中政策文件3条。']],
  ])('%s', async (_, lines, shown) => {
    expect(await show(...lines)).toEqual(shown)
  })

  it('may hold tables in HTML', async () => {
    expect(await show('上文。', '<table>', '<tr><td rowspan="2">甲</td><td>1</td></tr>', '', '<tr><td>2</td></tr>', '</table>', '', '下文。')).toEqual(['上文。', '| 甲 | 1 |', '|  | 2 |', '下文。'])
  })

  it.each(['utf-8 with a mark', 'gb18030', 'utf-16le'] as const)('is decoded, %s', async (encoding) => {
    expect(showFile(await readMarkdown(encodeText('| 甲 | 乙 |\r\n|---|---|\r\n| 1 | 2 |\r\n', encoding)))).toEqual(['| 甲 | 乙 |', '| 1 | 2 |'])
  })

  it('of nothing but marks is refused as empty', async () => {
    expect(await show('---', '', '***')).toEqual(['refused: file.empty'])
  })
})

describe('tables in HTML among Markdown', () => {
  it('are read with blank lines inside, merged cells, and behind words', async () => {
    const text = '# 年报\n\n说明：<table>\n  <tr>\n\n    <td rowspan="2">甲</td>\n    <td>1</td>\n  </tr>\n\n  <tr><td>2</td></tr>\n</table>后文'
    expect(await show(text)).toEqual(['年报', '说明：', '| 甲 | 1 |', '|  | 2 |', '后文'])
  })
})

describe('a hostile text', () => {
  it('gives text and nothing else', async () => {
    const read = await readMarkdown(utf8(`${prose}\n\n<script>alert(1)</script>\n[点](javascript:alert(1))<img src=x onerror=alert(1)>\n\n<div onclick="alert(1)">甲</div>`))
    expect(showFile(read)).toEqual([prose, '点', '甲'])
    expect(problemsOf(read)).toEqual([])
  })

  it.each([
    ['brackets', '['],
    ['backquotes', '`'],
    ['stars', '*'],
    ['bars', '|'],
    ['angles', '<a '],
    ['ampersands', '&a'],
    ['spaces', ' \t'],
    ['dashes and bars', '-|'],
    ['underscores', '_a'],
    ['tildes', '~~'],
  ])('of a hundred thousand %s ends soon', async (_, piece) => {
    const start = computed()
    await readMarkdown(utf8(`甲\n${piece.repeat(100_000)}\n${`${piece.repeat(300)}\n`.repeat(300)}`))
    expect(computed() - start).toBeLessThan(8_000)
  })
})

describe('through the whole of reading', () => {
  it.each(markdownMarkups)('every cell of every form, %s', async (markup) => {
    for (const form of ['pre2019_table', 'y2019', 'y2021'] as const) {
      const report = writeReport(form, randomFrom(5))
      const parsed = await parseReport({ name: 'x.md', bytes: utf8(writeMarkdown(report, markup)) }, { agencies: [], sha256: () => Promise.resolve('') })
      const found = new Map(parsed.figures.filter(({ cell }) => cell !== null).map((figure) => [keyOf(figure.cell ?? '', figure.applicant), figure]))
      const differing = [...truthsOf(report)].filter(([key, { states, value }]) => {
        const figure = found.get(key)
        return figure === undefined || !states.includes(figure.state) || figure.value !== value
      })
      expect(differing).toEqual([])
    }
  })

  it('no two places are the same', async () => {
    const file = await readMarkdown(utf8(writeMarkdown(writeReport('y2021', randomFrom(1)), 'bars around')))
    const places = 'document' in file ? placesOf(file.document) : []
    expect(places.length).toBeGreaterThan(300)
    expect(new Set(places).size).toBe(places.length)
  })
})
