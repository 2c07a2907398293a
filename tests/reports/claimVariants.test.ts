import { describe, expect, it } from 'vitest'
import { claimCorpus } from './claimCorpus.ts'
import { claimCorpusAgain } from './claimCorpusAgain.ts'
import { claimCorpusThird } from './claimCorpusThird.ts'
import { read, spell } from './claimSentences.ts'

const sentences = [...claimCorpus, ...claimCorpusAgain, ...claimCorpusThird].flatMap(({ lines, ...about }) =>
  lines
    .split('\n')
    .filter((line) => line.includes('|') && !line.startsWith('# '))
    .map((line) => ({ about, text: line.split(' | ')[0]?.trim() ?? '' })),
)
type Spoken = (typeof sentences)[number]

const claimsOf = ({ about }: Spoken, text: string): string[] => read(about, text).figures.map(spell)
const changes = (change: (text: string) => string): string[] =>
  sentences.flatMap((sentence) => {
    const [before, after] = [claimsOf(sentence, sentence.text).join('; '), claimsOf(sentence, change(sentence.text)).join('; ')]
    return before === after ? [] : [`${change(sentence.text)}: ${before} → ${after}`]
  })

describe('the same sentence, set otherwise', () => {
  it.each<[string, (text: string) => string]>([
    ['in full width', (text) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
    ['with spaces around its numbers', (text) => text.replace(/\d[\d.,，]*/g, (number) => ` ${number} `)],
    ['with half-width punctuation', (text) => text.replace(/，/g, ',').replace(/；/g, ';').replace(/：/g, ':').replace(/（/g, '(').replace(/）/g, ')')],
    ['with a number before it', (text) => `一是${text}`],
    ['in brackets of a list', (text) => `（3）${text}`],
  ])('says the same %s', (_, change) => expect(changes(change)).toEqual([]))
})

describe('the same sentence, of somebody else or another year', () => {
  /** Sentences without a year or a subject of their own, so that the words put before them decide. */
  const open = sentences.filter(
    ({ text }) =>
      !/年|我|全|本|目前|截至|[局委办院校厅镇县市区]|学校|公司|上年|结转|下年|一是|十三五|分别|^其中|累计|信息公开工作/.test(text) && !/[。].+[。]/.test(text),
  )
  const said = (change: (text: string) => string): string[] =>
    open.flatMap((sentence) => {
      const text = change(sentence.text)
      const found = claimsOf(sentence, text)
      return found.length === 0 ? [] : [`${text}: ${found.join('; ')}`]
    })

  it('has enough of them', () => expect(open.length).toBeGreaterThan(60))

  it.each<[string, (text: string) => string]>([
    ['last year', (text) => `上年度，${text}`],
    ['a year before', (text) => `2011年，${text}`],
    ['a plan', (text) => `下一步，计划${text}`],
    ['half a year', (text) => `上半年，${text}`],
    ['a sum of years', (text) => `近五年，${text}`],
    ['the whole country', (text) => `全国各级行政机关${text}`],
    ['another body', (text) => `天河省财政厅${text}`],
    ['others together', (text) => `各直属单位共${text}`],
  ])('says nothing of ours: %s', (_, change) => expect(said(change)).toEqual([]))
})
