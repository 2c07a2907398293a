import { describe, expect, it } from 'vitest'
import { applicantByHeading, detectForm, foldLabel, wordingsOf } from '../../src/forms/dialects.ts'
import type { FormId } from '../../src/forms/form.ts'
import { formById, forms } from '../../src/forms/forms.ts'

describe('a label is known again', () => {
  it.each([
    ['（一）主动公开政府信息数\n（不同渠道和方式公开相同信息计 1 条）', '主动公开政府信息数'],
    ['(一) 主动公开政府信息数(不同渠道和方式公开相同信息计1条)', '主动公开政府信息数'],
    ['主动公开政府信息数（不同渠道和方式公开相同', '主动公开政府信息数'],
    ['1．政府公报公开政府信息数', '政府公报公开政府信息数'],
    ['1、政府公报公开政府信息数', '政府公报公开政府信息数'],
    ['①政府公报公开政府信息数', '政府公报公开政府信息数'],
    ['其中：1.涉及国家秘密', '涉及国家秘密'],
    ['㈦总 计', '总计'],
    ['３.其它', '其他'],
    ['危及"三安全一稳定"', '危及三安全一稳定'],
    ['不是《条例》所指政府信息', '不是条例所指政府信息'],
    ['本年增／减', '本年增减'],
    ['本年收费金额（单位：万元）', '本年收费金额'],
    ['结 果\n维 持', '结果维持'],
  ])('%j is %s', (printed, folded) => expect(foldLabel(printed)).toBe(folded))

  it('keeps numerals that are words, and digits that are not numbering', () => {
    expect(foldLabel('属于四类过程性信息')).toBe('属于四类过程性信息')
    expect(foldLabel('四类过程性信息')).toBe('四类过程性信息')
    expect(foldLabel('第二十条')).toBe('第二十条')
  })

  it('is the same for the official wording of every row, folded once or twice', () => {
    const once = forms.flatMap((form) => form.rows.map((row) => foldLabel(row.label)))
    expect(once.map(foldLabel)).toEqual(once)
  })

  it.each<[FormId, string, string]>([
    ['pre2019_table', '9.1', '（一）召开政府信息与政务公开工作会议或专题会议数'],
    ['pre2019_table', '8.4', '（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面经费）'],
    ['pre2019_table', '3.1', '（一）受理申请数'],
    ['pre2019_table', '3.2.1', '1、按期办结数'],
    ['pre2019_table', '6', '六、举报投诉总数'],
    ['y2021', '2.2.1', '规范性文件'],
    ['y2019', '2.2.1', '行政规范性文件'],
    ['y2021', '3.4', '四、结转下一年度继续办理'],
    ['y2021', '3.3.2', '（二）部分公开'],
    ['y2021', '3.3.6.3', '3.其它'],
  ])('%s %s also when it is printed as %s', (form, path, printed) => {
    const row = formById(form).rows.find((candidate) => candidate.path === path)
    expect(row && wordingsOf(row)).toContain(foldLabel(printed))
  })

  it('knows the columns of table three', () => {
    expect(['自然人', '商业 企业', '科研\n机构', '社会公益组织', '法律服务机构', '其它', '总 计'].map(applicantByHeading)).toEqual([
      'natural_person',
      'org_commercial',
      'org_research',
      'org_public_interest',
      'org_legal_service',
      'org_other',
      'total',
    ])
    expect(applicantByHeading('法人或其他组织')).toBeNull()
  })
})

describe('the form is told by headers and row labels', () => {
  const formOf = (...texts: string[]) => detectForm(texts).form

  it('2021: stock in force, repeals, money charged, or the row on corrections', () => {
    expect(formOf('信息内容', '现行有效件')).toBe('y2021')
    expect(formOf('本年废止件数')).toBe('y2021')
    expect(formOf('本年收费金额(单位：万元)')).toBe('y2021')
    expect(formOf('1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请')).toBe('y2021')
  })

  it('2019: public stock, change in matters, or procurement', () => {
    expect(formOf('对外公开总数量')).toBe('y2019')
    expect(formOf('本年增／减')).toBe('y2019')
    expect(formOf('政府集中采购')).toBe('y2019')
  })

  it('2019 by table three alone, when （六）其他处理 is a single row', () => {
    expect(formOf('（五）不予处理', '（六）其他处理', '四、结转下年度继续办理')).toBe('y2019')
    expect(formOf('四、结转下年度继续办理')).toBe('narrative')
  })

  it('2014: the header with one of two rows, or both rows without it', () => {
    expect(formOf('统计指标', '1.政府公报公开政府信息数')).toBe('pre2019_table')
    expect(formOf('政府公报公开政府信息数', '（三）从事政府信息公开工作人员数')).toBe('pre2019_table')
    expect(formOf('统计指标')).toBe('narrative')
    expect(formOf('政府公报公开政府信息数')).toBe('narrative')
  })

  it('before 2014: cumulative columns or numbered exemptions; refused, not asked about', () => {
    expect(detectForm(['指标', '单位', '本年累计', '历年累计'])).toMatchObject({ form: 'pre2014', ambiguous: false })
    expect(formOf('免予公开范围3')).toBe('pre2014')
  })

  it('narrative: nothing of all this', () => {
    expect(detectForm([])).toEqual({ form: 'narrative', marks: [], reasons: [], ambiguous: false })
    expect(formOf('序号', '项目名称', '金额')).toBe('narrative')
  })

  it('recognises each official form by its own labels and names what it went by', () => {
    for (const id of ['pre2019_table', 'y2019', 'y2021'] as const) {
      const form = formById(id)
      const found = detectForm([...(form.columns ?? []), ...form.rows.flatMap((row) => [row.label, row.column ?? ''])])
      expect(found).toMatchObject({ form: id, ambiguous: false })
      expect(found.marks.length).toBeGreaterThan(1)
    }
  })
})

describe('nobody chooses alone', () => {
  it('when marks of two forms stand in one report', () => {
    expect(detectForm(['对外公开总数量', '现行有效件数'])).toMatchObject({ ambiguous: true, reasons: ['two_forms'] })
    expect(detectForm(['统计指标', '政府公报公开政府信息数', '本年累计']).reasons).toContain('two_forms')
  })

  it('when figures stand in more than one column: quarters, cumulative sums, levels of government', () => {
    const table = ['统计指标', '政府公报公开政府信息数']
    expect(detectForm([...table, '第一季度', '第二季度']).reasons).toEqual(['value_columns'])
    expect(detectForm([...table, '累计数']).reasons).toEqual(['value_columns'])
    expect(detectForm([...table, '市本级', '县级']).reasons).toEqual(['value_columns'])
    expect(detectForm(table, [['统计指标', '单位', '2017年', '2018年']]).reasons).toEqual(['value_columns'])
  })

  it('but a serial number, a unit, a remark or a header repeated on the next page is no second column', () => {
    const table = ['统计指标', '单位', '统计数', '政府公报公开政府信息数', '统计指标', '单位', '统计数']
    expect(
      detectForm(table, [
        ['序号', '统计指标', '单位', '统计数', '备注'],
        ['统计指标', '单位', '统计数'],
      ]),
    ).toMatchObject({ form: 'pre2019_table', ambiguous: false })
  })
})
