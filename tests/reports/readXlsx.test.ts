import writeXlsxFile from 'write-excel-file/node'
import { describe, expect, it } from 'vitest'
import type { ReportDocument } from '../../src/reports/document.ts'
import type { Problem } from '../../src/reports/figure.ts'
import { placeTables } from '../../src/reports/placeTables.ts'
import { readXlsx } from '../../src/reports/readXlsx.ts'
import { showNumber } from '../../src/reports/sheetNumbers.ts'
import type { XlsxParts, XlsxSheet } from './zipFiles.ts'
import { numberCell, packXlsx, packZip, textCell, textRows } from './zipFiles.ts'

async function read(bytes: Uint8Array): Promise<{ readonly document: ReportDocument; readonly problems: readonly Problem[] }> {
  const file = await readXlsx(bytes)
  if ('refused' in file) throw new Error(file.refused.message.en)
  return file
}
const refusalOf = async (bytes: Uint8Array): Promise<string> => {
  const file = await readXlsx(bytes)
  return 'refused' in file ? file.refused.code : 'read'
}
/** Blocks as they would be said: a paragraph as its text, a table as rows of texts. */
const blocksOf = ({ blocks }: ReportDocument) => blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.rows.map(({ cells }) => cells.map(({ text }) => text))))
const sheetOf = async (xml: XlsxSheet | string, parts?: XlsxParts) => blocksOf((await read(packXlsx([xml], parts))).document)
/** What one cell shows, beside a label. */
const shown = async (cell: string, parts?: XlsxParts): Promise<unknown> => {
  const [table] = await sheetOf(`<row r="1">${textCell('A1', '受理数')}${textCell('B1', '件')}${cell}</row>`, parts)
  return (table as string[][] | undefined)?.[0]?.[2]
}

describe('a sheet', () => {
  it('is read as titles, prose and tables, each where it stands', async () => {
    const { document } = await read(
      packXlsx([
        {
          xml: `<sheetData>${textRows([
            ['甲市科学技术局2018年政府信息公开年度统计表'],
            [],
            ['统计指标', '单位', '统计数'],
            ['一、主动公开情况', '', ''],
            ['（一）主动公开政府信息数', '条', '12'],
            ['填表人：（略）'],
          ])}</sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells>`,
        },
      ]),
    )
    expect(blocksOf(document)).toEqual([
      '甲市科学技术局2018年政府信息公开年度统计表',
      [['统计指标', '单位', '统计数'], ['一、主动公开情况', '', ''], ['（一）主动公开政府信息数', '条', '12']],
      '填表人：（略）',
    ])
    const [title, table] = document.blocks
    expect(title?.where).toEqual({ page: null, paragraph: 1, table: 1, row: 1, column: 1, start: null, end: null })
    expect(table?.kind === 'grid' && table.rows[2]?.cells[2]?.where).toEqual({ page: null, paragraph: null, table: 1, row: 5, column: 3, start: null, end: null })
  })

  it('gives prose line by line, and headings between two tables part them', async () => {
    expect(
      await sheetOf(textRows([
        ['一、总体情况'],
        ['2020年，本局主动公开信息12条。\n全年未收到申请。'],
        ['规章', '0', '3'],
        ['二、其他需要报告的事项'],
        ['行政许可', '4', '5'],
      ])),
    ).toEqual(['一、总体情况', '2020年，本局主动公开信息12条。', '全年未收到申请。', [['规章', '0', '3']], '二、其他需要报告的事项', [['行政许可', '4', '5']]])
  })

  it('beside others has its own number, and an empty one is passed over', async () => {
    const { document } = await read(packXlsx([textRows([['说明文字']]), '', textRows([['规章', '1', '2']])]))
    expect(document.blocks.map(({ where }) => where.table)).toEqual([1, 3])
  })

  it('has unique places for all that it holds', async () => {
    const { document } = await read(packXlsx([textRows([['甲乙'], ['规章', '1'], ['规范', '2']]), textRows([['甲乙'], ['规章', '1']])]))
    const places = document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.where] : block.rows.flatMap(({ cells }) => cells.map(({ where }) => where)))).map((where) => JSON.stringify(where))
    expect(new Set(places).size).toBe(places.length)
  })

  it('that is hidden is said and not used', async () => {
    const { document, problems } = await read(packXlsx([{ name: '年报', xml: textRows([['规章', '1']]) }, { name: '底稿', state: 'hidden', xml: textRows([['规章', '9']]) }, { name: '旧', state: 'veryHidden', xml: textRows([['x', '8']]) }]))
    expect(blocksOf(document)).toEqual([[['规章', '1']]])
    expect(problems.map(({ code }) => code)).toEqual(['sheet.hidden'])
    expect(problems[0]?.message.zh).toContain('“底稿”、“旧”')
  })

  it('with hidden rows and columns says so and does not use them', async () => {
    const rows = `<row r="1">${textCell('A1', '规章')}${textCell('B1', '旧数')}${textCell('C1', '12')}</row><row r="2" hidden="1">${textCell('A2', '规范')}${textCell('C2', '99')}</row>`
    const { document, problems } = await read(packXlsx([{ xml: `<cols><col min="2" max="2" width="9" hidden="1"/></cols><sheetData>${rows}</sheetData>` }]))
    expect(blocksOf(document)).toEqual([[['规章', '12']]])
    expect(problems[0]?.message.en).toContain('rows: 1, columns: 1')
  })

  it('that holds nothing makes the file empty', async () => expect(await refusalOf(packXlsx(['', '<row r="1"><c r="A1" s="0"/></row>']))).toBe('file.empty'))
})

