import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { listRunTimePackages } from '../scripts/contents.mjs'
import { projectRoot } from './sourceFiles.ts'

interface LockedPackage {
  readonly version: string
  readonly integrity?: string
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(path.join(projectRoot, file), 'utf8'))

const declared = readJson('package.json') as { dependencies: Record<string, string>; devDependencies: Record<string, string> }
const lock = readJson('package-lock.json') as { packages: Record<string, LockedPackage> }
const locked = Object.entries(lock.packages)
  .filter(([place]) => place !== '')
  .map(([place, about]) => ({ ...about, name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length), place }))

const versionsOf = (name: string): string[] => locked.filter((one) => one.name === name).map(({ version }) => version)

/** Whether version a is b or newer. */
function isAtLeast(a: string, b: string): boolean {
  const [left = [], right = []] = [a, b].map((version) => version.split(/[.-]/).slice(0, 3).map(Number))
  const at = right.findIndex((part, i) => (left[i] ?? NaN) !== part)
  return at === -1 || (left[at] ?? NaN) > (right[at] ?? NaN)
}

describe('packages', () => {
  it('are asked for by exact version', () => {
    const asked = Object.entries({ ...declared.dependencies, ...declared.devDependencies })
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  })

  it('are locked with a hash of their content, and from no particular registry', () => {
    // Binaries for systems that the lockfile was not made on could not be fetched there: they are held by exact version alone.
    const unhashed = locked.filter(({ integrity }) => !integrity?.startsWith('sha512-'))
    expect(unhashed.filter(({ optional, os }) => !optional || os === undefined).map(({ place }) => place)).toEqual([])
    expect(
      unhashed.filter(({ os, cpu, libc = ['glibc'] }) => os?.includes('linux') && cpu?.includes('x64') && libc.includes('glibc')),
    ).toEqual([])
    expect(readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8')).not.toContain('"resolved"')
  })

  it('are locked for every system, since npm ci refuses a lockfile that lacks one', () => {
    const wanted = locked.flatMap(({ place, optionalDependencies = {} }) =>
      Object.keys(optionalDependencies).map((name) => [place, name] as const),
    )
    const places = new Set(locked.map(({ place }) => place))
    const missing = wanted.filter(([place, name]) => !places.has(`node_modules/${name}`) && !places.has(`${place}/node_modules/${name}`))
    expect(missing).toEqual([])
  })

  it('run no scripts when they are installed', () => {
    expect(readFileSync(path.join(projectRoot, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m)
  })

  it('that run in the site may be handed on under a licence that asks for no more than a notice', async () => {
    // Zlib: the part of pako that is a port of zlib. BSD: `duck`, whose licence file has the two clauses.
    const allowed = /^(MIT|ISC|0BSD|Apache-2\.0|MPL-2\.0|BSD(-[23]-Clause)?|Zlib|Unlicense|CC0-1\.0|BlueOak-1\.0\.0)$/
    const runTime = await listRunTimePackages()
    const isAllowed = (license: string) =>
      license
        .replace(/[()]/g, '')
        .split(' AND ')
        .every((part) => part.split(' OR ').some((choice) => allowed.test(choice)))
    expect(runTime.filter(({ license }) => !isAllowed(license)).map(({ name, license }) => `${name}: ${license}`)).toEqual([])
    expect(runTime.length).toBeGreaterThan(10)
  })
})

describe('versions with known holes', () => {
  it('the engine is the one release that was checked', () => {
    expect(declared.dependencies['@duckdb/duckdb-wasm']).toBe('1.32.0')
    expect(versionsOf('@duckdb/duckdb-wasm')).toEqual(['1.32.0'])
  })

  it('Arrow is there once, in the major that the engine was built with', () => {
    expect(versionsOf('apache-arrow')).toHaveLength(1)
    expect(versionsOf('apache-arrow')[0]).toMatch(/^17\./)
  })

  it.each([
    ['echarts', (version: string) => isAtLeast(version, '6.1.0')],
    ['dompurify', (version: string) => isAtLeast(version, '3.4.17')],
    ['mammoth', (version: string) => isAtLeast(version, '1.11.0')],
    ['pdfjs-dist', (version: string) => isAtLeast(version, '6.2.108') || (isAtLeast(version, '4.2.67') && !isAtLeast(version, '5.6.83'))],
  ])('%s, if used, is none of those', (name, isSafe) => {
    expect(versionsOf(name).filter((version) => !isSafe(version))).toEqual([])
  })

  it.each([
    ['6.0.0', '6.1.0', false],
    ['6.1.0', '6.1.0', true],
    ['10.0.0', '6.1.0', true],
    ['5.6.83', '5.6.83', true],
    ['5.5.207', '5.6.83', false],
  ])('%s is at least %s: %s', (a, b, expected) => expect(isAtLeast(a, b)).toBe(expected))

  it.each(['xlsx', 'exceljs', 'codemirror', 'jquery', 'moment'])('%s is not used', (name) => {
    expect(versionsOf(name)).toEqual([])
  })
})

describe('what the project is made of', () => {
  /** Files that are written by us: no packages, nothing built, no input of others. */
  const ours = readdirSync(projectRoot, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => !/(^|\/)(node_modules|dist|\.git|\.build|test-results|bench-results)(\/|$)/.test(file))
    .filter((file) => /\.(ts|tsx|mjs|js|json|css|html|md|csv|yml|sh|svg|txt)$|(^|\/)(\.npmrc|LICENSE|run)$/.test(file))
  const texts = ours.map((file) => ({ file, text: readFileSync(path.join(projectRoot, file), 'utf8') }))

  it('names no folder of one machine', () => {
    const machinePath = /(?<![\w.*/-])\/(home|Users|root|work|var\/folders)\/[\w.-]+/
    expect(texts.filter(({ text }) => machinePath.test(text)).map(({ file }) => file)).toEqual([])
  })

  it('names no package registry', () => {
    const registry = /registry\.(npmjs\.org|npmmirror\.com|yarnpkg\.com)|_authToken|^registry\s*=/m
    expect(texts.filter(({ text, file }) => file !== 'tests/dependencies.test.ts' && registry.test(text)).map(({ file }) => file)).toEqual(
      [],
    )
  })

  it('has a licence', () => {
    expect(existsSync(path.join(projectRoot, 'LICENSE'))).toBe(true)
    expect((readJson('package.json') as { license: string }).license).toBe('MIT')
  })
})
