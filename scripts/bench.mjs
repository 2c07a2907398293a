import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { benchChecks } from './benchChecks.mjs'
import { benchReports } from './benchReports.mjs'
import { benchViews } from './benchViews.mjs'
import { buildSite } from './build.mjs'
import { root, runScript, Stopped } from './commands.mjs'
import { ensureBrowser } from './findBrowser.mjs'
import { ensureInstalled } from './install.mjs'
import { createServer } from './serve.mjs'

/** Cold loads of each page; ours and the yardstick take turns, so that a busy machine slows both. */
const rounds = Number(process.env.OGI_ROUNDS ?? 15)
/** Our first chart may take this much longer than a static page with the same drawings; so few loads that one may decide get more. */
const allowedRatio = rounds < 15 ? 3.5 : 2.5

/** `npm run bench -- reports`, `checks`, `pages` or `views` does one part; without a word all. */
const wanted = process.argv[2] ?? 'all'

await runScript(async () => {
  await ensureInstalled()
  if (['all', 'reports'].includes(wanted)) await benchReports()
  if (['all', 'checks'].includes(wanted)) await benchChecks()
  if (['all', 'pages'].includes(wanted)) await benchPages()
  if (['all', 'views'].includes(wanted)) await benchViews()
})

async function benchPages() {
  await buildSite()
  const yardstick = await buildYardstick()
  const ours = await createServer(path.join(root, 'dist'))
  const theirs = await createServer(yardstick)
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: ['--disable-gpu', '--disable-background-networking'],
  })
  try {
    /** @type {Record<'overview' | 'compare' | 'static', number[]>} */
    const times = { overview: [], compare: [], static: [] }
    for (let round = 0; round < rounds; round += 1) {
      times.static.push(await timeOf(browser, theirs.address, 'static:first-chart'))
      times.compare.push(await timeOf(browser, `${ours.address}?page=compare`, 'ogi:first-chart'))
      times.overview.push(await timeOf(browser, ours.address, 'ogi:first-chart'))
    }
    await report(times)
  } finally {
    await browser.close()
    await ours.close()
    await theirs.close()
  }
}

/**
 * Milliseconds from the start of the navigation to a mark, in a browser context that has seen nothing before.
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {string} mark
 * @returns {Promise<number>}
 */
async function timeOf(browser, address, mark) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  try {
    const page = await context.newPage()
    await page.goto(address, { waitUntil: 'commit' })
    await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark, { timeout: 30_000 })
    return await page.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN, mark)
  } finally {
    await context.close()
  }
}

/** The static page: the same rows, the same options, the same ECharts, nothing else. */
async function buildYardstick() {
  const source = path.join(root, 'tests/bench')
  const folder = path.join(root, '.build/bench')
  const data = path.join(root, 'dist/data/china-ogi')
  const rows = JSON.parse(await readFile(path.join(data, 'api/indicators/requests_new.json'), 'utf8'))
  const seen = rows.filter((/** @type {{ applicant: string | null }} */ row) => row.applicant === null || row.applicant === 'total')
  const compared = seen.map((/** @type {object} */ row) => ({ indicator: 'requests_new', n: null, ...row }))
  const agencies = JSON.parse(await readFile(path.join(data, 'api/agencies.json'), 'utf8'))
  await rm(folder, { recursive: true, force: true })
  const { build } = await import('vite')
  const define = { benchRows: JSON.stringify(compared), benchAgencies: JSON.stringify(agencies) }
  await build({
    root: source,
    configFile: false,
    base: './',
    logLevel: 'warn',
    define,
    build: { outDir: folder, emptyOutDir: true, target: 'chrome95', chunkSizeWarningLimit: 1000 },
  })
  return folder
}

/** @param {readonly number[]} values */
function medianOf(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Stopped('The bench measured nothing.')
  return middle
}

/** @param {Record<'overview' | 'compare' | 'static', readonly number[]>} times */
async function report(times) {
  const medians = { overview: medianOf(times.overview), compare: medianOf(times.compare), static: medianOf(times.static) }
  const ratios = { overview: medians.overview / medians.static, compare: medians.compare / medians.static }
  console.log(`median of ${rounds} cold loads, navigation to first chart`)
  console.log(`static page with the same options  ${medians.static.toFixed(0)} ms`)
  console.log(
    `compare                            ${medians.compare.toFixed(0)} ms, ratio ${ratios.compare.toFixed(2)} (at most ${allowedRatio})`,
  )
  console.log(
    `overview                           ${medians.overview.toFixed(0)} ms, ratio ${ratios.overview.toFixed(2)} (at most ${allowedRatio})`,
  )
  const folder = path.join(root, 'bench-results')
  await mkdir(folder, { recursive: true })
  const day = new Date().toISOString().slice(0, 10)
  await writeFile(
    path.join(folder, `first-chart-${day}.json`),
    `${JSON.stringify({ day, rounds, allowedRatio, medians, ratios, times }, null, 2)}\n`,
  )
  if (Math.max(ratios.compare, ratios.overview) > allowedRatio)
    throw new Stopped(`The first chart takes more than ${allowedRatio} times as long as the static page.`)
}
