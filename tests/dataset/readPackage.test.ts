import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPackage, sayReject } from '../../src/dataset/readPackage.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { smallFiles } from './smallDataset.ts'

const read = (changes: Parameters<typeof smallFiles>[0] = {}) => readPackage(smallFiles(changes), ourCatalogue)
const rejectsOf = async (changes: Parameters<typeof smallFiles>[0]) =>
  (await read(changes)).rejects.map(({ file, line, column, reason }) => `${file}:${line ?? '-'}:${column ?? '-'}: ${reason.en}`)
/** The file with this row put below its header, so on line 2. */
const withRow = (row: string) => (text: string) => text.replace('\n', `\n${row}\n`)

describe('the small dataset', () => {
  it('stands as a whole, row by row', async () => {
    const small = await read()
    expect(small.rejects).toEqual([])
    expect(Object.fromEntries(Object.entries(small.counts).map(([table, { rows, accepted }]) => [table, [rows, accepted]]))).toEqual({
      regions: [3, 3],
      agencies: [4, 4],
      events: [1, 1],
      reports: [9, 9],
      cells: [350, 350],
      verdicts: [0, 0],
    })
    expect(small.agencies[1]).toMatchObject({
      agency_id: 'ding-fu',
      aliases: ['丁区人民政府', '丁区'],
      supervisor_id: null,
      deadline: '01-31',
    })
    expect(small.cells[0]).toMatchObject({ report_id: 'ding-fu-2021', indicator: 'requests_new', applicant: 'natural_person', value: 300 })
  })

  it('keeps a blank a blank: no number, printed as nothing', async () => {
    const blanks = (await read()).cells.filter((cell) => cell.state === 'blank')
    expect(blanks.length).toBeGreaterThan(5)
    for (const cell of blanks) expect([cell.value, cell.printed]).toEqual([null, ''])
  })
})

