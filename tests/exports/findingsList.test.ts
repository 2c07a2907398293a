import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../src/dataset/csv.ts'
import { findingsCsv, findingsXlsx } from '../../src/exports/findingsList.ts'
import { guardText, writeCsvFile } from '../../src/exports/csvFile.ts'
import { writeWorkbook } from '../../src/exports/workbook.ts'
import { readXlsx } from '../../src/reports/readXlsx.ts'
import { agencies, judge, makeAgency, written } from './written.ts'

function readRows(bytes: Uint8Array): Record<string, string>[] {
  const { header, items } = readCsv(bytes)
  return [...items].map((item) => {
    if (item.kind === 'problem') throw new Error(item.problem.reason.en)
    return Object.fromEntries(item.record.fields.map((field, at) => [header?.[at] ?? '', field]))
  })
}

/** The texts of the tables of a workbook, sheet by sheet, as our own reader shows them. */
async function readSheets(bytes: Uint8Array): Promise<string[][][]> {
  const read = await readXlsx(bytes)
  if ('refused' in read) throw new Error(read.refused.message.en)
  const sheets = new Map<number, string[][]>()
  for (const block of read.document.blocks) {
    const sheet = block.where.table ?? 0
    const rows = block.kind === 'grid' ? block.rows.map(({ cells }) => cells.map(({ text }) => text)) : [[block.text]]
    sheets.set(sheet, [...(sheets.get(sheet) ?? []), ...rows])
  }
  return [...sheets.values()]
}

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))

/** What a spreadsheet program could run, or open somewhere else. */
const hostile = [
  '=1+1',
  '=cmd|"/c calc"!A1',
  '+1',
  '-1+1',
  '-',
  '@SUM(A1)',
  '＝1+1',
  '＋1',
  '－1',
  '＠A1',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '"=1',
  "' =1",
  '\u0000=1',
  '=HYPERLINK("http://example.org","甲")',
  '甲\r\n=1',
  '<f>1</f>',
  ']]>&<"',
  '_x003D_1',
]
const begins = /^[\s"]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u

describe('the list as CSV', () => {
  const all = written()
  const rows = readRows(findingsCsv(all))

  it('has a row for each finding, in the order given', () => {
    expect(rows.map((row) => row['指纹'])).toEqual(all.findings.map(({ fingerprint }) => fingerprint))
    expect(rows.map((row) => row['序号'])).toEqual(all.findings.map((_, at) => String(at + 1)))
  })

  it('has the numbers of both sides as they are, and nothing where there is none', () => {
    const say = (value: number | null): string => (value === null ? '' : String(value))
    expect(rows.map((row) => [row['左边'], row['右边']])).toEqual(all.findings.map(({ left, right }) => [say(left), say(right)]))
    expect(rows.find((row) => row['规则编号'] === 'staff.parts')).toMatchObject({
      结果: '不一致',
      轻重: '须核对',
      机关: '甲市科学技术局',
      报告年度: '2017',
      左边: '8',
      右边: '9',
      相差: '1',
      表格位置: '统计表“（三）从事政府信息公开工作人员数”等 3 行',
      所印数字: '公开工作人员 8；其中：专职 3 + 其中：兼职 6，合计 9',
    })
  })

  it('says what was decided of each', () => {
    const [first] = all.findings
    const judged = written({ verdicts: judge(first ? [first] : [], 'explained', '机构改革') })
    expect(readRows(findingsCsv(judged))[0]).toMatchObject({ 处理: '已说明', 备注: '机构改革', 处理日期: '2024-03-05' })
    expect(rows[0]).toMatchObject({ 处理: '待核', 备注: '' })
  })

  it('is there in English', () => {
    const english = readRows(findingsCsv(all, 'en'))
    expect(english.find((row) => row['Rule id'] === 'staff.parts')).toMatchObject({ Outcome: 'Fails', Left: '8', Right: '9' })
  })

  it('opens in a spreadsheet program as it is: mark of UTF-8, CRLF, every field quoted', () => {
    const bytes = findingsCsv(all)
    expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf))
    const text = new TextDecoder().decode(bytes)
    expect(text.replace(/"(?:[^"]|"")*"/g, 'q').replace(/^\uFEFF/, '')).toMatch(/^(q(,q)*\r\n)+$/)
  })
})

