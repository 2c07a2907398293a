import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { bundle, bundleCommandLine } from './build.mjs'
import { root, Stopped } from './commands.mjs'
import { findBrowser } from './findBrowser.mjs'
import { timeCommand } from './timeCommand.mjs'

const count = Number(process.env.OGI_REPORTS ?? 1000)
/** A thousand reports, PDF left out, are read in this time on two cores. */
const allowedSeconds = 60

const mixed = ['txt', 'html', 'docx', 'xlsx', 'md']
/** Real folders hold PDF as well; one file in five here. */
const withPdf = ['txt', 'html', 'docx', 'pdf', 'xlsx']

/**
 * Writes reports of every form and type, and times the command line over them: the time of the whole command, as a person waits for it.
 * @returns {Promise<void>}
 * @throws {Stopped} when a thousand reports take longer than allowed
 */
export async function benchReports() {
  await bundleCommandLine()
  const writer = 'bench-reports'
  await bundle(writer, 'tests/bench/writeReports.ts', ['src', 'tests/bench', 'tests/reports', 'package-lock.json', 'scripts/build.mjs'])
  const { writeReports } = await import(pathToFileURL(path.join(root, `.build/${writer}.mjs`)).href)
  const browser = findBrowser()
  const mixes = [
    { name: 'mixed', types: mixed, count },
    ...(browser === undefined ? [] : [{ name: 'one PDF in five', types: withPdf, count: Math.ceil(count / 10) }]),
  ]
  const results = []
  for (const mix of mixes) {
    const folder = path.join(root, '.build/bench-reports', mix.name.replaceAll(' ', '-'))
    await rm(folder, { recursive: true, force: true })
    const files = await writeReports(folder, mix.count, mix.types, browser)
    const load = (loadavg()[0] ?? 0) / availableParallelism()
    const { seconds, cpuSeconds, figures, refused } = await timeParse(folder, files)
    const perThousand = (seconds * 1000) / mix.count
    results.push({ ...mix, load, seconds, cpuSeconds, perThousand, figures, refused, ratio: perThousand / allowedSeconds })
    console.log(
      `${mix.count} reports, ${mix.name}: ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor time), ${figures} figures, ${refused} files refused`,
    )
    console.log(
      `  ${perThousand.toFixed(1)} s per 1,000, ratio ${(perThousand / allowedSeconds).toFixed(2)} of ${allowedSeconds} s; ${load.toFixed(1)} programs per core before`,
    )
  }
  const day = new Date().toISOString().slice(0, 10)
  await mkdir(path.join(root, 'bench-results'), { recursive: true })
  await writeFile(path.join(root, 'bench-results', `reports-${day}.json`), `${JSON.stringify({ day, allowedSeconds, results }, null, 2)}\n`)
  // A machine that is busy with other things says little; then only the processor time counts.
  const slow = results.find(
    ({ types, ratio, load, cpuSeconds }) => types === mixed && (load < 1 ? ratio > 1 : (cpuSeconds * 1000) / count > 2 * allowedSeconds),
  )
  if (slow) throw new Stopped(`1,000 reports take ${slow.perThousand.toFixed(0)} s, more than ${allowedSeconds} s.`)
}

/**
 * @param {string} folder
 * @param {readonly string[]} files
 * @returns {Promise<{ seconds: number, cpuSeconds: number, figures: number, refused: number }>}
 */
async function timeParse(folder, files) {
  const answer = path.join(folder, 'parsed.json')
  const { code, seconds, cpuSeconds } = await timeCommand(['parse', ...files, '--json'], { answer })
  if (code === 2) throw new Stopped('The command line does not take these files.')
  const parsed = JSON.parse(await readFile(answer, 'utf8'))
  if (parsed.length !== files.length) throw new Stopped(`${files.length} files went in, ${parsed.length} came out.`)
  return {
    seconds,
    cpuSeconds,
    figures: parsed.reduce((/** @type {number} */ sum, /** @type {{ figures: unknown[] }} */ { figures }) => sum + figures.length, 0),
    refused: parsed.filter((/** @type {{ figures: unknown[] }} */ { figures }) => figures.length === 0).length,
  }
}
