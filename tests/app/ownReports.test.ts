import { expect, it } from 'vitest'
import { listNotices } from '../../src/app/pages/agency/listNotices.ts'
import { coverOwnReports, judgeOwnReports } from '../../src/app/pages/agency/ownReports.ts'
import type { ReportEntry } from '../../src/dataset/openDataset.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { testAgencies } from '../charts/comparedRows.ts'

const [agency, other] = testAgencies
if (!agency || !other) throw new Error('no bodies')

const entry = (year: number, published: string | null, version = 1): ReportEntry => ({
  report: `a-${year}-${version}`,
  agency: 'a',
  year,
  form: year <= 2018 ? 'pre2019_table' : 'y2021',
  scope: 'own',
  title: null,
  period_start: null,
  period_end: null,
  published_on: published,
  source_url: null,
  source_sha256: null,
  version,
  status: 'published',
})

it('lists every year of the span with the latest version, and judges each by the rule of its year', () => {
  const reports = [entry(2018, '2019-03-20'), entry(2021, '2022-02-14'), entry(2022, null), entry(2018, '2019-06-01', 2)]
  const covered = coverOwnReports(agency, [2018, 2022], reports, [], ourCatalogue)
  expect(covered.map((row) => [row.year, row.version])).toEqual([
    [2018, 2],
    [2019, null],
    [2020, null],
    [2021, 1],
    [2022, 1],
  ])
  // To 2018 everyone had until 31 March, from 2019 a department has until 31 January; a later version is not late by itself.
  expect(judgeOwnReports(agency, covered, reports, 'zh').map(({ filing, days }) => [filing, days])).toEqual([
    ['onTime', null],
    ['notLoaded', null],
    ['notLoaded', null],
    ['late', 14],
    ['notJudged', null],
  ])
})

it('says what happened to a body: former names, who joined it, what it became part of', () => {
  const former = { ...other, validTo: '2019-01-14', successorId: 'a' }
  const renamed = { ...agency, formerNames: [{ name: '旧局', until: '2019-01-15' }] }
  expect(listNotices(renamed, [renamed, former], 'zh')).toEqual(['2019 年 1 月 15 日前称旧局', '2019 年起含并入的乙局，历年线在此断开'])
  expect(listNotices(former, [agency, former], 'zh')).toEqual(['2019 年 1 月 14 日起不再存在，并入甲局'])
})
