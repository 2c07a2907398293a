import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer, type Served } from '../../scripts/serve.mjs'
import { apiAddresses, indicatorFields, sizeField, type ApiField } from '../../src/dataset/apiAddresses.ts'
import { listApiExamples, quotable, type ApiExample } from '../../src/dataset/apiExamples.ts'
import { readDescriptor } from '../../src/dataset/descriptor.ts'
import { readCsv } from '../../src/dataset/csv.ts'
import { readManifest } from '../../src/dataset/manifest.ts'
import { makeManifest } from '../../src/dataset/staticApi.ts'
import { guardText } from '../../src/exports/csvFile.ts'
import { indicatorById, type Catalogue } from '../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'
import { buildDataset } from '../../src/publish.ts'

/* Every address of the static API over the small dataset, and the examples that the data page gives, run against a server. */

type Row = Readonly<Record<string, string | number | boolean | null | undefined>>

let folder: string
let served: Served
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ogi-test-'))
  await buildDataset('tests/datasets/small', folder)
  served = await createServer(folder)
}, 60_000)
afterAll(async () => {
  await served.close()
  rmSync(folder, { recursive: true, force: true })
})
const readText = (file: string): string => readFileSync(path.join(folder, file), 'utf8')
const readJson = (file: string): unknown => JSON.parse(readText(file))
const readRows = (file: string): readonly Row[] => readJson(file) as readonly Row[]
const catalogue: Catalogue = ourCatalogue
const published = catalogue.indicators.filter(({ type }) => type !== 'text')
const isWorkedOut = (id: string): boolean => indicatorById(catalogue, id).kind !== 'reported'
const columnsOf = (id: string): string[] => [...indicatorFields, ...(isWorkedOut(id) ? [sizeField] : [])].map(({ name }) => name)
const csvRows = (file: string): readonly Row[] => {
  const { header, problems, items } = readCsv(readText(file))
  expect(problems).toEqual([])
  return [...items].map((item) => {
    if (item.kind === 'problem') throw new Error(`${file}: ${item.problem.reason.en}`)
    return Object.fromEntries((header ?? []).map((name, at) => [name, item.record.fields[at]]))
  })
}
/** Every field is said, and every field that is said is there, apart from optional ones. */
const expectFields = (row: Row, fields: readonly ApiField[], where: string): void => {
  const known = fields.map(({ name }) => name)
  const missing = fields.filter(({ name, optional }) => !optional && !(name in row)).map(({ name }) => name)
  expect({ missing, unsaid: Object.keys(row).filter((name) => !known.includes(name)) }, where).toEqual({ missing: [], unsaid: [] })
}
const fieldsOf = (pattern: string): readonly ApiField[] => apiAddresses.find((one) => one.pattern === pattern)?.fields ?? []
const ids = (rows: readonly Row[], name: string): string[] => rows.map((row) => String(row[name]))

