import { readFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { root, run, Stopped } from './commands.mjs'

/**
 * Installs the packages of the lockfile when they are not there as it says. Messages go to standard error.
 * @throws {Stopped} with a sentence when this Node is too old or npm fails
 */
export async function ensureInstalled() {
  checkNode(process.versions.node)
  if (await isInstalled()) return
  console.error('Installing packages (npm ci) …')
  const code = await run('npm', ['ci'], { output: 'stderr' }).catch(() => 127)
  if (code !== 0) {
    throw new Stopped(
      'npm could not install the packages. It needs a package registry: check the network or the registry setting (npm config get registry), then run the command again.',
    )
  }
}

/** @param {string} version */
export function checkNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) throw new Stopped(`Node 20.19 or newer is needed; this is ${version}.`)
}

/** Compares what npm noted while installing with the lockfile, so that a changed lockfile is noticed and an untouched one costs nothing. */
async function isInstalled() {
  const [wanted, installed] = await Promise.all([readPackages('package-lock.json'), readPackages('node_modules/.package-lock.json')])
  if (!wanted) throw new Stopped('package-lock.json is missing or damaged: get the project again.')
  if (!installed) return false
  return Object.entries(wanted).every(([place, { version, optional, link }]) => {
    const found = installed[place]
    // Packages for other systems are in the lockfile, but not installed here.
    return place === '' || link || (found ? found.version === version : optional)
  })
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, { version?: string, optional?: boolean, link?: boolean }> | undefined>}
 */
async function readPackages(file) {
  try {
    return JSON.parse(await readFile(path.join(root, file), 'utf8')).packages
  } catch {
    return undefined
  }
}
