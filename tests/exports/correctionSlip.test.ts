import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { allChecks } from '../../src/checks/allChecks.ts'
import type { Finding } from '../../src/checks/outcome.ts'
import { chooseForSlip, correctionSlip } from '../../src/exports/correctionSlip.ts'
import { slipsZip } from '../../src/exports/slipsZip.ts'
import { summaryPage } from '../../src/exports/summaryPage.ts'
import type { FindingsToWrite } from '../../src/exports/findingsToWrite.ts'
import { readDocx } from '../../src/reports/readDocx.ts'
import { readXlsx } from '../../src/reports/readXlsx.ts'
import { relationWords } from '../../src/text/outputs.ts'
import { agencies, judge, makeAgency, written } from './written.ts'

interface ReadSlip {
  readonly paragraphs: readonly string[]
  readonly tables: readonly (readonly (readonly string[])[])[]
}

async function readPages(bytes: Uint8Array | null | undefined): Promise<ReadSlip> {
  if (!bytes) throw new Error('there is no document')
  const read = await readDocx(bytes)
  if ('refused' in read) throw new Error(read.refused.message.en)
  const { blocks } = read.document
  return {
    paragraphs: blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
    tables: blocks.flatMap((block) => (block.kind === 'grid' ? [block.rows.map(({ cells }) => cells.map(({ text }) => text))] : [])),
  }
}

const wordsOf = ({ paragraphs, tables }: ReadSlip): string => [...paragraphs, ...tables.flat(2)].join('\n')

const [jia = makeAgency('', ''), yi = makeAgency('', ''), bing = makeAgency('', '')] = agencies
const slipOf = (all: FindingsToWrite, agency = jia) => readPages(correctionSlip(agency, all))

/** Words that allege a breach of law or bad faith: design of the checks, section 3. */
const alleging = /违法|违规|虚报|造假|瞒报|抄袭|错误百出|弄虚|处罚决定书|追责/

