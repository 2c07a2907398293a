import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { applicants } from '../../src/forms/applicants.ts'
import type { Figure } from '../../src/reports/figure.ts'
import { parseReport } from '../../src/reports/parseReport.ts'

/** A number (`≥300`, `~20` where it is about or more), or the state of a cell that has none. */
type Expected = number | string

interface Case {
  /** Which layout the report is written after. */
  readonly imitates: string
  readonly agency: string
  readonly year: number
  readonly form: string
  /** By path in the form; a row of table three has seven. No other cell is read. */
  readonly cells: Readonly<Record<string, Expected | readonly Expected[]>>
  /** Rows of tables that are not on the form. */
  readonly unplaced: readonly string[]
  /** Codes of what must be said, doubts about the agency left out. */
  readonly problems: readonly string[]
}

const folder = new URL('layouts/', import.meta.url)
const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

function say({ state, value, qualifier }: Figure): Expected {
  if (value === null) return state
  return qualifier === null ? value : `${qualifier}${value}`
}

describe('a report written for the purpose', () => {
  it.each(names)('%s', async (name) => {
    const files = readdirSync(new URL(`${name}/`, folder))
    const file = files.find((other) => other.startsWith('report.'))
    if (file === undefined) throw new Error(`no report in ${name}`)
    const expected = JSON.parse(await readFile(new URL(`${name}/expected.json`, folder), 'utf8')) as Case
    const parsed = await parseReport(
      { name: file, bytes: new Uint8Array(await readFile(new URL(`${name}/${file}`, folder))) },
      { agencies: [], sha256: () => Promise.resolve('') },
    )
    const printed = parsed.figures.filter(({ cell }) => cell !== null)
    const cells: Record<string, Expected | Expected[]> = {}
    for (const figure of printed) {
      const path = figure.cell ?? ''
      const at = figure.column === null ? -1 : applicants.findIndex(({ id }) => id === figure.applicant)
      if (at < 0) cells[path] = say(figure)
      else cells[path] = Object.assign(cells[path] ?? [], { [at]: say(figure) })
    }
    expect({
      agency: parsed.report.agency,
      year: parsed.report.year,
      form: parsed.report.form,
      cells,
      unplaced: parsed.unplaced.filter(({ kind }) => kind === 'row').map(({ text }) => text),
      problems: parsed.problems.map(({ code }) => code).filter((code) => !code.startsWith('agency.')),
    }).toEqual({
      agency: expected.agency,
      year: expected.year,
      form: expected.form,
      cells: expected.cells,
      unplaced: expected.unplaced,
      problems: expected.problems,
    })
  })
})
