import { describe, expect, it } from 'vitest'
import { compareVersions, type ComparedFigure } from '../../src/dataset/compareVersions.ts'

const cell = (path: string, printed: string, more: Partial<ComparedFigure> = {}): ComparedFigure => ({
  indicator: 'requests_new',
  applicant: 'total',
  cell: path,
  column: '总计',
  printed,
  value: Number(printed),
  state: printed === '0' ? 'zero' : 'value',
  evidence: 'A',
  qualifier: null,
  ...more,
})
const claim = (indicator: string, printed: string, value: number): ComparedFigure => ({
  indicator,
  applicant: null,
  cell: null,
  column: null,
  printed,
  value,
  state: 'value',
  evidence: 'B',
  qualifier: null,
})
const say = (changes: ReturnType<typeof compareVersions>['table']): string[] =>
  changes.map(
    ({ kind, cell: path, indicator, before, after }) =>
      `${kind} ${path ?? indicator}: ${before?.printed ?? '–'} → ${after?.printed ?? '–'}`,
  )

describe('two versions of a report', () => {
  it('differ where a cell is added, gone or printed otherwise', () => {
    const { table, prose, same } = compareVersions(
      [cell('3.1', '5'), cell('3.2', '0'), cell('3.4', '2')],
      [cell('3.1', '6'), cell('3.2', '0'), cell('3.3.1', '1')],
    )
    expect(say(table)).toEqual(['changed 3.1: 5 → 6', 'gone 3.4: 2 → –', 'added 3.3.1: – → 1'])
    expect([prose, same]).toEqual([[], 1])
  })

  it('differ where a zero became a blank, though neither is a number above zero', () => {
    const blank = cell('3.2', '', { state: 'blank', value: null })
    expect(say(compareVersions([cell('3.2', '0')], [blank]).table)).toEqual(['changed 3.2: 0 → '])
  })

  it('tell the applicants of a row apart', () => {
    const [person, company] = [cell('3.1', '5', { applicant: 'natural_person' }), cell('3.1', '1', { applicant: 'org_commercial' })]
    expect(compareVersions([person, company], [company, person])).toMatchObject({ table: [], same: 2 })
  })

  it('keep tables and prose apart, and pair sentences by what they say before their order', () => {
    const [first, second, new2] = [claim('meetings_held', '2次', 2), claim('meetings_held', '3次', 3), claim('meetings_held', '4次', 4)]
    const moved = compareVersions([first, second], [new2, first])
    expect(moved.table).toEqual([])
    expect(say(moved.prose)).toEqual(['changed meetings_held: 3次 → 4次'])
  })

  it('do not differ in where things stand', () => {
    const figures = [cell('3.1', '5'), claim('meetings_held', '2次', 2)]
    expect(compareVersions(figures, figures)).toEqual({ table: [], prose: [], same: 2 })
  })
})
