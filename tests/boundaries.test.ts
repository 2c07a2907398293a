import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { wordsLeftOut } from '../scripts/buildEmbed.mjs'
import { isNode, parseText, placeOf, readSources, targetOf, walk, type SourceFile, type SyntaxNode } from './sourceFiles.ts'

const files = readSources('src')

/**
 * What a part of src may use. `types` only lends its types; `packages` are those that it may import, `typePackages` those whose types it
 * may name. A part that runs everywhere touches neither Node nor the browser.
 */
interface Part {
  readonly uses: readonly string[]
  readonly types?: readonly string[]
  readonly packages?: readonly string[]
  readonly typePackages?: readonly string[]
  readonly everywhere: boolean
}

const parts: Readonly<Record<string, Part>> = {
  text: { uses: [], everywhere: true },
  agencies: { uses: ['text'], everywhere: true },
  selection: { uses: ['text'], everywhere: true },
  forms: { uses: ['text'], everywhere: true },
  reports: {
    uses: ['forms', 'indicators', 'agencies', 'text'],
    packages: ['pdfjs-dist', 'parse5', 'saxen', 'numfmt', 'fflate'],
    everywhere: true,
  },
  'engine core': { uses: [], everywhere: true },
  engine: { uses: ['engine core'], everywhere: true },
  'engine in the browser': { uses: ['engine core', 'engine'], packages: ['@duckdb/duckdb-wasm'], everywhere: false },
  'engine in Node': { uses: ['engine core', 'engine'], packages: ['@duckdb/node-api'], everywhere: false },
  indicators: { uses: ['text', 'forms', 'engine core'], everywhere: true },
  checks: { uses: ['text', 'forms', 'indicators', 'engine core'], types: ['reports'], everywhere: true },
  dataset: {
    uses: ['text', 'agencies', 'forms', 'indicators', 'checks', 'engine core', 'engine'],
    types: ['reports'],
    packages: ['valibot', 'fflate', 'hyparquet'],
    everywhere: true,
  },
  questions: { uses: ['text', 'agencies', 'forms', 'indicators', 'checks', 'engine core'], types: ['reports'], everywhere: true },
  charts: {
    uses: ['text', 'agencies', 'forms', 'indicators'],
    types: ['questions', 'reports'],
    typePackages: ['echarts'],
    everywhere: true,
  },
  exports: {
    uses: ['text', 'agencies', 'forms', 'indicators', 'checks'],
    types: ['questions', 'reports', 'charts'],
    packages: ['fflate', 'write-excel-file', 'hyparquet-writer', 'docx'],
    everywhere: true,
  },
  app: {
    uses: [
      'text',
      'agencies',
      'selection',
      'forms',
      'reports',
      'engine core',
      'engine',
      'indicators',
      'checks',
      'dataset',
      'questions',
      'charts',
      'exports',
      'embed',
    ],
    packages: [
      'react',
      'react-dom',
      'echarts',
      'zrender',
      '@tanstack/react-query',
      '@tanstack/react-table',
      '@tanstack/react-virtual',
      'react-aria-components',
      'idb-keyval',
      '@codemirror/view',
      '@codemirror/state',
      '@codemirror/lang-sql',
    ],
    everywhere: false,
  },
  demo: { uses: ['text', 'agencies', 'forms', 'indicators', 'dataset'], everywhere: true },
  // These wire the others together, each in one place.
  main: { uses: ['*'], packages: ['react', 'react-dom', '@tanstack/react-query'], everywhere: false },
  embed: { uses: ['*'], everywhere: false },
  'command line': { uses: ['*'], packages: ['pinyin-pro'], everywhere: false },
}

/** The part that a file belongs to; undefined when the table does not know it. */
function partOf(name: string): string | undefined {
  const [, first = '', second] = name.split('/')
  if (first === 'engine') {
    if (second === 'sql.ts' || second === 'engine.ts') return 'engine core'
    if (second === 'duckdbNode.ts') return 'engine in Node'
    return second?.startsWith('duckdb') ? 'engine in the browser' : 'engine'
  }
  const part = first.replace(/\.tsx?$/, '')
  if (['cli', 'publish', 'commands'].includes(part)) return 'command line'
  return part in parts ? part : undefined
}

