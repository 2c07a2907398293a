import { describe, expect, it } from 'vitest'
import { listAbsentReports } from '../../src/dataset/checkPackage.ts'
import { readPackage } from '../../src/dataset/readPackage.ts'
import { checkPackage } from '../../src/dataset/checkPackage.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { readFolder } from '../../src/publish.ts'

describe('reports that are not there', () => {
  it('are missing in a year of which the list is complete, cannot be told in others, and are not asked of bodies that were gone', async () => {
    const read = await readPackage(readFolder('tests/datasets/small'), ourCatalogue)
    const declared = new Set(read.descriptor?.completeYears)
    expect(declared.size).toBeGreaterThan(0)
    const absent = listAbsentReports(read)
    const years = [...new Set([...read.reports.map(({ year }) => year), ...declared])]
    let expected = 0
    for (const agency of read.agencies) {
      for (let year = Math.min(...years); year <= Math.max(...years); year += 1) {
        const there = read.reports.some((report) => report.agency_id === agency.agency_id && report.year === year)
        const ended = agency.valid_to !== null && agency.valid_to.slice(0, 10) < `${year}-12-31`
        const begun = agency.valid_from === null || Number(agency.valid_from.slice(0, 4)) <= year
        if (!there && !ended && begun) expected += 1
      }
    }
    expect(absent).toHaveLength(expected)
    const findings = checkPackage(read).findings.filter(({ rule }) => rule === 'coverage.report_missing')
    expect(findings).toHaveLength(expected)
    for (const { outcome, year } of findings) expect(outcome).toBe(declared.has(year ?? NaN) ? 'fails' : 'cannotTell')
  })
})
