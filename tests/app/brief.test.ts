import { describe, expect, it } from 'vitest'
import type { Agency } from '../../src/agencies.ts'
import type { BriefInput } from '../../src/app/brief/briefInput.ts'
import { countSheets, makeBrief, mostSheets } from '../../src/app/brief/makeBrief.ts'
import type { JudgedFiling } from '../../src/charts/lateness.ts'
import type { Finding } from '../../src/checks/outcome.ts'
import { writeBriefDocument, type Brief, type BriefSection } from '../../src/exports/briefDocument.ts'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { outcomeMixes } from '../../src/indicators/requestFlow.ts'
import type { ComparedValue } from '../../src/questions/comparedValue.ts'
import { briefWordsIn } from '../../src/text/briefWords.ts'
import type { Lang } from '../../src/text/label.ts'
import { wordsIn } from '../../src/text/words.ts'
import { compared, testAgencies } from '../charts/comparedRows.ts'
import { written } from '../exports/written.ts'

const filed = (agency: string, year: number, filing: JudgedFiling['filing'] = 'onTime', days: number | null = null): JudgedFiling => {
  const isThere = filing !== 'notLoaded' && filing !== 'missing'
  return {
    row: {
      agency,
      year,
      report: isThere ? `${agency}-${year}` : null,
      form: isThere ? 'y2021' : null,
      scope: isThere ? 'own' : null,
      published_on: isThere ? `${year + 1}-01-20` : null,
      version: isThere ? 1 : null,
      expected: null,
      filled: null,
      zeros: null,
      blank: null,
      otherStates: null,
      headerValues: null,
      claims: null,
    },
    filing,
    due: { day: `${year + 1}-01-31`, basis: '' },
    on: null,
    days,
  }
}

const granted = indicatorById(ourCatalogue, 'outcome_granted')
const received = indicatorById(ourCatalogue, 'requests_new')

function inputOf(more: Partial<BriefInput> = {}, lang: Lang = 'zh'): BriefInput {
  const agencies = more.agencies ?? testAgencies.slice(0, 3)
  return {
    agencies,
    everyAgency: testAgencies,
    years: [2021, 2022],
    at: 2022,
    filings: agencies.flatMap(({ id }) => [filed(id, 2021), filed(id, 2022)]),
    reports: [],
    values: [],
    indicators: [received],
    peers: [],
    mergers: new Map(),
    findings: [],
    isHandled: () => false,
    prose: false,
    blanksAsZero: false,
    dataset: { title: '测试', fingerprint: '0123456789abcdef'.repeat(4), synthetic: true },
    day: '2024-03-08',
    catalogue: ourCatalogue,
    lang,
    words: wordsIn(lang),
    own: briefWordsIn(lang),
    ...more,
  }
}

const section = ({ sections }: Brief, id: BriefSection['id']): BriefSection => {
  const found = sections.find((one) => one.id === id)
  if (!found) throw new Error(`no section ${id}`)
  return found
}
const textOf = (brief: Brief): string =>
  [
    brief.title,
    ...brief.about,
    ...brief.sections.flatMap((one) => [one.title, ...one.lines, ...(one.table?.rows.flat() ?? []), one.cut]),
  ].join('\n')

/** Every outcome of the newest form: the first ones have numbers, the others are 0. */
function outcomesOf(agency: string, total: number, parts: readonly number[]): ComparedValue[] {
  const mix = outcomeMixes(ourCatalogue).find(({ forms }) => forms.includes('y2021'))
  if (!mix) throw new Error('no outcomes')
  return [
    compared(agency, 2022, total, { indicator: mix.whole.id }),
    ...mix.kinds.map(({ id }, place) => compared(agency, 2022, parts[place] ?? 0, { indicator: id })),
  ]
}