describe('merged cells', () => {
  const merged = (rows: string, refs: readonly string[]): XlsxSheet => ({ xml: `<sheetData>${rows}</sheetData><mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` })

  it('show the text of their first cell, there alone, over the columns that are kept', async () => {
    const { document } = await read(packXlsx([merged(textRows([['指标', '', '数'], ['受理', '甲', '3'], ['', '乙', '4']]), ['A1:B1', 'A2:A3'])]))
    const [grid] = document.blocks
    expect(grid?.kind === 'grid' && grid.rows.map(({ cells }) => cells.map(({ text, column, span }) => [text, column, span]))).toEqual([
      [['指标', 0, 2], ['数', 2, 1]],
      [['受理', 0, 1], ['甲', 1, 1], ['3', 2, 1]],
      [['', 0, 1], ['乙', 1, 1], ['4', 2, 1]],
    ])
  })

  it('hide what still stands under them', async () => expect(await sheetOf(merged(textRows([['受理', '12', '77'], ['规章', '3', '4']]), ['B1:C1']))).toEqual([[['受理', '12'], ['规章', '3', '4']]]))

  it('show their text in their first column that is not hidden', async () => {
    const rows = `<sheetData>${textRows([['受理', '12', '', '件'], ['规章', '', '4', '条']])}</sheetData><mergeCells><mergeCell ref="B1:C1"/></mergeCells>`
    expect(await sheetOf({ xml: `<cols><col min="2" max="2" hidden="1" width="9"/></cols>${rows}` })).toEqual([[['受理', '12', '件'], ['规章', '4', '条']]])
  })

  it('over the whole sheet cost nothing', async () => {
    const spent = watchTime()
    expect(await sheetOf(merged(textRows([['甲', '1'], ['', '2']]), ['A1:A1048576', 'C1:XFD1048576']))).toEqual([[['甲', '1'], ['', '2']]])
    expect(spent()).toBeLessThan(200)
  })
})

