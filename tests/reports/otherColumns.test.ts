import { describe, expect, it } from 'vitest'
import type { Grid } from '../../src/reports/document.ts'
import type { PlacedTables } from '../../src/reports/placeTables.ts'
import { placeTables } from '../../src/reports/placeTables.ts'
import { readText } from '../../src/reports/readText.ts'
import { documentOf, gridOf, mergedKinds } from './grids.ts'

const place = (...grids: readonly Grid[]): PlacedTables => placeTables(documentOf(...grids))

/** A 2014 table with both marks of its form, under a heading of any columns. */
const statistics = (heading: string, rows: readonly string[]): Grid => gridOf([heading, ...rows])
const applicantsOver = (more: string): readonly string[] => [
  `项目|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计${more}`,
]

/** Each number of a grid with digits: is it a figure, or in what was left over? */
function lostNumbers(grid: Grid, placed: PlacedTables): readonly string[] {
  const kept = placed.figures.map(({ where, printed }) => `${String(where.table)}/${String(where.row)}/${String(where.column)} ${printed}`)
  const left = [...placed.unplaced, ...placed.otherColumns].map(({ text, where }) => ({ row: where.row, words: text.split(' ') }))
  return grid.rows.flatMap(({ cells }, at) =>
    cells
      .filter(({ text }) => /^[\d,.+-]*\d[\d,.+-]*$/.test(text))
      .filter(({ text, where }) => !kept.includes(`${String(where.table)}/${String(where.row)}/${String(where.column)} ${text}`))
      .filter(({ text }) => !left.some(({ row, words }) => row === at + 1 && words.includes(text)))
      .map(({ text }) => `row ${at + 1}: ${text}`),
  )
}

describe('numbers in columns that the form does not have', () => {
  const lastYear = statistics('统计指标|单位|上年数|本年数|备注', [
    '1.政府公报公开政府信息数|条|31|12|',
    '2.政府网站公开政府信息数|条|7|7|其中移动端3条',
    '3.政务微博公开政府信息数|条|0|0|',
    '（三）从事政府信息公开工作人员数|人|5||',
  ])

  it('are listed with label and heading, also where they equal the figure beside them', () => {
    const placed = place(lastYear)
    expect(placed.figures.map(({ cell, state, value }) => [cell, state, value])).toEqual([
      ['1.2.1', 'value', 12],
      ['1.2.2', 'value', 7],
      ['1.2.3', 'zero', 0],
      ['8.3', 'blank', null],
    ])
    expect(placed.otherColumns.map(({ text }) => text)).toEqual([
      '1.政府公报公开政府信息数 上年数 31',
      '2.政府网站公开政府信息数 上年数 7 备注 其中移动端3条',
      '3.政务微博公开政府信息数 上年数 0',
      '（三）从事政府信息公开工作人员数 上年数 5',
    ])
    expect([placed.unplaced, lostNumbers(lastYear, placed)]).toEqual([[], []])
  })

  it('in a text, where a header row has no figure to be doubted', () => {
    const placed = placeTables(
      readText('统计指标\t单位\t上年数\t本年数\n一、主动公开情况\t——\n1.政府公报公开政府信息数\t条\t31\t12\n（三）从事政府信息公开工作人员数\t人\t5\t4\n'),
    )
    expect(placed.figures.filter(({ indicator }) => indicator !== null).map(({ value }) => value)).toEqual([12, 4])
    expect([placed.problems, placed.unplaced, placed.otherColumns.length]).toEqual([[], [], 2])
  })

  it.each(mergedKinds)('a total of last year and a subtotal in table three, merged cells %s', (merged) => {
    const clauses = gridOf(['第二十条第（一）项|<|<|<', '信息内容|本年制发件数|本年废止件数|现行有效件数', '规章|1|2|3'], merged)
    const requests = gridOf(
      [
        ...applicantsOver('|2021年总计'),
        '一、本年新收政府信息公开申请数量|3|1|0|0|0|0|4|9',
        '二、上年结转政府信息公开申请数量|0|0|0|0|0|0|0|0',
        '四、结转下年度继续办理|1|0|0|0|0|0|1|1',
      ],
      merged,
      2,
    )
    const placed = place(clauses, requests)
    expect(placed.otherColumns.map(({ text }) => text)).toEqual([
      '一、本年新收政府信息公开申请数量 2021年总计 9',
      '二、上年结转政府信息公开申请数量 2021年总计 0',
      '四、结转下年度继续办理 2021年总计 1',
    ])
    expect(lostNumbers(requests, placed)).toEqual([])
  })

  it('are not the numbers of the rows in front, whatever the row is', () => {
    const placed = place(
      statistics('序号|统计指标|单位|统计数', [
        '1|一、主动公开情况|——|',
        '2|1.政府公报公开政府信息数|条|12',
        '3|（三）从事政府信息公开工作人员数|人|',
      ]),
    )
    expect([placed.otherColumns, placed.unplaced, placed.problems]).toEqual([[], [], []])
    expect(placed.figures.map(({ state }) => state)).toEqual(['value', 'blank'])
  })

  it('nor where these begin again at one', () => {
    const rows = ['1|1.政府公报公开政府信息数|条|12', '2|2.政府网站公开政府信息数|条|', '3|3.政务微博公开政府信息数|条|4']
    const placed = place(statistics('序号|统计指标|单位|统计数', [...rows, '1|（三）从事政府信息公开工作人员数|人|', '2|1.专职人员数|人|1']))
    expect([placed.figures.map(({ state }) => state), placed.problems]).toEqual([['value', 'blank', 'value', 'blank', 'value'], []])
  })

  it('where the figures stand in front of the labels, no row is blank', () => {
    const placed = place(
      statistics('统计数|单位|统计指标', ['12|条|1.政府公报公开政府信息数', '4|条|2.政府网站公开政府信息数', '5|人|（三）从事政府信息公开工作人员数']),
    )
    expect(placed.figures.map(({ state }) => state)).toEqual(['unreadable', 'unreadable', 'unreadable'])
  })
})

describe('table three without a column for the total', () => {
  const clauses = gridOf(['第二十条第（一）项|<|<|<', '信息内容|本年制发件数|本年废止件数|现行有效件数', '规章|1|2|3'])
  const heading = '项目|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他'
  const rows = ['一、本年新收政府信息公开申请数量|3|1|0|0|0|0', '二、上年结转政府信息公开申请数量|0|0|0|0|0|0', '四、结转下年度继续办理|1|0|0|0|0|2']

  it('is read by its six names, and the total is said to be missing', () => {
    const placed = place(clauses, gridOf([heading, ...rows], 'absent', 2))
    const own = placed.figures.filter(({ cell }) => cell === '3.4')
    expect(own.map(({ applicant, value }) => [applicant, value])).toEqual([
      ['natural_person', 1],
      ['org_commercial', 0],
      ['org_research', 0],
      ['org_public_interest', 0],
      ['org_legal_service', 0],
      ['org_other', 2],
    ])
    expect(placed.problems.map(({ code }) => code)).toEqual(['table.columns_missing'])
  })

  it('is not believed where the rows have a cell more than the heading', () => {
    const placed = place(clauses, gridOf([heading, ...rows.map((row) => `${row}|4`)], 'absent', 2))
    expect(placed.figures.filter(({ applicant }) => applicant === 'org_other').map(({ value }) => value)).not.toContain(4)
  })
})
