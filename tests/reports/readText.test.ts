import { describe, expect, it } from 'vitest'
import { placeTables } from '../../src/reports/placeTables.ts'
import { readText } from '../../src/reports/readText.ts'

const texts = (text: string): string[] => readText(text).blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))

describe('lines that the page broke', () => {
  const lines = [
    '一、概述',
    '本局按照要求做好各项工作，全年主动公开各类政府信息共计三百二十',
    '一条，内容包括机构职能、部门文件、规划计划、财政预决算、人事信',
    '息和其他应当公开的事项，公开渠道以政府网站为主，兼用公告栏和政',
    '务新媒体，没有收到政府信息公开申请，也没有发生行政复议和行政诉',
    '讼，全年没有收取任何费用。',
  ]
  const joined = ['一、概述', lines.slice(1).join('')]

  it('are joined into paragraphs', () => {
    expect(texts(lines.join('\n'))).toEqual(joined)
  })

  it('are joined across the empty lines of a file with double spacing', () => {
    expect(texts(lines.join('\n\n'))).toEqual(joined)
  })

  it('stay apart at a single empty line of any other file', () => {
    expect(texts([...lines.slice(0, 3), '', ...lines.slice(3)].join('\n'))).toEqual([lines[0], lines.slice(1, 3).join(''), lines.slice(3).join('')])
  })
})

it('takes the —— of a header row for its unit, not for a part of the number beside it', () => {
  const table = ['统计指标  单位  统计数', '一、主动公开情况  ——', '（一）主动公开政府信息数  条  9', '1.政府公报公开政府信息数  条  0', '2.政府网站公开政府信息数  条  9', '二、回应解读情况  —— 0', '（三）从事政府信息公开工作人员数  人  2']
  const { figures } = placeTables(readText(table.join('\n')))
  expect(figures.find(({ cell }) => cell === '2')).toMatchObject({ indicator: null, state: 'header_value', printed: '0', value: null })
  expect(figures.find(({ cell }) => cell === '1.1')).toMatchObject({ state: 'value', value: 9 })
})

it('keeps the rest of a note with the table when its cell is the last one', () => {
  const table = ['统计指标  单位  统计数', '1.政府公报公开政府信息数  条  9', '2.政府网站公开政府信息数  条  2', '                              5(其中网', '3.政务微博公开政府信息数  条', '                              上2件)', '一、概述']
  const { blocks } = readText(table.join('\n'))
  expect(blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))).toEqual(['一、概述'])
})

describe('a sheet saved with commas', () => {
  const rows = ['统计指标,单位,统计数', '一、主动公开情况,——,', '"（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）",条,"1,204"', '1.政府公报公开政府信息数,条,0', '2.政府网站公开政府信息数,条,9', '3.政务微博公开政府信息数,条,', '4.政务微信公开政府信息数,条,5', '5.其他方式公开政府信息数,条,/', '"（三）从事政府信息公开\n工作人员数",人,2', '1.专职人员数,人,1', '2.兼职人员数,人,1']
  const read = (text: string): readonly (string | number | null)[] => placeTables(readText(text)).figures.map(({ state, value }) => value ?? state)

  it('is read cell by cell, quoted ones, too', () => {
    expect(read(`甲安市水务局2017年政府信息公开情况统计表,,\r\n${rows.join('\r\n')}`)).toEqual([1204, 0, 9, 'blank', 5, 'not_applicable', 2, 1, 1])
  })

  it('is none where the lines differ in their commas', () => {
    expect(read(rows.map((row, at) => `${row}${','.repeat(at)}`).join('\n'))).toEqual([])
  })
})
