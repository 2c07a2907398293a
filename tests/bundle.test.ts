import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { builtSite, isNode, parseText, walk, type SyntaxNode } from './sourceFiles.ts'

const dist = builtSite
const built = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))

const read = (file: string): Buffer => readFileSync(path.join(dist, file))
const readText = (file: string): string => read(file).toString('utf8')

/** A part that asks for newer browsers than the app does, and says so by itself before it is loaded. */
const mayBeNewer = /^assets\/(parser\/)?pdf/

/**
 * What the oldest browser of each kind lacks: Chromium 95, Firefox ESR 115, Safari 15.4.
 * A name with a dot is a function of that object, a name without one a function of some value.
 */
const tooNew: Readonly<Record<string, string>> = {
  toSorted: 'Chromium 110',
  toReversed: 'Chromium 110',
  toSpliced: 'Chromium 110',
  with: 'Chromium 110',
  findLast: 'Chromium 97',
  findLastIndex: 'Chromium 97',
  groupBy: 'Chromium 117',
  fromAsync: 'Chromium 121',
  withResolvers: 'Chromium 119',
  isWellFormed: 'Chromium 111',
  toWellFormed: 'Chromium 111',
  structuredClone: 'Chromium 98',
  throwIfAborted: 'Chromium 100',
  canParse: 'Chromium 120',
  union: 'Chromium 122',
  intersection: 'Chromium 122',
  difference: 'Chromium 122',
  symmetricDifference: 'Chromium 122',
  isSubsetOf: 'Chromium 122',
  isSupersetOf: 'Chromium 122',
  isDisjointFrom: 'Chromium 122',
  toArray: 'Chromium 122, of iterators',
  drop: 'Chromium 122, of iterators',
  take: 'Chromium 122, of iterators',
  checkVisibility: 'Chromium 105',
  showPopover: 'Chromium 114',
  togglePopover: 'Chromium 114',
  startViewTransition: 'Chromium 111',
  requestIdleCallback: 'no Safari',
  replaceSync: 'Safari 16.4',
  randomUUID: 'missing on plain HTTP',
  transferToFixedLength: 'Chromium 114',
  supportedValuesOf: 'Chromium 99',
  formatRange: 'Chromium 106, of numbers',
  'AbortSignal.any': 'Chromium 116',
  'AbortSignal.timeout': 'Chromium 103',
  'Array.fromAsync': 'Chromium 121',
  'Iterator.from': 'Chromium 122',
  'Promise.try': 'Chromium 128',
  'RegExp.escape': 'Chromium 136',
  'Response.json': 'Chromium 105',
  'Math.sumPrecise': 'no Chromium 95',
  'Uint8Array.fromBase64': 'Chromium 140',
  'Uint8Array.fromHex': 'Chromium 140',
}

const tooNewClasses: Readonly<Record<string, string>> = {
  'Intl.Segmenter': 'Firefox 125',
  'Intl.DurationFormat': 'Chromium 129',
  CompressionStream: 'Safari 16.4',
  DecompressionStream: 'Safari 16.4',
  OffscreenCanvas: 'Safari 16.4',
  SharedWorker: 'Safari 16',
  CSSStyleSheet: 'Safari 16.4',
}

