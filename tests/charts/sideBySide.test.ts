import { describe, expect, it } from 'vitest'
import {
  alignReports,
  describeSideBySide,
  onlyDifferences,
  tableOfSideBySide,
  titleOfSideBySide,
  type Pair,
  type Side,
} from '../../src/charts/sideBySide.ts'
import type { ApplicantId, TableFormId } from '../../src/forms/form.ts'
import { formById } from '../../src/forms/forms.ts'
import type { ValueState } from '../../src/forms/states.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { ReportFigure } from '../../src/questions/reportFigure.ts'
import { reportWords } from '../../src/text/reportWords.ts'

const columns: readonly ApplicantId[] = [
  'natural_person',
  'org_commercial',
  'org_research',
  'org_public_interest',
  'org_legal_service',
  'org_other',
  'total',
]
const byApplicant = new Set(ourCatalogue.indicators.filter((indicator) => indicator.byApplicant).map(({ id }) => id))
const yearOf: Readonly<Record<TableFormId, number>> = { pre2019_table: 2017, y2019: 2020, y2021: 2023 }

type Says = number | Exclude<ValueState, 'value' | 'zero'> | 'row_missing'

/** A report in which every cell prints 0, unless told otherwise by indicator, or by indicator@applicant. */
function report(agency: string, form: TableFormId, says: Readonly<Record<string, Says>> = {}, more: Partial<Side> = {}): Side {
  const year = more.year ?? yearOf[form]
  const rows = formById(form).rows.flatMap((row): ReportFigure[] => {
    const { indicator } = row
    if (row.variant || indicator === null) return []
    const places: readonly (ApplicantId | null)[] = row.byApplicant ? columns : [byApplicant.has(indicator) ? 'total' : null]
    return places.flatMap((applicant) => {
      const what =
        says[`${indicator}@${applicant ?? 'total'}`] ?? (applicant === 'total' || applicant === null ? says[indicator] : undefined) ?? 0
      return what === 'row_missing'
        ? []
        : [figure({ report: `${agency}-${year}`, agency, year, form, indicator, applicant, cell: row.path }, what)]
    })
  })
  return { report: `${agency}-${year}`, agency, year, form, scope: 'own', ...more, rows: more.rows ?? rows }
}

function figure(
  about: Pick<ReportFigure, 'report' | 'agency' | 'year' | 'form' | 'indicator' | 'applicant' | 'cell'>,
  what: Exclude<Says, 'row_missing'>,
): ReportFigure {
  const isNumber = typeof what === 'number'
  return {
    ...about,
    scope: 'own',
    position: 1,
    column: null,
    printed: isNumber ? String(what) : what === 'blank' ? '' : '/',
    value: isNumber ? what : null,
    state: isNumber ? (what === 0 ? 'zero' : 'value') : what,
    evidence: 'A',
    qualifier: null,
    where: { page: null, paragraph: null, table: null, row: null, column: null, start: null, end: null },
  }
}

const align = (left: Side, right: Side) => alignReports(left, right, ourCatalogue)
function pairAt(left: Side, right: Side, indicator: string, applicant: ApplicantId | null = null): Pair | undefined {
  return align(left, right)
    .rows.find((row) => row.indicator.id === indicator)
    ?.pairs.find((pair) => pair.applicant === applicant)
}
const context = { catalogue: ourCatalogue, lang: 'zh', words: reportWords('zh'), names: { left: '甲局 2023', right: '乙局 2023' } } as const

