import { describe, expect, it } from 'vitest'
import type { CheckedReport } from '../../src/checks/checkedReport.ts'
import { indexCopiedText } from '../../src/checks/copiedText.ts'
import { maskSentences } from '../../src/checks/maskSentence.ts'
import { findNearTwins } from '../../src/checks/nearTwins.ts'
import { checkReports } from '../../src/checks/runChecks.ts'
import { allChecks } from '../../src/checks/allChecks.ts'
import { makeSentences } from './madeProse.ts'
import { makeReport } from './madeReport.ts'

function reportOf(agency: string, year: number, sentences: readonly string[], more: Partial<CheckedReport> = {}): CheckedReport {
  return makeReport(
    'y2021',
    {},
    {
      report: `${agency}-${year}`,
      agency: { id: agency, name: agency, level: 'county', system: '科技', deadline: null },
      year,
      prose: sentences,
      ...more,
    },
  )
}

const masked = (text: string): readonly string[] => maskSentences([text], '甲市科学技术局').map((sentence) => sentence.masked)

describe('before sentences are compared', () => {
  it('numbers, dates and the agency’s own names are masked', () => {
    expect(masked('2023年，甲市科学技术局公开蓝色清单１２件。')).toEqual(['#◇公开蓝色清单#件'])
    expect(masked('甲市的灯塔日记由科学技术局汇编成三册。')).toEqual(['◇的灯塔日记由◇汇编成三册'])
  })
  it.each([
    '根据《中华人民共和国政府信息公开条例》编制本报告。',
    '按照国办公开办函〔2021〕30号的要求编制。',
    '统计期限自2023年1月1日起至2023年12月31日止。',
    '本报告电子版可在政府网站下载。',
    '如有疑问，请与甲市科学技术局联系。',
    '（一）主动公开情况',
    '三、收到和处理政府信息公开申请情况',
    '主动公开规范性文件数',
  ])('a formula of everybody is left out: %s', (text) => expect(masked(text)).toEqual([]))
})

describe('near twins', () => {
  it('differ in a few characters, and a sentence of the same words that says something else is none', () => {
    const texts = [
      '办公室整理了蓝色清单逐条写明来历方便路人查看窗口又核对了灯塔日记',
      '办公室整理了蓝色清单逐条写明来历方便路人查看窗口也核对了灯塔日记',
      '窗口核对了灯塔日记每周张贴一次供学校借用办公室又整理了蓝色清单',
    ]
    expect(findNearTwins(texts).map((twins) => [...twins].sort((a, b) => a - b))).toEqual([[0, 1], [0, 1], [2]])
  })
  it('are the same as when all pairs are compared', () => {
    const base = makeSentences(7, 60)
    const texts = [
      ...base,
      ...base.map((text) => text.replace('方便', '便利').replace('每周', '每月')),
      ...base.map((text) => text.slice(0, -4)),
    ]
    const piecesOf = (text: string) => new Set(Array.from({ length: text.length - 2 }, (_, at) => text.slice(at, at + 3)))
    const pieces = texts.map(piecesOf)
    const slow = pieces.map((one) =>
      pieces.flatMap((other, at) => {
        const shared = [...one].filter((piece) => other.has(piece)).length
        return shared >= (0.9 * (one.size + other.size)) / 2 ? [at] : []
      }),
    )
    expect(findNearTwins(texts).map((twins) => [...twins].sort((a, b) => a - b))).toEqual(slow)
  })
})

