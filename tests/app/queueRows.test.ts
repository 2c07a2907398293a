import { describe, expect, it } from 'vitest'
import { emptyQueue, stepQueue, type QueueItem } from '../../src/app/import/importQueue.ts'
import { countOutcomes, listRows, nextToReview, orderRows } from '../../src/app/import/queueRows.ts'
import type { ReadReportFile } from '../../src/reports/parseReport.ts'
import { nowhere } from '../../src/reports/problems.ts'
import { figureAt, readReport, refusedFile } from './readReports.ts'

/** A queue whose files were read as these reports. */
function queueOf(...reports: readonly ReadReportFile[]): readonly QueueItem[] {
  const files = reports.map(({ parsed }) => ({ path: parsed.file, file: new File([], parsed.file) }))
  let queue = stepQueue(emptyQueue, { kind: 'added', files })
  for (const [at, read] of reports.entries()) queue = stepQueue(queue, { kind: 'read', id: at + 1, reports: [read] })
  return queue.items
}

const unsure = { confidence: 'unsure', reason: { zh: '', en: '' } } as const
const problem = { code: 'x', message: { zh: '', en: '' }, where: null }

describe('how files came out', () => {
  it('tells read, with problems, refused, duplicate and there already apart', () => {
    const rows = listRows(
      queueOf(
        readReport('a.txt', { sha256: 'a' }),
        readReport('b.txt', { year: 2019, problems: [problem] }),
        refusedFile('c.doc'),
        readReport('copy of a.txt', { sha256: 'a' }),
        readReport('d.txt', { sha256: 'd', year: 2018 }),
      ),
      [{ agency: 'jia-kjj', year: 2018, source_sha256: 'd' }],
    )
    expect(rows.map(({ outcome }) => outcome)).toEqual(['read', 'problems', 'refused', 'same', 'kept'])
    expect(rows[3]?.sameAs).toBe('a.txt')
    expect(countOutcomes(rows)).toMatchObject({ read: 1, problems: 1, refused: 1, same: 1, kept: 1, waiting: 0 })
  })

  it('says what is to be looked at first, beside whose report it is', () => {
    const unknown = { ...problem, code: 'agency.unknown' }
    const rows = listRows(
      queueOf(readReport('a.txt', { problems: [unknown] }), readReport('b.txt', { year: 2019, problems: [unknown, problem] })),
      [],
    )
    expect(rows.map(({ concern }) => concern)).toEqual([null, problem])
  })

  it('has no word of a file for that of another whose bytes could not be had', () => {
    const rows = listRows(queueOf(readReport('a.txt', { sha256: '' }), readReport('b.txt', { sha256: '', year: 2019 })), [])
    expect(rows.map(({ outcome }) => outcome)).toEqual(['read', 'read'])
  })
})

describe('beyond doubt is a file', () => {
  const isDoubtless = (...reports: readonly ReadReportFile[]): boolean[] =>
    listRows(queueOf(...reports), []).map(({ doubtless }) => doubtless)

  it('whose agency and year are certain and whose cells could all be read', () => {
    expect(isDoubtless(readReport('a.txt'))).toEqual([true])
  })

  it.each([
    ['the agency is likely only', readReport('a.txt', { recognised: { agency: { ...unsure, confidence: 'likely', candidates: [] } } })],
    ['the agency is none that is known', readReport('a.txt', { agency_id: null })],
    ['the year is unsure', readReport('a.txt', { recognised: { year: unsure } })],
    ['whose figures these are is unsure', readReport('a.txt', { recognised: { scope: unsure } })],
    ['a cell is unreadable', readReport('a.txt', { figures: [figureAt({}, 'unreadable')] })],
    ['something is to be looked at', readReport('a.txt', { problems: [problem] })],
    ['a row of its tables was not placed', readReport('a.txt', { unplaced: [{ kind: 'row', text: '其他 5', where: nowhere }] })],
    ['its form is not certain', readReport('a.txt', { recognised: { form: unsure } })],
    ['it has no figures', readReport('a.txt', { figures: [] })],
  ])('but not where %s', (_, report) => {
    expect(isDoubtless(report)).toEqual([false])
  })

  it('but not where two files are of the same agency and year', () => {
    expect(isDoubtless(readReport('a.txt'), readReport('b.txt'), readReport('c.txt', { year: 2019 }))).toEqual([false, false, true])
  })

  it('but not where the data have another report of that agency and year', () => {
    const [row] = listRows(queueOf(readReport('a.txt')), [{ agency: 'jia-kjj', year: 2020, source_sha256: 'other' }])
    expect(row?.doubtless).toBe(false)
  })
})

describe('the list', () => {
  const rows = listRows(
    queueOf(
      readReport('a.txt'),
      refusedFile('b.doc'),
      readReport('c.txt', { year: 2019, problems: [problem] }),
      readReport('d.txt', { year: 2018 }),
    ),
    [],
  )

  it('orders by what needs a person first', () => {
    expect(orderRows(rows, 'outcome', () => '').map(({ item }) => item.name)).toEqual(['c.txt', 'a.txt', 'd.txt', 'b.doc'])
  })

  it('orders by agency and year', () => {
    const ordered = orderRows(rows, 'agency', ({ agencyId }) => (agencyId === null ? '~' : '甲市科学技术局'))
    expect(ordered.filter(({ agencyId }) => agencyId !== null).map(({ year }) => year)).toEqual([2018, 2019, 2020])
  })

  it('goes on to the next open file, and from the last to the first', () => {
    expect(nextToReview(rows, 1)?.item.name).toBe('c.txt')
    expect(nextToReview(rows, 4)?.item.name).toBe('a.txt')
    expect(nextToReview(rows.slice(1, 2), 2)).toBeNull()
  })
})
