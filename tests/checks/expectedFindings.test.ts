import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Finding, FindingCell } from '../../src/checks/outcome.ts'
import { runOgi } from '../../src/cli.ts'
import { readCsv } from '../../src/dataset/csv.ts'

const project = new URL('../../', import.meta.url)
const reports = fileURLToPath(new URL('../shared/reports/', project))
const dataset = fileURLToPath(new URL('data/china-ogi', project))

/** One line of the list that was written by reading the reports: `cells` are indicators (`@` applicant) or paths of the form. */
interface Expected {
  readonly report: string
  readonly rule: string
  readonly outcome: string
  readonly severity: string
  /** `dataset` where its figures and dates are enough, `text` where the words of the report are needed. */
  readonly toldFrom: string
  readonly cells: readonly string[]
  readonly left: string
  readonly right: string
}

async function readList(): Promise<readonly Expected[]> {
  const { items } = readCsv(new Uint8Array(await readFile(new URL('tests/checks/expectedFindings.csv', project))))
  return [...items].map((item) => {
    if (item.kind === 'problem') throw new Error(`${item.problem.line}: ${item.problem.reason.en}`)
    const [report = '', rule = '', outcome = '', severity = '', toldFrom = '', cells = '', left = '', right = ''] = item.record.fields
    return { report, rule, outcome, severity, toldFrom, cells: cells === '' ? [] : cells.split('|'), left, right }
  })
}

/** What `ogi check` finds; the report of a file is its name without folder and ending. */
async function check(...places: string[]): Promise<readonly Finding[]> {
  const printed: string[] = []
  await runOgi(['check', ...places, '--json'], { out: (text) => printed.push(text), err: () => undefined })
  const { findings } = JSON.parse(printed.join('')) as { readonly findings: readonly Finding[] }
  return findings.map((finding) => ({ ...finding, report: path.parse(finding.report).name }))
}

/** The names under which a list may speak of a cell. */
const namesOf = ({ indicator, applicant, cell }: FindingCell): readonly string[] =>
  [cell, indicator, `${indicator ?? ''}@${applicant ?? ''}`].filter((name) => name !== null)

const place = ({ report, rule }: Pick<Expected, 'report' | 'rule'>): string => `${report} ${rule}`

const sayExpected = (line: Expected): string =>
  `${place(line)} ${line.severity} ${line.left}/${line.right} ${[...line.cells].sort().join(' ')}`

/** A finding as the list says it: by the listed name of each cell, or by a name of its own where the list does not have it. */
function sayFound(finding: Finding, list: readonly Expected[]): string {
  const listed = list.find((line) => line.outcome === finding.outcome && place(line) === place(finding))?.cells ?? []
  const cells = finding.cells.map((cell) => {
    const names = namesOf(cell)
    return listed.find((name) => names.includes(name)) ?? names.join('=')
  })
  return `${place(finding)} ${finding.severity} ${finding.left ?? ''}/${finding.right ?? ''} ${[...new Set(cells)].sort().join(' ')}`
}

function expectExactly(findings: readonly Finding[], list: readonly Expected[]): void {
  const fails = list.filter(({ outcome }) => outcome === 'fails')
  const found = findings.filter(({ outcome }) => outcome === 'fails').map((finding) => sayFound(finding, list))
  expect(found.sort()).toEqual(fails.map(sayExpected).sort())
}

/** The listed questions that nobody can answer are asked, and are answered neither way. */
function expectUntold(findings: readonly Finding[], list: readonly Expected[]): void {
  for (const line of list.filter(({ outcome }) => outcome === 'cannotTell')) {
    const untold = findings.find((finding) => finding.outcome === 'cannotTell' && place(finding) === place(line))
    expect({ place: place(line), severity: untold?.severity }).toEqual({ place: place(line), severity: line.severity })
    expect(untold?.cells.flatMap(namesOf)).toEqual(expect.arrayContaining([...line.cells]))
  }
}

describe('what fails in the seven published reports is what a careful reader found', () => {
  it('in their figures and dates', { timeout: 60_000 }, async () => {
    const list = (await readList()).filter(({ toldFrom }) => toldFrom === 'dataset')
    const findings = await check(dataset)
    expectExactly(findings, list)
    expectUntold(findings, list)
  })

  it('in their words as well', { timeout: 180_000 }, async ({ skip }) => {
    skip(!existsSync(reports), 'the reports are other people’s and no part of the project: without them only their figures can be checked')
    const list = await readList()
    const files = (await readdir(reports)).map((file) => path.join(reports, file))
    const findings = await check(...files, '--data', dataset)
    expectExactly(findings, list)
    expectUntold(findings, list)
  })
})