describe('copied text', () => {
  const [own, others] = [makeSentences(1, 40), makeSentences(2, 40)]

  it('is a run of three sentences, shown side by side with its source', () => {
    const copy = reportOf('乙市教育局', 2023, [...others.slice(0, 10), ...own.slice(5, 9), ...others.slice(10)])
    const shared = indexCopiedText([reportOf('甲市科学技术局', 2023, own), copy]).shareWithOthers(copy)
    expect(shared?.passages).toEqual([
      {
        own: own.slice(5, 9).join(''),
        other: own.slice(5, 9).join(''),
        report: '甲市科学技术局-2023',
        agency: '甲市科学技术局',
        year: 2023,
      },
    ])
  })
  it('is not two sentences, nor three that stand apart', () => {
    const mixed = others.flatMap((sentence, at) => (at === 3 || at === 9 || at === 20 ? [sentence, own[at] ?? ''] : [sentence]))
    const copy = reportOf('乙市教育局', 2023, [...mixed, ...own.slice(30, 32)])
    expect(indexCopiedText([reportOf('甲市科学技术局', 2023, own), copy]).shareWithOthers(copy)?.passages).toEqual([])
  })
  it('is not what more than five agencies write', () => {
    const formula = own.slice(0, 5)
    const reports = ['甲', '乙', '丙', '丁', '戊', '己', '庚'].map((name, at) =>
      reportOf(`${name}市科学技术局`, 2023, [...formula, ...makeSentences(100 + at, 30)]),
    )
    const copied = indexCopiedText(reports)
    expect(reports.map((report) => copied.shareWithOthers(report)?.passages.length)).toEqual(reports.map(() => 0))
  })
  it('is not asked of a whole government and its bodies: the one sums up the other', () => {
    const government = reportOf('甲市人民政府', 2023, [...own, ...others], { scope: 'aggregate' })
    const bureau = reportOf('甲市科学技术局', 2023, own)
    const copied = indexCopiedText([government, bureau])
    expect([copied.shareWithOthers(bureau)?.passages, copied.shareWithOthers(government)?.passages]).toEqual([[], []])
  })
  it('of last year is a part of the sentences, wherever they stand', () => {
    const before = reportOf('甲市科学技术局', 2022, own)
    const report = { ...reportOf('甲市科学技术局', 2023, [...own.slice(9), ...others.slice(0, 9)]), before }
    expect(indexCopiedText([before, report]).shareWithLastYear(report)).toMatchObject({ sentences: 40, twins: 31 })
  })
  it('makes a finding with the passages, in words that blame nobody', () => {
    const [report, other] = [reportOf('乙市教育局', 2023, own), reportOf('甲市科学技术局', 2021, own)]
    const { findings } = checkReports([report], allChecks, { copied: indexCopiedText([report, other]) })
    const finding = findings.find(({ rule }) => rule === 'copy.other_agency')
    expect(finding).toMatchObject({ outcome: 'fails', severity: 'info' })
    expect(finding?.message.zh).toBe('与 甲市科学技术局 2021 年报告有 1 段相同文字。如属实，请说明原因。')
    expect(finding?.passages?.[0]?.report).toBe('甲市科学技术局-2021')
  })
})

// A thousand reports, 100 agencies over 10 years, half of each from the year before.
it('is found in 1,000 reports in a few seconds', { timeout: 120_000 }, ({ skip }) => {
  skip(process.env['OGI_LONG'] !== '1', 'time over 1,000 reports belongs to the long form')
  const reports = Array.from({ length: 100 }, (_, agency) => {
    let last: CheckedReport | null = null
    return Array.from({ length: 10 }, (__, at) => {
      const kept: readonly string[] = last?.prose?.slice(0, 40) ?? []
      const before: CheckedReport | null = last === null ? null : { ...last, before: null }
      last = { ...reportOf(`第${agency}市科学技术局`, 2014 + at, [...kept, ...makeSentences(agency * 10 + at, 80 - kept.length)]), before }
      return last
    })
  }).flat()
  const copied = reports.map((report, at) =>
    at % 50 === 7 ? { ...report, prose: [...(report.prose ?? []), ...(reports[at + 30]?.prose?.slice(0, 6) ?? [])] } : report,
  )
  const start = performance.now()
  const index = indexCopiedText(copied)
  const built = performance.now()
  const found = copied.filter((report) => (index.shareWithOthers(report)?.passages.length ?? 0) > 0).length
  for (const report of copied) index.shareWithLastYear(report)
  const end = performance.now()
  console.log(
    `copied text, ${copied.length} reports of 80 sentences: index ${Math.round(built - start)} ms, questions ${Math.round(end - built)} ms, reports with passages of another agency ${found}`,
  )
  expect(found).toBeGreaterThanOrEqual(20)
  expect(end - start).toBeLessThan(60_000)
})
