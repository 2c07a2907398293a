import { describe, expect, it } from 'vitest'
import { citeDataset } from '../../src/app/pages/data/citations.ts'
import { columnsOfRows, tableOfRows, type RowNames } from '../../src/app/pages/data/rowsTable.ts'
import { sayBytes } from '../../src/app/pages/data/sayBytes.ts'
import { indicatorById } from '../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { ComparedValue } from '../../src/questions/comparedValue.ts'
import { wordsIn } from '../../src/text/words.ts'

const manifest = {
  id: 'demo',
  title: { zh: '示例数据', en: 'Example data {50% & more}' },
  synthetic: false,
  version: '1.2.0',
  dataSha256: '0'.repeat(64),
  contentSha256: 'abcdef0123456789'.repeat(4),
}

describe('the citation of a dataset', () => {
  const cite = (changes: { readonly version?: null; readonly synthetic?: true } = {}, last: string | null = '2023-03-02') =>
    citeDataset({ manifest: { ...manifest, ...changes }, last, address: 'http://host/?page=data&data=demo', day: '2026-11-21' })

  it('names title, version, dates, address and fingerprint in three styles', () => {
    expect(cite()).toEqual({
      gbt: '示例数据：1.2.0 版[DS/OL].(2023-03-02)[2026-11-21]. http://host/?page=data&data=demo. SHA-256: abcdef0123456789.',
      bibtex:
        '@misc{demo-abcdef01,\n  title = {{Example data 50\\% \\& more}},\n  year = {2023},\n  version = {1.2.0},\n  url = {http://host/?page=data&data=demo},\n  urldate = {2026-11-21},\n  note = {SHA-256 abcdef0123456789},\n}',
      apa: 'Example data {50% & more} (Version 1.2.0) [Data set]. (2023). SHA-256 abcdef0123456789. Retrieved November 21, 2026, from http://host/?page=data&data=demo',
    })
  })

  it('leaves out what the dataset does not say, and invents no year', () => {
    const { gbt, bibtex, apa } = cite({ version: null }, null)
    expect(gbt).toBe('示例数据[DS/OL].[2026-11-21]. http://host/?page=data&data=demo. SHA-256: abcdef0123456789.')
    expect(bibtex).not.toMatch(/year =|version =/)
    expect(apa).toContain('[Data set]. (n.d.).')
  })

  it('says in every style that made-up data are made up', () => {
    const { gbt, bibtex, apa } = cite({ synthetic: true })
    expect([gbt.includes('合成数据'), bibtex.includes('synthetic'), apa.includes('synthetic')]).toEqual([true, true, true])
  })
})

describe('the rows of the data page', () => {
  const row = (changes: Partial<ComparedValue>): ComparedValue => ({
    indicator: 'requests_new',
    agency: 'jia-ju',
    year: 2021,
    applicant: 'total',
    value: 3,
    state: 'value',
    evidence: 'A',
    qualifier: null,
    form: 'y2021',
    scope: 'own',
    report: 'jia-ju-2021',
    n: null,
    ...changes,
  })
  const say = (
    indicator: string,
    changes: Partial<ComparedValue>,
    lang: 'zh' | 'en' = 'zh',
  ): Readonly<Record<string, string | undefined>> => {
    const names: RowNames = {
      indicator: indicatorById(ourCatalogue, indicator),
      catalogue: ourCatalogue,
      agencyById: () => undefined,
      lang,
      words: wordsIn(lang),
    }
    const table = tableOfRows([row({ indicator, ...changes })], 'rows', names)
    expect(table.rows.every(({ cells }) => cells.length === table.columns.length && cells.every((cell) => cell !== ''))).toBe(true)
    return Object.fromEntries(columnsOfRows(names.indicator).map((column, at) => [column, table.rows[0]?.cells[at]]))
  }

  it('keep a blank: no number, and its state in words', () => {
    expect(say('requests_new', { value: null, state: 'blank' })).toMatchObject({ value: '–', state: '空白', evidence: 'A 表格数字' })
    expect(say('requests_new', { value: 0, state: 'zero' })).toMatchObject({ value: '0 件', state: '零' })
  })

  it('say that a 0 stands for a blank where the reader chose so', () => {
    const { value, state } = say('requests_new', { value: 0, state: 'blank' })
    expect([value?.startsWith('0 件 ('), value?.includes('空白'), state]).toEqual([true, true, '空白'])
  })

  it('say why there is nothing, with neither grade nor form nor report', () => {
    const nothing = { value: null, state: 'not_loaded', evidence: null, form: null, scope: null, report: null } as const
    expect(say('requests_new', nothing)).toMatchObject({
      value: '–',
      state: '未收录',
      evidence: '–',
      form: '–',
      scope: '–',
      report: '未收录',
    })
  })

  it('say a rate over few as so many of so many, with its base', () => {
    expect(say('disclosure_rate', { value: 2 / 3, n: 3 })).toMatchObject({ value: '3 件中 2 件', n: '3' })
    expect(say('disclosure_rate', { value: 0.5, n: 40 }, 'en')).toMatchObject({ value: '50.0%', n: '40' })
  })

  it('have a column for applicants and for bases only where the indicator has them', () => {
    const columnsOf = (id: string) => columnsOfRows(indicatorById(ourCatalogue, id))
    expect(columnsOf('staff_total')).not.toEqual(expect.arrayContaining(['applicant']))
    expect(columnsOf('staff_total')).not.toContain('n')
    expect(columnsOf('disclosure_rate')).toEqual(expect.arrayContaining(['applicant', 'n']))
  })
})

describe('the size of a file', () => {
  it.each([
    [340, '340 B'],
    [1340, '1.3 kB'],
    [16_547, '17 kB'],
    [2_682_880, '2.7 MB'],
    [34_242_586, '34 MB'],
  ])('%d is %s', (bytes, said) => expect(sayBytes(bytes, 'zh')).toBe(said))
})
