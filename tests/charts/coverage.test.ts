import { describe, expect, it } from 'vitest'
import { existsIn } from '../../src/agencies.ts'
import { chooseShownYear, countCellsByYear, sayFiling, tableOfCoverage } from '../../src/charts/coverage.ts'
import { countFilings, judgeFilings, listFirstPublished, type FilingRules } from '../../src/charts/lateness.ts'
import { deadlineOf } from '../../src/forms/deadline.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import type { CoveredReport } from '../../src/questions/coverReports.ts'
import { overviewWords } from '../../src/text/overviewWords.ts'
import { wordsIn } from '../../src/text/words.ts'
import { testAgencies } from './comparedRows.ts'

function covered(agency: string, year: number, on: string | null, more: Partial<CoveredReport> = {}): CoveredReport {
  return {
    agency,
    year,
    report: `${agency}-${year}`,
    form: year <= 2018 ? 'pre2019_table' : year <= 2020 ? 'y2019' : 'y2021',
    scope: 'own',
    published_on: on,
    version: 1,
    expected: 58,
    filled: 50,
    zeros: 40,
    blank: 6,
    otherStates: 1,
    headerValues: 0,
    claims: 0,
    ...more,
  }
}

const absent = (agency: string, year: number): CoveredReport =>
  covered(agency, year, null, {
    report: null,
    form: null,
    scope: null,
    version: null,
    expected: null,
    filled: null,
    blank: null,
    claims: null,
  })

const rulesFor = (rows: readonly CoveredReport[], more: Partial<FilingRules> = {}): FilingRules => ({
  firstPublished: listFirstPublished(
    rows.flatMap(({ agency, year, version, published_on }) => (version === null ? [] : [{ agency, year, version, published_on }])),
  ),
  completeYears: [],
  existsIn: () => true,
  dueOf: ({ agency, year, scope }) => {
    const level = agency === 'g' ? 'town' : 'county'
    const due = deadlineOf({
      year,
      scope,
      agency: { level, deadline: agency === 'f' ? '02-15' : null },
    })
    return due && { day: due.day, basis: due.basis.zh }
  },
  ...more,
})

const context = {
  catalogue: ourCatalogue,
  agencies: testAgencies,
  lang: 'zh' as const,
  words: wordsIn('zh'),
  overview: overviewWords.zh,
}

describe('a filing', () => {
  it.each([
    ['2018 and before: 31 March, on the day', covered('a', 2018, '2019-03-31'), 'onTime', null],
    ['2018 and before: a day after', covered('a', 2018, '2019-04-01'), 'late', 1],
    ['from 2019 a department has until 31 January', covered('a', 2019, '2020-02-14'), 'late', 14],
    ['from 2019 a whole government has until 31 March', covered('a', 2019, '2020-02-14', { scope: 'aggregate' }), 'onTime', null],
    ['a local day goes before', covered('f', 2019, '2020-02-14'), 'onTime', null],
    ['no day known', covered('a', 2019, null), 'notJudged', null],
    ['a town without a local day', covered('g', 2019, '2020-06-01'), 'notJudged', null],
    ['a town up to 2018', covered('g', 2018, '2019-06-01'), 'late', 62],
  ] as const)('is judged by the rule of its year: %s', (_, row, filing, days) => {
    expect(judgeFilings([row], rulesFor([row]))[0]).toMatchObject({ filing, days })
  })

  it('put right and published again is judged by its first day; with only a later version there it is not judged', () => {
    const second = covered('a', 2019, '2020-05-20', { version: 2 })
    const first = listFirstPublished([
      { agency: 'a', year: 2019, version: 2, published_on: '2020-05-20' },
      { agency: 'a', year: 2019, version: 1, published_on: '2020-01-15' },
    ])
    expect(judgeFilings([second], rulesFor([second], { firstPublished: first }))[0]?.filing).toBe('onTime')
    expect(judgeFilings([second], rulesFor([second]))[0]?.filing).toBe('notJudged')
  })

  it('that is not there is missing only in years of which every report is there', () => {
    const rows = [absent('a', 2019), absent('a', 2020), absent('b', 2020)]
    const judged = judgeFilings(rows, rulesFor(rows, { completeYears: [2019], existsIn: (agency) => agency !== 'b' }))
    expect(judged.map(({ filing }) => filing)).toEqual(['missing', 'notLoaded', 'notThere'])
    expect(judged.map((one) => sayFiling(one, context))).toEqual(['未报', '未收录', '当年不存在'])
  })

  it('is expected only of bodies that were there at the end of the year', () => {
    const body = { validFrom: '2015-06-01', validTo: '2019-01-14' }
    expect([2014, 2015, 2018, 2019].map((year) => existsIn(body, year))).toEqual([false, true, true, false])
    expect(existsIn({ validFrom: null, validTo: null }, 1999)).toBe(true)
  })

  it('counts in one kind, and the kinds add up to the places', () => {
    const rows = [covered('a', 2019, '2020-01-10'), covered('b', 2019, '2020-03-10'), covered('c', 2019, null), absent('d', 2019)]
    const count = countFilings(judgeFilings(rows, rulesFor(rows)))
    expect(count).toEqual({ onTime: 1, late: 1, notJudged: 1, missing: 0, notLoaded: 1, notThere: 0 })
    expect(Object.values(count).reduce((sum, n) => sum + n, 0)).toBe(rows.length)
  })
})

describe('coverage', () => {
  const rows = [covered('a', 2019, '2020-02-14'), absent('b', 2019)]

  it('has a row for every place with day, last day and how it was filed', () => {
    const table = tableOfCoverage(judgeFilings(rows, rulesFor(rows)), '', context)
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['甲局', '2019', '2019 表式', '50', '6', '50/58', '0', '2020 年 2 月 14 日', '2020 年 1 月 31 日', '晚于期限'],
      ['乙局', '2019', '未收录', '未收录', '未收录', '未收录', '未收录', '–', '–', '未收录'],
    ])
  })

  it('shows the last year when at least half of the bodies have a report on it, else each body’s latest', () => {
    const half = [covered('a', 2019, null), covered('a', 2020, null), covered('b', 2019, null), absent('b', 2020)]
    expect(chooseShownYear(half, null, [2019, 2020])).toBe(2020)
    const fewer = [...half, absent('c', 2020), covered('c', 2019, null)]
    expect(chooseShownYear(fewer, null, [2019, 2020])).toBe('latest')
    expect(chooseShownYear(fewer, 2019, [2019, 2020])).toBe(2019)
    expect(chooseShownYear(fewer, 2014, [2019, 2020])).toBe('latest')
  })

  it('counts cells by year as one by one', () => {
    const some = [
      covered('a', 2018, null),
      covered('b', 2018, null, { filled: 58, blank: 0 }),
      covered('a', 2019, null, { expected: null, filled: null, blank: null }),
    ]
    expect(
      countCellsByYear(some).map(({ year, filled, blank, other, expected, reports }) => [
        year,
        filled,
        blank,
        other,
        expected,
        reports.length,
      ]),
    ).toEqual([[2018, 108, 6, 2, 116, 2]])
  })
})
