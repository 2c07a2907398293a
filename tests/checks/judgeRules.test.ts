import { describe, expect, it } from 'vitest'
import { runChecks } from '../../src/checks/runChecks.ts'
import { listCheckedReports } from '../../src/dataset/checkedReports.ts'
import { readPackage } from '../../src/dataset/readPackage.ts'
import { tableForms } from '../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { readFolder, withDataset } from '../../src/publish.ts'
import { judgeRulesSql, listRuleBatches, readJudgedRules } from '../../src/questions/judgeRules.ts'
import { withCity } from './syntheticCity.ts'

interface Counts {
  offered: number
  holds: number
  fails: number
}

/** Adds to the counts of a check on a form. */
function add(counts: Map<string, Counts>, key: string, { offered, holds, fails }: Counts): void {
  const sum = counts.get(key) ?? { offered: 0, holds: 0, fails: 0 }
  counts.set(key, { offered: sum.offered + offered, holds: sum.holds + holds, fails: sum.fails + fails })
}

describe('rules over all reports at once', () => {
  it('give the same as rules over one report after the other', { timeout: 60_000 }, async () => {
    await withCity(async (folder) => {
      const read = await readPackage(readFolder(folder), ourCatalogue)
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
      await withDataset(folder, async (engine, catalogue) => {
        for (const batch of tableForms.flatMap((form) => listRuleBatches(form, catalogue))) {
          const found = readJudgedRules(await engine.query(judgeRulesSql(batch, catalogue)))
          const places = batch.checks.flatMap(({ check, rules }) => rules.map(({ place }) => ({ check: check.id, place })))
          batch.checks.forEach(({ check }, at) =>
            add(judged, `${check.id} ${batch.form}`, found.counts[at] ?? { offered: NaN, holds: 0, fails: 0 }),
          )
          for (const { report, rules } of found.failing)
            for (const at of rules) foundFailing.add(`${places[at]?.check ?? ''} ${report} ${places[at]?.place ?? ''}`)
        }
      })
      for (const [key, counts] of judged)
        expect({ key, ...counts }).toEqual({ key, ...(told.get(key) ?? { offered: 0, holds: 0, fails: 0 }) })
      expect([...told.keys()].filter((key) => !judged.has(key))).toEqual([])
      expect([...foundFailing].sort()).toEqual([...failing].sort())
      expect(failing.size).toBeGreaterThan(20)
    })
  })
})
