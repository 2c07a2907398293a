import { describe, expect, it } from 'vitest'
import { tablesOf, type CheckedReport } from '../../src/checks/checkedReport.ts'
import { listRulesOn, runChecks } from '../../src/checks/runChecks.ts'
import { citySize, makeCity } from '../../src/demo/demoCity.ts'
import { listReports } from '../../src/demo/demoReports.ts'
import { seededRandom } from '../../src/demo/seededRandom.ts'
import type { TableFormId } from '../../src/forms/form.ts'
import { tableForms } from '../../src/indicators/catalogue.ts'

const seed = Number(process.env['OGI_SEED'] ?? 20261121)
const many = process.env['OGI_LONG'] === '1' ? 5000 : 300

/** Reports of a synthetic city into which nothing was slipped: every sum adds up. */
const clean: readonly (CheckedReport & { readonly form: TableFormId })[] = makeCity(1, citySize, seed).agencies.flatMap((agency) =>
  [...listReports(agency, [2016, 2023], seed)].flatMap(({ report, cells, slips }) => {
    const form = tableForms.find((id) => id === report.form)
    if (slips.length > 0 || form === undefined) return []
    const figures = cells.filter(({ evidence }) => evidence === 'A')
    return [
      {
        report: report.report_id,
        agency: null,
        year: report.year,
        form,
        scope: report.scope,
        title: report.title,
        period_start: report.period_start,
        period_end: report.period_end,
        first_published_on: null,
        published_on: report.published_on,
        versions: 1,
        figures,
        tables: tablesOf(figures),
        rowsLeft: 0,
        prose: null,
        rows: null,
        statements: null,
        before: null,
        noBefore: null,
      },
    ]
  }),
)

/** Every instance of a rule that comes out otherwise than `holds`, as check and place. */
function failingRules(report: CheckedReport): Set<string> {
  return new Set(
    runChecks(report).flatMap(({ check, instances }) =>
      'rules' in check
        ? instances.filter(({ outcome }) => outcome.status === 'fails').map(({ place }) => `${check.id} ${place ?? ''}`)
        : [],
    ),
  )
}

const definitional = (report: CheckedReport): string[] =>
  runChecks(report).flatMap(({ check, instances }) =>
    check.class !== 'plausible' && 'rules' in check && instances.some(({ outcome }) => outcome.status === 'fails') ? [check.id] : [],
  )

describe(`reports that add up (seed ${seed})`, () => {
  it('fail no rule of their form', () => {
    expect(clean.length).toBeGreaterThan(200)
    for (const report of clean) expect({ report: report.report, fails: definitional(report) }).toEqual({ report: report.report, fails: [] })
  })
})

describe(`one changed cell (${many} of them, seed ${seed})`, () => {
  const random = seededRandom(seed, 'mutation')
  const changes = Array.from({ length: many }, () => {
    const report = random.pick(clean)
    const numbers = report.figures.flatMap((figure, at) => (figure.value !== null && figure.indicator !== null ? [at] : []))
    return { report, at: random.pick(numbers), by: 1 + random.below(30) }
  })

  it('changes the outcome of rules that take it and of no other, and every sum that takes it fails', () => {
    let inNoRule = 0
    for (const { report, at, by } of changes) {
      const figure = report.figures[at]
      if (!figure || figure.value === null || figure.indicator === null) throw new Error('the change has no number to change')
      const value = figure.value + by
      const changed = {
        ...report,
        figures: report.figures.map((one, i) => (i === at ? { ...one, value, state: 'value' as const, printed: String(value) } : one)),
      }
      const about = listRulesOn(report.form, { indicator: figure.indicator, applicant: figure.applicant })
      const mentions = new Set(about.map(({ check, at: { place } }) => `${check.id} ${place ?? ''}`))
      const [before, after] = [failingRules(report), failingRules(changed)]
      const moved = [...after].filter((rule) => !before.has(rule)).concat([...before].filter((rule) => !after.has(rule)))
      const name = `${report.report} ${figure.indicator}@${figure.applicant ?? ''} + ${by}`
      expect({ name, moved: moved.filter((rule) => !mentions.has(rule)) }).toEqual({ name, moved: [] })
      const sums = about.filter(({ check, at: { rule } }) => rule.kind === 'equal' && !check.formsBefore && check.class !== 'plausible')
      const silent = sums.filter(({ check, at: { place, rule } }) => {
        if (rule.kind !== 'equal' || after.has(`${check.id} ${place ?? ''}`)) return false
        // A blank beside it may take up the difference: only where all other figures are known must the sum fail.
        return [...rule.left, ...rule.right].every((term) =>
          changed.figures.some(
            (one) => one.indicator === term.indicator && (one.applicant ?? 'total') === (term.applicant ?? 'total') && one.value !== null,
          ),
        )
      })
      expect({ name, silent: silent.map(({ check }) => check.id) }).toEqual({ name, silent: [] })
      if (about.every(({ check }) => check.formsBefore)) inNoRule += 1
    }
    expect(inNoRule).toBeGreaterThan(0)
    console.log(`changed cells: ${many}, in no sum or bound of their report: ${inNoRule}`)
  })
})