describe('a broken row is named by file, line, column and reason', () => {
  const cell = (changes: Partial<Record<string, string>>) => {
    const good = {
      report_id: 'jia-ju-2022',
      indicator: 'requests_carried_in',
      applicant: 'total',
      cell: '3.2',
      column: '总计',
      printed: '7',
      value: '7',
      state: 'value',
      evidence: 'A',
      qualifier: '',
      where: '',
    }
    return { 'cells.csv': withRow(Object.values({ ...good, ...changes }).join(',')) }
  }

  it('takes the row that the cases below are made from', async () => expect(await rejectsOf(cell({}))).toEqual([]))

  it.each([
    ['an unknown report', { report_id: 'jia-ju-1999' }, 'report_id: "jia-ju-1999" is not among the valid rows of reports.csv'],
    [
      'an indicator that the catalogue lacks',
      { indicator: 'requests_imagined' },
      'indicator: the catalogue has no indicator requests_imagined',
    ],
    ['a path of another form', { cell: '1.1a' }, 'cell: the form y2021 has no path 1.1a'],
    ['another indicator than the path', { indicator: 'requests_new' }, 'indicator: the path 3.2 is requests_carried_in'],
    [
      'an unknown state',
      { state: 'missing' },
      'state: "missing" is not one of: value, zero, blank, dash, not_applicable, text, header_value, unreadable',
    ],
    ['a state without its number', { value: '' }, 'value: the state value needs a number'],
    ['a number without its state', { state: 'blank', printed: '' }, 'value: the state blank carries no number'],
    ['zero called a value', { value: '0', printed: '0' }, 'state: the state of the number 0 is zero'],
    ['a blank that prints', { state: 'blank', value: '' }, 'printed: a blank cell prints nothing'],
    ['full-width digits', { value: '７' }, 'value: "７" has full-width characters; use plain digits'],
    ['a percentage', { value: '7%' }, 'value: "7%" is a percentage; write the number'],
    ['words', { value: 'seven' }, 'value: "seven" is no number'],
    ['a row without its applicant', { applicant: '' }, 'applicant: this row has a column per applicant; name one'],
    ['an unknown grade', { evidence: 'E' }, 'evidence: "E" is not one of: A, B, C, D'],
    ['a qualifier on a table cell', { qualifier: '≥' }, 'qualifier: only grade C has a qualifier'],
    ['a place that is no JSON', { where: 'page 3' }, 'where: the place is JSON such as {"page":2,"row":5}'],
    ['a figure that is there already', { indicator: 'requests_new', cell: '3.1', report_id: 'jia-ju-2022-v2' }, null],
  ])('%s', async (_, changes, expected) => {
    const found = await rejectsOf(cell(changes))
    if (expected !== null) expect(found).toEqual([`cells.csv:2:${expected}`])
    else expect(found).toEqual([expect.stringContaining('indicator: this report already has this figure')])
  })

  const prose = { evidence: 'B', cell: '', column: '' }
  it.each([
    ['prose with a path', { evidence: 'B', column: '' }, 'cell: a figure from the prose has no path in the form'],
    ['an approximate figure without its sign', { ...prose, evidence: 'C' }, 'qualifier: a figure of grade C needs ≥, < or ~'],
    ['words that are not zero', { ...prose, evidence: 'D' }, 'state: grade D says none in words; its state is zero'],
    ['prose of one applicant type', { ...prose, applicant: 'org_other' }, 'applicant: the applicant can only be total here'],
    [
      'a blank in the prose',
      { ...prose, state: 'blank', value: '', printed: '' },
      'state: the state of a figure from the prose is value or zero',
    ],
  ])('%s', async (_, changes, expected) => expect(await rejectsOf(cell(changes))).toEqual([`cells.csv:2:${expected}`]))

  it('a table cell in a report without a table', async () => {
    expect(await rejectsOf(cell({ report_id: 'yi-ju-2018' }))).toEqual([
      'cells.csv:2:evidence: the form of the report is narrative, which has no table cells',
    ])
  })

  const report = 'jia-ju-2023,jia-ju,2023,y2021,own,,,,,,,1,published'
  it.each([
    ['an unknown agency', report.replace(',jia-ju,', ',wu-ju,'), 'agency_id: "wu-ju" is not among the valid rows of agencies.csv'],
    ['a year before the Regulations', report.replace(',2023,', ',2007,'), 'year: the year 2007 is not within 2008–2099'],
    [
      'a year with thousands',
      '"jia-ju-2023",jia-ju,"2,023",y2021,own,,,,,,,1,published',
      'year: "2,023" has thousands separators; leave them out',
    ],
    ['an unknown form', report.replace('y2021', 'y2030'), 'form: "y2030" is not one of: pre2019_table, y2019, y2021, narrative, pre2014'],
    [
      'a day that does not exist',
      report.replace('own,,,,', 'own,,,,2024-02-30'),
      'published_on: "2024-02-30" is no date; write 2020-01-31',
    ],
    [
      'an address that runs',
      report.replace(',,,1,', ',javascript:alert(1),,1,'),
      'source_url: "javascript:alert(1)" is no http or https address',
    ],
    [
      'an id that is a path',
      report.replace('jia-ju-2023,', '../x,'),
      'report_id: "../x" is no id: small letters, digits, - and _, at most 100',
    ],
    ['a report too many', report.replace(',2023,', ',2019,'), null],
    ['a row too short', 'jia-ju-2023,jia-ju,2023', 'form: 3 fields where the header has 13'],
    ['an id without end', 'jia-ju-2023,jia-ju,2023,y2021,own,"no end', 'title: a quote is not closed'],
  ])('%s', async (_, row, expected) => {
    const found = await rejectsOf({ 'reports.csv': withRow(row) })
    // The second of two equal versions is the one that was there before: it stands below. Its cells go with it.
    if (expected === null) expect(found[0]).toBe('reports.csv:5:version: line 2 already is version 1 of this agency and year')
    else expect(found).toEqual([`reports.csv:2:${expected}`])
  })

  it('rejects what names a rejected row, and says so', async () => {
    const found = await read({ 'agencies.csv': (text) => text.replace('ding-fu,示例市', 'Ding-Fu,示例市') })
    const lines = found.rejects.map(({ file, line, column }) => `${file}:${line}:${column}`)
    expect(lines.slice(0, 3)).toEqual(['agencies.csv:3:agency_id', 'agencies.csv:2:supervisor_id', 'reports.csv:2:agency_id'])
    expect(found.counts.agencies).toEqual({ rows: 4, accepted: 2, rejected: 2 })
    expect(found.counts.reports).toEqual({ rows: 9, accepted: 8, rejected: 1 })
    // 14 + 14 + 14 ... every cell of that one report, and no other.
    expect(found.counts.cells.rejected).toBe((await read()).cells.filter((row) => row.report_id === 'ding-fu-2021').length)
  })

  it.each([
    ['a missing file', { 'events.csv': null }, ['events.csv:-:-: the dataset folder has no such file']],
    ['a missing column', { 'verdicts.csv': 'fingerprint,verdict,note,by\n' }, ['verdicts.csv:1:on: this column is missing']],
    [
      'a column that is not ours',
      { 'verdicts.csv': 'fingerprint,verdict,note,by,on,mood\n' },
      ['verdicts.csv:1:mood: there is no such column; the columns are fingerprint, verdict, note, by, on'],
    ],
    ['a descriptor that is no JSON', { 'datapackage.json': '{' }, ['datapackage.json:-:-: this is not JSON']],
    [
      'a descriptor without a name',
      { 'datapackage.json': '{"titles":{"zh":"甲","en":"a"}}' },
      ['datapackage.json:-:name: this item is missing'],
    ],
  ])('%s', async (_, changes, expected) => expect(await rejectsOf(changes)).toEqual(expected))

  it('says it in one sentence, Chinese first', async () => {
    const [reject] = (await read(cell({ value: '７' }))).rejects
    if (!reject) throw new Error('nothing was rejected')
    expect(sayReject(reject)).toBe(
      'cells.csv 第 2 行 “value”列：“７”有全角字符，请用半角数字。 / cells.csv, line 2, column value: "７" has full-width characters; use plain digits.',
    )
  })
})

describe('for any damage to cells.csv', () => {
  it('every record is accepted or named, and none is lost', async () => {
    const characters = fc.constantFrom('"', ',', '\n', '\r', '\u0000', 'x', '，', '9', '')
    const mutation = fc.record({ at: fc.nat(20_000), cut: fc.nat(4), insert: characters })
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 5 }), async (mutations) => {
        const damage = (text: string) =>
          mutations.reduce((now, { at, cut, insert }) => now.slice(0, at) + insert + now.slice(at + cut), text)
        const { counts, rejects, cells } = await read({ 'cells.csv': damage })
        const named = new Set(rejects.filter(({ file }) => file === 'cells.csv').map(({ line }) => line))
        expect(counts.cells.accepted).toBe(cells.length)
        expect(counts.cells.rows).toBe(counts.cells.accepted + counts.cells.rejected)
        if (counts.cells.rows > 0) expect(named.size).toBe(counts.cells.rejected)
      }),
      { numRuns: 60 },
    )
  })
})