describe('what a spreadsheet program could run', () => {
  it.each(hostile)('%j is a text in CSV', (text) => {
    const [row] = readRows(writeCsvFile([['甲'], [text.replace('\0', '')]]))
    expect(begins.test(row?.['甲'] ?? '')).toBe(false)
    expect([text, `'${text}`]).toContain(guardText(text))
  })

  it('is a text wherever names, notes and filters stand', () => {
    for (const name of hostile.filter((text) => !text.includes('\0'))) {
      const all = written({ agencies: agencies.map(({ id }) => makeAgency(id, name)), selection: name })
      const bytes = findingsCsv({ ...all, verdicts: judge(all.findings, 'asked', name) })
      const fields = readRows(bytes).flatMap((row) => Object.values(row))
      expect(fields.filter((field) => begins.test(field) && Number.isNaN(Number(field)))).toEqual([])
    }
  })

  it('is a text in a workbook: no formula, no link, and marked as typed text', async () => {
    const bytes = writeWorkbook(
      [{ name: '=[甲]:*?/\\', widths: [10, 10], rows: hostile.map((text) => ['甲', text]), isList: true }],
      '2024-03-08',
    )
    const parts = partsOf(bytes)
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
    expect(Object.keys(parts).filter((name) => /externalLink|hyperlink|vba|connections/i.test(name))).toEqual([])
    expect(sheet).not.toMatch(/<f[ >]|<hyperlink/)
    const [read] = await readSheets(bytes)
    const kept = hostile.map((text) => text.replace(/\r\n?/g, '\n').replace('\0', ''))
    expect(read?.map(([, text]) => text?.trim())).toEqual(kept.map((text) => text.trim()))
    expect(parts['xl/workbook.xml']).not.toMatch(/name="[^"]*[[\]:*?/\\][^"]*" sheetId/)
  })

  it('leaves numbers alone, those below 0 among them', () => {
    const numbers = [-12, 0, 0.12, 1e21, 118000, -0.5]
    expect(new TextDecoder().decode(writeCsvFile([numbers]))).toBe('"-12","0","0.12","1e+21","118000","-0.5"\r\n')
    expect(() => writeCsvFile([[NaN]])).toThrow(RangeError)
  })
})

describe('the list as an Excel file', () => {
  it('says first what it is, from which data, and of how many', async () => {
    const [firstAgency] = agencies
    const some = written({ selection: '甲市科学技术局', agencies: firstAgency ? [firstAgency] : [] })
    const [notes = []] = await readSheets(findingsXlsx({ ...some, findings: some.findings.slice(0, 2) }))
    const said = new Map(notes.map(([name = '', value = '']) => [name, value]))
    expect(said.get('数据集')).toBe('合成数据')
    expect(said.get('数据哈希（SHA-256）')).toBe(some.dataset.fingerprint)
    expect(said.get('生成日期')).toBe('2024-03-08')
    expect(said.get('筛选')).toBe('甲市科学技术局')
    expect(said.get('年报份数')).toBe('2')
    expect(said.get('应有份数（机关 × 年度）')).toBe('7')
    expect(said.get('一致')).toBe(String(some.counts.holds))
    expect(said.get('合计')).toBe(String(some.counts.holds + some.counts.fails + some.counts.cannotTell))
    expect(said.get('本清单条数')).toBe('2')
    expect(said.get('全部条数')).toBe(String(some.of))
  })

  it('has the same list as the CSV, cell by cell', async () => {
    const all = written()
    const [, list = []] = await readSheets(findingsXlsx(all))
    const rows = readRows(findingsCsv(all))
    expect(list).toHaveLength(rows.length + 1)
    const flat = (text: string): string => text.replace(/^'/, '').replace(/\s+/g, ' ').trim()
    expect(list.slice(1).map((row) => row.map(flat))).toEqual(rows.map((row) => Object.values(row).map(flat)))
  })

  it('holds numbers as numbers and printed texts as text', () => {
    const sheet = partsOf(findingsXlsx(written()))['xl/worksheets/sheet2.xml'] ?? ''
    expect(sheet).toMatch(/<c r="I\d+" s="\d+"><v>8<\/v><\/c><c r="J\d+" s="\d+"><v>9<\/v><\/c><c r="K\d+" s="\d+"><v>1<\/v><\/c>/)
    expect(sheet.match(/<c r="H\d+"[^>]*t="inlineStr"/g)?.length).toBeGreaterThan(3)
  })

  it('keeps its heading in sight and on every printed page', () => {
    const parts = partsOf(findingsXlsx(written()))
    expect(parts['xl/worksheets/sheet2.xml']).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(parts['xl/workbook.xml']).toContain('_xlnm.Print_Titles')
  })

  it('is the same file for the same findings on the same day', () => {
    expect(findingsXlsx(written())).toEqual(findingsXlsx(written()))
  })

  it('counts no report that is not asked about, and no year before a body existed', async () => {
    const young = written({ agencies: [makeAgency('jia', '甲市科学技术局', { validFrom: '2020-01-01' })] })
    const [notes = []] = await readSheets(findingsXlsx(young))
    const said = new Map(notes.map(([name = '', value = '']) => [name, value]))
    expect([said.get('年报份数'), said.get('应有份数（机关 × 年度）')]).toEqual(['1', '4'])
  })
})
