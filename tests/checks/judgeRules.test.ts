import { describe, expect, it } from 'vitest'
import { allChecks } from '../../src/checks/allChecks.ts'
import { runChecks } from '../../src/checks/runChecks.ts'
import { listCheckedReports } from '../../src/dataset/checkedReports.ts'
import { readPackage } from '../../src/dataset/readPackage.ts'
import { tableForms } from '../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { readFolder, withDataset } from '../../src/publish.ts'
import { countJudgedSql, findFailingSql, readFailing, readJudged, splitRules } from '../../src/questions/judgeRules.ts'
import { withCity } from './syntheticCity.ts'

describe('rules over all reports at once', () => {
  it('give the same as rules over one report after the other', { timeout: 120_000 }, async () => {
    await withCity(11, async (folder) => {
      const read = await readPackage(readFolder(folder), ourCatalogue)
      const counted = new Map<string, { offered: number; holds: number; fails: number }>()
      const failing = new Set<string>()
      for (const report of listCheckedReports(read)) {
        for (const { check, instances } of runChecks(report)) {
          if (!('rules' in check)) continue
          const key = `${check.id} ${report.form ?? ''}`
          const sum = counted.get(key) ?? { offered: 0, holds: 0, fails: 0 }
          counted.set(key, sum)
          for (const { outcome, place } of instances) {
            sum.offered += 1
            if (outcome.status === 'holds') sum.holds += 1
            if (outcome.status !== 'fails') continue
            sum.fails += 1
            failing.add(`${check.id} ${report.report} ${place ?? ''}`)
          }
        }
      }
      await withDataset(folder, async (engine, catalogue) => {
        const foundFailing = new Set<string>()
        for (const check of allChecks) {
          if (!('rules' in check)) continue
          for (const form of tableForms) {
            const rules = check.rules[form]
            if (!rules || rules.length === 0) continue
            const judged = { offered: 0, holds: 0, fails: 0 }
            for (const chunk of splitRules(rules)) {
              for (const row of await engine.query(countJudgedSql(check, form, chunk, catalogue))) {
                const { offered, holds, fails } = readJudged(row)
                judged.offered += offered
                judged.holds += holds
                judged.fails += fails
              }
              for (const row of await engine.query(findFailingSql(check, form, chunk, catalogue))) {
                const { report, places } = readFailing(row)
                for (const at of places) foundFailing.add(`${check.id} ${report} ${rules[at]?.place ?? ''}`)
              }
            }
            expect({ check: check.id, form, ...judged }).toEqual({
              check: check.id,
              form,
              ...(counted.get(`${check.id} ${form}`) ?? { offered: 0, holds: 0, fails: 0 }),
            })
          }
        }
        expect([...foundFailing].sort()).toEqual([...failing].sort())
        expect(failing.size).toBeGreaterThan(20)
      })
    })
  })
})
