import { describe, expect, it } from 'vitest'
import type { PlacedTables } from '../../src/reports/placeTables.ts'
import { placeTables } from '../../src/reports/placeTables.ts'
import { documentOf, gridOf, mergedKinds } from './grids.ts'
import type { Merged } from './grids.ts'

const clauses = [
  '第二十条第（一）项|<|<|<',
  '信息内容|本年制发件数|本年废止件数|现行有效件数',
  '规章|0|0|0',
  '行政规范性文件|3|1|17',
  '第二十条第（五）项|<|<|<',
  '信息内容|本年处理决定数量|<|<',
  '行政许可|40|<|<',
]
const labels = ['一、本年新收政府信息公开申请数量', '二、上年结转政府信息公开申请数量', '四、结转下年度继续办理'].map((label) => `${label}|<|<`)
const remarkOfSums = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|<|<'
const left = '^|<|<'
const rowsOf = (...figures: readonly string[]): readonly string[] => figures.map((text, at) => `${labels[at] ?? ''}|${text}`)
const place = (rows: readonly string[], merged: Merged = 'absent'): PlacedTables => placeTables(documentOf(gridOf(clauses, merged), gridOf(rows, merged, 2)))

const ids = ['natural_person', 'org_commercial', 'org_research', 'org_public_interest', 'org_legal_service', 'org_other', 'total']
/** The seven figures of a row in the order of the form; `-` for one that is not placed, `?` for one that is not read. */
const read = ({ figures }: PlacedTables, path = '3.1'): string =>
  ids
    .map((id) => figures.find(({ cell, applicant }) => cell === path && applicant === id))
    .map((figure) => (figure === undefined ? '-' : figure.state === 'unreadable' ? '?' : figure.state === 'blank' ? '_' : String(figure.value)))
    .join(' ')
const codesOf = ({ problems }: PlacedTables): readonly string[] => problems.map(({ code }) => code)
const none = '? ? ? ? ? ? ?'

const organisations = '商业企业|科研机构|社会公益组织|法律服务机构|其他'
const totalFirst = [`${remarkOfSums}|申请人情况|<|<|<|<|<|<`, `${left}|总计|自然人|法人或其他组织|<|<|<|<`, `${left}|^|^|${organisations}`]

