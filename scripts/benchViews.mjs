import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { buildSite } from './build.mjs'
import { root, Stopped } from './commands.mjs'
import { ensureBrowser } from './findBrowser.mjs'
import { createServer } from './serve.mjs'

/** Selections that are tried, each for the first time. */
const count = Number(process.env.OGI_VIEWS ?? 200)
/** Milliseconds from the input to the frame that shows the new chart, the first of the page, on a machine that does nothing else. */
const allowed = { median: 100, p95: 250 }
const dataset = 'demo-city'

/**
 * @typedef {{ page: string, milliseconds: number, toFirst: number, questions: number }} Step
 * One selection: milliseconds to all figures and to the first chart, and how many questions it asked.
 * @typedef {{ painted: number, changed: number, firstPainted: number, firstChanged: number }} Frames
 */

/**
 * How long a page of 42 bodies and 12 years takes from an input to the frame that shows the new chart, and to the one that shows all
 * figures of the page, over selections of which none was asked before, and how many questions each asks.
 */
export async function benchViews() {
  await buildSite()
  const served = await createServer(path.join(root, 'dist'))
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({
    executablePath: await ensureBrowser(),
    args: ['--disable-gpu', '--disable-background-networking'],
  })
  try {
    const page = await (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
    await page.goto(`${served.address}?page=compare&data=${dataset}`)
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'engine', undefined, { timeout: 120_000 })
    await page.evaluate(watchFrames)
    /** @type {Step[]} */
    const steps = []
    for (const { name, address } of await listSelections()) {
      steps.push({ page: name, ...(await page.evaluate(takeStep, address)) })
    }
    await report(steps)
  } finally {
    await browser.close()
    await served.close()
  }
}

