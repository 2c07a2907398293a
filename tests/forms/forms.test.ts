import { describe, expect, it } from 'vitest'
import { applicants } from '../../src/forms/applicants.ts'
import { columnWordingsOf, foldLabel, wordingsOf } from '../../src/forms/dialects.ts'
import type { Form, FormRow } from '../../src/forms/form.ts'
import { formForYear } from '../../src/forms/dueForm.ts'
import { formById, forms } from '../../src/forms/forms.ts'
import { absenceReasons, evidenceGrades, qualifiers, scopes, valueStates } from '../../src/forms/stateCatalogue.ts'

const pre2019 = formById('pre2019_table')
const y2019 = formById('y2019')
const y2021 = formById('y2021')

const row = (form: Form, path: string): FormRow => {
  const found = form.rows.find((candidate) => candidate.path === path)
  if (!found) throw new Error(`no ${path} in ${form.id}`)
  return found
}
const inTable = (form: Form, table: number) => form.rows.filter((candidate) => candidate.table === table)
const asksNumber = (candidate: FormRow) => candidate.indicator !== null && candidate.type !== 'text'

describe('the 2014 form', () => {
  it('has 65 rows: 58 ask for a value, 7 are headers; and one local addition', () => {
    const official = pre2019.rows.filter((candidate) => !candidate.variant)
    expect(official).toHaveLength(65)
    expect(official.filter(asksNumber)).toHaveLength(58)
    expect(official.filter((candidate) => candidate.type === 'header').map((candidate) => candidate.path)).toEqual([
      '1',
      '1.2',
      '2',
      '2.2',
      '3',
      '8',
      '9',
    ])
    expect(pre2019.rows.filter((candidate) => candidate.variant).map((candidate) => candidate.path)).toEqual(['3.4'])
  })

  it('prints —— where no value is expected, and only there', () => {
    expect(pre2019.rows.filter((candidate) => candidate.unit === '——')).toEqual(pre2019.rows.filter((candidate) => !asksNumber(candidate)))
  })

  it('adds up where its labels say so', () => {
    expect(row(pre2019, '3.3').parts).toEqual(['3.3.1', '3.3.2', '3.3.3', '3.3.4', '3.3.5', '3.3.6', '3.3.7', '3.3.8'])
    expect(row(pre2019, '3.3.4').parts).toHaveLength(6)
    expect(row(pre2019, '8.3').parts).toEqual(['8.3.1', '8.3.2'])
  })

  it('does not take the de-duplicated total for the sum of its channels', () => {
    expect(row(pre2019, '1.1')).toMatchObject({ type: 'leaf', boundedBy: ['1.2.1', '1.2.2', '1.2.3', '1.2.4', '1.2.5'] })
    expect(row(pre2019, '1.1').parts).toBeUndefined()
    expect(row(pre2019, '1.1b').type).toBe('memo')
  })
})

describe('the later forms', () => {
  const cells = (form: Form, table: number) => inTable(form, table).filter(asksNumber).length * (table === 3 ? applicants.length : 1)

  it('ask 198 numbers in 2019: 22 + 161 + 15', () => {
    expect([2, 3, 4].map((table) => cells(y2019, table))).toEqual([22, 161, 15])
  })

  it('ask 200 numbers in 2021: 10 + 175 + 15', () => {
    expect([2, 3, 4].map((table) => cells(y2021, table))).toEqual([10, 175, 15])
  })

  it('print group labels without numbers; （六） is one only in 2021', () => {
    const groups = (form: Form) =>
      form.rows.filter((candidate) => candidate.type === 'group').map((candidate) => `${candidate.path} ${candidate.label}`)
    const both = ['3.3 三、本年度办理结果', '3.3.3 （三）不予公开', '3.3.4 （四）无法提供', '3.3.5 （五）不予处理']
    expect(groups(y2019)).toEqual(both)
    expect(groups(y2021)).toEqual([...both, '3.3.6 （六）其他处理'])
    expect(row(y2019, '3.3.6').indicator).toBe('other_total')
  })

  it('total every outcome row: 19 in 2019, 21 in 2021', () => {
    expect(row(y2019, '3.3.7').parts).toHaveLength(19)
    expect(row(y2021, '3.3.7').parts).toHaveLength(21)
    expect(row(y2021, '3.3.7').parts).not.toContain('3.3.6')
  })

  it('total four results in each of the three blocks of table four', () => {
    expect(row(y2021, '4.2.5')).toMatchObject({
      indicator: 'litigation_direct_total',
      caption: '行政诉讼／未经复议直接起诉',
      parts: ['4.2.1', '4.2.2', '4.2.3', '4.2.4'],
    })
  })

  it('name the clause, the row and the column of a cell of table two', () => {
    expect(row(y2019, '2.2.3')).toMatchObject({
      caption: '第二十条第（一）项',
      label: '规范性文件',
      column: '对外公开总数量',
      indicator: 'normative_docs_public_stock',
    })
  })
})

