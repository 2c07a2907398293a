import { describe, expect, it } from 'vitest'
import type { PlacedTables } from '../../src/reports/placeTables.ts'
import { placeTables } from '../../src/reports/placeTables.ts'
import { readText } from '../../src/reports/readText.ts'

const place = (text: string): PlacedTables => placeTables(readText(text))

/** What each cell was read as: `3.1 total` → `value 5`. */
function cellsOf(placed: PlacedTables): Readonly<Record<string, string>> {
  return Object.fromEntries(
    placed.figures.map(({ cell, applicant, state, value, qualifier }) => [
      [cell, applicant].filter(Boolean).join(' '),
      [state, qualifier === null ? value : `${qualifier}${String(value)}`].filter((part) => part !== null).join(' '),
    ]),
  )
}

const codesOf = ({ problems }: PlacedTables): readonly string[] => problems.map(({ code }) => code)
const textsOf = ({ unplaced }: PlacedTables): readonly string[] => unplaced.map(({ text }) => text)

/** A short 2014 table with both marks of its form; `rows` stand between them. */
const statistics = (rows: string): string => `统计指标\t单位\t统计数
一、主动公开情况\t——\t
1.政府公报公开政府信息数\t条\t1
${rows}
（三）从事政府信息公开工作人员数\t人\t2
`

/** Table two, four rows of table three in which 3.1 is full, and table four, of the 2021 form. */
const later = (requests: string, disputes = '0\t1\t2\t3\t6\t0\t0\t0\t0\t0\t4\t0\t0\t1\t5'): string => `第二十条第（一）项
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t0\t0\t0
行政规范性文件\t3\t1\t17
三、收到和处理政府信息公开申请情况
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况
自然人\t法人或其他组织\t总计
商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他
一、本年新收政府信息公开申请数量\t11\t12\t13\t14\t15\t16\t81
二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1
${requests}
四、政府信息公开行政复议、行政诉讼情况
行政复议\t行政诉讼
未经复议直接起诉\t复议后起诉
结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计
${disputes}
`

const row = (placed: PlacedTables, path: string): readonly string[] =>
  ['natural_person', 'org_commercial', 'org_research', 'org_public_interest', 'org_legal_service', 'org_other', 'total'].map(
    (applicant) => cellsOf(placed)[`${path} ${applicant}`] ?? 'nothing',
  )

