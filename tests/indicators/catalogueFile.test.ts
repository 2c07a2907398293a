import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { tableForms } from '../../src/indicators/catalogue.ts'
import { writeCatalogue } from '../../src/indicators/catalogueFile.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { readCatalogue } from '../../src/indicators/readCatalogue.ts'

type Json = Record<string, unknown>
const written = (): Json => JSON.parse(JSON.stringify(writeCatalogue(ourCatalogue))) as Json

describe('catalogue.json', () => {
  it('is read back as it was written', () => {
    expect(readCatalogue(written())).toEqual(ourCatalogue)
  })

  it('has the keys that others rely on, and the checks that it is given', () => {
    expect(Object.keys(written())).toEqual([
      'meta',
      'applicant_types',
      'themes',
      'comparability',
      'value_states',
      'absence_reasons',
      'evidence_grades',
      'qualifiers',
      'scopes',
      'forms',
      'indicators',
      'composites',
      'derived',
      'checks',
    ])
    expect(written().checks).toEqual([])
    expect(writeCatalogue(ourCatalogue, ['a'])).toMatchObject({ checks: ['a'] })
  })

  it('writes a family once, with x for its member', () => {
    const derived = written().derived as Json[]
    expect(derived).toHaveLength(24)
    expect(derived.find((measure) => measure.id === 'refusal_mix')).toMatchObject({
      by_form: { pre2019_table: null, y2019: 'x / outcome_refused_total' },
      n: 'outcome_refused_total',
    })
    expect(derived.find((measure) => measure.id === 'applicant_share')).toMatchObject({
      by_form: { y2021: 'requests_new[a] / requests_new[total]' },
      for_each_applicant: ['natural_person', 'org_commercial', 'org_research', 'org_public_interest', 'org_legal_service', 'org_other'],
    })
  })
})

describe('a catalogue from elsewhere', () => {
  const withIndicator = (change: (indicator: Json) => void): Json => {
    const json = written()
    change((json.indicators as Json[])[0] as Json)
    return json
  }

  it('may say what an indicator was called before, so that links to it go on working', () => {
    const renamed = readCatalogue(withIndicator((indicator) => (indicator.former_ids = ['called_otherwise'])))
    expect(renamed.indicators[0]?.formerIds).toEqual(['called_otherwise'])
    expect(readCatalogue(JSON.parse(JSON.stringify(writeCatalogue(renamed))))).toEqual(renamed)
    expect(() => readCatalogue(withIndicator((indicator) => (indicator.former_ids = ['requests_new'])))).toThrow('which is an indicator')
  })

  it.each<[string, (indicator: Json) => void, RegExp]>([
    [
      'a class nobody knows',
      (indicator) => (indicator.pre_to_2019 = 'similar'),
      /indicators\[0\]\.pre_to_2019: expected one of identical, caveat, break, absent, found "similar"/,
    ],
    [
      'an id that would leave its folder',
      (indicator) => (indicator.id = '../reports'),
      /indicators\[0\]\.id: expected letters, digits and _/,
    ],
    ['a number for a name', (indicator) => Object.assign(indicator, { zh: 3 }), /indicators\[0\]\.zh: expected a string, found a number/],
    ['no formulas at all', (indicator) => delete indicator.at, /indicators\[0\]\.at: expected an object, found nothing/],
    [
      'a sum of unknown figures',
      (indicator) => (indicator.at = { y2019: { sum: ['a', 'b'] } }),
      /disclosed_items_total names "a", which is no indicator/,
    ],
    [
      'a formula that ends early',
      (indicator) => (indicator.at = { y2019: { formula: 'requests_new +' } }),
      /at\.y2019\.formula: .*character 15: expected a name/,
    ],
    [
      'a cell of another figure',
      (indicator) => (indicator.at = { y2019: { cell: '3.1' } }),
      /disclosed_items_total says it stands in y2019 3\.1/,
    ],
    [
      'a figure made of itself',
      (indicator) => (indicator.at = { y2019: { sum: ['disclosed_items_total', 'requests_new'] } }),
      /formulas in a circle: disclosed_items_total → disclosed_items_total/,
    ],
    ['a theme that is not listed', (indicator) => (indicator.theme = 'weather'), /disclosed_items_total has no known theme/],
  ])('is refused with the place: %s', (_, change, message) => {
    expect(() => readCatalogue(withIndicator(change))).toThrow(message)
  })

  it('is refused when it is no catalogue', () => {
    expect(() => readCatalogue(null)).toThrow('catalogue: expected an object, found null')
    expect(() => readCatalogue({})).toThrow('catalogue.themes: expected a list, found nothing')
  })
})

