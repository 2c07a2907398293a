import { describe, expect, it } from 'vitest'
import type { ReportDocument } from '../../src/reports/document.ts'
import type { PlacedTables } from '../../src/reports/placeTables.ts'
import { placeTables } from '../../src/reports/placeTables.ts'
import { readText } from '../../src/reports/readText.ts'
import { generateReport, printText, randomFrom, textLayouts } from './generatedReport.ts'
import { documentOf, gridOf, mergedKinds } from './grids.ts'

const say = ({ state, value, qualifier }: PlacedTables['figures'][number]): string =>
  [state, value === null ? null : `${qualifier ?? ''}${value}`].filter((part) => part !== null).join(' ')

/** `3.1 total` → `value 5`. */
const cellsOf = ({ figures }: PlacedTables): Readonly<Record<string, string>> =>
  Object.fromEntries(figures.map((figure) => [[figure.cell, figure.applicant].filter(Boolean).join(' '), say(figure)]))
const codesOf = ({ problems }: PlacedTables): readonly string[] => problems.map(({ code }) => code)
const textsOf = ({ unplaced }: PlacedTables): readonly string[] => unplaced.map(({ text }) => text)

const ids = ['natural_person', 'org_commercial', 'org_research', 'org_public_interest', 'org_legal_service', 'org_other', 'total'] as const
const row = (placed: PlacedTables, path: string): readonly string[] => ids.map((id) => cellsOf(placed)[`${path} ${id}`] ?? 'nothing')
const numbers = (placed: PlacedTables, path: string): readonly string[] => row(placed, path).map((text) => text.replace(/^(?:value|zero) /, ''))

const clauses = [
  '第二十条第（一）项|<|<|<',
  '信息内容|本年制发件数|本年废止件数|现行有效件数',
  '规章|0|0|0',
  '行政规范性文件|3|1|17',
  '第二十条第（五）项|<|<|<',
  '信息内容|本年处理决定数量|<|<',
  '行政许可|40|<|<',
]
const requestHeading = [
  '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|<|<|申请人情况|<|<|<|<|<|<',
  '^|<|<|自然人|法人或其他组织|<|<|<|<|总计',
  '^|<|<|^|商业企业|科研机构|社会公益组织|法律服务机构|其他|^',
]
const requests = [
  '一、本年新收政府信息公开申请数量|<|<|3|2|0|0|1|0|6',
  '二、上年结转政府信息公开申请数量|<|<|0|0|0|0|0|0|0',
  '三、本年度办理结果|（一）予以公开|<|1|2|0|0|1|0|4',
  '^|（二）部分公开（区分处理的，只计这一情形，不计其他情形）|<|1|0|0|0|0|0|1',
  '^|（三）不予公开|1.属于国家秘密|1||0|0|0|0|1',
  '^|^|2.其他法律行政法规禁止公开|0|0|0|0|0|0|0',
  '^|（七）总计|<|3|2|0|0|1|0|6',
  '四、结转下年度继续办理|<|<|0|0|0|0|0|0|0',
]
const disputes = [
  '行政复议|<|<|<|<|行政诉讼|<|<|<|<|<|<|<|<|<',
  '^|<|<|<|<|未经复议直接起诉|<|<|<|<|复议后起诉|<|<|<|<',
  '结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计',
  '1|0|0|2|3|0|4|0|0|4|0|0|5|0|5',
]

const place = (document: ReportDocument, ...names: readonly string[]): PlacedTables => placeTables(document, names)
const later = (rows: readonly string[], heading: readonly string[] = requestHeading): PlacedTables =>
  place(documentOf(gridOf(clauses), gridOf([...heading, ...rows], 'absent', 2)))