describe('the static API', () => {
  it('holds at every address what is said of it, and nothing at any other', () => {
    const agencies = ids(readRows('api/agencies.json'), 'id')
    const reports = ids(readRows('api/reports.json'), 'report')
    const { answers, dataFile } = readJson('manifest.json') as { readonly answers: readonly string[]; readonly dataFile: string }
    const filesOf: Readonly<Record<string, readonly string[]>> = {
      // Stands in the folder of the app; the built site is looked at in tests/e2e.
      'datasets.json': [],
      'api/indicators/<indicator>.json': published.map(({ id }) => `api/indicators/${id}.json`),
      'api/indicators/<indicator>.csv': published.map(({ id }) => `api/indicators/${id}.csv`),
      'api/agencies/<agency>.json': agencies.map((id) => `api/agencies/${id}.json`),
      'api/reports/<report>.json': reports.map((id) => `api/reports/${id}.json`),
      'api/answers/<question>/<key>.json': answers.map((key) => `api/answers/${key}.json`),
      'dataset.<hash>.duckdb': [dataFile],
    }
    // Nothing was published before, so that nothing earlier is kept.
    const expected = apiAddresses.flatMap(({ pattern }) => filesOf[pattern] ?? (pattern.startsWith('earlier/') ? [] : [pattern]))
    const found = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    expect(found.sort()).toEqual(expected.sort())
    expect([agencies.length, reports.length, published.length > 140]).toEqual([4, 9, true])
  })

  it('has the fields that are said of it', () => {
    for (const { pattern, holds, fields } of apiAddresses) {
      if (holds === 'file' || pattern.includes('<') || pattern === 'datasets.json') continue
      const json = readJson(pattern)
      for (const row of holds === 'list' ? (json as readonly Row[]) : [json as Row]) expectFields(row, fields, pattern)
    }
    for (const [kind, pattern] of [
      ['agencies', 'api/agencies/<agency>.json'],
      ['reports', 'api/reports/<report>.json'],
    ] as const) {
      for (const file of readdirSync(path.join(folder, 'api', kind)))
        expectFields(readJson(`api/${kind}/${file}`) as Row, fieldsOf(pattern), file)
    }
  })

  it('gives an indicator as JSON and as CSV with the same rows, n last and only where it is worked out, and no field that a spreadsheet program could run', () => {
    const texts = new Set<string>()
    for (const { id } of published) {
      const json = readRows(`api/indicators/${id}.json`)
      const text = readText(`api/indicators/${id}.csv`)
      // No byte-order mark that a program would have to skip.
      expect(text.split('\n', 1), id).toEqual([columnsOf(id).join(',')])
      const plain = json.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)])),
      )
      const rows = csvRows(`api/indicators/${id}.csv`)
      expect(rows, id).toEqual(plain)
      for (const row of rows) for (const value of Object.values(row)) texts.add(String(value))
      expect(Object.keys(json[0] ?? {}), id).toEqual(columnsOf(id))
    }
    for (const text of texts) if (!/^-?\d+(\.\d+)?(e-?\d+)?$/.test(text)) expect(guardText(text)).toBe(text)
  })

  it('has a row for every agency and year, absent ones with their reason, and one per grade where there are several', () => {
    const agencies = ids(readRows('api/agencies.json'), 'id')
    const reasons = new Set<unknown>(catalogue.absenceReasons.map(({ id }) => id))
    const printed = new Set<unknown>(catalogue.valueStates.map(({ id }) => id))
    const wrong: string[] = []
    for (const { id, byApplicant } of published) {
      const grades = new Map<string, string>()
      for (const row of readRows(`api/indicators/${id}.json`)) {
        const where = `${id} ${String(row.agency)} ${String(row.year)}`
        if (!(row.evidence === null ? reasons : printed).has(row.state)) wrong.push(`${where}: state ${String(row.state)}`)
        if ((row.value === null) === ['value', 'zero'].includes(String(row.state))) wrong.push(`${where}: value of ${String(row.state)}`)
        if ((row.report === null) !== (row.state === 'not_loaded')) wrong.push(`${where}: report of ${String(row.state)}`)
        const at = `${String(row.agency)} ${String(row.year)}`
        if (row.applicant === (byApplicant ? 'total' : null)) grades.set(at, (grades.get(at) ?? '') + String(row.evidence ?? 'A'))
      }
      for (const agency of agencies)
        for (let year = 2018; year <= 2022; year += 1)
          if (!/^AB?C?D?$/.test(grades.get(`${agency} ${year}`) ?? ''))
            wrong.push(`${id} ${agency} ${year}: ${grades.get(`${agency} ${year}`)}`)
    }
    expect(wrong).toEqual([])
  })

  it('tells rows, numbers and bytes of each indicator before its files are fetched', () => {
    const lines = readRows('api/indicators.json')
    expect(ids(lines, 'id')).toEqual(published.map(({ id }) => id))
    for (const line of lines) {
      const [json, csv] = ['json', 'csv'].map((ending) => `api/indicators/${String(line.id)}.${ending}`) as [string, string]
      const rows = readRows(json)
      expect(line).toEqual({
        id: line.id,
        rows: rows.length,
        numbers: rows.reduce((sum, row) => sum + (typeof row.value === 'number' ? 1 : 0), 0),
        json: readFileSync(path.join(folder, json)).length,
        csv: readFileSync(path.join(folder, csv)).length,
      })
    }
  })
})