/** Uses that are safe where they stand, each with its reason. */
const safeUses: readonly { readonly file: RegExp; readonly name: string; readonly why: string }[] = [
  { file: /./, name: 'throwIfAborted', why: 'filled in by src/app/olderBrowsers.ts' },
  { file: /widgets/, name: 'AbortSignal.timeout', why: 'filled in by src/app/olderBrowsers.ts' },
  { file: /widgets/, name: 'formatRange', why: 'the widgets look for it first, and join the two numbers themselves without it' },
  { file: /widgets/, name: 'checkVisibility', why: 'the widgets look for it first' },
  { file: /react/, name: 'startViewTransition', why: 'only for view transitions, which the app does not use, and caught' },
  {
    file: /assets\/(index|duckdbBrowser|duckdbAssets|download)/,
    name: 'DecompressionStream',
    why: 'the download looks for it first and takes the unpacked file without it',
  },
  { file: /echarts|assets\/embed\//, name: 'union', why: 'of rectangles, a function of the drawing library' },
  { file: /echarts|assets\/embed\//, name: 'toArray', why: 'of points, a function of the drawing library' },
  { file: /duckdb/, name: 'toArray', why: 'a function of Arrow, by which the engine hands over rows' },
  { file: /duckdb/, name: 'OffscreenCanvas', why: 'drawing of the compiler that made the engine; never called' },
]

interface Use {
  readonly file: string
  readonly name: string
  readonly around: string
}

const scripts = built.filter((file) => /\.m?js$/.test(file) && !mayBeNewer.test(file) && !file.startsWith('data/'))

function findTooNew(file: string, text: string): Use[] {
  const uses: Use[] = []
  const note = (name: string, node: SyntaxNode) =>
    uses.push({ file, name, around: text.slice(Math.max(0, node.start - 60), node.start + 60) })
  walk(parseText(file, text).tree, (node) => {
    if (node.type === 'Literal' && hasLookbehind(node)) note('a regular expression that looks behind (Safari 16.4)', node)
    const callee = node['callee']
    if (!isNode(callee) || (node.type !== 'CallExpression' && node.type !== 'NewExpression')) return
    const [object, name] = calledName(callee)
    const inObject = object === undefined ? undefined : `${object}.${name}`
    if (node.type === 'NewExpression') {
      const made = [name, inObject].find((one) => one !== undefined && Object.hasOwn(tooNewClasses, one))
      if (made !== undefined) note(made, node)
      return
    }
    const called = [name, inObject].find((one) => one !== undefined && Object.hasOwn(tooNew, one))
    if (called !== undefined && (isNode(callee['object']) || called === 'structuredClone' || called === 'requestIdleCallback'))
      note(called, node)
  })
  return uses.filter((use) => !safeUses.some((safe) => safe.file.test(use.file) && safe.name === use.name))
}

function calledName(callee: SyntaxNode): [object: string | undefined, name: string | undefined] {
  if (callee.type === 'Identifier') return [undefined, String(callee['name'])]
  if (callee.type !== 'MemberExpression' || callee['computed'] === true) return [undefined, undefined]
  const object = callee['object'] as SyntaxNode
  return [object.type === 'Identifier' ? String(object['name']) : undefined, String((callee['property'] as SyntaxNode)['name'])]
}

const hasLookbehind = (node: SyntaxNode): boolean => /\(\?<[=!]/.test((node['regex'] as { pattern?: string } | undefined)?.pattern ?? '')

describe('the scripts of the site', () => {
  it.each(scripts)('%s calls nothing that the oldest browsers lack', (file) => {
    expect(
      findTooNew(file, readText(file)).map(({ name, around }) => `${name} (${tooNew[name] ?? tooNewClasses[name] ?? ''}): ${around}`),
    ).toEqual([])
  })

  it.each([
    ['[1].toSorted()', 'toSorted'],
    ['Object.groupBy(a,f)', 'groupBy'],
    ['structuredClone(a)', 'structuredClone'],
    ['AbortSignal.any([a])', 'AbortSignal.any'],
    ['new Intl.Segmenter("zh")', 'Intl.Segmenter'],
    ['/(?<!a)b/.test(c)', 'a regular expression that looks behind (Safari 16.4)'],
  ])('%s would be found', (text, name) => expect(findTooNew('x.js', text).map((use) => use.name)).toEqual([name]))

  it.each(['[1].at(-1)', 'Object.hasOwn(a,"b")', '"a".replaceAll("a","b")', 'a.flat()', '/(?<year>a)/.test(c)'])(
    '%s is old enough',
    (text) => {
      expect(findTooNew('x.js', text)).toEqual([])
    },
  )

  it.each(built.filter((file) => file.endsWith('.css')))('%s styles with what the oldest browsers know', (file) => {
    expect(readText(file).match(/:has\(|@container|@layer|@scope|color-mix\(|light-dark\(|oklch\(|subgrid|[{;}]\s*&/g)).toBeNull()
  })
})

/** Host names that stand in the files of the site and are never asked for anything. */
const namedHosts: readonly { readonly host: RegExp; readonly why: string }[] = [
  { host: /^www\.w3\.org$/, why: 'names of XML vocabularies' },
  { host: /^(schemas\.openxmlformats\.org|schemas\.microsoft\.com|purl\.org)$/, why: 'names of XML vocabularies of office files' },
  { host: /^(react\.dev|reactjs\.org|legacy\.reactjs\.org)$/, why: 'React: addresses of explanations in error messages' },
  { host: /^(echarts\.apache\.org|github\.com|stackoverflow\.com|bugs\.chromium\.org)$/, why: 'libraries: comments and warnings' },
  { host: /^(react-aria|react-spectrum)\.adobe\.com$/, why: 'widgets: addresses of explanations in warnings' },
]

/** Only in the engine, which has no network (its policy) and may not load anything (its fence). */
const hostsOfEngine =
  /(^|\.)(duckdb\.org|amazonaws\.com|githubusercontent\.com|apache\.org|emscripten\.org|huggingface\.co|openssl\.org|mozilla\.org|json-schema\.org|github\.com|unicode\.org|example\.com)$/

/** Only in the workers that read files, which have no network (their policy): names of old document types, and texts of the PDF library. */
const hostsOfReaders = /^(www\.ibm\.com|example\.com|foo\.bar|www\.xfa\.org|ns\.adobe\.com)$/

describe('the files of the site', () => {
  const texts = built.filter((file) => /\.(html|js|mjs|css|svg)$/.test(file) && !file.startsWith('data/'))
  const hostsIn = (text: string): string[] =>
    [...text.matchAll(/(?:https?|wss?):\/\/([\w.-]*\w)/g)].map(([, host]) => host ?? '').filter((host) => host.includes('.'))

  it.each(texts)('%s names no host that could be asked', (file) => {
    const isKnown = (host: string) =>
      namedHosts.some((named) => named.host.test(host)) ||
      (file.startsWith('assets/engine/') && hostsOfEngine.test(host)) ||
      (file.startsWith('assets/parser/') && hostsOfReaders.test(host))
    expect([...new Set(hostsIn(readText(file)).filter((host) => !isKnown(host)))]).toEqual([])
  })

  it('carry no script or style inside of a page', () => {
    for (const file of built.filter((name) => name.endsWith('.html'))) {
      const page = readText(file)
      expect(page).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle=|\son\w+=|javascript:/i)
      expect(page).not.toMatch(/(src|href)="(\/|https?:)/)
    }
  })

  it.each([
    [/^assets\/engine\/duckdb-eh-[\w-]+\.wasm$/, 34_242_586, '4c221bfa59c11f24dbd750e70c90b9252eca6eec5633936e6a2ec766e55fd879'],
    [/^assets\/engine\/duckdb-browser-eh\.worker-[\w-]+\.js$/, 772_759, 'f8ab72b6b90b3ad83077d47426d4a99d5d9a4c7e07cba1a2be37d655adc7c1ab'],
  ])('%s is the engine that was checked', (pattern, bytes, sha256) => {
    const found = built.filter((file) => pattern.test(file))
    expect(found).toHaveLength(1)
    const content = read(found[0] ?? '')
    expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256])
  })

  it('have no other engine beside it', () => {
    expect(built.filter((file) => /duckdb-(mvp|coi)|pthread/.test(file))).toEqual([])
  })

  it('stand packed beside the unpacked ones, for servers that cannot compress', () => {
    // release.json is for whoever places the next release, not for browsers.
    const worthIt = built.filter(
      (file) => file !== 'release.json' && /\.(wasm|m?js|css|json|duckdb)$/.test(file) && read(file).length > 1024,
    )
    expect(worthIt.flatMap((file) => [`${file}.gz`, `${file}.br`]).filter((file) => !built.includes(file))).toEqual([])
    const unpack = (file: string) => (file.endsWith('.gz') ? gunzipSync(read(file)) : brotliDecompressSync(read(file)))
    const unlike = built.filter((file) => /\.(gz|br)$/.test(file) && !unpack(file).equals(read(file.slice(0, -3))))
    expect(unlike).toEqual([])
  })

  it('say what the site is made of', () => {
    const { components } = JSON.parse(readText('sbom.json')) as { components: readonly { readonly name: string }[] }
    const names = components.map(({ name }) => name)
    for (const name of ['echarts', 'react', 'apache-arrow', '@duckdb/duckdb-wasm', 'valibot']) expect(names).toContain(name)
    expect(readText('NOTICE.txt')).toContain('Apache ECharts')
    expect(readText('NOTICE.txt')).toContain('apache-arrow 17.')
    expect(readText('LICENSE.txt')).toContain('MIT License')
  })
})

describe('sizes', () => {
  const page = readText('index.html')
  const first = ['index.html', ...[...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? '')]
  const packed = (file: string): number => (built.includes(`${file}.gz`) ? read(`${file}.gz`) : read(file)).length
  const sum = (files: readonly string[]): number => files.map(packed).reduce((total, size) => total + size, 0)

  it('let the first chart come over a slow link: at most 600 kB packed before it', () => {
    const total = sum(first)
    console.info(
      [
        ...first.map((file) => `${(packed(file) / 1000).toFixed(1).padStart(8)} kB  ${file}`),
        `${(total / 1000).toFixed(1).padStart(8)} kB  before the first chart`,
      ].join('\n'),
    )
    expect(total).toBeLessThan(600_000)
    expect(first.length).toBeGreaterThan(2)
  })

  it('let an embed come with at most 250 kB packed before any chart, and its element with 5 kB', () => {
    const page = readText('embed.html')
    const always = ['embed.html', ...[...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? '')]
    const parts = [...page.matchAll(/data-(\w+)="\.\/(assets\/[^"]+\.js)"/g)].map(([, name = '', file = '']) => ({ name, file }))
    expect([...always.slice(1), ...parts.map(({ file }) => file)].every((file) => file.startsWith('assets/embed/'))).toBe(true)
    expect(always).toHaveLength(3)
    expect(parts.map(({ name }) => name).sort()).toEqual(['channel', 'comparison', 'overview', 'request'])
    for (const { name, file } of parts) {
      const total = sum([...always, file])
      console.info(`${(total / 1000).toFixed(1).padStart(8)} kB  before the first chart of an embed: ${name}`)
      expect(total).toBeLessThan(250_000)
    }
    expect(packed('ogi-chart.js')).toBeLessThan(5000)
  })

  it('of everything but the engine and the data stay below 1.5 MB packed', () => {
    const rest = built.filter(
      (file) =>
        /\.(js|css|html|svg)$/.test(file) && !file.startsWith('assets/engine/') && !file.startsWith('data/') && !mayBeNewer.test(file),
    )
    expect(sum(rest)).toBeLessThan(1_500_000)
  })
})
