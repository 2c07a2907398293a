import { createServer, type Server } from 'node:http'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLab, type OpenedLab } from './openLab.ts'
import { portOf } from './labServer.ts'

let lab: OpenedLab
let page: Page
let elsewhere: Server
let askedElsewhere = 0
beforeAll(async () => {
  lab = await openLab()
  page = await lab.newPage()
  // A host that lets everybody read: what keeps us from it is the fence alone.
  elsewhere = createServer((_, response) => {
    askedElsewhere++
    response
      .writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*', 'Access-Control-Expose-Headers': '*' })
      .end('a\n1\n')
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  await page.evaluate((data) => window.lab.open({ data }), lab.data)
  await page.evaluate((data) => window.lab.open({ name: 'guest', role: 'guest', data }), lab.data)
}, 60_000)
afterAll(async () => {
  await lab.close()
  elsewhere.close()
})

const askGuest = (text: string) => page.evaluate((statement) => window.lab.ask(statement, { name: 'guest' }), text)

/** Each opens, writes, loads or unlocks something. `HOST` is a host that would answer. */
const forbidden = [
  "SELECT * FROM read_csv('HOST/a.csv')",
  "FROM 'HOST/a.csv'",
  "SELECT * FROM read_text('HOST/a.csv')",
  "SELECT * FROM read_blob('HOST/a.csv')",
  "SELECT * FROM read_csv('https://example.org/a.csv')",
  "SELECT * FROM read_csv('s3://bucket/a.csv')",
  "SELECT * FROM read_parquet('HOST/a.parquet')",
  "SELECT * FROM read_json('HOST/a.json')",
  "FROM 'other.csv'",
  "FROM '/etc/passwd'",
  "SELECT * FROM read_csv('/etc/passwd')",
  "SELECT * FROM read_text('/etc/passwd')",
  "SELECT * FROM read_csv('blob:nothing')",
  "SELECT * FROM read_csv('data:text/csv,a')",
  "COPY d.reports TO 'stolen.csv'",
  "COPY d.reports TO 'HOST/stolen.csv'",
  "COPY (SELECT 1) TO '/dev/stdout'",
  "COPY d.reports FROM 'HOST/a.csv'",
  "CREATE TABLE stolen AS FROM read_csv('HOST/a.csv')",
  "EXPORT DATABASE 'folder'",
  "EXPORT DATABASE d TO 'folder'",
  "IMPORT DATABASE 'folder'",
  "ATTACH 'other.duckdb'",
  "ATTACH 'other.duckdb' AS other",
  "ATTACH 'HOST/other.duckdb' AS other (READ_ONLY)",
  "ATTACH IF NOT EXISTS 'other.duckdb' AS other",
  "ATTACH 'dataset.duckdb2' AS other",
  'LOAD icu',
  'LOAD httpfs',
  "LOAD 'HOST/evil.wasm'",
  'UPDATE EXTENSIONS',
  'SET enable_external_access = true',
  'RESET enable_external_access',
  'SET lock_configuration = false',
  'RESET lock_configuration',
  'SET GLOBAL lock_configuration = false',
  "SET memory_limit = '4GB'",
  'RESET memory_limit',
  "PRAGMA memory_limit = '4GB'",
  "SET max_memory = '4GB'",
  "SET temp_directory = 'x'",
  'SET autoload_known_extensions = true',
  'SET autoinstall_known_extensions = true',
  'SET allow_community_extensions = true',
  'SET allow_unsigned_extensions = true',
  "SET custom_extension_repository = 'HOST'",
  "SET autoinstall_extension_repository = 'HOST'",
  "SET extension_directory = 'x'",
  "SET allowed_paths = ['/']",
  "SET allowed_directories = ['/']",
  'SET threads = 2',
  'PRAGMA threads = 2',
  "SET home_directory = '/'",
  "SET file_search_path = '/'",
  "SET disabled_filesystems = ''",
  "SET profile_output = 'x.json'",
  "SET log_query_path = 'x.log'",
  'INSERT INTO d.reports VALUES (1)',
  'UPDATE d.reports SET year = 2000',
  'DELETE FROM d.reports',
  'DROP TABLE d.reports',
  'CREATE TABLE d.mine (i INTEGER)',
  'ALTER TABLE d.reports ADD COLUMN x INTEGER',
]

/** Accepted, since in a browser there is nothing to install into; nothing is fetched, and LOAD stays refused. */
const powerless = ['INSTALL icu', 'INSTALL httpfs FROM community', "INSTALL 'HOST/evil.wasm'", 'FORCE INSTALL json']

const harmless = [
  'SELECT count(*) AS n FROM d.reports',
  'CREATE TEMP TABLE mine AS SELECT 1 AS i',
  'CREATE OR REPLACE TABLE theirs AS SELECT * FROM d.reports',
  'INSERT INTO theirs SELECT * FROM d.reports',
  'CREATE VIEW seen AS SELECT year FROM d.reports',
  'CREATE MACRO next_year(y) AS y + 1',
  'SELECT next_year(2020) AS n',
  'SET VARIABLE chosen = 2019',
  "SELECT getvariable('chosen') AS n",
  'EXPLAIN SELECT 1',
  'SHOW TABLES',
  'SUMMARIZE theirs',
  'DESCRIBE d.reports',
  'USE d',
]

describe('E27: after opening, an engine opens nothing more', () => {
  it('is told so in this order', async () => {
    const told = await page.evaluate(() => window.lab.told)
    const statements = (limit: string) => [
      'SET autoload_known_extensions = false',
      'SET autoinstall_known_extensions = false',
      'SET allow_community_extensions = false',
      `SET memory_limit = '${limit}'`,
      "ATTACH 'dataset.duckdb' AS d (READ_ONLY)",
      'SET enable_external_access = false',
      'SET lock_configuration = true',
    ]
    expect(told).toEqual([statements('512MB'), statements('1GB')])
  })

  it('refuses what opens, writes, loads or unlocks, and asks nobody', async () => {
    expect(forbidden.length).toBeGreaterThanOrEqual(60)
    const from = lab.server.requests.length
    const accepted: string[] = []
    for (const text of forbidden) {
      const { name } = await askGuest(text.replace('HOST', `http://127.0.0.1:${portOf(elsewhere)}`))
      if (name === '') accepted.push(text)
      else expect({ text, name }).toEqual({ text, name: 'EngineError' })
    }
    for (const text of powerless) await askGuest(text.replace('HOST', `http://127.0.0.1:${portOf(elsewhere)}`))
    expect(accepted).toEqual([])
    expect(askedElsewhere).toBe(0)
    expect(lab.foreign).toEqual([])
    expect(lab.server.requests.slice(from)).toEqual([])
    expect(await page.evaluate(() => window.lab.starts())).toBe(2)
  })

  it('runs what harms nobody', async () => {
    expect(harmless.length).toBeGreaterThanOrEqual(12)
    for (const text of harmless) {
      const { name, code, message } = await askGuest(text)
      // A listing may hold a type that has no plain form; what matters is that it ran.
      if (code !== 'type') expect({ text, name, message }).toEqual({ text, name: '', message: '' })
    }
  })

  it('lets the core engine only ask', async () => {
    for (const text of [
      'CREATE TEMP TABLE mine AS SELECT 1 AS i',
      'SET VARIABLE chosen = 2019',
      'USE d',
      'DETACH d',
      'CREATE MACRO f(x) AS x',
      'CALL pragma_version()',
    ]) {
      expect(await page.evaluate((statement) => window.lab.ask(statement), text)).toMatchObject({ name: 'EngineError', code: 'refused' })
    }
  })
})

describe("E27a: a reader who opens the guest's copy for writing changes nothing of ours", () => {
  it('since the core has bytes of its own', async () => {
    const hashOfCore = () =>
      page.evaluate(async () => {
        const { rows } = await window.lab.ask('SELECT * FROM d.reports ORDER BY ALL')
        return window.lab.sha256(JSON.stringify(rows))
      })
    const before = await hashOfCore()
    for (const text of [
      'USE memory',
      'DETACH d',
      "ATTACH 'dataset.duckdb' AS d2",
      'UPDATE d2.reports SET requests_new = 999',
      'CHECKPOINT d2',
    ])
      await askGuest(text)
    expect(await askGuest('SELECT max(requests_new) AS most FROM d2.reports')).toMatchObject({ rows: [{ most: 999 }] })
    expect(await hashOfCore()).toBe(before)
    expect(await page.evaluate(() => window.lab.ask('SELECT max(requests_new) AS most FROM d.reports'))).toMatchObject({
      rows: [{ most: 30 }],
    })
  })
})

describe('E28: addresses are given to the engine in at most one place', () => {
  it('of the source', () => {
    const folder = join(import.meta.dirname, '../../../src')
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
    expect(sources.length).toBeGreaterThan(10)
    const sites = sources.flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/\.registerFileURL\(/g) ?? [])
    expect(sites.length).toBeLessThanOrEqual(1)
  })
})

describe("E29: the worker's own policy keeps SQL from foreign hosts, also without the fence", () => {
  const askFrom = (folder: string) =>
    page.evaluate(([under, text]) => window.lab.askUnfenced(under + window.lab.workerUrl, text), [
      folder,
      `SELECT * FROM read_csv('http://127.0.0.1:${portOf(elsewhere)}/a.csv', auto_detect = false, columns = {a: 'INTEGER'}, header = true)`,
    ] as const)

  it('so no request leaves', async () => {
    const before = askedElsewhere
    expect((await askFrom('')).name).not.toBe('')
    expect(askedElsewhere).toBe(before)
  })

  it('while a policy that allows any host lets it through', async () => {
    const before = askedElsewhere
    await askFrom('/policy-with-any-host')
    expect(askedElsewhere).toBeGreaterThan(before)
  })
})
