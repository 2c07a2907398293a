import { describe, expect, it } from 'vitest'
import type { CheckedReport } from '../../src/checks/checkedReport.ts'
import { explainByOneCell } from '../../src/checks/explain.ts'
import { suggestHints } from '../../src/checks/hints.ts'
import { checkReports } from '../../src/checks/runChecks.ts'
import { makeReport, makeReportBefore, type Printed } from './madeReport.ts'

/** Ten requests of natural persons and two of enterprises: nine granted, three partly, all answered. */
const printed = {
  'requests_new@natural_person': 10,
  'requests_new@org_commercial': 2,
  'requests_new@total': 12,
  'outcome_granted@natural_person': 8,
  'outcome_granted@org_commercial': 1,
  'outcome_granted@total': 9,
  'outcome_partial@natural_person': 2,
  'outcome_partial@org_commercial': 1,
  'outcome_partial@total': 3,
  'outcomes_total@natural_person': 10,
  'outcomes_total@org_commercial': 2,
  'outcomes_total@total': 12,
}

describe('one wrong cell', () => {
  it('is found where the row and the column that do not add up cross, with what it would have to be', () => {
    const explained = explainByOneCell(makeReport('y2021', { ...printed, 'outcome_granted@natural_person': 6 }))
    expect(explained).toMatchObject({ cell: { indicator: 'outcome_granted', applicant: 'natural_person' }, wouldBe: 8 })
    expect(explained?.checks).toEqual(['requests.applicants', 'outcomes.parts'])
  })
  it('is named in every finding that it explains', () => {
    const { findings } = checkReports([makeReport('y2021', { ...printed, 'outcome_granted@natural_person': 6 })])
    const fails = findings.filter(({ outcome }) => outcome === 'fails')
    expect(fails.map(({ rule, explainedBy }) => [rule, explainedBy?.wouldBe])).toEqual([
      ['requests.applicants', 8],
      ['outcomes.parts', 8],
    ])
    expect(fails[0]?.message.zh).toContain('改为 8 即全部相符')
  })
  it('is not guessed where two errors cancel out in the total: each row and column is named instead', () => {
    const report = makeReport('y2021', { ...printed, 'outcome_granted@natural_person': 7, 'outcome_granted@org_commercial': 2 })
    expect(explainByOneCell(report)).toBeNull()
    const { findings } = checkReports([report])
    const rules = findings.filter(({ outcome }) => outcome === 'fails').map(({ rule }) => rule)
    expect(rules).toEqual(['outcomes.parts'])
  })
  it('is not named where several cells would do', () =>
    expect(explainByOneCell(makeReport('y2021', { ...printed, 'requests_new@total': 13 }))?.wouldBe).toBe(12))
  it('is nothing where everything adds up', () => expect(explainByOneCell(makeReport('y2021', printed))).toBeNull())
})

describe('hints', () => {
  it.each([
    [23, 32, '颠倒'],
    [12, 120, '10 倍'],
    [3.5, 35_000, '一万倍'],
  ])('%d against %d', (left, right, hint) =>
    expect(
      suggestHints(left, right, [])
        .map(({ zh }) => zh)
        .join(),
    ).toContain(hint),
  )
  it('say nothing where nothing suggests itself', () => expect(suggestHints(29, 31, [])).toEqual([]))
})

describe('what the rest of a report suggests', () => {
  const hintsOf = (id: string, report: CheckedReport): readonly string[] =>
    checkReports([report])
      .findings.find(({ rule, outcome }) => rule === id && outcome === 'fails')
      ?.hints.map(({ en }) => en) ?? []

  const parts = { ...printed, 'outcomes_total@natural_person': 0, 'outcomes_total@org_commercial': 10, 'outcomes_total@org_research': 2 }
  it('is the one row that stands a column off, where the others agree with it there', () => {
    expect(hintsOf('outcomes.parts', makeReport('y2021', parts))).toContain(
      'the row “All outcomes (requests answered)” may stand one column off',
    )
    expect(hintsOf('outcomes.parts', makeReport('y2021', { ...parts, 'outcomes_total@org_other': 1 })).join()).not.toContain(
      'one column off',
    )
  })
  it('is a row without a name, where either of two may be moved', () => {
    expect(hintsOf('requests.balance', makeReport('y2021', parts))).toContain('a row may stand one column off')
  })
  it('is no column off where a cell of the row is unknown, or one column alone fails', () => {
    const blank: Readonly<Record<string, Printed>> = { ...parts, 'outcomes_total@org_legal_service': 'blank' }
    expect(hintsOf('outcomes.parts', makeReport('y2021', blank)).join()).not.toContain('one column off')
    const one = makeReport('y2021', { ...printed, 'outcome_granted@natural_person': 6 })
    expect(hintsOf('outcomes.parts', one).join()).not.toContain('one column off')
  })
  it('is the number of last year, from two digits on', () => {
    const failing = { ...printed, 'requests_new@total': 13, 'outcomes_total@total': 12 }
    const after = (number: number): CheckedReport => ({
      ...makeReport('y2021', failing),
      before: makeReportBefore('y2021', 2023, { 'requests_new@total': number }),
    })
    expect(hintsOf('requests.balance', after(13))).toContain('“New requests received” is the number of last year’s report (13)')
    expect(hintsOf('requests.balance', after(14)).join()).not.toContain('last year')
    const small = { 'requests_new@total': 3, 'outcomes_total@total': 2 }
    const before = makeReportBefore('y2021', 2023, { 'requests_new@total': 3 })
    expect(hintsOf('requests.balance', { ...makeReport('y2021', small), before }).join()).not.toContain('last year')
  })
  it('is offered and never applied: cells and both sides stay as printed', () => {
    const [finding] = checkReports([makeReport('y2021', parts)]).findings.filter(({ rule }) => rule === 'outcomes.parts')
    expect(finding).toMatchObject({ left: 0, right: 10 })
  })
})