describe('a manifest', () => {
  const descriptor = (licenses: unknown): string =>
    JSON.stringify({ name: 'one', titles: { zh: '一', en: 'One' }, version: '1.0.0', licenses })
  const licencesOf = (licenses: unknown): unknown => {
    const read = readDescriptor(descriptor(licenses))
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    const none = { rows: 0, accepted: 0, rejected: 0 }
    const counts = { regions: none, agencies: none, events: none, reports: none, cells: none, verdicts: none }
    const manifest = makeManifest(
      { descriptor: read.descriptor, counts, reports: [], agencies: [], regions: [], events: [], verdicts: [], figures: 0 },
      { file: 'dataset.duckdb', bytes: 0, sha256: '0'.repeat(64) },
    )
    expect(readManifest(JSON.parse(JSON.stringify(manifest)))).toMatchObject({ version: '1.0.0', licenses: manifest.licenses })
    return manifest.licenses
  }

  it('says the licence of a dataset as its descriptor does', () => {
    const address = 'https://creativecommons.org/publicdomain/zero/1.0/'
    expect(licencesOf([{ name: 'CC0-1.0', title: 'CC0 1.0', path: address }])).toEqual([{ name: 'CC0-1.0', title: 'CC0 1.0', address }])
    expect(licencesOf([{ name: 'CC0-1.0' }, {}])).toEqual([{ name: 'CC0-1.0', title: 'CC0-1.0', address: null }])
  })

  it('takes no licence for an address that is none, and no dataset for broken because its licence cannot be read', () => {
    expect(licencesOf([{ name: 'x', path: 'javascript:alert(1)' }])).toEqual([{ name: 'x', title: 'x', address: null }])
    expect([licencesOf('CC0'), licencesOf(undefined), licencesOf(null)]).toEqual([[], [], []])
  })
})

interface Resource {
  readonly name: string
  readonly path: string
  readonly schema: {
    readonly fields: readonly {
      readonly name: string
      readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[] }
    }[]
    readonly primaryKey?: readonly string[]
    readonly foreignKeys: readonly {
      readonly fields: readonly string[]
      readonly reference: { readonly resource: string; readonly fields: readonly string[] }
    }[]
  }
}

describe('the data package', () => {
  it('holds what its descriptor names: every table with its columns, required fields, allowed values, keys', () => {
    const packed = unzipSync(readFileSync(path.join(folder, 'dataset.zip')))
    const textOf = (name: string): string => new TextDecoder().decode(packed[name])
    const { $schema, name, resources } = JSON.parse(textOf('datapackage.json')) as { $schema: string; name: string; resources: Resource[] }
    expect([$schema, name, resources.length]).toEqual(['https://datapackage.org/profiles/2.0/datapackage.json', 'small', 6])
    const rowsOf = new Map(
      resources.map((resource) => {
        const { header, items } = readCsv(textOf(resource.path))
        expect(header, resource.path).toEqual(resource.schema.fields.map((one) => one.name))
        const rows = [...items].map((item) => (item.kind === 'record' ? item.record.fields : []))
        return [
          resource.name,
          rows.map((fields) => Object.fromEntries((header ?? []).map((column, at) => [column, fields[at] ?? '']))),
        ] as const
      }),
    )
    for (const { name: table, schema } of resources) {
      const rows = rowsOf.get(table) ?? []
      for (const row of rows) {
        for (const { name: column, constraints } of schema.fields) {
          const value = row[column] ?? ''
          if (constraints?.required) expect(value, `${table} ${column}`).not.toBe('')
          if (constraints?.enum && value !== '') expect(constraints.enum, `${table} ${column}`).toContain(value)
        }
      }
      const keys = rows.map((row) => (schema.primaryKey ?? []).map((column) => row[column]).join('\0'))
      if (schema.primaryKey) expect(new Set(keys).size, table).toBe(keys.length)
      for (const { fields, reference } of schema.foreignKeys) {
        const [from = '', to = ''] = [fields[0], reference.fields[0]]
        const known = new Set((rowsOf.get(reference.resource === '' ? table : reference.resource) ?? []).map((row) => row[to]))
        for (const row of rows) if (row[from] !== '') expect(known.has(row[from]), `${table} ${from} ${row[from]}`).toBe(true)
      }
    }
  })
})