describe('a row without a cell at its end', () => {
  /** One row to a line: `-` is a cell that is there and empty, `.` one that is not there at all. */
  const rows = (...lines: readonly string[]): string =>
    lines.map((line, at) => `<row r="${at + 1}">${line.split(' ').map((text, column) => (text === '.' ? '' : text === '-' ? `<c r="${'ABCD'[column] ?? ''}${at + 1}"/>` : textCell(`${'ABCD'[column] ?? ''}${at + 1}`, text))).join('')}</row>`).join('')

  it('has an empty one there when the file holds it as empty, or its label stands where those of full rows do', async () =>
    expect(await sheetOf(rows('指标 甲 乙 丙', '规章 1 2 3', '规范 4 5 -', '许可 6 7 .'))).toEqual([[['指标', '甲', '乙', '丙'], ['规章', '1', '2', '3'], ['规范', '4', '5', ''], ['许可', '6', '7', '']]]))

  it('is short when its label stands elsewhere: the whole row was moved', async () =>
    expect(await sheetOf(rows('受理 规章 1 2', '- 规范 3 4', '许可 5 6 .', '处罚 7 8 .'))).toEqual([[['受理', '规章', '1', '2'], ['', '规范', '3', '4'], ['许可', '5', '6'], ['处罚', '7', '8']]]))

  it('is short when no row has a figure there', async () =>
    expect(await sheetOf(rows('指标 甲 乙 总计', '规章 1 2 .', '规范 3 4 .'))).toEqual([[['指标', '甲', '乙', '总计'], ['规章', '1', '2'], ['规范', '3', '4']]]))

  it('is short below headings that name fewer columns', async () =>
    expect(await sheetOf(rows('指标 甲 乙 丙', '规章 1 2 3', '采购 项目数量 总金额 .', '集中采购 4 5 .'))).toEqual([[['指标', '甲', '乙', '丙'], ['规章', '1', '2', '3'], ['采购', '项目数量', '总金额'], ['集中采购', '4', '5']]]))
})

describe('a number is read as it is shown', () => {
  it.each([
    ['General', 0.1 + 0.2, '0.3'],
    ['General', 12, '12'],
    ['General', 1234567890123, '1234567890123'],
    ['General', -5, '-5'],
    ['General', 98.6, '98.6'],
    ['0', 2.5, '3'],
    ['0.00', 3, '3.00'],
    ['#,##0', 1234567, '1,234,567'],
    ['#,##0.00_);(#,##0.00)', -1234.5, '-1,234.50'],
    ['0;[Red]0', -3, '-3'],
    ['0%', 0.12, '12%'],
    ['0.0%', 0.1234, '12.3%'],
    ['0"件"', 12, '12件'],
    ['000', 7, '007'],
    ['@', 5, '5'],
    ['_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', 0, '-'],
    ['_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', 1234, '1,234'],
    ['0!.0,"万"', 12345, '1.2万'],
    ['[红色]0', 5, '5'],
    ['G/通用格式"人"', 3, '3人'],
    ['yyyy"年"m"月"d"日"', 44197, '2021年1月1日'],
    ['[$-804]yyyy"年"m"月"d"日";@', 44197, '2021年1月1日'],
    ['[DBNum1][$-804]General', 12, '12'],
  ])('%s of %d is %s', (pattern, value, text) => expect(showNumber(value, pattern, false)).toEqual({ text, isKnown: true }))

  it('with a format that nobody knows as it is stored, and says so', async () => {
    expect(showNumber(5, '[[0', false)).toEqual({ text: '5', isKnown: false })
    const { problems } = await read(packXlsx([`<row r="1">${textCell('A1', '受理数')}${numberCell('B1', 5, 1)}</row>`], { patterns: ['[[0'] }))
    expect(problems.map(({ code, where }) => [code, where?.row, where?.column])).toEqual([['sheet.format', 1, 2]])
  })

  it('in a calendar that starts in 1904', async () => expect(await shown(numberCell('C1', 42735, 1), { patterns: ['yyyy/m/d'], is1904: true })).toBe('2021/1/1'))
  it('of a style of the file', async () => expect(await shown(numberCell('C1', 0.5, 1), { patterns: ['0%'] })).toBe('50%'))
  it('with binary noise in the file', async () => expect(await shown(numberCell('C1', '16.600000000000001'))).toBe('16.6'))

  it('as blank where it is set not to show, which is said', async () => {
    const { document, problems } = await read(packXlsx([`<row r="1">${textCell('A1', '受理数')}${numberCell('B1', 5, 1)}${numberCell('C1', 6)}</row>`], { patterns: [';;;'] }))
    expect(blocksOf(document)).toEqual([[['受理数', '', '6']]])
    expect(problems.map(({ code, where }) => [code, where?.column])).toEqual([['sheet.hidden_values', 2]])
    const zeros = await read(packXlsx([{ xml: `<sheetViews><sheetView showZeros="0"/></sheetViews><sheetData><row r="1">${textCell('A1', '受理数')}${numberCell('B1', 0)}${numberCell('C1', 1)}</row></sheetData>` }]))
    expect(blocksOf(zeros.document)).toEqual([[['受理数', '', '1']]])
    expect(zeros.problems.map(({ code }) => code)).toEqual(['sheet.hidden_values'])
  })
})

