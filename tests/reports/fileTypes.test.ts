import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unpackFiles } from '../../src/reports/unpackFiles.ts'
import { randomFrom } from './generatedReport.ts'
import type { Case } from './written/cases.ts'
import { formIds, writeCase } from './written/cases.ts'
import { measureCase, measureFile, sayCase } from './written/readWritten.ts'
import type { FileType } from './written/variations.ts'
import { drawPair, fileTypes, variations } from './written/variations.ts'
import type { PdfPrinter } from './written/writeFile.ts'
import { openPrinter, writeFile } from './written/writeFile.ts'

const isLong = process.env['OGI_LONG'] === '1'
/** The short form always writes the same files; the long one others each time, and the seed gives them back. */
const seed = Number(process.env['OGI_SEED'] ?? (isLong ? Date.now() % 1_000_000 : 1))
const browserPath = [process.env['CHROME_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge'].find((path) => path !== undefined && existsSync(path))

const singles = (type: FileType, seeds: number): readonly Case[] =>
  variations.flatMap((variation) =>
    variation.types.includes(type) ? variation.forms.flatMap((form) => Array.from({ length: seeds }, (_, at): Case => ({ form, type, variations: [variation], seed: seed + at }))) : [],
  )

function pairs(type: FileType, count: number): readonly Case[] {
  const random = randomFrom(seed + fileTypes.indexOf(type) * 1000)
  return Array.from({ length: count }, (_, at): Case => {
    const form = random.pick(formIds)
    return { form, type, variations: drawPair(form, type, random), seed: seed + at }
  })
}

/** What is sampled where printing is slow: every so many-th case. */
const everyFew = (cases: readonly Case[], count: number): readonly Case[] => cases.filter((_, at) => Math.floor((at * count) / cases.length) !== Math.floor(((at - 1) * count) / cases.length))

interface Tally {
  files: number
  cells: number
  right: number
  allowed: number
  unreadable: number
  absent: number
  wrong: number
}

const emptyTally = (): Tally => ({ files: 0, cells: 0, right: 0, allowed: 0, unreadable: 0, absent: 0, wrong: 0 })

interface Outcome {
  readonly total: Tally
  readonly wrong: readonly string[]
  readonly lost: readonly string[]
  readonly invented: readonly string[]
  readonly misnamed: readonly string[]
  readonly missed: readonly string[]
}

/** Writes and reads every case, adds up the cells by variation, and prints them. */
async function run(title: string, cases: readonly Case[], printer: PdfPrinter | null): Promise<Outcome> {
  const rows = new Map<string, Tally>()
  const total = emptyTally()
  const found = { wrong: [] as string[], lost: [] as string[], invented: [] as string[], misnamed: [] as string[], missed: [] as string[] }
  for (const one of cases) {
    const result = await measureCase(one, printer)
    const name = one.variations.length > 1 ? 'pairs' : (one.variations[0]?.name ?? '')
    const row = rows.get(name) ?? emptyTally()
    rows.set(name, row)
    for (const tally of [row, total]) {
      tally.files += 1
      tally.cells += result.cells
      tally.right += result.right
      tally.allowed += result.allowed
      tally.unreadable += result.unreadable.length
      tally.absent += result.absent.length
      tally.wrong += result.wrong.length
    }
    const say = (text: string): string => `${sayCase(one)} (${result.file.style}): ${text}`
    found.wrong.push(...result.wrong.map(say))
    found.lost.push(...result.lost.map(say))
    found.invented.push(...result.invented.map(say))
    found.misnamed.push(...result.misnamed.map(say))
    const missed = [...result.unreadable, ...result.absent]
    if (missed.length > 0) found.missed.push(say(`${missed.length} of ${result.cells} [${[...new Set(result.problems)].join(' ')}] ${missed.slice(0, 2).join('; ')}`))
  }
  const worth = isLong || process.env['OGI_PRINT'] === '1' ? [...rows] : [...rows].filter(([, { unreadable, absent, wrong }]) => unreadable + absent + wrong > 0)
  console.info([`${title}, seed ${seed}`, ...[...worth, ['all', total] as const].map(([name, tally]) => sayTally(name, tally))].join('\n'))
  if (process.env['OGI_PRINT'] === '1') console.info([...found.wrong.map((text) => `WRONG ${text}`), ...found.lost.map((text) => `LOST ${text}`), ...found.invented.map((text) => `INVENTED ${text}`), ...found.misnamed.map((text) => `MISNAMED ${text}`), ...found.missed.map((text) => `MISSED ${text}`)].join('\n'))
  return { total, ...found }
}

const sayTally = (name: string, { files, cells, right, allowed, unreadable, absent, wrong }: Tally): string => `  ${name}: files ${files}, cells ${cells}, right ${right}, doubtful to anybody ${allowed}, unreadable ${unreadable}, absent ${absent}, wrong ${wrong}`

const few = (texts: readonly string[]): readonly string[] => texts.slice(0, 20)

/** No figure says another thing than the paper; nearly every cell is read; no row and no sentence with a number is lost. */
function expectTrue({ total, wrong, lost, invented, misnamed, missed }: Outcome): void {
  expect(few(wrong)).toEqual([])
  expect(few(lost)).toEqual([])
  expect(few(invented)).toEqual([])
  expect(few(misnamed)).toEqual([])
  const certain = total.cells - total.allowed
  expect(total.right / certain, few(missed).join('\n')).toBeGreaterThanOrEqual(0.995)
  expect((total.unreadable + total.absent) / certain).toBeLessThanOrEqual(0.005)
}

const written: readonly Exclude<FileType, 'pdf'>[] = ['txt', 'html', 'docx', 'xlsx', 'md']

describe('a report in every layout that offices make of the form is read as it is printed', () => {
  it.each(written)('%s, each variation alone', { timeout: 3_600_000 }, async (type) => {
    expectTrue(await run(`${type}, each variation alone`, singles(type, isLong ? 12 : 1), null))
  })

  it.each(written)('%s, two variations at once', { timeout: 3_600_000 }, async (type) => {
    expectTrue(await run(`${type}, pairs`, pairs(type, isLong ? 600 : 25), null))
  })

  it('an archive of them, one of each type and form', async () => {
    const cases = written.flatMap((type) => formIds.map((form): Case => ({ form, type, variations: [], seed })))
    const files = await Promise.all(
      cases.map(async (one, at) => {
        const { report, random } = writeCase(one)
        return { report, file: await writeFile(report, one.type, random, null), name: `年报/${at}.${one.type}` }
      }),
    )
    const archive = zipSync(Object.fromEntries(files.map(({ name, file }) => [name, file.bytes])))
    const unpacked = await unpackFiles({ name: 'reports.zip', bytes: archive })
    expect(unpacked.problems).toEqual([])
    expect(unpacked.files.map(({ name }) => name).sort()).toEqual(files.map(({ name }) => `reports.zip/${name}`).sort())
    for (const { report, file, name } of files) {
      const inside = unpacked.files.find((other) => other.name.endsWith(`/${name}`))
      const result = await measureFile(report, { ...file, bytes: inside?.bytes ?? new Uint8Array() })
      expect({ name, wrong: result.wrong, lost: result.lost, missed: [...result.unreadable, ...result.absent] }).toEqual({ name, wrong: [], lost: [], missed: [] })
    }
  })

  describe.skipIf(browserPath === undefined)('printed as PDF', () => {
    let browser: Browser | null = null
    let printer: PdfPrinter | null = null
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] })
      printer = await openPrinter(browser)
    }, 60_000)
    afterAll(() => browser?.close())

    it('each variation alone', { timeout: 3_600_000 }, async () => {
      expectTrue(await run('pdf, each variation alone', isLong ? singles('pdf', 3) : everyFew(singles('pdf', 1), 12), printer))
    })

    it('two variations at once', { timeout: 3_600_000 }, async () => {
      expectTrue(await run('pdf, pairs', pairs('pdf', isLong ? 120 : 3), printer))
    })
  })
})