describe('merged cells', () => {
  it.each(mergedKinds)('%s: every figure is placed, once, and nothing needs saying', (merged) => {
    const placed = place(documentOf(gridOf(clauses, merged, 1), gridOf([...requestHeading, ...requests], merged, 2), gridOf(disputes, merged, 3)))
    expect(numbers(placed, '3.3.1')).toEqual(['1', '2', '0', '0', '1', '0', '4'])
    expect(row(placed, '3.3.3.1')[1]).toBe('blank')
    expect([cellsOf(placed)['2.2.3'], cellsOf(placed)['2.3.1'], cellsOf(placed)['4.1.5'], cellsOf(placed)['4.2.2'], cellsOf(placed)['4.3.3']]).toEqual(['value 17', 'value 40', 'value 3', 'value 4', 'value 5'])
    expect([placed.problems, placed.unplaced]).toEqual([[], []])
  })

  it('a row cut by the page keeps its figures, and an empty second half is no blank row', () => {
    const [first, second] = [requests.slice(0, 4), ['|（三）不予公开|1.属于国|1|0|0|0|0|0|1', '~|~|~|~|~|~|~|~|~|~', '||家秘密|||||||', ...requests.slice(5)]]
    const placed = place(documentOf(gridOf(clauses), gridOf([...requestHeading, ...first, ...second.slice(0, 1)], 'absent', 2), gridOf(second.slice(1), 'empty', 3)))
    expect(numbers(placed, '3.3.3.1')).toEqual(['1', '0', '0', '0', '0', '0', '1'])
  })
})

describe('columns of table three', () => {
  const without = (rows: readonly string[], column: number): readonly string[] => rows.map((text) => text.split('|').filter((_, at) => at !== column).join('|'))

  it('six columns are placed by the names above them; the seventh has no figures, and that is said', () => {
    const placed = later(without(requests, 6), without(requestHeading, 6))
    expect(row(placed, '3.1')).toEqual(['value 3', 'value 2', 'zero 0', 'nothing', 'value 1', 'zero 0', 'value 6'])
    expect(codesOf(placed)).toEqual(['table.columns_missing'])
  })

  it('six figures under seven names belong to nobody for certain', () => {
    const placed = later(requests.map((text) => text.split('|').filter((_, at) => at !== 6).join('|')))
    expect(new Set(row(placed, '3.1'))).toEqual(new Set(['unreadable']))
    expect(codesOf(placed)).toContain('table.row_ragged')
  })

  it('nor where the page after has one column of labels more and one of figures less, so that both pages are equally wide', () => {
    const heading = ['<|申请人情况|<|<|<|<|<|<', '<|自然人|法人或其他组织|<|<|<|<|总计', '<|<|商业企业|科研机构|社会公益组织|法律服务机构|其他|<'].map((text) => `~|${text}`)
    const next = ['|（三）不予公开|1.属于国家秘密|5|8|1|0|0|14', '||2.其他法律行政法规禁止公开|6|0|1|4|0|11', '||3.危及“三安全一稳定”|0|6|0|1|0|7', '||4.保护第三方合法权益|0|5|9|0|5|19']
    const placed = place(documentOf(gridOf(clauses), gridOf([...heading, '一、本年新收政府信息公开申请数量|<|22|17|5|24|2|70'], 'absent', 2), gridOf(next, 'absent', 3)))
    for (const path of ['3.3.3.1', '3.3.3.2', '3.3.3.4']) expect(new Set(row(placed, path))).toEqual(new Set(['unreadable']))
  })

  it('a cell printed twice is told by the sum of the row, and said', () => {
    const placed = later(requests.map((text) => text.replace('|3|2|0|0|1|0|6', '|3|2|2|0|0|1|0|6')))
    expect(numbers(placed, '3.1')).toEqual(['3', '2', '0', '0', '1', '0', '6'])
    expect([codesOf(placed).includes('row.by_identity'), placed.figures.find(({ cell }) => cell === '3.1')?.settledBy]).toEqual([true, 'identity'])
  })

  it('two figures in one cell beside an empty one are neither joined nor shared out', () => {
    const placed = later(requests.map((text, at) => (at === 0 ? text.replace('|3|2|0|0|1|0|6', '|3|2 0||0|1|0|6') : text)))
    expect(row(placed, '3.1').slice(0, 4)).toEqual(['value 3', 'unreadable', 'unreadable', 'zero 0'])
  })

  it('the applicants may stand below each other, and the rows of the form side by side', () => {
    const names = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
    const figures = requests.map((text) => text.split('|'))
    const labels = figures.map((cells) => cells.slice(0, 3).filter((text) => !'<^'.includes(text) && !text.startsWith('三、') && !text.startsWith('（三）')).at(-1) ?? '')
    const turned = [`申请人情况|${labels.join('|')}`, ...names.map((name, at) => `${name}|${figures.map((cells) => cells[3 + at] ?? '').join('|')}`)]
    const placed = place(documentOf(gridOf(clauses), gridOf(turned, 'absent', 2)))
    expect([numbers(placed, '3.1'), numbers(placed, '3.3.1')]).toEqual([['3', '2', '0', '0', '1', '0', '6'], ['1', '2', '0', '0', '1', '0', '4']])
    expect(placed.figures.find(({ cell, applicant }) => cell === '3.3.1' && applicant === 'total')?.where).toMatchObject({ table: 2, row: 8, column: 4 })
  })
})

