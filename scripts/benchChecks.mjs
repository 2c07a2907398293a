import { createReadStream } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, loadavg } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { bundle, bundleCommandLine } from './build.mjs'
import { root, Stopped } from './commands.mjs'
import { timeCommand } from './timeCommand.mjs'

const isLong = process.env.OGI_LONG === '1'
/** Bodies with reports on twelve years each: 100,000 reports in full. */
const agencies = Number(process.env.OGI_AGENCIES ?? (isLong ? 8475 : 170))
const words = Number(process.env.OGI_REPORTS ?? 1000)
/** All rules over the figures of 100,000 reports are checked in this time on two cores. */
const allowedSeconds = 60

/**
 * Makes a synthetic dataset, compiles it, and times the command line over the compiled file; then the checks over words, apart.
 * @returns {Promise<void>}
 * @throws {Stopped} when 100,000 reports take longer than allowed
 */
export async function benchChecks() {
  await bundleCommandLine()
  const folder = path.join(root, '.build/bench-checks')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const inFolder = (/** @type {string} */ name) => path.join(folder, name)
  const [source, compiled, answer] = [inFolder('source'), inFolder('compiled'), inFolder('findings.json')]
  await timeOgi(['demo', '--agencies', String(agencies), '--years', '2014-2025', '--seed', '5', '-o', source])
  const compile = await timeOgi(['build', source, '-o', compiled, '--data-only'])
  const load = (loadavg()[0] ?? 0) / availableParallelism()
  const check = await timeOgi(['check', compiled, '--fails', '--json'], answer)
  const reports = Number(/^reports: (\d+)/m.exec(compile.said)?.[1])
  const found = await countFindings(answer)
  console.log(`${reports} reports of ${agencies} bodies: ${found.instances} instances of checks, ${found.findings} findings`)
  console.log(`  compile  ${sayTime(compile)}`)
  console.log(`  check    ${sayTime(check)}; ${load.toFixed(1)} programs per core before`)
  const entry = 'bench-words'
  await bundle(entry, 'tests/bench/checkWords.ts', ['src', 'tests/bench', 'tests/checks', 'package-lock.json', 'scripts/build.mjs'])
  const { checkWords } = await import(pathToFileURL(path.join(root, `.build/${entry}.mjs`)).href)
  const overWords = checkWords(words)
  for (const part of overWords) console.log(`${words} reports, ${part.name}: ${sayTime(part)}, ${part.findings} findings`)
  const day = new Date().toISOString().slice(0, 10)
  await mkdir(path.join(root, 'bench-results'), { recursive: true })
  await writeFile(
    path.join(root, 'bench-results', `checks-${day}.json`),
    `${JSON.stringify({ day, allowedSeconds, reports, ...found, load, compile: timesOf(compile), check: timesOf(check), words, overWords }, null, 2)}\n`,
  )
  await rm(folder, { recursive: true, force: true })
  // A machine that is busy with other things says little; then only the processor time counts, of two cores.
  const isSlow = load < 1 ? check.seconds > allowedSeconds : check.cpuSeconds > 2 * allowedSeconds
  if (isSlow) throw new Stopped(`Checking ${reports} reports takes ${check.seconds.toFixed(0)} s, more than ${allowedSeconds} s.`)
}

/** @param {{ seconds: number, cpuSeconds: number }} time */
const sayTime = ({ seconds, cpuSeconds }) => `${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor time)`

/** @param {{ seconds: number, cpuSeconds: number }} time */
const timesOf = ({ seconds, cpuSeconds }) => ({ seconds, cpuSeconds })

/**
 * @param {readonly string[]} args
 * @param {string} [answer]
 */
async function timeOgi(args, answer) {
  const timed = await timeCommand(args, { ...(answer === undefined ? {} : { answer }), options: ['--max-old-space-size=8192'] })
  // What fails is what the synthetic data are made to fail.
  if (timed.code !== 0 && !(answer !== undefined && timed.code === 1)) throw new Stopped(`ogi ${args.join(' ')}\n${timed.said}`)
  return timed
}

/**
 * Reads the counts at the head of an answer, and counts its findings, one a line: the whole may be longer than one text can be.
 * @param {string} answer
 */
async function countFindings(answer) {
  let [instances, findings] = [0, 0]
  for await (const line of createInterface({ input: createReadStream(answer, 'utf8') })) {
    if (line.startsWith('    {')) findings += 1
    else if (line.includes('"counts"')) instances = [...line.matchAll(/\d+/g)].reduce((sum, [count]) => sum + Number(count), 0)
  }
  return { instances, findings }
}
