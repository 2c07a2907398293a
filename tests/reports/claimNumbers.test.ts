import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNumbers } from '../../src/reports/claimNumbers.ts'
import { compactText, splitSentences } from '../../src/reports/sentences.ts'
import { read } from './claimSentences.ts'

const counts = (text: string): string[] =>
  findNumbers(compactText(text).text).flatMap((token) => (token.kind === 'count' ? [`${token.qualifier ?? ''}${token.value ?? '?'}${token.unit}`] : []))

describe('numbers that say how many', () => {
  it.each([
    ['公开信息300余条', ['≥300条']], ['公开信息1.2万余条', ['≥12000条']], ['两次会议、十余次培训', ['2次', '≥10次']], ['近五百件', ['<500件']],
    ['最近5次', ['5次']], ['3-5次', ['?', '?次']], ['几十条', ['?条']], ['1万2千条', ['?', '?条']], ['占85.5%', ['85.5%']], ['2018条信息', ['2018条']],
    ['2018年132条', ['132条']], ['2018 132条', ['132条']], ['APP300条', ['300条']], ['共12人次', ['12人次']], ['支出8.5万元', ['85000元']],
  ])('%s', (text, expected) => expect(counts(text)).toEqual(expected))
})

describe('numbers that only name', () => {
  it.each([
    '2018年', '2018年度', '2018-2019年', '2018年2月26日', '10月30-31日', '二〇一八年二月', '01-21', '2018.12.7', '20:30', '12月底', '第三季度', '国发〔2018〕12号', '[2018]12号', '国令第711号',
    '第二十条', '第6、7条', '第十三届', '0951-1234567', '13912345678', '邮编：750001', '地址：幸福路12号', 'ab12@163.com', 'http://a.cn/12', '1.门户', '（3）', '附件1', '表2', 'O2O', 'A4', '2.5MW', '《十条措施2.0版》',
    '12345热线', '十九大', '十四五', '60周年', '统一个体', '一件事', '“两个清单”', '四个意识', '第5页',
  ])('%s', (text) => expect(counts(text)).toEqual([]))
})

/** Writing as it is found: numbers, units, punctuation, dates, subjects, in any order. */
const scrap = fc.constantFrom(
  '公开信息', '收到', '政府信息公开申请', '行政复议', '其中', '网站', '微博', '（', '）', '，', '。', '；', '：', '、', ' ', '\n', '“', '”', '《', '》', '第', '条', '件', '次', '年', '月', '号', '%', '余', '万', '约', '未', '无', '一', '三十', '0',
  '12', '2018', '2018年', '3.5', '1,208', '〔2018〕', '-', 'A', '均为', '上年', '结转', '下年度',
)
const writing = fc.array(scrap, { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''))

describe('nothing read is ever lost', () => {
  it('each digit of a paragraph is in a figure, in an unplaced sentence, or in something that only names', () => {
    fc.assert(
      fc.property(writing, (text) => {
        const { figures, unplaced } = read(2018, text)
        const covered = [...figures, ...unplaced].map(({ where }) => [where.start ?? 0, where.end ?? 0] as const)
        const named = splitSentences(text).flatMap((sentence) => {
          const compact = compactText(sentence.text)
          return findNumbers(compact.text).flatMap((token) =>
            token.kind === 'mark' ? [[sentence.start + (compact.places[token.start] ?? 0), sentence.start + (compact.places[token.end] ?? 0)] as const] : [])
        })
        for (const match of text.matchAll(/\d/g)) {
          expect([...covered, ...named].some(([start, end]) => match.index >= start && match.index < end)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('each figure is printed where it says, and a number only once for each indicator', () => {
    fc.assert(
      fc.property(writing, (text) => {
        const { figures } = read(2018, text)
        for (const figure of figures) {
          expect(text.slice(figure.where.start ?? 0, figure.where.end ?? 0)).toBe(figure.printed)
          expect(figure.value === 0 ? figure.state : 'value').toBe(figure.value === 0 ? 'zero' : figure.state)
          expect(figure.evidence === 'C').toBe(figure.qualifier !== null)
        }
        const keys = figures.map(({ indicator, where }) => `${indicator} ${where.start}`)
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { numRuns: 500 },
    )
  })

  it('sentences hold every character but the spaces between them', () => {
    fc.assert(
      fc.property(writing, (text) => {
        const sentences = splitSentences(text)
        expect(sentences.map(({ text: written }) => written).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        for (const { text: written, start, end } of sentences) expect(text.slice(start, end)).toBe(written)
      }),
    )
  })

  it('a hostile paragraph takes no longer than its length', () => {
    const began = performance.now()
    read(2018, '公开信息'.repeat(4000) + '12条', '（'.repeat(5000), '收到，'.repeat(3000) + '3件', '1'.repeat(20_000), '1 '.repeat(5000), '《'.repeat(8000), '一'.repeat(8000) + '条')
    expect(performance.now() - began).toBeLessThan(3000)
  })
})

describe('sentences', () => {
  it.each([
    ['甲。乙！丙', ['甲。', '乙！', '丙']], ['召开“一二。三四”发布会。完', ['召开“一二。三四”发布会。', '完']], ['他说：“好。”又说', ['他说：“好。”', '又说']],
    ['（地址：甲。）乙。', ['（地址：甲。）乙。']], ['甲\n乙', ['甲', '乙']], ['  甲。  乙。 ', ['甲。', '乙。']], ['“没有关。闭', ['“没有关。', '闭']],
  ])('%j', (text, expected) => expect(splitSentences(text).map((sentence) => sentence.text)).toEqual(expected))
})