/** Different selections of the pages that compare, the same on every run. */
async function listSelections() {
  const api = path.join(root, 'dist/data', dataset, 'api')
  /** @type {{ id: string }[]} */
  const agencies = JSON.parse(await readFile(path.join(api, 'agencies.json'), 'utf8'))
  /** @type {{ indicator: string, withValue: number }[]} */
  const counts = JSON.parse(await readFile(path.join(api, 'answers/countValues/44136fa355b3678a.json'), 'utf8'))
  const indicators = counts.filter(({ withValue }) => withValue > 0).map(({ indicator }) => indicator)
  let state = 20_260_101
  const below = (/** @type {number} */ limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const pages = ['compare', 'compare', 'compare', 'requests', 'channels', 'staffing']
  const seen = new Set()
  const selections = []
  while (selections.length < count) {
    const name = pages[below(pages.length)] ?? 'compare'
    const from = 2014 + below(8)
    const parts = [`page=${name}`, `data=${dataset}`, `years=${from}-${Math.min(2025, from + 1 + below(11))}`]
    if (name === 'compare') parts.push(`indicator=${indicators[below(indicators.length)] ?? ''}`)
    if (below(2) === 0)
      parts.push(
        `agencies=${agencies
          .filter(() => below(3) > 0)
          .map(({ id }) => id)
          .join('~')}`,
      )
    const address = `?${parts.join('&')}`
    if (seen.has(address)) continue
    seen.add(address)
    selections.push({ name, address })
  }
  return selections
}

/** In the page: keeps when the last frames were painted that followed a change of its first figure, and of any. */
function watchFrames() {
  const frames = { painted: 0, changed: 0, firstPainted: 0, firstChanged: 0 }
  Object.assign(window, { frames })
  const afterPaint = new MessageChannel()
  afterPaint.port1.addEventListener('message', () => {
    frames.painted = performance.now()
    if (frames.firstPainted < frames.firstChanged) frames.firstPainted = frames.painted
  })
  afterPaint.port1.start()
  // A table that is not shown follows later, and is no part of the frame.
  const isSeen = (/** @type {MutationRecord} */ { target }) =>
    (target instanceof Element ? target : target.parentElement)?.closest('[hidden], .visually-hidden') === null
  new MutationObserver((records) => {
    const seen = records.filter(isSeen)
    if (seen.length === 0) return
    frames.changed = performance.now()
    const first = document.querySelector('main figure[data-chart]')
    const isOfFirst = (/** @type {MutationRecord} */ { target, addedNodes }) =>
      first !== null && (first.contains(target) || [...addedNodes].some((node) => node.contains(first)))
    if (seen.some(isOfFirst)) frames.firstChanged = frames.changed
    requestAnimationFrame(() => afterPaint.port2.postMessage(null))
  }).observe(document.querySelector('.pagebox') ?? document.body, { childList: true, subtree: true, characterData: true })
}

/**
 * In the page: goes to an address as the back button does, and waits until nothing changes any more.
 * @param {string} address
 */
async function takeStep(address) {
  const { frames } = /** @type {Window & { frames: Frames }} */ (/** @type {unknown} */ (window))
  const questions = () => performance.getEntriesByName('ogi:answer').length
  const asked = questions()
  const start = performance.now()
  history.pushState(null, '', address)
  window.dispatchEvent(new PopStateEvent('popstate'))
  const isWaiting = () => document.querySelector('main[aria-busy="true"], main [aria-busy="true"]') !== null
  while (frames.changed < start || isWaiting() || frames.painted < frames.changed || performance.now() - frames.changed < 250) {
    if (performance.now() - start > 10_000) throw new Error(`nothing new after 10 s: ${address}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return {
    milliseconds: frames.painted - start,
    toFirst: (frames.firstPainted > start ? frames.firstPainted : frames.painted) - start,
    questions: questions() - asked,
  }
}

/** @param {readonly Step[]} steps */
async function report(steps) {
  const at = (/** @type {readonly number[]} */ values, /** @type {number} */ part) => {
    const sorted = [...values].sort((a, b) => a - b)
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN
  }
  const pages = [...new Set(steps.map(({ page }) => page))]
  const rows = [...pages.map((page) => ({ page, of: steps.filter((step) => step.page === page) })), { page: 'all', of: steps }]
  console.log(
    `${steps.length} selections of 42 bodies × 12 years, none asked before: from the input to the frame with the new chart (with all figures of the page)`,
  )
  const figures = rows.map(({ page, of }) => {
    const times = of.map(({ toFirst }) => toFirst)
    const toAll = of.map(({ milliseconds }) => milliseconds)
    const asked = of.map(({ questions }) => questions)
    return {
      page,
      selections: of.length,
      median: at(times, 0.5),
      p95: at(times, 0.95),
      medianOfAll: at(toAll, 0.5),
      p95OfAll: at(toAll, 0.95),
      questions: at(asked, 0.5),
      mostQuestions: Math.max(...asked),
    }
  })
  for (const { page, selections, median, p95, medianOfAll, p95OfAll, questions, mostQuestions } of figures) {
    console.log(
      `${page.padEnd(10)} ${selections} selections, median ${median.toFixed(0)} ms (${medianOfAll.toFixed(0)}), p95 ${p95.toFixed(0)} ms (${p95OfAll.toFixed(0)}), ${questions} questions (at most ${mostQuestions})`,
    )
  }
  console.log(`all: at most ${allowed.median} ms median and ${allowed.p95} ms p95`)
  const folder = path.join(root, 'bench-results')
  await mkdir(folder, { recursive: true })
  const day = new Date().toISOString().slice(0, 10)
  await writeFile(path.join(folder, `views-${day}.json`), `${JSON.stringify({ day, allowed, figures, steps }, null, 2)}\n`)
  const all = figures.find(({ page }) => page === 'all')
  if (process.env.OGI_VIEWS === undefined && all && (all.median > allowed.median || all.p95 > allowed.p95))
    throw new Stopped('A new selection takes longer than allowed to be seen.')
}