describe('digits that stand apart', () => {
  const withFirst = (text: string) => later(requests.map((line) => line.replace('三、本年度办理结果|（一）予以公开|<|1|2|0|0|1|0|4', `三、本年度办理结果|（一）予以公开|<|${text}`)))

  it('a sum of the form chooses between a number cut in two and one printed twice', () => {
    expect(row(withFirst('12\\n12|2|0|0|1|0|15'), '3.3.1')[0]).toBe('value 12')
    expect(row(withFirst('12\\n12|2|0|0|1|0|1215'), '3.3.1')[0]).toBe('value 1212')
    const settled = withFirst('12\\n12|2|0|0|1|0|15')
    expect([settled.figures.find(({ cell }) => cell === '3.3.1')?.evidence, codesOf(settled)]).toEqual(['A', ['number.by_identity']])
  })

  it('without a sum that holds neither is chosen, and the problem names the cell', () => {
    const placed = withFirst('12\\n12|2|0|0|1|0|99')
    expect(row(placed, '3.3.1')[0]).toBe('unreadable')
    expect(placed.problems.map(({ code, message }) => [code, message.zh.includes('予以公开')])).toEqual([['number.unreadable', true]])
  })
})

describe('table four in other shapes', () => {
  const fifteen = (placed: PlacedTables): string => ['4.1', '4.2', '4.3'].flatMap((block) => [1, 2, 3, 4, 5].map((at) => cellsOf(placed)[`${block}.${at}`]?.replace(/^\w+ /, '') ?? 'nothing')).join(' ')
  const expected = '1 0 0 2 3 0 4 0 0 4 0 0 5 0 5'
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const figures = (disputes[3] ?? '').split('|')

  it('a row to each block', () => {
    const rows = ['行政复议', '行政诉讼未经复议直接起诉', '行政诉讼复议后起诉'].map((name, at) => [name, ...figures.slice(at * 5, at * 5 + 5)].join('|'))
    expect(fifteen(place(documentOf(gridOf(clauses), gridOf([`|${results.join('|')}`, ...rows], 'absent', 2))))).toBe(expected)
  })

  it('one figure to a row, the blocks merged on the left', () => {
    const rows = figures.map((figure, at) => `${at === 0 ? '行政复议' : at === 5 ? '行政诉讼' : '^'}|${at < 5 ? (at === 0 ? '行政复议' : '^') : at === 5 ? '未经复议直接起诉' : at === 10 ? '复议后起诉' : '^'}|${results[at % 5] ?? ''}|${figure}`)
    expect(fifteen(place(documentOf(gridOf(clauses), gridOf(rows, 'absent', 2))))).toBe(expected)
  })

  it('three tables, each under a caption with its block', () => {
    const names = ['（一）行政复议情况', '（二）未经复议直接起诉的行政诉讼情况', '（三）复议后起诉的行政诉讼情况']
    const parts = names.flatMap((name, at) => [name, gridOf([results.join('|'), figures.slice(at * 5, at * 5 + 5).join('|')], 'absent', at + 2)])
    expect(fifteen(place(documentOf(gridOf(clauses), ...parts)))).toBe(expected)
  })

  it('words in place of one figure leave the fourteen others', () => {
    const placed = place(documentOf(gridOf(clauses), gridOf([...disputes.slice(0, 3), (disputes[3] ?? '').replace('1|0|0|2|3', '无|0|0|2|3')], 'absent', 2)))
    expect([cellsOf(placed)['4.1.1'], cellsOf(placed)['4.1.5'], cellsOf(placed)['4.3.3']]).toEqual(['text', 'value 3', 'value 5'])
  })
})

