import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { packageFile, root, runScript, Stopped } from './commands.mjs'
import { ensureInstalled } from './install.mjs'

/**
 * A rule that protects a reader, where it stands, how it is switched off, and the test that must notice.
 * @typedef {object} ProtectiveRule
 * @property {string} rule the rule in words
 * @property {string} file
 * @property {string} find a piece of the file, there exactly once
 * @property {string} replace
 * @property {{ file: string, name: string }} test a part of the full name of the test, which must fail without the rule
 */

const leftOut = new Set(['node_modules', '.git', 'dist', '.build', 'test-results', 'bench-results'])

/** Tests that open the built site need it built again. @param {ProtectiveRule} rule */
const needsBuild = ({ test }) => test.file.startsWith('tests/e2e/') || test.file === 'tests/bundle.test.ts'

/** How tests ended with every rule in place. @type {Map<string, string>} */
const before = new Map()

await runScript(async () => {
  await ensureInstalled()
  /** @type {{ protectiveRules: readonly ProtectiveRule[] }} */
  const { protectiveRules } = await import('../tests/protectiveRules.mjs')
  const wanted = process.argv.slice(2)
  const chosen = protectiveRules.filter(({ rule }) => wanted.length === 0 || wanted.some((part) => rule.includes(part)))
  if (chosen.length === 0) throw new Stopped('No rule is called so.')

  const folder = await mkdtemp(path.join(tmpdir(), 'rules-'))
  try {
    await copyTree(folder)
    const failed = []
    for (const rule of chosen) {
      const trouble = await tryWithout(rule, folder)
      console.log(`${rule.rule} → ${trouble ?? `${rule.test.file} > ${rule.test.name}`}`)
      if (trouble) failed.push(`${rule.rule}: ${trouble}`)
    }
    const passed = chosen.length - failed.length
    console.log(`${passed} of ${chosen.length} rules are noticed to be gone when they are switched off`)
    if (process.env.OGI_RESULTS) await writeFile(process.env.OGI_RESULTS, JSON.stringify({ passed, failed, skipped: [] }, null, 2))
    if (failed.length > 0) process.exitCode = 1
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

/** The project without what is made from it; reports of others stand beside it as they do here. @param {string} folder */
async function copyTree(folder) {
  await cp(root, path.join(folder, 'project'), {
    recursive: true,
    filter: (file) => !leftOut.has(path.relative(root, file).split(path.sep)[0] ?? ''),
  })
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'project/node_modules'), 'junction')
  await symlink(path.join(root, '../shared'), path.join(folder, 'shared'), 'junction')
}

/**
 * Gives nothing when the test fails without the rule and passes with it, else what is wrong.
 * @param {ProtectiveRule} rule
 * @param {string} folder
 * @returns {Promise<string | undefined>}
 */
async function tryWithout(rule, folder) {
  const file = path.join(folder, 'project', rule.file)
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return `there is no file ${rule.file}`
  const found = text.split(rule.find).length - 1
  if (found !== 1) return `the rule is in ${rule.file} ${found} times instead of once`
  const key = `${rule.test.file} ${rule.test.name}`
  const withRule = before.get(key) ?? (await runTest(rule, folder))
  before.set(key, withRule)
  if (withRule !== 'passed') return `its test ${withRule} although the rule is there`
  try {
    await writeFile(
      file,
      text.replace(rule.find, () => rule.replace),
    )
    const without = await runTest(rule, folder)
    return without === 'failed' ? undefined : `NOT NOTICED: its test ${without} without the rule`
  } finally {
    await writeFile(file, text)
  }
}

/**
 * @param {ProtectiveRule} rule
 * @param {string} folder
 * @returns {Promise<'passed' | 'failed' | 'does not exist' | 'cannot be built' | 'cannot be loaded'>}
 */
async function runTest(rule, folder) {
  const project = path.join(folder, 'project')
  if (needsBuild(rule) && (await start(project, [path.join(project, 'scripts/build.mjs')])) !== 0) return 'cannot be built'
  const results = path.join(folder, 'results.json')
  await rm(results, { force: true })
  const name = rule.test.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  await start(
    project,
    [packageFile('vitest/vitest.mjs'), 'run', rule.test.file, '-t', name, '--reporter=./scripts/countResults.mjs', '--testTimeout=60000'],
    { OGI_RESULTS: results, OGI_LONG: '' },
  )
  /** @type {import('./countResults.mjs').Results} */
  const { passed, failed } = await readFile(results, 'utf8').then(JSON.parse, () => ({ passed: 0, failed: ['no result'] }))
  // A file that does not even load proves nothing about the rule.
  if (failed.some((test) => test.endsWith('(could not be set up)'))) return 'cannot be loaded'
  if (failed.length > 0) return 'failed'
  return passed > 0 ? 'passed' : 'does not exist'
}

/**
 * Runs Node quietly: a test that fails here is what is wanted.
 * @param {string} cwd
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>}
 */
function start(cwd, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, stdio: 'ignore' })
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}
