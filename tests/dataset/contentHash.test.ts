import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { hashContent } from '../../src/dataset/contentHash.ts'
import { readPackage } from '../../src/dataset/readPackage.ts'
import type { Catalogue } from '../../src/indicators/catalogue.ts'
import { ourCatalogue } from '../../src/indicators/ourCatalogue.ts'

const folder = 'tests/datasets/small'
const encoder = new TextEncoder()

/** The fingerprint of the small dataset after a change to the text of one of its files. */
async function hashWith(
  file = '',
  change: (text: string) => string = (text) => text,
  catalogue: Pick<Catalogue, 'indicators'> = ourCatalogue,
): Promise<string> {
  const read = await readPackage((name) => {
    const text = readFileSync(`${folder}/${name}`, 'utf8')
    return Promise.resolve(encoder.encode(name === file ? change(text) : text))
  }, ourCatalogue)
  expect(read.rejects).toEqual([])
  return hashContent(read, catalogue)
}

/** The lines of a table in another order, under the same head. */
const reverseRows = (text: string): string => {
  const [head = '', ...lines] = text.trimEnd().split('\n')
  return [head, ...lines.reverse(), ''].join('\n')
}

const exchange =
  (from: string, to: string) =>
  (text: string): string => {
    expect(text).toContain(from)
    return text.replace(from, to)
  }

describe('the fingerprint of what a dataset says', () => {
  let now = ''
  beforeAll(async () => {
    now = await hashWith()
  })

  it('is the same on every machine', async () => {
    expect(await hashWith('', undefined, { indicators: [] })).toMatchInlineSnapshot(
      `"4e5bb69683c91fa10b57878076477cbc2dfb3c76050c3928422fcde5d5005e54"`,
    )
  })

  it.each<[string, string, (text: string) => string]>([
    ['line ends of Windows', 'cells.csv', (text) => text.replaceAll('\n', '\r\n')],
    ['a byte-order mark', 'agencies.csv', (text) => `\ufeff${text}`],
    ['quotes that are not needed', 'reports.csv', (text) => text.replace(/^([a-z-]+-\d{4}),/gm, '"$1",')],
    ['another order of agencies', 'agencies.csv', reverseRows],
    ['another order of reports', 'reports.csv', reverseRows],
    ['another title', 'datapackage.json', (text) => text.replace(/"title": "[^"]*"/, '"title": "另一个名称"')],
  ])('stays with %s', async (_, file, change) => {
    expect(change(readFileSync(`${folder}/${file}`, 'utf8'))).not.toBe(readFileSync(`${folder}/${file}`, 'utf8'))
    expect(await hashWith(file, change)).toBe(now)
  })

  it.each<[string, string, (text: string) => string]>([
    ['one cell', 'cells.csv', exchange('400,400,value', '401,401,value')],
    ['one cell from a number to a blank', 'cells.csv', exchange('400,400,value', ',,blank')],
    ['the place of two cells', 'cells.csv', reverseRows],
    ['a name', 'agencies.csv', exchange('甲局', '甲二局')],
    ['a complete year', 'datapackage.json', (text) => text.replace('2019', '2018')],
  ])('changes with %s', async (_, file, change) => {
    expect(await hashWith(file, change)).not.toBe(now)
  })

  it('changes with the way in which a measure is worked out, and not with its words', async () => {
    const change = (more: object) => ({
      ...ourCatalogue,
      indicators: ourCatalogue.indicators.map((one) => (one.id === 'disclosure_rate' ? { ...one, ...more } : one)),
    })
    expect(await hashWith('', undefined, change({ minSize: 999 }))).not.toBe(now)
    expect(await hashWith('', undefined, change({ name: { zh: '甲', en: 'A' } }))).toBe(now)
  })
})