const packageOf = (from: string): string =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')

function findBrokenImports(file: SourceFile): string[] {
  const name = partOf(file.name)
  const part = name === undefined ? undefined : parts[name]
  if (!part) return [`${file.name} belongs to no part of the table`]
  return file.imports.flatMap(({ from, isType }) => {
    const isAllowed = from.startsWith('.')
      ? mayUse(name ?? '', part, partOf(targetOf(file, from)), isType) || /\.(css|json)$/.test(from)
      : from.startsWith('node:')
        ? !part.everywhere && (name === 'command line' || name === 'engine in Node')
        : part.packages?.includes(packageOf(from)) || (isType && part.typePackages?.includes(packageOf(from)))
    return isAllowed ? [] : [`${file.name} (${name}) imports ${isType ? 'types of ' : ''}${from}`]
  })
}

function mayUse(name: string, part: Part, target: string | undefined, isType: boolean): boolean {
  if (target === undefined) return false
  return target === name || part.uses.includes('*') || part.uses.includes(target) || (isType && Boolean(part.types?.includes(target)))
}

/** Everything that a file brings along at run time, itself included. */
function reach(name: string, { lazy }: { lazy: boolean }): Set<string> {
  const reached = new Set<string>()
  const open = [name]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const file = files.find((other) => other.name === next)
    if (!file || reached.has(next)) continue
    reached.add(next)
    for (const { from, isType, isLazy } of file.imports)
      if (from.startsWith('.') && !isType && (lazy || !isLazy)) open.push(targetOf(file, from))
  }
  return reached
}

/** Names of the functions and methods that a file calls, with their places. */
function callsIn(file: SourceFile): { readonly name: string; readonly place: string; readonly object: string | null }[] {
  const calls: { name: string; place: string; object: string | null }[] = []
  walk(file.tree, (node) => {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return
    const callee = node['callee'] as SyntaxNode
    const place = placeOf(file, node)
    if (callee.type === 'Identifier') calls.push({ name: String(callee['name']), place, object: null })
    if (callee.type === 'MemberExpression') {
      const object = callee['object'] as SyntaxNode
      const property = callee['property'] as SyntaxNode
      calls.push({ name: String(property['name']), place, object: object.type === 'Identifier' ? String(object['name']) : '' })
    }
  })
  return calls
}

const placesOfCall = (name: string): string[] =>
  files.flatMap((file) => callsIn(file).filter((call) => call.name === name)).map(({ place }) => place.replace(/:\d+$/, ''))

/** The texts that stand in a file: strings and the fixed pieces of templates. */
function textsIn(file: SourceFile): { readonly text: string; readonly place: string }[] {
  const texts: { text: string; place: string }[] = []
  walk(file.tree, (node) => {
    if (node.type === 'Literal' && typeof node['value'] === 'string') texts.push({ text: node['value'], place: placeOf(file, node) })
    if (node.type === 'TemplateElement') texts.push({ text: (node['value'] as { raw: string }).raw, place: placeOf(file, node) })
  })
  return texts
}

/** Names of variables and parameters that a file has of its own. */
function declaredIn(file: SourceFile): Set<string> {
  const names = new Set<string>()
  walk(file.tree, (node) => {
    const declared = node.type === 'VariableDeclarator' ? [node['id']] : ((node['params'] as readonly unknown[] | undefined) ?? [])
    for (const pattern of declared.filter(isNode))
      walk(pattern, (one) => void (one.type === 'Identifier' && names.add(String(one['name']))))
  })
  return names
}

