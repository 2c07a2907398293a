import { writeFileSync } from 'node:fs'
import process from 'node:process'

/**
 * A Vitest reporter that writes what came out to the file that OGI_RESULTS names.
 * @typedef {{ passed: number, failed: string[], skipped: { name: string, why: string }[] }} Results
 */
export default class CountResults {
  /**
   * @param {ReadonlyArray<import('vitest/node').TestModule>} modules
   * @param {ReadonlyArray<unknown>} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    /** @type {Results} */
    const results = { passed: 0, failed: [], skipped: [] }
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const result = test.result()
        const name = `${module.relativeModuleId} > ${test.fullName}`
        if (result.state === 'passed') results.passed += 1
        else if (result.state === 'skipped') results.skipped.push({ name, why: result.note ?? 'no reason given' })
        else results.failed.push(name)
      }
      // A file or a group that could not even be set up has no failed test to show for it.
      const broken = module.errors().length + [...module.children.allSuites()].filter((suite) => suite.errors().length > 0).length
      for (let i = 0; i < broken; i++) results.failed.push(`${module.relativeModuleId} (could not be set up)`)
    }
    for (const error of unhandledErrors)
      results.failed.push(`error outside of any test: ${String(/** @type {{ message?: string }} */ (error).message ?? error)}`)
    const file = process.env.OGI_RESULTS
    if (file) writeFileSync(file, JSON.stringify(results, null, 2))
  }
}