describe('two reports side by side', () => {
  it('sets every cell of the form beside the same cell of the other report, and subtracts the right from the left', () => {
    const left = report('a', 'y2021', { 'requests_new@natural_person': 7, requests_new: 9, admin_fees_amount: 3.3 })
    const right = report('b', 'y2021', { 'requests_new@natural_person': 4, requests_new: 9, admin_fees_amount: 3.1 })
    expect(pairAt(left, right, 'requests_new', 'natural_person')).toMatchObject({ difference: 3, relation: 'differs' })
    expect(pairAt(left, right, 'requests_new', 'total')).toMatchObject({ difference: 0, relation: 'alike' })
    const asked = formById('y2021').rows.filter((row) => row.indicator !== null && !row.variant)
    const aligned = align(left, right)
    expect(aligned.rows.map(({ row }) => row.path)).toEqual(asked.map((row) => row.path))
    expect(aligned.lone).toEqual([])
    const { alike, differs, notComparable, missing } = aligned.counts
    expect(alike + differs + notComparable + missing).toBe(asked.reduce((n, row) => n + (row.byApplicant ? 7 : 1), 0))
  })

  it('keeps a blank, a slash and a missing row what they are: nothing is subtracted, and each side says its state', () => {
    const left = report('a', 'y2021', { requests_new: 'blank', outcome_granted: 5, requests_carried_in: 'not_applicable' })
    const right = report('b', 'y2021', { requests_new: 0, outcome_granted: 'row_missing', requests_carried_in: 2 })
    expect(pairAt(left, right, 'requests_new', 'total')).toMatchObject({
      difference: null,
      relation: 'missing',
      left: { value: null, state: 'blank' },
      right: { value: 0, state: 'zero' },
    })
    expect(pairAt(left, right, 'outcome_granted', 'total')).toMatchObject({ difference: null, right: { state: 'row_missing' } })
    expect(pairAt(left, right, 'requests_carried_in', 'total')).toMatchObject({ difference: null, left: { state: 'not_applicable' } })
  })

  it('does not subtract across a break between forms, and says why', () => {
    const left = report('a', 'y2019', { outcome_granted: 8, requests_new: 8 })
    const right = report('a', 'pre2019_table', { outcome_granted: 5, requests_new: 5 })
    expect(pairAt(left, right, 'outcome_granted', 'total')).toMatchObject({ difference: null, relation: 'notComparable' })
    expect(align(left, right).rows.find((row) => row.indicator.id === 'outcome_granted')?.note?.zh).not.toBe('')
    expect(pairAt(left, right, 'requests_new', 'total')).toMatchObject({ difference: 3, relation: 'differs' })
  })

  it('compares the total alone with the 2014 form, which has no applicant types', () => {
    const aligned = align(report('a', 'y2021'), report('a', 'pre2019_table'))
    const requests = aligned.rows.find((row) => row.indicator.id === 'requests_new')
    expect(requests?.pairs.map((pair) => pair.applicant)).toEqual(['total'])
  })

  it('lists the rows of one form that the other lacks once, on the side that has them', () => {
    const left = report('a', 'y2021')
    const right = report('a', 'pre2019_table', { staff_total: 3 })
    const aligned = align(left, right)
    const paths = (form: TableFormId) =>
      formById(form)
        .rows.filter((row) => row.indicator !== null && !row.variant)
        .map((row) => row.indicator)
    const both = new Set(paths('y2021').filter((id) => paths('pre2019_table').includes(id)))
    expect(new Set(aligned.rows.map((row) => row.indicator.id))).toEqual(both)
    const lone = aligned.lone.map(({ side, row }) => `${side} ${row.indicator ?? ''}`)
    expect(lone).toHaveLength(new Set(lone).size)
    expect(lone.filter((name) => name.startsWith('left'))).toHaveLength(paths('y2021').length - both.size)
    expect(lone).toContain('right staff_total')
    expect(aligned.lone.find(({ row }) => row.indicator === 'staff_total')?.figures).toMatchObject([{ figure: { value: 3 } }])
  })

  it('subtracts nothing between an agency and a whole government, and says so', () => {
    const left = report('a', 'y2021', { requests_new: 4 })
    const right = report('b', 'y2021', { requests_new: 90 }, { scope: 'aggregate' })
    const aligned = align(left, right)
    expect(aligned.otherScope).toBe(true)
    expect(aligned.rows.flatMap((row) => row.pairs).every((pair) => pair.difference === null)).toBe(true)
    expect(describeSideBySide(aligned, context)).toContain('统计范围不同')
    expect(tableOfSideBySide(aligned, '', context).rows[0]?.cells).toContain('范围不同')
  })

  it('says that a report gives no tables, cell by cell, on whichever side it stands', () => {
    const told = report('b', 'y2021', {}, { form: 'narrative', rows: [] })
    for (const aligned of [align(report('a', 'y2021'), told), align(told, report('a', 'y2021'))]) {
      const pairs = aligned.rows.flatMap((row) => row.pairs)
      expect(pairs.length).toBeGreaterThan(100)
      expect(pairs.every((pair) => pair.relation === 'missing')).toBe(true)
      expect(pairs.every((pair) => [pair.left.state, pair.right.state].includes('not_reported'))).toBe(true)
    }
  })

  it('hides rows that are the same, and no others', () => {
    const left = report('a', 'y2021', { requests_new: 4, outcome_granted: 'blank' })
    const kept = onlyDifferences(align(left, report('b', 'y2021')))
    expect(kept.map((row) => row.indicator.id)).toEqual(['requests_new', 'outcome_granted'])
  })

  it('has a table that says what an independent count says', () => {
    const left = report('a', 'y2021', { requests_new: 12, 'requests_new@org_other': 5, outcome_granted: 'blank', review_total: 3 })
    const right = report('b', 'y2021', { requests_new: 10, 'requests_new@org_other': 5, outcome_granted: 4, review_total: 'blank' })
    const expected: string[][] = []
    for (const one of left.rows) {
      const other = right.rows.find((row) => row.cell === one.cell && row.applicant === one.applicant)
      if (!other) continue
      const shown = (f: ReportFigure): string => (f.state === 'blank' ? '空白' : f.printed)
      const gap = one.value === null || other.value === null ? null : one.value - other.value
      const word = gap === null ? '缺数' : gap === 0 ? '相同' : `${gap > 0 ? '+' : '−'}${Math.abs(gap)}`
      expected.push([one.cell ?? '', shown(one), shown(other), word])
    }
    const table = tableOfSideBySide(align(left, right), '', context)
    expect(table.rows.map(({ cells: [cell, , , a, b, word] }) => [cell, a, b, word])).toEqual(expected)
    expect(new Set(table.rows.map((row) => row.key)).size).toBe(table.rows.length)
  })

  it('counts in its title and description what its table holds, in at most 300 characters', () => {
    const aligned = align(report('a', 'y2021', { requests_new: 12, outcome_granted: 'blank' }), report('b', 'y2021'))
    const words = tableOfSideBySide(aligned, '', context).rows.map((row) => row.cells[5])
    const same = words.filter((word) => word === '相同').length
    expect(titleOfSideBySide(aligned, context.words)).toBe(`可比的 ${same + 1} 格中，${same} 格相同，1 格不同`)
    const said = describeSideBySide(aligned, context)
    expect(said).toContain(`${same} 格相同，1 格不同，0 格不可比，1 格缺数`)
    expect([...said].length).toBeLessThanOrEqual(300)
  })
})