describe('the correction slip', () => {
  it('is addressed to the body, asks, and leaves the day and the signature to fill in', async () => {
    const { paragraphs } = await slipOf(written())
    expect(paragraphs[0]).toBe('政府信息公开工作年度报告退回修改意见')
    expect(paragraphs[1]).toBe('甲市科学技术局：')
    expect(paragraphs[2]).toContain('请对照原件逐项核对')
    expect(paragraphs.join('\n')).toMatch(/请于 _{8} 前书面反馈/)
    expect(paragraphs.slice(-2)).toEqual(['（印章）', '________ 年 ____ 月 ____ 日'])
  })

  it('lists the reports concerned, and every item with both sides as printed', async () => {
    const all = written()
    const { paragraphs, tables } = await slipOf(all)
    const [reports = [], items = []] = tables
    const asked = chooseForSlip('jia', all)
    expect(paragraphs[2]).toContain(`年度报告 2 份，经核对，有 ${asked.length} 项`)
    expect(reports.slice(1).map(([year, , , n]) => [year, n])).toEqual([
      ['2017', '1'],
      ['2023', String(asked.length - 1)],
    ])
    expect(items[0]).toEqual(['序号', '报告年度', '表格位置', '所印数字', '应满足的关系', '相差', '请核对'])
    expect(items[1]).toEqual([
      '1',
      '2017',
      '统计表“（三）从事政府信息公开工作人员数”等 3 行',
      '公开工作人员 8\n其中：专职 3 + 其中：兼职 6，合计 9',
      '公开工作人员 = 其中：专职 + 其中：兼职',
      '1',
      expect.stringMatching(/^人员数与专职、兼职合计不一致。请核对。/),
    ])
    expect(items.map(([number]) => number).filter((number) => /^\d+$/.test(number ?? ''))).toEqual(asked.map((_, at) => String(at + 1)))
  })

  it('names the one cell that explains several sums as a hint, not as a correction', async () => {
    const all = written()
    expect(all.findings.some(({ explainedBy }) => explainedBy !== null)).toBe(true)
    expect(wordsOf(await slipOf(all))).toContain('参考：')
    expect(wordsOf(await slipOf(all))).toContain('“参考”只是可能的原因')
    expect(wordsOf(await slipOf(all))).toContain('只改“新收申请”一格为 25，有关各处即全部相符')
  })

  it('explains hints only where there is one', async () => {
    const all = written()
    const plain = all.findings.map((finding) => ({ ...finding, hints: [], explainedBy: null }))
    expect(wordsOf(await slipOf({ ...all, findings: plain }))).not.toContain('参考')
  })

  it('asks neither what cannot be told nor what is merely worth asking', () => {
    const chosen = chooseForSlip('jia', written())
    expect(chosen.every(({ outcome, severity }) => outcome === 'fails' && severity !== 'info')).toBe(true)
    const more = chooseForSlip('jia', written(), { severities: ['error', 'warning', 'info'] })
    expect(more.every(({ outcome }) => outcome === 'fails')).toBe(true)
    expect(more.length).toBeGreaterThanOrEqual(chosen.length)
  })

  it.each([
    ['explained', 0],
    ['not_applicable', 0],
    ['confirmed', 1],
    ['asked', 1],
    ['open', 1],
  ] as const)('an item marked %s is asked %i times', async (verdict, times) => {
    const all = written()
    const one = all.findings.filter(({ rule }) => rule === 'staff.parts')
    const judged = { ...all, verdicts: judge(one, verdict) }
    expect(chooseForSlip('jia', judged).filter(({ rule }) => rule === 'staff.parts')).toHaveLength(times)
    expect(wordsOf(await slipOf(judged)).includes('另有 1 项已说明或者不适用，未列入。')).toBe(times === 0)
  })

  it('is not written where there is nothing to ask', () => {
    expect(correctionSlip(bing, written())).toBeNull()
    const all = written()
    expect(correctionSlip(yi, { ...all, verdicts: judge(all.findings, 'explained') })).toBeNull()
  })

  it('asks about the day of publishing without a cell', async () => {
    const { tables } = await slipOf(written(), yi)
    expect(tables[1]?.[1]).toEqual([
      '1',
      '2023',
      '报告整体',
      '—',
      '公布日期不晚于当年规定的期限',
      '—',
      expect.stringContaining('2024-02-14'),
    ])
  })

  it('quotes no sentence of a report', async () => {
    const sentence = '本机关高度重视此项工作，召开专题会议研究部署，明确责任分工，健全工作机制，加强督促检查，取得较好成效'
    const all = written()
    const long = (finding: Finding): Finding => ({
      ...finding,
      rule: 'prose.figure',
      message: { zh: `正文“${sentence}”为 23，表内为 32。请核对。`, en: '' },
      cells: [{ indicator: 'requests_new', applicant: null, cell: null, column: null, printed: sentence, value: 23, state: 'value' }],
    })
    const words = wordsOf(await slipOf({ ...all, findings: all.findings.map(long) }))
    expect(words).toContain(sentence.slice(0, 20))
    expect(words).not.toContain(sentence)
  })

  it('survives a name that is markup, and one that cannot be written', async () => {
    const all = written()
    const { paragraphs } = await slipOf(all, makeAgency('jia', '<w:p>&甲\u0000\u202e\ud800局"'))
    expect(paragraphs[1]).toBe('<w:p>&甲局"：')
  })

  it('is printed on A4 in 宋体 and 仿宋, with a heading on every page of a table and no row cut in two', () => {
    const parts = Object.fromEntries(
      Object.entries(unzipSync(correctionSlip(jia, written()) ?? new Uint8Array())).map(([name, part]) => [name, strFromU8(part)]),
    )
    expect(parts['word/document.xml']).toContain('<w:pgSz w:w="11906" w:h="16838"/>')
    expect(parts['word/document.xml']).toContain('<w:tblHeader/>')
    expect(parts['word/styles.xml']).toContain('w:eastAsia="仿宋"')
    expect(parts['word/fontTable.xml']).toContain('<w:altName w:val="SimSun"/>')
    expect(Object.keys(parts).filter((name) => /vba|embed|external/i.test(name))).toEqual([])
  })
})

describe('words that outputs use', () => {
  it('allege nothing, whatever is found', async () => {
    const all = written()
    const everything = allChecks.map((check, at): Finding => ({
      ...(all.findings[0] as Finding),
      rule: check.id,
      outcome: 'fails',
      severity: 'error',
      agency: 'jia',
      cells: [],
      left: null,
      right: null,
      fingerprint: String(at),
      message: { zh: `${check.say.zh}。请核对。`, en: check.say.en },
    }))
    const slip = await slipOf({ ...all, findings: everything })
    const summary = await readPages(summaryPage({ ...all, findings: everything }))
    expect(wordsOf(slip)).not.toMatch(alleging)
    expect(wordsOf(summary)).not.toMatch(alleging)
  })

  it('say what must hold for every check whose sides do not', () => {
    const silent = allChecks.filter(
      (check) =>
        !('rules' in check) ||
        Object.values(check.rules).some((rules) => rules.some(({ rule }) => rule.kind === 'within' || rule.kind === 'noSwitch')),
    )
    expect(silent.map(({ id }) => id).filter((id) => relationWords[id] === undefined)).toEqual([])
  })
})

