import { describe, expect, it } from 'vitest'
import {
  countByRule,
  countByRuleAndSeverity,
  cutGroups,
  filterFindings,
  gatherFindings,
  orderFindings,
} from '../../src/app/checks/chooseFindings.ts'
import { equationsOf } from '../../src/checks/equationsOf.ts'
import type { VerdictRecord } from '../../src/app/checks/verdicts.ts'
import type { Finding, FindingCell } from '../../src/checks/outcome.ts'

const cell = (indicator: string, value: number | null, more: Partial<FindingCell> = {}): FindingCell => ({
  indicator,
  applicant: null,
  cell: null,
  column: null,
  printed: value === null ? '' : String(value),
  value,
  state: value === null ? 'blank' : value === 0 ? 'zero' : 'value',
  ...more,
})

const finding = (more: Partial<Finding> = {}): Finding => ({
  rule: 'staff.parts',
  severity: 'error',
  outcome: 'fails',
  reason: null,
  report: 'jia-2018',
  agency: 'jia',
  year: 2018,
  form: 'pre2019_table',
  cells: [cell('staff_total', 8), cell('staff_full_time', 3), cell('staff_part_time', 6)],
  left: 8,
  right: 9,
  message: { zh: '', en: '' },
  hints: [],
  explainedBy: null,
  fingerprint: 'a',
  ...more,
})

const everything = { agencies: null, years: [2014, 2024], rule: null, severity: null, outcome: 'all', verdict: null } as const
const none = (): undefined => undefined

describe('which findings are listed', () => {
  const staff = finding()
  const blank = finding({ outcome: 'cannotTell', fingerprint: 'b' })
  const other = finding({ rule: 'press.by_head', severity: 'info', agency: 'yi', year: 2016, fingerprint: 'c' })
  const all = [staff, blank, other]

  it.each([
    ['everything', {}, all],
    ['what fails, where the address says nothing', { outcome: null }, [staff, other]],
    ['what cannot be told', { outcome: 'cannotTell' }, [blank]],
    ['one rule', { rule: 'press.by_head' }, [other]],
    ['one severity', { severity: 'error' }, [staff, blank]],
    ['some agencies', { agencies: ['yi'] }, [other]],
    ['some years', { years: [2017, 2018] }, [staff, blank]],
  ] as const)('%s', (_, filters, expected) => expect(filterFindings(all, { ...everything, ...filters }, none)).toEqual(expected))

  it('by what a person said of them; one that is open again is open', () => {
    const said: Readonly<Record<string, VerdictRecord['now']['verdict']>> = { a: 'asked', c: 'open' }
    const verdictOf = ({ fingerprint, rule, agency, year }: Finding): VerdictRecord | undefined => {
      const verdict = said[fingerprint]
      return verdict && { fingerprint, rule, agency, year, now: { verdict, note: '', at: '' }, earlier: [] }
    }
    const list = (verdict: Parameters<typeof filterFindings>[1]['verdict']) => filterFindings(all, { ...everything, verdict }, verdictOf)
    expect(list('open')).toEqual([blank, other])
    expect(list('handled')).toEqual([staff])
    expect(list('asked')).toEqual([staff])
    expect(list('confirmed')).toEqual([])
  })

  it('in an order that puts failures first, then weight, agency, the latest year', () => {
    const earlier = finding({ year: 2017, fingerprint: 'd' })
    expect(orderFindings([other, blank, earlier, staff], ['yi', 'jia'])).toEqual([staff, earlier, other, blank])
  })

  it('gathered, the greatest group first, and cut without losing the count of the first ones', () => {
    const groups = gatherFindings(all, 'agency')
    expect(groups.map(({ key, findings }) => [key, findings.length])).toEqual([
      ['jia', 2],
      ['yi', 1],
    ])
    expect(cutGroups(groups, 1)).toEqual([{ key: 'jia', findings: [staff] }])
    expect(gatherFindings([], null)).toEqual([])
    expect(countByRule(all)).toEqual([
      { rule: 'staff.parts', severity: 'error', count: 2 },
      { rule: 'press.by_head', severity: 'info', count: 1 },
    ])
  })

  it('counted by weight within a rule, so that the counts of a weight add up', () => {
    const found = [...all, finding({ severity: 'warning', fingerprint: 'e' })]
    const counted = countByRuleAndSeverity(found)
    expect(counted.map(({ rule, severity, count }) => `${rule} ${severity} ${count}`)).toEqual([
      'staff.parts error 2',
      'staff.parts warning 1',
      'press.by_head info 1',
    ])
    expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(found.length)
  })
})

describe('the two sides of a finding', () => {
  it('have the numbers that the report prints, and the difference', () => {
    const [equation] = equationsOf(finding())
    expect(equation?.left).toEqual({ parts: [{ cell: cell('staff_total', 8), minus: false }], sum: 8 })
    expect(equation?.right.parts.map((part) => part.cell.value)).toEqual([3, 6])
    expect([equation?.right.sum, equation?.difference]).toEqual([9, 1])
  })

  it('say nothing of a sum with a blank in it', () => {
    const cells = [cell('staff_total', 8), cell('staff_full_time', null), cell('staff_part_time', 5)]
    const [equation] = equationsOf(finding({ outcome: 'cannotTell', reason: 'blank', cells, left: 8, right: null }))
    expect([equation?.left.sum, equation?.right.sum, equation?.difference]).toEqual([8, null, null])
  })

  it('stand for each column that fails, and for no column that holds', () => {
    const column = (applicant: FindingCell['applicant'], outcomes: number): readonly FindingCell[] => [
      cell('requests_new', 40, { applicant }),
      cell('requests_carried_in', 3, { applicant }),
      cell('outcomes_total', outcomes, { applicant }),
      cell('requests_carried_out', 1, { applicant }),
    ]
    const balance = (...cells: readonly FindingCell[]) => equationsOf(finding({ rule: 'requests.balance', form: 'y2021', cells }))
    expect(balance(...column('total', 41), ...column('natural_person', 40)).map(({ difference }) => difference)).toEqual([2, 1])
    expect(balance(...column('total', 41), ...column('natural_person', 42)).map(({ difference }) => difference)).toEqual([1])
  })

  it('reach into the report of the year before where the rule does', () => {
    const cells = [
      cell('requests_carried_in', 7, { applicant: 'total' }),
      cell('requests_carried_out', 9, { applicant: 'total', year: 2021 }),
    ]
    const [equation] = equationsOf(finding({ rule: 'requests.carry_over', form: 'y2021', year: 2022, cells, left: 7, right: 9 }))
    expect([equation?.left.parts[0]?.cell.value, equation?.right.parts[0]?.cell.year, equation?.difference]).toEqual([7, 2021, 2])
  })

  it('are bare numbers where no sum stands behind them, and none where there are no numbers', () => {
    expect(equationsOf(finding({ rule: 'prose.figure', cells: [], left: 132, right: 0 }))).toEqual([
      { kind: 'apart', left: { parts: [], sum: 132 }, right: { parts: [], sum: 0 }, difference: 132 },
    ])
    expect(equationsOf(finding({ rule: 'value.filled', left: null, right: null }))).toEqual([])
    expect(equationsOf(finding({ rule: 'gone.away', left: null, right: null }))).toEqual([])
  })
})