const design = new URL('../../../shared/design/catalogue.json', import.meta.url)
const theirs = existsSync(design) ? (JSON.parse(readFileSync(design, 'utf8')) as Json) : null

describe.skipIf(theirs === null)(`the design's catalogue${theirs === null ? ' (not there: ../shared/design/catalogue.json)' : ''}`, () => {
  const list = (json: Json | null, key: string): Json[] => (json?.[key] ?? []) as Json[]
  const picked = (json: Json | null, key: string, fields: readonly string[]): unknown[] =>
    list(json, key).map((entry) => Object.fromEntries(fields.map((field) => [field, entry[field]])))

  it.each([
    [
      'indicators',
      [
        'id',
        'zh',
        'en',
        'unit',
        'type',
        'theme',
        'by_applicant',
        'definition',
        'definition_basis',
        'at',
        'pre_to_2019',
        'y2019_to_2021',
        'joined_by',
        'related',
      ],
    ],
    ['composites', ['id', 'zh', 'en', 'by_form', 'pre_to_2019', 'y2019_to_2021']],
    [
      'derived',
      [
        'id',
        'zh',
        'en',
        'unit',
        'by_form',
        'n',
        'n_pre',
        'min_n',
        'note',
        'for_each',
        'for_each_applicant',
        'generic',
        'formula',
        'pre_to_2019',
        'y2019_to_2021',
      ],
    ],
    ['applicant_types', ['id', 'zh', 'en', 'group']],
    ['themes', ['id', 'zh', 'en', 'table_rows_after_2018']],
    ['comparability', ['id', 'letter', 'zh', 'en', 'line']],
    ['value_states', ['id', 'zh', 'en', 'printed', 'meaning', 'number', 'missing', 'evidence']],
    ['evidence_grades', ['id', 'zh', 'en', 'rule']],
    ['scopes', ['id', 'zh', 'en']],
  ])('agrees with ours on %s', (key, fields) => {
    expect(picked(written(), key, fields)).toEqual(picked(theirs, key, fields))
  })

  it('agrees on why figures are absent; ours adds the denominator of 0', () => {
    const fields = ['id', 'zh', 'en', 'meaning', 'missing']
    const ours = picked(written(), 'absence_reasons', fields)
    expect(ours.slice(0, -1)).toEqual(picked(theirs, 'absence_reasons', fields))
    expect(ours.at(-1)).toMatchObject({ id: 'undefined', zh: '无定义（分母为零）' })
  })

  it('agrees on every form: rows, cells, headings, parts', () => {
    const ours = written().forms as Record<string, Json>
    for (const [id, form] of Object.entries(theirs?.forms as Record<string, Json>)) {
      const mine = ours[id] ?? {}
      const without = ['rows', 'variant_rows', 'section2', 'section3', 'section4', 'note']
      expect(mine).toMatchObject(Object.fromEntries(Object.entries(form).filter(([key]) => !without.includes(key))))
      expect(bare(mine.rows)).toEqual(bare(form.rows))
      expect(bare(mine.section2)).toEqual(bare(form.section2))
      expect(bare(mine.section4, ['parts'])).toEqual(bare(form.section4))
      const [section, expected] = [mine.section3, form.section3] as [Json | undefined, Json | undefined]
      expect(section?.columns).toEqual(expected?.columns)
      expect(bare(section?.rows)).toEqual(bare(expected?.rows))
      expect(bare(section?.groups).filter((group) => (group as Json).path !== '3.3')).toEqual(bare(expected?.groups))
    }
  })

  it('can be read as it is, without roles and Chinese texts', () => {
    const read = readCatalogue(theirs)
    expect(read.indicators.map((indicator) => indicator.id)).toEqual(ourCatalogue.indicators.map((indicator) => indicator.id))
    const formulas = (catalogue: typeof read): unknown =>
      catalogue.indicators.map(({ from, cell, size }) => ({ from, cell, size: size ?? null }))
    expect(formulas(read)).toEqual(formulas(ourCatalogue))
    for (const form of tableForms) {
      const paths = (catalogue: typeof read): unknown =>
        catalogue.forms
          .find((candidate) => candidate.id === form)
          ?.rows.filter((row) => row.path !== '3.3' && !row.variant)
          .map((row) => row.path)
      expect(paths(read)).toEqual(paths(ourCatalogue))
    }
  })

  /** Rows without what ours adds to them. */
  function bare(rows: unknown, more: readonly string[] = []): unknown[] {
    const added = ['aliases', 'unit', 'level', ...more]
    return ((rows ?? []) as Json[]).map((row) =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([key]) => !added.includes(key))
          .map(([key, value]) => [key, key === 'cells' ? bare(value) : value]),
      ),
    )
  }
})
