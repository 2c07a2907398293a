import { mkdir, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { root, runScript } from './commands.mjs'
import { ensureBrowser } from './findBrowser.mjs'
import { ensureInstalled } from './install.mjs'
import { createServer } from './serve.mjs'

/*
 * Pictures of every page in both languages, light and dark, at three sizes, in test-results/shots.
 * node scripts/screenshots.mjs [--at ADDRESS] [NAME…]: takes those whose name has one of the parts, e.g. `compare zh-light-1366`.
 */

/** Pages by name, as addresses. */
const pages = {
  overview: '',
  'overview-prose': '?prose=1',
  compare: '?page=compare',
  'compare-trend': '?page=compare&chart=trend',
  'compare-none': '?page=compare&agencies=huaian-gov&years=2014-2015',
  'compare-strip': '?page=compare&chart=strip&data=demo-city',
  'compare-multiples': '?page=compare&chart=multiples&data=demo-city',
  'compare-slope': '?page=compare&chart=slope&data=demo-city',
  'compare-scatter': '?page=compare&indicator=requests_new~outcomes_total&data=demo-city',
  'compare-rug': '?page=compare&chart=rug&data=demo-city',
  'overview-city': '?data=demo-city',
  channels: '?page=channels',
  'channels-city': '?page=channels&data=demo-city',
  staffing: '?page=staffing',
  'staffing-city': '?page=staffing&data=demo-city',
  requests: '?page=requests',
  'requests-city': '?page=requests&data=demo-city',
  'agency-city': '?page=agency&data=demo-city',
  'report-beside': '?page=report&report=huaian-gov-2024&against=hongze-gov-2023',
  'checks-city': '?page=checks&data=demo-city',
  agency: '?page=agency',
  'agency-zeros': '?page=agency&agencies=jinfeng-kjj',
  report: '?page=report',
  'report-checked': '?page=report&report=hongze-gov-2023&cell=4.1.5',
  checks: '?page=checks',
  'checks-rules': '?page=checks&outcome=all&group=rule',
  methods: '?page=methods',
  'import-empty': '?page=import',
  'import-list': '?page=import',
  'import-review': '?page=import',
  'import-figure': '?page=import',
}

/** What a person does on a page before its picture is taken: gives it files, opens one, chooses a figure. */
const steps = {
  'import-list': async (/** @type {import('playwright-core').Page} */ page) => {
    await giveLayouts(page, await readdir(path.join(root, 'tests/reports/layouts')))
    await page.waitForFunction(
      () => document.querySelector('.queueline') && !document.querySelector('.queueline.reading, .queueline.waiting'),
    )
  },
  'import-review': async (/** @type {import('playwright-core').Page} */ page) => {
    await giveLayouts(page, ['trial-form-tabs'])
    await page.locator('.printcell').first().waitFor({ state: 'attached' })
  },
  'import-figure': async (/** @type {import('playwright-core').Page} */ page) => {
    await giveLayouts(page, ['page-2021-government-site'])
    await page.locator('.printcell').first().waitFor({ state: 'attached' })
    const tabs = page.locator('.panetabs button')
    if (await tabs.first().isVisible()) await tabs.nth(2).click()
    await page.locator('.printcell').nth(30).click()
    await page.locator('.srcmark.chosen').waitFor()
  },
}

/** The reports that stand in the tests as whole layouts. */
async function giveLayouts(/** @type {import('playwright-core').Page} */ page, /** @type {readonly string[]} */ names) {
  const folders = names.map((name) => path.join(root, 'tests/reports/layouts', name))
  const files = await Promise.all(
    folders.map(async (folder) => {
      const [report] = (await readdir(folder)).filter((name) => name.startsWith('report.'))
      return {
        name: `${path.basename(folder)}${path.extname(report ?? '')}`,
        mimeType: '',
        buffer: await readFile(path.join(folder, report ?? '')),
      }
    }),
  )
  await page.locator('[data-take="files"]').setInputFiles(files)
}
const sizes = /** @type {const} */ ([
  [1366, 768],
  [1920, 1080],
  [390, 844],
])

await runScript(async () => {
  await ensureInstalled()
  const given = process.argv.slice(2)
  const at = given.indexOf('--at')
  const address = at === -1 ? undefined : given.splice(at, 2)[1]
  const served = address === undefined ? await createServer(path.join(root, 'dist')) : undefined
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({ executablePath: await ensureBrowser() })
  try {
    for (const shot of listShots().filter(({ name }) => given.every((part) => name.includes(part)))) {
      await takeShot(browser, served?.address ?? address ?? '', shot)
    }
  } finally {
    await browser.close()
    await served?.close()
  }
})

function listShots() {
  return Object.entries(pages).flatMap(([page, query]) =>
    /** @type {const} */ (['zh', 'en']).flatMap((lang) =>
      /** @type {const} */ (['light', 'dark']).flatMap((theme) =>
        sizes.map(([width, height]) => ({ name: `${page}-${lang}-${theme}-${width}`, page, query, lang, theme, width, height })),
      ),
    ),
  )
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {ReturnType<typeof listShots>[number]} shot
 */
async function takeShot(browser, address, { name, page: pageName, query, lang, theme, width, height }) {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN', colorScheme: theme, reducedMotion: 'reduce' })
  try {
    const page = await context.newPage()
    page.on('pageerror', (error) => console.error(`${name}: ${error.message}`))
    page.on('console', (message) => message.type() === 'error' && console.error(`${name}: ${message.text()}`))
    const url = new URL(query, address)
    if (lang === 'en') url.searchParams.set('lang', 'en')
    url.searchParams.set('theme', theme)
    await page.goto(url.href)
    await page
      .waitForFunction(() => document.documentElement.dataset.ready !== undefined, undefined, { timeout: 20_000 })
      .catch(() => console.error(`${name}: not ready after 20 s`))
    await steps[/** @type {keyof typeof steps} */ (pageName)]?.(page)
    const folder = path.join(root, 'test-results/shots')
    await mkdir(folder, { recursive: true })
    const file = path.join(folder, `${name}.png`)
    // A review fills the window and scrolls inside of it.
    await page.screenshot({ path: file, fullPage: (await page.locator('.review').count()) === 0 })
    console.log(path.relative(root, file))
  } finally {
    await context.close()
  }
}