const statement = /\b(SELECT\s|INSERT INTO\s|CREATE (OR REPLACE )?(TEMP )?(TABLE|VIEW|MACRO)\s|DELETE FROM\s|ATTACH\s'|COPY\s|PRAGMA\s)/

describe('who may import whom', () => {
  it('holds for every file', () => {
    expect(files.flatMap(findBrokenImports)).toEqual([])
  })

  it('is noticed when it is broken', () => {
    const drawsItself = {
      name: 'src/charts/x.ts',
      text: '',
      ...parseText('x.ts', "import * as echarts from 'echarts'\nimport '../app/Chart.tsx'"),
    }
    expect(findBrokenImports(drawsItself)).toEqual([
      'src/charts/x.ts (charts) imports echarts',
      'src/charts/x.ts (charts) imports ../app/Chart.tsx',
    ])
  })

  it('has no circles at run time', () => {
    const circular = files.filter((file) =>
      file.imports.some(
        ({ from, isType, isLazy }) =>
          from.startsWith('.') && !isType && !isLazy && reach(targetOf(file, from), { lazy: false }).has(file.name),
      ),
    )
    expect(circular.map(({ name }) => name)).toEqual([])
  })

  it.each([
    ['src/embed.ts', /^src\/(engine\/duckdb|checks\/|reports\/|forms\/(forms|y\d|pre)|app\/(pages\/|.*\.tsx$))/],
    ['src/embed/ogiChart.ts', /^src\/(?!embed\/(ogiChart|embedParts)|text\/elementWords|selection\/pageFigures)/],
    ['src/main.tsx', /^src\/(engine\/duckdbNode|cli|publish)/],
    ['src/cli.ts', /^src\/(app\/|engine\/duckdbBrowser)/],
  ])('%s never brings along what is not its own', (entry, foreign) => {
    expect([...reach(entry, { lazy: true })].filter((name) => foreign.test(name))).toEqual([])
  })

  it('an embed uses no words of the sections that its build leaves out', () => {
    const used = [...reach('src/embed.ts', { lazy: true })]
      .filter((name) => !/^src\/text\/(zh|en)\.ts$/.test(name))
      .flatMap((name) =>
        [...(files.find((file) => file.name === name)?.text ?? '').matchAll(/\bwords\.(\w+)/g)].map(([, section]) => section ?? ''),
      )
    expect(used).toContain('panel')
    expect(used.filter((section) => wordsLeftOut.includes(section))).toEqual([])
  })

  it('leaves the engine out of what the first chart loads', () => {
    expect([...reach('src/main.tsx', { lazy: false })].filter((name) => name.includes('duckdbBrowser'))).toEqual([])
  })

  it('keeps each library of a file format behind one file', () => {
    const formats = ['pdfjs-dist', 'parse5', 'saxen', 'numfmt', 'write-excel-file', 'hyparquet', 'hyparquet-writer', 'docx']
    const users = formats.map((format) =>
      files.filter((file) => file.imports.some(({ from, isType }) => !isType && packageOf(from) === format)),
    )
    expect(users.filter((some) => some.length > 1).map((some) => some.map(({ name }) => name))).toEqual([])
  })
})

describe('files', () => {
  it('are called by what they hold', () => {
    const vague = /^(index|utils?|helpers?|managers?|common|misc|shared|types|constants)$|(Utils?|Helpers?|Manager)$/
    const names = files.flatMap(({ name }) =>
      name
        .split('/')
        .slice(1)
        .map((step) => path.parse(step).name),
    )
    expect(names.filter((name) => vague.test(name))).toEqual([])
  })

  it('hand nothing on that they do not hold', () => {
    const barrels = files.filter(({ tree }) => {
      const body = tree['body'] as readonly SyntaxNode[]
      return body.some((node) => node.type === 'ExportAllDeclaration') || body.every((node) => isNode(node['source']))
    })
    expect(barrels.map(({ name }) => name)).toEqual([])
  })
})

describe('SQL', () => {
  it('is written by the questions, the dataset and the engine alone', () => {
    const writers = /^src\/(questions|dataset|engine)\//
    const elsewhere = files.filter(({ name }) => !writers.test(name)).flatMap(textsIn)
    expect(elsewhere.filter(({ text }) => statement.test(text)).map(({ place }) => place)).toEqual([])
  })

  it('is noticed elsewhere', () => {
    const file = { name: 'src/app/x.ts', text: '', ...parseText('x.ts', 'ask(sql`SELECT ${1}`)') }
    expect(textsIn(file).filter(({ text }) => statement.test(text))).toHaveLength(1)
  })

  it('gets its values from the engine, which alone knows how to write them', () => {
    const makers = files.filter(({ text }) => text.includes(`replaceAll("'", "''")`)).map(({ name }) => name)
    expect(makers.filter((name) => !name.startsWith('src/engine/'))).toEqual([])
  })
})

describe('one place each', () => {
  it.each([
    // The workshop makes a file of what it was handed, answers no page, and is thrown away.
    ['registerFileBuffer', ['src/engine/duckdbBrowser.ts', 'src/engine/duckdbWorkshop.ts']],
    ['registerFileURL', ['src/engine/duckdbBrowser.ts']],
    ['registerFileHandle', ['src/engine/duckdbBrowser.ts']],
  ])('%s, which passes the fence, is called once at most wherever it may be', (name, places) => {
    const found = placesOfCall(name)
    expect(found.filter((place) => !places.includes(place))).toEqual([])
    expect(new Set(found).size).toBe(found.length)
  })

  it('workers are started by the engine, by the reading of files and by the work on local data', () => {
    expect(
      placesOfCall('Worker').filter(
        (name) => !/^src\/(engine\/|app\/local\/workLocally|app\/import\/readInWorker|commands\/readReports)/.test(name),
      ),
    ).toEqual([])
  })

  it('chart instances are held by Chart.tsx', () => {
    const makers = files.filter((file) =>
      callsIn(file).some(({ name, object }) => name === 'init' && (object === null || object === 'echarts')),
    )
    expect(makers.map(({ name }) => name).filter((name) => name !== 'src/app/Chart.tsx')).toEqual([])
  })

  it('the network is asked by the download of the engine; whoever else reads files is handed the means', () => {
    const askers = files.filter((file) =>
      callsIn(file).some(({ name, object }) => name === 'fetch' && (object === null || object === 'window' || object === 'globalThis')),
    )
    expect(askers.map(({ name }) => name).filter((name) => name !== 'src/engine/download.ts' && name !== 'src/main.tsx')).toEqual([])
  })
})

describe('the middle is pure', () => {
  const middle = files.filter(({ name }) => parts[partOf(name) ?? '']?.everywhere && !name.startsWith('src/engine/'))

  it('takes clock and chance from whoever calls it', () => {
    const impure = middle.flatMap((file) => {
      const calls = callsIn(file)
      const clocks = calls.filter(
        ({ name, object }) =>
          (name === 'now' && (object === 'Date' || object === 'performance')) || (name === 'random' && object === 'Math'),
      )
      return clocks.map(({ place }) => place)
    })
    expect(impure).toEqual([])
  })

  it('knows neither window nor process', () => {
    const surroundings = ['window', 'navigator', 'process', 'globalThis']
    const users = middle.flatMap((file) => {
      const foreign = surroundings.filter((name) => !declaredIn(file).has(name))
      const places: string[] = []
      walk(file.tree, (node) => {
        if (node.type !== 'MemberExpression' || !isNode(node['object'])) return
        if (foreign.includes(String(node['object']['name']))) places.push(placeOf(file, node))
      })
      return places
    })
    expect(users).toEqual([])
  })
})

describe('a missing figure', () => {
  it('is never made a zero on the way', () => {
    const zeroed = files.flatMap((file) => {
      const places: string[] = []
      walk(file.tree, (node) => {
        if (node.type !== 'LogicalExpression' || (node['operator'] !== '??' && node['operator'] !== '||')) return
        const left = node['left'] as SyntaxNode
        const right = node['right'] as SyntaxNode
        const property =
          left.type === 'MemberExpression' ? (left['property'] as SyntaxNode)['name'] : left.type === 'Identifier' ? left['name'] : ''
        if (right.type === 'Literal' && right['value'] === 0 && /^(value|figure|printed|reading|left|right)$/.test(String(property)))
          places.push(placeOf(file, node))
      })
      return places
    })
    expect(zeroed).toEqual([])
  })
})
