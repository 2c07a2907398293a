import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { noteRelease, placeSite } from '../../scripts/place.mjs'

let folder: string
const target = (): string => path.join(folder, 'published')
const isThere = (name: string): boolean => existsSync(path.join(target(), name))
const readText = (name: string): string => readFileSync(path.join(target(), name), 'utf8')

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'place-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A site as it is built: our own code and the data change from release to release, the engine stays. */
async function makeSite(release: string): Promise<string> {
  const site = path.join(folder, release)
  const data = release.repeat(16).slice(0, 16)
  const put = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(site, name)), { recursive: true })
    writeFileSync(path.join(site, name), text)
  }
  put('index.html', `<script src="./assets/index-${release}.js">`)
  put('datasets.json', '[]')
  put('.htaccess', 'rules')
  put('assets/.htaccess', 'rules')
  put(`assets/index-${release}.js`, release)
  put(`assets/index-${release}.js.gz`, release)
  put('assets/engine/duckdb-eh-x.wasm', 'engine')
  put('data/china/manifest.json', release)
  put(`data/china/dataset.${data}.duckdb`, release)
  put(`data/china/dataset.${data}.duckdb.br`, release)
  put(`data/china/api/agencies/only-${release}.json`, release)
  await noteRelease(site)
  return site
}

describe('a release in the place of another', () => {
  it('leaves the files of two earlier ones to pages that are open, and no more', async () => {
    for (const release of ['a', 'b', 'c', 'd']) await placeSite(await makeSite(release), target())
    expect(['a', 'b', 'c', 'd'].map((release) => isThere(`assets/index-${release}.js`))).toEqual([false, true, true, true])
    expect(['a', 'b', 'c', 'd'].map((release) => isThere(`assets/index-${release}.js.gz`))).toEqual([false, true, true, true])
    expect(readdirSync(path.join(target(), 'data/china')).filter((name) => name.endsWith('.duckdb'))).toHaveLength(3)
    expect(readdirSync(path.join(target(), 'data/china')).filter((name) => name.endsWith('.br'))).toHaveLength(3)
    expect(readText('index.html')).toContain('index-d.js')
    expect(readText('assets/engine/duckdb-eh-x.wasm')).toBe('engine')
    expect(isThere('assets/.htaccess')).toBe(true)
  })

  it('takes all other files as they are now: nothing of an earlier dataset stays readable under its address', async () => {
    await placeSite(await makeSite('a'), target())
    await placeSite(await makeSite('b'), target())
    expect(readText('data/china/manifest.json')).toBe('b')
    expect(readdirSync(path.join(target(), 'data/china/api/agencies'))).toEqual(['only-b.json'])
    expect(readdirSync(target(), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(new|old)(\/|$)/.test(name))).toEqual([])
  })

  it('may be put in place again, without forgetting the ones before', async () => {
    await placeSite(await makeSite('a'), target())
    const site = await makeSite('b')
    for (let i = 0; i < 4; i++) await placeSite(site, target())
    expect(isThere('assets/index-a.js')).toBe(true)
  })

  it('leaves alone what is not of the site', async () => {
    await placeSite(await makeSite('a'), target())
    mkdirSync(path.join(target(), 'data/own'), { recursive: true })
    writeFileSync(path.join(target(), 'data/own/manifest.json'), 'own')
    writeFileSync(path.join(target(), 'robots.txt'), 'own')
    await placeSite(await makeSite('b'), target())
    expect([readText('data/own/manifest.json'), readText('robots.txt')]).toEqual(['own', 'own'])
  })

  it('follows one that was copied by hand', async () => {
    mkdirSync(path.join(target(), 'data/china'), { recursive: true })
    writeFileSync(path.join(target(), 'index.html'), 'by hand')
    await placeSite(await makeSite('a'), target())
    expect(readText('index.html')).toContain('index-a.js')
  })

  it('never goes into itself', async () => {
    const site = await makeSite('a')
    await expect(placeSite(site, path.join(site, 'within'))).rejects.toThrow('two folders')
    await expect(placeSite(site, site)).rejects.toThrow('two folders')
  })
})
