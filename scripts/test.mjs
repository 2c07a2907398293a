import { mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { root, run, runPackage, runScript } from './commands.mjs'
import { ensureBrowser } from './findBrowser.mjs'
import { ensureInstalled } from './install.mjs'

const isLong = process.argv.includes('--long')
let passed = 0
/** @type {string[]} */
const failed = []
/** @type {Map<string, number>} */
const skipped = new Map()

await runScript(async () => {
  await ensureInstalled()
  process.env.CHROME_PATH = await ensureBrowser()
  if (isLong) process.env.OGI_LONG = '1'
  await rm(path.join(root, 'test-results'), { recursive: true, force: true })
  await mkdir(path.join(root, 'test-results'), { recursive: true })

  // Beside the checks, each of which leaves a processor idle.
  const building = buildForTests()
  await check('types', () => runPackage('typescript/bin/tsc', ['--noEmit']))
  await check('lint', () => runPackage('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']))
  await check('format', () => runPackage('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']))
  await check('unused code', () => runPackage('knip/bin/knip.js', ['--no-progress']))
  const isBuilt = await check('build', () => building)
  await runTests('unit')
  if (isBuilt) {
    await runTests('e2e')
    await runTests('timed')
  }
  if (isLong) await switchOffRules()
})

for (const [why, count] of skipped) console.log(`skipped ${count}: ${why}`)
for (const name of failed) console.log(`failed: ${name}`)
// Whoever ended early has failed at what came next.
if (process.exitCode && failed.length === 0) failed.push('the run itself')
console.log(`${passed} passed, ${failed.length} failed`)
process.exitCode = failed.length > 0 ? 1 : 0

/**
 * Runs a step that counts as one test.
 * @param {string} name
 * @param {() => Promise<number>} work gives an exit code
 */
async function check(name, work) {
  console.log(`— ${name}`)
  const isFine = (await work()) === 0
  if (isFine) passed += 1
  else failed.push(name)
  return isFine
}

/** In a process of its own: what builds sets the environment for production, which tests of components do without. */
function buildForTests() {
  return run(process.execPath, [path.join(root, 'scripts/build.mjs')])
}

/** @param {'unit' | 'e2e' | 'timed'} project */
async function runTests(project) {
  console.log(`— ${project} tests`)
  const file = path.join(root, 'test-results', `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=./scripts/countResults.mjs']
  const code = await runPackage('vitest/vitest.mjs', ['run', '--project', project, ...reporters], { env: { OGI_RESULTS: file } })
  /** @type {import('./countResults.mjs').Results | undefined} */
  const results = await readFile(file, 'utf8').then(JSON.parse, () => undefined)
  if (!results || (code !== 0 && results.failed.length === 0)) failed.push(`${project} tests: ended with code ${code}`)
  if (!results) return
  passed += results.passed
  failed.push(...results.failed)
  for (const { why } of results.skipped) skipped.set(why, (skipped.get(why) ?? 0) + 1)
}

async function switchOffRules() {
  console.log('— rules switched off')
  const file = path.join(root, 'test-results', 'rules.json')
  await run(process.execPath, [path.join(root, 'scripts/switchOffRules.mjs')], { env: { OGI_RESULTS: file } })
  const results = await readFile(file, 'utf8').then(JSON.parse, () => ({ passed: 0, failed: ['rules switched off: no result'] }))
  passed += results.passed
  failed.push(...results.failed)
}
