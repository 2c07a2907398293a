import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runChecks } from '../../src/checks/runChecks.ts'
import { checkCompiled } from '../../src/commands/checkCompiled.ts'
import { checkPackage } from '../../src/dataset/checkPackage.ts'
import { listCheckedReports } from '../../src/dataset/checkedReports.ts'
import { readPackage, type DatasetPackage } from '../../src/dataset/readPackage.ts'
import { tableForms } from '../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { readFolder, withCompiled } from '../../src/publish.ts'
import { judgeRulesSql, listRuleBatches, readJudgedRules } from '../../src/questions/judgeRules.ts'
import { compileCity, type CompiledCity } from './syntheticCity.ts'

// Seconds on a machine of its own; a busy one may take many times as long to plan long statements.
const patience = { timeout: 240_000 }

let city: CompiledCity
let read: DatasetPackage
beforeAll(async () => {
  city = await compileCity()
  read = await readPackage(readFolder(city.folder), ourCatalogue)
}, patience.timeout)
afterAll(() => city.remove())

interface Counts {
  readonly offered: number
  readonly holds: number
  readonly fails: number
}

/** Adds to the counts of a check on a form. */
function add(counts: Map<string, Counts>, key: string, { offered, holds, fails }: Counts): void {
  const sum = counts.get(key) ?? { offered: 0, holds: 0, fails: 0 }
  counts.set(key, { offered: sum.offered + offered, holds: sum.holds + holds, fails: sum.fails + fails })
}

describe('rules over all reports at once', () => {
  it('give the same as rules over one report after the other', patience, async () => {
    const [told, judged] = [new Map<string, Counts>(), new Map<string, Counts>()]
    const [failing, foundFailing] = [new Set<string>(), new Set<string>()]
    for (const report of listCheckedReports(read)) {
      for (const { check, instances } of runChecks(report)) {
        if (!('rules' in check)) continue
        for (const { outcome, place } of instances) {
          const [holds, fails] = [Number(outcome.status === 'holds'), Number(outcome.status === 'fails')]
          add(told, `${check.id} ${report.form ?? ''}`, { offered: 1, holds, fails })
          if (fails) failing.add(`${check.id} ${report.report} ${place ?? ''}`)
        }
      }
    }
    await withCompiled(city.file, async (engine, catalogue) => {
      for (const batch of tableForms.flatMap((form) => listRuleBatches(form, catalogue))) {
        const found = readJudgedRules(await engine.query(judgeRulesSql(batch, catalogue), { deadline: patience.timeout }))
        const places = batch.checks.flatMap(({ check, rules }) => rules.map(({ place }) => `${check.id} ${place ?? ''}`))
        batch.checks.forEach(({ check }, at) =>
          add(judged, `${check.id} ${batch.form}`, found.counts[at] ?? { offered: NaN, holds: NaN, fails: NaN }),
        )
        for (const { report, rules } of found.failing)
          for (const at of rules) foundFailing.add((places[at] ?? '').replace(' ', ` ${report} `))
      }
    })
    for (const [key, counts] of judged)
      expect({ key, ...counts }).toEqual({ key, ...(told.get(key) ?? { offered: 0, holds: 0, fails: 0 }) })
    expect([...told.keys()].filter((key) => !judged.has(key))).toEqual([])
    expect([...foundFailing].sort()).toEqual([...failing].sort())
  })
})

describe('a whole dataset at once', () => {
  it('gives the failures and the counts of its reports one by one', patience, async () => {
    const completeYears = [2020, 2021]
    const oneByOne = checkPackage({ ...read, descriptor: { completeYears } })
    const fails = oneByOne.findings.filter(({ outcome }) => outcome === 'fails')
    const atOnce = await withCompiled(city.file, (engine, catalogue) => checkCompiled(engine, catalogue, completeYears))
    expect(atOnce.findings.map(({ rule, report }) => `${rule} ${report}`)).toEqual(fails.map(({ rule, report }) => `${rule} ${report}`))
    expect(atOnce.findings).toEqual(fails)
    expect(atOnce.counts).toEqual(oneByOne.counts)
    // Sums, years, cells, blocks, claims of the prose, dates, peers and what is not there: each way of finding has found something.
    expect([...new Set(fails.map(({ rule }) => rule))]).toEqual(
      expect.arrayContaining([
        'requests.balance',
        'outcomes.parts',
        'requests.carry_over',
        'trend.zero_switch',
        'value.filled',
        'table.block_blank',
        'prose.approximate',
        'deadline.published',
        'copy.numbers',
        'coverage.report_missing',
        'peers.lone_zero',
        'group.dominance',
      ]),
    )
  })
})
