import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** The folder of the project, wherever it was put. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** The JavaScript file behind a command of an installed package, run by the same Node on every system. @param {string} file in node_modules */
export const packageFile = (file) => path.join(root, 'node_modules', file)

/**
 * Runs a program until it ends and gives its exit code. What it prints goes to `output`: standard error keeps ours clean for data.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ output?: 'stdout' | 'stderr' | 'ignore', env?: Record<string, string | undefined>, cwd?: string }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, { output = 'stdout', env = {}, cwd = root } = {}) {
  const out = output === 'stdout' ? 1 : output === 'stderr' ? 2 : 'ignore'
  const err = output === 'ignore' ? 'ignore' : 2
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['inherit', out, err], shell: needsShell(command) })
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/** On Windows npm is a batch file, which only a shell starts. @param {string} command */
const needsShell = (command) => process.platform === 'win32' && command === 'npm'

/** Runs an installed package's command with this Node. @type {(file: string, args: readonly string[], options?: Parameters<typeof run>[2]) => Promise<number>} */
export const runPackage = (file, args, options) => run(process.execPath, [packageFile(file), ...args], options)

/** Ends the program with a plain sentence instead of a stack when something expected went wrong. */
export class Stopped extends Error {}

/**
 * Runs a script's work; a `Stopped` becomes its sentence and exit code 1.
 * @param {() => Promise<void>} work
 */
export async function runScript(work) {
  try {
    await work()
  } catch (error) {
    console.error(error instanceof Stopped ? error.message : error)
    process.exitCode = 1
  }
}