describe('a cell', () => {
  it.each([
    ['text of its own', textCell('C1', '３'), '３'],
    ['shared text', '<c r="C1" t="s"><v>0</v></c>', '未收到'],
    ['shared text of several fonts', '<c r="C1" t="s"><v>1</v></c>', '1,234'],
    ['shared text with readings above it', '<c r="C1" t="s"><v>2</v></c>', '三'],
    ['text with a line break', '<c r="C1" t="s"><v>3</v></c>', '1\n8'],
    ['a formula with its result', '<c r="C1"><f>SUM(A1:A9)</f><v>18</v></c>', '18'],
    ['a formula that gives text', '<c r="C1" t="str"><f>A1</f><v>无</v></c>', '无'],
    ['an error', '<c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!'],
    ['a truth', '<c r="C1" t="b"><v>1</v></c>', 'TRUE'],
    ['a date of the newer kind', '<c r="C1" t="d"><v>2021-01-20T00:00:00</v></c>', '2021-01-20'],
    ['a text that is not there', '<c r="C1" t="s"><v>99</v></c>', '?'],
  ])('with %s', async (_, cell, text) => {
    const shared = ['<t>未收到</t>', '<r><t>1,2</t></r><r><rPr><b/></rPr><t>34</t></r>', '<t>三</t><rPh sb="0" eb="1"><t>サン</t></rPh>', '<t>1_x000D_&#10;8</t>'].map((text) => text.replace('_x000D_&#10;', '&#10;'))
    expect(await shown(cell, { shared })).toBe(text)
  })

  it('with a formula that was saved without its result never passes for an empty one', async () => {
    const { document, problems } = await read(packXlsx([`<row r="1">${textCell('A1', '受理数')}<c r="B1"><f>SUM(C1:C9)</f><v></v></c><c r="C1"><f>1</f></c></row>`]))
    expect(blocksOf(document)).toEqual([[['受理数', '?', '?']]])
    expect(problems.map(({ code }) => code)).toEqual(['sheet.formula'])
    expect(problems[0]?.message.en).toContain('2 formulas')
  })

  it('with a formula without its result is an unreadable figure of the form', async () => {
    const rows = [['统计指标', '单位', '统计数'], ['（一）主动公开政府信息数', '条', '12'], ['1.政府公报公开政府信息数', '条', '0'], ['2.政府网站公开政府信息数', '条', '']]
    const { document } = await read(packXlsx([textRows(rows).replace(/<\/row>$/, '<c r="C4"><f>1</f></c></row>')]))
    expect(placeTables(document).figures.map(({ state, value, where }) => [state, value, where.row])).toEqual([['value', 12, 2], ['zero', 0, 3], ['unreadable', null, 4]])
  })

  it('needs no name where it follows the one before', async () => expect(await sheetOf('<row><c t="inlineStr"><is><t>规章</t></is></c><c><v>3</v></c></row>')).toEqual([[['规章', '3']]]))
})