describe('slips for everybody', () => {
  it('are one for each body that is asked something, beside an overview', () => {
    const files = Object.keys(unzipSync(slipsZip(written())))
    expect(files).toEqual(['退回修改意见_总表.xlsx', '退回修改意见_甲市科学技术局.docx', '退回修改意见_乙市教育局.docx'])
  })

  it('have names that Windows takes, and different ones for bodies that are called alike', () => {
    const names = ['CON', '甲/乙', '甲/乙']
    const all = written()
    const files = unzipSync(
      slipsZip({
        ...all,
        agencies: names.map((name, at) => makeAgency(String(at), name)),
        findings: all.findings.flatMap((finding) => names.map((_, at) => ({ ...finding, agency: String(at) }))),
      }),
    )
    expect(Object.keys(files)).toEqual([
      '退回修改意见_总表.xlsx',
      '退回修改意见_CON.docx',
      '退回修改意见_甲-乙.docx',
      '退回修改意见_甲-乙 (2).docx',
    ])
  })

  it('are listed in an overview whose numbers add up to all findings', async () => {
    const all = written()
    const judged: FindingsToWrite = {
      ...all,
      findings: all.findings.map((finding, at) => (at === 0 ? { ...finding, agency: null } : finding)),
      verdicts: judge(all.findings.slice(-1), 'explained'),
    }
    const overview = unzipSync(slipsZip(judged))['退回修改意见_总表.xlsx']
    const read = await readXlsx(overview ?? new Uint8Array())
    if ('refused' in read) throw new Error(read.refused.message.en)
    const rows = read.document.blocks.flatMap((block) =>
      block.kind === 'grid' && block.where.table === 2 ? block.rows.map(({ cells }) => cells.map(({ text }) => text)) : [],
    )
    const [head = [], ...bodies] = rows
    expect(head).toContain('意见项数')
    expect(bodies.map(([name]) => name)).toEqual(['甲市科学技术局', '乙市教育局', '丙市档案局', '机关不明'])
    const sum = (column: string): number => bodies.reduce((total, row) => total + Number(row[head.indexOf(column)]), 0)
    const items = agencies.flatMap(({ id }) => chooseForSlip(id, judged))
    expect(sum('意见项数')).toBe(items.length)
    expect(sum('意见项数') + sum('已说明或不适用') + sum('供参考（未列入）') + sum('无法核对（未列入）')).toBe(judged.findings.length)
  })
})

describe('the summary', () => {
  it('has the counts of the three outcomes, and says of how many reports', async () => {
    const all = written()
    const { paragraphs, tables } = await readPages(summaryPage(all))
    const { holds, fails, cannotTell } = all.counts
    expect(tables[0]?.[1]?.map((text) => Number(text.replace(/,/g, '')))).toEqual([holds + fails + cannotTell, holds, fails, cannotTell])
    expect(paragraphs.join('\n')).toContain('收录年报 4 份，应有 21 份')
    expect(paragraphs.join('\n')).toContain('未收录不等于未公布')
  })

  it('names the rules and the bodies with the most, and why the rest cannot be assessed', async () => {
    const all = written()
    const { paragraphs, tables } = await readPages(summaryPage(all))
    const failing = all.findings.filter(({ outcome }) => outcome === 'fails')
    const [, rules = [], bodies = [], reasons = []] = tables
    const total = (rows: readonly (readonly string[])[], column: number): number =>
      rows.slice(1).reduce((sum, row) => sum + Number(row[column]), 0)
    const sizes = [...new Set(failing.map(({ rule }) => rule))]
      .map((rule) => failing.filter((one) => one.rule === rule).length)
      .sort((a, b) => b - a)
    expect(rules.slice(1).map((row) => Number(row[2]))).toEqual(sizes.slice(0, 7))
    expect(paragraphs.join('\n')).toContain(`条数最多的 7 条规则（共 ${sizes.length} 条规则有不一致）`)
    expect(total(bodies, 2)).toBe(failing.length)
    expect(bodies[1]?.[0]).toBe('甲市科学技术局')
    expect(total(reasons, 1)).toBe(all.findings.length - failing.length)
    expect(paragraphs.join('\n')).toContain(`不一致的合成 ${failing.length} 条`)
  })

  it('stays short, however many bodies there are', async () => {
    const all = written()
    const many = Array.from({ length: 200 }, (_, at) => makeAgency(String(at), `甲市第${at}${'某'.repeat(60)}局`))
    const findings = many.flatMap(({ id }) => all.findings.map((finding) => ({ ...finding, agency: id })))
    const { tables } = await readPages(summaryPage({ ...all, agencies: many, findings }))
    expect(tables.map((rows) => rows.length - 1).reduce((sum, rows) => sum + rows, 0)).toBeLessThanOrEqual(1 + 7 + 7 + 6)
  })
})
