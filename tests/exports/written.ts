import type { Agency } from '../../src/agencies.ts'
import type { CheckedReport } from '../../src/checks/checkedReport.ts'
import type { Finding } from '../../src/checks/outcome.ts'
import { checkReports } from '../../src/checks/runChecks.ts'
import type { FindingsToWrite, GivenVerdict } from '../../src/exports/findingsToWrite.ts'
import { makeReport, makeReportBefore } from '../checks/madeReport.ts'

/** An invented body. */
export const makeAgency = (id: string, name: string, more: Partial<Agency> = {}): Agency => ({
  id,
  name,
  shortName: name,
  aliases: [],
  initials: [],
  regionCode: null,
  regionName: null,
  level: 'prefecture',
  system: '科技',
  supervisorId: null,
  validFrom: null,
  validTo: null,
  successorId: null,
  deadline: null,
  ...more,
})

const of = (report: CheckedReport, id: string, name: string): CheckedReport => ({
  ...report,
  report: `${id}-${report.year ?? ''}`,
  agency: { id, name, level: 'prefecture', system: '科技', deadline: null },
})

/**
 * Three bodies. 甲市科学技术局: in 2023 two sums that one cell explains, and a carry-over that last year's report does not have; in 2017 a
 * total below its parts, and a blank. 乙市教育局: published late. 丙市档案局: nothing.
 */
export const reports: readonly CheckedReport[] = [
  of(
    makeReport('pre2019_table', { staff_total: 8, staff_full_time: 3, staff_part_time: 6, training_sessions: 'blank' }),
    'jia',
    '甲市科学技术局',
  ),
  {
    ...of(
      makeReport('y2021', {
        'requests_new@total': 27,
        'requests_new@natural_person': 25,
        'outcomes_total@total': 25,
        'outcomes_total@natural_person': 25,
        'outcome_granted@total': 25,
        'outcome_granted@natural_person': 25,
      }),
      'jia',
      '甲市科学技术局',
    ),
    before: of(
      makeReportBefore('y2021', 2023, { 'requests_carried_out@total': 2, 'requests_carried_out@natural_person': 2 }),
      'jia',
      '甲市科学技术局',
    ),
  },
  of(makeReport('y2021', {}, { published_on: '2024-02-14' }), 'yi', '乙市教育局'),
  of(makeReport('y2021'), 'bing', '丙市档案局'),
]

export const agencies: readonly Agency[] = [
  makeAgency('jia', '甲市科学技术局'),
  makeAgency('yi', '乙市教育局'),
  makeAgency('bing', '丙市档案局'),
]

/** What the checks give for those reports, with all that outputs say of it. */
export function written(more: Partial<FindingsToWrite> = {}): FindingsToWrite {
  const { counts, findings } = checkReports(reports)
  return {
    findings,
    of: findings.length,
    counts,
    agencies,
    years: [2017, 2023],
    reports: reports.map(({ report, agency, year, title, published_on }) => ({
      report,
      agency: agency?.id ?? '',
      year: year ?? NaN,
      title,
      published_on,
      source_url: `https://example.org/${report}`,
      version: 1,
    })),
    verdicts: new Map(),
    dataset: { name: '合成数据', fingerprint: '0123456789abcdef'.repeat(4) },
    selection: '',
    day: '2024-03-08',
    ...more,
  }
}

/** A verdict on some findings. */
export const judge = (findings: readonly Finding[], verdict: GivenVerdict['verdict'], note = ''): FindingsToWrite['verdicts'] =>
  new Map(findings.map(({ fingerprint }) => [fingerprint, { now: { verdict, note, at: '2024-03-05T08:00:00.000Z' } }]))