const commandThere = (command: string, ...args: string[]): boolean => {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const hasCurl = commandThere('curl', '--version')
const hasPython = commandThere('python3', '--version')
const hasPandas = commandThere('python3', '-c', 'import pandas')
const hasR = commandThere('Rscript', '-e', 'library(readr); library(jsonlite)')
const run = promisify(execFile)

/** Rows of the tables for all applicants together: how many have a number, of how many. */
function countNumbers(id: string): string {
  let [have, of] = [0, 0]
  for (const line of readText(`api/indicators/${id}.csv`).trim().split('\n').slice(1)) {
    const [, , applicant, value, , evidence] = line.split(',')
    if ((applicant !== 'total' && applicant !== '') || (evidence !== 'A' && evidence !== '')) continue
    of += 1
    if (value !== '') have += 1
  }
  return `${have} of ${of} rows have a number`
}

describe('the examples of the data page', () => {
  const examplesOf = (id: string): readonly ApiExample[] =>
    listApiExamples({
      indicator: indicatorById(catalogue, id),
      addressOf: (file) => new URL(file, served.address).href,
      dataFile: 'dataset.duckdb',
    })
  const textOf = (id: string, example: ApiExample['id']): string => examplesOf(id).find((one) => one.id === example)?.text ?? ''
  // One by applicant, one without, one that is worked out.
  const tried = ['requests_new', 'disclosed_items_total', 'disclosure_rate']

  it('name addresses that answer', async () => {
    const addresses = new Set(tried.flatMap((id) => examplesOf(id).flatMap(({ text }) => text.match(/http:[^'"]+/g) ?? [])))
    expect(addresses.size).toBe(2 * tried.length + 1)
    for (const address of addresses) expect((await fetch(address, { method: 'HEAD' })).status, address).toBe(200)
  })

  it('in curl give the file', async ({ skip }) => {
    skip(!hasCurl, 'curl is not here')
    const [id = ''] = tried
    await run('sh', ['-c', textOf(id, 'curl')], { cwd: tmpdir() })
    expect(readFileSync(path.join(tmpdir(), `${id}.csv`), 'utf8')).toBe(readText(`api/indicators/${id}.csv`))
    rmSync(path.join(tmpdir(), `${id}.csv`))
  })

  it('in Python, without packages, count the numbers', async ({ skip }) => {
    skip(!hasPython, 'Python is not here')
    const { stdout } = await run('python3', ['-c', tried.map((id) => textOf(id, 'python')).join('\n\n')])
    expect(stdout.trim().split('\n')).toEqual(tried.map(countNumbers))
  })

  it('in pandas do the same', async ({ skip }) => {
    skip(!hasPandas, 'pandas is not here')
    const { stdout } = await run('python3', ['-c', textOf('requests_new', 'pandas')])
    expect(stdout.split('\n')[0]).toBe(countNumbers('requests_new'))
  })

  it('in R do the same', async ({ skip }) => {
    skip(!hasR, 'R with readr and jsonlite is not here')
    for (const example of ['readr', 'jsonlite'] as const) {
      const { stdout } = await run('Rscript', ['-e', textOf('requests_new', example)])
      expect(stdout.trim().split('\n').at(-1)).toBe(countNumbers('requests_new'))
    }
  })

  it('in pandas are Python', async ({ skip }) => {
    skip(!hasPython, 'Python is not here')
    const check = 'import ast, sys\nfor text in sys.argv[1:]: ast.parse(text)'
    await run('python3', ['-c', check, ...tried.map((id) => textOf(id, 'pandas'))])
  })

  it('in Excel and R close what they open, and read every column that they name', () => {
    // Neither program is here: brackets, quotes, addresses and names of columns are all that is checked.
    for (const id of tried) {
      for (const example of ['excel', 'readr', 'jsonlite'] as const) {
        const bare = textOf(id, example).replace(/"[^"]*"/g, '""')
        expect(bare, example).not.toMatch(/"(?!")(?<!"")/)
        for (const [open, close] of ['()', '[]', '{}'])
          expect(bare.split(open ?? '').length, `${id} ${example}`).toBe(bare.split(close ?? '').length)
        for (const [, column = ''] of bare.matchAll(/(?:rows\$|tables\$|\[)([a-z]+)\b(?!\$)/g))
          expect(columnsOf(id), example).toContain(column)
      }
    }
  })

  it.each(tried)('in DuckDB read the file of %s, which stands here in place of its address', async (id) => {
    const address = new URL(`api/indicators/${id}.csv`, served.address).href
    const statement = textOf(id, 'duckdb').replace(address, path.join(folder, `api/indicators/${id}.csv`))
    expect(statement).not.toContain('http')
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const rows = (await connection.runAndReadAll(statement)).getRowObjects()
    expect(rows.map((row) => Number(row.year))).toEqual([2018, 2019, 2020, 2021, 2022])
    const sum = (column: string): number => rows.reduce((total, row) => total + Number(row[column]), 0)
    expect(`${sum('numbers')} of ${sum('of_rows')} rows have a number`).toBe(countNumbers(id))
    connection.closeSync()
  })

  it.each(tried)('in DuckDB ask the compiled file about %s', async (id) => {
    const [download = '', command = ''] = textOf(id, 'compiled').split('\n')
    expect(download).toBe(`curl -fsS -o "dataset.duckdb" "${new URL('dataset.duckdb', served.address).href}"`)
    const statement = /^duckdb -readonly "dataset\.duckdb" "([^"]+)"$/.exec(command)?.[1] ?? ''
    const instance = await DuckDBInstance.create(path.join(folder, 'dataset.duckdb'), { access_mode: 'READ_ONLY' })
    const connection = await instance.connect()
    const rows = (await connection.runAndReadAll(statement)).getRowObjects()
    const counted = rows.reduce((total, row) => total + Number(row.cells ?? row.reports), 0)
    const printed = csvOfPackage('cells.csv').filter((row) => row.indicator === id).length
    expect(counted).toBe(isWorkedOut(id) ? 9 : printed)
    connection.closeSync()
    instance.closeSync()
  })
})

const csvOfPackage = (file: string): readonly Row[] => {
  const { header, items } = readCsv(readFileSync(`tests/datasets/small/${file}`, 'utf8'))
  return [...items].flatMap((item) =>
    item.kind === 'record' ? [Object.fromEntries((header ?? []).map((name, at) => [name, item.record.fields[at]]))] : [],
  )
}

describe('an address in an example', () => {
  it('ends no quote and starts nothing in a shell', () => {
    expect(quotable(`http://host/o'n"e/$HOME/\`x\`/a!b\\c/d%20e.csv`)).toBe('http://host/o%27n%22e/%24HOME/%60x%60/a%21b%5Cc/d%20e.csv')
  })
})

describe('docs/static-api.md', () => {
  it('says what the code says', async () => {
    await expect(printDocument()).toMatchFileSnapshot('../../docs/static-api.md')
  })
})

/** The document, from the same list as the data page. */
function printDocument(): string {
  const field = ({ name, about, optional }: ApiField): string => `- \`${name}\`${optional ? ' (optional)' : ''}: ${about.en}`
  const holds = { list: 'JSON array', object: 'JSON object', table: 'CSV', file: 'file' } as const
  const parts = apiAddresses.map(({ pattern, about, holds: kind, fields }) =>
    [
      `### \`${pattern}\``,
      '',
      `${about.en}. ${about.zh}。 (${holds[kind]})`,
      ...(fields.length === 0 ? [] : ['', ...fields.map(field), ...(fields === indicatorFields ? [field(sizeField)] : [])]),
    ].join('\n'),
  )
  const examples = listApiExamples({
    indicator: indicatorById(catalogue, 'requests_new'),
    addressOf: (file) => `http://localhost:4173/data/china-ogi/${file}`,
    dataFile: 'dataset.0123456789abcdef.duckdb',
  })
  const shown = examples.flatMap(({ name, note, text }) => ['', `### ${name.en}`, ...(note ? ['', note.en] : []), '', '```', text, '```'])
  return [
    '# The static API',
    '',
    'What the pages show is published beside them as plain files: no server program, no key, no account. Every address is relative to',
    'the folder of the app; all but `datasets.json` stand in the folder of a dataset, `data/<id>/`, which its manifest names. The page 数据',
    'lists the same addresses as they are where it is served, with examples for the indicator that is chosen.',
    '',
    '- A missing number is `null` in JSON and empty in CSV, and `state` says why. It is never 0. Every agency and year of the dataset has a',
    '  row of grade A or one with the reason, so that “n of N” can be counted; figures of the prose (grades B to D) stand in rows of their own.',
    '- The CSV files of the API are for programs: ids and numbers, LF, no byte-order mark. No field of them can begin like a formula: they',
    '  hold ids, numbers and words of the catalogue, and no text of a report. What people open in a spreadsheet program comes from the',
    "  download buttons: UTF-8 with its mark, names beside ids, texts guarded by a leading `'` where they would begin like a formula.",
    '- `dataset.zip` is the data package as it is: its column `printed` holds what reports print, so open its tables with a program that',
    '  runs no formulas.',
    '- Names stay, their content changes with the data: `contentSha256` in the manifest tells which data they are.',
    '',
    '## Addresses',
    '',
    parts.join('\n\n'),
    '',
    '## Examples',
    ...shown,
    '',
  ].join('\n')
}
