import { describe, expect, it } from 'vitest'
import { nowhere } from '../../src/reports/problems.ts'
import { readStatements } from '../../src/reports/readStatements.ts'
import type { SaidNumber, Statement } from '../../src/reports/statement.ts'

const number = (said: SaidNumber | null): string =>
  said === null ? '?' : `${said.qualifier ?? ''}${said.value ?? 'unread'}${said.unit === '%' ? '%' : ''}`

/** `64 = 40 + 18 + 6` for a whole list, `≥` for one of some parts, `~` before it where it may be read otherwise. */
function say(statement: Statement): string {
  const doubt = statement.clear ? '' : '~ '
  if (statement.kind === 'parts') {
    const parts = statement.parts.map(number).join(statement.overlap ? ' | ' : ' + ')
    const others = statement.otherWholes.length > 0 ? ` (or ${statement.otherWholes.map(number).join(', ')})` : ''
    return `${doubt}${number(statement.whole)}${others} ${statement.list === 'all' ? '=' : '≥'} ${parts}`
  }
  if (statement.kind === 'share') return `${doubt}${number(statement.part)} of ${number(statement.base)} is ${number(statement.share)}`
  return `${doubt}${number(statement.before)} to ${number(statement.now)} is ${number(statement.change)}`
}

const read = (text: string): readonly string[] =>
  readStatements([{ kind: 'paragraph', text, where: { ...nowhere, paragraph: 1 } }], [], 2020).map(say)

describe('a whole list of parts stands behind 包括, 分别为, 即 or a colon', () => {
  it.each([
    ['收到申请64件，包括网络申请40件、信函申请18件、当面申请6件。', '64 = 40 + 18 + 6'],
    ['收到申请64件：网络40件，信函18件，当面6件。', '64 = 40 + 18 + 6'],
    ['收到申请64件，分别为网络申请40件、信函申请18件和当面申请6件。', '64 = 40 + 18 + 6'],
    ['办结申请45件，即按时办结40件、延期办结5件。', '45 = 40 + 5'],
    ['办理申请６４件，包括：自然人４０件；企业１８件；其他６件。', '64 = 40 + 18 + 6'],
    ['收到申请64件，包括公民、法人申请58件，其他组织申请6件。', '64 = 58 + 6'],
    ['收到申请64件，包括网络申请40余件、信函申请18件、当面申请6件。', '64 = ≥40 + 18 + 6'],
    ['收到申请三十件，包括网络申请二十件、信函申请十件。', '30 = 20 + 10'],
    ['收到申请64件，包括网络申请40件（其中平台申请12件）、信函申请24件。', '64 = 40 + 24', '40 ≥ 12'],
    ['收到申请64件，包括网络申请40件，信函申请24件，办结60件。', '64 = 40 + 24'],
    ['收到申请64件，包括网络申请40件，占62.5%，信函申请24件，占37.5%。', '64 = 40 + 24', '40 of 64 is 62.5%', '24 of 64 is 37.5%'],
  ])('%s', (text, ...said) => expect(read(text)).toEqual(said))

  it.each([
    ['an open list', '收到申请64件，包括网络申请40件、信函申请18件等。', '64 ≥ 40 + 18'],
    ['the main ones only', '收到申请64件，主要包括网络申请40件、信函申请18件。', '64 ≥ 40 + 18'],
    ['channels, which carry the same items', '公开信息350条，包括网站发布310条、微信发布90条。', '350 = 310 | 90'],
    ['clauses that do different things', '收到申请64件，包括转办3件，组织培训2件。', '~ 64 = 3 + 2'],
    ['separators of two kinds', '公开信息9条，包括总结2条，规划1条；预算6条。', '~ 9 = 2 + 1 + 6'],
  ])('but not %s', (_, text, said) => expect(read(text)).toEqual([said]))

  it.each([
    ['of another unit', '召开会议12次，包括参会人员300人、代表20人。'],
    ['of names', '制定制度3项，包括公开制度、保密制度和审查制度。'],
    ['about two other subjects', '收到申请64件，复议、诉讼分别为3件、2件。'],
    ['of averages', '更新信息650条，即平均每月54条、每周12条。'],
    ['in words with the same letters', '收到申请5件，立即办理3件、随后2件。'],
  ])('a list %s is none', (_, text) => expect(read(text)).toEqual([]))
})

