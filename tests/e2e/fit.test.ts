import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtSite, projectRoot } from '../sourceFiles.ts'
import { brokenPages, wholePage } from './fit/brokenPages.ts'
import { makeScreens, noteFaults, screens, writeContactSheet } from './fit/contactSheet.ts'
import { fitViews, type FitView } from './fit/fitViews.ts'
import { rules, type Appearance, type findPageFaults } from './fit/pageFaults.ts'
import { useApp } from './openApp.ts'

/*
 * Nothing on any page is clipped, printed over something else, empty without a sentence, left in the other language, or hidden behind
 * a legend. The long form looks at every page in every appearance and leaves a picture of each in test-results/screens.
 */

const isLong = process.env['OGI_LONG'] === '1'
const heights: Readonly<Record<number, number>> = { 1366: 768, 1920: 1080, 390: 844, 320: 640 }

type Look = Pick<Appearance, 'lang' | 'theme'>
const looks: readonly Look[] = (['zh', 'en'] as const).flatMap((lang) =>
  (['light', 'dark', 'care'] as const).map((theme) => ({ lang, theme })),
)

/** The rules, to be given to a page. */
async function bundleRules(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry: path.join(projectRoot, 'tests/e2e/fit/pageFaults.ts'), formats: ['iife'], name: 'pageFaults', fileName: 'pageFaults' },
    },
  })) as Rolldown.RolldownOutput[]
  return `${built[0]?.output[0].code ?? ''};window.pageFaults = pageFaults`
}

/** Official names, which an English page prints as they are. */
function readNames(): string[] {
  const parts = ['china-ogi', 'demo-city'].flatMap((data) => {
    const agencies = JSON.parse(readFileSync(path.join(builtSite, 'data', data, 'api/agencies.json'), 'utf8')) as {
      readonly name: string
      readonly shortName: string
      readonly aliases: readonly string[]
      readonly system: string
      readonly regionName: string
      readonly regionPath: readonly string[]
    }[]
    return agencies.flatMap(({ name, shortName, aliases, system, regionName, regionPath }) => [
      name,
      shortName,
      ...aliases,
      system,
      regionName,
      ...regionPath,
    ])
  })
  return [...new Set([...parts, '中文'])].filter((name) => name !== '')
}

/** The narrowest room for the longest words in the largest type, and the usual room. */
const tightest = [
  { lang: 'en', theme: 'care', width: 390 },
  { lang: 'zh', theme: 'light', width: 1366 },
] as const
const fullest = fitViews.filter(({ name, data }) => data === 'demo-city' && ['overview', 'compare', 'checks'].includes(name))

let script = ''
const names = readNames()
beforeAll(async () => void (script = await bundleRules()))

async function findFaults(page: Page, look: Look): Promise<string[]> {
  await page.evaluate(script)
  return page.evaluate(
    (appearance) => (window as unknown as { pageFaults: { findPageFaults: typeof findPageFaults } }).pageFaults.findPageFaults(appearance),
    {
      ...look,
      names,
    },
  )
}

/** Waits until nothing is asked for any more and the page stands still. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null, undefined, { timeout: 60_000 })
  await page.evaluate(async () => {
    const drawn = (): string =>
      `${document.documentElement.scrollHeight} ${document.body.innerText.length} ${document.querySelectorAll('svg *').length}`
    let before = ''
    for (let still = 0, turn = 0; still < 3 && turn < 100; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 60))
      const now = drawn()
      still = now === before && document.querySelector('[aria-busy="true"]') === null ? still + 1 : 0
      before = now
    }
  })
}

const addressOf = ({ address, data }: Pick<FitView, 'address' | 'data'>, { lang, theme }: Look): string => {
  const [file = '', query = ''] = address.split('?', 2)
  const choices = new URLSearchParams(query)
  if (data !== 'china-ogi') choices.set('data', data)
  if (lang !== 'zh') choices.set('lang', lang)
  choices.set('theme', theme)
  return `${file}?${choices.toString()}`
}

/** Another appearance of the page that is open, as its own links give it. */
async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((next) => {
    window.history.pushState(null, '', next)
    window.dispatchEvent(new PopStateEvent('popstate'))
  }, address)
}

/** Shows a view in another appearance, by the address alone. */
async function showView(page: Page, view: FitView, look: Look): Promise<void> {
  await goTo(page, addressOf(view, look))
  await settle(page)
}

describe('what is seen of the app', () => {
  const held = useApp({ lateEngine: !isLong })

  describe('a rule about what a page must not show', () => {
    let page: Page
    beforeAll(async () => void (page = await held.app.browser.newPage({ viewport: { width: 800, height: 600 } })))

    it.for(brokenPages)('finds $what: $rule', async ({ rule, html, lang = 'en', theme = 'light' }) => {
      await page.setContent(html)
      const found = (await findFaults(page, { lang, theme })).map((fault) => fault.split(' | ')[0])
      expect(found).toEqual([rule])
    })

    it('is tried, each of them', () => {
      expect([...new Set(brokenPages.map(({ rule }) => rule))].sort()).toEqual(Object.keys(rules).sort())
    })

    it('finds nothing on a page without a fault', async () => {
      await page.setContent(wholePage)
      expect(await findFaults(page, { lang: 'en', theme: 'light' })).toEqual([])
    })
  })

  describe('every page in every appearance', () => {
    beforeAll(() => isLong && makeScreens())
    afterAll(() => isLong && writeContactSheet())

    it.for(fitViews)('$name of $data is whole', async (view, { skip }) => {
      skip(!isLong, 'every page in every appearance takes half an hour: the long form looks at them')
      const app = await held.app.openPage(addressOf(view, { lang: 'zh', theme: 'light' }), { reducedMotion: true })
      await app.waitReady()
      const found: string[] = []
      for (const width of [1366, 1920, 390, 320]) {
        await app.page.setViewportSize({ width, height: heights[width] ?? 768 })
        // At 320 px the question is whether anything is cut or runs out of the window: one theme answers it.
        for (const look of width === 320 ? looks.filter(({ theme }) => theme === 'light') : looks) {
          await showView(app.page, view, look)
          const name = `${look.lang}-${look.theme}-${width}`
          found.push(...(await findFaults(app.page, look)).map((fault) => `${name}: ${fault}`))
          noteFaults(`${view.name}-${view.data}`, found)
          if (width !== 320)
            await app.page.screenshot({ path: path.join(screens, `${view.name}-${view.data}-${name}.png`), fullPage: true })
        }
      }
      expect(found).toEqual([])
    })

    it('is whole where most stands in least room', async ({ skip }) => {
      skip(isLong, 'the long form looks at these pages among all')
      const app = await held.app.openPage(addressOf({ address: '', data: 'demo-city' }, tightest[0]), { reducedMotion: true })
      await app.waitReady()
      const found: string[] = []
      for (const { width, ...look } of tightest) {
        await app.page.setViewportSize({ width, height: heights[width] ?? 768 })
        for (const view of fullest) {
          await showView(app.page, view, look)
          found.push(...(await findFaults(app.page, look)).map((fault) => `${view.name} ${look.lang}-${look.theme}-${width}: ${fault}`))
        }
      }
      expect(found).toEqual([])
    })
  })
})
