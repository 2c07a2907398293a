import { describe, expect, it } from 'vitest'
import { collectReports, compareCells, type Held } from '../../src/dataset/collectReports.ts'
import type { Figure, ParsedReport, Recognition, ReportIdentity } from '../../src/reports/figure.ts'

const nowhere = { page: null, paragraph: null, table: null, row: null, column: null, start: null, end: null }
const figure = (more: Partial<Figure>): Figure => ({
  indicator: 'requests_new',
  applicant: 'total',
  value: 5,
  state: 'value',
  evidence: 'A',
  printed: '5',
  qualifier: null,
  cell: '3.1',
  column: '总计',
  where: { ...nowhere, page: 2, row: 4 },
  ...more,
})
const sure: Recognition = { confidence: 'certain', reason: { zh: '已确认', en: 'confirmed' } }
const parsed = (sha256: string, report: Partial<ReportIdentity> = {}, figures: readonly Figure[] = [figure({})]): ParsedReport => ({
  file: `${sha256}.txt`,
  sha256,
  report: {
    agency: '示例市甲局',
    agency_id: 'jia-ju',
    year: 2021,
    form: 'y2021',
    scope: 'own',
    period_start: null,
    period_end: null,
    published_on: '2022-01-20',
    title: null,
    ...report,
  },
  recognised: { agency: { ...sure, candidates: [] }, year: sure, form: sure, published_on: sure, scope: sure },
  figures,
  unplaced: [{ kind: 'sentence', text: '不归入的话共 7 句。', where: nowhere }],
  problems: [],
})
const empty: Held = { agencies: [{ agency_id: 'jia-ju' }], reports: [], cells: [] }

describe('collecting parsed reports', () => {
  it('makes rows of a report and its figures, the place without what is unknown', () => {
    const { reports, cells, left } = collectReports([parsed('a')], empty)
    expect(left).toEqual([])
    expect(reports).toMatchObject([
      { report_id: 'jia-ju-2021', agency_id: 'jia-ju', year: 2021, version: 1, status: 'published', source_sha256: 'a' },
    ])
    expect(cells).toMatchObject([{ report_id: 'jia-ju-2021', indicator: 'requests_new', value: 5, where: '{"page":2,"row":4}' }])
  })

  it('keeps no word of what was not placed', () => {
    expect(JSON.stringify(collectReports([parsed('a')], empty))).not.toContain('不归入')
  })

  it('makes another file of an agency and year the next version', () => {
    const { reports } = collectReports([parsed('a'), parsed('b')], empty)
    expect(reports.map(({ report_id, version, source_sha256 }) => [report_id, version, source_sha256])).toEqual([
      ['jia-ju-2021', 1, 'a'],
      ['jia-ju-2021-v2', 2, 'b'],
    ])
  })

  it('says what a new version prints otherwise than the newest one before it', () => {
    const first = collectReports([parsed('a')], empty)
    const { versions, same } = collectReports([parsed('b', {}, [figure({ value: 6, printed: '6' })])], { ...empty, ...first })
    expect(versions).toMatchObject([
      {
        report: 'jia-ju-2021-v2',
        before: 'jia-ju-2021',
        difference: { table: [{ kind: 'changed', before: { printed: '5' }, after: { printed: '6' } }], prose: [] },
      },
    ])
    expect(same).toEqual([])
  })

  it('knows the same file again, and changes nothing', () => {
    const first = collectReports([parsed('a')], empty)
    const again = collectReports([parsed('a')], { ...empty, ...first })
    expect(again).toMatchObject({ reports: first.reports, cells: first.cells, same: ['jia-ju-2021'], versions: [], left: [] })
  })

  it('says when one file was given to two agencies or years', () => {
    const first = collectReports([parsed('a')], empty)
    const { assumed, reports } = collectReports([parsed('a', { year: 2022 })], { ...empty, ...first })
    expect(reports).toHaveLength(2)
    expect(assumed).toMatchObject([
      { report: 'jia-ju-2022', reason: { en: 'the same file also stands as jia-ju-2021; confirm agency and year' } },
    ])
  })

  it('replaces the rows of the same file, and keeps what a person wrote of it', () => {
    const first = collectReports([parsed('a')], empty)
    const [row] = first.reports
    if (!row) throw new Error('no report was collected')
    const held = { ...empty, reports: [{ ...row, source_url: 'https://example.org/a', status: 'draft' as const }], cells: first.cells }
    const again = collectReports([parsed('a', {}, [figure({ value: 6, printed: '6' })])], held)
    expect(again.reports).toMatchObject([{ report_id: 'jia-ju-2021', version: 1, source_url: 'https://example.org/a', status: 'draft' }])
    expect(again.cells.map((cell) => cell.value)).toEqual([6])
    expect(compareCells(held.cells, again.cells)).toEqual([
      { report: 'jia-ju-2021', figure: '3.1 requests_new total', before: 'value 5 5', after: 'value 6 6' },
    ])
  })

  it.each([
    ['an unknown agency', { agency_id: 'yi-ju' }, 'its agency is not in agencies.csv; add it first'],
    ['an agency that was not recognised', { agency_id: null }, 'its agency is not in agencies.csv; add it first'],
    ['no year', { year: null }, 'its year was not recognised; say it with --year'],
    ['a table from before 2014', { form: 'pre2014' as const }, 'tables from before 2014 are not taken'],
  ])('leaves a file with %s and says why', (_, report, reason) => {
    const { reports, left } = collectReports([parsed('a', report)], empty)
    expect([reports, left.map((one) => one.reason.en)]).toEqual([[], [reason]])
  })

  it('says when it assumed whose figures they are', () => {
    const { reports, assumed } = collectReports([parsed('a', { scope: null })], empty)
    expect(reports[0]?.scope).toBe('own')
    expect(assumed.map(({ report }) => report)).toEqual(['jia-ju-2021'])
  })

  it('tells claims of one kind apart by their order', () => {
    const claim = (value: number) => figure({ evidence: 'B', cell: null, column: null, value, printed: `${value}件` })
    const before = collectReports([parsed('a', {}, [claim(5), claim(6)])], empty).cells
    const after = collectReports([parsed('a', {}, [claim(5), claim(7)])], empty).cells
    expect(compareCells(before, after)).toEqual([
      { report: 'jia-ju-2021', figure: 'requests_new total B', before: 'value 6 6件', after: 'value 7 7件' },
    ])
    expect(compareCells(before, before)).toEqual([])
  })
})
