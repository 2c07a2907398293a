import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { Agency } from '../../src/agencies.ts'
import { decodeText } from '../../src/reports/decodeText.ts'
import type { ParseContext } from '../../src/reports/parseReport.ts'
import type { Place } from '../../src/reports/figure.ts'
import { parseReport } from '../../src/reports/parseReport.ts'
import { sniffFile } from '../../src/reports/sniffFile.ts'

const agency: Agency = {
  id: 'test-waterworks',
  name: '试验县水务局',
  shortName: '县水务局',
  aliases: [],
  initials: [],
  regionCode: null,
  regionName: '试验县',
  level: 'county',
  system: '水务',
  supervisorId: null,
  validFrom: null,
  validTo: null,
  successorId: null,
  deadline: null,
}

const context: ParseContext = { agencies: [agency], sha256: (bytes) => Promise.resolve(`hash of ${bytes.length}`) }
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values)
const utf16 = (text: string, little: boolean): Uint8Array =>
  Uint8Array.from([...text].flatMap((char) => (little ? [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8] : [char.charCodeAt(0) >> 8, char.charCodeAt(0) & 255])))

const report = `试验县水务局2016年政府信息公开工作年度报告

统计指标\t单位\t统计数
1.政府公报公开政府信息数\t条\t12
（三）从事政府信息公开工作人员数\t人\t
机构人事\t条\t3
`

describe('what a file is', () => {
  it.each([
    ['empty', bytes()],
    ['pdf', utf8('%PDF-1.7\n')],
    ['zip', bytes(0x50, 0x4b, 3, 4, 20, 0)],
    ['ofd', utf8('PK\u0003\u0004............OFD.xml')],
    ['word97', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0)],
    ['picture', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['picture', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10)],
    ['rtf', utf8('{\\rtf1\\ansi')],
    ['html', utf8('\uFEFF\n<!DOCTYPE html><html>')],
    ['html', utf8('<table class="t">')],
    ['text', utf8('统计指标\t单位')],
  ] as const)('is told by its content: %s', (kind, content) => expect(sniffFile(content)).toBe(kind))
})

describe('the characters of a text', () => {
  const text = '统计数 27\r\n'
  it('are read as UTF-8, UTF-16 and GB 18030, with or without a mark', () => {
    const gb = bytes(0xcd, 0xb3, 0xbc, 0xc6, 0xca, 0xfd, 0x20, 0x32, 0x37, 13, 10)
    const marked = (mark: readonly number[], content: Uint8Array): Uint8Array => Uint8Array.from([...mark, ...content])
    const all = [utf8(text), marked([0xef, 0xbb, 0xbf], utf8(text)), utf16(text, true), utf16(text, false), marked([0xff, 0xfe], utf16(text, true)), gb]
    expect(all.map(decodeText)).toEqual(Array(6).fill(text))
  })

  it('are never guessed', () => {
    expect([bytes(0xff, 0x41, 0xff, 0x42), bytes(1, 2, 3, 4, 5)].map(decodeText)).toEqual([null, null])
  })
})

describe('parseReport', () => {
  it('gives identity, cells, what was left over, and where each stands', async () => {
    const parsed = await parseReport({ name: 'a.txt', bytes: utf8(report) }, context)
    expect({ file: parsed.file, sha256: parsed.sha256 }).toEqual({ file: 'a.txt', sha256: `hash of ${utf8(report).length}` })
    expect(parsed.report).toMatchObject({ agency: '试验县水务局', agency_id: 'test-waterworks', year: 2016, form: 'pre2019_table' })
    expect(parsed.figures.map(({ indicator, state, value, printed, where }) => [indicator, state, value, printed, where.table, where.row, where.column])).toEqual([
      ['channel_gazette_items', 'value', 12, '12', 1, 2, 3],
      ['staff_total', 'blank', null, '', 1, 3, 3],
    ])
    expect(parsed.unplaced).toMatchObject([{ kind: 'row', text: '机构人事 条 3', where: { table: 1, row: 4 } }])
  })

  it('lets a person name agency and year', async () => {
    const parsed = await parseReport({ name: 'a.txt', bytes: utf8(report.replace(/^.*\n/, '')) }, { ...context, agency: '试验县水务局', year: 2017 })
    expect(parsed.report).toMatchObject({ agency_id: 'test-waterworks', year: 2017 })
  })

  it('says when the tables are of another year’s form, and reads them as printed', async () => {
    const parsed = await parseReport({ name: 'a.txt', bytes: utf8(report.replace('2016', '2020')) }, context)
    expect(parsed.report.form).toBe('pre2019_table')
    expect(parsed.problems.map(({ code }) => code)).toContain('form.version_for_year')
  })

  it.each([
    ['file.empty', utf8('')],
    ['file.empty', utf8('  \n\u3000\n')],
    ['file.unsupported', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
    ['file.unsupported', bytes(0xff, 0xd8, 0xff)],
    ['file.unsupported', bytes(0x50, 0x4b, 3, 4)],
    ['file.encoding', bytes(0xff, 0x41, 0xff, 0x42)],
    ['file.damaged', utf8('%PDF-1.7')],
  ])('keeps an element for a file that it refuses: %s', async (code, content) => {
    const parsed = await parseReport({ name: 'report.txt', bytes: content }, context)
    expect(parsed.problems.map((problem) => problem.code)).toEqual([code])
    expect(parsed.problems[0]?.message.zh).toMatch(/。$/)
    expect(parsed.problems[0]?.message.en).toMatch(/\.$/)
    expect({ report: parsed.report, figures: parsed.figures, unplaced: parsed.unplaced }).toEqual({
      report: { agency: null, agency_id: null, year: null, form: null, scope: null, period_start: null, period_end: null, published_on: null, title: null },
      figures: [],
      unplaced: [],
    })
  })
})

it('a report from before 2014 keeps the sentences with numbers as text: their totals may be of all years', async () => {
  const old = '试验县水务局2012年政府信息公开工作年度报告\n\n2012年，我局收到政府信息公开申请3件。\n\n指标名称\t计量单位\t本年累计\t历年累计\n主动公开文件数\t条\t45\t310\n'
  const parsed = await parseReport({ name: 'a.txt', bytes: utf8(old) }, context)
  expect(parsed).toMatchObject({ report: { form: 'pre2014', agency_id: agency.id }, figures: [] })
  expect(parsed.unplaced.map(({ kind, text }) => [kind, text])).toEqual([
    ['row', '主动公开文件数 条 45 310'],
    ['sentence', '2012年，我局收到政府信息公开申请3件。'],
  ])
})

describe('nothing that was read is without its place', () => {
  it.each(['cumulative-2012', 'form-2021-aligned', 'statistics-markdown', 'trial-form-tabs'])('in %s', async (name) => {
    const content = await readFile(new URL(`layouts/${name}/report.txt`, import.meta.url))
    const { figures, unplaced, problems } = await parseReport({ name, bytes: new Uint8Array(content) }, context)
    const isPlaced = ({ where }: { readonly where: Place }): boolean => Object.values(where).some((number) => number !== null)
    expect([...figures, ...unplaced].filter((one) => !isPlaced(one))).toEqual([])
    // Two figures or rows cannot stand in the same cell.
    const cells = figures.filter(({ evidence }) => evidence === 'A').map(({ where }) => JSON.stringify(where))
    expect(new Set(cells).size).toBe(cells.length)
    expect(problems.filter(({ message }) => message.zh === '' || message.en === '')).toEqual([])
  })
})
