import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { parseReport } from '../../src/reports/parseReport.ts'
import type { ParsedReport } from '../../src/reports/figure.ts'

const project = new URL('../../', import.meta.url)
const folder = new URL('../shared/reports/', project)
const handFiles = ['read-by-hand.csv', 'read-by-hand-governments.csv'].map((name) => new URL(`data/china-ogi/${name}`, project))
const library = new URL('node_modules/pdfjs-dist/', project)

/** One line of a table of figures read by hand, by its columns. */
type HandRow = Readonly<Record<string, string>>

/** Splits a CSV file whose fields may stand in quotation marks. */
function readCsv(text: string): readonly HandRow[] {
  const rows = [...text.replace(/^\uFEFF/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^,\n\r]*))(,|\r?\n|$)/g)].reduce<string[][]>(
    (done, [whole, quoted, plain, end]) => {
      if (whole === '') return done
      done.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
      if (end !== ',') done.push([])
      return done
    },
    [[]],
  )
  const [header = [], ...body] = rows.filter((row) => row.length > 1)
  return body.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])))
}

async function parse(name: string): Promise<ParsedReport> {
  return parseReport(
    { name, bytes: new Uint8Array(await readFile(new URL(name, folder))) },
    {
      agencies: [],
      sha256: (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
      pdf: { read: async (part, file) => new Uint8Array(await readFile(new URL(`${part}/${file}`, library))) },
    },
  )
}

// The reports are other people's and are not part of the project; where they are not at hand there is nothing to compare.
describe.skipIf(!existsSync(folder) || !handFiles.every((file) => existsSync(file)))('published reports, against their figures read by hand', () => {
  it('every cell of their tables is read as a person read it, and no other', { timeout: 120_000 }, async () => {
    const rows = (await Promise.all(handFiles.map((file) => readFile(file, 'utf8')))).flatMap(readCsv)
    const name = (cell: string, applicant: string): string => `${cell} ${applicant}`
    for (const file of await readdir(folder)) {
      const { figures } = await parse(file)
      const byHand = rows.filter((row) => row['cell'] !== '' && file.startsWith(`${row['report'] ?? ''}.`))
      const read = figures.filter(({ cell }) => cell !== null)
      const printed = read.map((figure) => [name(figure.cell ?? '', figure.applicant ?? ''), [figure.state, figure.value]])
      const written = byHand.map((row) => [
        name(row['cell'] ?? '', row['applicant'] ?? ''),
        [row['state'], row['value'] === '' ? null : Number(row['value'])],
      ])
      expect({ file, count: printed.length, cells: Object.fromEntries(printed) as unknown }).toEqual({
        file,
        count: written.length,
        cells: Object.fromEntries(written) as unknown,
      })
    }
  })

  it('what their prose says is read as a person read it: every claim with its grade, and nothing else', { timeout: 120_000 }, async () => {
    const rows = (await Promise.all(handFiles.map((file) => readFile(file, 'utf8')))).flatMap(readCsv)
    for (const file of await readdir(folder)) {
      const { figures } = await parse(file)
      const claims = figures.filter(({ cell, indicator }) => cell === null && indicator !== null)
      const read = claims.map(({ indicator, qualifier, value, evidence }) => `${indicator} ${qualifier ?? ''}${value} ${evidence}`)
      const byHand = rows
        .filter((row) => row['cell'] === '' && file.startsWith(`${row['report'] ?? ''}.`))
        .map((row) => `${row['indicator']} ${row['qualifier']}${row['value']} ${row['evidence']}`)
      expect({ file, claims: [...read].sort() }).toEqual({ file, claims: [...byHand].sort() })
    }
  })
})
