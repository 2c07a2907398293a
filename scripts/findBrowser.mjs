import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { run, Stopped } from './commands.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'msedge', 'microsoft-edge', 'microsoft-edge-stable']

/** Where browsers are on systems that do not put them on the PATH. */
const usualPlaces = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable]
    return folder ? [`${folder}\\Google\\Chrome\\Application\\chrome.exe`, `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`] : []
  }),
}

/** How each package manager brings a browser and a Chinese font. */
const installs = [
  { program: 'apt-get', steps: [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']] },
  { program: 'dnf', steps: [['install', '-y', 'chromium', 'google-noto-sans-cjk-fonts']] },
  { program: 'apk', steps: [['add', 'chromium', 'font-noto-cjk']] },
]

/** A Chromium, Chrome or Edge of this machine, or nothing. */
export function findBrowser(env = process.env) {
  if (env.CHROME_PATH) {
    if (isProgram(env.CHROME_PATH)) return env.CHROME_PATH
    throw new Stopped(`CHROME_PATH names ${env.CHROME_PATH}, which is no program that can be run.`)
  }
  const places = process.platform === 'darwin' || process.platform === 'win32' ? usualPlaces[process.platform] : []
  return [...onPath(names, env.PATH), ...places].find(isProgram)
}

/**
 * A browser for the tests: one that is there, or one that the system's package manager installs when this user may.
 * @returns {Promise<string>}
 * @throws {Stopped} with a sentence that says what to install
 */
export async function ensureBrowser() {
  return findBrowser() ?? (await installBrowser()) ?? stopWithoutBrowser()
}

async function installBrowser() {
  const manager = installs.find(({ program }) => onPath([program], process.env.PATH).some(isProgram))
  if (!manager || process.getuid?.() !== 0) return undefined
  console.error(`Installing Chromium with ${manager.program} …`)
  for (const step of manager.steps) await run(manager.program, step, { output: 'stderr', env: { DEBIAN_FRONTEND: 'noninteractive' } })
  return findBrowser()
}

/** @returns {never} */
function stopWithoutBrowser() {
  throw new Stopped(
    'The tests need a browser and none was found: install Chromium, Google Chrome or Microsoft Edge (on Debian: apt-get install chromium fonts-noto-cjk), or set CHROME_PATH to one.',
  )
}

/**
 * @param {readonly string[]} programs
 * @param {string | undefined} searched
 */
const onPath = (programs, searched = '') =>
  programs.flatMap((program) =>
    searched
      .split(path.delimiter)
      .filter(Boolean)
      .map((folder) => path.join(folder, program)),
  )

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