describe('a file that another program wrote', () => {
  it('is read: write-excel-file', async () => {
    const bytes = new Uint8Array(await writeXlsxFile([[{ value: '统计指标' }, { value: '统计数' }], [{ value: '受理数' }, { value: 1234, type: Number, format: '#,##0' }]]).toBuffer())
    expect(blocksOf((await read(bytes)).document)).toEqual([[['统计指标', '统计数'], ['受理数', '1,234']]])
  })

  it('with prefixes, and parts at other places, is read all the same', async () => {
    const x = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    const rels = (targets: string): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets}</Relationships>`
    const bytes = packZip({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': rels('<Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/xl/book.xml"/>'),
      'xl/book.xml': `<x:workbook ${x} xmlns:q="r"><x:sheets><x:sheet name="s" sheetId="1" q:id="b"/></x:sheets></x:workbook>`,
      'xl/_rels/book.xml.rels': rels('<Relationship Id="b" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="../xl/tables/one.xml"/>'),
      'xl/tables/one.xml': `<x:worksheet ${x}><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>规章 &amp; 规范</x:t></x:is></x:c><x:c r="B1"><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    })
    expect(blocksOf((await read(bytes)).document)).toEqual([[['规章 & 规范', '3']]])
  })
})

describe('a hostile file', () => {
  it.each(['A1048576', 'XFD1', 'XFD1048576'])('with one cell at %s is read at once', async (place) => {
    const bytes = packXlsx([`<row r="1">${textCell('A1', '规章')}${place.endsWith('D1') ? textCell(place, '远') : ''}</row>${place.endsWith('576') ? `<row r="1048576">${textCell(place, '远')}</row>` : ''}`])
    const spent = watchTime()
    await read(bytes)
    expect(spent()).toBeLessThan(200)
  })

  it.each([
    ['file.unsafe', 'a definition of its own', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'],
    ['file.unsafe', 'a definition from elsewhere', '<!DOCTYPE x SYSTEM "http://example.com/x.dtd">'],
  ])('is %s: %s', async (code, _, doctype) => expect(await refusalOf(packXlsx([textRows([['规章', '1']])], { doctype }))).toBe(code))

  it.each([
    ['file.unsafe', `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`],
    ['file.damaged', '<row r="1"><c r="A1"'],
    ['file.damaged', '<row r="1"><c r="A1"><v>1</v></row>'],
    ['file.damaged', '<row r="0"><c r="A0"><v>1</v></c></row>'],
    ['file.damaged', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ['file.damaged', '<row r="1"><c r="A99999999"><v>1</v></c></row>'],
  ])('is %s: %s', async (code, xml) => expect(await refusalOf(packXlsx([xml]))).toBe(code))

  it('with six million cells is refused', { timeout: 30_000 }, async () => {
    // As many as a sheet of 3,000 rows with styled cells up to its edge has.
    const row = '<row>' + '<c/>'.repeat(2000) + '</row>'
    expect(await refusalOf(packXlsx(Array.from({ length: 1 }, () => row.repeat(3000))))).toBe('file.too_large')
  })

  it('with merged cells over all its hidden rows is refused in time', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `<row r="${at + 1}" hidden="1"/>`).join('')
    const merges = Array.from({ length: 2000 }, (_, at) => `<mergeCell ref="A${at + 1}:B20000"/>`).join('')
    const spent = watchTime()
    expect(await refusalOf(packXlsx([{ xml: `<sheetData>${rows}<row r="20001">${textCell('A20001', '规章')}</row></sheetData><mergeCells>${merges}</mergeCells>` }]))).toBe('file.too_large')
    expect(spent()).toBeLessThan(3000)
  })

  it.each([
    ['file.damaged', 'no workbook', packZip({ '[Content_Types].xml': '<Types/>', 'xl/styles.xml': '<a/>' })],
    ['file.damaged', 'cut off', packXlsx(['']).subarray(0, -10)],
    ['file.too_large', 'a bomb', packZip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': ' '.repeat(5_000_000) })],
  ])('is %s: %s', async (code, _, bytes) => expect(await refusalOf(bytes)).toBe(code))

  it('changes no object, whatever its cells are called', async () => {
    await sheetOf(textRows([['__proto__', 'constructor'], ['hasOwnProperty', '1']]))
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

/** Milliseconds of work since it was called: other programs on the machine do not count. */
function watchTime(): () => number {
  const started = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(started)
    return (user + system) / 1000
  }
}
