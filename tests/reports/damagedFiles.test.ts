import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { ReadReportFile, ReportFile } from '../../src/reports/parseReport.ts'
import { readReportFile } from '../../src/reports/parseReport.ts'
import type { PdfAssets } from '../../src/reports/readPdf.ts'
import { unpackFiles } from '../../src/reports/unpackFiles.ts'
import { randomFrom } from './generatedReport.ts'
import type { Random } from './generatedReport.ts'
import { chineseLine, smallPdf } from './smallPdf.ts'
import { formIds } from './written/cases.ts'
import { writeFile } from './written/writeFile.ts'
import { writeReport } from './written/writtenReport.ts'
import { packZip } from './zipFiles.ts'

const isLong = process.env.OGI_LONG === '1'
const files = isLong ? 5000 : 250

/** Milliseconds beyond which a file would be killed in the page. */
const deadline = 20_000

const types = ['txt', 'html', 'docx', 'xlsx', 'md', 'pdf', 'zip'] as const
type Type = (typeof types)[number]

const library = new URL('../../node_modules/pdfjs-dist/', import.meta.url)
const pdf: PdfAssets = { read: async (folder, name) => new Uint8Array(await readFile(new URL(`${folder}/${name}`, library))) }

async function writeOne(type: Type, random: Random): Promise<Uint8Array> {
  const report = writeReport(random.pick(formIds), random)
  if (type === 'pdf') {
    const cells = [0, 1, 2, 3].flatMap((row) => [`50 ${700 - row * 30} m 450 ${700 - row * 30} l S`, `BT /F1 12 Tf 260 ${680 - row * 30} Td (${random.below(9999)}) Tj ET`, chineseLine('d6f7b6afb9abbfaad0c5cfa2', 680 - row * 30)])
    return smallPdf({ pages: 1 + random.below(3), content: [...cells, '50 700 m 50 610 l S', '250 700 m 250 610 l S', '450 700 m 450 610 l S'].join('\n') })
  }
  if (type !== 'zip') return (await writeFile(report, type, random, null)).bytes
  const inner = await Promise.all((['txt', 'html', 'xlsx'] as const).map((one) => writeFile(report, one, random, null)))
  return packZip(Object.fromEntries(inner.map(({ name, bytes }) => [name, bytes])))
}

/** What happens to files on their way. */
const damages: Readonly<Record<string, (bytes: Uint8Array, random: Random) => Uint8Array>> = {
  'cut off': (bytes, random) => bytes.slice(0, random.below(bytes.length)),
  'start lost': (bytes, random) => bytes.slice(random.below(bytes.length)),
  'bytes changed': (bytes, random) => changed(bytes, 1 + random.below(20), random, () => random.below(256)),
  'bits flipped': (bytes, random) => changed(bytes, 1 + random.below(5), random, (byte) => byte ^ (1 << random.below(8))),
  'a stretch of zeros': (bytes, random) => {
    const copy = bytes.slice()
    const at = random.below(bytes.length)
    return copy.fill(0, at, at + 1 + random.below(2000))
  },
  'a stretch twice': (bytes, random) => {
    const [from, to] = [random.below(bytes.length), random.below(bytes.length)].sort((a, b) => a - b) as [number, number]
    return Uint8Array.from([...bytes.slice(0, to), ...bytes.slice(from)])
  },
  'a stretch lost': (bytes, random) => {
    const from = random.below(bytes.length)
    const to = from + random.below(500)
    return Uint8Array.from([...bytes.slice(0, from), ...bytes.slice(to)])
  },
  'noise behind it': (bytes, random) => Uint8Array.from([...bytes, ...Array.from({ length: random.below(3000) }, () => random.below(256))]),
}

function changed(bytes: Uint8Array, times: number, random: Random, change: (byte: number) => number): Uint8Array {
  const copy = bytes.slice()
  for (let time = 0; time < times; time += 1) {
    const at = random.below(copy.length)
    copy[at] = change(copy[at] ?? 0)
  }
  return copy
}

interface Outcome {
  /** One element for each file in it. */
  readonly reports: readonly ReadReportFile[]
  readonly refused: readonly string[]
  readonly milliseconds: number
}

async function readDamaged(file: ReportFile): Promise<Outcome> {
  const started = performance.now()
  const { files: unpacked, problems } = await unpackFiles(file)
  const reports: ReadReportFile[] = []
  for (const one of unpacked) reports.push(await readReportFile(one, { agencies: [], sha256: () => Promise.resolve(''), pdf }))
  return { reports, refused: problems.filter(({ code }) => code !== 'archive.ignored').map(({ code }) => code), milliseconds: performance.now() - started }
}

describe(`of ${files} damaged files of all types`, () => {
  it('each is read or ends in one typed sentence, in time, without an error', { timeout: isLong ? 3_600_000 : 120_000 }, async () => {
    const counts = new Map<string, number>()
    const count = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1)
    const faults: string[] = []
    let slowest = 0
    for (let seed = 1; seed <= files; seed += 1) {
      const random = randomFrom(seed)
      const type = types[seed % types.length] ?? 'txt'
      const damage = random.pick(Object.keys(damages))
      const bytes = damages[damage]?.(await writeOne(type, random), random) ?? new Uint8Array()
      try {
        const { reports, refused, milliseconds } = await readDamaged({ name: `file.${type}`, bytes })
        slowest = Math.max(slowest, milliseconds)
        if (milliseconds > deadline) faults.push(`${seed} ${type}, ${damage}: ${Math.round(milliseconds)} ms`)
        if (reports.length === 0 && refused.length === 0) faults.push(`${seed} ${type}, ${damage}: nothing was said`)
        for (const { parsed, document } of reports) {
          const codes = parsed.problems.map(({ code }) => code)
          if (document === null && (codes.length !== 1 || !codes[0]?.startsWith('file.'))) faults.push(`${seed} ${type}, ${damage}: ${codes.join()}`)
          count(document === null ? (codes[0] ?? '') : 'read')
        }
        for (const code of refused) count(code)
      } catch (error) {
        faults.push(`${seed} ${type}, ${damage}: ${error instanceof Error ? (error.stack ?? error.message).slice(0, 400) : String(error)}`)
      }
    }
    console.info(`${files} damaged files, slowest ${Math.round(slowest)} ms: ${[...counts].sort(([, a], [, b]) => b - a).map(([code, times]) => `${code} ${times}`).join(', ')}`)
    expect(faults).toEqual([])
  })
})