describe('the 2014 form', () => {
  it('keeps a number on a header row as a slip, without an indicator', () => {
    const placed = place(statistics('二、回应解读情况\t——\t0\n九、政府信息公开会议和培训情况\t\t5'))
    expect(placed.figures.filter(({ indicator }) => indicator === null).map(({ cell, state, value, printed }) => [cell, state, value, printed])).toEqual([
      ['2', 'header_value', null, '0'],
      ['9', 'header_value', null, '5'],
    ])
  })

  it('tells the rule of the unit column from one in the value column', () => {
    const cells = cellsOf(place(statistics('二、回应解读情况\t——\t\n三、依申请公开情况\t——\t——\n（一）收到申请数\t件\t——')))
    expect([cells['2'], cells['3'], cells['3.1 total']]).toEqual([undefined, 'dash', 'not_applicable'])
  })

  it('reads the local row 三（四） as text, and a number there as a slip', () => {
    const read = (text: string) => cellsOf(place(statistics(`（四）申请公开的主要内容\t——\t${text}`)))['3.4']
    expect(['', '0', '涉及征地补偿，共3类', '/', '——'].map(read)).toEqual(['blank', 'header_value', 'text', 'not_applicable', 'dash'])
  })

  it('gives repeated labels to the part they stand in', () => {
    const placed = place(
      statistics(`四、行政复议数量\t件\t6
（一）维持具体行政行为数\t件\t1
（二）被依法纠错数\t件\t2
（三）其他情形数\t件\t3
五、行政诉讼数量\t件\t15
（一）维持具体行政行为或者驳回原告诉讼请求数\t件\t4
（二）被依法纠错数\t件\t5
（三）其他情形数\t件\t6`),
    )
    const cells = cellsOf(placed)
    expect(['4.2', '4.3', '5.2', '5.3'].map((path) => cells[path])).toEqual(['value 2', 'value 3', 'value 5', 'value 6'])
  })

  it('leaves a repeated label unplaced where its part is a local one', () => {
    const placed = place(statistics('六、举报投诉数量\t件\t0\n十、咨询情况\t件\t9\n（二）被依法纠错数\t件\t7'))
    expect([cellsOf(placed)['4.2'], cellsOf(placed)['5.2'], textsOf(placed)]).toEqual([undefined, undefined, ['十、咨询情况 件 9', '（二）被依法纠错数 件 7']])
  })

  it('reads a row without its unit, with a serial number, with a longer label', () => {
    const cells = cellsOf(place(statistics('（一）收到申请数\t31\n25\t1.当面申请数\t件\t4\n（一）召开政府信息与政务公开工作会议或专题会议数\t次\t3')))
    expect([cells['3.1 total'], cells['3.1.1'], cells['9.1']]).toEqual(['value 31', 'value 4', 'value 3'])
  })

  it('never takes a digit inside a label for a value', () => {
    const placed = place(statistics('（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）\t条\t\n（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）'))
    expect([cellsOf(placed)['1.1'], cellsOf(placed)['2.1'], textsOf(placed)]).toEqual(['blank', 'blank', []])
  })

  it('keeps extra rows of a place, with what they print', () => {
    const placed = place(statistics('机构人事\t条\t12\n规划计划\t条\t'))
    expect(textsOf(placed)).toEqual(['机构人事 条 12', '规划计划 条'])
    expect(codesOf(placed)).toEqual([])
  })

  it('reads money by the unit it prints', () => {
    const cells = cellsOf(place(statistics('七、依申请公开信息收取的费用\t元\t1250\n（四）政府信息公开专项经费\t万元\t0.8')))
    expect([cells['7'], cells['8.4']]).toEqual(['value 0.125', 'value 0.8'])
  })

  it('keeps about and more than beside the number, and says grade C', () => {
    const { figures } = place(statistics('2.政府网站公开政府信息数\t条\t300余\n3.政务微博公开政府信息数\t条\t约20'))
    expect(figures.filter(({ evidence }) => evidence === 'C').map(({ cell, value, qualifier }) => [cell, value, qualifier])).toEqual([
      ['1.2.2', 300, '≥'],
      ['1.2.3', 20, '~'],
    ])
  })

  it('does not choose between several value columns', () => {
    for (const header of ['统计指标\t单位\t第一季度\t第二季度', '统计指标\t单位\t2015年\t2016年', '统计指标\t单位\t本年\t累计']) {
      const placed = place(`${header}\n1.政府公报公开政府信息数\t条\t1\t2\n（三）从事政府信息公开工作人员数\t人\t2\t3\n（一）收到申请数\t件\t0\t1\n`)
      expect([placed.figures, codesOf(placed), placed.unplaced.length]).toEqual([[], ['table.several_columns'], 4])
    }
  })

  it('does not choose between several value columns that no heading names', () => {
    const placed = place('1.政府公报公开政府信息数\t条\t1\t2\n（三）从事政府信息公开工作人员数\t人\t2\t3\n（一）收到申请数\t件\t0\t1\n')
    expect([placed.figures, codesOf(placed)]).toEqual([[], ['table.several_columns']])
  })

  it('says so where one row has two numbers', () => {
    const placed = place(statistics('（一）收到申请数\t件\t5\t7\n（二）申请办结数\t件\t5\t\n1.当面申请数\t件\t1\n2.传真申请数\t件\t0\n3.网络申请数\t件\t4'))
    expect([cellsOf(placed)['3.1 total'], cellsOf(placed)['3.2'], codesOf(placed), textsOf(placed)]).toEqual([
      'unreadable',
      'value 5',
      ['table.row_ragged'],
      ['（一）收到申请数 件 5 7'],
    ])
  })

  it('reads two halves side by side, each in its own parts', () => {
    const placed = place(`统计指标\t单位\t统计数\t统计指标\t单位\t统计数
1.政府公报公开政府信息数\t条\t1\t四、行政复议数量\t件\t8
2.政府网站公开政府信息数\t条\t2\t（二）被依法纠错数\t件\t9
（三）从事政府信息公开工作人员数\t人\t3\t五、行政诉讼数量\t件\t
（一）收到申请数\t件\t\t（二）被依法纠错数\t件\t4
`)
    expect(cellsOf(placed)).toEqual({ '1.2.1': 'value 1', '1.2.2': 'value 2', '8.3': 'value 3', '3.1 total': 'blank', '4': 'value 8', '4.2': 'value 9', '5': 'blank', '5.2': 'value 4' })
  })

  it('keeps one of two equal prints of a row, and neither of two different ones', () => {
    const placed = place(statistics('（一）收到申请数\t件\t5\n（一）收到申请数\t件\t5\n六、举报投诉数量\t件\t1\n六、举报投诉数量\t件\t2'))
    expect([cellsOf(placed)['3.1 total'], cellsOf(placed)['6'], codesOf(placed)]).toEqual(['value 5', 'unreadable', ['figure.repeated', 'figure.conflict']])
  })

  it('does not choose between the tables of several bodies', () => {
    const table = (add: number): string => statistics(['（一）收到申请数', '1.当面申请数', '2.传真申请数', '3.网络申请数', '4.信函申请数', '六、举报投诉数量'].map((label, at) => `${label}\t件\t${at + add}`).join('\n'))
    const placed = place(`${table(1)}\n说明：以上为第一个单位的统计表，以下为第二个单位的统计表，两个单位的数字分别填报，互不包含，请分别使用。\n\n${table(2)}`)
    expect([placed.figures, codesOf(placed)]).toEqual([[], ['table.several']])
  })
})

