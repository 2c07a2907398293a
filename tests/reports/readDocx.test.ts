import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { parseReport } from '../../src/reports/parseReport.ts'
import { readDocx } from '../../src/reports/readDocx.ts'
import { readFile } from '../../src/reports/reader.ts'
import { keyOf, truthsOf, writeReport } from './written/writtenReport.ts'
import { cell, packDocx, para, row, run, table } from './written/docxParts.ts'
import { docxMarkups, writeDocx } from './written/writeDocx.ts'
import { randomFrom } from './generatedReport.ts'
import { placesOf, problemsOf, showFile } from './showDocument.ts'

const prose = '本机关认真贯彻落实政府信息公开条例，持续推进各项政府信息公开工作，取得了一定成效。'
const show = async (body: string, parts: Readonly<Record<string, string>> = {}): Promise<readonly string[]> => showFile(await readDocx(packDocx(body, parts)))

describe('the text of a Word document', () => {
  it.each([
    ['runs are joined, digits as well', para(run('收到') + run('1') + run('8') + run('件')), ['收到18件']],
    ['spaces of full width stay', para(run('甲　市  局')), ['甲　市  局']],
    ['a hyphen that does not break is one', para(run('1') + '<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>' + run('2')), ['1-2']],
    ['a symbol of a picture font is no character', para('<w:r><w:sym w:font="Wingdings" w:char="F081"/></w:r>'), ['□']],
    ['a formula is its figures', para('<m:oMath><m:r><m:t>12</m:t></m:r></m:oMath>' + run('件')), ['12件']],
    ['the reading of a character is left out', para('<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>jia</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>甲</w:t></w:r></w:rubyBase></w:ruby></w:r>' + run('市')), ['甲市']],
    ['links, tags and directions are passed through', para(`<w:hyperlink>${run('一')}</w:hyperlink><w:smartTag>${run('二')}</w:smartTag><w:dir>${run('三')}</w:dir>`), ['一二三']],
    ['content controls too, but not what asks to be filled in', `<w:sdt><w:sdtPr/><w:sdtContent>${para(run('甲'))}</w:sdtContent></w:sdt>${para(`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击此处输入')}</w:sdtContent></w:sdt>` + run('乙'))}`, ['甲', '乙']],
    ['a raised digit never lengthens a number', para(run('共5') + run('1', '<w:vertAlign w:val="superscript"/>') + run('件')), ['共5¹件']],
    ['a mark of a note behind words is left out', para(run('公开数') + run('1', '<w:vertAlign w:val="superscript"/>')), ['公开数']],
  ])('%s', async (_, body, lines) => {
    expect(await show(body)).toEqual(lines)
  })

  it.each([
    ['hidden', run('9', '<w:vanish/>')],
    ['struck out', run('9', '<w:strike/>') + run('9', '<w:dstrike w:val="1"/>')],
    ['deleted', '<w:del><w:r><w:delText>9</w:delText></w:r></w:del>'],
    ['moved away', `<w:moveFrom>${run('9')}</w:moveFrom>`],
    ['the instruction of a field', '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=9</w:instrText></w:r>' + run('9') + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run('5') + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'],
    ['what a paragraph was before a change', '<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>5</w:t></w:r>'],
  ])('leaves out what is not printed: %s', async (_, content) => {
    const [text = ''] = await show(para(run('收到') + content + run('件')))
    expect(text).toMatch(/^收到5?件$/)
  })

  it('keeps results of fields, inserted text and the chosen entry of a list', async () => {
    const list = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="0"/><w:listEntry w:val="7"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    expect(await show(para(`<w:fldSimple w:instr="=1">${run('3')}</w:fldSimple><w:ins>${run('、4、')}</w:ins>${list}`))).toEqual(['3、4、7'])
  })

  it('goes on after a field that never ends', async () => {
    expect(await show(para('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + para(run('甲')))).toEqual(['甲'])
  })

  it('joins two paragraphs whose border was struck out', async () => {
    expect(await show(para(run('甲市'), '<w:rPr><w:del/></w:rPr>') + para(run('科技局')))).toEqual(['甲市科技局'])
  })

  it('is hidden by a style as well', async () => {
    const styles = '<w:style w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="g"><w:basedOn w:val="h"/></w:style>'
    expect(await show(para(run('甲')) + para(run('9'), '<w:pStyle w:val="g"/>') + para(run('乙') + run('9', '<w:rStyle w:val="h"/>')), { styles })).toEqual(['甲', '乙'])
  })

  it('has text boxes after their paragraph, once, and notes at the end; heads and feet of pages are left out', async () => {
    const box = (text: string): string => `<w:txbxContent>${para(run(text))}</w:txbxContent>`
    const shape = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx>${box('框')}</wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('框')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const footnotes = `<w:footnote w:type="separator">${para(run('—'))}</w:footnote><w:footnote w:id="1">${para(run('注文'))}</w:footnote>`
    expect(await show(para(run('甲') + shape + '<w:r><w:footnoteReference w:id="1"/></w:r>' + run('乙')) + para(run('丙')), { footnotes, ftr: para(run('第3页')) })).toEqual(['甲乙', '框', '丙', '注文'])
  })

  it('soft line breaks end a heading, but no sentence', async () => {
    expect(await show(para(run('一、概述') + '<w:r><w:br/></w:r>' + run('全年公开信息，') + '<w:r><w:br/></w:r>' + run('共15条。')))).toEqual(['一、概述', '全年公开信息，共15条。'])
  })
})

describe('automatic numbers', () => {
  const level = (at: number, format: string, text: string, more = ''): string => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = (...levels: readonly string[]): string =>
    `<w:abstractNum w:abstractNumId="0">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
  const item = (text: string, at = 0, list = 1): string => para(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`)

  it('are written out: they say which chapter a sentence is in', async () => {
    const chapters = numbering(level(0, 'chineseCountingThousand', '%1、'), level(1, 'chineseCounting', '（%2）'))
    const body = item('总体情况') + item('主动公开', 1) + item('依申请公开', 1) + item('其他') + item('其一', 1)
    expect(await show(body, { numbering: chapters })).toEqual(['一、总体情况', '（一）主动公开', '（二）依申请公开', '二、其他', '（一）其一'])
  })

  it.each([
    ['decimal', '%1.', ['1. 甲', '2. 乙']],
    ['decimalEnclosedCircle', '%1', ['①甲', '②乙']],
    ['ideographTraditional', '%1、', ['甲、甲', '乙、乙']],
    ['chineseLegalSimplified', '%1、', ['壹、甲', '贰、乙']],
    ['upperRoman', '%1)', ['I)甲', 'II)乙']],
    ['lowerLetter', '%1)', ['a)甲', 'b)乙']],
    ['bullet', '\uF06C', ['甲', '乙']],
    ['none', '', ['甲', '乙']],
  ])('in the format %s', async (format, text, lines) => {
    expect(await show(item('甲') + item('乙'), { numbering: numbering(level(0, format, text)) })).toEqual(lines)
  })

  it('count on over tens, begin anew where the list does, and name the levels above', async () => {
    const counting = numbering(level(0, 'chineseCounting', '%1、'), level(1, 'decimal', '%1.%2', '<w:isLgl/>'))
    const body = Array.from({ length: 21 }, () => item('章')).join('') + item('节', 1) + item('另', 0, 2)
    const lines = await show(body, { numbering: counting })
    expect([lines[9], lines[10], lines[20], lines[21], lines[22]]).toEqual(['十、章', '十一、章', '二十一、章', '21.1 节', '一、另'])
  })

  it('come from styles, and are switched off by the list 0', async () => {
    const styles = '<w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="H1b"><w:basedOn w:val="H1"/></w:style>'
    const body = para(run('总体情况'), '<w:pStyle w:val="H1b"/>') + para(run('无号'), '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    expect(await show(body, { numbering: numbering(level(0, 'chineseCounting', '%1、')), styles })).toEqual(['一、总体情况', '无号'])
  })

  it('never become part of a figure', async () => {
    expect(await show(table(row('甲', cell(item('5'))), row('乙', '2')), { numbering: numbering(level(0, 'decimal', '%1.')) })).toEqual(['| 甲 | 1.、5 |', '| 乙 | 2 |'])
  })
})

describe('tables of a Word document', () => {
  const restart = '<w:vMerge w:val="restart"/>'
  it.each([
    ['merged across and down', table(row(cell('申请', restart), cell('人', '<w:gridSpan w:val="2"/>')), row(cell('', '<w:vMerge/>'), '甲', '乙'), row('收到', '1', '2')), ['| 申请 | 人*2 |', '|  | 甲 | 乙 |', '| 收到 | 1 | 2 |']],
    ['merged across in the old way', table(row(cell('题', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>')), row('1', '2')), ['| 题 |  |', '| 1 | 2 |']],
    ['a row that begins farther right', table(row('甲', '乙', '丙'), row('<w:trPr><w:gridBefore w:val="1"/></w:trPr>', '1', '2')), ['| 甲 | 乙 | 丙 |', '| 1 | 2 |']],
    ['a cell that goes on from nothing is a cell', table(row(cell('甲', '<w:vMerge/>'), '1'), row('乙', '2')), ['| 甲 | 1 |', '| 乙 | 2 |']],
    ['rows and cells in content controls', table(`<w:sdt><w:sdtContent>${row('甲', `<w:sdt><w:sdtContent>${cell('1')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`, row('乙', '2')), ['| 甲 | 1 |', '| 乙 | 2 |']],
    ['rows deleted or hidden are left out', table(row('甲', '1'), `<w:tr><w:trPr><w:del/></w:trPr>${cell('乙')}${cell('9')}</w:tr>`, `<w:tr><w:trPr><w:hidden/></w:trPr>${cell('丙')}${cell('9')}</w:tr>`, row('丁', '2')), ['| 甲 | 1 |', '| 丁 | 2 |']],
    ['lines of a cell stay apart', table(row('甲', cell(para(run('1')) + para(run('2')))), row('乙', cell(para(run('3') + '<w:r><w:br/></w:r>' + run('4'))))), ['| 甲 | 1⏎2 |', '| 乙 | 3⏎4 |']],
    ['an inner table is read by itself', table(row(cell(para(run('表一')) + table(row('甲', '1'), row('乙', '2')) + para('')))), ['表一', '| 甲 | 1 |', '| 乙 | 2 |']],
    ['a frame around the whole report is none', table(row(cell(para(run('题名')) + para(run(prose)) + para(run('日期'))))), ['题名', prose, '日期']],
    ['what a cell was before a change', table(row(cell('甲', '<w:tcPrChange><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tcPrChange>'), '1'), row('乙', '2')), ['| 甲 | 1 |', '| 乙 | 2 |']],
  ])('%s', async (_, body, lines) => {
    expect(await show(body)).toEqual(lines)
  })

  it('stand in their columns where a row begins farther right', async () => {
    const read = await readDocx(packDocx(table(row('甲', '乙', '丙'), row('<w:trPr><w:gridBefore w:val="1"/></w:trPr>', '1', '2'))))
    const grid = 'document' in read ? read.document.blocks[0] : undefined
    expect(grid?.kind === 'grid' && grid.rows[1]?.cells.map(({ column, where }) => [column, where.column])).toEqual([
      [1, 2],
      [2, 3],
    ])
  })

  it('typed with tabs are read as in a plain text', async () => {
    const tab = '<w:r><w:tab/></w:r>'
    const body = ['统计指标', '1.当面申请数', '2.传真申请数', '3.网络申请数'].map((label, at) => para(run(label) + tab + run(at === 0 ? '单位' : '件') + tab + run(at === 0 ? '统计数' : String(at)))).join('')
    expect(await show(para(run(prose)) + body)).toEqual([prose, '| 统计指标 | 单位 | 统计数 |', '| 1.当面申请数 | 件 | 1 |', '| 2.传真申请数 | 件 | 2 |', '| 3.网络申请数 | 件 | 3 |'])
  })
})

describe('a picture in place of a table', () => {
  const picture = (width: number, height: number): string => para(`<w:r><w:drawing><wp:inline><wp:extent cx="${width}" cy="${height}"/><a:graphic><pic:pic><a:blip r:embed="rId9"/></pic:pic></a:graphic></wp:inline></w:drawing></w:r>`)
  const sheet = para('<w:r><w:object><v:shape><v:imagedata r:id="rId8"/></v:shape></w:object></w:r>')

  it.each([
    ['a picture', picture(5_000_000, 3_000_000)],
    ['a sheet of another program, which Word shows as a picture', sheet],
  ])('is said with its place, and the prose is read: %s', async (_, body) => {
    const read = await readDocx(packDocx(para(run('一、总体情况')) + para(run(prose)) + para(run('二、主动公开政府信息情况')) + body + para(run('三、其他'))))
    expect(problemsOf(read)).toEqual(['table.picture'])
    expect('document' in read && read.problems[0]?.where?.paragraph).toBe(3)
  })

  it('is not suspected of a small mark', async () => {
    expect(problemsOf(await readDocx(packDocx(para(run(prose)) + picture(300_000, 300_000))))).toEqual([])
  })

  it('is all there is: refused', async () => {
    expect(await show(picture(5_000_000, 7_000_000))).toEqual(['refused: file.scanned'])
  })
})

describe('a Word file that cannot be read ends in one sentence', () => {
  const whole = packDocx(para(run(prose)))
  it.each([
    ['cut off', whole.subarray(0, whole.length - 40), 'file.damaged'],
    ['without a document in it', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/styles.xml': strToU8('<styles/>') }), 'file.damaged'],
    ['with XML that breaks off', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w:document xmlns:w="x"><w:body>') }), 'file.damaged'],
    ['with definitions of its own', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "cc">]><document><body>&b;</body></document>') }), 'file.unsafe'],
    ['elements three hundred deep', packDocx(`${'<w:sdt><w:sdtContent>'.repeat(150)}${'</w:sdtContent></w:sdt>'.repeat(150)}`), 'file.unsafe'],
    ['packed a thousandfold', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': new Uint8Array(30_000_000).fill(32) }), 'file.too_large'],
    ['empty', packDocx(para('')), 'file.empty'],
    ['with nothing but an embedded page', packDocx('<w:altChunk r:id="rId5"/>'), 'file.embedded'],
  ])('%s', async (_, bytes, code) => {
    const read = await readFile(bytes, {})
    expect('refused' in read && read.refused.code).toBe(code)
  })
})

describe('through the whole of reading', () => {
  it.each(docxMarkups)('every cell of every form, %s', async (markup) => {
    for (const form of ['pre2019_table', 'y2019', 'y2021'] as const) {
      const report = writeReport(form, randomFrom(3))
      const parsed = await parseReport({ name: 'x.docx', bytes: writeDocx(report, markup, randomFrom(3)) }, { agencies: [], sha256: () => Promise.resolve('') })
      const found = new Map(parsed.figures.filter(({ cell: path }) => path !== null).map((figure) => [keyOf(figure.cell ?? '', figure.applicant), figure]))
      const differing = [...truthsOf(report)].filter(([key, { states, value }]) => {
        const figure = found.get(key)
        return figure === undefined || !states.includes(figure.state) || figure.value !== value
      })
      expect(differing).toEqual([])
    }
  })

  it('no two places are the same', async () => {
    const file = await readDocx(writeDocx(writeReport('y2021', randomFrom(1)), 'whole runs', randomFrom(1)))
    const places = 'document' in file ? placesOf(file.document) : []
    expect(places.length).toBeGreaterThan(300)
    expect(new Set(places).size).toBe(places.length)
  })

  it('what is written in a document stays text', async () => {
    const hostile = '&lt;script&gt;alert(1)&lt;/script&gt;'
    const read = await readDocx(packDocx(para(`<w:hyperlink r:id="rId3">${run(hostile)}</w:hyperlink>`), { styles: '<w:style w:styleId="__proto__"><w:basedOn w:val="__proto__"/></w:style>' }))
    expect(showFile(read)).toEqual(['<script>alert(1)</script>'])
    expect(({} as Record<string, unknown>)['list']).toBeUndefined()
  })
})