describe('the brief', () => {
  it('says n of N reports, and names the bodies without one and the late ones', () => {
    const filings = [filed('a', 2022), filed('b', 2022, 'late', 12), filed('c', 2022, 'notLoaded')]
    const brief = makeBrief(inputOf({ filings, years: [2022, 2022] }))
    expect(brief.about[0]).toContain('收录年报 2/3 份')
    const filings2022 = section(brief, 'filings')
    expect(filings2022.title).toBe('2022 年度：3 个机关收录年报 2 份，晚于期限公布 1 份，未收录 1 份')
    expect(filings2022.table?.rows).toEqual([['2022', '2/3', '1', '1', '0', '丙局', '乙局 12 天']])
    const asks = section(brief, 'asks')
    expect(asks.title).toBe('请核对的事项：2 个机关 2 项')
    expect(asks.table?.rows.map(([name]) => name)).toEqual(['乙局', '丙局'])
  })

  it('sets the outcome beside the day of the first version, not beside that of a later one', () => {
    const { row, ...judged } = filed('a', 2022)
    const filing: JudgedFiling = { ...judged, row: { ...row, version: 2, published_on: '2023-05-20' }, on: '2023-01-15' }
    const report = {
      report: 'a-2022',
      agency: 'a',
      year: 2022,
      form: 'y2021',
      scope: 'own',
      title: '2022 年度报告',
      period_start: null,
      period_end: null,
      published_on: '2023-05-20',
      source_url: null,
      source_sha256: null,
      version: 2,
      status: 'published',
    } as const
    const brief = makeBrief(inputOf({ agencies: testAgencies.slice(0, 1), filings: [filing], reports: [report], years: [2022, 2022] }))
    const [line] = section(brief, 'filings').table?.rows ?? []
    expect(line?.slice(3)).toEqual(['2023-01-15', '2023-01-31', '按期公布'])
    expect(line?.[1]).toContain('（第 2 版，2023-05-20 公布）')
  })

  it('sets a finding that stands for others in quotes: “不相等等 2 条” cannot be read', () => {
    const { asks } = briefWordsIn('zh')
    expect(asks.check('2023 年度', '上年结转不相等', 2)).toBe('2023 年度“上年结转不相等”等 2 条：请核对')
    expect(asks.check('2023 年度', '上年结转不相等', 1)).toBe('2023 年度上年结转不相等：请核对')
  })

  it('keeps a blank as a blank, in the number and in the count', () => {
    const values = [compared('a', 2022, 40), compared('b', 2022, null), compared('c', 2022, 0)]
    const [row] = section(makeBrief(inputOf({ values })), 'figures').table?.rows ?? []
    expect([row?.[1], row?.[2], row?.[5]]).toEqual(['40 件', '20', '2/3 有数值，空白 1'])
    const one = makeBrief(inputOf({ values, agencies: testAgencies.slice(1, 2) }))
    expect(section(one, 'figures').table?.rows[0]?.[1]).toBe('空白')
    expect(textOf(one)).not.toMatch(/填零的 \d/)
  })

  it('tells no step over a break, and sums of two years only over the bodies in both', () => {
    const rows = [
      compared('a', 2021, 10),
      compared('a', 2022, 14),
      compared('b', 2022, 100),
      compared('b', 2021, null, { state: 'not_loaded' }),
    ]
    expect(section(makeBrief(inputOf({ values: rows })), 'figures').table?.rows[0]?.[4]).toBe('10 → 14（1 个）')
    const one = (values: readonly ComparedValue[]) =>
      section(makeBrief(inputOf({ values, agencies: testAgencies.slice(0, 1) })), 'figures').table?.rows[0]?.[3]
    expect(one(rows)).toBe('高 4')
    expect(one([compared('a', 2021, 10, { scope: 'aggregate' }), compared('a', 2022, 14)])).toBe('断点，不可比')
  })

  it('says few cases as 2 of 3, and a share from twenty cases on', () => {
    const agencies = testAgencies.slice(0, 1)
    const few = section(makeBrief(inputOf({ agencies, values: outcomesOf('a', 3, [2, 1]) })), 'outcomes')
    expect(few.table?.rows.slice(0, 2).map((row) => row[2])).toEqual(['3 件中 2 件', '3 件中 1 件'])
    const many = section(makeBrief(inputOf({ agencies, values: outcomesOf('a', 40, [10, 30]) })), 'outcomes')
    expect(many.table?.rows[0]?.slice(0, 3)).toEqual([(granted.shortName ?? granted.name).zh, '10', '25.0%'])
  })

  it('lists open findings with both sides as printed, carry-over apart, and asks for them once', () => {
    const { findings, agencies } = written()
    const input = inputOf({
      agencies,
      everyAgency: agencies,
      findings,
      years: [2017, 2023],
      at: 2023,
      filings: agencies.map(({ id }) => filed(id, 2023)),
    })
    const brief = makeBrief(input)
    const fails = findings.filter(({ outcome }) => outcome === 'fails')
    expect(section(brief, 'findings').title).toContain(`${fails.length} 条`)
    const carried = section(brief, 'carried').table?.rows ?? []
    expect(carried.length).toBeGreaterThan(0)
    for (const row of carried) expect(row[3]).toMatch(/≠/)
    const listed = section(brief, 'findings').table?.rows ?? []
    for (const row of carried) expect(listed).not.toContainEqual(row)
    const handled = makeBrief({ ...input, isHandled: () => true })
    expect(section(handled, 'findings').title).toBe('没有待核的不一致')
    expect(section(handled, 'asks').title).toBe('没有需要请机关核对的事项')
  })

  it('stays on four sheets with sixty bodies, and counts what it cuts', () => {
    const [model] = testAgencies
    if (!model) throw new Error('no body')
    const agencies: Agency[] = Array.from({ length: 60 }, (_, i) => ({
      ...model,
      id: `b${i}`,
      name: `某某市某某区机关 ${i}`,
      shortName: `某某区机关 ${i}`,
    }))
    const [example] = written().findings.filter(({ outcome, severity }) => outcome === 'fails' && severity === 'error')
    if (!example) throw new Error('no finding')
    const findings: Finding[] = agencies.flatMap(({ id }) =>
      [2021, 2022].map((year) => ({ ...example, agency: id, year, report: `${id}-${year}`, fingerprint: `${id}-${year}` })),
    )
    const filings = agencies.flatMap(({ id }, i) => [filed(id, 2021, i % 3 === 0 ? 'notLoaded' : 'late', 9), filed(id, 2022)])
    const brief = makeBrief(inputOf({ agencies, everyAgency: agencies, findings, filings }))
    expect(countSheets(brief)).toBeLessThanOrEqual(mostSheets)
    const { table, cut, title } = section(brief, 'findings')
    expect(title).toContain('120 条')
    expect(cut).toContain(`其余 ${120 - (table?.rows.length ?? 0)} 条`)
    expect(section(brief, 'asks').cut).toMatch(/另有 \d+ 个机关 \d+ 项没有列出/)
    for (const lang of ['zh', 'en'] as const)
      expect(countSheets(makeBrief(inputOf({ agencies, everyAgency: agencies, findings, filings }, lang)))).toBeLessThanOrEqual(mostSheets)
  })

  it('says the same in a Word file, and nothing in praise or blame', async () => {
    const brief = makeBrief(inputOf({ values: [compared('a', 2022, 40), compared('b', 2022, 3)] }))
    const { unzipSync, strFromU8 } = await import('fflate')
    const document = strFromU8(unzipSync(writeBriefDocument(brief, '依据', '2024-03-08'))['word/document.xml'] ?? new Uint8Array())
    for (const { title, lines } of brief.sections) for (const text of [title, ...lines]) expect(document).toContain(text.slice(0, 12))
    expect(textOf(brief)).not.toMatch(/优秀|落后|亮点|仅|高达|大幅|由于|因为|导致/)
  })
})
