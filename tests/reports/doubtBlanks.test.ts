import { describe, expect, it } from 'vitest'
import { placeTables } from '../../src/reports/placeTables.ts'
import { readText } from '../../src/reports/readText.ts'
import { documentOf, gridOf } from './grids.ts'

const read = (document: Parameters<typeof placeTables>[0]): ReadonlyMap<string, string> =>
  new Map(placeTables(document).figures.map(({ cell, applicant, state, value }) => [[cell, applicant].filter(Boolean).join(' '), value === null ? state : `${state} ${value}`]))

const at = (...cells: readonly (readonly [number, string])[]): string =>
  cells.reduce((line, [column, text]) => line + ' '.repeat(Math.max(0, column - widthOf(line))) + text, '')
const widthOf = (text: string): number => [...text].reduce((width, char) => width + (char.charCodeAt(0) > 0x2e7f ? 2 : 1), 0)

/** What shows that the tables are those of the 2021 form. */
const clauses = [at([0, '信息内容'], [30, '本年制发件数'], [50, '本年废止件数'], [70, '现行有效件数']), at([0, '规章'], [30, '0'], [50, '0'], [70, '0']), at([0, '行政规范性文件'], [30, '3'], [50, '1'], [70, '17']), '三、收到和处理政府信息公开申请情况']

const starts = [40, 50, 60, 72, 84, 96, 106] as const
const figures = (label: string, texts: readonly string[]): string => at([0, label], ...texts.flatMap((text, index): (readonly [number, string])[] => (text === '' ? [] : [[starts[index] ?? 0, text]])))

/** Table three set with spaces; `rows` follow two full ones. */
const requests = (...rows: readonly string[]): ReadonlyMap<string, string> =>
  read(
    readText(
      [
        ...clauses,
        figures('', ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']),
        figures('一、本年新收政府信息公开申请数量', ['11', '12', '13', '14', '15', '16', '81']),
        figures('二、上年结转政府信息公开申请数量', ['1', '0', '0', '0', '0', '0', '1']),
        ...rows,
        figures('3.危及“三安全一稳定”', ['0', '0', '0', '0', '0', '0', '0']),
      ].join('\n'),
    ),
  )

describe('where only positions tell cells, a blank is a place with nothing printed around it', () => {
  const row = figures('1.属于国家秘密', ['3', '', '5', '0', '0', '0', '8'])

  it('as in a row between rows', () => {
    const found = requests(row)
    expect([found.get('3.3.3.1 natural_person'), found.get('3.3.3.1 org_commercial'), found.get('3.3.3.1 total')]).toEqual(['value 3', 'blank', 'value 8'])
  })

  it('and not one with a figure and its note on the lines above and below', () => {
    const found = requests(at([49, '79(其中网']), row, at([50, '上2件)']))
    expect([found.get('3.3.3.1 natural_person'), found.get('3.3.3.1 org_commercial'), found.get('3.3.3.1 org_research')]).toEqual(['value 3', 'unreadable', 'value 5'])
  })

  it('nor a label whose figures stand beside the label of its group', () => {
    const found = requests(at([0, '（二）部分公开（区分处理的，只计']), figures('三、本年度办理结果', ['4', '0', '0', '0', '0', '0', '4']), at([0, '这一情形，不计其他情形）']))
    expect([found.get('3.3.2 natural_person'), found.get('3.3.2 total')]).toEqual(['unreadable', 'unreadable'])
  })
})

describe('a table of 2014 in two halves', () => {
  it('keeps what stands above and below a figure of the right half out of the left half', () => {
    const half = (left: string, one: string, right: string, other: string): string => at([0, left], [40, '件'], [46, one], [60, right], [100, '件'], [106, other])
    const found = read(
      readText(
        [
          at([0, '统计指标'], [40, '单位'], [46, '统计数'], [60, '统计指标'], [100, '单位'], [106, '统计数']),
          half('1.政府公报公开政府信息数', '1', '（一）维持具体行政行为数', '0'),
          half('2.政府网站公开政府信息数', '2', '（二）被依法纠错数', '3'),
          half('3.政务微博公开政府信息数', '4', '（三）其他情形数', '5'),
          at([0, '二、回应解读情况']),
          at([0, '（一）回应公众关注热点或重大'], [106, '7776']),
          at([0, '舆情数'], [40, '件'], [46, '8189'], [60, '五、行政诉讼数量'], [100, '件']),
          at([106, '1']),
          half('1.参加或举办新闻发布会总次数', '6', '（二）设置政府信息公开查阅点数', '9'),
        ].join('\n'),
      ),
    )
    expect([found.get('2.1'), found.get('2.2.1')]).toEqual(['value 8189', 'value 6'])
    expect(['unreadable', undefined]).toContain(found.get('5'))
  })
})

describe('table four with a row to each block', () => {
  it('takes no two heaps of digits for the figures of two columns', () => {
    const line = (label: string, ...texts: readonly (readonly [number, string])[]): string => at([0, label], ...texts)
    const found = read(
      readText(
        [
          ...clauses,
        figures('', ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']),
          figures('一、本年新收政府信息公开申请数量', ['11', '12', '13', '14', '15', '16', '81']),
          figures('二、上年结转政府信息公开申请数量', ['1', '0', '0', '0', '0', '0', '1']),
          '四、政府信息公开行政复议、行政诉讼情况',
          line('', [27, '结果维持'], [38, '结果纠正'], [49, '其他结果'], [60, '尚未审结'], [71, '总计']),
          line('行政复议', [27, '1'], [38, '2'], [49, '0'], [60, '0'], [71, '3']),
          line('行政诉讼未经复议直接起诉', [27, '6 4'], [49, '0'], [71, '6 4']),
        ].join('\n'),
      ),
    )
    expect([found.get('4.1.1'), found.get('4.1.5')]).toEqual(['value 1', 'value 3'])
    expect(['4.2.1', '4.2.2', '4.2.4', '4.2.5'].map((path) => found.get(path))).toEqual(['unreadable', 'unreadable', 'unreadable', 'unreadable'])
  })
})

describe('a label that the page cut after its number', () => {
  it('is no end of the label above, and its figure stays its own', () => {
    const before = gridOf(['统计指标|单位|统计数', '一、主动公开情况|——|', '1.政府公报公开政府信息数|条|1', '三、依申请公开情况||', '（一）|件|79'])
    const after = gridOf(['收到申请数||', '1.当面申请数|件|47', '2.传真申请数|件|32', '（三）从事政府信息公开工作人员数|人|2'], 'absent', 2)
    const found = read(documentOf(before, after))
    expect([found.get('3'), found.get('3.1 total'), found.get('3.1.1')]).toEqual([undefined, 'value 79', 'value 47'])
  })

  it('leaves no blank behind where its figure stands in another half than its label', () => {
    const before = gridOf(['统计指标|单位|统计数|统计指标|单位|统计数', '（一）收到申请数|件|31|八、机构建设和保障经费情况|——|', '1.当面申请数|件|4|（二）设置政府信息公开查阅点数|个|4', '（二）|件|29|（三）从事政府信息公开工作人员数|人|2'])
    const after = gridOf(['申请办结数||||||', '1.按时办结数|件|27|1.专职人员数（不包括政府公报及政府网站工作人员数）|人|1', '2.延期办结数|件|2|2.兼职人员数|人|1'], 'absent', 2)
    const found = read(documentOf(before, after))
    expect([found.get('3.2'), found.get('3.2.1'), found.get('8.3')]).toEqual(['unreadable', 'value 27', 'value 2'])
  })
})