describe('the later forms', () => {
  it('counts the last seven cells, whatever is left of the group label', () => {
    const placed = place(later('三、本年度办理结果\t（一）予以公开\t1\t2\t3\t4\t5\t6\t21\n\t（三）不予公开\t1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0\n5.属于三类内部事务信息\t1\t0\t0\t2\t0\t0\t3'))
    expect(row(placed, '3.3.1')).toEqual(['value 1', 'value 2', 'value 3', 'value 4', 'value 5', 'value 6', 'value 21'])
    expect(row(placed, '3.3.3.5')).toEqual(['value 1', 'zero 0', 'zero 0', 'value 2', 'zero 0', 'zero 0', 'value 3'])
  })

  it('keeps blank cells where they stand', () => {
    const placed = place(later('（一）予以公开\t\t2\t\t\t\t\t2\n（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t\t\t\t\t\t\t'))
    expect(row(placed, '3.3.1')).toEqual(['blank', 'value 2', 'blank', 'blank', 'blank', 'blank', 'value 2'])
    expect(row(placed, '3.3.6.1')).toEqual(Array(7).fill('blank'))
  })

  it('refuses a row with too few cells instead of shifting it', () => {
    const placed = place(later('（一）予以公开\t1\t2\t3\t4\t5\t15'))
    expect([row(placed, '3.3.1'), codesOf(placed), textsOf(placed)]).toEqual([Array(7).fill('unreadable'), ['table.row_ragged'], ['（一）予以公开 1 2 3 4 5 15']])
  })

  it('keeps seven numbers on a group label as slips, each with its column', () => {
    const placed = place(later('（六）其他处理\t0\t1\t0\t0\t0\t0\t1\n（七）总计\t0\t1\t0\t0\t0\t0\t1'))
    const slips = placed.figures.filter(({ cell }) => cell === '3.3.6')
    expect(slips.map(({ indicator, applicant, column, state, value }) => [indicator, applicant, column, state, value]).slice(0, 2)).toEqual([
      [null, 'natural_person', '自然人', 'header_value', null],
      [null, 'org_commercial', '商业企业', 'header_value', null],
    ])
    expect([slips.length, row(placed, '3.3.7')[6]]).toEqual([7, 'value 1'])
  })

  it('tells 其他 and 总计 of a repeated heading from the rows of that name', () => {
    const heading = '自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计'
    const placed = place(later(`（六）其他处理\t3.其他\t1\t0\t0\t0\t0\t0\t1\n${heading}\n（七）总计\t2\t0\t0\t0\t0\t0\t2`))
    expect([row(placed, '3.3.6.3')[0], row(placed, '3.3.7')[0], placed.problems]).toEqual(['value 1', 'value 2', []])
  })

  it('reads table two under the heading of each clause', () => {
    const cells = cellsOf(place(later('').replace('本年制发件数\t本年废止件数\t现行有效件数', '本年制发件数\t现行有效件\t本年废止数')))
    expect(['2.2.1', '2.2.2', '2.2.3'].map((path) => cells[path])).toEqual(['value 3', 'value 17', 'value 1'])
  })

  it('reads signs in 本年增/减 and the unit of 采购总金额 wherever it stands', () => {
    const table = (amount: string, heading = '采购总金额') => `第二十条第（五）项
信息内容\t上一年项目数量\t本年增/减\t处理决定数量
行政许可\t12\t——3\t40
其他对外管理服务事项\t2\t减1\t0
第二十条第（九）项
信息内容\t采购项目数量\t${heading}
政府集中采购\t2\t${amount}
`
    const cells = cellsOf(place(table('64.1万元')))
    expect([cells['2.3.2'], cells['2.4.2'], cells['2.8.2']]).toEqual(['value -3', 'value -1', 'value 64.1'])
    expect(codesOf(place(table('64.1')))).toEqual(['number.long_minus', 'money.unit'])
    expect(cellsOf(place(table('641000', '采购总金额（元）')))['2.8.2']).toBe('value 64.1')
  })

  it('counts an empty start of table four as blanks', () => {
    const cells = cellsOf(place(later('', '\t\t\t\t\t0\t1\t0\t0\t1\t2\t0\t0\t0\t2')))
    expect(['4.1.1', '4.1.5', '4.2.1', '4.2.2', '4.3.1', '4.3.5'].map((path) => cells[path])).toEqual(['blank', 'blank', 'zero 0', 'value 1', 'value 2', 'value 2'])
  })

  it('does not guess where fourteen cells of table four stand', () => {
    const placed = place(later('', '0\t1\t2\t3\t6\t0\t0\t0\t0\t0\t4\t0\t0\t5'))
    expect([cellsOf(placed)['4.1.1'], codesOf(placed)]).toEqual(['unreadable', ['table.row_ragged']])
  })

  it('reads table four also with a row to each block', () => {
    const disputes = `\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n行政复议\t1\t0\t0\t0\t1\n行政诉讼未经复议直接起诉\t0\t2\t0\t0\t2\n复议后起诉\t0\t0\t3\t0\t3`
    const cells = cellsOf(place(later('').replace(/行政复议\t行政诉讼[\s\S]*$/, `${disputes}\n`)))
    expect(['4.1.1', '4.2.2', '4.3.3', '4.3.5'].map((path) => cells[path])).toEqual(['value 1', 'value 2', 'value 3', 'value 3'])
  })

  it('keeps a row of the form that is not printed out of the figures', () => {
    expect(Object.keys(cellsOf(place(later('')))).some((name) => name.startsWith('3.4'))).toBe(false)
  })

  it('keeps a local row of table two apart', () => {
    const placed = place(later('').replace('三、收到', '其他主动公开文件\t4\t0\t4\n三、收到'))
    expect(textsOf(placed)).toEqual(['其他主动公开文件 4 0 4'])
  })
})

describe('which form', () => {
  it('refuses tables from before 2014, in one sentence', () => {
    const placed = place('指标名称\t单位\t本年累计\t历年累计\n主动公开文件数\t条\t45\t310\n免予公开范围1\t件\t0\t2\n')
    expect([placed.form, placed.figures, codesOf(placed), placed.unplaced.length]).toEqual(['pre2014', [], ['form.refused'], 2])
  })

  it('does not choose between the marks of two forms', () => {
    const placed = place(`${later('')}\n${statistics('（一）收到申请数\t件\t5')}`)
    expect([placed.form, placed.figures, codesOf(placed)]).toEqual([null, [], ['form.several']])
  })

  it('takes a report without a statutory table for a narrative, and keeps the numbers of other tables', () => {
    const placed = place('项目\t金额\n信息化建设\t35\n')
    expect([placed.form, placed.figures, textsOf(placed)]).toEqual(['narrative', [], ['信息化建设 35']])
  })
})
