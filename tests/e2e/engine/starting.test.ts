import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isLong } from './counts.ts'
import { openLab, type OpenedLab } from './openLab.ts'
import type { OpenOptions } from './lab.ts'

let lab: OpenedLab
beforeAll(async () => void (lab = await openLab()), 60_000)
afterAll(() => lab.close())

const open = (page: Page, options: OpenOptions = {}) => page.evaluate((how) => window.lab.open(how), options)
const ask = (page: Page, text: string) => page.evaluate((statement) => window.lab.ask(statement), text)

/** What would need a part that is not inside. */
const needsExtension = [
  "SELECT '{}'::JSON AS n",
  "SELECT json_extract('{}', '$') AS n",
  'SELECT current_date::VARCHAR AS n',
  "SELECT timezone('Asia/Shanghai', TIMESTAMP '2020-01-01')::VARCHAR AS n",
  "SELECT 'b' COLLATE zh AS n ORDER BY n",
  "FROM 'x.parquet'",
  "SELECT * FROM read_parquet('x.parquet')",
  "SELECT * FROM read_csv('https://example.org/x.csv')",
]

describe('E1, E2: what is not inside is said to be missing and never fetched', () => {
  it.each(['refuse', 'hang'])('while foreign hosts %s', async (how) => {
    if (how === 'hang') lab.letForeignHostsHang()
    const page = await lab.newPage()
    await open(page, { data: lab.data })
    for (const text of needsExtension) {
      const { name, code, milliseconds } = await ask(page, text)
      expect({ text, name, code }).toEqual({ text, name: 'EngineError', code: expect.stringMatching(/^(extension|refused)$/) })
      expect(milliseconds).toBeLessThan(1000)
      expect(await ask(page, 'SELECT 1 AS n')).toMatchObject({ rows: [{ n: 1 }] })
    }
    expect(await page.evaluate(() => window.lab.starts())).toBe(1)
    expect(await page.evaluate(() => window.lab.violations)).toEqual([])
    expect(lab.foreign).toEqual([])
    await page.context().close()
  })

  it('has its own code, so that a reader is told in our words', async () => {
    const page = await lab.newPage()
    await open(page)
    expect(await ask(page, "SELECT '{}'::JSON AS n")).toMatchObject({ code: 'extension' })
    expect(await ask(page, "SELECT timezone('Asia/Shanghai', TIMESTAMP '2020-01-01')::VARCHAR AS n")).toMatchObject({ code: 'extension' })
    await page.context().close()
  })
})

describe('E3: a start that fails says why in time, and Retry starts without reload', () => {
  it.each([
    ['404', 'DownloadError', 'status'],
    ['500', 'DownloadError', 'status'],
    ['html', 'DownloadError', 'magic'],
    ['mime', '', ''],
    ['cut', 'DownloadError', 'length'],
    ['longer', 'DownloadError', 'length'],
    ['drop', 'DownloadError', 'network'],
    ['flip', 'DownloadError', 'hash'],
  ] as const)('when the engine is answered with %s', async (fault, name, code) => {
    const page = await lab.newPage()
    const failed = await open(page, { wasmUnder: `/fault-${fault}`, data: lab.data })
    expect(failed).toMatchObject({ name, code })
    expect(failed.milliseconds).toBeLessThan(15_000)
    lab.server.mend(fault)
    expect(await open(page, { wasmUnder: `/fault-${fault}`, data: lab.data, fresh: true })).toMatchObject({ name: '' })
    expect(await ask(page, 'SELECT count(*) AS n FROM d.reports')).toMatchObject({ rows: [{ n: 12 }] })
    lab.server.breakAgain()
    await page.context().close()
  })
})

describe('E3, E9: what does not come is given up after 20 s without a byte, a worker that does not start after 15 s', () => {
  const cases: readonly (readonly [what: string, how: OpenOptions, ends: string, seconds: number])[] = [
    ['the engine stops coming half-way', { wasmUnder: '/fault-stall' }, 'DownloadError stalled', 27],
    ['the script does not come', { workerUnder: '/fault-silent' }, 'EngineLost start', 22],
    ['the script is a page', { workerUnder: '/fault-html' }, 'EngineLost start', 10],
    ['the script is missing', { workerUnder: '/fault-404' }, 'EngineLost start', 10],
    ['the policy lacks blob:', { workerUnder: '/policy-without-blob' }, 'EngineLost start', 22],
    ["the policy lacks 'wasm-unsafe-eval'", { workerUnder: '/policy-without-wasm' }, 'EngineLost start', 22],
  ]

  it('and all of them recover by Retry', async () => {
    const ends = await Promise.all(
      cases.map(async ([what, options, , seconds]) => {
        const page = await lab.newPage()
        const { name, code, milliseconds } = await open(page, options)
        const retried = await open(page, { fresh: true })
        await page.context().close()
        return { what, ends: `${name} ${code}`, inTime: milliseconds < seconds * 1000, retried: retried.name }
      }),
    )
    expect(ends).toEqual(cases.map(([what, , how]) => ({ what, ends: how, inTime: true, retried: '' })))
  })
})

