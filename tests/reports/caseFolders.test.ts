import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { sha256Hex } from '../../src/engine/sha256.ts'
import { parseReport } from '../../src/reports/parseReport.ts'
import { projectRoot } from '../sourceFiles.ts'

interface Expected {
  readonly layout: string
  readonly form: string
  readonly year: number
  readonly published_on: string | null
  readonly cells: readonly { cell: string; indicator: string; applicant: string | null; printed: string; value: number | null; state: string }[]
  readonly claims: readonly (readonly [indicator: string, value: number, grade: string])[]
}

const folder = path.join(projectRoot, 'tests/reports')
const cases = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (existsSync(path.join(folder, entry.name, 'expected.json')) ? [entry.name] : []))

/* A report layout is a folder: the file, written for the purpose, and the figures that it should give. */
describe.each(cases)('%s', (name) => {
  const expected = JSON.parse(readFileSync(path.join(folder, name, 'expected.json'), 'utf8')) as Expected
  const bytes = new Uint8Array(readFileSync(path.join(folder, name, 'report.txt')))
  const parsed = parseReport({ name: 'report.txt', bytes }, { agencies: [], sha256: (file) => Promise.resolve(sha256Hex(file)) })

  it('gives every printed cell with its state', async () => {
    const { figures, report } = await parsed
    expect({ form: report.form, year: report.year, published_on: report.published_on }).toEqual({
      form: expected.form,
      year: expected.year,
      published_on: expected.published_on,
    })
    const cells = figures.filter((figure) => figure.evidence === 'A')
    expect(cells.map(({ cell, indicator, applicant, printed, value, state }) => ({ cell, indicator, applicant, printed, value, state }))).toEqual(
      expected.cells,
    )
  })

  it('gives what the prose says, with its grade', async () => {
    const { figures } = await parsed
    const claims = figures.filter((figure) => figure.evidence !== 'A').map(({ indicator, value, evidence }) => [indicator, value, evidence])
    expect(claims).toEqual(expected.claims)
  })
})