describe('some parts stand behind 其中', () => {
  it.each([
    ['收到申请30件，其中网络申请22件、信函申请5件。', '30 ≥ 22 + 5'],
    ['收到申请30件。其中：网络申请22件，信函申请5件。', '30 ≥ 22 + 5'],
    ['收到申请30件（其中网络申请22件）。', '30 ≥ 22'],
    ['共发布信息3050条（含转载34条，另有公告103条）。', '3050 ≥ 34'],
    ['收到申请30件，其中网上申请居多。', '30 ≥ '],
    ['收到申请30件，其中22件为网络申请，5件为信函申请。', '30 ≥ 22 + 5'],
    ['复议46件，其中结果维持25件，结果纠正5件，其他结果9件，尚未审结7件。', '46 ≥ 25 + 5 + 9 + 7'],
    ['公开信息350条，其中网站310条，微信90条。', '350 ≥ 310 | 90'],
    ['收到申请64件，其中网络申请40件，行政复议2件。', '64 ≥ 40'],
    ['收到申请64件，其中网络申请40件，办结64件。', '64 ≥ 40'],
  ])('%s', (text, said) => expect(read(text)).toEqual([said]))

  it('names the other numbers that it may be a part of', () => {
    expect(read('收到申请64件，办结60件，其中网络申请40件、信函申请24件。')).toEqual(['60 (or 64) ≥ 40 + 24'])
    expect(read('新收64件，上年结转5件，其中网络申请40件、信函申请20件。')).toEqual(['~ 5 (or 64) ≥ 40 + 20'])
  })
  it('in a unit of the same kind is not certain', () =>
    expect(read('公开信息13条，其中文件4件，解读5件，要点2件。')).toEqual(['~ 13 ≥ 4 + 5 + 2']))
  it('is something else in 纳入其中 and 其中之一', () => {
    expect(read('收到意见30件，将22件纳入其中，5件未纳入。')).toEqual([])
    expect(read('收到意见30件，其中之一提到8件。')).toEqual([])
  })
})

describe('a share', () => {
  it.each([
    ['收到申请45件，其中网络申请36件，占80%。', '36 of 45 is 80%'],
    ['收到申请45件，其中网络申请36件，占申请总数的80%。', '36 of 45 is 80%'],
    ['网络申请36件，占全部申请45件的80%。', '36 of 45 is 80%'],
    ['收到申请45件，其中网络申请36件（占80%）。', '36 of 45 is 80%'],
    ['主动公开率91%。', '? of ? is 91%'],
    ['网络申请占80%。', '? of ? is 80%'],
  ])('%s', (text, said) => expect(read(text)).toContain(said))
  it('of something that the sentence does not count is not certain', () =>
    expect(read('公开信息350条，其中政策12条，占文件目录的30%。')).toContain('~ 12 of 350 is 30%'))
})

describe('growth', () => {
  it.each([
    ['收到申请125件，上年为100件，同比增长25%。', '100 to 125 is 25%'],
    ['收到申请125件，比上年的100件增长25%。', '100 to 125 is 25%'],
    ['申请由2019年的100件增加到125件，增长25%。', '100 to 125 is 25%'],
    ['收到申请125件，比上年增加25件，增长25%。', '100 to 125 is 25%'],
    ['收到申请75件，比上年减少25件，下降25%。', '100 to 75 is -25%'],
    ['收到申请125件，同比增长25%。', '? to 125 is 25%'],
    ['收到申请125件，较2019年增长25%。', '? to 125 is 25%'],
  ])('%s', (text, said) => expect(read(text)).toEqual([said]))
  it.each([
    ['of a rate', '公开率提高5%。'],
    ['against another year', '收到申请125件，较2015年增长25%。'],
    ['against the quarter before', '收到申请125件，环比增长25%。'],
  ])('%s is not read', (_, text) => expect(read(text)).toEqual([]))
})