describe('E4: on plain HTTP, where the platform has no digest', () => {
  it('starts all the same, and finds damage with a digest of its own', async () => {
    const page = await lab.newPage({ host: 'intranet.test' })
    expect(await page.evaluate(() => [isSecureContext, 'subtle' in crypto])).toEqual([false, false])
    expect(await open(page, { data: lab.data })).toMatchObject({ name: '' })
    expect(await open(page, { wasmUnder: '/fault-flip-at-9000000' })).toMatchObject({ name: 'DownloadError', code: 'hash' })
    expect(await page.evaluate(() => window.lab.sha256('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    await page.context().close()
  })
})

describe('E5: progress counts unpacked bytes', () => {
  const slow: readonly (readonly [string, OpenOptions])[] = [
    ['at 20 Mbit/s from a server that cannot compress, by the packed copy', { wasmUnder: '/fault-slow', gz: true }],
    ['from a server that compresses on the way', { wasmUnder: '/fault-encoded', gz: true }],
    ...(isLong ? [['at 20 Mbit/s without any compression', { wasmUnder: '/fault-slow' }] as const] : []),
  ]
  it.each(slow)('%s', async (_, options) => {
    const page = await lab.newPage()
    const { name, progress, milliseconds } = await open(page, options)
    expect(name).toBe('')
    expect(milliseconds).toBeLessThan(20_000)
    expect(Math.max(...progress)).toBe(1)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(progress.length).toBeGreaterThan(5)
    await page.context().close()
  })

  it('asks for the packed copy only where it saves something', async () => {
    const asked = async (options: OpenOptions) => {
      const from = lab.server.requests.length
      const page = await lab.newPage()
      await open(page, options)
      await page.context().close()
      return lab.server.requests.slice(from).filter((path) => path.endsWith('.wasm.gz')).length
    }
    expect(await asked({ gz: true })).toBe(1)
    expect(await asked({ wasmUnder: '/fault-encoded', gz: true })).toBe(0)
  })
})

describe('E7: a browser that is too old is told so', () => {
  const script = readFileSync(join(import.meta.dirname, '../../../public/browserCheck.js'), 'utf8')

  it.each([
    ['WebAssembly.Exception', () => void Reflect.deleteProperty(WebAssembly, 'Exception')],
    ['WebAssembly', () => void Reflect.deleteProperty(window, 'WebAssembly')],
    ['BigInt', () => void Reflect.deleteProperty(window, 'BigInt')],
  ])('without %s, within a second, and nothing else runs', async (missing, takeAway) => {
    const context = await lab.browser.newContext()
    const page = await context.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await page.addInitScript(takeAway)
    const from = performance.now()
    await page.goto(`${lab.server.origin}/`, { waitUntil: 'commit' })
    await page.waitForSelector('main')
    expect(performance.now() - from).toBeLessThan(1000)
    const text = await page.evaluate(() => document.body.innerText)
    for (const words of ['请换用较新的浏览器', 'Please use a newer browser', 'Tried: Chromium', `Missing: ${missing}`])
      expect(text).toContain(words)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await page.evaluate(() => 'lab' in window)).toBe(false)
    expect(errors).toEqual([])
    await context.close()
  })

  it('by a script that old browsers can read', () => {
    expect(script.replace(/\/\/.*/g, '').replace(/'[^']*'/g, '0')).not.toMatch(
      /=>|`|\b(let|const|class|async|await|import|export)\b|\?\.|\.\.\.|,\s*\)/,
    )
  })

  it('while others notice nothing', async () => {
    const page = await lab.newPage()
    expect(await page.evaluate(() => document.documentElement.hasAttribute('data-browser'))).toBe(false)
    await page.context().close()
  })
})

describe('E8: the bundle is ours', () => {
  it('names no foreign host in the scripts that we build', () => {
    const scripts = readdirSync(join(lab.folder, 'assets')).filter((name) => name.endsWith('.js') && !name.includes('.worker'))
    expect(scripts.length).toBeGreaterThan(0)
    const text = scripts.map((script) => readFileSync(join(lab.folder, 'assets', script), 'utf8')).join('\n')
    expect(text.match(/.{0,80}(cdn\.jsdelivr|unpkg\.com|extensions\.duckdb).{0,80}/g) ?? []).toEqual([])
  })

  it('has one WebAssembly and one worker of its own, as files', () => {
    const names = readdirSync(join(lab.folder, 'assets'))
    expect(names.filter((name) => name.endsWith('.wasm'))).toEqual([expect.stringMatching(/^duckdb-eh-/)])
    expect(names.filter((name) => name.includes('worker'))).toEqual([expect.stringMatching(/^duckdb-browser-eh\.worker/)])
  })
})