describe('every form', () => {
  it.each(forms.map((form) => [form.id, form] as const))('%s has unique paths, and parts and parents that exist', (_, form) => {
    const paths = form.rows.map((candidate) => candidate.path)
    expect(new Set(paths).size).toBe(paths.length)
    for (const candidate of form.rows) {
      for (const path of [
        ...(candidate.parts ?? []),
        ...(candidate.boundedBy ?? []),
        ...(candidate.of === undefined ? [] : [candidate.of]),
      ])
        expect(paths).toContain(path)
    }
  })

  it.each(forms.map((form) => [form.id, form] as const))(
    '%s: local wordings never make two rows alike that the form tells apart',
    (_, form) => {
      const officially = (candidate: FormRow) =>
        [candidate.table, candidate.caption ?? '', candidate.column ?? '', foldLabel(candidate.label)].join('|')
      const places = new Map<string, Set<string>>()
      for (const candidate of form.rows) {
        for (const wording of wordingsOf(candidate)) {
          for (const heading of columnWordingsOf(candidate).length ? columnWordingsOf(candidate) : ['']) {
            const key = [candidate.table, candidate.caption ?? '', heading, wording].join('|')
            places.set(key, (places.get(key) ?? new Set()).add(officially(candidate)))
          }
        }
      }
      // 被依法纠错数 and 其他情形数 stand under 四 and under 五 alike; everything else is told apart by its wording.
      const shared = [...places].filter(([, rows]) => rows.size > 1)
      expect(shared).toEqual([])
    },
  )

  it('is found by its id, or the error says what there is', () => {
    expect(formById('y2021')).toBe(y2021)
    expect(() => formById('y2030' as 'y2021')).toThrow(
      'unknown form: y2030; known forms are pre2014, pre2019_table, narrative, y2019, y2021',
    )
  })

  it.each([
    [2014, 'pre2019_table'],
    [2018, 'pre2019_table'],
    [2019, 'y2019'],
    [2020, 'y2019'],
    [2021, 'y2021'],
    [2024, 'y2021'],
  ])('%i asks for %s', (year, form) => expect(formForYear(year)).toBe(form))
})

describe('states', () => {
  it('carry a number only as value and zero', () => {
    expect([...valueStates, ...absenceReasons].filter((state) => state.number).map((state) => state.id)).toEqual(['value', 'zero'])
  })

  it('count as missing only where a number could have been expected', () => {
    expect([...valueStates, ...absenceReasons].filter((state) => state.missing).map((state) => state.id)).toEqual([
      'blank',
      'unreadable',
      'row_missing',
      'unplaced',
      'not_reported',
      'not_loaded',
    ])
  })

  it('have a name and a meaning in both languages', () => {
    for (const { name } of [...valueStates, ...absenceReasons, ...evidenceGrades, ...qualifiers, ...scopes]) {
      expect(name.zh).toMatch(/\p{Script=Han}/u)
      expect(name.en).toMatch(/[A-Za-z]/)
    }
    for (const { meaning } of [...valueStates, ...absenceReasons]) expect(meaning.zh).toMatch(/\p{Script=Han}/u)
  })
})