describe('columns in another order than the form', () => {
  it.each(mergedKinds)('%s: the total in front', (merged) => {
    const placed = place([...totalFirst, ...rowsOf('86|30|11|12|13|14|6', '7|1|2|0|3|0|1')], merged)
    expect([read(placed), read(placed, '3.2'), codesOf(placed)]).toEqual(['30 11 12 13 14 6 86', '1 2 0 3 0 1 7', []])
  })

  it('a heading of one row', () => {
    const heading = `项目|<|<|总计|自然人|${organisations}`
    expect(read(place([heading, ...rowsOf('86|30|11|12|13|14|6', '7|1|2|0|3|0|1')]))).toBe('30 11 12 13 14 6 86')
  })

  it('the organisations in front, and among themselves in any order', () => {
    const first = [`${remarkOfSums}|申请人情况|<|<|<|<|<|<`, `${left}|法人或其他组织|<|<|<|<|自然人|总计`, `${left}|${organisations}|^|^`]
    const mixed = [`${remarkOfSums}|申请人情况|<|<|<|<|<|<`, `${left}|自然人|法人或其他组织|<|<|<|<|总计`, `${left}|^|其他|法律服务机构|商业企业|社会公益组织|科研机构|^`]
    expect(read(place([...first, ...rowsOf('11|12|13|14|6|30|86', '2|0|3|0|1|1|7')]))).toBe('30 11 12 13 14 6 86')
    expect(read(place([...mixed, ...rowsOf('30|6|14|11|13|12|86', '1|1|0|2|3|0|7')]))).toBe('30 11 12 13 14 6 86')
  })

  it('a blank stays under its own name', () => {
    expect(read(place([...totalFirst, ...rowsOf('86|30|11|12|13|14|6', '7||2|1|3|0|1')]), '3.2')).toBe('_ 2 1 3 0 1 7')
  })

  it('goes on after the end of a page, where the rows are as wide; others are refused', () => {
    const rows = rowsOf('86|30|11|12|13|14|6', '7|1|2|0|3|0|1', '5|1|1|1|1|1|0')
    const after = (next: string): PlacedTables => placeTables(documentOf(gridOf(clauses), gridOf([...totalFirst, ...rows.slice(0, 2)], 'absent', 2), gridOf([next], 'absent', 3)))
    expect(read(after(rows[2] ?? ''), '3.4')).toBe('1 1 1 1 1 0 5')
    const narrower = after((rows[2] ?? '').replace('|<|<', '|<'))
    expect([read(narrower, '3.4'), codesOf(narrower)]).toEqual([none, ['table.row_ragged']])
  })

  it('goes on where only a part of the heading is repeated', () => {
    const rows = rowsOf('86|30|11|12|13|14|6', '7|1|2|0|3|0|1', '5|1|1|1|1|1|0')
    const again = `|<|<|||${organisations}`
    const placed = placeTables(documentOf(gridOf(clauses), gridOf([...totalFirst, ...rows.slice(0, 2)], 'absent', 2), gridOf([again, ...rows.slice(2)], 'absent', 3)))
    expect(read(placed, '3.4')).toBe('1 1 1 1 1 0 5')
  })

  it('a name printed twice names nobody', () => {
    const heading = `项目|<|<|自然人|${organisations}|合计|总计`
    const placed = place([heading, ...rowsOf('30|11|12|13|14|6|56|', '1|2|0|3|0|1|6|')])
    expect([read(placed), codesOf(placed)[0]]).toEqual([none, 'table.row_ragged'])
  })
})

describe('columns of no applicant', () => {
  const withLast = (heading: string): readonly string[] => [
    `${remarkOfSums}|申请人情况|<|<|<|<|<|${heading}`,
    `${left}|自然人|法人或其他组织|<|<|<|<|^`,
    `${left}|^|${organisations}|^`,
  ]

  it.each(['同比增减', '备注', '2021年总计', '上年数', '小计', '公开渠道'])('%s in place of the total is no total', (heading) => {
    const placed = place([...withLast(heading), ...rowsOf('30|11|12|13|14|6|86', '1|2|0|3|0|1|7')])
    expect([read(placed), codesOf(placed)]).toEqual(['30 11 12 13 14 6 -', ['table.columns_missing']])
  })

  it('last year’s total beside the year’s own, with a name left out', () => {
    const heading = [`${remarkOfSums}|申请人情况|<|<|<|<|<|2021年总计`, `${left}|自然人|法人或其他组织|<|<|<|总计|^`, `${left}|^|商业企业|科研机构|社会公益组织|其他|^|^`]
    expect(read(place([...heading, ...rowsOf('30|11|12|13|6|72|703', '1|2|0|3|1|7|704')]))).toBe('30 11 12 13 - 6 72')
  })

  it('last year’s total beside all seven, and a blank in front', () => {
    const heading = [`${remarkOfSums}|申请人情况|<|<|<|<|<|<|上年总计`, `${left}|自然人|法人或其他组织|<|<|<|<|总计|^`, `${left}|^|${organisations}|^|^`]
    const placed = place([...heading, ...rowsOf('30|11|12|13|14|6|86|703', '|2|0|3|0|1|6|704')])
    expect([read(placed), read(placed, '3.2')]).toEqual(['30 11 12 13 14 6 86', '_ 2 0 3 0 1 6'])
  })

  it('a misspelt name is no other column', () => {
    const heading = `项目|<|<|自然人|商业企业|科技机构|社会公益组织|法律服务机构|其他|總計`
    expect(read(place([heading, ...rowsOf('30|11|12|13|14|6|86', '1|2|0|3|0|1|7')]))).toBe('30 11 12 13 14 6 86')
  })
})