describe('the 2014 form', () => {
  const table = (heading: string, ...rows: readonly string[]): PlacedTables =>
    place(documentOf(gridOf([heading, '1.政府公报公开政府信息数|条|1|9|x', '（三）从事政府信息公开工作人员数|人|2|8|', ...rows].map((text) => text.split('|').slice(0, heading.split('|').length).join('|')))))

  it('reads the year’s own column where the heading names this year and the last', () => {
    const placed = table('统计指标|单位|本年数|上年数')
    expect([cellsOf(placed)['1.2.1'], cellsOf(placed)['8.3'], codesOf(placed)]).toEqual(['value 1', 'value 2', []])
    expect(cellsOf(table('统计指标|单位|上年数|本年数'))['1.2.1']).toBe('value 9')
  })

  it('takes no remark for a figure', () => {
    const placed = place(documentOf(gridOf(['统计指标|单位|统计数|备注', '1.政府公报公开政府信息数|条|1|含转办1件', '2.政府网站公开政府信息数|条||—', '（三）从事政府信息公开工作人员数|人|2|'])))
    expect([cellsOf(placed)['1.2.1'], cellsOf(placed)['1.2.2'], placed.problems]).toEqual(['value 1', 'blank', []])
  })

  it('says when the prose cites the notice of another form', () => {
    const placed = place(documentOf('根据国办公开办函〔2019〕60号文件编制本报告。', gridOf(['统计指标|单位|统计数', '1.政府公报公开政府信息数|条|1', '（三）从事政府信息公开工作人员数|人|2'])))
    expect([placed.form, cellsOf(placed)['1.2.1'], codesOf(placed)]).toEqual(['pre2019_table', 'value 1', ['form.other_notice']])
  })
})

describe('tables of several bodies', () => {
  const statistics = (figure: number, at: number) => gridOf(['统计指标|单位|统计数', `1.政府公报公开政府信息数|条|${figure}`, '（三）从事政府信息公开工作人员数|人|2'], 'absent', at)
  const document = documentOf('甲市科学技术局政府信息公开情况统计表', statistics(1, 1), '甲市科学技术局所属信息中心政府信息公开情况统计表', statistics(7, 2))

  it('only those of the reporting body are read, also under its short name; the others are named and left over', () => {
    for (const name of ['甲市科学技术局', '甲市科技局']) {
      const placed = place(document, name)
      expect([cellsOf(placed)['1.2.1'], codesOf(placed), textsOf(placed)]).toEqual(['value 1', ['table.other_bodies'], ['1.政府公报公开政府信息数 条 7', '（三）从事政府信息公开工作人员数 人 2']])
      expect(placed.problems[0]?.message.zh).toContain('信息中心')
    }
  })

  it('none is read where it cannot be told whose report it is', () => {
    const placed = place(document, '乙市教育局')
    expect([placed.figures, codesOf(placed), placed.unplaced.length]).toEqual([[], ['table.several_bodies'], 4])
  })
})

describe('rows in are rows placed and rows left over', () => {
  const digits = /\d/
  /** Rows of the tables that print a figure and are found in neither list. */
  function lostRows(document: ReportDocument): readonly string[] {
    const { figures, unplaced } = placeTables(document)
    const placed = new Set(figures.map(({ where }) => `${String(where.table)}/${String(where.row)}`))
    const left = unplaced.map(({ text }) => text)
    return document.blocks.flatMap((block) =>
      block.kind === 'grid'
        ? block.rows
            .filter(({ where }) => !placed.has(`${String(where.table)}/${String(where.row)}`))
            .map(({ cells }) => cells.map(({ text }) => text.trim()).filter((text) => text !== ''))
            .filter((texts) => texts.some((text) => digits.test(text) && !/\p{Script=Han}/u.test(text)))
            .filter((texts) => !left.some((text) => texts.every((one) => text.includes(one))))
            .map((texts) => texts.join(' '))
        : [],
    )
  }

  it.each(textLayouts)('%s, with rows of the place and rows printed twice', (layout) => {
    for (const form of ['pre2019_table', 'y2019', 'y2021'] as const) {
      for (let seed = 1; seed <= 8; seed += 1) {
        const random = randomFrom(seed)
        const text = printText(generateReport(form, random), layout, random)
        const more = text.split('\n').flatMap((line) => (/\t.*\d/.test(line) && random.chance(0.1) ? [line, '本地增加的电话咨询数\t次\t77', line] : [line])).join('\n')
        expect({ form, seed, lost: lostRows(readText(more)) }).toEqual({ form, seed, lost: [] })
      }
    }
  })

  it('also in a table whose columns are all lost', () => {
    expect(lostRows(documentOf(gridOf(clauses), gridOf(['一、本年新收政府信息公开申请数量|3|2', '88|77|66', '结转|5'], 'absent', 2)))).toEqual([])
  })
})
